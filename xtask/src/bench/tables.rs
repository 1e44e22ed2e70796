//! Tables read and decided, beside the bare scan of the same bytes.

use super::clock::{Share, median_rate};
use jiff::civil::{Date, date};
use std::fmt::Write as _;
use std::sync::Arc;

const DAY: Date = date(2026, 11, 22);
const ROWS: usize = 4000;

/// Measures a wide and a narrow table.
pub fn run() {
    println!("{:<52}{:>14}{:>10}", "", "rows/s", "MB/s");
    for (what, table) in [
        ("wide table, 129 columns", wide()),
        ("narrow table, 14 columns", narrow()),
    ] {
        let bytes = table.len();
        let delimiter = table[..table.iter().position(|b| *b == b'\n').unwrap_or(bytes)]
            .iter()
            .copied()
            .find(|byte| matches!(byte, b'\t' | b','))
            .unwrap_or(b',');
        let tables = [table];
        let share = Share::start();
        let say = |work: &str, per_second: f64| {
            let rows = per_second * ROWS as f64;
            let megabytes = per_second * bytes as f64 / 1e6;
            println!(
                "{:<52}{rows:>14.0}{megabytes:>10.1}",
                format!("{what}: {work}")
            );
        };
        let bare = median_rate(1, &tables, |table: &Vec<u8>| scan(table, delimiter));
        say("bare scan", bare.per_second);
        let read = median_rate(1, &tables, |table: &Vec<u8>| read(table));
        say("read", read.per_second);
        let decided = median_rate(1, &tables, |table: &Vec<u8>| decide(table));
        say("read and decide", decided.per_second);
        println!(
            "{what}: read and decided at {:.2} of the bare scan{}",
            decided.per_second / bare.per_second,
            share.percent().map_or_else(String::new, |had| format!(
                " (the program had the core for {had} % of the time)"
            ))
        );
    }
}

/// Every record of the table by the csv crate, without looking at what is in it.
fn scan(table: &[u8], delimiter: u8) -> usize {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(table);
    let mut record = csv::ByteRecord::new();
    let mut cells = 0;
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        cells += record.len();
    }
    cells
}

fn each(table: &[u8], seen: &mut dyn FnMut(her2::Reading<'_>)) {
    let options = Arc::new(her2::Options::default());
    let owned = std::io::Cursor::new(table.to_vec());
    let Ok(pieces) = her2::pieces("bench", owned, &options) else {
        return;
    };
    for piece in pieces.flatten() {
        her2::read_piece(&piece, seen);
    }
}

fn read(table: &[u8]) -> usize {
    let mut results = 0;
    each(table, &mut |reading| {
        results += reading.record().her2_results().count();
    });
    results
}

fn decide(table: &[u8]) -> usize {
    let mut decided = 0;
    each(table, &mut |reading| {
        let case = reading.decide(DAY, None);
        decided += usize::from(case.finding().patient.is_some());
    });
    decided
}

/// Numbers that look scattered and are the same every time.
struct Scattered(u64);

impl Scattered {
    fn of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }

    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let most = u64::try_from(most).unwrap_or(u64::MAX).max(1);
        usize::try_from((self.0 >> 33) % most).unwrap_or(0)
    }
}

/// A table with the header of a published one, three rows of it, and invented patients.
fn wide() -> Vec<u8> {
    let known = [
        "bcr_patient_barcode",
        "gender",
        "menopause_status",
        "er_status_by_ihc",
        "er_status_ihc_Percent_Positive",
        "pr_status_by_ihc",
        "pr_status_ihc_percent_positive",
        "her2_status_by_ihc",
        "her2_ihc_percent_positive",
        "her2_ihc_score",
        "her2_fish_status",
        "her2_copy_number",
        "cent17_copy_number",
        "her2_and_cent17_cells_count",
        "her2_cent17_ratio",
        "ajcc_tumor_pathologic_pt",
        "ajcc_nodes_pathologic_pn",
        "ajcc_metastasis_pathologic_pm",
        "histological_type",
        "anatomic_neoplasm_subdivision",
        "lymph_nodes_examined",
        "lymph_nodes_examined_he_count",
    ];
    let names: Vec<String> = (0..129)
        .map(|column| {
            if column % 6 == 1 && column / 6 < known.len() {
                known[column / 6].to_owned()
            } else {
                format!("other_column_{column}")
            }
        })
        .collect();
    let mut text = format!("{0}\n{0}\n{0}\n", names.join("\t"));
    let mut scattered = Scattered(7);
    for row in 0..ROWS {
        let tested = scattered.below(4) == 0;
        for (column, name) in names.iter().enumerate() {
            if column > 0 {
                text.push('\t');
            }
            let missing = "[Not Available]";
            let number = |scattered: &mut Scattered| {
                format!("{}.{}", 1 + scattered.below(5), scattered.below(10))
            };
            let cell = match name.as_str() {
                "bcr_patient_barcode" => format!("INV-{row:05}"),
                "gender" => "FEMALE".to_owned(),
                "er_status_by_ihc" | "pr_status_by_ihc" => {
                    scattered.of(&["Positive", "Negative"]).to_owned()
                }
                "her2_status_by_ihc" => scattered
                    .of(&["Negative", "Equivocal", "Positive", "[Not Evaluated]"])
                    .to_owned(),
                "her2_ihc_score" => scattered.of(&["0", "1+", "2+", "3+", missing]).to_owned(),
                "her2_fish_status" if tested => scattered.of(&["Negative", "Positive"]).to_owned(),
                "her2_cent17_ratio" | "her2_copy_number" | "cent17_copy_number" if tested => {
                    number(&mut scattered)
                }
                "ajcc_tumor_pathologic_pt" => scattered.of(&["T1c", "T2", "T3"]).to_owned(),
                "ajcc_nodes_pathologic_pn" => scattered.of(&["N0", "N1a", "N0 (i-)"]).to_owned(),
                "histological_type" => "Infiltrating Ductal Carcinoma".to_owned(),
                "anatomic_neoplasm_subdivision" => scattered
                    .of(&["Left", "Right Upper Outer Quadrant"])
                    .to_owned(),
                "lymph_nodes_examined" => scattered.below(20).to_string(),
                _ => scattered
                    .of(&[
                        missing,
                        "NO",
                        "YES",
                        "[Not Applicable]",
                        "a longer text of a cell",
                    ])
                    .to_owned(),
            };
            text.push_str(&cell);
        }
        text.push('\n');
    }
    text.into_bytes()
}

/// Our own table with invented patients.
fn narrow() -> Vec<u8> {
    let mut text = String::from(
        "patient,specimen,sample-date,laterality,her2-ihc-score,her2-ish-word,her2-ratio,her2-copies,cep17-copies,cells,er-status,er-percent,pr-status,grade\n",
    );
    let mut scattered = Scattered(11);
    for row in 0..ROWS {
        let _ = write!(
            text,
            "INV-{row:05},S{row},2024-0{}-1{},{},{},",
            1 + scattered.below(9),
            scattered.below(10),
            scattered.of(&["left", "right"]),
            scattered.of(&["0", "1+", "2+", "3+"]),
        );
        if scattered.below(4) == 0 {
            let _ = write!(
                text,
                "{},1.{},3.{},2.{},20,",
                scattered.of(&["not amplified", "amplified"]),
                scattered.below(10),
                scattered.below(10),
                scattered.below(10)
            );
        } else {
            text.push_str(",,,,,");
        }
        let _ = writeln!(
            text,
            "{},{},{},{}",
            scattered.of(&["positive", "negative"]),
            scattered.below(100),
            scattered.of(&["positive", "negative"]),
            1 + scattered.below(3)
        );
    }
    text.into_bytes()
}
