//! What was tested: one test after the other, with its numbers and pictures.

use super::meaning::{label, score_words};
use super::outcome::Outcome;
use super::pictures;
use crate::page::{Block, Section};
use crate::sentence::{About, Sentence};
use crate::told::{Story, Tested};
use crate::writer::{Writer, count, text};
use her2_case::{
    Assay, Fact, Her2Status, Her2Word, IhcEvidence, IhcScore, IshEvidence, Origin, Stain, Term,
};

pub(super) fn section(
    writer: &mut Writer<'_>,
    story: &Story<'_>,
    outcome: Outcome,
) -> Option<Section> {
    if matches!(outcome, Outcome::Unreadable | Outcome::NotBreast) {
        return None;
    }
    let heading = writer.label("heading-tested");
    let mut intro = writer.frame("tested-what");
    if let Some(date) = &story.record.date {
        let day = writer.words.long_day(date.value);
        intro.extend(writer.say(
            "tested-date",
            &[text("date", &day)],
            &About::fact(date.origin),
        ));
    }
    let mut blocks = vec![Block::Paragraph(intro)];
    let several = story.tested.len() > 1;
    let with_result = story.tested.iter().filter(|tested| has_result(tested));
    for tested in with_result {
        if several {
            let words = label(writer, story, tested);
            let about = tested
                .tumor
                .or(tested.label)
                .map_or(About::Frame("specimen-number"), |span| {
                    About::fact(Origin::span(span))
                });
            blocks.push(Block::Heading(writer.literal(words, &about)));
        }
        if let Some(ihc) = &tested.evidence.ihc {
            ihc_blocks(writer, story, tested, ihc, &mut blocks);
        }
        if let Some(ish) = &tested.evidence.ish {
            ish_blocks(writer, story, ish, &mut blocks);
        }
    }
    if let Some(about) = replaced(story) {
        blocks.push(Block::Paragraph(writer.say("tested-replaced", &[], &about)));
    }
    if !story.tested.iter().any(has_result) && outcome != Outcome::NotReported {
        let about = story
            .record
            .her2_status
            .1
            .map_or(About::NotSaid("her2-result"), About::fact);
        blocks.push(Block::Paragraph(writer.say("tested-none", &[], &about)));
    }
    Some(Section {
        id: "tested",
        heading,
        blocks,
    })
}

/// Results that a later part of the report replaced, without those that were only announced.
pub(crate) fn replaced(story: &Story<'_>) -> Option<About> {
    let announced = [Her2Word::Pending, Her2Word::NotPerformed];
    let places: Vec<Origin> = story
        .record
        .her2_results()
        .filter(|result| result.superseded)
        .filter(|result| {
            result
                .word
                .is_none_or(|word| !announced.contains(&word.value))
        })
        .map(|result| result.origin)
        .collect();
    (!places.is_empty()).then_some(About::Facts(places))
}

fn has_result(tested: &Tested) -> bool {
    let no_result = |word: Option<Fact<Her2Word>>| {
        word.is_none_or(|word| matches!(word.value, Her2Word::Pending | Her2Word::NotPerformed))
    };
    let ihc = tested.evidence.ihc.is_some_and(|ihc| {
        ihc.score.is_some()
            || ihc.stain.is_some()
            || ihc.percent.is_some()
            || ihc.rejected.is_some()
            || !no_result(ihc.word)
    });
    let ish = tested.evidence.ish.is_some_and(|ish| {
        ish.ratio.is_some()
            || ish.her2_copies.is_some()
            || ish.her2_total.is_some()
            || ish.group.is_some()
            || ish.rejected.is_some()
            || !no_result(ish.word)
    });
    ihc || ish
}

fn ihc_blocks(
    writer: &mut Writer<'_>,
    story: &Story<'_>,
    tested: &Tested,
    ihc: &IhcEvidence,
    blocks: &mut Vec<Block>,
) {
    let mut said = Vec::new();
    if let Some(score) = ihc.score {
        let shown = score_words(writer, score.value);
        said.extend(writer.say(
            "tested-ihc",
            &[text("score", &shown)],
            &About::fact(score.origin),
        ));
    } else if let Some(word) = not_done(ihc.word) {
        said.extend(writer.say("tested-ihc-not-done", &[], &About::fact(word.origin)));
    } else if let Some(word) = ihc.word.filter(|word| word.value != Her2Word::Pending) {
        let name = if is_unspecified(story, word) {
            "tested-unspecified"
        } else {
            "tested-ihc-word"
        };
        said.extend(with_word(writer, name, word));
    }
    if let Some(percent) = ihc.percent {
        let shown = percent.value.to_string();
        let name = if counts_strong(ihc) {
            "tested-ihc-percent-strong"
        } else {
            "tested-ihc-percent"
        };
        said.extend(writer.say(
            name,
            &[text("percent", &shown)],
            &About::fact(percent.origin),
        ));
    }
    if let Some(rejected) = ihc.rejected {
        said.extend(writer.say("tested-rejected-ihc", &[], &About::fact(rejected.origin)));
    }
    if !said.is_empty() {
        blocks.push(Block::Paragraph(said));
    }
    let applies = tested.decided.status != Some(Her2Status::NotApplicable);
    if ihc.score.is_some() && applies {
        blocks.push(Block::Scale(pictures::scale(writer, tested)));
    }
}

/// Whether the percent counts the cells with strong complete staining, which are not the ones the score comes from.
fn counts_strong(ihc: &IhcEvidence) -> bool {
    let strong = ihc
        .stain
        .is_some_and(|stain| stain.value == Stain::IntenseComplete);
    let score = ihc.score.and_then(|score| score.value.exact());
    strong && score != Some(IhcScore::Three)
}

fn ish_blocks(
    writer: &mut Writer<'_>,
    story: &Story<'_>,
    ish: &IshEvidence,
    blocks: &mut Vec<Block>,
) {
    let mut said = Vec::new();
    if let Some(ratio) = ish.ratio {
        let shown = ratio.value.to_string();
        let about = About::fact(ratio.origin);
        said.extend(writer.say("tested-ish-ratio", &[text("ratio", &shown)], &about));
    }
    if let Some(copies) = ish.her2_copies {
        let shown = copies.value.to_string();
        let about = About::fact(copies.origin);
        said.extend(writer.say("tested-ish-copies", &[text("copies", &shown)], &about));
    }
    if let Some(cells) = ish.cells {
        let about = About::fact(cells.origin);
        said.extend(writer.say("tested-ish-cells", &[count("cells", cells.value)], &about));
    }
    if let Some(word) = not_done(ish.word) {
        said.extend(writer.say("tested-ish-not-done", &[], &About::fact(word.origin)));
    } else if let Some(word) = ish.word.filter(|word| word.value != Her2Word::Pending) {
        said.extend(with_word(writer, "tested-ish-word", word));
    }
    if let Some(rejected) = ish.rejected {
        said.extend(writer.say("tested-rejected-ish", &[], &About::fact(rejected.origin)));
    }
    if said.is_empty() {
        return;
    }
    let mut first = writer.frame("tested-ish-dual");
    first.extend(said);
    blocks.push(Block::Paragraph(first));
    if let Some(gauges) = pictures::gauges(writer, story, ish) {
        blocks.push(Block::Gauges(gauges));
    }
}

/// The word with which a report says that a test was not done.
fn not_done(word: Option<Fact<Her2Word>>) -> Option<Fact<Her2Word>> {
    word.filter(|word| word.value == Her2Word::NotPerformed)
}

fn with_word(writer: &mut Writer<'_>, name: &str, word: Fact<Her2Word>) -> Vec<Sentence> {
    let shown = writer.message(&format!("word-{}", word.value.name()), &[]);
    writer.say(name, &[text("word", &shown)], &About::fact(word.origin))
}

/// Whether the report gives this word without naming a test.
fn is_unspecified(story: &Story<'_>, word: Fact<Her2Word>) -> bool {
    story.record.her2_results().any(|result| {
        result.assay == Assay::Unspecified
            && result.word.is_some_and(|other| other.origin == word.origin)
    })
}
