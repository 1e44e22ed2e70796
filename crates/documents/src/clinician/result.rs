//! The finding itself, every specimen with its own, and the same evidence by other editions.

use super::{evidence, section_of};
use crate::page::{Block, Section, Table};
use crate::patient::{Outcome, replaced};
use crate::read::shown;
use crate::sentence::{About, Sentence};
use crate::told::{Decided, EditionTold, Story, Tested};
use crate::writer::{Writer, text};
use her2_case::{Context, RecordStatus, Term, TermSet};

pub(crate) fn lead(writer: &mut Writer<'_>, story: &Story<'_>) -> Vec<Sentence> {
    let Some(tested) = story.main() else {
        return writer.say("no-results", &[], &story.status_about());
    };
    let about = &tested.decided.status_about;
    let status = status_words(writer, &tested.decided);
    let category = category_words(writer, &tested.decided);
    let values = [text("status", &status), text("category", &category)];
    let mut lead = writer.say("clinician-lead", &values, about);
    lead.splice(0..0, warnings(writer, story));
    let outcome = Outcome::of(story);
    if !matches!(outcome, Outcome::Conflict | Outcome::Contradicts) && outcome.is_difference() {
        let (signed, origin) = story.record.her2_status;
        let signed = writer.message(&signed_name(signed), &[]);
        let about = origin.map_or_else(|| about.clone(), About::fact);
        let values = [text("signed", &signed)];
        lead.extend(writer.say("clinician-lead-otherwise", &values, &about));
    }
    lead
}

/// What no reader may miss, before the finding.
pub(crate) fn warnings(writer: &mut Writer<'_>, story: &Story<'_>) -> Vec<Sentence> {
    let Some(tested) = story.main() else {
        return Vec::new();
    };
    let name = match Outcome::of(story) {
        Outcome::Conflict => "clinician-lead-differ",
        Outcome::Contradicts => "clinician-lead-contradicts",
        _ => return Vec::new(),
    };
    writer.say(name, &[], &tested.decided.status_about)
}

pub(super) fn section(writer: &mut Writer<'_>, story: &Story<'_>) -> Option<Section> {
    let heading = writer.label("clinician-heading-result");
    let mut facts = Vec::new();
    if let Some(tested) = story.main() {
        let decided = &tested.decided;
        let status = status_words(writer, decided);
        let category = category_words(writer, decided);
        let group = group_words(writer, decided);
        for (name, words, about) in [
            ("clinician-status", status, &decided.status_about),
            ("clinician-category", category, &decided.category_about),
            ("clinician-group", group, &decided.group_about),
        ] {
            facts.push((writer.label(name), vec![writer.literal(words, about)]));
        }
        let words = evidence::line(writer.words, tested);
        let said = vec![writer.literal(words, &decided.status_about)];
        facts.push((writer.label("column-evidence"), said));
    }
    let (signed, origin) = story.record.her2_status;
    let about = origin.map_or(About::NotSaid("her2-status"), About::fact);
    let said = vec![writer.line(&signed_name(signed), &[], &about)];
    facts.push((writer.label("clinician-signed"), said));
    if let Some(about) = replaced(story) {
        let said = writer.say("clinician-replaced-said", &[], &about);
        facts.push((writer.label("clinician-replaced"), said));
    }
    if let Some(date) = &story.record.date {
        let said = writer.literal(writer.words.day(date.value), &About::fact(date.origin));
        facts.push((writer.label("clinician-date"), vec![said]));
    }
    facts.extend(rules_applied(writer, story));
    section_of("result", heading, vec![Block::Facts(facts)])
}

/// The edition that decided, and the record's own where that is another one.
pub(crate) fn rules_applied(
    writer: &mut Writer<'_>,
    story: &Story<'_>,
) -> Vec<(Sentence, Vec<Sentence>)> {
    let title = story.edition.title.to_owned();
    let said = vec![writer.english(title, &About::Frame("edition"))];
    let mut facts = vec![(writer.label("clinician-edition"), said)];
    if let Some(own) = &story.own {
        let name = if own.stated {
            "clinician-own-stated"
        } else {
            "clinician-own-by-date"
        };
        let said = writer.say(name, &[text("title", own.edition.title)], &own.about);
        let title = writer.words.foreign(own.edition.title);
        let said = said.into_iter();
        let said = said.map(|of| of.with_foreign(title.clone())).collect();
        facts.push((writer.label("clinician-own"), said));
    }
    facts
}

/// Every specimen or tumour with a result; left out where there is only the deciding one.
pub(super) fn specimens(writer: &mut Writer<'_>, story: &Story<'_>) -> Option<Section> {
    if story.tested.len() < 2 {
        return None;
    }
    let heading = writer.label("clinician-heading-specimens");
    let caption = writer.label("caption-specimens");
    let head = labels(
        writer,
        &[
            "column-specimen",
            "column-status",
            "column-category",
            "column-group",
            "column-evidence",
        ],
    );
    let rows = story
        .tested
        .iter()
        .enumerate()
        .map(|(index, tested)| {
            let decided = &tested.decided;
            let name = specimen_name(writer, story, index, tested);
            let status = status_words(writer, decided);
            let category = category_words(writer, decided);
            let group = group_words(writer, decided);
            vec![
                name,
                writer.literal(status, &decided.status_about),
                writer.literal(category, &decided.category_about),
                writer.literal(group, &decided.group_about),
                writer.literal(evidence::line(writer.words, tested), &decided.status_about),
            ]
        })
        .collect();
    let table = Table {
        caption,
        head,
        rows,
    };
    section_of("specimens", heading, vec![Block::Table(table)])
}

fn specimen_name(
    writer: &mut Writer<'_>,
    story: &Story<'_>,
    index: usize,
    tested: &Tested,
) -> Sentence {
    let number = (index + 1).to_string();
    let mut words = match tested.tumor.or(tested.label) {
        Some(span) => format!(
            "{number}: \u{201c}{}\u{201d}",
            shown(&story.source.quote(span))
        ),
        None => writer.message("specimen-number", &[text("number", &number)]),
    };
    if tested.context == Context::Prior {
        words = format!(
            "{words}, {}",
            writer.message("clinician-context-prior", &[])
        );
    }
    if story.deciding == Some(index) {
        words = format!("{words} ({})", writer.message("clinician-deciding", &[]));
    }
    writer.literal(words, &tested.decided.status_about)
}

/// The deciding specimen by each edition, side by side. The signed result stands above them all.
pub(super) fn editions(writer: &mut Writer<'_>, story: &Story<'_>) -> Option<Section> {
    let tested = story.main().filter(|_| !story.by_edition.is_empty())?;
    let heading = writer.label("clinician-heading-editions");
    let caption = writer.label("caption-editions");
    let head = labels(
        writer,
        &[
            "column-edition",
            "column-status",
            "column-category",
            "column-group",
        ],
    );
    let mut readings: Vec<(&EditionTold, &Decided)> = vec![(&story.edition, &tested.decided)];
    readings.extend(
        story
            .by_edition
            .iter()
            .map(|(edition, decided)| (edition, decided)),
    );
    readings.sort_by(|(one, _), (other, _)| one.year.cmp(&other.year));
    let rows = readings
        .into_iter()
        .map(|(edition, decided)| {
            let status = status_words(writer, decided);
            let category = category_words(writer, decided);
            let group = group_words(writer, decided);
            vec![
                writer.english(edition.title.to_owned(), &About::Frame("edition")),
                writer.literal(status, &decided.status_about),
                writer.literal(category, &decided.category_about),
                writer.literal(group, &decided.group_about),
            ]
        })
        .collect();
    let table = Table {
        caption,
        head,
        rows,
    };
    let kept = Block::Paragraph(writer.frame("signed-kept"));
    section_of("editions", heading, vec![Block::Table(table), kept])
}

pub(super) fn labels(writer: &mut Writer<'_>, names: &[&'static str]) -> Vec<Sentence> {
    names.iter().map(|name| writer.label(name)).collect()
}

fn signed_name(signed: RecordStatus) -> String {
    format!("signed-{}", signed.name())
}

pub(crate) fn status_words(writer: &Writer<'_>, decided: &Decided) -> String {
    if let Some(status) = decided.status {
        return writer.message(&format!("status-{}", status.name()), &[]);
    }
    let possible = each(writer, "status", decided.possible);
    writer.message("status-open", &[text("possible", &possible)])
}

pub(crate) fn category_words(writer: &Writer<'_>, decided: &Decided) -> String {
    decided.category.map_or_else(
        || writer.message("category-UNDETERMINED", &[]),
        |category| writer.message(&format!("category-{}", category.name()), &[]),
    )
}

fn group_words(writer: &Writer<'_>, decided: &Decided) -> String {
    decided.group.map_or_else(
        || writer.message("clinician-group-none", &[]),
        |group| writer.message(&format!("group-{}", group.name()), &[]),
    )
}

fn each<T: Term>(writer: &Writer<'_>, prefix: &str, terms: TermSet<T>) -> String {
    let words: Vec<String> = terms
        .iter()
        .map(|term| writer.message(&format!("{prefix}-{}", term.name()), &[]))
        .collect();
    words.join(", ")
}
