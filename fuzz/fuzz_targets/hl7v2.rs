//! Any bytes as messages of HL7 version 2: read and decide must come to an end without a fault, and every place must lie in the text.
#![no_main]

use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

const HEAD: &[u8] = b"MSH|^~\\&|A|B|||20260110||ORU^R01|1|P|2.5.1\rPID|1||5^^^H^MR\rOBR|1||S1|11529-5^Surgical pathology^LN\rOBX|1|TX|22637-3^Diagnosis^LN||";

fuzz_target!(|bytes: &[u8]| {
    // Half of the inputs begin within a report, so that most of them get beyond its head.
    let whole = match bytes.split_first() {
        Some((first, rest)) if first & 1 == 1 => [HEAD, rest].concat(),
        _ => [b"MSH|".as_slice(), bytes].concat(),
    };
    her2::read_each("fuzz.hl7", &whole, &mut |reading| {
        for (record, problem) in reading.problems() {
            if let Some(span) = problem.origin.and_then(|origin| origin.as_span()) {
                assert!(reading.source_of(record).bytes().get(span.range()).is_some());
            }
        }
        let _ = (reading.text(), reading.json());
        let _ = reading.decide(date(2026, 11, 22), None).finding().status();
    });
});
