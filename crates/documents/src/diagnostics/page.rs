//! Diagnostics as the renderers need them: from the compiled page, and from what fired.

use super::{Page, Shown};
use crate::words::Words;
use her2_case::{Fires, Kind, Term};
use her2_knowledge::{Diagnostic, diagnostic, diagnostics, edition};
use her2_pages::{Bands, Citation, Column, Cut};
use her2_pathway::review::Fired;

impl Shown {
    /// A diagnostic that fired on a record, with the words of its page and its places in the text.
    pub fn of(fired: &Fired) -> Self {
        let diagnostic = fired.diagnostic();
        let row = fired.finding().rows().next();
        let anchors = fired.finding().rows().map(|row| row.anchor());
        let cite = row.map_or(diagnostic.cite, |row| row.cite());
        Self {
            code: diagnostic.code,
            title: diagnostic.title,
            severity: diagnostic.severity,
            why: diagnostic.why.into(),
            what_to_do: diagnostic.what_to_do.into(),
            row: anchors.collect::<Vec<_>>().join(", or "),
            cite: cite.to_string(),
            source: in_short(cite),
            project_rule: row.is_some_and(|row| row.is_project_rule()),
            at: fired
                .at()
                .iter()
                .filter_map(|origin| origin.as_span())
                .collect(),
        }
    }
}

impl Shown {
    /// The same in words of a language, as far as its pages are said in it: names of rows stay as they are.
    #[must_use]
    pub fn said_in(self, words: &'static Words) -> Self {
        let prose = |text: &str| words.language().prose(text).to_string();
        Self {
            title: words.said(self.title),
            why: prose(&self.why).into(),
            what_to_do: prose(&self.what_to_do).into(),
            source: self.source_in(words),
            ..self
        }
    }

    /// The source in words of a language; names of bodies stay as they are.
    pub(crate) fn source_in(&self, words: &Words) -> String {
        let cite = self.cite.split_once('#');
        let found = cite.and_then(|(of, anchor)| {
            let edition = edition(of)?;
            let place = words.said(edition.anchor(anchor)?);
            Some(format!("{} {}. {place}", edition.body, edition.year))
        });
        found.unwrap_or_else(|| self.source.clone())
    }
}

impl Page {
    /// The page of every diagnostic, by code.
    pub fn all() -> Vec<Self> {
        diagnostics().iter().map(Self::of).collect()
    }

    /// The page of the diagnostic of this code, if there is one.
    pub fn find(code: &str) -> Option<Self> {
        diagnostic(code).map(Self::of)
    }

    fn of(diagnostic: &'static Diagnostic) -> Self {
        let table = diagnostic.table;
        let names = table.columns().iter().map(|column| column.question.name());
        let columns = names.map(str::to_owned).chain(["=> fires".to_owned()]);
        let row = |(at, row): (usize, &her2_pages::Row)| {
            let cells = table.columns().iter().map(|column| cell(column, at));
            let answer = Fires::ALL.get(usize::from(row.answer));
            let answer = answer.map_or("", |answer| answer.name());
            cells.chain([answer.to_owned()]).collect()
        };
        Self {
            code: diagnostic.code,
            title: diagnostic.title,
            severity: diagnostic.severity,
            why: diagnostic.why,
            what_to_do: diagnostic.what_to_do,
            cite: diagnostic.cite.to_string(),
            source: in_full(diagnostic.cite),
            columns: columns.collect(),
            rows: table.rows().iter().enumerate().map(row).collect(),
            fires: diagnostic.fires.to_vec(),
            silent: diagnostic.silent.to_vec(),
        }
    }
}

/// Who said it, when, and what the anchor stands for.
fn in_short(cite: Citation) -> String {
    let edition = edition(cite.edition);
    let anchor = edition.and_then(|edition| edition.anchor(cite.anchor));
    match (edition, anchor) {
        (Some(edition), Some(anchor)) => format!("{} {}. {anchor}", edition.body, edition.year),
        _ => cite.to_string(),
    }
}

/// The title of the edition, what the anchor stands for, and where it can be read.
fn in_full(cite: Citation) -> String {
    let Some(edition) = edition(cite.edition) else {
        return cite.to_string();
    };
    let anchor = edition.anchor(cite.anchor).unwrap_or_default();
    let dois = edition
        .doi
        .iter()
        .map(|doi| format!("https://doi.org/{doi}"));
    let pmids = edition
        .pmid
        .iter()
        .map(|pmid| format!("https://pubmed.ncbi.nlm.nih.gov/{pmid}"));
    let links = edition.links.iter().map(|link| (*link).to_owned());
    let places: Vec<_> = dois.chain(pmids).chain(links).collect();
    let words = format!("{}. {anchor}. {}", edition.title, places.join(" "));
    words.trim_end().to_owned()
}

/// The cell of a row as the page has it: `-`, a list of terms, or bounds.
fn cell(column: &Column, row: usize) -> String {
    let holds = |band: &usize| column.rows[*band] & (1 << row) != 0;
    let bands: Vec<usize> = (0..column.rows.len()).filter(holds).collect();
    if bands.len() == column.rows.len() {
        return "-".to_owned();
    }
    match (column.bands, column.question.kind()) {
        (Bands::Terms(of_term), Kind::Terms(names)) => {
            let terms = names.iter().zip(of_term);
            let held = terms.filter(|(_, band)| bands.contains(&usize::from(**band)));
            held.map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
        }
        (Bands::Number(cuts), _) => bounds(cuts, &bands),
        _ => String::new(),
    }
}

/// A run of bands as one bound or two.
fn bounds(cuts: &[Cut], bands: &[usize]) -> String {
    let from = bands.first().and_then(|first| first.checked_sub(1));
    let to = bands.last().and_then(|last| cuts.get(*last));
    let from = from.and_then(|cut| cuts.get(cut)).map(|cut| {
        let sign = if cut.after { ">" } else { ">=" };
        format!("{sign} {}", cut.at)
    });
    let to = to.map(|cut| {
        let sign = if cut.after { "<=" } else { "<" };
        format!("{sign} {}", cut.at)
    });
    from.into_iter().chain(to).collect::<Vec<_>>().join(", ")
}
