//! A page as text for a terminal or a file.

mod drawing;
mod grid;
mod lanes;
mod map;
mod table;
mod trend;

use crate::page::{Block, Labels, Page, Quote, Section, SourceNote};
use crate::sentence::Sentence;
use std::fmt::Write;

/// How text is to look.
#[derive(Clone, Copy, Debug)]
pub struct TextStyle {
    /// Columns to use; fewer than 20 are taken as 20.
    pub width: usize,
    /// Whether to use bold, dim and reverse. Leave it off where `NO_COLOR` is set or nobody watches.
    pub color: bool,
    /// Whether to draw with ASCII characters only.
    pub ascii: bool,
}

impl Default for TextStyle {
    fn default() -> Self {
        Self {
            width: 80,
            color: false,
            ascii: false,
        }
    }
}

const WIDEST: usize = 100;
const NARROWEST: usize = 20;

/// The page as text.
pub fn text(page: &Page, style: TextStyle) -> String {
    let mut lines = Lines::new(style);
    lines.labels = Some(page.labels.clone());
    lines.title(page.title.words());
    lines.strong(&page.lead);
    lines.paragraph(&page.frame, "", "");
    for section in &page.sections {
        lines.section(section);
    }
    if !page.quotes.is_empty() {
        lines.heading(page.quotes_heading.words());
        for (index, quote) in page.quotes.iter().enumerate() {
            lines.quote(index + 1, quote, &page.labels.line);
        }
        lines.gap();
    }
    if !page.sources.is_empty() {
        lines.heading(page.sources_heading.words());
        for (index, source) in page.sources.iter().enumerate() {
            lines.source(index + 1, source);
        }
        lines.gap();
    }
    lines.rule();
    lines.paragraph(&page.foot, "", "");
    lines.out.trim_end().to_owned() + "\n"
}

pub(crate) struct Lines {
    pub out: String,
    style: TextStyle,
    width: usize,
    labels: Option<Labels>,
}

impl Lines {
    pub fn new(style: TextStyle) -> Self {
        Self {
            out: String::new(),
            style,
            width: style.width.clamp(NARROWEST, WIDEST),
            labels: None,
        }
    }

    fn gap(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    fn painted(&self, code: &str, words: &str) -> String {
        if self.style.color && !words.is_empty() {
            format!("\u{1b}[{code}m{words}\u{1b}[0m")
        } else {
            words.to_owned()
        }
    }

    fn title(&mut self, words: &str) {
        for line in self.wrapped(words, "", "") {
            let line = self.painted("1", &line);
            let _ = writeln!(self.out, "{line}");
        }
        self.rule();
        self.gap();
    }

    fn rule(&mut self) {
        let dash = if self.style.ascii { "-" } else { "─" };
        let _ = writeln!(self.out, "{}", dash.repeat(self.width));
    }

    fn heading(&mut self, words: &str) {
        self.gap();
        for line in self.wrapped(&words.to_uppercase(), "", "") {
            let line = self.painted("1", &line);
            let _ = writeln!(self.out, "{line}");
        }
    }

    fn section(&mut self, section: &Section) {
        self.heading(section.heading.words());
        for block in &section.blocks {
            self.block(block);
        }
    }

    fn strong(&mut self, sentences: &[Sentence]) {
        let words = self.joined(sentences);
        for line in self.wrapped(&words, "", "") {
            let line = self.painted("1", &line);
            let _ = writeln!(self.out, "{line}");
        }
        self.gap();
    }

    fn paragraph(&mut self, sentences: &[Sentence], first: &str, rest: &str) {
        let words = self.joined(sentences);
        for line in self.wrapped(&words, first, rest) {
            let _ = writeln!(self.out, "{line}");
        }
        if first.is_empty() {
            self.gap();
        }
    }

    fn block(&mut self, block: &Block) {
        let (bullet, tick, bar) = if self.style.ascii {
            ("  * ", "  [ ] ", "  | ")
        } else {
            ("  • ", "  ☐ ", "  │ ")
        };
        match block {
            Block::Paragraph(sentences) => self.paragraph(sentences, "", ""),
            Block::Note(sentences) => {
                self.paragraph(sentences, bar, bar);
                self.gap();
            }
            Block::List(items) => {
                let indent = " ".repeat(bullet.chars().count());
                for item in items {
                    self.paragraph(item, bullet, &indent);
                }
                self.gap();
            }
            Block::Ask(asks) => {
                let indent = " ".repeat(tick.chars().count());
                for ask in asks {
                    for line in self.wrapped(ask.words(), tick, &indent) {
                        let _ = writeln!(self.out, "{line}");
                    }
                }
                self.gap();
            }
            Block::Facts(facts) => self.facts(facts),
            Block::Heading(heading) => {
                self.gap();
                let words = self.joined(std::slice::from_ref(heading));
                for line in self.wrapped(&words, "", "") {
                    let line = self.painted("4", &line);
                    let _ = writeln!(self.out, "{line}");
                }
            }
            Block::Scale(scale) => {
                self.drawing(drawing::scale(scale, self.style.ascii, self.width));
            }
            Block::Trend(picture) => {
                self.drawing(trend::trend(picture, self.style.ascii, self.width));
            }
            Block::Lanes(lanes) => {
                let width = self.width;
                self.drawing(lanes::lanes(
                    lanes,
                    self.style.ascii,
                    width,
                    &|words, first, rest| self.wrapped(&self.plain(words), first, rest),
                ));
            }
            Block::Map(picture) => self.drawing(map::map(
                picture,
                self.style.ascii,
                &|words, first, rest| self.wrapped(&self.plain(words), first, rest),
            )),
            Block::Gauges(gauges) => {
                self.drawing(drawing::gauges(gauges, self.style.ascii, self.width));
                self.paragraph(&gauges.caption, "", "");
            }
            Block::Grid(grid) => {
                let drawn = grid::drawn(grid, self);
                self.out.push_str(&drawn);
                self.gap();
            }
            Block::Table(table) => {
                let drawn = table::drawn(table, self);
                self.out.push_str(&drawn);
                self.gap();
            }
        }
    }

    fn drawing(&mut self, lines: Vec<String>) {
        self.gap();
        for line in lines {
            let _ = writeln!(self.out, "{}", line.trim_end());
        }
        self.gap();
    }

    fn facts(&mut self, facts: &[(Sentence, Vec<Sentence>)]) {
        for (name, said) in facts {
            let words = format!("{}: {}", name.words(), self.joined(said));
            for line in self.wrapped(&words, "  ", "      ") {
                let _ = writeln!(self.out, "{line}");
            }
        }
        self.gap();
    }

    fn quote(&mut self, number: usize, quote: &Quote, label: &str) {
        let first = format!("  [{number}] ");
        let rest = " ".repeat(first.len());
        let place = quote.place(label).map(|place| format!(" ({place})"));
        let place = place.unwrap_or_default();
        let words = format!("\u{201c}{}\u{201d}{place}", quote.words);
        let words = self.plain(&words);
        for line in self.wrapped(&words, &first, &rest) {
            let _ = writeln!(self.out, "{line}");
        }
    }

    fn source(&mut self, number: usize, source: &SourceNote) {
        let first = format!("  [S{number}] ");
        let rest = " ".repeat(first.len());
        let words = self.plain(&source.words);
        for line in self.wrapped(&words, &first, &rest) {
            let _ = writeln!(self.out, "{line}");
        }
        // An address stays in one piece, however long, so that it can be copied.
        if let Some(link) = &source.link {
            let _ = writeln!(self.out, "{rest}{link}");
        }
    }

    /// Sentences one after the other, each followed by the numbers of its quotes.
    pub fn joined(&self, sentences: &[Sentence]) -> String {
        self.said(sentences, true)
    }

    /// The same without addresses, for the cells of a table.
    pub fn unlinked(&self, sentences: &[Sentence]) -> String {
        self.said(sentences, false)
    }

    fn said(&self, sentences: &[Sentence], links: bool) -> String {
        let said: Vec<String> = Sentence::shown_marks(sentences)
            .enumerate()
            .map(|(index, (sentence, marks))| {
                let mut marks: String = marks.iter().map(|n| format!("[{n}]")).collect();
                for number in Sentence::shown_sources(sentences, index) {
                    let _ = write!(marks, "[S{number}]");
                }
                let space = if marks.is_empty() { "" } else { " " };
                let sure = self
                    .labels
                    .as_ref()
                    .and_then(|labels| labels.mark(sentence.about().mark()));
                let sure = sure.map(|sure| format!(" ({sure})")).unwrap_or_default();
                let link = sentence.link().filter(|_| links);
                let link = link.map(|link| format!(" <{link}>"));
                let link = link.unwrap_or_default();
                let tail = sentence.tail();
                format!("{}{link}{sure}{space}{marks}{tail}", sentence.words())
            })
            .collect();
        self.plain(&said.join(" "))
    }

    /// In ASCII mode, the characters of the page's own words that have an ASCII form; others stay.
    fn plain(&self, words: &str) -> String {
        if !self.style.ascii {
            return words.to_owned();
        }
        words
            .chars()
            .map(|c| match c {
                '\u{201c}' | '\u{201d}' => '"',
                '\u{2018}' | '\u{2019}' => '\'',
                '\u{2013}' | '\u{2014}' => '-',
                other => other,
            })
            .collect()
    }

    pub fn wrapped(&self, words: &str, first: &str, rest: &str) -> Vec<String> {
        let options = textwrap::Options::new(self.width)
            .initial_indent(first)
            .subsequent_indent(rest);
        textwrap::wrap(words, options)
            .into_iter()
            .map(|line| line.trim_end().to_owned())
            .collect()
    }
}
