//! What the site is, its limits, and what happens to what is given.

use super::Frame;
use maud::{Markup, html};

/// The page.
pub fn about(frame: &Frame<'_>) -> String {
    let title = frame.say("site-about-title");
    let privacy = if frame.device {
        "site-about-privacy-device"
    } else {
        "site-about-privacy-said"
    };
    let part = |heading: &str, said: &str| -> Markup {
        let said = frame.say(said);
        html! {
            section {
                h2 { (frame.say(heading)) }
                ul { @for line in said.lines() { li { (line) } } }
            }
        }
    };
    let main = html! {
        article.plain {
            header.hello {
                h1 { (title) }
                p.lead { (frame.say("site-about-lead")) }
            }
            (part("site-about-does", "site-about-does-said"))
            (part("site-about-limits", "site-about-limits-said"))
            (part("site-about-privacy", privacy))
            (part("site-about-knowledge", "site-about-knowledge-said"))
            p { (frame.of("site-about-version", "version", frame.version)) }
        }
    };
    frame.page(&title, &main)
}
