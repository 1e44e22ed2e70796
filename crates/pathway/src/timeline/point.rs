//! Where on the course of the disease a sample was taken, as far as the records let it be told.

use super::Sample;
use crate::testing::CaseFinding;
use her2_case::{
    Context, Course, CoursePoint, Laterality, MetastaticSite, Presence, PriorTherapy, Procedure,
    Record, Setting, Specimen, TnmPrefix,
};
use jiff::civil::Date;

/// The point as the record states it, else as its own words give it. A later tumour on the same side is no recurrence unless it is said to be one.
pub(super) fn of(
    record: &Record,
    specimen: &Specimen,
    quoted: bool,
    case: &CaseFinding,
) -> Option<CoursePoint> {
    if let Some(stated) = specimen.point {
        return Some(stated);
    }
    if specimen.procedure == Some(Procedure::Metastasis) {
        return Some(CoursePoint::Metastasis);
    }
    // What is said of the record as a whole is said of its only specimen.
    let own = |found: &&crate::testing::SpecimenFinding| found.context == Context::Current;
    let mut specimens: Vec<_> = case
        .specimens
        .iter()
        .filter(own)
        .map(|found| found.specimen)
        .collect();
    specimens.dedup();
    if quoted || specimens.len() != 1 {
        return None;
    }
    let tumor = &record.tumor;
    let surgery = is_surgery(specimen.procedure);
    let distant =
        (tumor.metastatic_site.as_ref()).is_some_and(|site| site.value != MetastaticSite::Skin);
    if distant && !surgery && specimen.procedure != Some(Procedure::Nodes) {
        return Some(CoursePoint::Metastasis);
    }
    let prefix = tumor.tnm_prefix.map(|prefix| prefix.value);
    let treated = tumor
        .treatment_effect
        .is_some_and(|seen| seen.value == Presence::Present);
    let taken_at_surgery = surgery || specimen.procedure.is_none_or(|of| of == Procedure::Nodes);
    if taken_at_surgery && (prefix == Some(TnmPrefix::AfterTreatment) || treated) {
        return Some(CoursePoint::AfterNeoadjuvant);
    }
    None
}

pub(super) fn is_surgery(procedure: Option<Procedure>) -> bool {
    matches!(procedure, Some(Procedure::Excision | Procedure::Mastectomy))
}

/// A surgery is after neoadjuvant therapy if a biopsy of that side came first, systemic therapy followed, and no other surgery lies between.
pub(super) fn after_neoadjuvant(samples: &mut [Sample], courses: &[&Course]) {
    let mut starts: Vec<Date> = courses
        .iter()
        .flat_map(|course| &course.therapies)
        .filter(|therapy| therapy.value.setting != Some(Setting::Metastatic))
        .filter_map(|therapy| start(&therapy.value))
        .collect();
    if starts.is_empty() {
        return;
    }
    starts.sort_unstable();
    // The samples are in the order of their days: the last biopsy and the last surgery of each side are known when one is met.
    let mut biopsied: [Option<Date>; 3] = [None; 3];
    let mut operated: [Option<Date>; 3] = [None; 3];
    for sample in samples.iter_mut() {
        let Some(day) = sample.date else { continue };
        let side = match sample.side {
            Some(Laterality::Left) => 0,
            Some(Laterality::Right) => 1,
            Some(Laterality::Bilateral) => continue,
            None => 2,
        };
        let surgery = is_surgery(sample.procedure);
        if surgery && sample.point.is_none() && !sample.quoted {
            let since = biopsied[side].max(operated[side]);
            let after = starts.partition_point(|start| Some(*start) < since);
            let treated = starts.get(after).is_some_and(|start| *start < day);
            let biopsy_first = biopsied[side].is_some() && operated[side].is_none();
            if treated && biopsy_first {
                sample.point = Some(CoursePoint::AfterNeoadjuvant);
            }
        }
        if surgery {
            operated[side] = operated[side].max(Some(day));
        } else if sample.procedure == Some(Procedure::CoreBiopsy)
            && !matches!(
                sample.point,
                Some(CoursePoint::Metastasis | CoursePoint::Recurrence)
            )
        {
            biopsied[side] = biopsied[side].max(Some(day));
        }
    }
}

fn start(therapy: &PriorTherapy) -> Option<Date> {
    therapy.started
}
