//! Attachments as they are packed into messages. Space and line ends in them do not count.

/// The bytes of base64, of its usual alphabet or the one for addresses; nothing if there is anything else.
pub(super) fn decoded(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0_u32);
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => break,
            _ if byte.is_ascii_whitespace() => continue,
            // Formatting that a sender put at the ends of lines.
            b'\\' => {
                rest.find(|byte| *byte == b'\\')?;
                continue;
            }
            _ => return None,
        };
        held = held << 6 | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xFF).ok()?);
            held &= (1 << bits) - 1;
        }
    }
    rest.all(|byte| byte == b'=' || byte.is_ascii_whitespace())
        .then_some(bytes)
}

/// The bytes of pairs of hexadecimal digits.
pub(super) fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> = text
        .bytes()
        .filter(|byte| !byte.is_ascii_whitespace())
        .collect();
    digits
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_bytes_are_unpacked() {
        assert_eq!(decoded("SEVSMiAzKw=="), Some(b"HER2 3+".to_vec()));
        assert_eq!(decoded("SEVS\r\nMiAz\\.br\\Kw"), Some(b"HER2 3+".to_vec()));
        assert_eq!(decoded("SE*S"), None);
        assert_eq!(from_hex("48 45"), Some(b"HE".to_vec()));
        assert_eq!(from_hex("4G"), None);
    }
}
