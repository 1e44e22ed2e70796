//! Which samples are of one tumour.
//!
//! Identifiers tell tumours apart, names within one report do, and sides do: a cancer in each breast is two. A sample of unknown side is given
//! to a tumour only if there is one, and so is a metastasis.

use super::between::side;
use super::{LineOf, Sample, TumorLine};
use crate::testing::CaseFinding;
use her2_case::{CoursePoint, Key, Laterality, Record, Span};
use std::collections::{BTreeMap, HashMap, HashSet};

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Name {
    Identified(Key),
    /// Named in a report that tells several apart.
    Named(usize, Span),
    Side(u8),
    Only,
    Unassigned(Option<u8>),
    Metastasis,
}

/// Gives every sample its tumour, and the lines of the tumours in the order of their first samples.
pub(super) fn assign(
    samples: &mut [Sample],
    records: &[Record],
    cases: &[CaseFinding],
) -> Vec<TumorLine> {
    if let [only] = samples {
        return vec![alone(only, records, cases)];
    }
    let names = names(samples, records, cases);
    let mut lines: Vec<TumorLine> = Vec::new();
    let mut at_line: BTreeMap<&Name, usize> = BTreeMap::new();
    for (at, name) in names.iter().enumerate() {
        let sample = &mut samples[at];
        let line = *at_line.entry(name).or_insert_with(|| {
            lines.push(TumorLine {
                of: match name {
                    Name::Unassigned(_) => LineOf::Unassigned,
                    Name::Metastasis => LineOf::Metastasis,
                    _ => LineOf::Tumor,
                },
                side: None,
                samples: Vec::new(),
                current: None,
            });
            lines.len() - 1
        });
        sample.tumor = line;
        lines[line].samples.push(at);
        if sample.point != Some(CoursePoint::Metastasis) {
            lines[line].side = lines[line].side.or(side(sample));
        }
    }
    lines
}

/// The line of the only sample there is.
fn alone(sample: &mut Sample, records: &[Record], cases: &[CaseFinding]) -> TumorLine {
    let found = &cases[sample.record].specimens[sample.finding];
    let is_identified = records[sample.record].specimens[found.specimen]
        .tumor
        .is_some();
    let is_metastasis = sample.point == Some(CoursePoint::Metastasis);
    sample.tumor = 0;
    TumorLine {
        of: match sample.side {
            _ if is_metastasis => LineOf::Metastasis,
            Some(Laterality::Bilateral) if !is_identified => LineOf::Unassigned,
            _ => LineOf::Tumor,
        },
        side: side(sample).filter(|_| !is_metastasis),
        samples: vec![0],
        current: None,
    }
}

fn names(samples: &[Sample], records: &[Record], cases: &[CaseFinding]) -> Vec<Name> {
    let found = |sample: &Sample| &cases[sample.record].specimens[sample.finding];
    let mut spans: HashMap<usize, HashSet<Span>> = HashMap::new();
    for sample in samples {
        if let Some(span) = found(sample).tumor {
            spans.entry(sample.record).or_default().insert(span);
        }
    }
    let metastasis = |sample: &Sample| sample.point == Some(CoursePoint::Metastasis);
    let own = |sample: &Sample| -> Option<Name> {
        let found = found(sample);
        if let Some(key) = &records[sample.record].specimens[found.specimen].tumor {
            return Some(Name::Identified(key.clone()));
        }
        let several = spans
            .get(&sample.record)
            .is_some_and(|spans| spans.len() > 1);
        found
            .tumor
            .filter(|_| several)
            .map(|span| Name::Named(sample.record, span))
    };
    // The tumours that have a name of their own, with their sides, and which sides have samples without such a name.
    let mut known: BTreeMap<Name, Option<u8>> = BTreeMap::new();
    let mut sides: [bool; 2] = [false; 2];
    for sample in samples.iter().filter(|sample| !metastasis(sample)) {
        let place = side(sample).map(place);
        match (own(sample), place) {
            (Some(name), place) => {
                let held = known.entry(name).or_default();
                *held = held.or(place);
            }
            (None, Some(place)) => sides[usize::from(place)] = true,
            (None, None) => {}
        }
    }
    let on = |place: u8, known: &BTreeMap<Name, Option<u8>>| -> Vec<Name> {
        let of_side = known.iter().filter(|(_, of)| **of == Some(place));
        of_side.map(|(name, _)| name.clone()).collect()
    };
    let by_side: [Name; 2] = [0, 1].map(|place| match &on(place, &known)[..] {
        [] => Name::Side(place),
        [only] => only.clone(),
        _ => Name::Unassigned(Some(place)),
    });
    for (place, name) in by_side.iter().enumerate() {
        if sides[place] && matches!(name, Name::Side(_)) {
            known.insert(name.clone(), u8::try_from(place).ok());
        }
    }
    let without_side = match known.keys().collect::<Vec<_>>()[..] {
        [] => Name::Only,
        [only] => only.clone(),
        _ => Name::Unassigned(None),
    };
    let no_side =
        |sample: &&Sample| !metastasis(sample) && own(sample).is_none() && sample.side.is_none();
    let of_metastases = match known.len() {
        0 if samples.iter().any(|sample| no_side(&sample)) => Name::Only,
        1 => without_side.clone(),
        _ => Name::Metastasis,
    };
    let name = |sample: &Sample| match (own(sample), sample.side) {
        _ if metastasis(sample) => of_metastases.clone(),
        (Some(own), _) => own,
        (None, Some(Laterality::Bilateral)) => Name::Unassigned(None),
        (None, Some(side)) => by_side[usize::from(place(side))].clone(),
        (None, None) => without_side.clone(),
    };
    samples.iter().map(name).collect()
}

fn place(side: Laterality) -> u8 {
    u8::from(side == Laterality::Right)
}
