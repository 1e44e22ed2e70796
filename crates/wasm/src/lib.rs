//! The pages of HER2 in Focus in the browser alone: the same pages as the server's, made on the reader's device.
//!
//! A script fills an [`Asked`] from a form and shows the [`Answer`]. Nothing is sent anywhere and nothing is kept.

use her2::site::{Given, Reply, Shown, Visit, visit};
use jiff::civil::Date;
use wasm_bindgen::prelude::wasm_bindgen;

/// What a visitor asks for: the fields and the files of a form.
#[wasm_bindgen]
#[derive(Default)]
pub struct Asked {
    fields: Vec<(String, String)>,
    given: Vec<Given>,
}

#[wasm_bindgen]
impl Asked {
    /// Nothing given yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// One field of the form.
    pub fn field(&mut self, name: String, value: String) {
        self.fields.push((name, value));
    }

    /// One file, or one pasted text.
    pub fn file(&mut self, name: String, bytes: Vec<u8>) {
        self.given.push(Given { name, bytes });
    }

    /// The page at this path, on this day (as `2026-11-22`). A day that is none is refused with an answer of status 400 and no words.
    ///
    /// `root` is where the site stands among the paths of its host, with a slash at both ends.
    pub fn visit(self, path: &str, root: &str, today: &str) -> Answer {
        let Ok(today) = today.parse::<Date>() else {
            return Answer::default();
        };
        let asked = Visit {
            path,
            root,
            fields: self.fields,
            given: self.given,
            today,
            shown: Shown::Device,
        };
        Answer::of(visit(&asked))
    }
}

/// A page, or a file to be saved.
#[wasm_bindgen]
pub struct Answer {
    status: u16,
    kind: &'static str,
    body: String,
    file: Option<&'static str>,
}

#[wasm_bindgen]
impl Answer {
    /// The status, as of HTTP.
    #[wasm_bindgen(getter)]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The media type.
    #[wasm_bindgen(getter)]
    pub fn kind(&self) -> String {
        self.kind.to_owned()
    }

    /// What it says.
    #[wasm_bindgen(getter)]
    pub fn body(&self) -> String {
        self.body.clone()
    }

    /// The name to save it under, if it is to be saved.
    #[wasm_bindgen(getter)]
    pub fn file(&self) -> Option<String> {
        self.file.map(str::to_owned)
    }
}

impl Answer {
    fn of(reply: Reply) -> Self {
        Self {
            status: reply.status,
            kind: reply.kind.media_type(),
            body: reply.body,
            file: reply.file,
        }
    }
}

impl Default for Answer {
    fn default() -> Self {
        Self {
            status: 400,
            kind: "",
            body: String::new(),
            file: None,
        }
    }
}
