//! From letters to words and lines, wherever the content put them.

use super::page::Glyph;

/// Letters without a gap between them.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) y: f32,
    pub(super) size: f32,
}

/// Words on one height, from left to right.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) words: Vec<Word>,
    pub(super) y: f32,
    pub(super) size: f32,
}

impl Line {
    /// Its words with a space between them.
    pub(super) fn text(&self) -> String {
        joined(&self.words)
    }

    pub(super) fn left(&self) -> f32 {
        self.words.first().map_or(0.0, |word| word.left)
    }

    pub(super) fn right(&self) -> f32 {
        self.words
            .iter()
            .fold(f32::MIN, |right, word| right.max(word.right))
    }
}

/// Words with a space between them; with more where there is a wide gap.
pub(super) fn joined(words: &[Word]) -> String {
    let mut text = String::new();
    let mut before: Option<&Word> = None;
    for word in words {
        if let Some(before) = before {
            let wide = word.left - before.right > 1.5 * word.size.max(before.size);
            text.push_str(if wide { "   " } else { " " });
        }
        text.push_str(&word.text);
        before = Some(word);
    }
    text
}

/// The words of letters that stand upright, in the order of the content.
pub(super) fn words(glyphs: impl Iterator<Item = Glyph>) -> Vec<Word> {
    let mut words = Vec::new();
    let mut open: Option<Word> = None;
    for glyph in glyphs {
        if glyph.text.trim().is_empty() {
            words.extend(open.take());
            continue;
        }
        let right = glyph.x + glyph.width.max(0.0);
        // A glyph that holds several words is rare and stays whole.
        let text = glyph.text.trim();
        match &mut open {
            Some(word) if continues(word, &glyph) => {
                word.text.push_str(text);
                word.right = word.right.max(right);
                if glyph.size > word.size {
                    (word.size, word.y) = (glyph.size, glyph.y);
                }
            }
            _ => {
                words.extend(open.take());
                open = Some(Word {
                    text: text.to_owned(),
                    left: glyph.x,
                    right,
                    y: glyph.y,
                    size: glyph.size,
                });
            }
        }
    }
    words.extend(open);
    words
}

/// Whether a letter follows a word without a gap. A smaller one may stand higher or lower.
fn continues(word: &Word, glyph: &Glyph) -> bool {
    let size = word.size.max(glyph.size);
    let gap = glyph.x - word.right;
    let apart = (glyph.y - word.y).abs();
    let is_small = glyph.size < 0.85 * word.size || word.size < 0.85 * glyph.size;
    let on_line = apart < 0.12 * size || is_small && apart < 0.6 * size;
    on_line && gap > -0.5 * size && gap < 0.17 * size
}

/// Lines of words, from top to bottom. What is printed twice on the same place counts once.
pub(super) fn lines(mut words: Vec<Word>) -> Vec<Line> {
    words.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.left.total_cmp(&b.left)));
    let mut lines: Vec<Line> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line) if word.y - line.y < 0.38 * word.size.max(line.size) => {
                line.size = line.size.max(word.size);
                line.words.push(word);
            }
            _ => lines.push(Line {
                y: word.y,
                size: word.size,
                words: vec![word],
            }),
        }
    }
    for line in &mut lines {
        line.words.sort_by(|a, b| a.left.total_cmp(&b.left));
        line.words.dedup_by(|next, word| {
            next.text == word.text
                && next.left - word.left < 0.3 * word.size
                && (next.y - word.y).abs() < 0.3 * word.size
        });
        mend(&mut line.words);
    }
    lines
}

/// Puts together words that touch, which the content showed piece by piece.
fn mend(words: &mut Vec<Word>) {
    words.dedup_by(|next, word| {
        let size = word.size.max(next.size);
        let touches = (-0.2 * size..0.1 * size).contains(&(next.left - word.right));
        if touches {
            word.text.push_str(&next.text);
            word.right = word.right.max(next.right);
            word.size = size;
        }
        touches
    });
}
