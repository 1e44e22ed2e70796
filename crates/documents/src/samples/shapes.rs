//! Shapes that several samples share.

use crate::sample::{Sample, sample};
use her2_case::*;

pub(super) fn score(
    name: &'static str,
    text: &'static str,
    low: IhcScore,
    high: IhcScore,
    printed: &'static str,
) -> Sample {
    sample(name, text, |b| {
        let words = text
            .split_once("core. ")
            .map_or(text, |(_, rest)| rest)
            .trim_end_matches(".\n");
        b.her2(Assay::Ihc, words, |b, result| {
            let reading = ScoreReading {
                low,
                high,
                zero_plus: false,
            };
            result.score = Some(b.fact(reading, printed));
        });
        let status = if high == IhcScore::Two {
            RecordStatus::Equivocal
        } else {
            RecordStatus::Negative
        };
        b.status(status, words);
    })
}

pub(super) fn stained(
    name: &'static str,
    text: &'static str,
    stain: Stain,
    percent: Option<&'static str>,
) -> Sample {
    sample(name, text, |b| {
        let words = text
            .split_once("core. ")
            .map_or(text, |(_, rest)| rest)
            .trim_end_matches(".\n");
        b.her2(Assay::Ihc, words, |b, result| {
            result.score = Some(b.fact(ScoreReading::single(IhcScore::Zero), "score 0"));
            result.stain = Some(b.fact(stain, words));
            result.percent = percent.map(|percent| b.number(percent));
        });
        b.status(RecordStatus::Negative, words);
    })
}

pub(super) fn group(
    name: &'static str,
    text: &'static str,
    ratio: &'static str,
    copies: &'static str,
    ihc: Option<IhcScore>,
) -> Sample {
    sample(name, text, |b| {
        if let Some(score) = ihc {
            let words = format!("HER2 IHC {}", score.name());
            b.score(&words, score, score, &words);
            b.status(RecordStatus::Negative, &words);
        }
        if ihc.is_none_or(|score| score == IhcScore::Two) {
            b.status(RecordStatus::Equivocal, "HER2 FISH");
        }
        let ish = text
            .find("HER2 FISH")
            .map_or(text, |at| text[at..].trim_end_matches(".\n"));
        b.ratio(ish, ratio, copies);
    })
}
