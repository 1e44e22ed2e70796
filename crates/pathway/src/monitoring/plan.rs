//! The plan: each medicine with what its pages say, and all of them together.

use super::combined::{Combined, stricter};
use super::heart::{Derived, DoseRule, HeartFailure, HeartRule, OnHold, Questions, Start, union};
use super::measured::{LowerLimit, Measured};
use super::medicine::Medicine;
use super::overdue::{self, Overdue};
use super::schedule::{self, Appointment, Item};
use crate::therapy::{Her2Given, Situation};
use her2_case::{CareCase, LvefAction, LvefResume, Question, Setting, TermSet};
use her2_knowledge::{MonitoringBy, MonitoringPage, MonitoringRule, monitoring_of};
use jiff::civil::Date;

/// A time on hold for the heart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hold {
    /// The first day without the medicine.
    pub from: Date,
    /// The day on which it was given again, if it was.
    pub until: Option<Date>,
}

impl Hold {
    /// Whether it is held on this day.
    pub fn lasts_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}

/// What is to be planned.
#[derive(Clone)]
pub struct Request<'a> {
    /// The medicines.
    pub medicines: &'a [Medicine],
    /// Early or metastatic.
    pub setting: Option<Setting>,
    /// The day of the first dose.
    pub start: Option<Date>,
    /// The day of the last dose, given or planned.
    pub end: Option<Date>,
    /// The day for which it is planned.
    pub as_of: Date,
    /// How far series without an end are written out.
    pub horizon: Date,
    /// What is known, with the measured values.
    pub case: &'a CareCase,
    /// The laboratory's lower limit of normal.
    pub limit: LowerLimit,
    /// Every time on hold for the heart, in any order.
    pub holds: &'a [Hold],
}

impl<'a> Request<'a> {
    /// A request that looks so many months ahead.
    pub fn new(medicines: &'a [Medicine], case: &'a CareCase, as_of: Date, months: u16) -> Self {
        Self {
            medicines,
            setting: case.term(),
            start: None,
            end: None,
            as_of,
            horizon: schedule::horizon(None, as_of, months),
            case,
            limit: LowerLimit::Unknown,
            holds: &[],
        }
    }

    /// The same from this first dose on.
    #[must_use]
    pub fn starting(mut self, start: Option<Date>, months: u16) -> Self {
        self.start = start;
        self.horizon = schedule::horizon(start, self.as_of, months);
        self
    }
}

/// One medicine with what its pages say of the heart.
pub struct MedicinePlan {
    /// Its pages, labels first.
    pub pages: Vec<&'static MonitoringPage>,
    /// What the measured heart asks for; several where the setting is not known.
    pub rules: Vec<HeartRule>,
    /// Heart failure with symptoms.
    pub failures: Vec<HeartFailure>,
    /// The heart before the first dose.
    pub starts: Vec<Start>,
    /// What other values and grades ask for, as far as they are given.
    pub doses: Vec<DoseRule>,
    /// While it is held: whether it may go on.
    pub on_hold: Vec<OnHold>,
    /// While it is held without a repeated value: what the value that led to the hold asks for. It stands until the value is repeated.
    pub stands: Option<LvefResume>,
}

impl MedicinePlan {
    /// What is asked for by its own pages; nothing if no verified rule stands there.
    pub fn own(&self) -> Option<TermSet<LvefAction>> {
        let found = self.rules.iter().filter_map(|rule| match rule {
            HeartRule::Found { finding, .. } => Some(*finding),
            _ => None,
        });
        let of_value = union(found);
        if of_value.is_empty() || self.is_unverified() {
            return None;
        }
        let failures = self.failures.iter();
        let present = failures.filter(|failure| failure.present == Some(true));
        Some(present.fold(of_value, |answers, failure| {
            stricter(answers, TermSet::only(failure.action))
        }))
    }

    /// What decides an answer that is open: of whether it may go on while it is held, else of what the measured heart asks for.
    pub fn depends_on(&self) -> Vec<Question> {
        let mut asks = Vec::new();
        if self.on_hold.is_empty() {
            if self.own().is_none_or(|own| own.single().is_some()) {
                return asks;
            }
            for rule in &self.rules {
                if let HeartRule::Found { finding, .. } = rule {
                    asks.extend(finding.asks().iter());
                }
            }
            if asks.is_empty() && self.rules.iter().any(|rule| rule.page().setting.is_some()) {
                asks.push(Question::Setting);
            }
        } else if self.resumes().single().is_none() {
            asks.extend(self.on_hold.iter().flat_map(OnHold::asks));
        }
        asks.sort_unstable();
        asks.dedup();
        asks
    }

    /// Whether what was measured asks for holding it, and nothing else.
    fn value_holds(&self) -> bool {
        let mut rules = self.rules.iter();
        rules.any(|rule| match rule {
            HeartRule::Found { finding, .. } => {
                finding.answers() == TermSet::only(LvefAction::Hold)
            }
            _ => false,
        })
    }

    /// Whether there is a rule that nobody has verified.
    pub fn is_unverified(&self) -> bool {
        let mut rules = self.rules.iter();
        rules.any(|rule| matches!(rule, HeartRule::Unverified(_)))
    }

    /// Whether heart failure with symptoms is known and asks for something.
    fn has_failed(&self) -> bool {
        let mut failures = self.failures.iter();
        failures.any(|failure| failure.present == Some(true))
    }

    /// Whether it may go on while it is held; heart failure that asks for stopping stops it.
    pub fn resumes(&self) -> TermSet<LvefResume> {
        let mut failures = self.failures.iter();
        let stops = failures.any(|failure| {
            failure.present == Some(true) && failure.action == LvefAction::Discontinue
        });
        if stops && !self.on_hold.is_empty() {
            return TermSet::only(LvefResume::Discontinue);
        }
        let found = union(self.on_hold.iter().map(|held| held.finding));
        match self.stands {
            Some(stands) if found.single().is_none() => TermSet::only(stands),
            _ => found,
        }
    }
}

/// What is watched, and what the measured heart asks for.
pub struct MonitoringPlan {
    /// The day for which it was made.
    pub as_of: Date,
    /// Each medicine, in the order asked for.
    pub medicines: Vec<MedicinePlan>,
    /// What is asked for of each with its partners; nothing without a verified rule of its own or of a partner it is held with, and nothing
    /// while it is held: then `resume` counts.
    pub each: Vec<Option<TermSet<LvefAction>>>,
    /// What all ask for together: the strictest.
    pub together: Option<Combined<LvefAction>>,
    /// While they are held: what all ask for together.
    pub resume: Option<Combined<LvefResume>>,
    /// The hold that lasts on the day.
    pub hold: Option<Hold>,
    /// The day from which each has been held: the first of the hold that lasts, else that of the newest value if it asks for holding.
    pub held_since: Vec<Option<Date>>,
    /// Whether each is not given on the day: it is on hold, or holding or stopping is asked for. What belongs to a dose has no days then.
    pub paused: Vec<bool>,
    /// What should have been measured of the heart and was not.
    pub overdue: Vec<Overdue>,
    /// The next day on which a label asks for the ejection fraction.
    pub next_lvef: Option<(Date, Item)>,
    /// The readings.
    pub measured: Measured,
    /// What follows from them.
    pub derived: Derived,
    /// The tests and their days.
    pub items: Vec<Item>,
    /// One series for each test.
    pub appointments: Vec<Appointment>,
    /// Questions whose answer would leave fewer answers.
    pub asks: Vec<Question>,
}

/// The plan of a request.
pub fn plan(request: &Request<'_>) -> MonitoringPlan {
    let measured = Measured::of(request.case, request.start, request.as_of);
    let questions = Questions {
        case: request.case,
        measured: &measured,
        limit: request.limit,
        as_of: request.as_of,
        holds: request.holds,
    };
    let hold = questions.on_hold().copied();
    let situation = Situation::of(&Her2Given::Nothing, request.case, request.as_of);
    let anthracycline = situation.yes(Question::PriorAnthracycline);
    let mut medicines: Vec<_> = request
        .medicines
        .iter()
        .map(|medicine| of_medicine(medicine, request, &questions, hold.as_ref(), anthracycline))
        .collect();
    let stands = standing(&medicines);
    for plan in &mut medicines {
        let repeated = plan.on_hold.iter().any(|held| held.repeated);
        plan.stands = stands.filter(|_| !plan.on_hold.is_empty() && !repeated);
    }
    let measured_now = measured.newest.is_some() || request.case.answered(Question::Lvef).is_some();
    let resume = Combined::of(medicines.iter().map(MedicinePlan::resumes));
    let each = match resume {
        Some(_) => vec![None; medicines.len()],
        None => each(&medicines, request.medicines, measured_now),
    };
    let together = Combined::of(each.iter().flatten().copied());
    let held_since = held_since(&medicines, &each, &measured, hold);
    let paused = paused(&each, resume, hold);
    let items = items(&medicines, request, &held_since, &paused);
    let overdue = overdue::overdue(&items, request, &measured);
    let next_lvef = overdue::next(&items, request.as_of);
    let appointments = schedule::appointments(&items, request.as_of);
    let asks = asks(&medicines, request, measured_now, hold.is_some());
    let derived = Derived::of(&measured, request.limit, hold.as_ref());
    MonitoringPlan {
        as_of: request.as_of,
        medicines,
        each,
        together,
        resume,
        hold,
        held_since,
        paused,
        overdue,
        next_lvef,
        derived,
        items,
        appointments,
        asks,
        measured,
    }
}

fn of_medicine(
    medicine: &Medicine,
    request: &Request<'_>,
    questions: &Questions<'_>,
    hold: Option<&Hold>,
    anthracycline: Option<bool>,
) -> MedicinePlan {
    let pages: Vec<_> = monitoring_of(&medicine.watched, request.setting).collect();
    let mut plan = MedicinePlan {
        pages: pages.clone(),
        rules: Vec::new(),
        failures: Vec::new(),
        starts: Vec::new(),
        doses: Vec::new(),
        on_hold: Vec::new(),
        stands: None,
    };
    for page in pages
        .into_iter()
        .filter(|page| page.by == MonitoringBy::Label)
    {
        match page.rule {
            MonitoringRule::LvefAction(table) => plan.rules.push(HeartRule::Found {
                page,
                finding: questions.action(table),
            }),
            MonitoringRule::OfPartner => plan.rules.push(HeartRule::OfPartner(page)),
            MonitoringRule::Unverified => plan.rules.push(HeartRule::Unverified(page)),
            MonitoringRule::LvefStart(table) => plan.starts.push(Start {
                page,
                finding: questions.start(table, anthracycline),
            }),
            MonitoringRule::LvefResume(table) => {
                if let Some(hold) = hold {
                    let (finding, repeated) = questions.resume(table, hold);
                    plan.on_hold.push(OnHold {
                        page,
                        finding,
                        repeated,
                    });
                }
            }
            MonitoringRule::DoseAction(table) => {
                let found = questions.dose(table);
                plan.doses
                    .extend(found.map(|finding| DoseRule { page, finding }));
            }
            MonitoringRule::None => {}
        }
        if let Some(failure) = page.heart_failure {
            plan.failures.push(HeartFailure {
                page,
                action: failure.action,
                mark: failure.mark,
                cite: failure.cite,
                present: request.case.yes(Question::SymptomaticHeartFailure),
            });
        }
    }
    plan
}

/// What the value that led to a hold asks for, by the strictest label, as far as it is a reason for a hold.
fn standing(plans: &[MedicinePlan]) -> Option<LvefResume> {
    let own = plans.iter().filter_map(MedicinePlan::own);
    match Combined::of(own)?.one()? {
        LvefAction::Hold => Some(LvefResume::StayOnHold),
        LvefAction::Discontinue => Some(LvefResume::Discontinue),
        _ => None,
    }
}

/// Whether each is not given on the day.
fn paused(
    each: &[Option<TermSet<LvefAction>>],
    resume: Option<Combined<LvefResume>>,
    hold: Option<Hold>,
) -> Vec<bool> {
    let stopped = resume.and_then(|of| of.one()) == Some(LvefResume::Discontinue);
    let asked = |asked: &Option<TermSet<LvefAction>>| {
        let asked = asked.and_then(|asked| asked.single());
        matches!(asked, Some(LvefAction::Hold | LvefAction::Discontinue))
    };
    let paused = |of| hold.is_some() || stopped || asked(of);
    each.iter().map(paused).collect()
}

/// What is asked for of each, a medicine that is held with another being held whenever that one is.
fn each(
    plans: &[MedicinePlan],
    medicines: &[Medicine],
    measured: bool,
) -> Vec<Option<TermSet<LvefAction>>> {
    let holding = |answers: TermSet<LvefAction>| -> TermSet<LvefAction> {
        let held = |action| match action {
            LvefAction::Hold | LvefAction::Discontinue => action,
            _ => LvefAction::NoRule,
        };
        answers.iter().map(held).collect()
    };
    let own: Vec<_> = plans
        .iter()
        .map(|plan| plan.own().filter(|_| measured || plan.has_failed()))
        .collect();
    (0..medicines.len())
        .map(|at| {
            let partners = (0..medicines.len())
                .filter(|&other| medicines[at].is_held_with(&medicines[other]))
                .filter_map(|other| own[other].map(holding));
            partners.fold(own[at], |mine, partner| match mine {
                Some(mine) => Some(stricter(mine, partner)),
                None => Some(partner),
            })
        })
        .collect()
}

/// Since when each is held. Heart failure alone, and a value without a day, give no day to count from.
fn held_since(
    plans: &[MedicinePlan],
    each: &[Option<TermSet<LvefAction>>],
    measured: &Measured,
    hold: Option<Hold>,
) -> Vec<Option<Date>> {
    let by_value = plans.iter().any(MedicinePlan::value_holds);
    let newest = measured.newest.filter(|_| by_value);
    let holds = |asked: &Option<TermSet<LvefAction>>| {
        let asked = asked.and_then(|asked| asked.single());
        newest.filter(|_| asked == Some(LvefAction::Hold))
    };
    let since = |asked| match hold {
        Some(hold) => Some(hold.from),
        None => holds(asked).map(|newest| newest.of.date),
    };
    each.iter().map(since).collect()
}

/// Every test of every medicine.
fn items(
    plans: &[MedicinePlan],
    request: &Request<'_>,
    held_since: &[Option<Date>],
    paused: &[bool],
) -> Vec<Item> {
    let mut items = Vec::new();
    for (at, (plan, medicine)) in plans.iter().zip(request.medicines).enumerate() {
        for &page in &plan.pages {
            let entries = page.schedules_for(&medicine.watched, request.setting);
            items.extend(entries.map(|entry| {
                Item {
                    medicine: at,
                    page,
                    schedule: entry,
                    series: schedule::series(entry, medicine, request, held_since[at])
                        .filter(|_| !(paused[at] && schedule::is_of_dose(entry))),
                }
            }));
        }
    }
    items
}

/// What would help, in the order of the questions.
fn asks(
    plans: &[MedicinePlan],
    request: &Request<'_>,
    measured: bool,
    held: bool,
) -> Vec<Question> {
    let mut asks = Vec::new();
    for plan in plans {
        for rule in &plan.rules {
            if let HeartRule::Found { finding, .. } = rule
                && measured
                && plan.on_hold.is_empty()
            {
                asks.extend(finding.asks().iter());
            }
        }
        asks.extend(plan.on_hold.iter().flat_map(OnHold::asks));
        asks.extend(
            plan.starts
                .iter()
                .flat_map(|start| start.finding.asks().iter()),
        );
        asks.extend(
            plan.doses
                .iter()
                .flat_map(|dose| dose.finding.asks().iter()),
        );
        let open = |failure: &&HeartFailure| failure.present.is_none();
        if plan.failures.iter().any(|failure| open(&failure)) {
            asks.push(Question::SymptomaticHeartFailure);
        }
        let by_setting = |rule: &HeartRule| rule.page().setting.is_some();
        if request.setting.is_none() && plan.rules.iter().any(by_setting) {
            asks.push(Question::Setting);
        }
    }
    let by_value = |plan: &MedicinePlan| {
        let mut rules = plan.rules.iter();
        rules.any(|rule| matches!(rule, HeartRule::Found { .. }))
    };
    if !measured && !held && plans.iter().any(by_value) {
        asks.push(Question::Lvef);
    }
    asks.sort_unstable();
    asks.dedup();
    asks
}
