//! `her2`: read pathology reports, decide their HER2 status by the guideline, explain and check them.
//!
//! This crate holds what touches the world: arguments, files, the clock, the terminal, the cores. It decides nothing.

mod args;
mod asking;
mod command;
mod failure;
mod input;
mod panics;
mod pipeline;
mod progress;
mod recognise;
mod screen;
mod written;

use args::{Cli, Command};
use clap::Parser;
use failure::Failure;
use std::io;
use std::process::ExitCode;

fn main() -> ExitCode {
    panics::keep_quiet();
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let done = match cli.command {
        Command::Read(args) => command::read::run(&args),
        Command::Decide(args) => command::decide::run(&args),
        Command::Explain(args) => command::explain::run(&args),
        Command::Check(args) => command::check::run(&args),
        Command::Convert(args) => command::convert::run(&args),
        Command::Plan(args) => command::plan::run(&args),
        Command::Drugs(args) => command::drugs::run(&args),
        Command::Monitor(args) => command::monitor::run(&args),
        Command::Learn(args) => command::learn::run(&args),
        Command::Serve(args) => command::serve::run(&args),
        Command::Completions(args) => command::shell::completions(&args),
        Command::Man => command::shell::man(),
    };
    match done {
        Ok(status) => status.into(),
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(failure) => {
            screen::complain(&failure.to_string());
            ExitCode::from(2)
        }
    }
}

/// Help and version go to stdout with status 0, a wrong use to stderr with status 2.
fn usage(error: &clap::Error) -> ExitCode {
    // A reader that closed the pipe has seen what it wanted.
    let _ = error.print();
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}
