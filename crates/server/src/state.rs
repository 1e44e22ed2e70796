//! What every handler sees.

use crate::Config;
use jiff::civil::Date;
use std::sync::Arc;

/// What every handler sees: the configuration. No record is ever in it.
#[derive(Clone, Debug)]
pub struct Shared(Arc<Config>);

impl Shared {
    pub(crate) fn new(config: Config) -> Self {
        Self(Arc::new(config))
    }

    /// What the server was started with.
    pub fn config(&self) -> &Config {
        &self.0
    }

    /// The day to answer for. The only place where the clock is read.
    pub fn today(&self) -> Date {
        self.0.as_of.unwrap_or_else(|| {
            jiff::Timestamp::now()
                .to_zoned(jiff::tz::TimeZone::UTC)
                .date()
        })
    }
}
