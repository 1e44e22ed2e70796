//! What to ask: the questions that hold options open.

use super::plan::Plan;
use her2_case::Question;
use her2_pages::Standing;

/// A question whose answer could settle open options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// The question.
    pub question: Question,
    /// How many open options it holds open.
    pub options: usize,
}

impl Plan {
    /// The questions whose answer could settle open options, those that touch the most first. While the HER2 result is awaited, it comes
    /// before all others.
    pub fn asks(&self) -> Vec<Ask> {
        let mut touched: Vec<(Question, usize)> = Vec::new();
        for (table, listed) in self.index.tables.iter().enumerate() {
            let kept = self.in_force[table] & !listed.against;
            for (question, rows) in self.weighed[table].asks() {
                let rows = rows & kept;
                let options = listed.option_of.iter().enumerate();
                let of_rows = options.filter(|(row, _)| rows & 1 << row != 0);
                touched.extend(of_rows.map(|(_, option)| (question, *option)));
            }
        }
        touched.retain(|(_, option)| self.standings[*option] == Some(Standing::Open));
        touched.sort_unstable();
        touched.dedup();
        let mut asks: Vec<Ask> = Vec::new();
        for (question, _) in touched {
            match asks.last_mut() {
                Some(last) if last.question == question => last.options += 1,
                _ => asks.push(Ask {
                    question,
                    options: 1,
                }),
            }
        }
        asks.sort_by_key(|ask| std::cmp::Reverse(ask.options));
        if self.waiting_for_her2() {
            asks.retain(|ask| ask.question != Question::Her2Category);
            let options = self.awaiting_her2();
            asks.insert(
                0,
                Ask {
                    question: Question::Her2Category,
                    options,
                },
            );
        }
        asks
    }

    /// How many options wait for the HER2 result and for nothing that is known to speak against them.
    fn awaiting_her2(&self) -> usize {
        let waits = |(table, rows): &(usize, u128)| {
            let rows = rows & self.in_force[*table];
            let weighed = &self.weighed[*table];
            (0..u128::BITS as usize)
                .filter(|row| rows & 1 << row != 0)
                .any(|row| {
                    let mut requirements = weighed.requirements(row);
                    requirements.all(|of| {
                        of.question == Question::Her2Category || of.standing != Standing::Closed
                    })
                })
        };
        let options = self.index.options.iter();
        options
            .filter(|option| !self.may_name(option.regimen))
            .filter(|option| option.listed.iter().any(waits))
            .count()
    }
}
