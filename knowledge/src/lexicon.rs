//! The words in which reports speak, from `languages/*/report`.

/// A phrase and what it stands for.
#[derive(Clone, Copy, Debug)]
pub struct Phrase {
    /// The words, separated by spaces.
    pub words: &'static str,
    /// What they stand for.
    pub concept: Concept,
    /// Whether the capitals must be these.
    pub exact: bool,
}

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

/// The phrases of a language, by the name of its folder.
pub fn phrases(language: &str) -> Option<&'static [Phrase]> {
    PHRASES
        .iter()
        .find(|(name, _)| *name == language)
        .map(|(_, phrases)| *phrases)
}
