//! What must be refused in pages about medicines and care: a small knowledge without fault, one change in one page of it, and the complaint
//! that the change must draw.

#![allow(clippy::unwrap_used)]

#[path = "../build/written.rs"]
mod written;

use std::fs;
use std::path::{Path, PathBuf};

/// The small knowledge, read from where it stands, and complaints about a copy of it with one change.
fn small() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/small")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// The complaints that are drawn if this text of the file is replaced by that one.
fn complaints(name: &str, file: &str, changes: &[(&str, &str)]) -> Vec<String> {
    let root = std::env::temp_dir().join(format!("her2-faults-{}-{name}", std::process::id()));
    copy(&small(), &root);
    let mut text = fs::read_to_string(root.join(file)).unwrap();
    for (from, to) in changes {
        assert!(text.contains(from), "{name}: {file} says no {from:?}");
        text = text.replacen(from, to, 1);
    }
    fs::write(root.join(file), text).unwrap();
    let mut faults = faults(&written::read(&root));
    fs::remove_dir_all(&root).unwrap();
    faults.sort();
    faults
}

/// What is wrong in the folders that the small knowledge has. That others are missing is no matter here.
fn faults(written: &written::Written) -> Vec<String> {
    let there = |page: &str| {
        let folder = page.trim_start_matches("knowledge/").split('/').next();
        folder.is_some_and(|folder| small().join(folder).is_dir())
    };
    let all = written.faults().into_iter();
    let told = all.filter(|fault| there(&fault.page));
    told.map(|fault| fault.to_string()).collect()
}

#[test]
fn the_small_knowledge_has_no_fault() {
    let written = written::read(&small());
    assert_eq!(faults(&written), Vec::<String>::new());
    assert_eq!(written.care.len(), 2);
    let directed: Vec<_> = written
        .regimens
        .pages
        .iter()
        .map(|of| of.her2_directed)
        .collect();
    assert_eq!(directed, [true, true, false]);
}

/// One change that must be refused: a name, the file, what is replaced by what, and the beginning of the only complaint.
type Refused = (
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
    &'static str,
);

const REFUSED: &[Refused] = &[
    (
        "gate-any",
        "guidelines/example-2020/care.md",
        &[
            (
                "| metastatic | HER2_POSITIVE | mab-taxel",
                "| metastatic | -             | mab-taxel",
            ),
            (
                "| early      | -             | mab",
                "| early | HER2_POSITIVE | mab",
            ),
            ("HER2_NULL     | alone", "HER2_NULL | both, alone"),
        ],
        "knowledge/guidelines/example-2020/care.md:15: row `both` lists a medicine against HER2 without a HER2 result",
    ),
    (
        "gate-other-category",
        "guidelines/example-2020/care.md",
        &[
            (
                "| metastatic | HER2_POSITIVE | mab-taxel",
                "| metastatic | HER2_POSITIVE, HER2_NULL | mab-taxel",
            ),
            ("HER2_NULL     | alone", "HER2_NULL | both, alone"),
        ],
        "knowledge/guidelines/example-2020/care.md:15: row `both` lists a medicine against HER2 without a HER2 result",
    ),
    (
        "gate-of-a-choice",
        "guidelines/example-2020/care.md",
        &[(
            "| advised-against | moderate",
            "| may-be-considered | moderate",
        )],
        "knowledge/guidelines/example-2020/care.md:17: row `against` lists a medicine against HER2 without a HER2 result",
    ),
    (
        "gate-of-a-label",
        "drugs/mab.md",
        &[(
            "| metastatic | HER2_POSITIVE | < 1",
            "| metastatic | HER2_LOW, HER2_NULL, HER2_POSITIVE | < 1",
        )],
        "knowledge/drugs/mab.md:35: row `2020-01-01 first` lists a medicine against HER2 without a HER2 result",
    ),
    (
        "unknown-regimen",
        "guidelines/example-2020/care.md",
        &[("| taxel     | -", "| taxol     | -")],
        "knowledge/guidelines/example-2020/care.md:16: no regimen `taxol`; did you mean `taxel`?",
    ),
    (
        "no-regimen",
        "guidelines/example-2020/care.md",
        &[("| taxel     | -", "| -         | -")],
        "knowledge/guidelines/example-2020/care.md:16: the row names no `option`",
    ),
    (
        "unknown-trial",
        "guidelines/example-2020/care.md",
        &[("| trial    |", "| trail    |")],
        "knowledge/guidelines/example-2020/care.md:15: no trial `trail` under `evidence/`; did you mean `trial`?",
    ),
    (
        "no-mark",
        "guidelines/example-2020/care.md",
        &[("| moderate    | checked | 2", "| moderate    | -       | 2")],
        "knowledge/guidelines/example-2020/care.md:16: a row gives one term of `mark`",
    ),
    (
        "unknown-medicine",
        "regimens/mab-taxel.md",
        &[("medicines = [\"mab\"]", "medicines = [\"mabb\"]")],
        "knowledge/regimens/mab-taxel.md:5: no medicine `mabb`; did you mean `mab`?",
    ),
    (
        "unknown-next",
        "regimens/mab-taxel.md",
        &[("then = \"mab\"", "then = \"mob\"")],
        "knowledge/regimens/mab-taxel.md:6: no regimen `mob`; did you mean `mab`?",
    ),
    (
        "unknown-partner",
        "regimens/taxel.md",
        &[("[\"taxel\"]", "[\"taxol\"]")],
        "knowledge/regimens/taxel.md:8: no medicine `taxol` under `partners/` or `drugs/`; did you mean `taxel`?",
    ),
    (
        "measure-with-medicines",
        "regimens/taxel.md",
        &[("kind = \"medicines\"", "kind = \"measure\"")],
        "knowledge/regimens/taxel.md:1: a regimen of kind `medicines` names some, a `measure` none",
    ),
    (
        "partner-against-her2",
        "regimens/taxel.md",
        &[("[\"taxel\"]", "[\"mab\"]")],
        "knowledge/regimens/taxel.md:8: no medicine `mab` under `partners/` or `drugs/`",
    ),
    (
        "gate-of-what-follows",
        "regimens/taxel.md",
        &[("checked = ", "then = \"mab-taxel\"\nchecked = ")],
        "knowledge/guidelines/example-2020/care.md:16: row `alone` lists a medicine against HER2 without a HER2 result",
    ),
    (
        "gate-of-a-measure",
        "regimens/taxel.md",
        &[
            (
                "kind = \"medicines\"",
                "kind = \"measure\"\nher2-directed = true",
            ),
            (
                "[[partner]]\nany-of = [\"taxel\"]\nclass = \"taxane\"\n",
                "",
            ),
        ],
        "knowledge/guidelines/example-2020/care.md:16: row `alone` lists a medicine against HER2 without a HER2 result",
    ),
    (
        "said-what-is-known",
        "regimens/mab.md",
        &[(
            "kind = \"medicines\"",
            "kind = \"medicines\"\nher2-directed = true",
        )],
        "knowledge/regimens/mab.md:1: `her2-directed` is said of measures alone",
    ),
    (
        "the-same-twice",
        "guidelines/example-2020/care.md",
        &[
            (
                "| 2    | alone   |",
                "| 2    | alone   |\n| metastatic | - | taxel | - | - | listed | moderate | checked | 4 | again |",
            ),
            ("| both, alone |", "| both, alone, again |"),
            ("| alone       |", "| alone, again |"),
        ],
        "knowledge/guidelines/example-2020/care.md:17: says the same as row `alone` on line 16",
    ),
    (
        "cite-deep-in-a-head",
        "regimens/mab-taxel.md",
        &[("trial#pfs", "trial#os")],
        "knowledge/regimens/mab-taxel.md:16: citation `trial#os`: no anchor `os` in evidence/trial.md",
    ),
    (
        "cite-of-a-summary",
        "drugs/mab.md",
        &[(
            "summary-cite = \"label-mab#dose\"",
            "summary-cite = \"label-mob#dose\"",
        )],
        "knowledge/drugs/mab.md:13: citation `label-mob#dose`: no source `label-mob`; did you mean `label-mab`?",
    ),
    (
        "unknown-mark",
        "drugs/mab.md",
        &[("mark = \"checked\"", "mark = \"cheked\"")],
        "knowledge/drugs/mab.md:12: head: `cheked` is no term of mark; did you mean `checked`?",
    ),
    (
        "fact-without-mark",
        "regimens/mab-taxel.md",
        &[("mark = \"checked\"\n", "")],
        "knowledge/regimens/mab-taxel.md:13: head: missing field `mark`",
    ),
    (
        "unknown-key",
        "drugs/mab.md",
        &[("breast = true", "brest = true")],
        "knowledge/drugs/mab.md:9: head: unknown field `brest`",
    ),
    (
        "unknown-class",
        "drugs/mab.md",
        &[("class = \"her2-antibody\"", "class = \"her2-antibdy\"")],
        "knowledge/drugs/mab.md:5: head: `her2-antibdy` is no term of medicine-class; did you mean `her2-antibody`?",
    ),
    (
        "id-of-another-file",
        "drugs/mab.md",
        &[("id = \"mab\"", "id = \"mob\"")],
        "knowledge/drugs/mab.md:2: `id` is `mob`, but the file is `mab`",
    ),
    (
        "held-with-nobody",
        "drugs/mab.md",
        &[("holds-with = [\"mab\"]", "holds-with = [\"mob\"]")],
        "knowledge/drugs/mab.md:14: no medicine `mob`; did you mean `mab`?",
    ),
    (
        "dose-that-is-no-number",
        "drugs/mab.md",
        &[("amount = \"6\"", "amount = \"six\"")],
        "knowledge/drugs/mab.md:1: `six` is no amount",
    ),
    (
        "dose-without-rhythm",
        "drugs/mab.md",
        &[("every-weeks = 3\n", "")],
        "knowledge/drugs/mab.md:1: a `[[dose]]` has either `every-weeks` or `per-day`",
    ),
    (
        "label-case-of-other-rows",
        "drugs/mab.md",
        &[(
            "| 1                        | -                |",
            "| 1                        | 2020-01-01 first |",
        )],
        "knowledge/drugs/mab.md:42: the case",
    ),
    (
        "part-without-table",
        "drugs/mab.md",
        &[("[metastatic]", "[early]\n\n[metastatic]")],
        "knowledge/drugs/mab.md:1: `[early]` without a table under `## Early disease`",
    ),
    (
        "biosimilar-of-nothing",
        "drugs/mab.md",
        &[("kind = \"originator\"", "kind = \"biosimilar\"")],
        "knowledge/drugs/mab.md:1: `reference` is missing",
    ),
    (
        "source-without-place",
        "sources/label-mab.md",
        &[("links = [\"https://example.org/label\"]", "links = []")],
        "knowledge/sources/label-mab.md:1: nothing to look it up by",
    ),
    (
        "result-without-number",
        "evidence/trial.md",
        &[("value = \"2 vs 1 months\"\n", "")],
        "knowledge/evidence/trial.md:12: the result `pfs` has neither `value` nor `hr`",
    ),
    (
        "publication-without-number",
        "evidence/trial.md",
        &[("doi = \"10.0000/trial\"\n", "")],
        "knowledge/evidence/trial.md:1: a `[[publication]]` has a `doi` or a `pmid`",
    ),
    (
        "partner-of-another-class",
        "partners/taxane.md",
        &[("class = \"taxane\"", "class = \"platinum\"")],
        "knowledge/partners/taxane.md:2: `class` is `platinum`, but the file is `taxane`",
    ),
    (
        "price-that-is-none",
        "prices/list.md",
        &[("75.02", "about 75")],
        "knowledge/prices/list.md:18: `about 75` is no price",
    ),
    (
        "prices-of-no-time",
        "prices/list.md",
        &[("until = 2026-03-31", "until = 2025-03-31")],
        "knowledge/prices/list.md:1: `until` is before `from`",
    ),
];

#[test]
fn every_change_that_must_be_refused_draws_its_complaint_at_its_place() {
    let mut missing = Vec::new();
    for (name, file, changes, expected) in REFUSED {
        let found = complaints(name, file, changes);
        if found.len() != 1 || !found[0].starts_with(expected) {
            missing.push(format!("{name}: expected {expected:?}, found {found:#?}"));
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
