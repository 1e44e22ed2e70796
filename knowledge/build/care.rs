//! Labels and care pages together: what their rows name must be there, and no option against HER2 is open to somebody whose HER2 result
//! does not allow it.

use super::evidence::Evidence;
use super::regimens::Regimen;
use super::spoken;
use her2_case::{Her2Category, Kind, Listing, Question, Term};
use her2_pages::compile::{
    CheckedPage, Decide, Fault, Faults, Holds, PageRow, constant_name, hint,
};

/// A table of options with the positions of what its rows name.
pub struct CarePage {
    /// The page.
    pub page: String,
    /// The edition in whose folder it stands.
    pub edition: Option<usize>,
    /// The medicine whose label it is.
    pub drug: Option<usize>,
    /// The regimen of each row.
    pub regimens: Vec<usize>,
    /// The trials of each row.
    pub evidence: Vec<Vec<usize>>,
}

impl CarePage {
    /// Its entry in the list of care tables.
    pub fn source(&self) -> String {
        let position = |list: &str, at: Option<usize>| {
            at.map_or_else(|| "None".to_owned(), |at| format!("Some(&{list}[{at}])"))
        };
        let (edition, drug) = (
            position("EDITIONS", self.edition),
            position("DRUGS", self.drug),
        );
        let (page, table) = (&self.page, constant_name(&self.page));
        let evidence = self.evidence.iter().map(|trials| format!("&{trials:?}"));
        let evidence = evidence.collect::<Vec<_>>().join(", ");
        let regimens = &self.regimens;
        format!(
            "CareTable {{ page: {page:?}, edition: {edition}, drug: {drug}, choices: &tables::{table}, \
             regimens: &{regimens:?}, evidence: &[{evidence}] }}"
        )
    }
}

/// What a care table may name.
pub struct Named<'a> {
    /// The regimens.
    pub regimens: &'a [Regimen],
    /// The trials.
    pub evidence: &'a [Evidence],
}

/// Whether the page lists options of care.
pub fn is_care(page: &CheckedPage) -> bool {
    page.decide == Decide::All && page.question == Question::Listing
}

/// Reads what the rows of a page name. `path` is its file.
pub fn read(
    page: &CheckedPage,
    path: &str,
    edition: Option<usize>,
    drug: Option<usize>,
    named: &Named<'_>,
    faults: &mut Vec<Fault>,
) -> CarePage {
    let mut found = Faults::of(path);
    let mut care = CarePage {
        page: page.id.clone(),
        edition,
        drug,
        regimens: Vec::new(),
        evidence: Vec::new(),
    };
    columns(page, &mut found);
    for row in &page.rows {
        let regimen = option(row, named, &mut found);
        care.regimens.extend(regimen);
        let notes = row.carried.iter().filter(|(column, _)| column == "note");
        notes.for_each(|(_, note)| spoken::add(note));
        care.evidence.push(trials(row, named, &mut found));
        if regimen.is_some_and(|at| named.regimens[at].her2_directed) {
            gate(page, row, &mut found);
        }
    }
    twice(page, &mut found);
    faults.extend(found.into_vec());
    care
}

/// No two rows list the same regimen in the same way and with the same note, for the same situation, on the same day.
fn twice(page: &CheckedPage, faults: &mut Faults) {
    for (at, row) in page.rows.iter().enumerate() {
        let before = |one: &PageRow, other: &PageRow| match (one.until, other.from) {
            (Some(until), Some(from)) => until < from,
            _ => false,
        };
        let same = |other: &&PageRow| {
            other.masks == row.masks
                && other.carried == row.carried
                && (other.answer, &other.also) == (row.answer, &row.also)
                && other.cite == row.cite
                && !before(other, row)
                && !before(row, other)
        };
        if let Some(other) = page.rows[..at].iter().find(same) {
            let (anchor, line) = (&other.anchor, other.line);
            faults.add(
                row.line,
                format!("says the same as row `{anchor}` on line {line}"),
            );
        }
    }
}

/// Every row says how strongly it is listed and how sure this project is, and HER2 is asked as the category.
fn columns(page: &CheckedPage, faults: &mut Faults) {
    let line = page.rows.first().map_or(1, |row| row.line);
    for question in [Question::Strength, Question::Mark] {
        let name = question.name();
        for row in &page.rows {
            let given = row.also.iter().find(|(of, _)| *of == question);
            match given {
                None => faults.add(line, format!("no column `=> {name}`")),
                Some((_, bits)) if bits.count_ones() != 1 => {
                    faults.add(row.line, format!("a row gives one term of `{name}`"));
                }
                Some(_) => {}
            }
        }
    }
    if page
        .columns
        .iter()
        .any(|column| column.question == Question::Her2Status)
    {
        faults.add(
            line,
            "HER2 is asked as `her2-category` where options are listed",
        );
    }
}

fn option(row: &PageRow, named: &Named<'_>, faults: &mut Faults) -> Option<usize> {
    let Some((_, id)) = row.carried.iter().find(|(column, _)| column == "option") else {
        faults.add(
            row.line,
            "the row names no `option`: the regimen that is listed",
        );
        return None;
    };
    let ids = named.regimens.iter().map(|regimen| regimen.id.as_str());
    let found = ids.clone().position(|of| of == id);
    if found.is_none() {
        let hint = hint(id, ids);
        faults.add(row.line, format!("no regimen `{id}`{hint}"));
    }
    found
}

fn trials(row: &PageRow, named: &Named<'_>, faults: &mut Faults) -> Vec<usize> {
    let carried = row.carried.iter().find(|(column, _)| column == "evidence");
    let ids = carried
        .into_iter()
        .flat_map(|(_, ids)| ids.split(',').map(str::trim));
    let mut trials = Vec::new();
    for id in ids {
        let known = named.evidence.iter().map(|trial| trial.id.as_str());
        match known.clone().position(|of| of == id) {
            Some(at) => trials.push(at),
            None => {
                let hint = hint(id, known);
                faults.add(row.line, format!("no trial `{id}` under `evidence/`{hint}"));
            }
        }
    }
    trials
}

/// The categories of HER2 with which a medicine against it can be listed.
fn allowed() -> u64 {
    let names = ["HER2_POSITIVE", "HER2_LOW", "HER2_ULTRALOW"];
    let Kind::Terms(all) = Question::Her2Category.kind() else {
        unreachable!(
            "a category is one of the terms of {}",
            Her2Category::QUESTION.name()
        )
    };
    let listed = all
        .iter()
        .enumerate()
        .filter(|(_, name)| names.contains(name));
    listed.fold(0, |bits, (term, _)| bits | 1 << term)
}

fn gate(page: &CheckedPage, row: &PageRow, faults: &mut Faults) {
    if row.answer == Listing::AdvisedAgainst.index() {
        return;
    }
    let at = page
        .columns
        .iter()
        .position(|column| column.question == Question::Her2Category);
    let restricted = at.is_some_and(|at| match row.cells[at] {
        Holds::Terms(terms) => terms & !allowed() == 0,
        _ => false,
    });
    if !restricted {
        let anchor = &row.anchor;
        let message = format!(
            "row `{anchor}` lists a medicine against HER2 without a HER2 result for it: `her2-category` must be \
             HER2_POSITIVE, HER2_LOW or HER2_ULTRALOW"
        );
        faults.add(row.line, message);
    }
}
