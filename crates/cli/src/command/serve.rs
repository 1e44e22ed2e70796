//! `her2 serve`: the web page and the services.

use crate::args::ServeArgs;
use crate::failure::Failure;
use crate::pipeline::Tally;
use crate::screen;
use her2_server::{Config, IssuerKeys, LogFormat, ServeError, TlsFiles};
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

/// Requests a second from one address where others can reach the server.
const RATE: u32 = 200;

/// Serves until it is told to stop.
pub fn run(args: &ServeArgs) -> Result<Tally, Failure> {
    let config = config(args)?;
    let quiet = args.log.format == LogFormat::Json;
    let listening = |url: &str| {
        if quiet {
            // The log of programs holds objects only.
            let line =
                format!("{{\"level\":\"INFO\",\"message\":\"listening\",\"url\":\"{url}\"}}");
            eprintln!("{line}");
        } else {
            screen::complain(&format!("{url} is ready; Ctrl-C stops it"));
        }
        if args.open {
            open(url);
        }
    };
    her2_server::run(config, listening).map_err(|why| refused(&why))?;
    Ok(Tally::default())
}

fn refused(why: &ServeError) -> Failure {
    Failure::Usage(match why {
        ServeError::Bind(_) | ServeError::Open(_) => format!("--bind: {why}"),
        ServeError::Tls { .. } => format!("--tls-cert, --tls-key: {why}"),
        ServeError::Keys(_) => format!("--cds-keys: {why}"),
        ServeError::Start(_) => why.to_string(),
    })
}

fn config(args: &ServeArgs) -> Result<Config, Failure> {
    // On loopback everybody has one address, unless a proxy tells them apart.
    let one_address = args.bind.ip().is_loopback() && args.trusted_proxy.is_empty();
    let rate = args.rate.unwrap_or(if one_address { 0 } else { RATE });
    let keys = args.cds_keys.iter().map(|given| issuer_keys(given));
    let tls = args.tls_cert.clone().zip(args.tls_key.clone());
    Ok(Config {
        bind: args.bind,
        as_of: args.as_of,
        max_body: args.max_body * 1_000_000,
        timeout: Duration::from_secs(args.timeout),
        concurrency: usize::from(args.concurrency),
        rate: (rate > 0).then_some(rate),
        trusted_proxies: args.trusted_proxy.clone(),
        tls: tls.map(|(cert, key)| TlsFiles { cert, key }),
        cds_keys: keys.collect::<Result<_, _>>()?,
        allow_origin: args.allow_origin.clone(),
        public_url: args.public_url.clone(),
        log: args.log,
        i_know: args.i_know,
    })
}

fn issuer_keys(given: &str) -> Result<IssuerKeys, Failure> {
    let wrong = |why: String| Failure::Usage(format!("--cds-keys: {why}"));
    // An issuer is an address and may hold `=` in its query; a file at the end seldom does.
    let (issuer, file) = given
        .rsplit_once('=')
        .filter(|(issuer, file)| !issuer.is_empty() && !file.is_empty())
        .ok_or_else(|| wrong("keys are given as ISSUER=FILE".to_owned()))?;
    let jwks = fs::read_to_string(file)
        .map_err(|error| wrong(format!("{file}: the keys cannot be read: {error}")))?;
    Ok(IssuerKeys {
        issuer: issuer.to_owned(),
        file: PathBuf::from(file),
        jwks,
    })
}

/// Asks the system to show the page. Where it cannot, the address on stderr is all there is to do.
fn open(url: &str) {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(target_os = "windows") {
        "explorer"
    } else {
        "xdg-open"
    };
    let started = Command::new(program)
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    if started.is_err() {
        screen::complain("no browser could be opened; open the address above");
    }
}
