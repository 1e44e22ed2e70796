//! Options: every row that holds, the first rank first, and whether it holds whatever is unknown.

#![allow(clippy::unwrap_used)]

use her2_case::{IhcScore, IshGroup, Origin, Question, Span, TermSet};
use her2_pages::compile::{EditionPage, Sources, check_page, load};
use her2_pages::{Asked, Choices, Input};

fn options() -> &'static Choices<IshGroup> {
    let edition = include_str!("sources/example-2020/edition.md");
    let edition = EditionPage::read("edition.md", "example-2020", edition).unwrap();
    let mut sources = Sources::default();
    sources.add(&edition);
    let text = include_str!("accepted/options.md");
    let page = check_page("options.md", "example-2020/options", text, &sources).unwrap();
    Box::leak(Box::new(Choices::of_page(load(&page))))
}

fn decided(asked: &[Asked<'_>]) -> Vec<(&'static str, bool)> {
    let choices = options().decide(asked);
    let told = choices.iter().map(|choice| {
        let row = choice.finding.row().unwrap();
        (row.anchor(), choice.certain)
    });
    told.collect()
}

const INVASIVE: Question = Question::Invasive;

#[test]
fn every_row_that_holds_is_an_option_and_the_first_rank_comes_first() {
    let asked = [
        Asked::term(IhcScore::Three, None),
        Asked::new(INVASIVE, true, None),
    ];
    assert_eq!(decided(&asked), [("first", true), ("second", true)]);
    let asked = [
        Asked::term(IhcScore::Two, None),
        Asked::new(INVASIVE, true, None),
    ];
    assert_eq!(decided(&asked), [("first", true)]);
}

#[test]
fn what_holds_only_for_some_of_the_unknown_is_not_certain() {
    assert_eq!(
        decided(&[Asked::term(IhcScore::Three, None)]),
        [("first", false), ("not asked", false), ("second", false)]
    );
    let some = TermSet::only(IhcScore::Two).with(IhcScore::Three);
    let asked = [
        Asked::new(Question::IhcScore, Input::terms(some), None),
        Asked::new(INVASIVE, true, None),
    ];
    assert_eq!(decided(&asked), [("first", true), ("second", false)]);
    assert_eq!(
        decided(&[Asked::new(INVASIVE, false, None)]),
        [("not asked", true)]
    );
}

#[test]
fn what_could_rule_an_option_out_is_asked_for() {
    let asks = |asked: &[Asked<'_>]| options().asks(asked).iter().collect::<Vec<_>>();
    assert_eq!(asks(&[]), [Question::IhcScore, INVASIVE]);
    assert_eq!(asks(&[Asked::new(INVASIVE, false, None)]), []);
    let three = Asked::term(IhcScore::Three, None);
    assert_eq!(asks(&[three, Asked::new(INVASIVE, true, None)]), []);
    assert_eq!(asks(&[three]), [INVASIVE]);
}

#[test]
fn an_option_rests_only_on_what_its_row_looks_at() {
    let at = |start| Some(Origin::span(Span::new(start, start + 1)));
    let asked = [
        Asked::term(IhcScore::Three, at(10)),
        Asked::new(INVASIVE, false, at(20)),
    ];
    let choices = options().decide(&asked);
    assert_eq!(choices.len(), 1);
    assert_eq!(choices[0].finding.answers(), TermSet::only(IshGroup::Five));
    assert_eq!(choices[0].finding.because(), [at(20).unwrap()]);
}

#[test]
fn a_place_that_two_inputs_were_read_at_is_named_once() {
    let place = Origin::span(Span::new(10, 20));
    let through = [place, Origin::span(Span::new(30, 40))];
    let asked = [
        Asked::term(IhcScore::Three, Some(place)).through(&through),
        Asked::new(INVASIVE, true, Some(place)),
    ];
    assert_eq!(options().decide(&asked)[0].finding.because(), through);
}
