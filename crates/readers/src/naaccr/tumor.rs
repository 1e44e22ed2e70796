//! One tumour of the breast as a record.

use super::items::Items;
use super::told::Told;
use super::{her2, stage};
use crate::settle::settle;
use her2_case::{
    Amount, Context, CoursePoint, Decimal, Fact, Key, Laterality, Origin, Receptor, ReceptorResult,
    ReceptorStatus, Record, RecordStatus, Severity, Site, Specimen,
};
use her2_knowledge::{RegistryItem as Item, RegistryMeaning as Meaning};
use jiff::civil::Date;

/// What a tumour tells of the course.
#[derive(Default)]
pub(super) struct TumorCourse {
    pub(super) diagnosed: Option<Fact<Date>>,
    pub(super) recurrence: Option<Fact<Date>>,
    /// Where it is said that a distant metastasis was there at diagnosis.
    pub(super) metastatic: Option<Origin>,
}

/// The record of a tumour of the breast. `base` is where its text begins in the text that was scanned.
pub(super) fn record(
    empty: Record,
    site: Origin,
    items: &Items<'_>,
    base: usize,
    number: usize,
) -> (Record, TumorCourse) {
    let mut told = Told::new(empty, items, base, number);
    let told = &mut told;
    told.record.site = Some(Fact::new(Site::Breast, site));
    let mut course = TumorCourse {
        diagnosed: told.day(Item::DateOfDiagnosis),
        ..TumorCourse::default()
    };
    told.record.date = course.diagnosed;
    let kind = kind(told);
    let mut specimen = Specimen {
        tumor: tumor_key(told),
        side: side(told),
        ..Specimen::default()
    };
    // Tissue that was taken before any systemic therapy, as surgery came first.
    if told
        .yes(Item::RxSummSystemicSurSeq)
        .is_some_and(|neoadjuvant| !neoadjuvant.value)
    {
        specimen.point = Some(CoursePoint::Primary);
    }
    grade(told, kind);
    size(told, kind);
    nodes(told);
    if let Some((Meaning::Presence(lvi), origin)) = told.meaning(Item::LymphVascularInvasion) {
        told.record.tumor.lvi = Some(Fact::new(lvi, origin));
    }
    stage::read(told);
    course.metastatic = metastatic(told);
    course.recurrence = recurrence(told);
    let found = her2::read(told);
    specimen.her2 = found.results;
    specimen.receptors.extend(receptor(told, Receptor::Er));
    specimen.receptors.extend(receptor(told, Receptor::Pr));
    specimen.ki67 = told.amount(Item::Ki67);
    told.record.specimens.push(specimen);
    let mut record = std::mem::replace(
        &mut told.record,
        Record::empty("", her2_case::RecordKind::Naaccr),
    );
    settle(&mut record);
    if found.contradict {
        record.her2_status.0 = RecordStatus::Conflict;
    }
    (record, course)
}

/// What the cancer is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Invasive,
    NotInvasive,
    NotKnown,
}

fn kind(told: &mut Told<'_, '_>) -> Kind {
    let histology = told.meaning(Item::HistologicTypeIcdO3);
    let behaviour = told.meaning(Item::BehaviorCodeIcdO3);
    let mut kind = Kind::NotKnown;
    if let Some((Meaning::Invasive(invasive), origin)) = behaviour {
        told.record.tumor.invasive = Some(Fact::new(invasive, origin));
        kind = if invasive {
            Kind::Invasive
        } else {
            Kind::NotInvasive
        };
    }
    match histology {
        Some((Meaning::Histology(histology), origin)) => {
            told.record.tumor.histology = Some(Fact::new(histology, origin));
        }
        Some((Meaning::NotCarcinoma, origin)) => {
            told.record.tumor.invasive = Some(Fact::new(false, origin));
            told.odd(
                "not-a-carcinoma",
                Severity::Warning,
                Item::HistologicTypeIcdO3,
                "is no carcinoma; the testing guideline is about carcinomas of the breast",
                origin,
            );
            kind = Kind::NotInvasive;
        }
        _ => {}
    }
    kind
}

/// By what a tumour is told apart: the numbers that registries give it, its site, its side and the day of its diagnosis. Two registries may give two
/// tumours one number, and a file may give none.
fn tumor_key(told: &Told<'_, '_>) -> Option<Key> {
    let number = told.plain(Item::TumorRecordNumber);
    let sequence = told
        .plain(Item::SequenceNumberCentral)
        .or_else(|| told.plain(Item::SequenceNumberHospital));
    // The only tumour becomes the first when another one follows, and 88 and 99 are no numbers.
    let sequence = sequence.and_then(|of| match of {
        "00" => Some("01"),
        "88" | "99" => None,
        of => Some(of),
    });
    let diagnosed = told.plain(Item::DateOfDiagnosis);
    number.or(sequence).or(diagnosed)?;
    let known_side = |side: &&str| *side != "9";
    let parts = [
        number.map(|of| format!("record {of}")),
        sequence.map(|of| format!("sequence {of}")),
        told.plain(Item::PrimarySite).map(str::to_owned),
        told.plain(Item::Laterality)
            .filter(known_side)
            .map(|of| format!("side {of}")),
        diagnosed.map(str::to_owned),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    Key::new(&format!("tumor {}", parts.join(", ")))
}

fn side(told: &mut Told<'_, '_>) -> Option<Laterality> {
    let (Meaning::Side(side), origin) = told.meaning(Item::Laterality)? else {
        return None;
    };
    told.record.tumor.laterality = Some(Fact::new(side, origin));
    Some(side)
}

/// The grade of the specimen that was removed before the one of the biopsy; before 2018 there was one item for all.
fn grade(told: &mut Told<'_, '_>, kind: Kind) {
    let items = [
        Item::GradePathological,
        Item::GradeClinical,
        Item::GradePostTherapy,
        Item::CsSiteSpecificFactor7,
        Item::Grade,
    ];
    // The grade of carcinoma in situ is another one.
    if kind == Kind::NotInvasive {
        return;
    }
    for item in items {
        if let Some((Meaning::Grade(grade), origin)) = told.meaning(item) {
            told.record.tumor.grade = Some(Fact::new(grade, origin));
            return;
        }
    }
}

/// The size of the invasive cancer in millimetres.
fn size(told: &mut Told<'_, '_>, kind: Kind) {
    let items = [
        Item::TumorSizeSummary,
        Item::TumorSizePathologic,
        Item::TumorSizeClinical,
        Item::CsTumorSize,
    ];
    if kind == Kind::NotInvasive {
        return;
    }
    for item in items {
        if let Some(size) = told.count(item) {
            told.record.tumor.size_mm = Some(size.with(Decimal::whole(size.value)));
            return;
        }
    }
}

fn nodes(told: &mut Told<'_, '_>) {
    let positive = told.count(Item::RegionalNodesPositive);
    let examined = told.count(Item::RegionalNodesExamined);
    if let (Some(positive), Some(examined)) = (positive, examined)
        && positive.value > examined.value
    {
        told.odd(
            "nodes-contradict",
            Severity::Warning,
            Item::RegionalNodesPositive,
            "counts more nodes with cancer than nodes that were examined; neither was read",
            positive.origin,
        );
        return;
    }
    told.record.tumor.nodes_positive = positive;
    told.record.tumor.nodes_examined = examined;
}

/// Where a distant metastasis at diagnosis is told of.
fn metastatic(told: &mut Told<'_, '_>) -> Option<Origin> {
    let items = [
        Item::MetsAtDxBone,
        Item::MetsAtDxBrain,
        Item::MetsAtDxDistantLn,
        Item::MetsAtDxLiver,
        Item::MetsAtDxLung,
        Item::MetsAtDxOther,
    ];
    let sites = items.map(|item| (item, told.yes(item)));
    let found = sites
        .iter()
        .find(|(_, yes)| yes.is_some_and(|yes| yes.value));
    let category = told.record.tumor.m.as_ref();
    let category = category.map(|m| (m.value == "M1", m.origin));
    match (found, category) {
        (Some((item, Some(yes))), Some((false, _))) => {
            told.odd(
                "metastasis-contradicts",
                Severity::Warning,
                *item,
                "tells of a distant metastasis at diagnosis, and the M category tells of none; look into the abstract",
                yes.origin,
            );
            None
        }
        (Some((_, Some(yes))), _) => Some(yes.origin),
        (_, Some((true, origin))) => Some(origin),
        _ => None,
    }
}

fn recurrence(told: &mut Told<'_, '_>) -> Option<Fact<Date>> {
    let kind = told.yes(Item::RecurrenceType1st);
    let came_back = kind.is_some_and(|came_back| came_back.value);
    came_back
        .then(|| told.day(Item::RecurrenceDate1st))
        .flatten()
}

/// A receptor: the summary, and the percentage and the score beside it.
fn receptor(told: &mut Told<'_, '_>, receptor: Receptor) -> Option<ReceptorResult> {
    let [summary, percent, allred, factor] = match receptor {
        Receptor::Er => [
            Item::EstrogenReceptorSummary,
            Item::EstrogenReceptorPercntPosOrRange,
            Item::EstrogenReceptorTotalAllredScore,
            Item::CsSiteSpecificFactor1,
        ],
        Receptor::Pr => [
            Item::ProgesteroneRecepSummary,
            Item::ProgesteroneRecepPrcntPosOrRange,
            Item::ProgesteroneRecepTotalAllredScor,
            Item::CsSiteSpecificFactor2,
        ],
    };
    let said = match told.meaning(summary).or_else(|| told.meaning(factor)) {
        Some((Meaning::Receptor(status), origin)) => Some((status, origin)),
        _ => None,
    };
    let percent_of = told.amount(percent);
    let allred_of = told.count(allred);
    let origin = said.map(|(_, origin)| origin);
    let origin = origin
        .or(percent_of.map(|of| of.origin))
        .or(allred_of.map(|of| of.origin))?;
    let mut status = said.map_or(ReceptorStatus::NotReported, |(status, _)| status);
    if let Some(percent_of) = percent_of {
        let none = matches!(percent_of.value, Amount::Below(_));
        let differ = match status {
            ReceptorStatus::Positive => none,
            ReceptorStatus::Negative => !none,
            _ => false,
        };
        if differ {
            told.odd(
                "receptor-contradicts",
                Severity::Warning,
                percent,
                "and the summary of the same receptor say the opposite of each other; look into the report",
                percent_of.origin,
            );
            status = ReceptorStatus::Conflict;
        }
    }
    Some(ReceptorResult {
        receptor,
        status,
        percent: percent_of,
        allred: allred_of,
        h_score: None,
        context: Context::Current,
        superseded: false,
        origin,
    })
}
