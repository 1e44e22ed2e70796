//! The pages under `prognosis/`: formulas as tables of coefficients, points and classes, each checked for its shape.

mod bands;
mod emit;
mod keys;
mod predict;
mod small;

use super::walk;
use emit::Common;
use her2_pages::compile::{Cite, Document, Fault, Faults, Sources, nearest};
use jiff::civil::Date;
use keys::Keys;
use std::path::Path;

/// The kinds of pages. There is one page of each, and of the survival model one for each version.
const KINDS: [&str; 5] = ["predict", "npi", "cts5", "rcb", "cps-eg"];

/// A page, as a list of pages needs it.
pub struct ScorePage {
    /// The id, with the folder.
    pub id: String,
    /// The title.
    pub title: String,
    /// When somebody last compared it with its source.
    pub checked: Date,
    /// Its source.
    pub cite: Cite,
}

/// Every score, and what is wrong with the pages.
pub struct Prognosis {
    /// The pages, by id.
    pub pages: Vec<ScorePage>,
    /// Rust source of the statics.
    pub statics: String,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// Path and text of every file read.
    pub texts: Vec<(String, String)>,
}

/// A page that is being read.
struct Page<'a> {
    document: &'a Document,
    keys: Keys<'a>,
    common: Common,
}

/// Reads and checks them all.
pub fn read(root: &Path, sources: &Sources) -> Prognosis {
    let mut all = Prognosis {
        pages: Vec::new(),
        statics: String::new(),
        faults: Vec::new(),
        texts: Vec::new(),
    };
    let mut found = Vec::new();
    for file in walk::files(root, "prognosis", "md") {
        let mut faults = Faults::of(&file.path);
        let document = Document::read(&file.text, &mut faults);
        let read = score(&document, &file.stem, sources, &mut faults);
        match read.filter(|_| faults.is_empty()) {
            Some((page, common, source)) => {
                all.pages.push(page);
                found.push((common, source));
            }
            None => all.faults.extend(faults.into_vec()),
        }
        all.texts.push((file.path, file.text));
    }
    if all.faults.is_empty() {
        for kind in KINDS {
            let count = found
                .iter()
                .filter(|(common, _)| common.kind == kind)
                .count();
            if count == 0 || count > 1 && kind != "predict" {
                all.faults.push(Fault {
                    page: "knowledge/prognosis".to_owned(),
                    line: 1,
                    message: format!("{count} pages of kind `{kind}`"),
                });
            }
        }
        all.statics = emit::statics(&mut found);
    }
    all
}

fn score(
    document: &Document,
    stem: &str,
    sources: &Sources,
    faults: &mut Faults,
) -> Option<(ScorePage, Common, String)> {
    let mut keys = Keys::of(document, faults)?;
    let id = keys.text("id", faults)?;
    if id != stem {
        let line = keys.line("id");
        faults.add(line, format!("`id` is `{id}`, but the file is `{stem}`"));
    }
    let checked = keys.day("checked", faults)?;
    let line = keys.line("cite");
    let cite = sources.resolve(&keys.text("cite", faults)?);
    let cite = cite.map_err(|why| faults.add(line, why)).ok()?;
    let common = emit::common(&mut keys, &id, &cite, checked, faults)?;
    let mut page = Page {
        document,
        keys,
        common,
    };
    let source = match page.common.kind.as_str() {
        "predict" => predict::source(&mut page, faults),
        "npi" => small::npi(&mut page, faults),
        "cts5" => small::cts5(&mut page, faults),
        "rcb" => small::rcb(&mut page, faults),
        "cps-eg" => small::cps_eg(&mut page, faults),
        other => {
            let hint = nearest(other, KINDS).map(|near| format!("; did you mean `{near}`?"));
            let line = page.keys.line("kind");
            faults.add(
                line,
                format!("no kind `{other}`{}", hint.unwrap_or_default()),
            );
            None
        }
    };
    // Where a key was wrong the rest was not read, and is not unknown.
    if source.is_some() {
        page.keys.finish(faults);
    }
    let about = ScorePage {
        id: format!("prognosis/{id}"),
        title: document.title().to_owned(),
        checked,
        cite,
    };
    Some((about, page.common, source?))
}
