//! What is odd about a record, said in a way that tells what to do. No message holds the record's text.

use super::document::Document;
use super::subject;
use crate::Decoded;
use her2_case::{Context, Fact, Her2Word, IhcScore, Problem, Record, RecordStatus, Severity, Site};

/// The largest report read, in bytes.
pub const LARGEST: usize = 16 * 1024 * 1024;

fn problem(code: &'static str, severity: Severity, message: &str) -> Problem {
    Problem {
        code,
        severity,
        message: message.to_owned(),
        origin: None,
    }
}

/// A record too large to be one report, or empty.
pub fn of_size(bytes: &[u8]) -> Option<Problem> {
    if bytes.len() > LARGEST {
        return Some(problem(
            "too-large",
            Severity::Error,
            "The record is larger than 16 MiB, more than any one report. Give the reports one by one.",
        ));
    }
    let blank = bytes.iter().all(|byte| byte.is_ascii_whitespace());
    blank.then(|| {
        problem(
            "empty",
            Severity::Error,
            "The record holds no text. If it was made from a scan, run text recognition first.",
        )
    })
}

/// Bytes that are no text.
pub fn of_bytes(decoded: &Decoded<'_>) -> Option<Problem> {
    decoded.binary.then(|| {
        problem(
            "binary",
            Severity::Error,
            "The record is not text. Save the report as plain text and give that.",
        )
    })
}

/// Text with marks between the words, which would be read as part of them.
pub fn of_markup(text: &str) -> Option<Problem> {
    let start = text.trim_start();
    let begins = |with: &str| {
        let head = start.as_bytes().get(..with.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(with.as_bytes()))
    };
    let marked = ["<!doctype html", "<html", "{\\rtf"]
        .into_iter()
        .any(begins);
    marked.then(|| {
        problem(
            "marked-up",
            Severity::Error,
            "The record is a web page or a formatted document, and its marks would be read as words. Open it, save it as PDF or plain text, and give that.",
        )
    })
}

/// A text that ends in the middle of a character.
pub fn truncated() -> Problem {
    problem(
        "truncated",
        Severity::Warning,
        "The record ends in the middle of a character, so its end may be missing. Compare it with the original.",
    )
}

/// A text about something else, or in a language that is not read yet.
pub fn of_subject(document: &Document<'_>, site: Option<Fact<Site>>) -> Option<Problem> {
    if subject::is_foreign(document) {
        return Some(problem(
            "not-english",
            Severity::Error,
            "The record is not written in English, the only language read so far. Nothing was read from it.",
        ));
    }
    if !subject::is_pathology(document) {
        return Some(problem(
            "not-a-pathology-report",
            Severity::Error,
            "The record does not read like a pathology report. Nothing was read from it.",
        ));
    }
    let other = site.filter(|site| site.value == Site::Other)?;
    Some(Problem {
        origin: Some(other.origin),
        ..problem(
            "other-organ",
            Severity::Error,
            "The report is about another organ than the breast. HER2 is scored differently there, so nothing was read from it.",
        )
    })
}

/// What is odd about the results.
pub fn of_results(record: &mut Record) {
    if record.her2_results().next().is_none() {
        record.problems.push(problem("no-her2", Severity::Note, "No HER2 result was found. It may stand in another report; ask where the tumor was tested."));
        return;
    }
    if let Some(origin) = contradiction(record) {
        record.problems.push(Problem {
            origin: Some(origin),
            ..problem(
                "contradictory",
                Severity::Warning,
                "A HER2 score and the word signed for it say the opposite of each other. Ask the laboratory which is meant.",
            )
        });
    }
    if record.her2_status.0 == RecordStatus::Conflict {
        let origin = record.her2_status.1;
        record.problems.push(Problem {
            origin,
            ..problem(
                "contradictory",
                Severity::Warning,
                "The HER2 results of the report's tumors differ. Each is shown on its own.",
            )
        });
    }
    if record
        .her2_results()
        .all(|result| result.context == Context::Prior)
        && record.her2_status.0 != RecordStatus::NotReported
    {
        let origin = record.her2_status.1;
        record.problems.push(Problem { origin, ..problem("prior-only", Severity::Note, "The HER2 result is quoted from an earlier or outside specimen. The original report holds its details.") });
    }
}

/// The place of a score whose word says the opposite.
fn contradiction(record: &Record) -> Option<her2_case::Origin> {
    record.her2_results().find_map(|result| {
        let score = result.score?.value.exact()?;
        let positive = match result.word?.value {
            Her2Word::Positive | Her2Word::Overexpressed => true,
            Her2Word::Negative | Her2Word::NotOverexpressed => false,
            _ => return None,
        };
        let opposite = match score {
            IhcScore::Three => !positive,
            IhcScore::Zero | IhcScore::One => positive,
            IhcScore::Two => false,
        };
        opposite.then_some(result.origin)
    })
}
