//! The section says what it is, on what it rests, and nothing that is not known.

use super::section;
use crate::page::{Page, Section};
use crate::words::Words;
use crate::writer::{Parts, Writer};
use crate::{TextStyle, html, page_json, text};
use her2_case::{
    CareCase, Decimal, Detection, Grade, Her2Category, Known, Menopause, Question, Response,
    Setting, Sex, StageGroup, Timing,
};
use her2_knowledge::prognosis::{cts5, npi, rcb, scores};
use her2_pathway::prognosis::{Added, Prognosis, Refusal};
use her2_pathway::therapy::{Her2Given, Situation};
use jiff::civil::date;

fn number(value: u32) -> Known {
    Known::number(Decimal::whole(value))
}

fn after_surgery() -> CareCase {
    CareCase::default()
        .with_term(Setting::Early)
        .with_term(Timing::AfterSurgery)
        .with_term(Sex::Female)
        .with_term(Menopause::Post)
        .with_term(Her2Category::Positive)
        .with_term(Grade::Two)
        .with_term(Detection::Symptoms)
        .with(Question::Age, number(50))
        .with(Question::TumourSize, number(20))
        .with(Question::PositiveNodes, number(2))
        .with(Question::ErPositive, Known::yes_no(true))
        .with(Question::PrPositive, Known::yes_no(false))
        .with(Question::Ki67, number(10))
        .with(Question::Smoker, Known::yes_no(true))
        .with(Question::HeartDose, number(4))
}

fn situation(case: &CareCase) -> Situation {
    Situation::of(&Her2Given::of_answers(case), case, date(2026, 11, 22))
}

fn page_of(write: impl FnOnce(&mut Writer<'_>) -> Section) -> Page {
    let mut writer = Writer::for_knowledge(Words::of("en").unwrap());
    let section = write(&mut writer);
    let label = writer.label("heading-sources");
    writer.page(Parts {
        title: label.clone(),
        lead: vec![],
        frame: vec![],
        sections: vec![section],
        quotes_heading: label,
        foot: vec![],
    })
}

fn page(case: &CareCase) -> Page {
    let known = situation(case);
    page_of(|writer| section(writer, &known, &Prognosis::of(&known)))
}

fn one_line(page: &Page) -> String {
    let text = text(page, TextStyle::default());
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn p8_research_use_is_said_in_every_rendering() {
    let page = page(&after_surgery());
    for shown in [one_line(&page), html(&page), page_json(&page)] {
        assert!(shown.contains("Research use only, not for treatment decisions."));
    }
}

#[test]
fn survival_is_told_step_by_step_with_its_source_and_its_limits() {
    let shown = one_line(&page(&after_surgery()));
    for words in [
        "PREDICT Breast (3.2)",
        "PREDICT Breast (2.2)",
        "78.4 % alive",
        "+ trastuzumab",
        "91.8",
        "86.1",
        "+3.0",
        "page prognosis/predict-v3-2",
        "2022 University of Cambridge",
        "The calendar year is fixed at 2017",
        "Nottingham Prognostic Index (1992)",
        "4.4: moderate",
        "Only for surgery that followed systemic therapy.",
        "Needs: Years of endocrine therapy without recurrence",
    ] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    assert!(!shown.contains('\u{27e8}'), "a message is missing: {shown}");
}

#[test]
fn without_a_her2_result_no_medicine_against_her2_stands_there() {
    let mut case = after_surgery();
    case.forget(Question::Her2Category);
    case.forget(Question::HeartDose);
    let shown = one_line(&page(&case));
    assert!(!shown.contains("+ trastuzumab") && !shown.contains("+ radiation"));
    assert!(shown.contains("the score's own value"));
    assert!(shown.contains("Would add rows"));
}

#[test]
fn what_is_not_confirmed_carries_its_mark() {
    let case = CareCase::default()
        .with_term(Setting::Early)
        .with_term(Timing::AfterNeoadjuvant)
        .with_term(Response::Complete)
        .with_term(StageGroup::Iib)
        .with(Question::ErPositive, Known::yes_no(false))
        .with(Question::NuclearGrade, Known::term(Grade::Three));
    let shown = one_line(&page(&case));
    assert!(shown.contains("0.000: RCB-0"), "{shown}");
    assert!(shown.contains("3 of 6 points"));
    assert!(shown.contains("to verify"));
    assert!(shown.contains("Not after systemic therapy that came before surgery."));
}

#[test]
fn nothing_known_gives_no_number_and_says_what_is_needed() {
    let shown = one_line(&page(&CareCase::default()));
    assert!(shown.contains("No score can be given with what is known."));
    assert!(shown.contains("Needs: "));
    assert!(!shown.contains("% alive"));
}

#[test]
fn programs_get_every_year_and_what_is_not_given() {
    let known = situation(&after_surgery());
    let value = super::json(&Prognosis::of(&known), Words::of("en").unwrap());
    assert_eq!(value["use"], "research");
    let newest = &value["scores"][0];
    assert_eq!(newest["id"], "predict-v3-2");
    let alone = &newest["result"]["stacks"][1][0];
    assert_eq!(alone["added"], "surgery");
    assert_eq!(alone["alive"][9], 78.3973);
    assert_eq!(alone["alive"].as_array().unwrap().len(), 15);
    assert_eq!(value["scores"][2]["result"]["value"], "4.4");
    assert_eq!(
        value["scores"][4]["refused"][0],
        "not-after-systemic-therapy"
    );
    assert_eq!(
        value["scores"][3]["asks"]["questions"][0],
        "endocrine-years"
    );
}

#[test]
fn k8_every_class_step_and_refusal_has_words_in_every_language() {
    let classes = [npi().classes, cts5().classes, rcb().classes];
    let classes = classes.into_iter().flatten().map(|band| band.gives);
    let mut keys: Vec<String> = classes
        .map(|class| format!("prognosis-class-{class}"))
        .collect();
    keys.extend(Added::NAMES.map(|name| format!("prognosis-step-{name}")));
    keys.extend(
        Refusal::ALL
            .iter()
            .map(|of| format!("prognosis-refusal-{}", of.name())),
    );
    for lang in her2_knowledge::languages() {
        let words = Words::of(lang).unwrap();
        for key in &keys {
            assert!(words.has(key), "{lang}: {key} is missing");
        }
        for question in [
            Question::ErPositive,
            Question::PrPositive,
            Question::NottinghamTotal,
        ] {
            assert!(words.ask(question).is_some() && words.help(question).is_some());
        }
    }
    assert_eq!(scores().count(), 6);
}
