//! The terminal: whether it shows colour, how wide it is, and messages to the person.

use std::io::{self, IsTerminal, Write};

/// Whether stdout takes colour. `NO_COLOR`, `CLICOLOR_FORCE` and `TERM=dumb` are honoured.
pub fn stdout_takes_color() -> bool {
    !matches!(
        anstream::AutoStream::choice(&io::stdout()),
        anstream::ColorChoice::Never
    )
}

/// Columns of the terminal on stdout, within what reads well; 80 where there is none.
pub fn width() -> usize {
    const WITHOUT_TERMINAL: usize = 80;
    if !io::stdout().is_terminal() {
        return WITHOUT_TERMINAL;
    }
    terminal_size::terminal_size().map_or(WITHOUT_TERMINAL, |(columns, _)| {
        usize::from(columns.0).clamp(40, 100)
    })
}

/// Whether the terminal on stdout says that it shows ASCII only. What is not a terminal is given UTF-8.
pub fn shows_ascii_only() -> bool {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    let locale = named.unwrap_or_default().to_ascii_lowercase();
    let ascii = matches!(locale.as_str(), "c" | "posix");
    ascii && io::stdout().is_terminal()
}

/// One message on stderr. If stderr is gone there is nobody to tell.
pub fn complain(message: &str) {
    let _ = writeln!(io::stderr().lock(), "her2: {message}");
}
