//! HER2 from one value.

use super::{At, Results, assay_of};
use crate::fhir::about::answers;
use crate::fhir::heard::{Given, Heard, Unheard, heard, one, percentage};
use crate::fhir::shape::{Concept, Quantity};
use crate::fhir::token::Text;
use crate::value::{self, Beside, Said};
use her2_case::{
    Amount, Assay, Context, Decimal, Fact, Her2Result, Her2Word, IshGroup, Probe, ScoreReading,
    Severity, Span,
};
use her2_knowledge::codes::{CodedAnswer, Item, Wording};

impl Results {
    pub(super) fn read_her2(
        &mut self,
        item: Item,
        assay: Assay,
        given: Given<'_, '_>,
        method: Option<&Concept<'_>>,
        at: &At<'_>,
    ) -> Result<(), Unheard> {
        let assay = assay_of(assay, method);
        if item == Item::IshProbe {
            let probe = probe(given).ok_or(Unheard::NotUnderstood)?;
            let origin = self.name(at, Span::new(0, 0));
            self.of(assay, origin).probe = Some(probe);
            return Ok(());
        }
        if let Given::Quantity(of) = given
            && !is_of(item, of)
        {
            return Err(Unheard::NotUnderstood);
        }
        let all = match (item, given) {
            (Item::Her2IhcPercent, Given::Quantity(_) | Given::Ratio(_)) => {
                let (amount, span) = percentage(given, at.whole).ok_or(Unheard::NotUnderstood)?;
                vec![one(Said::Percent(amount), false, span)]
            }
            _ => heard(given, at.whole)?,
        };
        let quantity = !matches!(given, Given::Concept(_) | Given::Text(_) | Given::Truth(_));
        let mut read = false;
        for part in &all {
            read |= self.part(item, assay, part, quantity, at)?;
        }
        let probe = method.and_then(|method| probe(Given::Concept(method)));
        if let Some(result) = self.her2.iter_mut().find(|of| of.assay == Assay::Ish) {
            result.probe = result.probe.or(probe);
        }
        if read {
            Ok(())
        } else {
            Err(Unheard::NotUnderstood)
        }
    }

    /// One part of a value of HER2. Whether it says something of it.
    pub(super) fn part(
        &mut self,
        item: Item,
        assay: Assay,
        part: &Heard,
        quantity: bool,
        at: &At<'_>,
    ) -> Result<bool, Unheard> {
        if matches!(part.beside, Beside::Focal | Beside::InSitu) {
            return Ok(false);
        }
        if matches!(
            (assay, part.assay),
            (Assay::Ihc, Some(Assay::Ish)) | (Assay::Ish, Some(Assay::Ihc))
        ) && !matches!(item, Item::Her2Status)
        {
            return Err(Unheard::Disagree);
        }
        let outside = part.beside == Beside::Outside;
        let of_part = part.assay.unwrap_or(assay);
        let span = part.span;
        let whole = |amount: Amount| amount.exact().and_then(Decimal::to_whole);
        macro_rules! set {
            ($assay:expr, $field:ident, $value:expr) => {{
                let value = $value;
                let origin = self.name(at, span);
                let known = self.her2.iter().filter(|of| of.assay == $assay);
                let mut known = known.filter_map(|of| of.$field.filter(|_| !outside));
                // Another result, or the same told twice with different values, which is never silently the first.
                if outside || known.any(|of| of.value != value) {
                    let mut apart = Her2Result::empty($assay, origin);
                    if outside {
                        apart.context = Context::Prior;
                    }
                    apart.$field = Some(Fact::new(value, origin));
                    self.her2.push(apart);
                } else {
                    let result = self.of($assay, origin);
                    result.$field = result.$field.or(Some(Fact::new(value, origin)));
                }
                true
            }};
        }
        Ok(match (item, part.said) {
            (_, Said::Score(score)) => set!(Assay::Ihc, score, score),
            (_, Said::Word(Her2Word::Positive)) if part.detected && assay == Assay::Ihc => false,
            (
                Item::Her2Status
                | Item::Her2IhcScore
                | Item::Her2IshCall
                | Item::Her2Ratio
                | Item::IshPanel
                | Item::IshGroup,
                Said::Word(word),
            ) => {
                set!(of_part, word, word)
            }
            (
                _,
                Said::Word(
                    word @ (Her2Word::Pending | Her2Word::NotPerformed | Her2Word::Indeterminate),
                ),
            ) => {
                set!(of_part, word, word)
            }
            (_, Said::Category(category)) => set!(of_part, claimed_category, category),
            (_, Said::Ratio(amount)) => set!(Assay::Ish, ratio, amount),
            (_, Said::Cep17(amount)) => set!(Assay::Ish, cep17_copies, amount),
            (Item::Cep17Copies, Said::Copies(amount)) => set!(Assay::Ish, cep17_copies, amount),
            (_, Said::Copies(amount)) => set!(Assay::Ish, her2_copies, amount),
            (_, Said::Group(group)) => set!(Assay::Ish, group, group),
            (_, Said::Cells(cells)) => set!(Assay::Ish, cells, cells),
            (_, Said::TotalHer2(total)) => set!(Assay::Ish, her2_total, total),
            (_, Said::TotalCep17(total)) => set!(Assay::Ish, cep17_total, total),
            (
                Item::Her2IhcPercent | Item::Her2IhcScore | Item::Her2Status,
                Said::Percent(amount),
            ) if value::highest(amount) <= Decimal::whole(100) && of_part != Assay::Ish => {
                set!(Assay::Ihc, percent, amount)
            }
            (Item::Her2IhcPercent, Said::Number(amount))
                if value::highest(amount) <= Decimal::whole(100)
                    && !value::is_open_fraction(amount) =>
            {
                set!(Assay::Ihc, percent, amount)
            }
            (Item::Her2IhcScore, Said::Plus(plus @ 1..=3)) => {
                set!(
                    Assay::Ihc,
                    score,
                    score_of(u32::from(plus)).ok_or(Unheard::NotUnderstood)?
                )
            }
            (Item::Her2IhcScore, Said::Number(amount)) => {
                let score = amount.exact().filter(|value| value.scale() == 0);
                let score = score.and_then(Decimal::to_whole).and_then(score_of);
                set!(Assay::Ihc, score, score.ok_or(Unheard::NotUnderstood)?)
            }
            (Item::Her2Ratio, Said::Number(amount)) => set!(Assay::Ish, ratio, amount),
            (Item::Her2Copies, Said::Number(amount)) => set!(Assay::Ish, her2_copies, amount),
            (Item::Cep17Copies, Said::Number(amount)) => set!(Assay::Ish, cep17_copies, amount),
            (Item::Her2Signals, Said::Number(amount)) => {
                set!(
                    Assay::Ish,
                    her2_total,
                    amount.exact().ok_or(Unheard::NotUnderstood)?
                )
            }
            (Item::Cep17Signals, Said::Number(amount)) => {
                set!(
                    Assay::Ish,
                    cep17_total,
                    amount.exact().ok_or(Unheard::NotUnderstood)?
                )
            }
            (Item::CellsCounted, Said::Number(amount)) => {
                set!(
                    Assay::Ish,
                    cells,
                    whole(amount).ok_or(Unheard::NotUnderstood)?
                )
            }
            (Item::Observers, Said::Number(amount)) => {
                set!(
                    Assay::Ish,
                    observers,
                    whole(amount).ok_or(Unheard::NotUnderstood)?
                )
            }
            (Item::IshGroup, Said::Number(amount)) => {
                let group = whole(amount)
                    .and_then(group_of)
                    .ok_or(Unheard::NotUnderstood)?;
                set!(Assay::Ish, group, group)
            }
            // A number as words where a call is asked for is the ratio, as laboratories print it; as a quantity it may be anything.
            (Item::Her2IshCall | Item::IshPanel, Said::Number(amount)) if !quantity => {
                let what = "a number stands where a call is asked for: it was read as the ratio of HER2 to CEP17";
                self.odd(
                    at,
                    "ratio-in-place-of-call",
                    Severity::Warning,
                    what,
                    Some(span),
                );
                set!(Assay::Ish, ratio, amount)
            }
            _ => false,
        })
    }
}

/// Whether the unit of a quantity can be that of an item: a ratio has none, and a mean is one of signals or copies in a cell.
fn is_of(item: Item, of: &Quantity<'_>) -> bool {
    let plain = |text: Option<Text<'_>>| {
        text.map(|text| text.value().to_ascii_lowercase())
            .unwrap_or_default()
    };
    let (code, printed) = (plain(of.code), plain(of.unit));
    let has = |words: &[&str]| {
        words
            .iter()
            .any(|word| code.contains(word) || printed.contains(word))
    };
    match item {
        Item::Her2Ratio => {
            has(&["ratio"]) || !has(&["cell", "nucle", "copies", "copy", "/ml", "/l"])
        }
        Item::Her2Copies | Item::Cep17Copies => !has(&["ratio", "/ml", "/l"]),
        _ => true,
    }
}

/// Whether a flag beside a value of HER2 says another thing than the word of the value.
pub(super) fn is_against(flag: Her2Word, given: Given<'_, '_>, whole: &str) -> bool {
    let settled = |word| value::direction(word) <= value::direction(Her2Word::Indeterminate);
    heard(given, whole).is_ok_and(|all| {
        all.iter().any(|part| match part.said {
            Said::Word(word) if !part.detected && part.beside == Beside::Here => {
                settled(word) && value::direction(word) != value::direction(flag)
            }
            _ => false,
        })
    })
}

/// One probe or two.
fn probe(given: Given<'_, '_>) -> Option<Probe> {
    let of_words = |text: Text<'_>| Wording::of(&text.value()).probe();
    match given {
        Given::Concept(concept) => {
            let coded = answers(concept).find_map(|(answer, _)| match answer {
                CodedAnswer::Probe(probe) => Some(probe),
                _ => None,
            });
            let displays = concept.coding.iter().filter_map(|coding| coding.display);
            coded.or_else(|| concept.text.into_iter().chain(displays).find_map(of_words))
        }
        Given::Text(text) => of_words(text),
        _ => None,
    }
}

fn score_of(number: u32) -> Option<ScoreReading> {
    use her2_case::IhcScore;
    let score = match number {
        0 => IhcScore::Zero,
        1 => IhcScore::One,
        2 => IhcScore::Two,
        3 => IhcScore::Three,
        _ => return None,
    };
    Some(ScoreReading::single(score))
}

fn group_of(number: u32) -> Option<IshGroup> {
    Some(match number {
        1 => IshGroup::One,
        2 => IshGroup::Two,
        3 => IshGroup::Three,
        4 => IshGroup::Four,
        5 => IshGroup::Five,
        _ => return None,
    })
}
