//! One result said twice, in prose and by a code, is one result; what differs is told.

use crate::value::{Said, direction};
use her2_case::{
    Amount, Assay, Context, Fact, Her2Result, Her2Word, IhcScore, Origin, ReceptorResult,
    ReceptorStatus,
};

/// Two facts that do not contradict each other.
fn same<T: PartialEq + Copy>(a: Option<Fact<T>>, b: Option<Fact<T>>) -> bool {
    a.zip(b).is_none_or(|(a, b)| a.value == b.value)
}

/// Whether a result has no value of this kind, or the same.
pub(super) fn has_room(result: &Her2Result, said: &Said) -> bool {
    let free =
        |slot: Option<Fact<Amount>>, amount: Amount| slot.is_none_or(|known| known.value == amount);
    match said {
        Said::Score(score) => result.score.is_none_or(|known| known.value == *score),
        Said::Word(word) => result
            .word
            .is_none_or(|known| direction(known.value) == direction(*word)),
        Said::Percent(amount) => free(result.percent, *amount),
        Said::Ratio(amount) => free(result.ratio, *amount),
        Said::Copies(amount) => free(result.her2_copies, *amount),
        Said::Cep17(amount) => free(result.cep17_copies, *amount),
        Said::Cells(cells) => result.cells.is_none_or(|known| known.value == *cells),
        Said::Group(group) => result.group.is_none_or(|known| known.value == *group),
        Said::TotalHer2(total) => result.her2_total.is_none_or(|known| known.value == *total),
        Said::TotalCep17(total) => result.cep17_total.is_none_or(|known| known.value == *total),
        _ => true,
    }
}

/// Puts what is said into a result, where nothing is yet.
pub(super) fn fill(result: &mut Her2Result, said: &Said, origin: Origin) {
    fn set<T>(slot: &mut Option<Fact<T>>, value: T, origin: Origin) {
        if slot.is_none() {
            *slot = Some(Fact::new(value, origin));
        }
    }
    match *said {
        Said::Score(score) => {
            set(&mut result.score, score, origin);
            result.origin = origin;
        }
        Said::Word(word) => set(&mut result.word, word, origin),
        Said::Percent(amount) => set(&mut result.percent, amount, origin),
        Said::Ratio(amount) => {
            set(&mut result.ratio, amount, origin);
            result.origin = origin;
        }
        Said::Copies(amount) => set(&mut result.her2_copies, amount, origin),
        Said::Cep17(amount) => set(&mut result.cep17_copies, amount, origin),
        Said::Cells(cells) => set(&mut result.cells, cells, origin),
        Said::Group(group) => set(&mut result.group, group, origin),
        Said::TotalHer2(total) => set(&mut result.her2_total, total, origin),
        Said::TotalCep17(total) => set(&mut result.cep17_total, total, origin),
        Said::Category(category) => set(&mut result.claimed_category, category, origin),
        _ => {}
    }
}

/// How a result by code stands to one in prose.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Standing {
    /// Of another test, or another specimen.
    Apart,
    /// The same, or a part of it.
    Same,
    /// The same test with another outcome.
    Differs,
}

/// Compares a result by code with one in prose.
pub(super) fn compare(prose: &Her2Result, coded: &Her2Result) -> Standing {
    let tests = (prose.assay, coded.assay);
    let same_test = tests.0 == tests.1 || tests.1 == Assay::Unspecified;
    if !same_test
        || prose.superseded
        || prose.implied
        || prose.context != coded.context
        || prose.context == Context::Prior
    {
        return Standing::Apart;
    }
    let awaits = |result: &Her2Result| {
        result
            .word
            .is_some_and(|word| word.value == Her2Word::Pending)
            && result.score.is_none()
            && result.ratio.is_none()
    };
    if awaits(prose) != awaits(coded) {
        return Standing::Apart;
    }
    let words = prose
        .word
        .zip(coded.word)
        .is_none_or(|(a, b)| direction(a.value) == direction(b.value));
    let crossed = |scored: &Her2Result, worded: &Her2Result| {
        let score = scored.score.and_then(|score| score.value.exact());
        let word = worded.word.map(|word| direction(word.value));
        matches!(
            (score, word),
            (Some(IhcScore::Three), Some(1)) | (Some(IhcScore::Zero | IhcScore::One), Some(0))
        )
    };
    let agree = words
        && same(prose.score, coded.score)
        && same(prose.ratio, coded.ratio)
        && same(prose.her2_copies, coded.her2_copies)
        && same(prose.cep17_copies, coded.cep17_copies)
        && same(prose.group, coded.group)
        && !crossed(prose, coded)
        && !crossed(coded, prose);
    // A status without a test is said of the tumour as a whole: it is compared with a word only.
    if tests.1 == Assay::Unspecified && tests.0 != Assay::Unspecified {
        let repeats = agree && prose.word.is_some() && coded.word.is_some();
        return if repeats {
            Standing::Same
        } else {
            Standing::Apart
        };
    }
    if agree {
        Standing::Same
    } else {
        Standing::Differs
    }
}

/// Adds to a result in prose what only the codes say.
pub(super) fn complete(prose: &mut Her2Result, coded: Her2Result) {
    prose.score = prose.score.or(coded.score);
    prose.percent = prose.percent.or(coded.percent);
    prose.ratio = prose.ratio.or(coded.ratio);
    prose.her2_copies = prose.her2_copies.or(coded.her2_copies);
    prose.cep17_copies = prose.cep17_copies.or(coded.cep17_copies);
    prose.her2_total = prose.her2_total.or(coded.her2_total);
    prose.cep17_total = prose.cep17_total.or(coded.cep17_total);
    prose.cells = prose.cells.or(coded.cells);
    prose.observers = prose.observers.or(coded.observers);
    prose.group = prose.group.or(coded.group);
    prose.word = prose.word.or(coded.word);
    prose.probe = prose.probe.or(coded.probe);
    prose.claimed_category = prose.claimed_category.or(coded.claimed_category);
}

/// Whether two results of a receptor can be one.
pub(super) fn agree(known: &ReceptorResult, other: &ReceptorResult) -> bool {
    let positive = |status| {
        matches!(
            status,
            ReceptorStatus::Positive | ReceptorStatus::LowPositive
        )
    };
    let open = |status| {
        matches!(
            status,
            ReceptorStatus::NotReported | ReceptorStatus::Pending
        )
    };
    let statuses = known.status == other.status
        || positive(known.status) && positive(other.status)
        || open(known.status)
        || open(other.status);
    statuses && same(known.percent, other.percent) && same(known.allred, other.allred)
}

/// Adds to a receptor's result what another says of it.
pub(super) fn complete_receptor(known: &mut ReceptorResult, other: ReceptorResult) {
    let settled = |status| {
        !matches!(
            status,
            ReceptorStatus::NotReported | ReceptorStatus::Pending
        )
    };
    if settled(other.status)
        && (!settled(known.status) || other.status == ReceptorStatus::LowPositive)
    {
        known.status = other.status;
    }
    known.percent = known.percent.or(other.percent);
    known.allred = known.allred.or(other.allred);
    known.h_score = known.h_score.or(other.h_score);
}
