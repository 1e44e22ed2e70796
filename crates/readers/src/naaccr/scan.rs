//! Patients in XML: elements by their place, items by their names, and nothing else.
//!
//! No document type is read and no entity is expanded beyond the five of XML and references to characters. What is not read costs no memory,
//! however deep it is nested.

use super::items::Items;
use super::odd::{BROKEN, DEEP, ENTITY, MANY, MISPLACED, NAMES_DIFFER, NESTED, Odd};
use super::plain::Plain;
use her2_knowledge::{RegistryItem, RegistryParent};
use memchr::memmem;
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::borrow::Cow;
use std::ops::Range;

/// How often a search for the next patient is taken up again after something that is not well formed.
const RESUMPTIONS: usize = 64;
/// Elements deeper than this are told about.
const DEPTH: u32 = 32;
/// Tumours of one patient that are read.
const TUMORS: usize = 256;

/// A patient with the items that are read.
pub(super) struct Patient<'a> {
    /// Where the patient stands in the text.
    pub(super) range: Range<usize>,
    /// The items of the patient.
    pub(super) items: Items<'a>,
    /// The items of each tumour.
    pub(super) tumors: Vec<Items<'a>>,
    /// How many items are not read.
    pub(super) other_items: u32,
    /// How many other elements are not read.
    pub(super) other_elements: u32,
    /// What is odd, once each: name, weight, and what it is.
    pub(super) odd: Vec<Odd>,
}

impl Patient<'_> {
    fn at(start: usize) -> Self {
        Self {
            range: start..start,
            items: Items::new(),
            tumors: Vec::new(),
            other_items: 0,
            other_elements: 0,
            odd: Vec::new(),
        }
    }

    fn odd(&mut self, odd: Odd) {
        if self.odd.iter().all(|held| held.0 != odd.0) {
            self.odd.push(odd);
        }
    }
}

/// Where the scan stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Outside,
    Patient,
    Tumor,
}

/// The names of the elements, with the prefix of the root.
struct Names {
    patient: String,
    tumor: String,
    item: String,
    plain: Plain,
}

/// An item that is being read.
struct Open<'a> {
    item: Option<RegistryItem>,
    start: usize,
    text: Cow<'a, str>,
    /// Where the text stands, if it stands there as it is.
    range: Option<Range<usize>>,
    usable: bool,
}

/// Reads every patient from `from` on, in order.
pub(super) fn patients<'a>(
    text: &'a str,
    from: usize,
    prefix: &str,
    each: &mut dyn FnMut(Patient<'a>),
) {
    let named = |name: &str| format!("{prefix}{name}");
    let names = Names {
        patient: named("Patient"),
        tumor: named("Tumor"),
        item: named("Item"),
        plain: Plain::new(&named("Item")),
    };
    let next = memmem::Finder::new(names.patient.as_bytes());
    let mut from = from;
    for _ in 0..RESUMPTIONS {
        let mut scan = Scan {
            text,
            base: from,
            names: &names,
            level: Level::Outside,
            skipped: 0,
            patient: Patient::at(from),
            tumor: None,
            open: None,
        };
        let Some(broken_at) = scan.run(each) else {
            return;
        };
        // The next element that looks like a patient begins after what is broken.
        let rest = &text.as_bytes()[broken_at..];
        let mut found = next.find_iter(rest);
        let start = found.find(|at| *at > 0 && rest[at - 1] == b'<');
        let Some(start) = start else { return };
        from = broken_at + start - 1;
    }
}

struct Scan<'a, 'n> {
    text: &'a str,
    /// Where the reader of events began.
    base: usize,
    names: &'n Names,
    level: Level,
    /// How many elements deep the scan is in what is not read.
    skipped: u32,
    patient: Patient<'a>,
    tumor: Option<Items<'a>>,
    open: Option<Open<'a>>,
}

impl<'a> Scan<'a, '_> {
    /// Reads until the end; gives a place if what follows is not well formed.
    fn run(&mut self, each: &mut dyn FnMut(Patient<'a>)) -> Option<usize> {
        let began = self.base;
        let mut reader = self.reader();
        let end = |reader: &Reader<&[u8]>, base: usize| {
            // Positions are within the text, which is in memory.
            base + usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX - base)
        };
        loop {
            let mut before = end(&reader, self.base);
            if self.plain_items(&mut before) {
                self.base = before;
                reader = self.reader();
            }
            let event = reader.read_event();
            match event {
                Ok(Event::Start(start)) => {
                    let after = end(&reader, self.base);
                    self.start(&start, before, after, each);
                }
                Ok(Event::End(name)) => {
                    let after = end(&reader, self.base);
                    self.end(name.name().as_ref(), before, after, each);
                }
                Ok(Event::Text(text)) => {
                    if self.open.is_some() && self.skipped == 0 {
                        self.text(text.into_inner(), before);
                    }
                }
                Ok(Event::CData(text)) => {
                    if self.open.is_some() && self.skipped == 0 {
                        self.text(text.into_inner(), before + "<![CDATA[".len());
                    }
                }
                Ok(Event::GeneralRef(name)) => self.reference(&name),
                Ok(Event::Empty(start)) => {
                    let after = end(&reader, self.base);
                    self.empty(&start, before, after, each);
                }
                Ok(Event::Eof) => {
                    self.finish_broken(before, each);
                    return None;
                }
                Ok(_) => {}
                Err(_) => {
                    let at = end(&reader, self.base).min(self.text.len());
                    self.finish_broken(at, each);
                    return Some(before.max(began + 1).min(self.text.len()));
                }
            }
        }
    }

    /// The events from here on. Elements are matched with their ends here, so it does not matter where it begins.
    fn reader(&self) -> Reader<&'a [u8]> {
        let mut reader = Reader::from_str(&self.text[self.base..]);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        reader
    }

    /// Reads the plain items that follow each other here, and moves behind them if there are any.
    fn plain_items(&mut self, at: &mut usize) -> bool {
        let before = *at;
        if self.level == Level::Outside || self.skipped > 0 || self.open.is_some() {
            return false;
        }
        while let Some(plain) = self.names.plain.next(self.text, *at) {
            *at = plain.end;
            let item = RegistryItem::of_id(plain.id.as_bytes());
            if let Some(item) = self.placed(item) {
                let (text, space) = trimmed(plain.text);
                let start = plain.start + space;
                self.add(item, Cow::Borrowed(text), start..start + text.len());
            }
        }
        *at > before
    }

    fn start(
        &mut self,
        start: &BytesStart<'a>,
        before: usize,
        after: usize,
        each: &mut dyn FnMut(Patient<'a>),
    ) {
        let name = start.name();
        let name = name.as_ref();
        if name == self.names.item && self.skipped == 0 && self.level != Level::Outside {
            if let Some(open) = &mut self.open {
                open.usable = false;
                self.skipped = 1;
                self.patient.odd(NESTED);
                return;
            }
            self.open = Some(Open {
                item: self.item_of(start),
                start: after,
                text: Cow::Borrowed(""),
                range: None,
                usable: true,
            });
            return;
        }
        if name == self.names.patient {
            // A patient does not stand in a patient: the one before has no end.
            self.finish_broken(before, each);
            self.level = Level::Patient;
            self.patient = Patient::at(before);
            return;
        }
        if self.skipped > 0 || self.open.is_some() {
            if let Some(open) = &mut self.open {
                open.usable = false;
                self.patient.odd(NESTED);
            }
            self.skipped = self.skipped.saturating_add(1);
            if self.skipped == DEPTH {
                self.patient.odd(DEEP);
            }
            return;
        }
        match self.level {
            Level::Patient if name == self.names.tumor => {
                self.level = Level::Tumor;
                self.tumor = Some(Items::new());
            }
            Level::Patient | Level::Tumor => {
                self.patient.other_elements = self.patient.other_elements.saturating_add(1);
                self.skipped = 1;
            }
            Level::Outside => {}
        }
    }

    fn empty(
        &mut self,
        start: &BytesStart<'a>,
        before: usize,
        after: usize,
        each: &mut dyn FnMut(Patient<'a>),
    ) {
        let name = start.name();
        let name = name.as_ref();
        if name == self.names.patient && self.skipped == 0 {
            self.finish_broken(before, each);
            self.patient = Patient::at(before);
            self.level = Level::Patient;
            self.finish(after, each);
        } else if self.level == Level::Patient && name == self.names.tumor && self.skipped == 0 {
            self.add_tumor(Items::new());
        }
        // Any other element without content says nothing; in an item it stands for no text.
    }

    fn end(&mut self, name: &str, before: usize, after: usize, each: &mut dyn FnMut(Patient<'a>)) {
        if name == self.names.patient && self.level != Level::Outside {
            if self.skipped > 0 || self.open.is_some() || self.level == Level::Tumor {
                self.finish_broken(after, each);
            } else {
                self.finish(after, each);
            }
            return;
        }
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        if let Some(open) = self.open.take() {
            if name == self.names.item {
                self.close(open, before);
            } else {
                self.patient.odd(BROKEN);
                // Nothing of the tumour can be trusted any more.
                self.tumor = self.tumor.take().map(|_| Items::new());
            }
            return;
        }
        if self.level == Level::Tumor && name == self.names.tumor {
            self.level = Level::Patient;
            if let Some(tumor) = self.tumor.take() {
                self.add_tumor(tumor);
            }
        } else if self.level != Level::Outside {
            self.patient.odd(BROKEN);
        }
    }

    fn add_tumor(&mut self, tumor: Items<'a>) {
        if self.patient.tumors.len() < TUMORS {
            self.patient.tumors.push(tumor);
        } else {
            self.patient.odd(MANY);
        }
    }

    /// The item that is meant, if it is one that is read and stands where it belongs.
    fn item_of(&mut self, start: &BytesStart<'_>) -> Option<RegistryItem> {
        let name_length = self.names.item.len();
        let attributes = &start[name_length..];
        let id = attributes.strip_prefix(" naaccrId=\"");
        let item = match id.and_then(|id| id.strip_suffix('"')) {
            Some(id) if !id.contains(['"', '&']) => RegistryItem::of_id(id.as_bytes()),
            _ => self.item_of_attributes(start),
        };
        self.placed(item)
    }

    /// The item, if it is one that is read and stands where it belongs.
    fn placed(&mut self, item: Option<RegistryItem>) -> Option<RegistryItem> {
        let Some(item) = item else {
            self.patient.other_items = self.patient.other_items.saturating_add(1);
            return None;
        };
        if item.parent() == RegistryParent::Tumor && self.level == Level::Patient {
            self.patient.odd(MISPLACED);
            return None;
        }
        Some(item)
    }

    fn item_of_attributes(&mut self, start: &BytesStart<'_>) -> Option<RegistryItem> {
        let (mut id, mut number) = (None, None);
        for attribute in start.attributes().with_checks(false).flatten() {
            match attribute.key.as_ref() {
                "naaccrId" => id = RegistryItem::of_id(attribute.value.trim().as_bytes()).or(id),
                "naaccrNum" => {
                    let of = attribute.value.trim().parse().ok();
                    number = of.and_then(RegistryItem::of_number).or(number);
                }
                _ => {}
            }
        }
        if let (Some(id), Some(number)) = (id, number)
            && id != number
        {
            self.patient.odd(NAMES_DIFFER);
            return None;
        }
        id.or(number)
    }

    /// A run of text of the open item.
    fn text(&mut self, text: Cow<'a, str>, at: usize) {
        let Some(open) = &mut self.open else { return };
        if open.item.is_none() {
            return;
        }
        if open.text.is_empty() {
            open.range = Some(at..at + text.len());
            open.text = text;
        } else {
            open.range = None;
            open.text.to_mut().push_str(&text);
        }
    }

    /// A reference in the open item: to a character, or to one of the five entities of XML.
    fn reference(&mut self, name: &BytesRef<'a>) {
        let Some(open) = &mut self.open else { return };
        if open.item.is_none() || self.skipped > 0 {
            return;
        }
        let character = match &**name {
            "lt" => Some('<'),
            "gt" => Some('>'),
            "amp" => Some('&'),
            "apos" => Some('\''),
            "quot" => Some('"'),
            _ => name.resolve_char_ref().ok().flatten(),
        };
        match character {
            Some(character) => {
                open.range = None;
                // The range is told by `None` even where the reference comes first.
                open.text.to_mut().push(character);
            }
            None => {
                open.usable = false;
                self.patient.odd(ENTITY);
            }
        }
    }

    fn close(&mut self, open: Open<'a>, end: usize) {
        let (Some(item), true) = (open.item, open.usable) else {
            return;
        };
        let (text, range) = match open.range {
            Some(range) => {
                let (trimmed, before) = trimmed(&open.text);
                let length = trimmed.len();
                let text = match open.text {
                    Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
                    Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
                };
                let start = range.start + before;
                (text, start..start + length)
            }
            None => (Cow::Owned(open.text.trim().to_owned()), open.start..end),
        };
        self.add(item, text, range);
    }

    fn add(&mut self, item: RegistryItem, text: Cow<'a, str>, range: Range<usize>) {
        match (item.parent(), &mut self.tumor) {
            (RegistryParent::Tumor, Some(tumor)) => tumor.add(item, text, range),
            _ => self.patient.items.add(item, text, range),
        }
    }

    /// A patient that is complete.
    fn finish(&mut self, end: usize, each: &mut dyn FnMut(Patient<'a>)) {
        let mut patient = std::mem::replace(&mut self.patient, Patient::at(end));
        patient.range.end = end;
        self.level = Level::Outside;
        self.skipped = 0;
        self.open = None;
        self.tumor = None;
        each(patient);
    }

    /// A patient that is not: what is complete of it counts.
    fn finish_broken(&mut self, end: usize, each: &mut dyn FnMut(Patient<'a>)) {
        if self.level != Level::Outside {
            self.patient.odd(BROKEN);
            self.finish(end, each);
        }
    }
}

/// The text without space around it, and how many bytes stood before it.
fn trimmed(text: &str) -> (&str, usize) {
    let from_start = text.trim_start();
    (from_start.trim_end(), text.len() - from_start.len())
}
