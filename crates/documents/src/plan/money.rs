//! What the medicines of the options would cost by the payment limits of a quarter.

use super::{PlanCase, section_of};
use crate::drugs::{DrugsAsked, Said, cost, cost_basis, sentences};
use crate::money::dollars;
use crate::page::{Block, Grid, Section};
use crate::sentence::{About, Sentence};
use crate::words::Value;
use crate::writer::Writer;
use her2_case::Setting;
use her2_knowledge::{Dose, Drug, DrugKind, drugs};

/// The medicines of the options that are met, each once.
pub(super) fn medicines(told: &PlanCase<'_>) -> Vec<&'static Drug> {
    let mut found: Vec<&'static Drug> = Vec::new();
    for drug in told.plan.met().flat_map(|item| item.regimen().drugs()) {
        if !found.iter().any(|known| known.id == drug.id) {
            found.push(drug);
        }
    }
    found.sort_by_key(|drug| drug.id);
    found
}

/// What is asked of the prices: the day, the setting and the weight of the plan.
pub(super) fn asked(told: &PlanCase<'_>) -> DrugsAsked {
    DrugsAsked {
        setting: told.plan.situation().term::<Setting>(),
        weight: told.weight,
        ..DrugsAsked::on(told.plan.as_of())
    }
}

pub(super) fn section(told: &PlanCase<'_>, writer: &mut Writer<'_>) -> Option<Section> {
    let medicines = medicines(told);
    if medicines.is_empty() {
        return None;
    }
    let asked = asked(told);
    let rows = medicines
        .into_iter()
        .map(|drug| row(drug, &asked, writer))
        .collect();
    let head = ["drug-name", "drug-cost", "column-year"];
    let grid = Grid {
        caption: writer.label("caption-plan-cost"),
        head: head.into_iter().map(|name| writer.label(name)).collect(),
        rows,
    };
    let mut blocks = vec![Block::Grid(grid)];
    blocks.extend(cost_basis(&asked, writer).blocks);
    section_of("cost", "heading-drug-cost", blocks, writer)
}

fn row(drug: &'static Drug, asked: &DrugsAsked, writer: &mut Writer<'_>) -> Vec<Vec<Sentence>> {
    let words = writer.words;
    let name = match drug.brands.first() {
        Some(brand) => format!("{} ({brand})", words.said(drug.inn)),
        None => words.said(drug.inn).to_owned(),
    };
    let name = writer.literal(name, &About::Frame("medicine"));
    let mut all = cost::priced(drug, asked);
    all.dedup_by(|one, other| one.cost == other.cost);
    let mut doses: Vec<Said> = Vec::new();
    for priced in &all {
        let line = priced.line(words);
        let like = biosimilars(drug, asked, priced.dose).and_then(|(low, high)| {
            let values = [("low", Value::Text(&low)), ("high", Value::Text(&high))];
            words.get("cost-biosimilars", &values)
        });
        let like = like.map(|words| Said {
            words,
            ..line.clone()
        });
        doses.push(line);
        doses.extend(like);
    }
    let years: Vec<Said> = all.iter().map(|priced| priced.year(words)).collect();
    if doses.is_empty() {
        doses.push(crate::drugs::no_cost(drug, asked, words));
    }
    vec![
        vec![name],
        sentences(&doses, writer),
        sentences(&years, writer),
    ]
}

/// The least and the greatest cost of the same dose of what is like this medicine.
fn biosimilars(drug: &'static Drug, asked: &DrugsAsked, dose: &Dose) -> Option<(String, String)> {
    let like = drugs()
        .iter()
        .filter(|other| other.kind == DrugKind::Biosimilar && other.reference == Some(drug.id));
    let same = |priced: &cost::Priced| {
        (
            priced.dose.amount,
            priced.dose.unit,
            priced.dose.every_weeks,
        ) == (dose.amount, dose.unit, dose.every_weeks)
    };
    let unfiltered = DrugsAsked {
        setting: None,
        ..*asked
    };
    let mut each: Vec<_> = like
        .filter_map(|other| cost::priced(other, &unfiltered).into_iter().find(same))
        .map(|priced| priced.cost.maintenance.dollars)
        .collect();
    each.sort();
    Some((dollars(*each.first()?), dollars(*each.last()?)))
}
