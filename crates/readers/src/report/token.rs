//! Words, digits and marks of a report, with their places.
//!
//! Letters and digits never share a token: `HER2` is two tokens, `1+` is two. What scanning and typing do to the space between
//! them (`HER-2`, `HER 2`, `HER-. 2`) then no longer matters.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters.
    Word,
    /// Digits.
    Digits,
    /// One character that is neither letter, digit nor space. The byte is its first.
    Mark(u8),
}

/// What stands before a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing: it follows the token before it directly.
    None,
    /// A space or two.
    Space,
    /// Three spaces or more, or a tab: the next column of a table.
    Wide,
    /// A line break.
    Line,
    /// An empty line.
    Paragraph,
}

/// A token and its place in the text.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// What stands before it.
    pub gap: Gap,
    /// Its first byte.
    pub start: u32,
    /// One past its last byte.
    pub end: u32,
}

impl Token {
    /// Its characters.
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start as usize..self.end as usize]
    }
}

/// So many spaces set columns apart.
const WIDE: usize = 3;

/// Splits a text. Texts of 4 GiB or more must be cut before.
pub fn tokens(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut found = Vec::with_capacity(bytes.len() / 4);
    let mut at = 0;
    let mut gap = Gap::Paragraph;
    let mut spaces = 0;
    while at < bytes.len() {
        let start = at;
        let kind = match CLASS[bytes[at] as usize] {
            Class::Space => {
                spaces += if bytes[at] == b'\t' { WIDE } else { 1 };
                gap = gap.max(if spaces >= WIDE {
                    Gap::Wide
                } else {
                    Gap::Space
                });
                at += 1;
                continue;
            }
            Class::Break => {
                gap = if gap >= Gap::Line && bytes[at] == b'\n' {
                    Gap::Paragraph
                } else {
                    gap.max(Gap::Line)
                };
                at += 1;
                continue;
            }
            Class::Letter => {
                while at < bytes.len() && CLASS[bytes[at] as usize] == Class::Letter {
                    at += 1;
                }
                Kind::Word
            }
            Class::Digit => {
                while at < bytes.len() && CLASS[bytes[at] as usize] == Class::Digit {
                    at += 1;
                }
                Kind::Digits
            }
            Class::Mark => {
                at += 1;
                Kind::Mark(bytes[start])
            }
            Class::High => {
                let character = text[start..].chars().next().unwrap_or(' ');
                at += character.len_utf8();
                if character.is_whitespace() {
                    gap = gap.max(Gap::Space);
                    continue;
                }
                Kind::Mark(plain(character))
            }
        };
        found.push(Token {
            kind,
            gap,
            start: start as u32,
            end: at as u32,
        });
        gap = Gap::None;
        spaces = 0;
    }
    found
}

/// The plain mark a typographic one stands for.
fn plain(character: char) -> u8 {
    match character {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{AD}' => b'-',
        '\u{2018}' | '\u{2019}' | '\u{B4}' => b'\'',
        '\u{201C}' | '\u{201D}' => b'"',
        '\u{2264}' => LESS_OR_EQUAL,
        '\u{2265}' => GREATER_OR_EQUAL,
        '\u{2022}' | '\u{B7}' | '\u{25CF}' | '\u{25AA}' | '\u{25A0}' => b'*',
        '\u{D7}' => b'x',
        '\u{FF0B}' => b'+',
        '\u{FF1A}' => b':',
        other if other.is_alphabetic() => LETTER,
        _ => OTHER,
    }
}

/// The mark that stands for `≤`.
pub const LESS_OR_EQUAL: u8 = 1;
/// The mark that stands for `≥`.
pub const GREATER_OR_EQUAL: u8 = 2;
/// A letter beyond ASCII.
pub const LETTER: u8 = 3;
/// Anything else beyond ASCII.
pub const OTHER: u8 = 4;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    Space,
    Break,
    Mark,
    High,
}

/// The class of each byte.
static CLASS: [Class; 256] = {
    let mut table = [Class::Mark; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b'\n' | b'\r' | 0x0B | 0x0C => Class::Break,
            b' ' | b'\t' | 0..=0x1F | 0x7F => Class::Space,
            0x80.. => Class::High,
            _ => Class::Mark,
        };
        byte += 1;
    }
    table
};
