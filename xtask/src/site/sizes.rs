//! What the site weighs on its way to a reader.

use super::told;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The most that may travel before a report is read, compressed.
const LIMIT: usize = 1_500_000;

/// Writes a compressed copy (`.br`) beside each file that a host may serve so, and tells what the program weighs.
pub fn compress(folder: &Path) -> Result<String, String> {
    let mut told_of = String::new();
    let mut first = 0;
    for file in files(folder)? {
        let bytes = fs::read(&file).map_err(told(&file))?;
        let small = brotli(&bytes).map_err(told(&file))?;
        let to = PathBuf::from(format!("{}.br", file.display()));
        fs::write(&to, &small).map_err(told(&to))?;
        let name = file.strip_prefix(folder).unwrap_or(&file);
        if name.starts_with("assets") || name == Path::new("index.html") {
            first += small.len();
            told_of.push_str(&format!(
                "{:>9} {:>9}  {}\n",
                bytes.len(),
                small.len(),
                name.display()
            ));
        }
    }
    told_of.push_str(&format!(
        "{first:>19}  bytes travel before a report is read; at most {LIMIT}"
    ));
    if first > LIMIT {
        return Err(format!("{told_of}\nthe site is too heavy"));
    }
    Ok(told_of)
}

fn brotli(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    const BEST: u32 = 11;
    const WINDOW: u32 = 24;
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, BEST, WINDOW);
    writer.write_all(bytes)?;
    Ok(writer.into_inner())
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).map_err(told(&folder))?.flatten() {
            let path = entry.path();
            match path.is_dir() {
                true => open.push(path),
                false => found.push(path),
            }
        }
    }
    found.sort();
    Ok(found)
}
