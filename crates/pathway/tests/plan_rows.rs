//! Every row of every label and care page, on the days on which it counts.

#[path = "given/required.rs"]
mod required;

use her2_case::{CareCase, Question};
use her2_knowledge::{CareTable, MonitoringRule, care_tables, monitoring};
use her2_pages::{Row, Standing};
use her2_pathway::therapy::{Force, Her2Given, Plan, PlanRow, plan};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use required::case_of;

const TODAY: Date = date(2026, 11, 22);

fn planned(case: &CareCase, day: Date) -> Plan {
    plan(Her2Given::of_answers(case), case, day)
}

fn row_of<'a>(plan: &'a Plan, table: &CareTable, row: &Row) -> Option<PlanRow<'a>> {
    let items = plan.options().flat_map(|item| item.rows());
    let mut rows = items.chain(plan.cautions());
    rows.find(|found| found.page() == table.page && found.anchor() == row.anchor())
}

fn rows() -> impl Iterator<Item = (&'static CareTable, usize, &'static Row)> {
    care_tables().iter().flat_map(|table| {
        let rows = table.choices.data().rows().iter().enumerate();
        rows.map(move |(at, row)| (table, at, row))
    })
}

/// The first and the last day on which a row counts.
fn days(table: &CareTable, row: &Row) -> (Option<Date>, Option<Date>) {
    let edition = table.edition;
    let first = row.from().max(edition.map(|edition| edition.in_force_from));
    let last = [row.until(), edition.and_then(|edition| edition.in_force_to)];
    (first, last.into_iter().flatten().min())
}

#[test]
fn every_row_is_met_by_what_it_requires_from_its_first_day_to_its_last() {
    for (table, at, row) in rows() {
        let case = case_of(table, at);
        let name = format!("{}#{}", table.page, row.anchor());
        let (first, last) = days(table, row);
        let met_on = |day: Date| {
            let plan = planned(&case, day);
            let found = row_of(&plan, table, row);
            let found = found.unwrap_or_else(|| panic!("{name} is in no plan"));
            (found.standing(), found.force())
        };
        if let Some(first) = first {
            assert_eq!(met_on(first), (Standing::Met, Force::Now), "{name}");
            let eve = first.saturating_sub(1.day());
            let plan = planned(&case, eve);
            if let Some(found) = row_of(&plan, table, row) {
                assert_eq!(found.standing(), Standing::Closed, "{name}");
                assert_eq!(found.force(), Force::From(first), "{name}");
            }
            assert!(
                plan.met_rows().all(|met| met.id() != name),
                "{name} on {eve}"
            );
        }
        match last {
            Some(last) => {
                assert_eq!(met_on(last).0, Standing::Met, "{name}");
                let after = planned(&case, last.saturating_add(1.day()));
                assert!(after.met_rows().all(|met| met.id() != name), "{name}");
            }
            None => assert_eq!(met_on(TODAY).0, Standing::Met, "{name}"),
        }
    }
}

#[test]
fn what_holds_a_medicine_against_her2_asks_for_the_her2_result() {
    for (table, at, row) in rows() {
        if !table.regimen(at).is_her2_directed() {
            continue;
        }
        let known = her2_pages::Known::of(&[]);
        let mut required = table.choices.weigh(&known).requirements(at);
        let asks = required.any(|of| of.question == Question::Her2Category);
        let against = row.answer == her2_case::Listing::AdvisedAgainst as u8;
        assert!(asks || against, "{}#{}", table.page, row.anchor());
    }
}

#[test]
fn every_question_of_a_care_page_a_label_or_a_check_may_be_answered_by_a_case() {
    let tables = care_tables().iter().map(|table| table.choices.data());
    let of_checks = monitoring().iter().filter_map(|page| match page.rule {
        MonitoringRule::LvefStart(table) => Some(table.data()),
        _ => None,
    });
    for table in tables.chain(of_checks) {
        for question in table.questions() {
            let may = CareCase::may_answer(question);
            assert!(may, "{}: {}", table.page(), question.name());
        }
    }
}
