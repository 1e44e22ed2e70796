//! A category of the stage as one value: `T1c`, `pN1mi(sn)`, `cM0 (i+)`, or a bare `2` where the field says of what.

use crate::report::tnm;
use her2_case::TnmPrefix;
use std::ops::Range;

/// A T, N or M category.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Category {
    /// Without prefix: `T1c`.
    pub(crate) text: String,
    /// The letters before it.
    pub(crate) prefix: Option<TnmPrefix>,
    /// Where it stands.
    pub(crate) range: Range<usize>,
}

/// The category of this letter (`T`, `N`, `M`) that a whole text is.
pub(crate) fn category(text: &str, letter: char) -> Option<Category> {
    let letter = u8::try_from(letter).ok()?;
    let start = text.len() - text.trim_start().len();
    let end = text.trim_end().len();
    let given = text.get(start..end).filter(|given| given.len() <= 24)?;
    // `T1C`
    let small = small(given);
    let given = small.as_str();
    if let Some((text, prefix, length)) = tnm::whole(given, letter) {
        let range = start..start + length;
        return Some(Category {
            text,
            prefix,
            range,
        });
    }
    // `2`, `1c`, `X`, `is`: the letter is that of the field.
    let bare = given.as_bytes().first()?;
    let begins = bare.is_ascii_digit() || matches!(bare, b'X' | b'x') || given.starts_with("is");
    if !begins {
        return None;
    }
    let lettered = format!("{}{given}", char::from(letter));
    let (text, prefix, _) = tnm::whole(&lettered, letter)?;
    let range = start..end;
    Some(Category {
        text,
        prefix,
        range,
    })
}

/// The same with a last capital A to D after a digit in small.
fn small(text: &str) -> String {
    let mut small = text.to_owned();
    let bytes = text.as_bytes();
    if let [.., digit, b'A'..=b'D'] = bytes
        && digit.is_ascii_digit()
        && let Some(last) = small.pop()
    {
        small.push(last.to_ascii_lowercase());
    }
    small
}
