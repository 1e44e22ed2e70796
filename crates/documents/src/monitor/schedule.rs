//! The tests with their times, prevention, contraception, and who is called.

use super::Monitored;
use super::words::{days, name, names, next_days, when};
use crate::page::{Block, Grid};
use crate::sentence::{About, Sentence};
use crate::writer::{Writer, count, text};
use her2_case::{LvefAction, MonitoringPhase, Question, Sex, Term};
use her2_knowledge::{MonitoringBy, MonitoringPage, Rhythm, Schedule};
use her2_pathway::monitoring::{Item, Window};
use jiff::ToSpan;

/// The schedule of pages of this kind; nothing if there is none.
pub(super) fn table(
    writer: &mut Writer<'_>,
    of: &Monitored<'_>,
    by: MonitoringBy,
    caption: &'static str,
) -> Vec<Block> {
    let mut rows = Vec::new();
    for (item, medicines) in grouped(of, by) {
        let entry = item.schedule;
        let about = about_schedule(item.page, entry);
        let phase = writer
            .words
            .term(Question::MonitoringPhase, entry.phase.name());
        let when = when(writer, entry, &phase);
        let days = days(writer, of, item);
        let test = writer
            .words
            .term(Question::MonitoredTest, entry.test.name());
        let said = match entry.note {
            Some(note) => format!("{when}. {}", writer.words.said(note)),
            None => when,
        };
        let said = vec![writer.literal(said, &about)];
        rows.push(vec![
            vec![writer.literal(test, &About::Frame("monitor-column-test"))],
            said,
            vec![writer.literal(days, &About::Frame("monitor-column-days"))],
            vec![writer.literal(
                names(writer.words, of, &medicines),
                &About::Frame("monitor-column-medicine"),
            )],
        ]);
    }
    if rows.is_empty() {
        return Vec::new();
    }
    vec![Block::Grid(Grid {
        caption: writer.label(caption),
        head: vec![
            writer.label("monitor-column-test"),
            writer.label("monitor-column-when"),
            writer.label("monitor-column-days"),
            writer.label("monitor-column-medicine"),
        ],
        rows,
    })]
}

/// Items of one entry together, with the medicines they are for: the tests in their order, each from before to after.
pub(super) fn grouped<'a>(of: &'a Monitored<'_>, by: MonitoringBy) -> Vec<(&'a Item, Vec<usize>)> {
    let mut groups: Vec<(&Item, Vec<usize>)> = Vec::new();
    for item in of.plan.items.iter().filter(|item| item.page.by == by) {
        let same = |group: &&mut (&Item, Vec<usize>)| {
            std::ptr::eq(group.0.schedule, item.schedule) && group.0.series == item.series
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.1.push(item.medicine),
            None => groups.push((item, vec![item.medicine])),
        }
    }
    groups.sort_by_key(|(item, _)| (item.schedule.test, item.schedule.phase));
    groups
}

pub(crate) fn about_schedule(page: &MonitoringPage, entry: &Schedule) -> About {
    About::Knowledge {
        page: page.id,
        cite: entry.cite,
        mark: entry.mark,
    }
}

/// What is needed for days that are not there.
pub(super) fn missing_days(writer: &mut Writer<'_>, of: &Monitored<'_>) -> Vec<Block> {
    let mut said = Vec::new();
    if of.request.start.is_none() {
        said.extend(writer.frame("monitor-give-start"));
    }
    let late = |item: &Item| {
        let phase = item.schedule.phase;
        matches!(phase, MonitoringPhase::Completion | MonitoringPhase::After)
    };
    if of.request.end.is_none() && of.plan.items.iter().any(late) {
        said.extend(writer.frame("monitor-give-end"));
    }
    let held = |item: &Item| {
        let asked = of.plan.each[item.medicine].and_then(|asked| asked.single());
        item.schedule.phase == MonitoringPhase::Held
            && item.series.is_none()
            && asked == Some(LvefAction::Hold)
    };
    if of.plan.items.iter().any(held) {
        said.extend(writer.frame("monitor-give-hold"));
    }
    let of_dose = |item: &Item| {
        let entry = item.schedule;
        let each = entry.phase == MonitoringPhase::During && entry.rhythm == Rhythm::EachDose;
        each && of.plan.paused[item.medicine]
    };
    if of.plan.items.iter().any(of_dose) {
        said.extend(writer.frame("monitor-no-dose"));
    }
    (!said.is_empty())
        .then_some(Block::Note(said))
        .into_iter()
        .collect()
}

/// One line for each test with days of its own.
pub(super) fn appointments(writer: &mut Writer<'_>, of: &Monitored<'_>) -> Vec<Block> {
    let mut facts = Vec::new();
    for appointment in &of.plan.appointments {
        let item = &appointment.item;
        let words = days(writer, of, item);
        let overdue = words != next_days(writer, of, appointment.series);
        if appointment.series.next(of.plan.as_of).is_none() && !overdue {
            continue;
        }
        let entry = appointment.item.schedule;
        let about = about_schedule(appointment.item.page, entry);
        let mut test = writer
            .words
            .term(Question::MonitoredTest, entry.test.name());
        if entry.phase != MonitoringPhase::During {
            let phase = entry.phase.name();
            let phase = writer.words.term(Question::MonitoringPhase, phase);
            test = format!("{test}, {phase}");
        }
        let test = writer.literal(test, &About::Frame("monitor-column-test"));
        facts.push((test, vec![writer.literal(words, &about)]));
    }
    (!facts.is_empty())
        .then_some(Block::Facts(facts))
        .into_iter()
        .collect()
}

/// Prevention in steps.
pub(super) fn prevention(writer: &mut Writer<'_>, of: &Monitored<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for page in pages(of) {
        for scheme in page.schemes {
            let about = About::Knowledge {
                page: page.id,
                cite: scheme.cite,
                mark: scheme.mark,
            };
            blocks.push(Block::Heading(writer.page_words(scheme.name, &about)));
            let steps = scheme.steps.iter().map(|step| {
                let from = count("from", u32::from(step.from_day));
                let days = match step.to_day {
                    Some(to) => {
                        let to = count("to", u32::from(to));
                        writer.message("monitor-step-from-to", &[from, to])
                    }
                    None => writer.message("monitor-step-from", &[from]),
                };
                let days = match of.request.start {
                    Some(start) => {
                        let first = i64::from(step.from_day) - 1;
                        let date = writer.words.day(start.saturating_add(first.days()));
                        let values = [text("step", &days), text("date", &date)];
                        writer.message("monitor-step-date", &values)
                    }
                    None => days,
                };
                (
                    writer.literal(days, &about),
                    vec![writer.page_words(step.what, &about)],
                )
            });
            blocks.push(Block::Facts(steps.collect()));
        }
    }
    blocks
}

/// Every page of every medicine, once.
pub(super) fn pages(of: &Monitored<'_>) -> Vec<&'static MonitoringPage> {
    let mut pages: Vec<&'static MonitoringPage> = Vec::new();
    for page in of.plan.medicines.iter().flat_map(|plan| &plan.pages) {
        if !pages.iter().any(|known| std::ptr::eq(*known, *page)) {
            pages.push(page);
        }
    }
    pages
}

/// How long contraception goes on; only what was read in its source, if asked for so.
pub(super) fn contraception(
    writer: &mut Writer<'_>,
    of: &Monitored<'_>,
    only_checked: bool,
) -> Vec<Block> {
    let mut facts = Vec::new();
    for medicine in of.request.medicines {
        for window in &medicine.windows {
            if only_checked && window.mark != her2_case::Mark::Checked {
                continue;
            }
            let about = About::Knowledge {
                page: medicine.name(),
                cite: window.cite,
                mark: window.mark,
            };
            let who = match window.who {
                Sex::Female => "monitor-window-female",
                Sex::Male => "monitor-window-male",
            };
            let who = writer.message(who, &[]);
            let who = writer.literal(format!("{}: {who}", name(writer.words, medicine)), &about);
            let said = window_words(writer, of, window);
            facts.push((who, vec![writer.literal(said, &about)]));
        }
    }
    (!facts.is_empty())
        .then_some(Block::Facts(facts))
        .into_iter()
        .collect()
}

fn window_words(writer: &Writer<'_>, of: &Monitored<'_>, window: &Window) -> String {
    let length = match (window.months, window.weeks) {
        (0, weeks) => writer.message("monitor-length-weeks", &[count("count", u32::from(weeks))]),
        (months, _) => writer.message(
            "monitor-length-months",
            &[count("count", u32::from(months))],
        ),
    };
    match of.request.end {
        Some(end) => {
            let date = writer.words.day(window.until(end));
            let values = [text("length", &length), text("date", &date)];
            writer.message("monitor-window-until", &values)
        }
        None => writer.message("monitor-window", &[text("length", &length)]),
    }
}

/// Sentences of the pages that stand beside the tables.
pub(super) fn statements(writer: &mut Writer<'_>, of: &Monitored<'_>) -> Vec<Block> {
    let mut items: Vec<(&'static str, Vec<Sentence>)> = Vec::new();
    for (plan, medicine) in of.plan.medicines.iter().zip(of.request.medicines) {
        for page in &plan.pages {
            if matches!(page.rule, her2_knowledge::MonitoringRule::Unverified) {
                continue;
            }
            for said in page.statements_for(&medicine.watched, of.request.setting) {
                if items.iter().any(|(text, _)| *text == said.text) {
                    continue;
                }
                let about = About::Knowledge {
                    page: page.id,
                    cite: said.cite,
                    mark: said.mark,
                };
                let title = format!("{}:", writer.words.said(page.title));
                let title = writer.literal(title, &About::Frame("monitor-heading-statements"));
                let said_words = writer.page_words(said.text, &about);
                items.push((said.text, vec![title, said_words]));
            }
        }
    }
    let items: Vec<_> = items.into_iter().map(|(_, said)| said).collect();
    (!items.is_empty())
        .then_some(Block::List(items))
        .into_iter()
        .collect()
}
