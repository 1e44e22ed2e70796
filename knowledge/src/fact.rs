//! Every statement with its mark and its source, whatever page it stands on; and those that nobody has confirmed yet.

use crate::{
    Drug, all_evidence, diagnostics, drugs, monitoring, pages, price_lists, prognosis, regimens,
    sources, tables_data, topics,
};
use her2_case::{Mark, Term};
use her2_pages::{Citation, Row};

/// A statement of a page.
#[derive(Clone, Debug)]
pub struct Fact {
    /// The page, and the line or the place in it.
    pub place: String,
    /// What is stated.
    pub what: String,
    /// How sure this project is of it, if it says so.
    pub mark: Option<Mark>,
    /// Its source, if it is named beside it.
    pub cite: Option<Citation>,
}

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

/// Every statement that has a mark or a source of its own.
pub fn facts() -> Vec<Fact> {
    let mut all = Vec::new();
    rows(&mut all);
    for source in sources() {
        let place = format!("sources/{}", source.id);
        all.push(Fact::new(&place, source.title, source.mark, None));
    }
    for trial in all_evidence() {
        let place = format!("evidence/{}", trial.id);
        for of in trial.results {
            let place = format!("{place}#{}", of.id);
            all.push(Fact::new(&place, of.endpoint, of.mark, of.cite));
        }
        for of in trial.publications {
            let number = of.doi.or(of.pmid).unwrap_or_default();
            all.push(Fact::new(
                &format!("{place}#publication"),
                number,
                of.mark,
                None,
            ));
        }
    }
    all.extend(drugs().iter().flat_map(Drug::facts));
    for regimen in regimens() {
        let place = format!("regimens/{}", regimen.id);
        let facts = regimen.facts.iter();
        all.extend(facts.map(|of| Fact::new(&place, of.text, of.mark, Some(of.cite))));
    }
    for list in price_lists() {
        let place = format!("prices/{}", list.id);
        all.push(Fact::new(&place, list.title, list.mark, Some(list.cite)));
    }
    for page in monitoring() {
        let facts = page.facts().into_iter();
        all.extend(facts.map(|(what, mark, cite)| Fact::new(page.id, &what, mark, Some(cite))));
    }
    for score in prognosis::scores() {
        all.push(Fact::new(
            score.page,
            score.name,
            score.mark,
            Some(score.cite),
        ));
        let limits = score.limits.iter();
        all.extend(limits.map(|of| Fact::new(score.page, of.text, of.mark, None)));
    }
    all.extend(crate::codes::all_codes().iter().map(|row| Fact {
        place: format!("{}:{}", row.page, row.line),
        what: row.code.to_owned(),
        mark: Some(row.mark),
        cite: Some(row.cite),
    }));
    all.push(Fact {
        place: "codes/course".to_owned(),
        what: "words, days and numbers of a course".to_owned(),
        mark: None,
        cite: Some(crate::codes::course_rules()),
    });
    let registry = crate::naaccr::STATED.iter();
    all.extend(
        registry.map(|(place, what, mark, cite)| Fact::new(place, what, *mark, Some(*cite))),
    );
    for topic in topics() {
        let sources = [topic.cite].into_iter().chain(topic.more.iter().copied());
        all.extend(sources.map(|cite| Fact {
            place: topic.page.to_owned(),
            what: topic.title.to_owned(),
            mark: None,
            cite: Some(cite),
        }));
        let cited = topic.said().into_iter().filter(|said| said.cite.is_some());
        all.extend(cited.map(|said| Fact::new(topic.page, said.words, Mark::Checked, said.cite)));
    }
    all
}

/// What tables say row by row, and the sources that pages name in their heads.
fn rows(all: &mut Vec<Fact>) {
    for (table, _) in tables_data() {
        all.extend(table.rows().iter().map(|row| Fact {
            place: format!("{}:{}", row.page(), row.line()),
            what: what(row),
            mark: row.also::<Mark>().single(),
            cite: Some(row.cite()),
        }));
    }
    let heads = pages()
        .iter()
        .map(|page| (page.id.to_owned(), page.title, page.cite));
    let checks = diagnostics().iter();
    let checks = checks.map(|of| (format!("diagnostics/{}", of.code), of.title, Some(of.cite)));
    all.extend(heads.chain(checks).map(|(place, title, cite)| Fact {
        place,
        what: title.to_owned(),
        mark: None,
        cite,
    }));
}

/// What a row states, for a list: the regimen it lists, or its label.
fn what(row: &Row) -> String {
    let listed = row.carried("option").map(|option| format!("{option}: "));
    format!("{}{}", listed.unwrap_or_default(), row.anchor())
}

/// Every statement that is marked as not confirmed, by page.
pub fn to_verify() -> Vec<ToVerify> {
    let facts = facts().into_iter();
    let unsure = facts.filter_map(
        |Fact {
             place, what, mark, ..
         }| {
            let mark = mark.filter(|mark| *mark != Mark::Checked)?;
            Some(ToVerify { place, what, mark })
        },
    );
    let mut all: Vec<_> = unsure.collect();
    all.sort();
    all
}

/// Every citation, with the place that cites.
pub fn citations() -> Vec<(String, Citation)> {
    let facts = facts().into_iter();
    facts
        .filter_map(|fact| Some((fact.place, fact.cite?)))
        .collect()
}

impl Fact {
    fn new(place: &str, what: &str, mark: Mark, cite: Option<Citation>) -> Self {
        Self {
            place: place.to_owned(),
            what: what.to_owned(),
            mark: Some(mark),
            cite,
        }
    }
}

impl Drug {
    /// Every statement of the head that has a source and a mark of its own.
    pub fn facts(&self) -> Vec<Fact> {
        let place = format!("drugs/{}", self.id);
        let mut facts = Vec::new();
        let mut add = |what: String, mark, cite| {
            facts.push(Fact::new(&place, &what, mark, Some(cite)));
        };
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
