//! A table that no map knows: whether it is one, and which of its columns say by their names what they hold.
//!
//! A table read as a report would give values that stand in other rows. So what looks like a table is one, and without a map only columns
//! are read whose names leave no doubt.

use her2_knowledge::codes::{Item, item_named};
use her2_knowledge::{Columns, PatientRows, TableItem, TableMap};
use std::collections::BTreeMap;

/// How many of the first lines are looked at.
const LINES: usize = 20;
/// The longest name of a column, in bytes.
const LONGEST_NAME: usize = 120;

/// The byte between cells, if these are rows of a table: a header of short names, and as many cells in nearly every line after it.
pub fn delimiter_of(head: &[u8], candidates: &[u8]) -> Option<u8> {
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let is_cut = !text.ends_with(b"\n") && head.len() >= crate::format::SNIFFED;
    let lines: Vec<&[u8]> = text
        .split(|byte| *byte == b'\n')
        .map(<[u8]>::trim_ascii_end)
        .filter(|line| !line.is_empty())
        .take(LINES + 1)
        .collect();
    let lines = if is_cut && lines.len() <= LINES {
        &lines[..lines.len().saturating_sub(1)]
    } else {
        &lines[..lines.len().min(LINES)]
    };
    let (header, rows) = lines.split_first()?;
    candidates.iter().copied().find(|delimiter| {
        let wide = width(header, *delimiter);
        let least = if *delimiter == b'\t' { 2 } else { 3 };
        let same = rows.iter().filter(|row| width(row, *delimiter) == wide);
        let same = same.count();
        let named = || header_names_something(header, *delimiter);
        // Lines of a report never all have the same number of commas.
        let regular = || {
            let exact = rows.len() > 1 && same == rows.len();
            exact && (matches!(delimiter, b',' | b';') || has_identifier(header, *delimiter))
        };
        wide >= least
            && !rows.is_empty()
            && same * 5 >= rows.len() * 4
            && header
                .split(|byte| byte == delimiter)
                .all(|name| is_name(name, *delimiter))
            && (named() || regular())
    })
}

/// Cells of a line. A separator between double quotes is none.
fn width(line: &[u8], delimiter: u8) -> usize {
    let mut quoted = false;
    let mut cells = 1;
    for byte in line {
        match byte {
            b'"' => quoted = !quoted,
            byte if *byte == delimiter && !quoted => cells += 1,
            _ => {}
        }
    }
    cells
}

/// Whether it may be the name of a column: short, and no number; in prose a comma is followed by a space.
fn is_name(cell: &[u8], delimiter: u8) -> bool {
    let prose = delimiter == b',' && cell.starts_with(b" ");
    let cell = cell.trim_ascii();
    let number = !cell.is_empty()
        && cell
            .iter()
            .all(|byte| byte.is_ascii_digit() || *byte == b'.');
    cell.len() <= LONGEST_NAME && !number && !prose
}

/// Whether some column is named as programs name them: `patient_id`, `MRN ID`, `SampleId`.
fn has_identifier(header: &[u8], delimiter: u8) -> bool {
    let mut names = header
        .split(|byte| *byte == delimiter)
        .map(<[u8]>::trim_ascii);
    names.any(|name| name.contains(&b'_') || name.to_ascii_lowercase().ends_with(b"id"))
}

/// Whether of some column it is known what it holds.
fn header_names_something(header: &[u8], delimiter: u8) -> bool {
    let text = String::from_utf8_lossy(header);
    let mut names = text.split(char::from(delimiter)).map(unquoted);
    names.any(|name| item_of(name).is_some())
}

fn unquoted(name: &str) -> &str {
    name.trim().trim_matches('"').trim()
}

/// The map that the names of the columns make; nothing if none tells of HER2 or a receptor.
pub fn map_of(names: &[String], delimiter: Option<u8>) -> Option<TableMap> {
    let named = names
        .iter()
        .filter_map(|name| Some((item_of(unquoted(name))?, name)));
    let mut found: BTreeMap<TableItem, Vec<&String>> = BTreeMap::new();
    for (item, name) in named {
        found.entry(item).or_default().push(name);
    }
    // Two columns of one name's meaning may be two samples or two patients: neither is read.
    let columns: Vec<(TableItem, String)> = found
        .into_iter()
        .filter_map(|(item, names)| match names[..] {
            [name] => Some((item, name.clone())),
            _ => None,
        })
        .collect();
    (!columns.is_empty()).then(|| TableMap {
        title: String::new(),
        delimiter,
        quoting: true,
        header_rows: 1,
        names_row: 0,
        known_by: Vec::new(),
        known_by_any: Vec::new(),
        patient_rows: PatientRows::One,
        dates: None,
        columns: Columns {
            columns,
            values: BTreeMap::new(),
        },
        samples: Vec::new(),
    })
}

/// What a column of that name holds: by the names of our own table, or as an observation of that name.
fn item_of(name: &str) -> Option<TableItem> {
    let own = name.to_lowercase().replace(['_', ' ', '.'], "-");
    if let Some(item) = TableItem::from_name(&own) {
        // Single letters may be anything.
        return (own.len() > 1 && !item.is_of_patient()).then_some(item);
    }
    let spaced: String = name
        .chars()
        .map(|letter| {
            if letter == '_' || letter == '.' {
                ' '
            } else {
                letter
            }
        })
        .collect();
    Some(match item_named(&spaced)? {
        Item::Her2Status => TableItem::Her2Status,
        Item::Her2IhcScore => TableItem::Her2IhcScore,
        Item::Her2IhcPercent => TableItem::Her2IhcPercent,
        Item::Her2IshCall => TableItem::Her2IshWord,
        Item::Her2Ratio => TableItem::Her2Ratio,
        Item::Her2Copies => TableItem::Her2Copies,
        Item::Cep17Copies => TableItem::Cep17Copies,
        Item::Her2Signals => TableItem::Her2SignalsTotal,
        Item::Cep17Signals => TableItem::Cep17SignalsTotal,
        Item::CellsCounted => TableItem::Cells,
        Item::IshGroup => TableItem::IshGroup,
        Item::ErStatus => TableItem::ErStatus,
        Item::ErPercent => TableItem::ErPercent,
        Item::PrStatus => TableItem::PrStatus,
        Item::PrPercent => TableItem::PrPercent,
        Item::Ki67 => TableItem::Ki67,
        Item::Grade => TableItem::Grade,
        Item::Histology => TableItem::Histology,
        Item::NodesPositive => TableItem::NodesPositive,
        Item::NodesExamined => TableItem::NodesExamined,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const CANDIDATES: [u8; 4] = [b',', b'\t', b';', b'|'];

    #[test]
    fn rows_of_a_table_are_told_from_a_report() {
        for (text, delimiter) in [
            ("id,her2_ihc,her2_fish_ratio\n1,2+,1.4\n2,3+,\n", Some(b',')),
            ("id;HER2 IHC;ER status\n1;2+;pos\n", Some(b';')),
            ("Patient\tHER2 IHC score\nA\t2+\nB\t0\n", Some(b'\t')),
            // A test a row: no column of it is known, and it is no report all the same.
            (
                "patient_id,test,result\n1,HER2 IHC,2+\n2,HER2 IHC,3+\n",
                Some(b','),
            ),
            // A report is no table, and neither is a list of results.
            (
                "Breast, left, core biopsy\nHER2, by IHC, 2+\nER, by IHC, positive\n",
                None,
            ),
            (
                "SURGICAL PATHOLOGY\nHER2: 3+\nER: positive, 90%, strong\n",
                None,
            ),
            ("Marker\tResult\nHER2\t3+\nER\tpositive\n", None),
            ("", None),
        ] {
            assert_eq!(
                delimiter_of(text.as_bytes(), &CANDIDATES),
                delimiter,
                "{text}"
            );
        }
    }

    #[test]
    fn a_column_is_read_where_its_name_leaves_no_doubt() {
        let names = [
            "id",
            "her2_ihc",
            "HER2/CEP17 ratio",
            "ER status",
            "er_status",
            "note",
        ];
        let names: Vec<String> = names.map(str::to_owned).into();
        let map = map_of(&names, None).expect("two columns are known");
        let items: Vec<TableItem> = map.columns.columns.iter().map(|(item, _)| *item).collect();
        assert_eq!(items, [TableItem::Her2IhcScore, TableItem::Her2Ratio]);
    }
}
