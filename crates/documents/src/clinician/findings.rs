//! How it was decided, what is missing, what is asked for, and what a reader must see.

use super::result::labels;
use super::section_of;
use crate::cited::source_note;
use crate::page::{Block, Section, Table};
use crate::patient::flag_about;
use crate::sentence::{About, RowRef, Sentence};
use crate::told::{Step, Story};
use crate::writer::{Writer, text};
use her2_case::{Action, Comment, Term, TermSet};
use her2_knowledge::EditionStatus;
use her2_pages::Citation;

pub(super) fn section(writer: &mut Writer<'_>, story: &Story<'_>) -> Option<Section> {
    let heading = writer.label("clinician-heading-findings");
    let several = story.tested.len() > 1;
    let mut blocks = Vec::new();
    for (index, tested) in story.tested.iter().enumerate() {
        if tested.decided.steps.is_empty() {
            continue;
        }
        if several {
            let number = (index + 1).to_string();
            let values = [text("number", &number)];
            blocks.push(Block::Heading(writer.line(
                "specimen-number",
                &values,
                &About::Frame("specimen-number"),
            )));
        }
        let caption = writer.label("caption-findings");
        let head = labels(
            writer,
            &[
                "column-question",
                "column-answer",
                "column-row",
                "column-source",
                "column-basis",
            ],
        );
        let rows = tested
            .decided
            .steps
            .iter()
            .map(|step| {
                let frame = About::Frame("question");
                let answer = answer_words(writer, step);
                let mut cells = vec![
                    writer.page_words(step.title, &frame),
                    writer.literal(answer, &step.about),
                ];
                cells.extend(row_cells(writer, step.row.as_ref()));
                cells
            })
            .collect();
        blocks.push(Block::Table(Table {
            caption,
            head,
            rows,
        }));
    }
    section_of("findings", heading, blocks)
}

/// The answer in the words of the language, where its vocabulary has words; else the term with its question.
pub(crate) fn answer_words(writer: &Writer<'_>, step: &Step) -> String {
    let vocabulary = match step.question {
        "her2-status" => "status",
        "her2-category" => "category",
        _ => return format!("{}: {}", step.question, step.answer),
    };
    writer.message(&format!("{vocabulary}-{}", step.answer), &[])
}

/// The row, its source with a link where there is a DOI, and whether it is the source's rule or the project's.
pub(crate) fn row_cells(writer: &mut Writer<'_>, row: Option<&RowRef>) -> Vec<Sentence> {
    let frame = About::Frame("row");
    let Some(row) = row else {
        return (0..3)
            .map(|_| writer.literal(String::new(), &frame))
            .collect();
    };
    let place = writer.english(format!("{}: {}", row.page, row.anchor), &frame);
    let source = source(writer, row);
    let basis = if row.project_rule {
        "basis-project"
    } else {
        "basis-source"
    };
    vec![place, source, writer.label(basis)]
}

fn source(writer: &mut Writer<'_>, row: &RowRef) -> Sentence {
    let frame = About::Frame("source");
    let Some(edition) = her2_knowledge::edition(row.edition) else {
        let cite = Citation {
            edition: row.edition,
            anchor: row.place,
        };
        let note = source_note(writer.words, vec![cite]);
        let said = writer.literal(note.words, &frame);
        let said = said.with_foreign(note.title);
        return match note.link {
            Some(link) => said.linked(link),
            None => said,
        };
    };
    let place = writer
        .words
        .said(edition.anchor(row.place).unwrap_or(row.place));
    let words = format!("{} {}, {place}", edition.body, edition.year);
    let said = writer.literal(words, &frame);
    let label = edition.status == EditionStatus::Label;
    match (edition.doi.first(), edition.links.first()) {
        (_, Some(link)) if label => said.linked((*link).to_owned()),
        (Some(doi), _) => said.linked(format!("https://doi.org/{doi}")),
        (None, Some(link)) => said.linked((*link).to_owned()),
        (None, None) => said,
    }
}

pub(super) fn missing(writer: &mut Writer<'_>, story: &Story<'_>) -> Option<Section> {
    let heading = writer.label("clinician-heading-missing");
    let mut rows = Vec::new();
    for tested in &story.tested {
        for awaited in tested.decided.awaited.iter() {
            let about = &tested.decided.status_about;
            let what = format!("awaited-{}", awaited.name());
            let who = format!("who-{}", awaited.name());
            rows.push(vec![
                writer.line(&what, &[], about),
                writer.line(&who, &[], &About::Frame("who")),
            ]);
        }
    }
    if rows.is_empty() {
        let name = if story.tested.is_empty() {
            "no-results"
        } else {
            "nothing-missing"
        };
        let said = writer.say(name, &[], &story.status_about());
        return section_of("missing", heading, vec![Block::Paragraph(said)]);
    }
    let table = Table {
        caption: writer.label("caption-missing"),
        head: labels(writer, &["column-missing", "column-who"]),
        rows,
    };
    section_of("missing", heading, vec![Block::Table(table)])
}

pub(super) fn actions(writer: &mut Writer<'_>, story: &Story<'_>) -> Option<Section> {
    let heading = writer.label("clinician-heading-actions");
    let mut seen = TermSet::<Action>::EMPTY;
    let mut items = Vec::new();
    let of_case = (story.actions, story.status_about());
    let of_specimens = story
        .tested
        .iter()
        .map(|tested| (tested.decided.actions, tested.decided.status_about.clone()));
    for (actions, about) in std::iter::once(of_case).chain(of_specimens) {
        for action in actions.iter().filter(|action| !seen.contains(*action)) {
            let name = format!("action-{}", action.name());
            items.push(writer.say(&name, &[], &about));
        }
        seen = seen.union(actions);
    }
    if items.is_empty() {
        return None;
    }
    section_of("actions", heading, vec![Block::List(items)])
}

pub(super) fn comments(writer: &mut Writer<'_>, story: &Story<'_>) -> Option<Section> {
    let heading = writer.label("clinician-heading-comments");
    let mut seen = TermSet::<Comment>::EMPTY;
    let mut blocks = Vec::new();
    let of_case = (story.comments, story.status_about());
    let of_specimens = story
        .tested
        .iter()
        .map(|tested| (tested.decided.comments, tested.decided.status_about.clone()));
    for (comments, about) in std::iter::once(of_case).chain(of_specimens) {
        for comment in comments.iter().filter(|comment| !seen.contains(*comment)) {
            let name = format!("comment-{}", comment.name());
            let topic = writer.line(&name, &[], &About::Frame("comment"));
            blocks.push(Block::Heading(topic));
            let name = format!("text-{}", comment.name());
            blocks.push(Block::Note(writer.say(&name, &[], &about)));
        }
        seen = seen.union(comments);
    }
    section_of("comments", heading, blocks)
}

pub(crate) fn flags(writer: &mut Writer<'_>, story: &Story<'_>) -> Option<Section> {
    let heading = writer.label("clinician-heading-flags");
    let mut rows = Vec::new();
    for flag in story.all_flags().iter() {
        let about = flag_about(story, flag);
        let meaning = format!("flag-{}", flag.name());
        rows.push(vec![
            writer.literal(flag.name().to_owned(), &about),
            writer.line(&meaning, &[], &about),
        ]);
    }
    for tested in &story.tested {
        if let Some((from, to)) = tested.decided.recount_change {
            let values = [text("from", from.name()), text("to", to.name())];
            let about = &tested.decided.status_about;
            let code = format!("RECOUNT_CHANGED_GROUP_{}_to_{}", from.name(), to.name());
            rows.push(vec![
                writer.literal(code, about),
                writer.line("flag-recount-change", &values, about),
            ]);
        }
    }
    for problem in &story.record.problems {
        let about = About::Problem(problem.code, problem.origin);
        let severity = format!("severity-{}", problem.severity.name());
        let severity = writer.message(&severity, &[]);
        let code = format!("{} ({severity})", problem.code);
        rows.push(vec![
            writer.literal(code, &about),
            writer.english(crate::read::shown(&problem.message), &about),
        ]);
    }
    if rows.is_empty() {
        return None;
    }
    let table = Table {
        caption: writer.label("caption-flags"),
        head: labels(writer, &["column-code", "column-meaning"]),
        rows,
    };
    section_of("flags", heading, vec![Block::Table(table)])
}

/// The vocabularies whose every term has words for the clinician, with the start of the messages' names.
#[cfg(test)]
pub(crate) fn vocabularies() -> Vec<(&'static str, Vec<&'static str>)> {
    fn names<T: Term>() -> Vec<&'static str> {
        T::ALL.iter().map(|term| term.name()).collect()
    }
    vec![
        ("status", names::<her2_case::Her2Status>()),
        ("category", names::<her2_case::Her2Category>()),
        ("group", names::<her2_case::IshGroup>()),
        ("awaited", names::<her2_case::Awaited>()),
        ("who", names::<her2_case::Awaited>()),
        ("missing", names::<her2_case::Awaited>()),
        ("action", names::<Action>()),
        ("comment", names::<Comment>()),
        ("text", names::<Comment>()),
        ("flag", names::<her2_case::Flag>()),
        ("notice", names::<her2_case::Flag>()),
        ("word", names::<her2_case::Her2Word>()),
        ("histology", names::<her2_case::Histology>()),
        ("grade", names::<her2_case::Grade>()),
        ("retest", names::<her2_case::Retest>()),
        ("current-rule", names::<her2_case::CurrentRule>()),
        ("clinician-current-rule", names::<her2_case::CurrentRule>()),
        ("discordance", names::<her2_case::Discordance>()),
        ("clinician-discordance", names::<her2_case::Discordance>()),
        ("low-over-time", names::<her2_case::LowOverTime>()),
        ("clinician-low", names::<her2_case::LowOverTime>()),
    ]
}
