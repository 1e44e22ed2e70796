//! Any bytes in any format, each patient written in every format: it must come to an end without a fault, and every bundle is JSON.
#![no_main]

use her2::Target;
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    her2::read_each("fuzz", bytes, &mut |reading| {
        let case = reading.decide(date(2026, 11, 22), None);
        for target in Target::ALL {
            for identifiers in [false, true] {
                let written = case.convert(target, identifiers).out;
                if target == Target::Fhir {
                    let bundle: serde_json::Value =
                        serde_json::from_str(&written).expect("a bundle is JSON");
                    assert_eq!(bundle["resourceType"], "Bundle");
                }
            }
        }
    });
});
