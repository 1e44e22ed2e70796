//! What is said of the tumour and its tissue as a whole.

use super::bundle::{Bundle, Place};
use super::coded::{
    Unit, Value, amount, answers, coding, concept, count, item_concept, number, ours_concept, own,
    value_concept,
};
use super::json::Object;
use super::observation::{Kind, Observation};
use crate::convert::{LeftOut, is_category};
use her2_case::{Fact, Record, Term, TnmPrefix};
use her2_knowledge::codes::{CodeSystem, CodedAnswer, Item};

/// Writes the observations of a record that are of no single specimen.
pub(super) fn write(
    record: &Record,
    at: &Place<'_>,
    bundle: &mut Bundle<'_>,
    left_out: &mut LeftOut,
) {
    let tumor = &record.tumor;
    let mut out = Out { at, bundle };
    out.item(Item::Grade, "grade", &tumor.grade, |grade| {
        let mut codings = vec![own(&format!("grade-{}", grade.name()))];
        codings.extend(answers(&[CodeSystem::Snomed], CodedAnswer::Grade(*grade)));
        value_concept(concept(codings, None))
    });
    out.own("histology", &tumor.histology, |kind| kind.name());
    out.item(Item::TumorSize, "tumor-size", &tumor.size_mm, |size| {
        number(*size, Unit::Millimetres)
    });
    out.item(
        Item::NodesPositive,
        "nodes-positive",
        &tumor.nodes_positive,
        |n| count(*n),
    );
    out.item(
        Item::NodesExamined,
        "nodes-examined",
        &tumor.nodes_examined,
        |n| count(*n),
    );
    let specimens_have_ki67 = record.specimens.iter().any(|one| one.ki67.is_some());
    if !specimens_have_ki67 {
        out.item(Item::Ki67, "ki67", &tumor.ki67, |percent| {
            amount(*percent, Unit::Percent)
        });
    }
    let prefix = tumor.tnm_prefix.map(|fact| fact.value);
    let categories = [
        (&tumor.t, Item::TClinical, Item::TPathological, "t-category"),
        (&tumor.n, Item::NClinical, Item::NPathological, "n-category"),
        (&tumor.m, Item::MClinical, Item::MPathological, "m-category"),
    ];
    for (category, clinical, pathological, name) in categories {
        let Some(fact) = category else { continue };
        if !is_category(&fact.value) {
            left_out.add("a TNM category that is none");
            continue;
        }
        let code = match prefix {
            Some(TnmPrefix::Clinical) => item_concept(clinical, name),
            Some(TnmPrefix::Pathological | TnmPrefix::AfterTreatment) => {
                item_concept(pathological, name)
            }
            None => {
                left_out.add("a TNM category that is neither clinical nor pathological");
                continue;
            }
        };
        let printed = format!("{}{}", prefix.map_or("", TnmPrefix::name), fact.value);
        let staging = coding(CodeSystem::CancerStaging.uri(), &printed, None);
        let value = value_concept(concept(vec![staging], Some(&printed)));
        out.add(code, name, value, fact);
    }
    out.item(Item::Laterality, "laterality", &tumor.laterality, |side| {
        let mut codings = vec![own(side.name())];
        codings.extend(answers(&[CodeSystem::Snomed], CodedAnswer::Side(*side)));
        value_concept(concept(codings, None))
    });
    out.own("several-tumors", &tumor.multiple, yes_no);
    out.own("vessel-invasion", &tumor.lvi, |seen| seen.name());
    out.own("margins", &tumor.margins, |margin| margin.name());
    out.own("dcis", &tumor.dcis, |seen| seen.name());
    out.own("treatment-effect", &tumor.treatment_effect, |seen| {
        seen.name()
    });
    out.own("metastatic-site", &tumor.metastatic_site, |site| {
        site.name()
    });
    out.own("invasive", &tumor.invasive, yes_no);
    out.own("site", &record.site, |site| site.name());
    let handling = &record.preanalytics;
    out.measured("fixation-time", &handling.fixation_hours, |time| {
        amount(*time, Unit::Hours)
    });
    out.measured("ischaemia-time", &handling.ischaemia_minutes, |time| {
        amount(*time, Unit::Minutes)
    });
    out.own("formalin", &handling.formalin, yes_no);
    out.own("decalcified", &handling.decalcified, yes_no);
    out.measured("edition-stated", &record.stated_edition, |year| {
        ("valueString", year.to_string().into())
    });
    for remark in &record.remarks {
        out.own("remark", &Some(*remark), |remark| remark.name());
    }
}

/// Writes facts one by one.
struct Out<'o, 'b> {
    at: &'o Place<'o>,
    bundle: &'o mut Bundle<'b>,
}

impl Out<'_, '_> {
    fn add<T>(&mut self, code: Object, name: &'static str, value: Value, fact: &Fact<T>) {
        let mut written = Observation::new(Kind::Laboratory, code);
        written.value = Some(value);
        written.effective = self.at.date;
        let origin = fact.origin;
        let span = origin.as_span();
        written
            .read_at
            .extend(span.map(|span| (origin.record, span)));
        self.bundle.add_observation(written, self.at, name);
    }

    /// A fact with a public code.
    fn item<T>(
        &mut self,
        item: Item,
        name: &'static str,
        fact: &Option<Fact<T>>,
        value: impl Fn(&T) -> Value,
    ) {
        if let Some(fact) = fact {
            self.add(item_concept(item, name), name, value(&fact.value), fact);
        }
    }

    /// A fact with a code of this project, and a value with another.
    fn own<T>(
        &mut self,
        name: &'static str,
        fact: &Option<Fact<T>>,
        value: impl Fn(&T) -> &'static str,
    ) {
        self.measured(name, fact, |held| value_concept(ours_concept(value(held))));
    }

    /// A measured fact with a code of this project.
    fn measured<T>(
        &mut self,
        name: &'static str,
        fact: &Option<Fact<T>>,
        value: impl Fn(&T) -> Value,
    ) {
        if let Some(fact) = fact {
            self.add(ours_concept(name), name, value(&fact.value), fact);
        }
    }
}

fn yes_no(yes: &bool) -> &'static str {
    if *yes { "yes" } else { "no" }
}
