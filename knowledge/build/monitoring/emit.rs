//! The Rust source of the pages of monitoring.

use super::{By, Monitoring, MonitoringPage, NoTable, Schedule};
use her2_case::{
    Contact, LvefAction, Mark, MedicineClass, MonitoredTest, MonitoringPhase, MonitoringTopic,
    Setting, Term, Urgency,
};
use her2_pages::compile::{Cite, cite_source, constant_name};
use toml::Spanned;

/// The items of the list of pages.
pub fn source(monitoring: &Monitoring) -> impl Iterator<Item = String> {
    monitoring.pages.iter().map(page)
}

fn page(page: &MonitoringPage) -> String {
    let MonitoringPage {
        id,
        title,
        prose,
        head,
        cite,
        checked,
        table,
        known,
    } = page;
    let topic = variant::<MonitoringTopic>("MonitoringTopic", &head.topic);
    let by = match head.by {
        By::Label => "Label",
        By::Guideline => "Guideline",
        By::Practice => "Practice",
    };
    let table = match (table, head.rule) {
        (Some(table), _) => {
            let (kind, name) = (table.question.variant(), constant_name(id));
            format!("MonitoringRule::{kind}(&tables::{name})")
        }
        (None, Some(NoTable::Partner)) => "MonitoringRule::OfPartner".to_owned(),
        (None, Some(NoTable::Unverified)) => "MonitoringRule::Unverified".to_owned(),
        (None, None) => "MonitoringRule::None".to_owned(),
    };
    let classes = head
        .classes
        .iter()
        .map(|class| variant::<MedicineClass>("MedicineClass", class));
    let classes = joined(classes);
    let failure = head
        .heart_failure
        .as_ref()
        .zip(known.heart_failure.as_ref());
    let failure = failure.map(|(failure, cite)| {
        let action = variant::<LvefAction>("LvefAction", &failure.action);
        let fact = fact(&failure.mark, cite);
        format!("HeartFailure {{ action: {action}, {fact} }}")
    });
    let failure = maybe(failure);
    let schedules = head.schedule.iter().zip(&known.schedules).map(schedule);
    let statements = head
        .statement
        .iter()
        .zip(&known.statements)
        .map(|(part, cite)| {
            let (text, medicines) = (&part.text, names(&part.medicines));
            let (setting, fact) = (setting(part.setting.as_ref()), fact(&part.mark, cite));
            format!(
                "MonitoringStatement {{ text: {text:?}, medicines: {medicines}, setting: {setting}, {fact} }}"
            )
        });
    let calls = head.call.iter().zip(&known.calls).map(|(part, cite)| {
        let contact = variant::<Contact>("Contact", &part.contact);
        let urgency = variant::<Urgency>("Urgency", &part.urgency);
        let (symptom, fact) = (&part.symptom, fact(&part.mark, cite));
        format!("Call {{ symptom: {symptom:?}, contact: {contact}, urgency: {urgency}, {fact} }}")
    });
    let schemes = head.scheme.iter().zip(&known.schemes).map(|(part, cite)| {
        let steps = part.step.iter().map(|step| {
            let (from, to, what) = (step.from_day, step.to_day, &step.what);
            format!("SchemeStep {{ from_day: {from}, to_day: {to:?}, what: {what:?} }}")
        });
        let (name, steps, fact) = (&part.name, joined(steps), fact(&part.mark, cite));
        format!("Scheme {{ name: {name:?}, steps: &[{steps}], {fact} }}")
    });
    let medicines = names(&head.medicines);
    let setting = setting(head.setting.as_ref());
    let (schedules, statements) = (joined(schedules), joined(statements));
    let (calls, schemes) = (joined(calls), joined(schemes));
    let cite = cite_source(cite);
    let parts = checked.split('-').map(|part| part.trim_start_matches('0'));
    let checked = parts.collect::<Vec<_>>().join(", ");
    format!(
        "MonitoringPage {{ id: {id:?}, title: {title:?}, prose: {prose:?}, topic: {topic}, by: MonitoringBy::{by}, \
         medicines: {medicines}, classes: &[{classes}], setting: {setting}, rule: {table}, heart_failure: {failure}, \
         schedules: &[{schedules}], statements: &[{statements}], calls: &[{calls}], schemes: &[{schemes}], \
         cite: {cite}, checked: date({checked}) }}"
    )
}

fn schedule((entry, cite): (&Schedule, &Cite)) -> String {
    let test = variant::<MonitoredTest>("MonitoredTest", &entry.test);
    let phase = variant::<MonitoringPhase>("MonitoringPhase", &entry.phase);
    let once = matches!(entry.phase.get_ref().as_str(), "before" | "completion")
        || entry.from_months.is_some() && entry.times == Some(1);
    let rhythm = match (entry.every_weeks, entry.every_months) {
        (Some(weeks), _) => {
            let to = entry.to_weeks;
            format!("Weeks {{ every: {weeks}, to: {to:?} }}")
        }
        (None, Some(months)) => format!("Months {{ every: {months} }}"),
        (None, None) if entry.each_dose => "EachDose".to_owned(),
        (None, None) if once => "Once".to_owned(),
        (None, None) => "AsNeeded".to_owned(),
    };
    let Schedule {
        from_months,
        for_months,
        within_weeks,
        times,
        note,
        ..
    } = entry;
    let medicines = names(&entry.medicines);
    let (setting, fact) = (setting(entry.setting.as_ref()), fact(&entry.mark, cite));
    let from_months = from_months.unwrap_or(0);
    format!(
        "Schedule {{ test: {test}, medicines: {medicines}, setting: {setting}, phase: {phase}, rhythm: Rhythm::{rhythm}, \
         from_months: {from_months}, for_months: {for_months:?}, within_weeks: {within_weeks:?}, times: {times:?}, \
         note: {note:?}, {fact} }}"
    )
}

fn fact(mark: &Spanned<String>, cite: &Cite) -> String {
    let mark = variant::<Mark>("Mark", mark);
    format!("mark: {mark}, cite: {}", cite_source(cite))
}

fn setting(setting: Option<&Spanned<String>>) -> String {
    maybe(setting.map(|setting| variant::<Setting>("Setting", setting)))
}

fn variant<T: Term>(of: &str, name: &Spanned<String>) -> String {
    let term = T::from_name(name.get_ref()).expect("every term of the head was checked");
    format!("::her2_case::{of}::{term:?}")
}

fn names(names: &[Spanned<String>]) -> String {
    let names = names.iter().map(|name| format!("{:?}", name.get_ref()));
    format!("&[{}]", joined(names))
}

fn joined(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(", ")
}

fn maybe(source: Option<String>) -> String {
    source.map_or_else(|| "None".to_owned(), |source| format!("Some({source})"))
}
