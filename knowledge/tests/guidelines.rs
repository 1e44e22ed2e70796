//! The compiled tables answer as the pages say.

#![allow(clippy::unwrap_used)]

use her2_case::{Amount, Decimal, Fact, IshGroup, Origin, Question, Span, TermSet};
use her2_knowledge::tables::ASCO_CAP_2018_ISH_GROUP as GROUP;
use her2_pages::{Answer, Asked};
use jiff::civil::date;

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn asked(question: Question, text: &str, at: usize) -> Asked<'static> {
    let origin = Origin::span(Span::new(at, at + text.len()));
    Asked::new(question, decimal(text), Some(origin))
}

#[test]
fn a_known_case_has_one_answer_with_its_row_and_its_facts() {
    let ratio = asked(Question::Her2Cep17Ratio, "1.99", 10);
    let copies = asked(Question::Her2Copies, "6.0", 20);
    for order in [[ratio, copies], [copies, ratio]] {
        let finding = GROUP.decide(&order);
        assert_eq!(finding.answer(), Answer::One(IshGroup::Three));
        let row = finding.row().unwrap();
        assert_eq!(row.anchor(), "group 3");
        assert_eq!(row.page(), "asco-cap-2018/ish-group");
        assert_eq!(row.cite().to_string(), "asco-cap-2018#fig-3");
        let starts = finding
            .because()
            .iter()
            .map(|origin| origin.as_span().unwrap().start);
        assert_eq!(starts.collect::<Vec<_>>(), [10, 20]);
    }
}

#[test]
fn an_unknown_input_leaves_the_answers_it_could_tell_apart_and_is_asked_for() {
    let finding = GROUP.decide(&[asked(Question::Her2Cep17Ratio, "2.0", 0)]);
    let Answer::OneOf(left, asks) = finding.answer() else {
        panic!("two groups are possible");
    };
    assert_eq!(
        left,
        [IshGroup::One, IshGroup::Two]
            .into_iter()
            .collect::<TermSet<_>>()
    );
    assert_eq!(asks.iter().collect::<Vec<_>>(), [Question::Her2Copies]);
    assert!(finding.row().is_none());
    assert_eq!(finding.rows().len(), 2);
}

#[test]
fn a_printed_bound_decides_if_every_number_it_could_be_decides_alike() {
    let origin = Origin::span(Span::new(0, 5));
    let below = Fact::new(Amount::Below(decimal("1.8")), origin);
    let ratio = Asked::fact(Question::Her2Cep17Ratio, Some(&below));
    let copies = asked(Question::Her2Copies, "2.4", 9);
    assert_eq!(GROUP.decide(&[ratio, copies]).one(), Some(IshGroup::Five));
}

#[test]
fn the_edition_of_a_day_is_the_newest_guideline_in_force() {
    let on = |year, month, day| her2_knowledge::edition_on(date(year, month, day)).map(|of| of.id);
    assert_eq!(on(2026, 11, 22), Some("asco-cap-2018"));
    assert_eq!(on(2016, 1, 1), Some("asco-cap-2013"));
    assert_eq!(on(2010, 1, 1), Some("asco-cap-2007"));
    assert_eq!(on(2000, 1, 1), None);
}

#[test]
fn a_table_is_found_by_its_page_and_only_as_what_it_answers() {
    let found = her2_knowledge::table::<IshGroup>("asco-cap-2018/ish-group");
    assert!(std::ptr::eq(found.unwrap(), &GROUP));
    assert!(her2_knowledge::table::<her2_case::Her2Status>("asco-cap-2018/ish-group").is_none());
    assert!(her2_knowledge::table::<IshGroup>("asco-cap-2018/nothing").is_none());
}
