//! The reading grade of a page by Flesch and Kincaid: 0.39 words a sentence + 11.8 syllables a word - 15.59.
//!
//! Measured are the sentences a page says itself, everything that ends with a full stop or a question mark: not the
//! quotes, which are the report's words, and not headings or labels, which would only lower the grade.
//!
//! Syllables are counted by rule: groups of vowels, less a silent final e, es or ed. Short words in capitals are read letter by
//! letter, digits one by one, `+` and `%` as words.
//!
//! That formula is of English. A page in Spanish has a measure of its own, see `spanish`.

mod spanish;

use crate::page::Page;

/// Words, sentences and syllables.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Count {
    pub words: u32,
    pub sentences: u32,
    pub syllables: u32,
}

impl Count {
    /// The grade.
    pub fn grade(self) -> f64 {
        let words = f64::from(self.words);
        0.39 * words / f64::from(self.sentences) + 11.8 * f64::from(self.syllables) / words - 15.59
    }

    /// The ease of a Spanish text by Szigriszt and Pazos, the higher the easier.
    pub fn ease_of_spanish(self) -> f64 {
        spanish::ease(self)
    }
}

/// Counts the sentences of a page, leaving out the listed terms.
pub(crate) fn count(page: &Page, without: &[&str]) -> Count {
    let mut total = Count::default();
    let spoken = match page.lang {
        "es" => spanish::syllables,
        _ => syllables,
    };
    for sentence in page.sentences() {
        let words = sentence.words();
        if words
            .trim_end_matches(['\u{201d}', '"', ')'])
            .ends_with(['.', '?', '!'])
        {
            add(words, without, spoken, &mut total);
        }
    }
    total
}

fn add(text: &str, without: &[&str], spoken: fn(&str) -> u32, total: &mut Count) {
    let mut open = 0;
    for token in text.split_whitespace() {
        let word = token.trim_matches(|c: char| !c.is_alphanumeric() && c != '+' && c != '%');
        let known = without.iter().any(|term| term.eq_ignore_ascii_case(word));
        if !word.is_empty() && !known {
            total.words += 1;
            let parts = word.split(['-', '/']).filter(|part| !part.is_empty());
            total.syllables += parts.map(spoken).sum::<u32>();
            open += 1;
        }
        let end = token.trim_end_matches(['\u{201d}', '"', ')']);
        if end.ends_with(['.', '?', '!']) && open > 0 {
            total.sentences += 1;
            open = 0;
        }
    }
    if open > 0 {
        total.sentences += 1;
    }
}

/// How many syllables a word has.
pub(crate) fn syllables(word: &str) -> u32 {
    let signs = word.chars().filter(|c| matches!(c, '+' | '%')).count() as u32;
    let percent = word.chars().filter(|c| *c == '%').count() as u32;
    let digits = word.chars().filter(char::is_ascii_digit).count() as u32;
    let letters: String = word.chars().filter(|c| c.is_alphabetic()).collect();
    let spoken = match letters.as_str() {
        "" => 0,
        "HER" | "FISH" => 1,
        capitals
            if capitals.len() <= 4
                && capitals.chars().all(char::is_uppercase)
                && capitals.len() > 1 =>
        {
            capitals.len() as u32
        }
        word => by_vowels(&word.to_lowercase()),
    };
    (spoken + digits + signs + percent).max(1)
}

fn by_vowels(word: &str) -> u32 {
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let letters: Vec<char> = word.chars().collect();
    let mut groups = 0;
    let mut before = false;
    for (index, letter) in letters.iter().enumerate() {
        let now = vowel(*letter);
        let hiatus = index > 0
            && matches!(
                (letters[index - 1], *letter),
                ('i', 'a') | ('i', 'o') | ('e', 'o') | ('u', 'a')
            )
            && !(index > 1 && matches!(letters[index - 2], 't' | 's' | 'c' | 'q' | 'g'));
        if now && (!before || hiatus) {
            groups += 1;
        }
        before = now;
    }
    let consonant_before = |n: usize| letters.len() > n && !vowel(letters[letters.len() - n - 1]);
    let silent = if word.ends_with("le") && consonant_before(2) {
        false
    } else if word.ends_with('e') {
        consonant_before(1)
    } else if word.ends_with("es") {
        consonant_before(2)
            && !["ses", "xes", "zes", "ces", "ges", "shes", "ches", "les"]
                .iter()
                .any(|end| word.ends_with(end))
    } else if word.ends_with("ed") {
        consonant_before(2) && !word.ends_with("ted") && !word.ends_with("ded")
    } else {
        false
    };
    if silent && groups > 1 {
        groups - 1
    } else {
        groups
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_counted_as_they_are_spoken() {
        for (word, spoken) in [
            ("cat", 1),
            ("cells", 1),
            ("tested", 2),
            ("looked", 1),
            ("makes", 1),
            ("little", 2),
            ("biopsy", 3),
            ("positive", 3),
            ("negative", 3),
            ("protein", 2),
            ("tissue", 2),
            ("invasive", 3),
            ("estrogen", 3),
            ("pathology", 4),
            ("immunohistochemistry", 8),
            ("changes", 2),
            ("sample", 2),
            ("HER2", 2),
            ("IHC", 3),
            ("3+", 2),
            ("95%", 4),
            ("question", 2),
            ("special", 2),
        ] {
            assert_eq!(syllables(word), spoken, "{word}");
        }
    }

    #[test]
    fn the_grade_follows_the_formula() {
        let count = Count {
            words: 20,
            sentences: 2,
            syllables: 30,
        };
        assert!((count.grade() - 6.01).abs() < 0.001, "{}", count.grade());
    }
}
