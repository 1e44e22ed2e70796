//! What follows from a record, tagged as this program's conclusion.

use super::bundle::{Bundle, Place};
use super::coded::{OURS, answers, coding, concept, item_concept, ours_concept, value_concept};
use super::json::Object;
use super::observation::{Kind, Observation, own_component, reference, references, tag};
use super::{Inputs, provenance};
use crate::card::not_final;
use crate::convert::Export;
use her2_case::{Her2Status, Her2Word, Origin, Span, Term};
use her2_knowledge::codes::{CodeSystem, CodedAnswer, Item, StatedStatus};
use her2_pathway::testing::{CaseFinding, SpecimenFinding};

/// Writes the status of each specimen with what it follows from, and the report of the finding.
pub(super) fn write(
    export: &Export<'_>,
    found: &CaseFinding,
    number: usize,
    inputs: &Inputs,
    bundle: &mut Bundle<'_>,
) {
    let place = Place {
        record: number + 1,
        specimen: None,
        date: export.records[number].date.map(|date| date.value),
    };
    let mut statuses = Vec::new();
    for specimen in &found.specimens {
        let from = inputs.of(specimen.specimen, specimen.tumor);
        let mut written = status(specimen, found, from, &place);
        // What follows from what may change may change.
        let not_final = not_final(&export.records[number]);
        written.state = not_final.map(|_| "preliminary");
        let address = bundle.add_observation(written, &place, "her2-status-decided");
        let source = bundle.source(number + 1);
        let rest = provenance::of_conclusion(
            std::slice::from_ref(&address),
            &source,
            &bundle.sent(&export.records[number], &places(specimen)),
            &rows(specimen),
            export.as_of,
        );
        bundle.add(
            "Provenance",
            &format!("record-{}/decided", number + 1),
            rest,
        );
        statuses.push(address);
    }
    let Some(deciding) = found.deciding() else {
        return;
    };
    let waits = not_final(&export.records[number]).is_some();
    let report = report(deciding, found, &statuses, waits, bundle);
    let report = bundle.add(
        "DiagnosticReport",
        &format!("record-{}/finding", number + 1),
        report,
    );
    let rest = provenance::of_conclusion(
        &[report],
        &bundle.source(number + 1),
        &bundle.sent(&export.records[number], &places(deciding)),
        &rows(deciding),
        export.as_of,
    );
    bundle.add(
        "Provenance",
        &format!("record-{}/finding/made", number + 1),
        rest,
    );
}

fn status(
    found: &SpecimenFinding,
    case: &CaseFinding,
    from: Vec<String>,
    place: &Place<'_>,
) -> Observation {
    let decision = &found.decision;
    let mut written = Observation::new(Kind::Marker, item_concept(Item::Her2Status, "her2"));
    let status = decision.her2_status();
    match status {
        Her2Status::Pending => {
            written.pending = true;
            written.absent = Some("temp-unknown");
        }
        Her2Status::NotApplicable => written.absent = Some("not-applicable"),
        status => {
            let mut codings = public(status);
            codings.push(coding(OURS, status.name(), None));
            written.value = Some(value_concept(concept(codings, Some(status.name()))));
        }
    }
    written.method = Some(ours_concept("decided-by-guideline"));
    written.derived = true;
    written.derived_from = from;
    written.effective = place.date;
    let mut parts = vec![
        own_component("her2-category", decision.her2_category().name()),
        own_component("edition", case.edition.0),
    ];
    if let Some(group) = decision.ish_group() {
        parts.push(own_component(
            "ish-group",
            &format!("group-{}", group.name()),
        ));
    }
    parts.extend(
        decision
            .awaited()
            .iter()
            .map(|one| own_component("awaited", one.name())),
    );
    parts.extend(
        decision
            .actions()
            .iter()
            .map(|one| own_component("action", one.name())),
    );
    parts.extend(
        decision
            .comments()
            .iter()
            .map(|one| own_component("comment", one.name())),
    );
    parts.extend(
        decision
            .flags()
            .iter()
            .map(|one| own_component("flag", one.name())),
    );
    written.components = parts;
    written
}

/// The public codes of a status.
fn public(status: Her2Status) -> Vec<Object> {
    let word = match status {
        Her2Status::Positive => Her2Word::Positive,
        Her2Status::Negative => Her2Word::Negative,
        Her2Status::Equivocal => Her2Word::Equivocal,
        Her2Status::Indeterminate => Her2Word::Indeterminate,
        Her2Status::Pending | Her2Status::NotApplicable => return Vec::new(),
    };
    answers(
        &[CodeSystem::Loinc, CodeSystem::Snomed],
        CodedAnswer::Word(word),
    )
}

fn report(
    deciding: &SpecimenFinding,
    found: &CaseFinding,
    statuses: &[String],
    waits: bool,
    bundle: &Bundle<'_>,
) -> Object {
    let decision = &deciding.decision;
    let status = decision.her2_status();
    let stated = match status {
        Her2Status::Positive => Some(Her2Word::Positive),
        Her2Status::Negative => Some(Her2Word::Negative),
        _ => None,
    };
    let stated = stated.map(|word| {
        let of = StatedStatus {
            her2: Some(word),
            er: None,
            pr: None,
            hormone_receptors: None,
        };
        answers(&[CodeSystem::Snomed], CodedAnswer::Status(of))
    });
    let mut codings = stated.unwrap_or_default();
    codings.push(coding(OURS, status.name(), None));
    let category = decision.her2_category();
    let codes = vec![
        concept(codings, Some(status.name())),
        ours_concept(category.name()),
    ];
    let preliminary = waits || matches!(status, Her2Status::Pending | Her2Status::Equivocal);
    Object::default()
        .with("meta", Object::default().with("tag", tag(true)))
        .with("status", if preliminary { "preliminary" } else { "final" })
        .with("code", ours_concept("her2-finding"))
        .with("subject", reference(&bundle.patient))
        .with("result", references(statuses))
        .with("conclusion", conclusion(deciding, found))
        .with("conclusionCode", codes)
}

/// The conclusion in words.
fn conclusion(deciding: &SpecimenFinding, found: &CaseFinding) -> String {
    let decision = &deciding.decision;
    let title = her2_knowledge::edition(found.edition.0).map_or(found.edition.0, |of| of.title);
    let words = |name: &str| name.replace('_', " ").to_lowercase();
    let mut said = format!(
        "HER2 status by {title}: {}.",
        words(decision.her2_status().name())
    );
    if let Some(group) = decision.ish_group() {
        said.push_str(&format!(" In situ hybridization: group {}.", group.name()));
    }
    let category = words(decision.her2_category().name()).replace("her2 ", "");
    said.push_str(&format!(" Category: {category}."));
    for awaited in decision.awaited().iter() {
        said.push_str(&format!(" Awaited: {}.", words(awaited.name())));
    }
    for flag in found.flags.iter() {
        said.push_str(&format!(" To be looked at: {}.", words(flag.name())));
    }
    said.push_str(" Worked out by a program from the results named; no diagnosis, and no advice.");
    said
}

fn places(found: &SpecimenFinding) -> Vec<Span> {
    let because = found.decision.status().because().iter();
    because.copied().filter_map(Origin::as_span).collect()
}

fn rows(found: &SpecimenFinding) -> Vec<(String, String)> {
    let rows = found.decision.rows();
    rows.map(|row| {
        (
            format!("{}#{}", row.page(), row.anchor()),
            row.cite().to_string(),
        )
    })
    .collect()
}
