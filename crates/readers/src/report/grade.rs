//! Overall histological grade: stated as a grade, as a score out of nine, or in words. A nuclear grade alone is none.

use super::document::{Document, Zone};
use super::number::Torn;
use super::origin;
use super::token::{Gap, Kind};
use her2_case::{Fact, Grade};
use her2_knowledge::lexicon::Concept;

/// How directly a grade is stated; the most direct way decides.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    Words,
    Plain,
    Score,
    Overall,
}

/// The highest overall grade, stated in the most direct way.
pub fn grade(document: &Document<'_>) -> Option<Fact<Grade>> {
    let mut found: Vec<(bool, Way, Fact<Grade>)> = Vec::new();
    for at in 0..document.items.len() {
        let zone = document.zones[at];
        if matches!(zone, Zone::Method | Zone::Blocks) {
            continue;
        }
        let reported = !matches!(
            zone,
            Zone::History | Zone::Gross | Zone::Other | Zone::Intraoperative
        );
        let read = match document.items[at].concept {
            Some(Concept::Grade) => stated(document, at),
            Some(Concept::GradeScore) => score(document, at).or_else(|| stated(document, at)),
            Some(Concept::WellDifferentiated) => words(document, at, Grade::One),
            Some(Concept::ModeratelyDifferentiated) => words(document, at, Grade::Two),
            Some(Concept::PoorlyDifferentiated) => words(document, at, Grade::Three),
            _ => abbreviated(document, at),
        };
        if let Some((way, grade, first, last)) = read.filter(|_| !is_of_in_situ(document, at)) {
            found.push((
                reported,
                way,
                Fact::new(grade, origin(document.span(first, last))),
            ));
        }
    }
    let reported = found.iter().any(|(reported, _, _)| *reported);
    let best = found
        .iter()
        .filter(|(other, _, _)| *other == reported)
        .map(|(_, way, _)| *way)
        .max()?;
    // A score and the grade it gives count alike; of several tumours the highest grade is the patient's.
    found
        .into_iter()
        .filter(|(other, way, _)| {
            *other == reported && (*way == best || best >= Way::Score && *way >= Way::Score)
        })
        .map(|(_, _, fact)| fact)
        .reduce(|one, other| if other.value > one.value { other } else { one })
}

/// Whether the grade is one of the in situ cancer, of the nuclei, of a lymph node or of a dysplasia.
fn is_of_in_situ(document: &Document<'_>, at: usize) -> bool {
    let from = document.sentence(at).0.max(at.saturating_sub(9));
    let mut in_situ = false;
    for before in from..at {
        match document.items[before].concept {
            Some(Concept::Dcis | Concept::Lcis) => in_situ = true,
            Some(Concept::Invasive) => in_situ = false,
            _ => {}
        }
    }
    let after = (at + 1..at + 5).any(|next| {
        document.is(next, Concept::Dcis)
            && document.same_sentence(next, at)
            && !document.is(next + 1, Concept::AndWord)
    });
    let high_low = at > 0
        && document.is_any(
            at - 1,
            &[Concept::HighWord, Concept::LowWord, Concept::Moderate],
        )
        && document.word(at).len() < 7;
    let part = at > 0
        && document.is_any(
            at - 1,
            &[
                Concept::Tubules,
                Concept::Mitoses,
                Concept::Cells,
                Concept::NuclearGrade,
            ],
        );
    in_situ || after && !document.is(at, Concept::PoorlyDifferentiated) || high_low || part
}

/// `Nottingham grade: 2 of 3`, `grade III/III`, `SBR GRADE 2`, `Grade (1, 2, 3): 3`.
fn stated(document: &Document<'_>, at: usize) -> Option<(Way, Grade, usize, usize)> {
    let text = document.lower(at);
    let way = if document.is(at, Concept::GradeScore) || text.contains(' ') {
        Way::Overall
    } else {
        Way::Plain
    };
    let mut value = at + 1;
    while value < document.items.len() && value < at + 9 {
        if document.items[value].gap == Gap::Paragraph {
            return None;
        }
        // The choices of a form, `(1, 2, 3)`, and the name of the system, `(modified SBR)`.
        if document.is_mark(value, b'(') {
            let close = (value..value + 9).find(|close| document.is_mark(*close, b')'))?;
            let list = (value..close).any(|item| document.is_mark(item, b','));
            if list || !document.is_mark(value + 2, b')') && roman(document, value + 1).is_none() {
                value = close + 1;
                continue;
            }
        }
        if let Some((grade, next)) = one_to_three(document, value) {
            // `3+2+2=7`, `7/9`: a score.
            if document.is_mark(next, b'+')
                || document.is_mark(next, b'/')
                    && document
                        .number(next + 1, Torn::No)
                        .is_some_and(|scale| scale.value.to_whole() != Some(3))
            {
                return score(document, at);
            }
            return Some((way, grade, at, next - 1));
        }
        match document.items[value].concept {
            Some(Concept::WellDifferentiated) => return Some((way, Grade::One, at, value)),
            Some(Concept::ModeratelyDifferentiated) => return Some((way, Grade::Two, at, value)),
            Some(Concept::PoorlyDifferentiated) => return Some((way, Grade::Three, at, value)),
            Some(Concept::LowWord) if document.is_mark(value - 1, b':') => {
                return Some((Way::Words, Grade::One, at, value));
            }
            Some(Concept::Moderate) if document.is_mark(value - 1, b':') => {
                return Some((Way::Words, Grade::Two, at, value));
            }
            Some(Concept::HighWord) if document.is_mark(value - 1, b':') => {
                return Some((Way::Words, Grade::Three, at, value));
            }
            Some(
                Concept::IsWord
                | Concept::OfWord
                | Concept::GradeScore
                | Concept::Grade
                | Concept::TheWord,
            ) => {}
            _ if matches!(
                document.items[value].kind,
                Kind::Mark(b':' | b'=' | b'-' | b'(' | b')' | b',' | b'*' | b'"' | b'.')
            ) => {}
            _ => return None,
        }
        value += 1;
    }
    None
}

/// A score of 3 to 9: `score 8/9`, `6 of 9`, `3+3+2`, `total points 6`.
fn score(document: &Document<'_>, at: usize) -> Option<(Way, Grade, usize, usize)> {
    let mut value = at + 1;
    while value < document.items.len()
        && value < at + 16
        && document.items[value].gap != Gap::Paragraph
    {
        // `3+2+2`
        let digit = |item: usize| {
            document
                .number(item, Torn::No)
                .and_then(|number| number.value.to_whole())
                .filter(|part| (1..=3).contains(part))
        };
        if let (Some(one), true, Some(two), true, Some(three)) = (
            digit(value),
            document.is_mark(value + 1, b'+'),
            digit(value + 2),
            document.is_mark(value + 3, b'+'),
            digit(value + 4),
        ) {
            return Some((Way::Score, of_score(one + two + three)?, at, value + 4));
        }
        if let Some(number) = document
            .number(value, Torn::No)
            .and_then(|number| Some((number.value.to_whole()?, number.next)))
        {
            let (total, next) = number;
            let out_of_nine = (document.is_mark(next, b'/') || document.is(next, Concept::OfWord))
                && document
                    .number(next + 1, Torn::No)
                    .is_some_and(|scale| scale.value.to_whole() == Some(9));
            if out_of_nine {
                return Some((Way::Score, of_score(total)?, at, next + 1));
            }
            let total_named =
                document.lower(at).contains("total") || document.lower(at).contains("score");
            if total_named && total >= 4 && !document.is_mark(next, b'/') && value <= at + 5 {
                return Some((Way::Score, of_score(total)?, at, next - 1));
            }
            return None;
        }
        let passes = matches!(
            document.items[value].kind,
            Kind::Mark(b':' | b'=' | b'-' | b'(' | b'[' | b',' | b'.')
        ) || document.is_any(
            value,
            &[
                Concept::IsWord,
                Concept::OfWord,
                Concept::ScoreWord,
                Concept::GradeScore,
                Concept::Grade,
                Concept::TheWord,
                Concept::AndWord,
                Concept::Tubules,
            ],
        );
        if !passes {
            return None;
        }
        value += 1;
    }
    None
}

/// The grade of a Nottingham total.
fn of_score(total: u32) -> Option<Grade> {
    super::thresholds::grade_of_total(total)
}

fn words(document: &Document<'_>, at: usize, grade: Grade) -> Option<(Way, Grade, usize, usize)> {
    // `areas of poorly differentiated carcinoma`, `poorly differentiated by nuclear grade` are no overall grade.
    let part = (at.saturating_sub(3)..at).any(|before| document.is(before, Concept::Features))
        || document.is(at.wrapping_sub(1), Concept::NuclearGrade);
    // `well to moderately differentiated`: the higher is taken.
    (!part).then_some((Way::Words, grade, at, at))
}

/// `G2`, `G III`, `NHG2`: letters of their own directly before the number.
fn abbreviated(document: &Document<'_>, at: usize) -> Option<(Way, Grade, usize, usize)> {
    let text = document.word(at);
    if text != "G" && text != "NHG" && text != "GIII" && text != "GII" {
        return None;
    }
    if let Some(length) = text
        .strip_prefix('G')
        .map(str::len)
        .filter(|length| *length > 1 && text != "NHG")
    {
        return Some((
            Way::Plain,
            [Grade::One, Grade::Two, Grade::Three][length - 1],
            at,
            at,
        ));
    }
    let (grade, next) = one_to_three(document, at + 1)?;
    let alone = !matches!(
        document.items.get(next).map(|item| (item.kind, item.gap)),
        Some((Kind::Digits | Kind::Word, Gap::None))
    );
    alone.then_some((Way::Plain, grade, at, next - 1))
}

/// 1 to 3, as a digit or in Roman figures, with `/3`, `of 3`, `/III` after it.
fn one_to_three(document: &Document<'_>, at: usize) -> Option<(Grade, usize)> {
    let (value, mut next) = match document.number(at, Torn::No) {
        Some(number) => (number.value.to_whole()?, number.next),
        None => (roman(document, at)?, at + 1),
    };
    let grade = *[Grade::One, Grade::Two, Grade::Three].get(value.checked_sub(1)? as usize)?;
    if (document.is_mark(next, b'/') || document.is(next, Concept::OfWord))
        && (roman(document, next + 1) == Some(3)
            || document
                .number(next + 1, Torn::No)
                .is_some_and(|scale| scale.value.to_whole() == Some(3)))
    {
        next += 2;
        // `II/III` is grade 2 of 3.
    }
    if document.is_mark(next, b'%')
        || document.is_mark(next, b'.')
            && document
                .items
                .get(next + 1)
                .is_some_and(|item| item.kind == Kind::Digits && item.gap == Gap::None)
    {
        return None;
    }
    Some((grade, next))
}

fn roman(document: &Document<'_>, at: usize) -> Option<u32> {
    match document.word(at) {
        "I" => Some(1),
        "II" => Some(2),
        "III" | "Ill" | "lll" | "IlI" => Some(3),
        _ => None,
    }
}
