//! FHIR samples of other organs.

#[test]
fn a_sample_of_another_organ_is_not_of_the_breast_unless_breast_cancer_is_known() {
    let observation = r#"{"fullUrl":"urn:uuid:o","resource":{"resourceType":"Observation","id":"o","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"48676-1"}]},"valueCodeableConcept":{"text":"Positive"},"bodySite":{"text":"Stomach"}}}"#;
    let condition = r#"{"fullUrl":"urn:uuid:c","resource":{"resourceType":"Condition","id":"c","code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"C50.912","display":"Malignant neoplasm of left female breast"}]}}}"#;
    for (entries, site) in [
        (observation.to_owned(), her2_case::Site::Other),
        (
            format!("{condition},{observation}"),
            her2_case::Site::Breast,
        ),
    ] {
        let bundle =
            format!(r#"{{"resourceType":"Bundle","type":"collection","entry":[{entries}]}}"#);
        let mut sites = Vec::new();
        her2_readers::read_all("bundle", bundle.as_bytes(), &mut |read| {
            let records = read.history.records.iter();
            sites.extend(records.filter_map(|record| record.site.map(|site| site.value)));
        });
        assert_eq!(sites, [site]);
    }
}
