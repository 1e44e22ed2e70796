//! Immunohistochemical scores and the staining behind them.

use super::document::Document;
use super::her2_terms;
use super::markers::{MARKERS, Mention};
use super::number::Torn;
use super::origin;
use super::token::{Gap, Kind};
use her2_case::{Assay, Fact, Her2Result, IhcScore, ScoreReading, Stain};
use her2_knowledge::lexicon::Concept;

/// A score of one digit.
fn of_digit(digit: u32) -> Option<IhcScore> {
    [
        IhcScore::Zero,
        IhcScore::One,
        IhcScore::Two,
        IhcScore::Three,
    ]
    .get(digit as usize)
    .copied()
}

/// A digit 0 to 3, also as a word or as a letter that scanning made of it; whether it is certainly a digit.
fn digit(document: &Document<'_>, at: usize) -> Option<(u32, bool)> {
    let item = document.items.get(at)?;
    match item.kind {
        Kind::Digits => {
            let text = item.text(document.text);
            (text.len() == 1)
                .then(|| text.parse().ok())
                .flatten()
                .filter(|value| *value <= 3)
                .map(|value| (value, true))
        }
        Kind::Word => match item.text(document.text) {
            "o" | "O" => Some((0, false)),
            "l" | "I" | "i" => Some((1, false)),
            _ => document
                .number_word(at)
                .filter(|value| *value <= 3)
                .map(|value| (value, true)),
        },
        Kind::Mark(b'!' | b'|') => Some((1, false)),
        Kind::Mark(_) => None,
    }
}

/// Whether a plus stands at the item, as a sign or as a word.
fn plus(document: &Document<'_>, at: usize) -> bool {
    document.is_mark(at, b'+') || document.is(at, Concept::PlusWord)
}

/// A score at an item, and the item after it. `after_word` says that a word of result stands before it.
pub fn score(
    document: &Document<'_>,
    at: usize,
    after_word: bool,
    assay: Assay,
) -> Option<(Fact<ScoreReading>, usize)> {
    let joined_left = at > 0
        && document.items[at].gap == Gap::None
        && matches!(
            document.items[at - 1].kind,
            Kind::Digits | Kind::Word | Kind::Mark(b'.' | b'#')
        );
    // `score 3`, `(Score=0)`, `intensity of 1`
    if document.is(at, Concept::ScoreWord) {
        let value = labelled(document, at)?;
        return read(document, value, true, assay)
            .filter(|(_, next)| !document.is_mark(*next, b'='))
            .map(|(reading, next)| (fact(document, at, next, reading), next));
    }
    // `+++`, `+2`
    let opened = at > 0 && (document.is_mark(at - 1, b'(') || document.is_mark(at - 1, b':'));
    if document.is_mark(at, b'+') && !joined_left && (document.items[at].gap > Gap::None || opened)
    {
        return signs(document, at);
    }
    // `corrected from 2+ to 3+`: the second counts.
    if at > 0
        && document.lower(at - 1) == "from"
        && !document.is_taken_back(at)
        && let Some(high) = range_next(document, at)
    {
        return read(document, high, true, assay)
            .map(|(reading, next)| (fact(document, high, next, reading), next));
    }
    let (_, certain) = digit(document, at)?;
    let signed = plus(document, at + 1) || range_next(document, at).is_some();
    let bare = after_word && certain && assay != Assay::Ish && stands_alone(document, at);
    let bracketed =
        after_word && at > 0 && document.is_mark(at - 1, b'(') && document.is_mark(at + 1, b')');
    // `1 on a scale of 3`, `HER2: 3/3`
    let of_three = at > 0
        && (document.is_mark(at - 1, b':') || document.is(at - 1, Concept::Her2))
        && document.is_mark(at + 1, b'/')
        && document.word(at + 2) == "3";
    // `HER2 on the residual tumor: 0 (negative)`
    let answer = document.word(at) == "0"
        && at > 0
        && document.is_mark(at - 1, b':')
        && document.is_mark(at + 1, b'(')
        && document.is(at + 2, Concept::Negative);
    let scaled = answer || of_three || document.lower(at + 1).contains("scale");
    let by_ihc = document.word(at) == "0"
        && certain
        && (at + 1..at + 3).any(|next| document.is_any(next, &[Concept::Ihc, Concept::Her2Kit]));
    let lone_zero = by_ihc
        || assay == Assay::Ihc
            && document.word(at).len() == 1
            && stands_alone(document, at)
            && (certain || document.is_mark(at + 1, b'.'));
    if joined_left && !document.is_mark(at - 1, b'.')
        || !(signed || bare || lone_zero || scaled || bracketed)
    {
        return None;
    }
    read(document, at, signed, assay)
        // `3+ = complete, intense staining`: the key of a scale.
        .filter(|(_, next)| !document.is_mark(*next, b'='))
        .map(|(reading, next)| (fact(document, at, next, reading), next))
}

/// Whether the key of a scale begins at the item: `3+ = complete, intense staining`.
pub fn is_key(document: &Document<'_>, at: usize) -> bool {
    digit(document, at).is_some_and(|(_, certain)| certain)
        && (plus(document, at + 1) && document.is_mark(at + 2, b'=')
            || document.is_mark(at + 1, b'=') && !document.is(at + 2, Concept::Negative))
        && document
            .items
            .get(at + 3)
            .is_none_or(|next| next.kind != Kind::Digits)
}

/// The item at which a labelled score's number stands.
fn labelled(document: &Document<'_>, at: usize) -> Option<usize> {
    let mut value = at + 1;
    while value < at + 7 {
        if digit(document, value).is_some() {
            return Some(value);
        }
        let glue = matches!(
            document.items.get(value)?.kind,
            Kind::Mark(b':' | b'=' | b'(' | b'-' | b'"' | b'.' | b'[' | b',')
        ) || document.is_any(
            value,
            &[
                Concept::IsWord,
                Concept::OfWord,
                Concept::ScoreWord,
                Concept::TheWord,
                Concept::ResultSection,
                Concept::Carcinoma,
            ],
        ) || her2_terms::is_value(document, value);
        if !glue {
            return None;
        }
        value += 1;
    }
    None
}

/// Reads a digit with or without plus, and a range.
fn read(
    document: &Document<'_>,
    at: usize,
    labelled: bool,
    assay: Assay,
) -> Option<(ScoreReading, usize)> {
    let (low, certain) = digit(document, at)?;
    let mut next = at + 1;
    let low_plus = plus(document, next);
    if low_plus {
        next += 1;
        // `1+++` and `3++` are no scores.
        if document.is_mark(next, b'+') {
            return None;
        }
    }
    // `8.9`, `10`, `1.4`: numbers of another kind.
    if document.is_mark(next, b'.')
        && document
            .items
            .get(next + 1)
            .is_some_and(|item| item.kind == Kind::Digits && item.gap == Gap::None)
    {
        return None;
    }
    if let Some(high_at) = range_next(document, at)
        && let Some((high, _)) = digit(document, high_at)
        && high > low
        && high == low + 1
    {
        let mut end = high_at + 1;
        if plus(document, end) {
            end += 1;
        }
        return Some((
            ScoreReading {
                low: of_digit(low)?,
                high: of_digit(high)?,
                zero_plus: false,
            },
            end,
        ));
    }
    if !(low_plus || certain || labelled || assay == Assay::Ihc || document.is_mark(at + 1, b')')) {
        return None;
    }
    // `2/3`, `3 of 3`: a score out of a scale.
    if !low_plus
        && (document.is_mark(next, b'/') || document.is(next, Concept::OfWord))
        && document.number(next + 1, Torn::No).is_some()
    {
        let scale = document.number(next + 1, Torn::No)?;
        if scale.value.to_whole() != Some(3) {
            return None;
        }
        next = scale.next;
    }
    Some((
        ScoreReading {
            zero_plus: low == 0 && low_plus,
            ..ScoreReading::single(of_digit(low)?)
        },
        next,
    ))
}

/// The item of the upper end, if a range begins at the item: `0-1+`, `0/1+`, `1+ to 2+`, `zero or 1+`.
fn range_next(document: &Document<'_>, at: usize) -> Option<usize> {
    let mut next = at + 1;
    if plus(document, next) {
        next += 1;
    }
    let joins = document.is_mark(next, b'-')
        || document.is_mark(next, b'/')
        || document.is_mark(next, b',') && document.word(at) == "0"
        || document.is(next, Concept::AndWord)
        || document.word(next).eq_ignore_ascii_case("to");
    let high = next + 1;
    (joins
        && document.is_taken_back(at) == document.is_taken_back(high)
        && digit(document, high).is_some()
        && (plus(document, high + 1) || document.is_mark(at + 1, b'+')))
    .then_some(high)
}

/// `+`, `++`, `+++`, `+2`.
fn signs(document: &Document<'_>, at: usize) -> Option<(Fact<ScoreReading>, usize)> {
    let mut next = at;
    while document.is_mark(next, b'+') && (next == at || document.items[next].gap == Gap::None) {
        next += 1;
    }
    let count = (next - at) as u32;
    if count == 1 {
        let (value, certain) = digit(document, next)?;
        if !certain || document.items[next].gap > Gap::None {
            return None;
        }
        return Some((
            fact(
                document,
                at,
                next + 1,
                ScoreReading::single(of_digit(value)?),
            ),
            next + 1,
        ));
    }
    (count <= 3)
        .then(|| of_digit(count))
        .flatten()
        .map(|score| (fact(document, at, next, ScoreReading::single(score)), next))
}

/// Whether a lone digit is followed by an end, so that it is not part of a date, a size or a list.
fn stands_alone(document: &Document<'_>, at: usize) -> bool {
    match document.items.get(at + 1) {
        None => true,
        // The next column.
        Some(next) if next.gap >= Gap::Wide => true,
        Some(next) => match next.kind {
            Kind::Mark(b'.' | b',' | b')' | b';' | b'(' | b']') => document
                .items
                .get(at + 2)
                .is_none_or(|after| after.gap > Gap::None || !matches!(after.kind, Kind::Digits)),
            // `0 - positive`
            Kind::Mark(b'-') => {
                next.gap > Gap::None
                    && document
                        .items
                        .get(at + 2)
                        .is_some_and(|after| after.kind == Kind::Word)
            }
            // `HER2 0 Ki67 5%`
            _ => next.is_any(MARKERS),
        },
    }
}

fn fact(
    document: &Document<'_>,
    first: usize,
    next: usize,
    reading: ScoreReading,
) -> Fact<ScoreReading> {
    Fact::new(reading, origin(document.span(first, next - 1)))
}

/// Whether a further score is introduced as focal or as another look at the same slide.
pub fn is_repeat(document: &Document<'_>, at: usize) -> bool {
    (at.saturating_sub(3)..at)
        .any(|before| document.is_any(before, &[Concept::Features, Concept::Heterogeneity]))
}

/// The staining described at an item: `complete` or `incomplete` with a strength, in one sentence.
pub fn stain(document: &Document<'_>, at: usize) -> Option<(Fact<Stain>, usize)> {
    if document.is(at, Concept::NoStaining) {
        let place = origin(document.span(at, at));
        return Some((Fact::new(Stain::None, place), at + 1));
    }
    const STRENGTH: &[Concept] = &[
        Concept::Faint,
        Concept::Weak,
        Concept::Moderate,
        Concept::Intense,
    ];
    const EXTENT: &[Concept] = &[Concept::Complete, Concept::Incomplete];
    if !document.is_any(at, STRENGTH) && !document.is_any(at, EXTENT) {
        return None;
    }
    let mut last = at;
    let (mut strength, mut complete) = (None, None);
    let mut item = at;
    while item < document.items.len() && item - last <= 3 && document.same_sentence(item, at) {
        match document.items[item].concept {
            Some(Concept::Complete) => complete = complete.or(Some(true)),
            Some(Concept::Incomplete) => complete = Some(false),
            Some(concept) if STRENGTH.contains(&concept) => {
                strength = strength.max(Some(concept_strength(concept)))
            }
            Some(Concept::Membrane | Concept::Staining) => {}
            _ => {
                item += 1;
                continue;
            }
        }
        last = item;
        item += 1;
    }
    // `dark circumferential pattern: absent`
    let denied = (last + 1..last + 4)
        .any(|next| document.is_any(next, &[Concept::Absent, Concept::NotFound]))
        || at > 0 && document.is(at - 1, Concept::NotWord);
    if denied {
        return None;
    }
    let stain = match (complete?, strength?) {
        (true, 4) => Stain::IntenseComplete,
        (true, _) => Stain::WeakModerateComplete,
        (false, 1 | 2) => Stain::FaintIncomplete,
        (false, _) => Stain::ModerateIntenseIncomplete,
    };
    Some((Fact::new(stain, origin(document.span(at, last))), last + 1))
}

/// How strong a staining word is, from 1.
fn concept_strength(concept: Concept) -> u8 {
    match concept {
        Concept::Faint => 1,
        Concept::Weak => 2,
        Concept::Moderate => 3,
        _ => 4,
    }
}

/// Whether a result is an RNA score: the panel is named near by, or the number is none of the four scores.
pub fn is_rna(document: &Document<'_>, mention: &Mention, result: &Her2Result) -> bool {
    if result.score.is_some() || result.ratio.is_some() || result.assay == Assay::Ish {
        return false;
    }
    let numeric = document.is(mention.last + 1, Concept::ScoreWord)
        && (mention.last + 2..(mention.last + 5).min(document.items.len())).any(|at| {
            document
                .number(at, Torn::No)
                .is_some_and(|number| number.value > her2_case::Decimal::whole(3))
        });
    let panel =
        (mention.first.saturating_sub(60)..mention.first).any(|at| document.is(at, Concept::Rtpcr));
    numeric && (panel || result.assay != Assay::Ihc)
}
