//! The web pages: what a visit asks, and the page that answers it. Shared by every edge that shows pages, so that they are the same everywhere.

mod asked;
mod clinician;
mod given;
mod numbers;
mod patient;
mod records;
mod route;
mod watch;

pub use her2_documents::site::{SCRIPT, STYLE};

use jiff::civil::Date;
use std::fmt;

/// One source as it was given: pasted, or a file.
pub struct Given {
    /// Its name, for example that of the file. Patient data.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What a visitor asks for. Nothing of it is kept.
///
/// `Debug` shows counts only: the rest is patient data.
pub struct Visit<'a> {
    /// The path of the page, as `/`, `/es/` or `/learn/her2`, without a query.
    pub path: &'a str,
    /// Where the site stands among the paths of its host, with a slash at both ends; `/` where it is alone there.
    pub root: &'a str,
    /// The fields of the query and of the form, in their order.
    pub fields: Vec<(String, String)>,
    /// The sources given.
    pub given: Vec<Given>,
    /// Today.
    pub today: Date,
    /// Where the page is shown.
    pub shown: Shown,
}

/// Where a page is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// By a server: links lead to its paths.
    Server,
    /// In the browser alone: the page says that nothing leaves the device.
    Device,
}

/// What a page is, for the header that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplyKind {
    /// A page.
    Html,
    /// A calendar (RFC 5545), to be saved.
    Calendar,
    /// One JSON object, to be saved.
    Json,
}

impl ReplyKind {
    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html; charset=utf-8",
            Self::Calendar => "text/calendar; charset=utf-8",
            Self::Json => "application/json",
        }
    }
}

/// The answer to a visit.
///
/// `Debug` shows no words of it: they are patient data.
pub struct Reply {
    /// The HTTP status: 200, 404 for a path that is no page, 422 where nothing could be read.
    pub status: u16,
    /// What the body is.
    pub kind: ReplyKind,
    /// The language of the page.
    pub lang: &'static str,
    /// The page.
    pub body: String,
    /// The name to save it under, if it is to be saved.
    pub file: Option<&'static str>,
}

/// Answers a visit. Pure: the same visit gives the same bytes.
pub fn visit(asked: &Visit<'_>) -> Reply {
    route::answer(asked)
}

/// The page that says why a visit could not be answered at all, by the HTTP status of the refusal.
pub fn refusal(path: &str, status: u16, shown: Shown) -> Reply {
    route::refuse(path, status, shown)
}

/// The paths of the pages without a language: those that are looked at, and those that a record is posted to.
///
/// In a language other than English each has the language before it, as `/es/learn`. `{name}` stands for the name of a topic or a medicine.
pub fn paths() -> (&'static [&'static str], &'static [&'static str]) {
    (&route::LOOKED_AT, &route::POSTED_TO)
}

impl fmt::Debug for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Given({} bytes)", self.bytes.len())
    }
}

impl fmt::Debug for Visit<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Visit")
            .field("fields", &self.fields.len())
            .field("given", &self.given)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reply")
            .field("status", &self.status)
            .field("kind", &self.kind)
            .field("bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}
