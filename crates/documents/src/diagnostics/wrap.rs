//! Words set in lines.

/// The words of the text in lines of at most `width` characters, as far as single words allow.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let words: Vec<_> = text.split_whitespace().collect();
    let options = textwrap::Options::new(width).break_words(false);
    let text = words.join(" ");
    let lines = textwrap::wrap(&text, options);
    lines.into_iter().map(String::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_longer_than_it_may_be_unless_a_word_is() {
        let lines = wrapped("one two three  four\nimmunohistochemistry", 9);
        assert_eq!(lines, ["one two", "three", "four", "immunohistochemistry"]);
    }
}
