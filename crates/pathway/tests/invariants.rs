//! What no evidence may ever do, whatever it is: properties over random evidence and every edition.

#[path = "given/evidence.rs"]
mod evidence;

use evidence::{EDITIONS, NEWEST, fact};
use her2_case::{
    Amount, Awaited, Decimal, Edition, Evidence, Flag, Her2Category, Her2Status, Her2Word,
    IhcEvidence, IhcScore, IshEvidence, IshGroup, Probe, RecountEvidence, ScoreReading, Site,
    Stain, Term,
};
use her2_pathway::testing::decide;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

fn decimal(most: u32) -> impl Strategy<Value = Decimal> {
    (0..=most * 100).prop_map(|hundredths| Decimal::new(u64::from(hundredths), 2))
}

fn amount(most: u32) -> impl Strategy<Value = Amount> {
    let value = || decimal(most);
    prop_oneof![
        8 => value().prop_map(Amount::Exactly),
        1 => value().prop_map(Amount::Below),
        1 => value().prop_map(Amount::AtLeast),
        1 => (value(), value()).prop_map(|(one, other)| Amount::Between(one, other)),
    ]
}

fn any_ihc() -> impl Strategy<Value = IhcEvidence> {
    let score = (select(IhcScore::ALL), select(IhcScore::ALL), any::<bool>()).prop_map(
        |(one, other, range)| ScoreReading {
            low: if range { one.min(other) } else { one },
            high: if range { one.max(other) } else { one },
            zero_plus: false,
        },
    );
    (
        of(score),
        of(select(Stain::ALL)),
        of(amount(100)),
        of(select(Her2Word::ALL)),
        prop::bool::weighted(0.1),
    )
        .prop_map(|(score, stain, percent, word, rejected)| IhcEvidence {
            score: score.map(fact),
            stain: stain.map(fact),
            percent: percent.map(fact),
            word: word.map(fact),
            rejected: rejected.then(|| fact(())),
        })
}

fn any_ish() -> impl Strategy<Value = IshEvidence> {
    let numbers = (of(amount(8)), of(amount(12)), of(amount(4)));
    let totals = (
        of(decimal(200)),
        of(decimal(100)),
        of(10u32..60),
        of(10u32..60),
    );
    let rest = (
        of(select(Probe::ALL)),
        of(10u32..200),
        of(any::<bool>()),
        of(select(Her2Word::ALL)),
        of(select(IshGroup::ALL)),
        prop::bool::weighted(0.1),
    );
    (numbers, prop::bool::weighted(0.2), totals, rest).prop_map(
        |((ratio, copies, cep17), with_totals, totals, rest)| {
            let (her2_total, cep17_total, her2_cells, cep17_cells) = totals;
            let (probe, cells, same_tissue, word, group, rejected) = rest;
            let of_totals = |total: Option<Decimal>| total.filter(|_| with_totals).map(fact);
            let of_cells = |cells: Option<u32>| cells.filter(|_| with_totals).map(fact);
            IshEvidence {
                probe: probe.map(fact),
                ratio: ratio.map(fact),
                her2_copies: copies.map(fact),
                cep17_copies: cep17.map(fact),
                cells: cells.map(fact),
                her2_total: of_totals(her2_total),
                cep17_total: of_totals(cep17_total),
                her2_cells: of_cells(her2_cells),
                cep17_cells: of_cells(cep17_cells),
                observers: None,
                same_tissue_as_ihc: same_tissue.map(fact),
                word: word.map(fact),
                group: group.map(fact),
                rejected: rejected.then(|| fact(())),
            }
        },
    )
}

fn any_recount() -> impl Strategy<Value = RecountEvidence> {
    (
        of(amount(4)),
        of(amount(8)),
        of(15u32..40),
        of(any::<bool>()),
        of(any::<bool>()),
    )
        .prop_map(|(ratio, copies, cells, blinded, other)| RecountEvidence {
            ratio: ratio.map(fact),
            her2_copies: copies.map(fact),
            cells: cells.map(fact),
            blinded: blinded.map(fact),
            different_observer: other.map(fact),
        })
}

fn any_evidence() -> impl Strategy<Value = Evidence> {
    (
        prop::bool::weighted(0.05),
        prop::bool::weighted(0.05),
        of(any_ihc()),
        of(any_ish()),
        of(any_recount()),
        of(select(IshGroup::ALL)),
    )
        .prop_map(
            |(in_situ, elsewhere, ihc, ish, recount, adjudicated)| Evidence {
                invasive: in_situ.then(|| fact(false)),
                site: elsewhere.then(|| fact(Site::Other)),
                ihc,
                ish,
                recount,
                adjudicated_group: adjudicated.map(fact),
            },
        )
}

fn any_edition() -> impl Strategy<Value = Edition> {
    select(EDITIONS.to_vec())
}

/// The exact score of a test that was not rejected.
fn valid_score(evidence: &Evidence) -> Option<IhcScore> {
    let ihc = evidence.ihc.filter(|ihc| ihc.rejected.is_none())?;
    ihc.score?.value.exact()
}

fn applies(evidence: &Evidence) -> bool {
    evidence.invasive.is_none() && evidence.site.is_none()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn only_the_invasive_component_is_scored(evidence in any_evidence(), edition in any_edition()) {
        let decision = decide(&Evidence { invasive: Some(fact(false)), ..evidence }, edition);
        prop_assert_eq!(decision.her2_status(), Her2Status::NotApplicable);
        prop_assert_eq!(decision.her2_category(), Her2Category::NotApplicable);
        prop_assert_eq!(decision.ish_group(), None);
        prop_assert!(decision.flags().contains(Flag::NoInvasiveComponent));
    }

    #[test]
    fn every_ratio_with_every_copy_number_has_one_group(ratio in 20u64..=3000, copies in 50u64..=6000) {
        let mut ish = evidence::dual("", "");
        ish.ratio = Some(fact(Amount::Exactly(Decimal::new(ratio, 2))));
        ish.her2_copies = Some(fact(Amount::Exactly(Decimal::new(copies, 2))));
        let decision = decide(&evidence::both("", ish), NEWEST);
        prop_assert!(decision.group().is_some_and(|group| group.row().is_some()));
        prop_assert_eq!(decision.ish_group(), decision.group().and_then(|group| group.one()));
    }

    #[test]
    fn a_valid_3_is_never_negative(evidence in any_evidence(), edition in any_edition()) {
        let decision = decide(&evidence, edition);
        if valid_score(&evidence) == Some(IhcScore::Three) {
            prop_assert_ne!(decision.her2_status(), Her2Status::Negative);
        }
    }

    #[test]
    fn groups_2_to_4_never_end_without_ihc_of_the_same_tissue(evidence in any_evidence()) {
        let decision = decide(&evidence, NEWEST);
        let middle = [IshGroup::Two, IshGroup::Three, IshGroup::Four];
        if !decision.group().is_some_and(|group| middle.iter().any(|of| group.is(*of))) {
            return Ok(());
        }
        let other_tissue = evidence.ish.and_then(|ish| ish.same_tissue_as_ihc).is_some_and(|same| !same.value);
        let usable = evidence.ihc.filter(|ihc| ihc.rejected.is_none());
        let usable = usable.is_some_and(|ihc| ihc.score.is_some() || ihc.word.is_some());
        if other_tissue || !usable {
            prop_assert_eq!(decision.her2_status(), Her2Status::Pending);
            prop_assert!(decision.awaited().contains(Awaited::Ihc));
        }
    }

    #[test]
    fn groups_2_to_4_with_2_never_end_without_a_valid_recount(evidence in any_evidence()) {
        let decision = decide(&evidence, NEWEST);
        let middle = [IshGroup::Two, IshGroup::Three, IshGroup::Four];
        let in_middle = decision.group().is_some_and(|group| middle.iter().any(|of| group.is(*of)));
        if !in_middle || valid_score(&evidence) != Some(IhcScore::Two) {
            return Ok(());
        }
        let shown = evidence.recount.is_some_and(|again| {
            again.blinded.is_some_and(|blinded| blinded.value)
                && again.different_observer.is_some_and(|other| other.value)
                && again.cells.is_some_and(|cells| cells.value >= 20)
                && again.ratio.is_some() && again.her2_copies.is_some()
        });
        let last = [Her2Status::Positive, Her2Status::Negative].contains(&decision.her2_status());
        prop_assert!(shown || !last);
        if decision.recount_change().is_some() {
            let settled = evidence.adjudicated_group.is_some();
            prop_assert_eq!(last, settled, "a changed group never decides by itself");
        }
    }

    #[test]
    fn low_ultralow_and_null_lie_within_negative(evidence in any_evidence(), edition in any_edition()) {
        let decision = decide(&evidence, edition);
        let negative = decision.her2_status() == Her2Status::Negative;
        let positive = decision.her2_status() == Her2Status::Positive;
        let within = matches!(
            decision.her2_category(),
            Her2Category::Low | Her2Category::Ultralow | Her2Category::Null
                | Her2Category::ZeroUnspecified | Her2Category::UnresolvedZeroOrOne
                | Her2Category::UndeterminedNoIhc
        );
        prop_assert!(negative || !within);
        prop_assert_eq!(positive, decision.her2_category() == Her2Category::Positive);
    }

    #[test]
    fn nothing_is_rounded_before_it_is_compared(micros in 0u64..2_000_000, copies in 50u64..=6000) {
        let mut ish = evidence::dual("", "");
        ish.ratio = Some(fact(Amount::Exactly(Decimal::new(micros, 6))));
        ish.her2_copies = Some(fact(Amount::Exactly(Decimal::new(copies, 2))));
        if let Some(group) = decide(&evidence::both("", ish), NEWEST).ish_group() {
            prop_assert!(!matches!(group, IshGroup::One | IshGroup::Two));
        }
    }

    /// P1: every status names a row, and what it rests on if anything was said.
    #[test]
    fn p1_every_settled_finding_names_a_row(evidence in any_evidence(), edition in any_edition()) {
        let decision = decide(&evidence, edition);
        prop_assert!(decision.status().one().is_some());
        prop_assert!(!decision.status().rows().is_empty());
        prop_assert!(decision.rows().count() >= 2);
        let said = evidence.ihc.is_some_and(|ihc| ihc.score.is_some());
        if said && applies(&evidence) && decision.her2_status() == Her2Status::Negative {
            prop_assert!(!decision.status().because().is_empty());
        }
    }

    /// P2: the final statuses that are still possible hold whatever comes true of what is awaited.
    #[test]
    fn p2_what_arrives_later_is_among_what_was_possible(
        evidence in any_evidence(),
        score in select(IhcScore::ALL),
    ) {
        let before = decide(&evidence, NEWEST);
        if !before.awaited().contains(Awaited::Ihc) {
            return Ok(());
        }
        let ihc = IhcEvidence { score: Some(fact(ScoreReading::single(score))), ..IhcEvidence::default() };
        let ish = evidence.ish.map(|ish| IshEvidence { same_tissue_as_ihc: None, ..ish });
        let after = decide(&Evidence { ihc: Some(ihc), ish, ..evidence }, NEWEST);
        let last = [Her2Status::Positive, Her2Status::Negative].contains(&after.her2_status());
        prop_assert!(!last || before.possible().contains(after.her2_status()));
    }

    /// P6: the same evidence gives the same decision.
    #[test]
    fn p6_the_same_evidence_gives_the_same_decision(evidence in any_evidence(), edition in any_edition()) {
        let (one, other) = (decide(&evidence, edition), decide(&evidence, edition));
        prop_assert_eq!(evidence::line(&one), evidence::line(&other));
        prop_assert_eq!(one.trace().rows().count(), other.trace().rows().count());
    }
}
