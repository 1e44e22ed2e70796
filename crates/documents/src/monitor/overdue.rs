//! What should have been measured of the heart and was not: it leads every page.

use super::Monitored;
use super::schedule::about_schedule;
use super::words::{name, when};
use crate::page::{Block, Grid};
use crate::sentence::{About, Sentence};
use crate::words::Words;
use crate::writer::{Writer, count, text};
use her2_case::{LvefAction, Mark, MonitoringPhase, Question, Term};
use her2_pathway::monitoring::Overdue;

/// What counts most: of the days that passed since the newest value, of those while on hold, and the value before treatment.
struct Leading<'a> {
    since: Option<&'a Overdue>,
    /// Only where the first is of another phase.
    held: Option<&'a Overdue>,
    before: Option<&'a Overdue>,
}

impl<'a> Leading<'a> {
    fn of(of: &'a Monitored<'a>, shown: impl Fn(&Overdue) -> bool) -> Self {
        let all = of.plan.overdue.iter();
        let (before, since): (Vec<_>, Vec<_>) = all
            .filter(|one| shown(one))
            .partition(|one| one.is_before());
        let held = |one: &&Overdue| one.item.schedule.phase == MonitoringPhase::Held;
        Self {
            since: since.first().copied(),
            held: since
                .iter()
                .skip(1)
                .copied()
                .find(held)
                .filter(|_| !held(&since[0])),
            before: before.first().copied(),
        }
    }
}

fn about(one: &Overdue) -> About {
    about_schedule(one.item.page, one.item.schedule)
}

/// The newest value on file, of any time.
fn on_file(words: &Words, of: &Monitored<'_>) -> Option<String> {
    let newest = of.plan.measured.series.last();
    newest.map(|reading| words.day(reading.of.date))
}

/// What is overdue, for a clinician.
pub(super) fn lead(writer: &mut Writer<'_>, of: &Monitored<'_>) -> Vec<Sentence> {
    let leading = Leading::of(of, |_| true);
    let mut said = Vec::new();
    if let Some(one) = leading.since {
        let medicine = name(writer.words, &of.request.medicines[one.item.medicine]);
        let date = writer.words.day(one.first());
        let held = of.plan.held_since[one.item.medicine];
        let held = held.filter(|_| one.item.schedule.phase == MonitoringPhase::Held);
        let when = match held {
            Some(since) => {
                let since = writer.words.day(since);
                let values = [text("date", &date), text("since", &since)];
                writer.message("monitor-overdue-held", &values)
            }
            None => writer.message("monitor-overdue-on", &[text("date", &date)]),
        };
        let mut values = vec![
            text("medicine", &medicine),
            text("when", &when),
            count("more", one.more()),
        ];
        let since = on_file(writer.words, of);
        let message = match &since {
            Some(since) => {
                values.push(text("since", since));
                "monitor-lead-overdue"
            }
            None => "monitor-lead-overdue-none",
        };
        said.extend(writer.say(message, &values, &about(one)));
    }
    if let Some((one, since)) = leading.held.and_then(|one| {
        let since = of.plan.held_since[one.item.medicine]?;
        Some((one, writer.words.day(since)))
    }) {
        let medicine = name(writer.words, &of.request.medicines[one.item.medicine]);
        let date = writer.words.day(one.first());
        let values = [
            text("medicine", &medicine),
            text("date", &date),
            text("since", &since),
        ];
        said.extend(writer.say("monitor-lead-overdue-held", &values, &about(one)));
    }
    if let Some((one, start)) = leading.before.zip(of.request.start) {
        let medicine = name(writer.words, &of.request.medicines[one.item.medicine]);
        let start = writer.words.day(start);
        let values = [text("medicine", &medicine), text("start", &start)];
        let message = match (leading.since, on_file(writer.words, of)) {
            (Some(_), None) => "monitor-lead-overdue-before-too",
            _ => "monitor-lead-overdue-before",
        };
        said.extend(writer.say(message, &values, &about(one)));
    }
    said
}

/// The next day of the rows for a hold, where one is on or asked for.
pub(super) fn next_while_held(writer: &mut Writer<'_>, of: &Monitored<'_>) -> Vec<Sentence> {
    let Some((day, item)) = of.plan.next_lvef else {
        return Vec::new();
    };
    let asked = of.plan.each[item.medicine].and_then(|asked| asked.single());
    let held = of.plan.hold.is_some() || asked == Some(LvefAction::Hold);
    if item.schedule.phase != MonitoringPhase::Held || !held {
        return Vec::new();
    }
    let (medicine, date) = (
        name(writer.words, &of.request.medicines[item.medicine]),
        writer.words.day(day),
    );
    let Some(since) = of.plan.held_since[item.medicine] else {
        return Vec::new();
    };
    let since = writer.words.day(since);
    let values = [
        text("medicine", &medicine),
        text("date", &date),
        text("since", &since),
    ];
    let about = about_schedule(item.page, item.schedule);
    writer.say("monitor-lead-held-next", &values, &about)
}

/// Every row that is overdue, with its days.
pub(super) fn table(writer: &mut Writer<'_>, of: &Monitored<'_>) -> Vec<Block> {
    const SHOWN: usize = 4;
    let rows = of.plan.overdue.iter().map(|one| {
        let entry = one.item.schedule;
        let about = about(one);
        let test = writer
            .words
            .term(Question::MonitoredTest, entry.test.name());
        let phase = writer
            .words
            .term(Question::MonitoringPhase, entry.phase.name());
        let when = when(writer, entry, &phase);
        let days = one.days.iter().take(SHOWN).map(ToString::to_string);
        let days = days.collect::<Vec<_>>().join(", ");
        let days = match one.days.len().checked_sub(SHOWN) {
            None | Some(0) => days,
            Some(more) => {
                let more = u32::try_from(more).unwrap_or(u32::MAX);
                let values = [text("days", &days), count("more", more)];
                writer.message("monitor-overdue-days", &values)
            }
        };
        let medicine = name(writer.words, &of.request.medicines[one.item.medicine]);
        vec![
            vec![writer.literal(test, &About::Frame("monitor-column-test"))],
            vec![writer.literal(when, &about)],
            vec![writer.literal(days, &About::Frame("monitor-column-overdue"))],
            vec![writer.literal(medicine, &About::Frame("monitor-column-medicine"))],
        ]
    });
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        return Vec::new();
    }
    vec![Block::Grid(Grid {
        caption: writer.label("monitor-heading-overdue"),
        head: vec![
            writer.label("monitor-column-test"),
            writer.label("monitor-column-when"),
            writer.label("monitor-column-overdue"),
            writer.label("monitor-column-medicine"),
        ],
        rows,
    })]
}

/// The same for a patient: only what was read in its source, and no hold that nobody has decided on.
pub(super) fn patient(writer: &mut Writer<'_>, of: &Monitored<'_>) -> Vec<Sentence> {
    let decided =
        |one: &Overdue| one.item.schedule.phase != MonitoringPhase::Held || of.plan.hold.is_some();
    let leading = Leading::of(of, |one| one.mark() == Mark::Checked && decided(one));
    let mut said = Vec::new();
    if let Some(one) = leading.since {
        let date = writer.words.day(one.first());
        let mut values = vec![text("date", &date)];
        let since = on_file(writer.words, of);
        let message = match &since {
            Some(since) => {
                values.push(text("since", since));
                "monitor-patient-overdue"
            }
            None => "monitor-patient-overdue-none",
        };
        said.extend(writer.say(message, &values, &about(one)));
    }
    if let Some(one) = leading
        .before
        .filter(|_| on_file(writer.words, of).is_some() || said.is_empty())
    {
        said.extend(writer.say("monitor-patient-overdue-before", &[], &about(one)));
    }
    said
}
