//! From the words of a value to what it says. Strict: a word that is not known, or a contradiction, gives nothing at all.

mod amount;
mod words;

pub use amount::score_of;

use super::lex::{Kind, Lexeme, lex};
use super::part::{Beside, Part, Said};
use her2_case::{Assay, Decimal, Her2Word};
use her2_knowledge::Word;
use words::Her2Noun;

/// The parts of a value; nothing if any of it is not understood.
pub fn parts(text: &str) -> Option<Vec<Part>> {
    let tokens = lex(text)?;
    let mut parser = Parser {
        tokens: &tokens,
        parts: Vec::new(),
        clause: Clause::default(),
        outer: Vec::new(),
        last_her2: None,
    };
    parser.read()?;
    Some(parser.parts)
}

/// How deep brackets may stand in each other.
const DEEPEST: usize = 4;

/// What is known at a place of a text, up to the end of its clause.
#[derive(Clone, Copy, Default)]
struct Clause {
    /// The test that was named last.
    assay: Option<Assay>,
    /// Whether it was named in this clause.
    named: bool,
    /// What the next number is of.
    label: Option<Word>,
    /// Where a negation stands that waits for its word.
    negation: Option<usize>,
    /// Where amplification or overexpression was named without saying whether it is there.
    noun: Option<(Her2Noun, usize, usize)>,
    /// Of what the clause speaks.
    beside: Option<Beside>,
    /// The first part of the clause.
    first: usize,
    /// The first part of the clause before it.
    before: usize,
}

struct Parser<'a> {
    tokens: &'a [Lexeme],
    parts: Vec<Part>,
    clause: Clause,
    /// The clauses around the brackets that are open.
    outer: Vec<Clause>,
    /// The last number that follows HER2 and says no more.
    last_her2: Option<usize>,
}

impl Parser<'_> {
    fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    fn is_mark(&self, at: usize, mark: char) -> bool {
        self.kind(at) == Some(Kind::Mark(mark))
    }

    fn is_word(&self, at: usize, word: Word) -> bool {
        self.kind(at) == Some(Kind::Word(word))
    }

    fn number(&self, at: usize) -> Option<Decimal> {
        match self.kind(at)? {
            Kind::Number(value) => Some(value),
            _ => None,
        }
    }

    /// Says something that stands from one token up to another.
    fn say(&mut self, said: Said, first: usize, next: usize) {
        let implied = match said {
            Said::Score(_) => Some(Assay::Ihc),
            Said::Word(Her2Word::Overexpressed | Her2Word::NotOverexpressed) => Some(Assay::Ihc),
            Said::Word(Her2Word::Amplified | Her2Word::NotAmplified)
            | Said::Ratio(_)
            | Said::Copies(_)
            | Said::Cep17(_)
            | Said::TotalHer2(_)
            | Said::TotalCep17(_)
            | Said::Group(_) => Some(Assay::Ish),
            _ => None,
        };
        self.parts.push(Part {
            said,
            assay: implied.or(self.clause.assay),
            beside: Beside::Here,
            range: self.tokens[first].range.start..self.tokens[next - 1].range.end,
        });
    }

    fn read(&mut self) -> Option<()> {
        let mut at = 0;
        while at < self.tokens.len() {
            at = match self.tokens[at].kind {
                Kind::Unknown => return None,
                Kind::Number(_) => self.amount(at)?,
                Kind::Word(word) => self.word(at, word)?,
                Kind::Mark(mark) => self.mark(at, mark)?,
            };
        }
        while let Some(outer) = self.outer.pop() {
            self.end_clause()?;
            self.back_to(outer);
        }
        self.end_clause()?;
        self.name_copies();
        Some(())
    }

    fn mark(&mut self, at: usize, mark: char) -> Option<usize> {
        match mark {
            '(' | '[' | '{' => {
                if self.is_mark(at + 1, '-') && matches!(self.kind(at + 2), Some(Kind::Mark(')'))) {
                    self.say(Said::Word(Her2Word::Negative), at + 1, at + 2);
                    return Some(at + 3);
                }
                if self.outer.len() == DEEPEST {
                    return None;
                }
                self.outer.push(self.clause);
                self.clause = Clause {
                    assay: self.clause.assay,
                    named: false,
                    label: self.clause.label,
                    noun: self.clause.noun,
                    beside: None,
                    negation: None,
                    first: self.parts.len(),
                    before: self.clause.first,
                };
            }
            ')' | ']' | '}' => {
                let outer = self.outer.pop()?;
                let noun_was_used = outer.noun.is_some() && self.clause.noun.is_none();
                if outer.noun.is_some() && !noun_was_used && self.clause.negation.is_none() {
                    self.clause.noun = None;
                }
                self.end_clause()?;
                self.back_to(outer);
                if noun_was_used {
                    self.clause.noun = None;
                }
            }
            ',' | ';' | '|' => {
                self.end_clause()?;
                self.clause = Clause {
                    assay: self.clause.assay,
                    first: self.parts.len(),
                    before: self.clause.first,
                    beside: self.clause.beside.filter(|_| self.parts.is_empty()),
                    ..Clause::default()
                };
            }
            '<' | '>' | '\u{2264}' | '\u{2265}' | '~' => return self.amount(at),
            '=' if matches!(self.kind(at + 1), Some(Kind::Mark('<' | '>'))) => {
                return self.amount(at);
            }
            '+' => return Some(self.plus(at)),
            '-' => self.minus(at)?,
            ':' | '=' | '/' | '.' | '"' | '\'' | '*' | '&' | '_' => {}
            '%' => {
                if self.clause.label.is_none() {
                    self.clause.label = Some(Word::Percent);
                }
            }
            _ => return None,
        }
        Some(at + 1)
    }

    fn back_to(&mut self, outer: Clause) {
        let label = outer.label.filter(|_| self.clause.label.is_some());
        self.clause = Clause { label, ..outer };
    }

    /// Whether the token before is a marker or a test that a sign may follow.
    fn after_marker(&self, at: usize) -> bool {
        at > 0
            && self.tokens[at].tight
            && matches!(
                self.tokens[at - 1].kind,
                Kind::Word(Word::Her2 | Word::Er | Word::Pr | Word::Ish | Word::Ihc)
            )
    }

    /// Signs of plus that follow no number.
    fn plus(&mut self, at: usize) -> usize {
        let mut next = at + 1;
        while self.is_mark(next, '+') && self.tokens[next].tight {
            next += 1;
        }
        if next == at + 1 && self.after_marker(at) {
            self.say(Said::Word(Her2Word::Positive), at, next);
        } else {
            let count = u8::try_from(next - at).unwrap_or(u8::MAX);
            self.say(Said::Plus(count), at, next);
        }
        next
    }

    /// `HER2-`; a minus before a number at the start is no value of ours.
    fn minus(&mut self, at: usize) -> Option<()> {
        let next_is_tight = self.tokens.get(at + 1).is_some_and(|next| {
            next.tight && matches!(next.kind, Kind::Number(_) | Kind::Word(_) | Kind::Unknown)
        });
        if self.after_marker(at) && !next_is_tight {
            self.say(Said::Word(Her2Word::Negative), at, at + 1);
            return Some(());
        }
        let begins = at == 0 || matches!(self.tokens[at - 1].kind, Kind::Mark('(' | '[' | ','));
        (!(begins && self.number(at + 1).is_some())).then_some(())
    }

    /// Ends a clause: what waits must have been answered, and what it speaks of is set on its parts.
    fn end_clause(&mut self) -> Option<()> {
        match (self.clause.noun.take(), self.clause.negation.take()) {
            (Some((noun, first, _)), Some(negation)) => {
                self.say(
                    Said::Word(noun.word(false)),
                    first.min(negation),
                    negation + 1,
                );
            }
            (None, Some(_)) => return None,
            (Some((noun, first, next)), None) if self.outer.is_empty() => {
                self.say(Said::Word(noun.word(true)), first, next);
            }
            (_, None) => {}
        }
        let Some(beside) = self.clause.beside else {
            return Some(());
        };
        let first = if self.parts.len() > self.clause.first {
            self.clause.first
        } else if beside == Beside::Focal {
            // `1+ (focal)` is a score of 1+.
            return Some(());
        } else {
            self.clause.before
        };
        for part in &mut self.parts[first..] {
            part.beside = beside;
        }
        Some(())
    }

    /// `HER2: 14.9, CEP17: 1.9`: where the other number is named, the bare one after HER2 is its fellow.
    fn name_copies(&mut self) {
        let Some(her2) = self.last_her2 else { return };
        let has = |of: fn(&Said) -> bool| self.parts.iter().any(|part| of(&part.said));
        if !has(|said| matches!(said, Said::Cep17(_)))
            || has(|said| matches!(said, Said::Copies(_)))
        {
            return;
        }
        let after = self.tokens[her2].range.end;
        let mut numbers = self.parts.iter_mut().filter(|part| {
            part.range.start >= after && matches!(part.said, Said::Number(_) | Said::Ratio(_))
        });
        if let Some(part) = numbers.next()
            && let Said::Number(amount) = part.said
        {
            part.said = Said::Copies(amount);
            part.assay = Some(Assay::Ish);
        }
    }
}
