//! A situation gives a score, or what is missing for it, or why there is none.

use super::decimal;
use her2_case::{
    Amount, CareCase, Detection, Fact, Grade, Her2Category, HrStatus, Known, Menopause, NCategory,
    Question, Response, Setting, Sex, StageGroup, TCategory, Timing,
};
use her2_pathway::prognosis::{Added, Outcome, Prognosis, Refusal, Scored};
use her2_pathway::therapy::{Her2Given, Situation};
use jiff::civil::date;

fn prognosis(case: &CareCase) -> Prognosis {
    let her2 = Her2Given::of_answers(case);
    Prognosis::of(&Situation::of(&her2, case, date(2026, 11, 22)))
}

fn number(text: &str) -> Known {
    Known::number(decimal(text))
}

/// Person 2 of the worked cases, with every answer.
fn after_surgery() -> CareCase {
    CareCase::default()
        .with_term(Setting::Early)
        .with_term(Timing::AfterSurgery)
        .with_term(Sex::Female)
        .with_term(Menopause::Post)
        .with_term(Her2Category::Positive)
        .with_term(Grade::Two)
        .with_term(Detection::Symptoms)
        .with(Question::Age, number("50"))
        .with(Question::TumourSize, number("20"))
        .with(Question::PositiveNodes, number("2"))
        .with(Question::ErPositive, Known::yes_no(true))
        .with(Question::PrPositive, Known::yes_no(false))
        .with(Question::Ki67, number("10"))
        .with(Question::Smoker, Known::yes_no(true))
        .with(Question::HeartDose, number("4"))
}

fn after_systemic_therapy() -> CareCase {
    CareCase::default()
        .with_term(Setting::Early)
        .with_term(Timing::AfterNeoadjuvant)
        .with_term(StageGroup::Iib)
        .with(Question::ErPositive, Known::yes_no(false))
        .with(Question::NuclearGrade, Known::term(Grade::Three))
}

fn refusals<R>(scored: &Scored<R>) -> &[Refusal] {
    match scored.outcome() {
        Outcome::Refused(refusals) => refusals,
        _ => &[],
    }
}

fn asks<R>(scored: &Scored<R>) -> &[Question] {
    match scored.outcome() {
        Outcome::Asks(asks) => asks,
        _ => &[],
    }
}

#[test]
fn the_survival_of_a_situation_is_that_of_the_worked_case() {
    let of = prognosis(&after_surgery());
    let newest = &of.predict[0];
    assert_eq!(newest.score().id, "predict-v3-2");
    assert_eq!(newest.score().cite.to_string(), "predict-v30-r#benefits32");
    assert!(newest.assumes().is_empty() && newest.would_add().is_empty());
    let [_, third] = &newest.given().unwrap().stacks;
    let (added, alive): (Vec<_>, Vec<_>) = third
        .iter()
        .map(|step| (step.added.name(), step.survival.overall(10)))
        .unzip();
    assert_eq!(
        added,
        [
            "surgery",
            "radiotherapy",
            "hormone",
            "chemotherapy-third",
            "her2",
            "bisphosphonate",
            "hormone-extended"
        ]
    );
    let printed = [
        78.3972978596,
        81.4072706436,
        86.2456520215,
        89.6828583435,
        91.82099104,
        92.7321761577,
    ];
    for (ours, printed) in alive.iter().zip(printed) {
        assert!((ours - printed).abs() < 6e-11);
    }
    let older = of.predict[1].given().unwrap();
    assert!(
        older.stacks[0]
            .iter()
            .all(|step| step.added != Added::Radiotherapy)
    );
    assert_eq!(of.npi.given().unwrap().value().to_string(), "4.4");
}

#[test]
fn what_is_missing_is_asked_for_or_has_the_models_own_value() {
    let bare = CareCase::default()
        .with_term(Setting::Early)
        .with_term(Timing::AfterSurgery);
    let of = prognosis(&bare);
    for (question, in_both) in [
        (Question::Sex, true),
        (Question::Age, true),
        (Question::TumourSize, true),
        (Question::PositiveNodes, true),
        (Question::ErPositive, true),
        (Question::Smoker, false),
    ] {
        assert!(asks(&of.predict[0]).contains(&question), "{question:?}");
        assert_eq!(
            asks(&of.predict[1]).contains(&question),
            in_both,
            "{question:?}"
        );
    }
    for question in [
        Question::Grade,
        Question::Detection,
        Question::Her2Category,
        Question::Ki67,
    ] {
        assert!(of.predict[0].assumes().contains(&question), "{question:?}");
    }
    assert_eq!(
        of.predict[0].would_add(),
        [Question::HeartDose, Question::Menopause]
    );
    assert_eq!(
        asks(&of.npi),
        [
            Question::TumourSize,
            Question::Grade,
            Question::PositiveNodes
        ]
    );

    let mut case = after_surgery();
    for question in [
        Question::Grade,
        Question::Detection,
        Question::Her2Category,
        Question::Ki67,
        Question::PrPositive,
        Question::HeartDose,
    ] {
        case.forget(question);
    }
    let of = prognosis(&case);
    let given = of.predict[0].given().unwrap();
    let her2 = given
        .stacks
        .iter()
        .flatten()
        .any(|step| step.added == Added::Her2);
    assert!(
        !her2,
        "without a HER2 result no medicine against HER2 is told"
    );
    assert_eq!(of.predict[0].assumes().len(), 5);
}

#[test]
fn a_score_is_refused_to_those_it_was_not_made_for() {
    let case = after_surgery();
    for (case, why) in [
        (
            case.clone().with_term(Setting::Metastatic),
            Refusal::Metastatic,
        ),
        (case.clone().with_term(TCategory::Tis), Refusal::InSitu),
        (
            case.clone().with_term(Timing::AfterNeoadjuvant),
            Refusal::AfterSystemicTherapy,
        ),
        (
            case.clone().with_term(Timing::BeforeSurgery),
            Refusal::BeforeSurgery,
        ),
        (
            case.clone().with_term(Response::ResidualInvasive),
            Refusal::AfterSystemicTherapy,
        ),
        (case.clone().with_term(Sex::Male), Refusal::Male),
        (case.clone().with(Question::Age, number("24")), Refusal::Age),
        (case.clone().with(Question::Age, number("86")), Refusal::Age),
        (
            case.clone().with(Question::PositiveNodes, number("1.5")),
            Refusal::Nodes,
        ),
    ] {
        for scored in &prognosis(&case).predict {
            assert!(refusals(scored).contains(&why), "{why:?}");
            assert!(scored.given().is_none());
        }
    }
    let of = prognosis(&case);
    assert_eq!(refusals(&of.rcb), [Refusal::NotAfterSystemicTherapy]);
    assert_eq!(refusals(&of.cps_eg), [Refusal::NotAfterSystemicTherapy]);
}

#[test]
fn nodes_and_receptors_are_taken_from_what_implies_them() {
    let mut case = after_surgery().with_term(NCategory::N0);
    case.forget(Question::PositiveNodes);
    let of = prognosis(&case);
    assert_eq!(of.npi.given().unwrap().value().to_string(), "3.4");
    assert!(of.npi.uses().contains(&Question::NCategory));

    let one = after_surgery().with(Question::PositiveNodes, number("1"));
    let at = |case: &CareCase| {
        let of = prognosis(case);
        of.predict[0].given().unwrap().stacks[0][0]
            .survival
            .overall(10)
    };
    let none = after_surgery().with(Question::PositiveNodes, number("0"));
    let half = at(&one.clone().with_term(NCategory::N1mi));
    assert!(at(&one) < half && half < at(&none));
    let odd = prognosis(&none.with_term(NCategory::N1mi));
    assert_eq!(refusals(&odd.predict[0]), [Refusal::Micrometastasis]);

    let mut case = after_surgery().with_term(HrStatus::Negative);
    case.forget(Question::ErPositive);
    case.forget(Question::PrPositive);
    let of = prognosis(&case);
    let given = of.predict[0].given().unwrap();
    assert!(
        given.stacks[0]
            .iter()
            .all(|step| step.added != Added::Hormone)
    );
    assert!(!of.predict[0].assumes().contains(&Question::PrPositive));
}

#[test]
fn ki67_is_high_above_ten_percent_and_a_bound_may_decide_it() {
    let at = |known: Option<Known>| {
        let mut case = after_surgery();
        match known {
            Some(known) => case = case.with(Question::Ki67, known),
            None => case.forget(Question::Ki67),
        }
        let of = prognosis(&case);
        let own = of.predict[0].assumes().contains(&Question::Ki67);
        let alive = of.predict[0].given().unwrap().stacks[0][0]
            .survival
            .overall(10);
        (own, alive)
    };
    let (low, high, unknown) = (at(Some(number("10"))), at(Some(number("10.01"))), at(None));
    assert!(low.1 > unknown.1 && unknown.1 > high.1);
    let amount = |amount| at(Some(Known::Amount(amount)));
    assert_eq!(amount(Amount::Above(decimal("10"))), high);
    assert_eq!(amount(Amount::Below(decimal("10"))), low);
    assert_eq!(amount(Amount::Between(decimal("5"), decimal("10"))), low);
    assert_eq!(
        amount(Amount::Between(decimal("5"), decimal("15"))),
        unknown
    );
    assert_eq!(amount(Amount::AtLeast(decimal("10"))), unknown);
    assert!(unknown.0 && !low.0);
}

#[test]
fn late_recurrence_needs_menopause_receptor_and_five_years() {
    let case = after_surgery()
        .with_term(Her2Category::Low)
        .with_term(Timing::AfterSurgery)
        .with(Question::EndocrineYears, number("5"));
    assert!(prognosis(&case).cts5.given().is_some());
    for (case, why) in [
        (
            case.clone().with_term(Menopause::Pre),
            Refusal::BeforeMenopause,
        ),
        (
            case.clone()
                .with(Question::ErPositive, Known::yes_no(false)),
            Refusal::ReceptorNegative,
        ),
        (
            case.clone().with(Question::EndocrineYears, number("4.9")),
            Refusal::EndocrineTooShort,
        ),
        (
            case.clone()
                .with_term(Her2Category::Positive)
                .with(Question::HadEarlyChemotherapy, Known::yes_no(true)),
            Refusal::Her2WithChemotherapy,
        ),
    ] {
        assert_eq!(refusals(&prognosis(&case).cts5), [why]);
    }
    let positive = case.clone().with_term(Her2Category::Positive);
    assert_eq!(
        asks(&prognosis(&positive).cts5),
        [Question::HadEarlyChemotherapy]
    );
    let mut unknown = case;
    unknown.forget(Question::Her2Category);
    assert_eq!(asks(&prognosis(&unknown).cts5), [Question::Her2Category]);
}

#[test]
fn after_systemic_therapy_what_was_found_counts() {
    let case = after_systemic_therapy().with_term(Response::ResidualInvasive);
    let of = prognosis(&case);
    assert!(refusals(&of.npi).contains(&Refusal::AfterSystemicTherapy));
    assert_eq!(asks(&of.cps_eg), [Question::StageGroupAfter]);
    assert_eq!(asks(&of.rcb).len(), 6);
    let measured = case
        .with(Question::StageGroupAfter, Known::term(StageGroup::Iia))
        .with(Question::ResidualBedLength, number("20"))
        .with(Question::ResidualBedWidth, number("15"))
        .with(Question::ResidualCellularity, number("5"))
        .with(Question::ResidualInSitu, number("0"))
        .with(Question::ResidualNodes, number("0"));
    let of = prognosis(&measured);
    assert_eq!(of.rcb.given().unwrap().class(), "RCB-II");
    assert_eq!(of.cps_eg.given().unwrap().points(), 4);

    let gone = prognosis(&after_systemic_therapy().with_term(Response::Complete));
    assert_eq!(gone.rcb.given().unwrap().class(), "RCB-0");
    assert_eq!(gone.cps_eg.given().unwrap().points(), 3);
    assert!(gone.cps_eg.uses().contains(&Question::Response));
}

/// The score was made with anatomic stages: a prognostic stage, stated or looked up, never stands in for one.
#[test]
fn a_prognostic_stage_is_never_taken_for_an_anatomic_one() {
    let mut case = after_systemic_therapy()
        .with_term(Response::Complete)
        .with(Question::PrognosticStage, Known::term(StageGroup::Ib));
    case.forget(Question::StageGroup);
    let place = CareCase::origin_of(Question::PrognosticStage);
    case.prognostic_stage = Some(Fact::new(StageGroup::Ib, place));
    assert_eq!(asks(&prognosis(&case).cps_eg), [Question::StageGroup]);
}

#[test]
fn results_keep_the_numbers_of_people_out_of_debug() {
    let of = prognosis(&after_surgery());
    let shown = format!("{of:?}");
    for number in ["78.39", "4.4,", "value: 4", "overall"] {
        assert!(!shown.contains(number), "{number}");
    }
}
