//! The evidence of one specimen on one line.

use crate::told::Tested;
use her2_case::{Fact, IhcEvidence, IshEvidence, Term};
use std::fmt::Display;

/// What immunohistochemistry and in situ hybridisation gave, as printed.
pub(crate) fn line(tested: &Tested) -> String {
    let ihc = tested.evidence.ihc.as_ref().map(ihc);
    let ish = tested.evidence.ish.as_ref().map(ish);
    let recount = tested.evidence.recount.as_ref().map(|recount| {
        let mut parts = Parts::new("recount");
        parts.add("ratio ", recount.ratio.as_ref());
        parts.add("HER2 per cell ", recount.her2_copies.as_ref());
        parts.add("cells ", recount.cells.as_ref());
        parts.line()
    });
    let lines: Vec<String> = [ihc, ish, recount].into_iter().flatten().collect();
    lines.join("; ")
}

fn ihc(ihc: &IhcEvidence) -> String {
    let mut parts = Parts::new("IHC");
    parts.add("", ihc.score.as_ref());
    parts.term("", ihc.stain.as_ref());
    if let Some(percent) = &ihc.percent {
        parts.all.push(format!("{} %", percent.value));
    }
    parts.term("", ihc.word.as_ref());
    parts.rejected(ihc.rejected.is_some());
    parts.line()
}

fn ish(ish: &IshEvidence) -> String {
    let mut parts = Parts::new("ISH");
    parts.term("", ish.probe.as_ref());
    parts.add("ratio ", ish.ratio.as_ref());
    parts.add("HER2 per cell ", ish.her2_copies.as_ref());
    parts.add("CEP17 per cell ", ish.cep17_copies.as_ref());
    parts.add("HER2 total ", ish.her2_total.as_ref());
    parts.add("CEP17 total ", ish.cep17_total.as_ref());
    parts.add("cells ", ish.cells.as_ref());
    parts.add("observers ", ish.observers.as_ref());
    parts.term("signed group ", ish.group.as_ref());
    parts.term("", ish.word.as_ref());
    parts.rejected(ish.rejected.is_some());
    parts.line()
}

struct Parts {
    name: &'static str,
    all: Vec<String>,
}

impl Parts {
    fn new(name: &'static str) -> Self {
        Self {
            name,
            all: Vec::new(),
        }
    }

    fn add<T: Display>(&mut self, before: &str, fact: Option<&Fact<T>>) {
        if let Some(fact) = fact {
            self.all.push(format!("{before}{}", fact.value));
        }
    }

    fn term<T: Term>(&mut self, before: &str, fact: Option<&Fact<T>>) {
        if let Some(fact) = fact {
            let words = fact.value.name().replace('_', " ");
            self.all.push(format!("{before}{words}"));
        }
    }

    fn rejected(&mut self, rejected: bool) {
        if rejected {
            self.all.push("declared invalid".to_owned());
        }
    }

    fn line(self) -> String {
        format!("{} {}", self.name, self.all.join(", "))
    }
}
