//! Tables as somebody writes them, invented: what is read, from where, and what is said of what is odd.
#![allow(clippy::unwrap_used)]

use her2_case::{
    Amount, Assay, Context, CoursePoint, History, IhcScore, ReceptorStatus, ScoreReading, Sex,
};
use her2_readers::table::ColumnMap;
use her2_readers::{Options, pieces, read_all};
use std::sync::Arc;

struct Patient {
    history: History,
    text: String,
}

fn read(bytes: &[u8]) -> Vec<Patient> {
    let mut found = Vec::new();
    read_all("t.csv", bytes, &mut |read| {
        found.push(Patient {
            history: read.history,
            text: String::from_utf8_lossy(&read.text).into_owned(),
        });
    });
    found
}

fn read_with(map: &str, bytes: &[u8]) -> Vec<Patient> {
    let options = Arc::new(Options {
        columns: Some(Arc::new(ColumnMap::parse(map).expect("the map is right"))),
        ..Options::default()
    });
    let mut found = Vec::new();
    for piece in
        pieces("t.csv", std::io::Cursor::new(bytes.to_vec()), &options).expect("it is in memory")
    {
        piece.expect("it is in memory").each(&mut |read| {
            found.push(Patient {
                history: read.history,
                text: String::from_utf8_lossy(&read.text).into_owned(),
            });
        });
    }
    found
}

fn codes(patient: &Patient) -> Vec<&'static str> {
    let problems = patient
        .history
        .records
        .iter()
        .flat_map(|record| &record.problems);
    problems.map(|problem| problem.code).collect()
}

#[test]
fn our_own_table_is_read_with_places() {
    let text = "patient,her2-ihc-score,her2-ish-word,her2-ratio,her2-copies,er-status,t,sex\r\n\
                A1,2+,Nicht amplifiziert,\"1,4\",2.9,POS 90,pT1c,F\r\n\
                A2,3+,,,,neg,T2,F\r\n";
    let all = read(text.as_bytes());
    assert_eq!(all.len(), 2);
    let (first, record) = (&all[0], &all[0].history.records[0]);
    assert_eq!(first.history.name, "t.csv#2");
    assert_eq!(first.history.patient.as_ref().unwrap().as_str(), "A1");
    assert_eq!(first.history.course.sex.unwrap().value, Sex::Female);
    let results: Vec<_> = record.her2_results().collect();
    assert_eq!(results.len(), 2);
    let quote = |span: her2_case::Span| &first.text[span.range()];
    let score = results[0].score.unwrap();
    assert_eq!(score.value, ScoreReading::single(IhcScore::Two));
    assert_eq!(quote(score.origin.as_span().unwrap()), "2+");
    let ratio = results[1].ratio.unwrap();
    assert_eq!(ratio.value, Amount::Exactly("1.4".parse().unwrap()));
    assert_eq!(quote(ratio.origin.as_span().unwrap()), "1,4");
    assert_eq!(
        quote(results[1].word.unwrap().origin.as_span().unwrap()),
        "Nicht amplifiziert"
    );
    let path = record.paths.of(ratio.origin.as_span().unwrap()).unwrap();
    assert_eq!(path, "row 2, column \"her2-ratio\"");
    assert_eq!(record.er.as_ref().unwrap().status, ReceptorStatus::Positive);
    assert_eq!(record.tumor.t.as_ref().unwrap().value, "T1c");
    assert!(codes(first).is_empty());
    assert_eq!(all[1].history.name, "t.csv#3");
}

#[test]
fn rows_of_one_patient_are_one_history_in_the_order_of_their_days() {
    let text = "patient\tsample-date\tpoint\ther2-ihc-score\n\
                A\t2024-05-01\tmetastasis\t0\n\
                A\t2020-01-31\tprimary\t3+\n\
                B\t2021-01-01\t\t1+\n\
                A\t2022-01-01\t\t2+\n";
    let all = read(text.as_bytes());
    let records: Vec<_> = all
        .iter()
        .map(|patient| patient.history.records.len())
        .collect();
    assert_eq!(records, [2, 1, 1]);
    let points: Vec<_> = all[0]
        .history
        .records
        .iter()
        .map(|record| record.specimens[0].point)
        .collect();
    assert_eq!(
        points,
        [Some(CoursePoint::Primary), Some(CoursePoint::Metastasis)]
    );
    assert!(all[0].text.starts_with("A\t2024") && all[0].text.ends_with("3+\n"));
}

#[test]
fn what_is_odd_is_told_and_nothing_is_guessed() {
    let text = "patient;her2-ihc-score;her2-ratio\n\
                A;banana;1.4\n\
                B;2+;1.4;1.5\n\
                C;\"2+\n\n";
    let all = read(text.as_bytes());
    assert_eq!(codes(&all[0]), ["table-value-not-understood"]);
    assert!(
        all[0].history.records[0].problems[0]
            .message
            .contains("her2-ihc-score")
    );
    assert!(
        !all[0].history.records[0].problems[0]
            .message
            .contains("banana")
    );
    let result = all[0].history.records[0].her2_results().next().unwrap();
    assert!(result.score.is_none() && result.ratio.is_some());
    assert_eq!(codes(&all[1]), ["table-row-ragged"]);
    assert_eq!(all[1].history.records[0].her2_results().count(), 0);
    assert_eq!(codes(&all[2]), ["table-row-ragged"]);
}

#[test]
fn beside_a_value_may_stand_another() {
    let text = "her2-ihc-score,her2-ratio\n2+ (3+ outside),1.8 (CN 7.5)\n";
    let all = read(text.as_bytes());
    let results: Vec<_> = all[0].history.records[0].her2_results().collect();
    assert_eq!(results.len(), 3);
    assert_eq!(
        results[0].score.unwrap().value,
        ScoreReading::single(IhcScore::Two)
    );
    assert_eq!(
        results[1].her2_copies.unwrap().value,
        Amount::Exactly("7.5".parse().unwrap())
    );
    assert_eq!(
        (results[2].assay, results[2].context),
        (Assay::Ihc, Context::Prior)
    );
    assert_eq!(
        results[2].score.unwrap().value,
        ScoreReading::single(IhcScore::Three)
    );
}

#[test]
fn totals_are_not_taken_for_means() {
    let text = "her2-ish-word,her2-ratio,her2-copies,cep17-copies,cells\nnegative,1.4,68,49,20\nnegative,1.4,68,49,\nnegative,1.4,3.4,2.5,20\n";
    let all = read(text.as_bytes());
    let of = |at: usize| all[at].history.records[0].her2_results().next().unwrap();
    assert_eq!(codes(&all[0]), ["table-total-as-mean"]);
    assert!(
        of(0).her2_copies.is_none() && of(0).her2_total.is_some() && of(0).cep17_total.is_some()
    );
    assert_eq!(codes(&all[1]), ["table-total-as-mean"]);
    assert!(codes(&all[2]).is_empty());
    assert!(of(2).her2_copies.is_some() && of(2).her2_total.is_none());
}

#[test]
fn a_map_says_which_column_holds_what() {
    let map = "title = \"ours\"\n[columns]\npatient = \"Pat-Nr\"\nher2-ihc-score = \"HER2\"\ngrade = \"G\"\n[values.her2-ihc-score]\nP = \"3+\"\n";
    let text = "Pat-Nr|HER2|G|Rest\n7|P|2|x\n8|2+|\"3\"|y\n";
    let all = read_with(map, text.as_bytes());
    let scores: Vec<_> = all
        .iter()
        .map(|patient| {
            patient.history.records[0]
                .her2_results()
                .next()
                .unwrap()
                .score
                .unwrap()
        })
        .collect();
    assert_eq!(scores[0].value.to_string(), "3+");
    assert_eq!(
        &all[0].text[scores[0].origin.as_span().unwrap().range()],
        "P"
    );
    assert_eq!(scores[1].value.to_string(), "2+");
    let wrong = read_with(map, b"Pat-No,HER2,G,G\n7,P,2,2\n");
    assert_eq!(
        codes(&wrong[0]),
        ["table-column-missing", "table-column-twice"]
    );
    let unknown = read_with(map, b"a,b\n1,2\n");
    assert_eq!(codes(&unknown[0]), ["table-columns-unknown"]);
}

#[test]
fn objects_in_lines_are_rows() {
    let text = "{\"patient\":\"A\",\"her2-ihc-score\":\"2+\",\"her2-ratio\":1.4,\"more\":{\"a\":[1,{}]}}\n\
                {\"patient\":\"A\",\"her2-ihc-word\":\"n\\u00e9gatif\",\"her2-ratio\":null}\n\
                {\"patient\":\"B\",\"her2-ihc-score\":3}\n\
                {\"patient\":\n";
    let all = read(text.as_bytes());
    assert_eq!(all.len(), 3);
    assert_eq!(all[0].history.records.len(), 2);
    let ratio = all[0].history.records[0]
        .her2_results()
        .nth(1)
        .unwrap()
        .ratio
        .unwrap();
    assert_eq!(&all[0].text[ratio.origin.as_span().unwrap().range()], "1.4");
    let word = all[0].history.records[1]
        .her2_results()
        .next()
        .unwrap()
        .word
        .unwrap();
    assert_eq!(word.value, her2_case::Her2Word::Negative);
    assert_eq!(
        all[1].history.records[0]
            .her2_results()
            .next()
            .unwrap()
            .score
            .unwrap()
            .value
            .to_string(),
        "3+"
    );
    assert_eq!(codes(&all[2]), ["table-row-ragged"]);
}

#[test]
fn a_large_table_is_divided_between_patients() {
    let mut text = String::from("\u{feff}patient,her2-ihc-score,note\n");
    for patient in 0..60_000 {
        for _ in 0..=patient % 3 {
            text.push_str(&format!("P{patient},1+,\"two\nlines, of a note\"\n"));
        }
    }
    assert!(text.len() > 3_500_000);
    let options = Arc::new(Options::default());
    let mut pieces_seen = 0;
    let (mut patients, mut records, mut last) = (0, 0, String::new());
    for piece in pieces("t.csv", std::io::Cursor::new(text.into_bytes()), &options).unwrap() {
        let piece = piece.unwrap();
        pieces_seen += 1;
        assert!(piece.bytes().len() <= 2_100_000);
        piece.each(&mut |read| {
            patients += 1;
            records += read.history.records.len();
            assert!(
                read.history
                    .records
                    .iter()
                    .all(|record| record.problems.is_empty())
            );
            last = read.history.name;
        });
    }
    assert!(pieces_seen > 3);
    assert_eq!((patients, records), (60_000, 120_000));
    // Rows are counted, not lines: the last patient has three of them.
    assert_eq!(last, "t.csv#119999");
}

#[test]
fn a_number_that_stands_for_unknown_is_none_and_that_is_told() {
    let table = "patient,her2-ihc-score,her2-ratio,her2-copies,cep17-copies,ki67,nodes-positive\n1,9,99.9,999,99,-1,99\n2,2+,9.9,19.8,2.0,99,9\n3,unk,NA,N/A,,Unknown,\n";
    let mut ratios = Vec::new();
    let mut told = Vec::new();
    her2_readers::read_all("t.csv", table.as_bytes(), &mut |read| {
        let record = &read.history.records[0];
        let results = record.her2_results();
        ratios.push(
            results
                .filter_map(|of| of.ratio)
                .map(|of| of.value.to_string())
                .collect::<String>(),
        );
        let odd = record
            .problems
            .iter()
            .filter(|problem| problem.code == "table-value-sentinel");
        told.push(odd.count());
    });
    assert_eq!(ratios, ["", "9.9", ""]);
    assert_eq!(told, [6, 0, 0]);
}

#[test]
fn a_column_of_signals_that_names_neither_means_nor_totals_is_not_read() {
    let copies = |heading: &str| {
        let table = format!(
            "patient,HER2 IHC,{heading},CEP17 per cell,cells counted HER2\n1,2+,36,2.1,20\n2,2+,60,2.0,20\n"
        );
        let mut found = Vec::new();
        her2_readers::read_all("t.csv", table.as_bytes(), &mut |read| {
            for of in read.history.records[0].her2_results() {
                found.extend(of.her2_copies.map(|of| format!("mean {}", of.value)));
                found.extend(of.her2_total.map(|of| format!("total {}", of.value)));
            }
        });
        found
    };
    assert!(copies("HER2 signals").is_empty());
    assert_eq!(copies("Total HER2 signals"), ["total 36", "total 60"]);
    assert_eq!(copies("Mean HER2 signals per cell").len(), 2);
}
