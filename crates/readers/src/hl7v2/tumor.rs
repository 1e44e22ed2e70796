//! Coded observations about the tumour and its stage, the heart, and menopause.

use super::given::Given;
use super::observation::Observation;
use crate::value;
use her2_case::{
    Course, Fact, LvefMethod, LvefReading, Menopause, Origin, Problem, Record, Severity, Span,
    TnmPrefix,
};
use her2_knowledge::codes::{CodedAnswer, Item, is_ejection_fraction};

/// Puts a fact where there is none; `false` if another stands there.
fn set<T: PartialEq>(slot: &mut Option<Fact<T>>, fact: Fact<T>) -> bool {
    match slot {
        Some(known) => known.value == fact.value,
        None => {
            *slot = Some(fact);
            true
        }
    }
}

/// What became of an observation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Outcome {
    Read,
    /// It differs from what stands in the prose.
    Differs,
    NotUnderstood,
    /// It is about nothing that is kept.
    Passed,
}

/// Reads an observation about the tumour or the person.
pub(super) fn read(
    item: Item,
    observation: &Observation,
    given: &Given,
    record: &mut Record,
    course: &mut Course,
) -> Outcome {
    let outcome = |set: Option<bool>| match set {
        Some(true) => Outcome::Read,
        Some(false) => Outcome::Differs,
        None if value::missing(&given.text).is_some()
            || given.answer == Some(CodedAnswer::NotKnown) =>
        {
            Outcome::Read
        }
        None => Outcome::NotUnderstood,
    };
    let tumor = &mut record.tumor;
    let text = given.text.as_str();
    match item {
        Item::Grade => {
            let coded = match given.answer {
                Some(CodedAnswer::Grade(grade)) => Some(given.fact_of_all(grade)),
                _ => value::grade(text).map(|read| given.fact(read.value, &read.range)),
            };
            outcome(coded.map(|fact| set(&mut tumor.grade, fact)))
        }
        Item::Histology => outcome(match given.answer {
            Some(CodedAnswer::Histology(kind)) => {
                Some(set(&mut tumor.histology, given.fact_of_all(kind)))
            }
            _ => return Outcome::Passed,
        }),
        Item::Laterality => {
            let side = match given.answer {
                Some(CodedAnswer::Side(side)) => Some(given.fact_of_all(side)),
                _ => value::laterality(text).map(|read| given.fact(read.value, &read.range)),
            };
            outcome(side.map(|fact| set(&mut tumor.laterality, fact)))
        }
        Item::TumorSize => {
            let centimetres = match observation.units.to_ascii_lowercase().as_str() {
                "" if text.to_ascii_lowercase().contains('m') => false,
                "mm" | "millimeter" | "millimeters" => false,
                "cm" | "centimeter" | "centimeters" => true,
                _ => return Outcome::NotUnderstood,
            };
            let size = value::millimetres(text, centimetres)
                .map(|read| given.fact(read.value, &read.range));
            outcome(size.map(|fact| set(&mut tumor.size_mm, fact)))
        }
        Item::NodesPositive | Item::NodesExamined => {
            let slot = if item == Item::NodesPositive {
                &mut tumor.nodes_positive
            } else {
                &mut tumor.nodes_examined
            };
            let count = value::count(text).map(|read| given.fact(read.value, &read.range));
            outcome(count.map(|fact| set(slot, fact)))
        }
        Item::TClinical | Item::TPathological => {
            outcome(category(record, given, 't', item == Item::TPathological))
        }
        Item::NClinical | Item::NPathological => {
            outcome(category(record, given, 'n', item == Item::NPathological))
        }
        Item::MClinical | Item::MPathological => {
            outcome(category(record, given, 'm', item == Item::MPathological))
        }
        Item::MetastaticSite => outcome(match given.answer {
            Some(CodedAnswer::Metastasis(site)) => {
                Some(set(&mut tumor.metastatic_site, given.fact_of_all(site)))
            }
            _ => return Outcome::Passed,
        }),
        Item::Lvef | Item::LvefEcho | Item::LvefMuga | Item::LvefMri => {
            outcome(lvef(item, observation, given, course))
        }
        Item::MenopausalStatus => {
            let coded = match given.answer {
                Some(CodedAnswer::Menopause(menopause)) => Some(given.fact_of_all(menopause)),
                _ => value::menopause(text).and_then(|read| {
                    let known = match read.value {
                        value::Menopausal::Pre => Menopause::Pre,
                        value::Menopausal::Post => Menopause::Post,
                        value::Menopausal::Peri => return None,
                    };
                    Some(given.fact(known, &read.range))
                }),
            };
            outcome(coded.map(|fact| set(&mut course.menopause, fact)))
        }
        _ => Outcome::Passed,
    }
}

/// A category of the stage. The prose's own stays where it is of another kind.
fn category(record: &mut Record, given: &Given, letter: char, pathological: bool) -> Option<bool> {
    let tumor = &mut record.tumor;
    let fact: Fact<String> = match given.answer {
        Some(CodedAnswer::T(text) | CodedAnswer::N(text) | CodedAnswer::M(text)) => {
            given.fact_of_all(text.to_owned())
        }
        _ => {
            let read = value::category(&given.text, letter.to_ascii_uppercase())?;
            given.fact(read.text, &read.range)
        }
    };
    let prefix = if pathological {
        TnmPrefix::Pathological
    } else {
        TnmPrefix::Clinical
    };
    let known = tumor.tnm_prefix.as_ref().map(|known| known.value);
    let fits = known.is_none_or(|known| match known {
        TnmPrefix::Clinical => !pathological,
        TnmPrefix::Pathological | TnmPrefix::AfterTreatment => pathological,
    });
    if !fits {
        return Some(true);
    }
    if tumor.tnm_prefix.is_none() {
        tumor.tnm_prefix = Some(given.fact_of_all(prefix));
    }
    let slot = match letter {
        't' => &mut tumor.t,
        'n' => &mut tumor.n,
        _ => &mut tumor.m,
    };
    Some(set(slot, fact))
}

fn lvef(item: Item, observation: &Observation, given: &Given, course: &mut Course) -> Option<bool> {
    let read = value::percent(&given.text)?;
    let percent = read.value.exact().filter(|of| is_ejection_fraction(*of))?;
    let reading = LvefReading {
        date: observation.date?,
        percent,
        method: match item {
            Item::LvefEcho => Some(LvefMethod::Echo),
            Item::LvefMuga => Some(LvefMethod::Muga),
            Item::LvefMri => Some(LvefMethod::Mri),
            _ => None,
        },
        baseline: false,
    };
    let known = |of: &Fact<LvefReading>| {
        of.value.date == reading.date && of.value.percent == reading.percent
    };
    if !course.lvef.iter().any(known) {
        course.lvef.push(given.fact(reading, &read.range));
    }
    Some(true)
}

/// A value by code that the prose contradicts.
pub(super) fn differs(path: &str, span: Span) -> Problem {
    Problem {
        code: "prose-and-value-differ",
        severity: Severity::Warning,
        message: format!(
            "{path} says something else than the prose of the same report; ask the laboratory which is meant"
        ),
        origin: Some(Origin::span(span)),
    }
}
