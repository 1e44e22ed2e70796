//! Totals that stand where means belong. Whether a number can be a mean is asked of the knowledge; no bound stands here.

use her2_case::{Amount, Decimal, Fact, Her2Result, IshNumbers, Question, TermSet};
use her2_knowledge::reading::ISH_NUMBERS;
use her2_pages::Asked;

/// What was done with a number of signals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Totals {
    /// The numbers are means, as far as can be told.
    Means,
    /// They are totals over the cells that were counted.
    Over(u32),
    /// They can be no means, and over how many cells they are totals is not said.
    Unknown,
}

/// Reads numbers that can be no means as totals, where the cells that were counted make them plausible.
pub fn settle(result: &mut Her2Result) -> Totals {
    let exact = |fact: &Option<Fact<Amount>>| fact.as_ref().and_then(|fact| fact.value.exact());
    let (her2, cep17) = (exact(&result.her2_copies), exact(&result.cep17_copies));
    if her2.is_none() && cep17.is_none() {
        return Totals::Means;
    }
    let ratio = exact(&result.ratio);
    // Where only one of the two is printed, the ratio says the other.
    let other = || quotient(her2?, ratio?);
    let implied = cep17.or_else(other);
    if !impossible(her2, implied) {
        return Totals::Means;
    }
    let over = result.cells.map(|cells| cells.value).filter(|cells| {
        let mean = |total: Option<Decimal>| {
            total.and_then(|total| quotient(total, Decimal::whole(*cells)))
        };
        *cells > 0 && !impossible(mean(her2), mean(implied))
    });
    let total = |fact: &mut Option<Fact<Amount>>| {
        let fact = fact.take()?;
        fact.value.exact().map(|value| fact.with(value))
    };
    result.her2_total = result.her2_total.or(total(&mut result.her2_copies));
    result.cep17_total = result.cep17_total.or(total(&mut result.cep17_copies));
    over.map_or(Totals::Unknown, Totals::Over)
}

/// Whether no tissue gives such means.
fn impossible(her2: Option<Decimal>, cep17: Option<Decimal>) -> bool {
    let asked = [
        Some(Asked::new(
            Question::NumbersAgree,
            her2_pages::Input::yes_no(true),
            None,
        )),
        her2.map(|value| Asked::new(Question::Her2Copies, Amount::Exactly(value), None)),
        cep17.map(|value| Asked::new(Question::Cep17Copies, Amount::Exactly(value), None)),
    ];
    let asked: Vec<Asked<'_>> = asked.into_iter().flatten().collect();
    ISH_NUMBERS.decide(&asked).answers() == TermSet::only(IshNumbers::Unusable)
}

/// A quotient, cut after its fourth decimal.
fn quotient(numerator: Decimal, denominator: Decimal) -> Option<Decimal> {
    her2_case::Quotient::new(numerator, denominator).map(|quotient| quotient.truncated(4))
}

#[cfg(test)]
mod tests {
    use super::*;
    use her2_case::{Assay, Origin, Span};

    fn result(her2: &str, cep17: &str, ratio: &str, cells: u32) -> Her2Result {
        let origin = Origin::span(Span::new(0, 1));
        let amount = |text: &str| {
            let value = text.parse().ok()?;
            Some(Fact::new(Amount::Exactly(value), origin))
        };
        let mut result = Her2Result::empty(Assay::Ish, origin);
        result.her2_copies = amount(her2);
        result.cep17_copies = amount(cep17);
        result.ratio = amount(ratio);
        result.cells = (cells > 0).then(|| Fact::new(cells, origin));
        result
    }

    #[test]
    fn a_number_that_can_be_no_mean_is_a_total_over_the_cells_counted() {
        for (her2, cep17, ratio, cells, expected) in [
            ("68", "49", "1.4", 20, Totals::Over(20)),
            ("185", "160", "1.1", 60, Totals::Over(60)),
            ("68", "49", "1.4", 0, Totals::Unknown),
            ("52", "", "1.1", 30, Totals::Over(30)),
            ("", "49", "1.1", 20, Totals::Over(20)),
            ("3.2", "2.1", "1.5", 20, Totals::Means),
            ("24.5", "2.1", "11.6", 20, Totals::Means),
            ("21", "2", "11", 0, Totals::Means),
            ("", "", "1.1", 20, Totals::Means),
            // No mean, and no total over so many cells either.
            ("68", "49", "1.4", 1000, Totals::Unknown),
        ] {
            let mut read = result(her2, cep17, ratio, cells);
            assert_eq!(
                settle(&mut read),
                expected,
                "{her2} {cep17} {ratio} {cells}"
            );
            let is_mean = expected == Totals::Means;
            assert_eq!(read.her2_copies.is_some(), is_mean && !her2.is_empty());
            assert_eq!(read.her2_total.is_some(), !is_mean && !her2.is_empty());
            assert_eq!(read.cep17_total.is_some(), !is_mean && !cep17.is_empty());
        }
    }
}
