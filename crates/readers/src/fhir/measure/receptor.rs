//! Receptors and Ki-67 from one value.

use super::{At, Results};
use crate::fhir::about::answers;
use crate::fhir::heard::{Given, Heard, Unheard, heard, percentage, untagged};
use crate::fhir::shape::Concept;
use crate::report::thresholds;
use crate::value::{self, Beside, Said};
use her2_case::{Amount, Context, Decimal, Fact, Her2Word, Origin, Receptor, ReceptorStatus, Span};
use her2_knowledge::codes::{CodedAnswer, Item, StatedStatus};

impl Results {
    pub(super) fn read_ki67(&mut self, given: Given<'_, '_>, at: &At<'_>) -> Result<(), Unheard> {
        let (amount, span) = match is_number(given) {
            true => percentage(given, at.whole).ok_or(Unheard::NotUnderstood)?,
            false => percent_said(&heard(given, at.whole)?).ok_or(Unheard::NotUnderstood)?,
        };
        let origin = self.name(at, span);
        self.ki67 = self.ki67.or(Some(Fact::new(amount, origin)));
        Ok(())
    }

    /// A percentage of stained nuclei from a number with its unit, or a ratio.
    fn read_percent(
        &mut self,
        which: Receptor,
        given: Given<'_, '_>,
        at: &At<'_>,
    ) -> Result<(), Unheard> {
        let (amount, span) = percentage(given, at.whole).ok_or(Unheard::NotUnderstood)?;
        let origin = self.name(at, span);
        let result = self.receptor(which, origin);
        if result.status == ReceptorStatus::NotReported {
            let settled = thresholds::settled_receptor_status(amount);
            result.status = settled.unwrap_or(ReceptorStatus::NotReported);
        }
        result.percent = result.percent.or(Some(Fact::new(amount, origin)));
        Ok(())
    }

    pub(super) fn read_receptor(
        &mut self,
        which: Receptor,
        item: Item,
        given: Given<'_, '_>,
        at: &At<'_>,
    ) -> Result<(), Unheard> {
        if let Given::Concept(concept) = given
            && let Some((status, span)) = coded_receptor(which, concept, at.whole)?
        {
            let origin = self.name(at, span);
            self.receptor(which, origin).status = status;
            return Ok(());
        }
        if matches!(item, Item::ErPercent | Item::PrPercent) && is_number(given) {
            return self.read_percent(which, given, at);
        }
        let all = heard(given, at.whole)?;
        let mut status = None;
        let (mut percent, mut allred, mut h_score) = (None, None, None);
        let mut first = None;
        let outside = all.iter().all(|part| part.beside != Beside::Here);
        for part in &all {
            if part.beside != Beside::Here && !outside {
                continue;
            }
            first = first.or(Some(part.span));
            let said = match part.said {
                Said::Word(Her2Word::Positive | Her2Word::WeaklyPositive) => {
                    ReceptorStatus::Positive
                }
                Said::Word(Her2Word::Negative) => ReceptorStatus::Negative,
                Said::Word(Her2Word::Pending) => ReceptorStatus::Pending,
                Said::LowPositive => ReceptorStatus::LowPositive,
                Said::Plus(1..=3) if item != Item::ErIntensity => ReceptorStatus::Positive,
                Said::Percent(amount) => {
                    percent = Some((amount, part.span));
                    continue;
                }
                Said::Number(amount)
                    if matches!(item, Item::ErPercent | Item::PrPercent)
                        && !value::is_open_fraction(amount) =>
                {
                    percent = Some((amount, part.span));
                    continue;
                }
                Said::Number(amount) if matches!(item, Item::ErAllred | Item::PrAllred) => {
                    allred = amount
                        .exact()
                        .and_then(Decimal::to_whole)
                        .map(|of| (of, part.span));
                    continue;
                }
                Said::Allred(total) => {
                    allred = Some((total, part.span));
                    continue;
                }
                Said::HScore(total) => {
                    h_score = Some((total, part.span));
                    continue;
                }
                _ => continue,
            };
            if status.is_some_and(|(other, _)| other != said) {
                return Err(Unheard::Disagree);
            }
            status = Some((said, part.span));
        }
        let percent = percent.filter(|(amount, _)| value::highest(*amount) <= Decimal::whole(100));
        let allred = allred.filter(|(total, _)| *total <= 8);
        let h_score = h_score.filter(|(total, _)| *total <= 300);
        if matches!(item, Item::ErIntensity | Item::PrIntensity) {
            return Ok(());
        }
        if status.is_none() && percent.is_none() && allred.is_none() && h_score.is_none() {
            return Err(Unheard::NotUnderstood);
        }
        let places = [
            status.map(|of| of.1),
            percent.map(|of| of.1),
            allred.map(|of| of.1),
            h_score.map(|of| of.1),
        ];
        let origins = places.map(|span| span.map(|span| self.name(at, span)));
        let origin = origins
            .iter()
            .flatten()
            .next()
            .copied()
            .unwrap_or(Origin::span(Span::new(0, 0)));
        let result = self.receptor(which, origin);
        if let Some((status, _)) = status {
            result.status = status;
            result.origin = origin;
        } else if result.status == ReceptorStatus::NotReported {
            let by_percent =
                percent.and_then(|(amount, _)| thresholds::settled_receptor_status(amount));
            let by_allred = allred.map(|(total, _)| thresholds::allred_status(total));
            result.status = by_percent
                .or(by_allred)
                .unwrap_or(ReceptorStatus::NotReported);
        }
        let fact = |origin: Option<Origin>| origin.unwrap_or(result.origin);
        result.percent = result
            .percent
            .or(percent.map(|(of, _)| Fact::new(of, fact(origins[1]))));
        result.allred = result
            .allred
            .or(allred.map(|(of, _)| Fact::new(of, fact(origins[2]))));
        result.h_score = result
            .h_score
            .or(h_score.map(|(of, _)| Fact::new(of, fact(origins[3]))));
        if outside {
            result.context = Context::Prior;
        }
        Ok(())
    }
}

/// Whether a value is a number in an element of its own.
fn is_number(given: Given<'_, '_>) -> bool {
    matches!(
        given,
        Given::Quantity(_) | Given::Ratio(_) | Given::Range(_) | Given::Integer(_)
    )
}

/// The percentage that words name.
fn percent_said(all: &[Heard]) -> Option<(Amount, Span)> {
    let (amount, span) = all.iter().find_map(|part| match part.said {
        Said::Percent(amount) => Some((amount, part.span)),
        Said::Number(amount) if !value::is_open_fraction(amount) => Some((amount, part.span)),
        _ => None,
    })?;
    (value::highest(amount) <= Decimal::whole(100)).then_some((amount, span))
}

fn is_positive(status: ReceptorStatus) -> bool {
    matches!(
        status,
        ReceptorStatus::Positive | ReceptorStatus::LowPositive
    )
}

/// What the codes of a value say of a receptor, unless its words say another thing.
fn coded_receptor(
    which: Receptor,
    concept: &Concept<'_>,
    whole: &str,
) -> Result<Option<(ReceptorStatus, Span)>, Unheard> {
    let coded = answers(concept).find_map(|(answer, coding)| {
        let CodedAnswer::Status(StatedStatus { er, pr, .. }) = answer else {
            return None;
        };
        let status = match which {
            Receptor::Er => er,
            Receptor::Pr => pr,
        }?;
        let words = coding.display.or(concept.text).or(coding.code)?;
        Some((status, words.span(whole)))
    });
    let Some((status, span)) = coded else {
        return Ok(None);
    };
    let displays = concept.coding.iter().filter_map(|coding| coding.display);
    let mut words = concept.text.into_iter().chain(displays);
    let against = words.any(|words| {
        let said = value::receptor(untagged(&words.value())).and_then(|read| read.status);
        said.is_some_and(|said| said != status && !(is_positive(said) && is_positive(status)))
    });
    if against {
        return Err(Unheard::Disagree);
    }
    Ok(Some((status, span)))
}

/// Whether a flag beside a value of a receptor says another thing than the value.
pub(super) fn is_against(
    flag: Her2Word,
    which: Receptor,
    item: Item,
    given: Given<'_, '_>,
    whole: &str,
) -> bool {
    let flagged = match flag {
        Her2Word::Positive => true,
        Her2Word::Negative => false,
        _ => return false,
    };
    let by_number = || {
        let is_percent = matches!(item, Item::ErPercent | Item::PrPercent);
        let (amount, _) = percentage(given, whole).filter(|_| is_percent && is_number(given))?;
        thresholds::settled_receptor_status(amount)
    };
    let by_words = || {
        let all = heard(given, whole).ok()?;
        all.iter().find_map(|part| match part.said {
            Said::Word(Her2Word::Positive | Her2Word::WeaklyPositive) => {
                Some(ReceptorStatus::Positive)
            }
            Said::Word(Her2Word::Negative) => Some(ReceptorStatus::Negative),
            Said::LowPositive => Some(ReceptorStatus::LowPositive),
            Said::Percent(amount) => thresholds::settled_receptor_status(amount),
            _ => None,
        })
    };
    let coded = || match given {
        Given::Concept(concept) => coded_receptor(which, concept, whole).ok()?,
        _ => None,
    };
    let said = coded()
        .map(|(status, _)| status)
        .or_else(by_number)
        .or_else(by_words);
    match said {
        Some(ReceptorStatus::Negative) => flagged,
        Some(said) if is_positive(said) => !flagged,
        _ => false,
    }
}
