//! How well real reports are read, field by field, against labels made by careful readers.

mod answers;
mod gold;
pub mod tables;

use answers::answers;
use gold::Gold;
use her2_case::Record;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// How often a field was read rightly.
#[derive(Default)]
struct Tally {
    documents: usize,
    right: usize,
    wrong: usize,
    missed: usize,
    /// Values given, and values given that are right.
    given: usize,
    given_right: usize,
    /// Values that there are to be read.
    there: usize,
}

/// The folder of real reports, if it is there.
pub fn folder(root: &Path) -> Option<PathBuf> {
    let shared = env::var_os("HER2_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    let reports = shared.join("data/reports");
    reports
        .join("tcga-brca-gold.jsonl")
        .is_file()
        .then_some(reports)
}

/// Reads every labelled report and tells, as a table and a list of misses, how it went.
///
/// # Errors
///
/// When the labels or a report cannot be read, or a quote does not stand at its span.
pub fn score(root: &Path) -> Result<String, String> {
    let Some(folder) = folder(root) else {
        return Ok("score: skipped, because the folder of real reports is absent (../shared/data/reports or $HER2_SHARED/data/reports)".to_owned());
    };
    let labels = fs::read_to_string(folder.join("tcga-brca-gold.jsonl"))
        .map_err(|error| error.to_string())?;
    let mut tallies: BTreeMap<(usize, &'static str), Tally> = BTreeMap::new();
    let mut misses = String::new();
    let mut spans = (0usize, 0usize);
    for line in labels.lines().filter(|line| !line.trim().is_empty()) {
        let gold: Gold = serde_json::from_str(line).map_err(|error| format!("labels: {error}"))?;
        let bytes = fs::read(folder.join("tcga-brca").join(&gold.file))
            .map_err(|error| format!("{}: {error}", gold.file))?;
        let record = her2_readers::read(&gold.file, &bytes);
        check_spans(&record, &bytes, &mut spans);
        for (position, answer) in answers(&gold, &record).into_iter().enumerate() {
            let tally = tallies.entry((position, answer.field)).or_default();
            tally.documents += 1;
            tally.there += answer.there();
            tally.given += answer.given();
            let right = answer.right();
            tally.right += usize::from(right);
            tally.given_right += answer.given_right();
            if !right {
                if answer.given() > answer.given_right() {
                    tally.wrong += 1;
                } else {
                    tally.missed += 1;
                }
                let _ = writeln!(
                    misses,
                    "  {:<14} {:<16} label {:<34} read {}",
                    gold.file.trim_end_matches(".txt"),
                    answer.field,
                    answer.expected.join(" | "),
                    answer.read.join(" | ")
                );
            }
        }
    }
    let mut table = String::from(
        "field                 documents  right  wrong  missed  precision  recall     F1\n",
    );
    for ((_, field), tally) in &tallies {
        let precision = percent(tally.given_right, tally.given);
        let recall = percent(tally.given_right, tally.there);
        let f1 = percent(2 * tally.given_right, tally.given + tally.there);
        let _ = writeln!(
            table,
            "{field:<21} {:>9} {:>6} {:>6} {:>7} {precision:>10} {recall:>7} {f1:>6}   right {}",
            tally.documents,
            tally.right,
            tally.wrong,
            tally.missed,
            percent(tally.right, tally.documents)
        );
    }
    let other = other_organs(&folder)?;
    Ok(format!(
        "{table}\nquotes at their span: {} of {}\n{other}\n\nmisses\n{misses}",
        spans.0, spans.1
    ))
}

/// Every place in a record lies within it and on the bounds of characters.
fn check_spans(record: &Record, bytes: &[u8], spans: &mut (usize, usize)) {
    let text = String::from_utf8_lossy(bytes);
    for result in record.her2_results() {
        if let Some(span) = result.origin.as_span() {
            spans.1 += 1;
            spans.0 += usize::from(
                text.get(span.range())
                    .is_some_and(|quote| !quote.is_empty()),
            );
        }
    }
}

/// Nothing about breast HER2 may be read from the reports of other organs.
fn other_organs(folder: &Path) -> Result<String, String> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder.join("tcga-other"))
        .map_err(|error| error.to_string())?
        .flatten()
        .map(|entry| entry.path())
        .collect();
    files.sort();
    let mut claimed = Vec::new();
    for file in &files {
        let bytes = fs::read(file).map_err(|error| error.to_string())?;
        let record = her2_readers::read(&file.to_string_lossy(), &bytes);
        let results = record.her2_results().count();
        if results > 0 || record.her2_status.0 != her2_case::RecordStatus::NotReported {
            claimed.push(format!(
                "{} ({results} results, {})",
                file.file_name().unwrap_or_default().to_string_lossy(),
                record.her2_status.0.name()
            ));
        }
    }
    Ok(format!(
        "reports of other organs: {}, of which a breast HER2 result was read from {}: {}",
        files.len(),
        claimed.len(),
        claimed.join(", ")
    ))
}

fn percent(part: usize, whole: usize) -> String {
    if whole == 0 {
        return "-".to_owned();
    }
    let tenths = (part * 1000 + whole / 2) / whole;
    format!("{}.{}", tenths / 10, tenths % 10)
}
