//! What nobody has confirmed in its primary source yet.

use crate::{Drug, all_evidence, drugs, price_lists, regimens, sources, tables_data};
use her2_case::{Mark, Term};
use her2_pages::{Citation, Row};

/// A statement of which this project is not sure.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ToVerify {
    /// The page, and the line or the place in it.
    pub place: String,
    /// What is stated.
    pub what: String,
    /// How sure this project is.
    pub mark: Mark,
}

/// A fact of a medicine, whatever it is about.
#[derive(Clone, Debug)]
pub struct DrugFact {
    /// What it states.
    pub what: String,
    /// How sure this project is of it.
    pub mark: Mark,
    /// Its source.
    pub cite: Citation,
}

impl Drug {
    /// Every fact of the head that has a source and a mark of its own.
    pub fn facts(&self) -> Vec<DrugFact> {
        let mut facts = Vec::new();
        let mut add = |what: String, mark, cite| facts.push(DrugFact { what, mark, cite });
        add(
            format!("summary: {}", self.summary),
            self.summary_mark,
            self.summary_cite,
        );
        for of in self.makers {
            add(format!("maker: {}", of.name), of.mark, of.cite);
        }
        for of in self.doses {
            add(format!("dose: {} {}", of.amount, of.unit), of.mark, of.cite);
        }
        for of in self.vials {
            add(format!("vial: {} mg", of.mg), of.mark, of.cite);
        }
        for of in self.codes {
            add(format!("code: {} {}", of.system, of.code), of.mark, of.cite);
        }
        for of in self.boxed_warnings {
            add(format!("boxed warning: {}", of.topic), of.mark, of.cite);
        }
        for of in self.contraception {
            add(
                format!("contraception: {}", of.who.name()),
                of.mark,
                of.cite,
            );
        }
        for of in self.interactions {
            add(format!("interaction: {}", of.text), of.mark, of.cite);
        }
        for of in self.reactions {
            add(format!("reaction: {}", of.text), of.mark, of.cite);
        }
        for of in self.approvals {
            add(
                format!("approval: {} {}", of.date, of.what),
                of.mark,
                of.cite,
            );
        }
        for of in self.companions {
            add(
                format!("companion test: {} for {}", of.test, of.claim),
                of.mark,
                of.cite,
            );
        }
        facts
    }
}

/// Every statement that is marked as not confirmed, by page.
pub fn to_verify() -> Vec<ToVerify> {
    let mut all = Vec::new();
    let mut add = |place: String, what: String, mark: Mark| {
        if mark != Mark::Checked {
            all.push(ToVerify { place, what, mark });
        }
    };
    for source in sources() {
        add(
            format!("sources/{}", source.id),
            source.title.to_owned(),
            source.mark,
        );
    }
    for trial in all_evidence() {
        let page = format!("evidence/{}", trial.id);
        for result in trial.results {
            add(
                format!("{page}#{}", result.id),
                result.endpoint.to_owned(),
                result.mark,
            );
        }
        for of in trial.publications {
            let number = of.doi.or(of.pmid).unwrap_or_default();
            add(format!("{page}#publication"), number.to_owned(), of.mark);
        }
    }
    for drug in drugs() {
        for fact in drug.facts() {
            add(format!("drugs/{}", drug.id), fact.what, fact.mark);
        }
    }
    for regimen in regimens() {
        for fact in regimen.facts {
            add(
                format!("regimens/{}", regimen.id),
                fact.text.to_owned(),
                fact.mark,
            );
        }
    }
    for list in price_lists() {
        add(
            format!("prices/{}", list.id),
            list.title.to_owned(),
            list.mark,
        );
    }
    for score in crate::prognosis::scores() {
        let formula = format!("{} {}: the formula", score.name, score.version);
        add(score.page.to_owned(), formula, score.mark);
        for limit in score.limits {
            add(score.page.to_owned(), limit.text.to_owned(), limit.mark);
        }
    }
    for (table, _) in tables_data() {
        for row in table.rows() {
            let place = format!("{}:{}", row.page(), row.line());
            for mark in row.also::<Mark>().iter() {
                add(place.clone(), what(row), mark);
            }
        }
    }
    all.sort();
    all
}

/// What a row states, for a list: the regimen it lists, or its label.
fn what(row: &Row) -> String {
    let listed = row.carried("option").map(|option| format!("{option}: "));
    format!("{}{}", listed.unwrap_or_default(), row.anchor())
}
