//! What immunohistochemistry contributes.

use super::trace::{Origins, Trace};
use her2_case::{
    Amount, Decimal, Fact, Flag, IhcEvidence, IhcResult, IhcScore, PatternScore, Question,
    ScoreReading, Stain, StainDetail, TermSet, TestValidity,
};
use her2_knowledge::TestingPages;
use her2_pages::{Asked, Input};

/// What IHC contributes: the results it can be, and the flags that go with it.
pub(super) struct Ihc<'a> {
    pub(super) results: TermSet<IhcResult>,
    pub(super) origins: &'a mut Origins,
    pub(super) flags: TermSet<Flag>,
}

impl<'a> Ihc<'a> {
    pub(super) fn of(
        evidence: Option<&IhcEvidence>,
        pages: &'static TestingPages,
        signed_by: &'static TestingPages,
        origins: &'a mut Origins,
        trace: &mut Trace,
    ) -> Self {
        let mut ihc = Self {
            results: TermSet::only(IhcResult::NotDone),
            origins,
            flags: TermSet::EMPTY,
        };
        let Some(evidence) = evidence else { return ihc };
        if let Some(rejected) = evidence.rejected {
            let asked = [Asked::new(
                Question::DeclaredInvalid,
                true,
                Some(rejected.origin),
            )];
            let finding = pages.ihc_rejection.decide(&asked);
            trace.add(&finding);
            if finding.is(TestValidity::Rejected) {
                ihc.results = TermSet::only(IhcResult::Rejected);
                ihc.origins.add([rejected.origin]);
                return ihc;
            }
        }
        if let Some(score) = evidence.score {
            ihc.results = results_of(score.value);
            ihc.origins.add([score.origin]);
            ihc.compare_pattern(evidence, score.value, signed_by, trace);
        } else if let Some(word) = evidence.word {
            let finding = pages
                .ihc_signed
                .decide(&[Asked::term(word.value, Some(word.origin))]);
            trace.add(&finding);
            ihc.results = finding.answers();
            ihc.origins.add([word.origin]);
        }
        ihc
    }

    /// The signed score stands; that the described staining would give another one is only shown.
    fn compare_pattern(
        &mut self,
        evidence: &IhcEvidence,
        signed: ScoreReading,
        pages: &'static TestingPages,
        trace: &mut Trace,
    ) {
        let Some(stain) = described(evidence) else {
            return;
        };
        let pattern = pages.pattern_score.decide(&[
            Asked::term(stain.value, Some(stain.origin)),
            Asked::fact(Question::StainedPercent, evidence.percent.as_ref()),
        ]);
        let fits = |score: PatternScore| {
            let score = match score {
                PatternScore::Zero => IhcScore::Zero,
                PatternScore::One => IhcScore::One,
                PatternScore::Two => IhcScore::Two,
                PatternScore::Three => IhcScore::Three,
                PatternScore::AskPathologist => return true,
            };
            (signed.low..=signed.high).contains(&score)
        };
        if !pattern.answers().iter().any(fits) {
            self.flags = self.flags.with(Flag::ScorePatternMismatch);
            trace.add(&pattern);
        }
    }
}

/// The results that a printed score can be.
fn results_of(score: ScoreReading) -> TermSet<IhcResult> {
    match (score.low, score.high) {
        (IhcScore::Zero, IhcScore::One) => TermSet::only(IhcResult::ZeroOrOne),
        (low, high) if low == high => TermSet::only(result_of(low)),
        (low, high) => TermSet::only(result_of(low)).union(
            [
                IhcScore::Zero,
                IhcScore::One,
                IhcScore::Two,
                IhcScore::Three,
            ]
            .into_iter()
            .filter(|score| (low..=high).contains(score))
            .map(result_of)
            .collect(),
        ),
    }
}

fn result_of(score: IhcScore) -> IhcResult {
    match score {
        IhcScore::Zero => IhcResult::Zero,
        IhcScore::One => IhcResult::One,
        IhcScore::Two => IhcResult::Two,
        IhcScore::Three => IhcResult::Three,
    }
}

/// The staining that is there. A pattern seen in no cell describes nothing, except that faint staining in no cell is no staining.
pub(super) fn described(evidence: &IhcEvidence) -> Option<Fact<Stain>> {
    let stain = evidence.stain?;
    let in_no_cell = evidence.percent.is_some_and(
        |percent| matches!(percent.value, Amount::Exactly(value) if value == Decimal::ZERO),
    );
    match stain.value {
        Stain::FaintIncomplete if in_no_cell => Some(stain.with(Stain::None)),
        Stain::None => Some(stain),
        _ if in_no_cell => None,
        _ => Some(stain),
    }
}

/// What the category asks of the staining: the pattern, whether a percentage stands with it, and the percentage.
pub(super) fn staining(evidence: Option<&IhcEvidence>) -> [Asked<'static>; 3] {
    let stain = evidence.and_then(described);
    let detail = stain.map_or(StainDetail::NotStated, |stain| match stain.value {
        Stain::None => StainDetail::None,
        Stain::FaintIncomplete => StainDetail::FaintIncomplete,
        Stain::WeakModerateComplete => StainDetail::WeakModerateComplete,
        Stain::ModerateIntenseIncomplete => StainDetail::ModerateIntenseIncomplete,
        Stain::IntenseComplete => StainDetail::IntenseComplete,
    });
    let percent = evidence.and_then(|evidence| evidence.percent);
    let percent_at = percent.map(|percent| percent.origin);
    [
        Asked::term(detail, stain.map(|stain| stain.origin)),
        Asked::new(Question::PercentStated, percent.is_some(), percent_at),
        Asked::new(
            Question::StainedPercent,
            Input::maybe(percent.map(|percent| percent.value)),
            percent_at,
        ),
    ]
}
