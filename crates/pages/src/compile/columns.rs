//! The header of a table: which column asks, which answers, which says more about the row. And what the cells of a column cut it into.

use super::cell::Holds;
use super::{Decide, Faults, TableHead, TableText};
use crate::Cut;
use crate::nearest::hint;
use her2_case::{Decimal, Kind, Question};

/// What a column of a page is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Asks(Question),
    Answers(Question),
    At,
    Cite,
    Basis,
    Rank,
    Carries(usize),
    From,
    Until,
}

/// The columns that a page has beside questions, answers and sources.
#[derive(Clone, Debug, Default)]
pub(super) struct Beside<'a> {
    /// The column that ranks options.
    pub(super) rank: Option<&'a str>,
    /// The columns kept as text.
    pub(super) carries: Vec<&'a str>,
    /// Whether a row may have days between which it is in force.
    pub(super) days: bool,
}

impl<'a> Beside<'a> {
    /// What the head of the page allows.
    pub(super) fn of(head: &'a TableHead) -> Self {
        Self {
            rank: head.rank.as_ref().map(|rank| rank.get_ref().as_str()),
            carries: (head.carries.iter())
                .map(|column| column.get_ref().as_str())
                .collect(),
            days: head.decide == Decide::All,
        }
    }

    fn role(&self, name: &str) -> Option<Role> {
        let carried = self.carries.iter().position(|column| *column == name);
        match name {
            "at" => Some(Role::At),
            "cite" => Some(Role::Cite),
            "basis" => Some(Role::Basis),
            "from" if self.days => Some(Role::From),
            "until" if self.days => Some(Role::Until),
            name if self.rank == Some(name) => Some(Role::Rank),
            _ => carried.map(Role::Carries),
        }
    }

    fn names(&self) -> impl Iterator<Item = &'a str> {
        let days: &[&str] = if self.days { &["from", "until"] } else { &[] };
        let always = ["at", "cite", "basis"].iter().chain(days).copied();
        always.chain(self.carries.clone())
    }
}

/// The roles of a header's cells; nothing, and faults, if one has none.
pub(super) fn roles(
    table: &TableText,
    beside: &Beside<'_>,
    faults: &mut Faults,
) -> Option<Vec<Role>> {
    let mut roles = Vec::new();
    let mut whole = true;
    for cell in &table.header {
        let role = match cell.strip_prefix("=>") {
            Some(name) => question(name.trim()).map(Role::Answers),
            None => beside.role(cell).or_else(|| question(cell).map(Role::Asks)),
        };
        match role {
            None => {
                let name = cell.trim_start_matches("=>").trim();
                let all = Question::ALL.iter().map(|question| question.name());
                let hint = hint(name, all.chain(beside.names()));
                faults.add(table.line, format!("unknown question `{name}`{hint}"));
                whole = false;
            }
            Some(role) if roles.contains(&role) => {
                faults.add(table.line, format!("column `{cell}` stands twice"));
                whole = false;
            }
            Some(role) => roles.push(role),
        }
    }
    whole.then_some(roles)
}

/// The question of that name.
pub(super) fn question(name: &str) -> Option<Question> {
    let mut all = Question::ALL.iter().copied();
    all.find(|question| question.name() == name)
}

/// What the first answering column must be, and that a page says what it needs to.
pub(super) fn check_roles(
    table: &TableText,
    roles: &[Role],
    answers: Question,
    head: &TableHead,
    faults: &mut Faults,
) -> bool {
    let (decide, beside) = (head.decide, Beside::of(head));
    let rank = beside.rank;
    let mut sound = true;
    let mut add = |message: String| {
        faults.add(table.line, message);
        sound = false;
    };
    let first = roles.iter().find_map(|role| match role {
        Role::Answers(question) => Some(*question),
        _ => None,
    });
    let name = answers.name();
    let answered = first == Some(answers);
    if !answered {
        add(format!(
            "the first answering column must be `=> {name}`, the question of the page"
        ));
    }
    if !matches!(answers.kind(), Kind::Terms(_)) {
        add(format!("`{name}` is a number; a table answers with terms"));
    }
    let labelled = roles.contains(&Role::At);
    if !labelled {
        add("no column `at`: every row has a label of its own".to_owned());
    }
    let asking = roles.iter().filter(|role| matches!(role, Role::Asks(_)));
    let asking = asking.count();
    if asking == 0 || asking > crate::MOST_COLUMNS {
        let most = crate::MOST_COLUMNS;
        add(format!(
            "{asking} columns ask a question; a table has 1 to {most}"
        ));
    }
    if table.rows.is_empty() || table.rows.len() > crate::MOST_ROWS {
        let (rows, most) = (table.rows.len(), crate::MOST_ROWS);
        add(format!("{rows} rows; a table has 1 to {most}"));
    }
    let ranked = rank.is_none_or(|_| roles.contains(&Role::Rank));
    if let (false, Some(rank)) = (ranked, rank) {
        add(format!(
            "no column `{rank}`, by which the head ranks the options"
        ));
    }
    for (at, column) in beside.carries.iter().enumerate() {
        if !roles.contains(&Role::Carries(at)) {
            add(format!("no column `{column}`, which the head carries"));
        }
    }
    if decide == Decide::One && (!beside.carries.is_empty() || head.otherwise.is_some()) {
        add("`carries` and `otherwise` go with `decide = \"all\"`".to_owned());
    }
    let fits = (decide == Decide::All) == rank.is_some();
    if !fits {
        add(
            "`rank` names the column that ranks options; it goes with `decide = \"all\"`"
                .to_owned(),
        );
    }
    sound
}

/// How a column is cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageBands {
    /// The band of each term.
    Terms(Vec<u8>),
    /// The cuts, in rising order.
    Number(Vec<Cut>),
}

impl PageBands {
    /// Cuts a column so that each cell holds for whole bands. Terms that no cell tells apart share a band.
    pub(super) fn of(question: Question, cells: &[Holds]) -> Self {
        match question.kind() {
            Kind::Terms(names) => {
                let mut kinds: Vec<Vec<bool>> = Vec::new();
                let of_term = |term: usize| {
                    let kind: Vec<_> = cells
                        .iter()
                        .map(|cell| cell.holds_some(1 << term))
                        .collect();
                    let known = kinds.iter().position(|other| *other == kind);
                    known.unwrap_or_else(|| {
                        kinds.push(kind);
                        kinds.len() - 1
                    }) as u8
                };
                Self::Terms((0..names.len()).map(of_term).collect())
            }
            Kind::Number { .. } => {
                let mut cuts: Vec<Cut> = cells.iter().flat_map(|cell| cuts(*cell)).collect();
                cuts.sort_by_key(|cut| (cut.at, cut.after));
                cuts.dedup();
                Self::Number(cuts)
            }
        }
    }

    /// How many bands there are.
    pub fn count(&self) -> usize {
        match self {
            Self::Terms(bands) => 1 + usize::from(bands.iter().copied().max().unwrap_or(0)),
            Self::Number(cuts) => 1 + cuts.len(),
        }
    }

    /// The bands for which the cell holds.
    pub(super) fn mask(&self, cell: Holds) -> u64 {
        let every = u64::MAX >> (64 - self.count());
        match (self, cell) {
            (Self::Terms(bands), Holds::Terms(terms)) => {
                let listed = (0..bands.len()).filter(|term| terms & 1 << term != 0);
                listed.fold(0, |mask, term| mask | 1 << bands[term])
            }
            (Self::Number(cuts), Holds::Numbers { low, high }) => {
                let position = |cut: Cut| cuts.iter().position(|other| *other == cut);
                let from = low
                    .and_then(|low| position(low_cut(low)))
                    .map_or(0, |cut| cut + 1);
                let to = high.and_then(|high| position(high_cut(high)));
                let to = to.unwrap_or(cuts.len());
                every & (u64::MAX << from) & (u64::MAX >> (63 - to))
            }
            _ => every,
        }
    }
}

fn low_cut(low: super::Bound) -> Cut {
    Cut::new(low.at, !low.inclusive)
}

fn high_cut(high: super::Bound) -> Cut {
    Cut::new(high.at, high.inclusive)
}

/// The cuts that the bounds of a cell make. Nothing lies below zero, so `>= 0` makes none.
pub(super) fn cuts(cell: Holds) -> impl Iterator<Item = Cut> {
    let (low, high) = match cell {
        Holds::Numbers { low, high } => (low.map(low_cut), high.map(high_cut)),
        _ => (None, None),
    };
    let at_zero = |cut: &Cut| cut.at == Decimal::ZERO && !cut.after;
    low.filter(|cut| !at_zero(cut)).into_iter().chain(high)
}
