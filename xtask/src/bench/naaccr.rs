//! Abstracts of a cancer registry, read and decided, beside a bare scan of the same XML.

use super::clock::{Share, median_rate};
use her2::{Options, pieces, read_piece};
use jiff::civil::{Date, date};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::fmt::Write;
use std::io::Cursor;
use std::sync::Arc;

const DAY: Date = date(2026, 11, 22);
const PATIENTS: usize = 3000;

/// Measures both on one core, for a registry of all organs and for one of the breast alone.
pub fn run() {
    println!("{:<44}{:>6}{:>14}{:>10}", "", "cores", "patients/s", "MB/s");
    for (what, breast_every) in [
        ("one tumour in seven of the breast", 7),
        ("every tumour of the breast", 1),
    ] {
        let file: &'static [u8] =
            Box::leak(file(PATIENTS, breast_every).into_bytes().into_boxed_slice());
        let megabytes = file.len() as f64 / 1e6;
        let share = Share::start();
        let line = |work: &str, rate: f64| {
            let patients = rate * PATIENTS as f64;
            println!(
                "{:<44}{:>6}{patients:>14.0}{:>10.1}",
                format!("registry XML: {work}"),
                1,
                rate * megabytes
            );
        };
        println!("{what}, {megabytes:.1} MB:");
        let bare = median_rate(1, &[file], |file| scan(file)).per_second;
        line("bare scan", bare);
        let cut = median_rate(1, &[file], |file| cut(file)).per_second;
        line("cut into pieces", cut);
        let read = median_rate(1, &[file], |file| read(file)).per_second;
        line("read", read);
        let decided = median_rate(1, &[file], |file| read_and_decide(file)).per_second;
        line("read and decide", decided);
        println!(
            "  read and decided at {:.2} of the speed of the bare scan",
            decided / bare
        );
        if let Some(had) = share.percent() {
            println!("  (the program had the core for {had} % of the time)");
        }
    }
}

/// Every event, and nothing done with it.
fn scan(file: &[u8]) -> usize {
    let text = std::str::from_utf8(file).expect("the file was made of text");
    let mut reader = Reader::from_str(text);
    let mut events = 0;
    while !matches!(
        reader.read_event().expect("the file is well formed"),
        Event::Eof
    ) {
        events += 1;
    }
    events
}

fn each_piece(file: &'static [u8], mut each: impl FnMut(&her2::Piece)) {
    let options = Arc::new(Options::default());
    let pieces = pieces("bench.xml", Cursor::new(file), &options).expect("the file can be read");
    for piece in pieces {
        each(&piece.expect("no piece is too large"));
    }
}

fn cut(file: &'static [u8]) -> usize {
    let mut bytes = 0;
    each_piece(file, |piece| bytes += piece.bytes().len());
    bytes
}

fn read(file: &'static [u8]) -> usize {
    let mut records = 0;
    each_piece(file, |piece| {
        read_piece(piece, &mut |reading| records += reading.records().len())
    });
    records
}

fn read_and_decide(file: &'static [u8]) -> usize {
    let mut decided = 0;
    each_piece(file, |piece| {
        read_piece(piece, &mut |reading| {
            decided += usize::from(reading.decide(DAY, None).timeline().status().is_some());
        });
    });
    decided
}

/// Items that nobody reads here, as a registry has them around those that are read.
const OTHERS: [(&str, &str); 62] = [
    ("sequenceNumberCentral", "00"),
    ("ageAtDiagnosis", "062"),
    ("maritalStatusAtDx", "2"),
    ("diagnosticConfirmation", "1"),
    ("typeOfReportingSource", "1"),
    ("censusTract2000", "999999"),
    ("censusTract2010", "999999"),
    ("censusTrCertainty2000", "9"),
    ("censusTrCertainty2010", "9"),
    ("censusTrPovertyIndictr", "9"),
    ("rxSummTreatmentStatus", "1"),
    ("rxSummSurgPrimSite", "22"),
    ("rxSummScopeRegLnSur", "2"),
    ("rxSummSurgOthRegDis", "0"),
    ("rxSummSurgicalMargins", "0"),
    ("rxSummDxStgProc", "02"),
    ("rxSummPalliativeProc", "0"),
    ("rxSummRadiation", "1"),
    ("rxSummRadToCns", "9"),
    ("rxSummSurgRadSeq", "3"),
    ("rxSummTransplntEndocr", "00"),
    ("rxSummChemo", "03"),
    ("rxSummHormone", "01"),
    ("rxSummBrm", "01"),
    ("rxSummOther", "0"),
    ("reasonForNoSurgery", "0"),
    ("primaryPayerAtDx", "60"),
    ("multiplicityCounter", "01"),
    ("eodRegionalNodes", "000"),
    ("multigeneSignatureResults", "X9"),
    ("eodMets", "00"),
    ("eodPrimaryTumor", "200"),
    ("summaryStage2018", "1"),
    ("sentinelLymphNodesExamined", "02"),
    ("sentinelLymphNodesPositive", "00"),
    ("multigeneSignatureMethod", "9"),
    ("responseToNeoadjuvantTherapy", "9"),
    ("lnPositiveAxillaryLevel1To2", "00"),
    ("dateInitialRxSeer", "20220411"),
    ("dateOfMultTumors", "20220316"),
    ("dateConclusiveDx", "20220316"),
    ("addrAtDxState", "NY"),
    ("addrAtDxPostalCode", "999999999"),
    ("addrAtDxCountry", "USA"),
    ("countyAtDxAnalysis", "999"),
    ("ruralurbanContinuum2013", "99"),
    ("registryType", "1"),
    ("icdO3ConversionFlag", "0"),
    ("siteCodingSysCurrent", "5"),
    ("morphCodingSysCurrent", "8"),
    ("overRideAgeSiteMorph", ""),
    ("dateCaseReportReceived", "20220921"),
    ("dateCaseCompleted", "20221102"),
    ("codingSystemForEod", "0"),
    ("tnmEditionNumber", "08"),
    ("rxCodingSystemCurrent", "08"),
    ("firstCourseCalcMethod", "1"),
    ("recordNumberRecode", "01"),
    ("seerCodingSysCurrent", "H"),
    ("derivedSummaryStage2018", "1"),
    ("derivedEod2018StageGroup", "1A"),
    ("derivedEod2018T", "T1c"),
];

/// The items of a tumour that are read, apart from its organ.
const READ: [(&str, &str); 38] = [
    ("histologicTypeIcdO3", "8500"),
    ("behaviorCodeIcdO3", "3"),
    ("grade", "9"),
    ("laterality", "1"),
    ("gradeClinical", "2"),
    ("gradePathological", "2"),
    ("gradePostTherapy", "9"),
    ("tumorSizeSummary", "017"),
    ("tumorSizeClinical", "019"),
    ("tumorSizePathologic", "017"),
    ("regionalNodesExamined", "02"),
    ("regionalNodesPositive", "00"),
    ("lymphVascularInvasion", "0"),
    ("metsAtDxBone", "0"),
    ("metsAtDxBrain", "0"),
    ("metsAtDxLiver", "0"),
    ("metsAtDxLung", "0"),
    ("metsAtDxDistantLn", "0"),
    ("metsAtDxOther", "0"),
    ("ajccTnmClinT", "cT1c"),
    ("ajccTnmClinN", "cN0"),
    ("ajccTnmClinM", "cM0"),
    ("ajccTnmPathT", "pT1c"),
    ("ajccTnmPathN", "pN0"),
    ("ajccTnmPathNSuffix", "(sn)"),
    ("ajccTnmPathM", "cM0"),
    ("estrogenReceptorSummary", "1"),
    ("estrogenReceptorPercntPosOrRange", "095"),
    ("progesteroneRecepSummary", "1"),
    ("progesteroneRecepPrcntPosOrRange", "R60"),
    ("ki67", "14.0"),
    ("oncotypeDxRecurrenceScoreInvasiv", "XX9"),
    ("rxSummSystemicSurSeq", "3"),
    ("her2IshSummary", "0"),
    ("her2IshDualProbeRatio", "1.2"),
    ("her2IshDualProbeCopyNumber", "2.6"),
    ("her2IshSingleProbeCopyNumber", "XX.9"),
    ("dateOfDiagnosis", "20220316"),
];

/// A file of invented patients with one tumour of about a hundred items each.
fn file(patients: usize, breast_every: usize) -> String {
    let mut text = String::from(
        "<?xml version=\"1.0\"?>\n\n<NaaccrData baseDictionaryUri=\"http://naaccr.org/naaccrxml/naaccr-dictionary-250.xml\"\n            recordType=\"I\"\n            specificationVersion=\"1.8\"\n            xmlns=\"http://naaccr.org/naaccrxml\">\n",
    );
    let item = |text: &mut String, depth: usize, id: &str, value: &str| {
        writeln!(text, "{:depth$}<Item naaccrId=\"{id}\">{value}</Item>", "")
            .expect("a string can be written to");
    };
    for at in 0..patients {
        text.push_str("    <Patient>\n");
        item(&mut text, 8, "patientIdNumber", &format!("{at:08}"));
        for (id, value) in [
            ("sex", "2"),
            ("race1", "01"),
            ("vitalStatus", "1"),
            ("birthplaceCountry", "USA"),
            ("dateOfBirth", "19600101"),
            ("dateOfLastContact", "20240824"),
        ] {
            item(&mut text, 8, id, value);
        }
        text.push_str("        <Tumor>\n");
        item(&mut text, 12, "tumorRecordNumber", "01");
        let is_breast = at % breast_every == 0;
        item(
            &mut text,
            12,
            "primarySite",
            if is_breast { "C504" } else { "C341" },
        );
        for (id, value) in OTHERS {
            item(&mut text, 12, id, value);
        }
        for (id, value) in READ {
            item(&mut text, 12, id, value);
        }
        item(
            &mut text,
            12,
            "her2IhcSummary",
            ["0", "1", "2", "3"][at / breast_every % 4],
        );
        item(
            &mut text,
            12,
            "her2OverallSummary",
            ["0", "0", "0", "1"][at / breast_every % 4],
        );
        text.push_str("        </Tumor>\n    </Patient>\n");
    }
    text.push_str("</NaaccrData>\n");
    text
}
