//! Specimens: how, when and where they were taken, and of which tumour.

use super::about::answers;
use super::day::{day, of_period};
use super::heard::Given;
use super::held::{Gathered, Held};
use super::shape::{Concept, Identifier, Observation, Specimen as Described};
use super::sieve::Kind;
use super::token::Text;
use super::tumor::{side, words};
use her2_case::{CoursePoint, Fact, Key, MetastaticSite, Origin, Procedure, Specimen};
use her2_knowledge::codes::{CodedAnswer, Wording};
use jiff::civil::Date;

/// What a place of the body or a way of taking tissue says beside the side.
#[derive(Default)]
pub(super) struct Around {
    /// The organ of a metastasis.
    pub(super) metastasis: Option<Fact<MetastaticSite>>,
    /// Where another organ is named, whose cancers have rules of their own.
    pub(super) other_organ: Option<her2_case::Span>,
}

/// A specimen as it is described.
pub(super) fn specimen<'a>(
    all: &Gathered<'a>,
    held: &Held<'a, Described<'a>>,
    text: &str,
) -> (Specimen, Around) {
    let it = &held.it;
    let mut made = Specimen::default();
    let accession = it.accession_identifier.as_ref().and_then(|of| of.value);
    let own = super::held::identifier(&it.identifier);
    let named = accession.and_then(Text::plain).or(own).or(held.id);
    made.identifier = named.and_then(Key::new);
    made.tumor = tumor_of(all, &it.identifier);
    made.point = super::own::point(&it.extension);
    let mut around = Around::default();
    if let Some(kind) = &it.r#type {
        made.procedure = procedure(kind);
        place(kind, &mut made, &mut around, text);
    }
    if let Some(collection) = &it.collection {
        let when = collection.collected_date_time;
        let when = when.or(of_period(collection.collected_period.as_ref()));
        made.date = when.and_then(day);
        let method = collection.method.as_ref().and_then(procedure);
        let done = collection.procedure.as_ref().and_then(|to| {
            let at = all.target_of(held, to, Kind::Procedure)?;
            let code = all.procedures[at].it.code.as_ref()?;
            procedure(code)
        });
        // How it was taken is more exact than what kind of tissue it is.
        made.procedure = done.or(method).or(made.procedure);
        if let Some(site) = &collection.body_site {
            place(site, &mut made, &mut around, text);
        }
    }
    (made, around)
}

/// The tumour whose place of the body carries one of these identifiers.
fn tumor_of(all: &Gathered<'_>, identifiers: &[Identifier<'_>]) -> Option<Key> {
    let plain = |of: &Identifier<'_>| {
        let value = of.value?.plain()?.to_owned();
        Some((of.system.and_then(Text::plain).map(str::to_owned), value))
    };
    let same = |one: &(Option<String>, String), other: &(Option<String>, String)| {
        one.1 == other.1 && (one.0.is_none() || other.0.is_none() || one.0 == other.0)
    };
    for of in identifiers.iter().filter_map(plain) {
        let mut bodies = all.bodies.iter();
        let body = bodies.find(|body| {
            body.it
                .identifier
                .iter()
                .filter_map(plain)
                .any(|other| same(&of, &other))
        });
        if body.is_some() {
            return Key::new(&of.1);
        }
    }
    None
}

/// The tumour that an observation names as its focus.
pub(super) fn focus<'a>(all: &Gathered<'a>, held: &Held<'a, Observation<'a>>) -> Option<Key> {
    held.it.focus.iter().find_map(|to| {
        let at = all.target_of(held, to, Kind::Body)?;
        let body = &all.bodies[at];
        super::held::identifier(&body.it.identifier)
            .or(body.id)
            .and_then(Key::new)
    })
}

/// What a place of the body says of a specimen.
pub(super) fn place(site: &Concept<'_>, of: &mut Specimen, around: &mut Around, text: &str) {
    if of.side.is_none() {
        of.side = side(Given::Concept(site), text).map(|(side, _)| side);
    }
    let coded = answers(site).find_map(|(answer, coding)| match answer {
        CodedAnswer::Metastasis(site) => Some((site, coding.display.or(coding.code)?)),
        _ => None,
    });
    let named = || {
        let words = words(Given::Concept(site)).into_iter();
        words
            .filter_map(|words| Some((Wording::of(&words.value()).metastatic_site()?, words)))
            .next()
    };
    let other = words(Given::Concept(site)).into_iter();
    let mut other = other.filter(|words| Wording::of(&words.value()).is_other_organ());
    if let Some(words) = other.next() {
        around.other_organ = around.other_organ.or(Some(words.span(text)));
    }
    if let Some((organ, words)) = coded.or_else(named) {
        of.point = Some(CoursePoint::Metastasis);
        let origin = Origin::span(words.span(text));
        around.metastasis = Some(Fact::new(organ, origin));
    }
}

/// How tissue is taken by a procedure.
pub(super) fn procedure(code: &Concept<'_>) -> Option<Procedure> {
    let coded = answers(code).find_map(|(answer, _)| match answer {
        CodedAnswer::Procedure(procedure) => Some(procedure),
        _ => None,
    });
    coded.or_else(|| {
        words(Given::Concept(code))
            .into_iter()
            .find_map(|words| Wording::of(&words.value()).procedure())
    })
}

/// A procedure of the patient that took tissue of the breast.
pub(super) struct Surgery {
    /// When.
    pub(super) date: Date,
    /// How.
    pub(super) procedure: Procedure,
}

/// The dated procedures that took tissue, oldest first.
pub(super) fn surgeries(all: &mut Gathered<'_>) -> Vec<Surgery> {
    let mut found = Vec::new();
    for held in &all.procedures {
        let status = held.it.status.and_then(Text::plain).unwrap_or_default();
        if matches!(
            status,
            "entered-in-error" | "not-done" | "aborted" | "suspended"
        ) {
            all.passed.add(held.kind, status);
            continue;
        }
        let took = held.it.code.as_ref().and_then(procedure);
        let when = held
            .it
            .performed_date_time
            .or(of_period(held.it.performed_period.as_ref()));
        match (took, when.and_then(day)) {
            (Some(procedure), Some(date)) => found.push(Surgery { date, procedure }),
            _ => all.passed.add(held.kind, "no tissue taken, or no day"),
        }
    }
    found.sort_by_key(|of| of.date);
    found
}
