//! From a record and the findings about it to what documents tell.

mod kinds;
mod over_time;

pub(crate) use kinds::kinds;
pub use over_time::Over;

use crate::sentence::{About, RowRef};
use crate::source::Source;
use crate::told::{
    Cuts, Decided, EditionTold, HandlingTold, OwnTold, RetestTold, Step, Story, Tested,
};
use her2_case::{
    Edition, Evidence, Her2Category, Her2Status, Kind, Mark, Origin, Question, Record,
    RecordStatus, Retest, Span, Term,
};
use her2_knowledge::PageKind;
use her2_pages::{Bands, Finding, Row};
use her2_pathway::testing::{CaseFinding, Her2Decision, OwnEdition, SpecimenFinding};
use jiff::civil::Date;

/// A record, the bytes it was read from, and what follows from it: everything a document is written from.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// What was read.
    pub record: &'a Record,
    /// From what.
    pub source: Source<'a>,
    /// What follows.
    pub finding: &'a CaseFinding,
    /// The day for which it is asked.
    pub as_of: Date,
    /// All records of the patient, of which this is the one that documents are about.
    pub over: Option<Over<'a>>,
}

impl<'a> Case<'a> {
    pub(crate) fn story(&self) -> Story<'a> {
        let Self {
            record,
            source,
            finding,
            as_of,
            over,
        } = *self;
        Story {
            record,
            source,
            sources: over.map(|over| over.sources),
            over: over.and_then(Over::told),
            tested: finding
                .specimens
                .iter()
                .map(|specimen| tested(record, specimen))
                .collect(),
            deciding: self.deciding(),
            flags: over.map_or(finding.flags, |over| {
                finding.flags.union(over.timeline.flags())
            }),
            actions: finding.actions,
            comments: finding.comments,
            edition: edition(finding.edition),
            own: finding.own_edition.map(|own| own_edition(record, own)),
            by_edition: finding
                .reinterpreted()
                .iter()
                .map(|(other, decision)| {
                    let evidence = finding.deciding().map(|found| found.evidence);
                    (
                        edition(*other),
                        decided(decision, &evidence.unwrap_or_default()),
                    )
                })
                .collect(),
            retest: self.retest(),
            handling: finding.handling.one().map(|answer| HandlingTold {
                answer: answer.name(),
                rows: finding.handling.rows().map(row_ref).collect(),
                about: about(&finding.handling),
            }),
            category: category(record, finding),
            as_of,
            cuts: cuts(finding.edition),
            version: her2_knowledge::version(),
            checked: checked(),
            stale: her2_knowledge::stale(as_of).map(|page| page.id).collect(),
        }
    }
}

impl Case<'_> {
    /// The finding of the record that decides: the one of the current sample, or the one the record itself is decided by.
    fn deciding(&self) -> Option<usize> {
        let current = self.over.and_then(|over| {
            let current = over.timeline.current.as_ref()?;
            let sample = over.timeline.samples.get(current.sample)?;
            (sample.record == over.timeline.main).then_some(sample.finding)
        });
        current.or(self.finding.patient)
    }

    /// What histology and specimen ask for, without what has been done since.
    fn retest(&self) -> Vec<RetestTold> {
        let stands = self.over.is_none_or(|over| {
            let timeline = over.timeline;
            let of_main = |at: usize| {
                timeline
                    .samples
                    .get(at)
                    .is_some_and(|of| of.record == timeline.main)
            };
            let mut advice = timeline
                .advice
                .iter()
                .filter(|advice| advice.sample.is_some_and(of_main));
            !timeline.is_worth_showing() || advice.any(|advice| advice.stands())
        });
        let told = self.finding.retest.iter().filter_map(retest);
        told.filter(|told| stands || !told.asks).collect()
    }
}

/// The category of the patient, if the status is settled: of the deciding specimen, or as the report states it.
fn category(record: &Record, finding: &CaseFinding) -> Option<Her2Category> {
    match finding.deciding() {
        Some(found) => Some(found.decision.her2_category()),
        None if record.her2_status.0 == RecordStatus::Positive => Some(Her2Category::Positive),
        None => None,
    }
}

fn tested(record: &Record, found: &SpecimenFinding) -> Tested {
    let label = record.specimens.get(found.specimen).and_then(|of| of.label);
    Tested {
        evidence: found.evidence,
        tumor: found.tumor,
        label: label.and_then(Origin::as_span),
        context: found.context,
        implied: found.implied,
        signed: found.signed,
        decided: decided(&found.decision, &found.evidence),
    }
}

fn decided(decision: &Her2Decision, evidence: &Evidence) -> Decided {
    let scope = [
        evidence.site.map(|site| site.origin),
        evidence.invasive.map(|invasive| invasive.origin),
    ];
    let applies = decision.her2_status() != Her2Status::NotApplicable;
    let tests = |about: About| {
        if applies {
            about.without(&scope)
        } else {
            about
        }
    };
    let status = tests(about(decision.status()));
    let group = decision.group().map(about);
    let places = |row: &'static Row| {
        let of_group = group.as_ref().filter(|about| about.names(row_ref(row)));
        of_group.unwrap_or(&status).places()
    };
    let steps = decision.rows().map(|row| step(row, places(row))).collect();
    Decided {
        status: Some(decision.her2_status()),
        possible: decision.possible(),
        category: Some(decision.her2_category()),
        group: decision.ish_group(),
        awaited: decision.awaited(),
        actions: decision.actions(),
        comments: decision.comments(),
        flags: decision.flags(),
        recount_change: decision.recount_change(),
        category_about: tests(about(decision.category())),
        group_about: group.unwrap_or_else(|| status.clone()),
        status_about: status,
        steps,
    }
}

fn step(row: &'static Row, because: Vec<Origin>) -> Step {
    let mut tables = her2_knowledge::tables_data();
    let table = tables.find(|(table, _)| table.page() == row.page());
    let (title, question) = match table {
        Some((table, _)) => (table.title(), Some(table.question())),
        None => (row.page(), None),
    };
    let answer = match question.map(Question::kind) {
        Some(Kind::Terms(names)) => names.get(usize::from(row.answer)).copied().unwrap_or(""),
        _ => "",
    };
    Step {
        title,
        question: question.map_or(row.page(), Question::name),
        answer: answer.to_owned(),
        row: Some(row_ref(row)),
        about: About::Finding {
            rows: vec![row_ref(row)],
            because,
        },
    }
}

pub(crate) fn about<A: Term>(finding: &Finding<A>) -> About {
    About::Finding {
        rows: finding.rows().map(row_ref).collect(),
        because: finding.because().to_vec(),
    }
}

pub(crate) fn row_ref(row: &'static Row) -> RowRef {
    RowRef {
        page: row.page(),
        anchor: row.anchor(),
        edition: row.cite().edition,
        place: row.cite().anchor,
        project_rule: row.is_project_rule(),
        mark: row.also::<Mark>().iter().max().unwrap_or(Mark::Checked),
    }
}

fn retest(finding: &Finding<Retest>) -> Option<RetestTold> {
    let answer = finding.one()?;
    Some(RetestTold {
        asks: matches!(answer, Retest::May | Retest::Should | Retest::Must),
        answer: answer.name(),
        rows: finding.rows().map(row_ref).collect(),
        about: about(finding),
    })
}

fn edition(edition: Edition) -> EditionTold {
    let info = her2_knowledge::edition(edition.0);
    EditionTold {
        id: edition,
        body: info.map_or("", |info| info.body),
        title: info.map_or(edition.0, |info| info.title),
        year: info.map_or_else(String::new, |info| info.year.to_string()),
        affirmed: info
            .and_then(|info| info.affirmed.last())
            .map(|affirmed| affirmed.date.year().to_string()),
    }
}

fn own_edition(record: &Record, own: OwnEdition) -> OwnTold {
    let origin = match own {
        OwnEdition::Stated(_) => record.stated_edition.map(|year| year.origin),
        OwnEdition::ByDate(_) => record.date.map(|date| date.origin),
    };
    OwnTold {
        edition: edition(own.edition()),
        stated: matches!(own, OwnEdition::Stated(_)),
        about: origin.map_or(About::NotSaid("edition"), About::fact),
    }
}

/// The day on which the page compared longest ago was compared with its source.
fn checked() -> Option<Date> {
    let questions = her2_knowledge::pages().iter();
    questions
        .filter(|page| page.kind == PageKind::Question)
        .map(|page| page.checked)
        .min()
}

/// The cut-offs an edition draws for counted numbers, read from its pages.
fn cuts(edition: Edition) -> Cuts {
    let mut cuts = Cuts::default();
    for (table, _) in her2_knowledge::tables_data() {
        let of_edition = table
            .page()
            .split_once('/')
            .is_some_and(|(folder, _)| folder == edition.0);
        let of_ish = matches!(
            table.question(),
            Question::IshGroup | Question::IshResult | Question::IshCall
        );
        for column in table.columns().iter().filter(|_| of_edition && of_ish) {
            let kept = match column.question {
                Question::Her2Cep17Ratio => &mut cuts.ratio,
                Question::Her2Copies => &mut cuts.copies,
                _ => continue,
            };
            if let Bands::Number(bounds) = column.bands {
                kept.extend(bounds.iter().map(|cut| cut.at));
            }
        }
    }
    for kept in [&mut cuts.ratio, &mut cuts.copies] {
        kept.sort();
        kept.dedup();
    }
    cuts
}

/// A range of the text for a specimen: the tumour it names, else its label.
pub(crate) fn name_of(tested: &Tested) -> Option<Span> {
    tested.tumor.or(tested.label)
}
