//! The worked cases of a folder below `cases/`: in each page, under a heading, a `json input` block and the `json expected` block after it.

use serde_json::{Map, Value};
use std::fs;
use std::path::Path;

/// A worked case.
pub struct Worked {
    /// The page and the heading.
    pub name: String,
    /// What stands behind `input` on the line that opens the block, such as a day.
    pub about: String,
    /// The input as it is written.
    pub input: String,
    /// What is expected of it.
    pub expected: Map<String, Value>,
}

/// Every worked case of a folder, page by page.
pub fn worked(folder: &str) -> Vec<Worked> {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    let mut pages: Vec<_> = fs::read_dir(cases.join(folder))
        .expect("the folder of worked cases is there")
        .map(|entry| entry.expect("an entry can be read").path())
        .filter(|page| page.extension().is_some_and(|kind| kind == "md"))
        .collect();
    pages.sort();
    pages.iter().flat_map(|page| of_page(page)).collect()
}

fn of_page(page: &Path) -> Vec<Worked> {
    let text = fs::read_to_string(page).expect("a page is text");
    let stem = page.file_stem().unwrap_or_default().to_string_lossy();
    let (mut name, mut given, mut cases) = (String::new(), None, Vec::new());
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(words) = line.strip_prefix("## ") {
            name = format!("{stem}: {words}");
        }
        let Some(kind) = line.strip_prefix("```json ") else {
            continue;
        };
        let block = lines.by_ref().take_while(|line| *line != "```");
        let block = block.collect::<Vec<_>>().join("\n");
        if let Some(about) = kind.strip_prefix("input") {
            assert!(given.is_none(), "{name}: two inputs");
            given = Some((about.trim().to_owned(), block));
            continue;
        }
        assert_eq!(kind.trim(), "expected", "{name}");
        let (about, input) = given.take().expect("an input stands before");
        let expected = serde_json::from_str(&block);
        cases.push(Worked {
            name: name.clone(),
            about,
            input,
            expected: expected.unwrap_or_else(|error| panic!("{name}: {error}")),
        });
    }
    assert!(given.is_none(), "{name}: nothing expected");
    cases
}
