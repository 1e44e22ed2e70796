//! Compiles the words in which reports of a language speak into a closed list of concepts and their phrases.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

/// One concept of a vocabulary file. Unknown keys are refused.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// Phrases in any capitals.
    #[serde(default)]
    phrases: Vec<String>,
    /// Phrases that must be written with exactly these capitals.
    #[serde(default)]
    exact: Vec<String>,
}

/// Reads every vocabulary file of every language and writes `lexicon.rs` into the build's output.
///
/// Every language must have the same concepts, and no phrase may stand for two of them.
pub fn build(root: &Path, errors: &mut Vec<String>) {
    let languages = root.join("languages");
    let mut concepts: Option<BTreeSet<String>> = None;
    let mut code = String::new();
    let mut tables = String::new();
    for language in folders(&languages) {
        let folder = language.join("report");
        if !folder.is_dir() {
            continue;
        }
        println!("cargo:rerun-if-changed={}", folder.display());
        let name = language
            .file_name()
            .map(|n| n.to_string_lossy().into_owned())
            .unwrap_or_default();
        let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
        let mut seen: BTreeMap<String, String> = BTreeMap::new();
        for file in files(&folder) {
            let text = fs::read_to_string(&file).unwrap_or_default();
            let parsed: BTreeMap<String, Entry> = match toml::from_str(&text) {
                Ok(parsed) => parsed,
                Err(error) => {
                    errors.push(format!("{}: {error}", file.display()));
                    continue;
                }
            };
            for (concept, entry) in parsed {
                for phrase in &entry.phrases {
                    if let Some(other) = seen.insert(phrase.to_lowercase(), concept.clone()) {
                        errors.push(format!(
                            "{}: the phrase `{phrase}` stands for `{other}` and `{concept}`",
                            file.display()
                        ));
                    }
                }
                if entries.insert(concept.clone(), entry).is_some() {
                    errors.push(format!("{}: `{concept}` stands twice", file.display()));
                }
            }
        }
        let keys: BTreeSet<String> = entries.keys().cloned().collect();
        match &concepts {
            None => concepts = Some(keys),
            Some(expected) if *expected != keys => {
                errors.push(format!(
                    "{}: the concepts differ from those of the other languages",
                    folder.display()
                ));
            }
            Some(_) => {}
        }
        let _ = writeln!(tables, "    (\"{name}\", &[");
        for (concept, entry) in &entries {
            for (phrases, exact) in [(&entry.phrases, false), (&entry.exact, true)] {
                for phrase in phrases {
                    let _ = writeln!(
                        tables,
                        "        Phrase {{ words: {phrase:?}, concept: Concept::{}, exact: {exact} }},",
                        camel(concept)
                    );
                }
            }
        }
        tables.push_str("    ]),\n");
    }
    code.push_str("/// What a phrase of a report stands for, by the name of its entry in the vocabulary files.\n#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]\n#[allow(missing_docs)]\npub enum Concept {\n");
    for concept in concepts.unwrap_or_default() {
        let _ = writeln!(code, "    {},", camel(&concept));
    }
    code.push_str(
        "}\n\n/// The phrases of each language.\npub static PHRASES: &[(&str, &[Phrase])] = &[\n",
    );
    code.push_str(&tables);
    code.push_str("];\n");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR for build scripts");
    fs::write(Path::new(&out).join("lexicon.rs"), code)
        .expect("the build's output folder can be written");
}

/// The folders in a folder, in the order of their names.
fn folders(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found: Vec<_> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|e| e.path())
        .filter(|p| p.is_dir())
        .collect();
    found.sort();
    found
}

/// The vocabulary files in a folder, in the order of their names.
fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found: Vec<_> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|e| e.path())
        .filter(|p| p.extension().is_some_and(|e| e == "toml"))
        .collect();
    found.sort();
    found
}

/// `not_amplified` as `NotAmplified`.
fn camel(name: &str) -> String {
    name.split('_')
        .map(|part| {
            let mut letters = part.chars();
            letters
                .next()
                .map(|first| first.to_ascii_uppercase())
                .into_iter()
                .chain(letters)
                .collect::<String>()
        })
        .collect()
}
