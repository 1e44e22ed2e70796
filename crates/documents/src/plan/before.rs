//! Medicines of an option that were given before: a fact of the case, which speaks neither for nor against.

use super::PlanCase;
use crate::sentence::{About, Sentence};
use crate::writer::{Writer, text};
use her2_case::{Answered, CareCase, MedicineClass, PriorOutcome};
use her2_knowledge::{Drug, Regimen, medicine_named};

/// A medicine against HER2 of an option, and the therapy in which it, or a form of it, was given.
pub(super) struct Before {
    /// Its page.
    pub(super) medicine: &'static str,
    inn: &'static str,
    at: u16,
    /// How that therapy ended.
    pub(super) outcome: PriorOutcome,
}

/// Every one of them, therapy by therapy. What like medicines are to each other is told by their pages.
pub(super) fn given_before<'a>(
    case: &'a CareCase,
    regimen: &'a Regimen,
) -> impl Iterator<Item = Before> + 'a {
    let therapies = (0..=u16::MAX).zip(&case.prior);
    therapies.flat_map(move |(at, therapy)| {
        let names = therapy.medicines.iter();
        let drugs = names.filter_map(|(name, _)| medicine_named(name)?.drug);
        drugs.filter_map(move |given| {
            let same = |of: &&'static Drug| is_the_same(given, of);
            let drug = regimen.drugs().find(same)?;
            Some(Before {
                medicine: drug.id,
                inn: drug.inn,
                at,
                outcome: therapy.outcome,
            })
        })
    })
}

/// Whether both are the same medicine, or forms of the same; what holds both antibodies is a form of either.
fn is_the_same(given: &Drug, of: &Drug) -> bool {
    let name = |drug: &Drug| drug.reference.unwrap_or(drug.id);
    let antibodies = [
        MedicineClass::Her2Antibody,
        MedicineClass::DimerisationAntibody,
    ];
    let both = given.class == MedicineClass::CombinedAntibodies;
    name(given) == name(of) || both && antibodies.contains(&of.class)
}

/// One sentence for each.
pub(super) fn said(
    told: &PlanCase<'_>,
    regimen: &Regimen,
    writer: &mut Writer<'_>,
) -> Vec<Sentence> {
    let found: Vec<Before> = given_before(told.case, regimen).collect();
    let line = |of: &Before| {
        let number = (of.at + 1).to_string();
        let outcome = writer.words.recorded("outcome", of.outcome.name());
        let values = [
            text("name", writer.words.said(of.inn)),
            text("number", &number),
            text("outcome", &outcome),
        ];
        let about = About::fact(Answered::Prior(of.at).origin());
        writer.say("plan-given-before", &values, &about)
    };
    found.iter().flat_map(line).collect()
}
