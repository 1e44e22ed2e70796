//! Pages made at random: the compiler refuses a table exactly if looking at it value by value finds a gap or an overlap, and what it
//! accepts decides as the rows say. And no text at all makes it panic.

#![allow(clippy::unwrap_used)]

use her2_case::{Decimal, IshGroup, Question};
use her2_pages::compile::{CheckedPage, EditionPage, Fault, Sources, check_page, load};
use her2_pages::{Asked, Input, Table};
use proptest::prelude::*;

/// An input cell of one of three columns: a list of scores, a number of copies, a yes or no.
#[derive(Clone, Debug)]
struct RandomRow {
    scores: u8,
    low: Option<(u8, bool)>,
    high: Option<(u8, bool)>,
    yes_no: u8,
}

fn row() -> impl Strategy<Value = RandomRow> {
    let bound = || proptest::option::of((1u8..4, any::<bool>()));
    (1u8..16, bound(), bound(), 1u8..4).prop_map(|(scores, low, high, yes_no)| RandomRow {
        scores,
        low,
        high,
        yes_no,
    })
}

impl RandomRow {
    fn text(&self, at: usize) -> String {
        let names = ["0", "1+", "2+", "3+"];
        let scores = names
            .iter()
            .enumerate()
            .filter(|(term, _)| self.scores & 1 << term != 0);
        let scores: Vec<_> = scores.map(|(_, name)| *name).collect();
        let low = self
            .low
            .map(|(at, on)| format!("{} {at}", if on { ">=" } else { ">" }));
        let high = self
            .high
            .map(|(at, on)| format!("{} {at}", if on { "<=" } else { "<" }));
        let copies: Vec<_> = low.into_iter().chain(high).collect();
        let copies = if copies.is_empty() {
            "-".to_owned()
        } else {
            copies.join(", ")
        };
        let yes_no = ["", "no", "yes", "-"][usize::from(self.yes_no)];
        let answer = 1 + at % 5;
        format!(
            "| {} | {copies} | {yes_no} | {answer} | row {at} |\n",
            scores.join(", ")
        )
    }

    fn holds(&self, score: usize, copies: Decimal, yes: bool) -> bool {
        let number = |at: u8| Decimal::whole(u32::from(at));
        let low = self
            .low
            .is_none_or(|(at, on)| copies > number(at) || on && copies == number(at));
        let high = self
            .high
            .is_none_or(|(at, on)| copies < number(at) || on && copies == number(at));
        self.scores & 1 << score != 0 && low && high && self.yes_no & 1 << u8::from(yes) != 0
    }
}

/// Every score; every bound and what lies a tenth beside it; no and yes.
fn every_value() -> impl Iterator<Item = (usize, Decimal, bool)> {
    let copies = [0, 9, 10, 11, 19, 20, 21, 29, 30, 31].map(|tenths| Decimal::new(tenths, 1));
    let copies = copies.into_iter();
    copies.flat_map(|copies| {
        (0..4).flat_map(move |score| [false, true].map(|yes| (score, copies, yes)))
    })
}

fn check(text: &str) -> Result<CheckedPage, Vec<Fault>> {
    let edition = include_str!("sources/example-2020/edition.md");
    let mut sources = Sources::default();
    sources.add(&EditionPage::read("edition.md", "example-2020", edition).unwrap());
    check_page("random.md", "example-2020/random", text, &sources)
}

fn page(rows: &[RandomRow]) -> String {
    let mut text = "+++\nquestion = \"ish-group\"\ncite = \"example-2020#table-1\"\nchecked = 2026-01-31\n+++\n# Random\n\n\
        | ihc-score | her2-copies | invasive | => ish-group | at |\n|---|---|---|---|---|\n"
        .to_owned();
    text.extend(rows.iter().enumerate().map(|(at, row)| row.text(at)));
    text.push_str(
        "\n## Cases\n\n| ihc-score | her2-copies | invasive | => ish-group |\n|---|---|---|---|\n",
    );
    for (score, copies, yes) in every_value() {
        let score_name = ["0", "1+", "2+", "3+"][score];
        let yes_name = if yes { "yes" } else { "no" };
        if let Some(at) = rows.iter().position(|row| row.holds(score, copies, yes)) {
            let answer = 1 + at % 5;
            text.push_str(&format!(
                "| {score_name} | {copies} | {yes_name} | {answer} |\n"
            ));
        }
    }
    text
}

/// A table without gap or overlap: the space of values, cut again and again.
fn partition() -> impl Strategy<Value = Vec<RandomRow>> {
    proptest::collection::vec(
        (
            any::<prop::sample::Index>(),
            0..3,
            1u8..15,
            1u8..4,
            any::<bool>(),
        ),
        1..8,
    )
    .prop_map(|cuts| {
        let mut rows = vec![RandomRow {
            scores: 15,
            low: None,
            high: None,
            yes_no: 3,
        }];
        for (which, how, scores, bound, on) in cuts {
            let at = which.index(rows.len());
            let (mut one, mut other) = (rows[at].clone(), rows[at].clone());
            let within = |(low, _): (u8, bool)| low < bound;
            let fits = match how {
                0 => {
                    one.scores &= scores;
                    other.scores &= !scores;
                    one.scores != 0 && other.scores != 0
                }
                1 => {
                    (one.high, other.low) = (Some((bound, !on)), Some((bound, on)));
                    rows[at].low.is_none_or(within)
                        && rows[at].high.is_none_or(|(high, _)| high > bound)
                }
                _ => {
                    (one.yes_no, other.yes_no) = (1, 2);
                    rows[at].yes_no == 3
                }
            };
            if fits {
                rows[at] = one;
                rows.push(other);
            }
        }
        rows
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn gaps_and_overlaps_are_found_exactly_where_there_are_some(
        mut rows in prop_oneof![partition(), proptest::collection::vec(row(), 1..5)],
        spoil in proptest::option::of((any::<prop::sample::Index>(), row())),
    ) {
        if let Some((at, row)) = spoil {
            let at = at.index(rows.len());
            rows[at] = row;
        }
        let holding = |value: (usize, Decimal, bool)| {
            rows.iter().filter(|row| row.holds(value.0, value.1, value.2)).count()
        };
        let gap = every_value().any(|value| holding(value) == 0);
        let overlap = every_value().any(|value| holding(value) > 1);
        let empty = rows.iter().any(|row| !every_value().any(|(a, b, c)| row.holds(a, b, c)));
        let faults = check(&page(&rows)).err().unwrap_or_default();
        let told = |what: &str| faults.iter().any(|fault| fault.message.contains(what));
        if empty {
            prop_assert!(told("unreachable row"));
        } else {
            prop_assert_eq!(told("no row for"), gap);
            prop_assert_eq!(told("both hold for"), overlap);
        }
    }

    #[test]
    fn an_accepted_page_decides_as_its_rows_say(rows in partition()) {
        let Ok(page) = check(&page(&rows)) else { return Ok(()) };
        let table: &'static Table<IshGroup> = Box::leak(Box::new(Table::of_page(load(&page))));
        for (score, copies, yes) in every_value() {
            let finding = table.decide(&[
                Asked::new(Question::Invasive, yes, None),
                Asked::new(Question::IhcScore, Input::Terms(1 << score), None),
                Asked::new(Question::Her2Copies, copies, None),
            ]);
            let at = rows.iter().position(|row| row.holds(score, copies, yes)).unwrap();
            prop_assert_eq!(finding.row().unwrap().anchor(), format!("row {at}"));
            prop_assert_eq!(finding.one().map(|group| group as usize), Some(at % 5));
        }
    }

    #[test]
    fn an_open_finding_asks_for_what_would_leave_less(rows in partition(), score in proptest::option::of(0usize..4), yes: Option<bool>) {
        let Ok(page) = check(&page(&rows)) else { return Ok(()) };
        let table: &'static Table<IshGroup> = Box::leak(Box::new(Table::of_page(load(&page))));
        let scores = score.map_or(0..4, |score| score..score + 1);
        let answers = |score: Option<usize>, copies: Option<Decimal>, yes: Option<bool>| {
            let fits = |value: &(usize, Decimal, bool)| {
                scores.contains(&value.0) && score.is_none_or(|score| score == value.0)
                    && copies.is_none_or(|copies| copies == value.1) && yes.is_none_or(|yes| yes == value.2)
            };
            every_value().filter(fits).fold(0u64, |answers, value| {
                let row = rows.iter().position(|row| row.holds(value.0, value.1, value.2)).unwrap();
                answers | 1 << (row % 5)
            })
        };
        let mut asked = vec![Asked::new(Question::IhcScore, Input::Terms(score.map_or(15, |score| 1 << score)), None)];
        asked.extend(yes.map(|yes| Asked::new(Question::Invasive, yes, None)));
        let finding = table.decide(&asked);
        let now = answers(score, None, yes);
        prop_assert_eq!(finding.answers().bits(), now);
        let helps = |question| match question {
            Question::IhcScore => scores.clone().any(|score| answers(Some(score), None, yes) != now),
            Question::Her2Copies => every_value().any(|(_, copies, _)| answers(score, Some(copies), yes) != now),
            _ => yes.is_none() && [false, true].iter().any(|yes| answers(score, None, Some(*yes)) != now),
        };
        for question in [Question::IhcScore, Question::Her2Copies, Question::Invasive] {
            prop_assert_eq!(finding.asks().contains(question), helps(question), "{}", question.name());
        }
    }

    #[test]
    fn a_table_that_was_cut_from_the_whole_is_refused_only_for_columns_that_do_not_matter(rows in partition()) {
        let faults = check(&page(&rows)).err().unwrap_or_default();
        for fault in faults {
            prop_assert!(fault.message.starts_with("unused column"), "{}", fault);
        }
    }

    #[test]
    fn no_text_makes_the_compiler_panic(text in "(\\PC|\\n|\\|){0,400}") {
        let _ = check(&text);
    }

    #[test]
    fn no_change_of_a_page_makes_the_compiler_panic(at: prop::sample::Index, length in 0usize..40, put in "[-|=<>0-9a-z,#`+\" \\n]{0,12}") {
        let whole = include_str!("accepted/terms.md");
        let start = at.index(whole.len());
        let end = (start + length).min(whole.len());
        let text = format!("{}{put}{}", &whole[..start], &whole[end..]);
        let _ = check(&text);
    }
}
