//! What codes of a font stand for, as its own table says. Ranges stay ranges: a wide one costs nothing.

use super::content::{Element, Operand, Operations};
use super::letters;

/// Entries of one table that are read.
const MOST_ENTRIES: usize = 200_000;

/// Codes to text.
#[derive(Default)]
pub(super) struct ToUnicode {
    /// First and last code, and the text of the first; of the others the last unit counts up. Sorted by the first code.
    ranges: Vec<(u32, u32, Vec<u16>)>,
    /// The lengths of codes in bytes that are declared, by their first and last code.
    pub(super) spaces: Vec<(u32, u32, usize)>,
}

impl ToUnicode {
    /// Reads a table.
    pub(super) fn read(bytes: &[u8]) -> Self {
        let mut map = Self::default();
        let mut content = Operations::new(bytes);
        while let Some(word) = content.step() {
            if map.ranges.len() > MOST_ENTRIES {
                break;
            }
            match word {
                b"endcodespacerange" => {
                    for pair in content.operands.chunks_exact(2) {
                        if let [Operand::Text(low), Operand::Text(high)] = pair {
                            map.spaces.push((code(low), code(high), low.len()));
                        }
                    }
                }
                b"endbfchar" => {
                    for pair in content.operands.chunks_exact(2) {
                        if let [Operand::Text(from), Operand::Text(to)] = pair {
                            map.ranges.push((code(from), code(from), units(to)));
                        }
                    }
                }
                b"endbfrange" => content
                    .operands
                    .chunks_exact(3)
                    .for_each(|range| map.range(range)),
                _ => {}
            }
        }
        map.ranges.sort_by_key(|(first, ..)| *first);
        map
    }

    fn range(&mut self, range: &[Operand<'_>]) {
        let [Operand::Text(low), Operand::Text(high), to] = range else {
            return;
        };
        let (low, high) = (code(low), code(high));
        match to {
            Operand::Text(to) if low <= high => self.ranges.push((low, high, units(to))),
            Operand::Array(elements) => {
                let texts = elements.iter().filter_map(|element| match element {
                    Element::Text(text) => Some(text),
                    Element::Shift(_) => None,
                });
                for (code, text) in (low..=high).zip(texts) {
                    self.ranges.push((code, code, units(text)));
                }
            }
            _ => {}
        }
    }

    /// The text of a code.
    pub(super) fn text(&self, code: u32) -> Option<String> {
        let after = self.ranges.partition_point(|(first, ..)| *first <= code);
        // A later range may begin within a wide earlier one.
        let near = self.ranges[..after].iter().rev().take(8);
        let (first, _, units) = near.into_iter().find(|(_, last, _)| code <= *last)?;
        let mut units = units.clone();
        let last = units.last_mut()?;
        *last = last.wrapping_add(u16::try_from(code - first).ok()?);
        let text: String = char::decode_utf16(units)
            .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect();
        Some(letters::plain(&text))
    }

    /// Whether anything is in it.
    pub(super) fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }
}

/// Up to four bytes as a number.
pub(super) fn code(bytes: &[u8]) -> u32 {
    let tail = &bytes[bytes.len().saturating_sub(4)..];
    tail.iter()
        .fold(0, |code, byte| code << 8 | u32::from(*byte))
}

fn units(bytes: &[u8]) -> Vec<u16> {
    match bytes {
        [one] => vec![u16::from(*one)],
        _ => bytes
            .chunks_exact(2)
            .take(16)
            .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_ranges_and_lists_are_read() {
        let map = ToUnicode::read(
            b"1 begincodespacerange <0000> <FFFF> endcodespacerange
              2 beginbfchar <0001> <2265> <0002> <00660069> endbfchar
              2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0078> <0079>] endbfrange
              1 beginbfrange <00010000> <FFFFFFFF> <0041> endbfrange",
        );
        let text = |code| map.text(code);
        assert_eq!(text(1).as_deref(), Some("\u{2265}"));
        assert_eq!(text(2).as_deref(), Some("fi"));
        assert_eq!(text(0x12).as_deref(), Some("C"));
        assert_eq!(text(0x21).as_deref(), Some("y"));
        assert_eq!(text(0x13), None);
        assert_eq!(map.spaces, [(0, 0xFFFF, 2)]);
    }
}
