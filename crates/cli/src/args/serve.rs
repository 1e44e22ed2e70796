//! The flags of `her2 serve`.

use super::day;
use clap::Args;
use her2_server::{LogFormat, LogLevel, LogSettings, Network};
use jiff::civil::Date;
use std::net::SocketAddr;
use std::path::PathBuf;

#[derive(Args)]
pub struct ServeArgs {
    /// Where to listen; beyond loopback only with keys. Port 0 takes a free one
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8787")]
    pub bind: SocketAddr,
    /// Open the page in the browser
    #[arg(long)]
    pub open: bool,
    /// The day for which to answer, as YYYY-MM-DD [default: the day on which it is asked]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
    /// Largest body of a request, in MB
    #[arg(long, value_name = "MB", default_value_t = 32, value_parser = clap::value_parser!(u64).range(1..=2000))]
    pub max_body: u64,
    /// Seconds that a request may take as a whole, its body included
    #[arg(long, value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub timeout: u64,
    /// Requests that are worked on at the same time; what comes beyond is refused at once
    ///
    /// Bodies take at most --max-body times this of memory.
    #[arg(long, value_name = "N", default_value_t = 64, value_parser = clap::value_parser!(u16).range(1..=4096))]
    pub concurrency: u16,
    /// Requests a second from one address; 0 for no bound [default: 0 on loopback without --trusted-proxy, else 200]
    #[arg(long, value_name = "N")]
    pub rate: Option<u32>,
    /// A proxy whose `X-Forwarded-For` or `Forwarded` is believed on who asks, as 10.0.0.7 or 10.0.0.0/8; again for each
    ///
    /// The last address in the list that is no such proxy counts for --rate. From all others these headers are not read.
    #[arg(long, value_name = "ADDRESS[/BITS]")]
    pub trusted_proxy: Vec<Network>,
    /// Certificate in PEM, with those of its issuers after it
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    pub tls_cert: Option<PathBuf>,
    /// Private key of the certificate, in PEM
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    pub tls_key: Option<PathBuf>,
    /// Public keys (JWKS) of an issuer of CDS Hooks tokens; again for each. From then on the services and the JSON API need a token; the page does not
    #[arg(long, value_name = "ISSUER=FILE", num_args = 1..)]
    pub cds_keys: Vec<String>,
    /// Another page's origin that may ask from a browser, as `https://ehr.example.org`; again for each
    #[arg(long, value_name = "ORIGIN", value_parser = origin)]
    pub allow_origin: Vec<String>,
    /// The address under which others reach it, for links and as the audience of tokens [default: that of --bind]
    #[arg(long, value_name = "URL", value_parser = url)]
    pub public_url: Option<String>,
    /// How the log on stderr is written, and from which level: `human` or `json`, and `off`, `error`, `warn`, `info` or `debug`
    #[arg(long, value_name = "FORMAT[/LEVEL]", default_value = "human/info", value_parser = log)]
    pub log: LogSettings,
    /// Listen beyond loopback without keys: whoever reaches the address may send records to it
    #[arg(long)]
    pub i_know: bool,
}

/// An address of the web without anything after it that would change its meaning.
fn url(text: &str) -> Result<String, String> {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let plain = |rest: &str| {
        let mut letters = rest.chars();
        !rest.is_empty() && letters.all(|of| of.is_ascii_graphic() && !"?#\"'<>\\@".contains(of))
    };
    match rest {
        Some(rest) if plain(rest) => Ok(text.trim_end_matches('/').to_owned()),
        _ => Err("an address is written as https://her2.example.org".to_owned()),
    }
}

/// Scheme, host and port alone.
fn origin(text: &str) -> Result<String, String> {
    let wrong = "an origin is a scheme, a host and perhaps a port, as https://ehr.example.org";
    let origin = url(text).map_err(|_| wrong.to_owned())?;
    let host = origin.split_once("://").map_or("", |(_, host)| host);
    if host.contains('/') {
        return Err(wrong.to_owned());
    }
    Ok(origin)
}

fn log(text: &str) -> Result<LogSettings, String> {
    let (format, level) = text.split_once('/').unwrap_or((text, "info"));
    let format = match format {
        "human" => LogFormat::Human,
        "json" => LogFormat::Json,
        _ => return Err("a log is written `human` or `json`".to_owned()),
    };
    let level = match level {
        "off" => LogLevel::Off,
        "error" => LogLevel::Error,
        "warn" => LogLevel::Warn,
        "info" => LogLevel::Info,
        "debug" => LogLevel::Debug,
        _ => return Err("a level is `off`, `error`, `warn`, `info` or `debug`".to_owned()),
    };
    Ok(LogSettings { format, level })
}

#[cfg(test)]
mod tests {
    use super::{log, origin, url};
    use her2_server::{LogFormat, LogLevel};

    #[test]
    fn an_origin_is_no_address_of_a_page() {
        for good in ["https://ehr.example.org", "http://localhost:3000"] {
            assert_eq!(origin(good).as_deref(), Ok(good));
        }
        assert_eq!(
            origin("https://a.example/").as_deref(),
            Ok("https://a.example")
        );
        for bad in [
            "*",
            "null",
            "ehr.example.org",
            "https://a.example/b",
            "https://a b",
            "file:///x",
            "https://",
        ] {
            assert!(origin(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_public_address_may_have_a_path() {
        assert_eq!(
            url("https://a.example/her2/").as_deref(),
            Ok("https://a.example/her2")
        );
        assert!(url("https://a.example/?x=1").is_err());
    }

    #[test]
    fn a_log_has_a_format_and_a_level() {
        let json = log("json/debug").unwrap();
        assert_eq!(
            (json.format, json.level),
            (LogFormat::Json, LogLevel::Debug)
        );
        assert_eq!(log("human").unwrap().level, LogLevel::Info);
        assert!(log("trace").is_err() && log("json/loud").is_err());
    }
}
