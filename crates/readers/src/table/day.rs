//! A day as a cell holds it.

use her2_knowledge::DateOrder;
use jiff::civil::Date;

/// A day: year first (`2024-03-15`, `20240315`, with a time behind), or in the order that is said or that only one reading of the numbers allows.
///
/// `05/06/2024` may be two days: without an order it is none.
pub fn day(text: &str, order: Option<DateOrder>) -> Option<Date> {
    let text = text.trim();
    let day = text.split(['T', ' ']).next()?;
    if day.len() == 8 && day.bytes().all(|byte| byte.is_ascii_digit()) {
        return make(number(&day[..4])?, number(&day[4..6])?, number(&day[6..])?);
    }
    let separator = day.chars().find(|mark| matches!(mark, '-' | '/' | '.'))?;
    let mut parts = day.split(separator);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    if first.len() == 4 {
        return make(number(first)?, number(second)?, number(third)?);
    }
    if third.len() != 4 {
        return None;
    }
    let (first, second, year) = (number(first)?, number(second)?, number(third)?);
    // With points the day stands first wherever it is written so.
    let order = order.or((separator == '.').then_some(DateOrder::DayFirst));
    match order {
        Some(DateOrder::DayFirst) => make(year, second, first),
        Some(DateOrder::MonthFirst) => make(year, first, second),
        None if first == second => make(year, first, second),
        None if first > 12 => make(year, second, first),
        None if second > 12 => make(year, first, second),
        None => None,
    }
}

fn number(text: &str) -> Option<i16> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}

fn make(year: i16, month: i16, day: i16) -> Option<Date> {
    let plausible = (1850..=2200).contains(&year);
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Date::new(year, month, day).ok().filter(|_| plausible)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_that_may_be_two_is_none() {
        let meant = Some(date(2024, 6, 25));
        for text in [
            "2024-06-25",
            "2024-6-25",
            "20240625",
            "2024-06-25T10:00:00Z",
            "25.06.2024",
            "25.6.2024",
            "25/06/2024",
            "06/25/2024",
        ] {
            assert_eq!(day(text, None), meant, "{text}");
        }
        for text in [
            "05/06/2024",
            "2024",
            "2024-13-01",
            "25-06-24",
            "0024-06-25",
            "",
            "2024-06",
            "1-2-3-2024",
        ] {
            assert_eq!(day(text, None), None, "{text}");
        }
        assert_eq!(
            day("05/06/2024", Some(DateOrder::DayFirst)),
            Some(date(2024, 6, 5))
        );
        assert_eq!(
            day("05/06/2024", Some(DateOrder::MonthFirst)),
            Some(date(2024, 5, 6))
        );
    }
}
