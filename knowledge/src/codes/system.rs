//! Code systems and the names by which formats call them.

/// A system of codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CodeSystem {
    /// LOINC, with its answers.
    Loinc,
    /// SNOMED CT.
    Snomed,
    /// RxNorm.
    RxNorm,
    /// ICD-10-CM, and ICD-10 as far as the codes are the same.
    Icd10Cm,
    /// HCPCS.
    Hcpcs,
    /// National drug codes.
    Ndc,
    /// Anatomical, therapeutic and chemical classes of medicines.
    Atc,
    /// Flags of an observation.
    Interpretation,
    /// Reasons why data are absent.
    DataAbsentReason,
    /// Categories of the AJCC as they are printed, such as `cT3`.
    CancerStaging,
    /// This project's own, for what the others have no code for.
    Own,
}

/// The system, its URI, its OID, its name in version 2 of HL7, and its short name.
const NAMES: [(CodeSystem, &str, &str, &str, &str); 11] = [
    (
        CodeSystem::Loinc,
        "http://loinc.org",
        "2.16.840.1.113883.6.1",
        "LN",
        "loinc",
    ),
    (
        CodeSystem::Snomed,
        "http://snomed.info/sct",
        "2.16.840.1.113883.6.96",
        "SCT",
        "snomed",
    ),
    (
        CodeSystem::RxNorm,
        "http://www.nlm.nih.gov/research/umls/rxnorm",
        "2.16.840.1.113883.6.88",
        "RXNORM",
        "rxnorm",
    ),
    (
        CodeSystem::Icd10Cm,
        "http://hl7.org/fhir/sid/icd-10-cm",
        "2.16.840.1.113883.6.90",
        "I10C",
        "icd-10-cm",
    ),
    (
        CodeSystem::Hcpcs,
        "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
        "2.16.840.1.113883.6.285",
        "HCPCS",
        "hcpcs",
    ),
    (
        CodeSystem::Ndc,
        "http://hl7.org/fhir/sid/ndc",
        "2.16.840.1.113883.6.69",
        "NDC",
        "ndc",
    ),
    (
        CodeSystem::Atc,
        "http://www.whocc.no/atc",
        "2.16.840.1.113883.6.73",
        "ATC",
        "atc",
    ),
    (
        CodeSystem::Interpretation,
        "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation",
        "2.16.840.1.113883.5.83",
        "HL70078",
        "interpretation",
    ),
    (
        CodeSystem::DataAbsentReason,
        "http://terminology.hl7.org/CodeSystem/data-absent-reason",
        "2.16.840.1.113883.4.642.4.1048",
        "DAR",
        "data-absent-reason",
    ),
    (
        CodeSystem::CancerStaging,
        "http://cancerstaging.org",
        "2.16.840.1.113883.3.26.1.1",
        "AJC",
        "cancer-staging",
    ),
    (
        CodeSystem::Own,
        "https://github.com/her2-in-focus/her2",
        "none",
        "99HER2",
        "her2-in-focus",
    ),
];

/// Other names that occur.
const ALIASES: [(&str, CodeSystem); 17] = [
    ("https://loinc.org", CodeSystem::Loinc),
    ("http://loinc.org/", CodeSystem::Loinc),
    ("LOINC", CodeSystem::Loinc),
    ("L", CodeSystem::Loinc),
    ("https://snomed.info/sct", CodeSystem::Snomed),
    ("http://snomed.info/sct/", CodeSystem::Snomed),
    ("SNOMED-CT", CodeSystem::Snomed),
    ("SNOMEDCT", CodeSystem::Snomed),
    ("RXN", CodeSystem::RxNorm),
    ("http://hl7.org/fhir/sid/icd-10", CodeSystem::Icd10Cm),
    (
        "http://fhir.de/CodeSystem/bfarm/icd-10-gm",
        CodeSystem::Icd10Cm,
    ),
    ("http://fhir.de/CodeSystem/bfarm/atc", CodeSystem::Atc),
    ("I10", CodeSystem::Icd10Cm),
    ("ICD-10-CM", CodeSystem::Icd10Cm),
    ("http://hl7.org/fhir/v2/0078", CodeSystem::Interpretation),
    (
        "http://terminology.hl7.org/CodeSystem/v2-0078",
        CodeSystem::Interpretation,
    ),
    (
        "http://hl7.org/fhir/data-absent-reason",
        CodeSystem::DataAbsentReason,
    ),
];

impl CodeSystem {
    /// The system of a URI, as FHIR names systems. An OID may stand as `urn:oid:…`.
    pub fn from_uri(uri: &str) -> Option<Self> {
        let oid = uri.strip_prefix("urn:oid:").unwrap_or("-");
        let mut names = NAMES.iter();
        let named = names.find(|(_, of, id, ..)| *of == uri || *id == oid);
        named.map(|(system, ..)| *system).or_else(|| alias(uri))
    }

    /// The system of a name, as messages of HL7 version 2 name systems.
    pub fn from_hl7_name(name: &str) -> Option<Self> {
        let name = name.trim();
        let mut names = NAMES.iter();
        let named = names.find(|(_, _, id, of, _)| of.eq_ignore_ascii_case(name) || *id == name);
        named.map(|(system, ..)| *system).or_else(|| alias(name))
    }

    /// Its URI.
    pub fn uri(self) -> &'static str {
        self.names().1
    }

    /// Its name in messages of HL7 version 2.
    pub fn hl7_name(self) -> &'static str {
        self.names().3
    }

    /// Its name in the pages.
    pub fn short_name(self) -> &'static str {
        self.names().4
    }

    fn names(self) -> &'static (Self, &'static str, &'static str, &'static str, &'static str) {
        let mut names = NAMES.iter();
        let found = names.find(|(system, ..)| *system == self);
        found.expect("every system has its names")
    }
}

fn alias(name: &str) -> Option<CodeSystem> {
    let mut aliases = ALIASES.iter();
    let found = aliases.find(|(of, _)| of.eq_ignore_ascii_case(name));
    found.map(|(_, system)| *system)
}
