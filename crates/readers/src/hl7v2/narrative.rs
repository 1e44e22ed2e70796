//! The prose of a report put together: sections with their headings, lines in their order, attached texts and PDFs.

use super::base64;
use super::escape::unescaped;
use super::message::Message;
use super::observation::{Coded, Observation, Standing};
use super::orders::{Passed, Report};
use crate::{decode, pdf};
use her2_case::{Problem, Severity};
use her2_knowledge::codes::Item;
use std::ops::Range;

/// Bytes of prose of one report; what is longer is left out, and that is said.
const LONGEST: usize = 8 * 1024 * 1024;

/// The prose of a report, and which ranges of it stand where.
#[derive(Default)]
pub(super) struct Narrative {
    pub(super) text: String,
    pub(super) paths: Vec<(Range<usize>, String)>,
    pub(super) problems: Vec<Problem>,
    full: bool,
}

impl Narrative {
    /// A line, named by its place.
    fn line(&mut self, line: &str, path: &str) {
        if self.text.len() + line.len() > LONGEST {
            self.full = true;
            return;
        }
        let start = self.text.len();
        self.text.push_str(line);
        self.paths.push((start..self.text.len(), path.to_owned()));
        self.text.push('\n');
    }

    fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }
}

/// What is prose of a report's observations, which of them have no code that is known, and what was not read of them.
pub(super) fn of_report(
    messages: &[Message<'_>],
    report: &Report,
    passed: &mut Passed,
) -> Narrative {
    let mut narrative = Narrative::default();
    specimens(messages, report, &mut narrative);
    let prose = |observation: &&Observation| coded_item(observation).is_none();
    let mut questions: Vec<String> = report
        .orders
        .iter()
        .flat_map(|order| order.observations.iter().filter(prose))
        .map(|observation| observation.asks.key())
        .collect();
    questions.dedup();
    let alone = questions.len() <= 1;
    for order in &report.orders {
        let message = &messages[order.message];
        for note in &order.notes {
            narrative.gap();
            narrative.line(
                &plain(message, note.clone()),
                &format!("{}, NTE", order.path),
            );
        }
        let observations: Vec<&Observation> = order.observations.iter().collect();
        for run in runs(&observations) {
            section(message, &run, alone, &mut narrative, passed);
        }
    }
    if narrative.full {
        narrative.problems.push(Problem {
            code: "hl7-limit",
            severity: Severity::Warning,
            message: "the prose of this report is longer than what is read, and its end was left out; give the report alone".to_owned(),
            origin: None,
        });
    }
    narrative
}

/// What an observation asks by a code that is read as a value and not as prose.
pub(super) fn coded_item(observation: &Observation) -> Option<Item> {
    let is_text = observation.kind == "ED" || observation.kind == "RP";
    observation
        .asks
        .item()
        .filter(|item| !is_text && heading_of(*item).is_none())
}

/// The heading of a section by what is asked; an empty one for a whole report.
fn heading_of(item: Item) -> Option<&'static str> {
    match item {
        Item::PathologyReport => Some(""),
        Item::ReportDiagnosis => Some("FINAL DIAGNOSIS"),
        Item::ReportComment => Some("COMMENT"),
        Item::ReportMicroscopy => Some("MICROSCOPIC DESCRIPTION"),
        Item::ReportGross => Some("GROSS DESCRIPTION"),
        Item::ReportHistory => Some("CLINICAL HISTORY"),
        _ => None,
    }
}

/// Observations one after the other that ask the same, by their numbers where all have one.
fn runs<'a>(observations: &[&'a Observation]) -> Vec<Vec<&'a Observation>> {
    let mut runs: Vec<Vec<&Observation>> = Vec::new();
    for observation in observations {
        match runs.last_mut() {
            Some(run) if run[0].asks.key() == observation.asks.key() => run.push(observation),
            _ => runs.push(vec![observation]),
        }
    }
    for run in &mut runs {
        let number = |of: &&Observation| of.sub.parse::<u32>().ok();
        if run.iter().all(|of| number(of).is_some()) {
            run.sort_by_key(|of| number(of));
        }
    }
    runs
}

fn section(
    message: &Message<'_>,
    run: &[&Observation],
    alone: bool,
    narrative: &mut Narrative,
    passed: &mut Passed,
) {
    let heading = heading(&run[0].asks);
    let mut lines: Vec<(String, &str)> = Vec::new();
    for observation in run {
        let path = observation.path.as_str();
        let is_value = coded_item(observation).is_some();
        match observation.kind.as_str() {
            "ED" => attached(message, observation, narrative, passed),
            "RP" => passed.add("OBX RP (a pointer to a text elsewhere)"),
            _ if is_value || is_of_fluid(observation) => {
                if !is_value {
                    passed.add("OBX of blood or urine");
                }
            }
            _ => {
                for value in &observation.values {
                    let text = said(message, observation, value.clone());
                    if !text.trim().is_empty() {
                        lines.push((text, path));
                    }
                }
                if observation.values.is_empty() && observation.standing == Standing::Pending {
                    lines.push(("pending".to_owned(), path));
                }
            }
        }
        for note in &observation.notes {
            lines.push((plain(message, note.clone()), path));
        }
    }
    let single = lines.len() == 1 && !lines[0].0.trim().contains('\n');
    let is_prose = run.iter().all(|observation| observation.is_prose());
    let headed = !(heading.is_empty() || alone && is_prose && !single);
    if lines.is_empty() {
        return;
    }
    // A value under its name is a line; prose under its heading a section.
    if single && headed {
        let (text, path) = &lines[0];
        if is_prose && text.len() > 60 {
            narrative.gap();
        }
        narrative.line(&format!("{heading}: {}", text.trim()), path);
        return;
    }
    narrative.gap();
    if headed {
        narrative.line(&format!("{heading}:"), lines[0].1);
    }
    for (text, path) in &lines {
        narrative.line(text.trim_end(), path);
    }
    narrative.gap();
}

fn heading(asks: &Coded) -> String {
    if let Some(heading) = asks.item().and_then(heading_of) {
        return heading.to_owned();
    }
    let label = asks.label();
    let start = |prefix: &str| {
        label
            .get(..prefix.len())
            .filter(|start| start.eq_ignore_ascii_case(prefix))
    };
    for prefix in ["Path report.", "Pathology report ", "Path report "] {
        if start(prefix).is_some() {
            let rest = label[prefix.len()..].trim();
            return rest
                .strip_suffix("Narrative")
                .unwrap_or(rest)
                .trim()
                .to_uppercase();
        }
    }
    label.trim_end_matches([':', ' ']).to_owned()
}

/// A value of blood, serum or urine, which says nothing about the tissue.
fn is_of_fluid(observation: &Observation) -> bool {
    let label = observation.asks.label().to_lowercase();
    let named = ["serum", "plasma", "blood", "urine"].iter().any(|fluid| {
        label
            .split(|letter: char| !letter.is_alphanumeric())
            .any(|word| word == *fluid)
    });
    let units = observation.units.to_lowercase();
    let is_concentration = ["/ml", "/l", "/dl", ".l-1"]
        .iter()
        .any(|end| units.ends_with(end));
    !observation.is_prose() && (named || is_concentration)
}

/// A value in words, as a person would write it behind its name.
fn said(message: &Message<'_>, observation: &Observation, value: Range<usize>) -> String {
    let units = match observation.units.as_str() {
        "" | "1" => String::new(),
        units if units.starts_with('{') => String::new(),
        "%" => "%".to_owned(),
        units => format!(" {units}"),
    };
    match observation.kind.as_str() {
        "CE" | "CWE" | "CNE" | "CF" | "IS" | "ID" | "CD" => {
            let coded = Coded::read(message, value);
            let words: Vec<&str> = coded.words().collect();
            let first = words
                .first()
                .copied()
                .unwrap_or(coded.triplets[0].0.as_str());
            format!("{first}{units}")
        }
        "SN" => format!("{}{units}", super::given::structured(message, value)),
        "NM" => format!("{}{units}", plain(message, value).trim()),
        _ => {
            let text = plain(message, value);
            if units.is_empty() || observation.is_prose() || text.contains('\n') {
                text
            } else {
                format!("{}{units}", text.trim())
            }
        }
    }
}

/// A range of the text as it is meant.
pub(super) fn plain(message: &Message<'_>, range: Range<usize>) -> String {
    let text = unescaped(&message.text[range], message.delimiters);
    if text.contains('\r') {
        return text.replace("\r\n", "\n").replace('\r', "\n");
    }
    text
}

/// Lines on what was taken, and what was known before, in front of the rest.
fn specimens(messages: &[Message<'_>], report: &Report, narrative: &mut Narrative) {
    for order in &report.orders {
        let message = &messages[order.message];
        let history = plain(message, order.history.clone());
        if !history.trim().is_empty() {
            narrative.line(
                &format!("CLINICAL HISTORY: {}", history.trim()),
                &order.path,
            );
            narrative.gap();
        }
        for tissue in &order.tissues {
            let words: Vec<String> = tissue
                .words
                .iter()
                .filter_map(|range| words(message, range.clone()))
                .collect();
            if !words.is_empty() {
                narrative.line(&format!("SPECIMEN: {}", words.join(", ")), &tissue.path);
                narrative.gap();
            }
        }
    }
}

/// The words of a coded field, without its codes.
fn words(message: &Message<'_>, field: Range<usize>) -> Option<String> {
    let all: Vec<String> = message
        .parts(field, message.delimiters.repetition)
        .filter_map(|repetition| {
            // The source of an older order is a group of codes; parts of it have names of their own.
            let flat = Coded::read(message, repetition);
            flat.words()
                .next()
                .filter(|words| !words.contains('&'))
                .map(str::to_owned)
        })
        .collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// A text or PDF that an observation holds.
fn attached(
    message: &Message<'_>,
    observation: &Observation,
    narrative: &mut Narrative,
    passed: &mut Passed,
) {
    for value in &observation.values {
        let at = |number| plain(message, message.component_range(value.clone(), number));
        let data = message.component_range(value.clone(), 5);
        let data = &message.text[data];
        let bytes = match at(4).trim().to_ascii_lowercase().as_str() {
            "base64" => base64::decoded(data),
            "hex" => base64::from_hex(data),
            _ if data.is_empty() => None,
            _ => Some(unescaped(data, message.delimiters).into_bytes()),
        };
        let Some(bytes) = bytes.filter(|bytes| !bytes.is_empty()) else {
            passed.add("OBX ED (not decoded)");
            narrative.problems.push(not_read(&observation.path));
            continue;
        };
        narrative.gap();
        if bytes[..bytes.len().min(1024)]
            .windows(5)
            .any(|head| head == b"%PDF-")
        {
            let read = pdf::text(&bytes);
            for problem in read.problems {
                narrative.problems.push(Problem {
                    message: format!("{}: {}", observation.path, problem.message),
                    ..problem
                });
            }
            let base = narrative.text.len();
            if base + read.text.len() > LONGEST {
                narrative.full = true;
                continue;
            }
            narrative.text.push_str(&read.text);
            for (page, range) in read.pages {
                narrative.paths.push((
                    base + range.start..base + range.end,
                    format!("{}, page {page}", observation.path),
                ));
            }
            continue;
        }
        let decoded = decode(&bytes);
        let marked = decoded.text.trim_start();
        if decoded.binary || marked.starts_with("{\\rtf") || marked.starts_with('<') {
            passed.add("OBX ED (of a kind that is not read)");
            narrative.problems.push(not_read(&observation.path));
            continue;
        }
        let text = decoded.text.replace("\r\n", "\n").replace('\r', "\n");
        narrative.line(text.trim_end(), &observation.path);
    }
}

fn not_read(path: &str) -> Problem {
    Problem {
        code: "attachment-not-read",
        severity: Severity::Warning,
        message: format!(
            "{path} holds an attachment of a kind that is not read; look at it yourself, or ask for it as text or PDF"
        ),
        origin: None,
    }
}
