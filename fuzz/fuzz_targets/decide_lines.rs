//! Any bytes as lines of structured cases: each line gives a finding or an error, never a fault.
#![no_main]

use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut out = Vec::new();
    her2::LineDecider::new(date(2026, 11, 22), None).block(bytes, 1, &mut out);
});
