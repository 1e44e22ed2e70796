//! Records without a HER2 result of a breast cancer.

use crate::sample::{Sample, sample};
use her2_case::*;

pub(super) fn nothing() -> Vec<Sample> {
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
