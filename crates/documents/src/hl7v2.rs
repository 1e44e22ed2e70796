//! Messages of HL7 version 2: one ORU^R01 of version 2.5.1 a record, with an observation request for each specimen.

mod segment;

use crate::convert::{Export, LeftOut, Locals, Tested, tested};
use her2_case::{
    Fact, Her2Result, Her2Word, IhcScore, Laterality, Procedure, Receptor, ReceptorResult,
    ReceptorStatus, Record, ScoreReading, Stain, Term, TnmPrefix,
};
use her2_knowledge::codes::{CodeSystem, CodedAnswer, Item, codes_for};
use jiff::civil::Date;
use segment::{Answer, Coded, Observed, Segment, day, observed_code};

/// The messages of a patient, each segment ended by a carriage return.
pub(crate) fn messages(export: &Export<'_>, left_out: &mut LeftOut) -> String {
    let locals = Locals::of(export);
    let mut out = String::new();
    for (number, record) in export.records.iter().enumerate() {
        of_record(record, left_out);
        message(export, record, number, &locals, left_out, &mut out);
    }
    for course in &export.courses {
        left_out.add_if(!course.therapies.is_empty(), "therapies given");
        left_out.add_if(!course.lvef.is_empty(), "ejection fractions");
        left_out.add_if(course.menopause.is_some(), "menopausal state");
        left_out.add_if(course.setting.is_some(), "early or metastatic disease");
    }
    out
}

fn of_record(record: &Record, left_out: &mut LeftOut) {
    let handling = &record.preanalytics;
    let handled = handling.fixation_hours.is_some()
        || handling.ischaemia_minutes.is_some()
        || handling.formalin.is_some()
        || handling.decalcified.is_some();
    left_out.add_if(handled, "tissue handling");
    left_out.add_if(!record.remarks.is_empty(), "remarks on the testing");
    left_out.add_if(record.stated_edition.is_some(), "edition as stated");
    let tumor = &record.tumor;
    left_out.add_if(tumor.lvi.is_some(), "vessel invasion");
    left_out.add_if(tumor.margins.is_some(), "margins");
    left_out.add_if(tumor.dcis.is_some(), "DCIS");
    left_out.add_if(tumor.treatment_effect.is_some(), "treatment effect");
    left_out.add_if(tumor.multiple.is_some(), "number of tumors");
    left_out.add_if(tumor.metastatic_site.is_some(), "organ of the metastasis");
}

fn message(
    export: &Export<'_>,
    record: &Record,
    number: usize,
    locals: &Locals<'_>,
    left_out: &mut LeftOut,
    out: &mut String,
) {
    let control = locals
        .uuid(&format!("message-{}", number + 1))
        .simple()
        .to_string();
    let control = &control[..20];
    Segment::header()
        .set(3, "HER2 in Focus")
        .set(7, &day(export.as_of))
        .raw(9, "ORU^R01^ORU_R01")
        .set(10, control)
        .set(11, "P")
        .set(12, "2.5.1")
        .write(out);
    let courses = export.courses.iter();
    let sex = courses.clone().find_map(|course| course.sex);
    let born = courses.clone().find_map(|course| course.born);
    let sex = sex.map_or("U", |sex| match sex.value {
        her2_case::Sex::Female => "F",
        her2_case::Sex::Male => "M",
    });
    // The name has only its type: a stand-in where names are left out.
    Segment::new("PID")
        .set(1, "1")
        .parts(
            3,
            &[
                &locals.patient(),
                "",
                "",
                if locals.asked_patient().is_some() {
                    ""
                } else {
                    "LOCAL"
                },
            ],
        )
        .raw(5, "^^^^^^S")
        .set(7, &born.map_or_else(String::new, |born| day(born.value)))
        .set(8, sex)
        .write(out);
    let all = tested(record, left_out);
    for (at, one) in all.iter().enumerate() {
        request(record, at, control, one.specimen.date, out);
        let mut group = Group::new(one.specimen.date);
        of_specimen(one, &mut group, left_out);
        if at == 0 {
            of_tumor(record, &mut group, left_out);
        }
        group.write(out);
        specimen(one, locals, out);
    }
    if all.is_empty() {
        request(record, 0, control, None, out);
        let mut group = Group::new(None);
        for of_patient in [&record.er, &record.pr].into_iter().flatten() {
            receptor(of_patient, &mut group, left_out);
        }
        of_tumor(record, &mut group, left_out);
        group.write(out);
    }
}

fn request(record: &Record, at: usize, control: &str, taken: Option<Date>, out: &mut String) {
    let reported = record.date.map(|date| date.value);
    let text = |date: Option<Date>| date.map_or_else(String::new, day);
    Segment::new("OBR")
        .set(1, &(at + 1).to_string())
        .set(3, control)
        .coded(4, &observed_code(Item::PathologyReport, "pathology-report"))
        .set(7, &text(taken))
        .set(22, &text(reported))
        .set(25, "F")
        .write(out);
}

fn specimen(one: &Tested<'_>, locals: &Locals<'_>, out: &mut String) {
    let of = one.specimen;
    let number = one.at + 1;
    // The orders of one report are told apart by their specimens.
    let named = match &of.identifier {
        Some(key) => locals.specimen(key),
        None => format!("specimen-of-report-{number}"),
    };
    let tumor = of.tumor.as_ref().map(|key| locals.tumor(key));
    let tumor = tumor.or(one.named_tumor.map(|n| format!("s{number}-tumour-{n}")));
    let tissue = Coded::own("tissue");
    // The second component is the identifier of whoever fills the order.
    let mut segment = Segment::new("SPM")
        .set(1, "1")
        .raw(2, &format!("^{}", segment::escaped(&named)));
    segment = segment.coded(4, &tissue);
    if let Some(procedure) = of.procedure {
        segment = segment.coded(7, &method(procedure));
    }
    if let Some(side) = of.side {
        let breast = Coded::public(CodeSystem::Snomed, BREAST, "");
        segment = segment.coded(8, &breast).coded(9, &qualifier(side));
    }
    if let Some(point) = of.point {
        segment = segment.coded(11, &Coded::own(point.name()));
    }
    // What stands in the description of a specimen is words; the tumour is named by a word of this project.
    if let Some(tumor) = tumor {
        segment = segment.set(14, &tumor);
    }
    segment
        .set(17, &of.date.map_or_else(String::new, day))
        .write(out);
}

/// The breast, without a side.
const BREAST: &str = "76752008";

fn method(procedure: Procedure) -> Coded {
    Coded::answer(
        CodeSystem::Snomed,
        CodedAnswer::Procedure(procedure),
        procedure.name(),
    )
}

fn qualifier(side: Laterality) -> Coded {
    Coded::answer(CodeSystem::Snomed, CodedAnswer::Side(side), side.name())
}

/// The observations of one request.
struct Group {
    date: Option<Date>,
    /// The number of the test that the next observations are of.
    test: u32,
    all: Vec<Observed>,
}

impl Group {
    fn new(date: Option<Date>) -> Self {
        Self {
            date,
            test: 0,
            all: Vec::new(),
        }
    }

    fn next_test(&mut self) {
        self.test += 1;
    }

    fn add(&mut self, code: Coded, answer: Answer) {
        self.all.push(Observed {
            code,
            answer,
            test: self.test,
        });
    }

    fn item(&mut self, item: Item, own: &str, answer: Option<Answer>) {
        if let Some(answer) = answer {
            self.add(observed_code(item, own), answer);
        }
    }

    fn write(&self, out: &mut String) {
        for (at, one) in self.all.iter().enumerate() {
            one.segment(at + 1, self.date).write(out);
        }
    }
}

fn of_specimen(one: &Tested<'_>, group: &mut Group, left_out: &mut LeftOut) {
    if let Some(ihc) = &one.ihc {
        protein(ihc, group, left_out);
    }
    if let Some(ish) = &one.ish {
        gene(ish, group, left_out);
    }
    if let Some(word) = one.unnamed.as_ref().and_then(|unnamed| unnamed.word) {
        group.next_test();
        group.add(observed_code(Item::Her2Status, "her2"), said(word.value));
    }
    for receptor_result in [one.er, one.pr].into_iter().flatten() {
        receptor(receptor_result, group, left_out);
    }
    if let Some(ki67) = one.specimen.ki67 {
        group.next_test();
        group.item(Item::Ki67, "ki67", Some(Answer::percent(ki67.value)));
    }
}

fn protein(ihc: &Her2Result, group: &mut Group, left_out: &mut LeftOut) {
    group.next_test();
    let word = ihc.word.map(|word| word.value);
    let answer = match ihc.score {
        Some(fact) => Some(score(fact.value, word)),
        None => word.map(said),
    };
    group.item(Item::Her2IhcScore, "ihc", answer);
    if let Some(percent) = ihc.percent {
        let intense = ihc
            .stain
            .is_some_and(|stain| stain.value == Stain::IntenseComplete)
            || ihc
                .score
                .is_some_and(|fact| fact.value == ScoreReading::single(IhcScore::Three));
        let code = if intense {
            observed_code(Item::Her2IhcPercent, "percent-stained")
        } else {
            Coded::own("percent-stained")
        };
        group.add(code, Answer::percent(percent.value));
    }
    left_out.add_if(ihc.stain.is_some(), "HER2 staining pattern");
    left_out.add_if(
        ihc.claimed_category.is_some(),
        "HER2 category as the record names it",
    );
}

fn gene(ish: &Her2Result, group: &mut Group, left_out: &mut LeftOut) {
    group.next_test();
    let word = ish.word.map(|word| said(word.value));
    group.item(Item::Her2IshCall, "ish", word);
    let ratio = ish.ratio.map(|fact| Answer::amount(fact.value, "1"));
    group.item(Item::Her2Ratio, "her2-cep17-ratio", ratio);
    let copies = |fact: Option<Fact<her2_case::Amount>>| {
        fact.map(|fact| Answer::amount(fact.value, "{copies}/{nucleus}"))
    };
    group.item(Item::Her2Copies, "her2-copies", copies(ish.her2_copies));
    group.item(Item::Cep17Copies, "cep17-copies", copies(ish.cep17_copies));
    group.item(
        Item::CellsCounted,
        "cells-counted",
        ish.cells.map(|n| Answer::count(n.value)),
    );
    group.item(
        Item::Observers,
        "observers",
        ish.observers.map(|n| Answer::count(n.value)),
    );
    let total =
        |fact: Option<Fact<her2_case::Decimal>>| fact.map(|fact| Answer::number(fact.value, "1"));
    group.item(Item::Her2Signals, "her2-signals", total(ish.her2_total));
    group.item(Item::Cep17Signals, "cep17-signals", total(ish.cep17_total));
    let own = |name: String| Answer::Coded(Coded::own(&name));
    let named = ish
        .group
        .map(|of| own(format!("group-{}", of.value.name())));
    group.item(Item::IshGroup, "ish-group", named);
    let probe = ish.probe.map(|probe| {
        let own = format!("{}-probe", probe.name());
        Answer::Coded(Coded::answer(
            CodeSystem::Snomed,
            CodedAnswer::Probe(probe),
            &own,
        ))
    });
    group.item(Item::IshProbe, "ish-probe", probe);
    left_out.add_if(
        ish.claimed_category.is_some(),
        "HER2 category as the record names it",
    );
}

fn receptor(result: &ReceptorResult, group: &mut Group, left_out: &mut LeftOut) {
    group.next_test();
    let (status, percent, allred, name) = match result.receptor {
        Receptor::Er => (Item::ErStatus, Item::ErPercent, Item::ErAllred, "er"),
        Receptor::Pr => (Item::PrStatus, Item::PrPercent, Item::PrAllred, "pr"),
    };
    let word = match result.status {
        ReceptorStatus::Pending => Some(Answer::Awaited),
        ReceptorStatus::Positive | ReceptorStatus::LowPositive => {
            let code = CodedAnswer::Word(Her2Word::Positive);
            let own = format!("{name}-{}", result.status.name());
            Some(Answer::Coded(Coded::word(CodeSystem::Loinc, code, &own)))
        }
        ReceptorStatus::Negative => {
            let code = CodedAnswer::Word(Her2Word::Negative);
            let own = format!("{name}-{}", result.status.name());
            Some(Answer::Coded(Coded::word(CodeSystem::Loinc, code, &own)))
        }
        ReceptorStatus::Conflict | ReceptorStatus::NotReported => None,
    };
    group.item(status, name, word);
    group.item(
        percent,
        "percent-stained",
        result.percent.map(|fact| Answer::percent(fact.value)),
    );
    let own = format!("{name}-allred");
    group.item(
        allred,
        &own,
        result.allred.map(|fact| Answer::count(fact.value)),
    );
    left_out.add_if(result.h_score.is_some(), "H-score");
}

fn of_tumor(record: &Record, group: &mut Group, left_out: &mut LeftOut) {
    let tumor = &record.tumor;
    group.next_test();
    let grade = tumor.grade.map(|fact| {
        let code = CodedAnswer::Grade(fact.value);
        Answer::Coded(Coded::answer(
            CodeSystem::Snomed,
            code,
            &format!("grade-{}", fact.value.name()),
        ))
    });
    group.item(Item::Grade, "grade", grade);
    let histology = tumor
        .histology
        .map(|fact| Answer::Coded(Coded::own(fact.value.name())));
    if let Some(histology) = histology {
        group.add(Coded::own("histology"), histology);
    }
    let size = tumor.size_mm.map(|fact| Answer::number(fact.value, "mm"));
    group.item(Item::TumorSize, "tumor-size", size);
    let nodes = tumor.nodes_positive.map(|n| Answer::count(n.value));
    group.item(Item::NodesPositive, "nodes-positive", nodes);
    let nodes = tumor.nodes_examined.map(|n| Answer::count(n.value));
    group.item(Item::NodesExamined, "nodes-examined", nodes);
    let side = tumor
        .laterality
        .map(|fact| Answer::Coded(qualifier(fact.value)));
    group.item(Item::Laterality, "laterality", side);
    if record.specimens.iter().all(|one| one.ki67.is_none()) {
        let ki67 = tumor.ki67.map(|fact| Answer::percent(fact.value));
        group.item(Item::Ki67, "ki67", ki67);
    }
    let prefix = tumor.tnm_prefix.map(|fact| fact.value);
    let categories = [
        (&tumor.t, Item::TClinical, Item::TPathological, "t-category"),
        (&tumor.n, Item::NClinical, Item::NPathological, "n-category"),
        (&tumor.m, Item::MClinical, Item::MPathological, "m-category"),
    ];
    for (category, clinical, pathological, own) in categories {
        let Some(fact) = category else { continue };
        if !crate::convert::is_category(&fact.value) {
            left_out.add("a TNM category that is none");
            continue;
        }
        let code = match prefix {
            Some(TnmPrefix::Clinical) => observed_code(clinical, own),
            Some(_) => observed_code(pathological, own),
            None => {
                left_out.add("a TNM category that is neither clinical nor pathological");
                continue;
            }
        };
        let printed = format!("{}{}", prefix.map_or("", TnmPrefix::name), fact.value);
        group.add(
            code,
            Answer::Coded(Coded::public(CodeSystem::CancerStaging, &printed, &printed)),
        );
    }
}

/// A word with the public code that says no more than it does, and the project's own beside it.
fn said(word: Her2Word) -> Answer {
    let public = match word {
        Her2Word::Pending => return Answer::Awaited,
        Her2Word::Amplified | Her2Word::Overexpressed => Her2Word::Positive,
        Her2Word::NotAmplified | Her2Word::NotOverexpressed => Her2Word::Negative,
        word => word,
    };
    let has = |system: &CodeSystem| {
        codes_for(*system, CodedAnswer::Word(public))
            .next()
            .is_some()
    };
    let system = [CodeSystem::Loinc, CodeSystem::Snomed]
        .into_iter()
        .find(has);
    Answer::Coded(match system {
        Some(system) => Coded::word(system, CodedAnswer::Word(public), word.name()),
        None => Coded::own(word.name()),
    })
}

/// A score, and beside it the signed word.
fn score(score: ScoreReading, word: Option<Her2Word>) -> Answer {
    let printed = score.to_string();
    let own = word.map_or("", |word| word.name());
    if score.low == score.high && !score.zero_plus {
        let code = CodedAnswer::Score(score.low);
        Answer::Coded(Coded::answer(CodeSystem::Loinc, code, own))
    } else {
        Answer::Coded(Coded::printed(&printed, own))
    }
}
