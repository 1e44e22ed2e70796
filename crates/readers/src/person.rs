//! Of whom a report in text says that it is: the lines with a name, a number and a day of birth.
//!
//! Nothing is matched by them. They only show that reports which somebody calls those of one person name two.

use her2_knowledge::codes::{PersonLabel, person_label, plain_words};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::fmt;

/// So many lines are looked at; the head of a report stands on its pages.
const MOST_LINES: usize = 5_000;
/// A longer line is prose.
const LONGEST: usize = 400;
/// A label has no more words.
const MOST_WORDS: usize = 4;

/// What a text says of its patient. `Debug` shows nothing of it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// The words of each name that it gives.
    names: BTreeSet<Vec<String>>,
    /// Record numbers.
    numbers: BTreeSet<String>,
    /// For each day of birth every day that it may be: `03/04/1961` is two.
    born: BTreeSet<Vec<Date>>,
}

impl fmt::Debug for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Person")
    }
}

/// How what two sources say of their patients stands to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Nothing contradicts that they are of one person.
    May,
    /// They have other numbers, and everything else fits.
    OtherNumbers,
    /// They name two persons.
    Differs,
}

impl Person {
    /// What a text says of its patient.
    pub fn of(text: &str) -> Self {
        let mut person = Self::default();
        for line in text.lines().take(MOST_LINES) {
            if line.len() <= LONGEST {
                person.read(line);
            }
        }
        person
    }

    /// Whether two of its own lines name two persons.
    pub fn contradicts_itself(&self) -> bool {
        let days = |one: &Vec<Date>, other: &Vec<Date>| one.iter().any(|day| other.contains(day));
        let born: Vec<&Vec<Date>> = self.born.iter().collect();
        born.windows(2).any(|pair| !days(pair[0], pair[1]))
    }

    /// Whether it may be born on this day; yes if it does not say.
    pub fn may_be_born(&self, on: Date) -> bool {
        self.born.iter().all(|days| days.contains(&on))
    }

    /// Whether it names this number; nothing if it names none.
    pub fn has_number(&self, number: &str) -> Option<bool> {
        let number = number_of(number)?;
        (!self.numbers.is_empty()).then(|| self.numbers.contains(&number))
    }

    /// How it stands to another.
    pub fn beside(&self, other: &Self) -> Likeness {
        let born = match (self.born.is_empty(), other.born.is_empty()) {
            (false, false) => Some(self.born.iter().all(|days| {
                let shared = |of: &Vec<Date>| of.iter().any(|day| days.contains(day));
                other.born.iter().all(shared)
            })),
            _ => None,
        };
        let words =
            |of: &Self| -> BTreeSet<String> { of.names.iter().flatten().cloned().collect() };
        let (mine, theirs) = (words(self), words(other));
        // A name may change by marriage, and be given with or without its initials: one word in common may be one person.
        let named = (!mine.is_empty() && !theirs.is_empty())
            .then(|| mine.intersection(&theirs).next().is_some());
        let numbered = (!self.numbers.is_empty() && !other.numbers.is_empty())
            .then(|| self.numbers.intersection(&other.numbers).next().is_some());
        match (born, named, numbered) {
            (Some(false), _, _) | (_, Some(false), _) => Likeness::Differs,
            (None, None, Some(false)) => Likeness::Differs,
            (_, _, Some(false)) => Likeness::OtherNumbers,
            _ => Likeness::May,
        }
    }

    fn read(&mut self, line: &str) {
        let words = words(line);
        let mut labels: Vec<(PersonLabel, usize, usize)> = Vec::new();
        let mut at = 0;
        while at < words.len() {
            match label(line, &words, at) {
                Some((kind, end)) => {
                    labels.push((kind, words[at].0, words[end - 1].1));
                    at = end;
                }
                None => at += 1,
            }
        }
        for (at, (kind, _, end)) in labels.iter().enumerate() {
            let until = labels.get(at + 1).map_or(line.len(), |next| next.1);
            let value = line[*end..until].trim_start_matches([' ', ':', '#', '.', '\t', '=']);
            let gap = ["  ", "\t", "|"]
                .iter()
                .filter_map(|gap| value.find(gap))
                .min();
            let value = value[..gap.unwrap_or(value.len())].trim();
            match kind {
                PersonLabel::Name => self.names.extend(name_of(value)),
                PersonLabel::Number => self.numbers.extend(number_of(value)),
                PersonLabel::Born => self.born.extend(days_of(value)),
            }
        }
    }
}

/// The ranges of words: letters and digits.
fn words(line: &str) -> Vec<(usize, usize)> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, letter) in line.char_indices() {
        match (letter.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push((from, at));
                start = None;
            }
            _ => {}
        }
    }
    words.extend(start.map(|from| (from, line.len())));
    words
}

/// The label that begins at a word, and the word behind it. A label of a name stands at the beginning of a line or behind a gap.
fn label(line: &str, words: &[(usize, usize)], at: usize) -> Option<(PersonLabel, usize)> {
    let most = (at + MOST_WORDS).min(words.len());
    (at + 1..=most).rev().find_map(|end| {
        let said = line.get(words[at].0..words[end - 1].1)?;
        let kind = person_label(&plain_words(said))?;
        let behind = &line[words[end - 1].1..];
        let value = behind.trim_start_matches(['.', ' ', '#', '\t']);
        let is_marked = value.starts_with(':') || behind.trim_start().starts_with('#');
        let before = &line[..words[at].0];
        let stands_free =
            before.trim().is_empty() || before.ends_with(['\t', '|']) || before.ends_with("  ");
        let fits = match kind {
            PersonLabel::Name => is_marked && stands_free,
            _ => is_marked || value.starts_with(|letter: char| letter.is_ascii_digit()),
        };
        fits.then_some((kind, end))
    })
}

/// The words of a name; nothing if it is none, or hidden.
fn name_of(value: &str) -> Option<Vec<String>> {
    if value.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let plain = plain_words(value);
    let is_word = |word: &&str| {
        let first = word.chars().next();
        word.len() > 1 && !word.chars().all(|letter| Some(letter) == first)
    };
    let mut words: Vec<String> = plain
        .split(' ')
        .filter(is_word)
        .map(str::to_owned)
        .collect();
    let hidden = person_label(&plain).is_some() || her2_knowledge::codes::is_hidden(&plain);
    words.sort();
    (!hidden && (2..=6).contains(&words.len())).then_some(words)
}

/// A record number without zeros before it: it has four digits or more.
fn number_of(value: &str) -> Option<String> {
    let first = value.split_whitespace().next()?;
    let plain: String = first.chars().filter(char::is_ascii_alphanumeric).collect();
    let digits = plain.bytes().filter(u8::is_ascii_digit).count();
    let plain = plain.trim_start_matches('0').to_ascii_uppercase();
    let told = plain.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    (digits >= 4 && told && plain.len() <= 20).then_some(plain)
}

/// Every day that a date may be.
fn days_of(value: &str) -> Option<Vec<Date>> {
    let parts: Vec<&str> = value
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .take(3)
        .collect();
    let number = |part: &str| part.parse::<i16>().ok();
    let years = |part: &str| -> Vec<i16> {
        match (number(part), part.len()) {
            (Some(year), 4) => vec![year],
            (Some(year), 2) => vec![1900 + year, 2000 + year],
            _ => Vec::new(),
        }
    };
    let mut days = Vec::new();
    let mut add = |year: &str, month: Option<i16>, day: Option<i16>| {
        let (Some(month), Some(day)) = (month, day) else {
            return;
        };
        for year in years(year) {
            let date = i8::try_from(month).ok().zip(i8::try_from(day).ok());
            let date = date.and_then(|(month, day)| Date::new(year, month, day).ok());
            days.extend(date.filter(|date| (1890..=2100).contains(&date.year())));
        }
    };
    match parts[..] {
        [year, month, day] if year.len() == 4 && number(year).is_some() => {
            add(year, number(month).or_else(|| month_of(month)), number(day));
        }
        [one, two, year] => {
            add(year, number(one).or_else(|| month_of(one)), number(two));
            add(year, number(two).or_else(|| month_of(two)), number(one));
        }
        [one] if one.len() == 8 && one.bytes().all(|byte| byte.is_ascii_digit()) => {
            add(&one[..4], number(&one[4..6]), number(&one[6..]));
            add(&one[4..], number(&one[..2]), number(&one[2..4]));
        }
        _ => {}
    }
    days.sort();
    days.dedup();
    (!days.is_empty()).then_some(days)
}

fn month_of(word: &str) -> Option<i16> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let start = word.get(..3)?.to_ascii_lowercase();
    let at = MONTHS.iter().position(|month| *month == start)?;
    i16::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beside(one: &str, other: &str) -> Likeness {
        Person::of(one).beside(&Person::of(other))
    }

    #[test]
    fn lines_that_name_two_persons_differ() {
        let report = "Patient Name: DOE, JANE A   MRN: 00123456\nDOB: 04/02/1961 (Age: 62)\nFINAL DIAGNOSIS: ...";
        for other in [
            "Patient: Jane Doe\nDate of Birth: 2 Apr 1961\nMRN# 123456",
            "Name: Doe-Miller, Jane\tDOB 1961-04-02",
            "PATIENT NAME: JANE DOE DOB: 4/2/61",
            "Patient: [REDACTED]  MRN: XXXXXX",
            "No head at all.",
            "Born: February 4, 1961",
        ] {
            assert_eq!(beside(report, other), Likeness::May, "{other}");
        }
        for other in [
            "Patient: Jane Doe\nDOB: 05/02/1962",
            "Patient: Mary Smith",
            "Medical Record Number: 777777\nName: Mary Smith",
        ] {
            assert_eq!(beside(report, other), Likeness::Differs, "{other}");
        }
        assert_eq!(
            beside(report, "Patient Name: Jane Doe\nMRN: 999123"),
            Likeness::OtherNumbers
        );
        assert_eq!(beside("MRN: 123456", "MRN: 654321"), Likeness::Differs);
    }

    #[test]
    fn prose_names_nobody() {
        let person = Person::of(
            "The patient is a 62 year old woman. Test name: HER2 FISH\nSpecimen: left breast. Name of gene: ERBB2\nPatient: see above",
        );
        assert_eq!(
            person.beside(&Person::of("Patient: Jane Doe")),
            Likeness::May
        );
        assert!(Person::of("DOB: 1/2/1950\nDOB: 3/4/1970").contradicts_itself());
        assert_eq!(Person::of("MRN: 0012345").has_number("12345"), Some(true));
        assert_eq!(format!("{:?}", Person::of("Patient: Jane Doe")), "Person");
    }
}
