//! The clinician's view.

use super::Reply;
use super::asked::{ANSWER, carrying};
use super::route::{AskedOf, html};
use super::watch::Watched;
use crate::{CareInput, PacketAsked, PlanWith, Planned, packet_asked};
use her2_case::{CareCase, Question};
use her2_documents::AskedQuestion;
use her2_documents::site::{self, Asked, ClinicianView, Part, Told, Trouble};

/// Fields that the page shows.
const SHOWN: [&str; 11] = [
    ANSWER,
    "monitor",
    "medicine",
    "start",
    "end",
    "setting",
    "lln",
    "lvef-date",
    "lvef-percent",
    "held-from",
    "held-until",
];

/// The page.
pub(super) fn page(asked: &AskedOf<'_>, mut told: Vec<Told>) -> Reply {
    let (reading, today, lang) = (&asked.one.reading, asked.visit.today, asked.lang());
    let decided = reading.decide(today, None);
    let findings = decided.clinician(lang);
    let findings = findings.expect("the frame is in this language");
    let watched = Watched::of(asked);
    let (mut care, answered) = answers(asked);
    care.join(watched.care());
    let planned = care.plan(Some(reading), today, None);
    let options = planned.page(PlanWith::default(), lang);
    let options = options.expect("the frame is in this language");
    if !watched.is_sound() && told.is_empty() {
        told.push(Told {
            trouble: Trouble::Field,
            file: None,
        });
    }
    let monitoring = watched.input.names_medicines() && watched.is_sound();
    let monitoring = monitoring
        .then(|| watched.input.document(today, lang))
        .flatten();
    let checked: Vec<_> = decided.check_each().collect();
    let each = reading.records().iter().zip(&checked);
    let checks: Vec<_> = each
        .flat_map(|(record, checked)| checked.shown().iter().map(|shown| (record.source, shown)))
        .collect();
    let unread = answered.iter().any(|one| !one.read);
    let unnamed = asked.visit.field("monitor").is_some() && !watched.input.names_medicines();
    let troubles = [(unread, Trouble::Answer), (unnamed, Trouble::Medicine)];
    let troubles = troubles.into_iter().filter(|(is, _)| *is);
    told.extend(troubles.map(|(_, trouble)| Told {
        trouble,
        file: None,
    }));
    let kept = asked.travels(&SHOWN);
    let frame = &carrying(asked.frame, "/record/clinician", &kept);
    let view = ClinicianView {
        findings: Part {
            id: "findings",
            heading: "site-clinician-findings",
            page: findings.page(),
        },
        more: Vec::new(),
        options: Part {
            id: "options",
            heading: "site-clinician-options",
            page: options.page(),
        },
        asked: &questions(&planned, &answered, lang),
        monitoring: monitoring.as_ref().map(|document| Part {
            id: "monitoring",
            heading: "site-clinician-monitoring",
            page: document.page(),
        }),
        watch: &watched.form,
        checks: &checks,
        sources: reading.sources(),
        partly: &asked.one.partly,
        told: &told,
        notices: &asked.one.notices,
        travels: asked.kept.is_some(),
    };
    let status = if told.is_empty() { 200 } else { 422 };
    html(frame, status, site::clinician(frame, &view))
}

/// The packet for an insurance appeal or a prior authorization.
pub(super) fn packet(asked: &AskedOf<'_>) -> Reply {
    let (reading, lang) = (&asked.one.reading, asked.lang());
    let (mut care, _) = answers(asked);
    care.join(Watched::of(asked).care());
    let planned = care.plan(Some(reading), asked.visit.today, None);
    let chosen = asked.visit.field("packet").unwrap_or_default();
    let named = Some(chosen).filter(|name| !name.is_empty());
    let wanted = packet_asked(named).unwrap_or(PacketAsked::Every);
    let document = planned.packet(wanted, lang);
    let document = document.expect("the frame is in this language");
    let kept = asked.travels(&["packet"]);
    let frame = &carrying(asked.frame, "/record/packet", &kept);
    let travels = asked.kept.is_some();
    let page = site::packet(
        frame,
        document.page(),
        reading.sources(),
        &asked.one.partly,
        travels,
        chosen,
    );
    html(frame, 200, page)
}

/// An answer that was given: its question, the value, and whether it was read.
pub(super) struct Answered {
    question: Question,
    value: String,
    read: bool,
}

/// What was answered, and the case of it.
pub(super) fn answers(asked: &AskedOf<'_>) -> (CareInput, Vec<Answered>) {
    let mut care = CareInput::default();
    let mut all = Vec::new();
    for (name, value) in asked.visit.answers() {
        let mut known = CareCase::QUESTIONS
            .iter()
            .copied()
            .chain([Question::Her2Category]);
        let Some(question) = known.find(|question| question.name() == name) else {
            continue;
        };
        all.push(Answered {
            question,
            value: value.to_owned(),
            read: care.answer(name, value).is_ok(),
        });
    }
    (care, all)
}

/// The open questions, and before them those whose answer could not be read; then what was answered.
fn questions(planned: &Planned<'_>, answered: &[Answered], lang: &str) -> Vec<Asked> {
    let Some(words) = her2_documents::Words::of(lang) else {
        return Vec::new();
    };
    let given = answered.iter().map(|one| {
        let asked = AskedQuestion::new(words, one.question, 0);
        field(asked, one.read, one)
    });
    let open = planned.asks(lang).into_iter();
    let open = open.filter(|ask| answered.iter().all(|one| one.question.name() != ask.name));
    let open = open.map(|ask| Asked {
        settles: Some(u32::try_from(ask.options).unwrap_or(u32::MAX)),
        ..blank(ask)
    });
    open.chain(given).collect()
}

fn field(asked: AskedQuestion, read: bool, one: &Answered) -> Asked {
    Asked {
        value: one.value.clone(),
        wrong: !read,
        ..blank(asked)
    }
}

fn blank(asked: AskedQuestion) -> Asked {
    let choices = asked.choices.into_iter();
    Asked {
        name: asked.name.to_owned(),
        title: asked.title,
        ask: asked.ask,
        help: asked.help,
        choices: choices
            .map(|(name, words)| (name.to_owned(), words))
            .collect(),
        unit: asked.unit_words,
        settles: None,
        value: String::new(),
        wrong: false,
    }
}
