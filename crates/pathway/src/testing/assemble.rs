//! From the results of a record to the evidence of each specimen and tumour.
//!
//! What a later part of the report replaced is left out, and so is RNA. Results that say the same of one tumour are one; results that
//! contradict each other stay apart: nothing is averaged and nothing is pooled.

use super::fill;
use her2_case::{
    Assay, Context, Evidence, Fact, Her2Result, Her2Word, IhcEvidence, IshEvidence, Origin, Record,
    Span,
};

/// The evidence of one tumour in one specimen, current or prior.
pub(super) struct Bundle {
    pub(super) specimen: usize,
    pub(super) tumor: Option<Span>,
    pub(super) context: Context,
    pub(super) implied: bool,
    pub(super) ihc: Option<IhcEvidence>,
    pub(super) ish: Option<IshEvidence>,
    /// Where its first result stands.
    origin: Origin,
}

impl Bundle {
    fn has_result(&self) -> bool {
        let open = |word: Option<Fact<Her2Word>>| word.is_none_or(|word| is_open(word.value));
        let ihc = self
            .ihc
            .is_some_and(|ihc| ihc.score.is_some() || ihc.rejected.is_some() || !open(ihc.word));
        let ish = self
            .ish
            .is_some_and(|ish| fill::has_numbers(&ish) || !open(ish.word));
        ihc || ish
    }

    /// The evidence, with what the record says of the organ and of invasion.
    pub(super) fn evidence(&self, record: &Record) -> Evidence {
        Evidence {
            invasive: record.tumor.invasive,
            site: record.site,
            ihc: self.ihc,
            ish: self.ish,
            recount: None,
            adjudicated_group: None,
        }
    }
}

/// Whether the word says that there is no result yet.
pub(super) fn is_open(word: Her2Word) -> bool {
    matches!(word, Her2Word::Pending | Her2Word::NotPerformed)
}

/// What a result is a result of, once its assay is told from what it gives.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Slot {
    Ihc,
    Ish,
    /// A word of which the test is not named.
    Word,
}

fn slot(result: &Her2Result) -> Option<Slot> {
    match result.assay {
        Assay::Ihc => Some(Slot::Ihc),
        Assay::Ish => Some(Slot::Ish),
        Assay::Rtpcr => None,
        Assay::Unspecified => {
            let gene = matches!(
                result.word.map(|word| word.value),
                Some(Her2Word::Amplified | Her2Word::NotAmplified)
            );
            let counted = result.ratio.is_some()
                || result.her2_copies.is_some()
                || result.her2_total.is_some()
                || result.group.is_some();
            Some(match () {
                () if result.score.is_some() => Slot::Ihc,
                () if counted || gene => Slot::Ish,
                () => Slot::Word,
            })
        }
    }
}

/// The evidence of a record, in the order of the text. A bundle without any result stands only if there is no other.
pub(super) fn bundles(record: &Record) -> Vec<Bundle> {
    let mut bundles: Vec<Bundle> = Vec::new();
    // Scores first, then gene tests, then bare words: each finds the bundles it belongs to.
    for wanted in [Slot::Ihc, Slot::Ish, Slot::Word] {
        for (at, specimen) in record.specimens.iter().enumerate() {
            let of_slot = |result: &&Her2Result| !result.superseded && slot(result) == Some(wanted);
            for result in specimen.her2.iter().filter(of_slot) {
                place(&mut bundles, at, result, wanted);
            }
        }
    }
    bundles.sort_by_key(|bundle| (bundle.specimen, bundle.origin));
    if bundles.iter().any(Bundle::has_result) {
        bundles.retain(Bundle::has_result);
    }
    bundles
}

fn place(bundles: &mut Vec<Bundle>, specimen: usize, result: &Her2Result, slot: Slot) {
    let same = |bundle: &&mut Bundle| {
        bundle.specimen == specimen
            && bundle.context == result.context
            && bundle.tumor == result.tumor
            && bundle.implied == result.implied
    };
    let mut fitting: Vec<_> = bundles.iter_mut().filter(same).collect();
    match slot {
        Slot::Ihc => {
            let ihc = fill::ihc_of(result);
            let home = fitting
                .iter_mut()
                .find(|bundle| bundle.ihc.is_none_or(|known| fill::ihc_fits(&known, &ihc)));
            if let Some(home) = home {
                home.ihc = Some(fill::merge_ihc(home.ihc, ihc));
                home.origin = home.origin.min(result.origin);
                return;
            }
        }
        Slot::Ish => {
            let ish = fill::ish_of(result);
            // A score that waits for the gene test is the one it was done for.
            fitting.sort_by_key(|bundle| !bundle.ihc.is_some_and(|ihc| fill::waits(&ihc)));
            let home = fitting
                .iter_mut()
                .find(|bundle| bundle.ish.is_none_or(|known| fill::ish_fits(&known, &ish)));
            if let Some(home) = home {
                home.ish = Some(fill::merge_ish(home.ish, ish));
                home.origin = home.origin.min(result.origin);
                return;
            }
        }
        Slot::Word => {
            let named = |bundle: &&mut Bundle| {
                bundle.ish.is_some() || bundle.ihc.is_some_and(|ihc| ihc.score.is_some())
            };
            // Beside a named test the word of an unnamed one adds nothing.
            if fitting.iter().any(named) {
                return;
            }
            let word = fill::ihc_of(result);
            let home = fitting
                .iter_mut()
                .find(|bundle| bundle.ihc.is_none_or(|known| fill::ihc_fits(&known, &word)));
            if let Some(home) = home {
                home.ihc = Some(fill::merge_ihc(home.ihc, word));
                home.origin = home.origin.min(result.origin);
                return;
            }
        }
    }
    let is_ish = slot == Slot::Ish;
    bundles.push(Bundle {
        specimen,
        tumor: result.tumor,
        context: result.context,
        implied: result.implied,
        ihc: (!is_ish).then(|| fill::ihc_of(result)),
        ish: is_ish.then(|| fill::ish_of(result)),
        origin: result.origin,
    });
}
