//! What keeps cards from speaking as if the records were whole, understood and final.

use super::testing::writer;
use super::{Card, CardRule, Draft, Indicator};
use crate::connect::Case;
use crate::sentence::{About, Sentence};
use crate::words::Words;
use crate::writer::{Writer, text};
use her2_case::{Course, Problem, Record, Severity};

/// Reports whose content could not be read.
const UNREAD: [&str; 5] = [
    "attachment-not-read",
    "attachment-not-understood",
    "prose-not-read",
    "scan-without-text",
    "page-without-text",
];
/// Whole resources that were not read.
const RESOURCES: [&str; 7] = [
    "resource-not-understood",
    "too-many-resources",
    "too-many-records",
    "too-many-results",
    "truncated",
    "unreadable",
    "not-utf-8",
];
/// Values that were not read.
const VALUES: [&str; 4] = [
    "value-not-understood",
    "codes-disagree",
    "answers-disagree",
    "more-problems",
];

/// What may be missing among the records. What is missing is not negative.
#[derive(Clone, Debug, Default)]
pub struct Doubts<'a> {
    searches: &'a [&'static str],
    unread: bool,
    resources: bool,
    values: bool,
}

impl<'a> Doubts<'a> {
    /// Searches that are not answered as a whole, and what was odd about records when they were read.
    pub fn of<'b>(
        searches: &'a [&'static str],
        problems: impl Iterator<Item = &'b Problem>,
    ) -> Self {
        let mut doubts = Self {
            searches,
            ..Self::default()
        };
        for problem in problems.filter(|of| of.severity > Severity::Note) {
            doubts.unread |= UNREAD.contains(&problem.code);
            doubts.resources |= RESOURCES.contains(&problem.code);
            doubts.values |= VALUES.contains(&problem.code);
        }
        doubts
    }

    /// Whether a HER2 result may stand in what was not sent, or not understood.
    pub(super) fn of_results(&self) -> bool {
        self.of_measures() || self.unread || self.values
    }

    /// Whether an ejection fraction may.
    pub(super) fn of_measures(&self) -> bool {
        !self.searches.is_empty() || self.resources
    }

    /// The names of the messages for each, without their beginning.
    fn names(&self) -> Vec<&'static str> {
        let all = [
            (!self.searches.is_empty(), "records-incomplete"),
            (self.unread, "report-unread"),
            (self.resources, "resource-unread"),
            (self.values, "value-unread"),
        ];
        let there = all.into_iter().filter(|(is, _)| *is);
        there.map(|(_, name)| name).collect()
    }

    /// In a sentence, for a card that tells something else; nothing if there are none.
    pub(super) fn beside(&self, writer: &mut Writer<'_>, of_results: bool) -> Vec<Sentence> {
        let any = match of_results {
            true => self.of_results(),
            false => self.of_measures(),
        };
        match any {
            true => writer.say("card-said-not-whole", &[], &About::NotSaid("not-whole")),
            false => Vec::new(),
        }
    }
}

/// What a record says of itself that makes its HER2 result not final: the name of the problem.
pub(crate) fn not_final(record: &Record) -> Option<&'static str> {
    let mut problems = record.problems.iter();
    problems.find_map(|problem| match problem.code {
        "result-preliminary"
        | "result-status-unknown"
        | "report-preliminary"
        | "report-partial"
        | "report-status-unknown" => Some(problem.code),
        "preliminary-result" => Some("report-preliminary"),
        _ => None,
    })
}

impl Case<'_> {
    /// Whether breast cancer is known at all.
    pub fn is_breast_cancer(&self, courses: &[&Course]) -> bool {
        super::testing::is_breast_cancer(self.story().record, courses)
    }

    /// The card that says that something may be missing; none where nothing is. Nothing if there are no words of this language.
    pub fn incomplete_card(&self, doubts: &Doubts<'_>, lang: &str) -> Option<Card> {
        let words = Words::of(lang)?;
        let names = doubts.names();
        let first = names.first()?;
        let story = self.story();
        let about = About::NotSaid("not-whole");
        let mut writer = writer(&story, words);
        let summary = writer.message(&format!("card-summary-{first}"), &[]);
        let searches = doubts.searches.join(", ");
        let said = names.iter().map(|name| {
            let values = [text("searches", &searches)];
            let values = match *name {
                "records-incomplete" => &values[..],
                _ => &[],
            };
            writer.say(&format!("card-said-{name}"), values, &about)
        });
        let said: Vec<_> = said.collect();
        let (rule, indicator) = (CardRule::Incomplete, Indicator::Warning);
        let mut card = Draft::new(writer, rule, indicator, summary, &about);
        said.into_iter().for_each(|said| card.say(said));
        Some(card.finish())
    }
}
