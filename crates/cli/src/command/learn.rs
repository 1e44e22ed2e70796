//! `her2 learn`: what HER2 is, and what comes with it, in plain words.

use crate::args::{LearnArgs, LearnFormat};
use crate::failure::Failure;
use crate::pipeline::Tally;
use crate::screen;
use std::io::{self, Write};

/// Prints a topic, or the list of topics.
pub fn run(args: &LearnArgs) -> Result<Tally, Failure> {
    let lang = args.lang.as_str();
    if !her2::languages().contains(&lang) {
        return Err(Failure::Usage(format!(
            "there is no language `{lang}`. There are: {}",
            her2::languages().join(", ")
        )));
    }
    let topic = args.topic.as_deref().map(str::to_lowercase);
    let Some(page) = her2::learn(topic.as_deref(), lang) else {
        return Err(Failure::Usage(unknown(
            topic.as_deref().unwrap_or_default(),
        )));
    };
    let mut page = match args.format {
        LearnFormat::Text if screen::shows_ascii_only() => {
            page.text_ascii(screen::width(), screen::stdout_takes_color())
        }
        LearnFormat::Text => page.text(screen::width(), screen::stdout_takes_color()),
        LearnFormat::Html => page.html(),
        LearnFormat::Json => page.json(),
    };
    if !page.ends_with('\n') {
        page.push('\n');
    }
    let mut stdout = io::stdout().lock();
    stdout.write_all(page.as_bytes())?;
    stdout.flush()?;
    Ok(Tally::default())
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
