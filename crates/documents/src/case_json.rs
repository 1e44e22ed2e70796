//! The input of `her2 decide`: one object a specimen, with the evidence that was brought together for it.

use crate::convert::{Export, LeftOut, Locals};
use her2_case::{
    Amount, Evidence, Fact, Her2Word, IhcEvidence, IshEvidence, RecountEvidence, Site, Term,
};
use her2_pathway::testing::EditionSource;
use std::fmt::{Display, Write};

/// A line for each specimen, or tumour of it, with a statement about HER2.
pub(crate) fn lines(export: &Export<'_>, left_out: &mut LeftOut) -> String {
    let locals = Locals::of(export);
    let mut out = String::new();
    for (number, found) in export.timeline.records.iter().enumerate() {
        for (at, specimen) in found.specimens.iter().enumerate() {
            let mut line = Line::default();
            let id = format!("{}/{}/{}", locals.patient(), number + 1, at + 1);
            line.text("id", Some(id));
            let chosen = found.edition_source == EditionSource::Chosen;
            line.text("edition", chosen.then_some(found.edition.0));
            evidence(&specimen.evidence, &mut line, left_out);
            line.write(&mut out);
        }
        let record = &export.records[number];
        let tumor = &record.tumor;
        let receptors = record.er.is_some() || record.pr.is_some();
        left_out.add_if(receptors, "estrogen and progesterone receptor");
        let stage = tumor.t.is_some() || tumor.n.is_some() || tumor.m.is_some();
        left_out.add_if(stage, "TNM");
        let rest = tumor.grade.is_some() || tumor.histology.is_some() || tumor.size_mm.is_some();
        left_out.add_if(rest, "grade, histology and size");
        left_out.add_if(tumor.ki67.is_some(), "Ki-67");
        left_out.add_if(record.date.is_some(), "dates");
    }
    out
}

fn evidence(of: &Evidence, line: &mut Line, left_out: &mut LeftOut) {
    line.bool("invasive", of.invasive);
    line.text(
        "site",
        of.site
            .filter(|site| site.value != Site::Breast)
            .map(|_| "other"),
    );
    if let Some(of) = &of.ihc {
        let mut object = Line::default();
        ihc(of, &mut object, left_out);
        line.object("ihc", object);
    }
    if let Some(of) = &of.ish {
        let mut object = Line::default();
        ish(of, &mut object, left_out);
        line.object("ish", object);
    }
    if let Some(of) = &of.recount {
        let mut object = Line::default();
        recount(of, &mut object, left_out);
        line.object("recount", object);
    }
    let group = of.adjudicated_group.map(|group| group.value.name());
    line.literal("adjudicated_group", group);
}

fn ihc(of: &IhcEvidence, line: &mut Line, left_out: &mut LeftOut) {
    // The three printed ranges other than 0 to 1+ have no place: a range is no score.
    let score = of.score.map(|score| score.value.to_string());
    let known = ["0", "0+", "0/1+", "1+", "2+", "3+"];
    let (told, not): (Option<String>, bool) = match score {
        Some(score) if known.contains(&score.as_str()) => (Some(score), false),
        Some(_) => (None, true),
        None => (None, false),
    };
    left_out.add_if(not, "a range of HER2 scores");
    line.text("score", told);
    line.text("stain", of.stain.map(|stain| stain.value.name()));
    line.text(
        "pct",
        exact(of.percent, "a bound or range of the HER2 percent", left_out),
    );
    left_out.add_if(of.word.is_some(), "the word beside an IHC result");
    line.text("rejected", of.rejected.map(|_| "as the record says"));
}

fn ish(of: &IshEvidence, line: &mut Line, left_out: &mut LeftOut) {
    const BOUND: &str = "a bound or range of a HER2 count";
    line.text("assay", of.probe.map(|probe| probe.value.name()));
    line.text("ratio", exact(of.ratio, BOUND, left_out));
    line.text("her2", exact(of.her2_copies, BOUND, left_out));
    line.text("cep17", exact(of.cep17_copies, BOUND, left_out));
    line.literal("cells", value(of.cells));
    line.text("her2_total", value(of.her2_total));
    line.text("cep17_total", value(of.cep17_total));
    line.literal("her2_cells", value(of.her2_cells));
    line.literal("cep17_cells", value(of.cep17_cells));
    line.literal("observers", value(of.observers));
    line.bool("same_tissue_as_ihc", of.same_tissue_as_ihc);
    let told = match of.word.map(|word| word.value) {
        Some(Her2Word::Amplified | Her2Word::Positive) => Some("amplified"),
        Some(Her2Word::NotAmplified | Her2Word::Negative) => Some("not_amplified"),
        Some(Her2Word::Equivocal) => Some("equivocal"),
        Some(_) => {
            left_out.add("the word beside an ISH result");
            None
        }
        None => None,
    };
    line.text("interpretation", told);
    left_out.add_if(of.group.is_some(), "the ISH group as the record states it");
    line.text("rejected", of.rejected.map(|_| "as the record says"));
}

fn recount(of: &RecountEvidence, line: &mut Line, left_out: &mut LeftOut) {
    const BOUND: &str = "a bound or range of a HER2 count";
    line.text("ratio", exact(of.ratio, BOUND, left_out));
    line.text("her2", exact(of.her2_copies, BOUND, left_out));
    line.literal("cells", value(of.cells));
    line.bool("blinded", of.blinded);
    line.bool("different_observer", of.different_observer);
}

/// The number, if it is one: a bound is not a number that lies on it.
fn exact(
    fact: Option<Fact<Amount>>,
    otherwise: &'static str,
    left_out: &mut LeftOut,
) -> Option<String> {
    let amount = fact?.value;
    left_out.add_if(amount.exact().is_none(), otherwise);
    amount.exact().map(|number| number.to_string())
}

fn value<T: Display>(fact: Option<Fact<T>>) -> Option<String> {
    fact.map(|fact| fact.value.to_string())
}

/// An object on one line.
#[derive(Default)]
struct Line(String);

impl Line {
    fn key(&mut self, key: &str) {
        let comma = if self.0.is_empty() { "" } else { "," };
        let _ = write!(self.0, "{comma}\"{key}\":");
    }

    fn text(&mut self, key: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.key(key);
            let text = serde_json::to_string(&value.to_string());
            self.0.push_str(&text.expect("a string is always JSON"));
        }
    }

    fn literal(&mut self, key: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.key(key);
            let _ = write!(self.0, "{value}");
        }
    }

    fn bool(&mut self, key: &str, fact: Option<Fact<bool>>) {
        self.literal(key, value(fact));
    }

    fn object(&mut self, key: &str, object: Self) {
        if !object.0.is_empty() {
            self.key(key);
            let _ = write!(self.0, "{{{}}}", object.0);
        }
    }

    fn write(self, out: &mut String) {
        let _ = writeln!(out, "{{{}}}", self.0);
    }
}
