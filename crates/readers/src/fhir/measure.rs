//! Results of HER2 and of the receptors from one observation and its parts.

mod her2;
mod receptor;

use super::about::{About, about, answers};
use super::heard::{Given, Unheard, Valued, of_concept};
use super::own;
use super::shape::{Component, Concept, Observation};
use super::token::Text;
use crate::value::{Missing, Said};
use her2_case::{
    Amount, Assay, Context, Fact, Her2Result, Her2Word, Origin, Paths, Problem, Receptor,
    ReceptorResult, ReceptorStatus, Severity, Span, Term,
};
use her2_knowledge::codes::{CodedAnswer, Item, Marker};

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
            if self.own_part(of, part, &path, whole).is_some() {
                continue;
            }
            markers |= self.valued(part, &path, whole, method, awaited);
        }
        markers
    }

    /// A part that this project writes with a code of its own: the staining that is described, or an H-score.
    fn own_part(
        &mut self,
        of: &Observation<'_>,
        part: &Component<'_>,
        path: &str,
        whole: &str,
    ) -> Option<()> {
        let (named, _) = own::code(part.code.as_ref()?)?;
        let About::Item(item) = about(of.code.as_ref()?) else {
            return None;
        };
        let (given, element) = part.given()?;
        let at = At {
            whole,
            path: format!("{path}.{element}"),
        };
        match (named, item.marker()?, given) {
            ("stain", Marker::Her2(assay), Given::Concept(concept)) => {
                let (said, text) = own::code(concept)?;
                let stain = Term::from_name(said)?;
                let origin = self.name(&at, text.span(whole));
                let result = self.of(assay_of(assay, of.method.as_ref()), origin);
                result.stain = result.stain.or(Some(Fact::new(stain, origin)));
            }
            ("h-score", Marker::Receptor(which), given) => {
                let (total, span) = own::whole_number(given, whole)?;
                let origin = self.name(&at, span);
                let result = self.receptor(which, origin);
                let held = (total <= 300).then_some(Fact::new(total, origin));
                result.h_score = result.h_score.or(held);
            }
            _ => return None,
        }
        Some(())
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
            About::Item(item) if item.marker().is_some() => item,
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
        if let (Some(Marker::Her2(assay)), Some(method)) = (item.marker(), method)
            && !matches!(
                assay_of(Assay::Unspecified, Some(method)),
                Assay::Unspecified
            )
            && assay != Assay::Unspecified
            && assay_of(Assay::Unspecified, Some(method)) != assay
        {
            let at = At {
                whole,
                path: format!("{path}.code"),
            };
            let what = "its code and its method are of different tests; the value was not read";
            self.odd(&at, "codes-disagree", Severity::Warning, what, None);
            return true;
        }
        if of.clashes() {
            let at = At {
                whole,
                path: path.to_owned(),
            };
            let what =
                "it has several values, or a value and a reason for none; nothing was read from it";
            let about = code_span(code, whole);
            self.odd(&at, "values-clash", Severity::Warning, what, about);
            return true;
        }
        let element = of
            .given()
            .map_or("dataAbsentReason", |(_, element)| element);
        let at = At {
            whole,
            path: format!("{path}.{element}"),
        };
        let about = code_span(code, whole);
        let flags = of.flags().iter().filter(|_| !awaited);
        let flag = flags.into_iter().find_map(|flag| flagged(flag, whole));
        let against = |given: Given<'_, '_>| {
            flag.is_some_and(|(word, _)| match item.marker() {
                Some(Marker::Her2(_)) => her2::is_against(word, given, whole),
                Some(Marker::Receptor(which)) => {
                    receptor::is_against(word, which, item, given, whole)
                }
                _ => false,
            })
        };
        if let Some((given, _)) = of.given()
            && against(given)
        {
            let what =
                "the value and the interpretation beside it say different things; neither was read";
            self.odd(&at, "answers-disagree", Severity::Warning, what, about);
            return true;
        }
        let read = match of.given() {
            // What is only registered has no result yet, whatever stands in its place.
            Some(_) if awaited => Err(Unheard::Missing(Missing::Pending)),
            Some((given, _)) => self.read(item, given, method, &at),
            None => self.absent(item, of.absent(), awaited, about, &at),
        };
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
        match item.marker() {
            Some(Marker::Her2(assay)) => {
                let assay = assay_of(assay, method);
                let result = self.of(assay, origin);
                result.word = result.word.or(Some(Fact::new(word, origin)));
            }
            Some(Marker::Receptor(which)) => {
                let result = self.receptor(which, origin);
                if word == Her2Word::Pending && result.status == ReceptorStatus::NotReported {
                    result.status = ReceptorStatus::Pending;
                }
            }
            Some(Marker::Ki67) | None => {}
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
        match item.marker() {
            Some(Marker::Her2(assay)) if signs => {
                let origin = self.name(at, span);
                let assay = assay_of(assay, method);
                let result = self.of(assay, origin);
                result.word = result.word.or(Some(Fact::new(word, origin)));
            }
            Some(Marker::Receptor(which)) => {
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
        match item.marker() {
            Some(Marker::Receptor(which)) => self.read_receptor(which, item, given, at),
            Some(Marker::Her2(assay)) => self.read_her2(item, assay, given, method, at),
            Some(Marker::Ki67) => self.read_ki67(given, at),
            None => Err(Unheard::NotUnderstood),
        }
    }
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
