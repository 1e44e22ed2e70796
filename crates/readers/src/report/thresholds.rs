//! What a percentage or a score means, asked of the knowledge pages: no bound stands here.

use her2_case::{Amount, Decimal, Grade, Question, ReceptorStatus};
use her2_knowledge::reading::{ALLRED_STATUS, GRADE_OF_TOTAL, RECEPTOR_STATUS};
use her2_pages::Asked;

/// The status that a percentage of stained nuclei states: of a bound or a range the highest it allows.
pub fn receptor_status(percent: Amount) -> ReceptorStatus {
    let asked = Asked::new(Question::ReceptorPercent, percent, None);
    let answers = RECEPTOR_STATUS.decide(&[asked]).answers();
    let highest = [ReceptorStatus::Positive, ReceptorStatus::LowPositive];
    highest
        .into_iter()
        .find(|status| answers.contains(*status))
        .unwrap_or(ReceptorStatus::Negative)
}

/// The status that a percentage settles; none where a bound or a range allows several.
pub fn settled_receptor_status(percent: Amount) -> Option<ReceptorStatus> {
    let asked = Asked::new(Question::ReceptorPercent, percent, None);
    RECEPTOR_STATUS.decide(&[asked]).answers().single()
}

/// The status that an Allred total states.
pub fn allred_status(total: u32) -> ReceptorStatus {
    let asked = Asked::new(Question::AllredTotal, exactly(total), None);
    let answers = ALLRED_STATUS.decide(&[asked]).answers();
    answers.single().unwrap_or(ReceptorStatus::Negative)
}

/// The grade of a total of three partial scores, if it can be one.
pub fn grade_of_total(total: u32) -> Option<Grade> {
    let possible = (3..=9).contains(&total);
    let asked = Asked::new(Question::NottinghamTotal, exactly(total), None);
    let answers = GRADE_OF_TOTAL.decide(&[asked]).answers();
    answers.single().filter(|_| possible)
}

fn exactly(value: u32) -> Amount {
    Amount::Exactly(Decimal::whole(value))
}
