//! What a tumour's items say, one by one: the meaning of a code with its place, and what is odd about it.

use super::items::Items;
use super::path_of;
use her2_case::{Amount, Fact, Origin, Problem, Record, Severity, Span};
use her2_knowledge::{RegistryItem, RegistryMeaning};
use jiff::civil::Date;

/// A record while it is made from the items of a tumour.
pub(super) struct Told<'i, 'a> {
    pub(super) record: Record,
    items: &'i Items<'a>,
    /// Where the text of the record begins in the text that was scanned.
    base: usize,
    /// The number of the tumour, from 1.
    pub(super) number: usize,
    /// When it was diagnosed, as far as that is known.
    pub(super) year: Option<i16>,
}

/// A meaning with its place.
pub(super) type Meant = (RegistryMeaning, Origin);

impl<'i, 'a> Told<'i, 'a> {
    pub(super) fn new(record: Record, items: &'i Items<'a>, base: usize, number: usize) -> Self {
        let mut told = Self {
            record,
            items,
            base,
            number,
            year: None,
        };
        let date = told.items.get(RegistryItem::DateOfDiagnosis);
        told.year = date.and_then(|date| date.text.get(..4)?.parse().ok());
        told
    }

    /// Whether the item holds anything.
    pub(super) fn has(&self, item: RegistryItem) -> bool {
        self.items.get(item).is_some()
    }

    /// The text of an item by which its tumour is told apart from others.
    pub(super) fn plain(&self, item: RegistryItem) -> Option<&'i str> {
        let value = self.items.get(item).filter(|value| !value.disputed)?;
        Some(&value.text)
    }

    /// The text of an item and its place.
    pub(super) fn text(&mut self, item: RegistryItem) -> Option<(&'i str, Origin)> {
        let items = self.items;
        let value = items.get(item)?;
        let range = &value.range;
        let span = Span::new(range.start - self.base, range.end - self.base);
        let origin = Origin::span(span);
        if value.disputed {
            self.odd(
                "item-repeated",
                Severity::Warning,
                item,
                "stands more than once with different values; it was not read",
                origin,
            );
            return None;
        }
        self.record.paths.add(span, path_of(self.number, item));
        Some((&value.text, origin))
    }

    /// What the code of an item means. A code that the item does not have gives nothing but a problem.
    pub(super) fn meaning(&mut self, item: RegistryItem) -> Option<Meant> {
        let (text, origin) = self.text(item)?;
        self.meaning_of(item, text, origin)
    }

    /// The same for a code that was taken out of what stands around it.
    pub(super) fn meaning_of(
        &mut self,
        item: RegistryItem,
        code: &str,
        origin: Origin,
    ) -> Option<Meant> {
        match item.meaning(code) {
            Some(RegistryMeaning::Unknown) => None,
            Some(meaning) => Some((meaning, origin)),
            None => {
                self.not_valid(item, origin);
                None
            }
        }
    }

    /// The amount of an item, if it has one.
    pub(super) fn amount(&mut self, item: RegistryItem) -> Option<Fact<Amount>> {
        match self.meaning(item)? {
            (RegistryMeaning::Amount(amount), origin) => Some(Fact::new(amount, origin)),
            _ => None,
        }
    }

    /// The whole number of an item.
    pub(super) fn count(&mut self, item: RegistryItem) -> Option<Fact<u32>> {
        let amount = self.amount(item)?;
        let number = amount.value.exact()?.to_whole()?;
        Some(amount.with(number))
    }

    /// The answer of an item of yes or no.
    pub(super) fn yes(&mut self, item: RegistryItem) -> Option<Fact<bool>> {
        match self.meaning(item)? {
            (RegistryMeaning::YesNo(yes), origin) => Some(Fact::new(yes, origin)),
            _ => None,
        }
    }

    /// The day of an item, if all of it is known.
    pub(super) fn day(&mut self, item: RegistryItem) -> Option<Fact<Date>> {
        let (text, origin) = self.text(item)?;
        let found = day(text);
        match found {
            Day::Whole(date) => return Some(Fact::new(date, origin)),
            Day::Part => self.odd(
                "date-incomplete",
                Severity::Note,
                item,
                "gives no whole day; what depends on the day is left open",
                origin,
            ),
            Day::None => self.not_valid(item, origin),
        }
        None
    }

    fn not_valid(&mut self, item: RegistryItem, origin: Origin) {
        self.odd(
            "code-not-valid",
            Severity::Warning,
            item,
            "holds a code that it does not have; it was not read",
            origin,
        );
    }

    /// Says what is odd about an item.
    pub(super) fn odd(
        &mut self,
        code: &'static str,
        severity: Severity,
        item: RegistryItem,
        what: &str,
        origin: Origin,
    ) {
        let (number, id, of) = (self.number, item.id(), item.number());
        self.record.problems.push(Problem {
            code,
            severity,
            message: format!("Tumor {number}, {id} (item {of}) {what}"),
            origin: Some(origin),
        });
    }
}

/// A day as registries write it.
pub(super) enum Day {
    Whole(Date),
    /// A year, or a year and a month.
    Part,
    None,
}

/// `20240229`, or only its beginning where the day or the month is not known.
pub(super) fn day(text: &str) -> Day {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let part = |range: std::ops::Range<usize>| text.get(range)?.parse::<i16>().ok();
    if !digits || part(0..4).is_none_or(|year| !(1850..=2200).contains(&year)) {
        return Day::None;
    }
    let small = |range| part(range).and_then(|part| i8::try_from(part).ok());
    match text.len() {
        4 => Day::Part,
        6 if small(4..6).is_some_and(|month| (1..=12).contains(&month)) => Day::Part,
        8 => {
            let date = || Date::new(part(0..4)?, small(4..6)?, small(6..8)?).ok();
            date().map_or(Day::None, Day::Whole)
        }
        _ => Day::None,
    }
}
