//! Reads what a score needs from a situation, and keeps what was used, what is missing, and what speaks against the score.

use super::Refusal;
use crate::therapy::Situation;
use her2_case::{
    Amount, Decimal, Her2Category, HrStatus, Known, MCategory, Menopause, NCategory, Question,
    Response, Setting, Sex, TCategory, Term, Timing,
};
use std::cmp::Ordering;

/// What a score has looked at so far.
pub(super) struct Reader<'a> {
    known: &'a Situation,
    /// Questions whose answers were used.
    pub uses: Vec<Question>,
    /// Questions without an answer, for which the score has a value of its own.
    pub assumes: Vec<Question>,
    /// Questions without an answer, without which there is no score.
    pub asks: Vec<Question>,
    /// What speaks against the score.
    pub against: Vec<Refusal>,
}

fn add<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

impl<'a> Reader<'a> {
    pub fn of(known: &'a Situation) -> Self {
        Self {
            known,
            uses: Vec::new(),
            assumes: Vec::new(),
            asks: Vec::new(),
            against: Vec::new(),
        }
    }

    /// Uses an answer, or asks for it.
    fn need<T>(&mut self, question: Question, answer: Option<T>) -> Option<T> {
        let list = match answer {
            Some(_) => &mut self.uses,
            None => &mut self.asks,
        };
        add(list, question);
        answer
    }

    /// Uses an answer, or tells that the score's own value stands in for it.
    fn or_own<T>(&mut self, question: Question, answer: Option<T>) -> Option<T> {
        let list = match answer {
            Some(_) => &mut self.uses,
            None => &mut self.assumes,
        };
        add(list, question);
        answer
    }

    pub fn against(&mut self, holds: bool, why: Refusal) {
        if holds {
            add(&mut self.against, why);
        }
    }

    pub fn term<T: Term>(&mut self) -> Option<T> {
        self.need(T::QUESTION, self.known.term())
    }

    pub fn maybe_term<T: Term>(&mut self) -> Option<T> {
        self.or_own(T::QUESTION, self.known.term())
    }

    /// A term of another question than the one the terms are named by.
    pub fn term_of<T: Term>(&mut self, question: Question) -> Option<T> {
        self.need(question, self.only(question))
    }

    /// The only term that is left, without asking for it.
    pub fn only<T: Term>(&self, question: Question) -> Option<T> {
        match self.known.known(question)?.known {
            Known::Terms(bits) => her2_case::TermSet::from_bits(bits).single(),
            Known::Amount(_) => None,
        }
    }

    pub fn used(&mut self, question: Question) {
        add(&mut self.uses, question);
    }

    pub fn yes(&mut self, question: Question) -> Option<bool> {
        self.need(question, self.known.yes(question))
    }

    pub fn maybe_yes(&mut self, question: Question) -> Option<bool> {
        self.or_own(question, self.known.yes(question))
    }

    fn exact(&self, question: Question) -> Option<Decimal> {
        self.known.amount(question)?.exact()
    }

    pub fn number(&mut self, question: Question) -> Option<Decimal> {
        self.need(question, self.exact(question))
    }

    /// Whether an amount lies above a bound, if that can be told.
    pub fn maybe_above(&mut self, question: Question, bound: Decimal) -> Option<bool> {
        let above = self.known.amount(question).and_then(|amount| match amount {
            Amount::Exactly(value) => Some(value > bound),
            Amount::Above(value) if value >= bound => Some(true),
            Amount::AtLeast(value) if value > bound => Some(true),
            Amount::Below(value) | Amount::AtMost(value) if value <= bound => Some(false),
            Amount::Between(low, high) => match (low.cmp(&bound), high.cmp(&bound)) {
                (Ordering::Greater, _) => Some(true),
                (_, Ordering::Less | Ordering::Equal) => Some(false),
                _ => None,
            },
            _ => None,
        });
        self.or_own(question, above)
    }

    /// A whole number of nodes.
    pub fn count(&mut self, question: Question) -> Option<u32> {
        let number = self.number(question)?;
        let whole = number.to_whole();
        self.against(whole.is_none(), Refusal::Nodes);
        whole
    }

    /// Nodes with cancer at surgery that came first; free nodes as a category are none.
    pub fn nodes(&mut self) -> Option<u32> {
        let counted = self.exact(Question::PositiveNodes).is_some();
        let category = self.known.term::<NCategory>();
        if !counted && category == Some(NCategory::N0) {
            self.used(Question::NCategory);
            return Some(0);
        }
        let nodes = self.count(Question::PositiveNodes)?;
        self.against(
            nodes == 0 && category == Some(NCategory::N1mi),
            Refusal::Micrometastasis,
        );
        Some(nodes)
    }

    /// Whether one node with a micrometastasis alone is all there is.
    pub fn micrometastasis(&mut self, nodes: u32) -> bool {
        let alone = nodes == 1 && self.known.term() == Some(NCategory::N1mi);
        if alone {
            self.used(Question::NCategory);
        }
        alone
    }

    /// The oestrogen receptor; negative too where both receptors together are.
    pub fn oestrogen(&mut self) -> Option<bool> {
        let together = self.known.term::<HrStatus>();
        if self.known.yes(Question::ErPositive).is_none() && together == Some(HrStatus::Negative) {
            self.used(Question::HrStatus);
            return Some(false);
        }
        self.yes(Question::ErPositive)
    }

    /// The progesterone receptor, the same way.
    pub fn progesterone(&mut self) -> Option<bool> {
        let together = self.known.term::<HrStatus>();
        if self.known.yes(Question::PrPositive).is_none() && together == Some(HrStatus::Negative) {
            self.used(Question::HrStatus);
            return Some(false);
        }
        self.maybe_yes(Question::PrPositive)
    }

    fn her2(&self) -> Option<bool> {
        let known = self.known.terms::<Her2Category>()?;
        let mut told = known.iter().map(|category| match category {
            Her2Category::Positive => Some(true),
            Her2Category::Low
            | Her2Category::Ultralow
            | Her2Category::Null
            | Her2Category::ZeroUnspecified
            | Her2Category::UnresolvedZeroOrOne
            | Her2Category::UndeterminedNoIhc => Some(false),
            Her2Category::Undetermined | Her2Category::NotApplicable => None,
        });
        let first = told.next()??;
        told.all(|other| other == Some(first)).then_some(first)
    }

    /// Whether HER2 is positive, if that is decided.
    pub fn maybe_her2(&mut self) -> Option<bool> {
        let her2 = self.her2();
        self.or_own(Question::Her2Category, her2)
    }

    pub fn needed_her2(&mut self) -> Option<bool> {
        let her2 = self.her2();
        self.need(Question::Her2Category, her2)
    }

    /// Invasive cancer without distant metastasis.
    pub fn early(&mut self) {
        let setting = self.term::<Setting>();
        let spread = self.known.term() == Some(MCategory::M1);
        self.against(
            setting == Some(Setting::Metastatic) || spread,
            Refusal::Metastatic,
        );
        let t = self.known.term::<TCategory>();
        let none = matches!(t, Some(TCategory::Tis | TCategory::T0));
        let treated = self.known.term() == Some(Timing::AfterNeoadjuvant);
        self.against(none && !treated, Refusal::InSitu);
    }

    /// Early disease after surgery that came first. `later` tells whether therapy after surgery may be finished.
    pub fn surgery_first(&mut self, later: bool) {
        self.early();
        match self.term::<Timing>() {
            Some(Timing::BeforeSurgery) => self.against(true, Refusal::BeforeSurgery),
            Some(Timing::AfterNeoadjuvant) => self.against(true, Refusal::AfterSystemicTherapy),
            Some(Timing::AfterAdjuvantHer2) => self.against(!later, Refusal::AfterTherapy),
            Some(Timing::AfterSurgery) | None => {}
        }
        let responded = self.known.terms::<Response>().is_some();
        self.against(responded, Refusal::AfterSystemicTherapy);
    }

    /// Early disease after systemic therapy and surgery.
    pub fn after_systemic_therapy(&mut self) {
        self.early();
        let timing = self.term::<Timing>();
        let other = timing.is_some_and(|timing| timing != Timing::AfterNeoadjuvant);
        self.against(other, Refusal::NotAfterSystemicTherapy);
    }

    /// A woman; where menopause is answered nobody is asked again.
    pub fn woman(&mut self) {
        if self.known.term::<Sex>().is_none() && self.known.term::<Menopause>().is_some() {
            self.used(Question::Menopause);
            return;
        }
        let sex = self.term::<Sex>();
        self.against(sex == Some(Sex::Male), Refusal::Male);
    }

    /// What surgery found after systemic therapy, without asking.
    pub fn response(&self) -> Option<Response> {
        self.known.term()
    }

    /// Menopause, without asking.
    pub fn menopause(&self) -> Option<Menopause> {
        self.known.term()
    }
}
