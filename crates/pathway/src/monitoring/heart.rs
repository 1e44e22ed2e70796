//! What the measured heart asks for today, by the page of one medicine.

use super::measured::{LowerLimit, Measured, Reading};
use super::plan::Hold;
use her2_case::{
    Amount, CareCase, Decimal, DoseAction, Known, LvefAction, LvefResume, LvefStart, Mark,
    Question, Quotient, TermSet,
};
use her2_knowledge::MonitoringPage;
use her2_pages::{Asked, Citation, Finding, Input};
use jiff::Unit;
use jiff::civil::{Date, DateDifference};

/// What a page says of the heart under a medicine.
#[expect(
    clippy::large_enum_variant,
    reason = "there is one for each medicine, and it is copied"
)]
#[derive(Clone, Copy)]
pub enum HeartRule {
    /// The page's table, asked with what was measured.
    Found {
        /// The page.
        page: &'static MonitoringPage,
        /// What it asks for.
        finding: Finding<LvefAction>,
    },
    /// The source names no rule; that of the partner applies.
    OfPartner(&'static MonitoringPage),
    /// There is a rule that nobody has verified: nothing follows from it.
    Unverified(&'static MonitoringPage),
}

impl HeartRule {
    /// The page.
    pub fn page(&self) -> &'static MonitoringPage {
        match self {
            Self::Found { page, .. } | Self::OfPartner(page) | Self::Unverified(page) => page,
        }
    }
}

/// Heart failure with symptoms, where a page names what it asks for.
#[derive(Clone, Copy)]
pub struct HeartFailure {
    /// The page.
    pub page: &'static MonitoringPage,
    /// What it asks for.
    pub action: LvefAction,
    /// How sure that is.
    pub mark: Mark,
    /// Its source.
    pub cite: Citation,
    /// Whether there are symptoms; not known without an answer.
    pub present: Option<bool>,
}

/// Whether the heart meets what a label asks before the first dose.
#[derive(Clone, Copy)]
pub struct Start {
    /// The page.
    pub page: &'static MonitoringPage,
    /// What it finds of the value before treatment.
    pub finding: Finding<LvefStart>,
}

/// A medicine that is held for the heart.
#[derive(Clone, Copy)]
pub struct OnHold {
    /// The page.
    pub page: &'static MonitoringPage,
    /// Whether it may go on.
    pub finding: Finding<LvefResume>,
    /// Whether a value was measured since the hold began: only such a one is a repeated value.
    pub repeated: bool,
}

impl OnHold {
    /// What would narrow it; without a repeated value that value, not what follows from it.
    pub(super) fn asks(&self) -> impl Iterator<Item = Question> {
        const OF_VALUE: [Question; 4] = [
            Question::Lvef,
            Question::LvefDrop,
            Question::LvefBelowLln,
            Question::LvefImproved,
        ];
        let (asks, repeated) = (self.finding.asks(), self.repeated);
        let value = (!repeated).then_some(Question::Lvef);
        let others = asks
            .iter()
            .filter(move |of| repeated || !OF_VALUE.contains(of));
        value.into_iter().chain(others)
    }
}

/// What a laboratory value or the grade of a side effect asks for.
#[derive(Clone, Copy)]
pub struct DoseRule {
    /// The page.
    pub page: &'static MonitoringPage,
    /// What it asks for.
    pub finding: Finding<DoseAction>,
}

/// The numbers that the tables are asked with.
#[derive(Clone, Copy, Default)]
pub struct Derived {
    /// Points below the value before treatment.
    pub drop: Option<Decimal>,
    /// Whether it is below the laboratory's lower limit.
    pub below_limit: Option<bool>,
    /// Whether it is higher than when the medicine was held.
    pub improved: Option<bool>,
}

impl Derived {
    /// From the newest reading.
    pub(super) fn of(measured: &Measured, limit: LowerLimit, hold: Option<&Hold>) -> Self {
        let newest = measured.newest.map(|reading| reading.of.percent);
        let at_hold = hold.and_then(|hold| measured.until(hold.from));
        let improved = newest.zip(at_hold).map(|(now, then)| now > then.of.percent);
        Self {
            drop: measured.drop(),
            below_limit: newest.and_then(|now| below(now, limit)),
            improved,
        }
    }
}

/// Whether a held medicine may go on, and whether a value was measured since.
type OnHoldFound = (Finding<LvefResume>, bool);

/// What a table is asked with.
pub(super) struct Questions<'a> {
    pub case: &'a CareCase,
    pub measured: &'a Measured,
    pub limit: LowerLimit,
    pub as_of: Date,
    pub holds: &'a [Hold],
}

impl Questions<'_> {
    /// The hold that lasts on the day.
    pub fn on_hold(&self) -> Option<&Hold> {
        let mut holds = self.holds.iter();
        holds.find(|hold| hold.lasts_on(self.as_of))
    }

    /// What a value asks for.
    pub fn action(&self, table: &'static her2_pages::Table<LvefAction>) -> Finding<LvefAction> {
        let both = self.both();
        table.decide(&self.asked(self.measured.newest.as_ref(), &both))
    }

    /// Whether a held medicine may go on. Only what was measured after the hold began is a repeated value.
    pub fn resume(
        &self,
        table: &'static her2_pages::Table<LvefResume>,
        hold: &Hold,
    ) -> OnHoldFound {
        let newest = self.measured.newest.as_ref();
        let repeated = newest.filter(|reading| reading.of.date > hold.from);
        let both = self.both();
        let mut asked = self.asked(repeated, &both);
        if let Some(weeks) = weeks_between(hold.from, self.as_of) {
            self.derive(&mut asked, Question::WeeksHeld, Input::Quotient(weeks));
        }
        let begun = self.holds.iter().filter(|hold| hold.from <= self.as_of);
        let times = u32::try_from(begun.count()).unwrap_or(u32::MAX);
        self.derive(&mut asked, Question::TimesHeld, Input::from(times));
        let improved = Derived::of(self.measured, self.limit, Some(hold)).improved;
        if let Some(improved) = improved.filter(|_| repeated.is_some()) {
            self.derive(&mut asked, Question::LvefImproved, Input::yes_no(improved));
        }
        let answered = newest.is_none() && has(&asked, Question::Lvef);
        (table.decide(&asked), repeated.is_some() || answered)
    }

    /// Whether the value before treatment meets what is asked.
    pub fn start(
        &self,
        table: &'static her2_pages::Table<LvefStart>,
        prior_anthracycline: Option<bool>,
    ) -> Finding<LvefStart> {
        let mut asked = Vec::new();
        if let Some(before) = &self.measured.before {
            let origin = Some(before.origin);
            asked.push(Asked::new(Question::Lvef, before.of.percent, origin));
            if let Some(below) = below(before.of.percent, self.limit) {
                asked.push(Asked::new(Question::LvefBelowLln, below, origin));
            }
        }
        if let Some(prior) = prior_anthracycline {
            asked.push(Asked::new(Question::PriorAnthracycline, prior, None));
        }
        table.decide(&asked)
    }

    /// What a value or a grade asks for; nothing if none of the page's questions is answered.
    pub fn dose(
        &self,
        table: &'static her2_pages::Table<DoseAction>,
    ) -> Option<Finding<DoseAction>> {
        let asked: Vec<_> = table
            .questions()
            .filter_map(|question| {
                let fact = self.case.answered(question)?;
                Some(Asked::new(question, input(fact.value), Some(fact.origin)))
            })
            .collect();
        (!asked.is_empty()).then(|| table.decide(&asked))
    }

    fn both(&self) -> Vec<her2_case::Origin> {
        let both = self.measured.before.iter().chain(&self.measured.newest);
        both.map(|reading| reading.origin).collect()
    }

    /// What was given counts before what follows from the readings, but nothing without a day before a value that has one.
    fn asked<'b>(
        &self,
        reading: Option<&Reading>,
        both: &'b [her2_case::Origin],
    ) -> Vec<Asked<'b>> {
        const GIVEN: [Question; 9] = [
            Question::Lvef,
            Question::LvefDrop,
            Question::LvefBelowLln,
            Question::LvefLocalLimit,
            Question::LvefImproved,
            Question::LvefGrade,
            Question::SymptomaticHeartFailure,
            Question::WeeksHeld,
            Question::TimesHeld,
        ];
        let given = GIVEN.into_iter().filter_map(|question| {
            if self.has_dated(question) {
                return None;
            }
            let fact = self.case.answered(question)?;
            Some(Asked::new(question, input(fact.value), Some(fact.origin)))
        });
        let mut asked: Vec<_> = given.collect();
        if let Some(reading) = reading {
            let value = Input::Number(reading.of.percent);
            self.derive_from(&mut asked, Question::Lvef, value, reading);
            if let Some(below) = below(reading.of.percent, self.limit) {
                let below = Input::yes_no(below);
                self.derive_from(&mut asked, Question::LvefBelowLln, below, reading);
            }
            let drop = self.measured.drop();
            if let Some(drop) = drop.filter(|_| !has(&asked, Question::LvefDrop)) {
                asked.push(Asked::new(Question::LvefDrop, drop, None).through(both));
            }
        }
        match self.limit {
            LowerLimit::Unknown => {}
            LowerLimit::NotSet | LowerLimit::At(_) => {
                let own = Input::yes_no(self.limit != LowerLimit::NotSet);
                self.derive(&mut asked, Question::LvefLocalLimit, own);
            }
        }
        asked
    }

    /// Whether values with a day answer the question, so that an answer without a day does not count.
    fn has_dated(&self, question: Question) -> bool {
        let newest = self.measured.newest.is_some();
        match question {
            Question::Lvef => newest,
            Question::LvefDrop => self.measured.drop().is_some(),
            Question::LvefBelowLln => newest && matches!(self.limit, LowerLimit::At(_)),
            _ => false,
        }
    }

    fn derive(&self, asked: &mut Vec<Asked<'_>>, question: Question, input: Input) {
        if !has(asked, question) {
            asked.push(Asked::new(question, input, None));
        }
    }

    fn derive_from(
        &self,
        asked: &mut Vec<Asked<'_>>,
        question: Question,
        input: Input,
        reading: &Reading,
    ) {
        if !has(asked, question) {
            asked.push(Asked::new(question, input, Some(reading.origin)));
        }
    }
}

fn has(asked: &[Asked<'_>], question: Question) -> bool {
    asked.iter().any(|asked| asked.question() == question)
}

fn below(value: Decimal, limit: LowerLimit) -> Option<bool> {
    match limit {
        LowerLimit::At(limit) => Some(value < limit),
        LowerLimit::Unknown | LowerLimit::NotSet => None,
    }
}

fn input(known: Known) -> Input {
    match known {
        Known::Terms(bits) => Input::Terms(bits),
        Known::Amount(Amount::Exactly(value)) => Input::Number(value),
        Known::Amount(amount) => Input::Amount(amount),
    }
}

/// Weeks from one day to a later one, exactly.
fn weeks_between(from: Date, to: Date) -> Option<Quotient> {
    const DAYS_A_WEEK: u32 = 7;
    let span = from
        .until(DateDifference::new(to).largest(Unit::Day))
        .ok()?;
    let days = u32::try_from(span.get_days()).ok()?;
    Quotient::new(Decimal::whole(days), Decimal::whole(DAYS_A_WEEK))
}

/// The answers of several findings about the same medicine.
pub(super) fn union<A: her2_case::Term>(findings: impl Iterator<Item = Finding<A>>) -> TermSet<A> {
    findings.fold(TermSet::EMPTY, |all, finding| all.union(finding.answers()))
}
