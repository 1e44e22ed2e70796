//! A patient's results over time, in plain words.

use super::{number, picture, what};
use crate::page::{Block, Section};
use crate::sentence::{About, Sentence};
use crate::told::{OverTime, SampleTold, Story};
use crate::writer::{Writer, count, text};
use her2_case::Her2Category;

/// The section; nothing where there is one sample only.
pub(crate) fn section(writer: &mut Writer<'_>, story: &Story<'_>) -> Option<Section> {
    let over = story.over.as_ref()?;
    let heading = writer.label("heading-timeline");
    let many = u32::try_from(over.samples.len()).unwrap_or(u32::MAX);
    let values = [count("count", many)];
    let intro = writer.say("timeline-intro", &values, &About::Frame("timeline-intro"));
    let mut blocks = vec![Block::Paragraph(intro)];
    blocks.extend(picture::block(writer, over));
    let items = over.samples.iter().enumerate();
    let items = items.map(|(at, sample)| line(writer, over, at, sample));
    blocks.push(Block::List(items.collect()));
    blocks.push(Block::Paragraph(current(writer, over)));
    let differ = differ(writer, over);
    if !differ.is_empty() {
        blocks.push(Block::Heading(writer.label("heading-timeline-differ")));
        blocks.push(Block::List(differ));
    }
    blocks.push(Block::Heading(writer.label("heading-timeline-ask")));
    blocks.push(Block::Paragraph(writer.frame("questions-hint")));
    blocks.push(Block::Ask(asks(writer, over)));
    if let Some(current) = over.current.as_ref().filter(|_| over.records > 1) {
        let number = number(current.sample);
        let rest = writer.say(
            "timeline-rest",
            &[text("number", &number)],
            &About::Frame("timeline-rest"),
        );
        blocks.push(Block::Note(rest));
    }
    Some(Section {
        id: "timeline",
        heading,
        blocks,
    })
}

/// One sample.
fn line(
    writer: &mut Writer<'_>,
    over: &OverTime<'_>,
    at: usize,
    sample: &SampleTold,
) -> Vec<Sentence> {
    let about = sample.tested.decided.status_about.clone();
    let (number, what) = (number(at), what(writer, sample));
    let result = result(writer, sample);
    let day = sample.date.map(|day| writer.words.long_day(day));
    let mut values = vec![
        text("number", &number),
        text("what", &what),
        text("result", &result),
    ];
    let name = match &day {
        Some(day) => {
            values.push(text("day", day));
            "sample-line"
        }
        None => "sample-line-undated",
    };
    let mut said = writer.say(name, &values, &about);
    if over.is_current(at) {
        said.extend(writer.say("sample-current", &[], &about));
    }
    if let Some(later) = sample.superseded_by {
        let later = super::number(later);
        said.extend(writer.say("sample-superseded", &[text("number", &later)], &about));
    }
    if sample.quoted {
        said.extend(writer.say("sample-quoted", &[], &about));
    }
    said
}

/// Its result, with low and ultralow where they are told.
fn result(writer: &Writer<'_>, sample: &SampleTold) -> String {
    let name = crate::patient::result_name(sample.status());
    let result = writer.message(name, &[]);
    let low = match sample.tested.decided.category {
        Some(Her2Category::Low) => "sample-low",
        Some(Her2Category::Ultralow) => "sample-ultralow",
        _ => return result,
    };
    writer.message(low, &[text("result", &result)])
}

/// Which one counts now, and why.
fn current(writer: &mut Writer<'_>, over: &OverTime<'_>) -> Vec<Sentence> {
    let Some(current) = &over.current else {
        return writer.frame("timeline-no-current");
    };
    let about = &current.rule.about;
    let here = number(current.sample);
    let mut said = writer.say("timeline-current", &[text("number", &here)], about);
    let rule = format!("current-rule-{}", current.rule.name);
    said.extend(writer.say(&rule, &[], about));
    if let Some(settled) = current.last_settled.filter(|at| *at != current.sample) {
        let sample = &over.samples[settled];
        let (number, result) = (number(settled), result(writer, sample));
        let values = [text("number", &number), text("result", &result)];
        said.extend(writer.say("timeline-last-settled", &values, about));
    }
    if let Some(awaited) = current.awaited {
        let number = number(awaited);
        said.extend(writer.say("timeline-awaited", &[text("number", &number)], about));
    }
    said
}

/// What does not match, what is open, and how low expression behaved.
fn differ(writer: &mut Writer<'_>, over: &OverTime<'_>) -> Vec<Vec<Sentence>> {
    let mut items = Vec::new();
    for conflict in &over.conflicts {
        let (one, two) = (number(conflict.earlier), number(conflict.later));
        let name = format!("discordance-{}", conflict.found.name);
        let values = [text("one", &one), text("two", &two)];
        items.push(writer.say(&name, &values, &conflict.found.about));
    }
    if over
        .conflicts
        .iter()
        .any(|conflict| conflict.flag.is_some())
    {
        items.push(writer.frame("discordance-why"));
    }
    if let Some(low) = over
        .low
        .as_ref()
        .filter(|low| ["appeared", "vanished"].contains(&low.name))
    {
        items.push(writer.say(&format!("low-over-time-{}", low.name), &[], &low.about));
    }
    for advice in &over.advice {
        let about = &advice.retest.about;
        items.push(match advice.sample {
            Some(at) => {
                let number = number(at);
                writer.say("advice-sample", &[text("number", &number)], about)
            }
            None => writer.say("advice-metastasis", &[], about),
        });
    }
    items
}

fn asks(writer: &mut Writer<'_>, over: &OverTime<'_>) -> Vec<Sentence> {
    let differs = over
        .conflicts
        .iter()
        .any(|conflict| conflict.flag.is_some());
    let low = over.low.as_ref().is_some_and(|low| low.name == "vanished");
    let asked = [
        ("ask-over-time-which", true),
        ("ask-over-time-differ", differs),
        (
            "ask-over-time-open",
            over.current_sample().is_some_and(SampleTold::is_open),
        ),
        ("ask-over-time-low", low),
        ("ask-over-time-test", !over.advice.is_empty()),
        (
            "ask-over-time-undated",
            over.samples.iter().any(|sample| sample.date.is_none()),
        ),
        ("ask-over-time-missing", true),
    ];
    let asked = asked.into_iter().filter(|(_, asked)| *asked);
    asked.flat_map(|(name, _)| writer.frame(name)).collect()
}
