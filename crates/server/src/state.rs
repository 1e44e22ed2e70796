//! What every handler sees.

use crate::Config;
use crate::cds::feedback::Feedback;
use crate::jwt::Gate;
use crate::limits::{Compute, Stop};
use crate::metrics::Metrics;
use crate::problem::HttpProblem;
use her2::Format;
use jiff::civil::Date;
use std::fmt;
use std::sync::Arc;

/// What every handler sees: the configuration, the counters, and the threads that compute. No record is ever in it.
#[derive(Clone)]
pub struct Shared(Arc<Inner>);

struct Inner {
    config: Config,
    metrics: Metrics,
    compute: Compute,
    gate: Gate,
    feedback: Feedback,
}

impl Shared {
    pub(crate) fn new(config: Config) -> Self {
        Self(Arc::new(Inner {
            gate: Gate::new(&config.cds_keys, &config.url()),
            feedback: Feedback::default(),
            config,
            metrics: Metrics::default(),
            compute: Compute::on_every_core(),
        }))
    }

    /// What the server was started with.
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// Who may ask.
    pub(crate) fn gate(&self) -> &Gate {
        &self.0.gate
    }

    /// Reads the keys of issuers again; what is no set of keys changes nothing.
    pub fn reload_keys(&self) {
        self.0.gate.reload();
    }

    /// What became of cards.
    pub(crate) fn feedback(&self) -> &Feedback {
        &self.0.feedback
    }

    /// The counters.
    pub(crate) fn metrics(&self) -> &Metrics {
        &self.0.metrics
    }

    /// Counts a record that was read, by its format.
    pub fn count(&self, format: Format) {
        self.0.metrics.record(name(format));
    }

    /// Works on a thread of its own, so that others are answered meanwhile.
    ///
    /// What reads a record belongs here. Work whose request has gone is not begun; work that asks [`Stop`] ends early.
    pub async fn compute<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Stop) -> T + Send + 'static,
    ) -> Result<T, HttpProblem> {
        self.0.compute.run(work).await
    }

    /// The day to answer for. The only place where the clock is read.
    pub fn today(&self) -> Date {
        self.0.config.as_of.unwrap_or_else(|| {
            jiff::Timestamp::now()
                .to_zoned(jiff::tz::TimeZone::UTC)
                .date()
        })
    }
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shared")
            .field("config", &self.0.config)
            .finish_non_exhaustive()
    }
}

/// The name of a format in counters.
fn name(format: Format) -> &'static str {
    match format {
        Format::Report => "report",
        Format::Pdf => "pdf",
        Format::FhirJson | Format::FhirNdjson => "fhir",
        Format::Hl7v2 => "hl7v2",
        Format::NaaccrXml => "naaccr",
        Format::Table { .. } | Format::JsonLines => "table",
        Format::Json => "case",
    }
}
