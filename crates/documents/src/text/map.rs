//! The map of the way through care drawn with characters: a line for each step, part by part.

use crate::picture::{Map, MapPart, MapState, place};

const MARGIN: &str = "  ";

/// How words are broken: the words, before the first line, before the others.
type Wrap<'a> = &'a dyn Fn(&str, &str, &str) -> Vec<String>;

/// The picture.
pub(super) fn map(map: &Map, ascii: bool, wrap: Wrap<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    for part in MapPart::ALL {
        let name = map.parts.iter().find(|(of, _)| *of == part);
        if let Some((_, name)) = name {
            lines.extend(wrap(name, MARGIN, MARGIN));
        }
        let indent = if name.is_some() { "    " } else { MARGIN };
        let of_part = map.steps.iter();
        let of_part = of_part.filter(|of| place(of.step).is_some_and(|(found, _)| found == part));
        for step in of_part {
            let words = match step.state {
                MapState::Here => format!("{} \u{2013} {}", step.shown(), map.here),
                _ => step.shown(),
            };
            let first = format!("{indent}{} ", sign(step.state, ascii));
            let rest = format!("{indent}  ");
            lines.extend(wrap(&words, &first, &rest));
        }
    }
    for (state, words) in &map.legend {
        let first = format!("{MARGIN}{} = ", sign(*state, ascii));
        lines.extend(wrap(words, &first, "      "));
    }
    lines
}

fn sign(state: MapState, ascii: bool) -> char {
    match (state, ascii) {
        (MapState::Here, false) => '▶',
        (MapState::Here, true) => '>',
        (MapState::Perhaps, _) => '?',
        (MapState::Open, false) => '○',
        (MapState::Open, true) => 'o',
        (MapState::Muted, false) => '·',
        (MapState::Muted, true) => '.',
    }
}
