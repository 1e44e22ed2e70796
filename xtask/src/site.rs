//! `cargo xtask site`: the web page as files for any static host, answered in the reader's browser.
//!
//! Pages about no record are written as they are; the rest is made by the program in the browser.

mod build;
mod pages;
mod sizes;

use jiff::civil::Date;
use std::fs;
use std::path::{Path, PathBuf};

/// What the site is made with.
#[derive(Clone, Debug)]
pub struct Site {
    /// The folder it is written to; what stood there is replaced.
    pub folder: PathBuf,
    /// The path it will stand at on its host, with a slash at both ends.
    pub root: String,
    /// The day for which pages about no record are written.
    pub as_of: Date,
}

impl Site {
    /// From the words of the command line: `--root PATH` and `--out FOLDER`.
    pub fn of(words: &[&str], tree: &Path, today: Date) -> Result<Self, String> {
        let mut site = Self {
            as_of: today,
            folder: tree.join("site"),
            root: "/".to_owned(),
        };
        for pair in words.chunks(2) {
            match pair {
                ["--root", path] if path.starts_with('/') && path.ends_with('/') => {
                    site.root = (*path).to_owned();
                }
                ["--root", _] => {
                    return Err(
                        "--root is a path with a slash at both ends, such as /her2/".to_owned()
                    );
                }
                ["--as-of", day] => {
                    site.as_of = day
                        .parse()
                        .map_err(|_| "--as-of is a day, such as 2026-11-22".to_owned())?;
                }
                ["--out", folder] => site.folder = PathBuf::from(folder),
                _ => {
                    return Err(
                        "cargo xtask site [--root PATH] [--as-of DAY] [--out FOLDER]".to_owned(),
                    );
                }
            }
        }
        Ok(site)
    }

    /// Builds and writes it, and tells what it weighs. Refused above the limit.
    pub fn make(&self, tree: &Path) -> Result<String, String> {
        if self.folder.exists() {
            fs::remove_dir_all(&self.folder).map_err(told(&self.folder))?;
        }
        let assets = self.folder.join("assets");
        fs::create_dir_all(&assets).map_err(told(&assets))?;
        build::program(tree, &assets)?;
        let pages = pages::write(self)?;
        build::assets(tree, self, &pages)?;
        sizes::compress(&self.folder)
    }
}

/// An error with the place it happened at.
fn told(path: &Path) -> impl Fn(std::io::Error) -> String {
    move |error| format!("{}: {error}", path.display())
}
