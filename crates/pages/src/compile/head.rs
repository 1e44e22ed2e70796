//! Heads: TOML of a known shape. A key that nobody reads is refused.

use super::{Document, Faults};
use jiff::civil::Date;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::value::Datetime;

/// How a table is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Default)]
#[serde(rename_all = "kebab-case")]
pub enum Decide {
    /// Exactly one row holds.
    #[default]
    One,
    /// Every row that holds is an option.
    All,
}

/// The head of a page that answers a question.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TableHead {
    /// The question answered.
    pub question: Spanned<String>,
    /// How the table is read.
    #[serde(default)]
    pub decide: Decide,
    /// The column that ranks options, if the table is read as options.
    pub rank: Option<Spanned<String>>,
    /// The columns kept as text on the row, if the table is read as options.
    #[serde(default)]
    pub carries: Vec<Spanned<String>>,
    /// What is said where no option holds; without it every combination needs a row.
    pub otherwise: Option<Spanned<String>>,
    /// The source of the rows.
    pub cite: Option<Spanned<String>>,
    /// When somebody last compared the page with its source.
    pub checked: Option<Spanned<Datetime>>,
}

/// Reads a head; nothing, and a fault, if it has not the shape.
pub fn read_head<T: DeserializeOwned>(document: &Document, faults: &mut Faults) -> Option<T> {
    match toml::from_str(&document.head) {
        Ok(head) => Some(head),
        Err(error) => {
            let line = error
                .span()
                .map_or(1, |span| document.head_line(span.start));
            let message = error.message().replace('\n', " ");
            faults.add(line, format!("head: {message}"));
            None
        }
    }
}

impl Document {
    /// The line of the page on which this byte of the head stands.
    pub fn head_line(&self, offset: usize) -> u32 {
        let before = self.head.as_bytes().iter().take(offset);
        2 + before.filter(|byte| **byte == b'\n').count() as u32
    }

    /// The line of a value of the head.
    pub fn line_of<T>(&self, value: &Spanned<T>) -> u32 {
        self.head_line(value.span().start)
    }
}

/// A day of the head; a fault if it is missing or not a plain day.
pub fn date(
    document: &Document,
    key: &str,
    value: Option<&Spanned<Datetime>>,
    faults: &mut Faults,
) -> Option<Date> {
    let Some(value) = value else {
        faults.add(
            1,
            format!("`{key}` is missing: a day such as `{key} = 2026-11-22`"),
        );
        return None;
    };
    let day = value.get_ref().to_string().parse::<Date>().ok();
    let plain = value.get_ref().time.is_none() && value.get_ref().offset.is_none();
    if day.is_none() || !plain {
        let line = document.line_of(value);
        faults.add(
            line,
            format!("`{key}` wants a plain day such as `{key} = 2026-11-22`"),
        );
    }
    day.filter(|_| plain)
}
