//! Tables by their columns: a column a marker, a column of reference, a column for the earlier specimen and one for this.

use super::document::Document;
use super::markers::{MARKERS, Mention, VALUES};
use super::token::{Gap, Kind};
use super::voice::Voice;
use her2_knowledge::lexicon::Concept;

/// Rows that a heading may speak for.
const ROWS: usize = 40;
/// Items that an answer on a line of its own may take.
const ANSWER: usize = 12;
/// Columns a table may have.
const COLUMNS: usize = 40;

/// The name of a row, and its cells.
type Row = (Option<(usize, usize)>, Vec<(usize, usize)>);

/// A cell: its items, and where its first character stands in its line.
#[derive(Clone, Copy)]
pub struct Cell {
    /// Its first item.
    pub first: usize,
    /// One past its last item.
    pub end: usize,
    column: usize,
}

/// The cells of columns of reference, which are nobody's results.
pub fn references(document: &Document<'_>) -> Vec<usize> {
    let mut found = Vec::new();
    each_table(document, |head| {
        let cell = |cell: &Cell| is_reference(document, *cell).then_some(());
        head.iter().map(cell).collect()
    })
    .into_iter()
    .for_each(|(cell, ())| found.extend(cell.first..cell.end));
    found
}

/// The cells below each head that `of` gives a meaning, with that meaning.
pub fn each_table<T: Copy>(
    document: &Document<'_>,
    of: impl Fn(&[Cell]) -> Vec<Option<T>>,
) -> Vec<(Cell, T)> {
    let mut found = Vec::new();
    let lines = lines(document);
    for (index, line) in lines.iter().enumerate() {
        let head = cells(document, *line);
        if !(2..=COLUMNS).contains(&head.len())
            || (line.0..line.1).any(|item| is_result(document, item))
        {
            continue;
        }
        let meanings = of(&head);
        if meanings.iter().all(Option::is_none) {
            continue;
        }
        for row in lines.iter().skip(index + 1).take(ROWS) {
            if is_ruler(document, *row) {
                continue;
            }
            let cells = cells(document, *row);
            if document.items[row.0].gap >= Gap::Paragraph || !(2..=COLUMNS).contains(&cells.len())
            {
                break;
            }
            for cell in &cells {
                let column = column_of(&head, &cells, *cell);
                if let Some(meaning) = column.and_then(|column| meanings[column]) {
                    found.push((*cell, meaning));
                }
            }
        }
    }
    found
}

/// The column a cell stands in: by its number where the row is full, else by its place in the line.
fn column_of(head: &[Cell], row: &[Cell], cell: Cell) -> Option<usize> {
    let index = row.iter().position(|other| other.first == cell.first)?;
    if row.len() == head.len() {
        return Some(index);
    }
    if row.len() == head.len() + 1 && row[0].column + 2 < head[0].column {
        return index.checked_sub(1);
    }
    (0..head.len()).min_by_key(|column| head[*column].column.abs_diff(cell.column))
}

/// The first and one past the last item of each line.
pub fn lines(document: &Document<'_>) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut first = 0;
    for at in 1..=document.items.len() {
        if document
            .items
            .get(at)
            .is_none_or(|item| item.gap >= Gap::Line)
        {
            if at > first {
                found.push((first, at));
            }
            first = at;
        }
    }
    found
}

/// A line between head and rows: `|----|----|`.
fn is_ruler(document: &Document<'_>, (first, end): (usize, usize)) -> bool {
    (first..end).all(|item| {
        matches!(
            document.items[item].kind,
            Kind::Mark(b'-' | b'|' | b'+' | b'=' | b'_' | b':' | b'*')
        )
    })
}

/// The cells of a line, set apart by bars or wide spaces.
pub fn cells(document: &Document<'_>, (first, end): (usize, usize)) -> Vec<Cell> {
    let start = document.text[..document.items[first].start as usize]
        .rfind(['\n', '\r'])
        .map_or(0, |line| line + 1);
    let bars = (first..end).any(|item| document.is_mark(item, b'|'));
    let mut found: Vec<Cell> = Vec::new();
    let mut open = true;
    for item in first..end {
        if document.is_mark(item, b'|') {
            open = true;
            continue;
        }
        if open || !bars && document.items[item].gap == Gap::Wide {
            found.push(Cell {
                first: item,
                end: item + 1,
                column: document.items[item].start as usize - start,
            });
            open = false;
        } else if let Some(cell) = found.last_mut() {
            cell.end = item + 1;
        }
    }
    found
}

/// Whether an item is a result, so that its line is no head.
fn is_result(document: &Document<'_>, at: usize) -> bool {
    document.is_any(at, VALUES)
        || document.items[at].kind == Kind::Digits
            && (document.is_mark(at + 1, b'+') || document.is_mark(at + 1, b'%'))
}

/// `Reference`, `Ref. range`, `Normal`.
fn is_reference(document: &Document<'_>, cell: Cell) -> bool {
    let named = document.is_any(
        cell.first,
        &[Concept::ReferenceColumn, Concept::ReferenceRange],
    ) || matches!(document.lower(cell.first), "reference" | "references");
    named && cell.end - cell.first <= 4
}

/// Gives the names at the head of a table their cells in the rows below: `ER  PR  HER2  Ki-67` over `95%  80%  1+  15%`.
pub fn under_heads(document: &Document<'_>, mentions: Vec<Mention>) -> Vec<Mention> {
    let lines = lines(document);
    let mut found = Vec::with_capacity(mentions.len());
    let mut first = 0;
    while first < mentions.len() {
        let at = lines.partition_point(|line| line.1 <= mentions[first].first);
        let line = lines[at];
        let row: usize = mentions[first..]
            .iter()
            .take_while(|mention| mention.last < line.1)
            .count();
        if let Some((count, cells)) = beside(document, &lines[at..], &mentions[first..]) {
            found.extend(cells);
            first += count;
            continue;
        }
        let heads: Vec<Mention> = mentions[first..first + row]
            .iter()
            .flat_map(|mention| single(document, mention))
            .collect();
        let below = rows_below(document, &lines[at..], &heads);
        if below.is_empty() {
            found.extend(mentions[first..first + row.max(1)].iter().cloned());
            first += row.max(1);
            continue;
        }
        let several = below.len() > 1;
        for (name, cells) in below {
            for (mention, (from, end)) in heads.iter().zip(cells) {
                found.push(Mention {
                    from,
                    end,
                    cell: true,
                    row: name.filter(|_| several && document.voice(from) == Voice::Plain),
                    ..mention.clone()
                });
            }
        }
        first += row;
    }
    found
}

/// The names of a list one by one, where nothing joins them: `ER  PR  HER2`.
fn single(document: &Document<'_>, mention: &Mention) -> Vec<Mention> {
    let places: Vec<usize> = (mention.first..=mention.last)
        .filter(|at| document.is_any(*at, MARKERS))
        .collect();
    if places.len() != mention.markers.len() || places.len() != mention.last - mention.first + 1 {
        return vec![mention.clone()];
    }
    let one = |(at, marker): (&usize, &Concept)| Mention {
        markers: vec![*marker],
        first: *at,
        last: *at,
        lead: *at,
        from: at + 1,
        end: at + 1,
        cell: false,
        row: None,
    };
    places.iter().zip(&mention.markers).map(one).collect()
}

/// Names one below the other, each alone on its line, with the answers below the last of them: how many mentions they are, and each
/// with its answer, or with none where the two do not match.
fn beside(
    document: &Document<'_>,
    lines: &[(usize, usize)],
    mentions: &[Mention],
) -> Option<(usize, Vec<Mention>)> {
    const FEWEST: usize = 3;
    let names: Vec<Mention> = mentions
        .iter()
        .take(COLUMNS)
        .flat_map(|mention| single(document, mention))
        .zip(lines)
        .take_while(|(mention, line)| {
            mention.first == line.0
                && mention.last < line.1
                && (mention.last + 1..line.1).all(|item| is_label(document, item))
        })
        .map(|(mention, _)| mention)
        .collect();
    if names.len() < FEWEST {
        return None;
    }
    let mut count = 0;
    let mut covered = 0;
    while covered < names.len() {
        covered += single(document, &mentions[count]).len();
        count += 1;
    }
    let answers: Vec<(usize, usize)> = lines[names.len()..]
        .iter()
        .take_while(|line| {
            (line.0..line.1).any(|item| is_answer(document, item))
                && !(line.0..line.1)
                    .any(|item| document.is_any(item, MARKERS) || document.is_mark(item, b':'))
                && line.1 - line.0 <= ANSWER
        })
        .copied()
        .collect();
    let matched = covered == names.len() && answers.len() == names.len();
    if !matched && answers.is_empty() {
        return None;
    }
    let cells = names.into_iter().enumerate().map(|(index, mention)| {
        let (from, end) = if matched {
            answers[index]
        } else {
            (mention.last + 1, mention.last + 1)
        };
        Mention {
            from,
            end,
            cell: true,
            ..mention
        }
    });
    Some((count, cells.collect()))
}

/// Whether an item may stand beside a name at the head of a column.
fn is_label(document: &Document<'_>, item: usize) -> bool {
    matches!(
        document.items[item].kind,
        Kind::Mark(b'|' | b'%' | b'(' | b')')
    ) || document.is_any(
        item,
        &[
            Concept::Ihc,
            Concept::Ish,
            Concept::Her2Kit,
            Concept::PercentWord,
            Concept::ScoreWord,
        ],
    ) || matches!(document.lower(item), "status" | "index" | "li")
}

/// For each row below a line that names nothing but markers: the cell of each.
fn rows_below(document: &Document<'_>, lines: &[(usize, usize)], heads: &[Mention]) -> Vec<Row> {
    let mut found = Vec::new();
    let line = lines[0];
    if !(2..=COLUMNS).contains(&heads.len())
        || !heads.iter().all(|mention| mention.markers.len() == 1)
    {
        return found;
    }
    let named = |item: usize| {
        heads
            .iter()
            .any(|mention| (mention.first..=mention.last).contains(&item))
    };
    let bare = (heads[0].first..line.1).all(|item| named(item) || is_label(document, item));
    let apart = heads.windows(2).all(|pair| {
        document.items[pair[1].first].gap >= Gap::Wide
            || (pair[0].last + 1..pair[1].first).any(|item| document.is_mark(item, b'|'))
    });
    if !bare || !apart && heads.len() < 3 {
        return found;
    }
    let corner = cells(document, line)
        .iter()
        .take_while(|cell| cell.first < heads[0].first)
        .count();
    for row in lines[1..].iter().take(ROWS) {
        if is_ruler(document, *row) {
            continue;
        }
        if document.items[row.0].gap >= Gap::Paragraph && !found.is_empty() {
            break;
        }
        let cells: Vec<(usize, usize)> = if apart {
            let cells = cells(document, *row);
            cells.iter().map(|cell| (cell.first, cell.end)).collect()
        } else {
            words(document, *row)
        };
        let lead = match cells.len().checked_sub(heads.len()) {
            Some(lead) if lead <= corner.max(1) => lead,
            _ if apart && cells.len() > 1 && found.is_empty() => {
                // The row does not fit its head: which cell is whose cannot be said.
                let none = heads.iter().map(|head| (head.first, head.first));
                found.push((None, none.collect()));
                break;
            }
            _ => break,
        };
        let own = &cells[lead..];
        if !own.iter().all(|(first, end)| {
            (*first..*end).any(|item| is_answer(document, item))
                && !(*first..*end).any(|item| document.is_any(item, MARKERS))
        }) {
            break;
        }
        // A dash says that nothing was done, except beside a plus.
        let alone = |cell: &(usize, usize), mark: u8| {
            cell.1 == cell.0 + 1 && document.is_mark(cell.0, mark)
        };
        let signs = own.iter().any(|cell| alone(cell, b'+'));
        let cell = |cell: &(usize, usize)| {
            if alone(cell, b'-') && !signs {
                (cell.0, cell.0)
            } else {
                *cell
            }
        };
        let name = cells.first().copied().filter(|_| lead > 0);
        found.push((name, own.iter().map(cell).collect()));
    }
    found
}

/// The words of a line that single spaces set apart.
fn words(document: &Document<'_>, (first, end): (usize, usize)) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for item in first..end {
        let opens = item == first || document.items[item].gap > Gap::None;
        match found.last_mut() {
            Some(last) if !opens => last.1 = item + 1,
            _ => found.push((item, item + 1)),
        }
    }
    found
}

/// Whether an item can be the answer of a cell.
fn is_answer(document: &Document<'_>, at: usize) -> bool {
    let item = &document.items[at];
    item.is_any(VALUES)
        || item.is_any(&[
            Concept::Pending,
            Concept::NotPerformed,
            Concept::Low,
            Concept::Ultralow,
            Concept::NumberWord,
        ])
        || matches!(item.kind, Kind::Digits | Kind::Mark(b'+' | b'-'))
}
