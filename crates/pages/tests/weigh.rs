//! Weighing options: met, open and closed, held against a second way that looks at the rows as they are written, value by value.

#![allow(clippy::unwrap_used)]

use her2_case::{Amount, Decimal, IhcScore, Listing, Mark, Origin, Question, Span, TermSet};
use her2_pages::compile::{Bound, CheckedPage, EditionPage, Holds, Sources, check_page, load};
use her2_pages::{Asked, Choices, Input, Known, Needs, Requirement, Standing, TableData};
use proptest::prelude::*;
use std::sync::LazyLock;

const COLUMNS: [Question; 3] = [Question::IhcScore, Question::Her2Copies, Question::Invasive];

fn check(text: &str) -> CheckedPage {
    let edition = include_str!("sources/example-2020/edition.md");
    let mut sources = Sources::default();
    sources.add(&EditionPage::read("edition.md", "example-2020", edition).unwrap());
    check_page("listed.md", "example-2020/listed", text, &sources).unwrap()
}

fn kept(page: &CheckedPage) -> &'static Choices<Listing> {
    Box::leak(Box::new(Choices::of_page(load(page))))
}

fn listed() -> &'static Choices<Listing> {
    static LISTED: LazyLock<Choices<Listing>> =
        LazyLock::new(|| Choices::of_page(load(&check(include_str!("accepted/listed.md")))));
    &LISTED
}

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn standings(asked: &[Asked<'_>]) -> Vec<Standing> {
    let weighed = listed().weigh(&Known::of(asked));
    weighed
        .rows()
        .map(|(row, _)| weighed.standing(row))
        .collect()
}

use Standing::{Closed, Met, Open};

#[test]
fn a_row_is_met_open_or_closed() {
    let three = Asked::term(IhcScore::Three, None);
    let copies = |text| Asked::new(Question::Her2Copies, number(text), None);
    let invasive = |yes| Asked::new(Question::Invasive, yes, None);
    assert_eq!(standings(&[]), [Open, Open, Open]);
    assert_eq!(standings(&[three]), [Open, Open, Open]);
    assert_eq!(standings(&[three, invasive(true)]), [Met, Open, Open]);
    assert_eq!(standings(&[copies("6"), three]), [Open, Closed, Met]);
    assert_eq!(
        standings(&[copies("5.9"), three, invasive(false)]),
        [Closed, Closed, Closed]
    );
    let two = Asked::term(IhcScore::Two, None);
    assert_eq!(standings(&[two, invasive(true)]), [Closed, Open, Closed]);
    let some = Input::terms(TermSet::only(IhcScore::Two).with(IhcScore::Three));
    let some = Asked::new(Question::IhcScore, some, None);
    assert_eq!(
        standings(&[some, copies("4"), invasive(true)]),
        [Open, Met, Closed]
    );
    let above = Asked::new(Question::Her2Copies, Amount::AtLeast(number("4")), None);
    assert_eq!(
        standings(&[three, above, invasive(true)]),
        [Met, Open, Open]
    );
}

#[test]
fn the_requirements_of_a_row_are_the_questions_it_looks_at() {
    let asked = [
        Asked::term(IhcScore::Three, None),
        Asked::new(Question::Invasive, false, None),
    ];
    let weighed = listed().weigh(&Known::of(&asked));
    let of = |question, needs, standing| Requirement {
        question,
        needs,
        standing,
    };
    let bound = |text, inclusive| {
        Some(Bound {
            at: number(text),
            inclusive,
        })
    };
    let copies = |low, high| Needs::Number { low, high };
    assert_eq!(
        weighed.requirements(1).collect::<Vec<_>>(),
        [
            of(Question::IhcScore, Needs::Terms(0b1100), Met),
            of(
                Question::Her2Copies,
                copies(bound("4", true), bound("6", false)),
                Open
            ),
            of(Question::Invasive, Needs::Terms(0b10), Closed),
        ]
    );
    assert_eq!(
        weighed.requirements(2).collect::<Vec<_>>(),
        [
            of(Question::IhcScore, Needs::Terms(0b1000), Met),
            of(Question::Her2Copies, copies(bound("6", true), None), Open),
        ]
    );
    assert_eq!(
        weighed.asks().collect::<Vec<_>>(),
        [(Question::Her2Copies, 0b100)]
    );
}

#[test]
fn a_row_keeps_what_it_carries_its_rank_and_its_days() {
    let rows = listed().data().rows();
    let option = |row: usize| rows[row].carried("option");
    assert_eq!(
        [option(0), option(1), option(2)],
        [Some("one"), Some("two"), Some("one")]
    );
    assert_eq!(rows[0].carried("note"), None);
    assert_eq!(rows[1].carried("note"), Some("with, words"));
    assert_eq!(rows[1].carried("nothing"), None);
    assert_eq!(rows[2].rank(), 3);
    assert_eq!(rows[1].also::<Mark>().single(), Some(Mark::ToVerify));
    assert_eq!(listed().data().otherwise(), Some("nothing listed"));
    let in_force = |day: &str| listed().data().in_force_on(day.parse().unwrap());
    assert_eq!(in_force("2019-12-31"), 0b100);
    assert_eq!(in_force("2020-01-01"), 0b111);
    assert_eq!(in_force("2024-12-31"), 0b111);
    assert_eq!(in_force("2025-01-01"), 0b101);
}

#[test]
fn a_row_rests_on_the_facts_it_looks_at() {
    let at = |start| Some(Origin::span(Span::new(start, start + 1)));
    let asked = [
        Asked::new(Question::Invasive, true, at(1)),
        Asked::new(Question::Her2Copies, number("6"), at(2)),
        Asked::term(IhcScore::Three, at(3)),
        Asked::new(Question::Age, number("60"), at(4)),
    ];
    let known = Known::of(&asked);
    let finding = listed().weigh(&known).finding(0, &known);
    assert_eq!(finding.one(), Some(Listing::Preferred));
    assert_eq!(finding.row().unwrap().anchor(), "first");
    assert_eq!(finding.because(), [at(3).unwrap(), at(1).unwrap()]);
    assert!(known.get(Question::Age).is_some());
    assert!(known.get(Question::Weight).is_none());
}

/// A cell of each column, written as it would be on a page.
fn cells() -> impl Strategy<Value = [String; 3]> {
    let scores = proptest::sample::subsequence(vec!["0", "1+", "2+", "3+"], 1..=4);
    let scores = prop_oneof![
        Just("-".to_owned()),
        scores.prop_map(|scores| scores.join(", "))
    ];
    let low = prop_oneof![Just(None), (1u8..4, any::<bool>()).prop_map(Some)];
    let copies = (low, proptest::option::of((4u8..7, any::<bool>()))).prop_map(|(low, high)| {
        let low = low.map(|(at, on)| format!("{} {at}", if on { ">=" } else { ">" }));
        let high = high.map(|(at, on)| format!("{} {at}", if on { "<=" } else { "<" }));
        let cell: Vec<_> = low.into_iter().chain(high).collect();
        if cell.is_empty() {
            "-".to_owned()
        } else {
            cell.join(", ")
        }
    });
    let invasive = proptest::sample::select(vec!["no", "yes", "-"]).prop_map(ToOwned::to_owned);
    [scores.boxed(), copies.boxed(), invasive.boxed()]
}

/// The rows as they are written: for each column what a cell holds for.
type Written = Vec<Vec<Holds>>;

/// The options of random rows. Each row looks at the three columns or at fewer; the first one makes every column matter.
fn options() -> impl Strategy<Value = (&'static TableData, &'static Choices<Listing>, Written)> {
    let rows = proptest::collection::vec(cells(), 0..6);
    rows.prop_map(|mut rows| {
        rows.insert(0, ["3+", ">= 2", "yes"].map(ToOwned::to_owned));
        let written: Written = rows
            .iter()
            .map(|row| {
                let cells = COLUMNS.into_iter().zip(row);
                cells
                    .map(|(question, cell)| Holds::read(question, cell).unwrap())
                    .collect()
            })
            .collect();
        let page = page(&rows, &written);
        let choices = kept(&page);
        (choices.data(), choices, written)
    })
}

fn page(rows: &[[String; 3]], written: &Written) -> CheckedPage {
    let mut text = "+++\nquestion = \"listing\"\ndecide = \"all\"\nrank = \"rank\"\notherwise = \"nothing\"\n\
        cite = \"example-2020#table-1\"\nchecked = 2026-01-31\n+++\n# Random\n\n\
        | ihc-score | her2-copies | invasive | => listing | rank | at |\n|---|---|---|---|---|---|\n"
        .to_owned();
    for (at, [scores, copies, invasive]) in rows.iter().enumerate() {
        text.push_str(&format!(
            "| {scores} | {copies} | {invasive} | listed | 1 | row {at} |\n"
        ));
    }
    text.push_str("\n## Cases\n\n| ihc-score | her2-copies | invasive | at |\n|---|---|---|---|\n");
    for value in every_value() {
        let labels = (0..rows.len()).filter(|row| holds(&written[*row], value));
        let labels: Vec<_> = labels.map(|row| format!("row {row}")).collect();
        let labels = if labels.is_empty() {
            "-".to_owned()
        } else {
            labels.join(", ")
        };
        let (score, copies, yes) = value;
        let (score, yes) = (
            ["0", "1+", "2+", "3+"][score],
            if yes { "yes" } else { "no" },
        );
        text.push_str(&format!("| {score} | {copies} | {yes} | {labels} |\n"));
    }
    check(&text)
}

fn holds(row: &[Holds], (score, copies, yes): (usize, Decimal, bool)) -> bool {
    row[0].holds_some(1 << score)
        && row[1].holds_number(copies)
        && row[2].holds_some(1 << u64::from(yes))
}

/// Every score; every bound and what lies a tenth beside it; no and yes.
fn every_value() -> impl Iterator<Item = (usize, Decimal, bool)> + Clone {
    let copies = [0].into_iter().chain(9..=61);
    let copies = copies.map(|tenths| Decimal::new(tenths, 1));
    copies.flat_map(|copies| {
        (0..4).flat_map(move |score| [false, true].map(|yes| (score, copies, yes)))
    })
}

/// What is known of the three questions: scores as bits, bounds of the copies in tenths, a yes or no.
#[derive(Clone, Copy, Debug)]
struct Given {
    scores: Option<u64>,
    copies: Option<(u32, u32)>,
    invasive: Option<bool>,
}

impl Given {
    fn fits(self, (score, copies, yes): (usize, Decimal, bool)) -> bool {
        let tenths = copies.micros() / 100_000;
        self.scores.is_none_or(|scores| scores & 1 << score != 0)
            && self.copies.is_none_or(|(low, high)| {
                u64::from(low) <= tenths as u64 && tenths as u64 <= u64::from(high)
            })
            && self.invasive.is_none_or(|known| known == yes)
    }

    fn asked(self) -> Vec<Asked<'static>> {
        let tenths = |tenths: u32| Decimal::new(tenths.into(), 1);
        let scores = self
            .scores
            .map(|scores| Asked::new(Question::IhcScore, Input::Terms(scores), None));
        let copies = self.copies.map(|(low, high)| {
            Asked::new(
                Question::Her2Copies,
                Amount::Between(tenths(low), tenths(high)),
                None,
            )
        });
        let invasive = self
            .invasive
            .map(|yes| Asked::new(Question::Invasive, yes, None));
        invasive.into_iter().chain(scores).chain(copies).collect()
    }
}

fn given() -> impl Strategy<Value = Given> {
    let scores = proptest::option::of(1u64..16);
    let copies = proptest::option::of((9u32..=61, 9u32..=61));
    let copies = copies.prop_map(|bounds| bounds.map(|(a, b)| (a.min(b), a.max(b))));
    (scores, copies, any::<Option<bool>>()).prop_map(|(scores, copies, invasive)| Given {
        scores,
        copies,
        invasive,
    })
}

/// A row is met if it holds for every value that fits, closed if for none.
fn slowly(row: &[Holds], given: Given) -> Standing {
    let mut fitting = every_value().filter(|value| given.fits(*value));
    match (
        fitting.clone().any(|value| holds(row, value)),
        fitting.all(|value| holds(row, value)),
    ) {
        (_, true) => Met,
        (false, _) => Closed,
        _ => Open,
    }
}

fn needs_value(needs: Needs, row: &[Holds], question: Question) -> bool {
    let at = COLUMNS.iter().position(|of| *of == question).unwrap();
    every_value().all(|(score, copies, yes)| match needs {
        Needs::Terms(terms) => {
            let term = if at == 0 { score } else { usize::from(yes) };
            (terms & 1 << term != 0) == row[at].holds_some(1 << term)
        }
        Needs::Number { low, high } => {
            Holds::Numbers { low, high }.holds_number(copies) == row[at].holds_number(copies)
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn weighing_agrees_with_looking_at_the_rows_value_by_value((table, choices, written) in options(), givens in proptest::collection::vec(given(), 8)) {
        for given in givens {
            let asked = given.asked();
            let weighed = choices.weigh(&Known::of(&asked));
            for (row, cells) in written.iter().enumerate() {
                prop_assert_eq!(weighed.standing(row), slowly(cells, given), "{} {:?}", row, given);
                let of = weighed.requirements(row).map(|requirement| requirement.standing).max();
                prop_assert_eq!(of.unwrap_or(Met), weighed.standing(row));
                for requirement in weighed.requirements(row) {
                    prop_assert!(needs_value(requirement.needs, cells, requirement.question));
                }
            }
            let every = u128::MAX >> (128 - table.rows().len());
            prop_assert_eq!(weighed.met() | weighed.open() | weighed.closed(), every);
            prop_assert_eq!(weighed.met() & weighed.open(), 0);
            let decided: Vec<_> = choices.decide(&asked).iter().map(|choice| choice.certain).collect();
            let met = decided.iter().filter(|certain| **certain).count();
            prop_assert_eq!(met, weighed.met().count_ones() as usize);
            prop_assert_eq!(decided.len() - met, weighed.open().count_ones() as usize);
        }
    }

    #[test]
    fn to_learn_something_never_turns_met_into_closed_or_closed_into_met((_, choices, _) in options(), given in given(), scores in 1u64..16, yes: bool) {
        let before = choices.weigh(&Known::of(&given.asked()));
        let narrower = given.scores.map_or(scores, |known| Some(known & scores).filter(|both| *both != 0).unwrap_or(known));
        let more = [
            Given { scores: Some(narrower), ..given },
            Given { invasive: given.invasive.or(Some(yes)), ..given },
            Given { copies: given.copies.map(|(low, _)| (low, low)).or(Some((20, 20))), ..given },
        ];
        for more in more {
            let after = choices.weigh(&Known::of(&more.asked()));
            prop_assert_eq!(before.met() & !after.met(), 0);
            prop_assert_eq!(before.closed() & !after.closed(), 0);
            prop_assert_eq!(after.open() & !before.open(), 0);
        }
    }

    #[test]
    fn what_is_asked_holds_exactly_those_rows_open((_, choices, _) in options(), given in given()) {
        let weighed = choices.weigh(&Known::of(&given.asked()));
        let asks: Vec<_> = weighed.asks().collect();
        for question in COLUMNS {
            let open = |row: usize| weighed.requirements(row).any(|requirement| requirement.question == question && requirement.standing == Open);
            let rows = weighed.rows().filter(|(row, _)| weighed.standing(*row) == Open && open(*row));
            let bits = rows.fold(0, |bits, (row, _)| bits | 1u128 << row);
            let asked = asks.iter().find(|(of, _)| *of == question).map_or(0, |(_, rows)| *rows);
            prop_assert_eq!(asked, bits);
        }
    }
}
