//! Parts of a page that open.

use super::Frame;
use crate::html::blocks::{Look, blocks, heading};
use crate::page::Section;
use maud::{Markup, html};

/// A section that stands closed.
pub(super) fn folded(section: &Section, look: &Look<'_>) -> Markup {
    let id = format!("{}{}", look.anchors, section.id);
    fold(
        &id,
        section.heading.words(),
        look.level,
        &blocks(section, look),
    )
}

/// A part that stands closed, with its heading.
pub(super) fn fold(id: &str, words: &str, level: u8, inside: &Markup) -> Markup {
    html! {
        details.part {
            summary { (heading(level, None, html! { (words) })) }
            div.inside {
                span.anchor #(id) {}
                (inside)
            }
        }
    }
}

/// What opens and closes every part at once.
pub(super) fn open_all(frame: &Frame<'_>) -> Markup {
    html! {
        button.needs-script.open-all type="button" hidden data-close=(frame.say("site-close-all")) { (frame.say("site-open-all")) }
    }
}
