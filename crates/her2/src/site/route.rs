//! Which page a path asks for.

use super::given::{Sources, examples, text};
use super::records::{One, Records, read};
use super::{Given, Reply, ReplyKind, Shown, Visit};
use super::{asked, clinician, numbers, patient};
use crate::{DrugsAsked, medicines};
use her2_documents::Words;
use her2_documents::site::{self, Frame, Told, Trouble};

/// Pages about no record.
pub(super) const LOOKED_AT: [&str; 7] = [
    "/",
    "/numbers",
    "/learn",
    "/learn/{name}",
    "/medicines",
    "/medicines/{name}",
    "/about",
];

/// Pages about a record.
pub(super) const POSTED_TO: [&str; 6] = [
    "/numbers",
    "/record",
    "/record/clinician",
    "/record/packet",
    "/record/calendar",
    "/record/json",
];

/// The language of a path, and the rest of it.
fn parted(path: &str) -> (&'static Words, &str) {
    let english = Words::of("en").expect("English is compiled in");
    let other = path.strip_prefix('/').and_then(|rest| {
        let (lang, rest) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let words = Words::of(lang).filter(|words| words.lang() != "en")?;
        Some((words, if rest.is_empty() { "/" } else { rest }))
    });
    other.unwrap_or((english, path))
}

fn frame<'a>(
    words: &'static Words,
    path: &'a str,
    root: &'a str,
    shown: Shown,
    turned: bool,
) -> Frame<'a> {
    Frame {
        words,
        path,
        root,
        device: shown == Shown::Device,
        version: crate::knowledge_version(),
        kept: &[],
        turned,
    }
}

/// A page with this status.
pub(super) fn html(frame: &Frame<'_>, status: u16, body: String) -> Reply {
    Reply {
        status,
        kind: ReplyKind::Html,
        lang: frame.words.lang(),
        body,
        file: None,
    }
}

/// The page that says why a visit was not read.
pub(super) fn refuse(path: &str, status: u16, shown: Shown) -> Reply {
    let (words, _) = parted(path);
    let frame = frame(words, "/", "/", shown, false);
    let trouble = match status {
        404 => return missing(&frame),
        408 | 429 | 503 => Trouble::Busy,
        413 => Trouble::TooLarge,
        500 => Trouble::Fault,
        _ => Trouble::Form,
    };
    let told = [Told {
        trouble,
        file: None,
    }];
    html(&frame, status, site::home(&frame, &examples(), &told, ""))
}

/// Answers a visit.
pub(super) fn answer(visit: &Visit<'_>) -> Reply {
    let (words, path) = parted(visit.path);
    let path = path
        .strip_suffix('/')
        .filter(|path| !path.is_empty())
        .unwrap_or(path);
    let frame = frame(words, path, visit.root, visit.shown, visit.turned());
    match path {
        "/" => html(&frame, 200, site::home(&frame, &examples(), &[], "")),
        "/about" => html(&frame, 200, site::about(&frame)),
        "/numbers" => numbers::answer(visit, &frame),
        "/learn" => general(&frame, crate::learn(None, words.lang()), |page| {
            site::learn(&frame, page)
        }),
        "/medicines" => medicine(visit, &frame, None),
        path if path == "/record" || path.starts_with("/record/") => of_record(visit, &frame),
        path => match path[1.min(path.len())..].split_once('/') {
            Some(("learn", name)) => topic(&frame, name),
            Some(("medicines", name)) => medicine(visit, &frame, Some(name)),
            _ => missing(&frame),
        },
    }
}

fn missing(frame: &Frame<'_>) -> Reply {
    html(frame, 404, site::not_found(frame))
}

fn general(
    frame: &Frame<'_>,
    document: Option<crate::Document>,
    write: impl FnOnce(&her2_documents::Page) -> String,
) -> Reply {
    match document {
        Some(document) => html(frame, 200, write(document.page())),
        None => missing(frame),
    }
}

fn topic(frame: &Frame<'_>, name: &str) -> Reply {
    let survival = her2_knowledge::topic(name).is_some_and(|topic| topic.survival);
    let document = crate::learn(Some(name), frame.words.lang());
    general(frame, document, |page| site::topic(frame, page, survival))
}

fn medicine(visit: &Visit<'_>, frame: &Frame<'_>, name: Option<&str>) -> Reply {
    let asked = DrugsAsked::on(visit.today);
    let found = medicines(name, &asked, frame.words.lang()).ok().flatten();
    general(frame, found, |page| match name {
        Some(_) => site::document(frame, page, "medicine"),
        None => site::medicines(frame, page),
    })
}

/// The pages about a record.
fn of_record(visit: &Visit<'_>, frame: &Frame<'_>) -> Reply {
    let sources = Sources::of(
        visit,
        &frame.words.get("site-pasted", &[]).unwrap_or_default(),
    );
    show(visit, frame, frame.path, &sources)
}

/// The page of this path about these sources.
pub(super) fn show(visit: &Visit<'_>, frame: &Frame<'_>, path: &str, sources: &Sources) -> Reply {
    let packed = sources.packed();
    let given: &[Given] = &sources.given;
    let one = match read(visit, given, sources.travelled) {
        Records::Nothing(told) => {
            let home = asked::carrying(frame, "/", &[]);
            let page = site::home(&home, &examples(), &told, typed(visit));
            return html(frame, 422, page);
        }
        Records::Several(persons, told) => {
            let mut kept = packed.unwrap_or_default();
            kept.extend(visit.travelling(&["only"]));
            let carrying = asked::carrying(frame, path, &kept);
            return html(frame, 200, site::persons(&carrying, &persons, &told));
        }
        Records::Of(one) => one,
    };
    let asked = AskedOf {
        visit,
        frame,
        one: &one,
        kept: packed.as_deref(),
    };
    match path {
        "/record" => patient::page(&asked, Vec::new()),
        "/record/clinician" => clinician::page(&asked, Vec::new()),
        "/record/packet" => clinician::packet(&asked),
        "/record/calendar" => patient::calendar(&asked),
        "/record/json" => json(&asked),
        _ => missing(frame),
    }
}

/// What was typed, so that it can be mended; what is far too long for that is not given back.
fn typed<'a>(visit: &'a Visit<'_>) -> &'a str {
    const LONGEST: usize = 200_000;
    Some(text(visit))
        .filter(|text| text.len() <= LONGEST)
        .unwrap_or_default()
}

/// What is asked of the records of one person.
#[derive(Clone, Copy)]
pub(super) struct AskedOf<'a> {
    pub visit: &'a Visit<'a>,
    pub frame: &'a Frame<'a>,
    pub one: &'a One,
    /// The sources as hidden fields; nothing if they are too large to travel.
    pub kept: Option<&'a [(String, String)]>,
}

impl AskedOf<'_> {
    /// The language of the page.
    pub fn lang(&self) -> &'static str {
        self.frame.words.lang()
    }

    /// Everything that travels with the page besides these fields, which it shows.
    pub fn travels(&self, shown: &[&str]) -> Vec<(String, String)> {
        let mut kept = self.kept.unwrap_or_default().to_vec();
        kept.extend(self.visit.travelling(shown));
        if kept.is_empty() {
            // The form is there even where nothing travels.
            kept.push(("kept".to_owned(), String::new()));
        }
        kept
    }
}

fn json(asked: &AskedOf<'_>) -> Reply {
    let decided = asked.one.reading.decide(asked.visit.today, None);
    let document = decided.clinician(asked.lang());
    let document = document.expect("the frame is in this language");
    Reply {
        status: 200,
        kind: ReplyKind::Json,
        lang: asked.lang(),
        body: format!("{}\n", document.json()),
        file: Some("her2.json"),
    }
}
