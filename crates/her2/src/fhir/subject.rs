//! How a bundle refers to its patient, so that an answer can do the same.

use crate::Object;
use serde::Deserialize;
use std::borrow::Cow;

#[derive(Deserialize)]
struct Bundle<'a> {
    #[serde(borrow, default)]
    entry: Vec<Object<Entry<'a>>>,
}

#[derive(Deserialize)]
struct Entry<'a> {
    #[serde(borrow, rename = "fullUrl")]
    full: Option<Cow<'a, str>>,
    #[serde(borrow)]
    resource: Option<Object<Resource<'a>>>,
}

#[derive(Deserialize)]
struct Resource<'a> {
    #[serde(borrow, rename = "resourceType")]
    kind: Option<Cow<'a, str>>,
    #[serde(borrow)]
    id: Option<Cow<'a, str>>,
    #[serde(borrow)]
    subject: Option<Object<Reference<'a>>>,
    #[serde(borrow)]
    patient: Option<Object<Reference<'a>>>,
}

#[derive(Deserialize)]
struct Reference<'a> {
    #[serde(borrow)]
    reference: Option<Cow<'a, str>>,
}

/// How the resources of a bundle of one patient refer to the patient; where none does, the address or the id of the Patient among them.
///
/// A reference of another shape than FHIR gives those to a Patient is none.
pub fn subject(bundle: &str) -> Option<String> {
    let Object(bundle): Object<Bundle<'_>> = serde_json::from_str(bundle).ok()?;
    let resources = || {
        let entries = bundle.entry.iter().map(|Object(entry)| entry);
        entries.filter_map(|entry| Some((entry, &entry.resource.as_ref()?.0)))
    };
    let referred = resources().find_map(|(_, resource)| {
        let of = resource.subject.as_ref().or(resource.patient.as_ref());
        let reference = of?.0.reference.as_deref()?;
        is_of_patient(reference).then(|| reference.to_owned())
    });
    referred.or_else(|| {
        let is_patient = |resource: &Resource<'_>| resource.kind.as_deref() == Some("Patient");
        let (entry, patient) = resources().find(|(_, resource)| is_patient(resource))?;
        let id = patient.id.as_deref().map(|id| format!("Patient/{id}"));
        let full = entry.full.as_deref().map(str::to_owned);
        id.into_iter().chain(full).find(|of| is_of_patient(of))
    })
}

/// `Patient/a`, the same below the address of a server, or the name of a resource within a bundle.
fn is_of_patient(reference: &str) -> bool {
    const LONGEST: usize = 512;
    let is_id = |id: &str| {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
        (1..=64).contains(&id.len()) && id.bytes().all(fits)
    };
    let urn = ["urn:uuid:", "urn:oid:"];
    if let Some(id) = urn.iter().find_map(|urn| reference.strip_prefix(urn)) {
        return is_id(id);
    }
    let Some((base, id)) = reference.rsplit_once("Patient/") else {
        return false;
    };
    let is_base = base.is_empty()
        || base.ends_with('/') && (base.starts_with("https://") || base.starts_with("http://"));
    let plain = |letter: char| letter.is_ascii_graphic() && !"\"<>\\^`{|}?#".contains(letter);
    reference.len() <= LONGEST && is_base && base.chars().all(plain) && is_id(id)
}

#[cfg(test)]
mod tests {
    use super::subject;

    fn of(entries: &str) -> Option<String> {
        subject(&format!(
            r#"{{"resourceType":"Bundle","type":"collection","entry":[{entries}]}}"#
        ))
    }

    #[test]
    fn the_patient_is_called_as_the_bundle_calls_it() {
        let patient =
            r#"{"fullUrl":"urn:uuid:0-1","resource":{"resourceType":"Patient","id":"p"}}"#;
        let by_id =
            r#"{"resource":{"resourceType":"Observation","subject":{"reference":"Patient/p"}}}"#;
        let by_urn =
            r#"{"resource":{"resourceType":"Observation","subject":{"reference":"urn:uuid:0-1"}}}"#;
        let of_procedure = r#"{"resource":{"resourceType":"AllergyIntolerance","patient":{"reference":"https://ehr.example/fhir/Patient/p"}}}"#;
        for (entries, called) in [
            (by_id.to_owned(), Some("Patient/p")),
            (format!("{patient},{by_urn}"), Some("urn:uuid:0-1")),
            (format!("{patient},{by_id}"), Some("Patient/p")),
            (
                of_procedure.to_owned(),
                Some("https://ehr.example/fhir/Patient/p"),
            ),
            (patient.to_owned(), Some("Patient/p")),
            (
                r#"{"fullUrl":"urn:uuid:0-1","resource":{"resourceType":"Patient"}}"#.to_owned(),
                Some("urn:uuid:0-1"),
            ),
            (String::new(), None),
            (
                r#"{"resource":{"resourceType":"Observation"}}"#.to_owned(),
                None,
            ),
        ] {
            assert_eq!(of(&entries).as_deref(), called, "{entries}");
        }
    }

    #[test]
    fn what_is_no_reference_to_a_patient_is_not_repeated() {
        for other in [
            "Group/g",
            "#p",
            "Patient/",
            "Patient/a b",
            "javascript:Patient/p",
            "https://a.example/<b>/Patient/p",
            "https://a.examplePatient/p",
            "urn:uuid:a b",
        ] {
            let entry = format!(
                r#"{{"resource":{{"resourceType":"Observation","subject":{{"reference":"{other}"}}}}}}"#
            );
            assert_eq!(of(&entry), None, "{other}");
        }
        assert_eq!(subject("[]"), None);
        assert_eq!(subject("{\"entry\":[7]}"), None);
    }
}
