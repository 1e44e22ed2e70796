//! The flags of `her2 plan`.

use super::{By, Language, OnePatient, PageFormat, Tables, medicines::weight};
use clap::{Args, ValueEnum};
use her2::Decimal;
use std::path::PathBuf;

#[derive(Args)]
pub struct PlanArgs {
    /// Reports, or cases in JSON; folders as by `her2 read`; `-` is stdin
    #[arg(value_name = "FILE|DIR|-", required_unless_present = "template")]
    pub paths: Vec<PathBuf>,
    /// Answer a question of care; may be given several times
    ///
    /// The value is a term (`metastatic`), several with commas between them for one of these, or a number, with >= or < before it if only
    /// that is known. `her2 plan --template` lists the questions.
    #[arg(long, value_name = "QUESTION=VALUE")]
    pub answer: Vec<String>,
    /// A case in JSON that adds to each record, and counts before it
    #[arg(long, value_name = "FILE")]
    pub case: Option<PathBuf>,
    /// Body weight in kg for doses and cost [default: 70, the example of the price list]
    #[arg(long, value_name = "KG", value_parser = weight)]
    pub weight: Option<Decimal>,
    /// A table of prognostic stages that you have a licence for, as CSV
    ///
    /// Columns: t, n, m, grade, her2, er, pr, stage; oncotype and prefix may be added. It is checked for gaps and named where it is used.
    #[arg(long, value_name = "FILE")]
    pub stage_table: Option<PathBuf>,
    /// Add prognostic scores, for research and not for treatment decisions
    ///
    /// PREDICT Breast 3.2 and 2.2, NPI, CTS5, RCB and CPS+EG: each with what it was calculated from, what is missing, its source and its
    /// limits. The patient's page never has them.
    #[arg(long)]
    pub prognosis: bool,
    /// Instead of the plan, the packet for an insurance appeal or a prior authorization, for every option that fits or for one medicine
    ///
    /// The words of the record, the rule, the label, each requirement with the fact behind it, what is missing, and what to attach. Name a
    /// medicine or an option with `=`: `--packet=J9355`, by brand, generic name, abbreviation or billing code. It lays out and makes no claim.
    #[arg(long, value_name = "MEDICINE", num_args = 0..=1, require_equals = true, conflicts_with = "prognosis")]
    pub packet: Option<Option<String>>,
    /// How to print it; JSON is one object a record on one line
    #[arg(long, value_enum, default_value_t = PageFormat::Text)]
    pub format: PageFormat,
    /// Write a self-contained page to this file; for several records, to this folder, one page each
    #[arg(long, value_name = "FILE|DIR", conflicts_with = "format")]
    pub html: Option<PathBuf>,
    /// Whether to ask the open questions on the terminal
    #[arg(long, value_enum, default_value_t = AskPolicy::Auto)]
    pub ask: AskPolicy,
    /// Print an empty case with every question and what answers it
    #[arg(long, conflicts_with_all = ["paths", "answer", "case"])]
    pub template: bool,
    #[command(flatten)]
    pub by: By,
    #[command(flatten)]
    pub language: Language,
    /// Largest record that is read, in MB
    #[arg(long, value_name = "MB", default_value_t = 20, value_parser = clap::value_parser!(u64).range(1..=2000))]
    pub max_size: u64,
    /// Threads to work with; 0 takes one a core. The output does not depend on it
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub threads: usize,
    /// Recognise the text of scanned PDFs with the program tesseract, if it is installed; compare every value with the paper
    #[arg(long)]
    pub ocr: bool,
    #[command(flatten)]
    pub tables: Tables,
    #[command(flatten)]
    pub one: OnePatient,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AskPolicy {
    /// For one record, when a person is at the terminal
    Auto,
    /// Whatever stdin is: answers are read from it line by line
    Always,
    /// Not at all
    Never,
}
