//! One record as one JSON object on one line.

use super::shapes::{
    Her2Shape, PreanalyticsShape, ProblemShape, Range, ReceptorShape, RecordShape, RemarkShape,
    SpecimenShape, TumorShape,
};
use crate::Source;
use her2_case::{
    Context, Fact, Grade, Her2Result, Laterality, Margin, MetastaticSite, Origin, Preanalytics,
    Presence, Problem, Procedure, Receptor, ReceptorResult, ReceptorStatus, Record, Specimen, Term,
    TnmPrefix, Tumor,
};
use std::collections::BTreeMap;

/// The record as one JSON object on one line, without a line end. Keys come in a fixed order and are never left out.
///
/// Every value has its place: HER2 results and receptors in their own `span` and `quote`, the fields of an object that
/// has none in its `spans` and `quotes`, by field name. Spans are byte ranges of the input as given.
pub fn read_json(record: &Record, source: Source<'_>) -> String {
    serde_json::to_string(&shape(record, source))
        .expect("the shapes hold only strings, numbers and lists, and string keys")
}

/// Collects values with their places under the names of their fields.
struct Places<'a> {
    source: Source<'a>,
    spans: BTreeMap<&'static str, Range>,
    quotes: BTreeMap<&'static str, String>,
}

impl<'a> Places<'a> {
    fn new(source: Source<'a>) -> Self {
        Self {
            source,
            spans: BTreeMap::new(),
            quotes: BTreeMap::new(),
        }
    }

    fn note(&mut self, field: &'static str, origin: Option<Origin>) {
        if let Some(span) = origin.and_then(Origin::as_span) {
            self.spans.insert(field, [span.start, span.end]);
            self.quotes
                .insert(field, self.source.quote(span).into_owned());
        }
    }

    fn take<T, U>(
        &mut self,
        field: &'static str,
        fact: Option<&Fact<T>>,
        show: impl FnOnce(&T) -> U,
    ) -> Option<U> {
        let fact = fact?;
        self.note(field, Some(fact.origin));
        Some(show(&fact.value))
    }
}

pub(super) fn shape<'a>(record: &'a Record, source: Source<'_>) -> RecordShape<'a> {
    let mut places = Places::new(source);
    let site = places.take("site", record.site.as_ref(), |site| site.name());
    let date = places.take("date", record.date.as_ref(), ToString::to_string);
    let stated_edition = places.take("stated_edition", record.stated_edition.as_ref(), |year| {
        *year
    });
    let ki67 = places.take("ki67", record.tumor.ki67.as_ref(), ToString::to_string);
    let (status, status_origin) = record.her2_status;
    places.note("her2_status", status_origin);
    RecordShape {
        record: &record.name,
        kind: record.kind.name(),
        site,
        date,
        stated_edition,
        specimens: record
            .specimens
            .iter()
            .enumerate()
            .map(|(index, specimen)| specimen_shape(index, specimen, source))
            .collect(),
        tumor: tumor_shape(&record.tumor, source),
        preanalytics: preanalytics_shape(&record.preanalytics, source),
        er: receptor_shape(record.er.as_ref(), source),
        pr: receptor_shape(record.pr.as_ref(), source),
        ki67,
        her2_status: status.name(),
        spans: places.spans,
        quotes: places.quotes,
        remarks: remark_shapes(record, source),
        problems: record.problems.iter().map(problem_shape).collect(),
    }
}

pub(super) fn remark_shapes(record: &Record, source: Source<'_>) -> Vec<RemarkShape> {
    let remarks = record.remarks.iter();
    let shapes = remarks.map(|remark| RemarkShape {
        remark: remark.value.name(),
        span: remark.origin.as_span().map(|span| [span.start, span.end]),
        quote: source.quote_of(remark.origin).map(Into::into),
    });
    shapes.collect()
}

pub(super) fn specimen_shape(
    index: usize,
    specimen: &Specimen,
    source: Source<'_>,
) -> SpecimenShape {
    let receptor = |which| receptor_shape(standing(&specimen.receptors, which), source);
    SpecimenShape {
        id: format!("s{}", index + 1),
        label: specimen
            .label
            .and_then(|origin| source.quote_of(origin))
            .map(Into::into),
        side: specimen.side.map(Laterality::name),
        date: specimen.date.map(|date| date.to_string()),
        procedure: specimen.procedure.map(Procedure::name),
        her2: specimen
            .her2
            .iter()
            .map(|result| her2_shape(result, source))
            .collect(),
        er: receptor(Receptor::Er),
        pr: receptor(Receptor::Pr),
        ki67: specimen.ki67.map(|fact| fact.value.to_string()),
        source: None,
    }
}

/// The result of this receptor that stands: the last one that is current and not replaced, else the last one.
fn standing(results: &[ReceptorResult], which: Receptor) -> Option<&ReceptorResult> {
    let of_it = || {
        results
            .iter()
            .filter(|result| result.receptor == which && !result.superseded)
    };
    of_it()
        .rfind(|result| result.context == Context::Current)
        .or_else(|| of_it().next_back())
}

fn her2_shape(result: &Her2Result, source: Source<'_>) -> Her2Shape {
    let mut places = Places::new(source);
    let span = result.origin.as_span();
    Her2Shape {
        assay: result.assay.name(),
        probe: result.probe.map(Term::name),
        // `0+` is a score of 0; what its plus may mean is told by the staining and by the category.
        score: places.take("score", result.score.as_ref(), |score| {
            let plain = her2_case::ScoreReading {
                zero_plus: false,
                ..*score
            };
            plain.to_string()
        }),
        percent: places.take("percent", result.percent.as_ref(), ToString::to_string),
        stain: places.take("stain", result.stain.as_ref(), |stain| stain.name()),
        ratio: places.take("ratio", result.ratio.as_ref(), ToString::to_string),
        her2_copies: places.take(
            "her2_copies",
            result.her2_copies.as_ref(),
            ToString::to_string,
        ),
        cep17_copies: places.take(
            "cep17_copies",
            result.cep17_copies.as_ref(),
            ToString::to_string,
        ),
        her2_total: places.take(
            "her2_total",
            result.her2_total.as_ref(),
            ToString::to_string,
        ),
        cep17_total: places.take(
            "cep17_total",
            result.cep17_total.as_ref(),
            ToString::to_string,
        ),
        cells: places.take("cells", result.cells.as_ref(), |cells| *cells),
        observers: places.take("observers", result.observers.as_ref(), |count| *count),
        group: places.take("group", result.group.as_ref(), |group| group.name()),
        word: places.take("word", result.word.as_ref(), |word| word.name()),
        claimed_category: places.take(
            "claimed_category",
            result.claimed_category.as_ref(),
            |category| category.name(),
        ),
        context: context_name(result.context),
        superseded: result.superseded,
        implied: result.implied,
        tumor: result.tumor.map(|span| source.quote(span).into_owned()),
        span: span.map(|span| [span.start, span.end]),
        quote: span.map(|span| source.quote(span).into_owned()),
        spans: places.spans,
    }
}

fn receptor_shape(result: Option<&ReceptorResult>, source: Source<'_>) -> ReceptorShape {
    let span = result.and_then(|result| result.origin.as_span());
    ReceptorShape {
        status: result.map_or(ReceptorStatus::NotReported.name(), |result| {
            result.status.name()
        }),
        percent: result
            .and_then(|result| result.percent)
            .map(|fact| fact.value.to_string()),
        allred: result
            .and_then(|result| result.allred)
            .map(|fact| fact.value),
        h_score: result
            .and_then(|result| result.h_score)
            .map(|fact| fact.value),
        span: span.map(|span| [span.start, span.end]),
        quote: span.map(|span| source.quote(span).into_owned()),
    }
}

fn tumor_shape(tumor: &Tumor, source: Source<'_>) -> TumorShape {
    let mut at = Places::new(source);
    TumorShape {
        grade: at.take("grade", tumor.grade.as_ref(), grade_number),
        histology: at.take("histology", tumor.histology.as_ref(), |type_| {
            type_.reported()
        }),
        size_mm: at.take("size_mm", tumor.size_mm.as_ref(), ToString::to_string),
        nodes_positive: at.take("nodes_positive", tumor.nodes_positive.as_ref(), |n| *n),
        nodes_examined: at.take("nodes_examined", tumor.nodes_examined.as_ref(), |n| *n),
        t: at.take("pT", tumor.t.as_ref(), Clone::clone),
        n: at.take("pN", tumor.n.as_ref(), Clone::clone),
        m: at.take("pM", tumor.m.as_ref(), Clone::clone),
        tnm_prefix: at.take("tnm_prefix", tumor.tnm_prefix.as_ref(), |prefix| {
            TnmPrefix::name(*prefix)
        }),
        laterality: at.take("laterality", tumor.laterality.as_ref(), |side| {
            Laterality::name(*side)
        }),
        multiple_tumors: at.take("multiple_tumors", tumor.multiple.as_ref(), |yes| *yes),
        invasive: at.take("invasive", tumor.invasive.as_ref(), |yes| *yes),
        dcis: at.take("dcis", tumor.dcis.as_ref(), |seen| Presence::name(*seen)),
        lvi: at.take("lvi", tumor.lvi.as_ref(), |seen| Presence::name(*seen)),
        margins: at.take("margins", tumor.margins.as_ref(), |margin| {
            Margin::name(*margin)
        }),
        treatment_effect: at.take(
            "treatment_effect",
            tumor.treatment_effect.as_ref(),
            |seen| Presence::name(*seen),
        ),
        metastatic_site: at.take("metastatic_site", tumor.metastatic_site.as_ref(), |site| {
            MetastaticSite::name(*site)
        }),
        spans: at.spans,
        quotes: at.quotes,
    }
}

fn preanalytics_shape(handling: &Preanalytics, source: Source<'_>) -> PreanalyticsShape {
    let mut at = Places::new(source);
    PreanalyticsShape {
        fixation_hours: at.take(
            "fixation_hours",
            handling.fixation_hours.as_ref(),
            ToString::to_string,
        ),
        ischaemia_minutes: at.take(
            "ischaemia_minutes",
            handling.ischaemia_minutes.as_ref(),
            ToString::to_string,
        ),
        formalin: at.take("formalin", handling.formalin.as_ref(), |yes| *yes),
        decalcified: at.take("decalcified", handling.decalcified.as_ref(), |yes| *yes),
        spans: at.spans,
        quotes: at.quotes,
    }
}

pub(super) fn problem_shape(problem: &Problem) -> ProblemShape {
    ProblemShape {
        code: problem.code,
        severity: problem.severity.name(),
        message: problem.message.clone(),
        span: problem
            .origin
            .and_then(Origin::as_span)
            .map(|span| [span.start, span.end]),
    }
}

fn grade_number(grade: &Grade) -> u8 {
    match grade {
        Grade::One => 1,
        Grade::Two => 2,
        Grade::Three => 3,
    }
}

fn context_name(context: Context) -> &'static str {
    match context {
        Context::Current => "current",
        Context::Prior => "prior",
    }
}
