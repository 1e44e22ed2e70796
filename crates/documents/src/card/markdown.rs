//! The detail of a card, in GitHub-flavoured Markdown.
//!
//! Words of a record stand in code spans, where nothing is markup; every other sentence is escaped.

use super::mark_of;
use crate::page::Page;
use crate::sentence::{About, RowRef, Sentence};
use crate::words::Words;

/// The paragraphs, then the quotes, the rows and the sources they rest on.
pub(super) fn detail(page: &Page, said: &[Vec<Sentence>], words: &'static Words) -> String {
    let get = |name: &str| words.get(name, &[]).unwrap_or_default();
    let mut out = String::new();
    for paragraph in said {
        for sentence in paragraph {
            out.push_str(&escaped(sentence.words()));
            if let Some(mark) = mark_of(sentence.about()) {
                out.push_str(&format!(" ({})", escaped(&get(mark))));
            }
            out.push(' ');
        }
        out.truncate(out.trim_end().len());
        out.push_str("\n\n");
    }
    if !page.quotes.is_empty() {
        out.push_str(&format!("**{}**\n\n", escaped(page.quotes_heading.words())));
        for quote in &page.quotes {
            out.push_str(&format!("> {}", code(&quote.words)));
            if let Some(place) = quote.place(&page.labels.line) {
                out.push_str(&format!(" ({})", code(&place)));
            }
            out.push_str("\n\n");
        }
    }
    let (rows, pages) = (rows(page), pages(page));
    if !rows.is_empty() || !pages.is_empty() {
        out.push_str(&format!("**{}**\n\n", escaped(&get("card-rows"))));
        for row in rows {
            let basis = if row.project_rule {
                "basis-project"
            } else {
                "basis-source"
            };
            let (place, anchor) = (code(row.page), code(row.anchor));
            out.push_str(&format!("- {place}: {anchor} ({})\n", escaped(&get(basis))));
        }
        for page in pages {
            out.push_str(&format!("- {}\n", code(page)));
        }
        out.push('\n');
    }
    if !page.sources.is_empty() {
        out.push_str(&format!("**{}**\n\n", escaped(&get("heading-sources"))));
        for source in &page.sources {
            let said = escaped(&source.words);
            match source.link.as_deref().filter(|link| is_plain(link)) {
                Some(link) => out.push_str(&format!("- [{said}](<{link}>)\n")),
                None => out.push_str(&format!("- {said}\n")),
            }
        }
        out.push('\n');
    }
    let frame = page.frame.iter().chain(&page.foot);
    let frame: Vec<String> = frame.map(|one| escaped(one.words())).collect();
    out.push_str(&format!("_{}_\n", frame.join(" ")));
    out
}

/// The rows the card rests on, each once.
fn rows(page: &Page) -> Vec<RowRef> {
    const MOST: usize = 12;
    let mut rows: Vec<RowRef> = Vec::new();
    for sentence in std::iter::once(&page.title).chain(&page.lead) {
        for row in sentence.about().rows() {
            if !rows.contains(row) {
                rows.push(*row);
            }
        }
    }
    rows.truncate(MOST);
    rows
}

/// The pages whose statements the card repeats, each once.
fn pages(page: &Page) -> Vec<&'static str> {
    let mut pages = Vec::new();
    for sentence in std::iter::once(&page.title).chain(&page.lead) {
        if let About::Knowledge { page, .. } = sentence.about()
            && !pages.contains(page)
        {
            pages.push(*page);
        }
    }
    pages
}

/// Words in which nothing is markup, an address or a reference to a character.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    for letter in words.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' | '|' | '~' | '!' | '@' => {
                out.push('\\');
                out.push(letter);
            }
            '\n' | '\r' => out.push(' '),
            letter => out.push(letter),
        }
    }
    out.replace("://", "\\://").replace("www.", "www\\.")
}

/// Words as they stand.
fn code(words: &str) -> String {
    let words: String = words
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    let mut longest = 0;
    let mut run = 0;
    for letter in words.chars() {
        run = if letter == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest + 1);
    match longest {
        0 => format!("{fence}{words}{fence}"),
        _ => format!("{fence} {words} {fence}"),
    }
}

/// Whether an address can stand between angle brackets.
fn is_plain(link: &str) -> bool {
    link.starts_with("https://") && !link.contains(['<', '>', ' ', '\n'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_record_are_no_markup() {
        assert_eq!(code("3+ *bold*"), "`3+ *bold*`");
        assert_eq!(code("a ``b\nc"), "``` a ``b c ```");
        assert_eq!(
            escaped("[x](y) <b> & www.a.b http://c"),
            "\\[x\\](y) \\<b\\> \\& www\\.a.b http\\://c"
        );
    }

    #[test]
    fn only_addresses_of_the_web_become_links() {
        assert!(is_plain("https://doi.org/10.1/2"));
        for other in [
            "javascript:alert(1)",
            "https://a b",
            "http://a",
            "https://a>b",
        ] {
            assert!(!is_plain(other), "{other}");
        }
    }
}
