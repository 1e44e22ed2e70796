//! What is found in the registry samples of the data folder, as counts: their values are random, so they test format, codes and contradictions.

use her2::{Reading, read_each};
use her2_case::{Assay, Term};
use jiff::civil::date;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

fn folder() -> Option<PathBuf> {
    let named = std::env::var_os("HER2_SHARED").map(PathBuf::from);
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = named.unwrap_or(beside).join("data/naaccr");
    folder.is_dir().then_some(folder)
}

#[derive(Default)]
struct Counts(BTreeMap<String, usize>);

impl Counts {
    fn add(&mut self, what: impl Into<String>, count: usize) {
        if count > 0 {
            *self.0.entry(what.into()).or_default() += count;
        }
    }

    fn of(&mut self, reading: &Reading<'_>) {
        self.add("patients", 1);
        self.add("patients with a number", reading.patients());
        for course in reading.courses() {
            self.add("sex", usize::from(course.sex.is_some()));
            self.add("born", usize::from(course.born.is_some()));
            self.add("diagnosed", usize::from(course.diagnosed.is_some()));
            self.add("metastatic", usize::from(course.setting.is_some()));
        }
        for passed in reading.passed_over() {
            self.add(
                format!("passed over: {}", passed.what),
                passed.count as usize,
            );
        }
        for record in reading.records() {
            self.add("records", 1);
            self.add("specimens", record.specimens.len());
            let tumor = &record.tumor;
            for (what, is) in [
                ("invasive", tumor.invasive.is_some_and(|of| of.value)),
                ("not invasive", tumor.invasive.is_some_and(|of| !of.value)),
                ("grade", tumor.grade.is_some()),
                ("size", tumor.size_mm.is_some()),
                ("nodes positive", tumor.nodes_positive.is_some()),
                ("nodes examined", tumor.nodes_examined.is_some()),
                ("histology", tumor.histology.is_some()),
                ("side", tumor.laterality.is_some()),
                ("T", tumor.t.is_some()),
                ("N", tumor.n.is_some()),
                ("Ki-67", tumor.ki67.is_some()),
                ("lymphovascular invasion", tumor.lvi.is_some()),
            ] {
                self.add(format!("tumour: {what}"), usize::from(is));
            }
            for result in record.her2_results() {
                let assay = match result.assay {
                    Assay::Unspecified => "overall",
                    assay => assay.name(),
                };
                self.add(format!("HER2 {assay}"), 1);
                self.add(
                    format!("HER2 {assay}: score"),
                    usize::from(result.score.is_some()),
                );
                self.add(
                    format!("HER2 {assay}: ratio"),
                    usize::from(result.ratio.is_some()),
                );
                self.add(
                    format!("HER2 {assay}: copies"),
                    usize::from(result.her2_copies.is_some()),
                );
                if let Some(word) = result.word {
                    self.add(format!("HER2 {assay}: {}", word.value.name()), 1);
                }
            }
            for receptor in record.specimens.iter().flat_map(|of| &of.receptors) {
                self.add(
                    format!("{:?}: {}", receptor.receptor, receptor.status.name()),
                    1,
                );
            }
            self.add(format!("states: {}", record.her2_status.0.name()), 1);
            for problem in &record.problems {
                self.add(format!("problem: {}", problem.code), 1);
            }
        }
        let case = reading.decide(date(2026, 11, 22), None);
        let status = case.timeline().status();
        let status = status.map_or("nothing", |status| status.name());
        self.add(format!("decided: {status}"), 1);
    }
}

#[test]
fn the_samples_give_these_counts() {
    let Some(folder) = folder() else {
        println!("skipped: the data folder is not there");
        return;
    };
    let mut told = String::new();
    for name in [
        "naaccr-xml-sample-v240-incidence-10.xml.gz",
        "naaccr-xml-sample-v250-abstract-100.xml.gz",
        "naaccr-xml-sample-v250-incidence-1000.xml.gz",
    ] {
        let bytes = std::fs::read(folder.join(name)).expect("the sample can be read");
        let mut counts = Counts::default();
        read_each(name, &bytes, &mut |reading| counts.of(&reading));
        writeln!(told, "{name}").expect("a string can be written to");
        for (what, count) in counts.0 {
            writeln!(told, "  {what}: {count}").expect("a string can be written to");
        }
    }
    insta::assert_snapshot!(told);
}
