//! What is known about one HER2 result of the report.

use super::arithmetic;
use super::known::{Known, Subject};
use super::specimen::Specimens;
use her2_case::{
    Assay, Context, Her2Category, Her2Result, Her2Word, IhcScore, IshGroup, Origin, Probe,
    ProbeForm, Question, Quotient, Record, ScoreForm, Term, TermSet,
};
use her2_knowledge::{editions, table};
use her2_pages::{Asked, Input, Table};
use std::sync::OnceLock;

/// Whether a result is one that this report answers for: of this specimen, in force, of a test that the guideline knows.
pub(super) fn is_answered_for(result: &Her2Result) -> bool {
    result.context == Context::Current
        && !result.superseded
        && !result.implied
        && result.assay != Assay::Rtpcr
}

/// Whether a result tells anything but that there is none yet.
pub(super) fn has_value(result: &Her2Result) -> bool {
    let no_value = [Her2Word::Pending, Her2Word::NotPerformed];
    result.score.is_some()
        || result.ratio.is_some()
        || result.her2_copies.is_some()
        || result.group.is_some()
        || result.percent.is_some()
        || result.claimed_category.is_some()
        || result
            .word
            .is_some_and(|word| !no_value.contains(&word.value))
}

/// One subject for each result that the report answers for.
pub(super) fn subjects<'a>(
    record: &'a Record,
    report: &Known,
    specimens: &Specimens,
) -> Vec<Subject<'a>> {
    let resolved = |assay: Assay| {
        let mut results = record.her2_results();
        results.any(|other| is_answered_for(other) && resolves(assay, other))
    };
    let resolved: Vec<_> = Assay::ALL.iter().map(|assay| resolved(*assay)).collect();
    let each = record.specimens.iter().enumerate();
    let results = each.flat_map(|(at, specimen)| specimen.her2.iter().map(move |of| (at, of)));
    results
        .filter(|(_, result)| is_answered_for(result))
        .map(|(at, result)| {
            let specimen = specimens.known_of(at, result).cloned().unwrap_or_default();
            let mut known = report.and(specimen).and(known(result));
            known.yes_no(
                Question::ResolvedLater,
                resolved[result.assay.index()],
                None,
            );
            Subject {
                results: vec![result],
                ..Subject::new(record, known)
            }
        })
        .collect()
}

/// What is known about a result by itself.
fn known(result: &Her2Result) -> Known {
    let mut known = Known::default();
    known.term(result.assay, Some(result.origin));
    known.term_fact(Question::Her2Word, result.word.as_ref());
    stain(&mut known, result);
    counts(&mut known, result);
    known
}

fn stain(known: &mut Known, result: &Her2Result) {
    let form = match result.score.map(|score| score.value) {
        None => ScoreForm::None,
        Some(score) if score.exact().is_none() => ScoreForm::Range,
        Some(score) if score.zero_plus => ScoreForm::ZeroPlus,
        Some(_) => ScoreForm::Single,
    };
    known.term(form, result.score.map(|score| score.origin));
    if let Some(score) = &result.score {
        let all = IhcScore::ALL.iter().copied();
        let scores: TermSet<IhcScore> = all
            .filter(|one| (score.value.low..=score.value.high).contains(one))
            .collect();
        known.put(Question::IhcScore, Input::terms(scores), &[score.origin]);
    }
    known.term_fact(Question::Stain, result.stain.as_ref());
    known.fact(Question::StainedPercent, result.percent.as_ref());
    known.term_fact(Question::ClaimedCategory, result.claimed_category.as_ref());
    let tells_staining = [Her2Category::Ultralow, Her2Category::Null];
    let claims = |claimed: her2_case::Fact<Her2Category>| tells_staining.contains(&claimed.value);
    let described = result.stain.is_some()
        || result.percent.is_some()
        || result.claimed_category.is_some_and(claims);
    known.yes_no(Question::StainingStated, described, None);
    let percent = result.percent.map(|percent| percent.origin);
    known.yes_no(Question::PercentStated, percent.is_some(), percent);
}

fn counts(known: &mut Known, result: &Her2Result) {
    let ratio = result.ratio.map(|ratio| ratio.origin);
    let copies = copies(result);
    known.yes_no(Question::RatioStated, ratio.is_some(), ratio);
    known.yes_no(
        Question::CopiesStated,
        copies.is_some(),
        copies.map(|(_, origin)| origin),
    );
    known.yes_no(Question::CellsStated, result.cells.is_some(), None);
    known.yes_no(Question::ObserversStated, result.observers.is_some(), None);
    known.fact(Question::Her2Cep17Ratio, result.ratio.as_ref());
    known.fact(Question::Cep17Copies, result.cep17_copies.as_ref());
    known.fact(Question::CellsCounted, result.cells.as_ref());
    known.term_fact(Question::StatedGroup, result.group.as_ref());
    if let Some((input, origin)) = copies {
        known.put(Question::Her2Copies, input, &[origin]);
    }
    let dual =
        result.ratio.is_some() || result.cep17_copies.is_some() || result.cep17_total.is_some();
    known.term(
        match result.probe {
            Some(Probe::Single) => ProbeForm::Single,
            Some(Probe::Dual) => ProbeForm::Dual,
            None if dual => ProbeForm::Dual,
            None => ProbeForm::None,
        },
        None,
    );
    if let Some((stands, origins)) = arithmetic::of(result) {
        known.put(Question::RatioArithmetic, Input::term(stands), &origins);
    }
    if result.assay == Assay::Ish && result.probe != Some(Probe::Single) {
        group(known, result, copies);
    }
}

/// The group that the printed numbers give, by the guideline's own table.
fn group(known: &mut Known, result: &Her2Result, copies: Option<(Input, Origin)>) {
    let quotient = || {
        let (her2, cep17) = (result.her2_copies?, result.cep17_copies?);
        let quotient = Quotient::new(her2.value.exact()?, cep17.value.exact()?)?;
        Some((Input::Quotient(quotient), her2.origin))
    };
    let printed = result
        .ratio
        .map(|ratio| (Input::Amount(ratio.value), ratio.origin));
    let asked: Vec<_> = [
        (Question::Her2Cep17Ratio, printed.or_else(quotient)),
        (Question::Her2Copies, copies),
    ]
    .into_iter()
    .filter_map(|(question, known)| {
        known.map(|(input, origin)| Asked::new(question, input, Some(origin)))
    })
    .collect();
    if let Some(table) = group_table().filter(|_| !asked.is_empty()) {
        known.finding(&table.decide(&asked));
    }
}

/// The table of the newest edition that knows groups.
fn group_table() -> Option<&'static Table<IshGroup>> {
    static GROUPS: OnceLock<Option<&'static Table<IshGroup>>> = OnceLock::new();
    *GROUPS.get_or_init(|| {
        let mut editions: Vec<_> = editions().iter().collect();
        editions.sort_by_key(|edition| std::cmp::Reverse(edition.in_force_from));
        let mut tables = editions
            .into_iter()
            .map(|edition| table(&format!("{}/ish-group", edition.id)));
        tables.find_map(|table| table)
    })
}

/// The mean HER2 signals per cell: printed, or the printed total over the cells.
fn copies(result: &Her2Result) -> Option<(Input, Origin)> {
    let printed = result
        .her2_copies
        .map(|copies| (Input::Amount(copies.value), copies.origin));
    printed.or_else(|| {
        let total = result.her2_total?;
        let cells = result.cells?.value;
        let quotient = Quotient::new(total.value, her2_case::Decimal::whole(cells))?;
        Some((Input::Quotient(quotient), total.origin))
    })
}

/// Whether the other result is what a pending one of this assay announced.
fn resolves(pending: Assay, other: &Her2Result) -> bool {
    let settles = other
        .score
        .is_none_or(|score| score.value.exact() != Some(IhcScore::Two));
    has_value(other)
        && match pending {
            Assay::Unspecified => settles,
            assay => other.assay == assay || (other.assay == Assay::Unspecified && settles),
        }
}
