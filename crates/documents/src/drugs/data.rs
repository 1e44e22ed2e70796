//! The medicines for programs: JSON with everything, CSV with a row a medicine.

use super::entry::{Entry, FIELDS};
use super::labels::{self, LabelRow};
use super::said::Said;
use super::{DrugsAsked, cost};
use crate::cited::source_json;
use crate::requirement::needed;
use crate::words::Words;
use her2_case::{Mark, Term};
use her2_knowledge::Drug;
use her2_pages::Citation;
use serde_json::{Value, json};

/// Every medicine as an object; numbers of money and doses are texts, so that no reader rounds them.
pub(super) fn json(drugs: &[&'static Drug], asked: &DrugsAsked, words: &'static Words) -> String {
    let medicines: Vec<Value> = drugs
        .iter()
        .map(|drug| {
            let entry = Entry { drug, asked, words };
            medicine(&entry)
        })
        .collect();
    let mut value = json!({
        "as_of": asked.as_of.to_string(),
        "setting": asked.setting.map(Term::name),
        "her2": asked.her2.map(Term::name),
        "weight_kg": cost::weight(asked).map(|weight| weight.to_string()),
        "verified_only": asked.verified_only,
        "medicines": medicines,
        "knowledge": {"version": her2_knowledge::version()},
    });
    if let Some(notice) = words.notice() {
        value["lang"] = json!(words.lang());
        value["notice"] = json!(notice);
    }
    value.to_string()
}

fn sourced(mut value: Value, mark: Mark, cite: Citation) -> Value {
    value["source"] = source_json(cite);
    value["mark"] = json!(mark.name());
    value
}

fn shown<'a, T>(
    all: &'a [T],
    asked: &'a DrugsAsked,
    mark: impl Fn(&T) -> Mark + 'a,
) -> impl Iterator<Item = &'a T> {
    all.iter().filter(move |one| asked.shows(mark(one)))
}

fn medicine(entry: &Entry<'_>) -> Value {
    let (drug, asked) = (entry.drug, entry.asked);
    let own = |words: &'static str| entry.words.said(words);
    let makers: Vec<Value> = shown(drug.makers, asked, |of| of.mark)
        .map(|of| {
            let role = format!("{:?}", of.role).to_lowercase();
            let value = json!({"name": of.name, "role": role, "from": of.from, "until": of.until});
            sourced(value, of.mark, of.cite)
        })
        .collect();
    let doses: Vec<Value> = shown(drug.doses, asked, |of| of.mark)
        .map(|of| {
            let setting = of.setting.map(|of| format!("{of:?}").to_lowercase());
            let value = json!({
                "setting": setting, "loading": of.loading, "amount": of.amount, "unit": of.unit,
                "every_weeks": of.every_weeks, "per_day": of.per_day, "duration": of.duration.map(own), "note": of.note.map(own),
            });
            sourced(value, of.mark, of.cite)
        })
        .collect();
    let codes: Vec<Value> = shown(drug.codes, asked, |of| of.mark)
        .map(|of| {
            let value =
                json!({"system": of.system, "code": of.code, "per": of.per, "note": of.note.map(own)});
            sourced(value, of.mark, of.cite)
        })
        .collect();
    let boxed: Vec<Value> = shown(drug.boxed_warnings, asked, |of| of.mark)
        .map(|of| sourced(json!({"topic": of.topic}), of.mark, of.cite))
        .collect();
    let contraception: Vec<Value> = shown(drug.contraception, asked, |of| of.mark)
        .map(|of| {
            let value = json!({"who": of.who.name(), "months": of.months, "weeks": of.weeks});
            sourced(value, of.mark, of.cite)
        })
        .collect();
    let statements = |all: &'static [her2_knowledge::Statement]| -> Vec<Value> {
        shown(all, asked, |of| of.mark)
            .map(|of| sourced(json!({"text": own(of.text)}), of.mark, of.cite))
            .collect()
    };
    let approvals: Vec<Value> = shown(drug.approvals, asked, |of| of.mark)
        .filter(|of| of.date <= asked.as_of)
        .map(|of| {
            sourced(
                json!({"date": of.date.to_string(), "what": own(of.what)}),
                of.mark,
                of.cite,
            )
        })
        .collect();
    let tests: Vec<Value> = shown(drug.companions, asked, |of| of.mark)
        .map(|of| {
            sourced(
                json!({"test": of.test, "claim": own(of.claim)}),
                of.mark,
                of.cite,
            )
        })
        .collect();
    let rows = labels::rows(drug, asked);
    let indications: Vec<Value> = rows.iter().map(|row| indication(entry, row)).collect();
    let costs: Vec<Value> = cost::priced(drug, asked)
        .iter()
        .filter(|priced| asked.shows(priced.mark()))
        .map(price)
        .collect();
    let facts = drug.facts();
    let left_out = facts
        .iter()
        .filter_map(|fact| fact.mark)
        .filter(|mark| !asked.shows(*mark))
        .count();
    let facts = json!({"text": own(drug.summary)});
    let key_facts = asked
        .shows(drug.summary_mark)
        .then(|| sourced(facts, drug.summary_mark, drug.summary_cite));
    json!({
        "id": drug.id,
        "statements_left_out": left_out,
        "inn": drug.inn,
        "us_name": drug.us_name,
        "brands": drug.brands,
        "abbreviation": drug.abbreviation,
        "class": drug.class.name(),
        "target": own(drug.target),
        "kind": format!("{:?}", drug.kind).to_lowercase(),
        "reference": drug.reference,
        "route": format!("{:?}", drug.route).to_lowercase(),
        "breast_indication": drug.breast,
        "checked": drug.checked.to_string(),
        "key_facts": key_facts,
        "makers": makers,
        "approvals": approvals,
        "indications": indications,
        "doses": doses,
        "boxed_warnings": boxed,
        "contraception": contraception,
        "interactions": statements(drug.interactions),
        "reactions": statements(drug.reactions),
        "companion_tests": tests,
        "codes": codes,
        "cost": costs,
    })
}

fn indication(entry: &Entry<'_>, row: &LabelRow) -> Value {
    let requires: Vec<Value> = row
        .requirements
        .iter()
        .map(|requirement| {
            let needs = needed(entry.words, requirement.question, requirement.needs);
            json!({"question": requirement.question.name(), "needs": needs})
        })
        .collect();
    let value = json!({
        "row": format!("{}#{}", row.row.page(), row.row.anchor()),
        "setting": row.setting.map(Term::name),
        "regimen": row.regimen.map(|regimen| regimen.id),
        "regimen_name": row.regimen.map(|regimen| entry.words.said(regimen.name)),
        "listing": row.listing.name(),
        "her2": row.categories.iter().map(Term::name).collect::<Vec<_>>(),
        "from": row.row.from().map(|day| day.to_string()),
        "until": row.row.until().map(|day| day.to_string()),
        "in_force": row.row.in_force_on(entry.asked.as_of),
        "requires": requires,
    });
    sourced(value, row.mark, row.row.cite())
}

/// A priced dose; the plan tells the same.
pub(crate) fn price(priced: &cost::Priced) -> Value {
    let of = |cost: &her2_pathway::cost::DoseCost| {
        let vials = cost.vials.map(|vials| {
            json!({
                "mg": vials.milligrams.to_string(),
                "billing_units": vials.units,
                "usd": vials.dollars.to_string(),
            })
        });
        json!({
            "mg": cost.milligrams.map(|milligrams| milligrams.to_string()),
            "billing_units": cost.units,
            "usd": cost.dollars.to_string(),
            "whole_vials": vials,
        })
    };
    let setting = priced
        .dose
        .setting
        .map(|of| format!("{of:?}").to_lowercase());
    let value = json!({
        "basis": "medicare-payment-limit",
        "hcpcs": priced.price.hcpcs,
        "unit": priced.price.unit,
        "limit_usd": priced.price.limit.to_string(),
        "from": priced.list.from.to_string(),
        "until": priced.list.until.to_string(),
        "setting": setting,
        "weight_kg": priced.by_weight.then(|| priced.weight.to_string()),
        "every_weeks": priced.dose.every_weeks,
        "first_dose": priced.cost.loading.as_ref().map(of),
        "dose": of(&priced.cost.maintenance),
        "doses_in_52_weeks": priced.cost.doses,
        "usd_in_52_weeks": priced.cost.year.to_string(),
    });
    sourced(value, priced.mark(), priced.list.cite)
}

/// A row a medicine; each field with its source, the date of the source, and how sure it is. Several statements of a field, and
/// their sources, stand in the same order with `; ` between.
pub(super) fn csv(drugs: &[&'static Drug], asked: &DrugsAsked, words: &'static Words) -> String {
    let mut out = String::new();
    let mut head = vec!["id".to_owned(), "as_of".to_owned()];
    for (_, name) in FIELDS {
        let name = name.trim_start_matches("drug-").replace('-', "_");
        head.extend(["", "_source", "_source_date", "_mark"].map(|part| format!("{name}{part}")));
    }
    line(&mut out, &head);
    for drug in drugs {
        let entry = Entry { drug, asked, words };
        let mut cells = vec![drug.id.to_owned(), asked.as_of.to_string()];
        for (field, _) in FIELDS {
            let said = entry.field(field);
            let joined =
                |of: &dyn Fn(&Said) -> String| said.iter().map(of).collect::<Vec<_>>().join("; ");
            cells.push(joined(&|said| said.words.clone()));
            cells.push(joined(&|said| said.cite.to_string()));
            cells.push(joined(&|said| crate::cited::date(said.cite)));
            cells.push(joined(&|said| said.mark.name().to_owned()));
        }
        line(&mut out, &cells);
    }
    out
}

fn line(out: &mut String, cells: &[String]) {
    let quoted = cells.iter().map(|cell| {
        if cell.contains([',', '"', '\n', '\r']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    });
    out.push_str(&quoted.collect::<Vec<_>>().join(","));
    out.push_str("\r\n");
}
