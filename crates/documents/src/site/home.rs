//! The first page: give a report, and what to expect.

use super::form::sources;
use super::trouble::{Told, summary};
use super::{Frame, Trouble};
use maud::{Markup, html};

/// An invented report that can be tried.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// Its name in the form and among the words.
    pub name: &'static str,
}

/// The first page; again with what went wrong, where something did.
pub fn home(frame: &Frame<'_>, examples: &[Example], told: &[Told], text: &str) -> String {
    let title = frame.say("site-home-title");
    let private = if frame.device {
        "site-home-private-device"
    } else {
        "site-home-private"
    };
    let wrong = told.iter().any(|one| one.trouble != Trouble::Form);
    let main = html! {
        header.hello {
            h1 { (title) }
            p.lead { (frame.say("site-home-lead")) }
            p.private { (frame.say(private)) }
        }
        (summary(frame, told))
        form.give.card #give method="post" action=(frame.link("/record")) enctype="multipart/form-data" aria-labelledby="give-title" {
            h2 #give-title { (frame.say("site-home-give")) }
            (sources(frame, None, text, wrong))
            div.buttons {
                button.primary type="submit" { (frame.say("site-home-explain")) }
                button type="submit" formaction=(frame.link("/record/clinician")) { (frame.say("site-home-clinician")) }
            }
        }
        section.or aria-labelledby="or-title" {
            h2 #or-title { a href=(frame.link("/numbers")) { (frame.say("site-home-numbers")) } }
            p { (frame.say("site-home-numbers-hint")) }
        }
        (tries(frame, examples))
        section.expect aria-labelledby="expect-title" {
            h2 #expect-title { (frame.say("site-expect")) }
            (will(frame))
        }
    };
    frame.page(&frame.troubled(&title, !told.is_empty()), &main)
}

fn tries(frame: &Frame<'_>, examples: &[Example]) -> Markup {
    html! {
        section.examples aria-labelledby="examples-title" {
            h2 #examples-title { (frame.say("site-home-examples")) }
            p { (frame.say("site-home-examples-hint")) }
            form method="post" action=(frame.link("/record")) enctype="multipart/form-data" {
                ul {
                    @for Example { name } in examples {
                        @let key = format!("site-example-{name}");
                        li {
                            button type="submit" name="example" value=(name) {
                                b { (frame.say(&key)) }
                                span { (frame.say(&format!("{key}.said"))) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What the page will tell, and what not.
fn will(frame: &Frame<'_>) -> Markup {
    let list = |heading: &str, items: &[&str]| {
        html! {
            div {
                h3 { (frame.say(heading)) }
                ul { @for item in items { li { (frame.say(&format!("{heading}-{item}"))) } } }
            }
        }
    };
    html! {
        div.will {
            (list("site-will", &["words", "numbers", "missing", "questions"]))
            (list("site-will-not", &["treatment", "survival", "image", "team"]))
        }
    }
}
