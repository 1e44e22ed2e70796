//! `her2 plan --prognosis` and `--stage-table`.

use crate::program::her2_with;
use std::io::Write;

const CASE: &str = r#"{"setting":"early","timing":"after-surgery","t-category":"T2","n-category":"N0",
    "her2-category":"HER2_POSITIVE","grade":"3","tumour-size":"25","positive-nodes":"0"}"#;

fn plan(args: &[&str]) -> crate::program::Run {
    let mut all = vec!["plan", "-", "--as-of", "2026-11-22"];
    all.extend(args);
    her2_with(&all, CASE.as_bytes())
}

#[test]
fn scores_are_printed_only_where_they_are_asked_for() {
    let plain = plan(&[]);
    assert_eq!(plain.status, 0, "{}", plain.err);
    assert!(!plain.out.contains("Nottingham Prognostic Index"));
    let asked = plan(&["--prognosis"]);
    assert_eq!(asked.status, 0);
    for said in [
        "Research use only, not for treatment decisions.",
        "Nottingham Prognostic Index (1992)",
        "4.5: moderate",
        "PREDICT Breast (3.2): Needs:",
    ] {
        assert!(asked.out.contains(said), "{said}: {}", asked.out);
    }
}

#[test]
fn a_stage_table_is_used_by_name_and_a_gap_in_it_is_told() {
    let table = |rows: &str| {
        let mut file = tempfile::Builder::new().suffix(".csv").tempfile().unwrap();
        write!(file, "t,n,m,grade,her2,er,pr,stage\n{rows}").unwrap();
        file
    };
    let whole = table("-,-,-,1;2,-,-,-,IB\n-,-,-,3,-,-,-,IIA\n");
    let path = whole.path().to_str().unwrap();
    let run = plan(&["--stage-table", path, "--format", "json"]);
    assert_eq!(run.status, 0, "{}", run.err);
    let value: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let name = whole.path().file_name().unwrap().to_str().unwrap();
    assert_eq!(value["stage"]["licensed"]["table"], name);
    assert_eq!(value["stage"]["licensed"]["groups"][0], "IIA");

    let gap = table("-,-,-,1;2,-,-,-,IB\n");
    let run = plan(&["--stage-table", gap.path().to_str().unwrap()]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    let told = "no row for 800 combinations, the first: T0 N0 M0 grade 3 her2 negative";
    assert!(run.err.contains(told), "{}", run.err);
}
