//! Results that stand apart from the names of their markers, in the same order: columns that scanning has set one below the other,
//! and signs behind a list of names.

use super::document::Document;
use super::markers::{Mention, VALUES};
use super::token::{Gap, Kind};
use her2_knowledge::lexicon::Concept;

/// Gives each name of a row of names its own of the results that follow the last of them.
pub fn spread(document: &Document<'_>, mentions: Vec<Mention>) -> Vec<Mention> {
    let mut spread: Vec<Mention> = Vec::with_capacity(mentions.len());
    let mut first = 0;
    while first < mentions.len() {
        let mut last = first;
        while last + 1 < mentions.len() && is_bare(document, &mentions[last]) {
            last += 1;
        }
        let row = &mentions[first..=last];
        let parts = if row.len() > 1 {
            values(document, &mentions[last])
        } else {
            Vec::new()
        };
        if row.len() > 1 && parts.len() == row.len() {
            for (mention, (from, end)) in row.iter().zip(parts) {
                spread.push(Mention {
                    from,
                    end,
                    ..mention.clone()
                });
            }
        } else if let Some(signs) = signs(document, &mentions[first]) {
            let list = &mentions[first];
            for (marker, at) in list.markers.iter().zip(signs) {
                spread.push(Mention {
                    markers: vec![*marker],
                    from: at,
                    end: at + 1,
                    ..list.clone()
                });
            }
            spread.extend(mentions[first + 1..=last].iter().cloned());
        } else if let Some(parts) = answers(document, &mentions[first]) {
            let list = &mentions[first];
            for (marker, (from, end)) in list.markers.iter().zip(parts) {
                spread.push(Mention {
                    markers: vec![*marker],
                    from,
                    end,
                    cell: true,
                    ..list.clone()
                });
            }
            spread.extend(mentions[first + 1..=last].iter().cloned());
        } else {
            spread.extend(row.iter().cloned());
        }
        first = last + 1;
    }
    spread
}

/// Whether nothing is said of a marker but its name and method, up to the next.
fn is_bare(document: &Document<'_>, mention: &Mention) -> bool {
    !mention.cell
        && mention.markers.len() == 1
        && mention.lead == mention.first
        && (mention.from..mention.end).all(|at| {
            matches!(
                document.items[at].kind,
                Kind::Mark(b'.' | b'(' | b')' | b'|' | b',' | b':')
            ) || document.is_any(at, &[Concept::Ihc, Concept::Her2Kit, Concept::Ish])
        })
        && (mention.from..mention.end)
            .any(|at| document.is_mark(at, b'.') || document.is_mark(at, b':'))
}

/// The results behind the last name: each begins with a word of result.
fn values(document: &Document<'_>, mention: &Mention) -> Vec<(usize, usize)> {
    let starts: Vec<usize> = (mention.from..mention.end)
        .filter(|at| document.is_any(*at, VALUES) || is_lone_score(document, *at))
        .collect();
    let near = starts.first().is_some_and(|at| {
        (mention.from..*at).all(|before| {
            matches!(document.items[before].kind, Kind::Mark(_))
                || document.is_any(before, &[Concept::Ihc, Concept::Her2Kit, Concept::Ish])
                || is_stage(document, before)
        })
    });
    if !near {
        return Vec::new();
    }
    let ends = starts.iter().skip(1).copied().chain([mention.end]);
    starts.iter().copied().zip(ends).collect()
}

/// `2+` as a cell of its own, behind a full stop.
fn is_lone_score(document: &Document<'_>, at: usize) -> bool {
    document.items[at].kind == Kind::Digits
        && document.word(at).len() == 1
        && document.is_mark(at + 1, b'+')
        && at > 0
        && document.is_mark(at - 1, b'.')
        && document.items[at].gap > Gap::None
}

/// A part of `pT3. pN3a. pMX.`, where the stage stands in the same columns.
fn is_stage(document: &Document<'_>, at: usize) -> bool {
    let item = &document.items[at];
    match item.kind {
        Kind::Digits => item.gap == Gap::None,
        Kind::Word => {
            item.gap == Gap::None && document.word(at).len() == 1
                || ["pt", "pn", "pm"]
                    .iter()
                    .any(|stage| document.lower(at).starts_with(stage))
        }
        Kind::Mark(_) => false,
    }
}

/// The signs behind a list of names, one a name: `ER/PR/HER2: +/+/-`.
fn signs(document: &Document<'_>, mention: &Mention) -> Option<Vec<usize>> {
    if mention.markers.len() < 2 || !document.is_mark(mention.from, b':') {
        return None;
    }
    let is_sign = |at: usize| document.is_mark(at, b'+') || document.is_mark(at, b'-');
    let signs: Vec<usize> = (0..mention.markers.len())
        .map(|position| mention.from + 1 + 2 * position)
        .collect();
    let joined = signs.windows(2).all(|pair| {
        document.is_mark(pair[0] + 1, b'/') && document.items[pair[1]].gap == Gap::None
    });
    (joined && signs.iter().all(|at| is_sign(*at))).then_some(signs)
}

/// The answers behind a list of names, one a name, set apart as the names are: `ER/PR/HER2: 95%/80%/1+`, `ER, PR, HER2: 95%, 80%, 1+`.
fn answers(document: &Document<'_>, mention: &Mention) -> Option<Vec<(usize, usize)>> {
    const LABEL: usize = 4;
    const ANSWER: usize = 5;
    let names = mention.markers.len();
    if names < 2 || mention.cell {
        return None;
    }
    let mark = [b'/', b',']
        .into_iter()
        .find(|mark| document.is_mark(mention.first + 1, *mark))?;
    let colon = (mention.from..mention.end.min(mention.from + LABEL))
        .find(|at| document.is_mark(*at, b':'))?;
    let mut found = Vec::new();
    let mut from = colon + 1;
    for at in colon + 1..=mention.end.min(colon + names * (ANSWER + 1)) {
        let ends = at == mention.end
            || document.is_mark(at, b';')
            || document.is_mark(at, b'.')
                && document
                    .items
                    .get(at + 1)
                    .is_none_or(|next| next.gap > Gap::None)
            || at > colon + 1 && document.items[at].gap >= Gap::Line;
        if ends || document.is_mark(at, mark) {
            found.push((from, at));
            from = at + 1;
        }
        if ends {
            break;
        }
    }
    let answered = |(from, end): &(usize, usize)| {
        let value = |at: usize| {
            document.is_any(at, VALUES)
                || document.is_any(at, &[Concept::Pending, Concept::NotPerformed])
                || document.items[at].kind == Kind::Digits
                    && (document.is_mark(at + 1, b'+')
                        || document.is_mark(at + 1, b'%')
                        || end - from == 1)
        };
        (1..=ANSWER).contains(&(end - from)) && (*from..*end).any(value)
    };
    (found.len() == names && found.iter().all(answered)).then_some(found)
}
