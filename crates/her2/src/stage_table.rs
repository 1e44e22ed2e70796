//! A licensed table of prognostic stages, read from the bytes of a CSV file.

use her2_pathway::staging::{StageTable, StageTableFault};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// Reads and checks a table. `name` is the name under which it appears beside every stage found in it, together with the SHA-256 of the
/// bytes.
///
/// The first line names the columns: `t`, `n`, `m`, `grade`, `her2`, `er`, `pr` and `stage`; `oncotype` and `prefix` may be added. A line
/// that starts with `#` is a comment.
///
/// ```
/// let faults = her2::stage_table("mine.csv", b"t,n,m,grade,her2,er,pr,stage\nT1c,N0,M0,-,-,-,-,IA\n").unwrap_err();
/// assert!(faults[0].to_string().starts_with("no row for "));
/// ```
///
/// # Errors
///
/// Every fault, with its line where it has one: the file, the columns, the terms, combinations that meet no row or several.
pub fn stage_table(name: &str, bytes: &[u8]) -> Result<StageTable, Vec<StageTableFault>> {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .comment(Some(b'#'))
        .trim(csv::Trim::All)
        .from_reader(text);
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| vec![unreadable(&error)])?;
        let line = record.position().map_or(1, csv::Position::line);
        rows.push((line, record.iter().map(str::to_owned).collect::<Vec<_>>()));
    }
    if rows.is_empty() {
        let message = "the file is empty".to_owned();
        return Err(vec![StageTableFault {
            line: None,
            message,
        }]);
    }
    let (_, header) = rows.remove(0);
    StageTable::of_rows(name, &hash(bytes), &header, &rows)
}

fn unreadable(error: &csv::Error) -> StageTableFault {
    let message = match error.kind() {
        csv::ErrorKind::Utf8 { .. } => "not UTF-8",
        _ => "not CSV",
    };
    StageTableFault {
        line: error.position().map(csv::Position::line),
        message: message.to_owned(),
    }
}

fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().fold(String::new(), |mut hash, byte| {
        write!(hash, "{byte:02x}").expect("a string can be written to");
        hash
    })
}
