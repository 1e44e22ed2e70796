//! What the report checker says, written for people and for programs: text, JSON, SARIF and workflow commands.
//!
//! The renderers see only [`Shown`]: a fired diagnostic with the words of its page and its places in the record.

mod explain;
mod github;
mod json;
mod page;
mod place;
mod sarif;
mod text;
mod wrap;

pub use explain::{Page, explain, list};
pub use github::github;
pub use json::json;
pub use place::Place;
pub use sarif::Sarif;
pub use text::text;

use crate::Source;
use her2_case::{Severity, Span};
use std::borrow::Cow;

/// One diagnostic that fired on a record, with the words of its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The stable name of the diagnostic.
    pub code: &'static str,
    /// What is wrong, in one line.
    pub title: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// Why it matters.
    pub why: Cow<'static, str>,
    /// What the guideline asks for.
    pub what_to_do: Cow<'static, str>,
    /// The label of the row that fired; of each, if several do.
    pub row: String,
    /// The id of the source, for example `edition#anchor`.
    pub cite: String,
    /// The source in words: title of the edition and what the anchor stands for.
    pub source: String,
    /// Whether the row is a rule of this project and not the source's own.
    pub project_rule: bool,
    /// Where in the record: first the place to look at, then the others it rests on.
    pub at: Vec<Span>,
}

/// A record that was checked, with what was found in it.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'a> {
    /// The name of the record as given.
    pub name: &'a str,
    /// Its bytes.
    pub source: Source<'a>,
    /// What fired.
    pub shown: &'a [Shown],
}

/// What a check came to, as an exit status: 0 nothing but notes, 1 a warning or an error was found.
/// That a record could not be checked at all is 2, and known to the caller only.
pub fn exit_status(worst: Option<Severity>) -> u8 {
    match worst {
        None | Some(Severity::Note) => 0,
        Some(Severity::Warning | Severity::Error) => 1,
    }
}

impl Checked<'_> {
    /// The most serious of what fired.
    pub fn worst(&self) -> Option<Severity> {
        self.shown.iter().map(|shown| shown.severity).max()
    }
}

/// The first sentence of a text, its lines joined.
fn first_sentence(text: &str) -> String {
    let joined = joined(text);
    let end = joined
        .match_indices(". ")
        .map(|(at, _)| at)
        .find(|&at| joined[at + 2..].starts_with(char::is_uppercase));
    match end {
        Some(end) => joined[..=end].to_owned(),
        None => joined,
    }
}

/// The first paragraph of a text, its lines joined by single spaces.
pub(crate) fn joined(text: &str) -> String {
    let paragraph = text.trim().split("\n\n").next().unwrap_or_default();
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_sentence_ends_before_a_capital_and_not_at_an_abbreviation() {
        let text = "Weak staining, i.e. little\nof it, is 2+. The rest\nfollows.\n\nMore.";
        assert_eq!(
            first_sentence(text),
            "Weak staining, i.e. little of it, is 2+."
        );
        assert_eq!(first_sentence("One only."), "One only.");
        assert_eq!(first_sentence(""), "");
    }

    #[test]
    fn notes_alone_do_not_fail_a_check() {
        assert_eq!(exit_status(None), 0);
        assert_eq!(exit_status(Some(Severity::Note)), 0);
        assert_eq!(exit_status(Some(Severity::Warning)), 1);
        assert_eq!(exit_status(Some(Severity::Error)), 1);
    }
}
