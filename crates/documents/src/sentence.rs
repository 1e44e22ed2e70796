//! Sentences, and what each of them is about. A sentence about nothing cannot be made.

use her2_case::{Mark, Origin};
use her2_pages::Citation;
use std::fmt;

/// A row of a page of the knowledge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowRef {
    /// The page, as `asco-cap-2018/ish-group`.
    pub page: &'static str,
    /// The row's own name.
    pub anchor: &'static str,
    /// The edition it cites.
    pub edition: &'static str,
    /// The place in that edition.
    pub place: &'static str,
    /// Whether it is a rule of this project and not of the source.
    pub project_rule: bool,
    /// How sure this project is of it.
    pub mark: Mark,
}

/// What a sentence is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// A finding: the rows that decided, and where the facts behind it were read.
    Finding {
        /// The rows.
        rows: Vec<RowRef>,
        /// The facts' places.
        because: Vec<Origin>,
    },
    /// Facts, by their places.
    Facts(Vec<Origin>),
    /// Something the record does not say.
    NotSaid(&'static str),
    /// Something odd about the record.
    Problem(&'static str, Option<Origin>),
    /// A statement of the knowledge, the same for everybody: its page, and the source it follows.
    Knowledge {
        /// The page, as `drugs/name`.
        page: &'static str,
        /// The source.
        cite: Citation,
        /// How sure this project is of it.
        mark: Mark,
    },
    /// A word that the page explains, or the page itself: the same whatever the record says.
    Frame(&'static str),
}

impl About {
    /// One fact.
    pub fn fact(origin: Origin) -> Self {
        Self::Facts(vec![origin])
    }

    /// The rows that decided, if it is a finding.
    pub(crate) fn rows(&self) -> &[RowRef] {
        match self {
            Self::Finding { rows, .. } => rows,
            _ => &[],
        }
    }

    /// Whether this row is among those that decided.
    pub(crate) fn names(&self, row: RowRef) -> bool {
        matches!(self, Self::Finding { rows, .. } if rows.contains(&row))
    }

    /// A finding without the places that only say that the rules apply at all, unless nothing else is left.
    pub(crate) fn without(self, places: &[Option<Origin>]) -> Self {
        match self {
            Self::Finding { rows, because } => {
                let tests: Vec<Origin> = because
                    .iter()
                    .copied()
                    .filter(|place| !places.contains(&Some(*place)))
                    .collect();
                let because = if tests.is_empty() { because } else { tests };
                Self::Finding { rows, because }
            }
            other => other,
        }
    }

    /// How sure this project is of it: the least sure of all it rests on.
    pub fn mark(&self) -> Mark {
        match self {
            Self::Knowledge { mark, .. } => *mark,
            Self::Finding { rows, .. } => rows
                .iter()
                .map(|row| row.mark)
                .max()
                .unwrap_or(Mark::Checked),
            _ => Mark::Checked,
        }
    }

    /// The sources it follows.
    pub(crate) fn cites(&self) -> Vec<Citation> {
        match self {
            Self::Knowledge { cite, .. } => vec![*cite],
            Self::Finding { rows, .. } => rows
                .iter()
                .map(|row| Citation {
                    edition: row.edition,
                    anchor: row.place,
                })
                .collect(),
            _ => Vec::new(),
        }
    }

    /// The places in the record it rests on.
    pub fn places(&self) -> Vec<Origin> {
        match self {
            Self::Finding { because, .. } => because.clone(),
            Self::Facts(places) => places.clone(),
            Self::Problem(_, place) => place.iter().copied().collect(),
            Self::NotSaid(_) | Self::Knowledge { .. } | Self::Frame(_) => Vec::new(),
        }
    }
}

/// Words in another language than the page they stand on: the title of a source, a message of a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// The words.
    pub words: String,
    /// Their language.
    pub lang: &'static str,
}

impl Foreign {
    /// The words before it and those behind it.
    pub(crate) fn around<'a>(&self, all: &'a str) -> Option<(&'a str, &'a str)> {
        all.split_once(self.words.as_str())
    }
}

/// Words, and what they are about. There is no public constructor: only a writer of this crate makes one, and it needs
/// an [`About`].
///
/// ```compile_fail,E0451
/// fn invent(honest: her2_documents::Sentence) -> her2_documents::Sentence {
///     her2_documents::Sentence { words: "All is well.".into(), ..honest }
/// }
/// ```
///
/// ```compile_fail,E0624
/// let invented = her2_documents::Sentence::new("All is well.".into(), her2_documents::About::Frame(""), vec![]);
/// ```
///
/// `Debug` shows what it is about and not the words: they may hold patient data.
#[derive(Clone, PartialEq, Eq)]
pub struct Sentence {
    words: String,
    about: About,
    marks: Vec<usize>,
    sources: Vec<usize>,
    link: Option<String>,
    tail: &'static str,
    foreign: Option<Foreign>,
}

impl Sentence {
    pub(crate) fn new(words: String, about: About, marks: Vec<usize>) -> Self {
        Self {
            words,
            about,
            marks,
            sources: Vec::new(),
            link: None,
            tail: "",
            foreign: None,
        }
    }

    pub(crate) fn citing(mut self, sources: Vec<usize>) -> Self {
        self.sources = sources;
        self
    }

    /// With this sign after everything that stands behind the words.
    pub(crate) fn ended(mut self, tail: &'static str) -> Self {
        self.tail = tail;
        self
    }

    pub(crate) fn linked(mut self, address: String) -> Self {
        self.link = Some(address);
        self
    }

    /// With this part in another language than the page.
    pub(crate) fn with_foreign(mut self, part: Option<Foreign>) -> Self {
        self.foreign = part.filter(|part| self.words.contains(&part.words));
        self
    }

    /// The part of the words that is in another language than the page, if one is; it may be all of them.
    pub fn foreign(&self) -> Option<&Foreign> {
        self.foreign.as_ref()
    }

    /// The words.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// What they are about.
    pub fn about(&self) -> &About {
        &self.about
    }

    /// Numbers of the quotes they rest on, from 1.
    pub fn marks(&self) -> &[usize] {
        &self.marks
    }

    /// A sign that parts it from the next one in a row of statements; mostly nothing.
    pub fn tail(&self) -> &'static str {
        self.tail
    }

    /// Numbers of the sources it follows, from 1; none where the page lists no sources.
    pub fn sources(&self) -> &[usize] {
        &self.sources
    }

    /// The same for sources.
    pub(crate) fn shown_sources(sentences: &[Self], index: usize) -> &[usize] {
        let sources = sentences[index].sources();
        let next = sentences.get(index + 1).map(Self::sources);
        if next == Some(sources) { &[] } else { sources }
    }

    /// The marks to show after each of these sentences: where the next one rests on the same quotes, only there.
    pub(crate) fn shown_marks(sentences: &[Self]) -> impl Iterator<Item = (&Self, &[usize])> {
        sentences.iter().enumerate().map(|(index, sentence)| {
            let next = sentences.get(index + 1).map(Self::marks);
            let repeated = next == Some(sentence.marks());
            (sentence, if repeated { &[] } else { sentence.marks() })
        })
    }

    /// An address the words lead to.
    pub fn link(&self) -> Option<&str> {
        self.link.as_deref()
    }
}

impl fmt::Debug for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sentence({:?})", self.about)
    }
}
