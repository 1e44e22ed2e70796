//! The fields of a visit, and which of them travel on with the record.

use super::Visit;
use her2_documents::site::Frame;

/// Fields that a record travels with, besides its sources and the answers.
const TRAVEL: [&str; 10] = [
    "only",
    "medicine",
    "start",
    "end",
    "setting",
    "lln",
    "lvef-date",
    "lvef-percent",
    "held-from",
    "held-until",
];
/// What an answer to a question of care begins with.
pub(super) const ANSWER: &str = "answer.";
/// Longer values of a field are no value.
const LONGEST: usize = 200;

impl Visit<'_> {
    /// The first value of a field, without spaces around it; nothing if it is empty or far too long.
    pub(super) fn field(&self, name: &str) -> Option<&str> {
        self.each(name).next()
    }

    /// Every value of a field that is not empty.
    pub(super) fn each<'b>(&'b self, name: &str) -> impl Iterator<Item = &'b str> {
        self.raw(name).filter(|value| !value.is_empty())
    }

    /// Every value of a field, also where it is empty.
    pub(super) fn raw<'b>(&'b self, name: &str) -> impl Iterator<Item = &'b str> {
        let of_name = self.fields.iter().filter(move |(of, _)| of == name);
        let values = of_name.map(|(_, value)| value.trim());
        values.filter(|value| value.len() <= LONGEST)
    }

    /// The answers given, in their order: the question's name and the value.
    pub(super) fn answers(&self) -> impl Iterator<Item = (&str, &str)> {
        let each = self.fields.iter();
        each.filter_map(|(name, value)| {
            let question = name.strip_prefix(ANSWER)?;
            let value = value.trim();
            let fits = !value.is_empty() && value.len() <= LONGEST && question.len() <= LONGEST;
            fits.then_some((question, value))
        })
    }

    /// The fields that travel on and are no fields of the page itself.
    pub(super) fn travelling(&self, shown: &[&str]) -> Vec<(String, String)> {
        let travels = |name: &str| {
            let known = TRAVEL.contains(&name) || name.starts_with(ANSWER);
            let asked_here = shown
                .iter()
                .any(|of| *of == name || *of == ANSWER && name.starts_with(ANSWER));
            known && !asked_here
        };
        let each = self.fields.iter();
        let kept = each.filter(|(name, value)| travels(name) && value.len() <= LONGEST);
        kept.cloned().collect()
    }

    /// Whether the reader turned light and dark around.
    pub(super) fn turned(&self) -> bool {
        self.field("theme").is_some()
    }
}

/// A frame that carries these fields.
pub(super) fn carrying<'a>(
    frame: &Frame<'a>,
    path: &'a str,
    kept: &'a [(String, String)],
) -> Frame<'a> {
    Frame {
        words: frame.words,
        path,
        root: frame.root,
        device: frame.device,
        version: frame.version,
        kept,
        turned: frame.turned,
    }
}
