//! What must be refused in pages of scores: one change in the project's own pages at a time, and its complaint.

#![allow(clippy::unwrap_used)]

#[path = "../build/written.rs"]
mod written;

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

/// The complaints about the pages of scores with one text replaced in one of them.
fn complaints(page: &str, old: &str, new: &str) -> Vec<String> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    static COPIES: AtomicU32 = AtomicU32::new(0);
    let copy = COPIES.fetch_add(1, Ordering::Relaxed);
    let root = std::env::temp_dir().join(format!("her2-scores-{}-{copy}", std::process::id()));
    for folder in ["prognosis", "sources"] {
        fs::create_dir_all(root.join(folder)).unwrap();
        for entry in fs::read_dir(own.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(&path, root.join(folder).join(path.file_name().unwrap())).unwrap();
        }
    }
    let path = root.join("prognosis").join(page);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(old), "{page} does not say {old}");
    fs::write(&path, text.replacen(old, new, 1)).unwrap();
    let faults = written::read(&root).prognosis.faults;
    fs::remove_dir_all(&root).unwrap();
    faults.iter().map(ToString::to_string).collect()
}

#[test]
fn a_score_with_a_fault_is_refused_and_the_complaint_names_it() {
    let mut silent = Vec::new();
    for (page, old, new, wanted) in [
        (
            "npi.md",
            "id = \"npi\"",
            "id = \"nip\"",
            "the file is `npi`",
        ),
        (
            "npi.md",
            "galea-1992#index",
            "galea-1992#table",
            "no anchor `table`",
        ),
        (
            "npi.md",
            "version = \"1992\"",
            "version = \"1992\"\nyear = 1992",
            "unknown key `year`",
        ),
        (
            "npi.md",
            "size-per-cm = \"0.2\"",
            "size-per-cm = 0.2",
            "a decimal in quotes",
        ),
        (
            "npi.md",
            "sizes = [1, 300]",
            "sizes = [300, 1]",
            "two whole numbers",
        ),
        (
            "npi.md",
            "| >= 3.4, <= 5.4 |",
            "| > 3.4, <= 5.4 |",
            "does not start where",
        ),
        (
            "npi.md",
            "| > 5.4          |",
            "| > 5.5          |",
            "does not start where",
        ),
        (
            "npi.md",
            "| < 3.4          |",
            "| > 0.1, < 3.4   |",
            "does not start at nothing",
        ),
        (
            "npi.md",
            "mark = \"to-verify\"",
            "mark = \"sure\"",
            "checked, to-verify or less-sure",
        ),
        (
            "npi.md",
            "kind = \"npi\"",
            "kind = \"np\"",
            "did you mean `npi`?",
        ),
        (
            "cts5.md",
            "kind = \"cts5\"",
            "kind = \"npi\"",
            "wants a decimal",
        ),
        (
            "cps-eg.md",
            "| IIIC     | 2      | 2     |\n",
            "",
            "no row for stage IIIC",
        ),
        (
            "cps-eg.md",
            "| IIIC     | 2      | 2     |",
            "| IIIB     | 2      | 2     |",
            "stands twice",
        ),
        (
            "predict-v3-2.md",
            "correction = 0.70\n",
            "correctoin = 0.70\n",
            "unknown key",
        ),
        (
            "predict-v3-2.md",
            "0.006, 0, 0",
            "0.006, 0",
            "one for each of 15 years",
        ),
        (
            "predict-v3-2.md",
            "| v^-0.5 ln v |",
            "| v^-0.5 log  |",
            "no form",
        ),
        (
            "predict-v3-2.md",
            "## Baseline: other causes",
            "## Baseline",
            "no table under",
        ),
        (
            "predict-v3-2.md",
            "ki67-negative = -0.11333\n",
            "",
            "for one result alone",
        ),
        (
            "predict-v3-2.md",
            "calendar-year = 2017\n",
            "",
            "without `calendar-year`",
        ),
    ] {
        let told = complaints(page, old, new);
        let found = told.iter().any(|complaint| complaint.contains(wanted));
        if !found {
            silent.push(format!("{page}: {new}: {told:#?} does not say {wanted}"));
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

#[test]
fn the_pages_as_they_are_have_no_fault() {
    let told = complaints("npi.md", "Nottingham", "Nottingham");
    assert_eq!(told, Vec::<String>::new());
}
