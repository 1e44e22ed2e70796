//! Days as FHIR writes them: the civil day as written, whatever the zone; a month or a year alone is no day.

use super::shape::Period;
use super::token::Text;
use her2_case::{Fact, Origin};
use jiff::civil::Date;

/// The day of a date or an instant.
pub(super) fn day(text: Text<'_>) -> Option<Date> {
    let plain = text.plain()?;
    let day = plain.get(..10)?;
    let rest = plain.as_bytes().get(10);
    let whole = rest.is_none_or(|byte| *byte == b'T');
    whole.then(|| day.parse().ok()).flatten()
}

/// The same with its place.
pub(super) fn dated(text: Option<Text<'_>>, whole: &str) -> Option<Fact<Date>> {
    let text = text?;
    let date = day(text)?;
    let mut span = text.span(whole);
    span.end = span.end.min(span.start + 10);
    Some(Fact::new(date, Origin::span(span)))
}

/// The first day of a period, or its last one where no first is given.
pub(super) fn of_period<'a>(period: Option<&Period<'a>>) -> Option<Text<'a>> {
    let period = period?;
    period.start.or(period.end)
}
