//! Evidence, written short.
#![allow(dead_code, reason = "each test uses its part")]

use her2_case::{
    Amount, Edition, Evidence, Fact, Her2Word, IhcEvidence, IhcScore, IshEvidence, IshGroup,
    Origin, Probe, RecountEvidence, ScoreReading, Site, Span, Stain, Term,
};
use her2_pathway::testing::{Her2Decision, decide};

pub const NEWEST: Edition = Edition("asco-cap-2018");
pub const OF_2013: Edition = Edition("asco-cap-2013");
pub const OF_2007: Edition = Edition("asco-cap-2007");
pub const EDITIONS: [Edition; 3] = [NEWEST, OF_2013, OF_2007];

pub fn fact<T>(value: T) -> Fact<T> {
    Fact::new(value, Origin::span(Span::new(0, 1)))
}

pub fn amount(text: &str) -> Fact<Amount> {
    fact(Amount::Exactly(text.parse().expect("a decimal")))
}

pub fn score(text: &str) -> ScoreReading {
    match text {
        "0/1+" => ScoreReading {
            low: IhcScore::Zero,
            high: IhcScore::One,
            zero_plus: false,
        },
        text => ScoreReading::single(IhcScore::from_name(text).expect("a score")),
    }
}

/// Evidence with a score; no score with an empty text.
pub fn ihc(text: &str) -> Evidence {
    let mut evidence = Evidence::default();
    if !text.is_empty() {
        evidence.ihc = Some(IhcEvidence {
            score: Some(fact(score(text))),
            ..IhcEvidence::default()
        });
    }
    evidence
}

/// Evidence with a score, a staining and a percentage.
pub fn stained(text: &str, stain: Stain, percent: Option<&str>) -> Evidence {
    let mut evidence = ihc(text);
    let ihc = evidence.ihc.as_mut().expect("a score");
    ihc.stain = Some(fact(stain));
    ihc.percent = percent.map(amount);
    evidence
}

/// A dual-probe test; an empty text is a number that is not there.
pub fn dual(ratio: &str, copies: &str) -> IshEvidence {
    let number = |text: &str| (!text.is_empty()).then(|| amount(text));
    IshEvidence {
        probe: Some(fact(Probe::Dual)),
        ratio: number(ratio),
        her2_copies: number(copies),
        cells: Some(fact(20)),
        ..IshEvidence::default()
    }
}

pub fn single(copies: &str) -> IshEvidence {
    IshEvidence {
        probe: Some(fact(Probe::Single)),
        ratio: None,
        ..dual("", copies)
    }
}

pub fn signed(ish: IshEvidence, word: Her2Word) -> IshEvidence {
    IshEvidence {
        word: Some(fact(word)),
        ..ish
    }
}

/// Evidence with a score and an ISH test.
pub fn both(text: &str, ish: IshEvidence) -> Evidence {
    Evidence {
        ish: Some(ish),
        ..ihc(text)
    }
}

pub fn recount(ratio: &str, copies: &str) -> RecountEvidence {
    RecountEvidence {
        ratio: Some(amount(ratio)),
        her2_copies: Some(amount(copies)),
        cells: Some(fact(20)),
        blinded: Some(fact(true)),
        different_observer: Some(fact(true)),
    }
}

pub fn recounted(evidence: Evidence, recount: RecountEvidence) -> Evidence {
    Evidence {
        recount: Some(recount),
        ..evidence
    }
}

pub fn adjudicated(evidence: Evidence, group: IshGroup) -> Evidence {
    Evidence {
        adjudicated_group: Some(fact(group)),
        ..evidence
    }
}

pub fn of_site(evidence: Evidence, site: Site) -> Evidence {
    Evidence {
        site: Some(fact(site)),
        ..evidence
    }
}

pub fn status(evidence: &Evidence, edition: Edition) -> &'static str {
    decide(evidence, edition).her2_status().name()
}

pub fn category(evidence: &Evidence, edition: Edition) -> &'static str {
    decide(evidence, edition).her2_category().name()
}

/// The main fields in one line: status, category, group, what is awaited, actions, comments, flags.
pub fn line(decision: &Her2Decision) -> String {
    fn names<T: Term>(terms: impl Iterator<Item = T>) -> String {
        terms.map(Term::name).collect::<Vec<_>>().join(",")
    }
    format!(
        "{} {} group={} pending={} actions={} comments={} flags={}",
        decision.her2_status().name(),
        decision.her2_category().name(),
        decision.ish_group().map_or("-", Term::name),
        names(decision.awaited().iter()),
        names(decision.actions().iter()),
        names(decision.comments().iter()),
        names(decision.flags().iter()),
    )
}
