//! The lists of a case: therapies that were given, ejection fractions, and what was started.

use super::CareInputError;
use super::read::{day, entries, text, unquoted};
use her2_case::{
    Decimal, LvefMethod, LvefReading, MedicineClass, PriorOutcome, PriorTherapy, Setting, Term,
    Timing,
};
use her2_knowledge::{drug, medicine_named};
use her2_pages::nearest;
use jiff::civil::Date;
use serde_json::value::RawValue;

type Read<T> = Result<T, CareInputError>;

fn because<T>(message: String) -> Read<T> {
    Err(CareInputError::because(message))
}

fn list<'a>(key: &str, value: &'a RawValue) -> Read<Vec<&'a RawValue>> {
    serde_json::from_str(value.get()).or_else(|_| because(format!("`{key}` is no list")))
}

fn unknown<T>(key: &str, of: &str, known: &[&'static str]) -> Read<T> {
    let plain = key.len() <= 40 && key.bytes().all(|byte| byte.is_ascii_lowercase());
    because(match nearest(key, known.iter().copied()) {
        Some(near) if plain => format!("unknown key `{key}` in {of}; is `{near}` meant?"),
        _ => format!("unknown key in {of}; known are {}", known.join(", ")),
    })
}

/// Therapies that were given.
pub(super) fn therapies(value: &RawValue) -> Read<Vec<PriorTherapy>> {
    let each = list("prior", value)?.into_iter().enumerate();
    each.map(|(at, value)| therapy(at, value)).collect()
}

const THERAPY: [&str; 6] = ["medicines", "setting", "timing", "start", "end", "outcome"];

fn therapy(at: usize, value: &RawValue) -> Read<PriorTherapy> {
    let here = format!("`prior` {}", at + 1);
    let mut given = PriorTherapy {
        medicines: Vec::new(),
        setting: None,
        timing: None,
        started: None,
        ended: None,
        outcome: PriorOutcome::Unknown,
    };
    for (key, value) in entries(&here, value.get())? {
        match &*key {
            "medicines" => {
                for name in list(&here, value)? {
                    given.medicines.push(medicine(&here, &text(&here, name)?)?);
                }
            }
            "setting" => given.setting = Some(one_of::<Setting>(&here, value)?),
            "timing" => given.timing = Some(one_of::<Timing>(&here, value)?),
            "start" => given.started = Some(day("start", value)?),
            "end" => given.ended = Some(day("end", value)?),
            "outcome" => {
                let name = text("outcome", value)?;
                let names = PriorOutcome::ALL.iter().map(|one| one.name());
                let names: Vec<_> = names.collect();
                given.outcome = match PriorOutcome::from_name(&name) {
                    Some(outcome) => outcome,
                    None => {
                        return because(format!("`outcome` must be one of: {}", names.join(", ")));
                    }
                };
            }
            key => return unknown(key, &here, &THERAPY),
        }
    }
    // A step on the way through early disease is one of early disease.
    given.setting = given.setting.or(given.timing.map(|_| Setting::Early));
    if given.medicines.is_empty() {
        return because(format!("{here} has no medicines"));
    }
    if given
        .started
        .zip(given.ended)
        .is_some_and(|(first, last)| last < first)
    {
        return because(format!("{here} ends before it starts"));
    }
    Ok(given)
}

/// A medicine by any of its names, as the name of its page or its international name; or a class of medicines by its name.
fn medicine(of: &str, name: &str) -> Read<(String, MedicineClass)> {
    if let Some(known) = medicine_named(name) {
        let name = known.drug.map_or(known.inn, |drug| drug.id);
        return Ok((name.to_owned(), known.class));
    }
    if let Some(drug) = drug(name) {
        return Ok((drug.id.to_owned(), drug.class));
    }
    if let Some(class) = MedicineClass::from_name(name) {
        return Ok((name.to_owned(), class));
    }
    let classes: Vec<_> = MedicineClass::ALL
        .iter()
        .map(|class| class.name())
        .collect();
    because(format!(
        "a medicine of {of} is not known here; its class can be given instead, one of {}",
        classes.join(", ")
    ))
}

fn one_of<T: Term>(of: &str, value: &RawValue) -> Read<T> {
    let name = T::QUESTION.name();
    let found = T::from_name(&text(name, value)?);
    let names: Vec<_> = T::ALL.iter().map(|term| term.name()).collect();
    found.map_or_else(
        || {
            because(format!(
                "`{name}` of {of} must be one of: {}",
                names.join(", ")
            ))
        },
        Ok,
    )
}

const READING: [&str; 4] = ["date", "percent", "method", "baseline"];

/// Ejection fractions that were measured.
pub(super) fn readings(value: &RawValue) -> Read<Vec<LvefReading>> {
    let each = list("lvef", value)?.into_iter().enumerate();
    each.map(|(at, value)| reading(&format!("`lvef` {}", at + 1), value))
        .collect()
}

/// One of them.
pub(super) fn reading(here: &str, value: &RawValue) -> Read<LvefReading> {
    let (mut date, mut percent, mut method, mut baseline) = (None, None, None, false);
    for (key, value) in entries(here, value.get())? {
        match &*key {
            "date" => date = Some(day("date", value)?),
            "percent" => percent = Some(percentage(here, unquoted(value.get()))?),
            "method" => method = Some(method_of(here, &text("method", value)?)?),
            "baseline" => baseline = value.get() == "true",
            key => return unknown(key, here, &READING),
        }
    }
    match (date, percent) {
        (Some(date), Some(percent)) => Ok(LvefReading {
            date,
            percent,
            method,
            baseline,
        }),
        _ => because(format!("{here} needs `date` and `percent`")),
    }
}

fn percentage(here: &str, text: &str) -> Read<Decimal> {
    let hundred = Decimal::whole(100);
    let value: Option<Decimal> = text.parse().ok();
    match value.filter(|value| *value <= hundred) {
        Some(value) => Ok(value),
        None => because(format!("`percent` of {here} is no percentage")),
    }
}

fn method_of(here: &str, name: &str) -> Read<LvefMethod> {
    let names: Vec<_> = LvefMethod::ALL.iter().map(|one| one.name()).collect();
    LvefMethod::from_name(name).map_or_else(
        || {
            because(format!(
                "`method` of {here} must be one of: {}",
                names.join(", ")
            ))
        },
        Ok,
    )
}

/// When medicines were started that are still given.
pub(super) fn started(value: &RawValue) -> Read<Vec<(String, Date)>> {
    let mut all = Vec::new();
    for (name, value) in entries("`started`", value.get())? {
        let (name, _) = medicine("`started`", &name)?;
        all.push((name, day("started", value)?));
    }
    Ok(all)
}
