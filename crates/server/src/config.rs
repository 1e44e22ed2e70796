//! What the server is started with.

use crate::Network;
use jiff::civil::Date;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

/// What the server is started with; the defaults need no set-up.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where to listen.
    pub bind: SocketAddr,
    /// The day to answer for; today where none is given.
    pub as_of: Option<Date>,
    /// The largest body that is read, in bytes.
    pub max_body: u64,
    /// How long a request may take as a whole: its body, the work, and the answer up to its first byte.
    pub timeout: Duration,
    /// How many requests are worked on at the same time; what comes beyond is refused and not queued.
    pub concurrency: usize,
    /// Requests a second from one address; none for no bound.
    pub rate: Option<u32>,
    /// Proxies whose word on who asks is believed.
    pub trusted_proxies: Vec<Network>,
    /// Certificate and key, if the server speaks TLS itself.
    pub tls: Option<TlsFiles>,
    /// The keys of those who may ask, by issuer; without any, the services and the JSON API ask for no token.
    pub cds_keys: Vec<IssuerKeys>,
    /// Origins of other pages that may ask from a browser, as `https://ehr.example.org`.
    pub allow_origin: Vec<String>,
    /// The address under which others reach the server, without a slash at its end, where it is not that of `bind`.
    pub public_url: Option<String>,
    /// What the log tells, and how.
    pub log: LogSettings,
    /// Whether somebody who knows what it means lets the server listen beyond loopback without keys.
    pub i_know: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            bind: SocketAddr::from((Ipv4Addr::LOCALHOST, 8787)),
            as_of: None,
            max_body: 32 << 20,
            timeout: Duration::from_secs(30),
            concurrency: 64,
            rate: None,
            trusted_proxies: Vec::new(),
            tls: None,
            cds_keys: Vec::new(),
            allow_origin: Vec::new(),
            public_url: None,
            log: LogSettings::default(),
            i_know: false,
        }
    }
}

impl Config {
    /// Refuses what would put records at risk.
    pub(crate) fn check(&self) -> Result<(), ServeError> {
        let open = !self.bind.ip().is_loopback() && self.cds_keys.is_empty();
        if open && !self.i_know {
            return Err(ServeError::Open(self.bind));
        }
        let mut keys = self.cds_keys.iter();
        if let Some(of) = keys.find(|of| !crate::jwt::holds_a_key(&of.jwks)) {
            return Err(ServeError::Keys(of.file.clone()));
        }
        Ok(())
    }

    /// The address under which others reach the server, without a slash at its end.
    pub fn url(&self) -> String {
        let scheme = if self.tls.is_some() { "https" } else { "http" };
        let own = || format!("{scheme}://{}", self.bind);
        self.public_url.clone().unwrap_or_else(own)
    }
}

/// A certificate and its key, in PEM.
#[derive(Clone, Debug)]
pub struct TlsFiles {
    /// The certificate, those of its issuers after it.
    pub cert: PathBuf,
    /// The private key.
    pub key: PathBuf,
}

/// The public keys of one issuer of tokens.
#[derive(Clone, Debug)]
pub struct IssuerKeys {
    /// The `iss` of its tokens.
    pub issuer: String,
    /// The file they came from, for messages.
    pub file: PathBuf,
    /// A JSON Web Key Set (RFC 7517), as it stands in the file.
    pub jwks: String,
}

/// What the log tells, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LogSettings {
    /// How a line is written.
    pub format: LogFormat,
    /// What is told.
    pub level: LogLevel,
}

/// How a line of the log is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    #[default]
    Human,
    /// One JSON object on one line.
    Json,
}

/// What the log tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LogLevel {
    /// Nothing.
    Off,
    /// Faults of the program alone.
    Error,
    /// And what was refused.
    Warn,
    /// And a line a request.
    #[default]
    Info,
    /// And a line a connection that broke.
    Debug,
}

/// Why the server cannot serve.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The address cannot be listened on.
    #[error(
        "the address cannot be listened on: {0}. Is another program there? Give another one with --bind"
    )]
    Bind(#[source] io::Error),
    /// Others could reach it, and nothing tells who may.
    #[error(
        "{0} can be reached from other computers, and without keys anybody there may send records to this one. Give --cds-keys ISSUER=FILE, or stay on 127.0.0.1 behind a proxy that knows who asks; if the network itself is closed, say --i-know"
    )]
    Open(SocketAddr),
    /// There is no key for tokens in a file that is to hold some.
    #[error(
        "{}: there is no key that can be used in it. A JSON Web Key Set is needed, with keys of RSA (2048 bits or more, RS384) or of the curve P-384 (ES384), each with a `kid`",
        .0.display()
    )]
    Keys(PathBuf),
    /// The certificate or its key cannot be used.
    #[error("{}: {why}", file.display())]
    Tls {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// It could not be started.
    #[error("the server could not be started: {0}")]
    Start(#[source] io::Error),
}
