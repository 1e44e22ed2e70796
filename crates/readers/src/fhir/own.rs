//! What this project writes with codes and extensions of its own, read back: what no public system has a code for.

use super::heard::{Given, Valued, amount};
use super::shape::{Concept, Extension, Observation};
use super::token::Text;
use her2_case::{
    Amount, CoursePoint, Fact, Margin, MetastaticSite, Origin, Presence, Record, Setting, Span,
    Term,
};
use her2_knowledge::codes::CodeSystem;

/// Codes of observations that are facts of a record as a whole.
pub(super) const OF_RECORD: [&str; 14] = [
    "several-tumors",
    "vessel-invasion",
    "margins",
    "dcis",
    "treatment-effect",
    "metastatic-site",
    "invasive",
    "site",
    "fixation-time",
    "ischaemia-time",
    "formalin",
    "decalcified",
    "edition-stated",
    "remark",
];

/// The code of the observation that says whether the disease is early or metastatic.
pub(super) const SETTING: &str = "setting";

const POINTS: [CoursePoint; 4] = [
    CoursePoint::Primary,
    CoursePoint::AfterNeoadjuvant,
    CoursePoint::Recurrence,
    CoursePoint::Metastasis,
];

const ORGANS: [MetastaticSite; 7] = [
    MetastaticSite::Bone,
    MetastaticSite::Liver,
    MetastaticSite::Lung,
    MetastaticSite::Brain,
    MetastaticSite::Skin,
    MetastaticSite::DistantNodes,
    MetastaticSite::Other,
];

/// The code of this project in a concept, with its place.
pub(super) fn code<'a>(concept: &Concept<'a>) -> Option<(&'a str, Text<'a>)> {
    let is_own = |system: Text<'a>| system.plain() == Some(CodeSystem::Own.uri());
    concept.coding.iter().find_map(|coding| {
        coding.system.filter(|system| is_own(*system))?;
        Some((coding.code?.plain()?, coding.code?))
    })
}

/// The code of an extension of this project.
pub(super) fn mark<'a>(extensions: &[Extension<'a>], name: &str) -> Option<&'a str> {
    extensions.iter().find_map(|of| {
        let rest = of.url?.plain()?.strip_prefix(CodeSystem::Own.uri())?;
        (rest.strip_prefix('/')? == name).then_some(of.value_code?.plain()?)
    })
}

/// Where a specimen was taken on the course.
pub(super) fn point(extensions: &[Extension<'_>]) -> Option<CoursePoint> {
    let named = mark(extensions, "course-point")?;
    POINTS.into_iter().find(|point| point.name() == named)
}

/// What an observation of this project says of a record as a whole.
pub(super) fn of_record<'a>(of: &Observation<'a>) -> Option<&'static str> {
    let (code, _) = code(of.code.as_ref()?)?;
    OF_RECORD.into_iter().find(|own| *own == code)
}

/// What an observation of this project says of early or metastatic disease.
pub(super) fn setting(of: &Observation<'_>, whole: &str) -> Option<(Setting, Span)> {
    let (named, _) = code(of.code.as_ref()?)?;
    let (Given::Concept(concept), _) = of.given().filter(|_| named == SETTING)? else {
        return None;
    };
    let (said, text) = code(concept)?;
    Some((Term::from_name(said)?, text.span(whole)))
}

/// Reads such an observation; nothing if its value is none that this project writes.
pub(super) fn read(
    named: &'static str,
    of: &Observation<'_>,
    path: &str,
    record: &mut Record,
    whole: &str,
) -> Option<()> {
    let (given, element) = of.given()?;
    let answer = match given {
        Given::Concept(concept) => code(concept),
        _ => None,
    };
    let span = match answer {
        Some((_, text)) => text.span(whole),
        None => amount(given, whole)?.1,
    };
    let origin = Origin::span(span);
    let said = answer.map(|(code, _)| code);
    let number = || amount(given, whole).map(|(amount, _)| amount);
    record.paths.add(span, format!("{path}.{element}"));
    let tumor = &mut record.tumor;
    let handling = &mut record.preanalytics;
    match named {
        "several-tumors" => set(&mut tumor.multiple, truth(said?)?, origin),
        "invasive" => set(&mut tumor.invasive, truth(said?)?, origin),
        "vessel-invasion" => set(&mut tumor.lvi, presence(said?)?, origin),
        "dcis" => set(&mut tumor.dcis, presence(said?)?, origin),
        "treatment-effect" => set(&mut tumor.treatment_effect, presence(said?)?, origin),
        "margins" => {
            let all = [Margin::Positive, Margin::Negative];
            let margin = all.into_iter().find(|of| Some(of.name()) == said)?;
            set(&mut tumor.margins, margin, origin);
        }
        "metastatic-site" => {
            let organ = ORGANS.into_iter().find(|of| Some(of.name()) == said)?;
            set(&mut tumor.metastatic_site, organ, origin);
        }
        "site" => set(&mut record.site, Term::from_name(said?)?, origin),
        "fixation-time" => set(&mut handling.fixation_hours, number()?, origin),
        "ischaemia-time" => set(&mut handling.ischaemia_minutes, number()?, origin),
        "formalin" => set(&mut handling.formalin, truth(said?)?, origin),
        "decalcified" => set(&mut handling.decalcified, truth(said?)?, origin),
        "edition-stated" => {
            let year = number()?.exact()?.to_whole()?;
            set(
                &mut record.stated_edition,
                u16::try_from(year).ok()?,
                origin,
            );
        }
        _ => {
            let remark = Fact::new(Term::from_name(said?)?, origin);
            record.remarks.push(remark);
        }
    }
    Some(())
}

/// A number of a part with a code of this project, such as an H-score.
pub(super) fn whole_number(given: Given<'_, '_>, whole: &str) -> Option<(u32, Span)> {
    let (found, span) = amount(given, whole)?;
    match found {
        Amount::Exactly(value) => Some((value.to_whole()?, span)),
        _ => None,
    }
}

fn set<T: Copy>(slot: &mut Option<Fact<T>>, value: T, origin: Origin) {
    *slot = slot.or(Some(Fact::new(value, origin)));
}

fn truth(said: &str) -> Option<bool> {
    match said {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

fn presence(said: &str) -> Option<Presence> {
    let all = [Presence::Present, Presence::Absent, Presence::Uncertain];
    all.into_iter().find(|of| of.name() == said)
}
