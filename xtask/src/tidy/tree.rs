//! The text files of the tree.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders that hold nothing of the project's own writing.
const LEFT_OUT: [&str; 7] = [
    "target",
    ".git",
    "corpus",
    "artifacts",
    "node_modules",
    "results",
    "pictures",
];

/// A text file: its path from the root, with `/`, and what it says.
pub struct File {
    /// For example `crates/case/src/lib.rs`.
    pub path: String,
    /// What it says.
    pub text: String,
}

/// Every text file, in the order of paths.
pub struct Tree {
    /// Where it stands.
    pub root: PathBuf,
    /// The files.
    pub files: Vec<File>,
}

impl Tree {
    /// Reads the tree. What cannot be read as text is not text.
    pub fn read(root: &Path) -> Self {
        let mut files = Vec::new();
        gather(root, root, &mut files);
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Self {
            root: root.to_owned(),
            files,
        }
    }

    /// The file of this path.
    pub fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// Files with this ending.
    pub fn ending<'a>(&'a self, ending: &'a str) -> impl Iterator<Item = &'a File> {
        self.files
            .iter()
            .filter(move |file| file.path.ends_with(ending))
    }
}

fn gather(root: &Path, folder: &Path, files: &mut Vec<File>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_dir() {
            if !LEFT_OUT.iter().any(|left_out| name == *left_out) {
                gather(root, &path, files);
            }
        } else if let (Ok(from_root), Ok(text)) =
            (path.strip_prefix(root), fs::read_to_string(&path))
        {
            files.push(File {
                path: from_root.to_string_lossy().replace('\\', "/"),
                text,
            });
        }
    }
}
