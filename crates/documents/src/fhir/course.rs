//! The course of the disease: the cancer as a condition, measured hearts, and what was given.

use super::bundle::Bundle;
use super::coded::{Unit, coding, concept, item_concept, number, ours_concept, value_concept};
use super::json::Object;
use super::observation::{Kind, Observation, reference, tag};
use crate::convert::{Export, LeftOut};
use her2_case::{Course, Fact, LvefReading, PriorOutcome, PriorTherapy, Term};
use her2_knowledge::codes::{CodeSystem, Item};

/// Malignant neoplasm of the breast.
const CANCER: &str = "254837009";

/// Writes what is known of the course.
pub(super) fn write(export: &Export<'_>, bundle: &mut Bundle<'_>, left_out: &mut LeftOut) {
    for course in export
        .courses
        .iter()
        .copied()
        .filter(|course| !course.is_empty())
    {
        condition(course, bundle);
        for reading in &course.lvef {
            lvef(reading, export, bundle);
        }
        for therapy in &course.therapies {
            given(&therapy.value, bundle);
        }
        if let Some(menopause) = course.menopause {
            let code = item_concept(Item::MenopausalStatus, "menopause");
            let mut written = Observation::new(Kind::Clinical, code);
            written.value = Some(value_concept(ours_concept(menopause.value.name())));
            bundle.add_course(written, "menopause");
        }
        if let Some(setting) = course.setting {
            let mut written = Observation::new(Kind::Clinical, ours_concept("setting"));
            written.value = Some(value_concept(ours_concept(setting.value.name())));
            bundle.add_course(written, "setting");
        }
        left_out.add_if(
            course.hr_status.is_some(),
            "hormone receptors stated together",
        );
        left_out.add_if(course.recurrence.is_some(), "day of the recurrence");
    }
}

/// That there is the cancer, and since when. Whether it is active, and by which code the sender calls it, the sender knows.
fn condition(course: &Course, bundle: &mut Bundle<'_>) {
    let Some(diagnosed) = course.diagnosed else {
        return;
    };
    let cancer = concept(vec![coding(CodeSystem::Snomed.uri(), CANCER, None)], None);
    let rest = Object::default()
        .with("meta", Object::default().with("tag", tag(true)))
        .with("code", cancer)
        .with("subject", reference(&bundle.patient))
        .with("onsetDateTime", diagnosed.value);
    bundle.add("Condition", "cancer", rest);
}

fn lvef(of: &Fact<LvefReading>, export: &Export<'_>, bundle: &mut Bundle<'_>) {
    let reading = &of.value;
    let mut written = Observation::new(Kind::Clinical, item_concept(Item::Lvef, "lvef"));
    written.value = Some(number(reading.percent, Unit::Percent));
    written.method = reading.method.map(|method| ours_concept(method.name()));
    written.effective = Some(reading.date);
    let mut problems = export.records.iter().flat_map(|record| &record.problems);
    let is = |of_it: &her2_case::Problem| {
        of_it.code == "lvef-preliminary" && of_it.origin == Some(of.origin)
    };
    written.state = problems.any(is).then_some("preliminary");
    bundle.add_course(written, "lvef");
}

fn given(therapy: &PriorTherapy, bundle: &mut Bundle<'_>) {
    let status = match therapy.outcome {
        PriorOutcome::Completed => "completed",
        PriorOutcome::Ongoing => "active",
        PriorOutcome::Progressed | PriorOutcome::Toxicity => "stopped",
        PriorOutcome::Unknown => "unknown",
    };
    for (name, _) in &therapy.medicines {
        let period = Object::default()
            .maybe("start", therapy.started)
            .maybe("end", therapy.ended);
        let known = her2_knowledge::medicine_named(name).is_some();
        let class = ours_concept("medicine");
        let medicine = if known {
            concept(Vec::new(), Some(name))
        } else {
            class
        };
        let rest = Object::default()
            .with("status", status)
            .with("medicationCodeableConcept", medicine)
            .with("subject", reference(&bundle.patient))
            .with("effectivePeriod", period);
        bundle.add("MedicationStatement", "therapy", rest);
    }
}
