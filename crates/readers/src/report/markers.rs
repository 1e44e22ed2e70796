//! Where a report speaks of a marker, and how far what it says of it reaches.

use super::columns;
use super::document::Document;
use super::table;
use super::token::{Gap, Kind};
use her2_knowledge::lexicon::Concept;

/// One marker or several in a list (`ER/PR`, `ER, PR and HER2`), with what is said of them.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Which markers, in order.
    pub markers: Vec<Concept>,
    /// The first item of the list.
    pub first: usize,
    /// The last item of the list.
    pub last: usize,
    /// The first item of what is said before it (`negative for`); equal to `first` if nothing is.
    pub lead: usize,
    /// The first item that may speak of it.
    pub from: usize,
    /// One past the last item that may speak of it.
    pub end: usize,
    /// It is the head of a column, and what speaks of it is a cell below.
    pub cell: bool,
    /// The name of the row in which that cell stands, where several rows are told apart.
    pub row: Option<(usize, usize)>,
}

/// The markers themselves.
pub const MARKERS: &[Concept] = &[
    Concept::Her2,
    Concept::Er,
    Concept::Pr,
    Concept::Ki67,
    Concept::OtherMarker,
    Concept::HormoneReceptors,
    Concept::TripleNegative,
    Concept::TriplePositive,
    Concept::Low,
    Concept::Ultralow,
    Concept::Null,
];

/// Words that say what a marker shows.
pub const VALUES: &[Concept] = &[
    Concept::Positive,
    Concept::Negative,
    Concept::WeaklyPositive,
    Concept::StronglyPositive,
    Concept::LowPositive,
    Concept::Equivocal,
    Concept::Indeterminate,
    Concept::Amplified,
    Concept::NotAmplified,
    Concept::Overexpressed,
    Concept::NotOverexpressed,
];

/// Topics at which what is said of a marker ends.
const TOPICS: &[Concept] = &[
    Concept::StageWord,
    Concept::TLabel,
    Concept::NLabel,
    Concept::MLabel,
    Concept::Node,
    Concept::NodesPositive,
    Concept::NodesExamined,
    Concept::Margin,
    Concept::Lvi,
    Concept::TumorSize,
    Concept::Grade,
    Concept::NuclearGrade,
    Concept::GradeScore,
    Concept::Multifocal,
    Concept::LateralityLabel,
    Concept::TreatmentEffect,
    Concept::HistorySection,
    Concept::GrossSection,
    Concept::MicroscopicSection,
    Concept::IntraoperativeSection,
    Concept::SpecimenSection,
    Concept::SynopticSection,
    Concept::BlockList,
    Concept::OtherSpecimens,
    Concept::Part,
    Concept::Extranodal,
    Concept::Mitoses,
    Concept::Tubules,
];

/// How far what is said of a marker may reach.
const FARTHEST: usize = 150;

impl Document<'_> {
    /// Every mention of a marker, in text order.
    pub fn mentions(&self) -> Vec<Mention> {
        let mut found: Vec<Mention> = Vec::new();
        let mut at = 0;
        while at < self.items.len() {
            let kit = self.is_kit(at);
            if !self.is_marker(at) && !kit {
                at += 1;
                continue;
            }
            let marker = if kit {
                Concept::Her2
            } else {
                self.items[at].concept.expect("a marker has a concept")
            };
            let mut mention = Mention {
                markers: vec![marker],
                first: at,
                last: at,
                lead: at,
                from: at + 1,
                end: at + 1,
                cell: false,
                row: None,
            };
            while let Some(next) = self.next_in_list(mention.last) {
                mention
                    .markers
                    .push(self.items[next].concept.expect("a marker has a concept"));
                mention.last = next;
            }
            at = mention.last + 1;
            mention.lead = self.lead(mention.first);
            found.push(mention);
        }
        for index in 0..found.len() {
            let limit = found.get(index + 1).map_or(self.items.len(), |next| {
                next.lead.max(found[index].last + 1)
            });
            let end = self.end_of(found[index].last + 1, limit);
            found[index].from = found[index].last + 1;
            found[index].end = end;
        }
        columns::spread(self, table::under_heads(self, found))
    }

    /// Whether the item is a test kit that names the marker where nothing else does: `HercepTest (Dako): 3+`.
    fn is_kit(&self, at: usize) -> bool {
        const BEFORE: usize = 14;
        const AFTER: usize = 6;
        self.is(at, Concept::Her2Kit)
            && !(at.saturating_sub(BEFORE)..at + AFTER).any(|near| self.is(near, Concept::Her2))
    }

    /// Whether the item names a marker. The two-letter names must not be part of a number or code.
    fn is_marker(&self, at: usize) -> bool {
        let item = &self.items[at];
        if !item.is_any(MARKERS) {
            return false;
        }
        let text = item.text(self.text);
        if text.len() <= 2 {
            // `TCGA-E2-01A-PR`, `Pr ment`
            let joined = at > 1
                && self.is_mark(at - 1, b'-')
                && item.gap == Gap::None
                && self.items[at - 1].gap == Gap::None
                && self.items[at - 2].kind != Kind::Mark(b'.');
            let word_follows = text.ends_with(|c: char| c.is_ascii_lowercase())
                && self
                    .items
                    .get(at + 1)
                    .is_some_and(|next| next.kind == Kind::Word);
            return !joined && !word_follows;
        }
        // `her 2 children`: the pronoun.
        !(item.is(Concept::Her2) && text.starts_with("her 2") && text.len() == 5)
    }

    /// The next marker of a list, with nothing between them but what joins a list.
    fn next_in_list(&self, last: usize) -> Option<usize> {
        let mut at = last + 1;
        while at < self.items.len() && at <= last + 5 {
            if self.is_marker(at) {
                // `HER2 (HER2/neu)` is a list of one marker by two names.
                return Some(at);
            }
            let item = &self.items[at];
            let joins = matches!(
                item.kind,
                Kind::Mark(b',' | b'/' | b'&' | b'(' | b')' | b'"' | b'+')
            ) || item.is(Concept::AndWord)
                || item.is(Concept::TheWord) && item.text(self.text).len() <= 3
                || item.is_mark(b'-') && item.gap == Gap::Space;
            // A sign after a marker is its result: `ER+/PR+`.
            let sign = (item.is_mark(b'+') || item.is_mark(b'-')) && item.gap == Gap::None;
            if !joins || sign || item.gap == Gap::Paragraph {
                return None;
            }
            at += 1;
        }
        None
    }

    /// The first item of what is said before a mention: `positive for`, `no amplification of the`.
    fn lead(&self, first: usize) -> usize {
        let mut at = first;
        let mut bound = false;
        let floor = first.saturating_sub(16);
        while at > floor {
            let before = at - 1;
            if !self.same_sentence(before, first) && !self.is_mark(before, b'.') {
                break;
            }
            let item = &self.items[before];
            if item.is_any(VALUES) {
                let own = item.is_any(&[
                    Concept::NotAmplified,
                    Concept::Amplified,
                    Concept::NotOverexpressed,
                    Concept::Overexpressed,
                ]);
                let adjacent = before + 1 == first
                    || before + 2 == first && self.is(before + 1, Concept::TheWord);
                return if bound || own && adjacent {
                    before
                } else {
                    first
                };
            }
            if item.is(Concept::Awaiting) {
                return before;
            }
            let denial = item.is(Concept::NotWord)
                || item.is(Concept::NotFound) && self.lower(before).ends_with(" of");
            if denial && before + 1 == first {
                return before;
            }
            // `positive for ER (strong), PR (strong)`: over the bracket and the marker before it.
            if item.is_mark(b')') {
                let open = (floor..before).rev().find(|open| self.is_mark(*open, b'('));
                match open {
                    Some(open) if open + 8 > before => {
                        at = open;
                        continue;
                    }
                    _ => break,
                }
            }
            if item.is_mark(b',') || item.is_any(&[Concept::Er, Concept::Pr]) {
                at = before;
                continue;
            }
            if item.is(Concept::ForWord) || item.is(Concept::OfWord) {
                bound = true;
            } else if !(item.is(Concept::TheWord)
                || item.is(Concept::AndWord)
                || item.is_mark(b'.')
                || item.is(Concept::Overexpression)
                || item.is(Concept::Amplification)
                || item.is_mark(b'"')
                || item.is_mark(b'('))
            {
                break;
            }
            at = before;
        }
        first
    }

    /// One past the last item that may speak of a mention.
    fn end_of(&self, from: usize, limit: usize) -> usize {
        let mut at = from;
        while at < limit.min(from + FARTHEST) {
            if at > from
                && (self.is_any(at, TOPICS) && !self.is_topic_of_marker(at)
                    || self.ends_marker_part(at))
            {
                return at;
            }
            at += 1;
        }
        at
    }

    /// `nuclei` and `histologic score` are said of markers too.
    fn is_topic_of_marker(&self, at: usize) -> bool {
        self.is(at, Concept::NuclearGrade) && !self.lower(at).contains("grade")
            || self.is(at, Concept::Grade)
                && !self.word(at).contains(' ')
                && self.is(at + 1, Concept::OfWord)
    }

    /// Whether a heading ends what is said of a marker.
    fn ends_marker_part(&self, at: usize) -> bool {
        use super::document::Zone;
        self.heading(at)
            .is_some_and(|zone| !matches!(zone, Zone::Diagnosis | Zone::Addendum))
    }
}
