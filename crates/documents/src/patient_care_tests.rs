//! What the patient's page tells of medicines, of what is watched, of people and of costs.

use crate::patient::{EXCERPTS, Outcome};
use crate::samples::samples;
use crate::sentence::About;
use crate::told::Group;
use crate::words::Words;
use crate::{Case, Page, Source, TextStyle, patient_page, text};
use her2_case::{Her2Category, HrStatus, Mark, Term};
use her2_knowledge::care_tables;
use her2_pages::{Asked, Known};
use her2_pathway::testing::of_record;
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 22);

/// The page of every sample with its outcome.
fn pages(as_of: Date) -> Vec<(&'static str, Outcome, Page)> {
    let page = |sample: &crate::sample::Sample| {
        let finding = of_record(&sample.record, as_of, None);
        let case = Case {
            record: &sample.record,
            source: Source::from(sample.text),
            finding: &finding,
            as_of,
            over: None,
        };
        let page = patient_page(&case, "en").unwrap();
        (sample.name, Outcome::of(&case.story()), page)
    };
    samples().iter().map(page).collect()
}

fn has(page: &Page, section: &str) -> bool {
    page.sections.iter().any(|found| found.id == section)
}

fn kinds(category: Her2Category, on: Date) -> Vec<(Group, bool, bool)> {
    let kinds = crate::connect::kinds(category, on).into_iter();
    kinds
        .map(|kind| (kind.group, kind.early.is_some(), kind.metastatic.is_some()))
        .collect()
}

#[test]
fn kinds_of_medicine_follow_the_category_and_the_day() {
    let (antibodies, conjugates, tablets) = (Group::Antibodies, Group::Conjugates, Group::Tablets);
    let positive = kinds(Her2Category::Positive, TODAY);
    assert_eq!(
        positive,
        [
            (antibodies, true, true),
            (conjugates, true, true),
            (tablets, false, true)
        ]
    );
    // The notice for low and ultralow is of 27 January 2025.
    let spread = [(conjugates, false, true)];
    for category in [Her2Category::Low, Her2Category::Ultralow] {
        assert_eq!(kinds(category, TODAY), spread);
        assert_eq!(kinds(category, date(2025, 1, 27)), spread);
    }
    assert_eq!(kinds(Her2Category::Ultralow, date(2025, 1, 26)), []);
    // The notices for early disease are of 15 May 2026.
    let early = |on: Date| {
        let found = kinds(Her2Category::Positive, on).into_iter();
        found.filter(|kind| kind.0 == conjugates && kind.1).count()
    };
    assert_eq!((early(date(2026, 5, 14)), early(date(2026, 5, 15))), (0, 1));
}

#[test]
fn what_is_said_of_ultralow_holds_for_every_claim_of_a_label() {
    let asked = [
        Asked::term(Her2Category::Ultralow, None),
        Asked::term(HrStatus::Negative, None),
    ];
    for table in care_tables().iter().filter(|table| table.drug.is_some()) {
        let weighed = table.choices.weigh(&Known::of(&asked));
        for (at, row) in weighed
            .rows()
            .filter(|(at, _)| weighed.closed() & 1 << at == 0)
        {
            let directed = table.regimen(at).is_her2_directed();
            assert!(!directed, "{}: {}", table.page, row.anchor());
        }
    }
}

#[test]
fn p9_no_other_category_has_a_kind_of_medicine_on_any_day() {
    let with = [
        Her2Category::Positive,
        Her2Category::Low,
        Her2Category::Ultralow,
    ];
    for category in Her2Category::ALL.iter().filter(|of| !with.contains(of)) {
        for year in 1998..=2030 {
            assert_eq!(
                kinds(*category, date(year, 7, 1)),
                [],
                "{}",
                category.name()
            );
        }
    }
}

#[test]
fn p9_kinds_are_told_of_a_settled_result_only() {
    for (name, outcome, page) in pages(TODAY) {
        let claims = page.sentences().into_iter().any(
            |said| matches!(said.about(), About::Knowledge { page, .. } if page.starts_with("drugs/")),
        );
        let told = matches!(
            outcome,
            Outcome::Positive | Outcome::NegativeLow | Outcome::NegativeUltralow
        );
        assert_eq!(claims, told, "{name}");
        assert_eq!(has(&page, "watch"), told, "{name}");
        assert_eq!(has(&page, "call"), outcome == Outcome::Positive, "{name}");
        let breast = !matches!(outcome, Outcome::NotBreast | Outcome::Unreadable);
        for section in ["medicines", "people", "second", "costs"] {
            assert_eq!(has(&page, section), breast, "{name}: {section}");
        }
    }
}

#[test]
fn a_settled_result_is_never_said_to_be_waited_for() {
    let waiting = Words::of("en")
        .unwrap()
        .get("medicines-waiting", &[])
        .unwrap();
    let waiting = waiting.lines().next().unwrap();
    for as_of in [date(2005, 1, 1), TODAY] {
        for (name, outcome, page) in pages(as_of) {
            let waits = page.sentences().iter().any(|said| said.words() == waiting);
            let settled = outcome == Outcome::Positive || outcome.is_negative();
            let nothing = matches!(
                outcome,
                Outcome::NotInvasive | Outcome::NotBreast | Outcome::Unreadable
            );
            assert_eq!(waits, !settled && !nothing, "{name} on {as_of}");
        }
    }
}

#[test]
fn every_statement_of_the_knowledge_was_read_and_names_its_source() {
    for (name, _, page) in pages(TODAY) {
        for said in page.sentences() {
            if let About::Knowledge { cite, mark, .. } = said.about() {
                assert_eq!(*mark, Mark::Checked, "{name}: {}", said.words());
                assert!(!said.sources().is_empty(), "{name}: {}", said.words());
                let source = her2_knowledge::source(cite.edition);
                assert!(
                    source.is_none_or(|source| source.mark == Mark::Checked),
                    "{name}: {cite}"
                );
            }
        }
    }
}

#[test]
fn the_parts_taken_from_topics_are_there() {
    for part in EXCERPTS {
        let section = her2_knowledge::topic(part.0)
            .and_then(|topic| topic.sections.iter().find(|section| section.id == part.1));
        assert!(
            section.is_some_and(|section| !section.blocks.is_empty()),
            "{part:?}"
        );
    }
}

#[test]
fn a_page_points_to_topics_that_exist() {
    for (name, _, page) in pages(TODAY) {
        let wide = TextStyle {
            width: 100,
            ..TextStyle::default()
        };
        for after in text(&page, wide).split("her2 learn ").skip(1) {
            let topic: String = after
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '-')
                .collect();
            assert!(her2_knowledge::topic(&topic).is_some(), "{name}: {topic}");
        }
    }
}
