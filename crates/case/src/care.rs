//! The care case: where somebody stands, what came before, and how the heart did, each fact with its origin.

use crate::care_answer::Answered;
use crate::{
    Amount, Decimal, Fact, Her2Category, Kind, LvefReading, Origin, PriorTherapy, Question,
    StageGroup, Term, TermSet,
};
use jiff::civil::Date;
use std::fmt;

/// What is known of a question of care: terms that are still possible, or an amount.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// One of these terms, one bit a term, by index.
    Terms(u64),
    /// This amount.
    Amount(Amount),
}

impl Known {
    /// This term.
    pub fn term<T: Term>(term: T) -> Self {
        Self::Terms(1 << term.index())
    }

    /// One of these terms.
    pub fn terms<T: Term>(terms: TermSet<T>) -> Self {
        Self::Terms(terms.bits())
    }

    /// The answer to a question of yes or no.
    pub fn yes_no(yes: bool) -> Self {
        Self::Terms(if yes { 0b10 } else { 0b01 })
    }

    /// This number.
    pub fn number(value: Decimal) -> Self {
        Self::Amount(Amount::Exactly(value))
    }

    /// Whether it answers a question of that kind, and says something.
    pub fn fits(self, question: Question) -> bool {
        match (self, question.kind()) {
            (Self::Terms(bits), Kind::Terms(names)) => bits != 0 && bits >> (names.len() - 1) <= 1,
            (Self::Amount(_), Kind::Number { .. }) => true,
            _ => false,
        }
    }

    /// Whether one answer is left.
    pub fn is_settled(self) -> bool {
        match self {
            Self::Terms(bits) => bits.is_power_of_two(),
            Self::Amount(amount) => amount.exact().is_some(),
        }
    }
}

/// `Debug` shows the kind alone: what is known is patient data.
impl fmt::Debug for Known {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Terms(_) => "Terms",
            Self::Amount(_) => "Amount",
        })
    }
}

/// What is known of a situation of care.
///
/// A question that is not answered is not known, and nothing follows from that. `Debug` shows counts only.
#[derive(Clone, Default)]
pub struct CareCase {
    /// Answers, sorted by question.
    answers: Vec<(Question, Fact<Known>)>,
    /// The therapies that were given, in any order.
    pub prior: Vec<PriorTherapy>,
    /// Whether that list is complete. Without `true` every count made of it is a lower bound.
    pub prior_complete: Option<bool>,
    /// Measured ejection fractions, in any order.
    pub lvef: Vec<LvefReading>,
    /// When the cancer came back.
    pub recurrence: Option<Fact<Date>>,
    /// When a medicine was started that is still given, by the name of the medicine.
    pub started: Vec<(String, Date)>,
    /// The prognostic stage as stated; never computed.
    pub prognostic_stage: Option<Fact<StageGroup>>,
}

impl CareCase {
    /// The questions that a case may answer. Whatever can be derived may also be given, and then counts.
    pub const QUESTIONS: &'static [Question] = &[
        Question::Setting,
        Question::Timing,
        Question::Line,
        Question::TCategory,
        Question::NCategory,
        Question::MCategory,
        Question::StageGroup,
        Question::HrStatus,
        Question::Grade,
        Question::Response,
        Question::NodesPositiveAfter,
        Question::InoperableAtDiagnosis,
        Question::HighRisk,
        Question::Menopause,
        Question::Sex,
        Question::Age,
        Question::Weight,
        Question::Pregnant,
        Question::Breastfeeding,
        Question::BrainMetastases,
        Question::ExtracranialStable,
        Question::NeurologicalSymptoms,
        Question::Oligometastatic,
        Question::GermlineBrca,
        Question::LungInflammation,
        Question::VisceralCrisis,
        Question::CompanionTest,
        Question::Her2RegimensMetastatic,
        Question::Her2Regimens,
        Question::ChemotherapyMetastatic,
        Question::EndocrineMetastatic,
        Question::HadEarlyHer2,
        Question::MonthsSinceEarlyHer2,
        Question::StoppedForToxicity,
        Question::HadEarlyChemotherapy,
        Question::MonthsSinceEarlyChemotherapy,
        Question::PriorTaxane,
        Question::PriorAnthracycline,
        Question::PriorHer2Antibody,
        Question::ProgressionOnHer2Antibody,
        Question::PriorDimerisationAntibody,
        Question::PriorAdcMicrotubule,
        Question::PriorAdcTopoisomerase,
        Question::PriorHer2KinaseInhibitor,
        Question::NeoadjuvantTaxane,
        Question::NeoadjuvantHer2Antibody,
        Question::Lvef,
        Question::LvefDrop,
        Question::LvefBelowLln,
        Question::LvefLocalLimit,
        Question::LvefImproved,
        Question::LvefGrade,
        Question::SymptomaticHeartFailure,
        Question::WeeksHeld,
        Question::TimesHeld,
        Question::TransaminaseUln,
        Question::BilirubinUln,
        Question::Platelets,
        Question::Neutrophils,
        Question::FebrileNeutropenia,
        Question::DiarrhoeaGrade,
        Question::AntidiarrhoealGiven,
        Question::ComplicatedDiarrhoea,
        Question::DiarrhoeaDays,
        Question::DiarrhoeaRecoveryDays,
        Question::IldGrade,
        Question::IldDays,
        Question::ErPositive,
        Question::PrPositive,
        Question::NottinghamTotal,
        Question::NuclearGrade,
        Question::Detection,
        Question::TumourSize,
        Question::PositiveNodes,
        Question::Ki67,
        Question::Smoker,
        Question::HeartDose,
        Question::EndocrineYears,
        Question::StageGroupAfter,
        Question::LowGenomicScore,
        Question::ResidualBedLength,
        Question::ResidualBedWidth,
        Question::ResidualCellularity,
        Question::ResidualInSitu,
        Question::ResidualNodes,
        Question::ResidualNodeSize,
    ];

    /// Whether a case may answer the question.
    pub fn may_answer(question: Question) -> bool {
        Self::QUESTIONS.contains(&question) || question == Question::Her2Category
    }

    /// Answers a question; a later answer replaces an earlier one. An answer of another kind than the question's is not taken.
    pub fn answer(&mut self, question: Question, fact: Fact<Known>) {
        if !fact.value.fits(question) {
            debug_assert!(false, "{} is answered with another kind", question.name());
            return;
        }
        match self.answers.binary_search_by_key(&question, |held| held.0) {
            Ok(at) => self.answers[at].1 = fact,
            Err(at) => self.answers.insert(at, (question, fact)),
        }
    }

    /// The same with the question answered by the person who asks.
    #[must_use]
    pub fn with(mut self, question: Question, known: Known) -> Self {
        let origin = Answered::Question(question).origin();
        self.answer(question, Fact::new(known, origin));
        self
    }

    /// The same with this term, given by the person who asks.
    #[must_use]
    pub fn with_term<T: Term>(self, term: T) -> Self {
        self.with(T::QUESTION, Known::term(term))
    }

    /// Forgets an answer.
    pub fn forget(&mut self, question: Question) {
        self.answers.retain(|held| held.0 != question);
    }

    /// The answer that was given, if there is one.
    pub fn answered(&self, question: Question) -> Option<&Fact<Known>> {
        let at = self.answers.binary_search_by_key(&question, |held| held.0);
        at.ok().map(|at| &self.answers[at].1)
    }

    /// Every answer that was given, in the order of the questions.
    pub fn answers(&self) -> impl Iterator<Item = (Question, &Fact<Known>)> {
        self.answers
            .iter()
            .map(|(question, fact)| (*question, fact))
    }

    /// The terms that were given.
    pub fn terms<T: Term>(&self) -> Option<TermSet<T>> {
        match self.answered(T::QUESTION)?.value {
            Known::Terms(bits) => Some(TermSet::from_bits(bits)),
            Known::Amount(_) => None,
        }
    }

    /// The term that was given, if it is one.
    pub fn term<T: Term>(&self) -> Option<T> {
        self.terms::<T>().and_then(TermSet::single)
    }

    /// The amount that was given.
    pub fn amount(&self, question: Question) -> Option<Amount> {
        match self.answered(question)?.value {
            Known::Amount(amount) => Some(amount),
            Known::Terms(_) => None,
        }
    }

    /// The answer that was given to a question of yes or no.
    pub fn yes(&self, question: Question) -> Option<bool> {
        match self.answered(question)?.value {
            Known::Terms(0b10) => Some(true),
            Known::Terms(0b01) => Some(false),
            _ => None,
        }
    }

    /// The HER2 category as stated by the person who asks.
    pub fn her2_category(&self) -> Option<Fact<TermSet<Her2Category>>> {
        let fact = self.answered(Question::Her2Category)?;
        let terms = self.terms::<Her2Category>()?;
        Some(fact.with(terms))
    }

    /// The newest ejection fraction measured on or before that day.
    pub fn lvef_on(&self, day: Date) -> Option<&LvefReading> {
        let until = self.lvef.iter().filter(|reading| reading.date <= day);
        until.max_by_key(|reading| reading.date)
    }

    /// The ejection fraction before treatment: the one marked so, else the newest on or before the start; without a start nothing.
    pub fn lvef_baseline(&self, start: Option<Date>) -> Option<&LvefReading> {
        let marked = self.lvef.iter().find(|reading| reading.baseline);
        marked.or_else(|| self.lvef_on(start?))
    }

    /// Where an answer to this question, given by the person who asks, is said to stand.
    pub fn origin_of(question: Question) -> Origin {
        Answered::Question(question).origin()
    }
}

impl fmt::Debug for CareCase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CareCase")
            .field("answers", &self.answers.len())
            .field("prior", &self.prior.len())
            .field("lvef", &self.lvef.len())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{LvefMethod, Setting};
    use jiff::civil::date;

    #[test]
    fn an_answer_replaces_an_earlier_one_and_can_be_forgotten() {
        let mut case = CareCase::default()
            .with_term(Setting::Early)
            .with(Question::Pregnant, Known::yes_no(false))
            .with_term(Setting::Metastatic);
        assert_eq!(case.term::<Setting>(), Some(Setting::Metastatic));
        assert_eq!(case.yes(Question::Pregnant), Some(false));
        assert_eq!(case.answers().count(), 2);
        case.forget(Question::Setting);
        assert!(case.answered(Question::Setting).is_none());
    }

    #[test]
    fn an_answer_fits_the_kind_of_its_question() {
        assert!(Known::yes_no(true).fits(Question::Pregnant));
        assert!(!Known::Terms(0b100).fits(Question::Pregnant));
        assert!(!Known::Terms(0).fits(Question::Pregnant));
        assert!(!Known::number(Decimal::ZERO).fits(Question::Pregnant));
        assert!(Known::number(Decimal::ZERO).fits(Question::Lvef));
        for (at, question) in CareCase::QUESTIONS.iter().enumerate() {
            assert!(!CareCase::QUESTIONS[..at].contains(question));
            if let Kind::Terms(names) = question.kind() {
                assert!(Known::Terms(1 << (names.len() - 1)).fits(*question));
                assert!(!Known::Terms(1 << names.len()).fits(*question));
            }
        }
    }

    #[test]
    fn the_newest_reading_counts_and_the_marked_one_is_the_baseline() {
        let reading = |day: Date, percent: u32, baseline: bool| LvefReading {
            date: day,
            percent: Decimal::whole(percent),
            method: Some(LvefMethod::Echo),
            baseline,
        };
        let mut case = CareCase::default();
        assert!(case.lvef_on(date(2026, 1, 1)).is_none());
        case.lvef = vec![
            reading(date(2026, 4, 1), 55, false),
            reading(date(2026, 1, 2), 62, false),
        ];
        let on = |case: &CareCase, day| case.lvef_on(day).map(|reading| reading.percent);
        assert_eq!(on(&case, date(2026, 3, 31)), Some(Decimal::whole(62)));
        assert_eq!(on(&case, date(2026, 4, 1)), Some(Decimal::whole(55)));
        assert!(case.lvef_baseline(None).is_none());
        let start = Some(date(2026, 1, 10));
        let of = |case: &CareCase| case.lvef_baseline(start).map(|reading| reading.percent);
        assert_eq!(of(&case), Some(Decimal::whole(62)));
        case.lvef.push(reading(date(2025, 12, 1), 64, true));
        assert_eq!(of(&case), Some(Decimal::whole(64)));
    }
}
