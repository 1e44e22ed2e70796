//! HER2 in the items of a tumour: those of cases since 2018, and the factors of Collaborative Stage before.

use super::told::Told;
use her2_case::{
    Amount, Assay, Fact, Her2Result, Her2Word, IhcScore, Origin, Probe, ScoreReading, Severity,
};
use her2_knowledge::{RegistryItem as Item, RegistryMeaning as Meaning};

const SINCE_2018: [Item; 6] = [
    Item::Her2IhcSummary,
    Item::Her2IshDualProbeCopyNumber,
    Item::Her2IshDualProbeRatio,
    Item::Her2IshSingleProbeCopyNumber,
    Item::Her2IshSummary,
    Item::Her2OverallSummary,
];
const FACTORS: [Item; 9] = [
    Item::CsSiteSpecificFactor8,
    Item::CsSiteSpecificFactor9,
    Item::CsSiteSpecificFactor10,
    Item::CsSiteSpecificFactor11,
    Item::CsSiteSpecificFactor12,
    Item::CsSiteSpecificFactor13,
    Item::CsSiteSpecificFactor14,
    Item::CsSiteSpecificFactor15,
    Item::CsSiteSpecificFactor16,
];
/// The results, and whether they contradict each other.
#[derive(Default)]
pub(super) struct Results {
    pub(super) results: Vec<Her2Result>,
    pub(super) contradict: bool,
}

/// Reads the items of the year of diagnosis, or else the others if only they say something.
pub(super) fn read(told: &mut Told<'_, '_>) -> Results {
    type Group = (&'static [Item], fn(&mut Told<'_, '_>) -> Results);
    let new: Group = (&SINCE_2018, since_2018);
    let old: Group = (&FACTORS, factors);
    let is_old = told
        .year
        .is_some_and(|year| !Item::Her2OverallSummary.is_for(year));
    let groups = if is_old { [old, new] } else { [new, old] };
    for (items, read) in groups {
        let Some(first) = items.iter().copied().find(|item| told.has(*item)) else {
            continue;
        };
        let problems = told.record.problems.len();
        let found = read(told);
        if found.results.is_empty() {
            if told.year.is_some_and(|year| !first.is_for(year)) {
                // What is left blank in other words is no problem of another year.
                told.record.problems.truncate(problems);
            }
            continue;
        }
        if told.year.is_some_and(|year| !first.is_for(year)) {
            let origin = found.results[0].origin;
            let what = "is collected for cases of other years than the one of diagnosis; it was read nevertheless";
            told.odd("item-of-other-years", Severity::Note, first, what, origin);
        }
        if items == SINCE_2018 {
            truncated(told, &found.results);
        }
        return found;
    }
    Results::default()
}

/// Says once that numbers were cut, where there are any. Collaborative Stage has two decimals, and its numbers are left as they are.
fn truncated(told: &mut Told<'_, '_>, results: &[Her2Result]) {
    let number = results.iter().find_map(|of| {
        let copies = match of.probe {
            Some(Probe::Single) => Item::Her2IshSingleProbeCopyNumber,
            _ => Item::Her2IshDualProbeCopyNumber,
        };
        let all = [
            (of.ratio, Item::Her2IshDualProbeRatio),
            (of.her2_copies, copies),
        ];
        let mut exact = all
            .into_iter()
            .filter_map(|(number, item)| Some((number?, item)));
        exact.find(|(number, _)| number.value.exact().is_some())
    });
    if let Some((number, item)) = number {
        let what = "is cut after the first decimal and not rounded: 1.9 stands for anything from 1.90 up to 2.00; it was read as it is written";
        told.odd(
            "registry-truncates",
            Severity::Note,
            item,
            what,
            number.origin,
        );
    }
}

/// A number of the gene test, or that it is awaited.
enum Number {
    Amount(Fact<Amount>),
    Pending(Origin),
    NotPerformed(Origin),
}

fn number(told: &mut Told<'_, '_>, item: Item) -> Option<Number> {
    match told.meaning(item)? {
        (Meaning::Amount(amount), origin) => Some(Number::Amount(Fact::new(amount, origin))),
        (Meaning::Word(Her2Word::Pending), origin) => Some(Number::Pending(origin)),
        (Meaning::Word(Her2Word::NotPerformed), origin) => Some(Number::NotPerformed(origin)),
        _ => None,
    }
}

fn word(told: &mut Told<'_, '_>, item: Item) -> Option<Fact<Her2Word>> {
    match told.meaning(item)? {
        (Meaning::Word(word), origin) => Some(Fact::new(word, origin)),
        _ => None,
    }
}

fn amount(number: &Option<Number>) -> Option<Fact<Amount>> {
    match number {
        Some(Number::Amount(amount)) => Some(*amount),
        _ => None,
    }
}

/// What numbers say that are none.
fn word_of<'n>(numbers: impl IntoIterator<Item = &'n Option<Number>>) -> Option<Fact<Her2Word>> {
    numbers.into_iter().find_map(|number| match number {
        Some(Number::Pending(origin)) => Some(Fact::new(Her2Word::Pending, *origin)),
        Some(Number::NotPerformed(origin)) => Some(Fact::new(Her2Word::NotPerformed, *origin)),
        _ => None,
    })
}

/// A gene test, if anything is said of it.
fn ish(
    probe: Option<Probe>,
    ratio: Option<Fact<Amount>>,
    copies: Option<Fact<Amount>>,
    word: Option<Fact<Her2Word>>,
) -> Option<Her2Result> {
    let origin = ratio.map(|of| of.origin);
    let origin = origin.or(copies.map(|of| of.origin));
    let origin = origin.or(word.map(|of| of.origin))?;
    Some(Her2Result {
        probe,
        ratio,
        her2_copies: copies,
        word,
        ..Her2Result::empty(Assay::Ish, origin)
    })
}

fn ihc(score: Option<Fact<ScoreReading>>, word: Option<Fact<Her2Word>>) -> Option<Her2Result> {
    let origin = score.map(|of| of.origin).or(word.map(|of| of.origin))?;
    Some(Her2Result {
        score,
        word,
        ..Her2Result::empty(Assay::Ihc, origin)
    })
}

fn unnamed(word: Fact<Her2Word>) -> Her2Result {
    Her2Result {
        word: Some(word),
        ..Her2Result::empty(Assay::Unspecified, word.origin)
    }
}

fn score_or_word(
    told: &mut Told<'_, '_>,
    item: Item,
) -> (Option<Fact<ScoreReading>>, Option<Fact<Her2Word>>) {
    match told.meaning(item) {
        Some((Meaning::Score(score), origin)) => {
            (Some(Fact::new(ScoreReading::single(score), origin)), None)
        }
        Some((Meaning::Word(word), origin)) => (None, Some(Fact::new(word, origin))),
        _ => (None, None),
    }
}

fn since_2018(told: &mut Told<'_, '_>) -> Results {
    let (score, ihc_word) = score_or_word(told, Item::Her2IhcSummary);
    let ratio = number(told, Item::Her2IshDualProbeRatio);
    let copies = number(told, Item::Her2IshDualProbeCopyNumber);
    let single = number(told, Item::Her2IshSingleProbeCopyNumber);
    let summary = word(told, Item::Her2IshSummary);
    let mut results: Vec<Her2Result> = ihc(score, ihc_word).into_iter().collect();
    // The word is that of the test with two probes, if there was one.
    let has_dual = amount(&ratio).is_some() || amount(&copies).is_some();
    let has_single = amount(&single).is_some();
    let awaited = || word_of([&ratio, &copies, &single]);
    if has_dual {
        let word = summary.or_else(|| word_of([&ratio, &copies]));
        results.extend(ish(
            Some(Probe::Dual),
            amount(&ratio),
            amount(&copies),
            word,
        ));
    }
    if has_single {
        let word = if has_dual { None } else { summary };
        results.extend(ish(Some(Probe::Single), None, amount(&single), word));
    }
    if !has_dual && !has_single {
        results.extend(ish(None, None, None, summary.or_else(awaited)));
    }
    let overall = told.meaning(Item::Her2OverallSummary);
    let mut contradict = false;
    match overall {
        Some((Meaning::Word(word), origin)) => {
            contradict = word == Her2Word::Positive && both_negative(&results);
            results.push(unnamed(Fact::new(word, origin)));
        }
        Some((Meaning::Merged, origin)) => {
            contradict = signs(&results, None).any(|sign| sign == Sign::Positive);
            let tested = results.iter().any(|result| sign(result).is_some());
            if !tested && !results.iter().any(has_numbers) {
                told.odd(
                    "negative-or-equivocal",
                    Severity::Warning,
                    Item::Her2OverallSummary,
                    "stands for negative and for equivocal alike, and no single test stands beside it: it was not read as negative; look into the report of the test",
                    origin,
                );
            }
        }
        _ => {}
    }
    if let (true, Some((_, origin))) = (contradict, overall) {
        contradictory(told, Item::Her2OverallSummary, origin);
    }
    Results {
        results,
        contradict,
    }
}

fn factors(told: &mut Told<'_, '_>) -> Results {
    let (score, value_word) = score_or_word(told, Item::CsSiteSpecificFactor8);
    let ihc_word = word(told, Item::CsSiteSpecificFactor9);
    let mut results: Vec<Her2Result> = ihc(score, ihc_word.or(value_word)).into_iter().collect();
    let ratio = number(told, Item::CsSiteSpecificFactor10);
    let fish = word(told, Item::CsSiteSpecificFactor11).or_else(|| word_of([&ratio]));
    let probe = amount(&ratio).map(|_| Probe::Dual);
    results.extend(ish(probe, amount(&ratio), None, fish));
    let copies = number(told, Item::CsSiteSpecificFactor12);
    let cish = word(told, Item::CsSiteSpecificFactor13).or_else(|| word_of([&copies]));
    results.extend(ish(None, None, amount(&copies), cish));
    results.extend(word(told, Item::CsSiteSpecificFactor14).map(unnamed));
    let mut contradict = false;
    let by_score = score.and_then(|score| score.value.exact());
    let by_score = by_score.and_then(of_score);
    let by_word = ihc_word.and_then(|word| of_word(word.value));
    if let (Some(score), Some(word), Some(fact)) = (by_score, by_word, ihc_word)
        && score != word
        && score != Sign::Open
        && word != Sign::Open
    {
        contradictory(told, Item::CsSiteSpecificFactor9, fact.origin);
        contradict = true;
    }
    let summary = word(told, Item::CsSiteSpecificFactor15);
    let item = Item::CsSiteSpecificFactor15;
    let (summary, item) = match summary {
        Some(summary) => (Some(summary), item),
        None => {
            let item = Item::CsSiteSpecificFactor16;
            (word(told, item), item)
        }
    };
    if let Some(summary) = summary {
        let gene = signs(&results, Some(Assay::Ish)).find(|sign| *sign != Sign::Open);
        // The gene test counts over the protein test.
        let differ = match of_word(summary.value) {
            Some(Sign::Positive) => both_negative(&results),
            Some(Sign::Negative) => {
                let mut proteins = signs(&results, Some(Assay::Ihc));
                gene == Some(Sign::Positive)
                    || (gene.is_none() && proteins.any(|sign| sign == Sign::Positive))
            }
            _ => false,
        };
        if differ {
            contradictory(told, item, summary.origin);
            contradict = true;
        }
        results.push(unnamed(summary));
    }
    Results {
        results,
        contradict,
    }
}

fn contradictory(told: &mut Told<'_, '_>, item: Item, origin: Origin) {
    told.odd(
        "contradictory",
        Severity::Warning,
        item,
        "and the items of the single tests say the opposite of each other; look into the report of the test",
        origin,
    );
}

/// Which way a test points.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Positive,
    Negative,
    Open,
}

fn of_score(score: IhcScore) -> Option<Sign> {
    Some(match score {
        IhcScore::Zero | IhcScore::One => Sign::Negative,
        IhcScore::Two => Sign::Open,
        IhcScore::Three => Sign::Positive,
    })
}

fn of_word(word: Her2Word) -> Option<Sign> {
    match word {
        Her2Word::Positive | Her2Word::Amplified | Her2Word::Overexpressed => Some(Sign::Positive),
        Her2Word::Negative | Her2Word::NotAmplified | Her2Word::NotOverexpressed => {
            Some(Sign::Negative)
        }
        Her2Word::Equivocal | Her2Word::WeaklyPositive | Her2Word::Indeterminate => {
            Some(Sign::Open)
        }
        Her2Word::Pending | Her2Word::NotPerformed => None,
    }
}

/// Which way a result points; nothing if it has neither a score nor a word that is a result.
fn sign(result: &Her2Result) -> Option<Sign> {
    let score = result.score.and_then(|score| score.value.exact());
    score
        .and_then(of_score)
        .or_else(|| result.word.and_then(|word| of_word(word.value)))
}

fn signs(results: &[Her2Result], assay: Option<Assay>) -> impl Iterator<Item = Sign> {
    let of = results
        .iter()
        .filter(move |result| assay.is_none_or(|assay| result.assay == assay));
    of.filter_map(sign)
}

fn has_numbers(result: &Her2Result) -> bool {
    result.ratio.is_some() || result.her2_copies.is_some()
}

/// Whether the protein test and the gene test are both negative, and none of either is anything else.
fn both_negative(results: &[Her2Result]) -> bool {
    [Assay::Ihc, Assay::Ish].into_iter().all(|assay| {
        let mut of = signs(results, Some(assay)).peekable();
        of.peek().is_some() && of.all(|sign| sign == Sign::Negative)
    })
}
