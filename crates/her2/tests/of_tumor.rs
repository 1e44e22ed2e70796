//! What a report says of the tumour for prognostic scores, and what it must not say.

use her2::CareInput;
use her2_case::{Amount, CareCase, Known, Question};

fn of_report(text: &str) -> CareCase {
    let reading = her2::read("report.txt", text.as_bytes());
    CareInput::of_record(reading.record()).case().clone()
}

fn exact(case: &CareCase, question: Question) -> Option<String> {
    let amount = case.amount(question)?;
    amount.exact().map(|value| value.to_string())
}

#[test]
fn size_and_nodes_are_those_of_surgery_that_came_first() {
    let case = of_report(
        "Left breast, mastectomy: Invasive ductal carcinoma, grade 2, 2.1 cm. Lymph nodes: 2 of 12 positive for metastatic carcinoma.\n\
         Pathologic stage: pT2 pN1a.\n\
         Estrogen receptor: positive (90%). Progesterone receptor: negative (0%). Ki-67: 25%.\n\
         HER2 by immunohistochemistry: positive (3+).",
    );
    assert_eq!(exact(&case, Question::TumourSize).as_deref(), Some("21"));
    assert_eq!(exact(&case, Question::PositiveNodes).as_deref(), Some("2"));
    assert_eq!(exact(&case, Question::Ki67).as_deref(), Some("25"));
    assert_eq!(case.yes(Question::ErPositive), Some(true));
    assert_eq!(case.yes(Question::PrPositive), Some(false));
    assert!(case.answered(Question::ResidualNodes).is_none());
}

#[test]
fn a_core_gives_no_size_of_the_tumour() {
    let case = of_report(
        "Left breast, core biopsy: Invasive ductal carcinoma, grade 2, 9 mm in the core.\n\
         ER: positive (90%). HER2 by immunohistochemistry: positive (3+).",
    );
    assert!(case.answered(Question::TumourSize).is_none());
    assert!(case.answered(Question::PositiveNodes).is_none());
}

#[test]
fn after_systemic_therapy_nodes_are_those_that_were_left() {
    let case = of_report(
        "Left breast, lumpectomy after neoadjuvant therapy: residual invasive ductal carcinoma, 1.2 cm. Lymph nodes: 1 of 3 positive for \
         metastatic carcinoma.\n\
         Pathologic stage: ypT1c ypN1a.\n\
         Estrogen receptor: negative (0%). HER2 by immunohistochemistry: positive (3+).",
    );
    assert!(case.answered(Question::TumourSize).is_none());
    assert!(case.answered(Question::PositiveNodes).is_none());
    assert_eq!(exact(&case, Question::ResidualNodes).as_deref(), Some("1"));
    let bound = Some(Known::Amount(Amount::Exactly(her2_case::Decimal::whole(1))));
    assert_eq!(
        case.answered(Question::ResidualNodes)
            .map(|fact| fact.value),
        bound
    );
}
