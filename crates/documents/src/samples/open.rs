//! Reports that wait for something.

use super::shapes::{group, score};
use crate::sample::{Builder, Sample, sample};
use her2_case::*;

pub(super) fn open() -> Vec<Sample> {
    vec![
        score(
            "equivocal",
            "Breast, core. HER2 IHC: equivocal, score 2+.\n",
            IhcScore::Two,
            IhcScore::Two,
            "2+",
        ),
        sample("pending-ordered", "Breast, core. HER2 is pending.\n", |b| {
            b.word(Assay::Unspecified, "HER2 is pending", Her2Word::Pending);
            b.status(RecordStatus::Pending, "pending");
        }),
        sample(
            "equivocal-ordered",
            "Breast, core. HER2 IHC 2+. FISH is pending.\n",
            |b| {
                b.score("HER2 IHC 2+", IhcScore::Two, IhcScore::Two, "2+");
                b.word(Assay::Ish, "FISH is pending", Her2Word::Pending);
                b.status(RecordStatus::Pending, "FISH is pending");
            },
        ),
        group(
            "pending-ihc",
            "Breast, core. HER2 FISH: ratio 2.3, HER2 3.2 per cell.\n",
            "2.3",
            "3.2",
            None,
        ),
        group(
            "pending-recount",
            "Breast, core. HER2 IHC 2+. HER2 FISH: ratio 1.8, HER2 4.6 per cell.\n",
            "1.8",
            "4.6",
            Some(IhcScore::Two),
        ),
        sample(
            "pending-numbers",
            "Breast, core. HER2 IHC 2+. FISH ratio 2.4, HER2 5.1 per cell, CEP17 2.6 per cell.\n",
            |b| {
                b.score("HER2 IHC 2+", IhcScore::Two, IhcScore::Two, "2+");
                b.ratio(
                    "FISH ratio 2.4, HER2 5.1 per cell, CEP17 2.6 per cell",
                    "2.4",
                    "5.1",
                );
                let cep17 = b.number("2.6");
                b.record().specimens[0].her2[1].cep17_copies = Some(cep17);
                b.status(RecordStatus::Equivocal, "HER2 IHC 2+");
            },
        ),
        sample(
            "pending-number-missing",
            "Breast, core. HER2 IHC 2+. HER2 FISH: ratio 2.1.\n",
            |b| {
                b.score("HER2 IHC 2+", IhcScore::Two, IhcScore::Two, "2+");
                b.her2(Assay::Ish, "HER2 FISH: ratio 2.1", |b, result| {
                    result.probe = Some(Probe::Dual);
                    result.ratio = Some(b.number("2.1"));
                });
                b.status(RecordStatus::Equivocal, "HER2 IHC 2+");
            },
        ),
        signed(
            "differs-step",
            "Breast, core. HER2 negative. IHC 2+. FISH: ratio 1.5, HER2 4.7 per cell.\n",
            |b| b.ratio("FISH: ratio 1.5, HER2 4.7 per cell", "1.5", "4.7"),
        ),
        signed(
            "differs-numbers",
            "Breast, core. HER2 negative. IHC 2+. FISH: ratio 1.1, HER2 5.1 per cell, CEP17 2.6 per cell.\n",
            |b| {
                b.ratio(
                    "FISH: ratio 1.1, HER2 5.1 per cell, CEP17 2.6 per cell",
                    "1.1",
                    "5.1",
                );
                let cep17 = b.number("2.6");
                b.record().specimens[0].her2[1].cep17_copies = Some(cep17);
                b
            },
        ),
        signed(
            "differs-number-missing",
            "Breast, core. HER2 negative. IHC 2+. FISH: ratio 1.5.\n",
            |b| {
                b.her2(Assay::Ish, "FISH: ratio 1.5", |b, result| {
                    result.probe = Some(Probe::Dual);
                    result.ratio = Some(b.number("1.5"));
                })
            },
        ),
        signed(
            "differs-invasive",
            "Breast, core. Ductal carcinoma in situ. HER2 negative. IHC 2+.\n",
            |b| {
                let invasive = b.fact(false, "in situ");
                b.record().tumor.invasive = Some(invasive);
                b
            },
        ),
        sample(
            "pending-dual",
            "Breast, core. HER2 IHC 2+. CISH single probe: HER2 4.6 per cell.\n",
            |b| {
                b.score("HER2 IHC 2+", IhcScore::Two, IhcScore::Two, "2+");
                b.her2(
                    Assay::Ish,
                    "CISH single probe: HER2 4.6 per cell",
                    |b, result| {
                        result.probe = Some(Probe::Single);
                        result.her2_copies = Some(b.number("4.6"));
                    },
                );
                b.status(RecordStatus::Equivocal, "HER2 IHC 2+");
            },
        ),
        sample(
            "indeterminate",
            "Breast, core. HER2 IHC: indeterminate, the controls failed.\n",
            |b| {
                b.word(
                    Assay::Ihc,
                    "HER2 IHC: indeterminate",
                    Her2Word::Indeterminate,
                );
                b.status(RecordStatus::Indeterminate, "indeterminate");
            },
        ),
    ]
}

/// A score of 2+ in a report that calls HER2 negative.
fn signed(
    name: &'static str,
    text: &'static str,
    more: impl FnOnce(&mut Builder) -> &mut Builder,
) -> Sample {
    sample(name, text, |b| {
        b.score("IHC 2+", IhcScore::Two, IhcScore::Two, "2+");
        b.status(RecordStatus::Negative, "HER2 negative");
        more(b);
    })
}
