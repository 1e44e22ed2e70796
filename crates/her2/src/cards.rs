//! Cards for a health record: what a professional is shown beside a patient, and beside an order.

mod service;

use crate::{CareInput, Decided, Options, Reading, read_piece};
use her2_case::{Fact, LvefReading, PriorOutcome, PriorTherapy, Setting};
use her2_documents::{Doubts, HeartAsked, Monitored, OrderedFor};
use her2_pathway::monitoring::{Medicine, Request, plan};
use her2_readers::{Piece, ordered_medicines};
use jiff::civil::Date;
use std::sync::{Arc, LazyLock};

pub use her2_documents::{CARD_SYSTEM, Card, CardRule, Indicator, OverrideReason, SUMMARY_LIMIT};
pub use her2_readers::OrderedMedicine;
pub use service::{Hook, Prefetch, Service, Tells, link_label, service, services};

/// How many months a plan looks ahead.
const MONTHS: u16 = 12;

static OPTIONS: LazyLock<Arc<Options>> = LazyLock::new(Arc::default);

/// Reads FHIR resources and bundles that came apart as if they stood in one bundle, patient by patient.
///
/// Each part is the text of one JSON value as it came; nothing of it is built up again. A part that is no object is passed over.
pub fn read_resources(parts: &[&str], each: &mut dyn FnMut(Reading<'_>)) {
    const HEAD: &str = r#"{"resourceType":"Bundle","type":"collection","entry":["#;
    let length: usize = parts.iter().map(|part| part.len() + 16).sum();
    let mut bundle = String::with_capacity(HEAD.len() + length + 2);
    bundle.push_str(HEAD);
    let objects = parts
        .iter()
        .filter(|part| part.trim_start().starts_with('{'));
    for (at, part) in objects.enumerate() {
        if at > 0 {
            bundle.push(',');
        }
        bundle.push_str(r#"{"resource":"#);
        bundle.push_str(part);
        bundle.push('}');
    }
    bundle.push_str("]}");
    let piece = Piece::whole("records", bundle.into_bytes(), &OPTIONS);
    read_piece(&piece, each);
}

/// The medicines of breast cancer in the orders of a bundle, whatever their status, each once an order.
///
/// There is no limit to them: cards are only about those that act through HER2, each of which has one name here.
pub fn ordered(bundle: &str) -> Vec<OrderedMedicine> {
    ordered_medicines(bundle)
}

/// Whether some ordered medicine acts through HER2.
pub fn is_her2_ordered(ordered: &[OrderedMedicine]) -> bool {
    ordered.iter().any(|of| of.class.is_her2_directed())
}

impl Decided<'_> {
    /// What may be missing: the searches of these names are not answered as a whole, or something was not understood.
    pub fn doubts<'a>(&self, searches: &'a [&'static str]) -> Doubts<'a> {
        Doubts::of(searches, self.reading().problems().map(|(_, of)| of))
    }

    /// The cards about the HER2 status. Nothing if there are no words of this language.
    pub fn testing_cards(&self, doubts: &Doubts<'_>, lang: &str) -> Option<Vec<Card>> {
        let courses: Vec<_> = self.reading().courses().collect();
        self.case().cards(&courses, doubts, lang)
    }

    /// The card that says that something may be missing. None where nothing else is told, nothing is ordered and no breast cancer is known;
    /// nothing if there are no words of this language.
    pub fn incomplete_card(&self, doubts: &Doubts<'_>, others: bool, lang: &str) -> Option<Card> {
        let courses: Vec<_> = self.reading().courses().collect();
        let matters = others || self.case().is_breast_cancer(&courses);
        let card = || self.case().incomplete_card(doubts, lang);
        matters.then(card).flatten()
    }

    /// The cards about the HER2 result that medicines are ordered on. Nothing if there are no words of this language.
    pub fn order_cards(
        &self,
        ordered: &[OrderedMedicine],
        doubts: &Doubts<'_>,
        lang: &str,
    ) -> Option<Vec<Card>> {
        let medicines = her2_medicines(ordered);
        let setting = self.care().case().term::<Setting>();
        let ordered = medicines.iter();
        let ordered: Vec<_> = ordered
            .map(|medicine| OrderedFor { medicine, setting })
            .collect();
        self.case().order_cards(&ordered, doubts, lang)
    }

    /// The cards about the heart under medicines against HER2 that are ordered. Nothing if there are no words of this language.
    pub fn heart_cards(
        &self,
        ordered: &[OrderedMedicine],
        doubts: &Doubts<'_>,
        lang: &str,
    ) -> Option<Vec<Card>> {
        let medicines = her2_medicines(ordered);
        if medicines.is_empty() {
            return Some(Vec::new());
        }
        let care = self.care();
        let therapies: Vec<&Fact<PriorTherapy>> = self
            .reading()
            .courses()
            .flat_map(|course| &course.therapies)
            .collect();
        let readings = self.reading().courses().flat_map(|course| &course.lvef);
        let readings: Vec<Fact<LvefReading>> = readings.copied().collect();
        let not_final = self.reading().problems();
        let not_final = not_final.filter(|(_, of)| of.code == "lvef-preliminary");
        let not_final: Vec<_> = not_final.filter_map(|(_, of)| of.origin).collect();
        let mut cards = Vec::new();
        for group in groups(&therapies, &medicines, self.as_of()) {
            let (start, begun) = match group.begun {
                Some(start) => (start, true),
                None => (Some(self.as_of()), false),
            };
            let request = Request::new(&group.medicines, care.case(), self.as_of(), MONTHS);
            let request = request.starting(start, MONTHS);
            let plan = plan(&request);
            let asked = HeartAsked {
                monitored: Monitored {
                    request: &request,
                    plan: &plan,
                },
                ordered: &group.ordered,
                begun,
                readings: &readings,
                not_final: &not_final,
                doubts,
            };
            cards.extend(self.case().heart_cards(&asked, lang)?);
        }
        Some(cards)
    }

    fn care(&self) -> CareInput {
        CareInput::of_reading(self.reading(), self.timeline(), self.as_of())
    }
}

/// The medicines that act through HER2, each once.
fn her2_medicines(ordered: &[OrderedMedicine]) -> Vec<Medicine> {
    let mut medicines: Vec<Medicine> = Vec::new();
    let her2 = ordered.iter().filter(|of| of.class.is_her2_directed());
    for medicine in her2.filter_map(|of| Medicine::named(&of.name)) {
        if !medicines.iter().any(|of| of.name() == medicine.name()) {
            medicines.push(medicine);
        }
    }
    medicines
}

/// Ordered medicines that were begun on the same day, or that are not begun.
struct Group {
    /// The first day, if one is known, of those that are given already.
    begun: Option<Option<Date>>,
    /// The ordered ones, then the others that are given.
    medicines: Vec<Medicine>,
    /// The positions of the ordered ones.
    ordered: Vec<usize>,
}

/// The ordered medicines by the day they were begun, those that are not begun last.
fn groups(therapies: &[&Fact<PriorTherapy>], ordered: &[Medicine], as_of: Date) -> Vec<Group> {
    let given: Vec<(Medicine, Option<Date>)> = therapies
        .iter()
        .map(|therapy| &therapy.value)
        .filter(|of| of.outcome == PriorOutcome::Ongoing)
        .filter(|of| of.started.is_none_or(|day| day <= as_of))
        .flat_map(|of| of.medicines.iter().map(|(name, _)| (name, of.started)))
        .filter_map(|(name, day)| Some((Medicine::named(name)?, day)))
        .filter(|(medicine, _)| medicine.class().is_her2_directed())
        .collect();
    let mut groups: Vec<Group> = Vec::new();
    for medicine in ordered {
        let same = given.iter().filter(|(of, _)| is_same(of, medicine));
        let begun = same.map(|(_, day)| *day).min();
        match groups.iter_mut().find(|group| group.begun == begun) {
            Some(group) => group.medicines.push(medicine.clone()),
            None => groups.push(Group {
                begun,
                medicines: vec![medicine.clone()],
                ordered: Vec::new(),
            }),
        }
    }
    for group in &mut groups {
        group.ordered = (0..group.medicines.len()).collect();
        for (other, _) in given.iter().filter(|_| group.begun.is_some()) {
            if !group.medicines.iter().any(|of| is_same(of, other)) {
                group.medicines.push(other.clone());
            }
        }
    }
    groups.sort_by_key(|group| group.begun.is_none());
    groups
}

/// Whether two medicines are one, or alike: a biosimilar and what it is like go on from each other.
fn is_same(one: &Medicine, other: &Medicine) -> bool {
    let of = |medicine: &Medicine| medicine.watched.like.unwrap_or(medicine.name());
    of(one) == of(other)
}
