//! Fonts: which text a code stands for, and how wide it is.

use super::cmap::{ToUnicode, code};
use super::limits::STREAM;
use super::{glyphs, letters};
use lopdf::{Dictionary, Document, Object};
use rustc_hash::FxHashMap;

/// One font.
pub(super) struct Font {
    letters: Letters,
    widths: FxHashMap<u32, f32>,
    /// Width of a code without one, in parts of the font's size.
    other: f32,
    /// Whether the writer gave widths.
    measured: bool,
}

enum Letters {
    /// One byte a code.
    Single(Box<[Option<String>; 256]>),
    /// By a table, mostly two bytes a code.
    Table(ToUnicode),
    /// Two bytes a code, which is UTF-16.
    Utf16,
}

/// A code of a text that is shown.
pub(super) struct Shown {
    /// Its text; absent if the font does not say.
    pub(super) text: Option<String>,
    /// Its width in parts of the font's size.
    pub(super) width: f32,
    /// Whether it is the one-byte code of a space, which word spacing widens.
    pub(super) is_space: bool,
}

impl Font {
    /// Reads a font's dictionary.
    pub(super) fn read(document: &Document, dictionary: &Dictionary) -> Self {
        let subtype = dictionary.get(b"Subtype").and_then(Object::as_name).ok();
        let table = dictionary
            .get_deref(b"ToUnicode", document)
            .and_then(Object::as_stream)
            .and_then(|stream| stream.get_plain_content_with_limit(STREAM))
            .map(|bytes| ToUnicode::read(&bytes))
            .ok()
            .filter(|table| !table.is_empty());
        if subtype == Some(b"Type0") {
            return Self::composite(document, dictionary, table);
        }
        let scale = match dictionary.get_deref(b"FontMatrix", document) {
            Ok(Object::Array(matrix)) if subtype == Some(b"Type3") => {
                matrix.first().map_or(0.001, |scale| number(scale).abs())
            }
            _ => 0.001,
        };
        let first = integer(document, dictionary, b"FirstChar").unwrap_or(0);
        let mut widths = FxHashMap::default();
        if let Ok(Object::Array(given)) = dictionary.get_deref(b"Widths", document) {
            for (at, width) in given.iter().take(256).enumerate() {
                let code = u32::try_from(first)
                    .unwrap_or(0)
                    .saturating_add(u32::try_from(at).unwrap_or(0));
                widths.insert(code, number(resolved(document, width)) * scale);
            }
        }
        let missing = dictionary
            .get_deref(b"FontDescriptor", document)
            .and_then(Object::as_dict)
            .and_then(|descriptor| descriptor.get(b"MissingWidth"))
            .map_or(0.0, number);
        let name = dictionary.get(b"BaseFont").and_then(Object::as_name);
        let name = name.unwrap_or_default();
        Self {
            letters: Letters::Single(single(document, dictionary, name, table.as_ref())),
            measured: !widths.is_empty(),
            other: if missing > 0.0 {
                missing * scale
            } else if name.windows(7).any(|part| part == b"Courier") {
                0.6
            } else {
                0.0
            },
            widths,
        }
    }

    fn composite(document: &Document, dictionary: &Dictionary, table: Option<ToUnicode>) -> Self {
        let encoding = dictionary.get_deref(b"Encoding", document);
        let name = encoding.and_then(Object::as_name).unwrap_or_default();
        let is_utf16 = name
            .windows(4)
            .any(|part| part == b"UCS2" || part == b"UTF1");
        let descendant = dictionary
            .get_deref(b"DescendantFonts", document)
            .and_then(Object::as_array)
            .ok()
            .and_then(|fonts| fonts.first())
            .and_then(|font| resolved(document, font).as_dict().ok());
        let mut widths = FxHashMap::default();
        let mut other = 1.0;
        if let Some(descendant) = descendant {
            other = descendant
                .get_deref(b"DW", document)
                .map_or(1.0, |width| number(width) * 0.001);
            if let Ok(Object::Array(given)) = descendant.get_deref(b"W", document) {
                composite_widths(document, given, &mut widths);
            }
        }
        Self {
            letters: match table {
                Some(table) => Letters::Table(table),
                None if is_utf16 => Letters::Utf16,
                None => Letters::Table(ToUnicode::default()),
            },
            widths,
            other,
            measured: true,
        }
    }

    /// Hands every code of a text that is shown to `each`.
    pub(super) fn each(&self, bytes: &[u8], mut each: impl FnMut(Shown)) {
        match &self.letters {
            Letters::Single(letters) => {
                for byte in bytes {
                    let text = letters[usize::from(*byte)].clone();
                    let width = self.width(u32::from(*byte), text.as_deref());
                    each(Shown {
                        text,
                        width,
                        is_space: *byte == b' ',
                    });
                }
            }
            Letters::Table(table) => {
                let mut rest = bytes;
                while !rest.is_empty() {
                    let length = code_length(table, rest).clamp(1, rest.len());
                    let (head, tail) = rest.split_at(length);
                    rest = tail;
                    let code = code(head);
                    each(Shown {
                        text: table.text(code),
                        width: self.width(code, None),
                        is_space: length == 1 && code == 32,
                    });
                }
            }
            Letters::Utf16 => {
                for pair in bytes.chunks_exact(2) {
                    let unit = u16::from_be_bytes([pair[0], pair[1]]);
                    let text = char::from_u32(u32::from(unit))
                        .map(|letter| letters::plain(&letter.to_string()));
                    each(Shown {
                        text,
                        width: self.width(u32::from(unit), None),
                        is_space: false,
                    });
                }
            }
        }
    }

    fn width(&self, code: u32, text: Option<&str>) -> f32 {
        let given = self.widths.get(&code).copied();
        match given {
            Some(width) => width,
            None if self.measured || self.other > 0.0 => self.other,
            None => text.map_or(0.5, usual_width),
        }
    }
}

/// How many bytes the next code has: the shortest declared range that holds it, else two.
fn code_length(table: &ToUnicode, bytes: &[u8]) -> usize {
    let holds = |length: usize| {
        bytes.len() >= length
            && table.spaces.iter().any(|(low, high, of)| {
                *of == length && (*low..=*high).contains(&code(&bytes[..length]))
            })
    };
    (1..=4).find(|length| holds(*length)).unwrap_or(2)
}

/// The letters of a font with one byte a code: its own table first, then its encoding.
fn single(
    document: &Document,
    dictionary: &Dictionary,
    name: &[u8],
    table: Option<&ToUnicode>,
) -> Box<[Option<String>; 256]> {
    let encoding = dictionary.get_deref(b"Encoding", document).ok();
    let (base, differences) = match encoding {
        Some(Object::Name(base)) => (Some(base.as_slice()), None),
        Some(Object::Dictionary(encoding)) => (
            encoding
                .get_deref(b"BaseEncoding", document)
                .and_then(Object::as_name)
                .ok(),
            encoding
                .get_deref(b"Differences", document)
                .and_then(Object::as_array)
                .ok(),
        ),
        _ => (None, None),
    };
    // Without an encoding a font of letters is read by the one that most programs write.
    let letters = glyphs::of_encoding(base);
    let mut all: Box<[Option<String>; 256]> = Box::new(letters.clone());
    if base.is_none() {
        for (code, slot) in (0..=u8::MAX).zip(all.iter_mut()) {
            if let Some(sign) = letters::sign(name, code) {
                *slot = Some(sign.to_string());
            }
        }
    }
    let mut code = 0_usize;
    for entry in differences.into_iter().flatten() {
        match resolved(document, entry) {
            Object::Integer(from) => code = usize::try_from(*from).unwrap_or(usize::MAX),
            Object::Name(glyph) => {
                if let Some(slot) = all.get_mut(code) {
                    *slot = letters::of_glyph(glyph);
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    if let Some(table) = table {
        for (code, slot) in (0_u32..).zip(all.iter_mut()) {
            if let Some(text) = table.text(code) {
                *slot = Some(text);
            }
        }
    }
    all
}

fn composite_widths(document: &Document, given: &[Object], widths: &mut FxHashMap<u32, f32>) {
    let code = |object: &Object| u32::try_from(object.as_i64().ok()?).ok();
    let mut rest = given;
    while let [first, second, after @ ..] = rest {
        let Some(from) = code(resolved(document, first)) else {
            return;
        };
        match (resolved(document, second), after) {
            (Object::Array(each), _) => {
                for (code, width) in (from..).zip(each.iter().take(65_536)) {
                    widths.insert(code, number(resolved(document, width)) * 0.001);
                }
                rest = after;
            }
            (last, [width, after @ ..]) => {
                let Some(last) = code(last) else { return };
                let width = number(resolved(document, width)) * 0.001;
                for code in from..=last.min(from.saturating_add(65_535)) {
                    widths.insert(code, width);
                }
                rest = after;
            }
            _ => return,
        }
        if widths.len() > 200_000 {
            return;
        }
    }
}

/// About how wide a letter is in a font without serifs.
fn usual_width(text: &str) -> f32 {
    let of = |letter: char| match letter {
        'i' | 'j' | 'l' | '\'' | '|' => 0.22,
        ' ' | '.' | ',' | ':' | ';' | 'f' | 't' | 'I' | '/' | '!' | '[' | ']' => 0.28,
        'r' | '(' | ')' | '-' => 0.33,
        'm' | 'M' | 'W' | '%' | '@' => 0.85,
        'A'..='Z' | 'w' => 0.68,
        _ => 0.55,
    };
    text.chars().map(of).sum()
}

pub(super) fn resolved<'a>(document: &'a Document, object: &'a Object) -> &'a Object {
    document
        .dereference(object)
        .map_or(object, |(_, object)| object)
}

pub(super) fn number(object: &Object) -> f32 {
    object
        .as_float()
        .ok()
        .filter(|number| number.is_finite())
        .unwrap_or(0.0)
}

fn integer(document: &Document, dictionary: &Dictionary, key: &[u8]) -> Option<i64> {
    dictionary
        .get_deref(key, document)
        .and_then(Object::as_i64)
        .ok()
}
