//! Maps of tables: which column holds what. Written in TOML, the shipped ones in `codes/tables/`, and anybody's own.

use her2_pages::hint;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt;

macro_rules! items {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)+) => {
        /// What a column of a table holds.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum TableItem { $($(#[$doc])* $variant,)+ }

        impl TableItem {
            /// All of them, in the order of our own table.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name in maps, and the column of our own table.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// The one of that name.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|item| item.name() == name)
            }
        }
    };
}

items! {
    /// Identifier of the patient.
    Patient = "patient",
    /// Sex.
    Sex = "sex",
    /// Day of birth.
    BirthDate = "birth-date",
    /// Menopausal state: before or after.
    Menopause = "menopause",
    /// Early or metastatic disease.
    Setting = "setting",
    /// Day on which the cancer was found.
    DiagnosisDate = "diagnosis-date",
    /// Day on which it came back.
    RecurrenceDate = "recurrence-date",
    /// Day of the report.
    ReportDate = "report-date",
    /// The edition that the report says it follows, as a year.
    StatedEdition = "stated-edition",
    /// Identifier of the specimen.
    Specimen = "specimen",
    /// Identifier of the tumour.
    Tumor = "tumor",
    /// Day on which the specimen was taken.
    SampleDate = "sample-date",
    /// Where on the course it was taken.
    Point = "point",
    /// How it was taken.
    Procedure = "procedure",
    /// Side.
    Laterality = "laterality",
    /// Score of HER2 immunohistochemistry.
    Her2IhcScore = "her2-ihc-score",
    /// Percent of stained cells.
    Her2IhcPercent = "her2-ihc-percent",
    /// The signed word of immunohistochemistry.
    Her2IhcWord = "her2-ihc-word",
    /// The signed word of in situ hybridisation.
    Her2IshWord = "her2-ish-word",
    /// One probe or two.
    IshProbe = "ish-probe",
    /// HER2/CEP17 ratio.
    Her2Ratio = "her2-ratio",
    /// Mean HER2 signals per cell.
    Her2Copies = "her2-copies",
    /// Mean CEP17 signals per cell.
    Cep17Copies = "cep17-copies",
    /// Total HER2 signals.
    Her2SignalsTotal = "her2-signals-total",
    /// Total CEP17 signals.
    Cep17SignalsTotal = "cep17-signals-total",
    /// Cells counted.
    Cells = "cells",
    /// Observers.
    Observers = "observers",
    /// The dual-probe group as signed.
    IshGroup = "ish-group",
    /// The HER2 status, of whichever test.
    Her2Status = "her2-status",
    /// Whether the HER2 results are of this specimen or of an earlier or outside one: `current` or `prior`.
    Her2Context = "her2-context",
    /// Oestrogen receptor, in words.
    ErStatus = "er-status",
    /// Percent of nuclei.
    ErPercent = "er-percent",
    /// Allred total.
    ErAllred = "er-allred",
    /// H-score.
    ErHScore = "er-h-score",
    /// Progesterone receptor, in words.
    PrStatus = "pr-status",
    /// Percent of nuclei.
    PrPercent = "pr-percent",
    /// Allred total.
    PrAllred = "pr-allred",
    /// H-score.
    PrHScore = "pr-h-score",
    /// Ki-67 in percent.
    Ki67 = "ki67",
    /// T category, with its prefix or without.
    T = "t",
    /// N category.
    N = "n",
    /// M category.
    M = "m",
    /// Overall histological grade.
    Grade = "grade",
    /// Histological type.
    Histology = "histology",
    /// Largest invasive extent in millimetres.
    SizeMm = "size-mm",
    /// The same in centimetres.
    SizeCm = "size-cm",
    /// Nodes with cancer.
    NodesPositive = "nodes-positive",
    /// Nodes examined.
    NodesExamined = "nodes-examined",
}

impl TableItem {
    /// Whether it is of the patient and not of one sample.
    pub fn is_of_patient(self) -> bool {
        matches!(
            self,
            Self::Patient
                | Self::Sex
                | Self::BirthDate
                | Self::Menopause
                | Self::Setting
                | Self::DiagnosisDate
                | Self::RecurrenceDate
        )
    }
}

/// Which rows are of one patient.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PatientRows {
    /// Every row is a patient.
    One,
    /// Rows one after the other with the same identifier are one patient.
    #[default]
    Consecutive,
}

/// In which order a day is written where it is not the year first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// `31/12/2024`.
    DayFirst,
    /// `12/31/2024`.
    MonthFirst,
}

/// What is put in the place of a text of a cell before it is read.
pub type Dictionary = BTreeMap<String, String>;

/// Columns, item by item.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    /// Item and column, in the order of the items.
    pub columns: Vec<(TableItem, String)>,
    /// What texts of an item stand for, where the grammar of values does not know.
    pub values: BTreeMap<TableItem, Dictionary>,
}

/// One of several samples that a row tells of.
#[derive(Clone, Debug, PartialEq)]
pub struct SampleColumns {
    /// Its columns.
    pub columns: Columns,
    /// Where on the course it was taken, if always at the same point, as the grammar of values reads it.
    pub point: Option<String>,
    /// Whether it is told once a patient although every row repeats it.
    pub once: bool,
}

/// Which column of a table holds what.
#[derive(Clone, Debug, PartialEq)]
pub struct TableMap {
    /// What the table is.
    pub title: String,
    /// The byte between cells; without it the one that the header shows.
    pub delimiter: Option<u8>,
    /// Whether a cell may stand in double quotes.
    pub quoting: bool,
    /// Rows before the first of a patient.
    pub header_rows: usize,
    /// Which of them names the columns, from 0.
    pub names_row: usize,
    /// Columns by which a table is told to be this one: all of them.
    pub known_by: Vec<String>,
    /// Or any of these.
    pub known_by_any: Vec<String>,
    /// Which rows are of one patient.
    pub patient_rows: PatientRows,
    /// How days are written.
    pub dates: Option<DateOrder>,
    /// What is of the patient, or of the only sample of a row.
    pub columns: Columns,
    /// The samples, where a row tells of several.
    pub samples: Vec<SampleColumns>,
}

/// Why a text is no map, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableMapFault(String);

impl fmt::Display for TableMapFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for TableMapFault {}

/// A map as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Written {
    title: String,
    #[serde(default)]
    delimiter: Option<String>,
    #[serde(default)]
    quoting: Option<bool>,
    #[serde(default)]
    header_rows: Option<usize>,
    #[serde(default)]
    names_row: Option<usize>,
    #[serde(default)]
    known_by: Vec<String>,
    #[serde(default)]
    known_by_any: Vec<String>,
    #[serde(default)]
    patient_rows: PatientRows,
    #[serde(default)]
    dates: Option<DateOrder>,
    #[serde(default)]
    columns: BTreeMap<String, String>,
    #[serde(default)]
    values: BTreeMap<String, Dictionary>,
    #[serde(default)]
    sample: Vec<WrittenSample>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WrittenSample {
    #[serde(default)]
    point: Option<String>,
    #[serde(default)]
    once: bool,
    columns: BTreeMap<String, String>,
    #[serde(default)]
    values: BTreeMap<String, Dictionary>,
}

const MOST_HEADER_ROWS: usize = 20;

impl TableMap {
    /// Reads a map.
    ///
    /// # Errors
    ///
    /// A sentence on what is wrong, with the names there are where one is not known.
    pub fn parse(text: &str) -> Result<Self, TableMapFault> {
        let written: Written =
            toml::from_str(text).map_err(|error| TableMapFault(error.to_string()))?;
        let header_rows = written.header_rows.unwrap_or(1);
        let names_row = written.names_row.unwrap_or(1);
        if header_rows == 0 || header_rows > MOST_HEADER_ROWS {
            let why = format!("`header-rows` is from 1 to {MOST_HEADER_ROWS}");
            return Err(TableMapFault(why));
        }
        if names_row == 0 || names_row > header_rows {
            let why = "`names-row` is from 1 to `header-rows`: which of them names the columns";
            return Err(TableMapFault(why.to_owned()));
        }
        let delimiter = written.delimiter.as_deref().map(delimiter).transpose()?;
        let columns = columns(written.columns, written.values)?;
        let samples = written.sample.into_iter().map(sample);
        let samples = samples.collect::<Result<Vec<_>, _>>()?;
        let of_sample = columns.columns.iter().find(|(item, _)| {
            !item.is_of_patient() && samples.iter().any(|sample| sample.columns.has(*item))
        });
        if let Some((item, _)) = of_sample {
            let item = item.name();
            let why = format!("`{item}` is in `[columns]` and in a `[[sample]]`; put it into one");
            return Err(TableMapFault(why));
        }
        if columns.columns.is_empty() && samples.is_empty() {
            let why = format!(
                "no column is named. Under `[columns]` write lines such as `her2-ihc-score = \"HER2 score\"`; the items are {}",
                item_names()
            );
            return Err(TableMapFault(why));
        }
        Ok(Self {
            title: written.title,
            delimiter,
            quoting: written.quoting.unwrap_or(true),
            header_rows,
            names_row: names_row - 1,
            known_by: written.known_by,
            known_by_any: written.known_by_any,
            patient_rows: written.patient_rows,
            dates: written.dates,
            columns,
            samples,
        })
    }
}

impl Columns {
    /// Whether an item has a column.
    pub fn has(&self, item: TableItem) -> bool {
        self.columns.iter().any(|(of, _)| *of == item)
    }
}

fn item_names() -> String {
    let names = TableItem::ALL.iter().map(|item| item.name());
    names.collect::<Vec<_>>().join(", ")
}

fn delimiter(text: &str) -> Result<u8, TableMapFault> {
    match text.as_bytes() {
        [byte @ (b',' | b'\t' | b';' | b'|')] => Ok(*byte),
        _ => {
            let why = "`delimiter` is one of \",\" \"\\t\" \";\" \"|\"";
            Err(TableMapFault(why.to_owned()))
        }
    }
}

fn sample(written: WrittenSample) -> Result<SampleColumns, TableMapFault> {
    let columns = columns(written.columns, written.values)?;
    if let Some((item, _)) = columns
        .columns
        .iter()
        .find(|(item, _)| item.is_of_patient())
    {
        let item = item.name();
        let why =
            format!("`{item}` is of the patient; put it into `[columns]`, not into a `[[sample]]`");
        return Err(TableMapFault(why));
    }
    Ok(SampleColumns {
        columns,
        point: written.point,
        once: written.once,
    })
}

fn columns(
    columns: BTreeMap<String, String>,
    values: BTreeMap<String, Dictionary>,
) -> Result<Columns, TableMapFault> {
    let item = |name: &str| {
        TableItem::from_name(name).ok_or_else(|| {
            let names = TableItem::ALL.iter().map(|item| item.name());
            let near = hint(name, names);
            let all = item_names();
            TableMapFault(format!("`{name}` is no item{near}. The items are {all}"))
        })
    };
    let columns = columns
        .into_iter()
        .map(|(name, column)| Ok((item(&name)?, column)));
    let mut columns = columns.collect::<Result<Vec<_>, TableMapFault>>()?;
    columns.sort();
    let values = values.into_iter().map(|(name, of)| Ok((item(&name)?, of)));
    let values = values.collect::<Result<BTreeMap<_, _>, TableMapFault>>()?;
    let unused = |(item, _): &(&TableItem, &Dictionary)| !columns.iter().any(|(of, _)| of == *item);
    if let Some((item, _)) = values.iter().find(unused) {
        let item = item.name();
        let why = format!("there are values of `{item}`, but it has no column");
        return Err(TableMapFault(why));
    }
    Ok(Columns { columns, values })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> String {
        TableMap::parse(text).unwrap_err().to_string()
    }

    #[test]
    fn a_wrong_map_says_what_is_wrong_and_what_there_is() {
        let near = fault("title = \"a\"\n[columns]\nher2-ihc-scor = \"x\"");
        assert!(near.contains("`her2-ihc-scor` is no item"), "{near}");
        assert!(near.contains("her2-ihc-score"), "{near}");
        assert!(fault("title = \"a\"").contains("no column is named"));
        assert!(
            fault("title = \"a\"\ndelimiter = \"x\"\n[columns]\nt = \"x\"").contains("delimiter")
        );
        assert!(fault("title = \"a\"\nnames-row = 3\n[columns]\nt = \"x\"").contains("names-row"));
        assert!(fault("title = \"a\"\nheaders = 3\n[columns]\nt = \"x\"").contains("headers"));
        let twice = "title = \"a\"\n[columns]\nt = \"x\"\n[[sample]]\n[sample.columns]\nt = \"y\"";
        assert!(fault(twice).contains("put it into one"));
        let patient = "title = \"a\"\n[[sample]]\n[sample.columns]\npatient = \"y\"";
        assert!(fault(patient).contains("of the patient"));
        let unused = "title = \"a\"\n[columns]\nt = \"x\"\n[values.n]\n\"1\" = \"N1\"";
        assert!(fault(unused).contains("has no column"));
    }

    #[test]
    fn every_item_has_one_name() {
        for item in TableItem::ALL {
            assert_eq!(TableItem::from_name(item.name()), Some(*item));
        }
    }
}
