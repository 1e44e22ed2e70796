//! The specimens of a report: the one reported on, and an earlier one that it quotes.

use super::document::{Document, Zone};
use super::origin;
use her2_case::{
    Amount, Context, Fact, Her2Result, Procedure, ReceptorResult, Specimen, SpecimenId, Tumor,
};
use her2_knowledge::lexicon::Concept;

/// Divides the results by the specimen they are of.
pub fn specimens(
    document: &Document<'_>,
    tumor: &Tumor,
    her2: Vec<Her2Result>,
    receptors: Vec<ReceptorResult>,
    ki67: Option<Fact<Amount>>,
) -> Vec<Specimen> {
    let (current, prior): (Vec<_>, Vec<_>) = her2
        .into_iter()
        .partition(|result| result.context == Context::Current);
    let (current_receptors, prior_receptors): (Vec<_>, Vec<_>) = receptors
        .into_iter()
        .partition(|result| result.context == Context::Current);
    let side = tumor.laterality.map(|fact| fact.value);
    let (label, procedure) = own(document);
    let mut found = vec![Specimen {
        label,
        side,
        procedure,
        date: None,
        her2: current,
        receptors: current_receptors,
        ki67,
        ..Specimen::default()
    }];
    if !prior.is_empty() || !prior_receptors.is_empty() {
        let mut prior = prior;
        prior
            .iter_mut()
            .for_each(|result| set_specimen(result, SpecimenId(1)));
        found.push(Specimen {
            label: None,
            side: None,
            procedure: earlier(document),
            date: None,
            her2: prior,
            receptors: prior_receptors,
            ki67: None,
            ..Specimen::default()
        });
    }
    found
}

/// Notes on every fact of a result of which specimen it is.
fn set_specimen(result: &mut Her2Result, specimen: SpecimenId) {
    fn set<T>(fact: &mut Option<Fact<T>>, specimen: SpecimenId) {
        if let Some(fact) = fact {
            fact.specimen = specimen;
        }
    }
    set(&mut result.score, specimen);
    set(&mut result.percent, specimen);
    set(&mut result.stain, specimen);
    set(&mut result.ratio, specimen);
    set(&mut result.her2_copies, specimen);
    set(&mut result.cep17_copies, specimen);
    set(&mut result.her2_total, specimen);
    set(&mut result.cep17_total, specimen);
    set(&mut result.cells, specimen);
    set(&mut result.observers, specimen);
    set(&mut result.group, specimen);
    set(&mut result.word, specimen);
    set(&mut result.claimed_category, specimen);
}

/// The title of the specimen reported on and how it was taken: the largest operation named outside the history.
fn own(document: &Document<'_>) -> (Option<her2_case::Origin>, Option<Procedure>) {
    let mut best: Option<(u8, usize, Procedure)> = None;
    for at in 0..document.items.len() {
        if matches!(
            document.zones[at],
            Zone::History | Zone::Method | Zone::Blocks | Zone::Other | Zone::Gross
        ) {
            continue;
        }
        let (rank, procedure) = match document.items[at].concept {
            Some(Concept::Mastectomy) => (3, Procedure::Mastectomy),
            Some(Concept::Excision) => (2, Procedure::Excision),
            Some(Concept::CoreBiopsy | Concept::Fna) => (1, Procedure::CoreBiopsy),
            _ => continue,
        };
        let earlier = (at.saturating_sub(4)..at).any(|before| document.is(before, Concept::Prior))
            || document.lower(at).starts_with("prior");
        // `LYMPH NODE, EXCISION` is no operation on the breast.
        let node = (at.saturating_sub(8)..at)
            .any(|before| document.is_any(before, &[Concept::Node, Concept::Margin]));
        if !earlier && !node && best.is_none_or(|(known, _, _)| rank > known) {
            best = Some((rank, at, procedure));
        }
    }
    let Some((_, at, procedure)) = best else {
        return (None, None);
    };
    let first = (at.saturating_sub(8)..at)
        .rev()
        .take_while(|before| {
            document.items[*before + 1].gap < super::token::Gap::Line
                && !document.is_mark(*before, b':')
                && !document.is_mark(*before, b'.')
        })
        .last()
        .unwrap_or(at);
    (Some(origin(document.span(first, at))), Some(procedure))
}

/// How an earlier specimen was taken.
fn earlier(document: &Document<'_>) -> Option<Procedure> {
    (0..document.items.len()).find_map(|at| {
        let text = document.lower(at);
        (document.is(at, Concept::Prior) && text.contains("biopsy")
            || document.is(at, Concept::CoreBiopsy))
        .then_some(Procedure::CoreBiopsy)
    })
}
