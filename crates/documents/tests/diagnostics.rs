//! The renderings of diagnostics, from diagnostics made by hand.

use her2_case::{Severity, Span};
use her2_documents::diagnostics::{Checked, Page, Sarif, Shown, explain, github, json, text};
use her2_documents::{Source, Words};
use serde_json::Value;

const REPORT: &str =
    "Left breast, core biopsy.\nHER2 (by immunohistochemistry): Equivocal (Score 2+)\n";
fn english() -> &'static Words {
    Words::of("en").expect("English is compiled in")
}

const CODE: &str = "ihc-2-without-ish";
const WHY: &str =
    "A score of 2+ is a question, not an answer. Most turn out negative,\n10 % do not.";
const WHAT_TO_DO: &str =
    "Count the gene on the same block, or test other tissue, and\nadd the result. Say so.";

fn shown(report: &str, quotes: &[&str]) -> Shown {
    let span = |quote: &&str| {
        let start = report.find(*quote).expect("the quote stands in the report");
        Span::new(start, start + quote.len())
    };
    Shown {
        code: CODE,
        title: "IHC 2+ without in situ hybridisation",
        severity: Severity::Error,
        why: WHY.into(),
        what_to_do: WHAT_TO_DO.into(),
        row: "nothing settles it".to_owned(),
        cite: "an-edition#fig-1".to_owned(),
        source: "An edition, figure 1".to_owned(),
        project_rule: false,
        at: quotes.iter().map(span).collect(),
    }
}

fn page() -> Page {
    let shown = shown(REPORT, &[]);
    Page {
        code: shown.code,
        title: shown.title,
        severity: shown.severity,
        why: WHY,
        what_to_do: WHAT_TO_DO,
        cite: shown.cite,
        source: shown.source,
        columns: vec!["ihc-result".to_owned(), "=> fires".to_owned()],
        rows: vec![
            vec!["2+".to_owned(), "yes".to_owned()],
            vec![
                "not-done, rejected, 0, 0/1+, 1+, 3+, signed-negative".to_owned(),
                "no".to_owned(),
            ],
        ],
        fires: vec!["HER2 IHC: 2+\n"],
        silent: vec!["HER2 IHC: 1+\n"],
    }
}

/// What a rendering makes of one diagnostic at these quotes of the report.
fn with<T>(report: &str, quotes: &[&str], render: impl Fn(&Checked<'_>) -> T) -> T {
    let shown = [shown(report, quotes)];
    render(&Checked {
        name: "a report.txt",
        source: Source::from(report),
        shown: &shown,
    })
}

#[test]
fn the_place_is_underlined_and_named() {
    let rendered = with(REPORT, &["2+", "Score 2+"], |checked| {
        text(checked, english(), 106, false)
    });
    insta::assert_snapshot!(rendered, @r"
    error[ihc-2-without-ish]: IHC 2+ without in situ hybridisation
     --> a report.txt:2:50
      |
    2 | HER2 (by immunohistochemistry): Equivocal (Score 2+)
      |                                                  ^^ nothing settles it
      |
      = why: A score of 2+ is a question, not an answer.
      = do: Count the gene on the same block, or test other tissue, and add the result.
      = source: An edition, figure 1
    ");
}

#[test]
fn of_a_report_in_one_line_only_the_places_are_shown() {
    let report = format!(
        "{}HER2 IHC: 2+. {}HER2 FISH: not done. {}",
        "SECTIONS SHOW FIBROSIS. ".repeat(40),
        "MARGINS ARE CLEAR. ".repeat(30),
        "END. ".repeat(50)
    );
    let rendered = with(&report, &["2+", "not done"], |checked| {
        text(checked, english(), 106, false)
    });
    insta::assert_snapshot!(rendered, @r"
    error[ihc-2-without-ish]: IHC 2+ without in situ hybridisation
     --> a report.txt:1:971
      |
    1 | … FIBROSIS. SECTIONS SHOW FIBROSIS. HER2 IHC: 2+. MARGINS ARE CLEAR. MARGINS ARE CLEAR. MARGINS …
      |                                               ^^ nothing settles it
      |
     ::: 
    1 | … ARE CLEAR. MARGINS ARE CLEAR. HER2 FISH: not done. END. END. END. END. END. END. END. END. …
      |                                            --------
      |
      = why: A score of 2+ is a question, not an answer.
      = do: Count the gene on the same block, or test other tissue, and add the result.
      = source: An edition, figure 1
    ");
}

#[test]
fn a_diagnostic_without_a_place_names_the_record() {
    let rendered = with(REPORT, &[], |checked| text(checked, english(), 106, false));
    assert!(rendered.contains("--> a report.txt\n"), "{rendered}");
}

#[test]
fn nothing_of_a_record_or_its_name_moves_the_cursor() {
    let report = "HER2 \u{1b}[31mIHC\u{7}: 2+\u{1b}]0;title\u{7} again";
    let shown = [shown(report, &["2+"])];
    let rendered = text(
        &Checked {
            name: "a\u{1b}[2J.txt",
            source: Source::from(report),
            shown: &shown,
        },
        english(),
        106,
        false,
    );
    assert!(
        rendered.chars().all(|c| c == '\n' || !c.is_control()),
        "{rendered:?}"
    );
}

#[test]
fn colour_stands_only_where_it_is_asked_for() {
    assert!(
        !with(REPORT, &["2+"], |checked| text(
            checked,
            english(),
            106,
            false
        ))
        .contains('\u{1b}')
    );
    assert!(
        with(REPORT, &["2+"], |checked| text(
            checked,
            english(),
            106,
            true
        ))
        .contains('\u{1b}')
    );
}

#[test]
fn json_is_one_object_a_line_with_the_record_s_own_words() {
    let rendered = with(REPORT, &["2+", "breast"], json);
    assert_eq!(rendered.lines().count(), 1);
    let value: Value = serde_json::from_str(&rendered).unwrap();
    assert_eq!(value["code"], CODE);
    assert_eq!(value["severity"], "error");
    assert_eq!(value["record"], "a report.txt");
    let first = &value["at"][0];
    assert_eq!(
        (&first["line"], &first["column"]),
        (&Value::from(2), &Value::from(50))
    );
    assert_eq!(first["quote"], "2+");
    let span: Vec<_> = first["span"]
        .as_array()
        .unwrap()
        .iter()
        .map(|at| at.as_u64().unwrap())
        .collect();
    assert_eq!(&REPORT[span[0] as usize..span[1] as usize], "2+");
    assert_eq!(value["at"][1]["quote"], "breast");
}

#[test]
fn a_workflow_command_is_one_line_and_escaped() {
    let rendered = with(REPORT, &["2+"], github);
    assert_eq!(rendered.lines().count(), 1);
    assert!(
        rendered.starts_with("::error file=a report.txt,line=2,endLine=2,col=50,endColumn=52,title=ihc-2-without-ish::IHC 2+ without"),
        "{rendered}"
    );
    assert!(rendered.contains("%0A"), "{rendered}");
}

/// The properties that the SARIF 2.1.0 standard requires, and the relations between them.
#[test]
fn sarif_has_what_the_standard_asks_for() {
    let mut sarif = Sarif::default();
    let shown = [shown(REPORT, &["2+", "breast"]), shown(REPORT, &[])];
    let checked = |name| Checked {
        name,
        source: Source::from(REPORT),
        shown: &shown,
    };
    sarif.add(&checked("other.txt"));
    let mut more = Sarif::default();
    more.add(&checked("a report.txt"));
    sarif.join(more);
    let log: Value = serde_json::from_str(&sarif.finish(&[page()], "0.1.0").to_string()).unwrap();
    assert_eq!(log["version"], "2.1.0");
    assert!(log["$schema"].as_str().unwrap().contains("sarif-2.1.0"));
    let run = &log["runs"][0];
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], "her2");
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rule = &driver["rules"][0];
    for text in ["shortDescription", "fullDescription", "help"] {
        assert!(!rule[text]["text"].as_str().unwrap().is_empty(), "{text}");
    }
    assert_eq!(rule["defaultConfiguration"]["level"], "error");
    let artifacts = run["artifacts"].as_array().unwrap();
    assert_eq!(artifacts[0]["location"]["uri"], "other.txt");
    assert_eq!(artifacts[1]["location"]["uri"], "a%20report.txt");
    assert_eq!(artifacts[0]["length"], REPORT.len());
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 4);
    for result in results {
        assert_eq!(
            driver["rules"][result["ruleIndex"].as_u64().unwrap() as usize]["id"],
            result["ruleId"]
        );
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        let file = &result["locations"][0]["physicalLocation"]["artifactLocation"];
        assert_eq!(
            artifacts[file["index"].as_u64().unwrap() as usize]["location"]["uri"],
            file["uri"]
        );
    }
    let region = &results[0]["locations"][0]["physicalLocation"]["region"];
    let at = REPORT.find("2+").unwrap();
    assert_eq!(region["byteOffset"], at);
    assert_eq!(region["byteLength"], 2);
    assert_eq!(
        (&region["startLine"], &region["startColumn"]),
        (&Value::from(2), &Value::from(50))
    );
    assert_eq!(
        (&region["endLine"], &region["endColumn"]),
        (&Value::from(2), &Value::from(52))
    );
    assert_eq!(results[0]["relatedLocations"][0]["id"], 1);
    assert!(
        results[1]["locations"][0]["physicalLocation"]
            .get("region")
            .is_none()
    );
}

#[test]
fn a_page_is_explained_with_its_table_and_its_examples() {
    insta::assert_snapshot!(explain(&page(), 98), @r"
    error[ihc-2-without-ish]: IHC 2+ without in situ hybridisation

    Why

      A score of 2+ is a question, not an answer. Most turn out negative, 10 % do not.

    What to do

      Count the gene on the same block, or test other tissue, and add the result. Say so.

    Table

      ihc-result                                            => fires
      ----------------------------------------------------  --------
      2+                                                    yes
      not-done, rejected, 0, 0/1+, 1+, 3+, signed-negative  no

    Source

      An edition, figure 1 [an-edition#fig-1]

    Fires on

      | HER2 IHC: 2+

    Silent on

      | HER2 IHC: 1+
    ");
}

#[test]
fn every_page_is_explained_with_the_cells_of_its_table() {
    let page = Page::find("fixation-time-outside").expect("there is such a page");
    let cells: Vec<_> = page.rows.iter().map(|row| row.join(" | ")).collect();
    assert_eq!(cells, ["< 6 | yes", ">= 6, <= 72 | no", "> 72 | yes"]);
    for page in Page::all() {
        let text = explain(&page, 98);
        assert!(
            text.lines().all(|line| line.chars().count() <= 120),
            "{text}"
        );
        assert!(page.source.len() > page.cite.len(), "{}", page.code);
    }
    assert!(Page::find("no-such-code").is_none());
}
