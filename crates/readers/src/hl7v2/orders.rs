//! From segments to reports: orders with their observations and specimens, and what later messages replace.

use super::message::{Message, Segment};
use super::observation::{Coded, Observation, Standing, date, group};
use her2_case::Key;
use her2_knowledge::codes::is_withdrawn;
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::ops::Range;

/// A specimen as a segment describes it.
#[derive(Clone, Debug, Default)]
pub(super) struct Tissue {
    pub(super) identifier: Option<Key>,
    pub(super) date: Option<Date>,
    /// The fields with words about it: its kind, where it is from, how it was taken.
    pub(super) words: Vec<Range<usize>>,
    pub(super) path: String,
}

/// An order with what was observed.
#[derive(Clone, Debug)]
pub(super) struct Order {
    /// The laboratory's number.
    pub(super) number: Option<Key>,
    pub(super) asks: Coded,
    /// The range of what was ordered.
    pub(super) asked: Range<usize>,
    pub(super) standing: Standing,
    /// When it was reported, and where that stands.
    pub(super) reported: Option<(Date, Range<usize>)>,
    pub(super) collected: Option<Date>,
    pub(super) history: Range<usize>,
    pub(super) tissues: Vec<Tissue>,
    pub(super) observations: Vec<Observation>,
    /// Notes before the first observation.
    pub(super) notes: Vec<Range<usize>>,
    pub(super) path: String,
    pub(super) message: usize,
}

/// What one laboratory number stands for.
#[derive(Debug, Default)]
pub(super) struct Report {
    pub(super) number: Option<Key>,
    pub(super) orders: Vec<Order>,
}

/// Counts of what was passed over, by what it is.
#[derive(Debug, Default)]
pub(super) struct Passed(BTreeMap<String, u32>);

impl Passed {
    pub(super) fn add(&mut self, what: impl Into<String>) {
        *self.0.entry(what.into()).or_default() += 1;
    }

    pub(super) fn into_list(self) -> Vec<her2_case::PassedOver> {
        self.0
            .into_iter()
            .map(|(what, count)| her2_case::PassedOver { what, count })
            .collect()
    }
}

/// The orders of one message of a patient. `several` says whether places have to name the message.
pub(super) fn orders(
    message: &Message<'_>,
    at: usize,
    several: bool,
    passed: &mut Passed,
) -> Vec<Order> {
    let mut orders: Vec<Order> = Vec::new();
    let is_document = message.kind().0 == "MDM";
    let count = message
        .segments
        .iter()
        .filter(|segment| segment.name == "OBR")
        .count();
    let mut of_order = 0;
    for segment in &message.segments {
        let place = |name: &str, number: usize| {
            let own = message.component(segment, 1, 1).trim();
            let number = if own.len() <= 6 && own.parse::<u32>().is_ok() {
                own.to_owned()
            } else {
                number.to_string()
            };
            format!("{name} {number}")
        };
        let within = |orders: &[Order], place: String| match orders.last() {
            Some(order) if count > 1 => format!("{}, {place}", order.path),
            _ if several => format!("message {}, {place}", at + 1),
            _ => place,
        };
        match segment.name {
            "OBR" => {
                of_order = 0;
                let mut order = order(message, segment, at);
                let named = format!("OBR {}", orders.len() + 1);
                order.path = if several {
                    format!("message {}, {named}", at + 1)
                } else {
                    named
                };
                orders.push(order);
            }
            "TXA" if is_document => orders.push(document(message, segment, at)),
            "OBX" => {
                of_order += 1;
                let path = within(&orders, place("OBX", of_order));
                let observation = Observation::read(message, segment, path);
                match orders.last_mut() {
                    Some(order) => order.observations.push(observation),
                    None => passed.add("OBX without an order"),
                }
            }
            "NTE" => {
                let text = message.field(segment, 3);
                let takes_back = is_withdrawn(&super::narrative::plain(message, text.clone()));
                match orders.last_mut() {
                    None => passed.add("NTE before an order"),
                    Some(_) if text.is_empty() => {}
                    Some(order) => match order.observations.last_mut() {
                        Some(observation) => {
                            if takes_back {
                                observation.standing = Standing::Not("wrong");
                            }
                            observation.notes.push(text);
                        }
                        None => {
                            if takes_back {
                                order.standing = Standing::Not("withdrawn");
                            }
                            order.notes.push(text);
                        }
                    },
                }
            }
            "SPM" => {
                let path = within(&orders, place("SPM", 1));
                if let Some(order) = orders.last_mut() {
                    order.tissues.push(tissue(message, segment, path));
                    // What a laboratory measures of itself is no patient's.
                    let role = message.component(segment, 11, 1).trim();
                    if matches!(role, "B" | "C" | "E" | "F" | "L" | "O" | "Q" | "V") {
                        order.standing = Standing::Not("no specimen of a patient");
                    }
                }
            }
            "MSH" | "PID" | "DG1" | "AL1" | "ORC" => {}
            name => passed.add(name.to_owned()),
        }
    }
    orders
}

fn order(message: &Message<'_>, segment: &Segment<'_>, at: usize) -> Order {
    let number = [3, 2]
        .into_iter()
        .find_map(|field| Key::new(message.component(segment, field, 1)));
    let mut tissues = Vec::new();
    let source = message.field(segment, 15);
    if !source.is_empty() {
        tissues.push(Tissue {
            words: vec![source],
            path: "OBR-15".to_owned(),
            ..Tissue::default()
        });
    }
    Order {
        number,
        asks: Coded::read(message, message.first(segment, 4)),
        asked: message.first(segment, 4),
        standing: Standing::of_order(message.component(segment, 25, 1).trim()),
        reported: stamp(message, segment, 22),
        collected: date(message.component(segment, 7, 1)),
        history: message.field(segment, 13),
        tissues,
        observations: Vec::new(),
        notes: Vec::new(),
        path: String::new(),
        message: at,
    }
}

/// The day in a field, with its place.
fn stamp(
    message: &Message<'_>,
    segment: &Segment<'_>,
    field: usize,
) -> Option<(Date, Range<usize>)> {
    let range = message.component_range(message.first(segment, field), 1);
    let day = date(&message.text[range.clone()])?;
    Some((day, range))
}

/// The head of a document, which stands where an order would.
fn document(message: &Message<'_>, segment: &Segment<'_>, at: usize) -> Order {
    let number = [15, 12]
        .into_iter()
        .find_map(|field| Key::new(message.component(segment, field, 1)));
    let completed = message.component(segment, 17, 1).trim();
    let available = message.component(segment, 19, 1).trim();
    Order {
        number,
        asks: Coded::read(message, message.first(segment, 2)),
        asked: message.first(segment, 2),
        standing: match (completed, available) {
            (_, "CA" | "OB") => Standing::Not("cancelled"),
            ("IN" | "DI" | "IP" | "PA", _) => Standing::Preliminary,
            _ => Standing::Final,
        },
        reported: [8, 7, 4, 6]
            .into_iter()
            .find_map(|field| stamp(message, segment, field)),
        collected: None,
        history: segment.range.end..segment.range.end,
        tissues: Vec::new(),
        observations: Vec::new(),
        notes: Vec::new(),
        path: "TXA 1".to_owned(),
        message: at,
    }
}

fn tissue(message: &Message<'_>, segment: &Segment<'_>, path: String) -> Tissue {
    let part = char::from(message.delimiters.part);
    let first = |text: &'_ str| Key::new(text.split(part).next().unwrap_or_default());
    Tissue {
        identifier: first(message.component(segment, 2, 2))
            .or_else(|| first(message.component(segment, 2, 1))),
        date: date(message.component(segment, 17, 1)),
        words: [9, 8, 4, 7, 14]
            .into_iter()
            .map(|field| message.field(segment, field))
            .filter(|range| !range.is_empty())
            .collect(),
        path,
    }
}

/// Orders with the same laboratory number are one report; later messages replace what they say again.
pub(super) fn reports(orders: Vec<Order>, passed: &mut Passed) -> Vec<Report> {
    let mut reports: Vec<Report> = Vec::new();
    let mut numbered: FxHashMap<Key, usize> = FxHashMap::default();
    for order in orders {
        let known = order
            .number
            .as_ref()
            .and_then(|number| numbered.get(number).copied());
        if let Standing::Not(why) = order.standing {
            // A cancelled order takes what was said under its number with it.
            passed.add(format!("OBR ({why})"));
            if let Some(known) = known {
                reports[known]
                    .orders
                    .retain(|of| of.asks.key() != order.asks.key());
            }
            continue;
        }
        match known {
            Some(known) => reports[known].orders.push(order),
            None => {
                if let Some(number) = &order.number {
                    numbered.insert(number.clone(), reports.len());
                }
                reports.push(Report {
                    number: order.number.clone(),
                    orders: vec![order],
                });
            }
        }
    }
    for report in &mut reports {
        replace(report, passed);
        for order in &mut report.orders {
            settle(order, passed);
            group(&mut order.observations);
        }
        report.orders.retain(|order| {
            !order.observations.is_empty()
                || !order.notes.is_empty()
                || order.standing == Standing::Pending
        });
    }
    reports.retain(|report| !report.orders.is_empty());
    reports
}

/// Takes out of a report what a later message says again. What is preliminary replaces nothing that is more.
fn replace(report: &mut Report, passed: &mut Passed) {
    type Question = (String, (String, String));
    // The last message that settles a question, and whether anything later was said for an order that waited.
    let mut last: FxHashMap<Question, (usize, bool)> = FxHashMap::default();
    let mut answered: FxHashMap<String, usize> = FxHashMap::default();
    for order in &report.orders {
        for observation in &order.observations {
            let open = [order.standing, observation.standing].contains(&Standing::Preliminary);
            let question = (order.asks.key(), observation.question());
            let entry = last.entry(question).or_insert((order.message, open));
            if entry.1 || !open {
                *entry = (order.message.max(entry.0), open);
            }
        }
        if !order.observations.is_empty() {
            answered.insert(order.asks.key(), order.message);
        }
    }
    for order in &mut report.orders {
        let key = order.asks.key();
        let here = order.message;
        order.observations.retain(|observation| {
            let question = (key.clone(), observation.question());
            let replaced = last
                .get(&question)
                .is_some_and(|(message, _)| *message != here);
            if replaced {
                passed.add("OBX (replaced)");
            }
            !replaced
        });
        if order.standing == Standing::Pending
            && answered.get(&key).is_some_and(|message| *message > here)
        {
            order.standing = Standing::Final;
        }
    }
}

/// Takes out of an order what does not stand, and what it corrects itself.
fn settle(order: &mut Order, passed: &mut Passed) {
    let mut withdrawn: FxHashMap<(String, String), usize> = FxHashMap::default();
    for (at, observation) in order.observations.iter().enumerate() {
        let corrects = observation.standing == Standing::Corrected && !observation.is_prose();
        if corrects || matches!(observation.standing, Standing::Not("deleted" | "wrong")) {
            withdrawn.insert(observation.key(), at);
        }
    }
    let mut at = 0;
    order.observations.retain(|observation| {
        let here = at;
        at += 1;
        if let Standing::Not(why) = observation.standing {
            passed.add(format!("OBX ({why})"));
            return false;
        }
        // Prose is sent line by line under one question: only what is withdrawn by its own number goes.
        let by_number = !observation.is_prose() || !observation.sub.is_empty();
        let replaced = by_number
            && withdrawn
                .get(&observation.key())
                .is_some_and(|later| *later > here);
        if replaced {
            passed.add("OBX (replaced)");
        }
        !replaced
    });
}
