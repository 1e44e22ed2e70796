//! Escape sequences of values undone.

use super::message::Delimiters;

/// A value as it is meant. Formatting becomes lines; sequences of other character sets are left out, unknown ones stay as they stand.
pub(super) fn unescaped(text: &str, delimiters: Delimiters) -> String {
    let escape = char::from(delimiters.escape);
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(escape) {
        plain.push_str(&rest[..at]);
        let after = &rest[at + 1..];
        // A sequence is short and on one line, save for bytes written out.
        let end = after.find(escape).filter(|end| *end <= 512);
        match end.and_then(|end| sequence(&after[..end], delimiters)) {
            Some(meant) => {
                plain.push_str(&meant);
                rest = &after[end.map_or(0, |end| end + 1)..];
            }
            None => {
                plain.push(escape);
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// What a sequence stands for; nothing if it is none.
fn sequence(inner: &str, delimiters: Delimiters) -> Option<String> {
    let one = |byte: u8| Some(char::from(byte).to_string());
    match inner {
        "F" => return one(delimiters.field),
        "S" => return one(delimiters.component),
        "T" => return one(delimiters.part),
        "R" => return one(delimiters.repetition),
        "E" => return one(delimiters.escape),
        "P" => return Some("#".to_owned()),
        "H" | "N" => return Some(String::new()),
        _ => {}
    }
    if let Some(command) = inner.strip_prefix('.') {
        let name: String = command
            .chars()
            .take_while(char::is_ascii_alphabetic)
            .collect();
        let number = command[name.len()..]
            .trim()
            .trim_start_matches('+')
            .parse()
            .unwrap_or(1_usize);
        return match name.to_ascii_lowercase().as_str() {
            "br" | "ce" | "nf" | "fi" => Some("\n".to_owned()),
            "sp" => Some("\n".repeat(number.clamp(1, 20))),
            "sk" => Some(" ".repeat(number.clamp(1, 80))),
            "in" | "ti" => Some(String::new()),
            _ => None,
        };
    }
    let digits = |text: &str| {
        !text.is_empty()
            && text
                .bytes()
                .all(|byte| byte.is_ascii_hexdigit() || byte == b' ')
    };
    if let Some(hex) = inner.strip_prefix(['X', 'x']).filter(|hex| digits(hex)) {
        let digits: Vec<u8> = hex.bytes().filter(|byte| *byte != b' ').collect();
        let bytes: Vec<u8> = digits
            .chunks(2)
            .filter_map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
            .collect();
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => error
                .as_bytes()
                .iter()
                .map(|byte| char::from(*byte))
                .collect(),
        };
        return Some(text.replace("\r\n", "\n").replace('\r', "\n"));
    }
    let is_set = inner.starts_with(['C', 'M']) && digits(&inner[1..]);
    let is_local = inner.starts_with('Z') && inner.len() <= 8;
    (is_set || is_local).then(String::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sequences_are_undone() {
        let usual = Delimiters {
            field: b'|',
            component: b'^',
            repetition: b'~',
            escape: b'\\',
            part: b'&',
        };
        for (given, meant) in [
            ("ER \\T\\ PR", "ER & PR"),
            ("a\\F\\b\\S\\c\\R\\d\\E\\e", "a|b^c~d\\e"),
            ("HER2:\\.br\\3+", "HER2:\n3+"),
            ("\\H\\HER2\\N\\ 2+", "HER2 2+"),
            ("a\\X0D0A\\b\\XC3A4\\", "a\nbä"),
            ("\\C2842\\x\\M2442\\", "x"),
            ("1\\.sp2\\2", "1\n\n2"),
            ("C:\\neu 3+", "C:\\neu 3+"),
            ("a \\b c\\ d", "a \\b c\\ d"),
            ("end\\", "end\\"),
        ] {
            assert_eq!(unescaped(given, usual), meant, "{given}");
        }
    }
}
