//! The map of the way through care, "you are here": a section of the plan for the clinician, and a page in plain words.
//!
//! Where somebody stands is found by the pages of the map; here it is only drawn. The map lists no treatment.

use crate::connect::about;
use crate::page::{Block, Page, Section};
use crate::picture::{Map, MapPart, MapState, MapStep, place};
use crate::plan::PlanCase;
use crate::sentence::{About, Sentence};
use crate::told::joined;
use crate::words::Words;
use crate::writer::{Parts, Writer, text};
use her2_case::{PathwayStep, Question, StepStanding, Term, TermSet};
use her2_pathway::way::Way;
use serde_json::{Value, json};

/// The map in plain words, for the patient and the family: the picture, where somebody stands, and what would tell it. It names no
/// treatment. Nothing if there are no words of this language.
pub fn map_page(told: &PlanCase<'_>, lang: &str) -> Option<Page> {
    Some(plain(told, Words::of(lang)?))
}

/// For whom the map is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reader {
    Clinician,
    Everybody,
}

impl Reader {
    /// The name of the message for this reader.
    fn message(self, name: &str) -> String {
        match self {
            Self::Clinician => format!("map-{name}"),
            Self::Everybody => format!("map-plain-{name}"),
        }
    }

    fn step(self, words: &Words, step: PathwayStep) -> String {
        let name = self.message(&format!("step-{}", step.name()));
        words.get(&name, &[]).unwrap_or_default()
    }
}

/// The steps that may have been reached, without what is not drawn.
fn reached(way: &Way) -> Vec<PathwayStep> {
    let all = way.step().answers();
    all.iter().filter(|step| place(*step).is_some()).collect()
}

/// The map as a section of the plan.
pub(crate) fn section(told: &PlanCase<'_>, writer: &mut Writer<'_>) -> Section {
    let way = Way::of(told.plan.situation());
    let mut blocks = vec![Block::Map(picture(&way, Reader::Clinician, writer))];
    let mut said = at(&way, writer);
    said.extend(writer.frame("map-rule"));
    blocks.push(Block::Paragraph(said));
    let muted = muted(&way, writer);
    if !muted.is_empty() {
        blocks.push(Block::List(muted));
    }
    let asks = way.asks();
    if !asks.is_empty() {
        blocks.push(Block::Paragraph(writer.frame("map-asks")));
        let ask = |question: &Question| {
            let about = About::NotSaid(question.name());
            let words = writer.words.ask(*question);
            let words = words.unwrap_or_else(|| writer.words.question(*question));
            vec![writer.literal(words, &about)]
        };
        blocks.push(Block::List(asks.iter().map(ask).collect()));
    }
    Section {
        id: "map",
        heading: writer.label("heading-map"),
        blocks,
    }
}

/// The map for programs.
pub(crate) fn json(told: &PlanCase<'_>) -> Value {
    let way = Way::of(told.plan.situation());
    let names = |steps: &[PathwayStep]| steps.iter().map(|step| step.name()).collect::<Vec<_>>();
    let reached: Vec<PathwayStep> = way.step().answers().iter().collect();
    let drawn = PathwayStep::ALL
        .iter()
        .filter(|step| place(**step).is_some());
    let steps: Vec<Value> = drawn
        .map(|step| {
            let standings = way.standing(*step).answers();
            let standings: Vec<&str> = standings.iter().map(|of| of.name()).collect();
            let rows: Vec<String> = rows(way.standing(*step).rows());
            json!({"step": step.name(), "state": state(&way, *step, Reader::Clinician).name(), "standing": standings, "rows": rows})
        })
        .collect();
    json!({
        "here": way.step().one().map(Term::name),
        "one_of": names(&reached),
        "beside": way.beside().one().map(Term::name),
        "rows": rows(way.step().rows()),
        "asks": way.asks().iter().map(|question| question.name()).collect::<Vec<_>>(),
        "steps": steps,
    })
}

fn rows(rows: her2_pages::Rows) -> Vec<String> {
    rows.map(|row| format!("{}#{}", row.page(), row.anchor()))
        .collect()
}

fn plain(told: &PlanCase<'_>, words: &'static Words) -> Page {
    let way = Way::of(told.plan.situation());
    let mut writer = told.writer(words).plainly();
    let found = about(way.step());
    let title = writer.label("map-plain-title");
    let mut lead = match (way.step().one(), reached(&way).as_slice()) {
        (Some(_), [step]) => {
            let step = Reader::Everybody.step(words, *step);
            writer.say("map-plain-lead", &[text("step", &step)], &found)
        }
        (Some(_), _) => writer.say("map-plain-lead-off", &[], &found),
        (None, _) => {
            let about = About::NotSaid("pathway-step");
            writer.say("map-plain-lead-one-of", &[], &about)
        }
    };
    if let Some(of) = told.plan.situation().contradiction() {
        let about = About::Facts(of.origins.into_iter().flatten().collect());
        lead.extend(writer.say("map-plain-contradiction", &[], &about));
    }
    let frame = writer.frame("map-plain-frame");
    let mut blocks = vec![Block::Map(picture(&way, Reader::Everybody, &mut writer))];
    if way.with_brain() {
        let said = writer.say("map-plain-brain", &[], &about(way.beside()));
        blocks.push(Block::Paragraph(said));
    }
    let mut sections = vec![Section {
        id: "map",
        heading: writer.label("map-plain-heading"),
        blocks,
    }];
    let asks: Vec<Sentence> = (way.asks().into_iter())
        .map(|question| plain_ask(question, &mut writer))
        .collect();
    if !asks.is_empty() {
        sections.push(Section {
            id: "asks",
            heading: writer.label("map-plain-heading-ask"),
            blocks: vec![Block::Ask(asks)],
        });
    }
    let quotes_heading = writer.label("heading-quotes");
    let mut foot = writer.frame("map-plain-made");
    foot.extend(writer.frame("foot-device"));
    let version = [text("version", her2_knowledge::version())];
    foot.extend(writer.say("foot-version", &version, &About::Frame("foot-version")));
    writer.page(Parts {
        title,
        lead,
        frame,
        sections,
        quotes_heading,
        foot,
    })
}

/// A question as a patient may ask it.
fn plain_ask(question: Question, writer: &mut Writer<'_>) -> Sentence {
    let about = About::NotSaid(question.name());
    let name = format!("map-plain-ask-{}", question.name());
    if writer.words.has(&name) {
        return writer.line(&name, &[], &about);
    }
    let asked = writer.words.ask(question).unwrap_or_default();
    let values = [text("question", &asked)];
    writer.line("map-plain-ask-other", &values, &about)
}

/// The step that has been reached, or those it could be.
fn at(way: &Way, writer: &mut Writer<'_>) -> Vec<Sentence> {
    let found = about(way.step());
    let steps = reached(way);
    let names = names(&steps, Reader::Clinician, writer.words);
    let mut said = match (way.step().one(), steps.is_empty()) {
        (Some(_), true) => return writer.say("map-off", &[], &found),
        (Some(_), false) => writer.say("map-at", &[text("step", &names)], &found),
        (None, _) => writer.say("map-at-one-of", &[text("steps", &names)], &found),
    };
    if way.with_brain() {
        said.extend(writer.say("map-brain", &[], &about(way.beside())));
    }
    said
}

/// Why steps are muted, one statement for each reason.
fn muted(way: &Way, writer: &mut Writer<'_>) -> Vec<Vec<Sentence>> {
    let reasons = [
        (Some(StepStanding::OtherResult), "map-muted-other-result"),
        (Some(StepStanding::OtherSetting), "map-muted-other-setting"),
        (
            Some(StepStanding::WithoutHer2Medicines),
            "map-muted-without-her2-medicines",
        ),
        (None, "map-muted-either"),
    ];
    let mut said = Vec::new();
    for (reason, message) in reasons {
        let of_reason = |step: &PathwayStep| {
            let closed = way.closed(*step);
            !closed.is_empty()
                && closed.single() == reason
                && state(way, *step, Reader::Clinician) == MapState::Muted
        };
        let steps: Vec<PathwayStep> = PathwayStep::ALL.iter().copied().filter(of_reason).collect();
        let abouts: Vec<About> = steps.iter().map(|of| about(way.standing(*of))).collect();
        let Some(about) = joined(&abouts) else {
            continue;
        };
        let names = names(&steps, Reader::Clinician, writer.words);
        said.push(writer.say(message, &[text("steps", &names)], &about));
    }
    said
}

fn names(steps: &[PathwayStep], reader: Reader, words: &Words) -> String {
    let names = steps.iter().map(|step| reader.step(words, *step));
    let between = match reader {
        Reader::Clinician => "; ",
        Reader::Everybody => ". ",
    };
    names.collect::<Vec<_>>().join(between)
}

/// How a step is drawn. For everybody, a step is only muted if it does not lie on the way at all.
fn state(way: &Way, step: PathwayStep, reader: Reader) -> MapState {
    let beside = step == PathwayStep::Brain && way.with_brain();
    if way.step().is(step) || beside {
        return MapState::Here;
    }
    if way.step().answers().contains(step) {
        return MapState::Perhaps;
    }
    let closed: TermSet<StepStanding> = way.closed(step);
    let treated = closed.contains(StepStanding::WithoutHer2Medicines);
    if closed.is_empty() || reader == Reader::Everybody && treated {
        return MapState::Open;
    }
    MapState::Muted
}

fn picture(way: &Way, reader: Reader, writer: &mut Writer<'_>) -> Map {
    let words = writer.words;
    let drawn = PathwayStep::ALL
        .iter()
        .filter(|step| place(**step).is_some());
    let steps: Vec<MapStep> = drawn
        .map(|step| MapStep {
            step: *step,
            label: reader.step(words, *step),
            state: state(way, *step, reader),
        })
        .collect();
    let of = |state: MapState| -> Vec<PathwayStep> {
        let found = steps.iter().filter(|of| of.state == state);
        found.map(|of| of.step).collect()
    };
    let mut said = vec![writer.message(&reader.message("said"), &[])];
    let mut legend = Vec::new();
    for (state, short) in [
        (MapState::Here, "here"),
        (MapState::Perhaps, "perhaps"),
        (MapState::Open, "open"),
        (MapState::Muted, "muted"),
    ] {
        let found = of(state);
        if found.is_empty() {
            continue;
        }
        let names = names(&found, reader, words);
        let name = reader.message(&format!("said-{short}"));
        said.push(writer.message(&name, &[text("steps", &names)]));
        legend.push((
            state,
            writer.message(&reader.message(&format!("key-{short}")), &[]),
        ));
    }
    let parts = [MapPart::Early, MapPart::Metastatic];
    let parts = parts.map(|part| {
        let name = reader.message(&format!("part-{}", part.name()));
        (part, writer.message(&name, &[]))
    });
    let title = match reader {
        Reader::Clinician => "map-title",
        Reader::Everybody => "map-plain-picture",
    };
    Map {
        title: writer.label(title),
        description: writer.literal(said.join(" "), &about(way.step())),
        parts: parts.into(),
        here: writer.message("map-here", &[]),
        steps,
        legend,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading_grade;
    use her2_case::{CareCase, Her2Category, Line};
    use her2_pathway::therapy::{Her2Given, plan};
    use jiff::civil::date;

    /// The grade of every page for patients.
    const GRADE: f64 = 8.0;

    fn page(case: &CareCase) -> Page {
        let plan = plan(Her2Given::of_answers(case), case, date(2026, 11, 22));
        let told = PlanCase {
            plan: &plan,
            case,
            record: None,
            over: None,
            weight: None,
            stage_table: None,
            prognosis: false,
        };
        map_page(&told, "en").unwrap()
    }

    #[test]
    fn the_map_in_plain_words_is_easy_to_read() {
        let second = CareCase::default()
            .with_term(Her2Category::Positive)
            .with_term(Line::Second);
        for case in [CareCase::default(), second] {
            let grade = reading_grade::count(&page(&case), &[]).grade();
            assert!(grade <= GRADE, "{grade}");
        }
    }
}
