//! Words that say something of HER2 without being a test result: `triple negative`, `HER2-low`.

use super::context::context;
use super::document::{Document, Zone};
use super::markers::Mention;
use super::{her2_score, legend, origin};
use her2_case::{Assay, Fact, Her2Category, Her2Result, Her2Word};
use her2_knowledge::lexicon::Concept;

/// `triple negative` says something of HER2 without being a test.
pub fn implied(document: &Document<'_>, mention: &Mention) -> Option<Her2Result> {
    let word = if document.is(mention.first, Concept::TripleNegative) {
        Her2Word::Negative
    } else {
        Her2Word::Positive
    };
    if legend::is_general(document, mention.first)
        || matches!(document.zones[mention.first], Zone::Method | Zone::Blocks)
    {
        return None;
    }
    let place = origin(document.span(mention.first, mention.last));
    let mut result = Her2Result::empty(Assay::Unspecified, place);
    result.word = Some(Fact::new(word, place));
    result.implied = true;
    result.context = context(document, mention.first, mention.last);
    Some(result)
}

/// `HER2-low (1+)`: a category, and the score beside it if one stands there.
pub fn claimed(document: &Document<'_>, mention: &Mention) -> Option<Her2Result> {
    if legend::is_general(document, mention.first)
        || matches!(document.zones[mention.first], Zone::Method | Zone::Blocks)
    {
        return None;
    }
    // `HER2-low = 1+ or 2+`: a definition.
    if document.is_mark(mention.last + 1, b'=') {
        return None;
    }
    let category = match document.items[mention.first].concept? {
        Concept::Low => Her2Category::Low,
        Concept::Ultralow => Her2Category::Ultralow,
        _ => Her2Category::Null,
    };
    let place = origin(document.span(mention.first, mention.last));
    let mut result = Her2Result::empty(Assay::Ihc, place);
    result.claimed_category = Some(Fact::new(category, place));
    let mut at = mention.last + 1;
    while at < mention.end.min(mention.last + 10) && document.same_sentence(at, mention.first) {
        if let Some((score, next)) = her2_score::score(document, at, true, Assay::Ihc) {
            result.score.get_or_insert(score);
            at = next;
        } else {
            at += 1;
        }
    }
    let last = result.score.and_then(|score| score.origin.as_span());
    result.origin = last.map_or(place, |span| {
        origin(document.span(mention.first, mention.last).join(span))
    });
    result.context = context(document, mention.first, mention.last);
    Some(result)
}
