//! A page with its table: read, checked, ready to be compiled.

use super::cases::{self, Case};
use super::cell::{Holds, terms};
use super::columns::{Beside, PageBands, Role, check_roles, question, roles};
use super::{
    Cite, Decide, Document, Fault, Faults, Sources, TableHead, TableText, date, read_head, totality,
};
use crate::nearest::hint;
use her2_case::{Kind, Question};
use jiff::civil::Date;

/// A page that keeps every promise of the format.
#[derive(Clone, Debug)]
pub struct CheckedPage {
    /// The id, for example `edition/question`.
    pub id: String,
    /// The title.
    pub title: String,
    /// The question it answers.
    pub question: Question,
    /// How its table is read.
    pub decide: Decide,
    /// What is said where no option holds.
    pub otherwise: Option<String>,
    /// The source of its rows, if one is named for all of them.
    pub cite: Option<Cite>,
    /// When somebody last compared it with its source.
    pub checked: Date,
    /// The columns that ask.
    pub columns: Vec<InputColumn>,
    /// The rows.
    pub rows: Vec<PageRow>,
    /// The worked cases.
    pub cases: Vec<Case>,
}

/// A column that asks a question.
#[derive(Clone, Debug)]
pub struct InputColumn {
    /// The question.
    pub question: Question,
    /// What its cells cut it into.
    pub bands: PageBands,
}

impl InputColumn {
    pub(super) fn every_band(&self) -> u64 {
        u64::MAX >> (64 - self.bands.count())
    }
}

/// A row of a page.
#[derive(Clone, Debug)]
pub struct PageRow {
    /// Its line.
    pub line: u32,
    /// Its label.
    pub anchor: String,
    /// Its source.
    pub cite: Cite,
    /// Whether it is an engineering rule of this project.
    pub project: bool,
    /// Its rank among options.
    pub rank: u16,
    /// The index of the term it answers with.
    pub answer: usize,
    /// The terms it gives to further questions.
    pub also: Vec<(Question, u64)>,
    /// The columns kept as text, without those that are `-`.
    pub carried: Vec<(String, String)>,
    /// The first day on which it is in force.
    pub from: Option<Date>,
    /// The last day on which it is in force.
    pub until: Option<Date>,
    /// What each input cell holds for, as written.
    pub cells: Vec<Holds>,
    /// The bands each input cell holds for.
    pub masks: Vec<u64>,
}

/// Reads and checks a page whose head is a [`TableHead`]. `path` is for messages; `id` is the page's id.
pub fn check_page(
    path: &str,
    id: &str,
    text: &str,
    sources: &Sources,
) -> Result<CheckedPage, Vec<Fault>> {
    let mut faults = Faults::of(path);
    let document = Document::read(text, &mut faults);
    let page = read_head::<TableHead>(&document, &mut faults)
        .and_then(|head| check_table(id, &document, &head, sources, &mut faults));
    match page {
        Some(page) if faults.is_empty() => Ok(page),
        _ => Err(faults.into_vec()),
    }
}

/// Checks the one table of a document that answers the question of the head, and its cases.
pub fn check_table(
    id: &str,
    document: &Document,
    head: &TableHead,
    sources: &Sources,
    faults: &mut Faults,
) -> Option<CheckedPage> {
    let checked = date(document, "checked", head.checked.as_ref(), faults);
    let cite = head.cite.as_ref().and_then(|cite| {
        let resolved = sources.resolve(cite.get_ref());
        let told = resolved.map_err(|why| faults.add(document.line_of(cite), why));
        told.ok()
    });
    let answers = answered(document, head, faults)?;
    let table = the_table(document, faults)?;
    let beside = Beside::of(head);
    let roles = roles(table, &beside, faults)?;
    if !check_roles(table, &roles, answers, head, faults) {
        return None;
    }
    let reader = Rows {
        roles: &roles,
        beside: &beside,
        cite: cite.as_ref(),
        cited: head.cite.is_some(),
        sources,
    };
    let mut rows = reader.read(table, faults);
    let columns = columns(&roles, &mut rows, table, faults)?;
    if rows.len() < table.rows.len() || !table.whole {
        return None;
    }
    let mut page = CheckedPage {
        id: id.to_owned(),
        title: document.title().to_owned(),
        question: answers,
        decide: head.decide,
        otherwise: (head.otherwise.as_ref()).map(|words| words.get_ref().clone()),
        cite,
        checked: checked.unwrap_or_default(),
        columns,
        rows,
        cases: Vec::new(),
    };
    if totality::check(&page, table.line, faults) {
        page.cases = cases::check(&page, document, faults);
    }
    Some(page)
}

/// The question that the head names.
fn answered(document: &Document, head: &TableHead, faults: &mut Faults) -> Option<Question> {
    let name = head.question.get_ref();
    let found = question(name);
    if found.is_none() {
        let hint = hint(name, Question::ALL.iter().map(|question| question.name()));
        let line = document.line_of(&head.question);
        faults.add(line, format!("unknown question `{name}`{hint}"));
    }
    found
}

/// Cuts each asking column by its cells, and tells the rows for which bands they hold.
fn columns(
    roles: &[Role],
    rows: &mut [PageRow],
    table: &TableText,
    faults: &mut Faults,
) -> Option<Vec<InputColumn>> {
    let asked = roles.iter().filter_map(|role| match role {
        Role::Asks(question) => Some(*question),
        _ => None,
    });
    let mut columns = Vec::new();
    for (at, question) in asked.enumerate() {
        let cells: Vec<_> = rows.iter().map(|row| row.cells[at]).collect();
        let bands = PageBands::of(question, &cells);
        if bands.count() > 64 {
            let name = question.name();
            faults.add(table.line, format!("{name} is cut into more than 64 bands"));
            return None;
        }
        for row in &mut *rows {
            row.masks.push(bands.mask(row.cells[at]));
        }
        columns.push(InputColumn { question, bands });
    }
    let bands: usize = columns.iter().map(|column| column.bands.count()).sum();
    if bands > crate::MOST_BANDS {
        let most = crate::MOST_BANDS;
        faults.add(
            table.line,
            format!("the columns are cut into {bands} bands; a table has at most {most}"),
        );
        return None;
    }
    Some(columns)
}

/// The only table outside the cases that has an answering column.
fn the_table<'a>(document: &'a Document, faults: &mut Faults) -> Option<&'a TableText> {
    let sections = document
        .sections
        .iter()
        .filter(|section| section.heading != "Cases");
    let answering = |table: &&TableText| table.header.iter().any(|cell| cell.starts_with("=>"));
    let mut tables = sections
        .flat_map(|section| section.tables())
        .filter(answering);
    let first = tables.next();
    if first.is_none() {
        faults.add(1, "no table with an answering column `=> ...`");
    }
    for further in tables {
        faults.add(
            further.line,
            "a second table with an answering column; one page answers one question",
        );
    }
    first
}

struct Rows<'a> {
    roles: &'a [Role],
    beside: &'a Beside<'a>,
    cite: Option<&'a Cite>,
    /// Whether the head cites something, resolved or not.
    cited: bool,
    sources: &'a Sources,
}

impl Rows<'_> {
    fn read(&self, table: &TableText, faults: &mut Faults) -> Vec<PageRow> {
        let mut rows: Vec<PageRow> = Vec::new();
        for (line, cells) in &table.rows {
            let Some(row) = self.row(*line, cells, faults) else {
                continue;
            };
            if let Some(before) = rows.iter().find(|before| before.anchor == row.anchor) {
                let (anchor, first) = (&row.anchor, before.line);
                faults.add(
                    *line,
                    format!("row label `{anchor}` already stands on line {first}"),
                );
            }
            rows.push(row);
        }
        rows
    }

    fn row(&self, line: u32, cells: &[String], faults: &mut Faults) -> Option<PageRow> {
        let mut whole = true;
        let mut fault = |message: String| {
            faults.add(line, message);
            whole = false;
        };
        let mut row = PageRow {
            line,
            anchor: String::new(),
            cite: self.cite.cloned().unwrap_or_else(|| Cite {
                edition: String::new(),
                anchor: String::new(),
            }),
            project: false,
            rank: 0,
            answer: 0,
            also: Vec::new(),
            carried: Vec::new(),
            from: None,
            until: None,
            cells: Vec::new(),
            masks: Vec::new(),
        };
        let mut cited = self.cited;
        let mut answered = false;
        for (role, cell) in self.roles.iter().zip(cells) {
            match role {
                Role::Asks(question) => match Holds::read(*question, cell) {
                    Ok(holds) => row.cells.push(holds),
                    Err(why) => fault(why),
                },
                Role::Answers(question) if !answered => {
                    answered = true;
                    match answer(*question, cell) {
                        Ok(bits) if bits.count_ones() == 1 => {
                            row.answer = bits.trailing_zeros() as usize;
                        }
                        Ok(_) => fault(format!("`{cell}`: a row gives one answer")),
                        Err(why) => fault(why),
                    }
                }
                Role::Answers(question) => match answer(*question, cell) {
                    Ok(bits) => row.also.push((*question, bits)),
                    Err(why) => fault(why),
                },
                Role::At if cell.is_empty() || cell == "-" => {
                    fault("the row has no label in column `at`".to_owned());
                }
                Role::At if self.beside.days && cell.contains(',') => {
                    fault(format!(
                        "`{cell}`: cases list the labels of options, so that a label has no comma"
                    ));
                }
                Role::At => row.anchor.clone_from(cell),
                Role::From | Role::Until if cell == "-" => {}
                Role::From | Role::Until => match cell.parse() {
                    Ok(day) if *role == Role::From => row.from = Some(day),
                    Ok(day) => row.until = Some(day),
                    Err(_) => fault(format!(
                        "`{cell}`: write a day such as `2026-11-22`, or `-`"
                    )),
                },
                Role::Carries(_) if cell == "-" => {}
                Role::Carries(at) => {
                    row.carried
                        .push((self.beside.carries[*at].to_owned(), cell.clone()));
                }
                Role::Cite if cell == "-" => {}
                Role::Cite => {
                    cited = true;
                    match self.sources.resolve(cell) {
                        Ok(cite) => row.cite = cite,
                        Err(why) => fault(why),
                    }
                }
                Role::Basis => match cell.as_str() {
                    "-" | "source" => {}
                    "project" => row.project = true,
                    _ => fault(format!("`{cell}`: the basis is `source` or `project`")),
                },
                Role::Rank => match cell.parse() {
                    Ok(rank) => row.rank = rank,
                    Err(_) => fault(format!("`{cell}`: a rank is a whole number")),
                },
            }
        }
        if let (Some(from), Some(until)) = (row.from, row.until)
            && until < from
        {
            fault(format!("in force until {until}, before {from}"));
        }
        let looks = row.cells.iter().filter(|cell| **cell != Holds::Any).count();
        if looks > crate::MOST_REASONS {
            let most = crate::MOST_REASONS;
            fault(format!(
                "the row looks at {looks} questions, at most {most} are possible"
            ));
        }
        if !cited {
            fault("no source: neither the head nor the row has a `cite`".to_owned());
        }
        whole.then_some(row)
    }
}

/// The terms of an answering cell: `-` for none, one, or a list.
pub(super) fn answer(question: Question, cell: &str) -> Result<u64, String> {
    match question.kind() {
        _ if cell == "-" => Ok(0),
        Kind::Terms(names) => terms(question, names, cell),
        Kind::Number { .. } => Err(format!("`{}` is a number, not an answer", question.name())),
    }
}
