//! The missing piece: what a payer would ask for and the record does not show, and who can supply it.

use super::super::{PlanCase, her2, section_of};
use super::option::required;
use super::{PacketAsked, rows};
use crate::page::{Block, Grid, Section};
use crate::sentence::{About, Sentence};
use crate::writer::{Writer, text};
use her2_case::{Answered, Question, Term};
use her2_pages::Standing;
use her2_pathway::therapy::{Her2Given, PlanItem};

/// The requirements of the rows that a packet shows of an option, with how they stand.
pub(super) fn of_item(item: PlanItem<'_>) -> Vec<(Question, Standing)> {
    let shown = [true, false].map(|labels| rows(item, PacketAsked::Every, labels));
    let all = required(shown.into_iter().flatten());
    let mut found: Vec<(Question, Standing)> = all
        .iter()
        .map(|of| (of.needs.question, of.needs.standing))
        .collect();
    found.dedup();
    found
}

/// Something that is missing, for some options.
struct Missing {
    what: Vec<Sentence>,
    options: Vec<String>,
    who: Sentence,
}

pub(super) fn section(
    told: &PlanCase<'_>,
    items: &[PlanItem<'_>],
    writer: &mut Writer<'_>,
) -> Option<Section> {
    let mut all = of_result(told, writer);
    let mut questions: Vec<(Question, bool, Vec<String>)> = Vec::new();
    let mut add = |question: Question, open: bool, option: String| {
        let same = |of: &&mut (Question, bool, Vec<String>)| of.0 == question && of.1 == open;
        match questions.iter_mut().find(same) {
            Some(of) if of.2.contains(&option) => {}
            Some(of) => of.2.push(option),
            None => questions.push((question, open, vec![option])),
        }
    };
    for item in items {
        let option = writer.words.regimen(item.regimen());
        for (question, standing) in of_item(*item) {
            match standing {
                Standing::Open => add(question, true, option.clone()),
                Standing::Met if is_answer(told, question) => {
                    add(question, false, option.clone());
                }
                _ => {}
            }
        }
        for check in item.checks().filter(|of| of.standing == Standing::Open) {
            if let Some(question) = check.asks {
                add(question, true, option.clone());
            }
        }
    }
    questions.retain(|of| of.0 != Question::Her2Category);
    // What the same people can supply for the same options stands together.
    let mut last: Option<(bool, String)> = None;
    let mut groups: Vec<Vec<(Question, bool, Vec<String>)>> = Vec::new();
    let supplier = |question: Question, writer: &Writer<'_>| {
        writer.message("packet-who", &[text("question", question.name())])
    };
    questions.sort_by_key(|of| (!of.1, supplier(of.0, writer), of.2.clone(), of.0));
    for of in questions {
        let key = (of.1, format!("{}{:?}", supplier(of.0, writer), of.2));
        match groups.last_mut().filter(|_| last.as_ref() == Some(&key)) {
            Some(group) => group.push(of),
            None => groups.push(vec![of]),
        }
        last = Some(key);
    }
    for group in groups {
        let (first, open, options) = group[0].clone();
        let message = match open {
            true => "packet-missing-open",
            false => "packet-missing-answer",
        };
        let names = group.iter().map(|of| writer.words.question(of.0));
        let names = names.collect::<Vec<_>>().join("; ");
        let about = About::NotSaid(first.name());
        let what = writer.say(message, &[text("questions", &names)], &about);
        let who = who(first, writer);
        all.push(Missing { what, options, who });
    }
    let rows: Vec<_> = all
        .into_iter()
        .map(|of| {
            let options = of.options.join("; ");
            let options = writer.literal(options, &About::Frame("option"));
            vec![of.what, vec![of.who], vec![options]]
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let head = ["column-missing", "column-who", "column-packet-options"];
    let grid = Grid {
        caption: writer.label("caption-packet-missing"),
        head: head.into_iter().map(|name| writer.label(name)).collect(),
        rows,
    };
    let blocks = vec![
        Block::Paragraph(writer.frame("packet-missing-note")),
        Block::Grid(grid),
    ];
    section_of("missing", "heading-packet-missing", blocks, writer)
}

/// What is missing of the result itself.
fn of_result(told: &PlanCase<'_>, writer: &mut Writer<'_>) -> Vec<Missing> {
    let her2 = told.plan.her2();
    let about = her2::about(told);
    let mut all = Vec::new();
    let mut push = |what: Vec<Sentence>, who: Sentence| {
        all.push(Missing {
            what,
            options: Vec::new(),
            who,
        });
    };
    for awaited in her2.awaited().iter() {
        let what = writer.say(&format!("awaited-{}", awaited.name()), &[], &about);
        let name = format!("who-{}", awaited.name());
        let who = writer.line(&name, &[], &About::Frame("who"));
        push(what, who);
    }
    let stated = match her2 {
        Her2Given::Nothing => true,
        Her2Given::Stated(fact) => Answered::of(fact.origin).is_some(),
        Her2Given::Found { category, .. } => {
            let mut places = category.because().iter();
            places.all(|origin| Answered::of(*origin).is_some())
        }
    };
    if stated {
        let missing = About::NotSaid("her2-result");
        let what = writer.say("packet-missing-result", &[], &missing);
        let who = who(Question::Her2Category, writer);
        push(what, who);
        return all;
    }
    if her2.awaited().is_empty() && told.plan.waiting_for_her2() {
        let what = writer.say("packet-missing-settled", &[], &about);
        let who = who(Question::Her2Category, writer);
        push(what, who);
    }
    if told.record.is_some_and(|(record, _)| record.date.is_none()) {
        let missing = About::NotSaid("report-date");
        let what = writer.say("packet-missing-date", &[], &missing);
        let who = who(Question::Her2Category, writer);
        push(what, who);
    }
    all
}

/// Whether what is known of a question is an answer of the person who asks and no record shows it.
pub(super) fn is_answer(told: &PlanCase<'_>, question: Question) -> bool {
    let known = told.plan.situation().known(question);
    let origin = known.and_then(|known| known.origin);
    origin.is_some_and(|origin| Answered::of(origin).is_some())
}

/// Who can supply the answer to a question.
fn who(question: Question, writer: &mut Writer<'_>) -> Sentence {
    let values = [text("question", question.name())];
    writer.line("packet-who", &values, &About::Frame("who"))
}
