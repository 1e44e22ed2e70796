//! Receptors by the RNA panels, whose scores are not those of immunohistochemistry.

use crate::report::document::Document;
use crate::report::markers::Mention;
use crate::report::number::Torn;
use her2_knowledge::lexicon::Concept;

/// Whether a mention tells a receptor by an RNA panel: `ER Score: 10.2`, `ER score 9.8 positive; PR 6.2 positive`.
pub fn is_of_panel(document: &Document<'_>, mention: &Mention) -> bool {
    const BEFORE: usize = 60;
    const AFTER: usize = 4;
    let next = mention.last + 1;
    let score = document.is(next, Concept::ScoreWord)
        && !document.word(next).eq_ignore_ascii_case("status");
    // Its scores have a decimal and no sign of per cent.
    let decimal = (next..next + AFTER)
        .find_map(|at| document.quantity(at, Torn::No))
        .is_some_and(|quantity| {
            quantity
                .amount
                .exact()
                .is_some_and(|value| value.scale() > 0)
                && !document.is_mark(quantity.next, b'%')
                && !document.lower(quantity.next).starts_with("percent")
        });
    let panel = (mention.first.saturating_sub(BEFORE)..mention.first)
        .any(|at| document.is(at, Concept::Rtpcr));
    (score || decimal) && panel
}
