//! Compiles how observations are called where no code says what they are about.

use her2_pages::compile::Fault;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Names {
    never: Vec<String>,
    markers: Vec<String>,
    cancer: Vec<String>,
    other_organs: Vec<String>,
    withdrawn: Vec<String>,
    earlier: Vec<String>,
    others: Vec<String>,
    name_labels: Vec<String>,
    number_labels: Vec<String>,
    birth_labels: Vec<String>,
    hidden: Vec<String>,
    words: BTreeMap<String, Vec<String>>,
    name: Vec<Name>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Name {
    item: String,
    has: Vec<String>,
    #[serde(default)]
    without: Vec<String>,
}

const FILE: &str = "codes/names.toml";

/// The source of the names, or what is wrong with them.
pub fn source(root: &Path) -> Result<String, Fault> {
    let fault = |message: String| Fault {
        page: format!("knowledge/{FILE}"),
        line: 1,
        message,
    };
    let text = fs::read_to_string(root.join(FILE)).map_err(|error| fault(error.to_string()))?;
    let names: Names = toml::from_str(&text).map_err(|error| fault(error.to_string()))?;
    let further = [
        &names.never,
        &names.withdrawn,
        &names.earlier,
        &names.others,
        &names.name_labels,
        &names.number_labels,
        &names.birth_labels,
        &names.hidden,
    ];
    let further = further.into_iter().flatten();
    for phrase in names.words.values().flatten().chain(further) {
        let plain = phrase.strip_suffix('*').unwrap_or(phrase);
        let is_plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
        if !plain
            .split(' ')
            .all(|word| !word.is_empty() && word.chars().all(is_plain))
        {
            return Err(fault(format!(
                "`{phrase}` is no phrase of small letters and digits"
            )));
        }
    }
    let mut source = String::new();
    let kinds: Vec<&String> = names.words.keys().collect();
    let at = |kind: &String| kinds.iter().position(|known| *known == kind);
    let of_words = |source: &mut String, name: &str, lists: Vec<&Vec<String>>| {
        let lists: Vec<String> = lists.iter().map(|list| format!("&{list:?}")).collect();
        let lists = lists.join(", ");
        writeln!(source, "pub(super) static {name}: &[&[&str]] = &[{lists}];")
            .expect("a string can be written to");
    };
    of_words(&mut source, "NEVER", vec![&names.never]);
    of_words(&mut source, "OTHER_ORGANS", vec![&names.other_organs]);
    of_words(&mut source, "WITHDRAWN", vec![&names.withdrawn]);
    of_words(&mut source, "EARLIER", vec![&names.earlier]);
    of_words(&mut source, "OTHERS", vec![&names.others]);
    let labels = vec![
        &names.name_labels,
        &names.number_labels,
        &names.birth_labels,
    ];
    of_words(&mut source, "PERSON_LABELS", labels);
    of_words(&mut source, "HIDDEN", vec![&names.hidden]);
    of_words(&mut source, "MARKERS", vec![&names.markers]);
    of_words(&mut source, "CANCER", vec![&names.cancer]);
    of_words(&mut source, "WORDS", names.words.values().collect());
    source.push_str("pub(super) static NAMES: &[Name] = &[\n");
    for name in &names.name {
        let places = |of: &[String]| {
            let found = of
                .iter()
                .map(|kind| at(kind).ok_or_else(|| fault(format!("no words `{kind}`"))));
            found.collect::<Result<Vec<usize>, Fault>>()
        };
        let (has, without) = (places(&name.has)?, places(&name.without)?);
        let item = super::camel(&name.item);
        writeln!(
            source,
            "    Name {{ item: Item::{item}, has: &{has:?}, without: &{without:?} }},"
        )
        .expect("a string can be written to");
    }
    source.push_str("];\n");
    Ok(source)
}
