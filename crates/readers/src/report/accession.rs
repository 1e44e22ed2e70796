//! The number under which a laboratory keeps a specimen, so that two reports of one specimen are known to be of one.
//!
//! A number is taken only where a label says what it is, and only if the report gives one: a wrong number would join two specimens.

use super::document::{Document, Zone};
use super::token::Gap;
use her2_case::Key;
use her2_knowledge::lexicon::Concept;

/// The number of the report's own specimen.
pub fn own(document: &Document<'_>) -> Option<Key> {
    let labels = (0..document.items.len()).filter(|at| {
        document.is(*at, Concept::AccessionLabel)
            && document.zones[*at] != Zone::History
            && !follows_prior(document, *at)
    });
    only(labels.filter_map(|label| after(document, label)))
}

/// The number of the earlier specimen that the report quotes: of a kind with a year, in the sentence that speaks of it.
pub fn earlier(document: &Document<'_>) -> Option<Key> {
    let own = own(document);
    let prior = (0..document.items.len()).filter(|at| document.is(*at, Concept::Prior));
    let numbers = prior.filter_map(|at| {
        let line = |item: &usize| document.items[*item].gap < Gap::Line;
        let near = (at + 1..(at + 10).min(document.items.len())).take_while(line);
        let mut words = near.map(|item| run(&document.text[document.items[item].start as usize..]));
        words.find(|word| has_year(word))
    });
    only(numbers).filter(|earlier| Some(earlier) != own.as_ref())
}

/// The number, if there is one and no other.
fn only<'a>(mut numbers: impl Iterator<Item = &'a str>) -> Option<Key> {
    let first = numbers.next()?;
    let same = numbers.all(|other| other.eq_ignore_ascii_case(first));
    same.then(|| Key::new(first)).flatten()
}

fn follows_prior(document: &Document<'_>, at: usize) -> bool {
    let mut before = (at.saturating_sub(3)..at).rev();
    before.any(|item| document.is(item, Concept::Prior))
}

/// The number after a label, on its line.
fn after<'t>(document: &Document<'t>, label: usize) -> Option<&'t str> {
    let rest = &document.text[document.items[label].end as usize..];
    let rest = rest.trim_start_matches([' ', '\t', ':', '#', '.', '|']);
    let number = run(rest);
    let next = rest[number.len()..].chars().next();
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let letters = number.bytes().any(|byte| byte.is_ascii_alphabetic());
    let is_day = !letters && number.contains('-');
    let long_enough = digits >= if letters { 3 } else { 7 };
    (long_enough && !is_day && number.len() <= 24 && next != Some('/')).then_some(number)
}

/// Letters, digits and dashes up to anything else; no dash at the end.
fn run(text: &str) -> &str {
    let inner = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let end = text.bytes().position(|byte| !inner(byte));
    text[..end.unwrap_or(text.len())].trim_end_matches('-')
}

/// One to three letters, two digits of a year, and a number: `S24-1234`, `SP-24-00123`.
fn has_year(word: &str) -> bool {
    let letters = word.bytes().take_while(u8::is_ascii_alphabetic).count();
    let rest = word[letters..]
        .strip_prefix('-')
        .unwrap_or(&word[letters..]);
    let Some((year, number)) = rest.split_once('-') else {
        return false;
    };
    let digits = |of: &str| of.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&letters)
        && year.len() == 2
        && digits(year)
        && number.len() >= 3
        && digits(number)
}
