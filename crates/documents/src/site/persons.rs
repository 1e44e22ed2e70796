//! Records that seem to be of different people: nothing is mixed, and the reader says which belong together.

use super::Frame;
use super::frame::KEPT;
use super::trouble::{Told, partly};
use jiff::civil::Date;
use maud::html;

/// A record of somebody, as it is told apart from the others.
///
/// `Debug` shows nothing of it: it is patient data.
pub struct Person {
    /// The name of its source.
    pub name: String,
    /// When it was reported.
    pub date: Option<Date>,
}

/// The page that asks which records belong together.
pub fn persons(frame: &Frame<'_>, found: &[Person], told: &[Told]) -> String {
    let title = frame.say("site-persons-title");
    let said = frame.say("site-persons-said");
    let main = html! {
        header.hello {
            h1 { (title) }
            @for line in said.lines() { p { (line) } }
        }
        (partly(frame, told))
        section.card aria-labelledby="persons-title" {
            fieldset {
                legend #persons-title { (frame.say("site-persons-legend")) }
                ul.ticks {
                    @for (index, person) in found.iter().enumerate() {
                        @let id = format!("only-{index}");
                        li {
                            input #(id) type="checkbox" name="only" value=(index) form=(KEPT) checked[index == 0];
                            label for=(id) {
                                (frame.with("site-persons-one", &[
                                    ("number", crate::words::Value::Text(&(index + 1).to_string())),
                                    ("name", crate::words::Value::Text(&person.name)),
                                ]))
                                @if let Some(date) = person.date {
                                    ", " (frame.of("site-persons-day", "date", &date.to_string()))
                                }
                            }
                        }
                    }
                }
            }
            div.buttons {
                button.primary type="submit" form=(KEPT) formaction=(frame.link(frame.path)) { (frame.say("site-persons-show")) }
            }
        }
    };
    frame.page(&title, &main)
}

impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Person")
    }
}
