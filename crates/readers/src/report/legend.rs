//! What a report says about results in general: scales, reference ranges, definitions. Never a result.

use super::document::{Document, Zone};
use super::general;
use super::number::Torn;
use super::token::{GREATER_OR_EQUAL, Gap, Kind, LESS_OR_EQUAL};
use her2_knowledge::lexicon::Concept;

/// Whether the sentence of an item speaks of results in general.
pub fn is_general(document: &Document<'_>, at: usize) -> bool {
    if document.zones[at] == Zone::Method && !is_labelled(document, at) {
        return true;
    }
    is_defined(document, at)
}

/// Whether an amount at the item is the key of a scale: `1 = <1 %`, `2 = 1-10 %`.
pub fn is_scale_key(document: &Document<'_>, at: usize) -> bool {
    at >= 2
        && document.is_mark(at - 1, b'=')
        && document.items[at - 2].kind == Kind::Digits
        && document.percentage(at).is_some()
}

/// Whether the sentence of an item defines what results mean.
pub fn is_defined(document: &Document<'_>, at: usize) -> bool {
    if is_in_key(document, at) {
        return true;
    }
    let (first, last) = document.sentence(at);
    let (first, last) = (first.max(at.saturating_sub(40)), last.min(at + 40));
    // `tumors with 1+ or 2+ may respond`: of tumours in general.
    let may = (first..last).any(|item| document.is(item, Concept::MayWord));
    if may && (first..last).any(|item| is_plural(document, item)) {
        return true;
    }
    (first..last).any(|item| match document.items[item].concept {
        Some(Concept::FamilyHistory) => true,
        Some(Concept::ReferenceRange) => item < at,
        Some(Concept::Ratio) => is_limit(document, item),
        Some(Concept::Definition | Concept::ToldAs) => defines(document, item, at),
        _ => false,
    })
}

/// Whether a word of definition at `item` defines what stands at `at`.
fn defines(document: &Document<'_>, item: usize, at: usize) -> bool {
    // `The tumor is considered HER2 positive`, `the patient has HER2 positive disease and is eligible`
    let tells = ["consider", "eligib", "regarded", "classified"]
        .iter()
        .any(|word| document.lower(item).contains(word));
    if tells && is_of_patient(document, item) {
        return false;
    }
    if item < at {
        if is_told(document, item, at) {
            return false;
        }
        return !(item..at).any(|word| document.is(word, Concept::Therefore));
    }
    // `negative (cutoff <1.8)`: the bracket explains, it does not define.
    let count = |mark: u8| {
        (at..item)
            .filter(|other| document.is_mark(*other, mark))
            .count()
    };
    // `1 on a scale of 0 to 3`: the number before the scale is the result.
    let scale = item - at <= 4 && document.word(item).to_ascii_lowercase().contains("scale");
    // `score 1+; if HER2 is positive …`: another clause.
    // `HER2 IHC: 3+, defined as …`: the score of a field.
    let field = (at.saturating_sub(2)..=at).any(|other| document.is_mark(other, b':'))
        && (at..item).any(|other| document.is_mark(other, b','));
    count(b'(') <= count(b')') && count(b';') == 0 && !scale && !field
}

/// Whether the patient or the own tumour is what a word of definition speaks of, and no condition is made.
fn is_of_patient(document: &Document<'_>, item: usize) -> bool {
    let (first, end) = document.sentence(item);
    let (first, end) = (first.max(item.saturating_sub(40)), end.min(item + 40));
    let condition = (first..end)
        .any(|word| document.is(word, Concept::ConditionWord) || document.lower(word) == "or");
    !condition && (first..item).any(|word| general::is_own(document, word))
}

/// `HER2 by immunohistochemistry is scored as 1+`: a verb of definition that tells this specimen's result.
fn is_told(document: &Document<'_>, item: usize, at: usize) -> bool {
    let (first, last) = document.sentence(item);
    let subject = (first..item).any(|word| document.is(word, Concept::Her2));
    // A condition or a second score makes it a rule.
    let rule = (first..last).any(|word| {
        document.is_any(word, &[Concept::ConditionWord, Concept::Definition])
            || document.lower(word) == "or"
    });
    let scores = (item..last)
        .filter(|word| document.is_mark(*word, b'+'))
        .count();
    document.is(item, Concept::ToldAs) && subject && !rule && scores <= 1 && at <= item + 6
}

/// Whether the item stands in the key of a scale that goes on over several sentences: `0 = no staining; 1+ = faint …; 2+ = …`.
fn is_in_key(document: &Document<'_>, at: usize) -> bool {
    const KEY: usize = 16;
    const SCALE: usize = 60;
    let is_key = |item: usize| {
        let equals = item + 1 + usize::from(document.is_mark(item + 1, b'+'));
        document.is_mark(equals, b'=') && matches!(document.word(item), "0" | "1" | "2" | "3")
    };
    let near = (at.saturating_sub(KEY)..=at).any(is_key);
    near && (at.saturating_sub(SCALE)..at + SCALE)
        .filter(|item| is_key(*item))
        .count()
        > 1
}

/// Whether an item speaks of many: `patients`, `tumors`.
fn is_plural(document: &Document<'_>, at: usize) -> bool {
    document.is(at, Concept::GeneralSubject)
        || document.is(at, Concept::Carcinoma) && document.lower(at).ends_with('s')
}

/// If scores each with their word begin at the item (`0 and 1+ negative, 2+ equivocal, 3+ positive`), or three scores in a row
/// (`0, 1+ or 2+`), the item after them.
pub fn skip_scores(document: &Document<'_>, from: usize, end: usize) -> Option<usize> {
    let named = usize::from(document.is(from, Concept::ScoreWord));
    let at = from + named + usize::from(named == 1 && document.is_mark(from + 1, b':'));
    document.number(at, Torn::No)?;
    let mut scores = Vec::new();
    let mut words = Vec::new();
    let mut item = at;
    let mut last = at;
    while item < end && item <= last + 8 {
        // Another column, or the name of a scale behind the value.
        if item > at
            && (document.items[item].gap == Gap::Wide || document.is(item, Concept::ScoreWord))
        {
            break;
        }
        if let Some(number) = document.number(item, Torn::No) {
            let Some(whole) = number.value.to_whole().filter(|value| *value <= 3) else {
                break;
            };
            let plus = document.is_mark(number.next, b'+');
            if !plus && whole > 0 {
                break;
            }
            if !scores.contains(&whole) {
                scores.push(whole);
            }
            last = number.next + usize::from(plus);
            item = last;
            continue;
        }
        if let Some(word) = polarity(document, item) {
            if !words.contains(&word) {
                words.push(word);
            }
            last = item + 1;
        } else if document.is_any(
            item,
            &[
                Concept::Her2,
                Concept::Ihc,
                Concept::Her2Kit,
                Concept::ReferenceRange,
            ],
        ) {
            break;
        }
        item += 1;
    }
    // `3+ is positive, 2+ equivocal`: a rule.
    let rule = scores.len() >= 2
        && words.len() >= 2
        && document.is(at + 2, Concept::IsWord)
        && polarity(document, at + 3).is_some();
    (rule || scores.len() >= 3 && (words.len() >= 2 || words.is_empty())).then_some(last)
}

/// `a ratio from 1.8-2.2`, `a ratio less than 1.8`: a limit named without a colon or a verb.
fn is_limit(document: &Document<'_>, at: usize) -> bool {
    if !document.is(at, Concept::Ratio) {
        return false;
    }
    let from = at + 1 + usize::from(document.is_any(at + 1, &[Concept::Closest, Concept::OfWord]));
    document
        .quantity(from, Torn::No)
        .is_some_and(|quantity| !matches!(quantity.amount, her2_case::Amount::Exactly(_)))
}

/// Whether a colon stands shortly before the item in its sentence: a field of a table.
fn is_labelled(document: &Document<'_>, at: usize) -> bool {
    let first = document.sentence(at).0.max(at.saturating_sub(8));
    (first..at).any(|item| document.is_mark(item, b':'))
}

/// If a legend begins behind a label at the item (`scoring: Negative 0, 1+; …`), the item after it.
pub fn skip_labelled(document: &Document<'_>, at: usize, end: usize) -> Option<usize> {
    if !document.is_any(at, &[Concept::ScoreWord, Concept::ResultSection]) {
        return None;
    }
    let word = (at + 1..at + 4).find(|item| polarity(document, *item).is_some())?;
    skip(document, word, end)
}

/// If bounds each before its word begin at the item, the item after them: `<= 15 negative. > 15 <= 30 borderline. > 30 positive`.
pub fn skip_bounds(document: &Document<'_>, at: usize, end: usize) -> Option<usize> {
    let bound = |item: usize| {
        let signs = [b'<', b'>', LESS_OR_EQUAL, GREATER_OR_EQUAL];
        signs
            .iter()
            .any(|sign| document.is_mark(item, *sign))
            .then(|| document.quantity(item, Torn::No))
            .flatten()
            .map(|quantity| quantity.next)
    };
    let mut item = at;
    let mut last = bound(at)?;
    let mut words = Vec::new();
    let mut bounds = 0;
    while item < end && item <= last + 2 {
        if let Some(next) = bound(item) {
            bounds += 1;
            last = next;
            item = next;
            continue;
        }
        if let Some(word) = polarity(document, item) {
            if !words.contains(&word) {
                words.push(word);
            }
            last = item + 1;
        }
        item += 1;
    }
    (bounds >= 2 && words.len() >= 2).then_some(last)
}

/// If a legend begins at the item, the item after it.
///
/// A legend sets two or more words of result each beside a score or a bound: `Negative 0-1+, Equivocal 2+, Positive 3+`.
pub fn skip(document: &Document<'_>, at: usize, end: usize) -> Option<usize> {
    if document.is(at, Concept::ReferenceRange) {
        return Some(legend_end(document, at + 1, end));
    }
    let first = polarity(document, at)?;
    let mut seen = vec![first];
    let mut last = beside_number(document, at)?;
    let mut item = last;
    let limit = end.min(at + 60);
    while item < limit && item - last <= 6 && document.items[item].gap != Gap::Wide {
        if document.is_any(
            item,
            &[
                Concept::Ihc,
                Concept::Her2Kit,
                Concept::Ish,
                Concept::Her2,
                Concept::ReferenceRange,
            ],
        ) {
            break;
        }
        if let Some(next) = polarity(document, item)
            && let Some(after) = beside_number(document, item)
        {
            // `Negative (0) Negative 0-1+, Equivocal 2+`: the bracket is the value, what follows is the legend.
            if seen.len() == 1 && next == first && item == last + 1 && document.is_mark(last, b')')
            {
                return None;
            }
            if !seen.contains(&next) {
                seen.push(next);
            }
            last = after;
            item = after;
            continue;
        }
        item += 1;
    }
    (seen.len() >= 2).then_some(last)
}

/// One past the last entry of a reference range.
fn legend_end(document: &Document<'_>, from: usize, end: usize) -> usize {
    let mut last = from;
    let mut item = from;
    while item < end && item - last <= 8 {
        if polarity(document, item).is_some() {
            last = beside_number(document, item).unwrap_or(item + 1);
            item = last;
        } else {
            item += 1;
        }
    }
    last
}

/// The word of result at an item, as one of three.
fn polarity(document: &Document<'_>, at: usize) -> Option<u8> {
    match document.items.get(at)?.concept? {
        Concept::Negative | Concept::NotAmplified | Concept::NotOverexpressed => Some(0),
        Concept::Equivocal | Concept::Indeterminate | Concept::WeaklyPositive => Some(1),
        Concept::Positive
        | Concept::Amplified
        | Concept::StronglyPositive
        | Concept::Overexpressed => Some(2),
        Concept::LowPositive => Some(3),
        _ => None,
    }
}

/// Whether a score, a bound or a range stands within three items of a word; gives the item after it.
fn beside_number(document: &Document<'_>, at: usize) -> Option<usize> {
    for from in at + 1..(at + 5).min(document.items.len()) {
        let Some(quantity) = document.quantity(from, Torn::No) else {
            let glue = matches!(
                document.items[from].kind,
                Kind::Mark(b':' | b'=' | b'(' | b'-' | b'.' | b'"')
            ) || document.is_any(
                from,
                &[
                    Concept::ScoreWord,
                    Concept::IsWord,
                    Concept::ResultSection,
                    Concept::LessThan,
                    Concept::GreaterThan,
                    Concept::OfWord,
                ],
            );
            if glue {
                continue;
            }
            return None;
        };
        let mut next = quantity.next;
        while next < document.items.len()
            && matches!(
                document.items[next].kind,
                Kind::Mark(b'+' | b'%' | b'-' | b'/' | b',' | b')')
            )
            || next < document.items.len()
                && document.items[next].kind == Kind::Digits
                && document.is_mark(next + 1, b'+')
        {
            next += 1;
        }
        return Some(next);
    }
    None
}
