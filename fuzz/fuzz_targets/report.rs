//! Any bytes as a report: read, decide, explain and check must come to an end without a fault.
#![no_main]

use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let reading = her2::read("fuzz", bytes);
    let case = reading.decide(date(2026, 11, 22), None);
    let _ = (reading.text(), reading.json());
    for document in [case.patient("en"), case.clinician("en")].into_iter().flatten() {
        let _ = (document.text(60, true), document.html(), document.json());
    }
    let _ = case.check().json();
});
