//! One tumour's items.

use super::number::{CUT, is_cut, tenths, written};
use super::{Items, Line, Written, her2, stage};
use crate::convert::{Export, LeftOut};
use her2_case::{
    Amount, Assay, Decimal, Fact, Histology, Laterality, Presence, Procedure, Receptor,
    ReceptorResult, ReceptorStatus, Record, RecordKind,
};
use her2_knowledge::{RegistryItem as Item, RegistryMeaning as Meaning};

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
    if diagnosed.is_some_and(|date| !Item::Her2OverallSummary.is_for(date.year())) {
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
        her2::write(&line.records, found, items, left_out);
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
        let whole = |value: Decimal| {
            value
                .to_whole()
                .map_or(String::new(), |of| format!("{of:03}"))
        };
        let size = Amount::Exactly(size.value);
        let is_written = items.amount(Item::TumorSizeSummary, size, whole).is_some();
        left_out.add_if(!is_written, "size that is no whole number of millimetres");
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
            let count = Amount::Exactly(Decimal::whole(nodes.value));
            let is_written = items.amount(item, count, |_| format!("{:02}", nodes.value));
            debug_assert!(is_written.is_some(), "nodes have a code for any number");
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
        let score = Amount::Exactly(Decimal::whole(of.value));
        let is_written = items.amount(allred, score, |_| format!("{:02}", of.value));
        left_out.add_if(
            is_written.is_none(),
            "an Allred score that registries do not have",
        );
    }
    left_out.add_if(result.h_score.is_some(), "H-score");
}

fn percent(of: Fact<Amount>, item: Item, items: &mut Items, left_out: &mut LeftOut) {
    let whole = |value: Decimal| format!("{:03}", tenths(value).0 / 10);
    match items.amount(item, of.value, whole) {
        Some(Written::Number) => {
            let exact = of.value.exact();
            let cut = exact.is_some_and(|value| value.to_whole().is_none());
            left_out.add_if(cut, "decimals of a percentage");
        }
        Some(Written::Bound) => {}
        None => {
            left_out.add("a percentage given as a bound or a range that registries do not have")
        }
    }
}

fn ki67(of: Fact<Amount>, items: &mut Items, left_out: &mut LeftOut) {
    match items.amount(Item::Ki67, of.value, |value| written(tenths(value).0)) {
        Some(_) => left_out.add_if(is_cut(of.value), CUT),
        None => left_out.add("Ki-67 given as a bound or a range"),
    }
}
