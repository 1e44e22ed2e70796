//! The open questions, put one by one to the person at the terminal.

use her2::{AskedQuestion, Typed};
use std::io::{self, BufRead, Write};

/// What came of asking.
pub enum Asked {
    /// An answer to the question of this name.
    Answer(&'static str, String),
    /// It is not known; the question is not put again.
    NotKnown(&'static str),
    /// Enough, or nobody answers any more.
    Over,
}

/// Explains once how answers are typed.
pub fn begin(to: &mut impl Write, lang: &str, open: usize) -> io::Result<()> {
    let begins = her2::asking_begins(lang, open).unwrap_or_default();
    writeln!(to, "{begins}\n")
}

/// Puts one question until it is answered.
pub fn ask(
    question: &AskedQuestion,
    from: &mut impl BufRead,
    to: &mut impl Write,
) -> io::Result<Asked> {
    writeln!(to, "{}", question.put)?;
    for (at, (_, words)) in question.choices.iter().enumerate() {
        writeln!(to, "  {:>2}  {words}", at + 1)?;
    }
    loop {
        match question.unit_words.as_deref() {
            Some("") | None => write!(to, "> ")?,
            Some(unit) => write!(to, "{unit} > ")?,
        }
        to.flush()?;
        let mut line = String::new();
        if from.read_line(&mut line)? == 0 {
            writeln!(to)?;
            return Ok(Asked::Over);
        }
        match question.read(&line) {
            Typed::Answer(answer) => {
                writeln!(to)?;
                return Ok(Asked::Answer(question.name, answer));
            }
            Typed::NotKnown => {
                writeln!(to)?;
                return Ok(Asked::NotKnown(question.name));
            }
            Typed::Enough => {
                writeln!(to)?;
                return Ok(Asked::Over);
            }
            Typed::Help => writeln!(to, "  {}", question.help)?,
            Typed::NotRead(why) => writeln!(to, "  {why}")?,
        }
    }
}
