//! T1: dependencies between the crates run one way.

use std::fs;
use std::path::Path;

/// Each crate, its folder, and the crates of the project it may see.
const ARROWS: [(&str, &str, &[&str]); 10] = [
    ("her2-case", "crates/case", &[]),
    // Its own tests see it once more, with the feature that compiles.
    ("her2-pages", "crates/pages", &["her2-case", "her2-pages"]),
    ("her2-knowledge", "knowledge", &["her2-case", "her2-pages"]),
    (
        "her2-readers",
        "crates/readers",
        &["her2-case", "her2-pages", "her2-knowledge"],
    ),
    (
        "her2-pathway",
        "crates/pathway",
        &["her2-case", "her2-pages", "her2-knowledge"],
    ),
    (
        "her2-documents",
        "crates/documents",
        &["her2-case", "her2-pages", "her2-knowledge", "her2-pathway"],
    ),
    (
        "her2",
        "crates/her2",
        &[
            "her2-case",
            "her2-pages",
            "her2-knowledge",
            "her2-readers",
            "her2-pathway",
            "her2-documents",
        ],
    ),
    ("her2-server", "crates/server", &["her2"]),
    ("her2-wasm", "crates/wasm", &["her2"]),
    ("her2-cli", "crates/cli", &["her2", "her2-server"]),
];

/// Arrows that are not drawn, and crates that are not known here.
pub fn complaints(root: &Path) -> Vec<String> {
    let mut complaints: Vec<String> = ARROWS
        .iter()
        .flat_map(|(name, folder, may_see)| {
            of_crate(name, &root.join(folder).join("Cargo.toml"), may_see)
        })
        .collect();
    let Ok(folders) = fs::read_dir(root.join("crates")) else {
        return vec!["T1: there is no folder crates/".to_owned()];
    };
    for folder in folders.flatten() {
        let folder = format!("crates/{}", folder.file_name().to_string_lossy());
        if !ARROWS.iter().any(|(_, known, _)| *known == folder) {
            complaints.push(format!(
                "T1: {folder} has no arrows; a new crate is drawn in ARCHITECTURE.md and in xtask/src/tidy/arrows.rs"
            ));
        }
    }
    complaints
}

fn of_crate(name: &str, manifest: &Path, may_see: &[&str]) -> Vec<String> {
    let text = fs::read_to_string(manifest).unwrap_or_default();
    let Ok(manifest) = text.parse::<toml::Table>() else {
        return vec![format!("T1: the manifest of {name} cannot be read")];
    };
    let mut complaints = Vec::new();
    if text.is_empty() || manifest_name(&manifest) != Some(name) {
        complaints.push(format!("T1: {name} is not where it is drawn"));
    }
    for kind in ["dependencies", "build-dependencies", "dev-dependencies"] {
        let of_kind = manifest.get(kind).and_then(toml::Value::as_table);
        for seen in of_kind.into_iter().flat_map(toml::Table::keys) {
            let ours = ARROWS.iter().any(|(ours, ..)| ours == seen) || seen == "xtask";
            if ours && seen != name && !may_see.contains(&seen.as_str()) {
                complaints.push(format!("T1: {name} must not see {seen} ({kind})"));
            }
        }
    }
    complaints
}

fn manifest_name(manifest: &toml::Table) -> Option<&str> {
    manifest.get("package")?.get("name")?.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn t1_the_arrows_of_dependencies_run_one_way() {
        assert_eq!(complaints(&crate::root()), Vec::<String>::new());
    }

    #[test]
    fn an_arrow_that_is_not_drawn_is_told() {
        let manifest = crate::root().join("crates/her2/Cargo.toml");
        let told = of_crate("her2", &manifest, &["her2-case"]);
        assert!(
            told.iter()
                .any(|line| line.contains("must not see her2-documents"))
        );
    }
}
