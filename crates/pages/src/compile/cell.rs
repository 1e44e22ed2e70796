//! Input cells. Four forms exist: `-`, a list of values, one bound, two bounds.

use crate::Bound;
use crate::band::is_counted;
use crate::nearest::hint;
use her2_case::{Decimal, Kind, Question};

/// What a cell holds for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Anything.
    Any,
    /// These terms, one bit each.
    Terms(u64),
    /// The numbers between the bounds.
    Numbers {
        /// From here.
        low: Option<Bound>,
        /// To here.
        high: Option<Bound>,
    },
}

impl Holds {
    /// Reads an input cell of the question's column.
    pub fn read(question: Question, cell: &str) -> Result<Self, String> {
        if cell == "-" {
            return Ok(Self::Any);
        }
        match question.kind() {
            Kind::Terms(names) => terms(question, names, cell).map(Self::Terms),
            Kind::Number { .. } => numbers(question, cell),
        }
    }

    /// Whether the number lies between the bounds.
    pub fn holds_number(self, value: Decimal) -> bool {
        match self {
            Self::Any => true,
            Self::Terms(_) => false,
            Self::Numbers { low, high } => {
                let above = |low: Bound| value > low.at || low.inclusive && value == low.at;
                let below = |high: Bound| value < high.at || high.inclusive && value == high.at;
                low.is_none_or(above) && high.is_none_or(below)
            }
        }
    }

    /// Whether each of the terms is among those listed.
    pub fn holds_each(self, terms: u64) -> bool {
        match self {
            Self::Any => true,
            Self::Terms(listed) => terms & !listed == 0,
            Self::Numbers { .. } => false,
        }
    }

    /// Whether one of the terms is among those listed.
    pub fn holds_some(self, terms: u64) -> bool {
        match self {
            Self::Any => true,
            Self::Terms(listed) => listed & terms != 0,
            Self::Numbers { .. } => false,
        }
    }
}

/// A comma-separated list of the question's terms, as bits.
pub(super) fn terms(question: Question, names: &[&str], cell: &str) -> Result<u64, String> {
    let mut bits = 0;
    for name in cell.split(',').map(str::trim) {
        let Some(term) = names.iter().position(|known| *known == name) else {
            let hint = hint(name, names.iter().copied());
            let question = question.name();
            return Err(format!("`{name}` is no term of {question}{hint}"));
        };
        if bits & 1 << term != 0 {
            return Err(format!("`{name}` is listed twice"));
        }
        bits |= 1 << term;
    }
    Ok(bits)
}

fn numbers(question: Question, cell: &str) -> Result<Holds, String> {
    let wrong = || {
        let name = question.name();
        format!(
            "`{cell}` is no cell of {name}: write `-`, one bound (`>= 2.0`) or two (`>= 4.0, < 6.0`)"
        )
    };
    let (mut low, mut high) = (None, None);
    for part in cell.split(',').map(str::trim) {
        let (side, inclusive, number) = if let Some(number) = part.strip_prefix(">=") {
            (&mut low, true, number)
        } else if let Some(number) = part.strip_prefix("<=") {
            (&mut high, true, number)
        } else if let Some(number) = part.strip_prefix('>') {
            (&mut low, false, number)
        } else if let Some(number) = part.strip_prefix('<') {
            (&mut high, false, number)
        } else {
            return Err(wrong());
        };
        let at = number.trim().parse::<Decimal>().map_err(|_| wrong())?;
        if side.replace(Bound { at, inclusive }).is_some() {
            return Err(wrong());
        }
    }
    if is_empty(question, low, high) {
        let name = question.name();
        return Err(format!("unreachable row: no {name} is {cell}"));
    }
    Ok(Holds::Numbers { low, high })
}

fn is_empty(question: Question, low: Option<Bound>, high: Option<Bound>) -> bool {
    let zero = Bound {
        at: Decimal::ZERO,
        inclusive: true,
    };
    let Some(high) = high else { return false };
    let low = low.unwrap_or(zero);
    if is_counted(question) {
        let first = low.at.micros() / 1_000_000;
        let on = low.at.micros().is_multiple_of(1_000_000);
        let first = if on && low.inclusive {
            first
        } else {
            first + 1
        };
        let last = high.at.micros();
        return first * 1_000_000 > last || !high.inclusive && first * 1_000_000 == last;
    }
    low.at > high.at || low.at == high.at && !(low.inclusive && high.inclusive)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(question: Question, cell: &str) -> Result<Holds, String> {
        Holds::read(question, cell)
    }

    #[test]
    fn four_forms_are_read() {
        assert_eq!(read(Question::IhcScore, "-"), Ok(Holds::Any));
        assert_eq!(read(Question::IhcScore, "0, 1+"), Ok(Holds::Terms(0b11)));
        let copies = |cell| read(Question::Her2Copies, cell).unwrap();
        let four = "4".parse().unwrap();
        assert!(copies(">= 4.0").holds_number(four));
        assert!(!copies("> 4.0").holds_number(four));
        assert!(copies(">= 4.0, < 6.0").holds_number("5.999".parse().unwrap()));
        assert!(!copies(">= 4.0, < 6.0").holds_number("6".parse().unwrap()));
        assert!(copies("<= 4.0").holds_number(four));
    }

    #[test]
    fn every_other_form_is_refused() {
        for cell in [
            "",
            "4.0",
            "= 4.0",
            "!= 4",
            "4.0..6.0",
            ">= four",
            ">= 4, > 5",
            "< 4, < 5",
            ">= 4 and < 6",
            "any",
            "*",
        ] {
            assert!(read(Question::Her2Copies, cell).is_err(), "{cell:?}");
        }
        for cell in ["", "4+", "0, 0", "0 or 1+", "not 3+", ">= 1+"] {
            assert!(read(Question::IhcScore, cell).is_err(), "{cell:?}");
        }
    }

    #[test]
    fn bounds_that_hold_no_number_are_unreachable() {
        for cell in [">= 6, < 6", "> 6, <= 6", ">= 6, < 4", "< 0"] {
            let error = read(Question::Her2Copies, cell).unwrap_err();
            assert!(error.starts_with("unreachable row"), "{error}");
        }
        assert!(read(Question::CellsCounted, "> 19, < 20").is_err());
        assert!(read(Question::CellsCounted, "> 19, <= 20").is_ok());
        assert!(read(Question::Her2Copies, "> 19, < 20").is_ok());
        assert!(read(Question::Her2Copies, ">= 6, <= 6").is_ok());
    }
}
