//! Real reports where they are present, the project's own where not.

use her2::Reading;
use jiff::civil::{Date, date};
use std::fs;
use std::path::Path;

const DAY: Date = date(2026, 11, 22);

/// Texts of reports, and where they come from.
pub struct Records {
    /// The texts.
    pub texts: Vec<Vec<u8>>,
    /// The folder, as shown.
    pub place: String,
}

impl Records {
    /// How many bytes all of them have.
    pub fn bytes(&self) -> usize {
        self.texts.iter().map(Vec::len).sum()
    }
}

/// The reports to measure on.
pub fn load() -> Result<Records, String> {
    let own = crate::root().join("cases/reports");
    let (folder, place) = match crate::shared_data() {
        Some(data) => (
            data.join("reports/tcga-brca"),
            "real reports of the data folder",
        ),
        None => (own, "cases/reports (the data folder is not there)"),
    };
    let texts = texts(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    if texts.is_empty() {
        return Err(format!("{}: no reports", folder.display()));
    }
    Ok(Records {
        texts,
        place: place.to_owned(),
    })
}

fn texts(folder: &Path) -> std::io::Result<Vec<Vec<u8>>> {
    let mut paths: Vec<_> = fs::read_dir(folder)?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    paths.sort();
    paths.iter().map(fs::read).collect()
}

fn reading(text: &[u8]) -> Reading<'_> {
    her2::read("bench", text)
}

/// Reads only.
pub fn read(text: &[u8]) -> usize {
    reading(text).record().specimens.len()
}

/// Reads and decides.
pub fn read_and_decide(text: &[u8]) -> usize {
    let reading = reading(text);
    let case = reading.decide(DAY, None);
    usize::from(case.finding().patient.is_some())
}

/// All that the program can do with a report.
pub fn everything(text: &[u8]) -> usize {
    let reading = reading(text);
    let case = reading.decide(DAY, None);
    let page = case.patient("en").map_or(0, |page| page.html().len());
    page + case.check().json().len()
}
