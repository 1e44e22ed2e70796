//! The pages about no record, as files.

use super::{Site, told};
use her2::site::{Shown, Visit, visit};
use std::fs;

/// Writes every page that can be asked for without a record, in every language, and the one for an address where nothing is. Their paths below the
/// root, as a host answers them.
pub fn write(site: &Site) -> Result<Vec<String>, String> {
    let mut written = Vec::new();
    for lang in her2::languages() {
        for path in paths() {
            let path = if lang == "en" {
                path
            } else {
                format!("/{lang}{path}")
            };
            let file = site.folder.join(path.trim_matches('/')).join("index.html");
            page(site, &path, 200, &file)?;
            written.push(format!("./{}/", path.trim_matches('/')).replace("//", "/"));
        }
    }
    page(site, "/nothing-here", 404, &site.folder.join("404.html"))?;
    Ok(written)
}

fn paths() -> Vec<String> {
    let topics = her2::topic_names()
        .into_iter()
        .map(|name| format!("/learn/{name}"));
    let medicines = her2::medicine_ids()
        .into_iter()
        .map(|name| format!("/medicines/{name}"));
    let fixed = ["/", "/numbers", "/learn", "/medicines", "/about"].map(str::to_owned);
    fixed.into_iter().chain(topics).chain(medicines).collect()
}

fn page(site: &Site, path: &str, status: u16, file: &std::path::Path) -> Result<(), String> {
    let reply = visit(&Visit {
        path,
        root: &site.root,
        fields: Vec::new(),
        given: Vec::new(),
        today: site.as_of,
        shown: Shown::Device,
    });
    if reply.status != status {
        return Err(format!("{path} answers {} and not {status}", reply.status));
    }
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(told(folder))?;
    }
    fs::write(file, reply.body).map_err(told(file))
}
