//! Situations as they come: early and metastatic, well known and hardly known.

use her2_case::{
    Answered, CareCase, Decimal, Fact, Her2Category, HrStatus, Known, Line, MCategory,
    MedicineClass, NCategory, PriorOutcome, PriorTherapy, Question, Response, Setting, Sex,
    TCategory, Term, Timing,
};
use jiff::civil::{Date, date};

/// The day of the plans.
pub const TODAY: Date = date(2026, 11, 22);

fn therapy(classes: &[MedicineClass], setting: Setting, timing: Option<Timing>) -> PriorTherapy {
    let named = |class: &MedicineClass| (class.name().to_owned(), *class);
    PriorTherapy {
        medicines: classes.iter().map(named).collect(),
        setting: Some(setting),
        timing,
        started: Some(date(2023, 1, 9)),
        ended: Some(date(2024, 1, 9)),
        outcome: PriorOutcome::Completed,
    }
}

fn early(timing: Timing, t: TCategory, n: NCategory) -> CareCase {
    CareCase::default()
        .with_term(Her2Category::Positive)
        .with_term(Setting::Early)
        .with_term(timing)
        .with_term(t)
        .with_term(n)
        .with_term(MCategory::M0)
        .with_term(HrStatus::Positive)
        .with_term(Sex::Female)
        .with(Question::Pregnant, Known::yes_no(false))
        .with(Question::Age, Known::number(Decimal::whole(54)))
}

fn metastatic(category: Her2Category, line: Option<Line>) -> CareCase {
    let mut case = CareCase::default()
        .with_term(category)
        .with_term(Setting::Metastatic)
        .with_term(HrStatus::Negative);
    if let Some(line) = line {
        case = case.with_term(line);
    }
    case
}

/// The situations.
pub fn situations() -> Vec<CareCase> {
    let taxane_first = [MedicineClass::Taxane, MedicineClass::CombinedAntibodies];
    let mut residual = early(Timing::AfterNeoadjuvant, TCategory::T2, NCategory::N1)
        .with_term(Response::ResidualInvasive);
    let before = Some(Timing::BeforeSurgery);
    residual.prior = vec![therapy(&taxane_first, Setting::Early, before)];
    residual.prior_complete = Some(true);
    let mut second = metastatic(Her2Category::Positive, Some(Line::Second));
    second.prior = vec![
        therapy(&taxane_first, Setting::Early, before),
        therapy(&taxane_first, Setting::Metastatic, None),
    ];
    second.prior_complete = Some(true);
    let back = Answered::Recurrence.origin();
    second.recurrence = Some(Fact::new(date(2025, 3, 2), back));
    let mut low = metastatic(Her2Category::Low, Some(Line::Second)).with_term(HrStatus::Positive);
    let endocrine = [MedicineClass::Endocrine, MedicineClass::Cdk46Inhibitor];
    low.prior = vec![therapy(&endocrine, Setting::Metastatic, None)];
    vec![
        early(Timing::BeforeSurgery, TCategory::T2, NCategory::N1),
        early(Timing::AfterSurgery, TCategory::T1b, NCategory::N0),
        residual,
        metastatic(Her2Category::Positive, Some(Line::First)),
        second,
        low,
        metastatic(Her2Category::Ultralow, None),
        metastatic(Her2Category::Undetermined, None),
        CareCase::default().with_term(Her2Category::Positive),
        CareCase::default(),
    ]
}
