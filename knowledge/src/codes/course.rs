//! What words, days and numbers of a patient's course say where no code does.

use super::name::{other_organs, plain};
use super::{CodedAnswer, Meaning};
use her2_case::{Decimal, MetastaticSite, PriorOutcome, Probe, Procedure};
use her2_pages::Citation;

/// Days that lie between events of a course, at most.
#[derive(Clone, Copy, Debug)]
pub struct CourseDays {
    /// From a protein test to a gene test that is its follow-up, where neither names a specimen.
    pub follow_up: i32,
    /// From the diagnosis to a distant metastasis that was there from the start.
    pub spread_from_the_start: i32,
    /// Between the start of a systemic therapy and the surgery it belongs to.
    pub around_surgery: i32,
    /// Between two doses or orders of one therapy.
    pub pause: i32,
    /// Between the first days of medicines that are one therapy.
    pub together: i32,
}

mod table {
    use super::super::{CodedAnswer, Meaning};
    use super::CourseDays;

    include!(concat!(env!("OUT_DIR"), "/course.rs"));
}

/// The days between events of a course.
pub fn course_days() -> &'static CourseDays {
    &table::DAYS
}

/// Where the rules for words, days and numbers of a course come from.
pub fn course_rules() -> Citation {
    table::CITE
}

/// Whether a number of percent can be an ejection fraction.
pub fn is_ejection_fraction(percent: Decimal) -> bool {
    let (least, most) = table::LVEF;
    Decimal::whole(least) <= percent && percent <= Decimal::whole(most)
}

/// Whether a code of ICD-10 is of a primary cancer of another organ than the breast.
pub fn is_primary_elsewhere(icd10: &str) -> bool {
    let digits = icd10.strip_prefix('C').and_then(|rest| rest.get(..2));
    let chapter: Option<u32> = digits.and_then(|digits| digits.parse().ok());
    let mut ranges = table::PRIMARY_ELSEWHERE.iter();
    chapter.is_some_and(|chapter| ranges.any(|(from, to)| (*from..=*to).contains(&chapter)))
}

/// What the words of a diagnosis say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedDiagnosis {
    /// Invasive cancer of the breast.
    BreastCancer,
    /// A distant metastasis.
    Spread,
}

/// Words of a place, a procedure, a method or a diagnosis, ready to be asked.
pub struct Wording(String);

impl Wording {
    /// These words.
    pub fn of(words: &str) -> Self {
        Self(format!(" {} ", plain(words)))
    }

    fn has(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.says(phrase))
    }

    fn says(&self, phrase: &str) -> bool {
        let inner = phrase.trim_matches('*');
        let (any_start, any_end) = (phrase.starts_with('*'), phrase.ends_with('*'));
        let mut places = self.0.match_indices(inner);
        places.any(|(at, _)| {
            let before = any_start || self.0[..at].ends_with(' ');
            before && (any_end || self.0[at + inner.len()..].starts_with(' '))
        })
    }

    /// What they answer, the most exact first.
    fn answers(&self) -> impl Iterator<Item = CodedAnswer> {
        let said = table::ANSWERS.iter().filter(|(_, words)| self.has(words));
        said.filter_map(|(meaning, _)| match meaning {
            Meaning::Answer(answer) => Some(*answer),
            Meaning::Item(_) => None,
        })
    }

    /// How tissue was taken.
    pub fn procedure(&self) -> Option<Procedure> {
        self.answers().find_map(|answer| match answer {
            CodedAnswer::Procedure(procedure) => Some(procedure),
            _ => None,
        })
    }

    /// The organ of a metastasis. Words that name the breast name no metastasis.
    pub fn metastatic_site(&self) -> Option<MetastaticSite> {
        if self.has(table::OF_THE_BREAST) {
            return None;
        }
        self.answers().find_map(|answer| match answer {
            CodedAnswer::Metastasis(site) => Some(site),
            _ => None,
        })
    }

    /// One probe or two; nothing if the words say both.
    pub fn probe(&self) -> Option<Probe> {
        let mut probes = self.answers().filter_map(|answer| match answer {
            CodedAnswer::Probe(probe) => Some(probe),
            _ => None,
        });
        let first = probes.next()?;
        probes.all(|probe| probe == first).then_some(first)
    }

    /// Whether they name an organ whose cancers have HER2 rules of their own.
    pub fn is_other_organ(&self) -> bool {
        self.has(other_organs())
    }

    /// Why a therapy ended.
    pub fn outcome(&self) -> Option<PriorOutcome> {
        match () {
            () if self.has(table::PROGRESSED) => Some(PriorOutcome::Progressed),
            () if self.has(table::TOXICITY) => Some(PriorOutcome::Toxicity),
            () => None,
        }
    }

    /// What they say as a diagnosis of the patient.
    pub fn diagnosis(&self) -> Option<NamedDiagnosis> {
        if self.has(table::NO_DIAGNOSIS) {
            return None;
        }
        let cancer = self.has(table::CANCER);
        if self.has(table::SECONDARY) {
            let of_cancer = || self.has(table::METASTASIS) && cancer;
            let spread = self.metastatic_site().is_some() || of_cancer();
            return (spread && !self.has(table::NODE)).then_some(NamedDiagnosis::Spread);
        }
        (cancer && self.has(table::OF_THE_BREAST)).then_some(NamedDiagnosis::BreastCancer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_say_how_tissue_was_taken() {
        for (words, procedure) in [
            ("Partial mastectomy, left", Some(Procedure::Excision)),
            ("Modified radical mastectomy", Some(Procedure::Mastectomy)),
            ("Mastectomía simple", Some(Procedure::Mastectomy)),
            ("Excisional breast biopsy", Some(Procedure::Excision)),
            ("Biopsy of breast", Some(Procedure::CoreBiopsy)),
            ("Sentinel node biopsy", Some(Procedure::Nodes)),
            ("Stanzbiopsie der Mamma", Some(Procedure::CoreBiopsy)),
            ("Nottingham score", None),
            ("Flu vaccination", None),
        ] {
            assert_eq!(Wording::of(words).procedure(), procedure, "{words}");
        }
    }

    #[test]
    fn words_name_the_organ_of_a_metastasis() {
        for (words, site) in [
            ("Liver structure", Some(MetastaticSite::Liver)),
            ("Lebermetastase", Some(MetastaticSite::Liver)),
            ("Beckenknochen", Some(MetastaticSite::Bone)),
            ("Bone structure of femur", Some(MetastaticSite::Bone)),
            ("Skin of breast", None),
            ("Deliverance", None),
        ] {
            assert_eq!(Wording::of(words).metastatic_site(), site, "{words}");
        }
    }

    #[test]
    fn words_say_what_a_diagnosis_is() {
        use NamedDiagnosis::{BreastCancer, Spread};
        for (words, diagnosis) in [
            (
                "Malignant neoplasm of breast (disorder)",
                Some(BreastCancer),
            ),
            ("Mammakarzinom rechts", Some(BreastCancer)),
            ("Family history of breast cancer", None),
            ("Carcinoma in situ of breast", None),
            ("Secondary malignant neoplasm of liver", Some(Spread)),
            ("Metastatic carcinoma", Some(Spread)),
            ("Metastasis to axillary lymph node", None),
            ("Secondary hypertension", None),
            ("Colon cancer", None),
        ] {
            assert_eq!(Wording::of(words).diagnosis(), diagnosis, "{words}");
        }
    }

    #[test]
    fn a_probe_is_told_unless_both_are() {
        assert_eq!(Wording::of("Dual-probe FISH").probe(), Some(Probe::Dual));
        assert_eq!(Wording::of("one probe").probe(), Some(Probe::Single));
        assert_eq!(Wording::of("single or dual probe").probe(), None);
        assert_eq!(Wording::of("FISH").probe(), None);
    }

    #[test]
    fn an_ejection_fraction_lies_between_its_bounds() {
        for (percent, fits) in [("4.9", false), ("5", true), ("95", true), ("95.1", false)] {
            let percent: Decimal = percent.parse().expect("it is a number");
            assert_eq!(is_ejection_fraction(percent), fits, "{percent}");
        }
    }

    #[test]
    fn chapters_of_other_organs_are_told_from_those_of_spread() {
        for (code, elsewhere) in [
            ("C18.9", true),
            ("C43.5", true),
            ("C44.5", false),
            ("C50.911", false),
            ("C77.3", false),
            ("C79.51", false),
            ("C80.1", false),
            ("C96", true),
            ("C97", false),
            ("D05.1", false),
            ("C5", false),
        ] {
            assert_eq!(is_primary_elsewhere(code), elsewhere, "{code}");
        }
    }
}
