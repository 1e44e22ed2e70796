//! Letters as they are read: ligatures taken apart, signs of symbol fonts by their meaning, and glyphs by their names.

use super::glyphs::named;

/// Text with its ligatures taken apart and its special spaces made plain. Control characters become spaces.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\u{FB00}' => plain.push_str("ff"),
            '\u{FB01}' => plain.push_str("fi"),
            '\u{FB02}' => plain.push_str("fl"),
            '\u{FB03}' => plain.push_str("ffi"),
            '\u{FB04}' => plain.push_str("ffl"),
            '\u{FB05}' | '\u{FB06}' => plain.push_str("st"),
            '\u{00A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{3000}' => plain.push(' '),
            '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}' => {}
            '\u{2010}' | '\u{2011}' => plain.push('-'),
            // Private codes of symbol fonts, which writers shift up by 0xF000.
            '\u{F000}'..='\u{F0FF}' => {
                let code = u8::try_from(u32::from(letter) & 0xFF).unwrap_or(0);
                plain.push(ticked(code).unwrap_or('\u{2022}'));
            }
            letter if letter.is_control() => plain.push(' '),
            letter => plain.push(letter),
        }
    }
    plain
}

/// The boxes and ticks of the fonts that forms are made with.
fn ticked(code: u8) -> Option<char> {
    Some(match code {
        0x52 | 0xFE => '\u{2611}',
        0x54 | 0x53 | 0x78 | 0xFD => '\u{2612}',
        0x6F | 0xA3 | 0x72 | 0xA8 => '\u{2610}',
        0xFC | 0x50 => '\u{2713}',
        _ => return None,
    })
}

/// A sign of a font of signs that has no table of its own.
pub(super) fn sign(font: &[u8], code: u8) -> Option<char> {
    let is = |name: &[u8]| font.windows(name.len()).any(|part| part == name);
    if is(b"Dingbats") {
        return Some(match code {
            0x20 => ' ',
            0x33 => '\u{2713}',
            0x34 => '\u{2714}',
            0x35..=0x38 => '\u{2612}',
            0x6E => '\u{25A0}',
            0x6F..=0x72 => '\u{25A1}',
            _ => '\u{2022}',
        });
    }
    if is(b"Wingdings") || is(b"Webdings") {
        return Some(ticked(code).unwrap_or(if code == 0x20 { ' ' } else { '\u{2022}' }));
    }
    if is(b"Symbol") {
        return Some(match code {
            0x20..=0x40 | 0x5B | 0x5D | 0x7B..=0x7D => char::from(code),
            0x61 => '\u{03B1}',
            0x62 => '\u{03B2}',
            0x67 => '\u{03B3}',
            0x6D => '\u{03BC}',
            0xA3 => '\u{2264}',
            0xB0 => '\u{00B0}',
            0xB1 => '\u{00B1}',
            0xB3 => '\u{2265}',
            0xB4 => '\u{00D7}',
            0xB7 => '\u{2022}',
            0xBB => '\u{2248}',
            0xAE => '\u{2192}',
            _ => return None,
        });
    }
    None
}

/// What a glyph is called, as text: by the names of fonts, `uni2265`, `u1F600`, `f_i`, `a.alt`.
pub(super) fn of_glyph(name: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(name).ok()?;
    let base = text.split('.').next().filter(|base| !base.is_empty())?;
    if base.contains('_') && base.len() > 1 {
        return base
            .split('_')
            .map(|part| of_glyph(part.as_bytes()))
            .collect();
    }
    let hexadecimal = |digits: &str| {
        let is_hex = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        is_hex
            .then(|| u32::from_str_radix(digits, 16).ok())
            .flatten()
    };
    if let Some(digits) = base.strip_prefix("uni")
        && digits.len() >= 4
        && let Some(code) = digits.get(..4).and_then(hexadecimal)
    {
        return char::from_u32(code).map(|letter| plain(letter.encode_utf8(&mut [0; 4])));
    }
    if let Some(digits) = base.strip_prefix('u').filter(|digits| digits.len() >= 4)
        && let Some(code) = hexadecimal(digits)
    {
        return char::from_u32(code).map(|letter| plain(letter.encode_utf8(&mut [0; 4])));
    }
    named(base).map(|letter| plain(letter.encode_utf8(&mut [0; 4])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_are_known_by_name() {
        for (name, text) in [
            ("A", Some("A")),
            ("greaterequal", Some("\u{2265}")),
            ("fi", Some("fi")),
            ("f_f_i", Some("ffi")),
            ("uni2264", Some("\u{2264}")),
            ("u03BC", Some("\u{03BC}")),
            ("one.oldstyle", Some("1")),
            (".notdef", None),
            ("g17", None),
        ] {
            assert_eq!(of_glyph(name.as_bytes()).as_deref(), text, "{name}");
        }
    }
}
