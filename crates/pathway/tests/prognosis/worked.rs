//! Reads the tables of a worked case.

use std::path::Path;

/// The rows of the table under a heading, cell by cell.
pub fn table(file: &str, heading: &str) -> Vec<Vec<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/prognosis");
    let text = std::fs::read_to_string(root.join(file)).unwrap();
    let heading = format!("## {heading}\n");
    let section = text.split_once(&heading).unwrap().1;
    let section = section.split("\n## ").next().unwrap();
    let lines = section.lines().filter(|line| line.starts_with('|')).skip(2);
    let cells = |line: &str| {
        let inside = line.trim().trim_matches('|');
        inside
            .split('|')
            .map(|cell| cell.trim().to_owned())
            .collect()
    };
    let rows: Vec<Vec<String>> = lines.map(cells).collect();
    assert!(!rows.is_empty(), "{file}: nothing under {heading}");
    rows
}
