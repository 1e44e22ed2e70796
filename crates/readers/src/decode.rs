//! From bytes to text, with the way back from places in the text to places in the bytes.

use her2_case::Span;
use std::borrow::Cow;

/// How the bytes were read as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    /// Text and bytes are the same, after this many bytes of mark.
    Utf8 { mark: usize },
    /// One byte a character, by Windows-1252, the superset of Latin-1 that programs write.
    Latin1,
    /// Two bytes a unit, after a mark of two bytes.
    Utf16,
}

/// A record's text.
pub struct Decoded<'a> {
    /// The text.
    pub text: Cow<'a, str>,
    encoding: Encoding,
    /// Whether the bytes looked like no text at all.
    pub binary: bool,
    /// Whether the bytes end in the middle of a character; the broken end is left out.
    pub truncated: bool,
}

impl Decoded<'_> {
    /// The range of the given bytes that a range of the text was read from.
    pub fn to_bytes(&self, span: Span) -> Span {
        match self.encoding {
            Encoding::Utf8 { mark: 0 } => span,
            Encoding::Utf8 { mark } => {
                Span::new(span.start as usize + mark, span.end as usize + mark)
            }
            Encoding::Latin1 => {
                let before = |end: u32| self.text[..end as usize].chars().count();
                Span::new(before(span.start), before(span.end))
            }
            Encoding::Utf16 => {
                let before = |end: u32| 2 + 2 * self.text[..end as usize].encode_utf16().count();
                Span::new(before(span.start), before(span.end))
            }
        }
    }

    /// Whether places in the text are places in the bytes as they are.
    pub fn is_direct(&self) -> bool {
        self.encoding == Encoding::Utf8 { mark: 0 }
    }
}

/// Reads bytes as UTF-8, UTF-16 with a mark, or else Latin-1.
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let [first @ (0xFF | 0xFE), second @ (0xFF | 0xFE), rest @ ..] = bytes
        && first != second
    {
        let little = *first == 0xFF;
        let units = rest.chunks_exact(2).map(|pair| {
            if little {
                u16::from_le_bytes([pair[0], pair[1]])
            } else {
                u16::from_be_bytes([pair[0], pair[1]])
            }
        });
        let text: String = char::decode_utf16(units)
            .map(|unit| unit.unwrap_or('\u{FFFD}'))
            .collect();
        return Decoded {
            binary: is_binary(text.as_bytes()),
            text: Cow::Owned(text),
            encoding: Encoding::Utf16,
            truncated: rest.len() % 2 == 1,
        };
    }
    let mark = if bytes.starts_with(&[0xEF, 0xBB, 0xBF]) {
        3
    } else {
        0
    };
    let body = &bytes[mark..];
    let binary = is_binary(body);
    match std::str::from_utf8(body) {
        Ok(text) => Decoded {
            text: Cow::Borrowed(text),
            encoding: Encoding::Utf8 { mark },
            binary,
            truncated: false,
        },
        // Only the last character is broken: the record was cut off.
        Err(error) if error.error_len().is_none() => {
            let text = std::str::from_utf8(&body[..error.valid_up_to()]).unwrap_or_default();
            Decoded {
                text: Cow::Borrowed(text),
                encoding: Encoding::Utf8 { mark },
                binary,
                truncated: true,
            }
        }
        Err(_) => {
            let text: String = bytes.iter().map(|byte| windows_1252(*byte)).collect();
            Decoded {
                text: Cow::Owned(text),
                encoding: Encoding::Latin1,
                binary,
                truncated: false,
            }
        }
    }
}

/// Whether bytes are no text: a NUL, or many control characters near the start.
fn is_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(8192)];
    let control = head
        .iter()
        .filter(|byte| {
            **byte < 0x20
                && !matches!(
                    **byte,
                    b'\t' | b'\n' | b'\r' | 0x0C | 0x0B | 0x1C | 0x1E | 0x1F
                )
        })
        .count();
    head.contains(&0) || control * 20 > head.len()
}

/// A byte of Windows-1252; the five bytes it leaves open are read as Latin-1.
fn windows_1252(byte: u8) -> char {
    const HIGH: [u16; 32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
        0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ];
    match byte {
        0x80..=0x9F => char::from_u32(u32::from(HIGH[usize::from(byte - 0x80)]))
            .unwrap_or(char::REPLACEMENT_CHARACTER),
        _ => char::from(byte),
    }
}
