//! The text exposition format of Prometheus, version 0.0.4.

use super::{BUCKETS, Metrics, Refused};
use crate::jwt::Fault;
use std::fmt::Write;
use std::sync::atomic::Ordering;

impl Metrics {
    /// Everything that is counted.
    pub(super) fn text(&self) -> String {
        let mut out = String::new();
        self.requests(&mut out);
        head(
            &mut out,
            "her2_requests_in_flight",
            "gauge",
            "Requests that are being answered.",
        );
        let flying = self.in_flight.load(Ordering::Relaxed);
        line(&mut out, "her2_requests_in_flight", "", flying);
        head(
            &mut out,
            "her2_connections",
            "gauge",
            "Connections that are open.",
        );
        let open = self.connections.load(Ordering::Relaxed);
        line(&mut out, "her2_connections", "", open);
        head(
            &mut out,
            "her2_refused_total",
            "counter",
            "Requests refused by a limit.",
        );
        for why in Refused::ALL {
            let count = self.refused[why as usize].load(Ordering::Relaxed);
            let label = format!("reason=\"{}\"", why.name());
            line(&mut out, "her2_refused_total", &label, count);
        }
        head(
            &mut out,
            "her2_tokens_refused_total",
            "counter",
            "Requests refused by their token.",
        );
        for why in Fault::ALL {
            let count = self.tokens[why as usize].load(Ordering::Relaxed);
            let label = format!("reason=\"{}\"", why.name());
            line(&mut out, "her2_tokens_refused_total", &label, count);
        }
        head(
            &mut out,
            "her2_records_total",
            "counter",
            "Records read, by their format.",
        );
        let records = self.records.lock().unwrap_or_else(|of| of.into_inner());
        for (format, count) in records.iter() {
            let label = format!("format=\"{format}\"");
            line(&mut out, "her2_records_total", &label, *count);
        }
        drop(records);
        head(
            &mut out,
            "her2_panics_total",
            "counter",
            "Faults of the program.",
        );
        let panics = self.panics.load(Ordering::Relaxed);
        line(&mut out, "her2_panics_total", "", panics);
        head(
            &mut out,
            "her2_info",
            "gauge",
            "The version of the program and of its knowledge.",
        );
        let versions = format!(
            "version=\"{}\",knowledge=\"{}\"",
            env!("CARGO_PKG_VERSION"),
            her2::knowledge_version()
        );
        line(&mut out, "her2_info", &versions, 1);
        out
    }

    fn requests(&self, out: &mut String) {
        let requests = self.requests.lock().unwrap_or_else(|of| of.into_inner());
        let name = "her2_requests_total";
        head(
            out,
            name,
            "counter",
            "Requests answered, by route, method and status.",
        );
        for (route, counted) in requests.iter() {
            for ((method, status), count) in &counted.answers {
                let labels = format!("route=\"{route}\",method=\"{method}\",status=\"{status}\"");
                line(out, name, &labels, *count);
            }
        }
        let name = "her2_request_duration_seconds";
        head(
            out,
            name,
            "histogram",
            "Time from the head of a request to the end of its answer.",
        );
        for (route, counted) in requests.iter() {
            for ((_, bound), count) in BUCKETS.iter().zip(&counted.buckets) {
                let labels = format!("route=\"{route}\",le=\"{bound}\"");
                line(out, &format!("{name}_bucket"), &labels, *count);
            }
            let of_route = format!("route=\"{route}\"");
            let labels = format!("{of_route},le=\"+Inf\"");
            line(out, &format!("{name}_bucket"), &labels, counted.count);
            let (seconds, micros) = (counted.micros / 1_000_000, counted.micros % 1_000_000);
            line(
                out,
                &format!("{name}_sum"),
                &of_route,
                format_args!("{seconds}.{micros:06}"),
            );
            line(out, &format!("{name}_count"), &of_route, counted.count);
        }
        let name = "her2_answer_bytes_total";
        head(out, name, "counter", "Bytes of answers, without heads.");
        for (route, counted) in requests.iter() {
            line(out, name, &format!("route=\"{route}\""), counted.bytes);
        }
    }
}

fn head(out: &mut String, name: &str, kind: &str, help: &str) {
    writeln!(out, "# HELP {name} {help}\n# TYPE {name} {kind}")
        .expect("a string can always be written to");
}

fn line(out: &mut String, name: &str, labels: &str, value: impl std::fmt::Display) {
    let (open, close) = if labels.is_empty() {
        ("", "")
    } else {
        ("{", "}")
    };
    writeln!(out, "{name}{open}{labels}{close} {value}")
        .expect("a string can always be written to");
}
