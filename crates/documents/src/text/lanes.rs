//! Samples over time drawn with characters: a line for each tumour, a sign for each sample, its number below.

use crate::picture::{LaneMark, Lanes, apart};

const MARGIN: &str = "  ";
const WIDEST: usize = 72;

/// How words are broken: the words, before the first line, before the others.
type Wrap<'a> = &'a dyn Fn(&str, &str, &str) -> Vec<String>;

/// The picture. Where a tumour has more samples than there is room for, its samples are left to the list beside the picture.
pub(super) fn lanes(lanes: &Lanes, ascii: bool, width: usize, wrap: Wrap<'_>) -> Vec<String> {
    let (across, bar, open) = if ascii {
        ('-', '=', '>')
    } else {
        ('─', '━', '▶')
    };
    let length = width.saturating_sub(2 * MARGIN.len()).clamp(10, WIDEST);
    let at = |day| lanes.position(day, length - 1);
    let mut lines = Vec::new();
    let dated = lanes.range().is_some();
    for lane in &lanes.lanes {
        lines.extend(wrap(&lane.name, MARGIN, MARGIN));
        let days = lane
            .samples
            .iter()
            .filter_map(|sample| Some((sample.day?, sample)));
        let marks: Vec<(usize, String, String)> = days
            .map(|(day, sample)| {
                let star = if sample.current { "*" } else { "" };
                (
                    at(day),
                    sign(sample.mark, ascii).to_string(),
                    format!("{}{star}", sample.number),
                )
            })
            .collect();
        let wanted: Vec<(usize, usize)> = marks
            .iter()
            .map(|(place, _, number)| (*place, number.chars().count() + 1))
            .collect();
        if let Some(places) = apart(&wanted, length + 1).filter(|_| dated && !marks.is_empty()) {
            let mut line = vec![across; length];
            let mut below = vec![' '; length + 1];
            for (place, (_, sign, number)) in places.iter().zip(&marks) {
                put(&mut line, *place, sign);
                put(&mut below, *place, number);
            }
            for row in [line, below] {
                let row: String = row.into_iter().collect();
                lines.push(format!("{MARGIN}{row}"));
            }
        }
        let undated: Vec<String> = (lane.samples.iter())
            .filter(|sample| sample.day.is_none())
            .map(|sample| {
                let star = if sample.current { "*" } else { "" };
                format!("{}{star} {}", sample.number, sign(sample.mark, ascii))
            })
            .collect();
        if !undated.is_empty() {
            let words = format!("{}: {}", lanes.undated, undated.join(", "));
            lines.extend(wrap(&words, MARGIN, "    "));
        }
    }
    for therapy in &lanes.bars {
        lines.extend(wrap(&therapy.name, MARGIN, MARGIN));
        let from = at(therapy.from);
        let mut line = vec![' '; length];
        let until = therapy
            .until
            .map_or((from + 3).min(length - 1), at)
            .max(from);
        line[from..=until].fill(bar);
        if therapy.until.is_none() {
            line[until] = open;
        }
        let line: String = line.into_iter().collect();
        lines.push(format!("{MARGIN}{line}"));
    }
    lines.extend(axis(lanes, length));
    let mut legend: Vec<String> = (lanes.legend.iter())
        .map(|(mark, words)| format!("{} {words}", sign(*mark, ascii)))
        .collect();
    legend.extend(lanes.current.iter().map(|words| format!("* {words}")));
    let mut line = String::new();
    for entry in legend {
        let longer = MARGIN.len() + line.chars().count() + entry.chars().count() + 3;
        if !line.is_empty() && longer > width {
            lines.push(format!("{MARGIN}{line}"));
            line.clear();
        }
        if !line.is_empty() {
            line.push_str("   ");
        }
        line.push_str(&entry);
    }
    lines.push(format!("{MARGIN}{line}"));
    lines
}

/// The line of days.
fn axis(lanes: &Lanes, length: usize) -> Option<String> {
    let most = i16::try_from(length / 8).unwrap_or(1).clamp(1, 8);
    let ticks = lanes.ticks(most);
    let wanted: Vec<(usize, usize)> = ticks
        .iter()
        .map(|(day, words)| (lanes.position(*day, length - 1), words.chars().count() + 1))
        .collect();
    let places = apart(&wanted, length + 1)?;
    let mut line = vec![' '; length + 1];
    for (place, (_, words)) in places.iter().zip(&ticks) {
        put(&mut line, *place, words);
    }
    let line: String = line.into_iter().collect();
    (!ticks.is_empty()).then(|| format!("{MARGIN}{line}"))
}

fn put(line: &mut [char], at: usize, words: &str) {
    for (cell, letter) in line.iter_mut().skip(at).zip(words.chars()) {
        *cell = letter;
    }
}

fn sign(mark: LaneMark, ascii: bool) -> char {
    match (mark, ascii) {
        (LaneMark::Negative, false) => '○',
        (LaneMark::Negative, true) => 'o',
        (LaneMark::Positive, _) => '+',
        (LaneMark::Open, _) => '?',
    }
}
