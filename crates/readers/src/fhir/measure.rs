//! Results of HER2 and of the receptors from one observation and its parts.

use super::about::{About, about, answers};
use super::heard::{Given, Heard, Unheard, Valued, heard, of_concept};
use super::shape::{Concept, Observation};
use super::token::Text;
use crate::report::thresholds;
use crate::value::{Beside, Missing, Said};
use her2_case::{
    Amount, Assay, Context, Decimal, Fact, Her2Result, Her2Word, IshGroup, Origin, Paths, Probe,
    Problem, Receptor, ReceptorResult, ReceptorStatus, ScoreReading, Severity, Span,
};
use her2_knowledge::codes::{CodedAnswer, Item, StatedStatus};

/// Results of one observation, or of one panel with its members.
#[derive(Default)]
pub(super) struct Results {
    /// HER2, one of each assay.
    pub(super) her2: Vec<Her2Result>,
    /// Receptors, one of each.
    pub(super) receptors: Vec<ReceptorResult>,
    /// Ki-67.
    pub(super) ki67: Option<Fact<Amount>>,
    /// Where everything stands.
    pub(super) paths: Paths,
    /// What is odd.
    pub(super) problems: Vec<Problem>,
}

/// One value that is being read, and how its place is called.
struct At<'t> {
    whole: &'t str,
    path: String,
}

impl Results {
    /// What is wrong with a value, at its place.
    fn odd(
        &mut self,
        at: &At<'_>,
        code: &'static str,
        severity: Severity,
        what: &str,
        span: Option<Span>,
    ) {
        self.problems.push(Problem {
            code,
            severity,
            message: format!("{}: {what}", at.path),
            origin: span.map(Origin::span),
        });
    }

    fn name(&mut self, at: &At<'_>, span: Span) -> Origin {
        self.paths.add(span, at.path.as_str());
        Origin::span(span)
    }

    /// The result of an assay, made where there is none.
    fn of(&mut self, assay: Assay, origin: Origin) -> &mut Her2Result {
        let found = self.her2.iter().position(|result| result.assay == assay);
        let at = found.unwrap_or_else(|| {
            self.her2.push(Her2Result::empty(assay, origin));
            self.her2.len() - 1
        });
        &mut self.her2[at]
    }

    fn receptor(&mut self, which: Receptor, origin: Origin) -> &mut ReceptorResult {
        let found = self
            .receptors
            .iter()
            .position(|result| result.receptor == which);
        let at = found.unwrap_or_else(|| {
            self.receptors.push(ReceptorResult {
                receptor: which,
                status: ReceptorStatus::NotReported,
                percent: None,
                allred: None,
                h_score: None,
                context: Context::Current,
                superseded: false,
                origin,
            });
            self.receptors.len() - 1
        });
        &mut self.receptors[at]
    }

    /// Reads an observation and its components. Whether any of it is about a marker.
    pub(super) fn observe(&mut self, of: &Observation<'_>, path: &str, whole: &str) -> bool {
        let awaited = matches!(of.status.and_then(Text::plain), Some("registered"));
        let method = of.method.as_ref();
        let mut markers = self.valued(of, path, whole, method, awaited);
        for (at, part) in of.component.iter().enumerate() {
            let path = format!("{path}.component[{at}]");
            markers |= self.valued(part, &path, whole, method, awaited);
        }
        markers
    }

    fn valued<'a>(
        &mut self,
        of: &impl Valued<'a>,
        path: &str,
        whole: &str,
        method: Option<&Concept<'a>>,
        awaited: bool,
    ) -> bool {
        let Some(code) = of.code() else { return false };
        let item = match about(code) {
            About::Item(item) if is_marker(item) => item,
            About::Disagree => {
                let at = At {
                    whole,
                    path: format!("{path}.code"),
                };
                let what = "its codes, or its code and its name, say different things; the value was not read";
                self.odd(&at, "codes-disagree", Severity::Warning, what, None);
                return true;
            }
            _ => return false,
        };
        let element = of
            .given()
            .map_or("dataAbsentReason", |(_, element)| element);
        let at = At {
            whole,
            path: format!("{path}.{element}"),
        };
        let about = code_span(code, whole);
        let read = match of.given() {
            Some((given, _)) => self.read(item, given, method, &at),
            None => self.absent(item, of.absent(), awaited, about, &at),
        };
        let flag = of.flags().iter().find_map(|flag| flagged(flag, whole));
        if let Some((word, span)) = flag {
            self.flag(
                item,
                method,
                word,
                span,
                &At {
                    whole,
                    path: format!("{path}.interpretation"),
                },
            );
        }
        match read {
            Ok(()) => {}
            // A flag beside a value that is not understood says it.
            Err(_) if flag.is_some() => {}
            Err(Unheard::Missing(why)) => self.missing(item, method, why, about, &at),
            Err(Unheard::NotUnderstood) => {
                let what = "the value is not understood; nothing was read from it";
                self.odd(&at, "value-not-understood", Severity::Warning, what, about);
            }
            Err(Unheard::Disagree) => {
                let what = "the code and the words of the value say different things; nothing was read from it";
                self.odd(&at, "answers-disagree", Severity::Warning, what, about);
            }
        }
        true
    }

    /// Why there is no value.
    fn absent(
        &mut self,
        item: Item,
        why: Option<&Concept<'_>>,
        awaited: bool,
        about: Option<Span>,
        at: &At<'_>,
    ) -> Result<(), Unheard> {
        if item == Item::IshPanel {
            return Ok(());
        }
        let Some(why) = why else {
            if awaited {
                return Err(Unheard::Missing(Missing::Pending));
            }
            let what = "there is no value, and no reason for it";
            self.odd(at, "value-absent", Severity::Note, what, about);
            return Ok(());
        };
        let words = of_concept(why, at.whole);
        Err(Unheard::Missing(match words {
            Err(Unheard::Missing(why)) => why,
            Ok(heard) => match heard.first().map(|of| of.said) {
                Some(Said::Word(Her2Word::Pending)) => Missing::Pending,
                Some(Said::Word(Her2Word::NotPerformed)) => Missing::NotDone,
                _ => Missing::NotKnown,
            },
            Err(_) => Missing::NotKnown,
        }))
    }

    /// A value that is to come or was not looked for is said by a word; one that nobody knows is a note.
    fn missing(
        &mut self,
        item: Item,
        method: Option<&Concept<'_>>,
        why: Missing,
        about: Option<Span>,
        at: &At<'_>,
    ) {
        let word = match why {
            Missing::Pending => Her2Word::Pending,
            Missing::NotDone => Her2Word::NotPerformed,
            Missing::NotKnown | Missing::NotApplicable => {
                let what = "the value is said not to be known";
                self.odd(at, "value-absent", Severity::Note, what, about);
                return;
            }
        };
        let Some(span) = about else { return };
        let origin = self.name(at, span);
        match family(item) {
            Family::Her2(assay) => {
                let assay = assay_of(assay, method);
                let result = self.of(assay, origin);
                result.word = result.word.or(Some(Fact::new(word, origin)));
            }
            Family::Receptor(which) => {
                let result = self.receptor(which, origin);
                if word == Her2Word::Pending && result.status == ReceptorStatus::NotReported {
                    result.status = ReceptorStatus::Pending;
                }
            }
            Family::Other => {}
        }
    }

    /// The flag beside a value, where the value has no word of its own.
    fn flag(
        &mut self,
        item: Item,
        method: Option<&Concept<'_>>,
        word: Her2Word,
        span: Span,
        at: &At<'_>,
    ) {
        let signs = matches!(
            item,
            Item::Her2Status
                | Item::Her2IhcScore
                | Item::Her2IshCall
                | Item::Her2Ratio
                | Item::IshPanel
        );
        match family(item) {
            Family::Her2(assay) if signs => {
                let origin = self.name(at, span);
                let assay = assay_of(assay, method);
                let result = self.of(assay, origin);
                result.word = result.word.or(Some(Fact::new(word, origin)));
            }
            Family::Receptor(which) => {
                let status = match word {
                    Her2Word::Positive => ReceptorStatus::Positive,
                    Her2Word::Negative => ReceptorStatus::Negative,
                    _ => return,
                };
                let origin = self.name(at, span);
                let result = self.receptor(which, origin);
                if result.status == ReceptorStatus::NotReported {
                    result.status = status;
                }
            }
            _ => {}
        }
    }

    fn read(
        &mut self,
        item: Item,
        given: Given<'_, '_>,
        method: Option<&Concept<'_>>,
        at: &At<'_>,
    ) -> Result<(), Unheard> {
        match family(item) {
            Family::Receptor(which) => self.read_receptor(which, item, given, at),
            Family::Her2(assay) => self.read_her2(item, assay, given, method, at),
            Family::Other => self.read_ki67(given, at),
        }
    }

    fn read_ki67(&mut self, given: Given<'_, '_>, at: &At<'_>) -> Result<(), Unheard> {
        let all = heard(given, at.whole)?;
        let percent = all.iter().find_map(|part| match part.said {
            Said::Percent(amount) | Said::Number(amount) => Some((amount, part.span)),
            _ => None,
        });
        let (amount, span) = percent.ok_or(Unheard::NotUnderstood)?;
        if highest(amount) > Decimal::whole(100) {
            return Err(Unheard::NotUnderstood);
        }
        let origin = self.name(at, span);
        self.ki67 = self.ki67.or(Some(Fact::new(amount, origin)));
        Ok(())
    }

    fn read_receptor(
        &mut self,
        which: Receptor,
        item: Item,
        given: Given<'_, '_>,
        at: &At<'_>,
    ) -> Result<(), Unheard> {
        if let Given::Concept(concept) = given
            && let Some((status, span)) = coded_receptor(which, concept, at.whole)
        {
            let origin = self.name(at, span);
            self.receptor(which, origin).status = status;
            return Ok(());
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
                Said::Number(amount) if matches!(item, Item::ErPercent | Item::PrPercent) => {
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
        let percent = percent.filter(|(amount, _)| highest(*amount) <= Decimal::whole(100));
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

    fn read_her2(
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
        let all = heard(given, at.whole)?;
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
    fn part(
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
                if outside {
                    let mut prior = Her2Result::empty($assay, origin);
                    prior.context = Context::Prior;
                    prior.$field = Some(Fact::new(value, origin));
                    self.her2.push(prior);
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
            ) if highest(amount) <= Decimal::whole(100) && of_part != Assay::Ish => {
                set!(Assay::Ihc, percent, amount)
            }
            (Item::Her2IhcPercent, Said::Number(amount))
                if highest(amount) <= Decimal::whole(100) =>
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

/// What family of results an item belongs to.
enum Family {
    Her2(Assay),
    Receptor(Receptor),
    Other,
}

fn family(item: Item) -> Family {
    match item {
        Item::Her2Status => Family::Her2(Assay::Unspecified),
        Item::Her2IhcScore | Item::Her2IhcPercent => Family::Her2(Assay::Ihc),
        Item::ErStatus | Item::ErPercent | Item::ErIntensity | Item::ErAllred => {
            Family::Receptor(Receptor::Er)
        }
        Item::PrStatus | Item::PrPercent | Item::PrIntensity | Item::PrAllred => {
            Family::Receptor(Receptor::Pr)
        }
        Item::Ki67 => Family::Other,
        _ => Family::Her2(Assay::Ish),
    }
}

/// Whether an item is about a marker.
pub(super) fn is_marker(item: Item) -> bool {
    matches!(
        item,
        Item::Her2Status
            | Item::Her2IhcScore
            | Item::Her2IhcPercent
            | Item::Her2IshCall
            | Item::Her2Ratio
            | Item::Her2Copies
            | Item::Cep17Copies
            | Item::Her2Signals
            | Item::Cep17Signals
            | Item::CellsCounted
            | Item::Observers
            | Item::IshGroup
            | Item::IshProbe
            | Item::IshPanel
            | Item::ErStatus
            | Item::ErPercent
            | Item::ErIntensity
            | Item::ErAllred
            | Item::PrStatus
            | Item::PrPercent
            | Item::PrIntensity
            | Item::PrAllred
            | Item::Ki67
    )
}

/// The assay, where the method tells what the code leaves open.
fn assay_of(assay: Assay, method: Option<&Concept<'_>>) -> Assay {
    let Some(method) = method.filter(|_| assay == Assay::Unspecified) else {
        return assay;
    };
    let displays = method.coding.iter().filter_map(|coding| coding.display);
    for name in method.text.into_iter().chain(displays) {
        // The method alone does not name the marker.
        let named = her2_knowledge::codes::item_named(&format!("HER2 {}", name.value()));
        match named {
            Some(Item::Her2IhcScore | Item::Her2IhcPercent) => return Assay::Ihc,
            Some(Item::Her2Status) | None => {}
            Some(_) => return Assay::Ish,
        }
    }
    assay
}

/// One probe or two.
fn probe(given: Given<'_, '_>) -> Option<Probe> {
    let of_words = |text: Text<'_>| {
        let words = text.value().to_lowercase();
        let dual = ["dual", "double", "two", "doppel", "dubbel", "doble", "duo"];
        let single = ["single", "one probe", "einzel", "simple"];
        let is = |list: &[&str]| list.iter().any(|word| words.contains(word));
        match (is(&dual), is(&single)) {
            (true, false) => Some(Probe::Dual),
            (false, true) => Some(Probe::Single),
            _ => None,
        }
    };
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

/// The words or the code that say what an observation is about.
fn code_span(code: &Concept<'_>, whole: &str) -> Option<Span> {
    let first = code.coding.first();
    let display = first.and_then(|coding| coding.display);
    let words = code
        .text
        .or(display)
        .or(first.and_then(|coding| coding.code));
    words.map(|words| words.span(whole))
}

/// The word of a flag.
fn flagged(flag: &Concept<'_>, whole: &str) -> Option<(Her2Word, Span)> {
    answers(flag).find_map(|(answer, coding)| match answer {
        CodedAnswer::Word(word) => Some((word, coding.display.or(coding.code)?.span(whole))),
        _ => None,
    })
}

/// What the codes of a value say of a receptor.
fn coded_receptor(
    which: Receptor,
    concept: &Concept<'_>,
    whole: &str,
) -> Option<(ReceptorStatus, Span)> {
    answers(concept).find_map(|(answer, coding)| {
        let CodedAnswer::Status(StatedStatus { er, pr, .. }) = answer else {
            return None;
        };
        let status = match which {
            Receptor::Er => er,
            Receptor::Pr => pr,
        }?;
        let words = coding.display.or(concept.text).or(coding.code)?;
        Some((status, words.span(whole)))
    })
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

fn highest(amount: Amount) -> Decimal {
    match amount {
        Amount::Exactly(value)
        | Amount::Below(value)
        | Amount::AtMost(value)
        | Amount::Above(value)
        | Amount::AtLeast(value)
        | Amount::Between(_, value) => value,
    }
}
