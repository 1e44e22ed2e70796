//! Words set in lines.

/// The words of the text in lines of at most `width` characters, as far as single words allow.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
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
