//! The items of one patient or tumour: what stands in them, and where.

use her2_knowledge::RegistryItem;
use std::borrow::Cow;
use std::ops::Range;

/// About as many items of a tumour are read.
const USUAL: usize = 48;

/// What stands in an item.
pub(super) struct Value<'a> {
    /// The text, without space around it.
    pub(super) text: Cow<'a, str>,
    /// Where it stands in the text of the piece.
    pub(super) range: Range<usize>,
    /// Whether another item of the same name says something else.
    pub(super) disputed: bool,
}

/// The items that are read, by name.
pub(super) struct Items<'a> {
    /// The position of an item among the values and 1, or 0.
    at: [u8; RegistryItem::ALL.len()],
    values: Vec<(RegistryItem, Value<'a>)>,
}

impl<'a> Items<'a> {
    pub(super) fn new() -> Self {
        Self {
            at: [0; RegistryItem::ALL.len()],
            values: Vec::new(),
        }
    }

    /// Adds a value. Blank is the same as absent. The same again adds nothing; another value makes the item disputed.
    pub(super) fn add(&mut self, item: RegistryItem, text: Cow<'a, str>, range: Range<usize>) {
        if text.is_empty() {
            return;
        }
        let at = &mut self.at[item as usize];
        if *at == 0 {
            if self.values.is_empty() {
                self.values.reserve(USUAL);
            }
            let value = Value {
                text,
                range,
                disputed: false,
            };
            self.values.push((item, value));
            // There are fewer items than 255, and each has one value.
            *at = u8::try_from(self.values.len()).unwrap_or(0);
            return;
        }
        let (_, held) = &mut self.values[usize::from(*at) - 1];
        held.disputed |= held.text != text;
    }

    /// The value of an item.
    pub(super) fn get(&self, item: RegistryItem) -> Option<&Value<'a>> {
        let at = usize::from(self.at[item as usize]).checked_sub(1)?;
        Some(&self.values[at].1)
    }
}
