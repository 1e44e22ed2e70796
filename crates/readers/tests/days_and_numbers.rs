//! The days a text report names, and the number under which its specimen is kept.

use her2_case::Record;

fn read(lines: &[&str]) -> Record {
    let head = ["SURGICAL PATHOLOGY REPORT"];
    let rest = [
        "LEFT BREAST, CORE BIOPSY:",
        "Invasive ductal carcinoma, grade 2.",
        "HER2 IHC: negative (score 1+)",
    ];
    let text = [&head[..], lines, &rest[..]].concat().join("\n");
    her2_readers::read("report", text.as_bytes())
}

fn taken(lines: &[&str]) -> Option<String> {
    read(lines).specimens[0].date.map(|day| day.to_string())
}

fn number(lines: &[&str]) -> Option<String> {
    let record = read(lines);
    record.specimens[0]
        .identifier
        .as_ref()
        .map(|key| key.as_str().to_owned())
}

#[test]
fn a_day_is_read_in_the_forms_laboratories_write() {
    let forms = [
        "Collected: 03/04/2021",
        "Collected: 3/4/21",
        "Date of Procedure: 2021-03-04",
        "Collection Date: March 4, 2021",
        "Collected: 4 Mar 2021",
        "Date taken: 4-Mar-2021",
        "Date taken: 2021-Mar-04",
        "Collected: 04.03.2021",
        "Date of surgery 03-04-2021",
    ];
    for form in forms {
        assert_eq!(taken(&[form]).as_deref(), Some("2021-03-04"), "{form}");
    }
    // Only one order is a day.
    assert_eq!(
        taken(&["Collected: 25/03/2021"]).as_deref(),
        Some("2021-03-25")
    );
    assert_eq!(
        taken(&["Collected: 03.25.2021"]).as_deref(),
        Some("2021-03-25")
    );
    assert_eq!(taken(&["Collected: 3/4/98"]).as_deref(), Some("1998-03-04"));
}

#[test]
fn no_other_day_is_the_day_the_specimen_was_taken() {
    for lines in [
        &["Date of birth: 03/04/1961"][..],
        &["Reported: 03/04/2021"],
        &["Received: 03/04/2021"],
        &["Collected:", "Date of birth: 03/04/1961"],
        &["Collected: pending"],
        &["Collected: 13/13/2021"],
        // Two days are none.
        &["Collected: 03/04/2021", "Date of procedure: 03/05/2021"],
        // After the report.
        &["Collected: 03/09/2021", "Reported: 03/04/2021"],
        &["CLINICAL HISTORY: Prior biopsy, date of procedure 03/04/2020."],
    ] {
        assert_eq!(taken(lines), None, "{lines:?}");
    }
    let both = read(&[
        "DOB: 01/02/1961",
        "Collected: 03/04/2021",
        "Received: 03/05/2021",
        "Signed out: 03/09/2021",
    ]);
    assert_eq!(
        both.date.map(|date| date.value.to_string()).as_deref(),
        Some("2021-03-09")
    );
    assert_eq!(
        both.specimens[0].date.map(|day| day.to_string()).as_deref(),
        Some("2021-03-04")
    );
}

#[test]
fn a_number_is_read_behind_its_label_only() {
    for (line, expected) in [
        ("Accession #: S24-1234", Some("S24-1234")),
        ("Accession Number: SP-24-00123", Some("SP-24-00123")),
        ("ACCESSION NO. 24-S-1234", Some("24-S-1234")),
        ("Case No: S24-1234", Some("S24-1234")),
        ("Accession    | EX-26-0007", Some("EX-26-0007")),
        ("Accession: 202412345678", Some("202412345678")),
        ("Accession date: 03/04/2021", None),
        ("Accession: 03/04/2021", None),
        ("Accession: 2021-03-04", None),
        ("Accession: pending", None),
        ("Case No: 12", None),
        ("MRN: 12345678", None),
        ("Prior accession: S20-1234", None),
        ("The case number of slides is 4", None),
    ] {
        assert_eq!(number(&[line]).as_deref(), expected, "{line}");
    }
    assert_eq!(
        number(&["Accession: S24-1234", "Accession: S24-9999"]),
        None
    );
    assert_eq!(
        number(&["Accession: S24-1234", "Accession: s24-1234"]).as_deref(),
        Some("S24-1234")
    );
}
