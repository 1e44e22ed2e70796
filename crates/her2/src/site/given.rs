//! The sources of a visit: pasted, chosen, an invented example, or travelled with the page.

use super::{Given, Visit};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use her2_documents::site::Example;

/// The field that a source travels in.
const KEPT: &str = "kept";
/// More bytes than this do not travel with a page.
const TRAVELS: usize = 6 << 20;
/// More sources than this are not those of one person.
pub(super) const MOST: usize = 200;

/// Invented reports that can be tried, with their words.
const EXAMPLES: [(&str, &str, &str); 6] = [
    (
        "positive",
        "positive-3plus.txt",
        include_str!("../../../../cases/reports/positive-3plus.txt"),
    ),
    (
        "fish",
        "narrative-2plus-fish.txt",
        include_str!("../../../../cases/reports/narrative-2plus-fish.txt"),
    ),
    (
        "ultralow",
        "synoptic-2025-ultralow.txt",
        include_str!("../../../../cases/reports/synoptic-2025-ultralow.txt"),
    ),
    (
        "equivocal",
        "ish-equivocal-2013.txt",
        include_str!("../../../../cases/reports/ish-equivocal-2013.txt"),
    ),
    (
        "amended",
        "prior-and-amended.txt",
        include_str!("../../../../cases/reports/prior-and-amended.txt"),
    ),
    (
        "pending",
        "pending.txt",
        include_str!("../../../../cases/reports/pending.txt"),
    ),
];

/// The invented reports, in the order in which they are offered.
pub(super) fn examples() -> Vec<Example> {
    let each = EXAMPLES.iter();
    each.map(|(name, _, _)| Example { name }).collect()
}

/// Every source of a visit: first those that travelled, then those that are new.
pub(super) struct Sources {
    pub given: Vec<Given>,
    /// How many of them travelled.
    pub travelled: usize,
}

impl Sources {
    /// Everything that was given. `pasted` is what pasted words are called.
    pub fn of(asked: &Visit<'_>, pasted: &str) -> Self {
        let fields = asked.fields.iter();
        let travelled = fields.filter(|(name, _)| name == KEPT);
        let mut given: Vec<Given> = travelled.filter_map(|(_, value)| unpacked(value)).collect();
        let travelled = given.len();
        given.extend(asked.given.iter().map(|one| Given {
            name: one.name.clone(),
            bytes: one.bytes.clone(),
        }));
        let typed = text(asked);
        if !typed.trim().is_empty() {
            given.push(Given {
                name: pasted.to_owned(),
                // A form sends the ends of lines in its own way, a script in another: what was pasted is the same.
                bytes: typed.replace("\r\n", "\n").into_bytes(),
            });
        }
        let example = asked.field("example");
        let example = example.and_then(|name| EXAMPLES.iter().find(|one| one.0 == name));
        given.extend(example.map(|(_, file, words)| Given {
            name: (*file).to_owned(),
            bytes: words.as_bytes().to_vec(),
        }));
        Self { given, travelled }
    }

    /// The hidden fields in which they travel; nothing if they are too large.
    pub fn packed(&self) -> Option<Vec<(String, String)>> {
        let size: usize = self.given.iter().map(|one| one.bytes.len()).sum();
        (size <= TRAVELS).then(|| self.given.iter().map(packed).collect())
    }
}

/// What was typed or pasted, as it is.
pub(super) fn text<'a>(asked: &'a Visit<'_>) -> &'a str {
    let mut fields = asked.fields.iter();
    fields
        .find(|(name, _)| name == "text")
        .map_or("", |(_, value)| value)
}

fn packed(one: &Given) -> (String, String) {
    let name = STANDARD.encode(&one.name);
    let bytes = STANDARD.encode(&one.bytes);
    (KEPT.to_owned(), format!("{name}.{bytes}"))
}

fn unpacked(value: &str) -> Option<Given> {
    let (name, bytes) = value.split_once('.')?;
    Some(Given {
        name: String::from_utf8(STANDARD.decode(name).ok()?).ok()?,
        bytes: STANDARD.decode(bytes).ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_travels_unchanged() {
        let one = Given {
            name: "../a \"name\".txt".to_owned(),
            bytes: (0..=255).collect(),
        };
        let (_, value) = packed(&one);
        assert!(
            value
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"+/=.".contains(&byte))
        );
        let back = unpacked(&value).expect("it was packed here");
        assert_eq!((back.name, back.bytes), (one.name, one.bytes));
    }

    #[test]
    fn what_nobody_packed_is_no_source() {
        for value in ["", ".", "a", "!.!", "YQ==", "YQ==.%%", "/w==.YQ=="] {
            assert!(
                unpacked(value).is_none_or(|one| one.bytes.is_empty()),
                "{value}"
            );
        }
    }
}
