//! Facts: a value that remembers when it was true, of which specimen, and where it was read.

use jiff::civil::Date;
use std::fmt;

/// The position of a record among those given, from 0.
pub type RecordIndex = u16;

/// The position of a specimen within its case, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SpecimenId(pub u16);

/// A half-open range of bytes of a record as it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// From `start` up to, not including, `end`. Records are far below 4 GiB; larger offsets are held at the limit.
    pub fn new(start: usize, end: usize) -> Self {
        let held = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
        Self {
            start: held(start),
            end: held(end),
        }
    }

    /// The range, for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The smallest range that holds both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }
}

/// The place of a fact within its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A range of bytes of a text.
    Span(Span),
    /// The path of this number among the record's paths, for structured records.
    Path(u32),
}

/// Where a fact was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    /// Which record.
    pub record: RecordIndex,
    /// Where in it.
    pub place: Place,
}

impl Origin {
    /// A place in the first record of a case.
    pub fn span(span: Span) -> Self {
        Self {
            record: 0,
            place: Place::Span(span),
        }
    }

    /// The range of bytes, if the record is a text.
    pub fn as_span(self) -> Option<Span> {
        match self.place {
            Place::Span(span) => Some(span),
            Place::Path(_) => None,
        }
    }
}

/// A value with its date, its specimen and its origin.
///
/// `Debug` shows the place and not the value: a value is patient data.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Fact<T> {
    /// What was read.
    pub value: T,
    /// The day it is about, if the record says so.
    pub when: Option<Date>,
    /// The specimen it is about.
    pub specimen: SpecimenId,
    /// Where it was read.
    pub origin: Origin,
}

impl<T> Fact<T> {
    /// A fact read at `origin`, about the first specimen, undated.
    pub fn new(value: T, origin: Origin) -> Self {
        Self {
            value,
            when: None,
            specimen: SpecimenId(0),
            origin,
        }
    }

    /// The same place with another value, for a value that follows from this one alone.
    pub fn with<U>(&self, value: U) -> Fact<U> {
        Fact {
            value,
            when: self.when,
            specimen: self.specimen,
            origin: self.origin,
        }
    }
}

impl<T> fmt::Debug for Fact<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fact({:?}, {:?})", self.specimen, self.origin)
    }
}
