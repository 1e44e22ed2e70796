//! The plan as JSON, for programs and for the worked cases.

use super::Monitored;
use super::heart::term_names;
use crate::words::Words;
use her2_case::{Mark, Term};
use her2_pages::{Finding, Row};
use her2_pathway::monitoring::{Every, HeartRule, Item, MedicinePlan, Overdue, Reading, Series};
use serde_json::{Value, json};

/// The whole plan. Keys are in alphabetical order.
pub(super) fn json(of: &Monitored<'_>, words: &Words) -> Value {
    let (plan, request) = (of.plan, of.request);
    let medicines: Vec<_> = plan
        .medicines
        .iter()
        .enumerate()
        .map(|(at, medicine)| self::medicine(of, at, medicine))
        .collect();
    let items: Vec<_> = plan.items.iter().map(|one| item(of, one, words)).collect();
    let appointments: Vec<_> = plan
        .appointments
        .iter()
        .map(|one| {
            let mut value = item(of, &one.item, words);
            let names: Vec<_> = one
                .medicines
                .iter()
                .map(|at| request.medicines[*at].name())
                .collect();
            value["medicines"] = json!(names);
            value
        })
        .collect();
    let overdue: Vec<_> = plan
        .overdue
        .iter()
        .map(|one| self::overdue(of, one, words))
        .collect();
    let next = plan.next_lvef.map(|(day, next)| {
        json!({
            "date": day.to_string(),
            "medicine": request.medicines[next.medicine].name(),
            "phase": next.schedule.phase.name(),
            "page": next.page.id,
            "mark": next.schedule.mark.name(),
            "cite": next.schedule.cite.to_string(),
        })
    });
    let names: Vec<_> = plan.asks.iter().map(|question| question.name()).collect();
    let mut value = json!({
        "as_of": plan.as_of.to_string(),
        "setting": request.setting.map(Term::name),
        "start": request.start.map(|day| day.to_string()),
        "end": request.end.map(|day| day.to_string()),
        "lvef": {
            "before": plan.measured.before.as_ref().map(reading),
            "newest": plan.measured.newest.as_ref().map(reading),
            "on_file": plan.measured.series.last().map(|reading| reading.of.date.to_string()),
            "after_the_day": plan.measured.later.iter().map(|of| of.of.date.to_string()).collect::<Vec<_>>(),
            "drop": plan.derived.drop.map(|drop| drop.to_string()),
            "below_limit": plan.derived.below_limit,
        },
        "together": plan.together.map(|together| term_names(together.answers)),
        "held_since": plan.hold.map(|hold| hold.from.to_string()),
        "resume": plan.resume.map(|resume| term_names(resume.answers)),
        "overdue": overdue,
        "next_lvef": next,
        "medicines": medicines,
        "items": items,
        "appointments": appointments,
        "asks": names,
        "knowledge": her2_knowledge::version(),
    });
    if let Some(notice) = words.notice() {
        value["lang"] = json!(words.lang());
        value["notice"] = json!(notice);
    }
    value
}

fn medicine(of: &Monitored<'_>, at: usize, plan: &MedicinePlan) -> Value {
    let medicine = &of.request.medicines[at];
    let rules: Vec<_> = plan.rules.iter().map(rule).collect();
    let starts = plan.starts.iter().map(|start| found(&start.finding));
    let holds = plan.on_hold.iter().map(|held| found(&held.finding));
    let doses = plan.doses.iter().map(|dose| found(&dose.finding));
    let windows = medicine.windows.iter().map(|window| {
        let until = of.request.end.map(|end| window.until(end).to_string());
        json!({
            "who": window.who.name(), "months": window.months, "weeks": window.weeks, "until": until,
            "mark": window.mark.name(), "cite": window.cite.to_string(),
        })
    });
    let failures = plan.failures.iter().map(|failure| {
        json!({
            "action": failure.action.name(), "present": failure.present, "page": failure.page.id,
            "mark": failure.mark.name(), "cite": failure.cite.to_string(),
        })
    });
    let pages = plan.pages.iter().map(|page| page.id);
    json!({
        "name": medicine.name(),
        "class": medicine.class().name(),
        "asks_for": plan.own().filter(|_| of.plan.each[at].is_some()).map(term_names),
        "with_partners": of.plan.each[at].map(term_names),
        "depends_on": plan.depends_on().iter().filter(|_| of.is_asked_today(at)).map(|asked| asked.name()).collect::<Vec<_>>(),
        "held_since": of.plan.held_since[at].map(|day| day.to_string()),
        "rules": rules,
        "start": starts.collect::<Vec<_>>(),
        "resume": holds.collect::<Vec<_>>(),
        "doses": doses.collect::<Vec<_>>(),
        "heart_failure": failures.collect::<Vec<_>>(),
        "contraception": windows.collect::<Vec<_>>(),
        "pages": pages.collect::<Vec<_>>(),
    })
}

fn rule(rule: &HeartRule) -> Value {
    match rule {
        HeartRule::Found { finding, .. } => found(finding),
        HeartRule::OfPartner(page) => json!({"page": page.id, "kind": "of-partner"}),
        HeartRule::Unverified(page) => json!({"page": page.id, "kind": "unverified"}),
    }
}

fn found<A: Term>(finding: &Finding<A>) -> Value {
    let anchor = |row: &'static Row| format!("{}#{}", row.page(), row.anchor());
    let rows: Vec<_> = finding.rows().map(anchor).collect();
    let cites: Vec<_> = finding.rows().map(|row| row.cite().to_string()).collect();
    let marks = finding
        .rows()
        .filter_map(|row| row.also::<Mark>().iter().max());
    let asks: Vec<_> = finding
        .asks()
        .iter()
        .map(|question| question.name())
        .collect();
    json!({
        "kind": "table",
        "page": finding.page(),
        "answers": term_names(finding.answers()),
        "rows": rows,
        "cites": cites,
        "mark": marks.max().unwrap_or(Mark::Checked).name(),
        "asks": asks,
    })
}

fn reading(reading: &Reading) -> Value {
    json!({"date": reading.of.date.to_string(), "percent": reading.of.percent.to_string()})
}

fn item(of: &Monitored<'_>, item: &Item, words: &Words) -> Value {
    let entry = item.schedule;
    json!({
        "medicine": of.request.medicines[item.medicine].name(),
        "test": entry.test.name(),
        "phase": entry.phase.name(),
        "by": format!("{:?}", item.page.by).to_lowercase(),
        "page": item.page.id,
        "series": item.series.map(series),
        "note": entry.note.map(|note| words.said(note)),
        "mark": entry.mark.name(),
        "cite": entry.cite.to_string(),
    })
}

fn overdue(of: &Monitored<'_>, one: &Overdue, words: &Words) -> Value {
    let entry = one.item.schedule;
    let days: Vec<_> = one.days.iter().map(ToString::to_string).collect();
    json!({
        "medicine": of.request.medicines[one.item.medicine].name(),
        "test": entry.test.name(),
        "phase": entry.phase.name(),
        "page": one.item.page.id,
        "first": one.first().to_string(),
        "more": one.more(),
        "days": days,
        "note": entry.note.map(|note| words.said(note)),
        "mark": entry.mark.name(),
        "cite": entry.cite.to_string(),
    })
}

fn series(series: Series) -> Value {
    let (unit, every) = match series.every {
        Every::Once => ("once", 0),
        Every::Weeks(weeks) => ("weeks", weeks),
        Every::Months(months) => ("months", months),
    };
    let days: Vec<_> = series.days().map(|day| day.to_string()).collect();
    json!({"first": series.first().to_string(), "unit": unit, "every": every, "days": days, "goes_on": series.goes_on})
}
