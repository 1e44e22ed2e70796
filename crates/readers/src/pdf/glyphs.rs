//! Glyphs by their names, and the encodings that the standard names (ISO 32000-1, annex D).
//!
//! The library knows them too, as code: a tenth of what a browser would load.

use super::letters::plain;
use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What each of 256 codes stands for; none where a code stands for nothing.
pub(super) type Letters = [Option<String>; 256];

/// Names, each with its code point in hexadecimal digits.
const NAMES: &str = include_str!("glyphs.txt");

fn names() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = NAMES.lines().filter(|line| !line.starts_with('#'));
    lines
        .flat_map(str::split_ascii_whitespace)
        .filter_map(|name| name.split_once('='))
}

/// The letter that a glyph of this name shows.
pub(super) fn named(name: &str) -> Option<char> {
    static ALL: LazyLock<FxHashMap<&str, char>> = LazyLock::new(|| {
        let each = names().filter_map(|(name, code)| {
            Some((name, char::from_u32(u32::from_str_radix(code, 16).ok()?)?))
        });
        each.collect()
    });
    ALL.get(name).copied()
}

/// The letters of an encoding that the standard names; of any other, those of the one that most programs write.
pub(super) fn of_encoding(name: Option<&[u8]>) -> &'static Letters {
    type Table = LazyLock<Letters>;
    static WINDOWS: Table = LazyLock::new(|| std::array::from_fn(|code| text(windows(code)?)));
    static MAC: Table = LazyLock::new(|| std::array::from_fn(|code| text(mac(code)?)));
    static STANDARD: Table = LazyLock::new(|| std::array::from_fn(|code| text(standard(code)?)));
    // Signs for typesetters, and hardly a letter: none is better than a wrong one.
    static EXPERT: Table = LazyLock::new(|| std::array::from_fn(|_| None));
    match name {
        Some(b"MacRomanEncoding") => &MAC,
        Some(b"MacExpertEncoding") => &EXPERT,
        Some(b"StandardEncoding") => &STANDARD,
        _ => &WINDOWS,
    }
}

fn text(letter: char) -> Option<String> {
    Some(plain(letter.encode_utf8(&mut [0; 4])))
}

fn by(encoding: &'static Encoding, code: usize) -> Option<char> {
    let code = [u8::try_from(code).ok()?];
    let (text, _) = encoding.decode_without_bom_handling(&code);
    text.chars().next()
}

fn windows(code: usize) -> Option<char> {
    match code {
        0x00..=0x1F => None,
        // Codes without a letter are shown as bullets.
        0x7F | 0x81 | 0x8D | 0x8F | 0x90 | 0x9D => Some('\u{2022}'),
        0xA0 => Some(' '),
        0xAD => Some('-'),
        _ => by(WINDOWS_1252, code),
    }
}

fn mac(code: usize) -> Option<char> {
    match code {
        0x00..=0x1F | 0x7F => None,
        // The mark of a maker.
        0xF0 => None,
        0xCA => Some(' '),
        0xDB => Some('\u{A4}'),
        _ => by(MACINTOSH, code),
    }
}

fn standard(code: usize) -> Option<char> {
    /// From 0xA0 on; a blank where a code stands for nothing.
    const UPPER: [&str; 6] = [
        " \u{A1}\u{A2}\u{A3}\u{2044}\u{A5}\u{192}\u{A7}\u{A4}'\u{201C}\u{AB}\u{2039}\u{203A}\u{FB01}\u{FB02}",
        " \u{2013}\u{2020}\u{2021}\u{B7} \u{B6}\u{2022}\u{201A}\u{201E}\u{201D}\u{BB}\u{2026}\u{2030} \u{BF}",
        " `\u{B4}\u{2C6}\u{2DC}\u{AF}\u{2D8}\u{2D9}\u{A8} \u{2DA}\u{B8} \u{2DD}\u{2DB}\u{2C7}",
        "\u{2014}               ",
        " \u{C6} \u{AA}    \u{141}\u{D8}\u{152}\u{BA}    ",
        " \u{E6}   \u{131}  \u{142}\u{F8}\u{153}\u{DF}    ",
    ];
    match code {
        0x27 => Some('\u{2019}'),
        0x60 => Some('\u{2018}'),
        0x20..=0x7E => char::from_u32(u32::try_from(code).ok()?),
        0xA0..=0xFF => {
            let letter = UPPER[(code - 0xA0) / 16].chars().nth(code % 16);
            letter.filter(|letter| *letter != ' ')
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lopdf::{Dictionary, Document, Object};

    /// The text of a code by the library.
    fn library(encoding: Object, code: u8) -> Option<String> {
        let mut font = Dictionary::new();
        font.set("Type", Object::Name(b"Font".to_vec()));
        font.set("Encoding", encoding);
        let nothing = Document::new();
        let encoding = font.get_font_encoding_with_limit(&nothing, 0).ok()?;
        let text = encoding.bytes_to_string(&[code]).ok()?;
        (!text.is_empty()).then_some(text)
    }

    #[test]
    fn the_encodings_are_those_of_the_library() {
        for name in ["WinAnsiEncoding", "MacRomanEncoding", "StandardEncoding"] {
            let own = of_encoding(Some(name.as_bytes()));
            for code in 0..=u8::MAX {
                let theirs = library(Object::Name(name.into()), code);
                // The sign of the ohm is the letter omega.
                let theirs = theirs.map(|text| plain(&text).replace('\u{2126}', "\u{3A9}"));
                let own = own[usize::from(code)].as_deref();
                let theirs = theirs.filter(|text| text != "\u{F8FF}");
                assert_eq!(own, theirs.as_deref(), "{name} {code:#04X}");
            }
        }
    }

    #[test]
    fn the_names_are_those_of_the_library() {
        let mut count = 0;
        for (name, _) in names() {
            let differences = vec![Object::Integer(0), Object::Name(name.into())];
            let mut encoding = Dictionary::new();
            encoding.set("Differences", Object::Array(differences));
            let theirs = library(Object::Dictionary(encoding), 0);
            // The list has the filled ones under these names, and the library their outlines; a third name it does not know.
            if !["diamond", "heart", "phi1"].contains(&name) {
                assert_eq!(named(name).map(String::from), theirs, "{name}");
            }
            count += 1;
        }
        assert!(count > 1_000);
    }
}
