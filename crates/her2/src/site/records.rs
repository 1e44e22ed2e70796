//! From sources to the records of one person, or to why not.

use super::given::MOST;
use super::{Given, Visit};
use crate::{Format, Identity, Reading};
use her2_documents::site::{Person, Told, Trouble};

/// What came of reading.
pub(super) enum Records {
    /// The records of one person.
    Of(Box<One>),
    /// Records that seem to be of different people.
    Several(Vec<Person>, Vec<Told>),
    /// Nothing that can be explained.
    Nothing(Vec<Told>),
}

/// The records of one person, and what could not be read beside them.
pub(super) struct One {
    pub reading: Reading<'static>,
    pub partly: Vec<Told>,
    /// Names of messages that are told first.
    pub notices: Vec<&'static str>,
}

/// Reads everything that was given.
///
/// Sources that seem to be of different people are never mixed: the visitor is asked which belong together.
pub(super) fn read(asked: &Visit<'_>, given: &[Given], travelled: usize) -> Records {
    let told = |trouble, file: Option<&str>| Told {
        trouble,
        file: file.map(str::to_owned),
    };
    if given.is_empty() {
        return Records::Nothing(vec![told(Trouble::Nothing, None)]);
    }
    if given.len() > MOST {
        return Records::Nothing(vec![told(Trouble::Many, None)]);
    }
    let mut readings: Vec<Reading<'static>> = Vec::new();
    let (mut partly, mut asked_about) = (Vec::new(), None);
    let several = given.len() > 1;
    for (at, one) in given.iter().enumerate() {
        // Where nothing travelled, everything was chosen once more.
        if at == travelled && at > 0 {
            asked_about = Some(readings.len());
        }
        let file = several.then_some(one.name.as_str());
        if crate::format_of(&one.bytes) == Format::Json {
            partly.push(told(Trouble::Json, file));
            continue;
        }
        crate::read_each(&one.name, &one.bytes, &mut |reading| {
            if readings.len() > MOST {
                return;
            }
            if reading.is_readable() {
                readings.push(reading.into_owned());
            } else {
                let code = reading.why_unreadable().unwrap_or("unreadable");
                partly.push(told(Trouble::Unread(code), file));
            }
        });
    }
    if readings.len() > MOST {
        return Records::Nothing(vec![told(Trouble::Many, None)]);
    }
    if readings.is_empty() {
        return Records::Nothing(partly);
    }
    let asked_for = chosen(asked, readings.len(), asked_about.unwrap_or(readings.len()));
    let mut notices = Vec::new();
    let persons: Vec<Person> = readings.iter().map(person).collect();
    if asked_for.iter().any(|wanted| !wanted) {
        notices.push("site-persons-notice");
    }
    let mut wanted = asked_for.into_iter();
    readings.retain(|_| wanted.next().unwrap_or(true));
    let name = readings[0].name().to_owned();
    let reading = match readings.len() {
        1 => readings.remove(0),
        _ => Reading::together(&name, readings),
    };
    match reading.identity() {
        Identity::Differs => return Records::Several(persons, partly),
        Identity::OtherNumbers => notices.push("site-persons-other-numbers"),
        Identity::One => {}
    }
    Records::Of(Box::new(One {
        reading,
        partly,
        notices,
    }))
}

/// Which of the records the visitor ticked; all where none is ticked. What is new comes in anyway: only the first `among` were asked about.
fn chosen(asked: &Visit<'_>, count: usize, among: usize) -> Vec<bool> {
    let ticked: Vec<usize> = asked
        .each("only")
        .filter_map(|value| value.parse().ok())
        .filter(|at| *at < among)
        .collect();
    (0..count)
        .map(|at| ticked.is_empty() || at >= among || ticked.contains(&at))
        .collect()
}

fn person(reading: &Reading<'_>) -> Person {
    let dates = reading.records().iter().filter_map(|record| record.date);
    Person {
        name: reading.name().to_owned(),
        date: dates.map(|date| date.value).max(),
    }
}
