//! One sample of a row on its way to a record.

use super::cell::CellSays;
use super::totals::{self, Totals};
use crate::report::thresholds;
use crate::settle::settle;
use crate::value::{Beside, Missing, Part, ReadValue, Said};
use her2_case::{
    Amount, Assay, Context, CoursePoint, Fact, Her2Result, Her2Word, Key, Origin, Probe, Problem,
    Receptor, ReceptorResult, ReceptorStatus, Record, RecordKind, Remark, Severity, Span, Specimen,
    Tumor,
};
use her2_knowledge::TableItem;
use std::ops::Range;

/// Where a cell stands, and what it is called.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// Its bytes in the patient's text.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// The text.
    pub text: &'a [u8],
    /// The column.
    pub column: &'a str,
}

impl Place<'_> {
    fn origin(&self, range: &Range<usize>) -> Origin {
        Origin::span(Span::new(self.start + range.start, self.start + range.end))
    }

    fn whole(&self) -> Origin {
        Origin::span(Span::new(self.start, self.end))
    }

    fn fact<T: Clone>(&self, read: &ReadValue<T>) -> Fact<T> {
        Fact::new(read.value.clone(), self.origin(&read.range))
    }
}

/// A sample as far as it is read.
#[derive(Default)]
pub struct Sample {
    specimen: Specimen,
    tumor: Tumor,
    ihc: Option<Her2Result>,
    ish: Option<Her2Result>,
    status: Option<Her2Result>,
    /// Results of another laboratory or an earlier specimen.
    outside: Vec<Her2Result>,
    /// Things said of HER2 in a column that is for something else.
    aside: Vec<(Part, Assay)>,
    receptors: [Option<ReceptorResult>; 2],
    context: Option<Context>,
    reported: Option<Fact<jiff::civil::Date>>,
    stated_edition: Option<Fact<u16>>,
    remarks: Vec<Fact<Remark>>,
    problems: Vec<Problem>,
    /// Columns whose cells were used, with their ranges.
    used: Vec<(Span, usize)>,
}

impl Sample {
    /// A sample of a fixed point, if there is one.
    pub fn at(point: Option<CoursePoint>) -> Self {
        let mut sample = Self::default();
        sample.specimen.point = point;
        sample
    }

    /// Whether nothing was read.
    pub fn is_empty(&self) -> bool {
        self.used.is_empty() && self.problems.is_empty()
    }

    /// Takes what a cell says.
    pub fn take(&mut self, item: TableItem, slot: usize, says: &CellSays, place: Place<'_>) {
        match says {
            CellSays::Missing(why) => return self.missing(item, slot, *why, place),
            CellSays::Sentinel => {
                self.problems.push(Problem {
                    code: "table-value-sentinel",
                    severity: Severity::Note,
                    message: format!(
                        "the number in the column {:?} is none that can be measured: it was taken to stand for an unknown value",
                        place.column
                    ),
                    origin: Some(place.whole()),
                });
                self.used.push((Span::new(place.start, place.end), slot));
                return;
            }
            CellSays::NotUnderstood => {
                self.problems.push(Problem {
                    code: "table-value-not-understood",
                    severity: Severity::Note,
                    message: format!(
                        "the value in the column {:?} is not understood, and nothing is read from it; write it in a usual form, or give its meaning in a column map",
                        place.column
                    ),
                    origin: Some(place.whole()),
                });
                self.used.push((Span::new(place.start, place.end), slot));
                return;
            }
            _ => {}
        }
        self.used.push((Span::new(place.start, place.end), slot));
        use TableItem as I;
        match (item, says) {
            (I::Specimen, _) => {
                self.specimen.identifier = key(place.text);
            }
            (I::Tumor, _) => self.specimen.tumor = key(place.text),
            (I::SampleDate, CellSays::Day(day)) => self.specimen.date = Some(*day),
            (I::ReportDate, CellSays::Day(day)) => {
                self.reported = Some(Fact::new(*day, place.whole()));
            }
            (I::StatedEdition, CellSays::Count(read)) => {
                self.stated_edition = u16::try_from(read.value)
                    .ok()
                    .map(|year| Fact::new(year, place.origin(&read.range)));
            }
            (I::Point, CellSays::Point(read)) => self.specimen.point = Some(read.value),
            (I::Procedure, CellSays::Procedure(read)) => {
                self.specimen.procedure = Some(read.value);
            }
            (I::Laterality, CellSays::Side(read)) => {
                self.specimen.side = Some(read.value);
                self.tumor.laterality = Some(place.fact(read));
            }
            (I::Her2Context, CellSays::Context(context)) => self.context = Some(*context),
            (I::Grade, CellSays::Grade(read)) => self.tumor.grade = Some(place.fact(read)),
            (I::Histology, CellSays::Histology(read)) => {
                self.tumor.histology = Some(place.fact(read));
            }
            (I::SizeMm | I::SizeCm, CellSays::Length(read)) => {
                self.tumor.size_mm = Some(place.fact(read));
            }
            (I::NodesPositive, CellSays::Count(read)) => {
                self.tumor.nodes_positive = Some(place.fact(read));
            }
            (I::NodesExamined, CellSays::Count(read)) => {
                self.tumor.nodes_examined = Some(place.fact(read));
            }
            (I::T | I::N | I::M, CellSays::Category(category)) => {
                let origin = place.origin(&category.range);
                let fact = Fact::new(category.text.clone(), origin);
                match item {
                    I::T => self.tumor.t = Some(fact),
                    I::N => self.tumor.n = Some(fact),
                    _ => self.tumor.m = Some(fact),
                }
                let prefix = category.prefix.map(|prefix| Fact::new(prefix, origin));
                if item == I::T || self.tumor.tnm_prefix.is_none() {
                    self.tumor.tnm_prefix = prefix.or(self.tumor.tnm_prefix);
                }
            }
            (I::Ki67, CellSays::Amount(read)) => {
                let fact = place.fact(read);
                self.specimen.ki67 = Some(fact);
            }
            (I::ErStatus | I::ErPercent | I::ErAllred | I::ErHScore, _) => {
                self.receptor(Receptor::Er, item == I::ErHScore, says, place);
            }
            (I::PrStatus | I::PrPercent | I::PrAllred | I::PrHScore, _) => {
                self.receptor(Receptor::Pr, item == I::PrHScore, says, place);
            }
            _ => self.her2(item, says, place),
        }
    }

    /// A cell without a value: a test that was not done, or whose result is to come, is told as such.
    fn missing(&mut self, item: TableItem, slot: usize, why: Missing, place: Place<'_>) {
        use TableItem as I;
        let word = match why {
            Missing::NotDone => Her2Word::NotPerformed,
            Missing::Pending => Her2Word::Pending,
            Missing::NotKnown | Missing::NotApplicable => return,
        };
        let assay = match item {
            I::Her2IhcWord | I::Her2IhcScore => Assay::Ihc,
            I::Her2IshWord | I::Her2Ratio => Assay::Ish,
            I::Her2Status => Assay::Unspecified,
            I::ErStatus | I::PrStatus if why == Missing::Pending => {
                let which = if item == I::ErStatus {
                    Receptor::Er
                } else {
                    Receptor::Pr
                };
                self.used.push((Span::new(place.start, place.end), slot));
                self.of_receptor(which, place.whole()).status = ReceptorStatus::Pending;
                return;
            }
            _ => return,
        };
        let result = self.result(assay, place.whole());
        if result.word.is_none() {
            result.word = Some(Fact::new(word, place.whole()));
            self.used.push((Span::new(place.start, place.end), slot));
        }
    }

    /// The result of a test, begun where the first cell of it stands.
    fn result(&mut self, assay: Assay, origin: Origin) -> &mut Her2Result {
        let slot = match assay {
            Assay::Ihc => &mut self.ihc,
            Assay::Ish => &mut self.ish,
            Assay::Unspecified | Assay::Rtpcr => &mut self.status,
        };
        slot.get_or_insert_with(|| Her2Result::empty(assay, origin))
    }

    fn her2(&mut self, item: TableItem, says: &CellSays, place: Place<'_>) {
        use TableItem as I;
        let assay = match item {
            I::Her2IhcScore | I::Her2IhcPercent | I::Her2IhcWord => Assay::Ihc,
            I::Her2Status => Assay::Unspecified,
            _ => Assay::Ish,
        };
        match says {
            CellSays::Score(read) => {
                let part = self.main(Said::Score(read.value), read, assay, place);
                self.put(&part, assay, true);
            }
            CellSays::Word(read) => {
                let part = self.main(Said::Word(read.value), read, assay, place);
                self.put(&part, assay, true);
            }
            CellSays::Amount(read) => {
                let said = match item {
                    I::Her2IhcPercent => Said::Percent(read.value),
                    I::Her2Ratio => Said::Ratio(read.value),
                    I::Cep17Copies => Said::Cep17(read.value),
                    _ => Said::Copies(read.value),
                };
                let part = self.main(said, read, assay, place);
                self.put(&part, assay, true);
            }
            CellSays::Count(read) => {
                let (value, origin) = (read.value, place.origin(&read.range));
                let result = self.result(assay, origin);
                let total = || Some(Fact::new(her2_case::Decimal::whole(value), origin));
                match item {
                    I::Cells => result.cells = Some(Fact::new(value, origin)),
                    I::Observers => result.observers = Some(Fact::new(value, origin)),
                    I::Her2SignalsTotal => result.her2_total = total(),
                    _ => result.cep17_total = total(),
                }
            }
            CellSays::Group(group) => {
                let origin = place.whole();
                self.result(assay, origin).group = Some(Fact::new(*group, origin));
            }
            CellSays::Probe(probe) => {
                self.result(assay, place.whole()).probe = Some(*probe);
            }
            CellSays::Parts(parts) => {
                for part in parts {
                    self.aside.push((moved(part, place.start), assay));
                }
            }
            _ => {}
        }
    }

    /// The value a column is for; what stands beside it waits until every column is read.
    fn main<T>(&mut self, said: Said, read: &ReadValue<T>, assay: Assay, place: Place<'_>) -> Part {
        for part in &read.also {
            self.aside.push((moved(part, place.start), assay));
        }
        Part {
            said,
            assay: None,
            beside: read.beside,
            range: place.start + read.range.start..place.start + read.range.end,
        }
    }

    /// Puts a part into the result of its test. What a column is for replaces what stood beside something else.
    fn put(&mut self, part: &Part, assay: Assay, replace: bool) {
        let origin = Origin::span(Span::new(part.range.start, part.range.end));
        let assay = part.assay.unwrap_or(assay);
        let result = match part.beside {
            Beside::Here => self.result(assay, origin),
            Beside::Outside => {
                let known = self.outside.iter().position(|result| result.assay == assay);
                let at = known.unwrap_or_else(|| {
                    let mut result = Her2Result::empty(assay, origin);
                    result.context = Context::Prior;
                    self.outside.push(result);
                    self.outside.len() - 1
                });
                &mut self.outside[at]
            }
            Beside::Focal => {
                self.remarks.push(Fact::new(Remark::Difference, origin));
                return;
            }
            Beside::InSitu => return,
        };
        fn set<T>(slot: &mut Option<Fact<T>>, value: T, origin: Origin, replace: bool) {
            if slot.is_none() || replace {
                *slot = Some(Fact::new(value, origin));
            }
        }
        match part.said {
            Said::Score(score) => set(&mut result.score, score, origin, replace),
            Said::Word(word) => set(&mut result.word, word, origin, replace),
            Said::Percent(amount) if assay == Assay::Ihc => {
                set(&mut result.percent, amount, origin, replace);
            }
            Said::Ratio(amount) => set(&mut result.ratio, amount, origin, replace),
            Said::Copies(amount) => set(&mut result.her2_copies, amount, origin, replace),
            Said::Cep17(amount) => set(&mut result.cep17_copies, amount, origin, replace),
            Said::TotalHer2(total) => set(&mut result.her2_total, total, origin, replace),
            Said::TotalCep17(total) => set(&mut result.cep17_total, total, origin, replace),
            Said::Cells(cells) => set(&mut result.cells, cells, origin, replace),
            Said::Group(group) => set(&mut result.group, group, origin, replace),
            Said::Category(category) => {
                set(&mut result.claimed_category, category, origin, replace);
            }
            _ => {}
        }
    }

    fn of_receptor(&mut self, receptor: Receptor, origin: Origin) -> &mut ReceptorResult {
        let at = usize::from(receptor == Receptor::Pr);
        self.receptors[at].get_or_insert(ReceptorResult {
            receptor,
            status: ReceptorStatus::NotReported,
            percent: None,
            allred: None,
            h_score: None,
            context: Context::Current,
            superseded: false,
            origin,
        })
    }

    fn receptor(&mut self, which: Receptor, is_h_score: bool, says: &CellSays, place: Place<'_>) {
        let result = self.of_receptor(which, place.whole());
        match says {
            CellSays::Receptor(reading) => {
                if let Some(status) = reading.status {
                    result.status = status;
                    result.origin = place.origin(&reading.range);
                }
                let at = |range: &Range<usize>| place.origin(range);
                let percent = reading.percent.as_ref();
                let percent = percent.map(|(amount, range)| Fact::new(*amount, at(range)));
                result.percent = result.percent.or(percent);
                let allred = reading.allred.as_ref();
                let allred = allred.map(|(total, range)| Fact::new(*total, at(range)));
                result.allred = result.allred.or(allred);
                let h_score = reading.h_score.as_ref();
                let h_score = h_score.map(|(score, range)| Fact::new(*score, at(range)));
                result.h_score = result.h_score.or(h_score);
            }
            CellSays::Amount(read) => result.percent = Some(place.fact(read)),
            CellSays::Count(read) if is_h_score => result.h_score = Some(place.fact(read)),
            CellSays::Count(read) => result.allred = Some(place.fact(read)),
            _ => {}
        }
    }

    /// The record of the sample, and which columns its facts were read from. Nothing is left in the sample.
    pub fn take_record(&mut self, name: String) -> (Record, Vec<(Span, usize)>) {
        for (part, assay) in std::mem::take(&mut self.aside) {
            self.put(&part, assay, false);
        }
        let mut record = Record::empty(name, RecordKind::Table);
        if let Some(ish) = &mut self.ish {
            let dual = ish.ratio.is_some() || ish.cep17_copies.is_some();
            if ish.probe.is_none() && dual {
                ish.probe = Some(Probe::Dual);
            }
            if let Some(problem) = of_totals(ish) {
                self.problems.push(problem);
            }
        }
        let context = self.context.unwrap_or(Context::Current);
        let mut specimen = std::mem::take(&mut self.specimen);
        for mut result in [&mut self.ihc, &mut self.ish, &mut self.status]
            .into_iter()
            .filter_map(Option::take)
        {
            result.context = context;
            specimen.her2.push(result);
        }
        specimen.her2.append(&mut self.outside);
        let receptors = self.receptors.iter_mut().filter_map(Option::take);
        specimen.receptors = receptors.map(settled).collect();
        record.date = self.reported;
        record.stated_edition = self.stated_edition;
        record.specimens = vec![specimen];
        record.tumor = std::mem::take(&mut self.tumor);
        record.remarks = std::mem::take(&mut self.remarks);
        record.problems = std::mem::take(&mut self.problems);
        settle(&mut record);
        (record, std::mem::take(&mut self.used))
    }
}

/// A receptor's status follows from its numbers where no word states it, and they settle it.
fn settled(mut result: ReceptorResult) -> ReceptorResult {
    if result.status == ReceptorStatus::NotReported {
        let percent = result.percent.map(|percent| percent.value);
        let by_percent = percent.and_then(thresholds::settled_receptor_status);
        let by_allred = || {
            result
                .allred
                .map(|total| thresholds::allred_status(total.value))
        };
        result.status = by_percent.or_else(by_allred).unwrap_or(result.status);
    }
    result
}

fn key(text: &[u8]) -> Option<Key> {
    Key::new(&String::from_utf8_lossy(text))
}

fn moved(part: &Part, by: usize) -> Part {
    let range = part.range.start + by..part.range.end + by;
    Part {
        range,
        ..part.clone()
    }
}

/// Totals where means belong are said.
fn of_totals(ish: &mut Her2Result) -> Option<Problem> {
    let origin = (ish
        .her2_copies
        .as_ref()
        .map(|fact: &Fact<Amount>| fact.origin))
    .or(ish.cep17_copies.as_ref().map(|fact| fact.origin));
    let message = match totals::settle(ish) {
        Totals::Means => return None,
        Totals::Over(cells) => format!(
            "numbers of signals per cell that no tissue gives: they are read as totals over the {cells} cells counted; put them into columns of totals"
        ),
        Totals::Unknown => "numbers of signals per cell that no tissue gives: they are totals, and over how many cells is not said or does not fit; give the number of cells".to_owned(),
    };
    Some(Problem {
        code: "table-total-as-mean",
        severity: Severity::Warning,
        message,
        origin,
    })
}
