//! Whether what is read together is of one person.

use super::Reading;
use her2_case::{RecordKind, Term};
use her2_readers::{Likeness, Person};

/// Whether what is together seems to be of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Identity {
    /// Nothing speaks against it.
    One,
    /// The sources name different identifiers, each in a format of its own: two laboratories number the same person differently.
    OtherNumbers,
    /// Sources of one format name different identifiers, or the days of birth, the sexes or the names differ.
    Differs,
}

impl Reading<'_> {
    /// Whether its sources seem to be of one person, by their identifiers, days of birth and sexes, and by the lines with which reports in text
    /// name their patient.
    pub fn identity(&self) -> Identity {
        let distinct = |mut values: Vec<String>| {
            values.sort();
            values.dedup();
            values.len()
        };
        let of_kind = |kind: RecordKind| {
            let histories = self.histories.iter().filter(|of| of.kind == kind);
            let named = histories.filter_map(|of| of.patient.as_ref());
            distinct(named.map(|key| key.as_str().to_owned()).collect())
        };
        let born = self.courses().filter_map(|course| course.born.as_ref());
        let sex = self.courses().filter_map(|course| course.sex.as_ref());
        let born = distinct(born.map(|fact| fact.value.to_string()).collect());
        let sex = distinct(sex.map(|fact| fact.value.name().to_owned()).collect());
        let mut kinds: Vec<RecordKind> = self.histories.iter().map(|of| of.kind).collect();
        kinds.sort_by_key(|kind| kind.name());
        kinds.dedup();
        let worded = self.by_words();
        let differ = born > 1 || sex > 1 || kinds.into_iter().any(|kind| of_kind(kind) > 1);
        if differ || worded == Likeness::Differs {
            Identity::Differs
        } else if self.patients() > 1 || worded == Likeness::OtherNumbers {
            Identity::OtherNumbers
        } else {
            Identity::One
        }
    }

    /// What the lines say with which reports in text name their patient.
    fn by_words(&self) -> Likeness {
        let sources = self.histories.iter().zip(&self.texts);
        let worded =
            sources.filter(|(of, _)| matches!(of.kind, RecordKind::Report | RecordKind::Pdf));
        let persons: Vec<Person> = worded
            .map(|(_, text)| Person::of(&String::from_utf8_lossy(text)))
            .collect();
        let mut likeness = Likeness::May;
        for (at, person) in persons.iter().enumerate() {
            if self.histories.len() > 1 && person.contradicts_itself() {
                return Likeness::Differs;
            }
            for other in &persons[at + 1..] {
                likeness = likeness.max(person.beside(other));
            }
            let mut days = self.courses().filter_map(|course| course.born.as_ref());
            if days.any(|born| !person.may_be_born(born.value)) {
                return Likeness::Differs;
            }
            let mut keys = self.histories.iter().filter_map(|of| of.patient.as_ref());
            if keys.any(|key| person.has_number(key.as_str()) == Some(false)) {
                likeness = likeness.max(Likeness::OtherNumbers);
            }
        }
        likeness
    }
}
