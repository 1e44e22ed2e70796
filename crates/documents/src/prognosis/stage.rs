//! The prognostic stage by a table that was loaded, with the file it came from.

use super::answer::names;
use crate::page::Block;
use crate::sentence::About;
use crate::writer::{Writer, text};
use her2_case::{Question, Term};
use her2_pathway::staging::LicensedStage;

/// The stage, or those that are still possible and what is asked for; and the table by file, hash and line.
pub(crate) fn licensed(writer: &mut Writer<'_>, found: &LicensedStage<'_>) -> Block {
    let about = About::Facts(found.because().to_vec());
    let stages = found.possible().iter();
    let stages = stages.map(|stage| writer.words.term(Question::PrognosticStage, stage.name()));
    let stages = stages.collect::<Vec<_>>().join(", ");
    let stage = match found.stage() {
        Some(_) => vec![writer.literal(stages, &about)],
        None => {
            let names = names(writer.words, found.asks());
            let values = [text("stages", &stages), text("names", &names)];
            writer.say("prognosis-stage-open", &values, &about)
        }
    };
    let lines = found.lines().iter().map(u64::to_string);
    let lines = lines.collect::<Vec<_>>().join(", ");
    let table = found.table();
    let values = [
        text("name", table.name()),
        text("hash", table.hash()),
        text("lines", &lines),
    ];
    let source = writer.say("prognosis-stage-table-said", &values, &about);
    Block::Facts(vec![
        (writer.label("prognosis-stage"), stage),
        (writer.label("prognosis-stage-table"), source),
    ])
}
