//! A patient of several in one text gets a text of their own: the resources that are theirs, one after the other.

use super::history::Made;
use her2_case::{Course, Fact, History, Origin, Place, Span};
use std::borrow::Cow;
use std::ops::Range;

/// The history with its places in a text of the patient's own.
pub(super) fn compact<'a>(made: Made, text: &str) -> (History, Cow<'a, [u8]>) {
    let Made {
        mut history,
        words,
        mut parts,
    } = made;
    // What is read from resources that are shared stands in no part of its own yet.
    let mut others = Vec::new();
    parts.sort_by_key(|part| part.start);
    let held = |span: Span, parts: &[Range<usize>]| {
        let at = parts.partition_point(|part| part.start <= span.range().start);
        at > 0 && span.range().end <= parts[at - 1].end
    };
    each_span(&mut history, &mut |span| {
        if span.range().end <= text.len() && !held(*span, &parts) {
            others.push(span.range());
        }
    });
    parts.extend(others);
    parts.sort_by_key(|part| (part.start, part.end));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for part in parts {
        match joined.last_mut() {
            Some(last) if part.start <= last.end => last.end = last.end.max(part.end),
            _ => joined.push(part),
        }
    }
    let mut own = Vec::new();
    let mut starts = Vec::new();
    for part in &joined {
        starts.push(own.len());
        own.extend_from_slice(&text.as_bytes()[part.clone()]);
        own.push(b'\n');
    }
    let end = own.len();
    own.extend_from_slice(words.as_bytes());
    let to = |span: Span| {
        let range = span.range();
        if range.start >= text.len() {
            return Span::new(range.start - text.len() + end, range.end - text.len() + end);
        }
        let at = joined.partition_point(|part| part.start <= range.start);
        match at.checked_sub(1).filter(|at| range.end <= joined[*at].end) {
            Some(at) => {
                let start = starts[at] + range.start - joined[at].start;
                Span::new(start, start + range.len())
            }
            None => Span::new(0, 0),
        }
    };
    for record in &mut history.records {
        record.relocate(to);
    }
    course(&mut history.course, &mut |span| *span = to(*span));
    (history, Cow::Owned(own))
}

/// Every place of a history, those of names aside.
fn each_span(history: &mut History, to: &mut dyn FnMut(&mut Span)) {
    for record in &mut history.records {
        record.each_origin(&mut |origin| of(origin, to));
    }
    course(&mut history.course, to);
}

fn of(origin: &mut Origin, to: &mut dyn FnMut(&mut Span)) {
    if let Place::Span(span) = &mut origin.place {
        to(span);
    }
}

fn course(course: &mut Course, to: &mut dyn FnMut(&mut Span)) {
    fn one<T>(fact: &mut Option<Fact<T>>, to: &mut dyn FnMut(&mut Span)) {
        if let Some(fact) = fact {
            of(&mut fact.origin, to);
        }
    }
    one(&mut course.sex, to);
    one(&mut course.born, to);
    one(&mut course.menopause, to);
    one(&mut course.setting, to);
    one(&mut course.hr_status, to);
    one(&mut course.diagnosed, to);
    one(&mut course.recurrence, to);
    for therapy in &mut course.therapies {
        of(&mut therapy.origin, to);
    }
    for reading in &mut course.lvef {
        of(&mut reading.origin, to);
    }
}
