//! Any bytes as a case of care: read, or refused; what is read gives a plan.
#![no_main]

use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(input) = her2::CareInput::read(bytes) {
        let planned = input.plan(None, date(2026, 11, 22), None);
        let _ = planned.plan().asks();
        for item in planned.plan().options() {
            let _ = (item.rows().count(), item.checks().count());
        }
    }
});
