//! The pictures drawn with characters.

use crate::picture::{Gauge, Gauges, Scale};

const MARGIN: &str = "  ";

/// The scale as boxes with the zones below; as a list where the boxes do not fit.
pub(super) fn scale(scale: &Scale, ascii: bool, width: usize) -> Vec<String> {
    let longest = scale
        .stops
        .iter()
        .map(|stop| stop.label.chars().count())
        .chain(
            scale
                .runs()
                .iter()
                .map(|(_, name, _, count)| name.chars().count().div_ceil(*count)),
        )
        .max()
        .unwrap_or(1);
    let cell = longest + 2;
    let total = MARGIN.len() + scale.stops.len() * (cell + 1) + 1;
    if total > width {
        return list(scale, ascii);
    }
    let pen = if ascii { ASCII } else { LINES };
    let mut lines = Vec::new();
    lines.extend(marker(scale, cell, pen));
    let border = |left: char, middle: char, right: char| {
        let bars: Vec<String> = scale
            .stops
            .iter()
            .map(|_| pen.across.to_string().repeat(cell))
            .collect();
        format!("{MARGIN}{left}{}{right}", bars.join(&middle.to_string()))
    };
    lines.push(border(pen.top[0], pen.top[1], pen.top[2]));
    let cells: Vec<String> = scale
        .stops
        .iter()
        .map(|stop| {
            if stop.here {
                centred(
                    &format!("{}{}{}", pen.here[0], stop.label, pen.here[1]),
                    cell,
                )
            } else {
                centred(&stop.label, cell)
            }
        })
        .collect();
    let down = pen.down.to_string();
    lines.push(format!("{MARGIN}{down}{}{down}", cells.join(&down)));
    lines.push(zone_border(scale, cell, pen));
    let zones: Vec<String> = scale
        .runs()
        .iter()
        .map(|(_, name, _, count)| centred(name, count * (cell + 1) - 1))
        .collect();
    lines.push(format!("{MARGIN}{down}{}{down}", zones.join(&down)));
    let bottoms: Vec<String> = scale
        .runs()
        .iter()
        .map(|(_, _, _, count)| pen.across.to_string().repeat(count * (cell + 1) - 1))
        .collect();
    lines.push(format!(
        "{MARGIN}{}{}{}",
        pen.bottom[0],
        bottoms.join(&pen.bottom[1].to_string()),
        pen.bottom[2]
    ));
    lines
}

/// The line between steps and zones: a cross where a zone ends, a tee where only a step does.
fn zone_border(scale: &Scale, cell: usize, pen: Pen) -> String {
    let mut line = format!("{MARGIN}{}", pen.middle[0]);
    let ends: Vec<usize> = scale
        .runs()
        .iter()
        .map(|(_, _, at, n)| at + n - 1)
        .collect();
    for index in 0..scale.stops.len() {
        line.extend(std::iter::repeat_n(pen.across, cell));
        line.push(
            match (index + 1 == scale.stops.len(), ends.contains(&index)) {
                (true, _) => pen.middle[3],
                (false, true) => pen.middle[2],
                (false, false) => pen.middle[1],
            },
        );
    }
    line
}

/// The words over the marked steps, and a pointer over each.
fn marker(scale: &Scale, cell: usize, pen: Pen) -> Vec<String> {
    let centres: Vec<usize> = scale
        .stops
        .iter()
        .enumerate()
        .filter(|(_, stop)| stop.here)
        .map(|(index, _)| MARGIN.len() + 1 + index * (cell + 1) + cell / 2)
        .collect();
    let (Some(first), Some(last)) = (centres.first(), centres.last()) else {
        return Vec::new();
    };
    let middle = first.midpoint(*last);
    let length = scale.here.chars().count();
    let total = MARGIN.len() + scale.stops.len() * (cell + 1) + 1;
    let start = middle
        .saturating_sub(length / 2)
        .min(total.saturating_sub(length));
    let mut pointers = vec![' '; last + 1];
    for centre in &centres {
        pointers[*centre] = pen.pointer;
    }
    vec![
        format!("{}{}", " ".repeat(start), scale.here),
        pointers.into_iter().collect(),
    ]
}

fn list(scale: &Scale, ascii: bool) -> Vec<String> {
    let arrow = if ascii { '>' } else { '▶' };
    let zone_of = |index: usize| {
        scale
            .runs()
            .into_iter()
            .find(|(_, _, at, count)| (*at..at + count).contains(&index))
            .map_or("", |(_, name, _, _)| name)
            .to_owned()
    };
    let mut lines = Vec::new();
    for (index, stop) in scale.stops.iter().enumerate() {
        let mark = if stop.here { arrow } else { ' ' };
        let here = if stop.here {
            format!(" ({})", scale.here)
        } else {
            String::new()
        };
        lines.push(format!("{mark} {} - {}{here}", stop.label, zone_of(index)));
    }
    lines
}

/// Each number on a line of its own, the cut-offs marked below.
pub(super) fn gauges(gauges: &Gauges, ascii: bool, width: usize) -> Vec<String> {
    let length = width.saturating_sub(MARGIN.len() + 4).clamp(10, 48);
    let mut lines = Vec::new();
    for gauge in &gauges.gauges {
        lines.push(format!("{MARGIN}{}: {}", gauge.label, gauge.shown));
        lines.extend(line(gauge, ascii, length));
    }
    lines
}

fn line(gauge: &Gauge, ascii: bool, length: usize) -> Vec<String> {
    let pen = if ascii { ASCII } else { LINES };
    let at = |number| gauge.position(number, u32::try_from(length - 1).unwrap_or(1)) as usize;
    let mut bar = vec![pen.across; length];
    let mut names = vec![' '; length + 8];
    for cut in &gauge.cuts {
        let position = at(*cut);
        bar[position] = pen.cut;
        for (offset, character) in cut.to_string().chars().enumerate() {
            names[position + offset] = character;
        }
    }
    let mut pointer = vec![' '; length];
    pointer[at(gauge.value)] = pen.pointer;
    [pointer, bar, names]
        .into_iter()
        .map(|row| format!("{MARGIN}{}", row.into_iter().collect::<String>()))
        .collect()
}

fn centred(words: &str, width: usize) -> String {
    format!("{words:^width$}")
}

#[derive(Clone, Copy)]
struct Pen {
    across: char,
    down: char,
    cut: char,
    pointer: char,
    here: [char; 2],
    top: [char; 3],
    middle: [char; 4],
    bottom: [char; 3],
}

const LINES: Pen = Pen {
    across: '─',
    down: '│',
    cut: '┼',
    pointer: '▼',
    here: ['[', ']'],
    top: ['┌', '┬', '┐'],
    middle: ['├', '┴', '┼', '┤'],
    bottom: ['└', '┴', '┘'],
};

const ASCII: Pen = Pen {
    across: '-',
    down: '|',
    cut: '+',
    pointer: 'v',
    here: ['[', ']'],
    top: ['+', '+', '+'],
    middle: ['+', '+', '+', '+'],
    bottom: ['+', '+', '+'],
};
