//! The tumour from observations: stage, size, grade, nodes, type and side.

use super::about::answers;
use super::heard::{Given, Unheard, Valued, amount, unit, untagged};
use super::shape::{Concept, Observation, Quantity};
use super::token::Text;
use crate::value;
use her2_case::{
    Decimal, Fact, Grade, Histology, Laterality, Origin, Paths, Problem, Severity, Span, TnmPrefix,
    Tumor,
};
use her2_knowledge::codes::{CodedAnswer, Item, Wording};

/// What one observation says of the tumour.
#[derive(Default)]
pub(super) struct OfTumor {
    /// The tumour, as far as this observation speaks of it.
    pub(super) tumor: Tumor,
    /// Whether it says that there is a distant metastasis, or that there is none.
    pub(super) distant: Option<Fact<bool>>,
    /// Where everything stands.
    pub(super) paths: Paths,
    /// What is odd.
    pub(super) problems: Vec<Problem>,
}

/// Whether an item is about the tumour.
pub(super) fn is_of_tumor(item: Item) -> bool {
    matches!(
        item,
        Item::TClinical
            | Item::NClinical
            | Item::MClinical
            | Item::StageClinical
            | Item::TPathological
            | Item::NPathological
            | Item::MPathological
            | Item::StagePathological
            | Item::StageOther
            | Item::Grade
            | Item::Histology
            | Item::Laterality
            | Item::TumorSize
            | Item::NodesPositive
            | Item::NodesExamined
            | Item::MetastaticSite
    )
}

impl OfTumor {
    /// Reads an observation about the tumour.
    pub(super) fn observe(&mut self, item: Item, of: &Observation<'_>, path: &str, whole: &str) {
        // The size is often a component of an observation without a value of its own.
        let with_value = of.component.iter().enumerate().find(|(_, part)| {
            of.given().is_none() && part.code.as_ref().is_some_and(|code| same(item, code))
        });
        match with_value {
            Some((at, part)) => self.read(item, part, &format!("{path}.component[{at}]"), whole),
            None => self.read(item, of, path, whole),
        }
    }

    fn read<'a>(&mut self, item: Item, of: &impl Valued<'a>, path: &str, whole: &str) {
        let Some((given, element)) = of.given() else {
            if of.clashes() {
                self.problems.push(Problem {
                    code: "values-clash",
                    severity: Severity::Warning,
                    message: format!("{path}: it has several values, or a value and a reason for none; nothing was read from it"),
                    origin: None,
                });
            }
            return;
        };
        let path = format!("{path}.{element}");
        let read = self.value(item, given, whole);
        match read {
            Ok(Some(span)) => self.paths.add(span, path.as_str()),
            Ok(None) => {}
            Err(_) => self.problems.push(Problem {
                code: "value-not-understood",
                severity: Severity::Note,
                message: format!("{path}: the value is not understood; nothing was read from it"),
                origin: None,
            }),
        }
    }

    fn value(
        &mut self,
        item: Item,
        given: Given<'_, '_>,
        whole: &str,
    ) -> Result<Option<Span>, Unheard> {
        let not = Unheard::NotUnderstood;
        let tumor = &mut self.tumor;
        let fact = |span: Span| Origin::span(span);
        let (letter, prefix) = match item {
            Item::TClinical => ('T', TnmPrefix::Clinical),
            Item::NClinical => ('N', TnmPrefix::Clinical),
            Item::MClinical => ('M', TnmPrefix::Clinical),
            Item::TPathological => ('T', TnmPrefix::Pathological),
            Item::NPathological => ('N', TnmPrefix::Pathological),
            Item::MPathological => ('M', TnmPrefix::Pathological),
            _ => ('-', TnmPrefix::Clinical),
        };
        if letter != '-' {
            let (category, own, span) = category(given, letter, whole).ok_or(not)?;
            let origin = fact(span);
            if letter == 'M' {
                match category.as_bytes().get(1) {
                    Some(b'1') => self.distant = Some(Fact::new(true, origin)),
                    Some(b'0') => self.distant = Some(Fact::new(false, origin)),
                    _ => {}
                }
            }
            tumor.tnm_prefix = Some(Fact::new(own.unwrap_or(prefix), origin));
            let slot = match letter {
                'T' => &mut tumor.t,
                'N' => &mut tumor.n,
                _ => &mut tumor.m,
            };
            *slot = Some(Fact::new(category, origin));
            return Ok(Some(span));
        }
        let span = match item {
            Item::StageClinical | Item::StagePathological | Item::StageOther => {
                let (group, span) = stage(given, whole).ok_or(not)?;
                if group.starts_with("IV") {
                    self.distant = Some(Fact::new(true, fact(span)));
                }
                span
            }
            Item::Histology => {
                // Words that are no code of a type are the laboratory's own, and nothing that is kept.
                let Some((kind, span)) = histology(given, whole) else {
                    return Ok(None);
                };
                tumor.histology = Some(Fact::new(kind, fact(span)));
                span
            }
            Item::Grade => {
                let (grade, span) = grade(given, whole).ok_or(not)?;
                tumor.grade = Some(Fact::new(grade, fact(span)));
                span
            }
            Item::Laterality => {
                let (side, span) = side(given, whole).ok_or(not)?;
                tumor.laterality = Some(Fact::new(side, fact(span)));
                span
            }
            Item::TumorSize => {
                let (size, span) = size(given, whole).ok_or(not)?;
                tumor.size_mm = Some(Fact::new(size, fact(span)));
                span
            }
            Item::NodesPositive | Item::NodesExamined => {
                let (amount, span) = amount(given, whole).ok_or(not)?;
                let count = amount.exact().and_then(Decimal::to_whole).ok_or(not)?;
                let slot = match item {
                    Item::NodesPositive => &mut tumor.nodes_positive,
                    _ => &mut tumor.nodes_examined,
                };
                *slot = Some(Fact::new(count, fact(span)));
                span
            }
            Item::MetastaticSite => {
                let Given::Concept(concept) = given else {
                    return Ok(None);
                };
                return self.site(concept, whole);
            }
            _ => return Ok(None),
        };
        Ok(Some(span))
    }

    fn site(&mut self, concept: &Concept<'_>, whole: &str) -> Result<Option<Span>, Unheard> {
        for (answer, coding) in answers(concept) {
            let Some(span) = coding.display.or(coding.code).map(|of| of.span(whole)) else {
                continue;
            };
            let origin = Origin::span(span);
            match answer {
                CodedAnswer::Absent => self.distant = Some(Fact::new(false, origin)),
                CodedAnswer::Metastasis(site) => {
                    self.distant = Some(Fact::new(true, origin));
                    self.tumor.metastatic_site = Some(Fact::new(site, origin));
                }
                _ => continue,
            }
            return Ok(Some(span));
        }
        let words = words(Given::Concept(concept)).into_iter().find_map(|text| {
            let site = Wording::of(&text.value()).metastatic_site()?;
            Some((site, text.span(whole)))
        });
        if let Some((site, span)) = words {
            let origin = Origin::span(span);
            self.distant = Some(Fact::new(true, origin));
            self.tumor.metastatic_site = Some(Fact::new(site, origin));
            return Ok(Some(span));
        }
        Ok(None)
    }
}

fn same(item: Item, code: &Concept<'_>) -> bool {
    super::about::about(code) == super::about::About::Item(item)
}

/// The words of a value: of the person first, of the codes after.
pub(super) fn words<'a>(given: Given<'_, 'a>) -> Vec<Text<'a>> {
    match given {
        Given::Concept(concept) => {
            let displays = concept.coding.iter().filter_map(|coding| coding.display);
            concept.text.into_iter().chain(displays).collect()
        }
        Given::Text(text) | Given::Integer(text) => vec![text],
        _ => Vec::new(),
    }
}

/// A T, N or M category: by its code, by its words, or by its concept.
fn category(
    given: Given<'_, '_>,
    letter: char,
    whole: &str,
) -> Option<(String, Option<TnmPrefix>, Span)> {
    let exact = |text: Text<'_>| {
        let said = text.value();
        let plain = named_category(&said)?;
        let read = value::category(plain, letter)?;
        let own = |prefix| read.prefix.or(prefix);
        Some((read.text, own(None), text.span(whole)))
    };
    if let Given::Concept(concept) = given {
        let codes = concept.coding.iter().filter_map(|coding| coding.code);
        let staging = codes.filter(|code| {
            let plain = code.plain().unwrap_or_default();
            plain.len() <= 12 && plain.bytes().any(|byte| byte.is_ascii_alphabetic())
        });
        let mut by_code = staging.filter_map(exact);
        // The code of the staging manual says which kind of stage it is too.
        if let Some(found) = by_code.next() {
            return Some(found);
        }
        if let Some(found) = words(given).into_iter().find_map(exact) {
            return Some(found);
        }
        return answers(concept).find_map(|(answer, coding)| {
            let text = match (answer, letter) {
                (CodedAnswer::T(text), 'T')
                | (CodedAnswer::N(text), 'N')
                | (CodedAnswer::M(text), 'M') => text,
                _ => return None,
            };
            let words = coding.display.or(coding.code)?;
            Some((text.to_owned(), None, words.span(whole)))
        });
    }
    words(given).into_iter().find_map(exact)
}

/// The category in the words by which code systems name it: `T3 category (finding)`, `American Joint Committee on Cancer cT3`.
fn named_category(text: &str) -> Option<&str> {
    let text = untagged(text);
    let text = text.strip_suffix("category").map_or(text, str::trim_end);
    let last = text.rsplit(' ').next()?;
    let fits = |word: &str| {
        let letters = word.trim_start_matches(['c', 'p', 'y', 'r', 'a']);
        letters.starts_with(['T', 'N', 'M', 'X'])
            || letters.starts_with(|first: char| first.is_ascii_digit())
            || letters == "is"
    };
    let one_word = !text.contains(' ');
    (one_word || fits(last) && last.starts_with(|first: char| first.is_ascii_alphabetic()))
        .then_some(if one_word { text } else { last })
}

/// A stage group in Roman numbers.
pub(super) fn stage(given: Given<'_, '_>, whole: &str) -> Option<(String, Span)> {
    if let Given::Concept(concept) = given {
        let coded = answers(concept).find_map(|(answer, coding)| match answer {
            CodedAnswer::Stage(group) => Some((
                group.to_owned(),
                coding.display.or(coding.code)?.span(whole),
            )),
            _ => None,
        });
        let codes = concept.coding.iter().filter_map(|coding| coding.code);
        let by_code = || {
            codes
                .filter(|code| code.plain().is_some_and(|code| code.len() <= 6))
                .find_map(|code| Some((group(&code.value())?, code.span(whole))))
        };
        if let Some(found) = coded.or_else(by_code) {
            return Some(found);
        }
    }
    words(given)
        .into_iter()
        .find_map(|text| Some((group(&text.value())?, text.span(whole))))
}

/// `Stage 3A (qualifier value)`, `c3A`, `IIIA`, `Stage IV`.
fn group(text: &str) -> Option<String> {
    let text = untagged(text).trim();
    let last = text.rsplit(' ').next()?;
    let bare = last.trim_start_matches(['c', 'p', 'y']);
    let upper = bare.to_ascii_uppercase();
    let digits = upper.find(|letter: char| !letter.is_ascii_digit());
    let (number, letter) = upper.split_at(digits.unwrap_or(upper.len()));
    let roman = match number {
        "0" => "0",
        "1" => "I",
        "2" => "II",
        "3" => "III",
        "4" => "IV",
        "" => {
            let end = upper.find(|letter: char| !matches!(letter, 'I' | 'V'));
            let (roman, letter) = upper.split_at(end.unwrap_or(upper.len()));
            let known = matches!(roman, "I" | "II" | "III" | "IV");
            let fits = matches!(letter, "" | "A" | "B" | "C");
            return (known && fits).then(|| format!("{roman}{letter}"));
        }
        _ => return None,
    };
    matches!(letter, "" | "A" | "B" | "C").then(|| format!("{roman}{letter}"))
}

fn histology(given: Given<'_, '_>, whole: &str) -> Option<(Histology, Span)> {
    let Given::Concept(concept) = given else {
        return None;
    };
    answers(concept).find_map(|(answer, coding)| match answer {
        CodedAnswer::Histology(kind) => Some((kind, coding.display.or(coding.code)?.span(whole))),
        _ => None,
    })
}

fn grade(given: Given<'_, '_>, whole: &str) -> Option<(Grade, Span)> {
    if let Given::Concept(concept) = given {
        let coded = answers(concept).find_map(|(answer, coding)| match answer {
            CodedAnswer::Grade(grade) => Some((grade, coding.display.or(coding.code)?.span(whole))),
            _ => None,
        });
        if coded.is_some() {
            return coded;
        }
    }
    if let Given::Quantity(_) = given {
        let (amount, span) = amount(given, whole)?;
        let grade = match amount.exact()?.to_whole()? {
            1 => Grade::One,
            2 => Grade::Two,
            3 => Grade::Three,
            _ => return None,
        };
        return Some((grade, span));
    }
    words(given).into_iter().find_map(|text| {
        let said = text.value();
        let read = value::grade(untagged(&said))?;
        Some((read.value, text.span_of(&read.range, whole)))
    })
}

/// A side: by its code, or a word of the place.
pub(super) fn side(given: Given<'_, '_>, whole: &str) -> Option<(Laterality, Span)> {
    if let Given::Concept(concept) = given {
        let coded = answers(concept).find_map(|(answer, coding)| {
            let side = match answer {
                CodedAnswer::Side(side) | CodedAnswer::BreastCancer(Some(side)) => side,
                _ => return None,
            };
            Some((side, coding.display.or(coding.code)?.span(whole)))
        });
        if coded.is_some() {
            return coded;
        }
    }
    words(given).into_iter().find_map(|text| {
        let said = text.value();
        let mut found = None;
        for word in said.split(|letter: char| !letter.is_alphanumeric()) {
            let Some(read) = value::laterality(word) else {
                continue;
            };
            match found {
                None => found = Some(read.value),
                Some(other) if other == read.value => {}
                Some(_) => return None,
            }
        }
        Some((found?, text.span(whole)))
    })
}

/// A length in millimetres: with a unit, or none.
fn size(given: Given<'_, '_>, whole: &str) -> Option<(Decimal, Span)> {
    if let Given::Quantity(of) = given {
        let (amount, span) = amount(given, whole)?;
        let value = amount.exact()?;
        return Some((millimetres(of, value)?, span));
    }
    let Given::Text(text) = given else {
        return None;
    };
    let said = text.value();
    // A bare number has no unit that can be known.
    let has_unit = said.to_ascii_lowercase().contains('m');
    let read = value::millimetres(&said, false).filter(|_| has_unit)?;
    Some((read.value, text.span_of(&read.range, whole)))
}

fn millimetres(of: &Quantity<'_>, value: Decimal) -> Option<Decimal> {
    match unit(of) {
        "mm" | "millimeter" | "millimeters" | "[mm]" => Some(value),
        "cm" | "centimeter" | "centimeters" | "[cm]" => Some(value.shifted(1)),
        _ => None,
    }
}
