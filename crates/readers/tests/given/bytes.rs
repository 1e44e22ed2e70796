//! Reading any bytes to their end.

use her2_case::{Place, Record};
use her2_readers::{Read, read_all};
use std::time::{Duration, Instant};

/// Reads everything of an input of that name; every place lies in the text of its history.
pub fn everything(name: &str, bytes: &[u8]) -> Vec<Record> {
    let mut all = Vec::new();
    read_all(name, bytes, &mut |Read { mut history, text }| {
        for record in &mut history.records {
            record.each_origin(&mut |origin| {
                let Place::Span(span) = origin.place else {
                    panic!("a place is a range");
                };
                assert!(text.get(span.range()).is_some(), "a place beyond the text");
            });
            for (span, _) in record.paths.iter() {
                assert!(text.get(span.range()).is_some(), "a path beyond the text");
            }
        }
        all.append(&mut history.records);
    });
    all
}

/// The same, in no more than so many seconds.
pub fn within(seconds: u64, name: &str, bytes: &[u8]) -> Vec<Record> {
    let since = Instant::now();
    let records = everything(name, bytes);
    let took = since.elapsed();
    assert!(took < Duration::from_secs(seconds), "{took:?}");
    records
}
