//! The pages under `codes/naaccr/`: items of cancer registries and the meanings of their codes.

use super::fact::{Day, Name, check_id};
use super::walk::{self, File};
use her2_case::{
    Decimal, Grade, Her2Word, Histology, IhcScore, Mark, ReceptorStatus, Sex, Site, Term,
};
use her2_pages::compile::{Document, Fault, Faults, Section, Sources, cite_source, read_head};
use serde::Deserialize;
use std::fmt::{Debug, Write};
use std::path::Path;

#[path = "../src/naaccr/spread.rs"]
mod spread;

/// The head of a page.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RegistryPage {
    pub id: Name,
    pub title: String,
    pub checked: Day,
}

/// An item with its codes.
struct Item {
    id: String,
    number: u16,
    parent: &'static str,
    name: String,
    years: [Option<i16>; 2],
    rows: Vec<String>,
}

/// Every item, and what is wrong with the pages.
#[derive(Default)]
pub struct RegistryPages {
    /// The heads of the pages, by id.
    pub pages: Vec<RegistryPage>,
    items: Vec<Item>,
    /// Every row with its mark and its source, as source.
    stated: Vec<String>,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// Path and text of every file read.
    pub texts: Vec<(String, String)>,
}

const ITEMS: [&str; 8] = [
    "item", "id", "parent", "length", "name", "years", "mark", "cite",
];
const CODES: [&str; 6] = ["items", "code", "value", "meaning", "mark", "cite"];

/// Reads and checks them all.
pub fn read(root: &Path, sources: &Sources) -> RegistryPages {
    let mut all = RegistryPages::default();
    let files = walk::files(root, "codes/naaccr", "md");
    for file in &files {
        let mut faults = Faults::of(&file.path);
        let document = Document::read(&file.text, &mut faults);
        let page: Option<RegistryPage> = read_head(&document, &mut faults);
        if let Some(page) = page {
            check_id(&document, &page.id, &file.stem, &mut faults);
            all.pages.push(page);
        }
        all.read_items(file, &document, sources, &mut faults);
        all.faults.extend(faults.into_vec());
    }
    // Codes may be of items of another page.
    for file in files {
        all.read_codes(&file, sources);
        all.texts.push((file.path, file.text));
    }
    for item in &all.items {
        if item.rows.is_empty() {
            all.faults.push(Fault {
                page: "knowledge/codes/naaccr".to_owned(),
                line: 1,
                message: format!("item {} has no codes", item.number),
            });
        }
    }
    all
}

fn rows<'a, const N: usize>(
    document: &'a Document,
    header: &[&str; N],
) -> impl Iterator<Item = (u32, &'a [String; N])> {
    let tables = document.sections.iter().flat_map(Section::tables);
    let of_header = tables.filter(move |table| table.header == *header);
    let rows = of_header.flat_map(|table| &table.rows);
    rows.filter_map(|(line, cells)| Some((*line, cells.as_slice().try_into().ok()?)))
}

/// The mark and the source of a row, as source.
fn said(mark: &str, cite: &str, sources: &Sources) -> Result<String, String> {
    let mark = Mark::from_name(mark).ok_or_else(|| format!("`{mark}` is no mark"))?;
    let cite = cite_source(&sources.resolve(cite)?);
    Ok(format!("::her2_case::Mark::{mark:?}, {cite}"))
}

impl RegistryPages {
    fn read_items(
        &mut self,
        file: &File,
        document: &Document,
        sources: &Sources,
        faults: &mut Faults,
    ) {
        for (line, cells) in rows(document, &ITEMS) {
            let [number, id, parent, length, name, years, mark, cite] = cells;
            match said(mark, cite, sources) {
                Ok(said) => self.state(file, line, name, &said),
                Err(why) => faults.add(line, why),
            }
            let item = || {
                Some(Item {
                    id: id.clone(),
                    number: number.parse().ok()?,
                    parent: match parent.as_str() {
                        "Patient" => "Patient",
                        "Tumor" => "Tumor",
                        _ => return None,
                    },
                    name: name.clone(),
                    years: years_of(years)?,
                    rows: Vec::new(),
                })
            };
            let plain = id.bytes().all(|byte| byte.is_ascii_alphanumeric());
            match item().filter(|_| plain && length.parse::<u8>().is_ok()) {
                Some(item) if self.items.iter().any(|other| other.number == item.number || other.id == item.id) => {
                    faults.add(line, format!("item {number} stands twice"));
                }
                Some(item) => self.items.push(item),
                None => faults.add(line, "no item: a number, an id, `Patient` or `Tumor`, a length, a name, years such as `2004-2017`"),
            }
        }
    }

    fn read_codes(&mut self, file: &File, sources: &Sources) {
        // The text was looked at before; its faults are told already.
        let document = Document::read(&file.text, &mut Faults::of(&file.path));
        let mut faults = Faults::of(&file.path);
        for (line, [items, code, value, meaning, mark, cite]) in rows(&document, &CODES) {
            match said(mark, cite, sources) {
                Ok(said) => self.state(file, line, &format!("{code}: {meaning}"), &said),
                Err(why) => faults.add(line, why),
            }
            let (codes, means) = match (codes(code), means(value)) {
                (Some(codes), Some(means)) => (codes, means),
                (None, _) => {
                    faults.add(
                        line,
                        format!("`{code}` is no code, range of codes or `...`"),
                    );
                    continue;
                }
                (_, None) => {
                    faults.add(line, format!("`{value}` is no value of a code"));
                    continue;
                }
            };
            let row = format!("Row {{ codes: {codes}, means: {means} }}");
            for number in items.split(", ") {
                let mut known = self.items.iter_mut();
                match known.find(|item| item.number.to_string() == number) {
                    Some(item) if item.rows.contains(&row) => {
                        faults.add(line, format!("`{code}` of item {number} stands twice"));
                    }
                    Some(item) => item.rows.push(row.clone()),
                    None => faults.add(line, format!("there is no item {number}")),
                }
            }
        }
        self.faults.extend(faults.into_vec());
    }

    fn state(&mut self, file: &File, line: u32, what: &str, said: &str) {
        let place = format!("codes/naaccr/{}:{line}", file.stem);
        self.stated.push(format!("({place:?}, {what:?}, {said})"));
    }

    /// The items as source.
    pub fn source(&self) -> String {
        let mut text = String::from(
            "/// An item that is read, by its id.\n#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]\npub enum RegistryItem {\n",
        );
        let mut add = |line: String| writeln!(text, "{line}").expect("a string can be written to");
        let names: Vec<String> = self.items.iter().map(|item| variant(&item.id)).collect();
        for (item, name) in self.items.iter().zip(&names) {
            add(format!(
                "    /// {} ({}).\n    {name},",
                item.name, item.number
            ));
        }
        add("}\n\nimpl RegistryItem {\n    /// All of them.\n    pub const ALL: &'static [Self] = &[".to_owned());
        for name in &names {
            add(format!("        Self::{name},"));
        }
        add("    ];\n}\n\nstatic INFO: &[Info] = &[".to_owned());
        for item in &self.items {
            let Item {
                id,
                number,
                parent,
                name,
                years: [from, until],
                rows,
            } = item;
            add(format!(
                "    Info {{ id: {id:?}, number: {number}, parent: RegistryParent::{parent}, name: {name:?}, from: {from:?}, until: {until:?}, rows: &[{}] }},",
                rows.join(", ")
            ));
        }
        let (seed, places) = self.places();
        add(format!("];\n\nconst SEED: u64 = {seed};\n"));
        add(format!(
            "/// The position of an item and 1, or 0, by the place of its id.\nstatic PLACES: &[u8; {}] = &{places:?};",
            places.len()
        ));
        add(format!(
            "\n/// Every row with its mark and its source.\npub(crate) static STATED: &[(&str, &str, ::her2_case::Mark, ::her2_pages::Citation)] = &[{}];",
            self.stated.join(", ")
        ));
        text
    }

    /// A seed by which no two ids share a place, and the positions of the items by place.
    fn places(&self) -> (u64, Vec<u8>) {
        let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
        'seeds: for _ in 0..100_000 {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            let mut places = vec![0_u8; spread::PLACES];
            for (at, item) in self.items.iter().enumerate() {
                let place = &mut places[spread::place(item.id.as_bytes(), seed)];
                if *place != 0 {
                    continue 'seeds;
                }
                *place = u8::try_from(at + 1).expect("there are fewer items than 255");
            }
            return (seed, places);
        }
        panic!("no seed tells the ids of all items apart: their letters are too much alike");
    }
}

/// `her2IhcSummary` as `Her2IhcSummary`.
fn variant(id: &str) -> String {
    let mut letters = id.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// `2004-2017`, `2018-`, `-2017` or `-`.
fn years_of(years: &str) -> Option<[Option<i16>; 2]> {
    let (from, until) = years.split_once('-')?;
    let year = |text: &str| match text {
        "" => Some(None),
        text => text.parse().ok().map(Some),
    };
    Some([year(from)?, year(until)?])
}

/// A code, a range of codes or anything, as source.
fn codes(cell: &str) -> Option<String> {
    if cell == "..." {
        return Some("Codes::Any".to_owned());
    }
    let Some((first, last)) = cell
        .split_once('-')
        .filter(|(_, last)| !last.ends_with(')'))
    else {
        return (!cell.is_empty()).then(|| format!("Codes::One({cell:?})"));
    };
    if let (Some(first), Some(last)) = (tenths(first), tenths(last)) {
        return Some(format!("Codes::Tenths {{ first: {first}, last: {last} }}"));
    }
    let letters = |text: &str| {
        text.trim_end_matches(|letter: char| letter.is_ascii_digit())
            .len()
    };
    let (before, digits) = first.split_at(letters(first));
    let (other, upper) = last.split_at(letters(last));
    if before != other || digits.len() != upper.len() {
        return None;
    }
    let (from, to): (u32, u32) = (digits.parse().ok()?, upper.parse().ok()?);
    let count = digits.len();
    Some(format!(
        "Codes::Range {{ letters: {before:?}, digits: {count}, first: {from}, last: {to} }}"
    ))
}

fn tenths(text: &str) -> Option<u32> {
    let (units, tenth) = text.split_once('.')?;
    Some(units.parse::<u32>().ok()? * 10 + tenth.parse::<u32>().ok().filter(|tenth| *tenth < 10)?)
}

/// What a code means, as source.
fn means(cell: &str) -> Option<String> {
    let (word, rest) = cell.split_once(' ').unwrap_or((cell, ""));
    fn term<T: Term + Debug>(rest: &str) -> Option<String> {
        let term = T::from_name(rest)?;
        Some(format!("(::her2_case::{}::{term:?})", type_name::<T>()))
    }
    let plain = |name: &str| rest.is_empty().then(|| name.to_owned());
    let one_of = |of: &str, names: &[&str]| {
        let name = names.iter().find(|name| name.eq_ignore_ascii_case(rest))?;
        Some(format!("(::her2_case::{of}::{name})"))
    };
    let yes = || match rest {
        "yes" => Some("(true)".to_owned()),
        "no" => Some("(false)".to_owned()),
        _ => None,
    };
    let this = match word {
        "number" => return plain("Means::Number"),
        "hundredths" => return plain("Means::Hundredths"),
        "unknown" => plain("Unknown")?,
        "text" => plain("Text")?,
        "merged" => plain("Merged")?,
        "not-carcinoma" => plain("NotCarcinoma")?,
        "yes" => plain("YesNo(true)")?,
        "no" => plain("YesNo(false)")?,
        "score" => format!("Score{}", term::<IhcScore>(rest)?),
        "word" => format!("Word{}", term::<Her2Word>(rest)?),
        "receptor" => format!("Receptor{}", term::<ReceptorStatus>(rest)?),
        "grade" => format!("Grade{}", term::<Grade>(rest)?),
        "site" => format!("Site{}", term::<Site>(rest)?),
        "histology" => format!("Histology{}", term::<Histology>(rest)?),
        "sex" => format!("Sex{}", term::<Sex>(rest)?),
        "side" => format!(
            "Side{}",
            one_of("Laterality", &["Left", "Right", "Bilateral"])?
        ),
        "presence" => format!("Presence{}", one_of("Presence", &["Present", "Absent"])?),
        "invasive" => format!("Invasive{}", yes()?),
        "category" if !rest.is_empty() => format!("Category({rest:?})"),
        "amount" => format!("Amount(::her2_case::Amount::{})", amount(rest)?),
        _ => return None,
    };
    Some(format!("Means::This(RegistryMeaning::{this})"))
}

fn amount(text: &str) -> Option<String> {
    let exact = |text: &str| {
        let value: Decimal = text.parse().ok()?;
        let (mantissa, scale) = (value.mantissa(), value.scale());
        Some(format!("::her2_case::Decimal::new({mantissa}, {scale})"))
    };
    if let Some(bound) = text.strip_prefix(">=") {
        return Some(format!("AtLeast({})", exact(bound)?));
    }
    if let Some(bound) = text.strip_prefix('<') {
        return Some(format!("Below({})", exact(bound)?));
    }
    let (low, high) = text.split_once('-')?;
    Some(format!("Between({}, {})", exact(low)?, exact(high)?))
}

/// The name of a type without its path.
fn type_name<T>() -> &'static str {
    let name = std::any::type_name::<T>();
    name.rsplit("::").next().unwrap_or(name)
}
