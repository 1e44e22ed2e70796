//! Diagnostics as workflow commands, which code hosts show beside the file.

use super::place::Lines;
use super::{Checked, Place, first_sentence};
use her2_case::Severity;
use std::fmt::Write;

/// The diagnostics of one record, one command a line. No text of the record is printed.
pub fn github(checked: &Checked<'_>) -> String {
    let lines = Lines::counted(checked);
    let named = checked.source.is_named();
    let mut out = String::new();
    for shown in checked.shown {
        let command = match shown.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        write!(out, "::{command} file={}", property(checked.name))
            .expect("a string can be written to");
        if let Some(span) = shown.at.first().filter(|_| !named) {
            let place = lines.place(*span);
            let Place {
                line,
                column,
                end_line,
                end_column,
            } = place;
            write!(out, ",line={line},endLine={end_line}").expect("a string can be written to");
            if line == end_line {
                write!(out, ",col={column},endColumn={end_column}")
                    .expect("a string can be written to");
            }
        }
        let at = shown.at.first().filter(|_| named);
        let at = at.and_then(|span| checked.source.path(*span));
        let at = at.map_or_else(String::new, |path| format!("\nAt: {path}"));
        let message = format!(
            "{}. {}\n{}{at}\nSource: {}",
            shown.title.trim_end_matches('.'),
            first_sentence(&shown.why),
            first_sentence(&shown.what_to_do),
            shown.source
        );
        writeln!(out, ",title={}::{}", property(shown.code), data(&message))
            .expect("a string can be written to");
    }
    out
}

/// The text of a command: a line break or a percent sign would end or change it.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// The value of a property, in which colon and comma have a meaning too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_meaning_in_a_command_is_escaped() {
        assert_eq!(property("C:\\a,b%c\r\n"), "C%3A\\a%2Cb%25c%0D%0A");
        assert_eq!(data("10 %, then\nmore: this"), "10 %25, then%0Amore: this");
    }
}
