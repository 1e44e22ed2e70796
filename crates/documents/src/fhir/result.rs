//! HER2 results as observations.

use super::bundle::{Bundle, Place};
use super::coded::{
    self, Unit, amount, answers, concept, count, item_concept, number, ours_concept, own,
    value_concept,
};
use super::json::Object;
use super::observation::{Kind, Observation, component, own_component};
use crate::convert::LeftOut;
use her2_case::{
    Amount, Assay, Context, Fact, Her2Category, Her2Result, Her2Word, IhcScore, Probe,
    ScoreReading, Stain, Term,
};
use her2_knowledge::codes::{CodeSystem, CodedAnswer, Item};

/// Writes a result; the address of the observation that stands for it.
pub(super) fn write(
    result: &Her2Result,
    at: &Place<'_>,
    bundle: &mut Bundle<'_>,
    left_out: &mut LeftOut,
) -> Option<String> {
    if result.superseded {
        left_out.add("a HER2 result that a later part of the record replaces");
        return None;
    }
    if result.assay == Assay::Rtpcr {
        left_out.add("a HER2 score of an RNA test");
        return None;
    }
    match result.assay {
        Assay::Ish => Some(in_situ(result, at, bundle)),
        _ => Some(one(result, at, bundle)),
    }
}

/// A protein test, or a statement that names no test: one observation with parts.
fn one(result: &Her2Result, at: &Place<'_>, bundle: &mut Bundle<'_>) -> String {
    let (item, name) = match result.assay {
        Assay::Ihc => (Item::Her2IhcScore, "ihc"),
        _ => (Item::Her2Status, "her2"),
    };
    let mut written = of(result, Kind::Marker, item_concept(item, name), at);
    let word = result.word.map(|word| word.value);
    match result.score {
        Some(fact) => {
            written.value = Some(score(fact.value));
            written.interpretation = word.map(interpretation);
        }
        None => said(&mut written, word),
    }
    written.components = parts(result);
    written.components.extend(counted(result));
    bundle.add_observation(written, at, name)
}

/// A gene test: the call alone, or a panel with what was counted.
fn in_situ(result: &Her2Result, at: &Place<'_>, bundle: &mut Bundle<'_>) -> String {
    let mut members = Vec::new();
    let mut call = of(
        result,
        Kind::Marker,
        item_concept(Item::Her2IshCall, "ish"),
        at,
    );
    said(&mut call, result.word.map(|word| word.value));
    let measured: Vec<(Item, &'static str, coded::Value)> = amounts(result)
        .into_iter()
        .filter_map(|(item, name, fact, unit)| Some((item, name, amount(fact?.value, unit))))
        .chain(
            [
                (Item::CellsCounted, "cells-counted", result.cells),
                (Item::Observers, "observers", result.observers),
            ]
            .into_iter()
            .filter_map(|(item, name, fact)| Some((item, name, count(fact?.value)))),
        )
        .chain(
            [
                (Item::Her2Signals, "her2-signals", result.her2_total),
                (Item::Cep17Signals, "cep17-signals", result.cep17_total),
            ]
            .into_iter()
            .filter_map(|(item, name, fact)| Some((item, name, number(fact?.value, Unit::Number)))),
        )
        .chain(result.group.map(|group| {
            let group = format!("group {}", group.value.name());
            (
                Item::IshGroup,
                "ish-group",
                value_concept(concept(Vec::new(), Some(&group))),
            )
        }))
        .collect();
    let mut extra = parts(result);
    if measured.is_empty() && result.probe.is_none() && extra.is_empty() {
        return bundle.add_observation(call, at, "ish");
    }
    let has_call = call.value.is_some() || call.pending || call.absent.is_some();
    if has_call {
        members.push(bundle.add_observation(call, at, "ish-call"));
    }
    for (item, name, value) in measured {
        let mut member = of(result, Kind::Marker, item_concept(item, name), at);
        member.value = Some(value);
        members.push(bundle.add_observation(member, at, name));
    }
    let mut panel = of(
        result,
        Kind::Panel,
        item_concept(Item::IshPanel, "ish-panel"),
        at,
    );
    panel.method = result.probe.map(method);
    panel.members = members;
    if let Some(probe) = result.probe {
        let kind = value_concept(method(probe));
        extra.push(component(ours_concept("ish-probe"), kind));
    }
    panel.components.append(&mut extra);
    bundle.add_observation(panel, at, "ish-panel")
}

fn of(result: &Her2Result, kind: Kind, code: Object, at: &Place<'_>) -> Observation {
    let mut written = Observation::new(kind, code);
    written.specimen = at.specimen.map(str::to_owned);
    written.effective = at.date;
    written.read_at = result
        .origin
        .as_span()
        .map(|span| (result.origin.record, span))
        .into_iter()
        .collect();
    if result.context == Context::Prior {
        written.marks.push(("context", "prior"));
    }
    if result.implied {
        written.marks.push(("evidence", "implied"));
    }
    written
}

/// What stands beside a score or a call.
fn parts(result: &Her2Result) -> Vec<Object> {
    let mut parts = Vec::new();
    if let Some(percent) = result.percent {
        // The public code asks for intense complete staining; any other percent has a code of this project.
        let intense = result
            .stain
            .is_some_and(|stain| stain.value == Stain::IntenseComplete)
            || result
                .score
                .is_some_and(|score| score.value == ScoreReading::single(IhcScore::Three));
        let code = if intense {
            item_concept(Item::Her2IhcPercent, "percent-stained")
        } else {
            ours_concept("percent-stained")
        };
        parts.push(component(code, amount(percent.value, Unit::Percent)));
    }
    if let Some(stain) = result.stain {
        parts.push(own_component("stain", stain.value.name()));
    }
    if let Some(words) = result
        .claimed_category
        .and_then(|category| claimed(category.value))
    {
        let value = value_concept(concept(Vec::new(), Some(words)));
        parts.push(component(ours_concept("claimed-category"), value));
    }
    parts
}

/// A category as reports name it.
pub(super) fn claimed(category: Her2Category) -> Option<&'static str> {
    match category {
        Her2Category::Low => Some("HER2-low"),
        Her2Category::Ultralow => Some("HER2-ultralow"),
        Her2Category::Null => Some("HER2-null"),
        _ => None,
    }
}

/// The ratio and the means of a count, as far as they are told.
fn amounts(result: &Her2Result) -> [(Item, &'static str, Option<Fact<Amount>>, Unit); 3] {
    [
        (
            Item::Her2Ratio,
            "her2-cep17-ratio",
            result.ratio,
            Unit::Ratio,
        ),
        (
            Item::Her2Copies,
            "her2-copies",
            result.her2_copies,
            Unit::PerNucleus,
        ),
        (
            Item::Cep17Copies,
            "cep17-copies",
            result.cep17_copies,
            Unit::PerNucleus,
        ),
    ]
}

/// Counts beside a statement that names no test.
fn counted(result: &Her2Result) -> Vec<Object> {
    let amounts = amounts(result).into_iter();
    let amounts = amounts.filter_map(|(item, name, fact, unit)| {
        Some(component(
            item_concept(item, name),
            amount(fact?.value, unit),
        ))
    });
    let cells = result.cells.map(|cells| {
        component(
            item_concept(Item::CellsCounted, "cells-counted"),
            count(cells.value),
        )
    });
    amounts.chain(cells).collect()
}

/// A word as the value, or as what stands for a value that is not there.
fn said(written: &mut Observation, word: Option<Her2Word>) {
    match word {
        None => {}
        Some(Her2Word::Pending) => {
            written.pending = true;
            written.absent = Some("temp-unknown");
        }
        Some(Her2Word::NotPerformed) => written.absent = Some("not-performed"),
        Some(word) => written.value = Some(value_concept(word_concept(word))),
    }
}

/// A word with the public codes that say no more than it does.
fn word_concept(word: Her2Word) -> Object {
    let public = match word {
        Her2Word::Amplified | Her2Word::Overexpressed => Her2Word::Positive,
        Her2Word::NotAmplified | Her2Word::NotOverexpressed => Her2Word::Negative,
        word => word,
    };
    let mut codings = vec![own(word.name())];
    codings.extend(answers(
        &[CodeSystem::Loinc, CodeSystem::Snomed],
        CodedAnswer::Word(public),
    ));
    concept(codings, Some(&word.name().replace('_', " ")))
}

/// The signed word beside a score.
fn interpretation(word: Her2Word) -> Object {
    let public = match word {
        Her2Word::Overexpressed | Her2Word::Amplified => Her2Word::Positive,
        Her2Word::NotOverexpressed | Her2Word::NotAmplified => Her2Word::Negative,
        word => word,
    };
    let mut codings = vec![own(word.name())];
    codings.extend(answers(
        &[CodeSystem::Interpretation],
        CodedAnswer::Word(public),
    ));
    concept(codings, None)
}

/// A score with its answer code; two scores in one have none.
fn score(score: ScoreReading) -> coded::Value {
    let printed = score.to_string();
    let single = (score.low == score.high).then_some(score.low);
    let codings =
        single.map(|single: IhcScore| answers(&[CodeSystem::Loinc], CodedAnswer::Score(single)));
    value_concept(concept(codings.unwrap_or_default(), Some(&printed)))
}

fn method(probe: Probe) -> Object {
    let mut codings = vec![own(&format!("{}-probe", probe.name()))];
    codings.extend(answers(&[CodeSystem::Snomed], CodedAnswer::Probe(probe)));
    concept(codings, None)
}
