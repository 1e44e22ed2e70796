//! Lines put together to text: words divided at the end of a line are made whole, and a sentence goes on over the end of a page.

/// A further line of the same cell.
pub(super) fn appended(mut text: String, line: &str) -> String {
    if text.is_empty() {
        return line.to_owned();
    }
    if let Some(divided) = Divided::of(&text, line) {
        divided.close(&mut text);
    } else {
        text.push(' ');
    }
    text.push_str(line);
    text
}

/// How a word is divided between two lines.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Divided {
    /// The hyphen is the writer's own and stays.
    Compound,
    /// The hyphen is there because the line ended.
    Syllable(usize),
}

impl Divided {
    /// Whether the last word of a line goes on in the next.
    pub(super) fn of(line: &str, next: &str) -> Option<Self> {
        let soft = line.strip_suffix('\u{00AD}');
        let head = soft.or_else(|| line.strip_suffix('-'))?;
        let word = head
            .rsplit(|letter: char| letter.is_whitespace() || letter == '(')
            .next()?;
        let goes_on = next.starts_with(char::is_alphabetic);
        if !goes_on || !word.ends_with(char::is_alphanumeric) {
            return None;
        }
        if soft.is_some() {
            return Some(Self::Syllable('\u{00AD}'.len_utf8()));
        }
        // Names, numbers and whole words before a hyphen are parts of a compound: `HER2-positive`, `non-amplified`.
        let is_name = word
            .chars()
            .any(|letter| letter.is_numeric() || letter.is_uppercase())
            && word.len() < 8
            || word.contains('-');
        let next_is_lower = next.starts_with(char::is_lowercase);
        let first = word.to_lowercase();
        if is_name || !next_is_lower || WHOLE.contains(&first.as_str()) {
            Some(Self::Compound)
        } else {
            Some(Self::Syllable(1))
        }
    }

    /// Takes the hyphen off the end of a text, if it does not belong to the word.
    pub(super) fn close(self, text: &mut String) {
        if let Self::Syllable(length) = self {
            text.truncate(text.len() - length);
        }
    }
}

/// Words that stand before a hyphen of their own.
const WHOLE: [&str; 32] = [
    "non",
    "well",
    "poorly",
    "moderately",
    "high",
    "low",
    "intermediate",
    "triple",
    "double",
    "single",
    "dual",
    "self",
    "half",
    "cross",
    "ex",
    "left",
    "right",
    "upper",
    "lower",
    "follow",
    "work",
    "cut",
    "core",
    "one",
    "two",
    "three",
    "four",
    "five",
    "ten",
    "so",
    "mid",
    "near",
];

/// Text of lines, one a line, with an empty line before each paragraph.
pub(super) struct Flow {
    pub(super) text: String,
}

impl Flow {
    /// Adds a line. Gives where it begins.
    pub(super) fn line(&mut self, line: &str, begins: bool) -> usize {
        if self.text.is_empty() {
            self.text.push_str(line);
            return 0;
        }
        if let Some(divided) = Divided::of(&self.text, line).filter(|_| !begins) {
            divided.close(&mut self.text);
            // The rest of the word comes up; the line goes on after it.
            let end = line.find(char::is_whitespace).unwrap_or(line.len());
            let start = self.text.len();
            self.text.push_str(&line[..end]);
            let rest = line[end..].trim_start();
            if !rest.is_empty() {
                self.text.push('\n');
                self.text.push_str(rest);
            }
            return start;
        }
        self.text.push_str(if begins { "\n\n" } else { "\n" });
        let start = self.text.len();
        self.text.push_str(line);
        start
    }

    /// Whether a sentence at the end so far goes on with a line.
    pub(super) fn goes_on(&self, line: &str) -> bool {
        let last = self.text.chars().next_back();
        last.is_some_and(|last| {
            last.is_alphanumeric() || matches!(last, ',' | '-' | '(' | '\u{00AD}')
        }) && line.starts_with(char::is_lowercase)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_divided_word_is_made_whole() {
        for (line, next, whole) in [
            (
                "by immuno-",
                "histochemistry was",
                "by immunohistochemistry was",
            ),
            ("a HER2-", "positive tumour", "a HER2-positive tumour"),
            ("is non-", "amplified", "is non-amplified"),
            ("ampli\u{00AD}", "fied", "amplified"),
            ("moderately", "differentiated", "moderately differentiated"),
            ("range 1 -", "two", "range 1 - two"),
            ("HER2 -", "3+", "HER2 - 3+"),
        ] {
            assert_eq!(appended(line.to_owned(), next), whole);
        }
    }
}
