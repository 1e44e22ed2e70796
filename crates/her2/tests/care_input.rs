//! Cases of care as they are given: JSON, single answers, records, and all of them together.

use her2::CareInput;
use her2_case::{
    Amount, HrStatus, LvefMethod, MedicineClass, NCategory, PriorOutcome, Question, Response,
    Setting, StageGroup, TCategory, Term, Timing,
};
use jiff::civil::date;

fn read(json: &str) -> CareInput {
    CareInput::read(json.as_bytes()).expect("a case")
}

fn refused(json: &str) -> String {
    let error = CareInput::read(json.as_bytes()).expect_err("no case");
    error.to_string()
}

fn of_report(text: &str) -> CareInput {
    CareInput::of_record(her2::read("report.txt", text.as_bytes()).record())
}

#[test]
fn every_kind_of_key_is_read() {
    let input = read(
        r#"{"id":"x","as_of":"2026-11-22","setting":"metastatic","line":"first","hr-status":"positive","t-category":["T2","T3"],
            "pregnant":false,"companion-test":"yes","weight":70.5,"age":"61","her2-regimens":">=1","prior-complete":true,
            "prior":[{"medicines":["her2-antibody","taxane"],"setting":"early","timing":"before-surgery","start":"2024-01-05","end":"2025-01-10","outcome":"completed"}],
            "lvef":[{"date":"2026-01-02","percent":"62","method":"echo"}],"lvef-baseline":{"date":"2025-12-01","percent":63.5},
            "recurrence":"2026-05-01","started":{"her2-antibody":"2026-01-10"},"prognostic-stage":"IB"}"#,
    );
    let case = input.case();
    assert_eq!(input.as_of(), Some(date(2026, 11, 22)));
    assert_eq!(case.term(), Some(Setting::Metastatic));
    assert_eq!(case.term(), Some(HrStatus::Positive));
    assert_eq!(case.terms::<TCategory>().map(|set| set.len()), Some(2));
    assert_eq!(case.yes(Question::Pregnant), Some(false));
    assert_eq!(case.yes(Question::CompanionTest), Some(true));
    let exact = |question| case.amount(question).map(|amount| amount.to_string());
    assert_eq!(exact(Question::Weight).as_deref(), Some("70.5"));
    assert_eq!(exact(Question::Age).as_deref(), Some("61"));
    assert!(matches!(
        case.amount(Question::Her2Regimens),
        Some(Amount::AtLeast(_))
    ));
    let prior = &case.prior[0];
    assert_eq!(prior.medicines[1].1, MedicineClass::Taxane);
    assert_eq!(prior.timing, Some(Timing::BeforeSurgery));
    assert_eq!(prior.ended, Some(date(2025, 1, 10)));
    assert_eq!(prior.outcome, PriorOutcome::Completed);
    assert_eq!(case.prior_complete, Some(true));
    assert_eq!(case.lvef.len(), 2);
    assert_eq!(case.lvef[0].method, Some(LvefMethod::Echo));
    assert!(case.lvef[1].baseline && !case.lvef[0].baseline);
    assert_eq!(case.started.len(), 1);
    let stated = case.prognostic_stage.map(|fact| fact.value);
    assert_eq!(stated, Some(StageGroup::Ib));
}

#[test]
fn what_is_not_understood_is_refused_by_its_key_and_never_repeats_a_value() {
    for (json, expected) in [
        (r#"{"seting":"early"}"#, "is `setting` meant"),
        (
            r#"{"setting":"Mrs Doe"}"#,
            "`setting` must be one of: early",
        ),
        (
            r#"{"weight":"Mrs Doe"}"#,
            "`weight` must be a number without a unit",
        ),
        (r#"{"weight":-1}"#, "`weight`"),
        (r#"{"pregnant":1}"#, "`pregnant`"),
        (r#"{"recurrence":"Mrs Doe"}"#, "`recurrence` is no day"),
        (r#"{"prior":[{"medicines":["Mrs Doe"]}]}"#, "`prior` 1"),
        (r#"{"prior":[{"setting":"early"}]}"#, "has no medicines"),
        (
            r#"{"prior":[{"medicine":["taxane"]}]}"#,
            "`medicines` meant",
        ),
        (
            r#"{"prior":[{"medicines":["taxane"],"start":"2026-02-01","end":"2026-01-01"}]}"#,
            "ends before it starts",
        ),
        (r#"{"lvef":[{"percent":"62"}]}"#, "needs `date`"),
        (
            r#"{"lvef":[{"date":"2026-01-02","percent":"620"}]}"#,
            "no percentage",
        ),
        (
            r#"{"her2":{"ihc":{"score":"Mrs Doe"}}}"#,
            "`her2`: `ihc.score`",
        ),
        (r#"{"setting":"early","setting":"early"}"#, "a key twice"),
        (r#"{"listing":"preferred"}"#, "unknown key"),
        (r#"{"Mrs Doe":"1"}"#, "unknown key"),
        (r#"[]"#, "no JSON object"),
        ("", "no JSON object"),
    ] {
        let message = refused(json);
        assert!(message.contains(expected), "{json}: {message}");
        assert!(!message.contains("Doe"), "{message}");
    }
}

#[test]
fn a_category_may_be_written_as_in_a_record_but_not_as_one_after_treatment() {
    let of = |text: &str| {
        let input = read(&format!(r#"{{"t-category":"{text}"}}"#));
        let set = input.case().terms::<TCategory>();
        set.map(|set| set.iter().map(Term::name).collect::<Vec<_>>())
    };
    assert_eq!(of("cT2"), Some(vec!["T2"]));
    assert_eq!(of("T1").map(|set| set.len()), Some(4));
    assert!(refused(r#"{"t-category":"ypT2"}"#).contains("t-category"));
    assert!(refused(r#"{"n-category":"NX"}"#).contains("n-category"));
}

#[test]
fn an_answer_that_is_typed_counts_before_what_was_read() {
    let mut input = of_report(
        "SURGICAL PATHOLOGY. Left breast, mastectomy: invasive ductal carcinoma, grade 3. ER positive (90%), PR negative.\nPathologic stage: pT2 pN1a(sn)\n",
    );
    assert_eq!(input.case().term(), Some(TCategory::T2));
    assert_eq!(input.case().term(), Some(NCategory::N1));
    assert_eq!(input.case().term(), Some(HrStatus::Positive));
    assert_eq!(input.case().term(), Some(Timing::AfterSurgery));
    input.answer("t-category", "T3").expect("an answer");
    input.answer("weight", "70").expect("an answer");
    assert_eq!(input.case().term(), Some(TCategory::T3));
    input.join(read(r#"{"t-category":"T1c","n-category":"N0"}"#));
    assert_eq!(input.case().term(), Some(TCategory::T1c));
    assert_eq!(input.case().term(), Some(NCategory::N0));
    assert_eq!(input.case().term(), Some(HrStatus::Positive));
    assert!(input.answer("t-category", "big").is_err());
    assert!(input.answer("prior", "[]").is_err());
}

#[test]
fn categories_after_treatment_are_a_response_and_a_size_is_no_category() {
    let after = of_report(
        "SURGICAL PATHOLOGY. Left breast, mastectomy after neoadjuvant therapy: residual invasive ductal carcinoma, 12 mm.\nStage: ypT1c ypN0\n",
    );
    assert_eq!(after.case().term(), Some(Response::ResidualInvasive));
    assert_eq!(after.case().term(), Some(Timing::AfterNeoadjuvant));
    assert_eq!(after.case().yes(Question::NodesPositiveAfter), Some(false));
    assert_eq!(after.case().terms::<TCategory>(), None);
    let size = of_report(
        "SURGICAL PATHOLOGY. Left breast, excision: invasive ductal carcinoma, 25 mm in greatest dimension. Grade 2.",
    );
    assert_eq!(size.case().terms::<TCategory>(), None);
}

#[test]
fn a_receptor_alone_that_is_negative_says_nothing_of_both() {
    let one = of_report(
        "SURGICAL PATHOLOGY. Left breast, core biopsy: invasive ductal carcinoma. ER: negative (0%).",
    );
    assert_eq!(one.case().terms::<HrStatus>(), None);
    let both = of_report(
        "SURGICAL PATHOLOGY. Left breast, core biopsy: invasive ductal carcinoma. ER: negative (0%). PR: negative (0%).",
    );
    assert_eq!(both.case().term(), Some(HrStatus::Negative));
}

#[test]
fn a_distant_metastasis_makes_the_setting_metastatic() {
    let liver = of_report(
        "SURGICAL PATHOLOGY. Liver, core biopsy: metastatic carcinoma, consistent with breast primary. HER2 IHC: 3+ (positive).",
    );
    assert_eq!(liver.case().term(), Some(Setting::Metastatic));
}

#[test]
fn a_therapy_with_a_step_of_early_disease_was_given_for_early_disease() {
    let setting = |json: &str| read(json).case().prior[0].setting;
    let early = r#"{"prior":[{"medicines":["taxane"],"timing":"before-surgery"}]}"#;
    assert_eq!(setting(early), Some(Setting::Early));
    assert_eq!(setting(r#"{"prior":[{"medicines":["taxane"]}]}"#), None);
}

#[test]
fn a_medicine_is_known_by_every_name_it_has() {
    for drug in her2_knowledge::drugs() {
        let names = [drug.id, drug.inn].into_iter();
        for name in names.chain(drug.brands.iter().copied()) {
            let json = format!(
                r#"{{"prior":[{{"medicines":["{}"]}}],"started":{{"{name}":"2026-01-10"}}}}"#,
                name.to_uppercase()
            );
            let input = CareInput::read(json.as_bytes());
            let input = input
                .or_else(|_| CareInput::read(json.replace(&name.to_uppercase(), name).as_bytes()));
            let input = input.unwrap_or_else(|error| panic!("{name}: {error}"));
            let class = input.case().prior[0].medicines[0].1;
            assert_eq!(class, drug.class, "{name}");
        }
    }
    for partners in her2_knowledge::partners() {
        for medicine in partners.medicines {
            let input = read(&format!(
                r#"{{"prior":[{{"medicines":["{}"]}}]}}"#,
                medicine.inn
            ));
            assert_eq!(input.case().prior[0].medicines[0].1, partners.class);
        }
    }
}
