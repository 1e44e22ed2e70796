//! What the server is started with.

use jiff::civil::Date;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};

/// What the server is started with; the defaults need no set-up.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where to listen.
    pub bind: SocketAddr,
    /// The day to answer for; today where none is given.
    pub as_of: Option<Date>,
    /// The largest body that is read, in bytes.
    pub max_body: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            bind: SocketAddr::from((Ipv4Addr::LOCALHOST, 8787)),
            as_of: None,
            max_body: 32 << 20,
        }
    }
}

/// Why the server cannot serve.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The address cannot be listened on.
    #[error(
        "the address cannot be listened on: {0}. Is another program there? Give another one with --bind"
    )]
    Bind(#[source] io::Error),
    /// It stopped.
    #[error("the server stopped: {0}")]
    Serve(#[source] io::Error),
}
