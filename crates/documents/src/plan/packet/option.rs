//! An option of a packet: the label, every requirement with the fact behind it, and the guidelines that list it.

use super::super::against::spoken;
use super::super::option::{alike, grid_of, if_line};
use super::super::row::{
    about, about_row, body, force, known, listing, requirement, requirements as requirements_of,
    row_ref,
};
use super::super::situation::from_words;
use super::super::{PlanCase, before, checks};
use super::{PacketAsked, is_rendering, rows, shown, standing};
use crate::page::{Block, Grid, Section};
use crate::sentence::{About, Sentence};
use crate::writer::{Writer, text};
use her2_case::{Question, Term};
use her2_knowledge::{Companion, Drug, Regimen};
use her2_pages::{Needs, Requirement, Standing};
use her2_pathway::therapy::{PlanItem, PlanRow};

/// Everything of an option.
pub(super) fn section(
    told: &PlanCase<'_>,
    item: PlanItem<'_>,
    asked: PacketAsked,
    writer: &mut Writer<'_>,
) -> Section {
    let regimen = item.regimen();
    let labels = rows(item, asked, true);
    let guidelines = rows(item, asked, false);
    let mut blocks = Vec::new();
    notes(told, item, asked, writer, &mut blocks);
    blocks.push(Block::Heading(writer.label("packet-label")));
    if labels.is_empty() {
        blocks.push(Block::Paragraph(writer.frame("packet-no-label")));
    }
    if labels.iter().any(|row| row.standing() == Standing::Closed) {
        blocks.push(Block::Paragraph(writer.frame("packet-label-nearest")));
    }
    for group in alike(writer, &labels) {
        blocks.push(Block::Facts(label(told, regimen, &group, writer)));
    }
    blocks.extend(tests(told, &labels, writer));
    blocks.push(Block::Heading(writer.label("packet-requirements")));
    blocks.push(Block::Grid(requirements(
        told,
        &labels,
        &guidelines,
        writer,
    )));
    blocks.push(Block::Heading(writer.label("packet-guidelines")));
    let of = |standing: Standing| {
        let rows = guidelines.iter().copied();
        rows.filter(|row| row.standing() == standing).collect()
    };
    let (met, open): (Vec<PlanRow<'_>>, Vec<PlanRow<'_>>) = (of(Standing::Met), of(Standing::Open));
    if guidelines.is_empty() {
        blocks.push(Block::Paragraph(writer.frame("packet-no-guideline")));
    }
    if !met.is_empty() {
        blocks.push(Block::Grid(grid_of(told, &met, writer)));
    }
    if !open.is_empty() {
        let items = open.iter().map(|row| vec![if_line(told, *row, writer)]);
        blocks.push(Block::List(items.collect()));
    }
    Section {
        id: regimen.id,
        heading: writer.literal(writer.words.regimen(regimen), &About::Frame("option")),
        blocks,
    }
}

/// What no reader may miss: what speaks against it, what closes it, what was given before.
fn notes(
    told: &PlanCase<'_>,
    item: PlanItem<'_>,
    asked: PacketAsked,
    writer: &mut Writer<'_>,
    blocks: &mut Vec<Block>,
) {
    let message = match standing(item, asked) {
        Standing::Met => "packet-stands-met",
        Standing::Open => "packet-stands-open",
        Standing::Closed if item.is_closed_by_a_check() => "packet-stands-checked",
        Standing::Closed => "packet-stands-closed",
    };
    let rows: Vec<PlanRow<'_>> = shown(item, asked).take(1).collect();
    let said = writer.say(message, &[], &about(told, &rows));
    blocks.push(Block::Paragraph(said));
    let closing = checks::closing(told, item, writer);
    if !closing.is_empty() {
        let mut said = writer.frame("packet-check-closes");
        said.extend(closing);
        blocks.push(Block::Note(said));
    }
    let against: Vec<PlanRow<'_>> = item.cautions().filter(|row| !is_rendering(*row)).collect();
    for row in against {
        let mut said = match row.standing() {
            Standing::Open => {
                let why = requirements_of(writer.words, row, Some(Standing::Open));
                let about = About::Frame("packet-against");
                writer.say("packet-against-open", &[text("why", &why)], &about)
            }
            _ => writer.frame("packet-against"),
        };
        said.extend(spoken(told, row, writer));
        blocks.push(Block::Note(said));
    }
    let every = super::super::option::against_every(told, writer);
    blocks.extend(every.map(Block::Note));
    let given = before::said(told, item.regimen(), writer);
    if !given.is_empty() {
        blocks.push(Block::Note(given));
    }
}

type Facts = Vec<(Sentence, Vec<Sentence>)>;

/// A row of a label, and the other labels that say the same.
fn label(
    told: &PlanCase<'_>,
    regimen: &Regimen,
    group: &[PlanRow<'_>],
    writer: &mut Writer<'_>,
) -> Facts {
    let words = writer.words;
    let (row, others) = (group[0], &group[1..]);
    let by = about_row(row);
    let plain = About::Frame("row");
    let mut facts = Facts::new();
    let mut who = body(words, row);
    if let Some(drug) = row.table().drug {
        who = format!("{who} ({})", words.said(drug.inn));
    }
    let mut said = vec![writer.literal(who, &by)];
    if !others.is_empty() {
        let names: Vec<&str> = (others.iter())
            .filter_map(|row| row.table().drug)
            .map(|drug| drug.brands.first().copied().unwrap_or(words.said(drug.inn)))
            .collect();
        let names = names.join(", ");
        let last = said.pop().map(|of| of.ended(";"));
        said.extend(last);
        said.push(writer.line(
            "plan-labels-like",
            &[text("names", &names)],
            &about(told, others),
        ));
    }
    facts.push((writer.label("packet-label-of"), said));
    let how = format!("{}, {}", listing(words, row), force(words, row));
    let said = vec![writer.literal(how, &plain)];
    facts.push((writer.label("packet-approved"), said));
    let all: Vec<Requirement> = row.requirements().collect();
    for (label, of) in [
        ("packet-setting", Part::Setting),
        ("packet-her2-asked", Part::Her2),
        ("packet-asked", Part::Other),
    ] {
        let needs = all.iter().filter(|needs| Part::of(needs.question) == of);
        let needs: Vec<String> = needs.map(|needs| requirement(words, needs)).collect();
        if !needs.is_empty() {
            let said = vec![writer.literal(needs.join("; "), &plain)];
            facts.push((writer.label(label), said));
        }
    }
    let given = given_with(regimen, row.table().drug, writer);
    if !given.is_empty() {
        let said = vec![writer.literal(given, &plain)];
        facts.push((writer.label("packet-partners"), said));
    }
    if let Some(note) = row.note() {
        let said = vec![writer.page_words(note, &by)];
        facts.push((writer.label("packet-note"), said));
    }
    if let Some(code) = row.table().drug.and_then(|drug| drug.code("hcpcs")) {
        let about = About::Knowledge {
            page: row.page(),
            cite: code.cite,
            mark: code.mark,
        };
        let per = code.per.map(|per| format!(", {per}")).unwrap_or_default();
        let said = vec![writer.literal(format!("{}{per}", code.code), &about)];
        facts.push((writer.label("packet-code"), said));
    }
    facts
}

/// What a requirement of a label is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Setting,
    Her2,
    Other,
}

impl Part {
    fn of(question: Question) -> Self {
        match question {
            Question::Setting | Question::Timing | Question::Line => Self::Setting,
            Question::Her2Category | Question::CompanionTest => Self::Her2,
            _ => Self::Other,
        }
    }
}

/// What belongs to the option besides the medicine of the label.
fn given_with(regimen: &Regimen, of: Option<&Drug>, writer: &Writer<'_>) -> String {
    let mut parts: Vec<String> = Vec::new();
    let or = |names: Vec<&str>| match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => {
            let first = first.join(", ");
            writer.message("needs-or", &[text("first", &first), text("last", last)])
        }
    };
    let own = |drug: &Drug| of.is_some_and(|of| of.id == drug.id);
    let others = regimen.medicines().filter(|drug| !own(drug));
    parts.extend(others.map(|drug| writer.words.said(drug.inn).to_owned()));
    for choice in regimen.choices {
        if !choice.any_of().any(own) {
            parts.push(or(choice
                .any_of()
                .map(|drug| writer.words.said(drug.inn))
                .collect()));
        }
    }
    parts.extend(regimen.partners.iter().map(|of| {
        let names = of.any_of.iter().map(|name| writer.words.said(name));
        or(names.collect())
    }));
    if let Some(then) = regimen.then() {
        parts.push(writer.message("packet-then", &[text("name", &writer.words.regimen(then))]));
    }
    parts.join("; ")
}

/// The tests that go with the label for what these rows say, as far as they are listed here.
fn tests(told: &PlanCase<'_>, labels: &[PlanRow<'_>], writer: &mut Writer<'_>) -> Option<Block> {
    let mut items: Vec<Vec<Sentence>> = Vec::new();
    let mut seen: Vec<(&str, &str)> = Vec::new();
    for row in labels {
        let Some(drug) = row.table().drug else {
            continue;
        };
        let of_claim = drug
            .companions
            .iter()
            .filter(|of| is_of_claim(told, *row, of));
        for of in of_claim {
            if seen.contains(&(of.test, of.claim)) {
                continue;
            }
            seen.push((of.test, of.claim));
            let about = About::Knowledge {
                page: drug.id,
                cite: of.cite,
                mark: of.mark,
            };
            let claim = writer.words.said(of.claim);
            let values = [text("test", of.test), text("claim", claim)];
            items.push(writer.say("packet-test", &values, &about));
        }
    }
    if items.is_empty() && !labels.is_empty() {
        return Some(Block::Paragraph(writer.frame("packet-test-none")));
    }
    (!items.is_empty()).then_some(Block::List(items))
}

/// Whether a test is listed for what a row of a label says, and for the HER2 result that is known.
fn is_of_claim(told: &PlanCase<'_>, row: PlanRow<'_>, test: &Companion) -> bool {
    let asks = |question: Question, term: usize| {
        let mut needs = row.requirements().filter(|of| of.question == question);
        needs.all(|of| matches!(of.needs, Needs::Terms(bits) if bits & 1 << term != 0))
    };
    let known = told.plan.her2().categories();
    let setting = test.setting.map(Term::index);
    let option = test.option.is_none_or(|option| option == row.regimen().id);
    (known.is_empty() || known.contains(test.her2))
        && asks(Question::Her2Category, test.her2.index())
        && setting.is_none_or(|setting| asks(Question::Setting, setting))
        && option
}

/// A requirement, and the rows that ask for it.
pub(super) struct Required<'a> {
    pub needs: Requirement,
    pub by: Vec<PlanRow<'a>>,
}

/// Every requirement of these rows, each once.
pub(super) fn required<'a>(rows: impl Iterator<Item = PlanRow<'a>>) -> Vec<Required<'a>> {
    let mut all: Vec<Required<'a>> = Vec::new();
    for row in rows {
        for needs in row.requirements() {
            let same = |of: &&mut Required<'_>| {
                of.needs.question == needs.question && of.needs.needs == needs.needs
            };
            match all.iter_mut().find(same) {
                Some(of) => of.by.push(row),
                None => all.push(Required {
                    needs,
                    by: vec![row],
                }),
            }
        }
    }
    all.sort_by_key(|of| of.needs.question);
    all
}

fn requirements(
    told: &PlanCase<'_>,
    labels: &[PlanRow<'_>],
    guidelines: &[PlanRow<'_>],
    writer: &mut Writer<'_>,
) -> Grid {
    let words = writer.words;
    let all = required(labels.iter().chain(guidelines).copied());
    let rows = all.iter().map(|of| {
        let question = of.needs.question;
        let fact = told.plan.situation().known(question);
        let origin = fact.and_then(|fact| fact.origin);
        let missing = About::NotSaid(question.name());
        let rests = match (&fact, origin) {
            (None, _) => missing,
            (Some(_), Some(origin)) => About::fact(origin),
            (Some(_), None) => About::Frame("derived"),
        };
        let mut by: Vec<String> = of.by.iter().map(|row| body(words, *row)).collect();
        by.dedup();
        let needs = requirement(words, &of.needs);
        let stands = match of.needs.standing {
            Standing::Met => "packet-met",
            Standing::Open => "packet-open",
            Standing::Closed => "packet-closed",
        };
        let mut here = vec![match known(told, words, question) {
            Some(known) => writer.literal(known, &rests),
            None => writer.line("packet-nothing", &[], &rests),
        }];
        if let Some(fact) = &fact {
            let from = from_words(told, writer, fact);
            if !from.is_empty() {
                let from = format!("({from})");
                here.push(writer.literal(from, &About::Frame("from")));
            }
        }
        let asks = rows_about(&of.by);
        vec![
            vec![writer.literal(needs, &About::Frame("requirement"))],
            vec![writer.line(stands, &[], &About::Frame("standing"))],
            here,
            vec![writer.literal(by.join(", "), &asks)],
        ]
    });
    let rows: Vec<_> = rows.collect();
    let head = [
        "column-packet-requirement",
        "column-standing",
        "column-packet-fact",
        "column-packet-by",
    ];
    Grid {
        caption: writer.label("caption-packet-requirements"),
        head: head.into_iter().map(|name| writer.label(name)).collect(),
        rows,
    }
}

/// About the rows alone, without places of facts.
fn rows_about(rows: &[PlanRow<'_>]) -> About {
    About::Finding {
        rows: rows.iter().map(|row| row_ref(*row)).collect(),
        because: Vec::new(),
    }
}
