//! One laboratory report as a record: its prose read as a report, its codes as values, and what both say as one.

use super::discrete::{self, Tested};
use super::given::Given;
use super::merge;
use super::message::Message;
use super::narrative::{self, Narrative};
use super::observation::{Observation, Standing};
use super::orders::{Passed, Report};
use super::person::Diagnosed;
use super::tumor::{self, Outcome};
use crate::report::problems;
use crate::settle::settle;
use her2_case::{
    Course, Fact, Key, Origin, Problem, Receptor, Record, RecordKind, Severity, Site, Span,
    Specimen,
};

/// Problems of prose that is no report at all.
const NO_REPORT: [&str; 3] = ["not-a-pathology-report", "empty", "binary"];

/// Problems of values that are listed for one report.
const MOST_PROBLEMS: usize = 50;

/// The records of a patient's reports, and the prose that stands behind the messages in the text.
pub(super) fn records(
    name: &str,
    messages: &[Message<'_>],
    reports: Vec<Report>,
    diagnosed: &Diagnosed,
    course: &mut Course,
    passed: &mut Passed,
    base: usize,
) -> (Vec<Record>, String) {
    let mut tail = String::new();
    let mut records = Vec::new();
    for report in reports {
        let prose = narrative::of_report(messages, &report, passed);
        let (mut record, text) = read_prose(name, &report, prose, base + tail.len());
        let mut tested = Vec::new();
        let coded = read_codes(messages, &report, &mut record, &mut tested, course, passed);
        let is_none = record
            .problems
            .iter()
            .any(|problem| NO_REPORT.contains(&problem.code));
        if is_none && !coded {
            passed.add("report of something else");
            continue;
        }
        tail.push_str(&text);
        let other_organ = record.site.is_some_and(|site| site.value == Site::Other);
        if coded {
            record
                .problems
                .retain(|problem| !NO_REPORT.contains(&problem.code));
            for problem in record
                .problems
                .iter_mut()
                .filter(|problem| problem.code == "not-english")
            {
                problem.code = "prose-not-read";
                problem.severity = Severity::Warning;
                problem.message = "the prose of this report is not in English and was not read; its coded values were".to_owned();
            }
        }
        if other_organ && !tested.is_empty() {
            tested.clear();
            passed.add("results of another organ");
        }
        describe(&report, diagnosed, &mut record);
        if !tested.is_empty() {
            join(&mut record, tested);
        }
        finish(&report, &mut record);
        records.push(record);
    }
    (records, tail)
}

/// The prose read as a report. If it does not read like one alone, the name of what was ordered is put before it.
fn read_prose(name: &str, report: &Report, prose: Narrative, base: usize) -> (Record, String) {
    let Narrative {
        mut text,
        mut paths,
        problems,
        ..
    } = prose;
    let mut record = Record::empty(name, RecordKind::Hl7v2);
    if !text.trim().is_empty() {
        record = crate::report::read(name, text.as_bytes());
        let is_none = |record: &Record| {
            record
                .problems
                .iter()
                .any(|problem| NO_REPORT.contains(&problem.code))
        };
        if is_none(&record) {
            let mut titles: Vec<&str> = report
                .orders
                .iter()
                .map(|order| order.asks.label())
                .collect();
            titles.dedup();
            let titled = format!("{}\n\n{text}", titles.join("\n"));
            let again = crate::report::read(name, titled.as_bytes());
            if !is_none(&again) {
                let by = titled.len() - text.len();
                for (range, _) in &mut paths {
                    *range = range.start + by..range.end + by;
                }
                (record, text) = (again, titled);
            }
        }
    }
    record.kind = RecordKind::Hl7v2;
    // An empty line between the messages and the prose.
    let text = if text.is_empty() {
        text
    } else {
        format!("\n\n{text}")
    };
    let by = base + 2;
    record.relocate(|span| Span::new(span.start as usize + by, span.end as usize + by));
    for (range, path) in paths {
        record
            .paths
            .add(Span::new(range.start + by, range.end + by), path);
    }
    record.problems.extend(problems);
    (record, text)
}

/// Reads the observations that have a code; gives whether any of them is about the cancer.
fn read_codes(
    messages: &[Message<'_>],
    report: &Report,
    record: &mut Record,
    tested: &mut Vec<Tested>,
    course: &mut Course,
    passed: &mut Passed,
) -> bool {
    let mut any = false;
    let mut found = Vec::new();
    for order in &report.orders {
        let message = &messages[order.message];
        let identifier = order
            .tissues
            .iter()
            .find_map(|tissue| tissue.identifier.as_ref());
        for observation in &order.observations {
            let Some(item) = narrative::coded_item(observation) else {
                continue;
            };
            if observation.asks.disagrees() {
                found.push(Problem {
                    code: "codes-disagree",
                    severity: Severity::Warning,
                    message: format!(
                        "{}: its codes, or its code and its name, say different things; the value was not read",
                        observation.path
                    ),
                    origin: None,
                });
                any = true;
                continue;
            }
            if observation.is_awaited() && observation.values.is_empty() {
                let asked = Span::new(order.asked.start, order.asked.end);
                discrete::awaited(item, identifier, asked, tested);
                any = true;
                continue;
            }
            for value in &observation.values {
                let given = Given::read(message, observation, value.clone());
                record.paths.add(given.whole(), observation.path.as_str());
                if discrete::read(observation, item, identifier, &given, tested, &mut found) {
                    any = true;
                    continue;
                }
                match tumor::read(item, observation, &given, record, course) {
                    Outcome::Read => any = true,
                    Outcome::Differs => {
                        found.push(tumor::differs(&observation.path, given.whole()))
                    }
                    Outcome::NotUnderstood => {
                        found.push(discrete::not_understood(observation, &given))
                    }
                    Outcome::Passed => passed.add("OBX of a code that is not used"),
                }
            }
        }
        if order.standing == Standing::Pending
            && order.observations.is_empty()
            && let Some(item) = order.asks.item()
        {
            let asked = Span::new(order.asked.start, order.asked.end);
            let before = tested.len();
            discrete::awaited(item, identifier, asked, tested);
            if tested.len() > before || !tested.is_empty() {
                record.paths.add(asked, format!("{}, OBR-4", order.path));
                any = true;
            }
        }
    }
    if found.len() > MOST_PROBLEMS {
        found.truncate(MOST_PROBLEMS);
        found.push(Problem {
            code: "more-problems",
            severity: Severity::Warning,
            message: "more values of this report are not understood than are listed; compare it with the original".to_owned(),
            origin: None,
        });
    }
    record.problems.extend(found);
    any
}

/// The specimen, the day, the organ and the side, as segments around the results tell them.
fn describe(report: &Report, diagnosed: &Diagnosed, record: &mut Record) {
    let reported = report
        .orders
        .iter()
        .filter_map(|order| order.reported.clone())
        .max_by_key(|(day, _)| *day);
    if let Some((day, range)) = reported {
        let span = Span::new(range.start, range.end);
        record.paths.add(span, "OBR-22");
        record.date = Some(Fact::new(day, Origin::span(span)));
    }
    if let Some((side, span)) = diagnosed.breast {
        let origin = Origin::span(span);
        record.paths.add(span, "DG1-3");
        record.site.get_or_insert(Fact::new(Site::Breast, origin));
        if let Some(side) = side {
            record
                .tumor
                .laterality
                .get_or_insert(Fact::new(side, origin));
        }
    }
    if record.specimens.is_empty() {
        record.specimens.push(Specimen {
            side: record.tumor.laterality.map(|side| side.value),
            ..Specimen::default()
        });
    }
    let tissues = || report.orders.iter().flat_map(|order| &order.tissues);
    let named: Option<Key> = tissues().find_map(|tissue| tissue.identifier.clone());
    let observed = || {
        let observations = report.orders.iter().flat_map(|order| &order.observations);
        observations
            .filter_map(|observation: &Observation| observation.date)
            .min()
    };
    let taken = tissues()
        .find_map(|tissue| tissue.date)
        .or_else(|| report.orders.iter().find_map(|order| order.collected))
        .or_else(observed);
    let first = &mut record.specimens[0];
    first.identifier = first
        .identifier
        .take()
        .or(named)
        .or_else(|| report.number.clone());
    for specimen in &mut record.specimens {
        specimen.date = specimen.date.or(taken);
    }
}

/// Brings the results by code to those in the prose.
fn join(record: &mut Record, tested: Vec<Tested>) {
    let date = record.specimens[0].date;
    for (at, tested) in tested.into_iter().enumerate() {
        let target = match &tested.identifier {
            _ if at == 0 => 0,
            // Results that the numbers of one order tell apart are of a specimen each.
            Some(identifier) if tested.group.is_none() => {
                let known = record
                    .specimens
                    .iter()
                    .position(|specimen| specimen.identifier.as_ref() == Some(identifier));
                known
                    .filter(|_| record.specimens.len() > 1)
                    .unwrap_or_else(|| further(record, date, Some(identifier)))
            }
            identifier => further(record, date, identifier.as_ref()),
        };
        for coded in tested.her2 {
            let mut standing = merge::Standing::Apart;
            let mut same = None;
            for (specimen, of) in record.specimens.iter().enumerate() {
                for (result, prose) in of.her2.iter().enumerate() {
                    match merge::compare(prose, &coded) {
                        merge::Standing::Same if same.is_none() => same = Some((specimen, result)),
                        merge::Standing::Differs => standing = merge::Standing::Differs,
                        _ => {}
                    }
                }
            }
            if let Some((specimen, result)) = same {
                merge::complete(&mut record.specimens[specimen].her2[result], coded);
                continue;
            }
            if standing == merge::Standing::Differs && at == 0 {
                push_difference(record, coded.origin);
            }
            record.specimens[target].her2.push(coded);
        }
        for coded in tested.receptors {
            receptor(record, target, coded);
        }
        if let Some(coded) = tested.ki67 {
            match record.tumor.ki67 {
                Some(prose) if prose.value != coded.value => push_difference(record, coded.origin),
                Some(_) => {}
                None => {
                    record.specimens[target].ki67.get_or_insert(coded);
                }
            }
        }
    }
    settle(record);
    record
        .problems
        .retain(|problem| !matches!(problem.code, "no-her2" | "contradictory" | "prior-only"));
    problems::of_results(record);
}

fn further(
    record: &mut Record,
    date: Option<jiff::civil::Date>,
    identifier: Option<&Key>,
) -> usize {
    record.specimens.push(Specimen {
        identifier: identifier.cloned(),
        date,
        ..Specimen::default()
    });
    record.specimens.len() - 1
}

fn push_difference(record: &mut Record, origin: Origin) {
    let span = origin.as_span().unwrap_or(Span::new(0, 0));
    let path = record.paths.of(span).unwrap_or("a coded value").to_owned();
    record.problems.push(tumor::differs(&path, span));
}

fn receptor(record: &mut Record, target: usize, coded: her2_case::ReceptorResult) {
    let which = coded.receptor;
    let of_patient = match which {
        Receptor::Er => &mut record.er,
        Receptor::Pr => &mut record.pr,
    };
    let Some(prose) = of_patient else {
        record.specimens[target].receptors.push(coded);
        return;
    };
    if merge::agree(prose, &coded) {
        merge::complete_receptor(prose, coded.clone());
        let results = record
            .specimens
            .iter_mut()
            .flat_map(|specimen| &mut specimen.receptors);
        let mut results = results.filter(|known| known.receptor == which && !known.superseded);
        match results.find(|known| merge::agree(known, &coded)) {
            Some(known) => merge::complete_receptor(known, coded),
            None => {
                drop(results);
                record.specimens[target].receptors.push(coded);
            }
        }
        return;
    }
    // The two differ: which stands is decided anew, and it is told.
    *of_patient = None;
    let origin = coded.origin;
    record.specimens[target].receptors.push(coded);
    push_difference(record, origin);
}

/// What the messages say about how far the report has come.
fn finish(report: &Report, record: &mut Record) {
    let open = |standing: Standing| standing == Standing::Preliminary;
    let is_preliminary = report.orders.iter().any(|order| {
        open(order.standing)
            || order
                .observations
                .iter()
                .any(|observation| open(observation.standing))
    });
    if is_preliminary {
        record.problems.push(Problem {
            code: "preliminary-result",
            severity: Severity::Note,
            message: "the laboratory calls this report, or a part of it, preliminary; it may still change, so look for the final one".to_owned(),
            origin: None,
        });
    }
}
