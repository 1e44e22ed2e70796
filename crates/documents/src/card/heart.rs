//! Cards about the ejection fraction under a medicine that is ordered.

use super::testing::writer;
use super::{Card, CardRule, Doubts, Draft, Indicator};
use crate::connect::{Case, about as about_finding};
use crate::monitor::{Monitored, about_schedule, medicine_name};
use crate::sentence::{About, Sentence};
use crate::told::joined;
use crate::words::Words;
use crate::writer::{Writer, count, text};
use her2_case::{
    Fact, LvefAction, LvefReading, LvefStart, MonitoredTest, MonitoringPhase, Origin, Term, TermSet,
};
use her2_knowledge::MonitoringBy;
use her2_pathway::monitoring::{HeartRule, Item, Overdue, Reading};

/// What is asked about the heart: a plan, and the medicines of it that are ordered.
pub struct HeartAsked<'a> {
    /// The plan.
    pub monitored: Monitored<'a>,
    /// Which of its medicines are ordered, by position. There are no cards about the others.
    pub ordered: &'a [usize],
    /// Whether they are given already. If not, only what is asked for before the first dose counts.
    pub begun: bool,
    /// The ejection fractions as they were read, so that their words can be quoted.
    pub readings: &'a [Fact<LvefReading>],
    /// The places of those that are not final.
    pub not_final: &'a [Origin],
    /// What may be missing among the records.
    pub doubts: &'a Doubts<'a>,
}

impl Case<'_> {
    /// The cards about the heart; none where nothing is to be said. Nothing if there are no words of this language.
    pub fn heart_cards(&self, asked: &HeartAsked<'_>, lang: &str) -> Option<Vec<Card>> {
        let words = Words::of(lang)?;
        let story = self.story();
        let write = || writer(&story, words);
        let each = if asked.begun {
            let overdue = asked.overdue(write());
            let next = overdue.is_none().then(|| asked.next(write())).flatten();
            [
                asked.action(write()),
                overdue,
                asked.missing_before(write()),
                next,
            ]
        } else {
            [asked.before(write()), asked.start(write()), None, None]
        };
        Some(each.into_iter().flatten().collect())
    }
}

impl HeartAsked<'_> {
    fn name(&self, words: &Words, at: usize) -> String {
        medicine_name(words, &self.monitored.request.medicines[at])
    }

    fn is_ordered(&self, at: usize) -> bool {
        self.ordered.contains(&at)
    }

    /// A value with the words of the record it was read from.
    fn value(&self, writer: &mut Writer<'_>, reading: &Reading) -> Vec<Sentence> {
        let (percent, date) = (
            reading.of.percent.to_string(),
            writer.words.day(reading.of.date),
        );
        let values = [text("percent", &percent), text("date", &date)];
        let mut readings = self.readings.iter();
        let read = readings.find(|of| of.value == reading.of);
        let about = About::fact(read.map_or(reading.origin, |of| of.origin));
        let mut said = writer.say("card-said-lvef", &values, &about);
        if self.is_not_final(reading) {
            said.extend(writer.say("card-said-lvef-not-final", &[], &about));
        }
        said
    }

    /// Whether a value may still change.
    fn is_not_final(&self, reading: &Reading) -> bool {
        let mut readings = self.readings.iter().filter(|of| of.value == reading.of);
        readings.any(|of| self.not_final.contains(&of.origin))
    }

    /// The label's entry for the value before the first dose.
    fn entry_before(&self) -> Option<&Item> {
        let items = self.monitored.plan.items.iter();
        let asks = |item: &&Item| {
            item.schedule.test == MonitoredTest::Lvef
                && item.page.by == MonitoringBy::Label
                && item.schedule.phase == MonitoringPhase::Before
                && self.is_ordered(item.medicine)
        };
        items.filter(asks).min_by_key(|item| item.schedule.mark)
    }

    /// No value is on file, and the label asks for one before the first dose.
    fn before(&self, writer: Writer<'_>) -> Option<Card> {
        if self.monitored.plan.measured.before.is_some() || self.doubts.of_measures() {
            return None;
        }
        let item = self.entry_before()?;
        let about = about_schedule(item.page, item.schedule);
        Some(self.of_before(writer, item.medicine, &about, "card-said-lvef-before"))
    }

    /// The same where treatment has begun.
    fn missing_before(&self, writer: Writer<'_>) -> Option<Card> {
        if self.doubts.of_measures() {
            return None;
        }
        let overdue = self.monitored.plan.overdue.iter();
        let mut missing =
            overdue.filter(|one| one.is_before() && self.is_ordered(one.item.medicine));
        let one = missing.next()?;
        let about = about_schedule(one.item.page, one.item.schedule);
        let said = "card-said-lvef-before-begun";
        Some(self.of_before(writer, one.item.medicine, &about, said))
    }

    fn of_before(&self, mut writer: Writer<'_>, at: usize, about: &About, said: &str) -> Card {
        let (medicine, start) = (self.name(writer.words, at), self.monitored.request.start);
        let start = start.map(|day| writer.words.day(day)).unwrap_or_default();
        let values = [text("medicine", &medicine), text("start", &start)];
        let summary = writer.message("card-summary-lvef-before", &values[..1]);
        let said = match said {
            "card-said-lvef-before" => writer.say(said, &values[..1], about),
            _ => writer.say(said, &values, about),
        };
        let (rule, indicator) = (CardRule::HeartBefore, Indicator::Warning);
        let mut card = Draft::new(writer, rule, indicator, summary, about);
        card.say(said);
        card.finish()
    }

    /// The value before the first dose is below what the label asks for.
    fn start(&self, mut writer: Writer<'_>) -> Option<Card> {
        let plan = self.monitored.plan;
        let before = plan.measured.before.as_ref()?;
        let mut found = None;
        for at in self.ordered {
            let starts = &plan.medicines[*at].starts;
            let below = starts
                .iter()
                .find(|start| start.finding.is(LvefStart::Below));
            found = found.or(below.map(|start| (*at, about_finding(&start.finding))));
        }
        let (at, about) = found?;
        let medicine = self.name(writer.words, at);
        let percent = before.of.percent.to_string();
        let values = [text("medicine", &medicine), text("percent", &percent)];
        let summary = writer.message("card-summary-lvef-start", &values);
        let mut said = self.value(&mut writer, before);
        said.extend(writer.say("card-said-lvef-start", &values[..1], &about));
        let (rule, indicator) = (CardRule::HeartStart, Indicator::Warning);
        let mut card = Draft::new(writer, rule, indicator, summary, &about);
        card.say(said);
        Some(card.finish())
    }

    /// What was due and is not on file.
    fn overdue(&self, mut writer: Writer<'_>) -> Option<Card> {
        if self.doubts.of_measures() {
            return None;
        }
        let overdue = self.monitored.plan.overdue.iter();
        let of_ordered = |one: &&Overdue| !one.is_before() && self.is_ordered(one.item.medicine);
        let one = overdue
            .filter(of_ordered)
            .min_by_key(|one| (one.mark(), one.first()))?;
        let about = about_schedule(one.item.page, one.item.schedule);
        let (medicine, due) = (
            self.name(writer.words, one.item.medicine),
            writer.words.day(one.first()),
        );
        let values = [text("medicine", &medicine), text("date", &due)];
        let summary = writer.message("card-summary-lvef-overdue", &values);
        let newest = self.monitored.plan.measured.series.last();
        let mut said = match newest {
            Some(reading) => self.value(&mut writer, reading),
            None => writer.say("card-said-lvef-none", &[], &About::NotSaid("lvef")),
        };
        let values = [
            text("medicine", &medicine),
            text("date", &due),
            count("more", one.more()),
        ];
        said.extend(writer.say("card-said-lvef-overdue", &values, &about));
        let (rule, indicator) = (CardRule::HeartOverdue, Indicator::Warning);
        let mut card = Draft::new(writer, rule, indicator, summary, &about);
        card.say(said);
        Some(card.finish())
    }

    /// What the label asks for by the newest value, where it is not only to go on.
    fn action(&self, mut writer: Writer<'_>) -> Option<Card> {
        let plan = self.monitored.plan;
        let newest = plan.measured.newest.as_ref()?;
        let stops: TermSet<_> = [LvefAction::Hold, LvefAction::Discontinue]
            .into_iter()
            .collect();
        let mild: TermSet<_> = [LvefAction::NoRule, LvefAction::Continue]
            .into_iter()
            .collect();
        let asked = self.ordered.iter().filter_map(|at| {
            let answers = plan.each[*at]?;
            (answers.union(mild) != mild).then_some((*at, answers))
        });
        let asked: Vec<(usize, TermSet<LvefAction>)> = asked.collect();
        let certain = asked
            .iter()
            .find(|(_, answers)| answers.union(stops) == stops);
        let (at, answers) = *certain.or(asked.first())?;
        let whole = !self.is_not_final(newest) && !self.doubts.of_measures();
        let indicator = match certain {
            Some(_) if whole => Indicator::Critical,
            _ => Indicator::Warning,
        };
        let medicine = self.name(writer.words, at);
        let percent = newest.of.percent.to_string();
        let action = action_words(&writer, answers);
        let values = [
            text("medicine", &medicine),
            text("percent", &percent),
            text("action", &action),
        ];
        let summary = match answers.single() {
            Some(_) => writer.message("card-summary-lvef-action", &values),
            None => writer.message("card-summary-lvef-action-open", &values[..2]),
        };
        let mut paragraphs = vec![self.value(&mut writer, newest)];
        paragraphs.push(self.doubts.beside(&mut writer, false));
        if let Some(before) = plan.measured.before.as_ref() {
            paragraphs.push(self.value(&mut writer, before));
        }
        let mut subject = None;
        for (at, answers) in asked {
            let about = self.about_rules(at);
            let (medicine, action) = (self.name(writer.words, at), action_words(&writer, answers));
            let values = [text("medicine", &medicine), text("action", &action)];
            let name = match answers.single() {
                Some(_) => "card-said-lvef-action",
                None => "card-said-lvef-action-open",
            };
            paragraphs.push(writer.say(name, &values, &about));
            subject = subject.or(Some(about));
        }
        let subject = subject.unwrap_or(About::NotSaid("lvef"));
        let mut card = Draft::new(writer, CardRule::HeartAction, indicator, summary, &subject);
        paragraphs.into_iter().for_each(|said| card.say(said));
        Some(card.finish())
    }

    /// The rows that a medicine's answer comes from: its own, or those of the partner it is held with.
    fn about_rules(&self, at: usize) -> About {
        let of = |at: usize| {
            let rules = self.monitored.plan.medicines[at].rules.iter();
            let found = rules.filter_map(|rule| match rule {
                HeartRule::Found { finding, .. } => Some(about_finding(finding)),
                _ => None,
            });
            found.collect::<Vec<_>>()
        };
        let own = of(at);
        let all = || {
            (0..self.monitored.plan.medicines.len())
                .flat_map(of)
                .collect()
        };
        let own: Vec<About> = if own.is_empty() { all() } else { own };
        match joined(&own) {
            // The places are answers of the plan; the words of the record stand with the values.
            Some(About::Finding { rows, .. }) => About::Finding {
                rows,
                because: Vec::new(),
            },
            _ => About::NotSaid("lvef"),
        }
    }

    /// The next day by the label.
    fn next(&self, mut writer: Writer<'_>) -> Option<Card> {
        let (day, item) = self.monitored.plan.next_lvef?;
        if !self.is_ordered(item.medicine) || self.doubts.of_measures() {
            return None;
        }
        let about = about_schedule(item.page, item.schedule);
        let (medicine, day) = (
            self.name(writer.words, item.medicine),
            writer.words.day(day),
        );
        let values = [text("medicine", &medicine), text("date", &day)];
        let summary = writer.message("card-summary-lvef-next", &values);
        let newest = self.monitored.plan.measured.series.last();
        let mut said = match newest {
            Some(reading) => self.value(&mut writer, reading),
            None => writer.say("card-said-lvef-none", &[], &About::NotSaid("lvef")),
        };
        said.extend(writer.say("card-said-lvef-next", &values, &about));
        let (rule, indicator) = (CardRule::HeartNext, Indicator::Info);
        let mut card = Draft::new(writer, rule, indicator, summary, &about);
        card.say(said);
        Some(card.finish())
    }
}

fn action_words(writer: &Writer<'_>, answers: TermSet<LvefAction>) -> String {
    let words = answers.iter();
    let words = words.map(|term| writer.words.term(LvefAction::QUESTION, term.name()));
    words.collect::<Vec<_>>().join("; ")
}
