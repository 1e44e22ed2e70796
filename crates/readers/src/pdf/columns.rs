//! The order in which a page is read: columns of prose one after the other, tables row by row.

use super::lines::{Line, Word, joined, lines};
use super::rows;

/// A line of text in reading order.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) text: String,
    /// Whether a paragraph begins with it.
    pub(super) begins: bool,
    /// Its height and the size of its letters.
    pub(super) at: (f32, f32),
}

impl Said {
    /// A line under those said before it: a paragraph begins after some space, or further up in the next column.
    pub(super) fn under(before: Option<&Self>, text: String, (y, size): (f32, f32)) -> Self {
        let begins = before.is_none_or(|before| {
            let gap = y - before.at.0;
            gap < -0.5 * size || gap > 1.75 * size.max(before.at.1)
        });
        Self {
            text,
            begins,
            at: (y, size),
        }
    }
}

/// A range from left to right.
pub(super) type Gap = (f32, f32);

/// Columns within columns; a page has no more.
const DEEPEST: usize = 4;

/// The text of a page's words in reading order. Rules are heights with their ends.
pub(super) fn read(words: Vec<Word>, rules: &[(f32, f32, f32)]) -> Vec<Said> {
    let mut said = Vec::new();
    order(lines(words), rules, 0, &mut said);
    said
}

fn order(lines: Vec<Line>, rules: &[(f32, f32, f32)], depth: usize, said: &mut Vec<Said>) {
    let left = lines
        .iter()
        .fold(f32::MAX, |left, line| left.min(line.left()));
    let right = lines
        .iter()
        .fold(f32::MIN, |right, line| right.max(line.right()));
    let mut first = 0;
    while first < lines.len() {
        let (last, gaps) = band(&lines[first..], (left, right));
        let mut end = first + last;
        if gaps.is_empty() {
            plain(&lines[first..end], said);
        } else if let Some(gap) = depth
            .lt(&DEEPEST)
            .then(|| gutter(&lines[first..end], &gaps))
            .flatten()
        {
            let (from, to) = trimmed(&lines[first..end], gap);
            plain(&lines[first..first + from], said);
            end = first + to;
            let (before, after) = sides(&lines[first + from..end], gap);
            order(self::lines(before), rules, depth + 1, said);
            order(self::lines(after), rules, depth + 1, said);
        } else {
            rows::read(&lines[first..end], &gaps, rules, said);
        }
        first = end.max(first + 1);
    }
}

/// How many lines from the first leave the same gaps free, and the gaps with words on both sides.
fn band(lines: &[Line], (left, right): (f32, f32)) -> (usize, Vec<Gap>) {
    let mut free = vec![(left, right)];
    let mut best = (1, Vec::new());
    let mut extent = (f32::MAX, f32::MIN);
    for (at, line) in lines.iter().enumerate() {
        free = without(&free, line);
        if free.is_empty() {
            break;
        }
        extent = (extent.0.min(line.left()), extent.1.max(line.right()));
        let inner: Vec<Gap> = free
            .iter()
            .copied()
            .filter(|gap| gap.0 > extent.0 && gap.1 < extent.1)
            .collect();
        // The first row of a table under lines without columns.
        if inner.is_empty() && at > 0 && best.1.is_empty() && has_gap(line) {
            break;
        }
        // Gaps that were there and are no more: what came before stands on its own.
        if inner.len() < best.1.len() && (inner.is_empty() || best.0 >= 3) {
            break;
        }
        best = (at + 1, inner);
    }
    best
}

fn has_gap(line: &Line) -> bool {
    let wide = |pair: &[Word]| pair[1].left - pair[0].right > 1.2 * line.size;
    line.words.windows(2).any(wide)
}

/// What the words of a line leave of free ranges. A range narrower than a letter is none.
fn without(free: &[Gap], line: &Line) -> Vec<Gap> {
    let narrow = 0.9 * line.size;
    let mut left = Vec::with_capacity(free.len());
    for &(start, end) in free {
        let mut from = start;
        for word in &line.words {
            if word.right <= from || word.left >= end {
                continue;
            }
            if word.left - from >= narrow {
                left.push((from, word.left));
            }
            from = from.max(word.right);
        }
        if end - from >= narrow {
            left.push((from, end));
        }
    }
    left.truncate(64);
    left
}

/// The gap between columns that are read one after the other, if there is one.
fn gutter(lines: &[Line], gaps: &[Gap]) -> Option<Gap> {
    let columns = parts(lines, gaps);
    let stands = |column: &Vec<Line>| column.len() >= 3 && (flows(column) || is_list(column));
    if columns.iter().all(stands) {
        return gaps.first().copied();
    }
    // Columns on heights of their own are not the cells of rows.
    gaps.iter().copied().find(|gap| {
        let (before, after) = sides(lines, *gap);
        let (before, after) = (self::lines(before), self::lines(after));
        let alone = |one: &[Line], other: &[Line]| {
            let near = |line: &Line| {
                other
                    .iter()
                    .any(|of| (of.y - line.y).abs() < 0.4 * line.size)
            };
            one.iter().filter(|line| !near(line)).count() * 2 > one.len()
        };
        let dense = |lines: &[Line]| {
            let close = |pair: &&[Line]| pair[1].y - pair[0].y < 1.7 * pair[1].size;
            lines.len() >= 3 && lines.windows(2).filter(close).count() * 3 >= (lines.len() - 1) * 2
        };
        dense(&before) && dense(&after) && alone(&before, &after) && alone(&after, &before)
    })
}

/// Whether lines are sentences that go on from one to the next.
fn flows(lines: &[Line]) -> bool {
    let width = lines
        .iter()
        .fold(0.0_f32, |width, line| width.max(line.right() - line.left()));
    let filled = lines
        .iter()
        .filter(|line| line.right() - line.left() > 0.6 * width)
        .count();
    let words: usize = lines.iter().map(|line| line.words.len()).sum();
    let goes_on = lines
        .iter()
        .skip(1)
        .filter(|line| line.words[0].text.starts_with(char::is_lowercase))
        .count();
    filled * 3 >= lines.len() * 2
        && words * 2 >= lines.len() * 7
        && goes_on * 10 >= (lines.len() - 1) * 3
}

/// Whether most lines say what they are about and the value: `Grade: 2`.
fn is_list(lines: &[Line]) -> bool {
    let says = |line: &&Line| {
        let text = line.text();
        text.split_once(':')
            .is_some_and(|(label, value)| !label.trim().is_empty() && !value.trim().is_empty())
    };
    lines.iter().filter(says).count() * 3 >= lines.len() * 2
}

/// The words on either side of a gap.
fn sides(lines: &[Line], gap: Gap) -> (Vec<Word>, Vec<Word>) {
    let words = lines.iter().flat_map(|line| line.words.iter().cloned());
    words.partition(|word| word.left < gap.1)
}

/// The lines of each column.
fn parts(all: &[Line], gaps: &[Gap]) -> Vec<Vec<Line>> {
    let mut columns: Vec<Vec<Word>> = vec![Vec::new(); gaps.len() + 1];
    for word in all.iter().flat_map(|line| &line.words) {
        columns[column_of(word, gaps)].push(word.clone());
    }
    columns.into_iter().map(lines).collect()
}

/// Which column a word is in.
pub(super) fn column_of(word: &Word, gaps: &[Gap]) -> usize {
    gaps.partition_point(|gap| gap.1 <= word.left + 0.01)
}

/// Without lines at the top and the foot that stand away from their column and have nothing beside them: headings over both.
fn trimmed(lines: &[Line], gap: Gap) -> (usize, usize) {
    let has_both = |line: &Line| line.left() < gap.0 && line.right() > gap.1;
    let away =
        |at: usize| lines[at].y - lines[at - 1].y > 1.7 * lines[at].size.max(lines[at - 1].size);
    let mut from = 0;
    while from + 1 < lines.len() && !has_both(&lines[from]) && away(from + 1) {
        from += 1;
    }
    let mut to = lines.len();
    for at in (from + 1..lines.len()).rev() {
        if has_both(&lines[at]) || lines[at].right() > gap.1 {
            break;
        }
        if away(at) {
            to = at;
        }
    }
    (from, to)
}

fn plain(lines: &[Line], said: &mut Vec<Said>) {
    for line in lines {
        let next = Said::under(said.last(), joined(&line.words), (line.y, line.size));
        said.push(next);
    }
}
