//! `her2 completions` and `her2 man`: made from the same definitions as the help.

use crate::args::{Cli, CompletionsArgs};
use crate::failure::Failure;
use crate::pipeline::Tally;
use clap::CommandFactory;
use std::io::{self, Write};

/// Completions for one shell, on stdout.
pub fn completions(args: &CompletionsArgs) -> Result<Tally, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "her2", &mut script);
    io::stdout().lock().write_all(&script)?;
    Ok(Tally::default())
}

/// The manual page of the program and of each subcommand, on stdout.
pub fn man() -> Result<Tally, Failure> {
    let mut page = Vec::new();
    let program = Cli::command();
    clap_mangen::Man::new(program.clone()).render(&mut page)?;
    for subcommand in program.get_subcommands() {
        let name = format!("her2 {}", subcommand.get_name());
        let chapter = clap_mangen::Man::new(subcommand.clone().bin_name(&name));
        writeln!(page, ".SH {}", name.to_uppercase())?;
        chapter.render_synopsis_section(&mut page)?;
        chapter.render_description_section(&mut page)?;
        chapter.render_options_section(&mut page)?;
    }
    io::stdout().lock().write_all(&page)?;
    Ok(Tally::default())
}
