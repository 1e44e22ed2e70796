//! Which of the printed ISH numbers count: signal totals, then the printed ratio, then the quotient of the printed means.

use super::numbers_agree::{Exact, Interval};
use super::trace::Origins;
use her2_case::{Amount, Decimal, Fact, IshEvidence, Origin, Quotient, RecountEvidence};
use her2_pages::Input;

/// A number to ask pages with, and where it was read.
#[derive(Clone, Copy)]
pub(super) struct Number {
    pub(super) input: Input,
    pub(super) origins: Origins,
}

impl Number {
    const UNKNOWN: Self = Self {
        input: Input::Unknown,
        origins: Origins::NONE,
    };

    fn of(input: Input, origins: impl IntoIterator<Item = Origin>) -> Self {
        let mut number = Self {
            input,
            ..Self::UNKNOWN
        };
        number.origins.add(origins);
        number
    }

    fn printed(fact: Option<&Fact<Amount>>) -> Self {
        fact.map_or(Self::UNKNOWN, |fact| Self {
            input: fact.value.into(),
            origins: Origins::only(fact.origin),
        })
    }

    pub(super) fn is_known(&self) -> bool {
        !matches!(self.input, Input::Unknown)
    }

    fn or(self, other: impl FnOnce() -> Self) -> Self {
        if self.is_known() { self } else { other() }
    }
}

/// The numbers of one ISH test.
pub(super) struct Numbers {
    pub(super) ratio: Number,
    pub(super) copies: Number,
    pub(super) cep17: Number,
    /// Whether everything printed can be true at once.
    pub(super) agree: bool,
    /// Whether totals are used instead of a printed number.
    replaced: bool,
}

impl Numbers {
    /// The numbers of a test. For a single probe only copies count.
    pub(super) fn of(ish: &IshEvidence, single: bool) -> Self {
        if ish.her2_total.is_none() && ish.cep17_total.is_none() {
            return Self {
                replaced: false,
                ratio: printed_ratio(ish, single),
                copies: Number::printed(ish.her2_copies.as_ref()),
                cep17: Number::printed(ish.cep17_copies.as_ref()),
                agree: means_agree(ish, single),
            };
        }
        let totals = Totals::of(ish);
        let from_totals = totals.copies();
        let ratio_of_totals = if single {
            Number::UNKNOWN
        } else {
            totals.ratio()
        };
        Self {
            replaced: from_totals.is_known() || ratio_of_totals.is_known(),
            ratio: ratio_of_totals.or(|| printed_ratio(ish, single)),
            copies: from_totals.or(|| Number::printed(ish.her2_copies.as_ref())),
            cep17: (totals.cep17()).or(|| Number::printed(ish.cep17_copies.as_ref())),
            agree: totals.agree(ish, single) && means_agree(ish, single),
        }
    }

    /// Ratio and copies as they are printed, if totals are used instead of one of them.
    pub(super) fn printed(&self, ish: &IshEvidence, single: bool) -> Option<(Number, Number)> {
        let ratio = || printed_ratio(ish, single).or(|| self.ratio);
        let copies = || Number::printed(ish.her2_copies.as_ref()).or(|| self.copies);
        self.replaced.then(|| (ratio(), copies()))
    }

    /// The numbers of a recount: only those printed.
    pub(super) fn of_recount(recount: &RecountEvidence) -> (Number, Number) {
        (
            Number::printed(recount.ratio.as_ref()),
            Number::printed(recount.her2_copies.as_ref()),
        )
    }
}

fn printed_ratio(ish: &IshEvidence, single: bool) -> Number {
    if single {
        return Number::UNKNOWN;
    }
    match &ish.ratio {
        None => quotient_of_means(ish),
        printed => Number::printed(printed.as_ref()),
    }
}

fn quotient_of_means(ish: &IshEvidence) -> Number {
    let exact = |fact: &Option<Fact<Amount>>| {
        let fact = fact.as_ref()?;
        Some((fact.value.exact()?, fact.origin))
    };
    let quotient = || {
        let (her2, her2_at) = exact(&ish.her2_copies)?;
        let (cep17, cep17_at) = exact(&ish.cep17_copies)?;
        let quotient = Quotient::new(her2, cep17)?;
        Some(Number::of(quotient.into(), [her2_at, cep17_at]))
    };
    quotient().unwrap_or(Number::UNKNOWN)
}

fn means_agree(ish: &IshEvidence, single: bool) -> bool {
    match (&ish.ratio, &ish.her2_copies, &ish.cep17_copies) {
        (Some(ratio), Some(her2), Some(cep17)) if !single => Interval::of(ratio.value)
            .meets_quotient(Interval::of(her2.value), Interval::of(cep17.value)),
        _ => true,
    }
}

/// Signal totals, each with the cells it was counted in.
struct Totals {
    her2: Option<Fact<Decimal>>,
    cep17: Option<Fact<Decimal>>,
    her2_cells: Option<Fact<u32>>,
    cep17_cells: Option<Fact<u32>>,
    /// Whether nothing says that the two were counted in different cells.
    same_cells: bool,
}

impl Totals {
    fn of(ish: &IshEvidence) -> Self {
        let her2_cells = ish.her2_cells.or(ish.cells);
        let cep17_cells = ish.cep17_cells.or(ish.cells);
        Self {
            her2: ish.her2_total,
            cep17: ish.cep17_total,
            her2_cells,
            cep17_cells,
            same_cells: match (her2_cells, cep17_cells) {
                (Some(her2), Some(cep17)) => her2.value == cep17.value,
                (None, None) => true,
                _ => false,
            },
        }
    }

    /// The terms of the ratio: signals of one, times the cells of the other.
    fn terms(&self) -> Option<(Exact, Exact)> {
        let (her2, cep17) = (self.her2?.value, self.cep17?.value);
        let (her2_cells, cep17_cells) = if self.same_cells {
            (1, 1)
        } else {
            (self.her2_cells?.value, self.cep17_cells?.value)
        };
        let over = |total, cells| Exact { total, cells };
        (cep17 > Decimal::ZERO && her2_cells > 0)
            .then(|| (over(her2, cep17_cells), over(cep17, her2_cells)))
    }

    fn ratio(&self) -> Number {
        let number = || {
            let (her2, cep17) = self.terms()?;
            let quotient = Quotient::of_means(her2.total, cep17.cells, cep17.total, her2.cells)?;
            let totals = [self.her2?.origin, self.cep17?.origin];
            let cells = [self.her2_cells, self.cep17_cells].into_iter().flatten();
            let cells = cells.filter(|_| !self.same_cells).map(|cells| cells.origin);
            Some(Number::of(quotient.into(), totals.into_iter().chain(cells)))
        };
        number().unwrap_or(Number::UNKNOWN)
    }

    fn copies(&self) -> Number {
        mean(self.her2, self.her2_cells)
    }

    fn cep17(&self) -> Number {
        mean(self.cep17, self.cep17_cells)
    }

    /// Whether the totals fit what is printed beside them.
    fn agree(&self, ish: &IshEvidence, single: bool) -> bool {
        let one = Decimal::whole(1);
        let mean_fits = |total: Option<Fact<Decimal>>,
                         cells: Option<Fact<u32>>,
                         printed: Option<Fact<Amount>>| {
            let (Some(total), Some(cells), Some(printed)) = (total, cells, printed) else {
                return true;
            };
            let (total, over) = (total.value, cells.value);
            let signals = Exact { total, cells: 1 };
            let cells = Exact {
                total: one,
                cells: over,
            };
            Interval::of(printed.value).holds(signals, cells)
        };
        let ratio_fits = match (self.terms(), ish.ratio) {
            (Some((her2, cep17)), Some(ratio)) if !single => {
                Interval::of(ratio.value).holds(her2, cep17)
            }
            _ => true,
        };
        ratio_fits
            && mean_fits(self.her2, self.her2_cells, ish.her2_copies)
            && mean_fits(self.cep17, self.cep17_cells, ish.cep17_copies)
    }
}

fn mean(total: Option<Fact<Decimal>>, cells: Option<Fact<u32>>) -> Number {
    let number = || {
        let (total, cells) = (total?, cells?);
        let quotient = Quotient::new(total.value, Decimal::whole(cells.value))?;
        Some(Number::of(quotient.into(), [total.origin, cells.origin]))
    };
    number().unwrap_or(Number::UNKNOWN)
}
