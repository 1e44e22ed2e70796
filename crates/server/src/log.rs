//! The log: one line a request, and nothing of what was asked.
//!
//! A line holds the method, the template of the route, the status, the time, the size of the answer and a number of the request. Paths,
//! queries, bodies, names of files and addresses of people are never in it; what other crates would tell is not listened to.

mod answer;

pub(crate) use answer::tell;

use crate::config::{LogFormat, LogLevel, LogSettings};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{Layer, fmt, registry};

/// The one target that is listened to.
const TARGET: &str = "her2_server";

/// From here on the log is written to `writer`. A second call changes nothing.
pub fn start<W>(settings: LogSettings, writer: W)
where
    W: for<'a> MakeWriter<'a> + Send + Sync + 'static,
{
    let level = match settings.level {
        LogLevel::Off => LevelFilter::OFF,
        LogLevel::Error => LevelFilter::ERROR,
        LogLevel::Warn => LevelFilter::WARN,
        LogLevel::Info => LevelFilter::INFO,
        LogLevel::Debug => LevelFilter::DEBUG,
    };
    let ours = Targets::new().with_target(TARGET, level);
    let layer = fmt::layer().with_writer(writer).with_target(false);
    let layer = match settings.format {
        LogFormat::Human => layer.with_ansi(false).boxed(),
        LogFormat::Json => layer.json().flatten_event(true).boxed(),
    };
    // There is one log for a program; whoever was first has it.
    let _ = registry().with(layer.with_filter(ours)).try_init();
}

/// From here on a panic tells its place and nothing else: its message may hold words of a record.
pub fn keep_panics_quiet() {
    std::panic::set_hook(Box::new(|info| {
        let place = info.location();
        let (file, line) = place.map_or(("", 0), |at| (at.file(), at.line()));
        tracing::error!(target: TARGET, file, line, "a fault of the program");
    }));
}
