//! Any bytes as FHIR, whole and one resource a line: read and decide must come to an end without a fault.
#![no_main]

use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let entry = b"{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":";
    let whole = [&entry[..], bytes].concat();
    let lines = [&b"{\"resourceType\":\"Encounter\"}\n"[..], bytes].concat();
    for input in [bytes, &whole, &lines] {
        her2::read_each("fuzz", input, &mut |reading| {
            let case = reading.decide(date(2026, 11, 22), None);
            let _ = (reading.json(), case.timeline().records.len());
        });
    }
});
