//! The survival model: tables of summands, and the numbers of its head.

use super::Page;
use super::bands;
use super::keys::{Keys, float};
use her2_pages::compile::Faults;

const COLUMNS: [&str; 6] = ["input", "less", "per", "form", "coefficient", "centre"];
/// What a row may take, with its name in Rust.
const VARIABLES: [(&str, &str); 9] = [
    ("one", "One"),
    ("age", "Age"),
    ("size", "Size"),
    ("nodes", "Nodes"),
    ("grade", "Grade"),
    ("grade-2-or-3", "GradeTwoOrThree"),
    ("screen", "Screen"),
    ("calendar", "Calendar"),
    ("year", "Year"),
];

/// Rust source of a version.
pub fn source(page: &mut Page<'_>, faults: &mut Faults) -> Option<String> {
    let keys = &mut page.keys;
    let calendar = match keys.has("calendar-year") {
        true => keys.whole("calendar-year", faults)?,
        false => 0,
    };
    let mut range = keys.table("range", faults)?;
    let (ages, sizes) = (range.range("age", faults)?, range.range("size", faults)?);
    let nodes = range.range("nodes", faults)?;
    range.mark(faults)?;
    range.finish(faults);
    let mut unknown = keys.table("unknown", faults)?;
    let screen = unknown.float("screen", faults)?;
    let grade = unknown.float("grade", faults)?;
    let half = unknown.float("micrometastasis-nodes", faults)?;
    unknown.finish(faults);
    let mut ki67 = keys.table("ki67", faults)?;
    let above = ki67.decimal("positive-above", faults)?;
    ki67.finish(faults);
    let positive = markers(keys.table("oestrogen-positive", faults)?, faults)?;
    let negative = markers(keys.table("oestrogen-negative", faults)?, faults)?;
    let (correction, smoking) = other(keys, faults)?;
    let treatment = treatment(keys, faults)?;
    let mut tables = |of: &str| {
        let index = summands(page, &format!("Index: {of}"), faults)?;
        let baseline = summands(page, &format!("Baseline: {of}"), faults)?;
        Some(format!("index: &[{index}], baseline: &[{baseline}]"))
    };
    let (yes, no) = (
        tables("oestrogen receptor positive")?,
        tables("oestrogen receptor negative")?,
    );
    let others = tables("other causes")?;
    let calendar_asked = [&yes, &no, &others]
        .iter()
        .any(|rows| rows.contains("Variable::Calendar"));
    if calendar_asked && calendar == 0 {
        faults.add(
            1,
            "a row takes the calendar year, without `calendar-year` in the head",
        );
    }
    let score = &page.common.source;
    Some(format!(
        "Predict {{ score: {score}, ages: {ages}, sizes: {sizes}, nodes: {nodes}, calendar_year: {calendar}, unknown_screen: {screen:?}, \
         unknown_grade: {grade:?}, micrometastasis_nodes: {half:?}, ki67_above: {above}, oestrogen_positive: BreastHazard {{ {yes}, {positive} }}, \
         oestrogen_negative: BreastHazard {{ {no}, {negative} }}, \
         other: OtherHazard {{ {others}, correction: {correction:?}, smoking: {smoking:?} }}, treatment: {treatment} }}"
    ))
}

/// What markers add; a marker that is not named adds nothing.
fn markers(mut keys: Keys<'_>, faults: &mut Faults) -> Option<String> {
    let mut pair = |name: &str| {
        let one = keys.maybe_float(&format!("{name}-positive"), faults);
        let other = keys.maybe_float(&format!("{name}-negative"), faults);
        if one.is_some() != other.is_some() {
            faults.add(1, format!("`{name}` has a value for one result alone"));
        }
        (one.unwrap_or(0.0), other.unwrap_or(0.0))
    };
    let (ki67, pr) = (pair("ki67"), pair("pr"));
    let correction = keys.maybe_float("correction", faults).unwrap_or(0.0);
    let mut years = |key: &str| {
        let value = keys.maybe(key)?;
        let values = match &value {
            toml::Value::Array(list) => list.iter().map(float).collect::<Option<Vec<_>>>(),
            one => float(one).map(|one| vec![one; 15]),
        };
        let values = values.filter(|values| values.len() == 15);
        if values.is_none() {
            faults.add(
                1,
                format!("`{key}` wants one number, or one for each of 15 years"),
            );
        }
        values
    };
    let (positive, negative) = (years("her2-positive")?, years("her2-negative")?);
    keys.finish(faults);
    Some(format!(
        "ki67: {ki67:?}, pr: {pr:?}, her2_positive: {positive:?}, her2_negative: {negative:?}, correction: {correction:?}"
    ))
}

fn other(keys: &mut Keys<'_>, faults: &mut Faults) -> Option<(f64, Option<(f64, f64)>)> {
    let Some(mut other) = keys.maybe_table("other-causes", faults) else {
        return Some((0.0, None));
    };
    let correction = other.float("correction", faults)?;
    let smoker = other.float("smoker-ratio", faults)?;
    let mean = other.float("mean-ratio", faults)?;
    other.finish(faults);
    Some((correction, Some((smoker, mean))))
}

fn treatment(keys: &mut Keys<'_>, faults: &mut Faults) -> Option<String> {
    let mut of = keys.table("treatment", faults)?;
    let radiotherapy = of.maybe_float("radiotherapy-ratio", faults);
    let (hormone, extended) = (
        of.float("hormone", faults)?,
        of.float("hormone-extended", faults)?,
    );
    let from = of.whole("extended-from-year", faults)?;
    let second = of.float("chemotherapy-second", faults)?;
    let third = of.float("chemotherapy-third", faults)?;
    let (her2, bisphosphonate) = (
        of.float("her2", faults)?,
        of.float("bisphosphonate", faults)?,
    );
    of.finish(faults);
    let (mut chemotherapy, mut heart) = (None, None);
    if let Some(mut harm) = keys.maybe_table("harm", faults) {
        chemotherapy = Some(harm.float("chemotherapy-ratio", faults)?);
        heart = Some(harm.float("heart-ratio-per-gray", faults)?);
        harm.finish(faults);
    }
    Some(format!(
        "TreatmentEffects {{ radiotherapy_ratio: {radiotherapy:?}, hormone: {hormone:?}, hormone_extended: {extended:?}, \
         extended_from_year: {from}, chemotherapy: ({second:?}, {third:?}), her2: {her2:?}, \
         bisphosphonate: {bisphosphonate:?}, chemotherapy_harm_ratio: {chemotherapy:?}, heart_harm_ratio: {heart:?} }}"
    ))
}

fn summands(page: &Page<'_>, heading: &str, faults: &mut Faults) -> Option<String> {
    let table = bands::table(page.document, heading, &COLUMNS, faults)?;
    let mut rows = String::new();
    for (line, cells) in &table.rows {
        let variable = VARIABLES.iter().find(|(name, _)| *name == cells[0]);
        let form = form(&cells[3]);
        let number = |at: usize| {
            cells[at]
                .parse::<f64>()
                .ok()
                .filter(|number| number.is_finite())
        };
        let numbers = (number(1), number(2), number(4), number(5));
        let (Some((_, variable)), Some(form)) = (variable, form) else {
            let (input, form) = (&cells[0], &cells[3]);
            faults.add(*line, format!("no input `{input}`, or no form `{form}`"));
            continue;
        };
        let (Some(less), Some(per), Some(coefficient), Some(centre)) = numbers else {
            faults.add(*line, "a number cannot be read");
            continue;
        };
        if per <= 0.0 {
            faults.add(*line, "`per` is above nothing");
        }
        rows.push_str(&format!(
            "Summand {{ of: Variable::{variable}, less: {less:?}, per: {per:?}, form: {form}, \
             coefficient: {coefficient:?}, centre: {centre:?} }}, "
        ));
    }
    Some(rows)
}

/// `v`, `v^2`, `ln v`, `v^2 ln v`, `1 - exp(-v)`.
fn form(cell: &str) -> Option<String> {
    if cell == "1 - exp(-v)" {
        return Some("Form::Saturating".to_owned());
    }
    if cell == "ln v" {
        return Some("Form::PowerLog(0.0)".to_owned());
    }
    let (power, log) = match cell.strip_suffix(" ln v") {
        Some(power) => (power, "Log"),
        None => (cell, ""),
    };
    let power: f64 = match power {
        "v" => 1.0,
        power => power.strip_prefix("v^")?.parse().ok()?,
    };
    Some(format!("Form::Power{log}({power:?})"))
}
