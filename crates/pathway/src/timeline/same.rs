//! Which findings of several records speak of the same sample.
//!
//! The same identifier is the same specimen: what the reports say together is its result, and where they contradict each other the later
//! one holds. Without identifiers, equal values of the same day, side and procedure are a copy. A result that a report quotes is the one on
//! file if it agrees with it, and is never counted twice.

use super::Sample;
use super::entry::Entry;
use crate::testing::{CaseFinding, SpecimenFinding, fit, joined};
use her2_case::{Evidence, Her2Status, Key, Laterality, Record, SampleRelation, ScoreReading};
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};

/// How many samples on file a result without an identifier is compared with, the latest first.
pub(super) const WINDOW: usize = 64;

/// Two findings that speak of one sample and contradict each other.
pub(super) struct Twice {
    pub(super) relation: SampleRelation,
    pub(super) one: usize,
    pub(super) other: usize,
}

/// The samples, and which of them are told twice with different results.
pub(super) struct Matched {
    pub(super) samples: Vec<Sample>,
    pub(super) told_twice: Vec<Twice>,
}

struct Kept<'a> {
    of: &'a Entry<'a>,
    /// Every entry that tells of it, the host first.
    told_by: Vec<&'a Entry<'a>>,
    /// The record that told of it first.
    first: usize,
    /// Further records that tell of it.
    records: HashSet<usize>,
    joint: Option<Box<SpecimenFinding>>,
    superseded_by: Option<usize>,
}

impl<'a> Kept<'a> {
    fn by(entry: &'a Entry<'a>, joint: Option<Box<SpecimenFinding>>) -> Self {
        Self {
            of: entry,
            told_by: vec![entry],
            first: entry.record,
            records: HashSet::new(),
            joint,
            superseded_by: None,
        }
    }

    fn tell(&mut self, entry: &'a Entry<'a>) {
        self.told_by.push(entry);
        self.records.insert(entry.record);
    }

    fn found(&self) -> &SpecimenFinding {
        self.joint.as_deref().unwrap_or(self.of.found)
    }

    fn is_told_by(&self, record: usize) -> bool {
        self.first == record || self.records.contains(&record)
    }

    fn reported(&self) -> Option<Date> {
        self.of.reported
    }
}

struct Matching<'a> {
    cases: &'a [CaseFinding],
    kept: Vec<Kept<'a>>,
    by_identifier: HashMap<&'a Key, Vec<usize>>,
    by_day: HashMap<Date, Vec<usize>>,
    told_twice: Vec<Twice>,
}

/// The samples that the entries tell of, oldest first.
pub(super) fn samples(records: &[Record], cases: &[CaseFinding], entries: &[Entry<'_>]) -> Matched {
    // Most patients have one result, and there is nothing to match it with.
    if let [only] = entries {
        return Matched {
            samples: vec![sample(Kept::by(only, None))],
            told_twice: Vec::new(),
        };
    }
    let mut matching = Matching {
        cases,
        kept: Vec::new(),
        by_identifier: HashMap::new(),
        by_day: HashMap::new(),
        told_twice: Vec::new(),
    };
    // How many findings a record has of one identifier: more than one cannot be told apart by it.
    let mut parts: HashMap<(usize, &Key), usize> = HashMap::new();
    for entry in entries.iter().filter(|entry| !entry.quoted) {
        if let Some(identifier) = entry.identifier {
            *parts.entry((entry.record, identifier)).or_default() += 1;
        }
    }
    for entry in entries.iter().filter(|entry| !entry.quoted) {
        let parts = |of: &Entry<'_>| {
            let identifier = of.identifier?;
            parts.get(&(of.record, identifier)).copied()
        };
        matching.own(entry, &parts);
    }
    for entry in entries.iter().filter(|entry| entry.quoted) {
        matching.quoted(entry);
    }
    matching.finish(records)
}

impl<'a> Matching<'a> {
    /// A result of the record's own specimen.
    fn own(&mut self, entry: &'a Entry<'a>, parts: &dyn Fn(&Entry<'_>) -> Option<usize>) {
        let Some(at) = self.same_specimen(entry, parts) else {
            self.keep(entry, None);
            return;
        };
        let known = &self.kept[at];
        let later = known.reported().zip(entry.reported);
        let entry_is_older = later.is_some_and(|(known, this)| this < known);
        if fit(&known.found().evidence, &entry.found.evidence)
            && !contradict(known.found(), entry.found)
        {
            self.together(at, entry, entry_is_older);
            return;
        }
        let newcomer = self.keep(entry, None);
        match later {
            Some((known, this)) if known < this => self.kept[at].superseded_by = Some(newcomer),
            Some((known, this)) if this < known => self.kept[newcomer].superseded_by = Some(at),
            _ => {}
        }
        let (one, other) = if entry_is_older {
            (newcomer, at)
        } else {
            (at, newcomer)
        };
        self.told_twice.push(Twice {
            relation: SampleRelation::SameSpecimen,
            one,
            other,
        });
    }

    /// The sample on file that the entry is of.
    fn same_specimen(
        &self,
        entry: &Entry<'_>,
        parts: &dyn Fn(&Entry<'_>) -> Option<usize>,
    ) -> Option<usize> {
        let free = |at: &usize| {
            let kept = &self.kept[*at];
            kept.superseded_by.is_none() && !kept.is_told_by(entry.record)
        };
        if let Some(identifier) = entry.identifier {
            let of_it = self.by_identifier.get(identifier).into_iter().flatten();
            let fitting: Vec<usize> = of_it
                .rev()
                .take(WINDOW)
                .copied()
                .filter(free)
                .filter(|at| sides_fit(self.kept[*at].of.side, entry.side))
                .collect();
            let equal = |at: &usize| {
                values(&self.kept[*at].found().evidence) == values(&entry.found.evidence)
            };
            if let Some(equal) = fitting.iter().copied().find(equal) {
                return Some(equal);
            }
            if let [only] = fitting[..] {
                let single = |of: &Entry<'_>| parts(of) == Some(1);
                return (single(entry) && single(self.kept[only].of)).then_some(only);
            }
            if !fitting.is_empty() {
                return None;
            }
        }
        let day = entry.date?;
        // A primary and a recurrence of one day are two samples.
        let copy = |of: &Entry<'_>| (of.date, of.procedure, of.side, of.point);
        let of_day = self
            .by_day
            .get(&day)
            .into_iter()
            .flatten()
            .rev()
            .take(WINDOW);
        of_day.copied().filter(free).find(|at| {
            let known = &self.kept[*at];
            let told_apart = known.of.identifier.is_some() && entry.identifier.is_some();
            !told_apart
                && copy(known.of) == copy(entry)
                && values(&known.found().evidence) == values(&entry.found.evidence)
        })
    }

    /// One sample, told in two places that do not contradict each other.
    fn together(&mut self, at: usize, entry: &'a Entry<'a>, entry_is_older: bool) {
        let known = &mut self.kept[at];
        let held = values(&known.found().evidence);
        let more = values(&entry.found.evidence);
        known.tell(entry);
        if held == more {
            return;
        }
        let (newer, older) = if entry_is_older {
            (known.of.record, entry.found)
        } else {
            (
                entry.record,
                known.joint.as_deref().unwrap_or(known.of.found),
            )
        };
        let host = if entry_is_older {
            known.found()
        } else {
            entry.found
        };
        let joint = joined(&self.cases[newer], host, older);
        let all = values(&joint.evidence);
        if all == held {
            return;
        }
        if !entry_is_older {
            known.of = entry;
        }
        known.joint = (all != more || entry_is_older).then(|| Box::new(joint));
    }

    /// A result that a record quotes of an earlier specimen.
    fn quoted(&mut self, entry: &'a Entry<'a>) {
        let until = entry.reported;
        let may_be = |kept: &Kept<'_>| {
            let of = kept.of;
            let days = of
                .date
                .zip(entry.date)
                .is_none_or(|(one, other)| one == other);
            let before = of.date.zip(until).is_none_or(|(day, until)| day <= until);
            let identifiers = of.identifier.zip(entry.identifier);
            let procedures = of.procedure.zip(entry.procedure);
            !kept.is_told_by(entry.record)
                && kept.superseded_by.is_none()
                && sides_fit(of.side, entry.side)
                && procedures.is_none_or(|(one, other)| one == other)
                && identifiers.is_none_or(|(one, other)| one == other)
                && days
                && before
        };
        let latest = self.kept.iter().enumerate().rev().take(WINDOW);
        let candidates: Vec<usize> = latest
            .filter(|(_, kept)| may_be(kept))
            .map(|(at, _)| at)
            .collect();
        let agrees = |at: &usize| agree(entry.found, self.kept[*at].found());
        if let Some(at) = candidates.iter().copied().find(agrees) {
            self.kept[at].tell(entry);
            return;
        }
        let named = |at: &usize| {
            let of = self.kept[*at].of;
            let identified = of.identifier.is_some() && of.identifier == entry.identifier;
            !of.quoted && (identified || of.date.is_some() && of.date == entry.date)
        };
        let own: Vec<usize> = candidates
            .iter()
            .copied()
            .filter(|at| !self.kept[*at].of.quoted)
            .collect();
        let meant = match own[..] {
            [only] => Some(only),
            _ => own.iter().copied().find(named),
        };
        let newcomer = self.keep(entry, None);
        if let Some(at) = meant {
            self.told_twice.push(Twice {
                relation: SampleRelation::Quote,
                one: at,
                other: newcomer,
            });
        }
    }

    fn keep(&mut self, entry: &'a Entry<'a>, joint: Option<Box<SpecimenFinding>>) -> usize {
        let at = self.kept.len();
        if !entry.quoted {
            if let Some(identifier) = entry.identifier {
                self.by_identifier.entry(identifier).or_default().push(at);
            }
            if let Some(day) = entry.date {
                self.by_day.entry(day).or_default().push(at);
            }
        }
        self.kept.push(Kept::by(entry, joint));
        at
    }

    /// In the order of their days, undated ones last.
    fn finish(self, records: &[Record]) -> Matched {
        let mut samples: Vec<(usize, Sample)> = Vec::new();
        for (at, kept) in self.kept.into_iter().enumerate() {
            samples.push((at, sample(kept)));
        }
        samples.sort_by(|(_, one), (_, other)| {
            let day = |sample: &Sample| sample.date.unwrap_or(Date::MAX);
            let name = |sample: &Sample| records[sample.record].name.as_str();
            let by_day = day(one)
                .cmp(&day(other))
                .then(one.quoted.cmp(&other.quoted));
            by_day.then_with(|| name(one).cmp(name(other)))
        });
        let mut moved = vec![0; samples.len()];
        for (to, (from, _)) in samples.iter().enumerate() {
            moved[*from] = to;
        }
        let samples = samples.into_iter().map(|(_, mut sample)| {
            sample.superseded_by = sample.superseded_by.map(|at| moved[at]);
            sample
        });
        let told_twice = self.told_twice.into_iter().map(|twice| Twice {
            one: moved[twice.one],
            other: moved[twice.other],
            ..twice
        });
        Matched {
            samples: samples.collect(),
            told_twice: told_twice.collect(),
        }
    }
}

/// The sample, with the most telling day that is given for it.
fn sample(kept: Kept<'_>) -> Sample {
    let own = || {
        kept.told_by
            .iter()
            .filter(|entry| entry.quoted == kept.of.quoted)
    };
    let dated = own().filter_map(|entry| Some((entry.day_of?, entry.date?)));
    let (day_of, date) = dated.min().unzip();
    let also = kept
        .told_by
        .iter()
        .filter(|entry| !std::ptr::eq(**entry, kept.of));
    Sample {
        record: kept.of.record,
        finding: kept.of.finding,
        date,
        day_of,
        point: kept
            .of
            .point
            .or_else(|| own().find_map(|entry| entry.point)),
        side: kept.of.side.or_else(|| own().find_map(|entry| entry.side)),
        procedure: kept
            .of
            .procedure
            .or_else(|| own().find_map(|entry| entry.procedure)),
        tumor: 0,
        quoted: kept.of.quoted,
        superseded_by: kept.superseded_by,
        also: also.map(|entry| (entry.record, entry.finding)).collect(),
        joint: kept.joint,
    }
}

/// Unless both are known and differ.
fn sides_fit(one: Option<Laterality>, other: Option<Laterality>) -> bool {
    one.zip(other).is_none_or(|(one, other)| one == other)
}

fn status(found: &SpecimenFinding) -> Her2Status {
    found.decision.her2_status()
}

/// Whether one is positive and the other negative.
fn contradict(one: &SpecimenFinding, other: &SpecimenFinding) -> bool {
    matches!(
        (status(one), status(other)),
        (Her2Status::Positive, Her2Status::Negative) | (Her2Status::Negative, Her2Status::Positive)
    )
}

/// Whether a quote, which often tells less, says what is on file.
fn agree(quote: &SpecimenFinding, on_file: &SpecimenFinding) -> bool {
    if contradict(quote, on_file) || !fit(&quote.evidence, &on_file.evidence) {
        return false;
    }
    let equivocal = |found: &SpecimenFinding| status(found) == Her2Status::Equivocal;
    let score = |found: &SpecimenFinding| found.evidence.ihc.and_then(|ihc| ihc.score);
    // A score of 2+ that was settled since is still the score that was quoted; a quote without one is of something open.
    let tested = on_file.evidence.ish.is_some() && score(on_file).is_some();
    !equivocal(quote) || score(quote).is_some() || equivocal(on_file) || tested
}

/// The values of some evidence, for comparing.
#[derive(PartialEq)]
struct Values {
    score: Option<ScoreReading>,
    staining: (Option<her2_case::Stain>, Option<her2_case::Amount>),
    words: (Option<her2_case::Her2Word>, Option<her2_case::Her2Word>),
    amounts: [Option<her2_case::Amount>; 3],
    totals: [Option<her2_case::Decimal>; 2],
    cells: Option<u32>,
    group: Option<her2_case::IshGroup>,
    tests: [bool; 4],
}

fn values(evidence: &Evidence) -> Values {
    let (ihc, ish) = (
        evidence.ihc.unwrap_or_default(),
        evidence.ish.unwrap_or_default(),
    );
    Values {
        score: ihc.score.map(|fact| fact.value),
        staining: (
            ihc.stain.map(|fact| fact.value),
            ihc.percent.map(|fact| fact.value),
        ),
        words: (
            ihc.word.map(|fact| fact.value),
            ish.word.map(|fact| fact.value),
        ),
        amounts: [ish.ratio, ish.her2_copies, ish.cep17_copies].map(|of| of.map(|fact| fact.value)),
        totals: [ish.her2_total, ish.cep17_total].map(|of| of.map(|fact| fact.value)),
        cells: ish.cells.map(|fact| fact.value),
        group: ish.group.map(|fact| fact.value),
        tests: [
            evidence.ihc.is_some(),
            evidence.ish.is_some(),
            ihc.rejected.is_some(),
            ish.rejected.is_some(),
        ],
    }
}
