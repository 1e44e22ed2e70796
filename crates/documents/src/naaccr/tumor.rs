//! One tumour's items.

use super::number::{is_below, tenths, written};
use super::{Items, Line, her2, stage};
use crate::convert::{Export, LeftOut};
use her2_case::{
    Amount, Assay, Decimal, Fact, Histology, Laterality, Presence, Procedure, Receptor,
    ReceptorResult, ReceptorStatus, Record, RecordKind,
};
use her2_knowledge::{RegistryItem as Item, RegistryMeaning as Meaning};

/// Items of single HER2 tests are for cases diagnosed from this year on.
const SINCE: i16 = 2018;

pub(super) fn write(
    export: &Export<'_>,
    line: &Line<'_>,
    is_only: bool,
    items: &mut Items,
    left_out: &mut LeftOut,
) {
    let Some(record) = line.records.first() else {
        return;
    };
    let diagnosed = diagnosed(export, line, is_only);
    if let Some(date) = diagnosed {
        items.day(Item::DateOfDiagnosis, date);
    }
    // The breast, its part not told.
    items.add(Item::PrimarySite, "C509");
    side(line, items);
    if line.alone {
        of_tumor(line, items, left_out);
    } else {
        left_out.add("grade, size, nodes and stage, where a record tells of several tumors");
    }
    if diagnosed.is_some_and(|date| date.year() < SINCE) {
        left_out.add("results of a case diagnosed before 2018");
        return;
    }
    for record in &line.records {
        let rna = record.her2_results().any(|one| one.assay == Assay::Rtpcr);
        left_out.add_if(rna, "a HER2 score of an RNA test");
    }
    let sample = line.sample;
    for which in [Receptor::Er, Receptor::Pr] {
        let of_sample = sample.and_then(|(_, found)| {
            let specimen = record.specimens.get(found.specimen)?;
            let mut all = specimen.receptors.iter();
            all.rfind(|of| of.receptor == which && !of.superseded)
        });
        let of_patient = match which {
            Receptor::Er => record.er.as_ref(),
            Receptor::Pr => record.pr.as_ref(),
        };
        if let Some(result) = of_sample.or(of_patient) {
            receptor(result, which, items, left_out);
        }
    }
    let of_sample = sample.and_then(|(_, found)| record.specimens.get(found.specimen)?.ki67);
    if let Some(ki67) = of_sample.or(record.tumor.ki67) {
        self::ki67(ki67, items, left_out);
    }
    if let Some((_, found)) = sample {
        her2::write(record, found, items, left_out);
    }
}

/// The day of diagnosis. A registry's record is dated by it; otherwise it is known of the patient, and then of one tumour only.
fn diagnosed(export: &Export<'_>, line: &Line<'_>, is_only: bool) -> Option<jiff::civil::Date> {
    let registry = line
        .records
        .iter()
        .find(|record| record.kind == RecordKind::Naaccr);
    let registry = registry.and_then(|record| record.date);
    let known = || export.courses.iter().filter_map(|course| course.diagnosed);
    let first = || known().min_by_key(|date| date.value).filter(|_| is_only);
    registry.or_else(first).map(|date| date.value)
}

fn side(line: &Line<'_>, items: &mut Items) {
    let of_sample = line.sample.and_then(|(sample, _)| sample.side);
    let of_record = || {
        line.records
            .iter()
            .find_map(|record| record.tumor.laterality)
    };
    let of_record = || of_record().map(|side| side.value).filter(|_| line.alone);
    match of_sample.or_else(of_record) {
        Some(side) => {
            let side: Laterality = side;
            items.mean(Item::Laterality, Meaning::Side(side));
        }
        None => items.add(Item::Laterality, "9"),
    }
}

fn of_tumor(line: &Line<'_>, items: &mut Items, left_out: &mut LeftOut) {
    fn first<'a, T>(line: &Line<'a>, of: impl Fn(&'a Record) -> Option<T>) -> Option<T> {
        line.records.iter().find_map(|record| of(record))
    }
    if let Some(histology) = first(line, |record| record.tumor.histology) {
        let written = histology.value != Histology::Other
            && items.mean(
                Item::HistologicTypeIcdO3,
                Meaning::Histology(histology.value),
            );
        left_out.add_if(!written, "histological type that has several codes");
    }
    match first(line, |record| record.tumor.invasive).map(|of| of.value) {
        Some(true) => items.add(Item::BehaviorCodeIcdO3, "3"),
        Some(false) => {
            let dcis = first(line, |record| record.tumor.dcis);
            if dcis.is_some_and(|dcis| dcis.value == Presence::Present) {
                items.add(Item::BehaviorCodeIcdO3, "2");
            } else {
                left_out.add("that no invasive cancer is described");
            }
        }
        None => {}
    }
    if let Some(grade) = first(line, |record| record.tumor.grade) {
        let core = line
            .sample
            .is_some_and(|(sample, _)| sample.procedure == Some(Procedure::CoreBiopsy));
        let item = if core {
            Item::GradeClinical
        } else {
            Item::GradePathological
        };
        items.mean(item, Meaning::Grade(grade.value));
    }
    if let Some(size) = first(line, |record| record.tumor.size_mm) {
        match size.value.to_whole() {
            Some(size @ 1..=988) => items.add(Item::TumorSizeSummary, format!("{size:03}")),
            _ => left_out.add("size that is no whole number of millimetres"),
        }
    }
    let nodes = [
        (
            Item::RegionalNodesPositive,
            first(line, |record| record.tumor.nodes_positive),
        ),
        (
            Item::RegionalNodesExamined,
            first(line, |record| record.tumor.nodes_examined),
        ),
    ];
    for (item, nodes) in nodes {
        if let Some(nodes) = nodes {
            items.add(item, format!("{:02}", nodes.value.min(90)));
        }
    }
    if let Some(lvi) = first(line, |record| record.tumor.lvi) {
        match lvi.value {
            Presence::Present => items.add(Item::LymphVascularInvasion, "1"),
            Presence::Absent => items.add(Item::LymphVascularInvasion, "0"),
            Presence::Uncertain => left_out.add("vessel invasion that is uncertain"),
        }
    }
    let staged = first(line, |record| {
        let tumor = &record.tumor;
        (tumor.t.is_some() || tumor.n.is_some() || tumor.m.is_some()).then_some(tumor)
    });
    if let Some(tumor) = staged {
        stage::write(tumor, items, left_out);
    }
    for record in &line.records {
        left_out.add_if(record.tumor.margins.is_some(), "margins");
        left_out.add_if(record.tumor.treatment_effect.is_some(), "treatment effect");
        left_out.add_if(record.tumor.multiple.is_some(), "number of tumors");
        left_out.add_if(!record.remarks.is_empty(), "remarks on the testing");
        left_out.add_if(record.stated_edition.is_some(), "edition as stated");
    }
}

fn receptor(result: &ReceptorResult, which: Receptor, items: &mut Items, left_out: &mut LeftOut) {
    let [summary, percent, allred] = match which {
        Receptor::Er => [
            Item::EstrogenReceptorSummary,
            Item::EstrogenReceptorPercntPosOrRange,
            Item::EstrogenReceptorTotalAllredScore,
        ],
        Receptor::Pr => [
            Item::ProgesteroneRecepSummary,
            Item::ProgesteroneRecepPrcntPosOrRange,
            Item::ProgesteroneRecepTotalAllredScor,
        ],
    };
    let status = match result.status {
        ReceptorStatus::LowPositive => ReceptorStatus::Positive,
        other => other,
    };
    left_out.add_if(
        result.status == ReceptorStatus::LowPositive,
        "that a receptor is low positive",
    );
    if !items.mean(summary, Meaning::Receptor(status)) {
        let conflict = result.status == ReceptorStatus::Conflict;
        left_out.add_if(conflict, "receptor results that contradict each other");
    }
    if let Some(of) = result.percent {
        self::percent(of, percent, items, left_out);
    }
    if let Some(of) = result.allred {
        match of.value {
            0 | 2..=8 => items.add(allred, format!("{:02}", of.value)),
            _ => left_out.add("an Allred score that registries do not have"),
        }
    }
    left_out.add_if(result.h_score.is_some(), "H-score");
}

fn percent(of: Fact<Amount>, item: Item, items: &mut Items, left_out: &mut LeftOut) {
    const ONE: Decimal = Decimal::new(1, 0);
    if is_below(of.value, ONE) {
        items.add(item, "000");
        return;
    }
    if items.mean(item, Meaning::Amount(of.value)) {
        return;
    }
    match of.value {
        Amount::Exactly(value) if tenths(value).0 <= 1000 => {
            let (tenths, _) = tenths(value);
            left_out.add_if(value.to_whole().is_none(), "decimals of a percentage");
            items.add(item, format!("{:03}", tenths / 10));
        }
        _ => left_out.add("a percentage given as a bound or a range that registries do not have"),
    }
}

fn ki67(of: Fact<Amount>, items: &mut Items, left_out: &mut LeftOut) {
    match of.value {
        Amount::Exactly(value) if tenths(value).0 <= 1000 => {
            let (tenths, is_all) = tenths(value);
            left_out.add_if(!is_all, "decimals after the first");
            items.add(Item::Ki67, written(tenths));
        }
        _ => left_out.add("Ki-67 given as a bound or a range"),
    }
}
