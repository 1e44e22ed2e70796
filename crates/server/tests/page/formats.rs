use super::{Answer, StatusCode, case, post};

async fn upload(name: &str, bytes: &[u8]) -> Answer {
    post(
        "/record",
        &[("text", None, b""), ("file", Some(name), bytes)],
    )
    .await
}

/// A page of one line of words for each line.
fn pdf(lines: &str) -> Vec<u8> {
    let shown: String = lines
        .lines()
        .map(|line| {
            let line: String = line
                .chars()
                .filter(|c| !"()\\".contains(*c) && c.is_ascii())
                .collect();
            format!("({line}) Tj T*\n")
        })
        .collect();
    let stream = format!("BT /F1 9 Tf 11 TL 40 800 Td\n{shown}ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{stream}\nendstream", stream.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>".to_owned(),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", number + 1));
    }
    let start = file.len();
    file.push_str(&format!(
        "xref\n0 {}\n0000000000 65535 f \n",
        objects.len() + 1
    ));
    for place in places {
        file.push_str(&format!("{place:010} 00000 n \n"));
    }
    file.push_str(&format!(
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    ));
    file.into_bytes()
}

#[tokio::test]
async fn each_format_is_read() {
    let report = case("reports/positive-3plus.txt");
    let as_pdf = pdf(std::str::from_utf8(&report).unwrap());
    for (name, bytes, words) in [
        ("report.txt", report.clone(), "Positive (score 3+)"),
        ("report.pdf", as_pdf, "Positive score 3+"),
        ("bundle.json", case("records/fhir/narrative.json"), "HER2"),
        (
            "message.hl7",
            case("records/hl7v2/prose-and-codes.hl7"),
            "equivocal (2+)",
        ),
        ("registry.xml", case("records/naaccr/two-sides.xml"), "HER2"),
    ] {
        let page = upload(name, &bytes).await;
        assert_eq!(page.status, StatusCode::OK, "{name}");
        assert!(page.has("Your HER2 result in plain words"), "{name}");
        assert!(page.has("Your report") && page.has(words), "{name}");
        assert!(
            page.body.contains("<mark"),
            "{name}: nothing is marked in it"
        );
    }
}

#[tokio::test]
async fn a_table_of_several_people_is_not_mixed() {
    for (name, path) in [
        ("table.csv", "records/table/her2.csv"),
        ("rows.jsonl", "records/table/rows.jsonl"),
        ("bundle.json", "records/fhir/several-patients.json"),
    ] {
        let page = upload(name, &case(path)).await;
        assert_eq!(page.status, StatusCode::OK, "{name}");
        assert!(
            page.has("These seem to be records of different people"),
            "{name}"
        );
        assert!(!page.has("Your HER2 result in plain words"), "{name}");
    }
}

#[tokio::test]
async fn the_one_who_is_ticked_is_shown_alone() {
    let asked = upload("table.csv", &case("records/table/her2.csv")).await;
    let page = super::carry(&asked, "/record", &[("only", "1")]).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.has("Your HER2 result in plain words"));
    assert!(page.has("The others were left out"));
    // The choice goes with the record to its other pages.
    let next = super::carry(&page, "/record/clinician", &[]).await;
    assert!(next.has("The others were left out") && next.has("Findings"));
}

#[tokio::test]
async fn several_files_of_one_person_are_read_together() {
    let (one, two) = (
        case("reports/pending.txt"),
        case("reports/positive-3plus.txt"),
    );
    let page = post(
        "/record",
        &[
            ("file", Some("first.txt"), &one),
            ("file", Some("second.txt"), &two),
        ],
    )
    .await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.has("Your reports") && page.has("first.txt") && page.has("second.txt"));
}

#[tokio::test]
async fn what_cannot_be_read_is_told_beside_what_can() {
    let report = case("reports/positive-3plus.txt");
    let page = post(
        "/record",
        &[
            ("file", Some("good.txt"), &report),
            ("file", Some("empty.txt"), b"  \n"),
        ],
    )
    .await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.has("Not everything could be read") && page.has("empty.txt:"));
    assert!(page.has("There is no text in it"));
}

#[tokio::test]
async fn another_report_joins_those_that_travelled() {
    let first = upload("first.txt", &case("reports/pending.txt")).await;
    let kept = super::hidden(&first.body);
    let second = case("reports/positive-3plus.txt");
    let mut fields: Vec<super::Field<'_>> = kept
        .iter()
        .map(|(name, value)| (name.as_str(), None, value.as_bytes()))
        .collect();
    fields.push(("file", Some("second.txt"), &second));
    let both = post("/record", &fields).await;
    assert_eq!(both.status, StatusCode::OK);
    assert!(both.has("first.txt") && both.has("second.txt"));
}
