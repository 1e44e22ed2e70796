//! Days as the language writes them: the one place where that is decided. Numbers and money are written as in the United States in every
//! language there is; see `money`.

use crate::words::{Value, Words};
use her2_knowledge::Days;
use jiff::civil::Date;

impl Words {
    /// A day as it stands in a sentence or a cell.
    pub fn day(&self, day: Date) -> String {
        match self.language().days {
            Days::Digits => day.to_string(),
            Days::Words => self.long_day(day),
        }
    }

    /// A day in words: `May 24, 2026`.
    pub fn long_day(&self, day: Date) -> String {
        let month = self.get(&format!("month-{}", day.month()), &[]);
        let (number, year) = (day.day().to_string(), day.year().to_string());
        let values = [
            ("month", Value::Text(month.as_deref().unwrap_or_default())),
            ("day", Value::Text(&number)),
            ("year", Value::Text(&year)),
        ];
        self.get("day", &values).unwrap_or_else(|| day.to_string())
    }

    /// A date that a source gives as text: a day, a year, or words.
    pub fn date_of(&self, given: &str) -> String {
        match given.parse::<Date>() {
            Ok(day) if day.to_string() == given => self.day(day),
            _ => self.said(given).to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::words::Words;
    use jiff::civil::date;

    #[test]
    fn a_day_is_written_as_the_language_writes_it() {
        let day = date(2026, 5, 24);
        let english = Words::of("en").unwrap();
        assert_eq!(english.day(day), "2026-05-24");
        assert_eq!(english.long_day(day), "May 24, 2026");
        assert_eq!(english.date_of("2012"), "2012");
        let Some(spanish) = Words::of("es") else {
            return;
        };
        assert_eq!(spanish.day(day), "24 de mayo de 2026");
        assert_eq!(spanish.long_day(day), "24 de mayo de 2026");
        assert_eq!(spanish.date_of("2026-05-24"), "24 de mayo de 2026");
        assert_eq!(spanish.date_of("2012"), "2012");
    }
}
