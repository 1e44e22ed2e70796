//! Any bytes as a report: read, decide, explain and check must come to an end without a fault.
#![no_main]

use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let reading = her2::read("fuzz", bytes);
    let case = reading.decide(date(2026, 11, 22), None);
    let _ = (reading.text(), reading.json());
    let _ = (case.patient_html("en"), case.clinician_json("en"));
    let _ = case.check().json();
});
