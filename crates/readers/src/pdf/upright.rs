//! The direction a page is written in, and what is written in another.

use super::columns::Said;
use super::lines::{Word, lines, words};
use super::page::Glyph;

/// The words in the direction of most letters; lines in other directions; and whether most letters are turned on the page.
pub(super) fn words_of(glyphs: Vec<Glyph>) -> (Vec<Word>, Vec<Said>, bool) {
    let mut counts = [0_usize; 4];
    for turns in glyphs.iter().filter_map(|glyph| glyph.turns) {
        counts[usize::from(turns)] += 1;
    }
    let mut main = 0;
    for turns in 1..4 {
        if counts[turns] > counts[main] {
            main = turns;
        }
    }
    let main = u8::try_from(main).unwrap_or(0);
    let mut of: [Vec<Glyph>; 4] = Default::default();
    let mut aslant = String::new();
    for glyph in glyphs {
        match glyph.turns {
            Some(turns) => of[usize::from(turns)].push(upright(glyph, turns)),
            None => aslant.push_str(&glyph.text),
        }
    }
    let mut aside = Vec::new();
    for (turns, glyphs) in (0_u8..).zip(&mut of) {
        if turns != main {
            let lines = lines(words(std::mem::take(glyphs).into_iter()));
            aside.extend(lines.iter().map(|line| Said {
                text: line.text(),
                begins: true,
                at: (line.y, line.size),
            }));
        }
    }
    if !aslant.trim().is_empty() {
        aside.push(Said {
            text: aslant.split_whitespace().collect::<Vec<_>>().join(" "),
            begins: true,
            at: (0.0, 0.0),
        });
    }
    let upright = words(std::mem::take(&mut of[usize::from(main)]).into_iter());
    (upright, aside, main != 0)
}

fn upright(mut glyph: Glyph, turns: u8) -> Glyph {
    (glyph.x, glyph.y) = match turns {
        1 => (glyph.y, -glyph.x),
        2 => (-glyph.x, -glyph.y),
        3 => (-glyph.y, glyph.x),
        _ => (glyph.x, glyph.y),
    };
    glyph
}
