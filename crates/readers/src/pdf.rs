//! Text laid out in a PDF: from the places of letters to text in the order in which people read it.

mod cmap;
mod columns;
mod content;
mod flow;
mod font;
mod furniture;
mod glyphs;
mod images;
mod letters;
mod limits;
mod lines;
mod marked;
mod matrix;
mod open;
mod page;
mod rows;
mod tree;
mod upright;

use crate::piece::Piece;
use crate::{Read, report};
pub use images::{PageImage, images};

use columns::Said;
use flow::Flow;
use furniture::Furniture;
use her2_case::{History, Problem, Record, RecordKind, Severity, Span};
use limits::Budget;
use lines::{Line, Word};
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The text of a PDF. `Debug` shows its length only.
#[derive(Clone, Default)]
pub struct PdfText {
    /// The text in reading order, a row of a table on one line.
    pub text: String,
    /// Which ranges of it stand on which page, counted from 1.
    pub pages: Vec<(u32, Range<usize>)>,
    /// What is odd about it, and why there may be no text.
    pub problems: Vec<Problem>,
}

impl fmt::Debug for PdfText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "PdfText({} bytes, {} problems)",
            self.text.len(),
            self.problems.len()
        )
    }
}

fn problem(code: &'static str, severity: Severity, message: impl Into<String>) -> Problem {
    Problem {
        code,
        severity,
        message: message.into(),
        origin: None,
    }
}

/// The text of a PDF. Never fails and never panics, whatever the bytes: without text there is a problem that says why.
pub fn text(bytes: &[u8]) -> PdfText {
    // The library is of others: should it meet a fault of its own, the record is told as broken.
    catch_unwind(AssertUnwindSafe(|| read_text(bytes))).unwrap_or_else(|_| PdfText {
        problems: vec![open::broken()],
        ..PdfText::default()
    })
}

fn read_text(bytes: &[u8]) -> PdfText {
    let document = match open::open(bytes) {
        Ok(document) => document,
        Err(problem) => {
            return PdfText {
                problems: vec![problem],
                ..PdfText::default()
            };
        }
    };
    let mut budget = Budget::new();
    let pages = tree::pages(&document, &mut budget);
    if pages.is_empty() {
        return PdfText {
            problems: vec![open::broken()],
            ..PdfText::default()
        };
    }
    let mut fonts = page::Fonts::default();
    let mut sheets = Vec::new();
    for page in &pages {
        sheets.push(Sheet::of(page::place(
            &document,
            page,
            &mut fonts,
            &mut budget,
        )));
    }
    let mut told = PdfText::default();
    put_together(&mut sheets, &mut told);
    say_what_is_odd(&sheets, &budget, &mut told);
    told
}

/// One page: its lines, and what is needed to tell a picture of text.
struct Sheet {
    lines: Vec<Line>,
    aside: Vec<Said>,
    rules: Vec<(f32, f32, f32)>,
    images: usize,
    nameless: usize,
    hidden: usize,
    letters: usize,
}

impl Sheet {
    fn of(placed: page::Placed) -> Self {
        let letters = placed
            .glyphs
            .iter()
            .filter(|glyph| glyph.text != " ")
            .count();
        let (words, aside, turned) = upright::words_of(placed.glyphs);
        Self {
            lines: lines::lines(words),
            aside,
            rules: if turned { Vec::new() } else { placed.rules },
            images: placed.images,
            nameless: placed.nameless,
            hidden: placed.hidden,
            letters,
        }
    }
}

fn put_together(sheets: &mut [Sheet], told: &mut PdfText) {
    let lines: Vec<Vec<Line>> = sheets
        .iter_mut()
        .map(|sheet| std::mem::take(&mut sheet.lines))
        .collect();
    let mut furniture = Furniture::of(&lines);
    let mut flow = Flow {
        text: String::new(),
    };
    let mut feet: Vec<(u32, Line)> = Vec::new();
    for (number, (sheet, lines)) in (1_u32..).zip(sheets.iter_mut().zip(lines)) {
        let (stay, of_foot) = furniture.taken(lines);
        feet.extend(of_foot.into_iter().map(|line| (number, line)));
        let words: Vec<Word> = stay.into_iter().flat_map(|line| line.words).collect();
        let mut said = columns::read(words, &sheet.rules);
        said.append(&mut sheet.aside);
        let mut from = None;
        for line in said {
            let begins = line.begins && !flow.goes_on(&line.text);
            let start = flow.line(&line.text, begins);
            from.get_or_insert(start);
        }
        if let Some(from) = from {
            told.pages.push((number, from..flow.text.len()));
        }
    }
    for (at, (number, line)) in feet.into_iter().enumerate() {
        let start = flow.line(&line.text(), at == 0);
        told.pages.push((number, start..flow.text.len()));
    }
    flow.text.push('\n');
    told.text = flow.text.replace('\u{00AD}', "-");
    if told.text.trim().is_empty() {
        told.text.clear();
    }
}

fn say_what_is_odd(sheets: &[Sheet], budget: &Budget, told: &mut PdfText) {
    let letters: usize = sheets.iter().map(|sheet| sheet.letters).sum();
    let nameless: usize = sheets.iter().map(|sheet| sheet.nameless).sum();
    let hidden: usize = sheets.iter().map(|sheet| sheet.hidden).sum();
    let images: usize = sheets.iter().map(|sheet| sheet.images).sum();
    let problems = &mut told.problems;
    if budget.met {
        problems.push(problem(
            "pdf-limit",
            Severity::Warning,
            "this PDF is larger or deeper than what is read, and a part of it was left out; ask for the report alone, or for its text",
        ));
    }
    if letters == 0 && (images > 0 || !budget.met) {
        problems.push(problem(
            "scan-without-text",
            Severity::Error,
            "this PDF is a picture of text and holds no text that can be read; ask the laboratory for the report as text, or let it be recognised with --ocr and compare every value with the paper",
        ));
        return;
    }
    if nameless * 20 > letters {
        problems.push(problem(
            "pdf-letters-unknown",
            Severity::Warning,
            "fonts of this PDF do not say which letters they show, and what they show is not read; ask for the report as text, or use --ocr",
        ));
    }
    if hidden * 2 > letters {
        problems.push(problem(
            "pdf-text-recognised",
            Severity::Note,
            "the text lies unseen behind a picture of the page: a program recognised it, and may have misread it; compare the values with the picture",
        ));
    }
    let pictures: Vec<String> = (1..)
        .zip(sheets)
        .filter(|(_, sheet)| sheet.letters == 0 && sheet.images > 0)
        .map(|(number, _): (u32, _)| number.to_string())
        .take(20)
        .collect();
    if !pictures.is_empty() {
        problems.push(problem(
            "page-without-text",
            Severity::Warning,
            format!(
                "page {} is a picture without text and is not read; look at it yourself, or save that page alone and use --ocr",
                pictures.join(", ")
            ),
        ));
    }
}

/// Reads the report that a PDF holds.
pub(crate) fn read(piece: &Piece, each: &mut dyn FnMut(Read<'_>)) {
    let told = text(&piece.bytes);
    let mut record = if told.text.is_empty() {
        Record::empty(piece.name_of(0), RecordKind::Pdf)
    } else {
        report::read(&piece.name_of(0), told.text.as_bytes())
    };
    record.kind = RecordKind::Pdf;
    record.problems.extend(told.problems);
    for (number, range) in told.pages {
        record
            .paths
            .add(Span::new(range.start, range.end), format!("page {number}"));
    }
    each(Read {
        history: History::of(record),
        text: Cow::Owned(told.text.into_bytes()),
    });
}

/// Reads the pages of a scan as a program recognised them. What they say has to be compared with the paper, and the record says so.
pub fn recognised(name: &str, pages: &[String]) -> Read<'static> {
    let mut text = String::new();
    let mut ranges = Vec::new();
    for (number, page) in (1_u32..).zip(pages) {
        let start = text.len();
        text.push_str(page.trim_end_matches(['\n', '\u{0C}', ' ']));
        ranges.push((number, start..text.len()));
        text.push('\n');
    }
    let mut record = report::read(name, text.as_bytes());
    record.kind = RecordKind::Pdf;
    record.problems.push(problem(
        "text-recognised",
        Severity::Warning,
        "the text was recognised from a picture by a program, which may misread a plus sign, a point or a digit; compare every value with the paper",
    ));
    for (number, range) in ranges {
        record
            .paths
            .add(Span::new(range.start, range.end), format!("page {number}"));
    }
    Read {
        history: History::of(record),
        text: Cow::Owned(text.into_bytes()),
    }
}
