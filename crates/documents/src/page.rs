//! A document as a tree: sections of blocks of sentences, before it is written as text or HTML.

use crate::picture::{Gauges, Lanes, Map, Scale, Trend};
use crate::sentence::{Foreign, Sentence};
use her2_case::{Mark, RecordIndex};
use her2_pages::Citation;
use std::fmt;

/// A whole document.
///
/// `Debug` shows counts only, of this and of everything in it: the rest is patient data.
#[derive(Clone)]
pub struct Page {
    /// The language of the words, as in `lang="en"`.
    pub lang: &'static str,
    /// What the page is.
    pub title: Sentence,
    /// The one thing to know, first.
    pub lead: Vec<Sentence>,
    /// A calm line on what this page is and is not.
    pub frame: Vec<Sentence>,
    /// The sections, in reading order.
    pub sections: Vec<Section>,
    /// Heading over the quotes.
    pub quotes_heading: Sentence,
    /// The record's own words that sentences rest on; number 1 is the first.
    pub quotes: Vec<Quote>,
    /// Heading over the sources.
    pub sources_heading: Sentence,
    /// The sources that sentences follow; number 1 is the first. Empty where sentences carry no numbers of sources.
    pub sources: Vec<SourceNote>,
    /// What stands at the end of every page: what made it, and when its rules were checked.
    pub foot: Vec<Sentence>,
    /// Fixed words of the renderers.
    pub labels: Labels,
}

/// Words the renderers need around the tree.
#[derive(Clone, Debug)]
pub struct Labels {
    /// The link that jumps over the navigation.
    pub skip: String,
    /// Before a number of a quote, for screen readers: `quote`.
    pub quote: String,
    /// The language of the record's own words, where it is not that of the page: reports are read in English.
    pub report: Option<&'static str>,
    /// Before the number of a line: `line`.
    pub line: String,
    /// Name of the list of sections.
    pub contents: String,
    /// Before a number of a source, for screen readers: `source`.
    pub source: String,
    /// After what is to be confirmed in the primary source.
    pub to_verify: String,
    /// The same with less confidence.
    pub less_sure: String,
}

impl Labels {
    /// What is said after a sentence of this mark; nothing where it was read in its source.
    pub fn mark(&self, mark: Mark) -> Option<&str> {
        match mark {
            Mark::Checked => None,
            Mark::ToVerify => Some(&self.to_verify),
            Mark::LessSure => Some(&self.less_sure),
        }
    }
}

/// A section with its heading.
#[derive(Clone)]
pub struct Section {
    /// The name of its anchor.
    pub id: &'static str,
    /// The heading.
    pub heading: Sentence,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// One block of a section.
#[derive(Clone)]
pub enum Block {
    /// Running sentences.
    Paragraph(Vec<Sentence>),
    /// Sentences set apart.
    Note(Vec<Sentence>),
    /// A list, each item of some sentences.
    List(Vec<Vec<Sentence>>),
    /// A list to tick off.
    Ask(Vec<Sentence>),
    /// A name and what is said of it, one a line.
    Facts(Vec<(Sentence, Vec<Sentence>)>),
    /// A smaller heading.
    Heading(Sentence),
    /// The scale of scores with the place of this result.
    Scale(Scale),
    /// Counted numbers on their lines.
    Gauges(Gauges),
    /// A number over time.
    Trend(Trend),
    /// Samples over time.
    Lanes(Lanes),
    /// The map of the way through care.
    Map(Map),
    /// A table with a header row.
    Table(Table),
    /// A table whose cells stand side by side wherever the width allows it.
    Grid(Grid),
}

/// A table whose cells hold several sentences each.
#[derive(Clone)]
pub struct Grid {
    /// What it shows.
    pub caption: Sentence,
    /// Column headers.
    pub head: Vec<Sentence>,
    /// Rows, each as long as the header.
    pub rows: Vec<Vec<Vec<Sentence>>>,
}

/// A source that sentences of the page follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceNote {
    /// The places in it that are followed.
    pub cites: Vec<Citation>,
    /// Publisher, title, date and places.
    pub words: String,
    /// The part of the words that is in another language than the page: publisher and title.
    pub title: Option<Foreign>,
    /// Where it can be read.
    pub link: Option<String>,
}

/// A table with a caption.
#[derive(Clone)]
pub struct Table {
    /// What it shows.
    pub caption: Sentence,
    /// Column headers.
    pub head: Vec<Sentence>,
    /// Rows, each as long as the header.
    pub rows: Vec<Vec<Sentence>>,
}

/// Words of the record, exactly.
#[derive(Clone, PartialEq, Eq)]
pub struct Quote {
    /// The words, on one line; of long ones the beginning and the end.
    pub words: String,
    /// The line of the record they start on, from 1; absent if all of it is one line.
    pub line: Option<usize>,
    /// The position of its source among those of the patient.
    pub at: RecordIndex,
    /// First byte and one past the last.
    pub span: [u32; 2],
    /// Where it stands in the words of the page, where a line of one text does not tell it.
    pub place: Option<String>,
    /// The path in the terms of the format, where the record has one.
    pub path: Option<String>,
    /// The name of the source, where there are several.
    pub source: Option<String>,
}

impl Page {
    /// Every sentence of the page, in reading order, headings and labels included.
    pub fn sentences(&self) -> Vec<&Sentence> {
        let mut all = vec![&self.title];
        all.extend(&self.lead);
        all.extend(&self.frame);
        for section in &self.sections {
            all.push(&section.heading);
            for block in &section.blocks {
                block.collect(&mut all);
            }
        }
        all.push(&self.quotes_heading);
        all.push(&self.sources_heading);
        all.extend(&self.foot);
        all
    }
}

impl Quote {
    /// Where it stands: as worded, or else the number of its line after this label.
    pub(crate) fn place(&self, label: &str) -> Option<String> {
        let line = || self.line.map(|line| format!("{label} {line}"));
        self.place.clone().or_else(line)
    }
}

impl fmt::Debug for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sections: Vec<&str> = self.sections.iter().map(|section| section.id).collect();
        f.debug_struct("Page")
            .field("lang", &self.lang)
            .field("sections", &sections)
            .field("quotes", &self.quotes.len())
            .finish_non_exhaustive()
    }
}

impl Block {
    fn collect<'a>(&'a self, all: &mut Vec<&'a Sentence>) {
        match self {
            Self::Paragraph(sentences) | Self::Note(sentences) | Self::Ask(sentences) => {
                all.extend(sentences);
            }
            Self::List(items) => all.extend(items.iter().flatten()),
            Self::Facts(facts) => {
                for (name, said) in facts {
                    all.push(name);
                    all.extend(said);
                }
            }
            Self::Heading(heading) => all.push(heading),
            Self::Scale(scale) => all.extend([&scale.title, &scale.description]),
            Self::Trend(trend) => all.extend([&trend.title, &trend.description]),
            Self::Lanes(lanes) => all.extend([&lanes.title, &lanes.description]),
            Self::Map(map) => all.extend([&map.title, &map.description]),
            Self::Gauges(gauges) => {
                all.extend([&gauges.title, &gauges.description]);
                all.extend(&gauges.caption);
            }
            Self::Table(table) => {
                all.push(&table.caption);
                all.extend(&table.head);
                all.extend(table.rows.iter().flatten());
            }
            Self::Grid(grid) => {
                all.push(&grid.caption);
                all.extend(&grid.head);
                all.extend(grid.rows.iter().flatten().flatten());
            }
        }
    }
}
