//! What stands at the head and the foot of every page: said once, so that it breaks no sentence.

use super::lines::Line;
use rustc_hash::{FxHashMap, FxHashSet};

/// The lines taken out of a page: those said at its place, and those said after everything else.
pub(super) struct Furniture {
    repeated: FxHashSet<String>,
    said: FxHashSet<String>,
}

/// How many lines at either end of a page may be repeated ones.
const DEEP: usize = 8;

impl Furniture {
    /// Finds what is repeated among the lines of all pages.
    pub(super) fn of(pages: &[Vec<Line>]) -> Self {
        let mut counts: FxHashMap<String, usize> = FxHashMap::default();
        for lines in pages {
            let ends: FxHashSet<String> = ends(lines).map(|at| name(&lines[at])).collect();
            for name in ends {
                *counts.entry(name).or_default() += 1;
            }
        }
        let enough = (pages.len().div_ceil(2)).max(2);
        let repeated = counts.into_iter().filter(|(_, count)| *count >= enough);
        Self {
            repeated: repeated.map(|(name, _)| name).collect(),
            said: FxHashSet::default(),
        }
    }

    /// Takes the repeated lines out of a page. Those of its head that were not said yet stay; those of its foot are given back.
    pub(super) fn taken(&mut self, lines: Vec<Line>) -> (Vec<Line>, Vec<Line>) {
        let at_end = unbroken(&lines, |line| self.repeated.contains(&name(line)));
        let half = lines.len() / 2;
        let mut feet = Vec::new();
        let mut stay = Vec::new();
        for (at, line) in lines.into_iter().enumerate() {
            if !at_end.contains(&at) {
                stay.push(line);
            } else if self.said.insert(name(&line)) {
                if at < half {
                    stay.push(line)
                } else {
                    feet.push(line)
                }
            }
        }
        (stay, feet)
    }
}

/// The positions of the lines at both ends that are named so, without a break from the end.
fn unbroken(lines: &[Line], named: impl Fn(&Line) -> bool) -> FxHashSet<usize> {
    let deep = DEEP.min(lines.len() / 2);
    let head = (0..deep).take_while(|at| named(&lines[*at]));
    let foot = (lines.len() - deep..lines.len())
        .rev()
        .take_while(|at| named(&lines[*at]));
    head.chain(foot).collect()
}

/// The positions of the lines at both ends.
fn ends(lines: &[Line]) -> impl Iterator<Item = usize> {
    let deep = DEEP.min(lines.len() / 2);
    (0..deep).chain(lines.len() - deep..lines.len())
}

/// A line by its height and its words. The number of a page does not count, a number of anything else does.
fn name(line: &Line) -> String {
    let words = &line.words;
    let mut name = format!("{:.0} ", line.y / 8.0);
    let mut numbered = false;
    let lone = words.iter().all(|word| {
        word.text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte.is_ascii_punctuation())
    });
    for word in words {
        let lower = word.text.to_lowercase();
        if (numbered || lone && words.len() <= 3) && lower.bytes().any(|byte| byte.is_ascii_digit())
        {
            name.push('#');
        } else {
            name.push_str(&lower);
        }
        name.push(' ');
        let after_page = matches!(
            lower.trim_end_matches(['.', ':']),
            "page" | "pg" | "seite" | "pagina" | "p" | "s"
        );
        numbered = after_page
            || numbered && matches!(lower.as_str(), "of" | "/" | "von" | "de" | "sur" | "di")
            || numbered && lower.bytes().all(|byte| byte.is_ascii_digit());
    }
    name
}
