//! What an observation without a known code is about, by its name.

use super::Item;
use std::sync::LazyLock;

/// A name: the words that it has, and those that it does not.
struct Name {
    item: Item,
    has: &'static [usize],
    without: &'static [usize],
}

mod table {
    use super::{Item, Name};

    include!(concat!(env!("OUT_DIR"), "/names.rs"));
}

/// The longest name that is looked at. A longer one is a text, not a name.
const LONGEST: usize = 200;

/// What an observation of that name is about; nothing if the name does not tell, or tells of something else too.
pub fn item_named(name: &str) -> Option<Item> {
    if name.len() > LONGEST {
        return None;
    }
    let plain = plain(name);
    let held = held(&plain);
    let has = |at: &usize| held[*at + 1];
    let mut names = table::NAMES.iter();
    let named = names.find(|name| name.has.iter().all(has) && !name.without.iter().any(has))?;
    (!held[0]).then_some(named.item)
}

/// A phrase with the number of its list: 0 for those that are never there, the others from 1.
type Listed = (usize, &'static str);

/// Phrases by their first letter.
static BY_LETTER: LazyLock<Vec<Vec<Listed>>> = LazyLock::new(|| {
    let mut by_letter = vec![Vec::new(); 256];
    for (list, phrases) in table::NEVER.iter().chain(table::WORDS).enumerate() {
        for phrase in phrases.iter() {
            by_letter[usize::from(phrase.as_bytes()[0])].push((list, *phrase));
        }
    }
    by_letter
});

/// Which lists have a phrase that stands in a plain text.
fn held(plain: &str) -> Vec<bool> {
    let mut held = vec![false; table::WORDS.len() + 1];
    let mut start = 0;
    for word in plain.split(' ') {
        let here = plain.get(start..).unwrap_or_default();
        let letter = here.bytes().next().map_or(0, usize::from);
        for (list, phrase) in &BY_LETTER[letter] {
            held[*list] = held[*list] || begins(here, phrase);
        }
        start += word.len() + 1;
    }
    held
}

/// Beginnings of words, as printed, without any of which an observation has no name that tells.
pub fn marker_stems() -> &'static [&'static str] {
    table::MARKERS[0]
}

/// The same for diagnoses, procedures and reports about cancer.
pub fn cancer_stems() -> &'static [&'static str] {
    table::CANCER[0]
}

/// Organs whose cancers have HER2 rules of their own.
pub(super) fn other_organs() -> &'static [&'static str] {
    table::OTHER_ORGANS[0]
}

/// Whether a note beside a result takes it back. What a sentence says of an earlier result takes back nothing.
pub fn is_withdrawn(note: &str) -> bool {
    let most = note.len().min(LONGEST_NOTE);
    let end = (0..=most).rev().find(|at| note.is_char_boundary(*at));
    let note = &note[..end.unwrap_or(0)];
    note.split(['.', ';', '!', '\n', '\r']).any(|sentence| {
        let plain = plain(sentence);
        has_one(&plain, table::WITHDRAWN[0]) && !has_one(&plain, table::EARLIER[0])
    })
}

/// Whether some words name somebody or something else than the patient.
pub fn is_of_another(words: &str) -> bool {
    words.len() <= LONGEST && has_one(&plain(words), table::OTHERS[0])
}

/// What stands behind a label in the head of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonLabel {
    /// The name of the patient.
    Name,
    /// The patient's number.
    Number,
    /// The day of birth.
    Born,
}

/// What a label in plain words stands before.
pub fn person_label(plain: &str) -> Option<PersonLabel> {
    let kinds = [PersonLabel::Name, PersonLabel::Number, PersonLabel::Born];
    let lists = table::PERSON_LABELS.iter().zip(kinds);
    let mut known = lists.filter(|(labels, _)| labels.contains(&plain));
    known.next().map(|(_, kind)| kind)
}

/// Whether plain words where a name is expected are none.
pub fn is_hidden(plain: &str) -> bool {
    has_one(plain, table::HIDDEN[0])
}

/// Small letters and digits without accents, one space for everything else.
pub fn plain_words(text: &str) -> String {
    plain(text)
}

/// The longest part of a note that is looked at.
const LONGEST_NOTE: usize = 20_000;

/// Whether a plain text has one of these phrases.
fn has_one(plain: &str, phrases: &[&str]) -> bool {
    let starts = std::iter::once(0).chain(plain.match_indices(' ').map(|(at, _)| at + 1));
    starts
        .filter_map(|at| plain.get(at..))
        .any(|here| phrases.iter().any(|phrase| begins(here, phrase)))
}

/// Whether a text begins with a phrase as whole words.
fn begins(text: &str, phrase: &str) -> bool {
    match phrase.strip_suffix('*') {
        Some(phrase) => text.starts_with(phrase),
        None => {
            let rest = text.strip_prefix(phrase);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        }
    }
}

/// Small letters and digits without accents, one space for everything else.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | '0'..='9' => plain.push(letter),
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => plain.push('a'),
            'è' | 'é' | 'ê' | 'ë' => plain.push('e'),
            'ì' | 'í' | 'î' | 'ï' => plain.push('i'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' => plain.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => plain.push('u'),
            'œ' => plain.push_str("oe"),
            'æ' => plain.push_str("ae"),
            'ç' => plain.push('c'),
            'ñ' => plain.push('n'),
            'ß' => plain.push_str("ss"),
            '\u{300}'..='\u{36f}' => {}
            '%' => plain.push_str(" percent "),
            _ if plain.ends_with(' ') || plain.is_empty() => {}
            _ => plain.push(' '),
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telling_name_says_what_it_is_about() {
        for (name, item) in [
            ("HER2 IHC", Some(Item::Her2IhcScore)),
            (
                "HER-2/neu Immunohistochemistry Score",
                Some(Item::Her2IhcScore),
            ),
            ("Her2 FISH", Some(Item::Her2IshCall)),
            ("HER2/CEP17 Ratio", Some(Item::Her2Ratio)),
            ("Average HER2 signals/nucleus", Some(Item::Her2Copies)),
            ("CEP17 average copy number", Some(Item::Cep17Copies)),
            ("c-erbB-2 Status", Some(Item::Her2Status)),
            (
                "ERBB2 gene amplification in tissue",
                Some(Item::Her2IshCall),
            ),
            ("ERBB2 mutation analysis", None),
            ("HER2 extracellular domain, serum", None),
            ("Östrogenrezeptor", Some(Item::ErStatus)),
            (
                "Progesterone receptor % positive cells",
                Some(Item::PrPercent),
            ),
            ("Estrogen+Progesterone receptor Ag", Some(Item::ErOrPr)),
            ("Ki-67", Some(Item::Ki67)),
            ("LVEF by MUGA", Some(Item::LvefMuga)),
            ("Right ventricular ejection fraction", None),
            ("Body height", None),
            ("Erythrocytes", None),
            ("ER visits", None),
        ] {
            assert_eq!(item_named(name), item, "{name}");
        }
    }

    #[test]
    fn a_note_takes_a_result_back_and_not_the_one_before() {
        for note in [
            "Reported in error. See amended report.",
            "RESULT WITHDRAWN - specimen mix-up",
            "Wrong patient!",
            "This result was entered in error;",
            "Please disregard",
        ] {
            assert!(is_withdrawn(note), "{note}");
        }
        for note in [
            "Corrected. The previous result of 2+ was reported in error.",
            "This result replaces the one released in error on 3 May.",
            "Controls stained as expected.",
            "Cold ischemic time within 1 hour.",
        ] {
            assert!(!is_withdrawn(note), "{note}");
        }
        assert!(is_of_another("Fetus A") && is_of_another("Patient's mother"));
        assert!(!is_of_another("Mass at 3 o'clock, left breast"));
    }

    #[test]
    fn the_names_of_codes_do_not_contradict_their_codes() {
        for row in super::super::all_codes() {
            let (Some(display), super::super::Meaning::Item(item)) = (row.display, row.meaning)
            else {
                continue;
            };
            let named = item_named(display);
            let agrees = named.is_none_or(|named| named == item);
            // A broader name is no contradiction.
            let broader = named == Some(Item::Her2Status) || named == Some(Item::Her2IshCall);
            assert!(
                agrees || broader || item == Item::IshPanel,
                "{display}: {named:?}"
            );
        }
    }
}
