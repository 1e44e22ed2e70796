//! `cargo xtask`: one chore a subcommand.

use std::process::ExitCode;
use xtask::{bench, check, new, score, site, tidy};

const USAGE: &str = "\
cargo xtask CHORE

  tidy                        the rules of the tree: arrows, names, sizes, links, invariants
  score                       how well real reports are read, against labels
  score --tables              how often numbers of published tables give the recorded call, and why not
  check                       the knowledge: counts, overdue pages, facts to verify, pages nobody asks
  bench                       speed, beside the plain cost of scanning the same bytes
  bench decide                the same, of the decision alone
  bench plan                  the same, of plans of care alone
  bench naaccr                the same, of a cancer registry's XML
  bench tables                the same, of tables alone
  bench fhir                  the same, of FHIR bundles beside a bare parse
  bench cds                   answers of CDS Hooks a second, without HTTP
  bench serve [MINUTES] [HER2]  the server beside a bare handler, and its memory over time
  site                        the web page as files that need no server: --root PATH, --as-of DAY, --out FOLDER
  new page FOLDER/QUESTION    a page of a guideline
  new care FOLDER/NAME        a page of a guideline that lists options of care
  new diagnostic CODE         a diagnostic of the report checker
  new drug NAME               a medicine with its label; a regimen, trial or source in the same way
  new case FOLDER/NAME        a worked case";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["tidy"] => report("tidy", &tidy::complaints(&xtask::root())),
        ["score"] => score::score(&xtask::root()).map(|told| println!("{told}")),
        ["score", "--tables"] => {
            score::tables::score(&xtask::root()).map(|told| println!("{told}"))
        }
        ["check"] => knowledge(),
        ["bench"] => bench::run(),
        ["bench", "decide"] => {
            bench::decisions();
            Ok(())
        }
        ["bench", "tables"] => {
            bench::of_tables();
            Ok(())
        }
        ["bench", "fhir"] => bench::fhir(),
        ["bench", "cds"] => bench::cds(),
        ["bench", "serve", rest @ ..] if rest.len() < 3 => serve(rest),
        ["bench", "plan"] => {
            bench::plans_of_care();
            Ok(())
        }
        ["bench", "naaccr"] => {
            bench::naaccr::run();
            Ok(())
        }
        ["site", words @ ..] => site(words),
        ["new", kind, name] => new::scaffold(&xtask::root(), kind, name)
            .map(|file| println!("{} is made: fill it in", file.display())),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn today() -> jiff::civil::Date {
    jiff::Timestamp::now()
        .to_zoned(jiff::tz::TimeZone::UTC)
        .date()
}

fn site(words: &[&str]) -> Result<(), String> {
    let tree = xtask::root();
    let site = site::Site::of(words, &tree, today())?;
    site.make(&tree).map(|told| println!("{told}"))
}

fn serve(rest: &[&str]) -> Result<(), String> {
    let minutes = rest.first().map_or(Ok(0), |minutes| minutes.parse());
    let minutes = minutes.map_err(|_| "minutes are a number".to_owned())?;
    bench::of_server(rest.get(1).copied(), minutes)
}

fn knowledge() -> Result<(), String> {
    print!("{}", check::summary(&xtask::root(), today()));
    report("check", &check::orphans(&xtask::root()))
}

fn report(chore: &str, complaints: &[String]) -> Result<(), String> {
    if complaints.is_empty() {
        println!("{chore}: nothing to complain of");
        return Ok(());
    }
    Err(format!(
        "{}\n{chore}: {} complaints",
        complaints.join("\n"),
        complaints.len()
    ))
}
