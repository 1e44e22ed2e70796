//! A number over time drawn with characters: a bar for each day, the bounds marked across all of them.

use crate::picture::Trend;

const MARGIN: &str = "  ";

/// One line a day, then the bounds by number.
pub(super) fn trend(trend: &Trend, ascii: bool, width: usize) -> Vec<String> {
    let (bar, bound) = if ascii { ('=', '|') } else { ('━', '┊') };
    let wide = |texts: &mut dyn Iterator<Item = &String>| {
        texts.map(|text| text.chars().count()).max().unwrap_or(0)
    };
    let days = wide(&mut trend.points.iter().map(|point| &point.label));
    let values = wide(&mut trend.points.iter().map(|point| &point.shown));
    let beside = MARGIN.len() + days + values + 4;
    let length = width.saturating_sub(beside).clamp(10, 48);
    let place = |value| trend.position(value, u32::try_from(length - 1).unwrap_or(1)) as usize;
    let line = |filled: usize| -> String {
        let mut cells: Vec<char> = vec![' '; length];
        cells
            .iter_mut()
            .take(filled + 1)
            .for_each(|cell| *cell = bar);
        for limit in &trend.bounds {
            cells[place(limit.value)] = bound;
        }
        cells.into_iter().collect()
    };
    let mut lines: Vec<String> = trend
        .points
        .iter()
        .map(|point| {
            let bar = line(place(point.value));
            format!(
                "{MARGIN}{:days$}  {:>values$}  {bar}",
                point.label, point.shown
            )
        })
        .collect();
    let bounds = trend
        .bounds
        .iter()
        .map(|limit| format!("{bound} {}", limit.label));
    let bounds = bounds.collect::<Vec<_>>().join("   ");
    if !bounds.is_empty() {
        lines.push(format!("{MARGIN}{bounds}"));
    }
    lines
}
