//! The worked cases of `cases/therapy`: each gives the options, rows and questions it names, and together they meet every row there is.

#[path = "worked/pages.rs"]
mod worked;

use her2::CareInput;
use her2_case::Edition;
use her2_knowledge::{care_tables, edition_on};
use her2_pages::Standing;
use her2_pathway::therapy::{Force, Plan, PlanItem, plan};
use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use worked::{Worked, worked};

struct Case {
    name: String,
    input: CareInput,
    expected: Map<String, Value>,
}

impl Case {
    fn day(&self) -> Date {
        let day = self.input.as_of();
        day.unwrap_or_else(|| panic!("{}: no `as_of`", self.name))
    }

    fn plan_on(&self, day: Date) -> Plan {
        let edition = edition_on(day).map_or(Edition("asco-cap-2007"), |info| info.term());
        plan(self.input.her2(None, edition), self.input.case(), day)
    }
}

/// Every worked case of therapy.
fn cases() -> Vec<Case> {
    let cases = worked("therapy").into_iter().map(|case| {
        let Worked {
            name,
            about,
            input,
            expected,
        } = case;
        assert_eq!(about, "", "{name}: the day stands in the input");
        let input = CareInput::read(input.as_bytes());
        Case {
            input: input.unwrap_or_else(|error| panic!("{name}: {error}")),
            expected,
            name,
        }
    });
    cases.collect()
}

fn ids<'a>(items: impl Iterator<Item = PlanItem<'a>>) -> BTreeSet<String> {
    items.map(|item| item.regimen().id.to_owned()).collect()
}

/// What differs from what a case expects.
fn differences(case: &Case) -> Vec<String> {
    let plan = case.plan_on(case.day());
    let rows: BTreeSet<_> = plan.met_rows().map(|row| row.id()).collect();
    let asks = plan.asks();
    let asks: BTreeSet<_> = asks
        .iter()
        .map(|ask| ask.question.name().to_owned())
        .collect();
    let (met, open, closed) = (ids(plan.met()), ids(plan.open()), ids(plan.closed()));
    let every: BTreeSet<_> = ids(plan.options());
    let mut wrong = Vec::new();
    for (key, value) in &case.expected {
        let Some(listed) = value.as_array() else {
            wrong.push(format!("`{key}` is no list"));
            continue;
        };
        let listed = listed
            .iter()
            .map(|one| one.as_str().unwrap_or("?").to_owned());
        let listed: BTreeSet<_> = listed.collect();
        let found = match key.as_str() {
            "met" | "only-met" => &met,
            "open" => &open,
            "closed" => &closed,
            "rows" => &rows,
            "asks" => &asks,
            "rows-not" => {
                let met: Vec<_> = listed.intersection(&rows).collect();
                if !met.is_empty() {
                    wrong.push(format!("rows-not, but met: {met:?}"));
                }
                continue;
            }
            "absent" => {
                let named: Vec<_> = listed.intersection(&every).collect();
                if !named.is_empty() {
                    wrong.push(format!("absent, but named: {named:?}"));
                }
                continue;
            }
            other => {
                wrong.push(format!("`{other}` is no key of what is expected"));
                continue;
            }
        };
        let missing: Vec<_> = listed.difference(found).collect();
        if !missing.is_empty() {
            wrong.push(format!("{key}: not there: {missing:?}; there: {found:?}"));
        }
        if key == "only-met" && listed != met {
            let more: Vec<_> = met.difference(&listed).collect();
            wrong.push(format!("only-met: also met: {more:?}"));
        }
    }
    wrong
}

#[test]
fn every_worked_case_of_care_gives_what_it_says() {
    let cases = cases();
    assert!(cases.len() >= 60, "{} cases", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        for difference in differences(case) {
            wrong.push(format!("{}\n    {difference}", case.name));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} differences\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn every_row_of_every_care_page_and_label_is_met_by_a_worked_case() {
    let mut met = BTreeSet::new();
    for case in cases() {
        let plan = case.plan_on(case.day());
        met.extend(plan.met_rows().map(|row| row.id()));
    }
    let rows = care_tables().iter().flat_map(|table| {
        let rows = table.choices.data().rows().iter();
        rows.map(move |row| format!("{}#{}", table.page, row.anchor()))
    });
    let never: Vec<_> = rows.filter(|row| !met.contains(row)).collect();
    assert!(
        never.is_empty(),
        "{} rows\n{}",
        never.len(),
        never.join("\n")
    );
}

#[test]
fn on_the_eve_of_an_approval_the_row_is_closed_in_every_worked_case() {
    let mut tried = 0;
    for case in cases() {
        let plan = case.plan_on(case.day());
        for row in plan.met_rows() {
            let Some(first) = row.row().from() else {
                continue;
            };
            tried += 1;
            let before = case.plan_on(first.saturating_sub(1.day()));
            let mut rows = before.options().flat_map(|item| item.rows());
            if let Some(found) = rows.find(|other| other.id() == row.id()) {
                assert_eq!(
                    found.standing(),
                    Standing::Closed,
                    "{}: {}",
                    case.name,
                    row.id()
                );
                assert!(matches!(found.force(), Force::From(_)), "{}", row.id());
            }
            assert!(before.met_rows().all(|other| other.id() != row.id()));
        }
    }
    assert!(tried >= 20, "{tried} rows with a first day");
}
