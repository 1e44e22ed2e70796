//! Any bytes as a registry's XML: read and decide must come to an end without a fault, and every place must lie in the text.
#![no_main]

use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

const HEAD: &[u8] = b"<NaaccrData baseDictionaryUri=\"naaccr-dictionary-250.xml\">";

fuzz_target!(|bytes: &[u8]| {
    // Half of the inputs begin with the root, so that most of them get beyond it.
    let whole = match bytes.split_first() {
        Some((first, rest)) if first & 1 == 1 => [HEAD, rest].concat(),
        _ => bytes.to_vec(),
    };
    her2::read_each("fuzz.xml", &whole, &mut |reading| {
        for (record, problem) in reading.problems() {
            if let Some(span) = problem.origin.and_then(|origin| origin.as_span()) {
                assert!(reading.source_of(record).bytes().get(span.range()).is_some());
            }
        }
        let _ = (reading.text(), reading.json());
        let _ = reading.decide(date(2026, 11, 22), None).finding().status();
    });
});
