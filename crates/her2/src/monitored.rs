//! Monitoring: what is given, the plan, and the documents written from it.

use crate::care_case::{CareInputError, entries, unquoted};
use crate::{CareInput, Document, Reading};
use her2_case::{
    CareCase, Decimal, Fact, Known, LvefReading, PriorOutcome, Question, Record, Setting, Term,
};
use her2_documents::Monitored;
use her2_pathway::monitoring::{Hold, LowerLimit, Medicine, Request, plan};
use jiff::civil::Date;
use serde_json::value::RawValue;
use std::fmt;

/// How many months a plan looks ahead.
const MONTHS: u16 = 12;

/// What a plan of monitoring is made from.
///
/// In JSON it is a case of care with the further keys `drugs` (names), `start`, `end`, `lln` (a number, or `none` where the laboratory has no
/// limit of its own) and `held` (every time on hold for the heart: `{"from": day, "until": day}`, the last without `until` while it lasts).
///
/// `Debug` shows counts only.
#[derive(Clone, Default)]
pub struct MonitorInput {
    case: CareCase,
    as_of: Option<Date>,
    medicines: Vec<Medicine>,
    start: Option<Date>,
    end: Option<Date>,
    limit: LowerLimit,
    holds: Vec<Hold>,
}

impl MonitorInput {
    /// Reads one JSON object.
    ///
    /// ```
    /// let json = br#"{"start":"2026-01-10","lvef":[{"date":"2026-01-02","percent":"62"}]}"#;
    /// let mut input = her2::MonitorInput::read(json)?;
    /// input.medicine(her2_knowledge::drugs()[0].id)?;
    /// assert!(input.document(jiff::civil::date(2026, 2, 1), "en").is_some());
    /// # Ok::<(), her2::CareInputError>(())
    /// ```
    pub fn read(json: &[u8]) -> Result<Self, CareInputError> {
        let text = std::str::from_utf8(json).map_err(|_| because("the case is not UTF-8"))?;
        let mut input = Self::default();
        let mut others = Vec::new();
        for (key, value) in entries("the case", text)? {
            match &*key {
                "drugs" => input.read_medicines(value)?,
                "start" => input.start = Some(day(&key, value)?),
                "end" => input.end = Some(day(&key, value)?),
                "lln" => input.limit(unquoted(value.get()))?,
                "held" => input.holds = holds(value)?,
                _ => others.push(format!("{}:{}", serde_json::json!(key), value.get())),
            }
        }
        let care = CareInput::read(format!("{{{}}}", others.join(",")).as_bytes())?;
        input.case = care.case().clone();
        input.as_of = care.as_of();
        input.take_started();
        input.in_order()
    }

    /// What a record says of care.
    pub fn of_record(record: &Record) -> Self {
        Self {
            case: CareInput::of_record(record).case().clone(),
            ..Self::default()
        }
    }

    /// What everything that was read of a patient says of care on that day. What is still being given is what is watched.
    pub fn of_reading(reading: &Reading<'_>, as_of: Date) -> Result<Self, CareInputError> {
        let timeline = reading.timeline(as_of, None);
        let care = CareInput::of_reading(reading, &timeline, as_of);
        let mut input = Self {
            case: care.case().clone(),
            ..Self::default()
        };
        input.take_started();
        input.in_order()
    }

    /// The day the case itself names.
    pub fn as_of(&self) -> Option<Date> {
        self.as_of
    }

    /// Whether a medicine is named.
    pub fn names_medicines(&self) -> bool {
        !self.medicines.is_empty()
    }

    /// The names of the medicines.
    pub(crate) fn medicine_names(&self) -> Vec<&'static str> {
        self.medicines.iter().map(Medicine::name).collect()
    }

    /// The day of the first dose, where it is known.
    pub(crate) fn start(&self) -> Option<Date> {
        self.start
    }

    /// Whether it is known to be early or metastatic.
    pub(crate) fn knows_setting(&self) -> bool {
        self.case.term::<Setting>().is_some()
    }

    /// One medicine more, by any of its names.
    pub fn medicine(&mut self, name: &str) -> Result<(), CareInputError> {
        let medicine = Medicine::named(name).ok_or_else(|| {
            let known = her2_knowledge::medicine_names();
            match her2_pages::nearest(&name.to_lowercase(), known) {
                Some(near) => because(format!(
                    "a name of a medicine is not known; is `{near}` meant?"
                )),
                None => because("a name of a medicine is not known; `her2 drugs` lists them"),
            }
        })?;
        let known = |held: &&Medicine| held.name() == medicine.name();
        if self.medicines.iter().find(known).is_none() {
            self.medicines.push(medicine);
        }
        Ok(())
    }

    /// These medicines and no others.
    pub fn medicines<'a>(
        &mut self,
        names: impl IntoIterator<Item = &'a str>,
    ) -> Result<(), CareInputError> {
        self.medicines.clear();
        names.into_iter().try_for_each(|name| self.medicine(name))
    }

    /// Early or metastatic.
    pub fn setting(&mut self, setting: Setting) {
        let origin = CareCase::origin_of(Question::Setting);
        let fact = Fact::new(Known::term(setting), origin);
        self.case.answer(Question::Setting, fact);
    }

    /// The days of the first and of the last dose; what is not given stays.
    pub fn days(&mut self, start: Option<Date>, end: Option<Date>) -> Result<(), CareInputError> {
        self.start = start.or(self.start);
        self.end = end.or(self.end);
        self.clone().in_order().map(|_| ())
    }

    /// A measured ejection fraction.
    pub fn lvef(&mut self, date: Date, percent: Decimal) -> Result<(), CareInputError> {
        if percent > Decimal::whole(100) {
            return Err(because("an ejection fraction is at most 100 percent"));
        }
        self.case.lvef.push(LvefReading {
            date,
            percent,
            method: None,
            baseline: false,
        });
        Ok(())
    }

    /// The laboratory's lower limit of normal in percent, or `none`.
    pub fn limit(&mut self, text: &str) -> Result<(), CareInputError> {
        self.limit = match text {
            "none" => LowerLimit::NotSet,
            number => match number.parse() {
                Ok(limit) if limit <= Decimal::whole(100) => LowerLimit::At(limit),
                _ => return Err(because("the lower limit is a percentage, or `none`")),
            },
        };
        Ok(())
    }

    /// A time on hold for the heart, until a day or still.
    pub fn held(&mut self, from: Date, until: Option<Date>) -> Result<(), CareInputError> {
        self.holds.push(Hold { from, until });
        self.clone().in_order().map(|_| ())
    }

    /// An answer by the name of its question.
    pub fn answer(&mut self, question: &str, value: &str) -> Result<(), CareInputError> {
        let mut care = CareInput::default();
        care.answer(question, value)?;
        for (question, fact) in care.case().answers() {
            self.case.answer(question, *fact);
        }
        Ok(())
    }

    /// The plan for a clinician. Nothing if there are no words of this language.
    pub fn document(&self, as_of: Date, lang: &str) -> Option<Document> {
        self.with(as_of, |of| {
            Some(Document::new(of.clinician(lang)?, Some(of.json(lang)?)))
        })
    }

    /// The plan for a patient, without anything that nobody has verified. Nothing if there are no words of this language.
    pub fn patient(&self, as_of: Date, lang: &str) -> Option<Document> {
        self.with(as_of, |of| Some(Document::new(of.patient(lang)?, None)))
    }

    /// The tests as a calendar (RFC 5545); for a patient only those that were read in their source. Nothing if there are no words of this
    /// language.
    pub fn calendar(&self, as_of: Date, lang: &str, for_patient: bool) -> Option<String> {
        self.with(as_of, |of| of.calendar(lang, for_patient))
    }

    /// The plan as JSON, with its notes in English.
    pub fn json(&self, as_of: Date) -> String {
        let json = self.with(as_of, |of| of.json("en"));
        json.expect("the pages are written in English")
    }

    fn with<T>(&self, as_of: Date, write: impl FnOnce(Monitored<'_>) -> T) -> T {
        let request = Request::new(&self.medicines, &self.case, as_of, MONTHS);
        let mut request = request.starting(self.start, MONTHS);
        request.end = self.end;
        request.limit = self.limit;
        request.holds = &self.holds;
        let plan = plan(&request);
        write(Monitored {
            request: &request,
            plan: &plan,
        })
    }

    fn read_medicines(&mut self, value: &RawValue) -> Result<(), CareInputError> {
        let names: Vec<String> = serde_json::from_str(value.get())
            .map_err(|_| because("`drugs` is no list of names"))?;
        self.medicines(names.iter().map(String::as_str))
    }

    /// What is being given, where nothing else is named: by its start, or as therapy that goes on.
    fn take_started(&mut self) {
        let started = self.case.started.iter();
        let mut given: Vec<(String, Option<Date>)> = started
            .map(|(name, day)| (name.clone(), Some(*day)))
            .collect();
        let ongoing = self.case.prior.iter();
        let ongoing = ongoing.filter(|therapy| therapy.outcome == PriorOutcome::Ongoing);
        given.extend(ongoing.flat_map(|therapy| {
            let names = therapy.medicines.iter();
            names.map(|(name, _)| (name.clone(), therapy.started))
        }));
        if self.medicines.is_empty() {
            self.medicines = given
                .iter()
                .filter_map(|(name, _)| Medicine::named(name))
                .collect();
            self.medicines.dedup_by_key(|medicine| medicine.name());
        }
        if self.start.is_none() {
            self.start = given.iter().filter_map(|(_, day)| *day).min();
        }
    }

    fn in_order(self) -> Result<Self, CareInputError> {
        if self
            .start
            .zip(self.end)
            .is_some_and(|(start, end)| end < start)
        {
            return Err(because("the last dose is before the first"));
        }
        let backwards = |hold: &Hold| hold.until.is_some_and(|until| until < hold.from);
        if self.holds.iter().any(backwards) {
            return Err(because("a hold ends before it begins"));
        }
        Ok(self)
    }
}

fn because(message: impl Into<String>) -> CareInputError {
    CareInputError::because(message)
}

fn day(key: &str, value: &RawValue) -> Result<Date, CareInputError> {
    unquoted(value.get())
        .parse()
        .map_err(|_| because(format!("`{key}` is no day, as in 2026-11-22")))
}

fn holds(value: &RawValue) -> Result<Vec<Hold>, CareInputError> {
    let wrong = || because("`held` is a list of `{\"from\": day, \"until\": day}`");
    let list: Vec<&RawValue> = serde_json::from_str(value.get()).map_err(|_| wrong())?;
    let mut holds = Vec::new();
    for one in list {
        let (mut from, mut until) = (None, None);
        for (key, value) in entries("`held`", one.get())? {
            match &*key {
                "from" => from = Some(day(&key, value)?),
                "until" => until = Some(day(&key, value)?),
                _ => return Err(wrong()),
            }
        }
        let from = from.ok_or_else(wrong)?;
        holds.push(Hold { from, until });
    }
    Ok(holds)
}

impl fmt::Debug for MonitorInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MonitorInput")
            .field("case", &self.case)
            .field("medicines", &self.medicines.len())
            .field("holds", &self.holds.len())
            .finish_non_exhaustive()
    }
}

/// The settings a plan may be for, by name.
pub fn setting_named(name: &str) -> Option<Setting> {
    Setting::from_name(name)
}
