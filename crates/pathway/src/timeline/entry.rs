//! What each record says of a sample, before it is told which of them speak of the same one.

use super::{DayOf, point};
use crate::testing::{CaseFinding, SpecimenFinding};
use her2_case::{Context, CoursePoint, Her2Result, Key, Laterality, Procedure, Record};
use jiff::civil::Date;

/// One finding of one record.
pub(super) struct Entry<'a> {
    pub(super) record: usize,
    pub(super) finding: usize,
    pub(super) found: &'a SpecimenFinding,
    pub(super) identifier: Option<&'a Key>,
    pub(super) date: Option<Date>,
    pub(super) day_of: Option<DayOf>,
    /// When the record was signed.
    pub(super) reported: Option<Date>,
    pub(super) point: Option<CoursePoint>,
    pub(super) side: Option<Laterality>,
    pub(super) procedure: Option<Procedure>,
    /// Quoted by the record, and not of its own specimen.
    pub(super) quoted: bool,
}

/// Every finding of every record, oldest first. What is only implied counts if there is nothing else.
pub(super) fn entries<'a>(records: &'a [Record], cases: &'a [CaseFinding]) -> Vec<Entry<'a>> {
    let named = |case: &CaseFinding| case.specimens.iter().any(|found| !found.implied);
    let implied_count = !cases.iter().any(named);
    let mut entries: Vec<Entry<'a>> = Vec::new();
    for (at, (record, case)) in records.iter().zip(cases).enumerate() {
        for (finding, found) in case.specimens.iter().enumerate() {
            if !found.implied || implied_count {
                entries.push(entry((at, record), (finding, found), case));
            }
        }
    }
    let name = |entry: &Entry<'_>| records[entry.record].name.as_str();
    entries.sort_by(|one, other| {
        let key = |entry: &Entry<'_>| {
            let day = entry.date.or(entry.reported);
            (
                day.unwrap_or(Date::MAX),
                entry.reported.unwrap_or(Date::MAX),
            )
        };
        let by_day = key(one).cmp(&key(other));
        by_day.then_with(|| name(one).cmp(name(other)))
    });
    entries
}

fn entry<'a>(
    (at, record): (usize, &'a Record),
    (finding, found): (usize, &'a SpecimenFinding),
    case: &CaseFinding,
) -> Entry<'a> {
    let specimen = &record.specimens[found.specimen];
    let quoted = found.context == Context::Prior;
    let reported = record.date.map(|date| date.value);
    let results = specimen.her2.iter().filter(|result| {
        !result.superseded && result.context == found.context && result.tumor == found.tumor
    });
    let tested = results.filter_map(day).max();
    // The day of a report is not the day of what it quotes.
    let days = [
        (specimen.date, DayOf::Taken),
        (tested, DayOf::Result),
        (reported.filter(|_| !quoted), DayOf::Report),
    ];
    let dated = days.into_iter().find_map(|(day, of)| Some((day?, of)));
    Entry {
        record: at,
        finding,
        found,
        identifier: specimen.identifier.as_ref(),
        date: dated.map(|(day, _)| day),
        day_of: dated.map(|(_, of)| of),
        reported,
        point: point::of(record, specimen, quoted, case),
        side: specimen.side,
        procedure: specimen.procedure,
        quoted,
    }
}

/// The day a result is dated.
fn day(result: &Her2Result) -> Option<Date> {
    let days = [
        result.score.and_then(|fact| fact.when),
        result.ratio.and_then(|fact| fact.when),
        result.her2_copies.and_then(|fact| fact.when),
        result.word.and_then(|fact| fact.when),
    ];
    days.into_iter().flatten().max()
}
