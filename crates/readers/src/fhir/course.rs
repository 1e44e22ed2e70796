//! The course of the disease: who the patient is, diagnoses, spread, and what stands beside the laboratory's records.

use super::about::answers;
use super::day::{dated, of_period};
use super::heard::{Given, Unheard, Valued, amount, unit};
use super::held::{Gathered, Held};
use super::shape::{Concept, Condition, Observation};
use super::token::Text;
use super::tumor::words;
use crate::value;
use her2_case::{
    Course, CoursePoint, Fact, HrStatus, Key, LvefMethod, LvefReading, Menopause, Origin, Paths,
    PriorTherapy, Procedure, Setting, Sex, Span, Timing,
};
use her2_knowledge::codes::{
    CodedAnswer, Item, NamedDiagnosis, StatedStatus, Wording, course_days, is_ejection_fraction,
    is_primary_elsewhere, item_named,
};
use jiff::Unit;
use jiff::civil::Date;

/// A status that a diagnosis states without naming a test.
pub(super) struct Stated {
    /// What.
    pub(super) status: StatedStatus,
    /// When it was recorded.
    pub(super) when: Option<Date>,
    /// Where it stands.
    pub(super) span: Span,
    /// How that place is called.
    pub(super) path: String,
}

/// What the diagnoses say.
#[derive(Default)]
pub(super) struct Diagnoses {
    /// Statements of the status.
    pub(super) stated: Vec<Stated>,
    /// Whether cancer of the breast is among them, and where.
    pub(super) breast: Option<Span>,
    /// Whether a cancer of another organ is.
    pub(super) other_organ: Option<Span>,
    /// First day of a distant metastasis.
    pub(super) metastasis: Option<Fact<Date>>,
    /// Where everything stands.
    pub(super) paths: Paths,
}

/// Who the patient is.
pub(super) fn person(
    all: &Gathered<'_>,
    course: &mut Course,
    paths: &mut Paths,
    text: &str,
) -> Option<Key> {
    let held = all.patients.first()?;
    let path = held.path();
    if let Some(gender) = held.it.gender {
        let sex = match &*gender.value() {
            "female" => Some(Sex::Female),
            "male" => Some(Sex::Male),
            _ => None,
        };
        if let Some(sex) = sex {
            let span = gender.span(text);
            paths.add(span, format!("{path}.gender"));
            course.sex = Some(Fact::new(sex, Origin::span(span)));
        }
    }
    if let Some(born) = dated(held.it.birth_date, text) {
        paths.add(
            born.origin.as_span().unwrap_or(Span::new(0, 0)),
            format!("{path}.birthDate"),
        );
        course.born = Some(born);
    }
    let mut identifiers = held.it.identifier.iter();
    let record_number = identifiers.find(|of| {
        let kind = of.r#type.as_ref();
        kind.is_some_and(|kind| {
            kind.coding
                .iter()
                .any(|coding| coding.code.is_some_and(|code| code.value() == "MR"))
        })
    });
    let number = record_number.and_then(|of| of.value).and_then(Text::plain);
    let any = super::held::identifier(&held.it.identifier);
    number.or(any).or(held.id).and_then(Key::new)
}

/// Reads the diagnoses.
pub(super) fn diagnoses(all: &mut Gathered<'_>, course: &mut Course, text: &str) -> Diagnoses {
    let mut read = Diagnoses::default();
    let mut passed = Vec::new();
    for held in &all.conditions {
        if let Err(why) = read.condition(held, course, text) {
            passed.push((held.kind, why));
        }
    }
    for (kind, why) in passed {
        all.passed.add(kind, why);
    }
    if let Some(metastasis) = read.metastasis {
        course.setting = course
            .setting
            .or(Some(metastasis.with(Setting::Metastatic)));
        // Spread that was there from the start is no recurrence.
        let later = course.diagnosed.is_some_and(|first| {
            days(first.value, metastasis.value) > course_days().spread_from_the_start
        });
        if later {
            course.recurrence = earlier(course.recurrence, Some(metastasis));
        }
    }
    read
}

impl Diagnoses {
    fn condition(
        &mut self,
        held: &Held<'_, Condition<'_>>,
        course: &mut Course,
        text: &str,
    ) -> Result<(), &'static str> {
        let it = &held.it;
        let path = held.path();
        let is = |concept: &Option<Concept<'_>>, codes: &[&str]| {
            concept.as_ref().is_some_and(|of| {
                let mut found = of.coding.iter().filter_map(|coding| coding.code);
                found.any(|code| codes.contains(&&*code.value()))
            })
        };
        if is(&it.verification_status, &["entered-in-error"]) {
            return Err("entered-in-error");
        }
        if is(
            &it.verification_status,
            &["refuted", "unconfirmed", "provisional", "differential"],
        ) {
            return Err("not confirmed");
        }
        let Some(code) = &it.code else {
            return Err("without a code");
        };
        let onset = dated(
            it.onset_date_time.or(of_period(it.onset_period.as_ref())),
            text,
        );
        let recorded = dated(it.recorded_date.or(it.asserted_date), text);
        let when = onset.or(recorded);
        let mut used = false;
        let mut breast = None;
        for (answer, coding) in answers(code) {
            let Some(span) = coding.display.or(coding.code).map(|words| words.span(text)) else {
                continue;
            };
            match answer {
                CodedAnswer::BreastCancer(_) => breast = breast.or(Some(span)),
                CodedAnswer::Metastasis(_) => {
                    used = true;
                    self.spread(when, &path);
                }
                CodedAnswer::Status(status) => {
                    used = true;
                    self.paths.add(span, format!("{path}.code"));
                    self.stated.push(Stated {
                        status,
                        when: recorded.or(onset).map(|of| of.value),
                        span,
                        path: format!("{path}.code"),
                    });
                    if let Some(positive) = status.hormone_receptors {
                        let status = if positive {
                            HrStatus::Positive
                        } else {
                            HrStatus::Negative
                        };
                        course.hr_status = course
                            .hr_status
                            .or(Some(Fact::new(status, Origin::span(span))));
                    }
                }
                _ => {}
            }
        }
        if !used && breast.is_none() {
            for word in words(Given::Concept(code)) {
                match Wording::of(&word.value()).diagnosis() {
                    Some(NamedDiagnosis::Spread) => {
                        used = true;
                        self.spread(when, &path);
                        break;
                    }
                    Some(NamedDiagnosis::BreastCancer) => {
                        breast = Some(word.span(text));
                        break;
                    }
                    None => {}
                }
            }
        }
        if let Some(span) = breast {
            used = true;
            self.breast = self.breast.or(Some(span));
            self.paths.add(span, format!("{path}.code"));
            course.diagnosed = earlier(course.diagnosed, when);
            if let Some(when) = when {
                self.paths
                    .add(when.origin.as_span().unwrap_or(span), path.clone());
            }
            if is(&it.clinical_status, &["recurrence", "relapse"]) {
                let back = recorded.or(onset);
                course.recurrence = earlier(
                    course.recurrence,
                    back.filter(|of| course.diagnosed.is_none_or(|first| first.value < of.value)),
                );
            }
            for stage in it.stage.iter().filter_map(|of| of.summary.as_ref()) {
                let four = super::tumor::stage(Given::Concept(stage), text)
                    .filter(|(group, _)| group.starts_with("IV"));
                if let Some((_, span)) = four {
                    self.paths.add(span, format!("{path}.stage"));
                    course.setting = course.setting.or(Some(Fact {
                        when: when.map(|of| of.value),
                        ..Fact::new(Setting::Metastatic, Origin::span(span))
                    }));
                }
            }
        } else if !used && let Some(span) = other_primary(code, text) {
            self.other_organ = self.other_organ.or(Some(span));
            used = true;
        }
        if used {
            Ok(())
        } else {
            Err("not about breast cancer")
        }
    }

    fn spread(&mut self, when: Option<Fact<Date>>, path: &str) {
        if let Some(when) = when {
            self.paths
                .add(when.origin.as_span().unwrap_or(Span::new(0, 0)), path);
        }
        self.metastasis = earlier(self.metastasis, when);
    }
}

/// A primary cancer of another organ, by its code.
fn other_primary(code: &Concept<'_>, text: &str) -> Option<Span> {
    code.coding.iter().find_map(|coding| {
        let code = coding.code?;
        let primary = is_primary_elsewhere(code.plain()?);
        primary.then(|| code.span(text))
    })
}

fn earlier(one: Option<Fact<Date>>, other: Option<Fact<Date>>) -> Option<Fact<Date>> {
    match (one, other) {
        (Some(one), Some(other)) => Some(if other.value < one.value { other } else { one }),
        (one, other) => one.or(other),
    }
}

/// Days from one day to another.
pub(super) fn days(from: Date, to: Date) -> i32 {
    from.until((Unit::Day, to))
        .map(|span| span.get_days())
        .unwrap_or_default()
}

/// An ejection fraction.
pub(super) fn lvef(
    of: &Observation<'_>,
    item: Item,
    path: &str,
    course: &mut Course,
    paths: &mut Paths,
    text: &str,
) -> Result<(), Unheard> {
    let not = Unheard::NotUnderstood;
    let (given, element) = of.given().ok_or(not)?;
    let (amount, span) = amount(given, text).ok_or(not)?;
    let percent = amount.exact().ok_or(not)?;
    let in_percent = match given {
        Given::Quantity(of) => matches!(unit(of), "%" | "percent" | "{percent}" | ""),
        _ => true,
    };
    if !in_percent || !is_ejection_fraction(percent) {
        return Err(not);
    }
    let when = of
        .effective_date_time
        .or(of.effective_instant)
        .or(of_period(of.effective_period.as_ref()))
        .or(of.issued);
    let date = when.and_then(super::day::day).ok_or(not)?;
    // The method alone does not name what is measured.
    let methods = of.method.as_ref();
    let methods = methods.map(|method| words(Given::Concept(method)));
    let by_method = methods
        .into_iter()
        .flatten()
        .find_map(|words| item_named(&format!("LVEF {}", words.value())).and_then(lvef_method));
    let method = lvef_method(item).or(by_method);
    paths.add(span, format!("{path}.{element}"));
    let reading = LvefReading {
        date,
        percent: percent.shortened(),
        method,
        baseline: false,
    };
    course.lvef.push(Fact {
        when: Some(date),
        ..Fact::new(reading, Origin::span(span))
    });
    Ok(())
}

/// How an ejection fraction is measured, where the item tells.
fn lvef_method(item: Item) -> Option<LvefMethod> {
    match item {
        Item::LvefEcho => Some(LvefMethod::Echo),
        Item::LvefMuga => Some(LvefMethod::Muga),
        Item::LvefMri => Some(LvefMethod::Mri),
        _ => None,
    }
}

/// Menopausal state.
pub(super) fn menopause(
    of: &Observation<'_>,
    path: &str,
    course: &mut Course,
    paths: &mut Paths,
    text: &str,
) -> Result<(), Unheard> {
    let (given, element) = of.given().ok_or(Unheard::NotUnderstood)?;
    let coded = match given {
        Given::Concept(concept) => answers(concept).find_map(|(answer, coding)| match answer {
            CodedAnswer::Menopause(state) => {
                Some((state, coding.display.or(coding.code)?.span(text)))
            }
            _ => None,
        }),
        _ => None,
    };
    let worded = || {
        words(given).into_iter().find_map(|words| {
            let said = words.value();
            let read = value::menopause(super::heard::untagged(&said))?;
            let state = match read.value {
                value::Menopausal::Pre => Menopause::Pre,
                value::Menopausal::Post => Menopause::Post,
                // Neither before nor after: the question has no answer for it.
                value::Menopausal::Peri => return None,
            };
            Some((state, words.span_of(&read.range, text)))
        })
    };
    let (state, span) = coded.or_else(worded).ok_or(Unheard::NotUnderstood)?;
    paths.add(span, format!("{path}.{element}"));
    let when = of.effective_date_time.and_then(super::day::day);
    // The newest statement counts.
    if course.menopause.is_none_or(|held| held.when <= when) {
        course.menopause = Some(Fact {
            when,
            ..Fact::new(state, Origin::span(span))
        });
    }
    Ok(())
}

/// Says of each therapy whether it was before or after surgery for early disease, or for metastatic disease.
pub(super) fn place_therapies(
    therapies: &mut [Fact<PriorTherapy>],
    surgeries: &[super::sample::Surgery],
    course: &Course,
    metastasis: Option<Date>,
) {
    let known = metastasis.or(course
        .setting
        .filter(|of| of.value == Setting::Metastatic)
        .and_then(|of| of.when));
    let operations = surgeries.iter().filter(|of| is_operation(of.procedure));
    let operations: Vec<Date> = operations.map(|of| of.date).collect();
    for therapy in therapies {
        let Some(started) = therapy.value.started else {
            continue;
        };
        if known.is_some_and(|day| day <= started) {
            therapy.value.setting = Some(Setting::Metastatic);
            continue;
        }
        let before = operations
            .iter()
            .any(|day| started < *day && days(started, *day) <= course_days().around_surgery);
        let after = operations
            .iter()
            .any(|day| *day <= started && days(*day, started) <= course_days().around_surgery);
        if before && !after {
            therapy.value.setting = Some(Setting::Early);
            therapy.value.timing = Some(Timing::BeforeSurgery);
        } else if after {
            therapy.value.setting = Some(Setting::Early);
            let pretreated = therapy.value.started.is_some();
            therapy.value.timing = pretreated.then_some(Timing::AfterSurgery);
        }
    }
}

fn is_operation(procedure: Procedure) -> bool {
    matches!(procedure, Procedure::Excision | Procedure::Mastectomy)
}

/// Where on the course a specimen was taken, where dates tell: at surgery that systemic therapy went before, or when the cancer had come back.
pub(super) fn point(
    taken: Date,
    procedure: Option<Procedure>,
    therapies: &[Fact<PriorTherapy>],
    surgeries: &[super::sample::Surgery],
    course: &Course,
) -> Option<CoursePoint> {
    if course.recurrence.is_some_and(|back| back.value <= taken) {
        return None;
    }
    let operation = procedure.is_some_and(is_operation);
    let first_operation = surgeries
        .iter()
        .filter(|of| is_operation(of.procedure))
        .map(|of| of.date)
        .min();
    let systemic = therapies.iter().filter(|therapy| {
        let has = therapy
            .value
            .has(|class| class.is_chemotherapy() || class.is_her2_directed());
        let started = therapy.value.started;
        has && started.is_some_and(|started| {
            started < taken && days(started, taken) <= course_days().around_surgery
        })
    });
    let first_systemic = systemic.filter_map(|therapy| therapy.value.started).min()?;
    let first = first_operation.is_none_or(|day| first_systemic < day);
    (operation && first).then_some(CoursePoint::AfterNeoadjuvant)
}
