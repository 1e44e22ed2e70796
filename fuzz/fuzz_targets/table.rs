//! Any bytes as a table: read and decide must come to an end without a fault, and every place must lie in the text.
#![no_main]

use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

const HEADS: [&[u8]; 3] = [
    b"patient,her2-ihc-score,her2-ish-word,her2-ratio,her2-copies,cep17-copies,cells,er-status,t,grade,sample-date\n",
    b"patient\ther2-status\ther2-ratio\n",
    b"{\"patient\":\"A\",\"her2-ihc-score\":\"2+\"}\n{\"her2-ihc-score\":",
];

fuzz_target!(|bytes: &[u8]| {
    // Most inputs begin with a header, so that they get beyond it.
    let whole = match bytes.split_first() {
        Some((first, rest)) if first & 3 < 3 => [HEADS[usize::from(first & 3)], rest].concat(),
        _ => bytes.to_vec(),
    };
    her2::read_each("fuzz.csv", &whole, &mut |reading| {
        for (record, problem) in reading.problems() {
            if let Some(span) = problem.origin.and_then(|origin| origin.as_span()) {
                assert!(reading.source_of(record).bytes().get(span.range()).is_some());
            }
        }
        let _ = (reading.text(), reading.json());
        let _ = reading.decide(date(2026, 11, 22), None).finding().status();
    });
});
