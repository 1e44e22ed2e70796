//! Everything said of one medicine, field by field.

use super::said::Said;
use super::{DrugsAsked, cost, knowledge, labels};
use crate::words::{Value, Words};
use her2_case::{Mark, Question, Setting, Sex, Term};
use her2_knowledge::{Contraception, Dose, Drug, DrugKind, Maker, MakerRole, Route};
use her2_pages::Citation;

/// The fields of the table, in its order, with the message that names each.
pub(crate) const FIELDS: [(Field, &str); 12] = [
    (Field::Name, "drug-name"),
    (Field::Brands, "drug-brands"),
    (Field::Class, "drug-class"),
    (Field::Route, "drug-route"),
    (Field::Makers, "drug-maker"),
    (Field::KeyFacts, "drug-key-facts"),
    (Field::Early, "drug-early"),
    (Field::Metastatic, "drug-metastatic"),
    (Field::Dose, "drug-dose"),
    (Field::Boxed, "drug-boxed"),
    (Field::Contraception, "drug-contraception"),
    (Field::Cost, "drug-cost"),
];

/// A field of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    Name,
    Brands,
    Class,
    Route,
    Makers,
    KeyFacts,
    Early,
    Metastatic,
    Dose,
    Boxed,
    Contraception,
    Cost,
}

/// A medicine with what is asked of it.
pub(crate) struct Entry<'a> {
    pub drug: &'static Drug,
    pub asked: &'a DrugsAsked,
    pub words: &'static Words,
}

impl Entry<'_> {
    /// What is said in a field. What was not read in its source is left out where that is asked for.
    pub fn field(&self, field: Field) -> Vec<Said> {
        let mut said = match field {
            Field::Name => vec![self.known(self.name())],
            Field::Brands => self.brands(),
            Field::Class => vec![self.known(self.class())],
            Field::Route => vec![self.known(self.route())],
            Field::Makers => self.makers(),
            Field::KeyFacts => vec![self.said(
                self.words.said(self.drug.summary).to_owned(),
                self.drug.summary_mark,
                self.drug.summary_cite,
            )],
            Field::Early => self.indications(Setting::Early),
            Field::Metastatic => self.indications(Setting::Metastatic),
            Field::Dose => self.doses(),
            Field::Boxed => self.boxed(),
            Field::Contraception => self.contraception(),
            Field::Cost => self.cost(),
        };
        let any = !said.is_empty();
        said.retain(|said| self.asked.shows(said.mark));
        if any && said.is_empty() {
            said.push(self.left_out());
        }
        said
    }

    /// That there is something, but nobody has read it in its source: silence would say that there is nothing.
    pub fn left_out(&self) -> Said {
        self.said(
            self.say("left-out-unread", &[]),
            Mark::Checked,
            self.drug.summary_cite,
        )
    }

    /// That no row of the label is in force, of a setting or at all; or that those in force are left out here.
    pub fn no_indication(&self, setting: Option<Setting>) -> Said {
        if !self.drug.breast {
            return self.known(self.say("indication-none-breast", &[]));
        }
        let every = DrugsAsked {
            setting,
            verified_only: false,
            ..*self.asked
        };
        let mut rows = labels::rows(self.drug, &every).into_iter();
        if rows.any(|row| row.row.in_force_on(self.asked.as_of)) {
            return self.left_out();
        }
        self.known(self.say("indication-none", &[]))
    }

    pub fn say(&self, name: &str, values: &[(&'static str, Value<'_>)]) -> String {
        self.words.get(name, values).unwrap_or_default()
    }

    pub fn said(&self, words: String, mark: Mark, cite: Citation) -> Said {
        Said {
            words,
            page: self.drug.id,
            cite,
            mark,
        }
    }

    /// Something by which the medicine is known: it goes with the source of its key facts and needs no mark.
    pub fn known(&self, words: String) -> Said {
        self.said(words, Mark::Checked, self.drug.summary_cite)
    }

    /// The name in the United States.
    pub fn name(&self) -> String {
        let name = self.drug.us_name.unwrap_or(self.drug.inn);
        self.words.said(name).to_owned()
    }

    /// The name with the brand, by which medicines of one name differ.
    pub fn title(&self) -> String {
        let brands = self.drug.brands.join(", ");
        match (self.drug.abbreviation, brands.is_empty()) {
            (Some(short), false) => format!("{} ({brands}, {short})", self.name()),
            (Some(short), true) => format!("{} ({short})", self.name()),
            (None, false) => format!("{} ({brands})", self.name()),
            (None, true) => self.name(),
        }
    }

    fn brands(&self) -> Vec<Said> {
        let brands = self.drug.brands.join(", ");
        if brands.is_empty() {
            return Vec::new();
        }
        vec![self.known(brands)]
    }

    pub fn class(&self) -> String {
        self.words
            .term(Question::MedicineClass, self.drug.class.name())
    }

    pub fn route(&self) -> String {
        self.say(
            match self.drug.route {
                Route::Intravenous => "route-intravenous",
                Route::Subcutaneous => "route-subcutaneous",
                Route::Oral => "route-oral",
            },
            &[],
        )
    }

    pub fn kind(&self) -> String {
        let kind = self.say(
            match self.drug.kind {
                DrugKind::Originator => "drug-kind-originator",
                DrugKind::Biosimilar => "drug-kind-biosimilar",
                DrugKind::Subcutaneous => "drug-kind-subcutaneous",
                DrugKind::Beside => "drug-kind-beside",
            },
            &[],
        );
        match self.drug.reference {
            Some(reference) => {
                let values = [
                    ("kind", Value::Text(&kind)),
                    ("reference", Value::Text(self.words.said(reference))),
                ];
                self.say("drug-kind-like", &values)
            }
            None => kind,
        }
    }

    fn makers(&self) -> Vec<Said> {
        let makers = self.drug.makers.iter();
        makers
            .map(|maker| self.said(self.maker(maker), maker.mark, maker.cite))
            .collect()
    }

    fn maker(&self, maker: &Maker) -> String {
        let role = match maker.role {
            MakerRole::Holder => "maker-holder",
            MakerRole::Seller => "maker-seller",
            MakerRole::Former => "maker-former",
        };
        let named = self.say(role, &[("name", Value::Text(maker.name))]);
        let mut values = vec![("maker", Value::Text(&named))];
        let name = match (maker.from, maker.until) {
            (None, None) => return named,
            (Some(_), None) => "maker-from",
            (None, Some(_)) => "maker-until",
            (Some(_), Some(_)) => "maker-from-until",
        };
        let days = [maker.from, maker.until].map(|day| day.map(|day| self.words.date_of(day)));
        for (name, day) in ["from", "until"].into_iter().zip(&days) {
            values.extend(day.as_deref().map(|day| (name, Value::Text(day))));
        }
        self.say(name, &values)
    }

    fn indications(&self, setting: Setting) -> Vec<Said> {
        if self.asked.setting.is_some_and(|asked| asked != setting) {
            return Vec::new();
        }
        let rows = labels::rows(self.drug, self.asked);
        let said = labels::in_force(self.words, &rows, setting, self.asked.as_of);
        if said.is_empty() {
            return vec![self.no_indication(Some(setting))];
        }
        said
    }

    /// The doses of the settings that are asked for, each with its note: a dose for a weak liver is not the dose of everybody.
    /// What stands for both settings is told once.
    pub fn doses(&self) -> Vec<Said> {
        let fits = |dose: &&Dose| match (self.asked.setting, dose.setting) {
            (Some(setting), Some(of)) => of.is_for(setting),
            _ => true,
        };
        let mut said: Vec<Said> = Vec::new();
        for dose in self.drug.doses.iter().filter(fits) {
            let mut words = self.dose(dose);
            if let Some(note) = dose.note {
                // A semicolon parts doses.
                let note = self.words.said(note).replace("; ", ", ");
                let values = [("dose", Value::Text(&words)), ("note", Value::Text(&note))];
                words = self.say("dose-note", &values);
            }
            let new = self.said(words, dose.mark, dose.cite);
            if !said.iter().any(|known| known.words == new.words) {
                said.push(new);
            }
        }
        said
    }

    /// A dose with its loading dose, without its notes.
    pub fn dose(&self, dose: &Dose) -> String {
        let (amount, unit) = (
            ("amount", Value::Text(dose.amount)),
            ("unit", Value::Text(dose.unit)),
        );
        let each = match (dose.every_weeks, dose.per_day) {
            (Some(weeks), _) => {
                let weeks = ("weeks", Value::Count(weeks.into()));
                self.say("dose-every", &[amount, unit, weeks])
            }
            (None, Some(times)) => {
                let times = ("times", Value::Count(times.into()));
                self.say("dose-day", &[amount, unit, times])
            }
            (None, None) => format!("{} {}", dose.amount, dose.unit),
        };
        match dose.loading {
            Some(loading) => {
                let values = [
                    ("loading", Value::Text(loading)),
                    ("unit", Value::Text(dose.unit)),
                    ("dose", Value::Text(&each)),
                ];
                self.say("dose-loading", &values)
            }
            None => each,
        }
    }

    pub fn boxed(&self) -> Vec<Said> {
        let said: Vec<Said> = self
            .drug
            .boxed_warnings
            .iter()
            .map(|warning| {
                let words = self.say(&format!("boxed-{}", warning.topic), &[]);
                self.said(words, warning.mark, warning.cite)
            })
            .collect();
        if said.is_empty() {
            return vec![self.known(self.say("boxed-none", &[]))];
        }
        said
    }

    pub fn contraception(&self) -> Vec<Said> {
        let said = self.drug.contraception.iter();
        said.map(|of| self.said(self.contraception_of(of), of.mark, of.cite))
            .collect()
    }

    fn contraception_of(&self, of: &Contraception) -> String {
        let who = match of.who {
            Sex::Female => "female",
            Sex::Male => "male",
        };
        let (unit, count) = match (of.months, of.weeks) {
            (Some(months), _) => ("months", months),
            (None, weeks) => ("weeks", weeks.unwrap_or_default()),
        };
        let name = format!("contraception-{who}-{unit}");
        self.say(&name, &[("count", Value::Count(count.into()))])
    }

    /// One line of cost for each setting, or that there is no figure.
    fn cost(&self) -> Vec<Said> {
        let priced = cost::short(self.drug, self.asked);
        if priced.is_empty() {
            return vec![self.no_cost()];
        }
        let several = priced.len() > 1;
        let lines = priced.iter().map(|priced| {
            let mut said = priced.line(self.words);
            let setting = priced.dose.setting.and_then(knowledge::setting);
            if let Some(setting) = setting.filter(|_| several) {
                let setting = self.say(&format!("setting-{}", setting.name()), &[]);
                said.words = format!("{setting}: {}", said.words);
            }
            said
        });
        lines.collect()
    }

    pub fn no_cost(&self) -> Said {
        let name = match self.drug.route {
            Route::Oral => "cost-none-oral",
            _ => "cost-none",
        };
        let words = self.say(name, &[]);
        match cost::list(self.asked) {
            Some(list) => Said {
                words,
                page: knowledge::price_page(list),
                cite: list.cite,
                mark: list.mark,
            },
            None => self.known(words),
        }
    }
}
