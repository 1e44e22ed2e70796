//! The person, and diagnoses with their codes.

use super::message::{Message, Segment};
use super::observation::{Coded, date};
use super::orders::Passed;
use crate::value;
use her2_case::{Course, Fact, Laterality, Origin, Setting, Span};
use her2_knowledge::codes::CodedAnswer;
use std::ops::Range;

/// What diagnoses say of the disease.
#[derive(Debug, Default)]
pub(super) struct Diagnosed {
    /// Cancer of the breast, and its side, with its place.
    pub(super) breast: Option<(Option<Laterality>, Span)>,
}

fn fact<T>(value: T, range: Range<usize>) -> Fact<T> {
    Fact::new(value, Origin::span(Span::new(range.start, range.end)))
}

/// Reads the segments about the person and the diagnoses of a message.
pub(super) fn read(
    message: &Message<'_>,
    course: &mut Course,
    diagnosed: &mut Diagnosed,
    passed: &mut Passed,
) {
    for segment in &message.segments {
        match segment.name {
            "PID" => person(message, segment, course),
            "DG1" => diagnosis(message, segment, course, diagnosed, passed),
            "AL1" => passed.add("AL1"),
            _ => {}
        }
    }
}

fn person(message: &Message<'_>, segment: &Segment<'_>, course: &mut Course) {
    let born = message.first(segment, 7);
    if let Some(day) = date(&message.text[born.clone()])
        && course.born.is_none()
    {
        course.born = Some(fact(day, born.start..born.start + 8));
    }
    let sex = message.component_range(message.first(segment, 8), 1);
    let told = match message.text[sex.clone()].trim() {
        "F" => Some(her2_case::Sex::Female),
        "M" => Some(her2_case::Sex::Male),
        other => value::sex(other).map(|read| read.value),
    };
    if let Some(told) = told
        && course.sex.is_none()
    {
        course.sex = Some(fact(told, sex));
    }
}

fn diagnosis(
    message: &Message<'_>,
    segment: &Segment<'_>,
    course: &mut Course,
    diagnosed: &mut Diagnosed,
    passed: &mut Passed,
) {
    let field = message.first(segment, 3);
    let mut coded = Coded::read(message, field.clone());
    // Before 2.4 the method stands in a field of its own.
    let method = message.component(segment, 2, 1).trim();
    if coded.triplets[0].2.is_empty() && !method.is_empty() {
        coded.triplets[0].2 = method.to_owned();
    }
    let code = message.component_range(field, 1);
    let span = Span::new(code.start, code.end);
    match coded.answer() {
        Some(CodedAnswer::BreastCancer(side)) => {
            diagnosed.breast.get_or_insert((side, span));
            if let Some(day) = date(message.component(segment, 5, 1))
                && course.diagnosed.is_none()
            {
                course.diagnosed = Some(fact(day, message.first(segment, 5)));
            }
        }
        Some(CodedAnswer::Metastasis(_)) => {
            course
                .setting
                .get_or_insert(fact(Setting::Metastatic, code));
        }
        Some(CodedAnswer::Status(_)) => passed.add("DG1 (status of the tumor)"),
        _ => passed.add("DG1"),
    }
}
