//! What an observation is about: by its codes, by its name where no code tells, and nothing where they contradict each other.

use super::shape::{Coding, Concept};
use super::token::Text;
use crate::asked::{Asked, asked};
use her2_knowledge::codes::{self, CodeRow, CodeSystem, CodedAnswer, Item, Meaning};

/// What a concept asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    /// This.
    Item(Item),
    /// Its codes, or its code and its name, say different things.
    Disagree,
    /// Nothing that is read.
    Nothing,
}

/// The row of a coding. Without a system, only a code that cannot be another's is taken for one of LOINC.
pub(super) fn row(coding: &Coding<'_>) -> Option<&'static CodeRow> {
    let code = coding.code?.plain()?;
    match coding.system.and_then(Text::plain) {
        Some(uri) => codes::code(CodeSystem::from_uri(uri)?, code),
        None => codes::code(CodeSystem::Loinc, code),
    }
}

/// The coded answers of a concept, each with its coding.
pub(super) fn answers<'c, 'a>(
    concept: &'c Concept<'a>,
) -> impl Iterator<Item = (CodedAnswer, &'c Coding<'a>)> {
    concept
        .coding
        .iter()
        .filter_map(|coding| match row(coding)?.meaning {
            Meaning::Answer(answer) => Some((answer, coding)),
            Meaning::Item(_) => None,
        })
}

/// What a concept asks.
pub(super) fn about(concept: &Concept<'_>) -> About {
    let rows = concept.coding.iter().filter_map(row);
    let coded = rows.filter_map(|row| match row.meaning {
        Meaning::Item(item) => Some((item, row.display)),
        Meaning::Answer(_) => None,
    });
    let displays = concept.coding.iter().filter_map(|coding| coding.display);
    let names = concept.text.into_iter().chain(displays);
    match asked(coded, names.map(Text::value)) {
        Asked::Item(item) => About::Item(item),
        Asked::Disagree => About::Disagree,
        Asked::Nothing => About::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(json: &str) -> About {
        about(&serde_json::from_str(json).expect("it is a concept"))
    }

    #[test]
    fn two_codes_of_one_observation_are_the_more_exact_one() {
        let both = r#"{"coding":[{"system":"http://loinc.org","code":"48676-1"},{"system":"http://loinc.org","code":"85319-2"}],"text":"HER2 Receptor"}"#;
        assert_eq!(of(both), About::Item(Item::Her2IhcScore));
        let against = r#"{"coding":[{"system":"http://loinc.org","code":"85318-4"},{"system":"http://loinc.org","code":"85319-2"}]}"#;
        assert_eq!(of(against), About::Disagree);
    }

    #[test]
    fn a_code_whose_name_says_another_thing_says_nothing() {
        let exchanged = r#"{"coding":[{"system":"http://loinc.org","code":"85319-2","display":"CEP17 mean signals per cell"}]}"#;
        assert_eq!(of(exchanged), About::Disagree);
        let exact = r#"{"coding":[{"system":"http://loinc.org","code":"85318-4","display":"HER2 mean copy number"}]}"#;
        assert_eq!(of(exact), About::Item(Item::Her2Copies));
    }

    #[test]
    fn a_local_code_is_read_by_its_name() {
        let local = r#"{"coding":[{"system":"urn:local","code":"85319-2","display":"HER2 IHC"}]}"#;
        assert_eq!(of(local), About::Item(Item::Her2IhcScore));
        assert_eq!(of(r#"{"text":"HER2 gene mutation"}"#), About::Nothing);
        assert_eq!(
            of(r#"{"coding":[{"system":"urn:local","code":"85319-2"}]}"#),
            About::Nothing
        );
    }
}
