//! P5 for the pages of the site: whatever is asked and given, a page comes, and nothing of it is markup that was given.
#![allow(clippy::unwrap_used)]

use her2::site::{Given, Reply, Shown, Visit, visit};
use jiff::civil::date;
use proptest::prelude::*;

const REPORT: &str = include_str!("../../../cases/reports/narrative-2plus-fish.txt");

const PATHS: [&str; 12] = [
    "/",
    "/numbers",
    "/record",
    "/record/clinician",
    "/record/packet",
    "/record/calendar",
    "/record/json",
    "/learn",
    "/about",
    "/es/record",
    "/es/record/clinician",
    "/es/numbers",
];

const FIELDS: [&str; 17] = [
    "text",
    "kept",
    "example",
    "only",
    "medicine",
    "start",
    "end",
    "setting",
    "lln",
    "lvef-date",
    "lvef-percent",
    "held-from",
    "held-until",
    "answer.setting",
    "answer.weight",
    "ratio",
    "packet",
];

fn ask(path: &str, fields: Vec<(String, String)>, given: Vec<Given>) -> Reply {
    visit(&Visit {
        path,
        root: "/",
        fields,
        given,
        today: date(2026, 11, 22),
        shown: Shown::Server,
    })
}

fn given(name: String, bytes: Vec<u8>) -> Given {
    Given { name, bytes }
}

/// What is typed into fields: days, numbers, and anything.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{4}-[0-9]{2}-[0-9]{2}",
        "-?[0-9]{0,14}\\.?[0-9]{0,8}",
        "[\"'<>&/a-z.=+ ]{0,40}",
        any::<String>(),
    ]
}

fn fields() -> impl Strategy<Value = Vec<(String, String)>> {
    let field = (prop::sample::select(&FIELDS[..]), typed());
    let field = field.prop_map(|(name, value)| (name.to_owned(), value));
    prop::collection::vec(field, 0..12)
}

/// A report with some of its bytes changed.
fn changed() -> impl Strategy<Value = Vec<u8>> {
    let changes = prop::collection::vec((0..REPORT.len(), any::<u8>()), 0..20);
    changes.prop_map(|changes| {
        let mut bytes = REPORT.as_bytes().to_vec();
        for (at, byte) in changes {
            bytes[at] = byte;
        }
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn p5_a_page_comes_whatever_is_asked(path in prop::sample::select(&PATHS[..]), fields in fields(), name in any::<String>(), bytes in changed()) {
        let reply = ask(path, fields, vec![given(name, bytes)]);
        prop_assert!([200, 422].contains(&reply.status), "{}", reply.status);
        prop_assert!(!reply.body.is_empty());
        prop_assert!(reply.body.matches("<script").count() <= 1);
    }

    #[test]
    fn p5_a_page_comes_whatever_is_given(path in prop::sample::select(&PATHS[..]), bytes in prop::collection::vec(any::<u8>(), 0..600), two in changed()) {
        let sources = vec![given("one".to_owned(), bytes), given("two".to_owned(), two)];
        let reply = ask(path, Vec::new(), sources);
        prop_assert!([200, 422].contains(&reply.status), "{}", reply.status);
    }

    #[test]
    fn p5_a_path_of_anything_is_a_page_or_none(path in "(/[a-z{}%./]{0,12}){0,5}") {
        let reply = ask(&path, Vec::new(), Vec::new());
        prop_assert!([200, 404, 422].contains(&reply.status), "{}: {}", path, reply.status);
    }
}

#[test]
fn the_same_visit_gives_the_same_bytes() {
    for path in PATHS {
        let once = || ask(path, Vec::new(), vec![given("a".to_owned(), REPORT.into())]).body;
        assert_eq!(once(), once(), "{path}");
    }
}

#[test]
fn debug_shows_no_word_of_a_visit_or_its_answer() {
    let asked = Visit {
        path: "/record",
        root: "/",
        fields: vec![("text".to_owned(), "Rosalind".to_owned())],
        given: vec![given("Rosalind.txt".to_owned(), REPORT.into())],
        today: date(2026, 11, 22),
        shown: Shown::Device,
    };
    let shown = format!("{asked:?} {:?}", visit(&asked));
    assert!(
        !shown.contains("Rosalind") && !shown.contains("Sample"),
        "{shown}"
    );
}

#[test]
fn nothing_is_derived_while_a_value_for_monitoring_is_wrong() {
    let show = |more: &[(&str, &str)]| {
        let fields = [
            ("example", "positive"),
            ("medicine", "trastuzumab"),
            ("start", "2026-01-01"),
            ("setting", "early"),
        ];
        let fields = fields.iter().chain(more);
        let fields = fields.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        ask("/record/clinician", fields.collect(), Vec::new())
    };
    let sound = show(&[("lvef-date", "2026-01-01"), ("lvef-percent", "60")]);
    assert_eq!(sound.status, 200);
    assert!(sound.body.contains("id=\"monitoring\"") && sound.body.contains("was due"));
    for wrong in [
        &[("lvef-date", "2026-01-01"), ("lvef-percent", "160")][..],
        &[("end", "2025-12-01")],
        &[("held-from", "2026-03-01"), ("held-until", "2026-02-01")],
        &[("lln", "150")],
    ] {
        let page = show(wrong);
        assert_eq!(page.status, 422, "{wrong:?}");
        for derived in ["was due", "No LVEF is on file", "overdue since"] {
            assert!(!page.body.contains(derived), "{wrong:?}: {derived}");
        }
    }
    let count = show(&[("answer.her2-regimens", "1.5")]);
    assert!(count.body.contains("should be a whole number such as 2"));
}
