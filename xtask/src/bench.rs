//! Speed, as medians, beside the plain cost of scanning the same bytes in the same run.

mod cds;
mod clock;
mod fhir;
mod grid;
pub mod naaccr;
mod plans;
mod records;
mod serve;
mod tables;

pub use cds::run as cds;
pub use fhir::run as fhir;

use clock::{Rate, Share, median_rate};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const NEEDLES: [&str; 7] = [
    "HER2",
    "HER-2",
    "c-erbB-2",
    "ERBB2",
    "FISH",
    "estrogen",
    "progesterone",
];
const SPAWNS: usize = 50;

/// Measures, and prints each line as soon as it is known.
pub fn run() -> Result<(), String> {
    let records = records::load()?;
    let bytes = records.bytes();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let say = |line: String| println!("{line}");
    say(format!(
        "{} records, {} bytes, from {}; medians of {} rounds\n",
        records.texts.len(),
        bytes,
        records.place,
        clock::ROUNDS
    ));
    say(format!(
        "{:<44}{:>6}{:>14}{:>10}",
        "", "cores", "records/s", "MB/s"
    ));
    let automaton = aho_corasick::AhoCorasick::new(NEEDLES).map_err(|error| error.to_string())?;
    type Work<'a> = (&'a str, Box<dyn Fn(&[u8]) -> usize + Sync + 'a>);
    let work: [Work; 5] = [
        (
            "scan: count of line ends",
            Box::new(|text| memchr::memchr_iter(b'\n', text).count()),
        ),
        (
            "scan: seven needles at once",
            Box::new(|text| automaton.find_iter(text).count()),
        ),
        ("read", Box::new(records::read)),
        ("read and decide", Box::new(records::read_and_decide)),
        (
            "read, decide, explain as page, check",
            Box::new(records::everything),
        ),
    ];
    let share = Share::start();
    let mut had = None;
    for cores in [1, cores] {
        for (what, work) in &work {
            let rate = median_rate(cores, &records.texts, |text| work(text));
            say(row(what, cores, rate, bytes, records.texts.len()));
        }
        had = had.or_else(|| share.percent());
    }
    if let Some(had) = had {
        say(format!(
            "(on one core the program had the core for {had} % of the time; well below 100, the machine was busy)"
        ));
    }
    say(String::new());
    decisions();
    say(String::new());
    plans_of_care();
    say(String::new());
    naaccr::run();
    fhir::run()?;
    say(String::new());
    of_tables();
    say(String::new());
    let (program, report) = release_binary()?;
    for args in [
        &["explain"][..],
        &["explain", "--for", "clinician"],
        &["check"],
        &["plan"],
        &["--version"],
    ] {
        let time = start_to_exit(&program, args, &report)?;
        say(format!(
            "{:<44}{:>20.1} ms",
            format!("her2 {} from start to exit", args.join(" ")),
            time.as_secs_f64() * 1000.0
        ));
    }
    Ok(())
}

/// The server alone, in a release build, or in the build that is named; and its memory for so many minutes.
pub fn of_server(program: Option<&str>, minutes: u64) -> Result<(), String> {
    match program {
        Some(program) => serve::run(Path::new(program), minutes),
        None => serve::run(&release_binary()?.0, minutes),
    }
}

/// Tables alone.
pub fn of_tables() {
    tables::run();
}

/// The decision alone, without reading.
pub fn decisions() {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!("{:<44}{:>6}{:>14}", "", "cores", "cases/s");
    let cases = grid::cases();
    let lines = grid::lines();
    for cores in [1, cores] {
        let rate = median_rate(cores, &cases, grid::decide);
        println!(
            "{:<44}{cores:>6}{:>14.0}",
            "decide: evidence through the tables", rate.per_second
        );
        let rate = median_rate(cores, &lines, |block: &grid::Block| {
            grid::decide_lines(block)
        });
        let per_second = rate.per_second * grid::LINES_A_BLOCK as f64;
        println!(
            "{:<44}{cores:>6}{per_second:>14.0}",
            "decide: JSON lines in and out"
        );
    }
}

/// Plans of care, without reading.
pub fn plans_of_care() {
    println!("{:<44}{:>6}{:>14}", "", "cores", "plans/s");
    let situations = plans::situations();
    let share = Share::start();
    for (what, work) in [
        (
            "plan: every row of every label and guideline",
            plans::weigh as fn(&her2_case::CareCase),
        ),
        ("plan: the same with what to ask", plans::weigh_and_ask),
    ] {
        let rate = median_rate(1, &situations, work);
        println!("{what:<44}{:>6}{:>14.0}", 1, rate.per_second);
    }
    if let Some(had) = share.percent() {
        println!("(the program had the core for {had} % of the time)");
    }
}

fn row(what: &str, cores: usize, rate: Rate, bytes: usize, records: usize) -> String {
    let megabytes = rate.per_second * bytes as f64 / records as f64 / 1e6;
    format!(
        "{what:<44}{cores:>6}{:>14.0}{megabytes:>10.1}",
        rate.per_second
    )
}

/// Builds the program and gives its path and that of a report.
fn release_binary() -> Result<(PathBuf, PathBuf), String> {
    let root = crate::root();
    let built = Command::new(env!("CARGO"))
        .args(["build", "--release", "--quiet", "--package", "her2-cli"])
        .current_dir(&root)
        .status()
        .map_err(|error| format!("cargo does not start: {error}"))?;
    if !built.success() {
        return Err("the program does not build".to_owned());
    }
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    let program = this.with_file_name(format!("her2{}", std::env::consts::EXE_SUFFIX));
    Ok((program, root.join("cases/reports/narrative-2plus-fish.txt")))
}

fn start_to_exit(program: &PathBuf, args: &[&str], report: &PathBuf) -> Result<Duration, String> {
    let mut times = Vec::with_capacity(SPAWNS);
    for _ in 0..SPAWNS {
        let since = Instant::now();
        let mut command = Command::new(program);
        command.args(args);
        if !args.contains(&"--version") {
            command.arg(report);
        }
        let ended = command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .map_err(|error| format!("{}: {error}", program.display()))?;
        times.push(since.elapsed());
        if ended.code().is_none_or(|code| code > 1) {
            return Err(format!("her2 {} does not run", args.join(" ")));
        }
    }
    times.sort();
    Ok(times[SPAWNS / 2])
}
