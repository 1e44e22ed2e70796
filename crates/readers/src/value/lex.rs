//! The words, numbers and marks of a value, words looked up in the vocabulary of values.

use her2_case::Decimal;
use her2_knowledge::{Word, words};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;
use std::sync::OnceLock;

/// What a piece of a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A word or phrase that is known.
    Word(Word),
    /// A number.
    Number(Decimal),
    /// A mark that is no letter, digit or space.
    Mark(char),
    /// Anything that is not known.
    Unknown,
}

/// A piece of a value and where it stands.
#[derive(Clone, Debug)]
pub struct Lexeme {
    /// What it is.
    pub kind: Kind,
    /// Its bytes.
    pub range: Range<usize>,
    /// Whether it follows the one before without a space.
    pub tight: bool,
}

/// Longer texts are narratives, not values.
pub const LONGEST: usize = 400;
/// The most words of a phrase.
const MOST_WORDS: usize = 7;
/// Words shorter than this must be spelt right.
const SHORTEST_MISSPELT: usize = 7;

struct Vocabulary {
    phrases: FxHashMap<&'static str, Word>,
    /// Every word that is part of a phrase.
    parts: FxHashSet<&'static str>,
    /// Phrases of one long word.
    long: Vec<(&'static str, Word)>,
}

fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
    VOCABULARY.get_or_init(|| {
        let long = |(phrase, _): &&(&'static str, Word)| {
            phrase.len() >= SHORTEST_MISSPELT && phrase.bytes().all(|b| b.is_ascii_lowercase())
        };
        Vocabulary {
            phrases: words().iter().copied().collect(),
            parts: words().iter().flat_map(|(of, _)| of.split(' ')).collect(),
            long: words().iter().filter(long).copied().collect(),
        }
    })
}

/// A piece before phrases are looked for. Words and whole numbers keep their letters, small and without accents.
struct Raw {
    kind: RawKind,
    range: Range<usize>,
    tight: bool,
}

enum RawKind {
    Word(String),
    Number(Decimal, String),
    Mark(char),
    Unknown,
}

/// The pieces of a text; nothing if it is too long to be a value.
pub fn lex(text: &str) -> Option<Vec<Lexeme>> {
    if text.len() > LONGEST {
        return None;
    }
    let raw = raw(text);
    let vocabulary = vocabulary();
    let mut found = Vec::with_capacity(raw.len());
    let mut at = 0;
    while at < raw.len() {
        let (kind, next) = match &raw[at].kind {
            RawKind::Mark(mark) => (Kind::Mark(*mark), at + 1),
            RawKind::Number(value, _) => (Kind::Number(*value), at + 1),
            RawKind::Unknown => (Kind::Unknown, at + 1),
            RawKind::Word(word) => match phrase(&raw, at, vocabulary) {
                Some((word, next)) => (Kind::Word(word), next),
                None => (
                    misspelt(word, vocabulary).map_or(Kind::Unknown, Kind::Word),
                    at + 1,
                ),
            },
        };
        found.push(Lexeme {
            kind,
            range: raw[at].range.start..raw[next - 1].range.end,
            tight: raw[at].tight,
        });
        at = next;
    }
    Some(found)
}

/// The longest phrase that starts at a word, and the piece after it.
fn phrase(raw: &[Raw], at: usize, vocabulary: &Vocabulary) -> Option<(Word, usize)> {
    let mut key = String::new();
    let mut longest = None;
    let mut next = at;
    for count in 0..MOST_WORDS {
        if count > 0 && raw.get(next).is_some_and(|piece| joins(&piece.kind)) {
            next += 1;
        }
        let part = match raw.get(next).map(|piece| &piece.kind) {
            Some(RawKind::Word(word)) => word,
            Some(RawKind::Number(_, digits)) if count > 0 => digits,
            _ => break,
        };
        if !vocabulary.parts.contains(part.as_str()) {
            break;
        }
        if count > 0 {
            key.push(' ');
        }
        key.push_str(part);
        next += 1;
        if let Some(word) = vocabulary.phrases.get(key.as_str()) {
            longest = Some((*word, next));
        }
    }
    longest
}

/// Whether a mark may stand between two words of a phrase.
fn joins(kind: &RawKind) -> bool {
    matches!(kind, RawKind::Mark('-' | '/' | '_' | '.' | '\''))
}

/// The one long word that this is with one letter wrong, missing, too many, or two letters changed over.
fn misspelt(word: &str, vocabulary: &Vocabulary) -> Option<Word> {
    if word.len() + 1 < SHORTEST_MISSPELT || !word.is_ascii() {
        return None;
    }
    let mut meant = None;
    for (known, means) in &vocabulary.long {
        if one_slip(word.as_bytes(), known.as_bytes()) {
            match meant {
                Some(other) if other != *means => return None,
                _ => meant = Some(*means),
            }
        }
    }
    meant
}

fn one_slip(word: &[u8], known: &[u8]) -> bool {
    let same = word.iter().zip(known).take_while(|(a, b)| a == b).count();
    let (left, right) = (&word[same..], &known[same..]);
    match (left.len(), right.len()) {
        (l, r) if l == r => {
            left.get(1..) == right.get(1..)
                || l >= 2 && left[0] == right[1] && left[1] == right[0] && left[2..] == right[2..]
        }
        (l, r) if l + 1 == r => *left == right[1..],
        (l, r) if l == r + 1 => left[1..] == *right,
        _ => false,
    }
}

fn raw(text: &str) -> Vec<Raw> {
    let mut found: Vec<Raw> = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut spaced = true;
    while let Some(letter) = text[at..].chars().next() {
        let start = at;
        if letter.is_whitespace() {
            at += letter.len_utf8();
            spaced = true;
            continue;
        }
        let after_point = |at: usize| bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        let kind = if let Some(next) = known_from_digit(text, at) {
            at = next;
            RawKind::Word(text[start..next].to_ascii_lowercase())
        } else if letter.is_ascii_digit()
            || matches!(letter, '.' | ',') && spaced && after_point(at)
        {
            let (kind, next) = number(text, at);
            at = next;
            kind
        } else if letter.is_alphabetic() {
            let (word, next) = word(text, at);
            at = next;
            RawKind::Word(word)
        } else {
            at += letter.len_utf8();
            RawKind::Mark(plain_mark(letter))
        };
        found.push(Raw {
            kind,
            range: start..at,
            tight: !spaced,
        });
        spaced = false;
    }
    found
}

/// The end of a known word that begins with a digit, such as the name of a clone.
fn known_from_digit(text: &str, start: usize) -> Option<usize> {
    let rest = &text.as_bytes()[start..];
    let length = rest
        .iter()
        .take_while(|b| b.is_ascii_alphanumeric())
        .count();
    let word = &text[start..start + length];
    let mixed = rest.first()?.is_ascii_digit() && word.bytes().any(|b| b.is_ascii_alphabetic());
    let known = || {
        vocabulary()
            .parts
            .contains(word.to_ascii_lowercase().as_str())
    };
    (mixed && length < 16 && known()).then_some(start + length)
}

fn plain_mark(mark: char) -> char {
    match mark {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{ff0b}' => '+',
        '\u{ff05}' => '%',
        '\u{2019}' | '\u{2018}' | '`' | '\u{b4}' => '\'',
        '\u{2248}' => '~',
        '\u{2a7d}' | '\u{2266}' => '\u{2264}',
        '\u{2a7e}' | '\u{2267}' => '\u{2265}',
        mark => mark,
    }
}

/// A number: `1.8`, `1,8`, `.8`. A comma before three digits may be of thousands: not known. So are dates.
fn number(text: &str, start: usize) -> (RawKind, usize) {
    let bytes = text.as_bytes();
    let digits = |from: usize| {
        let rest = bytes[from..].iter();
        from + rest.take_while(|byte| byte.is_ascii_digit()).count()
    };
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let whole_end = digits(start);
    let (mut end, mut fraction) = (whole_end, "");
    let point = bytes.get(whole_end).copied();
    if matches!(point, Some(b'.' | b',')) && is_digit(whole_end + 1) {
        end = digits(whole_end + 1);
        fraction = &text[whole_end + 1..end];
    }
    let whole = &text[start..whole_end];
    let thousands = point == Some(b',') && fraction.len() == 3 && whole != "0";
    let more = matches!(bytes.get(end), Some(b'.' | b',')) && is_digit(end + 1);
    if thousands || more {
        // All of it is passed over, so that no part of a date is a number.
        while matches!(bytes.get(end), Some(b'.' | b',')) && is_digit(end + 1) {
            end = digits(end + 1);
        }
        return (RawKind::Unknown, end);
    }
    let whole_digits = if whole.is_empty() { "0" } else { whole };
    let written = if fraction.is_empty() {
        whole_digits.to_owned()
    } else {
        // What a program writes with more decimals than a laboratory measures is cut, never rounded up over a cut-off.
        format!("{whole_digits}.{}", &fraction[..fraction.len().min(6)])
    };
    let kind = written.parse().map_or(RawKind::Unknown, |value| {
        RawKind::Number(value, whole_digits.to_owned())
    });
    (kind, end)
}

/// A word: letters, and digits where they are part of a known word (`HER2`); `IHC2` is a word and a number.
fn word(text: &str, start: usize) -> (String, usize) {
    let (mut end, mut letters_end) = (start, None);
    let mut word = String::new();
    let mut letters_length = 0;
    for letter in text[start..].chars() {
        if letter.is_ascii_digit() {
            if letters_end.is_none() {
                letters_end = Some(end);
                letters_length = word.len();
            }
            word.push(letter);
        } else if letter.is_alphabetic() || is_combining(letter) {
            fold(letter, &mut word);
        } else {
            break;
        }
        end += letter.len_utf8();
    }
    if let Some(letters_end) = letters_end
        && !vocabulary().parts.contains(word.as_str())
    {
        word.truncate(letters_length);
        return (word, letters_end);
    }
    (word, end)
}

fn is_combining(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// A letter in small and without accents.
fn fold(letter: char, into: &mut String) {
    for letter in letter.to_lowercase() {
        match letter {
            'à'..='å' | 'ā'..='ą' => into.push('a'),
            'æ' => into.push_str("ae"),
            'ç' | 'ć'..='č' => into.push('c'),
            'ď' | 'đ' => into.push('d'),
            'è'..='ë' | 'ē'..='ě' => into.push('e'),
            'ğ' => into.push('g'),
            'ì'..='ï' | 'ī' | 'ı' => into.push('i'),
            'ł' => into.push('l'),
            'ñ' | 'ń' | 'ň' => into.push('n'),
            'ò'..='ö' | 'ø' | 'ō'..='ő' => into.push('o'),
            'œ' => into.push_str("oe"),
            'ř' => into.push('r'),
            'ś'..='š' => into.push('s'),
            'ß' => into.push_str("ss"),
            'ť' | 'ţ' | 'ț' => into.push('t'),
            'ù'..='ü' | 'ū'..='ű' => into.push('u'),
            'ý' | 'ÿ' => into.push('y'),
            'ź'..='ž' => into.push('z'),
            letter if is_combining(letter) => {}
            letter => into.push(letter),
        }
    }
}
