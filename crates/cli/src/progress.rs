//! A count of records on stderr, when a person is watching and the work is long.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

/// Shown after this long, so that short work stays silent.
const LONG: Duration = Duration::from_millis(700);

/// The count. Silent unless stderr is a terminal and stdout is not: both on one screen would write over each other.
pub struct Progress {
    since: Instant,
    watched: bool,
    what: &'static str,
    done: u64,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Starts the clock; `what` is counted.
    pub fn new(what: &'static str) -> Self {
        Self {
            since: Instant::now(),
            watched: io::stderr().is_terminal() && !io::stdout().is_terminal(),
            what,
            done: 0,
            bar: None,
        }
    }

    /// So many more are written.
    pub fn step(&mut self, more: u64) {
        self.done += more;
        if !self.watched || self.since.elapsed() < LONG {
            return;
        }
        let what = self.what;
        self.bar
            .get_or_insert_with(|| spinner(what))
            .set_position(self.done);
    }

    /// Prints a message without tearing the line of the count.
    pub fn around(&self, print: impl FnOnce()) {
        match &self.bar {
            Some(bar) => bar.suspend(print),
            None => print(),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn spinner(what: &'static str) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    bar.set_style(
        ProgressStyle::with_template("{spinner} {pos} {msg}, {per_sec}, {elapsed}")
            .expect("the template is a constant that a test draws"),
    );
    bar.set_message(what);
    bar
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_template_of_the_count_is_valid() {
        super::spinner("records").finish_and_clear();
    }
}
