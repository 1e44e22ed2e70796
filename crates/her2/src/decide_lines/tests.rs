use super::LineDecider;
use jiff::civil::date;

fn decide(line: &str) -> String {
    let mut out = Vec::new();
    LineDecider::new(date(2026, 11, 22), None).block(line.as_bytes(), 1, &mut out);
    String::from_utf8(out).unwrap()
}

/// The examples of the format: a line, and the beginning of its answer.
const EXAMPLES: &[(&str, &str)] = &[
    (
        r#"{"id":"e1","ihc":{"score":"3+"}}"#,
        r#"{"id":"e1","status":"POSITIVE","category":"HER2_POSITIVE","group":null,"pending":null,"actions":[],"comments":[],"flags":[]"#,
    ),
    (
        r#"{"id":"e2","ihc":{"score":"2+"}}"#,
        r#"{"id":"e2","status":"EQUIVOCAL","category":"UNDETERMINED","group":null,"pending":"ISH","actions":["REFLEX_ISH_SAME_SPECIMEN_OR_NEW_TEST"],"comments":[],"flags":[]"#,
    ),
    (
        r#"{"id":"e3","ihc":{"score":"0","stain":"faint_incomplete","pct":"5"}}"#,
        r#"{"id":"e3","status":"NEGATIVE","category":"HER2_ULTRALOW","group":null,"pending":null,"actions":[],"comments":["C_2023_FOOTNOTE"],"flags":[]"#,
    ),
    (
        r#"{"id":"e4","ish":{"assay":"dual","ratio":"2.3","her2":"3.2","cells":20}}"#,
        r#"{"id":"e4","status":"PENDING","category":"UNDETERMINED","group":2,"pending":"IHC","actions":["PERFORM_IHC_SAME_TISSUE"],"comments":[],"flags":[]"#,
    ),
    (
        r#"{"id":"e5","ihc":{"score":"2+"},"ish":{"assay":"dual","ratio":"2.4","her2":"5.0","cells":18}}"#,
        r#"{"id":"e5","status":"EQUIVOCAL","category":"UNDETERMINED","group":null,"pending":"ISH","actions":["REPEAT_ISH_OR_NEW_SPECIMEN"],"comments":[],"flags":["ISH_REJECTED"]"#,
    ),
    (
        r#"{"id":"e6","ihc":{"score":"2+"},"ish":{"assay":"dual","ratio":"2.4","her2":"5.1","cells":20,"cep17":"2.6"}}"#,
        r#"{"id":"e6","status":"PENDING","category":"UNDETERMINED","group":null,"pending":"NUMERIC_CLARIFICATION","actions":["ASK_LAB_TO_CORRECT_NUMBERS"],"comments":[],"flags":["NUMERIC_INCONSISTENCY"]"#,
    ),
    (
        r#"{"id":"e7","ihc":{"score":"1+"},"ish":{"assay":"single","her2":"4.5","cells":20}}"#,
        r#"{"id":"e7","status":"NEGATIVE","category":"HER2_LOW","group":null,"pending":null,"actions":[],"comments":["C_2023_FOOTNOTE"],"flags":[]"#,
    ),
    (
        r#"{"id":"e8","ihc":{"score":"1+"},"ish":{"assay":"dual","ratio":"1.5","her2":"3.0","cells":20,"rejected":"weak_signals"}}"#,
        r#"{"id":"e8","status":"NEGATIVE","category":"HER2_LOW","group":null,"pending":null,"actions":["ISH_REPEAT_OPTIONAL"],"comments":["C_2023_FOOTNOTE"],"flags":["ISH_REJECTED"]"#,
    ),
];

#[test]
fn the_examples_of_the_format_hold_to_the_byte() {
    for (line, begins) in EXAMPLES {
        let answer = decide(line);
        assert!(answer.starts_with(begins), "\n{answer}{begins}");
        serde_json::from_str::<serde_json::Value>(&answer).unwrap();
    }
}

#[test]
fn a_number_may_be_written_as_text_or_as_a_number_and_is_never_rounded() {
    let as_text = r#"{"ish":{"ratio":"1.999999","her2":"4.0","cells":"20"}}"#;
    let as_number = r#"{"ish":{"ratio":1.999999,"her2":4.0,"cells":20}}"#;
    assert_eq!(decide(as_text), decide(as_number));
    assert!(decide(as_text).contains(r#""group":4"#));
    for wrong in ["1e1", "-1", "\"1,9\"", "true", "\"\"", "[2.0]"] {
        let line = format!(r#"{{"ish":{{"ratio":{wrong},"her2":4.0}}}}"#);
        assert!(
            decide(&line).starts_with(r#"{"error":{"line":1"#),
            "{wrong}"
        );
    }
}

#[test]
fn digits_beyond_the_sixth_are_never_rounded_away() {
    let group = |ratio: &str, copies: &str| {
        let line = format!(r#"{{"ish":{{"assay":"dual","ratio":{ratio},"her2":{copies}}}}}"#);
        let answer: serde_json::Value = serde_json::from_str(&decide(&line)).unwrap();
        answer["group"].as_u64()
    };
    assert_eq!(group("1.9999999999999998", "4.0"), Some(4));
    assert_eq!(group("2.0000000000", "4.0"), Some(1));
    assert_eq!(group("\"1.97468354430379746835\"", "3.9999999"), Some(5));
    let of_2007 = |ratio: &str| {
        let line = format!(
            r#"{{"edition":"asco-cap-2007","ish":{{"assay":"dual","ratio":{ratio},"her2":5.0}}}}"#
        );
        decide(&line).contains("POSITIVE\",\"category")
    };
    assert!(of_2007("2.2000000001"));
    assert!(!of_2007("2.2000000000"));
    assert!(!of_2007("2.1999999999"));
}

#[test]
fn what_is_not_known_is_refused_with_its_line_and_the_run_goes_on() {
    let lines = [
        r#"{"id":"a","ihc":{"score":"3+"}}"#,
        r#"{"id":"b","ihc":{"score":"3+","pecrent":5}}"#,
        "",
        "{",
        r#"{"id":"c","edition":"of-tomorrow"}"#,
        r#"{"id":"d","ihc":{"score":"4+"}}"#,
        r#"{"id":"e","ihc":{"score":"1+"}}"#,
    ]
    .join("\n");
    let mut out = Vec::new();
    let failed = LineDecider::new(date(2026, 11, 22), None).block(lines.as_bytes(), 10, &mut out);
    assert_eq!(failed, 4);
    let out = String::from_utf8(out).unwrap();
    let out: Vec<_> = out.lines().collect();
    assert_eq!(out.len(), 6);
    assert!(out[0].starts_with(r#"{"id":"a","status":"POSITIVE""#));
    assert!(out[1].starts_with(r#"{"error":{"line":11,"message":"unknown key `pecrent`"#));
    assert!(out[2].starts_with(r#"{"error":{"line":13"#));
    assert!(out[3].starts_with(r#"{"error":{"line":14"#));
    assert!(out[4].starts_with(r#"{"error":{"line":15"#));
    assert!(out[5].starts_with(r#"{"id":"e","status":"NEGATIVE""#));
}

#[test]
fn t5_an_error_repeats_no_value_of_the_case() {
    for line in [
        r#"{"id":"MARKED","ihc":{"score":"MARKED"}}"#,
        r#"{"id":"MARKED","ihc":"MARKED"}"#,
        r#"{"id":"MARKED","ihc":{"stain":"MARKED"}}"#,
        r#"{"id":"MARKED","invasive":"MARKED"}"#,
        r#"{"id":"MARKED","edition":"MARKED"}"#,
        r#"{"id":"MARKED","ish":{"ratio":"MARKED"}}"#,
        r#"{"id":"MARKED","ish":{"MARKED WORDS":1}}"#,
        r#"{"id":"MARKED" "x"}"#,
    ] {
        let answer = decide(line);
        assert!(answer.contains("\"error\""), "{answer}");
        assert!(!answer.contains("MARKED"), "{answer}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(2_000))]

    /// P5: whatever the bytes are, each line that is not blank gets one line of JSON.
    #[test]
    fn p5_any_bytes_get_an_answer(
        example in 0..EXAMPLES.len(),
        changes in proptest::collection::vec((0usize..200, proptest::prelude::any::<u8>()), 0..6),
    ) {
        let mut line = EXAMPLES[example].0.as_bytes().to_vec();
        for (at, byte) in changes {
            let at = at % line.len();
            line[at] = byte;
        }
        let mut out = Vec::new();
        LineDecider::new(date(2026, 11, 22), None).block(&line, 1, &mut out);
        let wanted = line.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty());
        let text = String::from_utf8(out).expect("answers are UTF-8");
        proptest::prop_assert_eq!(text.lines().count(), wanted.count());
        for line in text.lines() {
            let answer = serde_json::from_str::<serde_json::Value>(line);
            proptest::prop_assert!(answer.is_ok_and(|answer| answer.is_object()), "{}", line);
        }
    }

    /// P4: one by one, or in blocks cut at any line, the answers are the same.
    #[test]
    fn p4_blocks_of_any_size_give_the_same_bytes(
        order in proptest::collection::vec(0..EXAMPLES.len(), 1..40),
        block in 1usize..10,
    ) {
        let decider = LineDecider::new(date(2026, 11, 22), None);
        let lines: Vec<_> = order.iter().map(|at| EXAMPLES[*at].0).collect();
        let mut whole = Vec::new();
        decider.block(lines.join("\n").as_bytes(), 1, &mut whole);
        let mut parts = Vec::new();
        for chunk in lines.chunks(block) {
            decider.block((chunk.join("\n") + "\n").as_bytes(), 1, &mut parts);
        }
        proptest::prop_assert_eq!(whole, parts);
    }
}
