//! `her2 learn`: what HER2 is, and what comes with it, in plain words.

use crate::args::LearnArgs;
use crate::failure::Failure;
use crate::pipeline::Tally;
use crate::written::{self, Style};

/// Prints a topic, or the list of topics.
pub fn run(args: &LearnArgs) -> Result<Tally, Failure> {
    let lang = super::lang(&args.language)?;
    let topic = args.topic.as_deref().map(str::to_lowercase);
    let Some(document) = her2::learn(topic.as_deref(), lang) else {
        return Err(Failure::Usage(unknown(
            topic.as_deref().unwrap_or_default(),
        )));
    };
    written::print(Style::of_stdout().write(&document, args.format))
}

fn unknown(topic: &str) -> String {
    let near = her2::nearest_topic(topic);
    let hint = near.map(|near| format!(" Did you mean `{near}`?"));
    format!(
        "there is no topic `{topic}`.{} There are: {}",
        hint.unwrap_or_default(),
        her2::topic_names().join(", ")
    )
}
