//! What the value of an observation says, whichever form it has.

use super::about::answers;
use super::shape::{Component, Concept, Observation, Quantity, Range, Ratio};
use super::token::Text;
use crate::value::{self, Beside, Missing, Said, direction};
use her2_case::{Amount, Assay, Decimal, Her2Word, IhcScore, ScoreReading, Span};
use her2_knowledge::codes::{CodedAnswer, StatedStatus};

/// A value in one of its forms, with the name of the element that holds it.
#[derive(Clone, Copy)]
pub(super) enum Given<'c, 'a> {
    Concept(&'c Concept<'a>),
    Quantity(&'c Quantity<'a>),
    Ratio(&'c Ratio<'a>),
    Range(&'c Range<'a>),
    Text(Text<'a>),
    Integer(Text<'a>),
    Truth(Text<'a>),
}

/// Something that can have a value: an observation or a part of one.
pub(super) trait Valued<'a> {
    /// Its value and the element that holds it; nothing where there are several, or a reason for none beside it.
    fn given(&self) -> Option<(Given<'_, 'a>, &'static str)>;
    /// Whether it has several values, or one and a reason for none: the standard allows neither, and which one is meant nobody can tell.
    fn clashes(&self) -> bool;
    /// Why there is none.
    fn absent(&self) -> Option<&Concept<'a>>;
    /// The flags beside it.
    fn flags(&self) -> &[Concept<'a>];
    /// What it is about.
    fn code(&self) -> Option<&Concept<'a>>;
}

macro_rules! valued {
    ($($of:ident),+) => {$(
        impl<'a> Valued<'a> for $of<'a> {
            fn given(&self) -> Option<(Given<'_, 'a>, &'static str)> {
                if self.clashes() {
                    return None;
                }
                if let Some(of) = &self.value_codeable_concept {
                    return Some((Given::Concept(of), "valueCodeableConcept"));
                }
                if let Some(of) = &self.value_quantity {
                    return Some((Given::Quantity(of), "valueQuantity"));
                }
                if let Some(of) = &self.value_ratio {
                    return Some((Given::Ratio(of), "valueRatio"));
                }
                if let Some(of) = &self.value_range {
                    return Some((Given::Range(of), "valueRange"));
                }
                let text = self.value_string.map(|of| (Given::Text(of), "valueString"));
                let integer = self.value_integer.map(|of| (Given::Integer(of), "valueInteger"));
                let truth = self.value_boolean.map(|of| (Given::Truth(of), "valueBoolean"));
                text.or(integer).or(truth)
            }

            fn clashes(&self) -> bool {
                let held = [
                    self.value_codeable_concept.is_some(),
                    self.value_quantity.is_some(),
                    self.value_ratio.is_some(),
                    self.value_range.is_some(),
                    self.value_string.is_some(),
                    self.value_integer.is_some(),
                    self.value_boolean.is_some(),
                    self.data_absent_reason.is_some(),
                ];
                held.into_iter().filter(|is| *is).count() > 1
            }

            fn absent(&self) -> Option<&Concept<'a>> {
                self.data_absent_reason.as_ref()
            }

            fn flags(&self) -> &[Concept<'a>] {
                &self.interpretation
            }

            fn code(&self) -> Option<&Concept<'a>> {
                self.code.as_ref()
            }
        }
    )+};
}

valued!(Observation, Component);

/// One thing that a value says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heard {
    /// What.
    pub(super) said: Said,
    /// Of which test, where it says so.
    pub(super) assay: Option<Assay>,
    /// Of what.
    pub(super) beside: Beside,
    /// Whether it only says that something was detected or not.
    pub(super) detected: bool,
    /// Where.
    pub(super) span: Span,
}

/// Why nothing was heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unheard {
    /// There is no value, and why.
    Missing(Missing),
    /// It is not understood.
    NotUnderstood,
    /// Its code and its words say different things.
    Disagree,
}

/// A text without the kind of concept that SNOMED CT puts behind its names.
pub(super) fn untagged(text: &str) -> &str {
    const TAGS: [&str; 7] = [
        "(qualifier value)",
        "(finding)",
        "(disorder)",
        "(observable entity)",
        "(procedure)",
        "(body structure)",
        "(morphologic abnormality)",
    ];
    let text = text.trim_end();
    let tag = TAGS.iter().find_map(|tag| text.strip_suffix(tag));
    tag.map_or(text, str::trim_end)
}

/// What a text says.
fn of_text(text: Text<'_>, whole: &str) -> Result<Vec<Heard>, Unheard> {
    let said = text.value();
    let plain = untagged(&said);
    // A word such as "pending" is a result that is to come, before it is a reason for none.
    if let Some(parts) = value::her2(plain) {
        return Ok(parts
            .into_iter()
            .map(|part| Heard {
                said: part.said,
                assay: part.assay,
                beside: part.beside,
                detected: false,
                span: text.span_of(&part.range, whole),
            })
            .collect());
    }
    match value::missing(plain) {
        Some(why) => Err(Unheard::Missing(why)),
        None => Err(Unheard::NotUnderstood),
    }
}

/// What a coded answer says of HER2.
fn of_answer(answer: CodedAnswer) -> Option<Result<(Said, bool), Missing>> {
    Some(Ok(match answer {
        CodedAnswer::Score(score) => (Said::Score(ScoreReading::single(score)), false),
        CodedAnswer::Word(word) => (Said::Word(word), false),
        CodedAnswer::Present => (Said::Word(Her2Word::Positive), true),
        CodedAnswer::Absent => (Said::Word(Her2Word::Negative), true),
        CodedAnswer::NotKnown => return Some(Err(Missing::NotKnown)),
        CodedAnswer::Status(StatedStatus {
            her2: Some(word), ..
        }) => (Said::Word(word), false),
        _ => return None,
    }))
}

/// What a concept says: its codes where they are known, and its words beside them, unless they contradict each other.
pub(super) fn of_concept(concept: &Concept<'_>, whole: &str) -> Result<Vec<Heard>, Unheard> {
    let mut heard: Vec<Heard> = Vec::new();
    let mut missing = None;
    for (answer, coding) in answers(concept) {
        let words = coding.display.or(concept.text).or(coding.code);
        let Some(span) = words.map(|words| words.span(whole)) else {
            continue;
        };
        match of_answer(answer) {
            Some(Ok((said, detected))) => {
                if heard.iter().any(|other| !agree(other.said, said)) {
                    return Err(Unheard::Disagree);
                }
                if !heard.iter().any(|other| other.said == said) {
                    heard.push(Heard {
                        said,
                        assay: None,
                        beside: Beside::Here,
                        detected,
                        span,
                    });
                }
            }
            Some(Err(why)) => missing = Some(why),
            None => {}
        }
    }
    let coded = heard.len();
    let mut told = coded;
    let displays = concept.coding.iter().filter_map(|coding| coding.display);
    for words in concept.text.into_iter().chain(displays) {
        match of_text(words, whole) {
            Ok(parts) => {
                // The words of the person come before the names of codes, which are only compared with them.
                let further = told > coded;
                for part in parts {
                    let here = |of: &Heard| of.beside == Beside::Here;
                    let against = |other: &Heard| here(other) && !agree(other.said, part.said);
                    if here(&part) && heard[..told].iter().any(against) {
                        return Err(Unheard::Disagree);
                    }
                    // A bare number beside a code says nothing that the code does not.
                    let bare = matches!(part.said, Said::Number(_) | Said::Plus(_));
                    let known = heard.iter().any(|other| other.said == part.said);
                    if !(further || known || coded > 0 && bare) {
                        heard.push(part);
                    }
                }
                told = heard.len();
            }
            Err(Unheard::Missing(why)) => missing = missing.or(Some(why)),
            Err(_) => {}
        }
    }
    match (heard.is_empty(), missing) {
        (false, _) => Ok(heard),
        (true, Some(why)) => Err(Unheard::Missing(why)),
        (true, None) => Err(Unheard::NotUnderstood),
    }
}

/// Whether two parts of one answer can both be so.
fn agree(one: Said, other: Said) -> bool {
    match (one, other) {
        (Said::Score(one), Said::Score(other)) => one.low == other.low && one.high == other.high,
        (Said::Word(one), Said::Word(other)) => direction(one) == direction(other),
        (Said::Score(score), Said::Word(word)) | (Said::Word(word), Said::Score(score)) => {
            match score.exact() {
                Some(IhcScore::Three) => direction(word) != direction(Her2Word::Negative),
                Some(IhcScore::Zero | IhcScore::One) => {
                    direction(word) != direction(Her2Word::Positive)
                }
                _ => true,
            }
        }
        _ => true,
    }
}

/// What a value says.
pub(super) fn heard(given: Given<'_, '_>, whole: &str) -> Result<Vec<Heard>, Unheard> {
    match given {
        Given::Concept(concept) => of_concept(concept, whole),
        Given::Text(text) => of_text(text, whole),
        Given::Truth(text) => {
            let word = match &*text.value() {
                "true" => Her2Word::Positive,
                "false" => Her2Word::Negative,
                _ => return Err(Unheard::NotUnderstood),
            };
            Ok(vec![one(Said::Word(word), true, text.span(whole))])
        }
        Given::Quantity(_) | Given::Ratio(_) | Given::Range(_) | Given::Integer(_) => {
            let (amount, span) = amount(given, whole).ok_or(Unheard::NotUnderstood)?;
            let said = match given {
                Given::Quantity(of) if is_percent(of) => Said::Percent(amount),
                _ => Said::Number(amount),
            };
            Ok(vec![one(said, false, span)])
        }
    }
}

/// One thing at one place.
pub(super) fn one(said: Said, detected: bool, span: Span) -> Heard {
    Heard {
        said,
        assay: None,
        beside: Beside::Here,
        detected,
        span,
    }
}

/// The unit of a quantity, by its code or as printed.
pub(super) fn unit<'a>(of: &Quantity<'a>) -> &'a str {
    let unit = of.code.or(of.unit).and_then(Text::plain);
    unit.unwrap_or_default().trim()
}

/// What a number without another dimension is a number of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scale {
    Percent,
    Fraction,
    /// The unit does not say.
    Open,
    /// Of something else.
    Other,
}

fn scale(of: &Quantity<'_>) -> Scale {
    let plain = |text: Option<Text<'_>>| {
        text.map(|text| text.value().trim().to_ascii_lowercase())
            .unwrap_or_default()
    };
    let (code, printed) = (plain(of.code), plain(of.unit));
    let percent = |text: &str| {
        text.contains('%')
            || ["percent", "per cent", "pct"]
                .iter()
                .any(|of| text.contains(of))
    };
    let fraction = |text: &str| matches!(text, "1" | "fraction" | "proportion");
    // An annotation of UCUM is no dimension.
    let open = |text: &str| text.is_empty() || text.starts_with('{') && text.ends_with('}');
    match (percent(&code), percent(&printed)) {
        (true, _) => Scale::Percent,
        (_, true) if fraction(&code) => Scale::Open,
        (_, true) => Scale::Percent,
        _ if fraction(&code) || open(&code) && fraction(&printed) => Scale::Fraction,
        _ if open(&code) && open(&printed) => Scale::Open,
        _ => Scale::Other,
    }
}

fn is_percent(of: &Quantity<'_>) -> bool {
    scale(of) == Scale::Percent
}

/// A percentage: as it is, or a fraction of one as UCUM and ratios have it. A number below one of which the unit does not say which it is is neither.
pub(super) fn percentage(given: Given<'_, '_>, whole: &str) -> Option<(Amount, Span)> {
    let (found, span) = amount(given, whole)?;
    let scale = match given {
        Given::Quantity(of) => scale(of),
        Given::Ratio(of) => match &of.numerator {
            Some(above) if is_percent(above) => Scale::Percent,
            _ => Scale::Fraction,
        },
        _ => Scale::Open,
    };
    let read = match scale {
        Scale::Percent => found,
        Scale::Fraction => value::hundredfold(found)?,
        Scale::Open if value::is_open_fraction(found) => return None,
        Scale::Open => found,
        Scale::Other => return None,
    };
    (value::highest(read) <= Decimal::whole(100)).then_some((read, span))
}

/// The number of a quantity, ratio, range, integer, or of a text that is one.
pub(super) fn amount(given: Given<'_, '_>, whole: &str) -> Option<(Amount, Span)> {
    match given {
        Given::Quantity(of) => quantity(of, whole),
        Given::Integer(text) => {
            let value = decimal(text.plain()?)?;
            Some((Amount::Exactly(value), text.span(whole)))
        }
        Given::Ratio(of) => {
            let (above, one) = quantity(of.numerator.as_ref()?, whole)?;
            let (below, other) = quantity(of.denominator.as_ref()?, whole)?;
            let amount = over(above, below.exact()?)?;
            Some((amount, one.join(other)))
        }
        Given::Range(of) => {
            let low = of.low.as_ref().and_then(|of| quantity(of, whole));
            let high = of.high.as_ref().and_then(|of| quantity(of, whole));
            Some(match (low, high) {
                (Some((low, one)), Some((high, other))) => {
                    let (low, high) = (low.exact()?, high.exact()?);
                    if high < low {
                        return None;
                    }
                    (Amount::Between(low, high), one.join(other))
                }
                (Some((low, span)), None) => (Amount::AtLeast(low.exact()?), span),
                (None, Some((high, span))) => (Amount::AtMost(high.exact()?), span),
                (None, None) => return None,
            })
        }
        Given::Text(text) => {
            let said = text.value();
            let read = value::amount(&said)?;
            Some((read.value, text.span_of(&read.range, whole)))
        }
        Given::Concept(_) | Given::Truth(_) => None,
    }
}

fn quantity(of: &Quantity<'_>, whole: &str) -> Option<(Amount, Span)> {
    let text = of.value?;
    let value = decimal(text.plain()?)?;
    let amount = match of.comparator.and_then(Text::plain) {
        None => Amount::Exactly(value),
        Some("<") => Amount::Below(value),
        Some("<=") => Amount::AtMost(value),
        Some(">") => Amount::Above(value),
        Some(">=") => Amount::AtLeast(value),
        Some(_) => return None,
    };
    Some((amount, text.span(whole)))
}

/// A number as printed. Digits after the sixth decimal are cut off: nothing is rounded.
pub(super) fn decimal(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let cut = match text.split_once('.') {
        Some((whole, fraction)) if fraction.len() > 6 => {
            let digits = fraction.bytes().all(|byte| byte.is_ascii_digit());
            if !digits {
                return None;
            }
            text.get(..whole.len() + 7)?
        }
        _ => text,
    };
    cut.parse().ok()
}

/// One number over another, cut off after four decimals.
fn over(above: Amount, below: Decimal) -> Option<Amount> {
    let divide = |value: Decimal| {
        let below = below.micros();
        if below == 0 {
            return None;
        }
        if below == 1_000_000 {
            return Some(value);
        }
        let quotient = value.micros().checked_mul(10_000)? / below;
        Some(Decimal::new(u64::try_from(quotient).ok()?, 4).shortened())
    };
    Some(match above {
        Amount::Exactly(value) => Amount::Exactly(divide(value)?),
        Amount::Below(value) => Amount::Below(divide(value)?),
        Amount::AtMost(value) => Amount::AtMost(divide(value)?),
        Amount::Above(value) => Amount::Above(divide(value)?),
        Amount::AtLeast(value) => Amount::AtLeast(divide(value)?),
        Amount::Between(..) => return None,
    })
}
