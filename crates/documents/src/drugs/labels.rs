//! What the label of a medicine lists, on a day.

use super::said::Said;
use super::{DrugsAsked, knowledge};
use crate::requirement::needed;
use crate::words::{Value, Words};
use her2_case::{Her2Category, Listing, Mark, Question, Setting, Term, TermSet};
use her2_knowledge::{Drug, Regimen};
use her2_pages::{Known, Needs, Requirement, Row};
use jiff::civil::Date;

/// One row of a label.
pub(crate) struct LabelRow {
    pub row: &'static Row,
    pub regimen: Option<&'static Regimen>,
    pub setting: Option<Setting>,
    pub categories: TermSet<Her2Category>,
    pub listing: Listing,
    pub mark: Mark,
    pub requirements: Vec<Requirement>,
}

impl LabelRow {
    /// What is listed, by its short name.
    pub fn option(&self, words: &Words) -> String {
        match self.regimen {
            Some(regimen) => {
                let short = regimen.abbreviation.unwrap_or(regimen.name);
                words.said(short).to_owned()
            }
            None => self.row.anchor().to_owned(),
        }
    }

    /// The same with the HER2 result, where it is another than positive.
    pub fn named(&self, words: &Words) -> String {
        let what = self.option(words);
        if self.categories.is_empty() || self.categories == TermSet::only(Her2Category::Positive) {
            return what;
        }
        let question = Question::Her2Category;
        let category = crate::requirement::terms(words, question, self.categories.bits());
        let values = [
            ("category", Value::Text(&category)),
            ("what", Value::Text(&what)),
        ];
        words.get("indication-her2", &values).unwrap_or(what)
    }

    /// The requirements in words, but for the setting, under which the row stands.
    pub fn requires(&self, words: &Words) -> String {
        let parts: Vec<String> = self
            .requirements
            .iter()
            .filter(|requirement| requirement.question != Question::Setting)
            .map(|requirement| {
                let question = words.question(requirement.question);
                let needs = needed(words, requirement.question, requirement.needs);
                format!("{question}: {needs}")
            })
            .collect();
        parts.join("; ")
    }

    /// From when to when it is in force.
    pub fn in_force(&self, words: &Words, day: Date) -> String {
        let date = |day: Option<Date>| day.map(|day| words.day(day)).unwrap_or_default();
        let (from, until) = (date(self.row.from()), date(self.row.until()));
        let values = [("from", Value::Text(&from)), ("until", Value::Text(&until))];
        let name = match (self.row.from(), self.row.until()) {
            (_, Some(_)) => "row-from-until",
            (Some(first), None) if first > day => "row-not-yet",
            (Some(_), None) => "row-since",
            (None, None) => return String::new(),
        };
        words.get(name, &values).unwrap_or_default()
    }

    pub fn said(&self, words: String) -> Said {
        Said {
            words,
            page: self.row.page(),
            cite: self.row.cite(),
            mark: self.mark,
        }
    }
}

/// Every row of a medicine's label, in the order of its pages, that fits what is asked for.
pub(crate) fn rows(drug: &'static Drug, asked: &DrugsAsked) -> Vec<LabelRow> {
    let mut rows = Vec::new();
    for table in knowledge::label_tables(drug) {
        let nothing = Known::of(&[]);
        let weighed = table.choices.weigh(&nothing);
        for (at, row) in weighed.rows() {
            let listing = weighed.finding(at, &nothing).one();
            let requirements = weighed.requirements(at).collect();
            let read = read(row, Some(table.regimen(at)), listing, requirements);
            if asked.fits(&read) {
                rows.push(read);
            }
        }
    }
    rows
}

fn read(
    row: &'static Row,
    regimen: Option<&'static Regimen>,
    listing: Option<Listing>,
    requirements: Vec<Requirement>,
) -> LabelRow {
    let terms = |question: Question| {
        requirements
            .iter()
            .find_map(|requirement| match requirement.needs {
                Needs::Terms(bits) if requirement.question == question => Some(bits),
                _ => None,
            })
    };
    let setting = terms(Question::Setting).map(TermSet::<Setting>::from_bits);
    let page = row.page();
    let by_page = Setting::ALL
        .iter()
        .copied()
        .find(|setting| page.ends_with(&format!("-{}", setting.name())));
    LabelRow {
        row,
        regimen,
        setting: setting.and_then(TermSet::single).or(by_page),
        categories: TermSet::from_bits(terms(Question::Her2Category).unwrap_or(0)),
        listing: listing.unwrap_or(Listing::Listed),
        mark: knowledge::mark(row),
        requirements,
    }
}

/// The indications in force on a day for a setting: one statement an option and category, with the day since when.
pub(crate) fn in_force(words: &Words, rows: &[LabelRow], setting: Setting, day: Date) -> Vec<Said> {
    let mut said: Vec<Said> = Vec::new();
    for row in rows
        .iter()
        .filter(|row| row.setting == Some(setting) && row.row.in_force_on(day))
    {
        let mut what = row.named(words);
        if row.listing == Listing::IndicatedAccelerated {
            let accelerated = words.term(Question::Listing, row.listing.name());
            what = format!("{what} ({accelerated})");
        }
        if let Some(from) = row.row.from() {
            let from = words.day(from);
            let values = [("what", Value::Text(&what)), ("date", Value::Text(&from))];
            what = words.get("indication-since", &values).unwrap_or_default();
        }
        let new = row.said(what);
        if !said.iter().any(|known| known.words == new.words) {
            said.push(new);
        }
    }
    said
}

/// The options in force on a day for a setting in one line, as sure as the least sure of them.
pub(crate) fn short(words: &Words, rows: &[LabelRow], setting: Setting, day: Date) -> Option<Said> {
    let mut options: Vec<String> = Vec::new();
    let mut shown: Vec<&LabelRow> = Vec::new();
    for row in rows
        .iter()
        .filter(|row| row.setting == Some(setting) && row.row.in_force_on(day))
    {
        let option = row.named(words);
        if !options.contains(&option) {
            options.push(option);
        }
        shown.push(row);
    }
    let first = shown.first()?;
    let mark = shown.iter().map(|row| row.mark).max()?;
    let name = format!("setting-{}", setting.name());
    let setting = words.get(&name, &[]).unwrap_or_default();
    let said = first.said(format!("{setting}: {}", options.join(", ")));
    Some(Said { mark, ..said })
}
