//! The pages under `guidelines/`: one folder for each edition, its `edition.md`, and one page for each question.

use super::walk;
use her2_pages::compile::{CheckedPage, EditionPage, Fault, Sources, check_page, check_periods};
use std::path::Path;

/// Every edition and page, and what is wrong with them.
pub struct Guidelines {
    /// The editions.
    pub editions: Vec<EditionPage>,
    /// The pages, by id.
    pub pages: Vec<CheckedPage>,
    /// What may be cited.
    pub sources: Sources,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// Path and text of every file read.
    pub texts: Vec<(String, String)>,
}

/// Reads and checks them all. The editions come first: pages of any folder may cite any edition, and the other sources given here.
pub fn read(root: &Path, sources: Sources) -> Guidelines {
    let mut all = Guidelines {
        editions: Vec::new(),
        pages: Vec::new(),
        sources,
        faults: Vec::new(),
        texts: Vec::new(),
    };
    let folders = walk::folders(root, "guidelines");
    let files: Vec<_> = folders
        .iter()
        .map(|folder| walk::files(root, folder, "md"))
        .collect();
    for (folder, files) in folders.iter().zip(&files) {
        let Some(file) = files.iter().find(|file| file.stem == "edition") else {
            all.faults.push(Fault {
                page: format!("knowledge/{folder}/edition.md"),
                line: 1,
                message: "the folder has no edition.md".to_owned(),
            });
            continue;
        };
        match EditionPage::read(&file.path, &file.folder, &file.text) {
            Ok(edition) => {
                all.sources.add(&edition);
                all.editions.push(edition);
            }
            Err(faults) => all.faults.extend(faults),
        }
    }
    all.faults.extend(check_periods(&all.editions));
    for file in files.iter().flatten().filter(|file| file.stem != "edition") {
        let id = format!("{}/{}", file.folder, file.stem);
        match check_page(&file.path, &id, &file.text, &all.sources) {
            Ok(page) => all.pages.push(page),
            Err(faults) => all.faults.extend(faults),
        }
    }
    for file in files.into_iter().flatten() {
        all.texts.push((file.path, file.text));
    }
    all
}
