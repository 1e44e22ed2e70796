//! From a read record to the patient's result: what belongs together, what is left out, and which of several counts.

#[path = "given/record.rs"]
mod given;

use given::{
    ihc, implied, ish, of_tumor, prior, record, said, specimen, superseded, taken_by, with_word,
    word,
};
use her2_case::{
    Action, Amount, Assay, Comment, Context, Edition, Flag, Grade, Her2Category, Her2Result,
    Her2Status, Her2Word, Histology, Procedure, Record, RecordStatus, Remark, Retest, Site, Stain,
};
use her2_pathway::testing::{CaseFinding, EditionSource, OwnEdition, PatientRule, of_record};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 22);

fn found(record: &Record) -> CaseFinding {
    of_record(record, TODAY, None)
}

fn of(results: Vec<Her2Result>) -> CaseFinding {
    found(&record(vec![specimen(results)]))
}

#[test]
fn a_score_and_the_gene_test_of_one_specimen_belong_together() {
    let case = of(vec![ihc("2+", 1), ish("1.2", "2.4", 2)]);
    assert_eq!(case.specimens.len(), 1);
    assert_eq!(case.status(), Some(Her2Status::Negative));
    let decided = case.deciding().expect("a result");
    assert_eq!(decided.decision.her2_category(), Her2Category::Low);
    let places: Vec<_> = decided.decision.status().because().to_vec();
    assert!(
        places.contains(&given::at(1)) && places.contains(&given::at(2)),
        "{places:?}"
    );
    assert_eq!(case.patient_rule, PatientRule::Only);
}

#[test]
fn the_same_result_said_twice_is_one() {
    let again = of(vec![
        ihc("2+", 1),
        ish("1.2", "", 2),
        with_word(ihc("2+", 3), Her2Word::Equivocal, 3),
        with_word(ish("", "2.4", 4), Her2Word::NotAmplified, 4),
        word(Assay::Unspecified, Her2Word::Negative, 5),
    ]);
    assert_eq!(again.specimens.len(), 1);
    let decision = &again.specimens[0].decision;
    assert_eq!(decision.her2_status(), Her2Status::Negative);
    assert!(
        decision.ish_group().is_some(),
        "ratio and copies were said apart"
    );
}

#[test]
fn results_that_contradict_each_other_stay_apart() {
    let case = of(vec![ihc("1+", 1), ihc("3+", 2)]);
    assert_eq!(case.specimens.len(), 2);
    assert!(case.flags.contains(Flag::DiscordantSameTumour));
    assert_eq!(case.status(), Some(Her2Status::Positive));
    assert_eq!(case.patient_rule, PatientRule::AnyPositive);
    // The gene test goes with the score that asked for it.
    let case = of(vec![ihc("1+", 1), ihc("2+", 2), ish("1.2", "2.4", 3)]);
    assert_eq!(case.specimens.len(), 2);
    assert!(case.specimens[0].evidence.ish.is_none());
    assert!(case.specimens[1].evidence.ish.is_some());
    assert_eq!(case.patient_rule, PatientRule::Agree);
}

#[test]
fn what_was_replaced_and_what_is_rna_does_not_count() {
    let case = of(vec![superseded(ihc("3+", 1)), ihc("1+", 2)]);
    assert_eq!(case.specimens.len(), 1);
    assert_eq!(case.status(), Some(Her2Status::Negative));
    assert!(!case.flags.contains(Flag::DiscordantSameTumour));
    let rna = of(vec![word(Assay::Rtpcr, Her2Word::Positive, 1)]);
    assert!(rna.specimens.is_empty());
    assert_eq!(rna.status(), None);
    assert_eq!(rna.patient_rule, PatientRule::Nothing);
}

#[test]
fn a_pending_test_is_no_result_and_gives_way_to_one() {
    let case = of(vec![ihc("2+", 1), word(Assay::Ish, Her2Word::Pending, 2)]);
    assert_eq!(case.status(), Some(Her2Status::Equivocal));
    assert_eq!(case.specimens[0].signed, RecordStatus::Equivocal);
    let later = of(vec![
        ihc("2+", 1),
        word(Assay::Ish, Her2Word::Pending, 2),
        with_word(ish("2.9", "6.1", 3), Her2Word::Amplified, 3),
    ]);
    assert_eq!(later.specimens.len(), 1);
    assert_eq!(later.status(), Some(Her2Status::Positive));
    let only = of(vec![word(Assay::Unspecified, Her2Word::Pending, 1)]);
    assert_eq!(only.status(), Some(Her2Status::Pending));
    assert_eq!(only.specimens[0].signed, RecordStatus::Pending);
}

#[test]
fn this_report_comes_before_an_earlier_one() {
    // Amplified now, called negative on the core before.
    let case = of(vec![
        prior(word(Assay::Unspecified, Her2Word::Negative, 1)),
        with_word(ish("5.0", "", 2), Her2Word::Amplified, 2),
    ]);
    assert_eq!(case.status(), Some(Her2Status::Positive));
    assert_eq!(
        case.deciding().map(|found| found.context),
        Some(Context::Current)
    );
    assert!(case.flags.contains(Flag::DiscordantSameTumour));
    assert!(case.flags.contains(Flag::CopyNumberMissing));
    // An earlier result counts if it is the only one.
    let only = of(vec![prior(ihc("3+", 1))]);
    assert_eq!(only.status(), Some(Her2Status::Positive));
    assert_eq!(only.patient_rule, PatientRule::Prior);
    // While this report's own result is awaited, an earlier negative one does not stand for it; an earlier positive one is not missed.
    for (score, status) in [("1+", None), ("3+", Some(Her2Status::Positive))] {
        let mut waiting = record(vec![specimen(vec![prior(ihc(score, 1))])]);
        waiting.her2_status.0 = RecordStatus::Pending;
        let waiting = found(&waiting);
        assert_eq!(waiting.status(), status, "{score}");
    }
    // An earlier score does not stand for the tissue of the gene test.
    let apart = of(vec![prior(ihc("3+", 1)), ish("1.5", "4.5", 2)]);
    assert_eq!(apart.specimens.len(), 2);
    assert_eq!(apart.status(), Some(Her2Status::Pending));
}

#[test]
fn an_earlier_gene_test_settles_a_score_that_waits_for_one() {
    let earlier = || prior(word(Assay::Ish, Her2Word::NotAmplified, 2));
    let case = of(vec![ihc("2+", 1), earlier()]);
    assert_eq!(case.status(), Some(Her2Status::Negative));
    assert_eq!(case.patient_rule, PatientRule::EarlierGeneTest);
    // A word whose test is not named is no gene test, and a gene test of this report comes first.
    let word_only = of(vec![
        ihc("2+", 1),
        prior(word(Assay::Unspecified, Her2Word::Negative, 2)),
    ]);
    assert_eq!(word_only.status(), Some(Her2Status::Equivocal));
    // Nor does it replace one that is under way.
    let awaited = of(vec![
        ihc("2+", 1),
        word(Assay::Ish, Her2Word::Pending, 3),
        earlier(),
    ]);
    assert_ne!(awaited.status(), Some(Her2Status::Negative));
    assert_eq!(awaited.patient_rule, PatientRule::Only);
    let now = of(vec![ihc("2+", 1), ish("2.6", "5.9", 3), earlier()]);
    assert_eq!(now.status(), Some(Her2Status::Positive));
    assert_eq!(now.patient_rule, PatientRule::Only);
}

#[test]
fn what_is_only_implied_counts_last() {
    let case = of(vec![implied(word(
        Assay::Unspecified,
        Her2Word::Negative,
        1,
    ))]);
    assert_eq!(case.status(), Some(Her2Status::Negative));
    assert_eq!(case.patient_rule, PatientRule::Implied);
    assert_eq!(
        case.deciding().map(|found| found.decision.her2_category()),
        Some(Her2Category::UndeterminedNoIhc)
    );
    let named = of(vec![
        implied(word(Assay::Unspecified, Her2Word::Negative, 1)),
        prior(ihc("3+", 2)),
    ]);
    assert_eq!(named.status(), Some(Her2Status::Positive));
    assert!(!named.flags.contains(Flag::DiscordantSameTumour));
}

#[test]
fn tumours_that_the_report_tells_apart_are_never_pooled() {
    let case = of(vec![
        of_tumor(
            with_word(ish("1.2", "2.5", 10), Her2Word::NotAmplified, 10),
            1,
        ),
        of_tumor(
            with_word(ish("4.1", "8.5", 30), Her2Word::Amplified, 30),
            20,
        ),
        of_tumor(ihc("0", 50), 40),
    ]);
    assert_eq!(case.specimens.len(), 3);
    assert!(!case.flags.contains(Flag::DiscordantSameTumour));
    assert_eq!(case.patient, Some(1));
    assert_eq!(case.patient_rule, PatientRule::AnyPositive);
}

#[test]
fn primary_and_metastasis_are_both_kept() {
    let both = record(vec![
        taken_by(Procedure::Mastectomy, vec![ihc("3+", 1)]),
        taken_by(Procedure::Metastasis, vec![ihc("1+", 2)]),
    ]);
    let case = found(&both);
    assert_eq!(case.specimens.len(), 2);
    assert!(case.flags.contains(Flag::DiscordantPrimaryMetastasis));
    assert!(!case.flags.contains(Flag::DiscordantSameTumour));
    assert_eq!(case.patient_rule, PatientRule::Metastasis);
    assert_eq!(case.status(), Some(Her2Status::Negative));
}

#[test]
fn another_organ_and_carcinoma_in_situ_have_no_status() {
    let mut stomach = record(vec![specimen(vec![ihc("3+", 1)])]);
    stomach.site = Some(said(Site::Other, 9));
    let case = found(&stomach);
    assert_eq!(case.status(), Some(Her2Status::NotApplicable));
    assert!(case.flags.contains(Flag::SiteNotBreast));
    let mut in_situ = record(vec![specimen(vec![ihc("3+", 1)])]);
    in_situ.tumor.invasive = Some(said(false, 9));
    let case = found(&in_situ);
    assert_eq!(case.status(), Some(Her2Status::NotApplicable));
    assert!(case.flags.contains(Flag::NoInvasiveComponent));
}

#[test]
fn a_claimed_category_stands_for_its_staining() {
    let claimed = |category| {
        let mut zero = ihc("0", 1);
        zero.claimed_category = Some(said(category, 2));
        let case = of(vec![zero]);
        case.deciding().map(|found| found.decision.her2_category())
    };
    assert_eq!(
        claimed(Her2Category::Ultralow),
        Some(Her2Category::Ultralow)
    );
    assert_eq!(claimed(Her2Category::Null), Some(Her2Category::Null));
    assert_eq!(
        claimed(Her2Category::Low),
        Some(Her2Category::ZeroUnspecified)
    );
    let mut plus = ihc("0", 1);
    plus.score.as_mut().expect("a score").value.zero_plus = true;
    let case = of(vec![plus.clone()]);
    let category = |case: &CaseFinding| case.specimens[0].decision.her2_category();
    assert_eq!(category(&case), Her2Category::ZeroUnspecified);
    plus.stain = Some(said(Stain::FaintIncomplete, 2));
    assert_eq!(category(&of(vec![plus])), Her2Category::Ultralow);
}

#[test]
fn words_alone_give_a_status_and_no_category() {
    for (assay, said, status) in [
        (Assay::Ihc, Her2Word::Negative, Her2Status::Negative),
        (Assay::Ihc, Her2Word::NotOverexpressed, Her2Status::Negative),
        (Assay::Ihc, Her2Word::Overexpressed, Her2Status::Positive),
        (Assay::Ihc, Her2Word::WeaklyPositive, Her2Status::Equivocal),
        (
            Assay::Ihc,
            Her2Word::Indeterminate,
            Her2Status::Indeterminate,
        ),
        (Assay::Ish, Her2Word::Amplified, Her2Status::Positive),
        (Assay::Ish, Her2Word::Negative, Her2Status::Negative),
        (Assay::Unspecified, Her2Word::Positive, Her2Status::Positive),
        (
            Assay::Unspecified,
            Her2Word::NotAmplified,
            Her2Status::Negative,
        ),
    ] {
        let case = of(vec![word(assay, said, 1)]);
        assert_eq!(case.status(), Some(status), "{assay:?} {said:?}");
        let category = case.specimens[0].decision.her2_category();
        assert!(!matches!(
            category,
            Her2Category::Low | Her2Category::ZeroUnspecified
        ));
    }
}

#[test]
fn words_that_contradict_each_other_stay_apart_too() {
    let case = of(vec![
        word(Assay::Unspecified, Her2Word::Negative, 1),
        word(Assay::Unspecified, Her2Word::Positive, 2),
        word(Assay::Unspecified, Her2Word::Negative, 3),
    ]);
    assert_eq!(case.specimens.len(), 2);
    assert_eq!(case.status(), Some(Her2Status::Positive));
    assert!(case.flags.contains(Flag::DiscordantSameTumour));
}

#[test]
fn handling_outside_the_limits_is_stated_and_a_negative_result_confirmed() {
    let mut handled = record(vec![specimen(vec![ihc("1+", 1)])]);
    let hours = |text: &str| Some(said(Amount::Exactly(text.parse().expect("a decimal")), 5));
    for (text, outside) in [("5.9", true), ("6", false), ("72", false), ("72.1", true)] {
        handled.preanalytics.fixation_hours = hours(text);
        let case = found(&handled);
        assert_eq!(
            case.comments.contains(Comment::Preanalytic),
            outside,
            "{text}"
        );
        assert_eq!(
            case.actions.contains(Action::ConfirmNegative),
            outside,
            "{text}"
        );
        assert_eq!(case.status(), Some(Her2Status::Negative));
    }
    let of_2007 = |record: &Record| of_record(record, TODAY, Some(Edition("asco-cap-2007")));
    handled.preanalytics.fixation_hours = hours("60");
    assert!(of_2007(&handled).comments.contains(Comment::Preanalytic));
    let mut said_so = record(vec![specimen(vec![ihc("1+", 1)])]);
    said_so.remarks.push(said(Remark::HandlingNotMet, 6));
    let case = found(&said_so);
    assert!(case.comments.contains(Comment::Preanalytic));
    assert_eq!(case.handling.because(), [given::at(6)]);
    let mut positive = record(vec![specimen(vec![ihc("3+", 1)])]);
    positive.preanalytics.decalcified = Some(said(true, 5));
    let case = found(&positive);
    assert!(case.comments.contains(Comment::Preanalytic));
    assert!(!case.actions.contains(Action::ConfirmNegative));
}

#[test]
fn the_histology_may_ask_for_another_test() {
    let with = |score, procedure, grade, histology| {
        let mut record = record(vec![taken_by(procedure, vec![ihc(score, 1)])]);
        record.tumor.grade = Some(said(grade, 2));
        record.tumor.histology = Some(said(histology, 3));
        let case = found(&record);
        case.retest.first().and_then(|retest| retest.one())
    };
    use Histology::{Ductal, Tubular};
    use Procedure::{CoreBiopsy, Excision};
    assert_eq!(
        with("3+", Excision, Grade::One, Tubular),
        Some(Retest::Should)
    );
    assert_eq!(
        with("1+", CoreBiopsy, Grade::One, Tubular),
        Some(Retest::NotNeeded)
    );
    assert_eq!(
        with("1+", CoreBiopsy, Grade::Three, Ductal),
        Some(Retest::May)
    );
    assert_eq!(with("1+", Excision, Grade::Three, Ductal), None);
    assert_eq!(with("3+", CoreBiopsy, Grade::Three, Ductal), None);
    assert_eq!(with("2+", CoreBiopsy, Grade::Three, Ductal), None);
    // Without the receptors a ductal cancer of grade 1 is not settled.
    assert_eq!(with("3+", Excision, Grade::One, Ductal), None);
    let mut core = record(vec![taken_by(CoreBiopsy, vec![ihc("1+", 1)])]);
    core.tumor.grade = Some(said(Grade::Three, 2));
    let case = of_record(&core, TODAY, Some(Edition("asco-cap-2013")));
    assert_eq!(case.retest[0].one(), Some(Retest::Must));
}

#[test]
fn the_edition_is_chosen_or_in_force_and_the_others_stand_beside_it() {
    // Ratio 2.3 and 3.0 copies: positive in 2007 and 2013, group 2 today.
    let mut old = record(vec![specimen(vec![ihc("1+", 1), ish("2.3", "3.0", 2)])]);
    for (day, edition) in [
        (date(2026, 11, 22), "asco-cap-2018"),
        (date(2018, 6, 1), "asco-cap-2018"),
        (date(2018, 5, 1), "asco-cap-2013"),
        (date(2013, 11, 1), "asco-cap-2013"),
        (date(2013, 10, 31), "asco-cap-2007"),
        (date(2007, 1, 1), "asco-cap-2007"),
        (date(2001, 1, 1), "asco-cap-2007"),
    ] {
        let case = of_record(&old, day, None);
        assert_eq!(case.edition.0, edition, "{day}");
        assert_eq!(case.edition_source, EditionSource::InForce);
    }
    let case = found(&old);
    assert_eq!(case.status(), Some(Her2Status::Negative));
    assert!(case.comments.contains(Comment::Group2));
    let others: Vec<_> = (case.reinterpreted().iter())
        .map(|(edition, decision)| (edition.0, decision.her2_status()))
        .collect();
    assert_eq!(
        others,
        [
            ("asco-cap-2013", Her2Status::Positive),
            ("asco-cap-2007", Her2Status::Positive)
        ]
    );
    assert!(
        !case.flags.contains(Flag::EditionChange),
        "nobody knows which edition it followed"
    );
    old.date = Some(said(date(2014, 3, 1), 8));
    let case = found(&old);
    assert_eq!(
        case.own_edition,
        Some(OwnEdition::ByDate(Edition("asco-cap-2013")))
    );
    assert!(case.flags.contains(Flag::EditionChange));
    old.stated_edition = Some(said(2007, 9));
    assert_eq!(
        found(&old).own_edition,
        Some(OwnEdition::Stated(Edition("asco-cap-2007")))
    );
    old.stated_edition = Some(said(2023, 9));
    assert_eq!(
        found(&old).own_edition,
        Some(OwnEdition::Stated(Edition("asco-cap-2018")))
    );
    let chosen = of_record(&old, TODAY, Some(Edition("asco-cap-2007")));
    assert_eq!(chosen.edition_source, EditionSource::Chosen);
    assert_eq!(chosen.status(), Some(Her2Status::Positive));
}

#[test]
fn without_numbers_a_word_is_not_read_by_another_edition() {
    let case = of(vec![
        ihc("2+", 1),
        with_word(ish("1.4", "", 2), Her2Word::NotAmplified, 2),
    ]);
    assert_eq!(case.status(), Some(Her2Status::Negative));
    assert!(case.flags.contains(Flag::CopyNumberMissing));
    let by = |edition: &str| {
        let others = case.reinterpreted();
        let mut others = others.iter();
        let found = others
            .find(|(other, _)| other.0 == edition)
            .expect("an edition");
        found.1.her2_status()
    };
    assert_eq!(by("asco-cap-2013"), Her2Status::Pending);
    // In 2007 the ratio alone decided.
    assert_eq!(by("asco-cap-2007"), Her2Status::Negative);
}

#[test]
fn a_score_means_what_it_meant_when_it_was_signed() {
    let mut old = record(vec![specimen(vec![ihc("1+", 1)])]);
    let category = |record: &Record| found(record).specimens[0].decision.her2_category();
    assert_eq!(category(&old), Her2Category::Low);
    old.date = Some(said(date(2010, 5, 4), 8));
    assert_eq!(category(&old), Her2Category::UnresolvedZeroOrOne);
    old.stated_edition = Some(said(2013, 9));
    assert_eq!(category(&old), Her2Category::Low);
    // A quarter of the cells intense and complete was 2+ in 2007, and is no mistake of that report.
    let mut two = ihc("2+", 1);
    two.stain = Some(said(Stain::IntenseComplete, 2));
    two.percent = Some(said(Amount::Exactly("25".parse().expect("a decimal")), 3));
    let mut old = record(vec![specimen(vec![two])]);
    assert!(found(&old).flags.contains(Flag::ScorePatternMismatch));
    old.stated_edition = Some(said(2007, 9));
    assert!(!found(&old).flags.contains(Flag::ScorePatternMismatch));
}

#[test]
fn t5_debug_of_a_finding_shows_no_answer() {
    let case = of(vec![ihc("3+", 1), ish("1.2", "2.4", 2)]);
    let shown = format!(
        "{case:?} {:?} {:?}",
        case.specimens[0], case.specimens[0].decision
    );
    for answer in [
        "Positive", "POSITIVE", "3+", "1.2", "group", "Group", "Five", "Discord",
    ] {
        assert!(!shown.contains(answer), "{shown}");
    }
}
