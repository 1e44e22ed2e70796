//! What was measured of the heart, and what the labels ask for today.

use super::Monitored;
use super::words::{depends, name, names, terms};
use super::{overdue, picture};
use crate::connect::about as about_finding;
use crate::page::{Block, Grid};
use crate::sentence::{About, Sentence};
use crate::writer::{Writer, text};
use her2_case::{LvefAction, Question, Term, TermSet};
use her2_knowledge::MonitoringPage;
use her2_pages::Finding;
use her2_pathway::monitoring::{HeartRule, LowerLimit, MedicinePlan, OnHold, Reading};

/// The one thing to know.
pub(super) fn lead(writer: &mut Writer<'_>, of: &Monitored<'_>) -> Vec<Sentence> {
    let plan = of.plan;
    let date = writer.words.day(plan.as_of);
    if plan.medicines.is_empty() {
        return writer.frame("monitor-none");
    }
    let mut said = overdue::lead(writer, of);
    said.extend(later(writer, of));
    said.extend(match (plan.hold, plan.resume, plan.together) {
        (Some(hold), Some(resume), _) => {
            let about = all(plan.medicines.iter().flat_map(held_about));
            let since = writer.words.day(hold.from);
            let mut values = vec![text("since", &since), text("date", &date)];
            let action = resume.one().map(|_| terms(writer, resume.answers));
            match &action {
                Some(action) => {
                    values.push(text("action", action));
                    writer.say("monitor-lead-resume", &values, &about)
                }
                None => writer.say("monitor-lead-resume-open", &values, &about),
            }
        }
        (_, _, Some(together)) => {
            let action = terms(writer, together.answers);
            let about = all(plan.medicines.iter().flat_map(rules_about));
            let (date, action) = (text("date", &date), text("action", &action));
            let message = match together.one() {
                Some(_) => "monitor-lead-action",
                None => "monitor-lead-open",
            };
            writer.say(message, &[date, action], &about)
        }
        _ if by_value(of) => writer.say("monitor-lead-no-reading", &[], &About::NotSaid("lvef")),
        _ if plan.medicines.iter().any(MedicinePlan::is_unverified) => Vec::new(),
        _ => writer.frame("monitor-lead-no-rule"),
    });
    said.extend(open(writer, of));
    said.extend(overdue::next_while_held(writer, of));
    let unverified: Vec<_> = (0..plan.medicines.len())
        .filter(|at| plan.medicines[*at].is_unverified())
        .collect();
    if !unverified.is_empty() {
        let medicines = names(writer.words, of, &unverified);
        let about = all(unverified
            .iter()
            .flat_map(|at| rules_about(&plan.medicines[*at])));
        let values = [text("medicines", &medicines)];
        said.extend(writer.say("monitor-lead-incomplete", &values, &about));
    }
    said
}

/// Values dated after the day, perhaps by a slip of the pen: they are not used.
pub(super) fn later(writer: &mut Writer<'_>, of: &Monitored<'_>) -> Vec<Sentence> {
    let readings = &of.plan.measured.later;
    if readings.is_empty() {
        return Vec::new();
    }
    let days: Vec<String> = readings
        .iter()
        .map(|of| writer.words.day(of.of.date))
        .collect();
    let (days, date) = (days.join(", "), writer.words.day(of.plan.as_of));
    let about = About::Facts(readings.iter().map(|of| of.origin).collect());
    let values = [text("days", &days), text("date", &date)];
    writer.say("monitor-later", &values, &about)
}

/// Medicines whose own answer is open, each with what decides it.
fn open(writer: &mut Writer<'_>, of: &Monitored<'_>) -> Vec<Sentence> {
    let mut said = Vec::new();
    for (at, plan) in of.plan.medicines.iter().enumerate() {
        let Some(depends) = depends_on(writer, of, at) else {
            continue;
        };
        let medicine = name(writer.words, &of.request.medicines[at]);
        let (action, about) = match plan.on_hold.as_slice() {
            [] => {
                let own = plan.own().unwrap_or(TermSet::EMPTY);
                (terms(writer, own), all(rules_about(plan).into_iter()))
            }
            _ => {
                let open = writer.message("monitor-not-settled", &[]);
                (open, all(held_about(plan).into_iter()))
            }
        };
        let values = [
            text("medicine", &medicine),
            text("action", &action),
            text("depends", &depends),
        ];
        let message = match of.plan.medicines.len() {
            1 => "monitor-lead-depends",
            _ => "monitor-lead-one-open",
        };
        said.extend(writer.say(message, &values, &about));
    }
    said
}

/// What decides the open answer of a medicine.
fn depends_on(writer: &Writer<'_>, of: &Monitored<'_>, at: usize) -> Option<String> {
    let asks = of.plan.medicines[at].depends_on();
    depends(writer, &asks).filter(|_| of.is_asked_today(at))
}

fn by_value(of: &Monitored<'_>) -> bool {
    let mut rules = of
        .plan
        .medicines
        .iter()
        .flat_map(|medicine| &medicine.rules);
    rules.any(|rule| matches!(rule, HeartRule::Found { .. }))
}

/// The measured values.
pub(super) fn measured(writer: &mut Writer<'_>, of: &Monitored<'_>) -> Vec<Block> {
    let plan = of.plan;
    if plan.measured.series.is_empty() {
        return Vec::new();
    }
    let mut facts = vec![
        value(writer, "monitor-before", plan.measured.before.as_ref()),
        value(writer, "monitor-newest", plan.measured.newest.as_ref()),
    ];
    let origins: Vec<_> = plan.measured.series.iter().map(|one| one.origin).collect();
    let fall = match plan.derived.drop {
        Some(points) => {
            let points = points.to_string();
            let about = About::Facts(origins.clone());
            writer.line("monitor-points-exact", &[text("points", &points)], &about)
        }
        None => writer.line("monitor-not-given", &[], &About::NotSaid("lvef")),
    };
    facts.push((writer.label("monitor-fall"), vec![fall]));
    let limit = match of.request.limit {
        LowerLimit::At(limit) => {
            let answer = her2_case::CareCase::origin_of(Question::LvefBelowLln);
            writer.literal(format!("{limit}%"), &About::fact(answer))
        }
        LowerLimit::NotSet => {
            let answer = her2_case::CareCase::origin_of(Question::LvefLocalLimit);
            writer.line("monitor-limit-none", &[], &About::fact(answer))
        }
        LowerLimit::Unknown => writer.line(
            "monitor-limit-unknown",
            &[],
            &About::NotSaid("lvef-below-lln"),
        ),
    };
    facts.push((writer.label("monitor-limit"), vec![limit]));
    let mut blocks = vec![Block::Facts(facts)];
    blocks.extend(picture::picture(writer, of));
    blocks
}

fn value(
    writer: &mut Writer<'_>,
    label: &'static str,
    reading: Option<&Reading>,
) -> (Sentence, Vec<Sentence>) {
    let said = match reading {
        Some(reading) => {
            let (percent, date) = (
                reading.of.percent.to_string(),
                writer.words.day(reading.of.date),
            );
            writer.line(
                "monitor-value",
                &[text("percent", &percent), text("date", &date)],
                &About::fact(reading.origin),
            )
        }
        None => writer.line("monitor-not-given", &[], &About::NotSaid("lvef")),
    };
    (writer.label(label), vec![said])
}

/// What each label asks for, a medicine a row.
pub(super) fn labels(writer: &mut Writer<'_>, of: &Monitored<'_>) -> Vec<Block> {
    let mut rows = Vec::new();
    let shown = of.plan.medicines.iter().enumerate();
    for (at, plan) in shown {
        let medicine = &of.request.medicines[at];
        let named = |writer: &mut Writer<'_>, about: &About| {
            vec![writer.literal(name(writer.words, medicine), about)]
        };
        if plan.rules.is_empty() {
            let about = About::Frame("monitor-no-page");
            let named = named(writer, &about);
            let said = writer.line("monitor-no-page", &[], &about);
            rows.push(vec![named, vec![said], Vec::new()]);
        }
        for held in &plan.on_hold {
            let about = all(held_about(plan).into_iter());
            let named = named(writer, &about);
            let answers = plan.resumes();
            let action = match answers.single() {
                Some(_) if held.finding.one().is_some() => terms_with(writer, &held.finding),
                Some(_) => terms(writer, answers),
                None => {
                    let open = writer.message("monitor-not-settled", &[]);
                    match depends(writer, &plan.depends_on()) {
                        Some(depends) => format!("{open}; {depends}"),
                        None => open,
                    }
                }
            };
            let mut said = vec![writer.line("monitor-on-hold", &[text("action", &action)], &about)];
            if stands(plan) {
                said.push(writer.line("monitor-not-repeated", &[], &About::NotSaid("lvef")));
            }
            let anchors = match stands(plan) {
                true => plan.rules.iter().find_map(|rule| match rule {
                    HeartRule::Found { finding, .. } => Some(anchors(writer, finding)),
                    _ => None,
                }),
                false => Some(anchors(writer, &held.finding)),
            };
            let row = writer.english(anchors.unwrap_or_default(), &about);
            rows.push(vec![named, said, vec![row]]);
        }
        let rules = plan.rules.iter().filter(|_| plan.on_hold.is_empty());
        for rule in rules {
            let about = rule_about(rule);
            let named = named(writer, &about);
            let (said, row) = match rule {
                HeartRule::Found { finding, .. } => {
                    let unmeasured = of.plan.each[at].is_none();
                    let said = if unmeasured {
                        writer.line("monitor-not-given", &[], &About::NotSaid("lvef"))
                    } else {
                        let words = terms_with(writer, finding);
                        writer.literal(words, &about)
                    };
                    let row = match unmeasured {
                        true => writer.line("monitor-days-none", &[], &about),
                        false => {
                            let anchors = anchors(writer, finding);
                            writer.english(anchors, &about)
                        }
                    };
                    (said, row)
                }
                HeartRule::OfPartner(page) => (
                    writer.line("monitor-of-partner", &[], &about),
                    writer.page_words(page.title, &about),
                ),
                HeartRule::Unverified(page) => (
                    writer.line("monitor-unverified", &[], &about),
                    writer.page_words(page.title, &about),
                ),
            };
            let mut said = vec![said];
            said.extend(with_partner(writer, of, at, plan, &about));
            rows.push(vec![named, said, vec![row]]);
        }
    }
    let mut blocks = vec![Block::Grid(Grid {
        caption: writer.label("monitor-heading-labels"),
        head: vec![
            writer.label("monitor-column-medicine"),
            writer.label("monitor-column-asks"),
            writer.label("monitor-column-row"),
        ],
        rows,
    })];
    blocks.extend(failures(writer, of));
    blocks.extend(unverified(writer, of));
    blocks
}

/// Whether what the value that led to the hold asks for stands, because no value was measured since.
fn stands(plan: &MedicinePlan) -> bool {
    let open = |held: &OnHold| held.finding.one().is_none();
    plan.stands.is_some() && plan.on_hold.iter().any(open)
}

/// What a medicine on hold rests on: whether it may go on, or what led to the hold while that stands.
fn held_about(plan: &MedicinePlan) -> Vec<About> {
    if stands(plan) {
        return rules_about(plan);
    }
    let held = plan.on_hold.iter();
    held.map(|held| about_finding(&held.finding)).collect()
}

/// The rows that a finding may rest on, by name.
fn anchors<T: Term>(writer: &Writer<'_>, finding: &Finding<T>) -> String {
    let anchors = finding.rows().map(|row| row.anchor().to_owned());
    let joined = anchors.reduce(|first, last| {
        let values = [text("first", &first), text("last", &last)];
        writer.message("monitor-rows-or", &values)
    });
    joined.unwrap_or_default()
}

/// That it is held because its partner is, where its own page says something milder.
fn with_partner(
    writer: &mut Writer<'_>,
    of: &Monitored<'_>,
    at: usize,
    plan: &MedicinePlan,
    about: &About,
) -> Option<Sentence> {
    let with = of.plan.each[at]?;
    let own = plan.own().unwrap_or(TermSet::only(LvefAction::NoRule));
    if with == own {
        return None;
    }
    let action = terms(writer, with);
    Some(writer.line("monitor-with-partner", &[text("action", &action)], about))
}

fn failures(writer: &mut Writer<'_>, of: &Monitored<'_>) -> Vec<Block> {
    let mut items = Vec::new();
    for (plan, medicine) in of.plan.medicines.iter().zip(of.request.medicines) {
        for failure in &plan.failures {
            let about = About::Knowledge {
                page: failure.page.id,
                cite: failure.cite,
                mark: failure.mark,
            };
            let message = match failure.present {
                Some(true) => "monitor-failure-present",
                Some(false) => continue,
                None => "monitor-failure",
            };
            let action = terms(writer, TermSet::only(failure.action));
            let named = writer.literal(format!("{}:", name(writer.words, medicine)), &about);
            let said = writer.line(message, &[text("action", &action)], &about);
            items.push(vec![named, said]);
        }
    }
    (!items.is_empty())
        .then_some(Block::List(items))
        .into_iter()
        .collect()
}

/// Rules that nobody has verified, as sentences.
fn unverified(writer: &mut Writer<'_>, of: &Monitored<'_>) -> Vec<Block> {
    let mut items = Vec::new();
    for (plan, medicine) in of.plan.medicines.iter().zip(of.request.medicines) {
        for rule in &plan.rules {
            if let HeartRule::Unverified(page) = rule {
                let said = page.statements_for(&medicine.watched, of.request.setting);
                items.extend(said.map(|said| {
                    let about = About::Knowledge {
                        page: page.id,
                        cite: said.cite,
                        mark: said.mark,
                    };
                    vec![writer.page_words(said.text, &about)]
                }));
            }
        }
    }
    if items.is_empty() {
        return Vec::new();
    }
    vec![
        Block::Heading(writer.label("monitor-unverified-heading")),
        Block::List(items),
    ]
}

/// The heart before the first dose.
pub(super) fn start(writer: &mut Writer<'_>, of: &Monitored<'_>) -> Vec<Block> {
    let mut items = Vec::new();
    for (plan, medicine) in of.plan.medicines.iter().zip(of.request.medicines) {
        for start in &plan.starts {
            let about = about_finding(&start.finding);
            let words = terms_with(writer, &start.finding);
            items.push(line(
                writer,
                &name(writer.words, medicine),
                &words,
                start.page,
                &about,
            ));
        }
    }
    (!items.is_empty())
        .then_some(Block::List(items))
        .into_iter()
        .collect()
}

/// What other values and grades ask for.
pub(super) fn values(writer: &mut Writer<'_>, of: &Monitored<'_>) -> Vec<Block> {
    let mut items = Vec::new();
    for (plan, medicine) in of.plan.medicines.iter().zip(of.request.medicines) {
        for dose in &plan.doses {
            let about = about_finding(&dose.finding);
            let words = terms_with(writer, &dose.finding);
            items.push(line(
                writer,
                &name(writer.words, medicine),
                &words,
                dose.page,
                &about,
            ));
        }
    }
    (!items.is_empty())
        .then_some(Block::List(items))
        .into_iter()
        .collect()
}

/// The answers of a finding, and what decides where more than one is left.
fn terms_with<T: Term>(writer: &Writer<'_>, finding: &Finding<T>) -> String {
    let words = terms(writer, finding.answers());
    let asks: Vec<_> = finding.asks().iter().collect();
    match depends(writer, &asks) {
        Some(depends) if finding.one().is_none() => format!("{words}; {depends}"),
        _ => words,
    }
}

fn line(
    writer: &mut Writer<'_>,
    medicine: &str,
    words: &str,
    page: &MonitoringPage,
    about: &About,
) -> Vec<Sentence> {
    let values = [
        text("medicine", medicine),
        text("title", writer.words.said(page.title)),
    ];
    let stands = writer.message("monitor-stands", &values);
    vec![writer.literal(format!("{stands}: {words}."), about)]
}

fn rules_about(plan: &MedicinePlan) -> Vec<About> {
    plan.rules.iter().map(rule_about).collect()
}

fn rule_about(rule: &HeartRule) -> About {
    match rule {
        HeartRule::Found { finding, .. } => about_finding(finding),
        HeartRule::OfPartner(page) | HeartRule::Unverified(page) => About::Knowledge {
            page: page.id,
            cite: page.cite,
            mark: her2_case::Mark::ToVerify,
        },
    }
}

/// One subject for several.
fn all(abouts: impl Iterator<Item = About>) -> About {
    let abouts: Vec<_> = abouts.collect();
    let found: Vec<_> = abouts
        .iter()
        .filter(|about| matches!(about, About::Finding { .. }))
        .cloned()
        .collect();
    let joined = crate::told::joined(&found);
    let first = abouts.into_iter().next();
    joined
        .or(first)
        .unwrap_or(About::NotSaid(Question::Lvef.name()))
}

/// Whether the term is one of a set, for a picture or JSON.
pub(super) fn term_names<T: Term>(answers: TermSet<T>) -> Vec<&'static str> {
    answers.iter().map(Term::name).collect()
}
