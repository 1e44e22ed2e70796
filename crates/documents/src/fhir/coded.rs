//! Codes, quantities and dates as the format has them.

use super::json::{Json, Object};
use her2_case::{Amount, Decimal};
use her2_knowledge::codes::{self, CodeRow, CodeSystem, CodedAnswer, Item, codes_for, codes_of};

/// The code system of this project, for what no other has a code for.
pub(super) const OURS: &str = "https://github.com/her2-in-focus/her2";
const UCUM: &str = "http://unitsofmeasure.org";

/// A place below the project's own address: of an extension, or of a system of identifiers.
pub(super) fn ours(place: &str) -> String {
    format!("{OURS}/{place}")
}

/// A code of a system.
pub(super) fn coding(system: &str, code: &str, display: Option<&str>) -> Object {
    Object::default()
        .with("system", system)
        .with("code", code)
        .maybe("display", display)
}

/// A code of a table.
pub(super) fn of_row(row: &CodeRow) -> Object {
    coding(row.system.uri(), row.code, row.display)
}

/// Some codes that say the same, and words.
pub(super) fn concept(codings: Vec<Object>, text: Option<&str>) -> Object {
    Object::default()
        .with("coding", codings)
        .maybe("text", text)
}

/// A code of this project, with its name where it has one.
pub(super) fn own(code: &str) -> Object {
    let row = codes::code(CodeSystem::Own, code);
    coding(OURS, code, row.and_then(|row| row.display))
}

/// A code of this project alone.
pub(super) fn ours_concept(code: &str) -> Object {
    concept(vec![own(code)], None)
}

/// The code of an item; without one in a public system the project's own.
pub(super) fn item_concept(item: Item, own: &'static str) -> Object {
    match codes_of(item).find(|row| row.system == CodeSystem::Loinc) {
        Some(row) => concept(vec![of_row(row)], row.display),
        None => ours_concept(own),
    }
}

/// The public codes of an answer, the first of each system in this order.
pub(super) fn answers(systems: &[CodeSystem], answer: CodedAnswer) -> Vec<Object> {
    let systems = systems.iter();
    let first = systems.filter_map(|system| codes_for(*system, answer).next());
    first.map(of_row).collect()
}

/// A unit: its name for people, and its code.
#[derive(Clone, Copy)]
pub(super) enum Unit {
    Percent,
    Ratio,
    PerNucleus,
    Millimetres,
    Number,
    Hours,
    Minutes,
}

impl Unit {
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Percent => ("%", "%"),
            Self::Ratio => ("ratio", "1"),
            Self::PerNucleus => ("copies per nucleus", "{copies}/{nucleus}"),
            Self::Millimetres => ("mm", "mm"),
            Self::Number => ("count", "1"),
            Self::Hours => ("h", "h"),
            Self::Minutes => ("min", "min"),
        }
    }
}

fn quantity(number: Decimal, comparator: Option<&str>, unit: Unit) -> Object {
    let (name, code) = unit.names();
    Object::default()
        .with("value", Json::Literal(number.to_string()))
        .maybe("comparator", comparator)
        .with("unit", name)
        .with("system", UCUM)
        .with("code", code)
}

/// The value of an observation, under its key.
pub(super) type Value = (&'static str, Json);

/// An amount as it was printed. A range has no quantity in the profile of markers: it is a string.
pub(super) fn amount(amount: Amount, unit: Unit) -> Value {
    let (number, comparator) = match amount {
        Amount::Exactly(number) => (number, None),
        Amount::Below(number) => (number, Some("<")),
        Amount::AtMost(number) => (number, Some("<=")),
        Amount::Above(number) => (number, Some(">")),
        Amount::AtLeast(number) => (number, Some(">=")),
        Amount::Between(..) => return ("valueString", amount.to_string().into()),
    };
    ("valueQuantity", quantity(number, comparator, unit).into())
}

/// A number as it was printed.
pub(super) fn number(number: Decimal, unit: Unit) -> Value {
    ("valueQuantity", quantity(number, None, unit).into())
}

/// A count.
pub(super) fn count(count: u32) -> Value {
    number(Decimal::whole(count), Unit::Number)
}

/// A concept as a value.
pub(super) fn value_concept(concept: Object) -> Value {
    ("valueCodeableConcept", concept.into())
}
