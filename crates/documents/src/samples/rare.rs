//! Rare groups, results that differ, older editions, corrections.

use super::shapes::group;
use crate::sample::{Sample, sample};
use her2_case::*;

pub(super) fn rare() -> Vec<Sample> {
    vec![
        group(
            "group-2",
            "Breast, core. HER2 IHC 1+. HER2 FISH: ratio 2.1, HER2 3.5 per cell.\n",
            "2.1",
            "3.5",
            Some(IhcScore::One),
        ),
        group(
            "group-3",
            "Breast, core. HER2 IHC 0. HER2 FISH: ratio 1.7, HER2 6.2 per cell.\n",
            "1.7",
            "6.2",
            Some(IhcScore::Zero),
        ),
        group(
            "group-4",
            "Breast, core. HER2 IHC 1+. HER2 FISH: ratio 1.8, HER2 4.6 per cell.\n",
            "1.8",
            "4.6",
            Some(IhcScore::One),
        ),
        sample(
            "equivocal-rejected",
            "Breast, core. HER2 IHC 2+. HER2 FISH: ratio 2.4, HER2 5.0 per cell, 18 cells.\n",
            |b| {
                b.score("HER2 IHC 2+", IhcScore::Two, IhcScore::Two, "2+");
                b.ratio(
                    "HER2 FISH: ratio 2.4, HER2 5.0 per cell, 18 cells",
                    "2.4",
                    "5.0",
                );
                let cells = b.fact(18, "18 cells");
                b.record().specimens[0].her2[1].cells = Some(cells);
                b.status(RecordStatus::Equivocal, "HER2 IHC 2+");
            },
        ),
        sample(
            "retest-should",
            "Breast, excision. Tubular carcinoma, grade 1. HER2 IHC 3+.\n",
            |b| {
                b.specimen("Breast, excision", Procedure::Excision);
                b.score("HER2 IHC 3+", IhcScore::Three, IhcScore::Three, "3+");
                b.status(RecordStatus::Positive, "HER2 IHC 3+");
                let histology = b.fact(Histology::Tubular, "Tubular carcinoma");
                let grade = b.fact(Grade::One, "grade 1");
                b.record().tumor.histology = Some(histology);
                b.record().tumor.grade = Some(grade);
            },
        ),
        sample(
            "handling",
            "Breast, core. Fixed in formalin for 100 hours. HER2 IHC 1+.\n",
            |b| {
                b.score("HER2 IHC 1+", IhcScore::One, IhcScore::One, "1+");
                b.status(RecordStatus::Negative, "HER2 IHC 1+");
                let hours = b.number("100");
                let formalin = b.fact(true, "formalin");
                b.record().preanalytics.fixation_hours = Some(hours);
                b.record().preanalytics.formalin = Some(formalin);
            },
        ),
        sample(
            "amended",
            "Breast, core. HER2 IHC: negative, 0. AMENDED: HER2 IHC is 3+. Two tumors.\n",
            |b| {
                b.score("HER2 IHC: negative, 0", IhcScore::Zero, IhcScore::Zero, "0");
                b.record().specimens[0].her2[0].superseded = true;
                b.score("HER2 IHC is 3+", IhcScore::Three, IhcScore::Three, "3+");
                b.status(RecordStatus::Positive, "HER2 IHC is 3+");
                let multiple = b.fact(true, "Two tumors");
                b.record().tumor.multiple = Some(multiple);
            },
        ),
        sample(
            "discordant",
            "Breast, core. HER2 IHC 1+. HER2 FISH: ratio 2.6, HER2 5.2 per cell.\n",
            |b| {
                b.score("HER2 IHC 1+", IhcScore::One, IhcScore::One, "1+");
                b.ratio("HER2 FISH: ratio 2.6, HER2 5.2 per cell", "2.6", "5.2");
                b.status(RecordStatus::Positive, "ratio 2.6");
            },
        ),
        sample(
            "older-edition",
            "Breast, 2014. By the 2013 guideline HER2 FISH is positive: ratio 2.1, HER2 3.5 per cell. HER2 IHC 1+.\n",
            |b| {
                let stated = b.fact(2013, "2013");
                b.record().stated_edition = Some(stated);
                b.score("HER2 IHC 1+", IhcScore::One, IhcScore::One, "1+");
                b.her2(
                    Assay::Ish,
                    "HER2 FISH is positive: ratio 2.1, HER2 3.5 per cell",
                    |b, result| {
                        result.probe = Some(Probe::Dual);
                        result.word = Some(b.fact(Her2Word::Positive, "positive"));
                        result.ratio = Some(b.number("2.1"));
                        result.her2_copies = Some(b.number("3.5"));
                    },
                );
                b.status(RecordStatus::Positive, "positive");
            },
        ),
        sample(
            "contradicts-ratio",
            "Breast, core. HER2 FISH: amplified, ratio 1.1.\n",
            |b| {
                b.her2(
                    Assay::Ish,
                    "HER2 FISH: amplified, ratio 1.1",
                    |b, result| {
                        result.probe = Some(Probe::Dual);
                        result.word = Some(b.fact(Her2Word::Amplified, "amplified"));
                        result.ratio = Some(b.number("1.1"));
                    },
                );
                b.status(RecordStatus::Positive, "amplified");
            },
        ),
        sample("contradicts", "Breast, core. HER2: NEGATIVE (3+).\n", |b| {
            b.her2(Assay::Ihc, "HER2: NEGATIVE (3+)", |b, result| {
                result.score = Some(b.fact(ScoreReading::single(IhcScore::Three), "3+"));
                result.word = Some(b.fact(Her2Word::Negative, "NEGATIVE"));
            });
            b.status(RecordStatus::Positive, "3+");
            let message = "The score and the word say the opposite of each other.";
            b.problem("contradictory", Severity::Warning, message);
        }),
        sample(
            "conflict",
            "A. Left breast, mass 1: HER2 IHC 3+.\nB. Left breast, mass 2: HER2 IHC 1+.\n",
            |b| {
                b.specimen("Left breast, mass 1", Procedure::Excision);
                b.score("HER2 IHC 3+", IhcScore::Three, IhcScore::Three, "3+");
                b.specimen("Left breast, mass 2", Procedure::Excision);
                b.score("HER2 IHC 1+", IhcScore::One, IhcScore::One, "1+");
                b.status(RecordStatus::Conflict, "HER2 IHC 3+");
            },
        ),
    ]
}
