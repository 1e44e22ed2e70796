//! T2: no drug, trial or body is named in the code of `crates/`, and no decimal number stands in `pathway`.

use super::tree::{File, Tree};

/// Complaints about names and numbers that belong in `knowledge/`.
pub fn complaints(tree: &Tree) -> Vec<String> {
    let Some(list) = tree.file("knowledge/names.txt") else {
        return vec!["T2: knowledge/names.txt is missing".to_owned()];
    };
    let names = Names::parse(&list.text);
    let mut complaints = Vec::new();
    for file in tree.ending(".rs").filter(|file| is_code(file)) {
        for (number, line) in code(&file.text) {
            if let Some(name) = names.in_line(line) {
                complaints.push(format!(
                    "T2: {}:{number} names {name}; names stand in knowledge/",
                    file.path
                ));
            }
            if file.path.starts_with("crates/pathway/src/") && has_decimal(line) {
                complaints.push(format!(
                    "T2: {}:{number} holds a decimal number; numbers stand in pages",
                    file.path
                ));
            }
        }
    }
    complaints
}

fn is_code(file: &File) -> bool {
    file.path.starts_with("crates/")
        && file.path.contains("/src/")
        && !file.path.ends_with("tests.rs")
}

/// The lines before the tests of a file, numbered from 1. A test may quote a report.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .take_while(|(_, line)| !line.trim_start().starts_with("#[cfg(test)]"))
        .map(|(index, line)| (index + 1, line))
}

/// The list: a name in small letters is found in any case, one with capitals as it is written.
struct Names<'a>(Vec<&'a str>);

impl<'a> Names<'a> {
    fn parse(list: &'a str) -> Self {
        Self(
            list.lines()
                .map(str::trim)
                .filter(|line| !line.is_empty() && !line.starts_with('#'))
                .collect(),
        )
    }

    fn in_line(&self, line: &str) -> Option<&'a str> {
        let lower = line.to_lowercase();
        self.0.iter().copied().find(|name| {
            let any_case = name.chars().all(|letter| !letter.is_uppercase());
            holds_word(if any_case { &lower } else { line }, name)
        })
    }
}

fn holds_word(line: &str, word: &str) -> bool {
    let is_letter = |letter: char| letter.is_alphanumeric();
    line.match_indices(word).any(|(start, _)| {
        !line[..start].chars().next_back().is_some_and(is_letter)
            && !line[start + word.len()..]
                .chars()
                .next()
                .is_some_and(is_letter)
    })
}

/// Digits, a point, digits. Fields of tuples (`pair.0.1`) are none.
fn has_decimal(line: &str) -> bool {
    let bytes = line.as_bytes();
    (1..bytes.len().saturating_sub(1)).any(|at| {
        let point =
            bytes[at] == b'.' && bytes[at - 1].is_ascii_digit() && bytes[at + 1].is_ascii_digit();
        let whole = bytes[..at]
            .iter()
            .rev()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        point && !bytes[..at - whole].ends_with(b".")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn t2_no_drug_trial_or_body_is_named_in_code_and_no_decimal_stands_in_pathway() {
        let tree = Tree::read(&crate::root());
        assert_eq!(complaints(&tree), Vec::<String>::new());
    }

    #[test]
    fn names_are_found_as_words_only() {
        let names = Names::parse("# a comment\ntrastuzumab\nCAP\n");
        assert_eq!(
            names.in_line("let x = \"Trastuzumab-dkst\";"),
            Some("trastuzumab")
        );
        assert_eq!(names.in_line("// as the CAP says"), Some("CAP"));
        assert_eq!(names.in_line("a cap on the capacity, asco-cap"), None);
        assert!(has_decimal("x >= 2.0") && !has_decimal("tuple.0.1, 0..1"));
    }
}
