//! Cards: what a health record shows a professional beside a patient, one finding a card.
//!
//! A card is a page of one finding: every sentence of it is about a finding, a fact or something the record does not say, so it carries the words
//! of the record, the row and the source. Nothing in a card is an order, and none suggests one.

mod doubt;
mod heart;
mod markdown;
mod ordered;
mod testing;
#[cfg(test)]
mod tests;

use crate::page::{Page, SourceNote};
use crate::sentence::{About, Sentence};
use crate::words::Words;
use crate::writer::{Parts, Writer, text};
pub use doubt::Doubts;
pub(crate) use doubt::not_final;
pub use heart::HeartAsked;
use her2_case::Mark;
pub use ordered::OrderedFor;
use uuid::Uuid;

/// The code system of the rules and of the reasons for setting a card aside.
pub const CARD_SYSTEM: &str = "https://github.com/her2-in-focus/her2/card";

/// A summary has fewer characters than this.
pub const SUMMARY_LIMIT: usize = 140;

/// How urgent a card is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Indicator {
    /// To be known.
    Info,
    /// To be looked at.
    Warning,
    /// To be looked at before going on. Kept for two things, since a sign that is shown often is not seen: the label lists an ordered medicine for
    /// no result that is still possible, and the label asks for holding or stopping an ordered medicine by the measured heart.
    Critical,
}

impl Indicator {
    /// Its name in the format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Critical => "critical",
        }
    }
}

/// What a card is about. Its name is the topic of the card, and the start of the names of its messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CardRule {
    /// The status is settled.
    Status,
    /// Breast cancer is known, and no result was read.
    NoResult,
    /// The status waits for something.
    Open,
    /// The record reads as another status than the tables find, or contradicts itself.
    Differs,
    /// Two samples contradict each other.
    Discordance,
    /// An advice to test, or to test again, stands.
    Retest,
    /// A medicine against HER2 is ordered, and no result was read.
    OrderNoResult,
    /// A medicine against HER2 is ordered, and the result does not settle whether its label lists it.
    OrderOpen,
    /// A medicine against HER2 is ordered, and its label lists it for no result that is still possible.
    OrderNotListed,
    /// No ejection fraction from before the first dose is on file.
    HeartBefore,
    /// The ejection fraction before the first dose is below what the label asks for.
    HeartStart,
    /// An ejection fraction was due and is not on file.
    HeartOverdue,
    /// The label asks for something by the measured ejection fraction.
    HeartAction,
    /// The next ejection fraction by the label.
    HeartNext,
    /// Something was not sent, or not understood, in which a result may stand.
    Incomplete,
}

impl CardRule {
    /// Every rule.
    pub const ALL: [Self; 15] = [
        Self::Status,
        Self::NoResult,
        Self::Open,
        Self::Differs,
        Self::Discordance,
        Self::Retest,
        Self::OrderNoResult,
        Self::OrderOpen,
        Self::OrderNotListed,
        Self::HeartBefore,
        Self::HeartStart,
        Self::HeartOverdue,
        Self::HeartAction,
        Self::HeartNext,
        Self::Incomplete,
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Status => "her2-status",
            Self::NoResult => "her2-no-result",
            Self::Open => "her2-open",
            Self::Differs => "her2-differs",
            Self::Discordance => "her2-discordance",
            Self::Retest => "her2-retest",
            Self::OrderNoResult => "order-no-result",
            Self::OrderOpen => "order-open",
            Self::OrderNotListed => "order-not-listed",
            Self::HeartBefore => "lvef-before",
            Self::HeartStart => "lvef-start",
            Self::HeartOverdue => "lvef-overdue",
            Self::HeartAction => "lvef-action",
            Self::HeartNext => "lvef-next",
            Self::Incomplete => "records-incomplete",
        }
    }

    /// Why a professional may set such a card aside; none where it only informs.
    pub fn reasons(self) -> &'static [OverrideReason] {
        use OverrideReason::{Discussed, DoneElsewhere, Intended, NotThisCancer, RecordWrong};
        match self {
            Self::Status | Self::HeartNext | Self::Incomplete => &[],
            Self::NoResult => &[DoneElsewhere, NotThisCancer],
            Self::Open | Self::Differs | Self::Discordance | Self::Retest => {
                &[DoneElsewhere, Discussed, RecordWrong]
            }
            Self::OrderNoResult => &[DoneElsewhere, NotThisCancer, Intended],
            Self::OrderOpen | Self::OrderNotListed => &[
                DoneElsewhere,
                Discussed,
                Intended,
                NotThisCancer,
                RecordWrong,
            ],
            Self::HeartBefore | Self::HeartOverdue => &[DoneElsewhere, Discussed],
            Self::HeartStart | Self::HeartAction => &[Discussed, Intended, RecordWrong],
        }
    }
}

/// Why a card may be set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OverrideReason {
    /// It was done elsewhere, and is not in these records.
    DoneElsewhere,
    /// The team knows and has decided.
    Discussed,
    /// It is about another disease.
    NotThisCancer,
    /// The use outside the label is intended.
    Intended,
    /// The record is wrong.
    RecordWrong,
}

impl OverrideReason {
    /// Every reason.
    pub const ALL: [Self; 5] = [
        Self::DoneElsewhere,
        Self::Discussed,
        Self::NotThisCancer,
        Self::Intended,
        Self::RecordWrong,
    ];

    /// Its code.
    pub fn name(self) -> &'static str {
        match self {
            Self::DoneElsewhere => "done-elsewhere",
            Self::Discussed => "team-decided",
            Self::NotThisCancer => "other-disease",
            Self::Intended => "off-label-intended",
            Self::RecordWrong => "record-wrong",
        }
    }
}

/// A card.
///
/// There is no public constructor. `Debug` shows its rule and no words.
#[derive(Clone)]
pub struct Card {
    /// The rule.
    pub rule: CardRule,
    /// How urgent it is.
    pub indicator: Indicator,
    /// What it is about, in fewer than [`SUMMARY_LIMIT`] characters.
    pub summary: String,
    /// The finding with its quotes, rows and sources, in Markdown.
    pub detail: String,
    /// What the rule is called.
    pub topic: String,
    /// The source of the rule, or the project.
    pub source: String,
    /// Where the source stands.
    pub link: Option<String>,
    /// Codes of the reasons for which it may be set aside, with their words.
    pub reasons: Vec<(&'static str, String)>,
    page: Page,
}

impl Card {
    /// The page the card was written from.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// A name for the card: the same for the same card of the same patient by the same service, another for any other.
    pub fn uuid(&self, of: &str) -> String {
        let told = [
            of,
            self.rule.name(),
            self.indicator.name(),
            &self.summary,
            &self.detail,
            her2_knowledge::version(),
        ];
        let told = told.join("\u{0}");
        Uuid::new_v5(&Uuid::NAMESPACE_URL, told.as_bytes()).to_string()
    }
}

impl std::fmt::Debug for Card {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Card({}, {})", self.rule.name(), self.indicator.name())
    }
}

/// A card in the making.
struct Draft<'a> {
    writer: Writer<'a>,
    rule: CardRule,
    indicator: Indicator,
    summary: Sentence,
    /// One paragraph each.
    said: Vec<Vec<Sentence>>,
}

impl<'a> Draft<'a> {
    fn new(
        mut writer: Writer<'a>,
        rule: CardRule,
        indicator: Indicator,
        summary: String,
        about: &About,
    ) -> Self {
        let summary = writer.literal(short(&summary), about);
        Self {
            writer,
            rule,
            indicator,
            summary,
            said: Vec::new(),
        }
    }

    fn say(&mut self, said: Vec<Sentence>) {
        if !said.is_empty() {
            self.said.push(said);
        }
    }

    /// The card.
    fn finish(self) -> Card {
        let Self {
            mut writer,
            rule,
            indicator,
            summary,
            said,
        } = self;
        let words = writer.words;
        let frame = writer.frame("card-frame");
        let quotes_heading = writer.label("card-quotes");
        let version = [text("version", her2_knowledge::version())];
        let foot = writer.say("card-version", &version, &About::Frame("card-version"));
        let lead = said.concat();
        let page = writer.page(Parts {
            title: summary,
            lead,
            frame,
            sections: Vec::new(),
            quotes_heading,
            foot,
        });
        let detail = markdown::detail(&page, &said, words);
        let (source, link) = source(&page, words);
        let get = |name: String| words.get(&name, &[]).unwrap_or(name);
        let reasons = rule.reasons().iter();
        Card {
            rule,
            indicator,
            summary: page.title.words().to_owned(),
            detail,
            topic: get(format!("card-topic-{}", rule.name())),
            source,
            link,
            reasons: reasons
                .map(|of| (of.name(), get(format!("card-reason-{}", of.name()))))
                .collect(),
            page,
        }
    }
}

/// The first source of the page, or the project where the card only says what a record does not hold.
fn source(page: &Page, words: &'static Words) -> (String, Option<String>) {
    match page.sources.first() {
        Some(SourceNote { words, link, .. }) => (words.clone(), link.clone()),
        None => (words.get("card-source", &[]).unwrap_or_default(), None),
    }
}

/// In fewer than [`SUMMARY_LIMIT`] characters: what is longer ends with the last word that fits, and three points.
fn short(words: &str) -> String {
    if words.chars().count() < SUMMARY_LIMIT {
        return words.to_owned();
    }
    let kept: String = words.chars().take(SUMMARY_LIMIT - 2).collect();
    let kept = kept
        .rsplit_once(' ')
        .map_or(kept.as_str(), |(kept, _)| kept);
    format!("{}\u{2026}", kept.trim_end_matches([',', ';', ':', ' ']))
}

/// How sure the project is of it, behind the words.
fn mark_of(about: &About) -> Option<&'static str> {
    match about.mark() {
        Mark::Checked => None,
        Mark::ToVerify => Some("label-to-verify"),
        Mark::LessSure => Some("label-less-sure"),
    }
}
