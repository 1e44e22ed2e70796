//! Everything that is known of a situation: what was given, and what follows from it.

use super::given::Her2Given;
use super::{heart, prior, since};
use crate::staging;
use her2_case::{
    Amount, Answered, CareCase, Decimal, Known, Line, MCategory, Menopause, Origin, Question,
    Setting, Sex, StageGroup, Term, TermSet,
};
use her2_pages::{Asked, Finding, Input};
use jiff::civil::Date;
use std::fmt;

/// Everything that is known of a situation on a day.
///
/// What was given counts before what could be derived; a measured value with a day counts before an answer without one. `Debug` shows counts only.
#[derive(Clone)]
pub struct Situation {
    as_of: Date,
    asked: Vec<Asked<'static>>,
    /// How many of them were given; the others are derived.
    given: usize,
    stage: Option<Finding<StageGroup>>,
    contradiction: Option<Contradiction>,
}

/// Two answers that cannot both be true; neither of them is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The questions.
    pub questions: [Question; 2],
    /// Where the answers were read.
    pub origins: [Option<Origin>; 2],
}

/// What is known of one question.
#[derive(Clone, Copy, Debug)]
pub struct KnownFact {
    /// What is known.
    pub known: Known,
    /// Where it was read, or on which answer it rests.
    pub origin: Option<Origin>,
    /// Whether it follows from other answers.
    pub derived: bool,
}

impl Situation {
    /// What the case gives on that day.
    pub fn of(her2: &Her2Given, case: &CareCase, as_of: Date) -> Self {
        let mut known = Self {
            as_of,
            asked: Vec::with_capacity(Self::USUAL),
            given: 0,
            stage: None,
            contradiction: None,
        };
        let categories = her2.categories();
        if !categories.is_empty() {
            known.add(
                Known::terms(categories),
                Question::Her2Category,
                her2.origin(),
            );
        }
        for (question, fact) in case.answers() {
            if question != Question::Her2Category && !heart::has_dated(question, case, as_of) {
                known.add(fact.value, question, Some(fact.origin));
            }
        }
        known.settle_spread();
        known.given = known.asked.len();
        prior::derive(&mut known, case);
        known.derive_setting(case);
        since::derive(&mut known, case);
        heart::derive(&mut known, case);
        known.derive_pregnancy();
        known.derive_stage();
        known
    }

    const USUAL: usize = 48;

    fn add(&mut self, known: Known, question: Question, origin: Option<Origin>) {
        let input = match known {
            Known::Terms(bits) => Input::Terms(bits),
            Known::Amount(Amount::Exactly(value)) => Input::Number(value),
            Known::Amount(amount) => Input::Amount(amount),
        };
        self.asked.push(Asked::new(question, input, origin));
    }

    /// Adds what follows, unless something is known of the question.
    pub(super) fn derive(&mut self, question: Question, known: Known, origin: Option<Origin>) {
        if self.find(question).is_none() {
            self.add(known, question, origin);
        }
    }

    fn find(&self, question: Question) -> Option<usize> {
        let mut asked = self.asked.iter();
        asked.position(|asked| asked.question() == question)
    }

    /// Early disease has no distant metastasis. Of two answers that say both, a person's counts before an older record's; otherwise neither
    /// is used, and which of them is right is asked.
    fn settle_spread(&mut self) {
        let early = self.term::<Setting>() == Some(Setting::Early);
        let spread = self.term::<MCategory>() == Some(MCategory::M1);
        if !(early && spread) {
            return;
        }
        let questions = [Question::Setting, Question::MCategory];
        let origins = questions.map(|question| self.origin_of_any(question).flatten());
        let dropped = match origins.map(by_person) {
            [true, false] => &questions[1..],
            [false, true] => &questions[..1],
            _ => {
                self.contradiction = Some(Contradiction { questions, origins });
                &questions[..]
            }
        };
        self.asked
            .retain(|asked| !dropped.contains(&asked.question()));
    }

    /// A line of therapy or a metastasis belongs to metastatic disease, a step on the way through early disease to early disease;
    /// and early disease has no distant metastasis.
    fn derive_setting(&mut self, case: &CareCase) {
        if self.contradiction.is_some() {
            return;
        }
        if self.find(Question::Setting).is_none() {
            let of_line = self.origin_of_any(Question::Line);
            let of_timing = self.origin_of_any(Question::Timing);
            let of_spread = (self.term::<MCategory>() == Some(MCategory::M1))
                .then(|| self.origin_of_any(Question::MCategory))
                .flatten();
            let setting = match (of_line.or(of_spread), of_timing) {
                (Some(origin), None) => Some((Setting::Metastatic, origin)),
                (None, Some(origin)) => Some((Setting::Early, origin)),
                // What a person says counts before what an older record says.
                (Some(late), Some(early)) => match (by_person(late), by_person(early)) {
                    (true, false) => Some((Setting::Metastatic, late)),
                    (false, true) => Some((Setting::Early, early)),
                    _ => None,
                },
                (None, None) => None,
            };
            if let Some((setting, origin)) = setting {
                self.derive(Question::Setting, Known::term(setting), origin);
            }
        }
        let origin = self.origin_of_any(Question::Setting).flatten();
        match self.term::<Setting>() {
            Some(Setting::Early) => {
                self.derive(Question::MCategory, Known::term(MCategory::M0), origin);
            }
            Some(Setting::Metastatic) => self.derive_line(case),
            None => {}
        }
    }

    /// The line is the first as long as nothing was given for metastatic disease, and a later one once something was.
    fn derive_line(&mut self, case: &CareCase) {
        self.derive_before_first_line();
        let metastatic = |at: &usize| case.prior[*at].setting == Some(Setting::Metastatic);
        let mut given = (0..case.prior.len()).filter(metastatic);
        let settled = case.prior.iter().all(|therapy| therapy.setting.is_some());
        if let Some(first) = given.next() {
            let later: TermSet<Line> = (Line::ALL.iter().copied())
                .filter(|line| *line != Line::First)
                .collect();
            let origin = prior::origin(first);
            self.derive(Question::Line, Known::terms(later), Some(origin));
        } else if case.prior_complete == Some(true) && settled {
            let origin = Answered::PriorComplete.origin();
            self.derive(Question::Line, Known::term(Line::First), Some(origin));
        }
    }

    /// The first line is chosen before anything was given for metastatic disease. An endocrine line alone is often not counted.
    fn derive_before_first_line(&mut self) {
        if self.term::<Line>() == Some(Line::First) {
            let origin = self.origin_of_any(Question::Line).flatten();
            for question in [
                Question::Her2RegimensMetastatic,
                Question::ChemotherapyMetastatic,
            ] {
                self.derive(question, Known::number(Decimal::ZERO), origin);
            }
        }
    }

    /// Neither men nor women after menopause are pregnant or breastfeeding.
    fn derive_pregnancy(&mut self) {
        let male = (self.term::<Sex>() == Some(Sex::Male)).then_some(Question::Sex);
        let after =
            (self.term::<Menopause>() == Some(Menopause::Post)).then_some(Question::Menopause);
        if let Some(by) = male.or(after) {
            let origin = self.origin_of_any(by).flatten();
            for question in [Question::Pregnant, Question::Breastfeeding] {
                self.derive(question, Known::yes_no(false), origin);
            }
        }
    }

    fn derive_stage(&mut self) {
        if self.find(Question::StageGroup).is_some() {
            return;
        }
        self.stage = staging::anatomic(self);
        if let Some(stage) = self.stage {
            let origin = stage.because().first().copied();
            let groups = Known::terms(stage.answers());
            self.add(groups, Question::StageGroup, origin);
        }
    }

    /// The origin of what is known of a question, if anything is.
    fn origin_of_any(&self, question: Question) -> Option<Option<Origin>> {
        self.find(question)
            .map(|at| self.asked[at].origins().next())
    }

    /// The day.
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    /// Two answers that cannot both be true, if there are such: nothing rests on either.
    pub fn contradiction(&self) -> Option<Contradiction> {
        self.contradiction
    }

    /// What a page is asked with.
    pub fn asked(&self) -> &[Asked<'static>] {
        &self.asked
    }

    /// What is known of a question.
    pub fn known(&self, question: Question) -> Option<KnownFact> {
        let at = self.find(question)?;
        let known = match self.asked[at].input() {
            Input::Terms(bits) => Known::Terms(bits),
            Input::Number(value) => Known::number(value),
            Input::Amount(amount) => Known::Amount(amount),
            Input::Quotient(_) | Input::Unknown => return None,
        };
        Some(KnownFact {
            known,
            origin: self.asked[at].origins().next(),
            derived: at >= self.given,
        })
    }

    /// The terms that are still possible, if anything is known.
    pub fn terms<T: Term>(&self) -> Option<TermSet<T>> {
        match self.asked[self.find(T::QUESTION)?].input() {
            Input::Terms(bits) => Some(TermSet::from_bits(bits)),
            _ => None,
        }
    }

    /// The term, if it is known.
    pub fn term<T: Term>(&self) -> Option<T> {
        self.terms::<T>().and_then(TermSet::single)
    }

    /// The answer to a question of yes or no, if it is known.
    pub fn yes(&self, question: Question) -> Option<bool> {
        match self.asked[self.find(question)?].input() {
            Input::Terms(0b10) => Some(true),
            Input::Terms(0b01) => Some(false),
            _ => None,
        }
    }

    /// The amount, if anything is known of it.
    pub fn amount(&self, question: Question) -> Option<Amount> {
        match self.known(question)?.known {
            Known::Amount(amount) => Some(amount),
            Known::Terms(_) => None,
        }
    }

    /// The anatomic stage group of the categories, with its row; nothing if it was given or no category is known.
    pub fn stage(&self) -> Option<&Finding<StageGroup>> {
        self.stage.as_ref()
    }
}

fn by_person(origin: Option<Origin>) -> bool {
    origin.is_some_and(|origin| Answered::of(origin).is_some())
}

impl fmt::Debug for Situation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Situation({} answers)", self.asked.len())
    }
}
