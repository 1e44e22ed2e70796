//! Edition pages: what a source is, when it was in force, and the anchors that may be cited.

use super::{Document, Fault, Faults, date, read_head};
use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

/// What kind of source an edition is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EditionStatus {
    /// A guideline of a body.
    Guideline,
    /// The label of a product or a test.
    Label,
    /// A consensus of experts.
    Consensus,
    /// Engineering rules of this project.
    Project,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Head {
    id: Spanned<String>,
    body: String,
    topic: Option<String>,
    year: u16,
    title: String,
    status: EditionStatus,
    #[serde(default)]
    doi: Vec<String>,
    #[serde(default)]
    pmid: Vec<Spanned<toml::Value>>,
    #[serde(default)]
    links: Vec<String>,
    in_force_from: Option<Spanned<Datetime>>,
    in_force_to: Option<Spanned<Datetime>>,
    supersedes: Option<Spanned<String>>,
    #[serde(default)]
    affirmed: Vec<AffirmedHead>,
    checked: Option<Spanned<Datetime>>,
    #[serde(default)]
    anchors: toml::Table,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AffirmedHead {
    date: Spanned<Datetime>,
    doi: Option<String>,
    note: Option<String>,
}

/// An affirmation of an edition without a change of its rules.
#[derive(Clone, Debug)]
pub struct Affirmation {
    /// When.
    pub date: Date,
    /// Where it was published.
    pub doi: Option<String>,
    /// What it added.
    pub note: Option<String>,
}

/// An edition's page.
#[derive(Clone, Debug)]
pub struct EditionPage {
    /// The path of the page.
    pub path: String,
    /// The name of its folder.
    pub id: String,
    /// Who issued it.
    pub body: String,
    /// What it is about, if the body issues several guidelines side by side; testing otherwise.
    pub topic: Option<String>,
    /// The year by which it is called.
    pub year: u16,
    /// Its title.
    pub title: String,
    /// What kind of source it is.
    pub status: EditionStatus,
    /// Its DOIs.
    pub doi: Vec<String>,
    /// Its PubMed numbers.
    pub pmid: Vec<String>,
    /// Other places where it stands.
    pub links: Vec<String>,
    /// The first day on which it was in force.
    pub in_force_from: Date,
    /// The last day on which it was in force, if it is no longer.
    pub in_force_to: Option<Date>,
    /// The edition it replaced, and the line that says so.
    pub supersedes: Option<(u32, String)>,
    /// When it was affirmed.
    pub affirmed: Vec<Affirmation>,
    /// When somebody last compared the page with its source.
    pub checked: Date,
    /// Each anchor with what it stands for.
    pub anchors: Vec<(String, String)>,
}

impl EditionPage {
    /// Reads the text of `<folder>/edition.md`.
    pub fn read(path: &str, folder: &str, text: &str) -> Result<Self, Vec<Fault>> {
        let mut faults = Faults::of(path);
        let document = Document::read(text, &mut faults);
        let edition = read_head::<Head>(&document, &mut faults)
            .and_then(|head| Self::of(path, folder, &document, head, &mut faults));
        match edition {
            Some(edition) if faults.is_empty() => Ok(edition),
            _ => Err(faults.into_vec()),
        }
    }

    fn of(
        path: &str,
        folder: &str,
        document: &Document,
        head: Head,
        faults: &mut Faults,
    ) -> Option<Self> {
        let id = head.id.get_ref().clone();
        if id != folder {
            let line = document.line_of(&head.id);
            faults.add(
                line,
                format!("`id` is `{id}`, but the folder is `{folder}`"),
            );
        }
        let pmid = head.pmid.iter().filter_map(|value| match value.get_ref() {
            toml::Value::String(number) => Some(number.clone()),
            toml::Value::Integer(number) => Some(number.to_string()),
            _ => None,
        });
        let pmid: Vec<_> = pmid.collect();
        let unsourced = head.doi.is_empty() && pmid.is_empty() && head.links.is_empty();
        if unsourced && head.status != EditionStatus::Project {
            faults.add(1, "no source: an edition has a `doi`, a `pmid` or `links`");
        }
        let mut anchors = Vec::new();
        for (anchor, stands_for) in head.anchors {
            match stands_for {
                toml::Value::String(words) if !words.is_empty() => anchors.push((anchor, words)),
                _ => faults.add(1, format!("anchor `{anchor}` wants a few words in quotes")),
            }
        }
        let affirmed = head.affirmed.into_iter().filter_map(|of| {
            let date = date(document, "date", Some(&of.date), faults)?;
            let (doi, note) = (of.doi, of.note);
            Some(Affirmation { date, doi, note })
        });
        let affirmed = affirmed.collect();
        let from = date(
            document,
            "in-force-from",
            head.in_force_from.as_ref(),
            faults,
        );
        let until = head.in_force_to.as_ref();
        let to = until.and_then(|to| date(document, "in-force-to", Some(to), faults));
        let checked = date(document, "checked", head.checked.as_ref(), faults);
        let (from, checked) = (from?, checked?);
        if let Some(until) = until.filter(|_| to.is_some_and(|to| to < from)) {
            faults.add(
                document.line_of(until),
                "`in-force-to` is before `in-force-from`",
            );
        }
        let supersedes = head.supersedes;
        Some(Self {
            path: path.to_owned(),
            id,
            body: head.body,
            topic: head.topic,
            year: head.year,
            title: head.title,
            status: head.status,
            doi: head.doi,
            pmid,
            links: head.links,
            in_force_from: from,
            in_force_to: to,
            supersedes: supersedes.map(|id| (document.line_of(&id), id.into_inner())),
            affirmed,
            checked,
            anchors,
        })
    }
}

/// Editions of one body on one topic do not overlap in time, and what one supersedes exists and has ended.
pub fn check_periods(editions: &[EditionPage]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut add = |edition: &EditionPage, line, message| {
        let page = edition.path.clone();
        faults.push(Fault {
            page,
            line,
            message,
        });
    };
    for (at, one) in editions.iter().enumerate() {
        for other in &editions[at + 1..] {
            let apart = |a: &EditionPage, b: &EditionPage| {
                a.in_force_to.is_some_and(|to| to < b.in_force_from)
            };
            let same =
                one.body == other.body && one.topic == other.topic && one.status == other.status;
            if same && !apart(one, other) && !apart(other, one) {
                let message = format!(
                    "in force at the same time as {}, also of {}; `in-force-to` is the last day in force",
                    other.id, other.body
                );
                add(one, 1, message);
            }
        }
        if let Some((line, superseded)) = &one.supersedes {
            match editions.iter().find(|edition| edition.id == *superseded) {
                None => add(
                    one,
                    *line,
                    format!("supersedes `{superseded}`, which is no edition"),
                ),
                Some(old) if old.in_force_to.is_none() => {
                    let message = format!("supersedes `{superseded}`, which has no `in-force-to`");
                    add(one, *line, message);
                }
                Some(_) => {}
            }
        }
    }
    faults
}
