//! Parts of content that say which text they stand for.

use super::content::{Operand, Operations};
use super::letters;

/// The text that a marked part says it stands for.
pub(super) fn actual_text(dictionary: &[u8]) -> Option<String> {
    let key = memchr::memmem::find(dictionary, b"/ActualText")?;
    let mut value = Operations::new(&dictionary[key + b"/ActualText".len()..]);
    // A dictionary has no operators: what stands before its end are the operands.
    while value.step().is_some() {}
    let Some(Operand::Text(bytes)) = value.operands.first() else {
        return None;
    };
    let text = match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(units) => char::decode_utf16(
            units
                .chunks_exact(2)
                .map(|pair| u16::from_be_bytes([pair[0], pair[1]])),
        )
        .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect(),
        None => String::from_utf8_lossy(bytes).into_owned(),
    };
    Some(letters::plain(&text))
}
