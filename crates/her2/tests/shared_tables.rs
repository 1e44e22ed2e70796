//! The tables of the data folder: how much of them is read, as counts. No value of a patient is in the snapshot.

use her2_case::{ReceptorStatus, Record, Term};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

fn folder() -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let shared =
        std::env::var_os("HER2_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    let tables = shared.join("data/tables");
    tables.is_dir().then_some(tables)
}

#[derive(Default)]
struct Counts(BTreeMap<String, u64>);

impl Counts {
    fn add(&mut self, what: impl Into<String>) {
        *self.0.entry(what.into()).or_default() += 1;
    }

    fn record(&mut self, record: &Record) {
        self.add("records");
        self.add(format!("status {}", record.her2_status.0.name()));
        for specimen in &record.specimens {
            self.add("specimens");
            if let Some(point) = specimen.point {
                self.add(format!("point {}", point.name()));
            }
            if let Some(side) = specimen.side {
                self.add(format!("side {}", side.name()));
            }
            for receptor in &specimen.receptors {
                let which = format!("{:?}", receptor.receptor).to_lowercase();
                if receptor.status != ReceptorStatus::NotReported {
                    self.add(format!("{which} {}", receptor.status.name()));
                }
                if receptor.percent.is_some() {
                    self.add(format!("{which} percent"));
                }
            }
        }
        for result in record.her2_results() {
            let assay = result.assay.name();
            let context = format!("{:?}", result.context).to_lowercase();
            self.add(format!("{assay} {context}"));
            if let Some(score) = &result.score {
                self.add(format!("{assay} {context} score {}", score.value));
            }
            if let Some(word) = &result.word {
                self.add(format!("{assay} {context} word {}", word.value.name()));
            }
            for (what, there) in [
                ("percent", result.percent.is_some()),
                ("ratio", result.ratio.is_some()),
                ("her2 copies", result.her2_copies.is_some()),
                ("cep17 copies", result.cep17_copies.is_some()),
                ("her2 total", result.her2_total.is_some()),
                ("cep17 total", result.cep17_total.is_some()),
                ("cells", result.cells.is_some()),
            ] {
                if there {
                    self.add(format!("{assay} {context} {what}"));
                }
            }
        }
        let tumor = &record.tumor;
        for (what, there) in [
            ("t", tumor.t.is_some()),
            ("n", tumor.n.is_some()),
            ("m", tumor.m.is_some()),
            ("grade", tumor.grade.is_some()),
            ("histology", tumor.histology.is_some()),
            ("size", tumor.size_mm.is_some()),
            ("nodes positive", tumor.nodes_positive.is_some()),
            ("nodes examined", tumor.nodes_examined.is_some()),
        ] {
            if there {
                self.add(format!("tumor {what}"));
            }
        }
        for problem in &record.problems {
            self.add(format!("problem {}", problem.code));
        }
    }
}

#[test]
fn the_tables_of_the_data_folder_are_read_whole() {
    let Some(folder) = folder() else {
        eprintln!(
            "skipped: the data folder is absent (../shared/data/tables or $HER2_SHARED/data/tables)"
        );
        return;
    };
    let mut shown = String::new();
    for name in [
        "tcga-brca-clinical-patient.txt",
        "msk-breast-2018.tsv",
        "metabric-clinical.tsv",
        "impress-her2.csv",
    ] {
        let bytes = std::fs::read(folder.join(name)).expect("the table can be read");
        let mut counts = Counts::default();
        her2::read_each(name, &bytes, &mut |reading| {
            counts.add("patients");
            for course in reading.courses() {
                if let Some(sex) = &course.sex {
                    counts.add(format!("sex {}", sex.value.name()));
                }
                if let Some(state) = &course.menopause {
                    counts.add(format!("menopause {}", state.value.name()));
                }
            }
            for record in reading.records() {
                counts.record(record);
            }
            for passed in reading.passed_over() {
                counts.add(format!("passed over {}", passed.what));
            }
        });
        let _ = writeln!(shown, "{name}");
        for (what, count) in &counts.0 {
            let _ = writeln!(shown, "  {what}: {count}");
        }
    }
    insta::assert_snapshot!("shared_tables", shown);
}
