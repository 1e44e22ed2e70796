//! Coded observations as results: of HER2, of receptors, and of the tumour.

mod receptor;

use super::given::Given;
use super::observation::{Observation, PER_CELL, of_number, percent};
use crate::value::{self, Beside, Missing, Part, Said};
use her2_case::{
    Amount, Assay, Context, Decimal, Fact, Her2Result, Her2Word, Key, Origin, Probe, Problem,
    Receptor, ReceptorResult, ReceptorStatus, ScoreReading, Severity, Span,
};
use her2_knowledge::codes::{CodedAnswer, Item, Marker};

/// What coded observations say of one specimen.
#[derive(Debug, Default)]
pub(super) struct Tested {
    /// The specimen, where the message names it.
    pub(super) identifier: Option<Key>,
    /// The number that tells apart repeated answers to one question.
    sub: Option<String>,
    /// By which it is told apart, where the numbers of the order group its results.
    pub(super) group: Option<String>,
    pub(super) her2: Vec<Her2Result>,
    pub(super) receptors: Vec<ReceptorResult>,
    pub(super) ki67: Option<Fact<Amount>>,
}

/// Specimens of one report that are kept apart.
const MOST: usize = 200;

/// What one value says.
enum Reading {
    /// Something for a HER2 result of this test.
    Her2(Assay, Vec<Part>),
    /// Something for a receptor.
    Receptor(ReceptorResult),
    Ki67(Fact<Amount>),
    /// How the signals were counted.
    Counted(Counted),
    /// There is none, and why.
    Missing(Missing),
}

/// What is said of a count and is no number of signals.
enum Counted {
    By(Fact<u32>),
    With(Probe),
}

/// Reads an observation about a test; `false` if it is not about one.
pub(super) fn read(
    observation: &Observation,
    item: Item,
    identifier: Option<&Key>,
    given: &Given,
    tested: &mut Vec<Tested>,
    problems: &mut Vec<Problem>,
) -> bool {
    let Some(subject) = subject(item) else {
        return false;
    };
    let reading = match subject {
        Marker::Her2(assay) => her2(assay, item, observation, given),
        Marker::Receptor(which) => receptor::read(which, item, observation, given),
        Marker::Ki67 => percent(observation, &given.text)
            .filter(|read| read.beside == Beside::Here)
            .map(|read| Reading::Ki67(given.fact(read.value, &read.range))),
    };
    let missing = || value::missing(&given.text).map(Reading::Missing);
    match reading.or_else(missing) {
        None => problems.push(not_understood(observation, given)),
        Some(Reading::Missing(why)) => {
            let word = match (why, item) {
                (Missing::Pending, _) => Her2Word::Pending,
                (Missing::NotDone, Item::Her2IhcScore | Item::Her2IshCall) => {
                    Her2Word::NotPerformed
                }
                _ => return true,
            };
            match subject {
                Marker::Her2(assay) => {
                    let parts = vec![whole(Said::Word(word), given)];
                    add(tested, identifier, observation, assay, &parts, given);
                }
                Marker::Receptor(receptor) if word == Her2Word::Pending => {
                    let pending = result(receptor, ReceptorStatus::Pending, given);
                    add_receptor(tested, identifier, observation, pending);
                }
                _ => {}
            }
        }
        Some(Reading::Her2(assay, parts)) => {
            add(tested, identifier, observation, assay, &parts, given)
        }
        Some(Reading::Counted(counted)) => {
            let of = group(tested, identifier, observation, |_| true);
            let known = of.her2.iter().position(|result| result.assay == Assay::Ish);
            let at = known.unwrap_or_else(|| {
                let origin = Origin::span(given.whole());
                of.her2.push(Her2Result::empty(Assay::Ish, origin));
                of.her2.len() - 1
            });
            let result = &mut of.her2[at];
            match counted {
                Counted::By(observers) => {
                    result.observers = result.observers.or(Some(observers));
                }
                Counted::With(probe) => result.probe = result.probe.or(Some(probe)),
            }
        }
        Some(Reading::Receptor(result)) => add_receptor(tested, identifier, observation, result),
        Some(Reading::Ki67(fact)) => {
            let slot = &mut group(tested, identifier, observation, |of| of.ki67.is_none()).ki67;
            *slot = slot.or(Some(fact));
        }
    }
    true
}

/// An order for a test of which the result is still to come.
pub(super) fn awaited(item: Item, identifier: Option<&Key>, asked: Span, tested: &mut Vec<Tested>) {
    let origin = Origin::span(asked);
    let known = tested
        .iter_mut()
        .position(|of| of.identifier.as_ref() == identifier);
    let at = known.unwrap_or_else(|| {
        tested.push(Tested {
            identifier: identifier.cloned(),
            ..Tested::default()
        });
        tested.len() - 1
    });
    let of = &mut tested[at];
    match subject(item) {
        Some(Marker::Her2(assay)) if of.her2.iter().all(|result| result.assay != assay) => {
            of.her2.push(Her2Result {
                word: Some(Fact::new(Her2Word::Pending, origin)),
                ..Her2Result::empty(assay, origin)
            })
        }
        Some(Marker::Receptor(receptor))
            if of
                .receptors
                .iter()
                .all(|result| result.receptor != receptor) =>
        {
            of.receptors.push(ReceptorResult {
                receptor,
                status: ReceptorStatus::Pending,
                percent: None,
                allred: None,
                h_score: None,
                context: Context::Current,
                superseded: false,
                origin,
            });
        }
        _ => {}
    }
}

/// What is read from a value of the item: how strongly a receptor is stained is nothing that is kept.
fn subject(item: Item) -> Option<Marker> {
    item.marker()
        .filter(|_| !matches!(item, Item::ErIntensity | Item::PrIntensity))
}

fn whole(said: Said, given: &Given) -> Part {
    Part {
        said,
        assay: None,
        beside: Beside::Here,
        range: 0..given.text.len(),
    }
}

/// What a value says of HER2, in parts. A code and the words beside it must not contradict each other.
fn her2(assay: Assay, item: Item, observation: &Observation, given: &Given) -> Option<Reading> {
    let one = |said: Said, range: std::ops::Range<usize>, beside: Beside| {
        vec![Part {
            said,
            assay: None,
            beside,
            range,
        }]
    };
    let amount = |read: Option<value::ReadValue<Amount>>, said: fn(Amount) -> Said| {
        let read = read?;
        let mut parts = one(said(read.value), read.range, read.beside);
        parts.extend(read.also);
        Some(Reading::Her2(assay, parts))
    };
    let text = given.text.as_str();
    match item {
        Item::Her2Ratio => {
            return amount(
                value::ratio(text).filter(|_| of_number(observation, &["ratio"])),
                Said::Ratio,
            );
        }
        Item::Her2Copies => {
            return amount(
                value::copies(text).filter(|_| of_number(observation, PER_CELL)),
                Said::Copies,
            );
        }
        Item::Cep17Copies => {
            return amount(
                value::cep17(text).filter(|_| of_number(observation, PER_CELL)),
                Said::Cep17,
            );
        }
        Item::Her2IhcPercent => {
            return amount(percent(observation, text), Said::Percent);
        }
        Item::Her2Signals | Item::Cep17Signals | Item::CellsCounted | Item::Observers => {
            let read = value::count(text)?;
            let total = Decimal::whole(read.value);
            let said = match item {
                Item::Her2Signals => Said::TotalHer2(total),
                Item::Cep17Signals => Said::TotalCep17(total),
                Item::CellsCounted => Said::Cells(read.value),
                _ => {
                    let observers = given.fact(read.value, &read.range);
                    return Some(Reading::Counted(Counted::By(observers)));
                }
            };
            return Some(Reading::Her2(assay, one(said, read.range, read.beside)));
        }
        _ => {}
    }
    let read = match item {
        Item::Her2IhcScore => value::score(text).map(|read| {
            let mut parts = one(Said::Score(read.value), read.range, read.beside);
            parts.extend(read.also);
            parts
        }),
        _ => None,
    };
    let mut parts = read.or_else(|| value::her2(text)).unwrap_or_default();
    parts.retain(|part| !matches!(part.said, Said::Number(_) | Said::Plus(_)));
    // A flag that says another thing than the word beside it leaves open which one is meant.
    if let Some(flag) = observation.flag() {
        let differs = |word: Her2Word| value::direction(word) != value::direction(flag);
        let coded = matches!(given.answer, Some(CodedAnswer::Word(word)) if differs(word));
        let worded = parts.iter().filter(|part| part.is_here()).any(|part| {
            matches!(part.said, Said::Word(word) if differs(word) && value::direction(word) <= 3)
        });
        if coded || worded {
            return None;
        }
    }
    let flagged = observation
        .flag()
        .filter(|_| parts.iter().all(|part| !matches!(part.said, Said::Word(_))));
    match given.answer {
        Some(CodedAnswer::NotKnown) => return Some(Reading::Missing(Missing::NotKnown)),
        Some(answer) => {
            let said = match answer {
                CodedAnswer::Score(score) => Said::Score(ScoreReading::single(score)),
                CodedAnswer::Word(word) => Said::Word(word),
                CodedAnswer::Present => Said::Word(Her2Word::Positive),
                CodedAnswer::Absent => Said::Word(Her2Word::Negative),
                CodedAnswer::Probe(probe) if item == Item::IshProbe => {
                    return Some(Reading::Counted(Counted::With(probe)));
                }
                _ => return None,
            };
            if !agrees(&said, &parts) {
                return None;
            }
            if !parts
                .iter()
                .any(|part| std::mem::discriminant(&part.said) == std::mem::discriminant(&said))
            {
                parts.push(whole(said, given));
            }
        }
        None => {
            if let Some(word) = flagged.filter(|_| !parts.is_empty() || text.is_empty()) {
                parts.push(whole(Said::Word(word), given));
            }
        }
    }
    (!parts.is_empty()).then_some(Reading::Her2(assay, parts))
}

/// Whether a coded answer and the words beside it say the same.
fn agrees(said: &Said, parts: &[Part]) -> bool {
    parts
        .iter()
        .filter(|part| part.is_here())
        .all(|part| match (said, &part.said) {
            (Said::Score(a), Said::Score(b)) => (a.low, a.high) == (b.low, b.high),
            (Said::Word(a), Said::Word(b)) => value::direction(*a) == value::direction(*b),
            _ => true,
        })
}

fn result(receptor: Receptor, status: ReceptorStatus, given: &Given) -> ReceptorResult {
    ReceptorResult {
        receptor,
        status,
        percent: None,
        allred: None,
        h_score: None,
        context: Context::Current,
        superseded: false,
        origin: Origin::span(given.whole()),
    }
}

/// What is said of the specimen that an observation is of, where the slot it fills is free; else of a further one.
fn group<'a>(
    tested: &'a mut Vec<Tested>,
    identifier: Option<&Key>,
    observation: &Observation,
    is_free: impl Fn(&Tested) -> bool,
) -> &'a mut Tested {
    let sub = (!observation.sub.is_empty()).then(|| observation.sub.clone());
    let group = observation.group.clone();
    let mine = |of: &Tested| of.identifier.as_ref() == identifier && of.group == group;
    let known = tested
        .iter()
        .position(|of| mine(of) && of.sub.is_some() && of.sub == sub && is_free(of))
        .or_else(|| tested.iter().position(|of| mine(of) && is_free(of)));
    // No report has so many results that differ: what is beyond is added to the last and told as different there.
    let known = known.or_else(|| tested.len().ge(&MOST).then(|| tested.len() - 1));
    let at = known.unwrap_or_else(|| {
        tested.push(Tested {
            identifier: identifier.cloned(),
            sub,
            group,
            ..Tested::default()
        });
        tested.len() - 1
    });
    &mut tested[at]
}

/// Adds parts to the result of a test; what contradicts it is a result of its own.
fn add(
    tested: &mut Vec<Tested>,
    identifier: Option<&Key>,
    observation: &Observation,
    assay: Assay,
    parts: &[Part],
    given: &Given,
) {
    for part in parts
        .iter()
        .filter(|part| matches!(part.beside, Beside::Here | Beside::Outside))
    {
        let assay = part
            .assay
            .filter(|_| assay == Assay::Unspecified)
            .unwrap_or(match part.said {
                Said::Score(_) if assay == Assay::Unspecified => Assay::Ihc,
                Said::Ratio(_) | Said::Copies(_) | Said::Cep17(_)
                    if assay == Assay::Unspecified =>
                {
                    Assay::Ish
                }
                _ => assay,
            });
        let context = if part.is_here() {
            Context::Current
        } else {
            Context::Prior
        };
        let fits = |result: &Her2Result| result.assay == assay && result.context == context;
        let takes = |of: &Tested| {
            let mut known = of.her2.iter().filter(|result| fits(result));
            known.all(|known| super::merge::has_room(known, &part.said))
        };
        let of = group(tested, identifier, observation, takes);
        let at = of.her2.iter().position(fits).unwrap_or_else(|| {
            of.her2.push(Her2Result {
                context,
                ..Her2Result::empty(assay, Origin::span(given.span(&part.range)))
            });
            of.her2.len() - 1
        });
        super::merge::fill(
            &mut of.her2[at],
            &part.said,
            Origin::span(given.span(&part.range)),
        );
        if matches!(part.said, Said::Cep17(_) | Said::Ratio(_)) {
            of.her2[at].probe = Some(Probe::Dual);
        }
    }
}

fn add_receptor(
    tested: &mut Vec<Tested>,
    identifier: Option<&Key>,
    observation: &Observation,
    result: ReceptorResult,
) {
    let same = |known: &ReceptorResult| known.receptor == result.receptor;
    let of = group(tested, identifier, observation, |of| {
        of.receptors
            .iter()
            .filter(|known| same(known))
            .all(|known| super::merge::agree(known, &result))
    });
    match of.receptors.iter_mut().find(|known| same(known)) {
        Some(known) => super::merge::complete_receptor(known, result),
        None => of.receptors.push(result),
    }
}

pub(super) fn not_understood(observation: &Observation, given: &Given) -> Problem {
    Problem {
        code: "value-not-understood",
        severity: Severity::Warning,
        message: format!(
            "the value of {} is not understood, or its code and its words differ, and it gives no result; compare it with the report",
            observation.path
        ),
        origin: Some(Origin::span(given.whole())),
    }
}
