//! The small scores.

use super::Page;
use super::bands;
use her2_case::{StageGroup, Term};
use her2_pages::compile::Faults;

fn points(cell: &str) -> Option<String> {
    cell.parse::<u32>().ok().map(|points| points.to_string())
}

fn class(cell: &str) -> Option<String> {
    (!cell.is_empty()).then(|| format!("{cell:?}"))
}

fn nodes(page: &Page<'_>, faults: &mut Faults) -> Option<String> {
    let columns = ["nodes", "points"];
    bands::source(page.document, "Points for nodes", columns, points, faults)
}

fn classes(page: &Page<'_>, faults: &mut Faults) -> Option<String> {
    bands::source(page.document, "Classes", ["value", "class"], class, faults)
}

/// The index of size, grade and nodes.
pub fn npi(page: &mut Page<'_>, faults: &mut Faults) -> Option<String> {
    let per_cm = page.keys.decimal("size-per-cm", faults)?;
    let sizes = page.keys.range("sizes", faults)?;
    let (nodes, classes) = (nodes(page, faults)?, classes(page, faults)?);
    let score = &page.common.source;
    Some(format!(
        "Npi {{ score: {score}, size_per_cm: {per_cm}, sizes: {sizes}, nodes: {nodes}, classes: {classes} }}"
    ))
}

/// The score of late recurrence.
pub fn cts5(page: &mut Page<'_>, faults: &mut Faults) -> Option<String> {
    let mut numbers = String::new();
    for key in [
        "nodes-weight",
        "clinical-weight",
        "size-weight",
        "size-squared-less",
        "grade-weight",
        "age-weight",
        "largest-size",
        "endocrine-years",
    ] {
        let field = key.replace('-', "_");
        let number = page.keys.decimal(key, faults)?;
        numbers.push_str(&format!("{field}: {number}, "));
    }
    let (sizes, ages) = (
        page.keys.range("sizes", faults)?,
        page.keys.range("ages", faults)?,
    );
    let (nodes, classes) = (nodes(page, faults)?, classes(page, faults)?);
    let score = &page.common.source;
    Some(format!(
        "Cts5 {{ score: {score}, {numbers}sizes: {sizes}, ages: {ages}, nodes: {nodes}, classes: {classes} }}"
    ))
}

/// The index of what is left after systemic therapy.
pub fn rcb(page: &mut Page<'_>, faults: &mut Faults) -> Option<String> {
    let mut numbers = String::new();
    for key in ["primary-factor", "exponent", "nodal-factor", "nodal-base"] {
        let field = key.replace('-', "_");
        let number = page.keys.float(key, faults)?;
        numbers.push_str(&format!("{field}: {number:?}, "));
    }
    let classes = classes(page, faults)?;
    let score = &page.common.source;
    Some(format!(
        "Rcb {{ score: {score}, {numbers}classes: {classes} }}"
    ))
}

/// The points for stages, receptor and grade.
pub fn cps_eg(page: &mut Page<'_>, faults: &mut Faults) -> Option<String> {
    let receptor = page.keys.whole("receptor-negative", faults)?;
    let grade = page.keys.whole("grade-three", faults)?;
    let total = page.keys.whole("nottingham-total", faults)?;
    let stages = stages(page, faults)?;
    let score = &page.common.source;
    Some(format!(
        "CpsEg {{ score: {score}, receptor_negative: {receptor}, grade_three: {grade}, \
         nottingham_total: Decimal::whole({total}), stages: &[{stages}] }}"
    ))
}

/// Every stage stands in exactly one row.
fn stages(page: &Page<'_>, faults: &mut Faults) -> Option<String> {
    let columns = ["stage", "before", "after"];
    let table = bands::table(page.document, "Points for stages", &columns, faults)?;
    let mut seen = Vec::new();
    let mut rows = String::new();
    for (line, cells) in &table.rows {
        let Some(stage) = StageGroup::from_name(&cells[0]) else {
            faults.add(*line, format!("`{}` is no stage", cells[0]));
            continue;
        };
        if seen.contains(&stage) {
            faults.add(*line, format!("stage {} stands twice", cells[0]));
        }
        seen.push(stage);
        let mut given = |cell: &str| match (cell, points(cell)) {
            ("-", _) => "None".to_owned(),
            (_, Some(points)) => format!("Some({points})"),
            (_, None) => {
                faults.add(*line, format!("`{cell}` is no number of points"));
                String::new()
            }
        };
        let (before, after) = (given(&cells[1]), given(&cells[2]));
        rows.push_str(&format!(
            "StagePoints {{ stage: StageGroup::{stage:?}, before: {before}, after: {after}, line: {line} }}, "
        ));
    }
    let missing = StageGroup::ALL.iter().filter(|stage| !seen.contains(stage));
    for stage in missing {
        faults.add(table.line, format!("no row for stage {}", stage.name()));
    }
    Some(rows)
}
