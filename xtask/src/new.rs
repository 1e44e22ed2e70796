//! Scaffolds: a file in the right place with the right head, so that adding a thing is filling in one file.

use std::fs;
use std::path::{Path, PathBuf};

const PAGE: &str = r#"+++
question = "QUESTION"
cite     = "FOLDER#ANCHOR"
checked  = YYYY-MM-DD
+++

# TITLE

What is asked, in our own words.

| INPUT | => QUESTION | at    |
|-------|-------------|-------|
| -     | ANSWER      | row 1 |

## Cases

| INPUT | => QUESTION |
|-------|-------------|
| VALUE | ANSWER      |
"#;

const DIAGNOSTIC: &str = r#"+++
code      = "NAME"
title     = "What is wrong, in one line"
severity  = "warning"
cite      = "EDITION#ANCHOR"
points-at = "report"
checked   = YYYY-MM-DD
+++

## Why

Why it matters.

## What to do

What the guideline asks for.

| INPUT | => fires | at       |
|-------|----------|----------|
| VALUE | yes      | fires    |
| VALUE | no       | is quiet |

## Cases

| INPUT | => fires |
|-------|----------|
| VALUE | yes      |
| VALUE | no       |

## Fires

```report
A report, invented, on which it fires.
```

## Silent

```report
The same report, put right.
```
"#;

const CASE: &str = r#"# TITLE

What the case shows, and by which page of the knowledge.
"#;

/// Kinds with a folder of their own under `knowledge/`: what they are called, the folder, and the page to fill in.
const PAGES: [(&str, &str, &str); 4] = [
    ("drug", "drugs", include_str!("new/drug.md")),
    ("regimen", "regimens", include_str!("new/regimen.md")),
    ("trial", "evidence", include_str!("new/trial.md")),
    ("source", "sources", include_str!("new/source.md")),
];

const CARE: &str = include_str!("new/care.md");

/// Makes the file of a new page, diagnostic or case, and says where it is.
pub fn scaffold(root: &Path, kind: &str, name: &str) -> Result<PathBuf, String> {
    let allowed = |letter: char| {
        letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-/".contains(letter)
    };
    if name.is_empty() || !name.chars().all(allowed) || name.starts_with('/') {
        return Err(format!(
            "`{name}`: names are made of small letters, digits and hyphens"
        ));
    }
    let (folder, stem) = name.rsplit_once('/').unwrap_or(("", name));
    let (file, text) = match kind {
        "page" if !folder.is_empty() => (
            format!("knowledge/guidelines/{name}.md"),
            PAGE.replace("FOLDER", folder).replace("QUESTION", stem),
        ),
        "care" if !folder.is_empty() => (
            format!("knowledge/guidelines/{name}.md"),
            CARE.replace("FOLDER", folder),
        ),
        "page" | "care" => {
            return Err("a page stands in the folder of its edition: FOLDER/NAME".to_owned());
        }
        "diagnostic" => (
            format!("knowledge/diagnostics/{name}.md"),
            DIAGNOSTIC.replace("NAME", name),
        ),
        "case" => (format!("cases/{name}.md"), CASE.to_owned()),
        kind => match PAGES.iter().find(|of| of.0 == kind) {
            Some((_, pages, page)) if folder.is_empty() => (
                format!("knowledge/{pages}/{name}.md"),
                page.replace("NAME", name),
            ),
            Some((_, pages, _)) => return Err(format!("`{name}`: `{pages}/` has no folders")),
            None => {
                let known = "page, care, diagnostic, drug, regimen, trial, source, case";
                return Err(format!("`{kind}` is none of {known}"));
            }
        },
    };
    let file = root.join(file);
    if file.exists() {
        return Err(format!("{} is there already", file.display()));
    }
    let told = |error: std::io::Error| format!("{}: {error}", file.display());
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(told)?;
    }
    fs::write(&file, text).map_err(told)?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scaffold_is_made_once_and_in_its_place() {
        let root = std::env::temp_dir().join(format!("her2-xtask-new-{}", std::process::id()));
        let file = scaffold(&root, "diagnostic", "two-of-one").unwrap();
        assert!(file.ends_with("knowledge/diagnostics/two-of-one.md"));
        assert!(
            fs::read_to_string(&file)
                .unwrap()
                .contains("code      = \"two-of-one\"")
        );
        assert!(scaffold(&root, "diagnostic", "two-of-one").is_err());
        for (kind, name) in [
            ("page", "no-folder"),
            ("care", "no-folder"),
            ("drug", "a/b"),
            ("poem", "a"),
            ("case", "../a"),
            ("case", ""),
        ] {
            assert!(scaffold(&root, kind, name).is_err(), "{kind} {name}");
        }
        fs::remove_dir_all(root).unwrap();
    }

    /// The keys and the columns of a page, without what stands behind them.
    fn shape(text: &str) -> Vec<String> {
        let keys = text.lines().filter_map(|line| {
            let key = line.split_once(" = ").map(|(key, _)| key.trim());
            key.or(line.starts_with('[').then_some(line))
        });
        let tables = text.lines().filter(|line| line.starts_with("| setting"));
        let columns = tables.flat_map(|header| header.split('|').map(str::trim));
        let all = keys.chain(columns).filter(|part| !part.is_empty());
        all.map(ToOwned::to_owned).collect()
    }

    #[test]
    fn a_scaffold_has_only_keys_and_columns_that_pages_of_its_kind_have() {
        let mut folders: Vec<_> = PAGES
            .iter()
            .map(|(_, folder, page)| (*folder, *page))
            .collect();
        folders.push(("drugs", &CARE[CARE.find("| setting").unwrap()..]));
        let root = crate::root();
        for (folder, page) in folders {
            let files = fs::read_dir(root.join("knowledge").join(folder)).unwrap();
            let texts = files.map(|file| fs::read_to_string(file.unwrap().path()).unwrap());
            let mut known: Vec<String> = texts.flat_map(|text| shape(&text)).collect();
            known.extend(["evidence", "note"].map(ToOwned::to_owned));
            for part in shape(page) {
                assert!(known.contains(&part), "{folder}: {part}");
            }
        }
    }
}
