//! FHIR bundles, one a line, read and decided beside a bare parse of the same bytes in the same run.

use super::clock::median_rate;
use jiff::civil::date;
use serde::de::IgnoredAny;
use std::fmt::Write as _;
use std::fs;
use std::time::Instant;

/// How many patients are invented.
const PATIENTS: usize = 24;

/// Prints the rates of each set of bundles, and how time grows with their size.
pub fn run() -> Result<(), String> {
    println!(
        "{:<44}{:>10}{:>10}{:>10}{:>10}",
        "", "serde", "sonic", "read", "share"
    );
    sets(
        "bundles invented here",
        &(0..PATIENTS).map(bundle).collect::<Vec<_>>(),
    );
    if let Some(data) = crate::shared_data() {
        for folder in ["synthea-mcode", "synthea"] {
            let texts =
                compact(&data.join("fhir").join(folder)).map_err(|error| error.to_string())?;
            sets(&format!("{folder} of the data folder"), &texts);
        }
    } else {
        println!("(the data folder is not there: its bundles are not measured)");
    }
    growth();
    Ok(())
}

/// One set: both parsers, then everything, in megabytes a second on one core.
fn sets(what: &str, texts: &[String]) {
    let all = texts.join("\n").into_bytes();
    let megabytes = all.len() as f64 / 1e6;
    let options = std::sync::Arc::new(her2::Options::default());
    let piece = her2::piece("bench", all, &options);
    let rate = |work: &(dyn Fn() -> usize + Sync)| {
        median_rate(1, &[()], |()| work()).per_second * megabytes
    };
    let each =
        |parse: &dyn Fn(&[u8]) -> bool| texts.iter().filter(|text| parse(text.as_bytes())).count();
    let serde = rate(&|| each(&|line| serde_json::from_slice::<IgnoredAny>(line).is_ok()));
    let whole = rate(&|| each(&|line| sonic_rs::from_slice::<sonic_rs::Value>(line).is_ok()));
    let skip = rate(&|| each(&|line| sonic_rs::from_slice::<IgnoredAny>(line).is_ok()));
    let sonic = whole.max(skip);
    let read = rate(&|| {
        let mut results = 0;
        her2::read_piece(&piece, &mut |reading| {
            let case = reading.decide(date(2026, 11, 22), None);
            results += case.timeline().records.len();
        });
        results
    });
    let share = read / serde.max(sonic);
    println!("{what:<44}{serde:>10.0}{sonic:>10.0}{read:>10.0}{share:>10.2}");
}

/// How the time of one bundle grows from 10,000 to 100,000 resources: of reading alone, and with the decision of every record.
fn growth() {
    let options = std::sync::Arc::new(her2::Options {
        max_record: 1_000_000_000,
        ..her2::Options::default()
    });
    let [small, large] = [10_000, 100_000].map(|count| {
        let text = large(count).into_bytes();
        her2::piece("bench", text, &options)
    });
    let time = |piece: &her2::Piece, decide: bool| {
        let once = |_| {
            let since = Instant::now();
            her2::read_piece(piece, &mut |reading| {
                if decide {
                    let case = reading.decide(date(2026, 11, 22), None);
                    std::hint::black_box(case.timeline().records.len());
                }
            });
            since.elapsed().as_secs_f64()
        };
        (0..7).map(once).fold(f64::MAX, f64::min)
    };
    for (what, decide) in [("read", false), ("read and decided", true)] {
        let (few, many) = (time(&small, decide), time(&large, decide));
        println!(
            "a bundle of 100,000 resources ({:.1} MB) {what}: {:.0} ms, {:.1} times one of 10,000",
            large.bytes().len() as f64 / 1e6,
            many * 1e3,
            many / few
        );
    }
}

fn compact(folder: &std::path::Path) -> std::io::Result<Vec<String>> {
    let mut paths: Vec<_> = fs::read_dir(folder)?
        .flatten()
        .map(|entry| entry.path())
        .collect();
    paths.sort();
    let texts = paths.iter().map(|path| {
        let text = fs::read_to_string(path)?;
        let value: Box<serde_json::value::RawValue> = serde_json::from_str(&text)?;
        Ok(without_space(value.get()))
    });
    texts.collect()
}

/// JSON without the space between its tokens, in the order it has.
fn without_space(text: &str) -> String {
    let (mut inside, mut escaped) = (false, false);
    let keep = |letter: &char| {
        let kept = inside || !letter.is_ascii_whitespace();
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = inside,
            '"' => inside = !inside,
            _ => {}
        }
        kept
    };
    text.chars().filter(keep).collect()
}

/// A patient as a hospital would export them: many encounters, claims, notes and laboratory values, and a few results that matter.
fn bundle(number: usize) -> String {
    let mut entries = vec![format!(
        r#"{{"resourceType":"Patient","id":"p{number}","gender":"female","birthDate":"19{:02}-03-04","name":[{{"family":"Invented","given":["Ada"]}}]}}"#,
        40 + number
    )];
    let subject = format!(r#""subject":{{"reference":"Patient/p{number}"}}"#);
    let note = "VGhpcyBpcyBhIG5vdGUgb2YgYSB2aXNpdCB0aGF0IHNheXMgbm90aGluZy4g".repeat(40);
    for at in 0..60 {
        let day = format!(
            "20{:02}-{:02}-{:02}T09:30:00-05:00",
            2 + at / 4,
            at % 12 + 1,
            at % 28 + 1
        );
        entries.push(format!(r#"{{"resourceType":"Encounter","id":"e{at}","status":"finished","class":{{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"AMB"}},"type":[{{"coding":[{{"system":"http://snomed.info/sct","code":"162673000","display":"General examination of patient (procedure)"}}],"text":"General examination of patient (procedure)"}}],{subject},"period":{{"start":"{day}","end":"{day}"}}}}"#));
        entries.push(format!(r#"{{"resourceType":"Claim","id":"c{at}","status":"active","type":{{"coding":[{{"system":"http://terminology.hl7.org/CodeSystem/claim-type","code":"professional"}}]}},"use":"claim","created":"{day}","item":[{{"sequence":1,"productOrService":{{"text":"General examination of patient (procedure)"}},"encounter":[{{"reference":"Encounter/e{at}"}}]}}],"total":{{"value":129.16,"currency":"USD"}}}}"#));
        entries.push(format!(r#"{{"resourceType":"DocumentReference","id":"d{at}","status":"current","type":{{"coding":[{{"system":"http://loinc.org","code":"34117-2","display":"History and physical note"}}]}},{subject},"date":"{day}","content":[{{"attachment":{{"contentType":"text/plain","data":"{note}"}}}}]}}"#));
        for (code, display, value, unit) in [
            ("8302-2", "Body Height", "167.3", "cm"),
            ("29463-7", "Body Weight", "71.6", "kg"),
            ("718-7", "Hemoglobin [Mass/volume] in Blood", "13.1", "g/dL"),
        ] {
            entries.push(format!(r#"{{"resourceType":"Observation","id":"o{at}-{code}","status":"final","category":[{{"coding":[{{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"vital-signs"}}]}}],"code":{{"coding":[{{"system":"http://loinc.org","code":"{code}","display":"{display}"}}],"text":"{display}"}},{subject},"encounter":{{"reference":"Encounter/e{at}"}},"effectiveDateTime":"{day}","issued":"{day}","valueQuantity":{{"value":{value},"unit":"{unit}","system":"http://unitsofmeasure.org","code":"{unit}"}}}}"#));
        }
    }
    for (id, code, value) in [
        (
            "er",
            "85337-4",
            r#""valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"LA6576-8","display":"Positive"}]}"#,
        ),
        (
            "pr",
            "85339-0",
            r#""valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"LA6577-6","display":"Negative"}]}"#,
        ),
        (
            "ihc",
            "85319-2",
            r#""valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"LA11842-4","display":"2+"}]}"#,
        ),
        (
            "ratio",
            "49683-6",
            r#""valueQuantity":{"value":1.4,"unit":"1"}"#,
        ),
        ("copies", "74860-8", r#""valueQuantity":{"value":2.8}"#),
    ] {
        entries.push(format!(r#"{{"resourceType":"Observation","id":"{id}","status":"final","code":{{"coding":[{{"system":"http://loinc.org","code":"{code}"}}]}},{subject},"effectiveDateTime":"2024-03-01",{value}}}"#));
    }
    joined(entries)
}

fn large(count: usize) -> String {
    let observation = |at: usize| {
        let code = if at.is_multiple_of(100) {
            ("85319-2", "2+")
        } else {
            ("718-7", "13")
        };
        let (year, month, day) = (1990 + at / 3_000 % 30, at / 300 % 12 + 1, at / 10 % 28 + 1);
        format!(
            r#"{{"resourceType":"Observation","id":"o{at}","status":"final","code":{{"coding":[{{"system":"http://loinc.org","code":"{}"}}]}},"subject":{{"reference":"Patient/p"}},"effectiveDateTime":"{year}-{month:02}-{day:02}","valueString":"{}"}}"#,
            code.0, code.1
        )
    };
    joined((0..count).map(observation).collect())
}

fn joined(entries: Vec<String>) -> String {
    let mut text = r#"{"resourceType":"Bundle","type":"collection","entry":["#.to_owned();
    for (at, entry) in entries.iter().enumerate() {
        let comma = if at == 0 { "" } else { "," };
        write!(text, r#"{comma}{{"resource":{entry}}}"#).expect("a string can be written to");
    }
    text.push_str("]}");
    text
}
