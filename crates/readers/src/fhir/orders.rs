//! Medicines of orders that are being written: drafts, which the course of a patient passes over.

use super::cut;
use super::held;
use super::therapy;
use super::token::Text;
use her2_case::MedicineClass;
use std::collections::HashSet;

/// A medicine of an order.
///
/// `Debug` shows its class alone.
#[derive(Clone, PartialEq, Eq)]
pub struct OrderedMedicine {
    /// The order, as `MedicationRequest/a`, where it has an id.
    pub order: Option<String>,
    /// The medicine's name, by which it can be looked up.
    pub name: String,
    /// Its class.
    pub class: MedicineClass,
}

impl std::fmt::Debug for OrderedMedicine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "OrderedMedicine({:?})", self.class)
    }
}

/// The medicines of breast cancer in the orders of a bundle, whatever their status. What forbids or withdraws is none.
pub fn ordered_medicines(text: &str) -> Vec<OrderedMedicine> {
    let Ok(found) = cut::resources(text) else {
        return Vec::new();
    };
    let (patients, common) = held::gather(text, &found);
    let mut ordered: Vec<OrderedMedicine> = Vec::new();
    let mut seen = HashSet::new();
    for request in patients.iter().flat_map(|patient| &patient.requests) {
        let is = |of: Option<Text<'_>>, values: &[&str]| {
            of.is_some_and(|of| values.contains(&&*of.value()))
        };
        if is(request.it.do_not_perform, &["true"])
            || is(
                request.it.status,
                &["entered-in-error", "cancelled", "stopped"],
            )
        {
            continue;
        }
        let order = request.id.map(|_| request.path());
        for (medicine, name, _) in therapy::named(request, &common, text) {
            let one = OrderedMedicine {
                order: order.clone(),
                name,
                class: medicine.class,
            };
            if seen.insert((one.order.clone(), one.name.clone())) {
                ordered.push(one);
            }
        }
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(id: &str, rest: &str) -> String {
        format!(
            r#"{{"resource":{{"resourceType":"MedicationRequest","id":"{id}","status":"draft","intent":"order","subject":{{"reference":"Patient/p"}},{rest}}}}}"#
        )
    }

    fn bundle(entries: &[String]) -> String {
        format!(
            r#"{{"resourceType":"Bundle","type":"collection","entry":[{}]}}"#,
            entries.join(",")
        )
    }

    fn medicine(class: MedicineClass) -> (&'static str, &'static str) {
        let drugs = her2_knowledge::drugs().iter();
        let mut of_class = drugs.filter(|drug| drug.class == class);
        of_class
            .find_map(|drug| Some((drug.inn, drug.code("rxnorm")?.code)))
            .expect("there is a medicine of the class with a code")
    }

    #[test]
    fn a_draft_is_read_by_its_code_or_by_its_words() {
        let (name, code) = medicine(MedicineClass::Her2Antibody);
        let by_code = format!(
            r#""medicationCodeableConcept":{{"coding":[{{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"{code}"}}]}}"#
        );
        let by_words = format!(r#""medicationCodeableConcept":{{"text":"{name} 440 mg vial"}}"#);
        for rest in [by_code, by_words] {
            let found = ordered_medicines(&bundle(&[order("a", &rest)]));
            assert_eq!(found.len(), 1, "{rest}");
            assert_eq!(found[0].order.as_deref(), Some("MedicationRequest/a"));
            assert_eq!(found[0].class, MedicineClass::Her2Antibody);
            assert_eq!(format!("{:?}", found[0]), "OrderedMedicine(Her2Antibody)");
        }
    }

    #[test]
    fn what_is_no_order_of_such_a_medicine_is_none() {
        let (name, _) = medicine(MedicineClass::Her2Antibody);
        let words = format!(r#""medicationCodeableConcept":{{"text":"{name}"}}"#);
        let forbids = format!(r#""doNotPerform":true,{words}"#);
        let other = r#""medicationCodeableConcept":{"text":"acetaminophen 325 mg"}"#;
        for text in [
            bundle(&[order("a", &forbids), order("b", other)]),
            String::new(),
            "[]".to_owned(),
            r#"{"resourceType":"Bundle"}"#.to_owned(),
        ] {
            assert_eq!(ordered_medicines(&text).len(), 0, "{text}");
        }
    }
}
