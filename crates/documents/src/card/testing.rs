//! Cards about the HER2 status of a patient.

use super::doubt::not_final;
use super::{Card, CardRule, Doubts, Draft, Indicator};
use crate::clinician::{category_words, lead, line, status_words};
use crate::connect::Case;
use crate::patient::Outcome;
use crate::sentence::About;
use crate::timeline;
use crate::told::{OverTime, Story, Tested};
use crate::words::Words;
use crate::writer::{Writer, text};
use her2_case::{Course, Her2Category, Record, Retest, Site, Term};

impl Case<'_> {
    /// The cards about the HER2 status; none where nothing is to be said. Nothing if there are no words of this language.
    ///
    /// ```
    /// # use her2_documents::Case;
    /// fn count(case: &Case<'_>) -> usize {
    ///     let doubts = her2_documents::Doubts::default();
    ///     case.cards(&[], &doubts, "en").map_or(0, |cards| cards.len())
    /// }
    /// ```
    pub fn cards(&self, courses: &[&Course], doubts: &Doubts<'_>, lang: &str) -> Option<Vec<Card>> {
        let words = Words::of(lang)?;
        let story = self.story();
        let mut cards: Vec<Card> = of_status(&story, courses, doubts, words)
            .into_iter()
            .collect();
        if let Some(over) = &story.over {
            cards.extend(discordant(&story, over, words));
            cards.extend(over_time(&story, over, words));
        } else {
            cards.extend(retest(&story, words));
        }
        Some(cards)
    }
}

/// A writer whose sentences carry quotes and sources.
pub(super) fn writer<'a>(story: &Story<'a>, words: &'static Words) -> Writer<'a> {
    let writer = Writer::for_record(words, story.source, story.record);
    writer.of_sources(story.sources).citing()
}

fn of_status(
    story: &Story<'_>,
    courses: &[&Course],
    doubts: &Doubts<'_>,
    words: &'static Words,
) -> Option<Card> {
    let outcome = Outcome::of(story);
    match (outcome, story.main()) {
        (Outcome::NotBreast | Outcome::Unreadable, _) => None,
        // What was not sent or not understood may be the result.
        (_, None) if doubts.of_results() => None,
        (_, None) => no_result(story, courses, words),
        (Outcome::Conflict | Outcome::Contradicts, Some(tested)) => {
            Some(differs(story, tested, doubts, words))
        }
        (outcome, Some(tested)) if outcome.is_difference() => {
            Some(differs(story, tested, doubts, words))
        }
        (outcome, Some(tested)) if outcome == Outcome::Positive || outcome.is_negative() => {
            Some(match not_final(story.record) {
                Some(code) => tentative(story, tested, code, doubts, words),
                None => settled(story, tested, doubts, words),
            })
        }
        (Outcome::NotInvasive, Some(_)) => None,
        (_, Some(tested)) => Some(open(story, tested, doubts, words)),
    }
}

/// Whether breast cancer is known at all: without it nothing is said where no result is.
pub(super) fn is_breast_cancer(record: &Record, courses: &[&Course]) -> bool {
    let tumor = &record.tumor;
    let known = |course: &&Course| {
        course.diagnosed.is_some() || course.recurrence.is_some() || course.setting.is_some()
    };
    courses.iter().any(known)
        || is_named(record)
        || tumor.histology.is_some()
        || tumor.grade.is_some()
        || record.er.is_some()
        || record.pr.is_some()
}

/// Whether a diagnosis names it, even one without a day. The breast as the site of a report does not: it may be of harmless tissue.
fn is_named(record: &Record) -> bool {
    let site = record.site.filter(|of| of.value == Site::Breast);
    let path = site.and_then(|of| record.paths.of(of.origin.as_span()?));
    path.is_some_and(|path| path.starts_with("Condition"))
}

fn no_result(story: &Story<'_>, courses: &[&Course], words: &'static Words) -> Option<Card> {
    if !is_breast_cancer(story.record, courses) {
        return None;
    }
    let about = story.status_about();
    let mut writer = writer(story, words);
    let summary = writer.message("card-summary-her2-no-result", &[]);
    let said = writer.say("card-said-her2-no-result", &[], &about);
    let diagnosed = courses.iter().find_map(|course| course.diagnosed);
    let known = diagnosed.map(|of| {
        let day = words.day(of.value);
        let values = [text("date", &day)];
        writer.say("card-said-diagnosed", &values, &About::fact(of.origin))
    });
    let mut card = Draft::new(writer, CardRule::NoResult, Indicator::Info, summary, &about);
    card.say(said);
    card.say(known.unwrap_or_default());
    Some(card.finish())
}

/// The edition by its body and year.
fn edition(story: &Story<'_>) -> String {
    format!("{} {}", story.edition.body, story.edition.year)
}

/// The status with its category, what it rests on, and by which edition.
pub(super) fn finding(
    writer: &mut Writer<'_>,
    story: &Story<'_>,
    tested: &Tested,
) -> Vec<crate::Sentence> {
    let mut said = lead(writer, story);
    let (evidence, edition) = (line(writer.words, tested), edition(story));
    let values = [text("evidence", &evidence), text("edition", &edition)];
    let about = &tested.decided.status_about;
    if !evidence.is_empty() {
        said.extend(writer.say("card-said-evidence", &values, about));
    }
    if let Some(code) = not_final(story.record) {
        said.extend(writer.say(&format!("card-said-{code}"), &[], about));
    }
    said
}

/// A status that a result which is not final would settle.
fn tentative(
    story: &Story<'_>,
    tested: &Tested,
    code: &str,
    doubts: &Doubts<'_>,
    words: &'static Words,
) -> Card {
    let mut writer = writer(story, words);
    let status = status_words(&writer, &tested.decided);
    let state = writer.message(&format!("card-state-{code}"), &[]);
    let values = [text("status", &status), text("state", &state)];
    let summary = writer.message("card-summary-her2-not-final", &values);
    let mut said = finding(&mut writer, story, tested);
    said.extend(doubts.beside(&mut writer, true));
    let about = &tested.decided.status_about;
    let mut card = Draft::new(writer, CardRule::Open, Indicator::Warning, summary, about);
    card.say(said);
    asked(&mut card, story, tested);
    card.finish()
}

fn settled(story: &Story<'_>, tested: &Tested, doubts: &Doubts<'_>, words: &'static Words) -> Card {
    let mut writer = writer(story, words);
    let (status, edition) = (status_words(&writer, &tested.decided), edition(story));
    let category = category_words(&writer, &tested.decided);
    let values = [
        text("status", &status),
        text("edition", &edition),
        text("category", &category),
    ];
    let plain = tested.decided.category == Some(Her2Category::Positive);
    let name = match plain {
        true => "card-summary-her2-positive",
        false => "card-summary-her2-status",
    };
    let summary = writer.message(name, &values);
    let mut said = finding(&mut writer, story, tested);
    said.extend(doubts.beside(&mut writer, true));
    let about = &tested.decided.status_about;
    let mut card = Draft::new(writer, CardRule::Status, Indicator::Info, summary, about);
    card.say(said);
    asked(&mut card, story, tested);
    card.finish()
}

fn open(story: &Story<'_>, tested: &Tested, doubts: &Doubts<'_>, words: &'static Words) -> Card {
    let mut writer = writer(story, words);
    let status = status_words(&writer, &tested.decided);
    let first = tested.decided.awaited.iter().next();
    let awaited = first.map(|one| writer.message(&format!("awaited-{}", one.name()), &[]));
    let summary = match &awaited {
        Some(awaited) => {
            let values = [text("status", &status), text("awaited", awaited)];
            writer.message("card-summary-her2-open", &values)
        }
        None => writer.message("card-summary-her2-unsettled", &[text("status", &status)]),
    };
    let mut said = finding(&mut writer, story, tested);
    said.extend(doubts.beside(&mut writer, true));
    let about = &tested.decided.status_about;
    let mut card = Draft::new(writer, CardRule::Open, Indicator::Warning, summary, about);
    card.say(said);
    asked(&mut card, story, tested);
    card.finish()
}

fn differs(story: &Story<'_>, tested: &Tested, doubts: &Doubts<'_>, words: &'static Words) -> Card {
    let mut writer = writer(story, words);
    let summary = match Outcome::of(story) {
        Outcome::Conflict => "card-summary-her2-conflict",
        Outcome::Contradicts => "card-summary-her2-contradicts",
        _ => "card-summary-her2-differs",
    };
    let summary = writer.message(summary, &[]);
    let mut said = finding(&mut writer, story, tested);
    said.extend(doubts.beside(&mut writer, true));
    let about = &tested.decided.status_about;
    let mut card = Draft::new(
        writer,
        CardRule::Differs,
        Indicator::Warning,
        summary,
        about,
    );
    card.say(said);
    if story.tested.len() > 1 {
        for (at, tested) in story.tested.iter().enumerate() {
            let said = specimen(&card.writer, at, tested);
            let said = card.writer.literal(said, &tested.decided.status_about);
            card.say(vec![said]);
        }
    }
    asked(&mut card, story, tested);
    card.finish()
}

/// A specimen in a line.
fn specimen(writer: &Writer<'_>, at: usize, tested: &Tested) -> String {
    let number = (at + 1).to_string();
    let name = writer.message("specimen-number", &[text("number", &number)]);
    let parts = [
        line(writer.words, tested),
        status_words(writer, &tested.decided),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{name}: {}.", parts.join("; "))
}

/// What is awaited and from whom, and what the guideline asks for next.
fn asked(card: &mut Draft<'_>, story: &Story<'_>, tested: &Tested) {
    let about = &tested.decided.status_about;
    for awaited in tested.decided.awaited.iter() {
        let what = card
            .writer
            .message(&format!("awaited-{}", awaited.name()), &[]);
        let who = card.writer.message(&format!("who-{}", awaited.name()), &[]);
        let values = [text("what", &what), text("who", &who)];
        let said = card.writer.say("card-said-awaited", &values, about);
        card.say(said);
    }
    let actions = story.actions.union(tested.decided.actions);
    for action in actions.iter() {
        let words = card
            .writer
            .message(&format!("action-{}", action.name()), &[]);
        let values = [text("action", words.as_str())];
        let said = card.writer.say("card-said-action", &values, about);
        card.say(said);
    }
}

/// A card for each pair of samples that contradict each other and are to be looked at.
fn discordant(story: &Story<'_>, over: &OverTime<'_>, words: &'static Words) -> Vec<Card> {
    const MOST: usize = 3;
    let conflicts = over.conflicts.iter().filter(|of| of.flag.is_some());
    let cards = conflicts.take(MOST).map(|conflict| {
        let mut writer = writer(story, words);
        let name = format!("card-summary-{}", conflict.found.name);
        let summary = match words.has(&name) {
            true => writer.message(&name, &[]),
            false => writer.message("card-summary-her2-discordance", &[]),
        };
        let said = timeline::conflict(&mut writer, over, conflict);
        let about = &conflict.found.about;
        let (rule, indicator) = (CardRule::Discordance, Indicator::Warning);
        let mut card = Draft::new(writer, rule, indicator, summary, about);
        said.into_iter().for_each(|said| card.say(said));
        card.finish()
    });
    cards.collect()
}

/// Advice to test, or to test again, that stands; what only may be done is not shown.
fn over_time(story: &Story<'_>, over: &OverTime<'_>, words: &'static Words) -> Vec<Card> {
    let asks = |name: &str| [Retest::Should.name(), Retest::Must.name()].contains(&name);
    let advice = over.advice.iter().filter(|of| asks(of.retest.name));
    let cards = advice.map(|advice| {
        let mut writer = writer(story, words);
        let summary = match advice.sample {
            Some(_) => "card-summary-her2-retest",
            None => "card-summary-her2-metastasis",
        };
        let summary = writer.message(summary, &[]);
        let said = timeline::advice(&mut writer, over, advice);
        let about = &advice.retest.about;
        let (rule, indicator) = (CardRule::Retest, Indicator::Warning);
        let mut card = Draft::new(writer, rule, indicator, summary, about);
        said.into_iter().for_each(|said| card.say(said));
        card.finish()
    });
    cards.collect()
}

/// The same for the only sample.
fn retest(story: &Story<'_>, words: &'static Words) -> Option<Card> {
    let asks = |name: &str| [Retest::Should.name(), Retest::Must.name()].contains(&name);
    let advice = story.retest.iter().find(|of| asks(of.answer))?;
    let mut writer = writer(story, words);
    let summary = writer.message("card-summary-her2-retest", &[]);
    let said = writer.say(&format!("retest-{}", advice.answer), &[], &advice.about);
    let (rule, indicator) = (CardRule::Retest, Indicator::Warning);
    let mut card = Draft::new(writer, rule, indicator, summary, &advice.about);
    card.say(said);
    Some(card.finish())
}
