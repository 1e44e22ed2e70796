//! Two implementations of the 2018 matrix, one compiled from the pages, one written from the text, agree everywhere.

#[path = "given/evidence.rs"]
mod evidence;
#[path = "given/second_opinion.rs"]
mod opinion;

use evidence::{NEWEST, adjudicated, dual, fact, ihc, recount, recounted, single};
use her2_case::{Evidence, Flag, IhcEvidence, IshGroup, Term};
use her2_pathway::testing::{Her2Decision, decide};
use opinion::{Case, Ihc, Ish, Opinion, Recount};
use proptest::prelude::*;

fn hundredths(value: u32) -> String {
    format!("{}.{:02}", value / 100, value % 100)
}

fn evidence_of(case: &Case) -> Evidence {
    let mut evidence = match case.ihc {
        Ihc::None => ihc(""),
        Ihc::Rejected => Evidence {
            ihc: Some(IhcEvidence {
                rejected: Some(fact(())),
                ..IhcEvidence::default()
            }),
            ..ihc("")
        },
        Ihc::Zero => ihc("0"),
        Ihc::ZeroOrOne => ihc("0/1+"),
        Ihc::One => ihc("1+"),
        Ihc::Two => ihc("2+"),
        Ihc::Three => ihc("3+"),
    };
    let mut ish = match case.ish {
        Ish::None => None,
        Ish::Rejected => {
            let mut ish = dual("2.5", "6.0");
            ish.rejected = Some(fact(()));
            Some(ish)
        }
        Ish::TooFewCells => {
            let mut ish = dual("2.5", "6.0");
            ish.cells = Some(fact(19));
            Some(ish)
        }
        Ish::Dual(ratio, copies) => Some(dual(&hundredths(ratio), &hundredths(copies))),
        Ish::Single(copies) => Some(single(&hundredths(copies))),
    };
    if let Some(ish) = &mut ish {
        ish.same_tissue_as_ihc = Some(fact(case.same_tissue));
    }
    evidence.ish = ish;
    if let Some(again) = case.recount {
        let mut given = recount(&hundredths(again.ratio), &hundredths(again.copies));
        given.cells = Some(fact(again.cells));
        given.blinded = Some(fact(again.blinded));
        given.different_observer = Some(fact(again.other_observer));
        evidence = recounted(evidence, given);
    }
    if let Some(group) = case.adjudicated {
        evidence = adjudicated(evidence, IshGroup::ALL[usize::from(group) - 1]);
    }
    evidence
}

fn opinion_of(decision: &Her2Decision) -> Opinion {
    fn sorted<T: Term>(terms: impl Iterator<Item = T>) -> Vec<&'static str> {
        let mut names: Vec<_> = terms.map(Term::name).collect();
        names.sort_unstable();
        names
    }
    let mut flags = sorted(
        decision
            .flags()
            .iter()
            .filter(|flag| *flag != Flag::RecountChangedGroup),
    );
    if let Some((from, to)) = decision.recount_change() {
        assert!(decision.flags().contains(Flag::RecountChangedGroup));
        let change = format!("{}_TO_{}", from.name(), to.name());
        flags.push(Box::leak(change.into_boxed_str()));
        flags.sort_unstable();
    }
    Opinion {
        status: decision.her2_status().name(),
        category: decision.her2_category().name(),
        group: decision.ish_group().map(|group| group.index() as u8 + 1),
        pending: decision.awaited().single().map_or("", Term::name),
        actions: sorted(decision.actions().iter()),
        comments: sorted(decision.comments().iter()),
        flags,
    }
}

fn agree(case: &Case) {
    let decision = decide(&evidence_of(case), NEWEST);
    assert_eq!(opinion_of(&decision), opinion::opinion(case), "{case:?}");
}

const SCORES: [Ihc; 7] = [
    Ihc::None,
    Ihc::Rejected,
    Ihc::Zero,
    Ihc::ZeroOrOne,
    Ihc::One,
    Ihc::Two,
    Ihc::Three,
];

fn tests() -> Vec<Ish> {
    let ratios = [20, 100, 180, 199, 200, 201, 250, 3000];
    let copies = [50, 300, 399, 400, 401, 500, 599, 600, 601, 1490, 6000];
    let dual = ratios
        .iter()
        .flat_map(|ratio| copies.map(|copies| Ish::Dual(*ratio, copies)));
    [Ish::None, Ish::Rejected, Ish::TooFewCells]
        .into_iter()
        .chain(dual)
        .chain(copies.map(Ish::Single))
        .collect()
}

fn recounts() -> Vec<Option<Recount>> {
    let valid = |ratio, copies| Recount {
        ratio,
        copies,
        cells: 20,
        blinded: true,
        other_observer: true,
    };
    let five = [
        valid(200, 400),
        valid(200, 399),
        valid(199, 600),
        valid(199, 400),
        valid(199, 399),
    ];
    let invalid = [
        Recount {
            cells: 19,
            ..five[0]
        },
        Recount {
            blinded: false,
            ..five[0]
        },
        Recount {
            other_observer: false,
            ..five[0]
        },
    ];
    std::iter::once(None)
        .chain(five.into_iter().chain(invalid).map(Some))
        .collect()
}

#[test]
fn both_agree_over_the_whole_grid() {
    let mut cells = 0;
    for ihc in SCORES {
        for ish in tests() {
            for same_tissue in [true, false] {
                for recount in recounts() {
                    for adjudicated in [None, Some(1), Some(2), Some(3), Some(4), Some(5)] {
                        cells += 1;
                        agree(&Case {
                            ihc,
                            ish,
                            same_tissue,
                            recount,
                            adjudicated,
                        });
                    }
                }
            }
        }
    }
    assert_eq!(cells, 7 * 102 * 2 * 9 * 6);
}

fn any_case() -> impl Strategy<Value = Case> {
    let copies = || prop_oneof![50u32..=6000, 390u32..=410, 590u32..=610];
    let ratio = || prop_oneof![20u32..=3000, 195u32..=205];
    let ish = prop_oneof![
        Just(Ish::None),
        Just(Ish::Rejected),
        Just(Ish::TooFewCells),
        (ratio(), copies()).prop_map(|(ratio, copies)| Ish::Dual(ratio, copies)),
        copies().prop_map(Ish::Single),
    ];
    let again = (ratio(), copies(), 15u32..40, any::<bool>(), any::<bool>());
    let again = again.prop_map(|(ratio, copies, cells, blinded, other_observer)| Recount {
        ratio,
        copies,
        cells,
        blinded,
        other_observer,
    });
    (
        prop::sample::select(SCORES.to_vec()),
        ish,
        any::<bool>(),
        prop::option::of(again),
        prop::option::of(1u8..=5),
    )
        .prop_map(|(ihc, ish, same_tissue, recount, adjudicated)| Case {
            ihc,
            ish,
            same_tissue,
            recount,
            adjudicated,
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]
    #[test]
    fn both_agree_on_random_cases(case in any_case()) {
        agree(&case);
    }
}
