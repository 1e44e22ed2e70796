//! What else the report says, one line each.

use super::outcome::Outcome;
use crate::page::{Block, Section};
use crate::sentence::{About, Sentence};
use crate::told::Story;
use crate::writer::{Writer, count, text};
use her2_case::{Decimal, ReceptorResult, ReceptorStatus, Term, Tumor};

type Lines = Vec<(Sentence, Vec<Sentence>)>;

pub(super) fn section(
    writer: &mut Writer<'_>,
    story: &Story<'_>,
    outcome: Outcome,
) -> Option<Section> {
    if matches!(outcome, Outcome::Unreadable | Outcome::NotBreast) {
        return None;
    }
    let heading = writer.label("heading-also");
    let record = story.record;
    let mut lines = Vec::new();
    receptor(writer, "also-er", record.er.as_ref(), &mut lines);
    receptor(writer, "also-pr", record.pr.as_ref(), &mut lines);
    tumor(writer, &record.tumor, &mut lines);
    let mut blocks = Vec::new();
    if let Some(multiple) = record.tumor.multiple.filter(|multiple| multiple.value) {
        let about = About::fact(multiple.origin);
        blocks.push(Block::Paragraph(writer.say("also-multiple", &[], &about)));
    }
    blocks.push(if lines.is_empty() {
        Block::Paragraph(writer.say("also-none", &[], &About::NotSaid("tumor")))
    } else {
        Block::Facts(lines)
    });
    Some(Section {
        id: "also",
        heading,
        blocks,
    })
}

fn receptor(
    writer: &mut Writer<'_>,
    label: &'static str,
    result: Option<&ReceptorResult>,
    lines: &mut Lines,
) {
    let Some(result) = result.filter(|result| result.status != ReceptorStatus::NotReported) else {
        return;
    };
    let about = About::fact(result.origin);
    let percent = result.percent.map(|percent| percent.value.to_string());
    let status = result.status.name();
    let said = match (result.status, percent) {
        (ReceptorStatus::Pending | ReceptorStatus::Conflict, _) => {
            writer.say(&format!("also-receptor-{status}"), &[], &about)
        }
        (_, Some(percent)) => writer.say(
            &format!("also-{status}-percent"),
            &[text("percent", &percent)],
            &about,
        ),
        (_, None) => writer.say(&format!("also-{status}"), &[], &about),
    };
    lines.push((writer.label(label), said));
}

fn tumor(writer: &mut Writer<'_>, tumor: &Tumor, lines: &mut Lines) {
    if let Some(histology) = &tumor.histology {
        let name = format!("histology-{}", histology.value.name());
        let said = writer.say(&name, &[], &About::fact(histology.origin));
        lines.push((writer.label("also-histology"), said));
    }
    if let Some(grade) = &tumor.grade {
        let name = format!("grade-{}", grade.value.name());
        let said = writer.say(&name, &[], &About::fact(grade.origin));
        lines.push((writer.label("also-grade"), said));
    }
    if let Some(size) = &tumor.size_mm {
        let mm = size.value.to_string();
        let cm = centimetres(size.value);
        let values = [text("mm", &mm), text("cm", &cm)];
        let said = writer.say("size-mm", &values, &About::fact(size.origin));
        lines.push((writer.label("also-size"), said));
    }
    nodes(writer, tumor, lines);
    stage(writer, tumor, lines);
    if let Some(ki67) = &tumor.ki67 {
        let percent = ki67.value.to_string();
        let about = About::fact(ki67.origin);
        let said = writer.say("ki67-percent", &[text("percent", &percent)], &about);
        lines.push((writer.label("also-ki67"), said));
    }
    if let Some(lvi) = &tumor.lvi {
        let name = format!("lvi-{}", lvi.value.name());
        let said = writer.say(&name, &[], &About::fact(lvi.origin));
        lines.push((writer.label("also-lvi"), said));
    }
    if let Some(margins) = &tumor.margins {
        let name = format!("margins-{}", margins.value.name());
        let said = writer.say(&name, &[], &About::fact(margins.origin));
        lines.push((writer.label("also-margins"), said));
    }
}

fn nodes(writer: &mut Writer<'_>, tumor: &Tumor, lines: &mut Lines) {
    let positive = tumor.nodes_positive;
    let examined = tumor.nodes_examined;
    let places = [positive, examined].into_iter().flatten();
    let about = About::Facts(places.map(|fact| fact.origin).collect());
    let counts = (
        positive.map(|fact| fact.value),
        examined.map(|fact| fact.value),
    );
    let said = match counts {
        (Some(0), Some(examined)) => {
            writer.say("nodes-none", &[count("examined", examined)], &about)
        }
        (Some(positive), Some(examined)) => writer.say(
            "nodes-some",
            &[count("positive", positive), count("examined", examined)],
            &about,
        ),
        (Some(0), None) => writer.say("nodes-none-only", &[], &about),
        (Some(positive), None) => writer.say(
            "nodes-positive-only",
            &[count("positive", positive)],
            &about,
        ),
        (None, Some(examined)) => writer.say(
            "nodes-examined-only",
            &[count("examined", examined)],
            &about,
        ),
        (None, None) => return,
    };
    lines.push((writer.label("also-nodes"), said));
}

fn stage(writer: &mut Writer<'_>, tumor: &Tumor, lines: &mut Lines) {
    let parts: Vec<_> = [&tumor.t, &tumor.n, &tumor.m]
        .into_iter()
        .flatten()
        .collect();
    if parts.is_empty() {
        return;
    }
    let prefix = tumor.tnm_prefix.map_or("", |prefix| prefix.value.name());
    let letters: Vec<String> = parts
        .iter()
        .map(|fact| format!("{prefix}{}", crate::read::shown(&fact.value)))
        .collect();
    let about = About::Facts(parts.iter().map(|fact| fact.origin).collect());
    let letters = letters.join(" ");
    let said = writer.say("stage-letters", &[text("letters", &letters)], &about);
    lines.push((writer.label("also-stage"), said));
}

/// Millimetres as centimetres, exactly.
fn centimetres(mm: Decimal) -> String {
    let cm = Decimal::new(mm.mantissa(), mm.scale() + 1).to_string();
    let cut = cm.trim_end_matches('0').trim_end_matches('.');
    cut.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn millimetres_are_shown_as_centimetres_without_loss() {
        for (mm, cm) in [
            ("34", "3.4"),
            ("20", "2"),
            ("7", "0.7"),
            ("12.5", "1.25"),
            ("100", "10"),
        ] {
            assert_eq!(centimetres(mm.parse().unwrap()), cm);
        }
    }
}
