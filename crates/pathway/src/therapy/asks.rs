//! What to ask: the questions that hold options open.

use super::plan::Plan;
use her2_case::Question;
use her2_pages::{Known, Standing};

/// A question whose answer could settle open options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// The question.
    pub question: Question,
    /// How many options it holds open, or is asked for before their first dose.
    pub options: usize,
}

/// For each question the options it touches, one bit each.
struct Touched {
    words: usize,
    bits: Vec<u128>,
}

impl Touched {
    fn of(options: usize) -> Self {
        let words = options.div_ceil(WORD);
        Self {
            words,
            bits: vec![0; words * Question::ALL.len()],
        }
    }

    fn add(&mut self, question: Question, option: usize) {
        self.bits[question as usize * self.words + option / WORD] |= 1 << (option % WORD);
    }

    /// The questions that touch any option, those that touch the most first.
    fn asks(&self) -> Vec<Ask> {
        let questions = Question::ALL
            .iter()
            .zip(self.bits.chunks(self.words.max(1)));
        let mut asks: Vec<_> = questions
            .map(|(question, bits)| Ask {
                question: *question,
                options: bits.iter().map(|word| word.count_ones() as usize).sum(),
            })
            .filter(|ask| ask.options > 0)
            .collect();
        asks.sort_by_key(|ask| std::cmp::Reverse(ask.options));
        asks
    }
}

const WORD: usize = u128::BITS as usize;

/// The positions of the set bits.
fn members(mut bits: u128) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let next = bits.trailing_zeros() as usize;
        bits &= bits.wrapping_sub(1);
        (next < WORD).then_some(next)
    })
}

impl Plan {
    /// The questions whose answer could settle open options, those that touch the most first. While the HER2 result is awaited, it comes
    /// before all others.
    pub fn asks(&self) -> Vec<Ask> {
        let mut touched = Touched::of(self.index.options.len());
        for (table, listed) in self.index.tables.iter().enumerate() {
            let kept = self.in_force[table] & !listed.against & self.weighed[table].open();
            let open = |row: &usize| self.standings[listed.option_of[*row]] == Some(Standing::Open);
            let kept = members(kept)
                .filter(open)
                .fold(0, |rows, row| rows | 1 << row);
            if kept == 0 {
                continue;
            }
            for (question, rows) in self.weighed[table].asks() {
                for row in members(rows & kept) {
                    touched.add(question, listed.option_of[row]);
                }
            }
        }
        for (question, option) in self.asked_by_checks() {
            touched.add(question, option);
        }
        let mut asks = touched.asks();
        if self.waiting_for_her2() {
            asks.retain(|ask| ask.question != Question::Her2Category);
            let first = Ask {
                question: Question::Her2Category,
                options: self.awaiting_her2(),
            };
            asks.insert(0, first);
        }
        asks
    }

    /// What checks before the first dose ask, of options that are met or open.
    fn asked_by_checks(&self) -> impl Iterator<Item = (Question, usize)> {
        let pages = self.checked.iter().enumerate();
        let asking = pages.filter_map(|(at, checked)| Some((1 << at, checked.as_ref()?.asks?)));
        asking.flat_map(|(page, question): (u32, Question)| {
            let options = self.index.options.iter().enumerate();
            options
                .filter(|(at, _)| self.standings[*at].is_some_and(|of| of != Standing::Closed))
                .filter(move |(_, option)| option.checks.iter().flatten().any(|of| of & page != 0))
                .map(move |(at, _)| (question, at))
        })
    }

    /// How many options wait for the HER2 result and for nothing that is known to speak against them.
    fn awaiting_her2(&self) -> usize {
        let asked = self.situation().asked().iter();
        let others = asked.filter(|asked| asked.question() != Question::Her2Category);
        let others: Vec<_> = others.copied().collect();
        let known = Known::of(&others);
        let tables = self.index.tables.iter().zip(&self.in_force);
        let possible = tables
            .map(|(listed, in_force)| in_force & !listed.table.choices.weigh(&known).closed());
        let possible: Vec<u128> = possible.collect();
        let options = self.index.options.iter();
        options
            .filter(|option| !self.may_name(option.regimen))
            .filter(|option| {
                let mut listed = option.listed.iter();
                listed.any(|(table, rows)| rows & possible[*table] != 0)
            })
            .count()
    }
}
