//! What went wrong, and what to do.

use super::Frame;
use maud::{Markup, html};

/// What went wrong with what was given. Never with words of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Nothing was given.
    Nothing,
    /// A problem of a reader after which nothing is left, by its code.
    Unread(&'static str),
    /// JSON that is no record.
    Json,
    /// Too large.
    TooLarge,
    /// More patients than a page is for.
    Many,
    /// The form was not sent as the page sends it.
    Form,
    /// Too much is asked at the same time, or it took too long.
    Busy,
    /// The program has a fault.
    Fault,
    /// No medicine was chosen.
    Medicine,
    /// There is no day to count from.
    Start,
    /// A field that monitoring needs could not be used.
    Field,
    /// An answer to a question of care could not be read.
    Answer,
}

/// Something that went wrong, with the name of the file it is about.
#[derive(Clone, PartialEq, Eq)]
pub struct Told {
    /// What.
    pub trouble: Trouble,
    /// The name of the file, if it is about one. Patient data.
    pub file: Option<String>,
}

impl Trouble {
    fn key(self) -> String {
        let name = match self {
            Self::Nothing => "nothing",
            Self::Unread(code) => code,
            Self::Json => "json",
            Self::TooLarge => "too-large",
            Self::Many => "many",
            Self::Form => "form",
            Self::Busy => "busy",
            Self::Fault => "fault",
            Self::Medicine => "medicine",
            Self::Start => "start",
            Self::Field => "field",
            Self::Answer => "answers",
        };
        format!("site-trouble-{name}")
    }

    /// The field that mends it.
    fn field(self) -> &'static str {
        match self {
            Self::Medicine => "watch-medicines",
            Self::Start | Self::Field => "watch-start",
            Self::Answer => "part-questions",
            _ => "report",
        }
    }

    pub(super) fn words(self, frame: &Frame<'_>) -> String {
        let own = frame.words.get(&self.key(), &[]);
        own.unwrap_or_else(|| frame.say("site-trouble-unreadable"))
    }
}

/// What went wrong, above a form, with a link to the field that mends it.
pub(super) fn summary(frame: &Frame<'_>, told: &[Told]) -> Markup {
    html! {
        @if !told.is_empty() {
            div.trouble #trouble role="alert" aria-labelledby="trouble-title" tabindex="-1" {
                h2 #trouble-title { (frame.say("site-trouble-title")) }
                ul {
                    @for one in told {
                        li {
                            @if let Some(file) = &one.file { b { (frame.of("site-trouble-in-file", "file", file)) } " " }
                            a href={"#" (one.trouble.field())} { (one.trouble.words(frame)) }
                        }
                    }
                }
            }
        }
    }
}

/// What could not be read beside what could.
pub(super) fn partly(frame: &Frame<'_>, told: &[Told]) -> Markup {
    html! {
        @if !told.is_empty() {
            section.partly aria-labelledby="partly-title" {
                h2 #partly-title { (frame.say("site-partly-title")) }
                ul {
                    @for one in told {
                        li {
                            @if let Some(file) = &one.file { b { (frame.of("site-trouble-in-file", "file", file)) } " " }
                            (one.trouble.words(frame))
                        }
                    }
                }
                p { (frame.say("site-partly-hint")) }
            }
        }
    }
}

impl std::fmt::Debug for Told {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Told({:?})", self.trouble)
    }
}
