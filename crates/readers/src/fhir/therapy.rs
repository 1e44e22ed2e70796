//! Medicines that were given: single orders and doses become therapies with a first and a last day.

use super::about::answers;
use super::course::days;
use super::day::day;
use super::held::{Common, Gathered, Held};
use super::shape::{Concept, Medication};
use super::token::Text;
use aho_corasick::{AhoCorasick, MatchKind};
use her2_case::{Fact, MedicineClass, Origin, PriorOutcome, PriorTherapy, Span};
use her2_knowledge::codes::{CodeSystem, CodedAnswer, Wording, course_days, medicine_coded};
use her2_knowledge::{Medicine, medicine_named, medicine_names};
use jiff::civil::Date;
use std::sync::LazyLock;

/// One order or dose.
struct Dose {
    inn: &'static str,
    name: String,
    class: MedicineClass,
    first: Option<Date>,
    last: Option<Date>,
    outcome: PriorOutcome,
    given: bool,
    span: Span,
}

/// The therapies of a patient, and the paths of what they were read from.
pub(super) fn therapies<'a>(
    all: &mut Gathered<'a>,
    common: &Common<'a>,
    text: &str,
) -> (Vec<Fact<PriorTherapy>>, Vec<(Span, String)>) {
    let mut doses = Vec::new();
    let mut paths = Vec::new();
    let mut passed = Vec::new();
    for (list, given) in [(&all.given, true), (&all.requests, false)] {
        for held in list {
            match dose(held, given, common, text) {
                Ok(read) => {
                    for dose in &read {
                        paths.push((dose.span, held.path()));
                    }
                    doses.extend(read);
                }
                Err(why) => passed.push((held.kind, why)),
            }
        }
    }
    for (kind, why) in passed {
        all.passed.add(kind, why);
    }
    // An order says less than a dose of the same medicine that was given.
    let given: rustc_hash::FxHashSet<&'static str> = doses
        .iter()
        .filter(|dose| dose.given)
        .map(|dose| dose.inn)
        .collect();
    doses.retain(|dose| dose.given || !given.contains(dose.inn));
    (together(runs(doses)), paths)
}

/// What an order or a dose says, or why it does not count.
fn dose<'a>(
    held: &Held<'a, Medication<'a>>,
    given: bool,
    common: &Common<'a>,
    text: &str,
) -> Result<Vec<Dose>, &'static str> {
    let it = &held.it;
    let is = |text: Option<Text<'_>>, value: &str| text.is_some_and(|of| of.value() == value);
    if is(it.do_not_perform, "true") || is(it.not_given, "true") {
        return Err("not given");
    }
    let status = it.status.and_then(Text::plain).unwrap_or_default();
    let outcome = match status {
        "completed" => PriorOutcome::Completed,
        "active" | "in-progress" if given || status == "active" => PriorOutcome::Ongoing,
        "stopped" => ended(&it.status_reason),
        "on-hold" | "unknown" | "" => PriorOutcome::Unknown,
        "entered-in-error" => return Err("entered-in-error"),
        "cancelled" => return Err("cancelled"),
        "not-done" | "not-taken" | "declined" => return Err("not given"),
        "draft" | "intended" | "preparation" => return Err("only intended"),
        _ => return Err("of no known status"),
    };
    let intent = it.intent.and_then(Text::plain).unwrap_or("order");
    if !given && !intent.ends_with("order") {
        return Err("only intended");
    }
    let first = [
        it.effective_date_time,
        it.effective_period.as_ref().and_then(|of| of.start),
        it.authored_on,
    ];
    let later = [it.when_handed_over, it.when_prepared, it.date_asserted];
    let first = first.into_iter().chain(later).flatten().find_map(day);
    let last = it
        .effective_period
        .as_ref()
        .and_then(|of| of.end)
        .and_then(day);
    let last = last.or(first.filter(|_| it.effective_period.is_none()));
    let medicines = named(held, common, text);
    if medicines.is_empty() {
        return Err("no medicine of breast cancer");
    }
    Ok(medicines
        .into_iter()
        .map(|(medicine, name, span)| Dose {
            inn: medicine.inn,
            name,
            class: medicine.class,
            first,
            last,
            outcome,
            given,
            span,
        })
        .collect())
}

/// Why a therapy was stopped.
fn ended(reasons: &[Concept<'_>]) -> PriorOutcome {
    let mut displays = reasons.iter().flat_map(|of| {
        of.coding
            .iter()
            .filter_map(|coding| coding.display)
            .chain(of.text)
    });
    let named = displays.find_map(|words| Wording::of(&words.value()).outcome());
    named.unwrap_or(PriorOutcome::Unknown)
}

/// The medicines that an order or a dose names.
pub(super) fn named<'a>(
    held: &Held<'a, Medication<'a>>,
    common: &Common<'a>,
    text: &str,
) -> Vec<(Medicine, String, Span)> {
    if let Some(concept) = &held.it.medication_codeable_concept {
        return of_concept(concept, text);
    }
    let Some(reference) = &held.it.medication_reference else {
        return Vec::new();
    };
    if let Some(substance) = common.substance(held, reference) {
        let mut found = substance
            .it
            .code
            .as_ref()
            .map(|code| of_concept(code, text))
            .unwrap_or_default();
        if found.is_empty() {
            let parts = substance
                .it
                .ingredient
                .iter()
                .filter_map(|of| of.item_codeable_concept.as_ref());
            found = parts
                .flat_map(|concept| of_concept(concept, text))
                .collect();
        }
        return found;
    }
    reference
        .display
        .map(|words| of_words(words, text))
        .unwrap_or_default()
}

/// The medicines of a concept: by its words, which name every part of a product, or else by its codes.
fn of_concept(concept: &Concept<'_>, text: &str) -> Vec<(Medicine, String, Span)> {
    let displays = concept.coding.iter().filter_map(|coding| coding.display);
    for words in concept.text.into_iter().chain(displays) {
        let found = of_words(words, text);
        if !found.is_empty() {
            return found;
        }
    }
    let coded = concept.coding.iter().find_map(|coding| {
        let code = coding.code?;
        let system = CodeSystem::from_uri(coding.system?.plain()?)?;
        let medicine = medicine_coded(system, code.plain()?)?;
        Some((medicine, medicine.inn.to_owned(), code.span(text)))
    });
    let stated = || {
        answers(concept).find_map(|(answer, coding)| match answer {
            CodedAnswer::Medicine(name) => Some((
                medicine_named(name)?,
                name.to_owned(),
                coding.code?.span(text),
            )),
            _ => None,
        })
    };
    coded.or_else(stated).into_iter().collect()
}

static NAMES: LazyLock<(AhoCorasick, Vec<&'static str>)> = LazyLock::new(|| {
    // Names of two or three letters are abbreviations of something else as often.
    let names: Vec<&'static str> = medicine_names().filter(|name| name.len() > 3).collect();
    let automaton = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .build(&names)
        .expect("a few hundred names make a small automaton");
    (automaton, names)
});

/// The medicines that words name, each once. A product of two names that is a medicine of its own is that medicine.
fn of_words(words: Text<'_>, text: &str) -> Vec<(Medicine, String, Span)> {
    let said = words.value();
    let (automaton, names) = &*NAMES;
    let mut found: Vec<(Medicine, String, Span)> = Vec::new();
    for hit in automaton.find_iter(said.as_bytes()) {
        let edge = |byte: Option<&u8>| byte.is_none_or(|byte| !byte.is_ascii_alphanumeric());
        let bytes = said.as_bytes();
        let whole = edge(hit.start().checked_sub(1).and_then(|at| bytes.get(at)))
            && edge(bytes.get(hit.end()));
        let Some(medicine) = medicine_named(names[hit.pattern().as_usize()]).filter(|_| whole)
        else {
            continue;
        };
        if found.iter().any(|(other, ..)| other.inn == medicine.inn) {
            continue;
        }
        let span = words.span_of(&hit.range(), text);
        found.push((medicine, said[hit.range()].to_owned(), span));
    }
    combined(&said, found)
}

/// A product with the enzyme for injection under the skin is one medicine of its own.
fn combined(said: &str, found: Vec<(Medicine, String, Span)>) -> Vec<(Medicine, String, Span)> {
    if !said.to_lowercase().contains("hyaluronidase") || found.is_empty() {
        return found;
    }
    let mut parts: Vec<&str> = found.iter().map(|(of, ..)| of.inn).collect();
    parts.sort_unstable();
    if parts.iter().any(|part| part.contains("hyaluronidase")) {
        return found;
    }
    let joined = [parts.join(", "), parts.join("-"), parts.join(" and ")];
    let names = joined.iter().flat_map(|of| {
        [
            format!("{of} and hyaluronidase"),
            format!("{of}-hyaluronidase"),
            format!("{of} hyaluronidase"),
        ]
    });
    let mut medicines = names.filter_map(|name| medicine_named(&name));
    match medicines.next() {
        Some(medicine) => {
            let (_, _, span) = found[0];
            vec![(medicine, medicine.inn.to_owned(), span)]
        }
        None => found,
    }
}

/// The doses of each medicine, as runs without a long pause.
fn runs(mut doses: Vec<Dose>) -> Vec<Dose> {
    doses.sort_by(|one, other| one.inn.cmp(other.inn).then(one.first.cmp(&other.first)));
    let mut runs: Vec<Dose> = Vec::new();
    for dose in doses {
        let Some(run) = runs.last_mut().filter(|run| run.inn == dose.inn) else {
            runs.push(dose);
            continue;
        };
        let end = run.last.or(run.first);
        let same = match (end, dose.first) {
            (Some(end), Some(first)) => {
                days(end, first) <= course_days().pause
                    || run.last.is_none() && run.outcome == PriorOutcome::Ongoing
            }
            _ => true,
        };
        if !same {
            runs.push(dose);
            continue;
        }
        run.first = run.first.or(dose.first);
        run.last = run.last.max(dose.last).or(dose.last);
        // The newest order or dose says how it stands.
        run.outcome = dose.outcome;
    }
    for run in &mut runs {
        if run.outcome == PriorOutcome::Ongoing {
            run.last = None;
        }
    }
    runs
}

/// Medicines given together are one therapy.
fn together(mut runs: Vec<Dose>) -> Vec<Fact<PriorTherapy>> {
    runs.sort_by_key(|run| run.first);
    let mut therapies: Vec<Fact<PriorTherapy>> = Vec::new();
    for run in runs {
        let with = therapies.iter_mut().rev().take(8).find(|therapy| {
            match (therapy.value.started, run.first) {
                (Some(started), Some(first)) => {
                    let overlaps = therapy
                        .value
                        .ended
                        .is_none_or(|ended| first <= ended || started == first);
                    days(started, first) <= course_days().together
                        && overlaps
                        && !therapy
                            .value
                            .medicines
                            .iter()
                            .any(|(name, _)| *name == run.name)
                }
                _ => false,
            }
        });
        match with {
            Some(therapy) => {
                let value = &mut therapy.value;
                value.medicines.push((run.name, run.class));
                if value.outcome != run.outcome {
                    let open = [value.outcome, run.outcome].contains(&PriorOutcome::Ongoing);
                    value.outcome = if open {
                        PriorOutcome::Ongoing
                    } else {
                        PriorOutcome::Unknown
                    };
                }
                value.ended = match value.outcome {
                    PriorOutcome::Ongoing => None,
                    _ => value.ended.max(run.last),
                };
            }
            None => therapies.push(Fact {
                when: run.first,
                ..Fact::new(
                    PriorTherapy {
                        medicines: vec![(run.name, run.class)],
                        setting: None,
                        timing: None,
                        started: run.first,
                        ended: run.last,
                        outcome: run.outcome,
                    },
                    Origin::span(run.span),
                )
            }),
        }
    }
    therapies
}
