//! HER2 results: what a report says of the protein and of the gene, test by test.

use super::context::{is_present, voiced};
use super::document::{Document, Zone};
use super::her2_terms::{
    answered, answered_around, assay_of, headed, is_opposite, method_of_word, word_of,
};
use super::markers::Mention;
use super::parts;
use super::token::{Gap, Kind};
use super::voice::Voice;
use super::{her2_control, her2_ish, her2_score, her2_words, legend, origin, receptors, withdrawn};
use her2_case::{Assay, Context, Fact, Her2Result, Her2Word, ReceptorStatus};
use her2_knowledge::lexicon::Concept;

/// Items after the last value that may pass before a mention falls silent.
const PATIENCE_AFTER: usize = 16;
/// Items that may pass before the first value.
const PATIENCE_BEFORE: usize = 60;

/// Every HER2 result that the mentions assert, in text order, not yet merged.
pub fn results(document: &Document<'_>, mentions: &[Mention]) -> Vec<Her2Result> {
    let mut found = Vec::new();
    for (index, mention) in mentions.iter().enumerate() {
        if mention.markers.contains(&Concept::Her2) {
            let before = index.checked_sub(1).map(|before| &mentions[before]);
            Reader::new(document, mention, before).read(&mut found);
        } else if mention
            .markers
            .iter()
            .all(|marker| matches!(marker, Concept::TripleNegative | Concept::TriplePositive))
        {
            found.extend(her2_words::implied(document, mention));
        } else if mention
            .markers
            .iter()
            .any(|marker| matches!(marker, Concept::Low | Concept::Ultralow | Concept::Null))
        {
            found.extend(her2_words::claimed(document, mention));
        }
    }
    withdrawn::take_back(document, &mut found);
    found
}

/// Reads one mention.
pub struct Reader<'d, 't> {
    pub(super) document: &'d Document<'t>,
    pub(super) mention: &'d Mention,
    pub(super) before: Option<&'d Mention>,
    /// The result being read.
    pub(super) current: Her2Result,
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) has_value: bool,
    /// The method was named for this result, not only implied by its values.
    pub(super) named: bool,
}

impl<'d, 't> Reader<'d, 't> {
    fn new(document: &'d Document<'t>, mention: &'d Mention, before: Option<&'d Mention>) -> Self {
        let place = origin(document.span(mention.first, mention.last));
        Self {
            document,
            mention,
            before,
            current: Her2Result::empty(headed(document, mention), place),
            first: if mention.cell {
                mention.from
            } else {
                mention.lead
            },
            last: mention.last,
            has_value: false,
            named: headed(document, mention) != Assay::Unspecified,
        }
    }

    fn read(mut self, found: &mut Vec<Her2Result>) {
        let document = self.document;
        let mention = self.mention;
        if matches!(
            document.zones[mention.first],
            Zone::Method | Zone::Blocks | Zone::Specimens
        ) && !self.is_field()
            && !self.is_exact_ratio()
        {
            return;
        }
        if parts::of_other_organ(document, mention.first) || self.is_of_another_test() {
            return;
        }
        if her2_control::is_mention(document, mention)
            || mention.first > 0
                && document.is_any(mention.first - 1, &[Concept::Clone, Concept::RuleOut])
        {
            return;
        }
        // `HER2/RAI1 ratio 2.4, amplified`: by another probe than the centromere of chromosome 17; the guideline of 2018 sets it aside.
        if document.is_mark(mention.last + 1, b'/')
            && document.is(mention.last + 2, Concept::OtherProbe)
        {
            return;
        }
        let list = (mention.first.saturating_sub(12)..mention.first).any(|at| {
            document.is(at, Concept::RuleOut) && document.same_sentence(at, mention.first)
        });
        if list {
            return;
        }
        if !mention.cell {
            self.assay_before();
            self.lead();
        }
        if let Some((word, next)) = answered_around(document, mention.first, mention.last)
            && !mention.cell
        {
            self.settle(word, mention.first, found);
            self.word(word, mention.first, next);
        }
        let end = mention.end;
        let mut at = mention.from;
        let mut silent = 0;
        while at < end {
            self.turn_back(at, found);
            let patience = if self.has_value {
                PATIENCE_AFTER
            } else {
                PATIENCE_BEFORE
            };
            let item = &document.items[at];
            if silent > patience || item.gap == Gap::Paragraph && self.has_value && silent > 0 {
                break;
            }
            if document.is_any(at, &[Concept::Methodology])
                && !document.is_probe_field(at)
                && (document.is_mark(at + 1, b':') || document.is_mark(at + 1, b'.'))
            {
                // Methods follow; what has not been said by now is not said here, except for a field after them.
                if self.has_value {
                    break;
                }
                if let Some(next) = self.after_method(at) {
                    at = next;
                    continue;
                }
                break;
            }
            if her2_score::is_key(document, at) {
                break;
            }
            if let Some(next) = her2_control::skip(document, at, end, self.has_value) {
                at = next;
                continue;
            }
            let legend = || {
                legend::skip(document, at, end)
                    .or_else(|| legend::skip_labelled(document, at, end))
                    .or_else(|| legend::skip_scores(document, at, end))
                    .or_else(|| legend::skip_bounds(document, at, end))
            };
            // `amended from Positive (3+) to Negative (1+)` is none.
            if let Some(next) = legend()
                && !(at..next).any(|item| document.is_taken_back(item))
            {
                if self.has_value {
                    break;
                }
                at = next;
                silent += 1;
                continue;
            }
            match self.value(at, found) {
                Some(next) => {
                    at = next.max(at + 1);
                    silent = 0;
                }
                None => {
                    silent += usize::from(matches!(item.kind, Kind::Word | Kind::Digits));
                    at += 1;
                }
            }
        }
        self.finish(found);
    }

    /// Reads the value at an item, if one is there, and gives the item after it.
    fn value(&mut self, at: usize, found: &mut Vec<Her2Result>) -> Option<usize> {
        let document = self.document;
        if let Some(last) = super::label::name(document, at) {
            // Another tumour: `Main lesion: … Satellite #1: …`
            let assay = self.current.assay;
            if self.has_value {
                self.finish(found);
                self.current.assay = assay;
                self.named = assay != Assay::Unspecified;
            }
            self.current.tumor = Some(document.span(at, last));
            return Some(last + 1);
        }
        if let Some(assay) = assay_of(document, at) {
            return Some(self.assay(assay, at, found));
        }
        if let Some((group, next)) = her2_ish::group(document, at, self.current.assay) {
            self.imply(Assay::Ish, at, found);
            self.current.group.get_or_insert(group);
            return Some(self.took(at, next));
        }
        if let Some(next) = self.ish_number(at, found) {
            return Some(next);
        }
        if let Some(status) = receptors::yes_or_no(document, self.mention.last, at) {
            let word = if status == ReceptorStatus::Positive {
                Her2Word::Positive
            } else {
                Her2Word::Negative
            };
            self.word(word, at, at + 1);
            return Some(at + 1);
        }
        if let Some(next) = self.sign(at) {
            return Some(next);
        }
        // `HER2: 0`
        let cell = self.mention.cell && at == self.mention.from;
        let direct = cell
            || (self.mention.last + 1..at).all(|item| {
                matches!(
                    document.items[item].kind,
                    Kind::Mark(b':' | b'=' | b'-' | b'(' | b')' | b'|')
                ) || document.is_any(item, &[Concept::Clone, Concept::Ihc, Concept::Her2Kit])
            });
        if let Some((fact, next)) = her2_score::score(
            document,
            at,
            self.current.word.is_some() || direct,
            self.current.assay,
        ) && !legend::is_general(document, next - 1)
        {
            if document.is_mark(next, b'%') && document.items[next].gap < Gap::Line {
                return None;
            }
            // `not 3+`
            if at > 0 && document.is(at - 1, Concept::NotWord) {
                return Some(next);
            }
            // A second score of the same test is a focal or a repeated one.
            if self.current.score.is_some()
                && self.current.score.map(|score| score.value) != Some(fact.value)
            {
                return her2_score::is_repeat(document, at).then_some(next);
            }
            self.imply(Assay::Ihc, at, found);
            self.current.score.get_or_insert(fact);
            return Some(self.took(at, next));
        }
        if let Some(quantity) = document.percentage(at) {
            // `10 % neutral buffered formalin`
            let fixative =
                (quantity.next..quantity.next + 3).any(|next| document.is(next, Concept::Formalin));
            if fixative || legend::is_general(document, at) {
                return Some(quantity.next);
            }
            let place = origin(document.span(quantity.first, quantity.next - 1));
            if self.current.assay != Assay::Ish {
                self.current
                    .percent
                    .get_or_insert(Fact::new(quantity.amount, place));
                return Some(self.took(at, quantity.next));
            }
            return Some(quantity.next);
        }
        if let Some((fact, next)) = her2_score::stain(document, at)
            && !legend::is_general(document, at)
        {
            self.current.stain.get_or_insert(fact);
            return Some(self.took(at, next));
        }
        self.word_at(at, found)
    }

    fn ish_number(&mut self, at: usize, found: &mut Vec<Her2Result>) -> Option<usize> {
        let read = her2_ish::number(
            self.document,
            self.mention,
            at,
            self.current.assay,
            self.current.word.map(|word| word.value),
        )?;
        if read.general {
            return Some(read.next);
        }
        self.imply(Assay::Ish, at, found);
        let next = read.next;
        read.store(&mut self.current);
        Some(self.took(at, next))
    }

    fn word_at(&mut self, at: usize, found: &mut Vec<Her2Result>) -> Option<usize> {
        let document = self.document;
        let concept = document.items[at].concept?;
        // `% POSITIVE`: the head of a column.
        if at > 0
            && document.is_mark(at - 1, b'%')
            && !matches!(document.items[at.saturating_sub(2)].kind, Kind::Digits)
        {
            return None;
        }
        if let Some((word, next)) = answered(document, at) {
            self.settle(word, at, found);
            if self.current.word.is_none() {
                self.word(word, at, next);
            }
            return Some(next);
        }
        let mut word = word_of(Some(concept))?;
        let mut next = at + 1;
        // `negative control`, `negative for malignancy`, `positive for estrogen receptor`
        if document.is(next, Concept::Control)
            || document.is_mark(next, b'-') && document.is(next + 1, Concept::Control)
        {
            return Some(next + 1);
        }
        if legend::is_general(document, at) {
            return None;
        }
        if document.is(next, Concept::ForWord) {
            match document.items.get(next + 1).and_then(|item| item.concept) {
                Some(
                    Concept::Overexpression | Concept::Amplification | Concept::Her2 | Concept::Ihc,
                ) => {
                    if document.is(next + 1, Concept::Amplification) {
                        word = match word {
                            Her2Word::Negative => Her2Word::NotAmplified,
                            Her2Word::Positive => Her2Word::Amplified,
                            other => other,
                        };
                    }
                    next += 2;
                }
                _ => return None,
            }
        }
        // `not positive`, `not amplified` is a phrase of its own; a bare `not` turns a word round.
        if at > 0
            && document.is(at - 1, Concept::NotWord)
            && !document.word(at - 1).eq_ignore_ascii_case("nor")
        {
            word = match word {
                Her2Word::Positive => Her2Word::Negative,
                Her2Word::Amplified => Her2Word::NotAmplified,
                Her2Word::Overexpressed => Her2Word::NotOverexpressed,
                _ => return None,
            };
        }
        // `positive nuclei`, `positive cells` count cells.
        if word == Her2Word::Positive
            && document.is_any(next, &[Concept::Cells, Concept::Nuclear])
            && !document.word(next).eq_ignore_ascii_case("cells")
        {
            return None;
        }
        self.settle(word, at, found);
        // A word with its own method after it begins another result: `negative by FISH`.
        if self.has_value && self.current.assay != Assay::Unspecified {
            let named = method_of_word(document, next);
            if named.is_some_and(|assay| assay != self.current.assay) {
                self.finish(found);
                self.first = at;
            }
        }
        match self.current.word {
            None => {
                self.word(word, at, next);
                Some(next)
            }
            // An interpretation in the strict sense wins over a result that only waited.
            Some(known)
                if matches!(known.value, Her2Word::Pending | Her2Word::NotPerformed)
                    && !matches!(word, Her2Word::Pending | Her2Word::NotPerformed) =>
            {
                if document.same_sentence(at, self.last) {
                    return None;
                }
                self.word(word, at, next);
                Some(next)
            }
            Some(known) if known.value == word => Some(self.took(at, next)),
            // Columns of a table, one for each tumour: `Negative, 0    Positive, 3+`.
            Some(known)
                if document.same_sentence(at, self.last)
                    && document.items[at].gap >= Gap::Wide
                    && is_opposite(known.value, word)
                    && !self.has_reference_column() =>
            {
                let assay = self.current.assay;
                self.current
                    .tumor
                    .get_or_insert(document.span(self.first, self.last));
                self.finish(found);
                self.current.assay = assay;
                self.current.tumor = Some(document.span(at, at));
                self.first = at;
                self.word(word, at, next);
                Some(next)
            }
            // `FISH not amplified elsewhere; repeat FISH amplified`: the test is named again.
            Some(known) if is_opposite(known.value, word) && self.is_named_again(at) => {
                let (assay, named) = (self.current.assay, self.named);
                self.finish(found);
                self.current.assay = assay;
                self.named = named;
                self.first = at;
                self.word(word, at, next);
                Some(next)
            }
            Some(_) if word == Her2Word::Pending && self.has_value => {
                // `2+, FISH pending` has begun its own result; a later `pending` is about something else.
                None
            }
            Some(_) => None,
        }
    }

    pub(super) fn word(&mut self, word: Her2Word, at: usize, next: usize) {
        let place = origin(self.document.span(at, next - 1));
        self.current.word = Some(Fact::new(word, place));
        self.took(at, next);
    }

    /// Notes that a value was read.
    fn took(&mut self, at: usize, next: usize) -> usize {
        self.has_value = true;
        self.first = self.first.min(at);
        self.last = self.last.max(next - 1);
        next
    }

    /// Ends the result being read and begins another of the same mention.
    pub(super) fn finish(&mut self, found: &mut Vec<Her2Result>) {
        let place = origin(self.document.span(self.first.min(self.last), self.last));
        let mut result = std::mem::replace(
            &mut self.current,
            Her2Result::empty(Assay::Unspecified, place),
        );
        let has_value = std::mem::replace(&mut self.has_value, false);
        self.named = false;
        if has_value {
            result.origin = place;
            if let Some((first, end)) = self.mention.row {
                result
                    .tumor
                    .get_or_insert(self.document.span(first, end - 1));
            }
            if result.assay == Assay::Unspecified
                && (result.score.is_some() || result.stain.is_some())
            {
                result.assay = Assay::Ihc;
            }
            if result.assay == Assay::Ish && result.cells.is_none() {
                result.cells = her2_ish::cells_before(self.document, self.mention.first);
            }
            if her2_score::is_rna(self.document, self.mention, &result) {
                result.assay = Assay::Rtpcr;
            }
            let voice = self.document.voice(self.last);
            if voice == Voice::NotFinal {
                result = awaited(&result);
            }
            result.superseded = voice == Voice::TakenBack;
            // A further result of the mention may be said to be of this specimen.
            let further =
                self.first > self.mention.last && is_present(self.document, self.first, self.last);
            result.context = if further && voice == Voice::Plain {
                Context::Current
            } else {
                voiced(self.document, self.mention.first, self.last)
            };
            if voice != Voice::InSitu || !self.document.has_invasive() {
                found.push(result);
            }
        }
        self.first = self.last + 1;
    }
}

/// A test whose result is told before it is final: it is still awaited.
fn awaited(told: &Her2Result) -> Her2Result {
    Her2Result {
        probe: told.probe,
        word: Some(Fact::new(Her2Word::Pending, told.origin)),
        tumor: told.tumor,
        ..Her2Result::empty(told.assay, told.origin)
    }
}
