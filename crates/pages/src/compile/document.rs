//! A page as text: the head, and sections of prose, tables and fenced blocks, each with its line.

use super::Faults;

/// A page, split into its parts.
#[derive(Clone, Debug)]
pub struct Document {
    /// The TOML between the two lines of `+++`.
    pub head: String,
    /// The sections: first the one under the title, then one for each further heading.
    pub sections: Vec<Section>,
}

/// A heading and what stands under it.
#[derive(Clone, Debug)]
pub struct Section {
    /// The text of the heading.
    pub heading: String,
    /// Its line.
    pub line: u32,
    /// What stands under it, up to the next heading.
    pub blocks: Vec<Block>,
}

/// A part of a section.
#[derive(Clone, Debug)]
pub enum Block {
    /// A paragraph or a list, its lines joined as written.
    Prose {
        /// The first line.
        line: u32,
        /// The text.
        text: String,
    },
    /// A table.
    Table(TableText),
    /// A fenced block.
    Fence {
        /// The line of the opening fence.
        line: u32,
        /// The word after the opening fence.
        info: String,
        /// What stands between the fences, each line ended.
        text: String,
    },
}

/// A table, cell by cell.
#[derive(Clone, Debug)]
pub struct TableText {
    /// The line of the header.
    pub line: u32,
    /// The header's cells.
    pub header: Vec<String>,
    /// The line and the cells of each row.
    pub rows: Vec<(u32, Vec<String>)>,
    /// Whether every row had as many cells as the header; the others are left out.
    pub whole: bool,
}

impl Document {
    /// Splits the text of a page. What is not understood is a fault, and the rest is still given.
    pub fn read(text: &str, faults: &mut Faults) -> Self {
        let mut lines = (1..).zip(text.lines());
        let mut head = String::new();
        if lines.next().map(|(_, line)| line.trim_end()) != Some("+++") {
            faults.add(1, "a page starts with a head between two lines of `+++`");
            let sections = Vec::new();
            return Self { head, sections };
        }
        let mut closed = false;
        for (_, line) in lines.by_ref() {
            closed = line.trim_end() == "+++";
            if closed {
                break;
            }
            head.push_str(line);
            head.push('\n');
        }
        if !closed {
            faults.add(1, "the head is not closed by a line of `+++`");
        }
        let sections = sections(lines, faults);
        match sections.first() {
            Some(first) if !first.heading.is_empty() => {}
            _ => faults.add(
                1,
                "no title: a line such as `# ISH with a dual probe` follows the head",
            ),
        }
        Self { head, sections }
    }

    /// The title: the first heading.
    pub fn title(&self) -> &str {
        self.sections.first().map_or("", |first| &first.heading)
    }

    /// The section of that heading.
    pub fn section(&self, heading: &str) -> Option<&Section> {
        let mut sections = self.sections.iter();
        sections.find(|section| section.heading == heading)
    }
}

impl Section {
    /// The tables in it.
    pub fn tables(&self) -> impl Iterator<Item = &TableText> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
    }

    /// The fenced blocks whose first line carries that word: line and text.
    pub fn fences(&self, of: &str) -> impl Iterator<Item = (u32, &str)> {
        self.blocks.iter().filter_map(move |block| match block {
            Block::Fence { line, info, text } if info == of => Some((*line, text.as_str())),
            _ => None,
        })
    }

    /// The paragraphs, an empty line between each two.
    pub fn prose(&self) -> String {
        let paragraphs = self.blocks.iter().filter_map(|block| match block {
            Block::Prose { text, .. } => Some(text.as_str()),
            _ => None,
        });
        paragraphs.collect::<Vec<_>>().join("\n\n")
    }
}

fn sections<'a>(lines: impl Iterator<Item = (u32, &'a str)>, faults: &mut Faults) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut lines = lines.peekable();
    while let Some((line, text)) = lines.next() {
        let text = text.trim_end();
        if let Some(heading) = heading(text) {
            let heading = heading.to_owned();
            let blocks = Vec::new();
            sections.push(Section {
                heading,
                line,
                blocks,
            });
            continue;
        }
        if text.is_empty() {
            continue;
        }
        if sections.is_empty() {
            let heading = String::new();
            let blocks = Vec::new();
            sections.push(Section {
                heading,
                line,
                blocks,
            });
        }
        let blocks = &mut sections
            .last_mut()
            .expect("one was pushed if there was none")
            .blocks;
        if let Some(info) = text.strip_prefix("```") {
            let mut inside = String::new();
            let mut closed = false;
            for (_, text) in lines.by_ref() {
                closed = text.trim_end() == "```";
                if closed {
                    break;
                }
                inside.push_str(text);
                inside.push('\n');
            }
            if !closed {
                faults.add(line, "the fenced block is not closed");
            }
            blocks.push(Block::Fence {
                line,
                info: info.trim().to_owned(),
                text: inside,
            });
        } else if text.starts_with('|') {
            let mut rows = vec![(line, text)];
            while let Some(next) = lines.next_if(|(_, text)| text.starts_with('|')) {
                rows.push(next);
            }
            blocks.extend(table(&rows, faults).map(Block::Table));
        } else {
            let mut prose = text.to_owned();
            let same = |(_, text): &(u32, &str)| {
                !text.trim().is_empty() && !text.starts_with(['|', '`', '#'])
            };
            while let Some((_, text)) = lines.next_if(same) {
                prose.push('\n');
                prose.push_str(text.trim_end());
            }
            blocks.push(Block::Prose { line, text: prose });
        }
    }
    sections
}

fn heading(text: &str) -> Option<&str> {
    let after = text.trim_start_matches('#');
    (after.len() < text.len() && after.starts_with(' ')).then(|| after.trim())
}

fn table(lines: &[(u32, &str)], faults: &mut Faults) -> Option<TableText> {
    let (line, header) = lines[0];
    let header = cells(header);
    let is_rule = |cell: &String| !cell.is_empty() && cell.chars().all(|c| matches!(c, '-' | ':'));
    if !lines
        .get(1)
        .is_some_and(|(_, rule)| cells(rule).iter().all(is_rule))
    {
        faults.add(
            line,
            "the header of a table is followed by a line such as `|---|---|`",
        );
        return None;
    }
    let mut rows = Vec::new();
    for &(line, text) in &lines[2..] {
        let row = cells(text);
        if row.len() == header.len() {
            rows.push((line, row));
        } else {
            let (has, wants) = (row.len(), header.len());
            faults.add(line, format!("the row has {has} cells, the header {wants}"));
        }
    }
    let whole = rows.len() == lines.len() - 2;
    Some(TableText {
        line,
        header,
        rows,
        whole,
    })
}

fn cells(line: &str) -> Vec<String> {
    let inside = line.trim().trim_start_matches('|');
    let inside = inside.strip_suffix('|').unwrap_or(inside);
    inside
        .split('|')
        .map(|cell| cell.trim().to_owned())
        .collect()
}
