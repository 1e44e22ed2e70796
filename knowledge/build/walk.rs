//! Finding the pages, in an order that does not depend on the machine.

use std::fs;
use std::path::{Path, PathBuf};

/// A file of knowledge.
pub struct File {
    /// Its path below the repository, as messages name it.
    pub path: String,
    /// The name of its folder.
    pub folder: String,
    /// Its name without the ending.
    pub stem: String,
    /// Its text.
    pub text: String,
}

/// The files of this ending in a folder, by name. A folder that is not there holds none.
pub fn files(root: &Path, folder: &str, ending: &str) -> Vec<File> {
    let mut files = Vec::new();
    for path in entries(&root.join(folder)) {
        if path.extension().is_none_or(|found| found != ending) {
            continue;
        }
        let text = fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()));
        let name = |part: Option<&std::ffi::OsStr>| {
            part.map(|part| part.to_string_lossy().into_owned())
                .unwrap_or_default()
        };
        files.push(File {
            path: format!("knowledge/{folder}/{}", name(path.file_name())),
            folder: name(Path::new(folder).file_name()),
            stem: name(path.file_stem()),
            text,
        });
    }
    files.sort_by(|one, other| one.stem.cmp(&other.stem));
    files
}

/// The folders below a folder, by name.
pub fn folders(root: &Path, folder: &str) -> Vec<String> {
    let paths = entries(&root.join(folder)).into_iter();
    let names = paths.filter(|path| path.is_dir()).filter_map(|path| {
        let name = path.file_name()?.to_str()?.to_owned();
        Some(format!("{folder}/{name}"))
    });
    names.collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut paths: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.sort();
    paths
}
