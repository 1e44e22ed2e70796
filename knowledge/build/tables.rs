//! Checks the maps of tables, `codes/tables/`, and embeds them.

#[path = "../src/table_map.rs"]
#[allow(dead_code, reason = "what is checked here is used by the readers")]
mod table_map;

use super::written::walk;
use her2_pages::compile::{Fault, Faults};
use std::fmt::Write as _;
use std::path::Path;

/// Reads and checks every map; gives the source of their list.
pub fn build(root: &Path, found: &mut Vec<Fault>) -> String {
    println!(
        "cargo::rerun-if-changed={}",
        root.join("codes/tables").display()
    );
    let mut source = String::from("&[\n");
    for file in walk::files(root, "codes/tables", "toml") {
        let mut faults = Faults::of(&file.path);
        match table_map::TableMap::parse(&file.text) {
            Err(why) => faults.add(1, why.to_string()),
            Ok(map) if map.known_by.is_empty() && map.known_by_any.is_empty() => {
                faults.add(
                    1,
                    "`known-by` is missing: by which columns the table is told",
                );
            }
            Ok(_) => {}
        }
        found.extend(faults.into_vec());
        let _ = writeln!(source, "    ({:?}, {:?}),", file.stem, file.text);
    }
    source.push_str("]\n");
    source
}
