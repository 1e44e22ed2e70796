//! The flags of the commands about medicines.

use super::{Language, Reader, day};
use clap::{Args, ValueEnum};
use her2::{Decimal, Her2Category, Setting};
use jiff::civil::Date;

/// A body weight in kg that can be meant as one.
pub fn weight(text: &str) -> Result<Decimal, String> {
    const WRONG: &str = "a weight is given in kg, from 20 to 400, with at most three decimals and a point: 70 or 70.5";
    let weight: Decimal = text.parse().map_err(|_| WRONG.to_owned())?;
    let likely = (Decimal::whole(20)..=Decimal::whole(400)).contains(&weight);
    if likely && weight.scale() <= 3 {
        Ok(weight)
    } else {
        Err(WRONG.to_owned())
    }
}

#[derive(Args)]
pub struct DrugsArgs {
    /// One medicine, by name, brand, abbreviation or billing code; without it, all of them
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
    /// The day for which labels and prices are looked at, as YYYY-MM-DD [default: today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
    /// Only what is labelled for this setting on that day
    #[arg(long, value_enum)]
    pub setting: Option<InSetting>,
    /// Only what is labelled for this HER2 result on that day
    #[arg(long, value_enum)]
    pub her2: Option<Her2Result>,
    /// Body weight in kg for doses by weight [default: 70, the example of the price list]
    #[arg(long, value_name = "KG", value_parser = weight)]
    pub weight: Option<Decimal>,
    /// How to print it
    #[arg(long, value_enum, default_value_t = DrugsFormat::Table)]
    pub format: DrugsFormat,
    #[command(flatten)]
    pub language: Language,
    /// Who reads it: for patients, only statements that were read in their source
    #[arg(long = "for", value_enum, default_value_t = Reader::Clinician)]
    pub reader: Reader,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DrugsFormat {
    /// For a terminal
    Table,
    /// One JSON object, each statement with its source
    Json,
    /// A row a medicine; beside each column its source, the date of the source and how sure it is
    Csv,
    /// A self-contained page
    Html,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum InSetting {
    Early,
    Metastatic,
}

impl From<InSetting> for Setting {
    fn from(setting: InSetting) -> Self {
        match setting {
            InSetting::Early => Self::Early,
            InSetting::Metastatic => Self::Metastatic,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Her2Result {
    Positive,
    Low,
    Ultralow,
}

impl From<Her2Result> for Her2Category {
    fn from(result: Her2Result) -> Self {
        match result {
            Her2Result::Positive => Self::Positive,
            Her2Result::Low => Self::Low,
            Her2Result::Ultralow => Self::Ultralow,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::weight;

    #[test]
    fn a_weight_is_one_that_a_person_can_have() {
        for good in ["20", "70", "70.5", "82.125", "400"] {
            assert!(weight(good).is_ok(), "{good}");
        }
        for bad in ["19.9", "401", "70,5", "70.1234", "-70", "", "7e1"] {
            assert!(weight(bad).is_err(), "{bad}");
        }
    }
}
