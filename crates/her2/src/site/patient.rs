//! The page for the patient and the family, and the calendar.

use super::asked::carrying;
use super::route::{AskedOf, html};
use super::watch::Watched;
use super::{Reply, ReplyKind, clinician};
use her2_case::Her2Status;
use her2_documents::site::{self, PatientView, Told, Trouble};

/// Fields that the form for a calendar shows.
const SHOWN: [&str; 3] = ["medicine", "start", "setting"];

/// The page.
pub(super) fn page(asked: &AskedOf<'_>, told: Vec<Told>) -> Reply {
    let reading = &asked.one.reading;
    let decided = reading.decide(asked.visit.today, None);
    let document = decided.patient(asked.lang());
    let document = document.expect("the frame is in this language");
    let page = document.page();
    let watches = page.sections.iter().any(|section| section.id == "watch");
    let watched = Watched::of(asked);
    let wanted = asked.visit.field("watch").is_some() && watched.input.names_medicines();
    let wanted = wanted && watched.is_sound();
    let plan = wanted
        .then(|| watched.input.patient(asked.visit.today, asked.lang()))
        .flatten();
    let shown: Vec<&str> = match watches {
        true => SHOWN
            .into_iter()
            .filter(|name| match *name {
                "start" => !watched.form.start_known,
                "setting" => !watched.form.setting_known,
                _ => true,
            })
            .collect(),
        false => Vec::new(),
    };
    let kept = asked.travels(&shown);
    let frame = &carrying(asked.frame, "/record", &kept);
    // While the result is open, the steps of every way would be more than helps.
    let known = matches!(
        decided.finding().status(),
        Some(Her2Status::Positive | Her2Status::Negative)
    );
    let planned = known.then(|| {
        let (mut care, _) = clinician::answers(asked);
        care.join(watched.care());
        care.plan(Some(reading), asked.visit.today, None)
    });
    let map = planned.and_then(|planned| planned.map(asked.lang()));
    let view = PatientView {
        page,
        sources: reading.sources(),
        partly: &asked.one.partly,
        told: &told,
        notices: &asked.one.notices,
        watched: plan.as_ref().map(|document| document.page()),
        map: map.as_ref().map(|document| document.page()),
        watch: watches.then_some(&watched.form),
        travels: asked.kept.is_some(),
    };
    let status = if told.is_empty() { 200 } else { 422 };
    html(frame, status, site::patient(frame, &view))
}

/// The usual tests as a calendar; the page again where something is missing for it.
pub(super) fn calendar(asked: &AskedOf<'_>) -> Reply {
    let for_patient = asked.visit.field("reader") != Some("clinician");
    let watched = Watched::of(asked);
    let trouble = if !watched.is_sound() {
        Some(Trouble::Field)
    } else if !watched.input.names_medicines() {
        Some(Trouble::Medicine)
    } else if watched.input.start().is_none() {
        Some(Trouble::Start)
    } else {
        None
    };
    if let Some(trouble) = trouble {
        let told = vec![Told {
            trouble,
            file: None,
        }];
        return match for_patient {
            true => page(asked, told),
            false => clinician::page(asked, told),
        };
    }
    let calendar = watched
        .input
        .calendar(asked.visit.today, asked.lang(), for_patient);
    Reply {
        status: 200,
        kind: ReplyKind::Calendar,
        lang: asked.lang(),
        body: calendar.unwrap_or_default(),
        file: Some("her2-calendar.ics"),
    }
}
