//! Items of cancer registries and the meanings of their codes, from the pages under `codes/naaccr/`.

#[allow(
    dead_code,
    reason = "how many places there are is asked by the build alone"
)]
mod spread;

use her2_case::{
    Amount, Decimal, Grade, Her2Word, Histology, IhcScore, Laterality, Presence, ReceptorStatus,
    Sex, Site,
};

/// The element that an item stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegistryParent {
    /// The patient.
    Patient,
    /// One tumour of the patient.
    Tumor,
}

/// What a code of an item means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegistryMeaning {
    /// Not known, not done, or nothing that is read: no value follows.
    Unknown,
    /// The item holds text.
    Text,
    /// Negative or equivocal, not told apart.
    Merged,
    /// An immunohistochemical score.
    Score(IhcScore),
    /// A word about HER2.
    Word(Her2Word),
    /// A receptor's status.
    Receptor(ReceptorStatus),
    /// An amount.
    Amount(Amount),
    /// A grade.
    Grade(Grade),
    /// A side.
    Side(Laterality),
    /// An organ.
    Site(Site),
    /// Invasive or not.
    Invasive(bool),
    /// A histological type.
    Histology(Histology),
    /// No carcinoma.
    NotCarcinoma,
    /// Present or absent.
    Presence(Presence),
    /// A category of the stage, or what is written after it.
    Category(&'static str),
    /// Sex.
    Sex(Sex),
    /// Yes or no.
    YesNo(bool),
}

/// Which codes a row stands for.
#[derive(Clone, Copy, Debug)]
enum Codes {
    /// Anything.
    Any,
    /// This code.
    One(&'static str),
    /// Codes of as many characters with the same letters before the digits, from the first to the last number.
    Range {
        letters: &'static str,
        digits: usize,
        first: u32,
        last: u32,
    },
    /// Numbers with one decimal, in tenths.
    Tenths { first: u32, last: u32 },
}

/// What a row says a code means.
#[derive(Clone, Copy, Debug)]
enum Means {
    /// This.
    This(RegistryMeaning),
    /// The number that is written.
    Number,
    /// The number that is written, in hundredths.
    Hundredths,
}

struct Row {
    codes: Codes,
    means: Means,
}

struct Info {
    id: &'static str,
    number: u16,
    parent: RegistryParent,
    name: &'static str,
    from: Option<i16>,
    until: Option<i16>,
    rows: &'static [Row],
}

include!(concat!(env!("OUT_DIR"), "/naaccr.rs"));

impl Codes {
    fn hold(self, code: &str) -> bool {
        match self {
            Self::Any => true,
            Self::One(one) => one.eq_ignore_ascii_case(code),
            Self::Range {
                letters,
                digits,
                first,
                last,
            } => {
                let Some((before, number)) = code.split_at_checked(letters.len()) else {
                    return false;
                };
                before.eq_ignore_ascii_case(letters)
                    && number.len() == digits
                    && whole(number).is_some_and(|number| (first..=last).contains(&number))
            }
            Self::Tenths { first, last } => code.split_once('.').is_some_and(|(units, tenth)| {
                let tenths = || Some(whole(units)? * 10 + whole(tenth)?);
                units.len() <= 3
                    && tenth.len() == 1
                    && tenths().is_some_and(|tenths| (first..=last).contains(&tenths))
            }),
        }
    }
}

/// A number of at most six digits and nothing else.
fn whole(digits: &str) -> Option<u32> {
    let plain = (1..=6).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

impl RegistryItem {
    /// The item of that XML id; nothing if it is none that is read.
    #[inline]
    pub fn of_id(id: &[u8]) -> Option<Self> {
        let at = usize::from(PLACES[spread::place(id, SEED)].checked_sub(1)?);
        (INFO[at].id.as_bytes() == id).then(|| Self::ALL[at])
    }

    /// The item of that number; nothing if it is none that is read.
    pub fn of_number(number: u16) -> Option<Self> {
        let at = INFO.iter().position(|info| info.number == number)?;
        Some(Self::ALL[at])
    }

    fn info(self) -> &'static Info {
        &INFO[self as usize]
    }

    /// Its id in XML.
    pub fn id(self) -> &'static str {
        self.info().id
    }

    /// Its number.
    pub fn number(self) -> u16 {
        self.info().number
    }

    /// Its name in the dictionary.
    pub fn name(self) -> &'static str {
        self.info().name
    }

    /// The element it stands in.
    #[inline]
    pub fn parent(self) -> RegistryParent {
        self.info().parent
    }

    /// Whether it is collected for cases diagnosed in that year.
    pub fn is_for(self, year: i16) -> bool {
        let Info { from, until, .. } = self.info();
        from.is_none_or(|from| from <= year) && until.is_none_or(|until| year <= until)
    }

    /// What a code of it means; nothing if it is no valid code. Capitals do not matter.
    pub fn meaning(self, code: &str) -> Option<RegistryMeaning> {
        let row = self.info().rows.iter().find(|row| row.codes.hold(code))?;
        let number = |scale: u8| {
            let written: Decimal = code.parse().ok()?;
            let value = match scale {
                0 => written,
                scale => Decimal::new(written.mantissa(), scale),
            };
            Some(RegistryMeaning::Amount(Amount::Exactly(value)))
        };
        match row.means {
            Means::This(meaning) => Some(meaning),
            Means::Number => number(0),
            Means::Hundredths => number(2),
        }
    }

    /// The codes that stand for an amount other than one number, each with its amount.
    pub fn amounts(self) -> impl Iterator<Item = (&'static str, Amount)> {
        self.info().rows.iter().filter_map(|row| match row {
            Row {
                codes: Codes::One(code),
                means: Means::This(RegistryMeaning::Amount(amount)),
            } => Some((*code, *amount)),
            _ => None,
        })
    }

    /// The code to write for a meaning; nothing if the item has none, or if the meaning is a number that is written as such.
    pub fn code_for(self, meaning: RegistryMeaning) -> Option<&'static str> {
        self.info().rows.iter().find_map(|row| match row {
            Row {
                codes: Codes::One(code),
                means: Means::This(this),
            } if *this == meaning => Some(*code),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_is_found_by_its_id_and_its_number() {
        for item in RegistryItem::ALL {
            assert_eq!(RegistryItem::of_id(item.id().as_bytes()), Some(*item));
            assert_eq!(RegistryItem::of_number(item.number()), Some(*item));
        }
        for other in [
            "",
            "h",
            "her2",
            "her2OverallSummar",
            "race1",
            "HER2IHCSUMMARY",
        ] {
            assert_eq!(RegistryItem::of_id(other.as_bytes()), None, "{other}");
        }
        assert_eq!(RegistryItem::of_number(0), None);
    }

    #[test]
    fn codes_mean_what_the_dictionary_says() {
        use RegistryItem as Item;
        use RegistryMeaning::{Amount as Of, Merged, Score, Unknown, Word};
        let exactly = |text: &str| Of(Amount::Exactly(text.parse().expect("it is a number")));
        let two = "2.0".parse().expect("it is a number");
        for (item, code, meaning) in [
            (Item::Her2OverallSummary, "0", Some(Merged)),
            (
                Item::Her2OverallSummary,
                "1",
                Some(Word(Her2Word::Positive)),
            ),
            (Item::Her2OverallSummary, "2", None),
            (Item::Her2OverallSummary, "01", None),
            (Item::Her2IhcSummary, "2", Some(Score(IhcScore::Two))),
            (Item::Her2IhcSummary, "9", Some(Unknown)),
            (Item::Her2IshSummary, "1", None),
            (Item::Her2IshDualProbeRatio, "1.9", Some(exactly("1.9"))),
            (Item::Her2IshDualProbeRatio, "99.9", Some(exactly("99.9"))),
            (Item::Her2IshDualProbeRatio, "100.0", None),
            (Item::Her2IshDualProbeRatio, "1.95", None),
            (
                Item::Her2IshDualProbeRatio,
                "xx.2",
                Some(Of(Amount::Below(two))),
            ),
            (
                Item::Her2IshDualProbeRatio,
                "XX.3",
                Some(Of(Amount::AtLeast(two))),
            ),
            (Item::Her2IshDualProbeRatio, "XX.1", None),
            (Item::Her2IshDualProbeCopyNumber, "XX.2", None),
            (Item::CsSiteSpecificFactor10, "205", Some(exactly("2.05"))),
            (Item::CsSiteSpecificFactor10, "099", None),
            (
                Item::PrimarySite,
                "C509",
                Some(RegistryMeaning::Site(Site::Breast)),
            ),
            (
                Item::PrimarySite,
                "C510",
                Some(RegistryMeaning::Site(Site::Other)),
            ),
            (Item::PrimarySite, "C50", None),
            (
                Item::HistologicTypeIcdO3,
                "8500",
                Some(RegistryMeaning::Histology(Histology::Ductal)),
            ),
            (
                Item::HistologicTypeIcdO3,
                "8523",
                Some(RegistryMeaning::Histology(Histology::Other)),
            ),
            (
                Item::HistologicTypeIcdO3,
                "9680",
                Some(RegistryMeaning::NotCarcinoma),
            ),
            (Item::RegionalNodesPositive, "07", Some(exactly("7"))),
            (Item::RegionalNodesPositive, "7", None),
            (Item::RegionalNodesPositive, "98", Some(Unknown)),
            (
                Item::AjccTnmClinT,
                "1MI",
                Some(RegistryMeaning::Category("T1mi")),
            ),
        ] {
            assert_eq!(item.meaning(code), meaning, "{} {code}", item.id());
        }
    }

    #[test]
    fn items_belong_to_years() {
        assert!(RegistryItem::Her2OverallSummary.is_for(2018));
        assert!(!RegistryItem::Her2OverallSummary.is_for(2017));
        assert!(RegistryItem::CsSiteSpecificFactor15.is_for(2017));
        assert!(!RegistryItem::CsSiteSpecificFactor15.is_for(2018));
        assert!(RegistryItem::PrimarySite.is_for(1975));
    }

    #[test]
    fn an_item_tells_its_amounts_that_are_no_number() {
        let amounts = |item: RegistryItem| -> Vec<(&str, String)> {
            let all = item.amounts();
            all.map(|(code, amount)| (code, amount.to_string()))
                .collect()
        };
        let of = |code, text: &str| (code, text.to_owned());
        let ratio = amounts(RegistryItem::Her2IshDualProbeRatio);
        assert_eq!(ratio, [of("XX.2", "<2.0"), of("XX.3", ">=2.0")]);
        let nodes = amounts(RegistryItem::RegionalNodesPositive);
        assert_eq!(nodes, [of("90", ">=90")]);
        assert!(amounts(RegistryItem::Ki67).is_empty());
    }

    #[test]
    fn a_meaning_is_written_as_its_code() {
        let word = RegistryMeaning::Word;
        let code = RegistryItem::Her2OverallSummary.code_for(word(Her2Word::Positive));
        assert_eq!(code, Some("1"));
        assert_eq!(
            RegistryItem::Her2IshDualProbeRatio.code_for(word(Her2Word::Pending)),
            Some("XX.7")
        );
        assert_eq!(
            RegistryItem::Her2OverallSummary.code_for(word(Her2Word::Equivocal)),
            None
        );
    }
}
