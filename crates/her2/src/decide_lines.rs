//! Structured cases in, findings out, one JSON object a line: the machine's door to the testing guideline.
//!
//! Keys that are not known are refused. A decimal is read from its literal text and never becomes a float. A line that cannot be
//! decided gives an object with an `error` that names the line; an error never repeats a value of the case.

mod input;
mod output;

use her2_case::{Edition, Evidence};
use her2_knowledge::{edition_on, testing, testing_editions};
use her2_pathway::testing::decide;
use jiff::civil::Date;

/// A longer line is no case.
const LONGEST_LINE: usize = 1024 * 1024;

/// Decides lines by an edition, or by the newest one in force on a day where a line names none.
#[derive(Clone, Copy, Debug)]
pub struct LineDecider {
    edition: Edition,
}

impl LineDecider {
    /// By `edition`; without one by the newest in force on that day, or the oldest if none was yet.
    pub fn new(as_of: Date, edition: Option<Edition>) -> Self {
        Self {
            edition: edition_or_newest(edition, as_of),
        }
    }

    /// Decides whole lines, of which the first has this number, and appends a line for each; blank lines are passed over.
    /// Gives the number of lines that could not be decided.
    pub fn block(&self, lines: &[u8], first_line: u64, out: &mut Vec<u8>) -> u64 {
        let mut failed = 0;
        for (line, number) in lines.split(|byte| *byte == b'\n').zip(first_line..) {
            if !line.trim_ascii().is_empty() {
                failed += u64::from(!self.line(line, number, out));
            }
        }
        failed
    }

    /// Decides one line and appends the finding, or the error, as a line. Whether it could be decided.
    pub fn line(&self, line: &[u8], number: u64, out: &mut Vec<u8>) -> bool {
        let case = if line.len() > LONGEST_LINE {
            Err(input::Refused::because("the line is longer than 1 MiB"))
        } else {
            input::read(line)
        };
        match case {
            Ok(case) => {
                let edition = case.edition.unwrap_or(self.edition);
                output::finding(case.id, &decide(&case.evidence, edition), out);
                true
            }
            Err(refused) => {
                output::error(&refused, number, out);
                false
            }
        }
    }
}

/// That edition, if a status can be decided by it; else the newest in force on that day, or the oldest if none was yet.
pub(crate) fn edition_or_newest(edition: Option<Edition>, as_of: Date) -> Edition {
    let known = |edition: &Edition| testing(*edition).is_some();
    let in_force = || edition_on(as_of).map(|info| info.term()).filter(known);
    let oldest = || testing_editions().last().map(|pages| pages.edition);
    let edition = edition.filter(known).or_else(in_force).or_else(oldest);
    edition.expect("there is at least one edition")
}

/// The evidence of one case, and the edition it names; or why it cannot be read, without any value of it.
pub(crate) fn evidence(json: &str) -> Result<(Evidence, Option<Edition>), String> {
    let case = input::read(json.as_bytes()).map_err(|refused| refused.message)?;
    Ok((case.evidence, case.edition))
}

#[cfg(test)]
mod tests;
