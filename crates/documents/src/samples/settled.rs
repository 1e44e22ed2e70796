//! Reports with a final result.

use super::shapes::{score, stained};
use crate::sample::{Builder, Sample, sample};
use her2_case::*;

pub(super) fn settled() -> Vec<Sample> {
    vec![
        sample("positive-ihc", POSITIVE, |b| {
            b.breast("Left breast")
                .specimen("Left breast, core biopsy", Procedure::CoreBiopsy);
            b.her2(
                Assay::Ihc,
                "HER2 by IHC: positive (score 3+) in 90% of cells",
                |b, result| {
                    result.score = Some(b.fact(ScoreReading::single(IhcScore::Three), "3+"));
                    result.percent = Some(b.number("90"));
                    result.word = Some(b.fact(Her2Word::Positive, "positive"));
                },
            );
            b.status(RecordStatus::Positive, "positive (score 3+)");
            whole_tumor(b);
        }),
        sample(
            "positive-ish",
            "Right breast, lumpectomy.\nHER2 IHC 2+ (equivocal).\nHER2 FISH: amplified, ratio 3.1, HER2 7.4 per cell, 40 cells.\n",
            |b| {
                b.specimen("Right breast, lumpectomy", Procedure::Excision);
                b.score(
                    "HER2 IHC 2+ (equivocal)",
                    IhcScore::Two,
                    IhcScore::Two,
                    "2+",
                );
                b.her2(
                    Assay::Ish,
                    "HER2 FISH: amplified, ratio 3.1, HER2 7.4 per cell, 40 cells",
                    |b, result| {
                        result.probe = Some(Probe::Dual);
                        result.word = Some(b.fact(Her2Word::Amplified, "amplified"));
                        result.ratio = Some(b.number("3.1"));
                        result.her2_copies = Some(b.number("7.4"));
                        result.cells = Some(b.fact(40, "40"));
                    },
                );
                b.status(RecordStatus::Positive, "amplified");
            },
        ),
        sample(
            "positive-word",
            "Breast biopsy. HER2: positive. ER and PR were sent.\n",
            |b| {
                b.word(Assay::Unspecified, "HER2: positive", Her2Word::Positive);
                b.status(RecordStatus::Positive, "HER2: positive");
            },
        ),
        score(
            "negative-one",
            "Breast, core. HER2 IHC: negative, score 1+.\n",
            IhcScore::One,
            IhcScore::One,
            "1+",
        ),
        score(
            "negative-zero",
            "Breast, core. HER2 IHC: negative, score 0.\n",
            IhcScore::Zero,
            IhcScore::Zero,
            "0",
        ),
        score(
            "negative-zero-or-one",
            "Breast, core. HER2 IHC: negative, score 0-1+.\n",
            IhcScore::Zero,
            IhcScore::One,
            "0-1+",
        ),
        stained(
            "negative-ultralow",
            "Breast, core. HER2 IHC: negative, score 0, faint staining in 5% of cells.\n",
            Stain::FaintIncomplete,
            Some("5"),
        ),
        stained(
            "negative-null",
            "Breast, core. HER2 IHC: negative, score 0, no staining.\n",
            Stain::None,
            None,
        ),
        sample(
            "negative-two",
            "Breast, core. HER2 IHC: score 2+.\nHER2 FISH: not amplified, ratio 1.2, HER2 2.4 per cell, 60 cells.\n",
            |b| {
                b.score("HER2 IHC: score 2+", IhcScore::Two, IhcScore::Two, "2+");
                b.her2(
                    Assay::Ish,
                    "HER2 FISH: not amplified, ratio 1.2, HER2 2.4 per cell, 60 cells",
                    |b, result| {
                        result.probe = Some(Probe::Dual);
                        result.word = Some(b.fact(Her2Word::NotAmplified, "not amplified"));
                        result.ratio = Some(b.number("1.2"));
                        result.her2_copies = Some(b.number("2.4"));
                        result.cells = Some(b.fact(60, "60"));
                    },
                );
                b.status(RecordStatus::Negative, "not amplified");
            },
        ),
        sample(
            "negative-word",
            "Breast biopsy. HER2 by IHC: negative.\n",
            |b| {
                b.word(Assay::Ihc, "HER2 by IHC: negative", Her2Word::Negative);
                b.status(RecordStatus::Negative, "negative");
            },
        ),
        sample(
            "negative-implied",
            "History: triple negative cancer of the breast.\n",
            |b| {
                b.word(Assay::Unspecified, "triple negative", Her2Word::Negative);
                b.record().specimens[0].her2[0].implied = true;
                b.status(RecordStatus::Negative, "triple negative");
            },
        ),
        sample(
            "negative-prior",
            "Breast, excision. The prior core biopsy was HER2 IHC 1+.\n",
            |b| {
                b.score("HER2 IHC 1+", IhcScore::One, IhcScore::One, "1+");
                b.record().specimens[0].her2[0].context = Context::Prior;
                b.status(RecordStatus::Negative, "HER2 IHC 1+");
            },
        ),
    ]
}

const POSITIVE: &str = "\
Left breast, core biopsy: invasive ductal carcinoma, grade 3.
Tumor size 2.3 cm. Two of 14 lymph nodes with metastasis. pT2 pN1a.
Estrogen receptor: positive, 95%. Progesterone receptor: negative.
Ki-67: 30%.
HER2 by IHC: positive (score 3+) in 90% of cells.
";

fn whole_tumor(b: &mut Builder) {
    b.receptor(
        Receptor::Er,
        "Estrogen receptor: positive, 95%",
        ReceptorStatus::Positive,
        Some("95"),
    );
    b.receptor(
        Receptor::Pr,
        "Progesterone receptor: negative",
        ReceptorStatus::Negative,
        None,
    );
    let tumor = Tumor {
        grade: Some(b.fact(Grade::Three, "grade 3")),
        histology: Some(b.fact(Histology::Ductal, "invasive ductal carcinoma")),
        size_mm: Some(b.fact(Decimal::whole(23), "Tumor size 2.3 cm")),
        nodes_positive: Some(b.fact(2, "Two of 14 lymph nodes")),
        nodes_examined: Some(b.fact(14, "Two of 14 lymph nodes")),
        t: Some(b.fact("T2".into(), "pT2")),
        n: Some(b.fact("N1a".into(), "pN1a")),
        tnm_prefix: Some(b.fact(TnmPrefix::Pathological, "pT2")),
        ki67: Some(b.fact(Amount::Exactly(Decimal::whole(30)), "Ki-67: 30%")),
        ..Tumor::default()
    };
    b.record().tumor = tumor;
}
