//! Why a recorded call is not what its numbers give. A closed list, each found by what it says and never by a row.

use super::compare::{Compared, Test, is};
use super::every_edition;
use her2_case::{
    Amount, Decimal, Evidence, Fact, Flag, Her2Status, Her2Word, IhcScore, IshEvidence,
};
use her2_pathway::testing::decide;

/// Why.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The call is right by the ratio alone with the cut-off of the kits, before there was an edition.
    KitCutOff,
    /// The call is what an edition of another time gives: groups 2 to 4, the zone from 1.8 to 2.2, six copies.
    OtherEdition,
    /// Totals stand where means belong, and what follows from them is not the call.
    TotalAsMean,
    /// Half a unit of the last printed decimal turns the answer into the call.
    RoundedAtCutOff,
    /// The ratio lies where cut-offs of laboratories and kits differ.
    LocalCutOff,
    /// The numbers contradict each other or are of no tissue; the ratio alone gives the call.
    NumbersDisagree,
    /// 2+ called positive, as it was before the first edition.
    TwoPlusCalledPositive,
    /// The score is 2+, or between two results, and the call is that of the gene test of the sample.
    FromGeneTest,
    /// The score is 2+, and a gene test is not in the table.
    GeneTestMissing,
    /// The call is that of another sample of the patient or of an outside laboratory.
    FromOtherSample,
    /// A range of scores, of which the call takes one end.
    ScoreRange,
    /// What is in the table leaves several answers open, and the call is one of them.
    NotEnough,
    /// The call is equivocal although one of the tests settles it.
    EquivocalBesideSettled,
    /// One test is positive, and the call follows the other one.
    OneTestPositive,
    /// The call contradicts its own score.
    ContradictsScore,
    /// The call contradicts its own numbers.
    ContradictsNumbers,
    /// None of these.
    Unexplained,
}

impl Reason {
    /// In words.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::KitCutOff => "called by the kits' cut-off of 2.0, before the first edition",
            Self::OtherEdition => "called as an edition of another time would",
            Self::TotalAsMean => "totals stand where means belong",
            Self::RoundedAtCutOff => "the printed ratio is rounded at the cut-off",
            Self::LocalCutOff => "the ratio lies where local cut-offs differ",
            Self::NumbersDisagree => {
                "the numbers contradict each other or no tissue gives them; the ratio alone gives the call"
            }
            Self::TwoPlusCalledPositive => "2+ called positive",
            Self::FromGeneTest => "the call is that of the gene test",
            Self::GeneTestMissing => "the score is equivocal and the gene test is not in the table",
            Self::FromOtherSample => "the call is that of another sample or laboratory",
            Self::ScoreRange => "the score is a range, and the call takes one end",
            Self::NotEnough => "the table leaves several answers open, and the call is one of them",
            Self::EquivocalBesideSettled => "called equivocal although a test settles it",
            Self::OneTestPositive => "one test is positive, and the call follows the other",
            Self::ContradictsScore => "the call contradicts its own score",
            Self::ContradictsNumbers => "the call contradicts its own numbers",
            Self::Unexplained => "no reason found",
        }
    }
}

/// Why a call and its numbers disagree: the first of the reasons that holds.
pub fn reason(compared: &Compared<'_>) -> Reason {
    match compared.test {
        Test::Ihc => of_score(compared),
        Test::Ish => of_numbers(compared),
        Test::Overall => of_both(compared),
    }
}

fn gives(evidence: &Evidence, word: Her2Word) -> bool {
    every_edition().any(|edition| is(decide(evidence, edition).her2_status(), word))
}

fn of_score(compared: &Compared<'_>) -> Reason {
    let word = compared.recorded;
    let score = compared.evidence.ihc.and_then(|ihc| ihc.score);
    let Some(score) = score.map(|score| score.value) else {
        return Reason::Unexplained;
    };
    let end = |score: IhcScore| match score {
        IhcScore::Zero | IhcScore::One => Her2Word::Negative,
        IhcScore::Two => Her2Word::Equivocal,
        IhcScore::Three => Her2Word::Positive,
    };
    if score.exact().is_none() && (end(score.low) == word || end(score.high) == word) {
        return Reason::ScoreRange;
    }
    if of_gene_test(compared) {
        return Reason::FromGeneTest;
    }
    if score.exact() == Some(IhcScore::Two) && word == Her2Word::Positive {
        return Reason::TwoPlusCalledPositive;
    }
    if compared.elsewhere.iter().any(|other| same(*other, word))
        && compared.elsewhere.iter().all(|other| same(*other, word))
    {
        return Reason::FromOtherSample;
    }
    Reason::ContradictsScore
}

fn same(one: Her2Word, other: Her2Word) -> bool {
    let direction = |word: Her2Word| match word {
        Her2Word::Positive | Her2Word::Amplified | Her2Word::Overexpressed => 0,
        Her2Word::Negative | Her2Word::NotAmplified | Her2Word::NotOverexpressed => 1,
        _ => 2,
    };
    direction(one) == direction(other)
}

/// Whether the gene test of the sample is called the same.
fn of_gene_test(compared: &Compared<'_>) -> bool {
    let word = compared.ish.and_then(|ish| ish.word);
    word.is_some_and(|word| {
        let settled = matches!(
            word.value,
            Her2Word::Positive | Her2Word::Negative | Her2Word::Amplified | Her2Word::NotAmplified
        );
        settled && same(word.value, compared.recorded)
    })
}

fn ratio(evidence: &Evidence) -> Option<Fact<Amount>> {
    evidence.ish.and_then(|ish| ish.ratio)
}

/// The same evidence with only this ratio.
fn with_ratio(evidence: &Evidence, ratio: Fact<Amount>) -> Evidence {
    let word = evidence.ish.and_then(|ish| ish.word);
    Evidence {
        ish: Some(IshEvidence {
            ratio: Some(ratio),
            word,
            ..IshEvidence::default()
        }),
        ..*evidence
    }
}

fn of_numbers(compared: &Compared<'_>) -> Reason {
    let (evidence, word) = (&compared.evidence, compared.recorded);
    let exact = ratio(evidence).and_then(|ratio| Some((ratio, ratio.value.exact()?)));
    let two = Decimal::whole(2);
    if let Some((_, value)) = exact
        && !compared.has_edition
        && same(
            word,
            if value >= two {
                Her2Word::Positive
            } else {
                Her2Word::Negative
            },
        )
    {
        return Reason::KitCutOff;
    }
    let unusable = compared
        .decided
        .iter()
        .any(|decided| decided.flags().contains(Flag::NumericInconsistency));
    if !unusable && is_open(compared) {
        return Reason::NotEnough;
    }
    if gives(evidence, word) {
        return Reason::OtherEdition;
    }
    let totals = compared
        .problems
        .iter()
        .any(|problem| problem.code == "table-total-as-mean");
    if let Some((fact, value)) = exact {
        let kit = same(
            word,
            if value >= two {
                Her2Word::Positive
            } else {
                Her2Word::Negative
            },
        );
        let alone = kit || gives(&with_ratio(evidence, fact), word);
        if totals && alone {
            return Reason::TotalAsMean;
        }
        if unusable && alone {
            return Reason::NumbersDisagree;
        }
        if [1, -1]
            .into_iter()
            .any(|way| gives(&with_ratio(evidence, nudged(fact, value, way)), word))
        {
            return Reason::RoundedAtCutOff;
        }
        if value >= Decimal::new(18, 1) && value <= Decimal::new(22, 1) {
            return Reason::LocalCutOff;
        }
    }
    if exact.is_some() || evidence.ish.is_some_and(|ish| ish.her2_copies.is_some()) {
        return Reason::ContradictsNumbers;
    }
    Reason::Unexplained
}

/// Whether the numbers leave several answers open, and the call is one of them.
fn is_open(compared: &Compared<'_>) -> bool {
    let statuses = [
        Her2Status::Positive,
        Her2Status::Negative,
        Her2Status::Equivocal,
    ];
    compared.decided.iter().any(|decided| {
        let possible = decided.possible();
        let meant =
            |status: &Her2Status| is(*status, compared.recorded) && possible.contains(*status);
        !statuses.contains(&decided.her2_status()) && statuses.iter().any(meant)
    })
}

/// A ratio moved by half a unit of its last printed decimal.
fn nudged(fact: Fact<Amount>, value: Decimal, way: i8) -> Fact<Amount> {
    let scale = value.scale().min(5);
    let mantissa = value.mantissa() * 10;
    let moved = if way > 0 {
        mantissa + 5
    } else {
        mantissa.saturating_sub(5)
    };
    fact.with(Amount::Exactly(Decimal::new(moved, scale + 1)))
}

fn of_both(compared: &Compared<'_>) -> Reason {
    let (evidence, word) = (&compared.evidence, compared.recorded);
    let score = evidence
        .ihc
        .and_then(|ihc| ihc.score)
        .map(|score| score.value);
    let exact = score.and_then(|score| score.exact());
    let gene = evidence.ish.is_some();
    if gives(evidence, word) {
        return Reason::OtherEdition;
    }
    if of_gene_test(compared) && exact != Some(IhcScore::Three) {
        return Reason::FromGeneTest;
    }
    let equivocal = score.is_some_and(|score| score.high == IhcScore::Two);
    if equivocal && !gene {
        return Reason::GeneTestMissing;
    }
    if score.is_some_and(|score| score.exact().is_none()) && !gene {
        return Reason::ScoreRange;
    }
    if compared.elsewhere.iter().any(|other| same(*other, word)) {
        return Reason::FromOtherSample;
    }
    let by_score = exact.map(|score| match score {
        IhcScore::Zero | IhcScore::One => Her2Word::Negative,
        IhcScore::Two => Her2Word::Equivocal,
        IhcScore::Three => Her2Word::Positive,
    });
    if gene && by_score.is_some_and(|by_score| same(by_score, word)) {
        return Reason::OneTestPositive;
    }
    if word == Her2Word::Equivocal {
        return Reason::EquivocalBesideSettled;
    }
    if gene {
        let only_ish = Compared {
            test: Test::Ish,
            recorded: word,
            evidence: Evidence {
                ihc: None,
                ..*evidence
            },
            decided: compared.decided.clone(),
            has_edition: compared.has_edition,
            ish: compared.ish,
            elsewhere: Vec::new(),
            problems: compared.problems,
        };
        return of_numbers(&only_ish);
    }
    if score.is_some() {
        return Reason::ContradictsScore;
    }
    Reason::Unexplained
}
