//! The words out: every Fluent file of every language, included as it is.

use super::written::walk;
use std::fmt::Write;
use std::path::Path;

/// Writes `languages.rs`.
pub fn write(root: &Path, out: &Path) {
    let mut text = String::from("&[\n");
    for folder in walk::folders(root, "languages") {
        println!("cargo::rerun-if-changed={folder}");
        let language = folder.trim_start_matches("languages/");
        let files = walk::files(root, &folder, "ftl").into_iter().map(|file| {
            let path = root.join(&folder).join(format!("{}.ftl", file.stem));
            format!(
                "({:?}, include_str!({:?}))",
                file.stem,
                path.display().to_string()
            )
        });
        let files = files.collect::<Vec<_>>().join(", ");
        writeln!(text, "    ({language:?}, &[{files}]),").expect("a string can be written to");
    }
    text.push_str("]\n");
    super::source::write_file(&out.join("languages.rs"), &text);
}
