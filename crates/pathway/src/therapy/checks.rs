//! Checks before the first dose: what must hold of the heart, of pregnancy and of the lung, medicine by medicine.

use super::item::PlanItem;
use super::plan::Plan;
use super::situation::Situation;
use her2_case::{
    CtcaeGrade, DoseAction, LungInflammation, LvefStart, MonitoredTest, MonitoringPhase,
    MonitoringTopic, Question, Setting, Term, TermSet,
};
use her2_knowledge::{
    Drug, MonitoringBy, MonitoringPage, MonitoringRule, Regimen, Schedule, Watched, drugs,
    monitoring,
};
use her2_pages::{Asked, Input, Row, Standing};
use std::sync::LazyLock;

/// What is looked at before the first dose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CheckKind {
    /// What the label asks of the ejection fraction.
    Heart,
    /// That the ejection fraction is measured before the first dose, where no limit is named or none is verified.
    HeartMeasured,
    /// That there is no pregnancy.
    Pregnancy,
    /// That the lung is not inflamed.
    Lung,
}

/// A check before the first dose of a medicine, as it stands in a plan.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// What is looked at.
    pub kind: CheckKind,
    /// The medicine.
    pub drug: &'static Drug,
    /// The page that says it, with its source.
    pub page: &'static MonitoringPage,
    /// Whether it is met; open if something is not known.
    pub standing: Standing,
    /// The row of the page's table that decided, if it has a table and one row did.
    pub row: Option<&'static Row>,
    /// The question to ask while it is open.
    pub asks: Option<Question>,
}

/// A page that checks something before the first dose, for some medicines.
#[derive(Debug)]
pub(super) struct CheckPage {
    kind: CheckKind,
    page: &'static MonitoringPage,
}

/// How a page stands in a situation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Checked {
    pub(super) standing: Standing,
    row: Option<&'static Row>,
    pub(super) asks: Option<Question>,
}

/// The pages, and for each medicine those that are about it.
pub(super) struct CheckIndex {
    pub(super) pages: Vec<CheckPage>,
    /// For each medicine one bit a page.
    of_drug: Vec<u32>,
}

static ALL: LazyLock<CheckIndex> = LazyLock::new(CheckIndex::of_monitoring);

impl CheckIndex {
    pub(super) fn all() -> &'static Self {
        &ALL
    }

    fn of_monitoring() -> Self {
        let by_label = monitoring()
            .iter()
            .filter(|page| page.by == MonitoringBy::Label);
        let mut pages: Vec<_> = by_label.clone().filter_map(CheckPage::of).collect();
        // A limit for starting says more than that it is measured.
        let limited: Vec<&str> = (pages.iter())
            .filter(|check| check.kind == CheckKind::Heart)
            .flat_map(|check| check.page.medicines.iter().copied())
            .collect();
        let measured = by_label.filter(|page| {
            let mut medicines = page.medicines.iter();
            measured_before(page).is_some() && medicines.any(|name| !limited.contains(name))
        });
        pages.extend(measured.map(|page| CheckPage {
            kind: CheckKind::HeartMeasured,
            page,
        }));
        debug_assert!(pages.len() <= 32);
        let of_drug = drugs().iter().map(|drug| {
            let watched = Watched {
                name: drug.id,
                like: drug.reference,
                class: drug.class,
            };
            let covered = pages.iter().enumerate();
            covered.fold(0, |bits, (at, check)| {
                bits | u32::from(check.page.covers(&watched, None)) << at
            })
        });
        Self {
            of_drug: of_drug.collect(),
            pages,
        }
    }

    /// The pages about a medicine, one bit each.
    fn of(&self, drug: &'static Drug) -> u32 {
        let at = drugs().binary_search_by(|of| of.id.cmp(drug.id));
        at.map_or(0, |at| self.of_drug[at])
    }

    /// What a regimen needs: of each group of medicines, for each of them the pages about it.
    pub(super) fn groups(&self, regimen: &'static Regimen) -> Vec<Vec<u32>> {
        let one = |drug: &'static Drug| self.of(drug);
        let mut groups: Vec<Vec<u32>> = regimen.medicines().map(|drug| vec![one(drug)]).collect();
        let choices = regimen.choices.iter();
        groups.extend(choices.map(|choice| choice.any_of().map(one).collect()));
        groups
    }
}

impl CheckPage {
    fn of(page: &'static MonitoringPage) -> Option<Self> {
        let kind = match (page.topic, &page.rule) {
            (_, MonitoringRule::LvefStart(_)) => CheckKind::Heart,
            (MonitoringTopic::Pregnancy, _) => CheckKind::Pregnancy,
            (MonitoringTopic::Lung, MonitoringRule::DoseAction(_)) => CheckKind::Lung,
            _ => return None,
        };
        Some(Self { kind, page })
    }

    /// How the page stands; nothing if it belongs to another setting than this one, or the setting is not known.
    pub(super) fn check(&self, known: &Situation) -> Option<Checked> {
        if self
            .page
            .setting
            .is_some_and(|of| known.term::<Setting>() != Some(of))
        {
            return None;
        }
        Some(match (self.kind, &self.page.rule) {
            (CheckKind::Heart, MonitoringRule::LvefStart(table)) => {
                let finding = table.decide(known.asked());
                let asks = finding.asks();
                let lvef = asks.contains(Question::Lvef).then_some(Question::Lvef);
                let asks = lvef.or_else(|| asks.iter().next());
                let standing = match finding.one() {
                    Some(LvefStart::Meets) => Standing::Met,
                    Some(LvefStart::Below) => Standing::Closed,
                    None => Standing::Open,
                };
                Checked {
                    standing,
                    row: finding.row(),
                    asks,
                }
            }
            (CheckKind::Lung, MonitoringRule::DoseAction(table)) => lung(table, known),
            (CheckKind::HeartMeasured, _) => {
                let measured = known.known(Question::Lvef).is_some();
                Checked {
                    standing: if measured {
                        Standing::Met
                    } else {
                        Standing::Open
                    },
                    row: None,
                    asks: (!measured).then_some(Question::Lvef),
                }
            }
            _ => {
                let standing = match known.yes(Question::Pregnant) {
                    Some(false) => Standing::Met,
                    Some(true) => Standing::Closed,
                    None => Standing::Open,
                };
                Checked {
                    standing,
                    row: None,
                    asks: (standing == Standing::Open).then_some(Question::Pregnant),
                }
            }
        })
    }
}

/// The entry of a page that has the ejection fraction measured before the first dose.
pub fn measured_before(page: &'static MonitoringPage) -> Option<&'static Schedule> {
    let mut entries = page.schedules.iter();
    entries
        .find(|entry| entry.test == MonitoredTest::Lvef && entry.phase == MonitoringPhase::Before)
}

/// An inflammation that is past is left open: how bad it was decides whether the medicine may be given again.
fn lung(table: &'static her2_pages::Table<DoseAction>, known: &Situation) -> Checked {
    let present = known.terms::<LungInflammation>();
    let grades = present.map_or(TermSet::EMPTY, |present| {
        present.iter().flat_map(grades).collect()
    });
    let input = match grades.is_empty() {
        true => Input::Unknown,
        false => Input::terms::<CtcaeGrade>(grades),
    };
    let origin = known
        .known(Question::LungInflammation)
        .and_then(|of| of.origin);
    let finding = table.decide(&[Asked::new(Question::IldGrade, input, origin)]);
    let past = present.is_none_or(|present| present.contains(LungInflammation::Past));
    let answers = finding.answers();
    let standing = if answers.single() == Some(DoseAction::Continue) {
        Standing::Met
    } else if past || answers.contains(DoseAction::Continue) {
        Standing::Open
    } else {
        Standing::Closed
    };
    Checked {
        standing,
        row: finding.row(),
        asks: (standing == Standing::Open).then_some(Question::LungInflammation),
    }
}

/// The grades that an inflammation can have, or have had.
fn grades(present: LungInflammation) -> impl Iterator<Item = CtcaeGrade> {
    let of: &[CtcaeGrade] = match present {
        LungInflammation::None => &[CtcaeGrade::Zero],
        LungInflammation::Past => &CtcaeGrade::ALL[CtcaeGrade::One.index()..],
        LungInflammation::GradeOne => &[CtcaeGrade::One],
        LungInflammation::GradeTwoOrMore => &CtcaeGrade::ALL[CtcaeGrade::Two.index()..],
    };
    of.iter().copied()
}

impl<'a> PlanItem<'a> {
    /// What is looked at before the first dose of its medicines. One that is not met closes the option; one that is not known leaves it as it is.
    pub fn checks(self) -> impl Iterator<Item = Check> + 'a {
        let (plan, index) = (self.plan, CheckIndex::all());
        self.regimen().drugs().flat_map(move |drug| {
            let pages = index.of(drug);
            let pages = index
                .pages
                .iter()
                .enumerate()
                .filter(move |(at, _)| pages & 1 << at != 0);
            pages.filter_map(move |(at, check)| {
                let checked = plan.checked[at]?;
                Some(Check {
                    kind: check.kind,
                    drug,
                    page: check.page,
                    standing: checked.standing,
                    row: checked.row,
                    asks: checked.asks,
                })
            })
        })
    }

    /// Whether a check closes it although a row that lists it holds or may hold.
    pub fn is_closed_by_a_check(self) -> bool {
        self.plan.closed_by_checks(self.option)
    }
}

impl Plan {
    /// Whether of some medicine that belongs to the option, or of every one of a choice, a check is not met.
    pub(super) fn closed_by_checks(&self, option: usize) -> bool {
        let groups = self.index.options[option].checks.iter();
        let mut groups = groups.filter(|group| !group.is_empty());
        groups.any(|group| group.iter().all(|pages| pages & self.not_met != 0))
    }

    /// How the pages of checks stand, and one bit for each that is not met.
    pub(super) fn check(known: &Situation) -> (Vec<Option<Checked>>, u32) {
        let pages = CheckIndex::all().pages.iter();
        let checked: Vec<_> = pages.map(|page| page.check(known)).collect();
        let not_met = checked.iter().enumerate().fold(0, |bits, (at, checked)| {
            let closed = checked.is_some_and(|of| of.standing == Standing::Closed);
            bits | u32::from(closed) << at
        });
        (checked, not_met)
    }
}
