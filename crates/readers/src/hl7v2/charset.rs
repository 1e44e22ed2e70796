//! The bytes of a message as text, by the character set it names.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::borrow::Cow;

/// The text of a message. What is UTF-8 is read as such, whatever the message says of itself; what is not, by the set it names.
/// The second value is whether characters were lost.
pub(super) fn text(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    let mark = [&b"\xef\xbb\xbf"[..], b"\xff\xfe", b"\xfe\xff"]
        .iter()
        .any(|mark| bytes.starts_with(mark));
    if mark {
        let (text, _, lost) = UTF_8.decode(bytes);
        return (text, lost);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (Cow::Borrowed(text), false);
    }
    let named = named(bytes).filter(|encoding| *encoding != UTF_8);
    let (text, lost) = named
        .unwrap_or(WINDOWS_1252)
        .decode_without_bom_handling(bytes);
    (text, lost)
}

/// The set that MSH-18 names, by the names of table 0211.
fn named(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = memchr::memmem::find(bytes, b"MSH")?;
    let line = &bytes[start..];
    let end = memchr::memchr2(b'\r', b'\n', line).unwrap_or(line.len());
    let line = &line[..end];
    let field = line.split(|byte| Some(byte) == line.get(3)).nth(17)?;
    let repetition = line.get(5).copied().unwrap_or(b'~');
    let first = field
        .split(|byte| *byte == repetition)
        .find(|name| !name.is_empty())?;
    let name = String::from_utf8_lossy(first).trim().to_ascii_uppercase();
    let label = match name.as_str() {
        "ASCII" | "8859/1" | "ISO_IR100" => "windows-1252".to_owned(),
        "UNICODE" | "UNICODE UTF-8" | "UTF-8" | "UTF8" => "utf-8".to_owned(),
        "UNICODE UTF-16" => "utf-16be".to_owned(),
        "ISO IR87" | "ISO IR14" | "ISO IR159" => "iso-2022-jp".to_owned(),
        "GB 18030-2000" => "gb18030".to_owned(),
        "KS X 1001" => "euc-kr".to_owned(),
        "BIG-5" => "big5".to_owned(),
        other => match other.strip_prefix("8859/") {
            Some(part) => format!("iso-8859-{part}"),
            None => other.to_ascii_lowercase(),
        },
    };
    Encoding::for_label(label.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_named_set_is_used_for_what_is_not_utf8() {
        let message = |set: &str, text: &[u8]| {
            let head = format!("MSH|^~\\&|||||||ORU^R01|1|P|2.5.1||||||{set}\rOBX|1|TX|||");
            [head.as_bytes(), text].concat()
        };
        for (set, bytes, expected) in [
            ("8859/1", &b"Gr\xf6\xdfe"[..], "Größe"),
            ("8859/2", b"w\xeaz\xb3y", "węzły"),
            ("", b"Gr\xf6\xdfe", "Größe"),
            ("UNICODE UTF-8", "Größe ≥".as_bytes(), "Größe ≥"),
            ("8859/1", "Größe ≥".as_bytes(), "Größe ≥"),
        ] {
            let bytes = message(set, bytes);
            assert!(text(&bytes).0.ends_with(expected), "{set}");
        }
    }
}
