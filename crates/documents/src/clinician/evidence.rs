//! The evidence of one specimen on one line.

use crate::told::Tested;
use crate::words::Words;
use her2_case::{Fact, IhcEvidence, IshEvidence, Term};
use std::fmt::Display;

/// What immunohistochemistry and in situ hybridisation gave, as printed.
pub(crate) fn line(words: &Words, tested: &Tested) -> String {
    let ihc = tested.evidence.ihc.as_ref().map(|of| ihc(words, of));
    let ish = tested.evidence.ish.as_ref().map(|of| ish(words, of));
    let recount = tested.evidence.recount.as_ref().map(|recount| {
        let recount_name = words.get("record-recount", &[]).unwrap_or_default();
        let mut parts = Parts::new(words, recount_name);
        parts.add("ratio", recount.ratio.as_ref());
        parts.add("her2-copies", recount.her2_copies.as_ref());
        parts.add("cells", recount.cells.as_ref());
        parts.line()
    });
    let lines: Vec<String> = [ihc, ish, recount].into_iter().flatten().collect();
    lines.join("; ")
}

fn ihc(words: &Words, ihc: &IhcEvidence) -> String {
    let mut parts = Parts::new(words, "IHC".to_owned());
    parts.add("score", ihc.score.as_ref());
    parts.term("stain", ihc.stain.as_ref());
    if let Some(percent) = &ihc.percent {
        parts.add("percent", Some(percent));
    }
    parts.term("word", ihc.word.as_ref());
    parts.rejected(ihc.rejected.is_some());
    parts.line()
}

fn ish(words: &Words, ish: &IshEvidence) -> String {
    let mut parts = Parts::new(words, "ISH".to_owned());
    parts.term("probe", ish.probe.as_ref());
    parts.add("ratio", ish.ratio.as_ref());
    parts.add("her2-copies", ish.her2_copies.as_ref());
    parts.add("cep17-copies", ish.cep17_copies.as_ref());
    parts.add("her2-total", ish.her2_total.as_ref());
    parts.add("cep17-total", ish.cep17_total.as_ref());
    parts.add("cells", ish.cells.as_ref());
    parts.add("observers", ish.observers.as_ref());
    parts.group(ish);
    parts.term("word", ish.word.as_ref());
    parts.rejected(ish.rejected.is_some());
    parts.line()
}

struct Parts<'a> {
    words: &'a Words,
    name: String,
    all: Vec<String>,
}

impl<'a> Parts<'a> {
    fn new(words: &'a Words, name: String) -> Self {
        let all = Vec::new();
        Self { words, name, all }
    }

    fn add<T: Display>(&mut self, what: &str, fact: Option<&Fact<T>>) {
        if let Some(fact) = fact {
            let said = self.words.recorded_value(what, &fact.value.to_string());
            self.all.push(said);
        }
    }

    fn term<T: Term>(&mut self, what: &str, fact: Option<&Fact<T>>) {
        if let Some(fact) = fact {
            self.all.push(self.words.recorded(what, fact.value.name()));
        }
    }

    fn group(&mut self, ish: &IshEvidence) {
        if let Some(group) = &ish.group {
            let said = self.words.recorded_value("group", group.value.name());
            self.all.push(said);
        }
    }

    fn rejected(&mut self, rejected: bool) {
        if rejected {
            self.all.extend(self.words.get("record-rejected", &[]));
        }
    }

    fn line(self) -> String {
        format!("{} {}", self.name, self.all.join(", "))
    }
}
