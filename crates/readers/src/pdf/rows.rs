//! Tables: what stands in one row is one line of text, a label with its value.

use super::columns::{Gap, Said, column_of};
use super::lines::{Line, Word, joined};

/// The rows of lines that leave these gaps free.
pub(super) fn read(lines: &[Line], gaps: &[Gap], rules: &[(f32, f32, f32)], said: &mut Vec<Said>) {
    let top = lines.first().map_or(0.0, |line| line.y);
    let foot = lines.last().map_or(0.0, |line| line.y);
    // Only rules under the first column and the second divide rows; one within a cell underlines its words.
    let Some(gap) = gaps.first() else { return };
    let mut between: Vec<f32> = rules
        .iter()
        .filter(|(y, left, right)| (top..=foot).contains(y) && *left < gap.0 && *right > gap.0)
        .map(|(y, ..)| *y)
        .collect();
    between.sort_by(f32::total_cmp);
    between.dedup_by(|next, rule| *next - *rule < 2.0);
    let ruled = between.len() >= 2;
    let mut row = Row::new(gaps.len() + 1);
    let mut before: Option<&Line> = None;
    for line in lines {
        let is_new = before.is_none_or(|before| {
            let divided = between
                .iter()
                .any(|rule| before.y <= *rule && *rule <= line.y);
            divided || !ruled && row.ends(before, line, gaps)
        });
        if is_new {
            row.say(said);
            row.at = (line.y, line.size);
        }
        row.add(line, gaps);
        before = Some(line);
    }
    row.say(said);
}

/// The cells of one row, each with its lines.
struct Row {
    cells: Vec<Vec<Vec<Word>>>,
    at: (f32, f32),
}

impl Row {
    fn new(columns: usize) -> Self {
        Self {
            cells: vec![Vec::new(); columns],
            at: (0.0, 0.0),
        }
    }

    /// Whether a line begins a new row, where no rules say it.
    fn ends(&self, before: &Line, line: &Line, gaps: &[Gap]) -> bool {
        if line.y - before.y > 1.45 * line.size.max(before.size) {
            return true;
        }
        // A label in the middle of its value's lines has not come yet.
        let has_label = !self.cells[0].is_empty();
        let label = line.words.iter().find(|word| column_of(word, gaps) == 0);
        let Some(label) = label else {
            return false;
        };
        let labels = |words: &[Word]| words.iter().all(|word| column_of(word, gaps) == 0);
        let ends_open = self.cells[0]
            .last()
            .and_then(|line| line.last())
            .is_some_and(|word| word.text.ends_with(['-', '/', ',']));
        let is_lower = label.text.chars().all(char::is_lowercase);
        let under_upper = self.cells[0]
            .first()
            .and_then(|line| line.first())
            .is_some_and(|word| word.text.starts_with(char::is_uppercase));
        let goes_on = if labels(&line.words) {
            ends_open || label.text.starts_with('(') || is_lower
        } else {
            // Both go on: the label in small letters under a large one, the value behind a comma.
            let value = before.words.last().filter(|word| column_of(word, gaps) > 0);
            is_lower
                && under_upper
                && value.is_some_and(|word| word.text.ends_with([',', ';', '-']))
        };
        has_label && !goes_on
    }

    fn add(&mut self, line: &Line, gaps: &[Gap]) {
        let mut cells: Vec<Vec<Word>> = vec![Vec::new(); self.cells.len()];
        for word in &line.words {
            cells[column_of(word, gaps)].push(word.clone());
        }
        for (cell, words) in self.cells.iter_mut().zip(cells) {
            if !words.is_empty() {
                cell.push(words);
            }
        }
    }

    fn say(&mut self, said: &mut Vec<Said>) {
        let cells = self.cells.iter_mut().map(std::mem::take);
        let texts: Vec<String> = cells
            .filter(|cell| !cell.is_empty())
            .map(|cell| {
                cell.iter().fold(String::new(), |text, line| {
                    super::flow::appended(text, &joined(line))
                })
            })
            .collect();
        if !texts.is_empty() {
            said.push(Said::under(said.last(), texts.join("   "), self.at));
        }
    }
}
