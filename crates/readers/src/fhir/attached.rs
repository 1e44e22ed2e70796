//! Text out of its wrapping: base64, and the XHTML of narratives.

/// The most bytes that are unwrapped of one attachment.
pub(super) const LARGEST: usize = 20_000_000;

/// Bytes from base64, with either alphabet and with space between. Nothing if it is none, or too large.
pub(super) fn base64(text: &str) -> Option<Vec<u8>> {
    if text.len() / 4 * 3 > LARGEST {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0_u32);
    let mut ended = false;
    for byte in text.bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => {
                ended = true;
                continue;
            }
            b' ' | b'\t' | b'\r' | b'\n' => continue,
            _ => return None,
        };
        if ended {
            return None;
        }
        held = held << 6 | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xff).expect("eight bits are a byte"));
        }
    }
    Some(bytes)
}

/// The words of XHTML: tags left out, a line for each block, the five entities of XML and characters by number. Nothing is looked up.
pub(super) fn plain(markup: &str) -> String {
    let mut text = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some(at) = memchr::memchr2(b'<', b'&', rest.as_bytes()) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        if rest.starts_with('&') {
            let length = entity(rest, &mut text);
            rest = &rest[length..];
            continue;
        }
        let Some(end) = memchr::memchr(b'>', rest.as_bytes()) else {
            // No tag after all.
            text.push_str(rest);
            return text;
        };
        let tag = rest[1..end].trim_start_matches('/');
        let name = tag
            .split(|letter: char| !letter.is_ascii_alphanumeric())
            .next();
        let name = name.unwrap_or_default().to_ascii_lowercase();
        match name.as_str() {
            "br" | "p" | "div" | "tr" | "li" | "ul" | "ol" | "table" | "tbody" | "thead" | "h1"
            | "h2" | "h3" | "h4" | "h5" | "h6" | "pre" | "blockquote" | "section"
                if !text.ends_with('\n') =>
            {
                text.push('\n');
            }
            "td" | "th" if rest.starts_with("</") => text.push_str("  "),
            _ => {}
        }
        rest = &rest[end + 1..];
        if matches!(name.as_str(), "style" | "script") && !tag.ends_with('/') {
            let close = format!("</{name}");
            let after = memchr::memmem::find(rest.as_bytes(), close.as_bytes());
            rest = after.map_or("", |at| &rest[at..]);
        }
    }
    text.push_str(rest);
    text
}

/// One entity at the start of a text: how long it is.
fn entity(rest: &str, text: &mut String) -> usize {
    let end = rest
        .as_bytes()
        .iter()
        .take(12)
        .position(|byte| *byte == b';');
    let Some(end) = end else {
        text.push('&');
        return 1;
    };
    let name = &rest[1..end];
    let letter = match name {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        "ge" => Some('\u{2265}'),
        "le" => Some('\u{2264}'),
        "ndash" | "mdash" => Some('-'),
        _ => {
            let number = name.strip_prefix('#');
            number.and_then(|number| {
                let code = match number.strip_prefix(['x', 'X']) {
                    Some(hex) => u32::from_str_radix(hex, 16).ok(),
                    None => number.parse().ok(),
                };
                char::from_u32(code?).map(|letter| if letter == '\u{a0}' { ' ' } else { letter })
            })
        }
    };
    match letter {
        Some(letter) => {
            text.push(letter);
            end + 1
        }
        None => {
            text.push('&');
            1
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_read_in_either_alphabet() {
        assert_eq!(base64("SEVSMjog\nMys="), Some(b"HER2: 3+".to_vec()));
        assert_eq!(base64("-_8"), Some(vec![0xfb, 0xff]));
        assert_eq!(base64("not base64!"), None);
    }

    #[test]
    fn the_words_of_a_narrative_are_left() {
        let div = "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>HER2 &amp; ER</p><table><tr><td>ratio</td><td>&lt;1.8</td></tr></table></div>";
        assert_eq!(plain(div).trim(), "HER2 & ER\nratio  <1.8");
        assert_eq!(plain("a < b & c &lol; d"), "a < b & c &lol; d");
    }
}
