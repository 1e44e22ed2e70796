//! The table of the medicines.

use super::entry::{Entry, FIELDS, Field};
use super::said::sentences;
use super::{DrugsAsked, cost, labels};
use crate::money::plain;
use crate::page::{Block, Grid, Page, Section};
use crate::sentence::{About, Sentence};
use crate::words::Words;
use crate::writer::{Parts, Writer, count, text};
use her2_case::{Question, Setting, Term};
use her2_knowledge::Drug;

/// The page: a short table, then every medicine with its fields.
pub(super) fn page(drugs: &[&'static Drug], asked: &DrugsAsked, words: &'static Words) -> Page {
    let mut writer = Writer::for_knowledge(words);
    let title = writer.label("drugs-title");
    let lead = lead(drugs, asked, &mut writer);
    let frame = frame(asked, &mut writer);
    let mut sections = Vec::new();
    if !drugs.is_empty() {
        let entries: Vec<Entry<'_>> = drugs
            .iter()
            .map(|drug| Entry { drug, asked, words })
            .collect();
        sections.push(overview(&entries, &mut writer));
        sections.push(basis(asked, &mut writer));
        sections.push(every(&entries, &mut writer));
    }
    let quotes_heading = writer.label("heading-quotes");
    let foot = foot(drugs, &mut writer);
    writer.page(Parts {
        title,
        lead,
        frame,
        sections,
        quotes_heading,
        foot,
    })
}

fn lead(drugs: &[&'static Drug], asked: &DrugsAsked, writer: &mut Writer<'_>) -> Vec<Sentence> {
    let date = writer.words.day(asked.as_of);
    let date = text("date", &date);
    if drugs.is_empty() {
        let about = About::Frame("drugs-lead-none");
        return writer.say("drugs-lead-none", &[date], &about);
    }
    let number = count("count", u32::try_from(drugs.len()).unwrap_or(u32::MAX));
    let about = About::Frame("drugs-lead");
    let mut lead = writer.say("drugs-lead", &[number, date], &about);
    let mut filters = Vec::new();
    if let Some(setting) = asked.setting {
        filters.push(writer.words.term(Question::Setting, setting.name()));
    }
    if let Some(category) = asked.her2 {
        filters.push(writer.words.term(Question::Her2Category, category.name()));
    }
    if !filters.is_empty() {
        let filters = filters.join(", ");
        let about = About::Frame("drugs-filter");
        lead.extend(writer.say("drugs-filter", &[text("filters", &filters)], &about));
    }
    lead
}

/// What the page is and is not.
pub(super) fn frame(asked: &DrugsAsked, writer: &mut Writer<'_>) -> Vec<Sentence> {
    writer.frame(if asked.verified_only {
        "drugs-frame-verified"
    } else {
        "drugs-frame"
    })
}

/// When the pages were compared with their sources.
pub(super) fn foot(drugs: &[&'static Drug], writer: &mut Writer<'_>) -> Vec<Sentence> {
    let version = [text("version", her2_knowledge::version())];
    let about = About::Frame("clinician-version");
    let mut foot = writer.say("clinician-version", &version, &about);
    if let Some(oldest) = drugs.iter().map(|drug| drug.checked).min() {
        let date = writer.words.day(oldest);
        let about = About::Frame("clinician-checked");
        foot.extend(writer.say("clinician-checked", &[text("date", &date)], &about));
    }
    foot
}

fn overview(entries: &[Entry<'_>], writer: &mut Writer<'_>) -> Section {
    let head = ["drug-name", "drug-class", "drug-indications", "drug-cost"];
    let rows = entries
        .iter()
        .map(|entry| {
            let title = entry.known(entry.title());
            vec![
                vec![title.sentence(writer)],
                sentences(&entry.field(Field::Class), writer),
                indications(entry, writer),
                sentences(&entry.field(Field::Cost), writer),
            ]
        })
        .collect();
    let grid = Grid {
        caption: writer.label("caption-drugs-overview"),
        head: head.into_iter().map(|name| writer.label(name)).collect(),
        rows,
    };
    Section {
        id: "overview",
        heading: writer.label("heading-drugs-overview"),
        blocks: vec![Block::Grid(grid)],
    }
}

fn indications(entry: &Entry<'_>, writer: &mut Writer<'_>) -> Vec<Sentence> {
    let rows = labels::rows(entry.drug, entry.asked);
    let day = entry.asked.as_of;
    let said: Vec<_> = Setting::ALL
        .iter()
        .filter_map(|setting| labels::short(entry.words, &rows, *setting, day))
        .collect();
    if said.is_empty() {
        let none = entry.no_indication(entry.asked.setting);
        return sentences(&[none], writer);
    }
    sentences(&said, writer)
}

/// What the figures of cost are, and are not.
pub(crate) fn basis(asked: &DrugsAsked, writer: &mut Writer<'_>) -> Section {
    let heading = writer.label("heading-drug-cost");
    let mut said = writer.frame("cost-basis");
    if let Some(weight) = cost::weight(asked) {
        let weight = plain(weight);
        let about = About::Frame("cost-basis-weight");
        said.extend(writer.say("cost-basis-weight", &[text("weight", &weight)], &about));
    }
    if let Some(list) = cost::list(asked) {
        let about = About::Knowledge {
            page: list.id,
            cite: list.cite,
            mark: list.mark,
        };
        let (from, until) = (writer.words.day(list.from), writer.words.day(list.until));
        let values = [text("from", &from), text("until", &until)];
        said.extend(writer.say("cost-quarter", &values, &about));
        if list.until < asked.as_of {
            let date = writer.words.day(asked.as_of);
            said.extend(writer.say("cost-old", &[text("date", &date)], &about));
        }
    }
    Section {
        id: "cost",
        heading,
        blocks: vec![Block::Note(said)],
    }
}

fn every(entries: &[Entry<'_>], writer: &mut Writer<'_>) -> Section {
    let mut blocks = Vec::new();
    for entry in entries {
        let title = entry.known(entry.title());
        blocks.push(Block::Heading(title.sentence(writer)));
        let facts = FIELDS
            .iter()
            .filter(|(field, _)| !matches!(field, Field::Name | Field::Brands))
            .filter_map(|(field, name)| {
                let said = entry.field(*field);
                (!said.is_empty()).then(|| (writer.label(name), sentences(&said, writer)))
            })
            .collect();
        blocks.push(Block::Facts(facts));
    }
    Section {
        id: "medicines",
        heading: writer.label("heading-drugs-every"),
        blocks,
    }
}
