//! What a number beside lymph nodes counts: those without cancer, or none of them.

use super::document::Document;
use super::node_counts::is_node;
use super::token::{Gap, Kind};
use her2_knowledge::lexicon::Concept;

/// More nodes than this are not taken from one patient.
pub const MOST: u32 = 150;

/// Whether a fraction counts the nodes without cancer: `17 of 18 nodes free of disease`, `negative for tumor (4/4)`.
pub fn counts_negative(
    document: &Document<'_>,
    (at, end): (usize, usize),
    (count, examined): (u32, u32),
) -> bool {
    const NEAR: usize = 8;
    let says_none = |item: usize| {
        document.is_any(item, &[Concept::Negative, Concept::NoTumor])
            || ["free", "benign", "without", "uninvolved", "clear"]
                .iter()
                .any(|word| document.lower(item).starts_with(word))
    };
    let small = |item: usize| {
        is_node(document, item)
            || document.is_any(
                item,
                &[
                    Concept::Axilla,
                    Concept::Left,
                    Concept::Right,
                    Concept::IsWord,
                ],
            )
            || matches!(
                document.items[item].kind,
                Kind::Mark(b')' | b',' | b':' | b'(' | b'/')
            )
            || matches!(
                document.lower(item),
                "sentinel" | "nodes" | "node" | "lymph" | "all" | "total"
            )
            || document.items[item].kind == Kind::Digits
    };
    if count == 0 {
        return false;
    }
    let limit = document.items.len().min(end + NEAR);
    let behind = (end..limit)
        .find(|item| !small(*item))
        .is_some_and(|item| says_none(item) && document.same_sentence(item, at));
    // `no tumor in 4 of 4 nodes`
    let before = count == examined
        && (at.saturating_sub(NEAR)..at).any(|item| {
            says_none(item)
                && document.same_sentence(item, at)
                && !(item..at).any(|other| {
                    document.is_any(other, &[Concept::Positive, Concept::Margin])
                        || document.is_mark(other, b';')
                })
        });
    behind || before
}

/// Whether a number before a full stop goes on to what stands behind it: `ONE. LYMPH NODE`, `TOTAL OF 15. LYMPH NODES`, and not the
/// last word of a sentence (`grade 2. Lymph nodes`) or the number of an entry (`3. Lymph nodes`).
pub fn counts_on(document: &Document<'_>, start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else {
        return document.items[start].kind == Kind::Word;
    };
    let counted = document.is_any(before, &[Concept::OfWord, Concept::Total, Concept::Found])
        || matches!(document.lower(before), "in" | "all");
    let alone = document.items[start].kind == Kind::Word
        && (document.items[start].gap >= Gap::Line
            || matches!(document.items[before].kind, Kind::Mark(_)));
    counted || alone
}
