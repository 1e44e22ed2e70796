//! The plan for the clinician: what sources list for a situation, requirement by requirement, and what is not known yet.

mod against;
mod ask;
mod before;
mod checks;
mod closed;
mod her2;
mod json;
mod money;
mod option;
mod packet;
mod row;
mod situation;

use crate::connect::Over;
use crate::map;
use crate::page::{Block, Page, Section};
use crate::sentence::{About, Sentence};
use crate::source::Source;
use crate::timeline;
use crate::words::Words;
use crate::writer::{Parts, Writer, count, text};
use her2_case::{CareCase, Decimal, Known, Question, Record};
use her2_pathway::prognosis::Prognosis;
use her2_pathway::staging::StageTable;
use her2_pathway::therapy::Plan;
use std::fmt;

/// A plan with everything a document about it is written from.
///
/// `Debug` shows the plan's day and counts only.
#[derive(Clone)]
pub struct PlanCase<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What was given.
    pub case: &'a CareCase,
    /// The record it was read from, with its bytes, if there was one.
    pub record: Option<(&'a Record, Source<'a>)>,
    /// All records of the patient, if there was one.
    pub over: Option<Over<'a>>,
    /// The weight for doses, if it is known.
    pub weight: Option<Decimal>,
    /// A table of prognostic stages that the reader has a licence for.
    pub stage_table: Option<&'a StageTable>,
    /// Whether prognostic scores are told, which are for research.
    pub prognosis: bool,
}

impl<'a> PlanCase<'a> {
    /// A writer of a page about the plan, with the numbers of its sources.
    pub(crate) fn writer(&self, words: &'static Words) -> Writer<'a> {
        match self.record {
            Some((record, source)) => Writer::for_record(words, source, record)
                .of_sources(self.over.map(|over| over.sources))
                .citing(),
            None => Writer::for_knowledge(words),
        }
    }
}

impl fmt::Debug for PlanCase<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PlanCase({:?})", self.plan)
    }
}

pub use packet::{PacketAsked, packet_page};

/// The plan as a page, in the words of a language; nothing if there are none of it. Sections of others stand before the cost.
pub fn plan_page(told: &PlanCase<'_>, lang: &str) -> Option<Page> {
    Some(page(told, Words::of(lang)?))
}

/// The plan as one JSON object on one line.
pub fn plan_json(told: &PlanCase<'_>, lang: &str) -> Option<String> {
    Some(json::json(told, Words::of(lang)?))
}

fn page(told: &PlanCase<'_>, words: &'static Words) -> Page {
    let mut writer = told.writer(words);
    let over = told.over.and_then(Over::told);
    let title = writer.label("plan-title");
    let lead = lead(told, &mut writer);
    let frame = writer.frame("plan-frame");
    let sections: Vec<Section> = [
        her2::section(told, &mut writer),
        over.map(|over| timeline::plan(&mut writer, &over)),
        Some(map::section(told, &mut writer)),
        situation::section(told, &mut writer),
        situation::stage(told, &mut writer),
        option::met(told, &mut writer),
        checks::section(told, &mut writer),
        against::section(told, &mut writer),
        option::measures(told, &mut writer),
        ask::section(told, &mut writer),
        closed::open(told, &mut writer),
        against::perhaps(told, &mut writer),
        closed::section(told, &mut writer),
        money::section(told, &mut writer),
        monitoring(told, &mut writer),
        prognosis(told, &mut writer),
    ]
    .into_iter()
    .flatten()
    .collect();
    let quotes_heading = writer.label("clinician-heading-quotes");
    let foot = foot(told, &mut writer);
    writer.page(Parts {
        title,
        lead,
        frame,
        sections,
        quotes_heading,
        foot,
    })
}

/// The numbers of options, after what no reader may miss.
fn lead(told: &PlanCase<'_>, writer: &mut Writer<'_>) -> Vec<Sentence> {
    let plan = told.plan;
    let mut lead = her2::lead(told, writer);
    lead.extend(contradiction(told, writer));
    lead.extend(undated(told, writer));
    if plan.waiting_for_her2() {
        return lead;
    }
    let number = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
    for (name, many) in [
        ("plan-lead-met", plan.met().count()),
        ("plan-lead-open", plan.open().count()),
        ("plan-lead-closed", plan.closed().count()),
    ] {
        let about = About::Frame("plan-lead");
        lead.extend(writer.say(name, &[count("count", number(many))], &about));
    }
    lead
}

/// What two answers say that cannot both be true.
fn contradiction(told: &PlanCase<'_>, writer: &mut Writer<'_>) -> Vec<Sentence> {
    let Some(found) = told.plan.situation().contradiction() else {
        return Vec::new();
    };
    let [one, other] = found
        .questions
        .map(|question| writer.words.question(question));
    let about = About::Facts(found.origins.into_iter().flatten().collect());
    let values = [text("one", &one), text("other", &other)];
    writer.say("plan-contradiction", &values, &about)
}

/// That an answer on the ejection fraction is not used, because a value with a day says otherwise.
fn undated(told: &PlanCase<'_>, writer: &mut Writer<'_>) -> Vec<Sentence> {
    let newest = told.case.lvef_on(told.plan.as_of());
    let newest = newest.filter(|newest| !newest.baseline);
    let answered = told.case.answered(Question::Lvef);
    let Some((newest, answered)) = newest.zip(answered) else {
        return Vec::new();
    };
    if answered.value == Known::number(newest.percent) {
        return Vec::new();
    }
    let known = told.plan.situation().known(Question::Lvef);
    let measured = known.and_then(|known| known.origin);
    let about = About::Facts(measured.into_iter().chain([answered.origin]).collect());
    let (percent, date) = (newest.percent.to_string(), writer.words.day(newest.date));
    let values = [text("percent", &percent), text("date", &date)];
    writer.say("plan-lvef-undated", &values, &about)
}

/// Prognostic scores, only where somebody asked for them; nothing else on the page depends on them.
fn prognosis(told: &PlanCase<'_>, writer: &mut Writer<'_>) -> Option<Section> {
    let known = told.plan.situation();
    let scores = told.prognosis.then(|| Prognosis::of(known))?;
    Some(crate::prognosis::section(writer, known, &scores))
}

fn monitoring(told: &PlanCase<'_>, writer: &mut Writer<'_>) -> Option<Section> {
    let medicines = told
        .plan
        .met()
        .any(|item| item.regimen().drugs().next().is_some());
    medicines.then(|| Section {
        id: "monitoring",
        heading: writer.label("heading-plan-monitoring"),
        blocks: vec![Block::Paragraph(writer.frame("plan-monitoring"))],
    })
}

fn foot(told: &PlanCase<'_>, writer: &mut Writer<'_>) -> Vec<Sentence> {
    let date = writer.words.day(told.plan.as_of());
    let about = About::Frame("plan-as-of");
    let mut foot = writer.say("plan-as-of", &[text("date", &date)], &about);
    let version = [text("version", her2_knowledge::version())];
    foot.extend(writer.say("clinician-version", &version, &about));
    foot
}

/// A section, unless it has nothing in it.
fn section_of(
    id: &'static str,
    heading: &'static str,
    blocks: Vec<Block>,
    writer: &mut Writer<'_>,
) -> Option<Section> {
    (!blocks.is_empty()).then(|| Section {
        id,
        heading: writer.label(heading),
        blocks,
    })
}
