//! The reading ease of Spanish by Szigriszt and Pazos: 206.835 - 62.3 syllables a word - words a sentence.
//!
//! The INFLESZ scale, made with texts for patients, calls 40 to 55 somewhat difficult, 55 to 65 normal, 65 to 80 fairly easy and
//! more than 80 very easy (Barrio-Cantalejo et al., An Sist Sanit Navar 2008;31(2):135-152, doi 10.4321/S1137-66272008000300004).
//!
//! Spanish is written as it is spoken, so syllables are counted by its rules: strong vowels stand apart, a weak vowel joins its
//! neighbour unless it carries an accent, and the `u` of `que` and `gue` is silent.

use super::Count;

/// The ease.
pub(super) fn ease(count: Count) -> f64 {
    let words = f64::from(count.words);
    206.835 - 62.3 * f64::from(count.syllables) / words - words / f64::from(count.sentences)
}

/// How many syllables a word has.
pub(super) fn syllables(word: &str) -> u32 {
    let digits: u32 = word.chars().filter_map(digit).sum();
    let signs: u32 = word.chars().map(sign).sum();
    let letters: String = word.chars().filter(|c| c.is_alphabetic()).collect();
    let spelled = (2..=4).contains(&letters.chars().count())
        && letters.chars().all(char::is_uppercase)
        && !["HER", "FISH"].contains(&letters.as_str());
    let spoken = if spelled {
        letters.chars().map(name_of_letter).sum()
    } else {
        by_vowels(&letters.to_lowercase())
    };
    (spoken + digits + signs).max(1)
}

/// `dos`, `tres` and `seis` are short, the others have two.
fn digit(c: char) -> Option<u32> {
    c.is_ascii_digit()
        .then_some(if matches!(c, '2' | '3' | '6') { 1 } else { 2 })
}

/// `más` and `por ciento`.
fn sign(c: char) -> u32 {
    match c {
        '+' => 1,
        '%' => 3,
        _ => 0,
    }
}

fn name_of_letter(c: char) -> u32 {
    match c {
        'F' | 'H' | 'J' | 'L' | 'M' | 'N' | 'Ñ' | 'R' | 'S' | 'X' | 'Z' => 2,
        'W' => 3,
        _ => 1,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Vowel {
    Strong,
    /// `í` and `ú`, which never join a strong vowel.
    Apart,
    Weak,
}

fn by_vowels(word: &str) -> u32 {
    let letters: Vec<char> = word.chars().collect();
    let mut count = 0;
    let mut before: Option<Vowel> = None;
    for at in 0..letters.len() {
        let now = vowel(&letters, at);
        let joins = matches!(
            (before, now),
            (Some(Vowel::Weak), Some(_))
                | (Some(Vowel::Strong), Some(Vowel::Weak))
                | (Some(Vowel::Apart), Some(Vowel::Weak))
        );
        if now.is_some() && !joins {
            count += 1;
        }
        before = now;
    }
    count
}

fn vowel(letters: &[char], at: usize) -> Option<Vowel> {
    let before = at.checked_sub(1).map(|before| letters[before]);
    let after = letters.get(at + 1).copied();
    match letters[at] {
        'a' | 'e' | 'o' | 'á' | 'é' | 'ó' => Some(Vowel::Strong),
        'í' | 'ú' => Some(Vowel::Apart),
        'u' if before == Some('q') => None,
        'u' if before == Some('g') && matches!(after, Some('e' | 'i' | 'é' | 'í')) => None,
        'i' | 'u' | 'ü' => Some(Vowel::Weak),
        'y' if after.is_none() => Some(Vowel::Weak),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_counted_as_they_are_spoken() {
        for (word, spoken) in [
            ("y", 1),
            ("muy", 1),
            ("quien", 1),
            ("guía", 2),
            ("leer", 2),
            ("oír", 2),
            ("seguir", 2),
            ("también", 2),
            ("ganglios", 2),
            ("área", 3),
            ("ahora", 3),
            ("países", 3),
            ("biopsia", 2),
            ("corazón", 3),
            ("vergüenza", 3),
            ("cirugía", 4),
            ("proteína", 4),
            ("puntuación", 3),
            ("construido", 3),
            ("inmunohistoquímica", 8),
            ("HER2", 2),
            ("IHC", 4),
            ("2+", 2),
            ("95%", 7),
        ] {
            assert_eq!(syllables(word), spoken, "{word}");
        }
    }

    #[test]
    fn the_ease_follows_the_formula() {
        let count = Count {
            words: 20,
            sentences: 2,
            syllables: 40,
        };
        assert!((ease(count) - 72.235).abs() < 0.001, "{}", ease(count));
    }
}
