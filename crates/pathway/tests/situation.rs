//! What follows from what is known of a situation, and what does not.

use her2_case::{
    Amount, CareCase, Decimal, Fact, HrStatus, Known, Line, LvefMethod, LvefReading, MCategory,
    MedicineClass, Menopause, PriorOutcome, PriorTherapy, Question, Setting, Sex, Term, Timing,
};
use her2_pathway::therapy::{Her2Given, Situation};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 22);

fn of(case: &CareCase) -> Situation {
    Situation::of(&Her2Given::of_answers(case), case, TODAY)
}

fn number(text: &str) -> Decimal {
    text.parse().expect("a number")
}

fn therapy(classes: &[MedicineClass], setting: Setting) -> PriorTherapy {
    PriorTherapy {
        medicines: (classes.iter())
            .map(|class| (class.name().to_owned(), *class))
            .collect(),
        setting: Some(setting),
        timing: None,
        started: None,
        ended: None,
        outcome: PriorOutcome::Completed,
    }
}

fn listed(prior: Vec<PriorTherapy>, complete: Option<bool>) -> CareCase {
    let mut case = CareCase::default();
    case.prior = prior;
    case.prior_complete = complete;
    case
}

fn back_on(case: &mut CareCase, day: Date) {
    let origin = her2_case::Answered::Recurrence.origin();
    case.recurrence = Some(Fact::new(day, origin));
}

#[test]
fn nothing_follows_from_nothing() {
    let known = of(&CareCase::default());
    assert!(known.asked().is_empty());
    let denied = listed(vec![], Some(false));
    assert!(of(&denied).asked().is_empty());
}

#[test]
fn of_an_incomplete_list_counts_are_lower_bounds_and_nothing_is_denied() {
    let mut case = listed(
        vec![therapy(
            &[MedicineClass::Her2Antibody, MedicineClass::Taxane],
            Setting::Metastatic,
        )],
        None,
    );
    let one = Decimal::whole(1);
    let known = of(&case);
    assert_eq!(
        known.amount(Question::Her2RegimensMetastatic),
        Some(Amount::AtLeast(one))
    );
    assert_eq!(known.amount(Question::EndocrineMetastatic), None);
    assert_eq!(known.yes(Question::PriorTaxane), Some(true));
    assert_eq!(known.yes(Question::PriorAnthracycline), None);
    assert_eq!(known.yes(Question::HadEarlyHer2), None);
    case.prior_complete = Some(true);
    let known = of(&case);
    assert_eq!(
        known.amount(Question::Her2RegimensMetastatic),
        Some(Amount::Exactly(one))
    );
    assert_eq!(
        known.amount(Question::EndocrineMetastatic),
        Some(Amount::Exactly(Decimal::ZERO))
    );
    assert_eq!(known.yes(Question::PriorAnthracycline), Some(false));
    assert_eq!(known.yes(Question::HadEarlyHer2), Some(false));
}

#[test]
fn a_therapy_of_unknown_setting_counts_as_possible() {
    let mut unsaid = therapy(&[MedicineClass::Her2Antibody], Setting::Early);
    unsaid.setting = None;
    let case = listed(vec![unsaid], Some(true));
    let known = of(&case);
    let between = Amount::Between(Decimal::ZERO, Decimal::whole(1));
    assert_eq!(
        known.amount(Question::Her2RegimensMetastatic),
        Some(between)
    );
    assert_eq!(known.yes(Question::HadEarlyHer2), None);
    assert_eq!(known.yes(Question::PriorHer2Antibody), Some(true));
}

#[test]
fn a_conjugate_is_no_chemotherapy_and_both_antibodies_in_one_are_both() {
    let classes = [
        MedicineClass::AdcTopoisomerase,
        MedicineClass::CombinedAntibodies,
    ];
    let case = listed(vec![therapy(&classes, Setting::Metastatic)], Some(true));
    let known = of(&case);
    assert_eq!(
        known.amount(Question::ChemotherapyMetastatic),
        Some(Amount::Exactly(Decimal::ZERO))
    );
    assert_eq!(known.yes(Question::PriorHer2Antibody), Some(true));
    assert_eq!(known.yes(Question::PriorDimerisationAntibody), Some(true));
    assert_eq!(known.yes(Question::PriorAdcTopoisomerase), Some(true));
    assert_eq!(known.yes(Question::PriorAdcMicrotubule), Some(false));
}

#[test]
fn an_endocrine_line_counts_only_if_the_cancer_grew() {
    let with = |outcome| {
        let mut given = therapy(&[MedicineClass::Endocrine], Setting::Metastatic);
        given.outcome = outcome;
        let case = listed(vec![given], Some(true));
        of(&case).amount(Question::EndocrineMetastatic)
    };
    let (none, one) = (Decimal::ZERO, Decimal::whole(1));
    assert_eq!(with(PriorOutcome::Progressed), Some(Amount::Exactly(one)));
    assert_eq!(with(PriorOutcome::Ongoing), Some(Amount::Exactly(none)));
    assert_eq!(
        with(PriorOutcome::Unknown),
        Some(Amount::Between(none, one))
    );
}

fn months(ended: Option<Date>, back: Option<Date>, outcome: PriorOutcome) -> Option<Amount> {
    let mut given = therapy(&[MedicineClass::Her2Antibody], Setting::Early);
    given.ended = ended;
    given.outcome = outcome;
    let mut case = listed(vec![given], Some(true)).with_term(Setting::Metastatic);
    if let Some(day) = back {
        back_on(&mut case, day);
    }
    of(&case).amount(Question::MonthsSinceEarlyHer2)
}

#[test]
fn months_to_the_recurrence_are_whole_only_if_no_day_is_left() {
    let end = date(2025, 1, 10);
    let to = |back| months(Some(end), Some(back), PriorOutcome::Completed);
    let six = Decimal::whole(6);
    assert_eq!(to(date(2025, 7, 10)), Some(Amount::Exactly(six)));
    let after = to(date(2025, 7, 11))
        .and_then(Amount::exact)
        .expect("it is known");
    assert!(after > six && after < Decimal::whole(7), "{after}");
    let before = to(date(2025, 7, 9))
        .and_then(Amount::exact)
        .expect("it is known");
    assert!(before > Decimal::whole(5) && before < six, "{before}");
    let late = to(date(2026, 1, 9))
        .and_then(Amount::exact)
        .expect("it is known");
    assert!(late < Decimal::whole(12), "{late}");
    assert_eq!(
        to(date(2026, 1, 10)),
        Some(Amount::Exactly(Decimal::whole(12)))
    );
}

#[test]
fn a_recurrence_during_therapy_is_after_no_month() {
    let none = Some(Amount::Exactly(Decimal::ZERO));
    let end = date(2025, 1, 10);
    let day = |back| months(Some(end), Some(back), PriorOutcome::Completed);
    assert_eq!(day(end), none);
    assert_eq!(day(date(2024, 6, 1)), none);
    assert_eq!(months(None, None, PriorOutcome::Progressed), none);
    assert_eq!(months(None, None, PriorOutcome::Ongoing), none);
    assert_eq!(months(Some(end), None, PriorOutcome::Completed), None);
    assert_eq!(months(None, Some(end), PriorOutcome::Completed), None);
}

#[test]
fn the_last_of_several_therapies_counts_and_a_later_one_may_be_missing_from_the_list() {
    let ended = |day| {
        let mut given = therapy(&[MedicineClass::Her2Antibody], Setting::Early);
        given.ended = Some(day);
        given
    };
    let mut case = listed(
        vec![ended(date(2025, 1, 10)), ended(date(2024, 1, 10))],
        None,
    );
    back_on(&mut case, date(2026, 1, 10));
    let twelve = Decimal::whole(12);
    let found = |case: &CareCase| of(case).amount(Question::MonthsSinceEarlyHer2);
    assert_eq!(found(&case), Some(Amount::AtMost(twelve)));
    case.prior_complete = Some(true);
    assert_eq!(found(&case), Some(Amount::Exactly(twelve)));
}

#[test]
fn what_is_given_counts_before_what_is_derived() {
    let mut case = CareCase::default()
        .with(Question::Her2RegimensMetastatic, Known::number(number("2")))
        .with_term(Setting::Metastatic);
    case.prior_complete = Some(true);
    let known = of(&case);
    assert_eq!(
        known.amount(Question::Her2RegimensMetastatic),
        Some(Amount::Exactly(number("2")))
    );
    let given = known
        .known(Question::Her2RegimensMetastatic)
        .expect("it is known");
    let derived = known.known(Question::PriorTaxane).expect("it is known");
    assert!(!given.derived && derived.derived);
    assert_eq!(known.term::<Line>(), Some(Line::First));
}

#[test]
fn setting_line_and_spread_follow_from_each_other() {
    let early = of(&CareCase::default().with_term(Timing::BeforeSurgery));
    assert_eq!(early.term::<Setting>(), Some(Setting::Early));
    assert_eq!(early.term::<MCategory>(), Some(MCategory::M0));
    let metastatic = of(&CareCase::default().with_term(MCategory::M1));
    assert_eq!(metastatic.term::<Setting>(), Some(Setting::Metastatic));
    assert_eq!(metastatic.term::<Line>(), None);
    let both = CareCase::default()
        .with_term(Timing::BeforeSurgery)
        .with_term(Line::First);
    assert_eq!(of(&both).term::<Setting>(), None);
    let local = of(&CareCase::default().with_term(MCategory::M0));
    assert_eq!(local.term::<Setting>(), None);
    let mut later = CareCase::default().with_term(Setting::Metastatic);
    later.prior = vec![therapy(&[MedicineClass::Taxane], Setting::Metastatic)];
    let lines = of(&later).terms::<Line>().expect("it is known");
    assert!(!lines.contains(Line::First) && lines.contains(Line::Maintenance));
}

#[test]
fn before_the_first_line_nothing_was_given_for_metastatic_disease_unless_the_list_says_so() {
    let first = CareCase::default().with_term(Line::First);
    let none = Some(Amount::Exactly(Decimal::ZERO));
    let counts = |case: &CareCase| {
        let known = of(case);
        let questions = [
            Question::Her2RegimensMetastatic,
            Question::ChemotherapyMetastatic,
            Question::EndocrineMetastatic,
        ];
        questions.map(|question| known.amount(question))
    };
    assert_eq!(counts(&first), [none, none, None]);
    let mut listed = first.clone();
    listed.prior = vec![therapy(&[MedicineClass::Taxane], Setting::Metastatic)];
    let one = Some(Amount::AtLeast(Decimal::whole(1)));
    assert_eq!(counts(&listed), [none, one, None]);
    let second = CareCase::default().with_term(Line::Second);
    assert_eq!(counts(&second), [None, None, None]);
}

#[test]
fn who_cannot_be_pregnant_is_not_asked() {
    let male = of(&CareCase::default().with_term(Sex::Male));
    assert_eq!(male.yes(Question::Pregnant), Some(false));
    assert_eq!(male.yes(Question::Breastfeeding), Some(false));
    let after = of(&CareCase::default().with_term(Menopause::Post));
    assert_eq!(after.yes(Question::Pregnant), Some(false));
    assert_eq!(after.yes(Question::Breastfeeding), Some(false));
    let before = of(&CareCase::default()
        .with_term(Sex::Female)
        .with_term(Menopause::Pre)
        .with_term(HrStatus::Positive));
    assert_eq!(before.yes(Question::Pregnant), None);
}

#[test]
fn the_fall_of_the_ejection_fraction_is_counted_from_the_value_before_treatment() {
    let reading = |day, percent, baseline| LvefReading {
        date: day,
        percent: number(percent),
        method: Some(LvefMethod::Echo),
        baseline,
    };
    let mut case = {
        let mut case = CareCase::default();
        case.lvef = vec![
            reading(date(2026, 4, 2), "49.5", false),
            reading(date(2026, 1, 2), "62", false),
            reading(date(2027, 1, 2), "30", false),
        ];
        case
    };
    let drop = |case: &CareCase| of(case).amount(Question::LvefDrop);
    assert_eq!(
        of(&case).amount(Question::Lvef),
        Some(Amount::Exactly(number("49.5")))
    );
    assert_eq!(drop(&case), None);
    case.started = vec![("a medicine".to_owned(), date(2026, 1, 10))];
    assert_eq!(drop(&case), Some(Amount::Exactly(number("12.5"))));
    case.lvef.push(reading(date(2026, 1, 1), "45", true));
    assert_eq!(drop(&case), Some(Amount::Exactly(Decimal::ZERO)));
}

#[test]
fn a_measured_heart_counts_before_an_answer_without_a_day() {
    let reading = |day, percent, baseline| LvefReading {
        date: day,
        percent: number(percent),
        method: None,
        baseline,
    };
    let answered = CareCase::default().with(Question::Lvef, Known::number(number("60")));
    let lvef = |readings: Vec<LvefReading>| {
        let mut case = answered.clone();
        case.lvef = readings;
        of(&case).amount(Question::Lvef)
    };
    let exactly = |percent| Some(Amount::Exactly(number(percent)));
    assert_eq!(lvef(Vec::new()), exactly("60"));
    let fallen = reading(date(2026, 11, 10), "39", false);
    assert_eq!(lvef(vec![fallen]), exactly("39"));
    let later = reading(date(2026, 12, 10), "39", false);
    assert_eq!(lvef(vec![later]), exactly("60"));
    let before = reading(date(2026, 5, 25), "62", true);
    assert_eq!(lvef(vec![before]), exactly("60"));
    assert_eq!(lvef(vec![before, fallen]), exactly("39"));
}
