//! The vocabulary of a language as an automaton over words.
//!
//! One pass over a report finds every phrase, the longest at each place. Marks that scanning leaves between words
//! (`-`, `/`, `.`) are passed over inside a phrase, and a long word may have one letter wrong.

use super::sieve::{Sieve, Sums};
use super::token::{Gap, Kind, Token, tokens};
use her2_knowledge::lexicon::{Concept, Phrase};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// The number of a word in the vocabulary.
type Word = u16;
/// A state of the automaton.
type Node = u32;

/// What ends at a state: a phrase, and phrases that must have these capitals.
type End = (Option<Concept>, Vec<(Concept, &'static str)>);

/// The phrases of a language, ready to be looked for.
pub struct Vocabulary {
    words: FxHashMap<Box<[u8]>, Word>,
    /// The words of at most eight letters, packed into a number each.
    short: FxHashMap<u64, Word>,
    /// Words one deletion away, for words long enough to be recognised with a letter wrong.
    misread: FxHashMap<Box<[u8]>, Word>,
    /// Which hashes a misread word may have; see [`Sieve`].
    sieve: Sieve,
    edges: FxHashMap<(Node, Word), Node>,
    /// For each state: the concept of the phrase that ends there, and of the phrase that must have these capitals.
    ends: Vec<End>,
    /// For each word the state after it at the start of a phrase.
    roots: Vec<Option<Node>>,
}

/// Words shorter than this must be spelt right.
const SHORTEST_MISREAD: usize = 7;
/// How many marks may stand between two words of a phrase.
const MOST_MARKS: usize = 2;
/// The longest word looked up.
const LONGEST_WORD: usize = 32;

impl Vocabulary {
    /// The vocabulary of English, built once.
    pub fn english() -> &'static Self {
        static ENGLISH: OnceLock<Vocabulary> = OnceLock::new();
        ENGLISH
            .get_or_init(|| Self::new(her2_knowledge::lexicon::phrases("en").unwrap_or_default()))
    }

    fn new(phrases: &'static [Phrase]) -> Self {
        let mut vocabulary = Self {
            words: FxHashMap::default(),
            short: FxHashMap::default(),
            misread: FxHashMap::default(),
            sieve: Sieve::new(),
            edges: FxHashMap::default(),
            ends: vec![(None, Vec::new())],
            roots: Vec::new(),
        };
        for phrase in phrases {
            let mut node = 0;
            for (position, token) in tokens(phrase.words).iter().enumerate() {
                let word =
                    vocabulary.word(token.text(phrase.words).to_ascii_lowercase().as_bytes());
                node = match vocabulary.edges.get(&(node, word)) {
                    Some(next) => *next,
                    None => {
                        vocabulary.ends.push((None, Vec::new()));
                        let next = (vocabulary.ends.len() - 1) as Node;
                        vocabulary.edges.insert((node, word), next);
                        if position == 0 {
                            vocabulary.roots[usize::from(word)] = Some(next);
                        }
                        next
                    }
                };
            }
            let end = &mut vocabulary.ends[node as usize];
            if phrase.exact {
                end.1.push((phrase.concept, phrase.words));
            } else {
                end.0 = Some(phrase.concept);
            }
        }
        vocabulary.learn_misreadings();
        vocabulary
    }

    fn word(&mut self, letters: &[u8]) -> Word {
        if let Some(word) = self.words.get(letters) {
            return *word;
        }
        let word = self.words.len() as Word;
        self.words.insert(letters.into(), word);
        if let Some(packed) = pack(letters) {
            self.short.insert(packed, word);
        }
        self.roots.push(None);
        word
    }

    /// Every long word with one letter left out; two words that meet there are both left out.
    fn learn_misreadings(&mut self) {
        let mut misread: FxHashMap<Box<[u8]>, Option<Word>> = FxHashMap::default();
        for (letters, word) in &self.words {
            if letters.len() < SHORTEST_MISREAD {
                continue;
            }
            for cut in shorter(letters) {
                misread
                    .entry(cut.into_boxed_slice())
                    .and_modify(|known| {
                        if *known != Some(*word) {
                            *known = None;
                        }
                    })
                    .or_insert(Some(*word));
            }
        }
        self.misread = misread
            .into_iter()
            .filter_map(|(letters, word)| Some((letters, word?)))
            .collect();
        for letters in self.misread.keys().chain(self.words.keys()) {
            self.sieve.insert(letters);
        }
    }

    /// The word of these letters, read with one letter wrong if it is long enough.
    fn lookup(&self, lower: &[u8]) -> Option<Word> {
        if lower.len() > LONGEST_WORD {
            return None;
        }
        let known = match pack(lower) {
            Some(packed) => self.short.get(&packed),
            None => self.words.get(lower),
        };
        if let Some(word) = known {
            return Some(*word);
        }
        if lower.len() + 1 < SHORTEST_MISREAD {
            return None;
        }
        // A letter is missing, too many, or another.
        let sums = Sums::of(lower);
        if self.sieve.may_hold(sums.whole())
            && let Some(word) = self.misread.get(lower)
        {
            return Some(*word);
        }
        if lower.len() < SHORTEST_MISREAD {
            return None;
        }
        let mut cut = [0u8; LONGEST_WORD];
        for left_out in 0..lower.len() {
            let doubled = left_out > 0 && lower[left_out] == lower[left_out - 1];
            if doubled || !self.sieve.may_hold(sums.without(left_out)) {
                continue;
            }
            let cut = &mut cut[..lower.len() - 1];
            cut[..left_out].copy_from_slice(&lower[..left_out]);
            cut[left_out..].copy_from_slice(&lower[left_out + 1..]);
            if let Some(word) = self
                .words
                .get(&*cut)
                .filter(|_| cut.len() >= SHORTEST_MISREAD)
            {
                return Some(*word);
            }
            if let Some(word) = self.misread.get(&*cut) {
                return Some(*word);
            }
        }
        None
    }

    /// The longest phrase that starts at token `at`: its concept, and one past its last token.
    fn phrase(
        &self,
        text: &str,
        all: &[Token],
        known: &[Option<Word>],
        at: usize,
    ) -> Option<(Concept, usize)> {
        let mut node = self.roots[usize::from(known[at]?)]?;
        let mut next = at + 1;
        let mut best = self.end(node, text, all, at, next);
        loop {
            let mut marks = 0;
            let mut candidate = next;
            while marks < MOST_MARKS
                && candidate < all.len()
                && matches!(
                    all[candidate].kind,
                    Kind::Mark(b'-' | b'/' | b'.' | b'\'' | b',' | b'(' | b')' | b'"')
                )
            {
                candidate += 1;
                marks += 1;
            }
            if candidate >= all.len() || all[candidate].gap == Gap::Paragraph {
                break;
            }
            // After a full stop a capital among small letters begins a sentence.
            if all[next..candidate]
                .iter()
                .any(|mark| mark.kind == Kind::Mark(b'.'))
                && all[candidate].gap > Gap::None
                && (is_titled(all[candidate].text(text))
                    || all[candidate]
                        .text(text)
                        .starts_with(|first: char| first.is_ascii_uppercase())
                        && all[next - 1]
                            .text(text)
                            .ends_with(|last: char| last.is_ascii_lowercase()))
            {
                break;
            }
            let Some(word) = known[candidate] else { break };
            let Some(following) = self.edges.get(&(node, word)) else {
                break;
            };
            // A bracket may stand inside a phrase only if it closes there too; commas only between letters of one name.
            if all[next..candidate]
                .iter()
                .any(|mark| matches!(mark.kind, Kind::Mark(b',' | b')' | b'"')))
            {
                break;
            }
            node = *following;
            next = candidate + 1;
            let ends = self.end(node, text, all, at, next);
            // `REPORT` at the end of a line and `Date` at the beginning of the next are no label.
            let broken = || all[at + 1..next].iter().any(|token| token.gap >= Gap::Line);
            best = ends
                .filter(|(of, _)| !names_a_day(*of) || !broken())
                .or(best);
        }
        best
    }

    fn end(
        &self,
        node: Node,
        text: &str,
        all: &[Token],
        from: usize,
        to: usize,
    ) -> Option<(Concept, usize)> {
        let (concept, exact) = &self.ends[node as usize];
        let written = || {
            let mut words = String::new();
            for token in all[from..to]
                .iter()
                .filter(|token| !matches!(token.kind, Kind::Mark(_)))
            {
                words.push_str(token.text(text));
            }
            words
        };
        exact
            .iter()
            .find(|(_, phrase)| {
                phrase
                    .bytes()
                    .filter(|byte| byte.is_ascii_alphanumeric())
                    .eq(written().bytes())
            })
            .map(|(concept, _)| *concept)
            .or(*concept)
            .map(|concept| (concept, to))
    }

    /// Reads a text as a row of items: phrases of the vocabulary, other words, digits, and marks.
    /// `lower` is the same text in small letters.
    pub fn items(&self, text: &str, lower: &str) -> Vec<Item> {
        let all = tokens(text);
        let known: Vec<Option<Word>> = all
            .iter()
            .map(|token| match token.kind {
                Kind::Mark(_) => None,
                _ => self.lookup(token.text(lower).as_bytes()),
            })
            .collect();
        let mut items = Vec::with_capacity(all.len());
        let mut at = 0;
        while at < all.len() {
            let found = self.phrase(text, &all, &known, at);
            let (concept, next) =
                found.map_or((None, at + 1), |(concept, next)| (Some(concept), next));
            items.push(Item {
                concept,
                kind: all[at].kind,
                gap: all[at].gap,
                start: all[at].start,
                end: all[next - 1].end,
            });
            at = next;
        }
        items
    }
}

/// Whether a word is written with a capital and then small letters.
fn is_titled(word: &str) -> bool {
    word.len() > 1
        && word.starts_with(|first: char| first.is_ascii_uppercase())
        && word.bytes().skip(1).all(|byte| byte.is_ascii_lowercase())
}

/// A word of at most eight letters as a number.
fn pack(letters: &[u8]) -> Option<u64> {
    if letters.len() > 8 {
        return None;
    }
    let mut bytes = [0; 8];
    bytes[..letters.len()].copy_from_slice(letters);
    Some(u64::from_le_bytes(bytes))
}

/// A word with each of its letters left out in turn.
fn shorter(letters: &[u8]) -> impl Iterator<Item = Vec<u8>> + '_ {
    (0..letters.len()).map(|left_out| {
        let mut cut = letters.to_vec();
        cut.remove(left_out);
        cut
    })
}

/// A phrase of the vocabulary, or a single token outside it.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// What the phrase stands for.
    pub concept: Option<Concept>,
    /// What its first token is.
    pub kind: Kind,
    /// What stands before it.
    pub gap: Gap,
    /// Its first byte.
    pub start: u32,
    /// One past its last byte.
    pub end: u32,
}

impl Item {
    /// Its characters.
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start as usize..self.end as usize]
    }

    /// Whether it is this mark.
    pub fn is_mark(&self, mark: u8) -> bool {
        self.kind == Kind::Mark(mark)
    }

    /// Whether it stands for this concept.
    pub fn is(&self, concept: Concept) -> bool {
        self.concept == Some(concept)
    }

    /// Whether it stands for one of these concepts.
    pub fn is_any(&self, concepts: &[Concept]) -> bool {
        self.concept
            .is_some_and(|concept| concepts.contains(&concept))
    }
}

/// Whether a label that says which day, or which number, stands beside it.
fn names_a_day(concept: Concept) -> bool {
    matches!(
        concept,
        Concept::SignedLabel
            | Concept::ReportedLabel
            | Concept::ReceivedLabel
            | Concept::CollectedLabel
            | Concept::BirthLabel
            | Concept::AccessionLabel
    )
}
