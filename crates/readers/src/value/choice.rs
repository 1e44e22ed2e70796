//! Values that are one of a few: grade, side, sex, menopause, the point of the course, and why there is none.

use super::lex::{Kind, Lexeme, lex};
use super::{Beside, Missing, ReadValue};
use crate::report::thresholds;
use her2_case::{CoursePoint, Grade, Histology, Laterality, Procedure, Sex};
use her2_knowledge::Word;

/// Menopausal state as a text names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Menopausal {
    /// Before.
    Pre,
    /// During.
    Peri,
    /// After.
    Post,
}

/// Whether there is no value, and why: `[Not Available]`, `NA`, `unk/nd`, `-`, nothing at all.
pub(crate) fn missing(text: &str) -> Option<Missing> {
    let tokens = lex(text)?;
    let mut why = None;
    for token in &tokens {
        let found = match token.kind {
            Kind::Word(Word::NotDone) => Missing::NotDone,
            Kind::Word(Word::Pending) => Missing::Pending,
            Kind::Word(Word::NotKnown) => Missing::NotKnown,
            Kind::Word(Word::NotApplicable) => Missing::NotApplicable,
            Kind::Mark(mark) if mark != '+' && mark != '%' => continue,
            _ => return None,
        };
        why = why.or(Some(found));
    }
    Some(why.unwrap_or(Missing::NotKnown))
}

/// The one value that the words of a text stand for; nothing if a word stands for none, or two for different ones.
fn one_of<T: PartialEq>(text: &str, of: impl Fn(Word) -> Option<T>) -> Option<ReadValue<T>> {
    let mut found: Option<(T, std::ops::Range<usize>)> = None;
    for token in &lex(text)? {
        let value = match token.kind {
            Kind::Word(Word::Filler | Word::By) => continue,
            Kind::Word(word) => of(word)?,
            Kind::Mark(mark) if mark != '+' && mark != '?' => continue,
            _ => return None,
        };
        match &mut found {
            Some((other, range)) if *other == value => range.end = token.range.end,
            Some(_) => return None,
            None => found = Some((value, token.range.clone())),
        }
    }
    let (value, range) = found?;
    Some(ReadValue {
        value,
        range,
        beside: Beside::Here,
        also: Vec::new(),
    })
}

/// Left, right, both.
pub(crate) fn laterality(text: &str) -> Option<ReadValue<Laterality>> {
    one_of(text, |word| match word {
        Word::Left => Some(Laterality::Left),
        Word::Right => Some(Laterality::Right),
        Word::Both => Some(Laterality::Bilateral),
        _ => None,
    })
}

/// Female or male.
pub(crate) fn sex(text: &str) -> Option<ReadValue<Sex>> {
    one_of(text, |word| match word {
        Word::Female => Some(Sex::Female),
        Word::Male => Some(Sex::Male),
        _ => None,
    })
}

/// Before, during or after the menopause.
pub(crate) fn menopause(text: &str) -> Option<ReadValue<Menopausal>> {
    one_of(text, |word| match word {
        Word::Premenopausal => Some(Menopausal::Pre),
        Word::Perimenopausal => Some(Menopausal::Peri),
        Word::Postmenopausal => Some(Menopausal::Post),
        _ => None,
    })
}

/// Where on the course a specimen was taken.
pub(crate) fn point(text: &str) -> Option<ReadValue<CoursePoint>> {
    one_of(text, |word| match word {
        Word::Primary => Some(CoursePoint::Primary),
        Word::AfterNeoadjuvant => Some(CoursePoint::AfterNeoadjuvant),
        Word::Recurrence => Some(CoursePoint::Recurrence),
        Word::Metastasis => Some(CoursePoint::Metastasis),
        _ => None,
    })
}

/// How a specimen was taken.
pub(crate) fn procedure(text: &str) -> Option<ReadValue<Procedure>> {
    one_of(text, |word| match word {
        Word::CoreBiopsy => Some(Procedure::CoreBiopsy),
        Word::Excision => Some(Procedure::Excision),
        Word::Mastectomy => Some(Procedure::Mastectomy),
        Word::Nodes => Some(Procedure::Nodes),
        Word::Metastasis => Some(Procedure::Metastasis),
        _ => None,
    })
}

/// The histological type.
pub(crate) fn histology(text: &str) -> Option<ReadValue<Histology>> {
    one_of(text, |word| match word {
        Word::TypeDuctal => Some(Histology::Ductal),
        Word::TypeLobular => Some(Histology::Lobular),
        Word::TypeMixed => Some(Histology::Mixed),
        Word::TypeMucinous => Some(Histology::Mucinous),
        Word::TypeTubular => Some(Histology::Tubular),
        Word::TypeCribriform => Some(Histology::Cribriform),
        Word::TypePapillary => Some(Histology::Papillary),
        Word::TypeMicropapillary => Some(Histology::Micropapillary),
        Word::TypeMedullary => Some(Histology::Medullary),
        Word::TypeMetaplastic => Some(Histology::Metaplastic),
        Word::TypeAdenoidCystic => Some(Histology::AdenoidCystic),
        Word::TypeApocrine => Some(Histology::Apocrine),
        Word::TypeOther => Some(Histology::Other),
        _ => None,
    })
}

/// The overall grade: `2`, `G2`, `Grade II`, `2/3`, `8/9`, `moderately differentiated`, `III (High)`.
pub(crate) fn grade(text: &str) -> Option<ReadValue<Grade>> {
    let tokens = lex(text)?;
    let mut found: Option<(Grade, std::ops::Range<usize>)> = None;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let mut next = at + 1;
        let value = match token.kind {
            Kind::Word(Word::GradeWord | Word::Filler | Word::Score) => {
                at = next;
                continue;
            }
            Kind::Word(Word::RomanOne | Word::Well | Word::LowGrade | Word::Low) => Grade::One,
            Kind::Word(Word::RomanTwo | Word::ModeratelyDifferentiated | Word::Moderate) => {
                Grade::Two
            }
            Kind::Word(Word::RomanThree | Word::Poor) => Grade::Three,
            Kind::Number(value) => {
                let whole = value.to_whole()?;
                let of = of_total(&tokens, next);
                next = of.map_or(next, |(_, after)| after);
                match (of.map(|(total, _)| total), whole) {
                    (Some(9), total) => thresholds::grade_of_total(total)?,
                    (None | Some(3), 1) => Grade::One,
                    (None | Some(3), 2) => Grade::Two,
                    (None | Some(3), 3) => Grade::Three,
                    _ => return None,
                }
            }
            Kind::Mark(mark) if mark != '?' && mark != '<' && mark != '>' => {
                at = next;
                continue;
            }
            _ => return None,
        };
        let end = tokens[next - 1].range.end;
        match &mut found {
            Some((other, range)) if *other == value => range.end = end,
            Some(_) => return None,
            None => found = Some((value, token.range.start..end)),
        }
        at = next;
    }
    let (value, range) = found?;
    Some(ReadValue {
        value,
        range,
        beside: Beside::Here,
        also: Vec::new(),
    })
}

/// `/3`, `of 9` after a number: the total, and the token after it.
fn of_total(tokens: &[Lexeme], at: usize) -> Option<(u32, usize)> {
    let joined = match tokens.get(at)?.kind {
        Kind::Mark('/') | Kind::Word(Word::Filler) => tokens.get(at + 1)?,
        _ => return None,
    };
    match joined.kind {
        Kind::Number(total) => Some((total.to_whole()?, at + 2)),
        _ => None,
    }
}
