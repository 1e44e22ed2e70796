//! One invented report for each kind of page.

use crate::sample::{Builder, Sample, sample};
use her2_case::*;

/// Every sample.
pub(crate) fn samples() -> Vec<Sample> {
    let mut all = settled();
    all.extend(open());
    all.extend(rare());
    all.extend(nothing());
    all
}

fn settled() -> Vec<Sample> {
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

fn open() -> Vec<Sample> {
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

fn rare() -> Vec<Sample> {
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

fn nothing() -> Vec<Sample> {
    vec![
        sample(
            "not-reported",
            "Left breast, excision. Invasive ductal carcinoma, grade 2.\n",
            |b| {
                b.specimen("Left breast, excision", Procedure::Excision);
                let grade = b.fact(Grade::Two, "grade 2");
                b.record().tumor.grade = Some(grade);
                b.problem("no-her2", Severity::Note, "HER2 is not mentioned");
            },
        ),
        sample("not-breast", "Colon, resection. Adenocarcinoma.\n", |b| {
            let site = b.fact(Site::Other, "Colon");
            b.record().site = Some(site);
            b.problem(
                "other-organ",
                Severity::Warning,
                "the report is about another organ",
            );
        }),
        sample(
            "not-invasive",
            "Breast, core. DCIS only. HER2 IHC 3+.\n",
            |b| {
                b.score("HER2 IHC 3+", IhcScore::Three, IhcScore::Three, "3+");
                let invasive = b.fact(false, "DCIS only");
                b.record().tumor.invasive = Some(invasive);
                b.status(RecordStatus::NotReported, "DCIS only");
            },
        ),
        sample("unreadable", "", |b| {
            b.problem("empty", Severity::Error, "the file is empty");
        }),
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

fn score(
    name: &'static str,
    text: &'static str,
    low: IhcScore,
    high: IhcScore,
    printed: &'static str,
) -> Sample {
    sample(name, text, |b| {
        let words = text
            .split_once("core. ")
            .map_or(text, |(_, rest)| rest)
            .trim_end_matches(".\n");
        b.her2(Assay::Ihc, words, |b, result| {
            let reading = ScoreReading {
                low,
                high,
                zero_plus: false,
            };
            result.score = Some(b.fact(reading, printed));
        });
        let status = if high == IhcScore::Two {
            RecordStatus::Equivocal
        } else {
            RecordStatus::Negative
        };
        b.status(status, words);
    })
}

fn stained(
    name: &'static str,
    text: &'static str,
    stain: Stain,
    percent: Option<&'static str>,
) -> Sample {
    sample(name, text, |b| {
        let words = text
            .split_once("core. ")
            .map_or(text, |(_, rest)| rest)
            .trim_end_matches(".\n");
        b.her2(Assay::Ihc, words, |b, result| {
            result.score = Some(b.fact(ScoreReading::single(IhcScore::Zero), "score 0"));
            result.stain = Some(b.fact(stain, words));
            result.percent = percent.map(|percent| b.number(percent));
        });
        b.status(RecordStatus::Negative, words);
    })
}

fn group(
    name: &'static str,
    text: &'static str,
    ratio: &'static str,
    copies: &'static str,
    ihc: Option<IhcScore>,
) -> Sample {
    sample(name, text, |b| {
        if let Some(score) = ihc {
            let words = format!("HER2 IHC {}", score.name());
            b.score(&words, score, score, &words);
            b.status(RecordStatus::Negative, &words);
        }
        if ihc.is_none_or(|score| score == IhcScore::Two) {
            b.status(RecordStatus::Equivocal, "HER2 FISH");
        }
        let ish = text
            .find("HER2 FISH")
            .map_or(text, |at| text[at..].trim_end_matches(".\n"));
        b.ratio(ish, ratio, copies);
    })
}
