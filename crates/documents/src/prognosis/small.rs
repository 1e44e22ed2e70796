//! The small scores, and a picture of where their values stand among the cuts.

use super::{about_result, facts, limits, title};
use crate::page::Block;
use crate::picture::{Gauge, Gauges};
use crate::sentence::{About, Sentence};
use crate::writer::{Writer, text};
use her2_case::Decimal;
use her2_knowledge::prognosis::{Band, cts5, npi, rcb};
use her2_pathway::prognosis::{Prognosis, Scored};
use her2_pathway::therapy::Situation;

/// Decimals of a value that is shown; the class is that of the unrounded value.
const SHOWN: usize = 3;

/// A score with classes: what is shown, its class, and the cuts.
struct Classed {
    shown: String,
    class: &'static str,
    cuts: &'static [Band<&'static str>],
}

pub(super) fn add(
    writer: &mut Writer<'_>,
    known: &Situation,
    scores: &Prognosis,
    blocks: &mut Vec<Block>,
) {
    let mut gauges = Vec::new();
    let mut said = Vec::new();
    let mut classed = |writer: &mut Writer<'_>, gauge: Gauge, words: String, about: &About| {
        said.push(writer.literal(words, about));
        gauges.push(gauge);
    };
    if let Some(given) = scores.npi.given() {
        let of = Classed {
            shown: rounded(&given.value().to_string()),
            class: given.class(),
            cuts: npi().classes,
        };
        add_classed(writer, known, &scores.npi, of, blocks, &mut classed);
    }
    if let Some(given) = scores.cts5.given() {
        let of = Classed {
            shown: rounded(&given.value().to_string()),
            class: given.class(),
            cuts: cts5().classes,
        };
        add_classed(writer, known, &scores.cts5, of, blocks, &mut classed);
    }
    if let Some(given) = scores.rcb.given() {
        let of = Classed {
            shown: format!("{:.*}", SHOWN, given.value()),
            class: given.class(),
            cuts: rcb().classes,
        };
        add_classed(writer, known, &scores.rcb, of, blocks, &mut classed);
    }
    if let Some(given) = scores.cps_eg.given() {
        let scored = &scores.cps_eg;
        let score = scored.score();
        let heading = writer.literal(title(score), &super::about(score));
        blocks.push(Block::Heading(heading));
        let about = about_result(score, "points", scored.uses(), known);
        let points = given.points().to_string();
        let result = writer.say("prognosis-points", &[text("points", &points)], &about);
        blocks.push(facts(writer, known, scored, result));
        limits(writer, score, blocks);
    }
    picture(writer, gauges, said, blocks);
}

fn add_classed<'w, R>(
    writer: &mut Writer<'w>,
    known: &Situation,
    scored: &Scored<R>,
    of: Classed,
    blocks: &mut Vec<Block>,
    told: &mut impl FnMut(&mut Writer<'w>, Gauge, String, &About),
) {
    let score = scored.score();
    let heading = writer.literal(title(score), &super::about(score));
    blocks.push(Block::Heading(heading));
    let about = about_result(score, of.class, scored.uses(), known);
    let class = writer.message(&format!("prognosis-class-{}", of.class), &[]);
    let values = [text("value", &of.shown), text("class", &class)];
    let result = writer.say("prognosis-value-class", &values, &about);
    blocks.push(facts(writer, known, scored, result));
    limits(writer, score, blocks);
    let values = [
        text("score", score.name),
        text("value", &of.shown),
        text("class", &class),
    ];
    let words = writer.message("prognosis-picture-said", &values);
    let cuts = of.cuts.iter().filter_map(|band| band.high);
    let cuts = cuts.map(|cut| cut.at).filter(|cut| *cut > Decimal::ZERO);
    let gauge = Gauge {
        label: format!("{}: {class}", score.name),
        value: of.shown.parse().unwrap_or(Decimal::ZERO),
        cuts: cuts.collect(),
        shown: of.shown,
    };
    told(writer, gauge, words, &about);
}

fn picture(
    writer: &mut Writer<'_>,
    gauges: Vec<Gauge>,
    said: Vec<Sentence>,
    blocks: &mut Vec<Block>,
) {
    let Some(first) = said.first() else {
        return;
    };
    let words: Vec<_> = said.iter().map(Sentence::words).collect();
    let words = words.join(" ");
    let description = writer.literal(words, first.about());
    blocks.push(Block::Gauges(Gauges {
        title: writer.label("prognosis-picture"),
        description,
        gauges,
        caption: writer.frame("prognosis-picture-caption"),
    }));
}

/// The exact digits, cut to what is shown: half away from zero, by the digits and never by a float.
fn rounded(exact: &str) -> String {
    let Some((whole, fraction)) = exact.split_once('.') else {
        return exact.to_owned();
    };
    if fraction.len() <= SHOWN {
        return exact.to_owned();
    }
    let digits: u64 = format!("{whole}{}", &fraction[..SHOWN])
        .parse()
        .unwrap_or(0);
    let up = fraction.as_bytes()[SHOWN] >= b'5';
    let digits = digits + u64::from(up);
    let unit = 10u64.pow(SHOWN as u32);
    format!("{}.{:0width$}", digits / unit, digits % unit, width = SHOWN)
}

#[cfg(test)]
mod unit {
    use super::rounded;

    #[test]
    fn digits_are_cut_and_rounded_by_themselves() {
        for (exact, shown) in [
            ("3.38", "3.38"),
            ("4.891548", "4.892"),
            ("3.129984", "3.130"),
            ("2.9996", "3.000"),
            ("12", "12"),
        ] {
            assert_eq!(rounded(exact), shown);
        }
    }
}
