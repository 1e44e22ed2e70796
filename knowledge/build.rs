//! Reads, checks and compiles the pages. A page with a fault stops the build; every fault of every page is told.

#[path = "build/languages.rs"]
mod languages;
#[path = "build/lexicon.rs"]
mod lexicon;
#[path = "build/medicines.rs"]
mod medicines;
#[path = "build/source.rs"]
mod source;
#[path = "build/tables.rs"]
mod tables;
#[path = "build/words.rs"]
mod words;
#[path = "build/written.rs"]
mod written;

use her2_pages::compile::Fault;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let variable = |name| std::env::var_os(name).map(PathBuf::from);
    let root = variable("CARGO_MANIFEST_DIR").expect("cargo sets it for every build script");
    let out = variable("OUT_DIR").expect("cargo sets it for every build script");

    let written = written::read(&root);
    let mut faults: Vec<Fault> = written.faults();
    faults.extend(source::same_names(&written));
    let names = medicines::names(&written, &mut faults);
    let words = words::build(&root, &mut faults);
    let maps = tables::build(&root, &mut faults);
    let languages = languages::read(&root, &written, &mut faults);
    if !faults.is_empty() {
        faults.sort();
        for fault in &faults {
            println!("cargo::error={fault}");
        }
        return ExitCode::FAILURE;
    }
    let mut complaints = Vec::new();
    lexicon::build(&root, &mut complaints);
    if !complaints.is_empty() {
        for complaint in &complaints {
            println!("cargo::error={complaint}");
        }
        return ExitCode::FAILURE;
    }
    source::write(&out, &written, &names);
    let topics = [written.topics.source(), languages.topics].concat();
    source::write_file(&out.join("learn.rs"), &topics);
    source::write_file(&out.join("languages.rs"), &languages.source);
    source::write_file(&out.join("naaccr.rs"), &written.registry.source());
    source::write_file(&out.join("words.rs"), &words);
    source::write_file(&out.join("table_maps.rs"), &maps);
    ExitCode::SUCCESS
}
