//! One result as evidence, and two results of the same test as one.

use super::assemble::is_open;
use her2_case::{
    Amount, Evidence, Fact, Her2Category, Her2Result, Her2Word, IhcEvidence, IhcScore, IshEvidence,
    ScoreReading, Stain,
};

/// The result as evidence of IHC. A claimed category stands for the staining it is defined by.
pub(super) fn ihc_of(result: &Her2Result) -> IhcEvidence {
    let claimed = result.claimed_category.and_then(|claimed| {
        let stain = match claimed.value {
            Her2Category::Ultralow => Stain::FaintIncomplete,
            Her2Category::Null => Stain::None,
            _ => return None,
        };
        Some(claimed.with(stain))
    });
    IhcEvidence {
        score: result.score,
        stain: result.stain.or(claimed),
        percent: result.percent,
        word: result.word,
        rejected: None,
    }
}

/// The result as evidence of ISH.
pub(super) fn ish_of(result: &Her2Result) -> IshEvidence {
    IshEvidence {
        probe: result.probe.map(|probe| Fact::new(probe, result.origin)),
        ratio: result.ratio,
        her2_copies: result.her2_copies,
        cep17_copies: result.cep17_copies,
        cells: result.cells,
        her2_total: result.her2_total,
        cep17_total: result.cep17_total,
        observers: result.observers,
        word: result.word,
        group: result.group,
        ..IshEvidence::default()
    }
}

/// Whether any number, or a group, is given.
pub(super) fn has_numbers(ish: &IshEvidence) -> bool {
    ish.ratio.is_some()
        || ish.her2_copies.is_some()
        || ish.her2_total.is_some()
        || ish.group.is_some()
        || ish.rejected.is_some()
}

/// Whether the score asks for a gene test.
pub(super) fn waits(ihc: &IhcEvidence) -> bool {
    match (ihc.score, ihc.word) {
        (Some(score), _) => score.value.high == IhcScore::Two,
        (None, Some(word)) => matches!(word.value, Her2Word::Equivocal | Her2Word::WeaklyPositive),
        (None, None) => false,
    }
}

/// Whether two statements can be about one IHC test.
pub(super) fn ihc_fits(one: &IhcEvidence, other: &IhcEvidence) -> bool {
    let scores = match (one.score, other.score) {
        (Some(one), Some(other)) => {
            within(one.value, other.value) || within(other.value, one.value)
        }
        _ => true,
    };
    let needs_word = one.score.is_none() || other.score.is_none();
    scores && (!needs_word || words_fit(one.word, other.word))
}

fn within(inner: ScoreReading, outer: ScoreReading) -> bool {
    outer.low <= inner.low && inner.high <= outer.high
}

/// Whether two statements can be about one ISH test.
pub(super) fn ish_fits(one: &IshEvidence, other: &IshEvidence) -> bool {
    same(one.ratio, other.ratio)
        && same(one.her2_copies, other.her2_copies)
        && same(one.group, other.group)
        && words_fit(one.word, other.word)
}

fn same<T: PartialEq>(one: Option<Fact<T>>, other: Option<Fact<T>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.value == other.value,
        _ => true,
    }
}

/// Whether two words point to the same side. A result that is still open fits any.
fn words_fit(one: Option<Fact<Her2Word>>, other: Option<Fact<Her2Word>>) -> bool {
    let side = |word: Her2Word| match word {
        Her2Word::Positive | Her2Word::Amplified | Her2Word::Overexpressed => 0,
        Her2Word::Negative | Her2Word::NotAmplified | Her2Word::NotOverexpressed => 1,
        Her2Word::Equivocal | Her2Word::WeaklyPositive => 2,
        Her2Word::Indeterminate => 3,
        Her2Word::Pending | Her2Word::NotPerformed => 4,
    };
    match (one, other) {
        (Some(one), Some(other)) => {
            is_open(one.value) || is_open(other.value) || side(one.value) == side(other.value)
        }
        _ => true,
    }
}

/// A word that says something before one that says that nothing is known yet.
fn better_word(
    one: Option<Fact<Her2Word>>,
    other: Option<Fact<Her2Word>>,
) -> Option<Fact<Her2Word>> {
    match (one, other) {
        (Some(one), Some(other)) if is_open(one.value) => Some(other),
        (one, other) => one.or(other),
    }
}

/// The narrower of two scores, the exact one before a range.
fn better_score(
    one: Option<Fact<ScoreReading>>,
    other: Option<Fact<ScoreReading>>,
) -> Option<Fact<ScoreReading>> {
    match (one, other) {
        (Some(one), Some(other)) if within(other.value, one.value) && other.value != one.value => {
            Some(other)
        }
        (one, other) => one.or(other),
    }
}

/// Percentages of the same statement as the staining stay with it.
fn staining(one: &IhcEvidence, other: &IhcEvidence) -> (Option<Fact<Stain>>, Option<Fact<Amount>>) {
    match (one.stain, other.stain) {
        (None, Some(_)) => (other.stain, other.percent),
        (Some(_), _) => (one.stain, one.percent),
        (None, None) => (None, one.percent.or(other.percent)),
    }
}

/// Both statements as one test.
pub(super) fn merge_ihc(known: Option<IhcEvidence>, more: IhcEvidence) -> IhcEvidence {
    let Some(known) = known else { return more };
    let (stain, percent) = staining(&known, &more);
    IhcEvidence {
        score: better_score(known.score, more.score),
        stain,
        percent,
        word: better_word(known.word, more.word),
        rejected: known.rejected.or(more.rejected),
    }
}

/// Both statements as one test.
pub(super) fn merge_ish(known: Option<IshEvidence>, more: IshEvidence) -> IshEvidence {
    let Some(known) = known else { return more };
    IshEvidence {
        probe: known.probe.or(more.probe),
        ratio: known.ratio.or(more.ratio),
        her2_copies: known.her2_copies.or(more.her2_copies),
        cep17_copies: known.cep17_copies.or(more.cep17_copies),
        cells: known.cells.or(more.cells),
        her2_total: known.her2_total.or(more.her2_total),
        cep17_total: known.cep17_total.or(more.cep17_total),
        her2_cells: known.her2_cells.or(more.her2_cells),
        cep17_cells: known.cep17_cells.or(more.cep17_cells),
        observers: known.observers.or(more.observers),
        same_tissue_as_ihc: known.same_tissue_as_ihc.or(more.same_tissue_as_ihc),
        word: better_word(known.word, more.word),
        group: known.group.or(more.group),
        rejected: known.rejected.or(more.rejected),
    }
}

/// Whether two findings can be of the same tests of one specimen.
pub(crate) fn fit(one: &Evidence, other: &Evidence) -> bool {
    let ihc = match (&one.ihc, &other.ihc) {
        (Some(one), Some(other)) => ihc_fits(one, other),
        _ => true,
    };
    let ish = match (&one.ish, &other.ish) {
        (Some(one), Some(other)) => ish_fits(one, other),
        _ => true,
    };
    ihc && ish
}

/// The evidence of both; of what both state, that of the first. A bare word adds nothing beside a named test.
pub(super) fn both(one: &Evidence, other: &Evidence) -> Evidence {
    let bare = |of: &Evidence| of.ihc.is_some_and(|ihc| ihc.score.is_none());
    let named = |of: &Evidence| of.ish.is_some() || of.ihc.is_some_and(|ihc| ihc.score.is_some());
    let mut ihc = match (one.ihc, other.ihc) {
        (Some(ihc), Some(more)) => Some(merge_ihc(Some(ihc), more)),
        (ihc, more) => ihc.or(more),
    };
    if ihc.is_some_and(|ihc| ihc.score.is_none())
        && (named(one) && bare(other) || named(other) && bare(one))
    {
        ihc = None;
    }
    Evidence {
        invasive: one.invasive.or(other.invasive),
        site: one.site.or(other.site),
        ihc,
        ish: match (one.ish, other.ish) {
            (Some(ish), Some(more)) => Some(merge_ish(Some(ish), more)),
            (ish, more) => ish.or(more),
        },
        recount: one.recount.or(other.recount),
        adjudicated_group: one.adjudicated_group.or(other.adjudicated_group),
    }
}
