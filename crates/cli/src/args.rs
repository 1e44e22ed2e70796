//! The command line: every flag once, with its help.

mod convert;
mod medicines;
mod monitor;
mod plan;
mod serve;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::civil::Date;
use std::path::PathBuf;
use std::sync::LazyLock;

pub use convert::ConvertArgs;
pub use medicines::{DrugsArgs, DrugsFormat};
pub use monitor::MonitorArgs;
pub use plan::{AskPolicy, PlanArgs};
pub use serve::ServeArgs;

/// The version of the program and of the knowledge compiled into it.
pub fn version() -> &'static str {
    static VERSION: LazyLock<String> = LazyLock::new(|| {
        format!(
            "{} (knowledge {})",
            env!("CARGO_PKG_VERSION"),
            her2::knowledge_version()
        )
    });
    &VERSION
}

const STATUSES: &str = "\
Exit status:
  0  everything was done and nothing was found
  1  something was found (check), or some of the input could not be used
  2  wrong usage, or none of the input could be read

Text of a report never appears in messages on stderr; they name the file and the place.
This program explains and checks reports. It is not a medical device and gives no medical advice.";

/// Read a breast pathology report, decide its HER2 status by the guideline, and explain it.
#[derive(Parser)]
#[command(name = "her2", version = version(), after_help = STATUSES, max_term_width = 110)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// Print what a report says: specimens, HER2, receptors, tumour
    #[command(after_help = "\
Examples:
  her2 read report.txt
  her2 read --format json reports/ > facts.jsonl
  pdftotext report.pdf - | her2 read -")]
    Read(ReadArgs),
    /// Decide structured HER2 cases, one JSON object a line
    #[command(after_help = "\
Examples:
  echo '{\"id\":\"a\",\"ihc\":{\"score\":\"2+\"}}' | her2 decide
  her2 decide --edition asco-cap-2013 cases.jsonl > findings.jsonl

A line that cannot be decided gives an object with an `error` on the same line of the output; the run goes on and the exit status is 1.")]
    Decide(DecideArgs),
    /// Explain a report, to the patient or to a clinician
    #[command(after_help = "\
Examples:
  her2 explain report.txt
  her2 explain --html page.html report.txt
  her2 explain --for clinician --format json reports/ > findings.jsonl
  her2 explain --for clinician --edition asco-cap-2013 --as-of 2015-06-01 old.txt")]
    Explain(ExplainArgs),
    /// Check reports as a compiler checks code
    #[command(after_help = "\
Examples:
  her2 check report.txt
  her2 check --format sarif reports/ > her2.sarif
  her2 check --list
  her2 check --explain ihc-2-without-ish

Exit status: 0 nothing but notes; 1 a warning or an error, or a record that could not be used; 2 wrong usage, or nothing could be read.")]
    Check(CheckArgs),
    /// Write what records say in another format: FHIR, HL7 v2, tables, cases for `decide`
    #[command(after_help = "\
Examples:
  her2 convert --to fhir report.txt > bundle.json
  her2 convert --to fhir reports/ --out cohort.ndjson
  her2 convert --to json export.hl7 | her2 decide
  her2 convert --to csv bundles.ndjson > her2.csv

Only facts and what follows from them are written: no name, no words of the record, and identifiers only with --identifiers.
What a format has no place for is said on stderr, a line a fact: `note: not expressed in csv: margins`.

Exit status: 0 every patient was written, whatever had no place; 1 some record could not be used or holds an error; 2 wrong usage, or nothing could be read.")]
    Convert(ConvertArgs),
    /// Show what labels and guidelines list for a situation, requirement by requirement
    #[command(after_help = "\
Examples:
  her2 plan report.txt
  her2 plan --answer setting=metastatic --answer line=first report.txt
  her2 plan --case more.json --html plan.html report.txt
  her2 plan --template > case.json
  echo '{\"her2-category\":\"HER2_POSITIVE\",\"setting\":\"metastatic\",\"line\":\"first\"}' | her2 plan -

A file that begins with `{` is a case in JSON; every other one is a report. What is not said is not known, and nothing follows from it.
At a terminal the open questions are asked one by one, those that settle most options first.
For health professionals. It informs and is no advice: an option is listed by a source, and nothing is chosen for one person.")]
    Plan(PlanArgs),
    /// Show the HER2 medicines: makers, labels on a day, doses, warnings, cost
    #[command(after_help = "\
Examples:
  her2 drugs
  her2 drugs J9358
  her2 drugs --her2 low --setting metastatic --as-of 2022-08-04
  her2 drugs --weight 82 --format csv > drugs.csv

A medicine goes by its international name, a brand, an abbreviation or a billing code.
It informs and is no advice: it does not say what one person should receive.")]
    Drugs(DrugsArgs),
    /// Show what is watched under medicines and when, and what the measured heart asks for today
    #[command(after_help = "\
Examples:
  her2 monitor --drugs NAME,NAME --setting early --start 2026-11-30
  her2 monitor --drugs NAME --setting metastatic --start 2026-06-01 --lvef 2026-05-20=62 --lvef 2026-11-20=44 --lln 50
  her2 monitor --drugs NAME --setting early --start 2026-11-30 --end 2027-11-29 --ics tests.ics
  her2 monitor --for patient --drugs NAME --setting early --start 2026-11-30
  her2 monitor case.json

A medicine goes by its international name, a brand or an abbreviation; `her2 drugs` lists them.
What a label asks for and what a guideline asks for stand side by side. It is no order and no advice.")]
    Monitor(MonitorArgs),
    /// Read about HER2 and what comes with it, in plain words
    #[command(after_help = "\
Examples:
  her2 learn
  her2 learn tests
  her2 learn --format html side-effects > side-effects.html")]
    Learn(LearnArgs),
    /// Show the web page, and answer health records, from one program with no set-up
    #[command(after_help = "\
Examples:
  her2 serve
  her2 serve --open
  her2 serve --bind 0.0.0.0:8443 --tls-cert cert.pem --tls-key key.pem --cds-keys https://ehr.example.org=keys.json

Nothing is kept: a record is in memory while it is answered. Ctrl-C or SIGTERM stops it, after what is being answered; SIGHUP reads the certificate anew.")]
    Serve(ServeArgs),
    /// Print completions for a shell
    #[command(after_help = "\
Example:
  her2 completions bash > ~/.local/share/bash-completion/completions/her2")]
    Completions(CompletionsArgs),
    /// Print the manual page
    #[command(after_help = "\
Example:
  her2 man > her2.1 && man ./her2.1")]
    Man,
}

/// Which records, and how.
#[derive(Args)]
pub struct Inputs {
    /// Files and folders, in any number; `-` is stdin
    ///
    /// Folders are walked in the order of names. In a folder, hidden files and files whose ending is not that of a text are left out
    /// (a line on stderr says how many); a file that is named is read whatever its ending.
    #[arg(value_name = "FILE|DIR|-", required = true)]
    pub paths: Vec<PathBuf>,
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
    pub one: OnePatient,
    #[command(flatten)]
    pub tables: Tables,
}

/// How tables are read.
#[derive(Args, Clone)]
pub struct Tables {
    /// Which column of a table holds what, as a map in TOML
    ///
    /// Without it a table has to have a header that is known: our own (`patient`, `her2-ihc-score`, `her2-ratio` and so on) or that of a
    /// published table. A map has a `title` and, under `[columns]`, lines such as `her2-ihc-score = "HER2 score"`; a wrong item is told with all
    /// there are.
    #[arg(long, value_name = "MAP")]
    pub columns: Option<PathBuf>,
}

/// Whether all records are of one patient.
#[derive(Args, Clone, Copy)]
pub struct OnePatient {
    /// All records given are of one person: read them together, over time
    ///
    /// Files, folders and stdin of any format are read as one patient with a timeline, in one document. They are refused if sources of one
    /// format name different patient identifiers, or if days of birth or sexes differ; identifiers of different formats may differ, as those
    /// of two hospitals do, and a line on stderr says so. So are reports in text whose lines name two patients. Without this flag every file is a patient of its own;
    /// several records of one patient in one file need no flag.
    #[arg(long)]
    pub one_patient: bool,
    /// With --one-patient: go on though identifiers, days of birth, sexes or names differ
    #[arg(long, requires = "one_patient")]
    pub even_so: bool,
}

/// By which guideline.
#[derive(Args)]
pub struct By {
    /// Edition of the testing guideline [default: the newest in force on the day of --as-of]
    #[arg(long, value_name = "EDITION")]
    pub edition: Option<String>,
    /// The day for which to decide, as YYYY-MM-DD [default: today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
}

/// In which language.
#[derive(Args)]
pub struct Language {
    /// Language of the words
    #[arg(long, value_name = "LANG", default_value = "en")]
    pub lang: String,
}

fn day(text: &str) -> Result<Date, String> {
    text.parse()
        .map_err(|_| "a day is written YYYY-MM-DD, for example 2026-11-22".to_owned())
}

#[derive(Args)]
pub struct ReadArgs {
    #[command(flatten)]
    pub inputs: Inputs,
    /// How to print it: for people, or one JSON object a record on one line
    #[arg(long, value_enum, default_value_t = ReadFormat::Text)]
    pub format: ReadFormat,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReadFormat {
    Text,
    Json,
}

#[derive(Args)]
pub struct DecideArgs {
    /// A file of JSON lines; `-` or nothing is stdin
    #[arg(value_name = "FILE|-")]
    pub path: Option<PathBuf>,
    #[command(flatten)]
    pub by: By,
    /// Threads to work with; 0 takes one a core. The output does not depend on it
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub threads: usize,
}

#[derive(Args)]
pub struct ExplainArgs {
    #[command(flatten)]
    pub inputs: Inputs,
    /// Who reads it
    #[arg(long = "for", value_enum, default_value_t = Reader::Patient)]
    pub reader: Reader,
    /// How to print it; JSON is one object a record on one line
    #[arg(long, value_enum, default_value_t = PageFormat::Text)]
    pub format: PageFormat,
    /// Write a self-contained page to this file; for several records, to this folder, one page each
    #[arg(long, value_name = "FILE|DIR", conflicts_with = "format")]
    pub html: Option<PathBuf>,
    #[command(flatten)]
    pub by: By,
    #[command(flatten)]
    pub language: Language,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Reader {
    /// The patient and family, in plain words
    Patient,
    /// Pathologist or oncologist: findings with quote, row and citation
    Clinician,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PageFormat {
    Text,
    Html,
    Json,
}

#[derive(Args)]
pub struct CheckArgs {
    /// Files and folders, in any number; `-` is stdin
    ///
    /// Folders are walked as by `her2 read`.
    #[arg(value_name = "FILE|DIR|-", required_unless_present_any = ["explain", "list"])]
    pub paths: Vec<PathBuf>,
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
    /// How to print what is found
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub format: CheckFormat,
    #[command(flatten)]
    pub language: Language,
    #[command(flatten)]
    pub by: By,
    /// Print what a diagnostic means and what to do
    #[arg(long, value_name = "CODE", conflicts_with_all = ["paths", "list"])]
    pub explain: Option<String>,
    /// List every diagnostic
    #[arg(long, conflicts_with = "paths")]
    pub list: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For people, with the place underlined
    Text,
    /// One JSON object a finding on one line
    Json,
    /// One SARIF 2.1.0 document for all records
    Sarif,
    /// Annotations of GitHub Actions
    Github,
}

#[derive(Args)]
pub struct LearnArgs {
    /// What to read about; nothing prints the list of topics
    #[arg(value_name = "TOPIC")]
    pub topic: Option<String>,
    /// How to print it
    #[arg(long, value_enum, default_value_t = PageFormat::Text)]
    pub format: PageFormat,
    #[command(flatten)]
    pub language: Language,
}

#[derive(Args)]
pub struct CompletionsArgs {
    /// Which shell
    #[arg(value_enum)]
    pub shell: Shell,
}
