use super::{StatusCode, carry, case, post};

#[tokio::test]
async fn the_view_for_a_patient_says_one_sentence_first_and_lists_no_options() {
    let report = case("reports/positive-3plus.txt");
    let page = post("/record", &[("file", Some("report.txt"), &report)]).await;
    let words = page.words();
    let lead = words.find("HER2-positive").unwrap();
    assert!(lead < words.find("Read on at your own pace").unwrap());
    assert!(page.body.contains("<details class=\"part\""));
    assert!(!page.has("options with") && !page.has("Open questions ("));
    assert!(page.body.contains("data-quotes=\"q1"));
    assert!(page.body.contains("id=\"q1\""));
}

#[tokio::test]
async fn the_examples_are_the_invented_reports() {
    for (name, words) in [
        ("positive", "Invented Hospital of Examples"),
        ("fish", "Invented County Hospital"),
        ("ultralow", "INVENTED LABORATORY"),
        ("equivocal", "INVENTED REPORT FOR TESTING"),
        ("amended", "INVENTED REPORT, NOT A PATIENT"),
        ("pending", "INVENTED MEMORIAL HOSPITAL"),
    ] {
        let page = post("/record", &[("example", None, name.as_bytes())]).await;
        assert_eq!(page.status, StatusCode::OK, "{name}");
        assert!(page.has(words), "{name}");
    }
    let page = post("/record", &[("example", None, b"../../Cargo.toml")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn the_record_goes_with_the_reader_from_page_to_page() {
    let report = case("reports/narrative-2plus-fish.txt");
    let patient = post("/record", &[("file", Some("report.txt"), &report)]).await;
    let clinician = carry(&patient, "/record/clinician", &[]).await;
    assert_eq!(clinician.status, StatusCode::OK);
    for words in [
        "Findings",
        "Options",
        "Monitoring",
        "Diagnostics of the report",
        "Open questions",
    ] {
        assert!(clinician.has(words), "{words}");
    }
    let back = carry(&clinician, "/record", &[]).await;
    assert_eq!(back.body, patient.body);
    let json = carry(&patient, "/record/json", &[]).await;
    assert_eq!(json.header("content-type"), "application/json");
    assert_eq!(
        json.header("content-disposition"),
        "attachment; filename=\"her2.json\""
    );
    assert!(
        serde_json::from_str::<serde_json::Value>(&json.body)
            .unwrap()
            .is_object()
    );
}

#[tokio::test]
async fn the_packet_is_for_the_clinician_and_the_map_for_everybody() {
    let patient = post("/record", &[("example", None, b"positive")]).await;
    assert!(!patient.body.contains("/record/packet\""));
    assert!(
        patient.body.contains("id=\"part-way\""),
        "the map is missing"
    );
    let clinician = carry(&patient, "/record/clinician", &[]).await;
    assert!(clinician.body.contains("formaction=\"/record/packet\""));
    assert!(
        clinician.body.contains("id=\"options-map\""),
        "the map is missing"
    );
    let medicine = her2_knowledge_name();
    for chosen in ["", "nothing of this name", &medicine] {
        let packet = carry(&clinician, "/record/packet", &[("packet", chosen)]).await;
        assert_eq!(packet.status, StatusCode::OK, "{chosen}");
        assert!(packet.has("Packet for an insurance appeal"), "{chosen}");
        assert!(packet.has("Invented Hospital of Examples") && packet.body.contains("<mark"));
    }
}

#[tokio::test]
async fn the_other_language_keeps_the_record() {
    let english = post("/record", &[("example", None, b"fish")]).await;
    for lang in her2::languages().into_iter().filter(|lang| *lang != "en") {
        let button = format!("formaction=\"/{lang}/record\"");
        assert!(english.body.contains(&button), "{lang}");
        let page = carry(&english, &format!("/{lang}/record"), &[]).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains(&format!("<html lang=\"{lang}\">")));
        assert_eq!(page.header("content-language"), lang);
        assert!(
            page.has("Invented County Hospital"),
            "{lang}: the record is gone"
        );
        assert!(
            page.body.contains("formaction=\"/record\""),
            "{lang}: there is no way back"
        );
        for path in ["/record/clinician", "/record/json"] {
            let page = carry(&page, &format!("/{lang}{path}"), &[]).await;
            assert_eq!(page.status, StatusCode::OK, "{lang} {path}");
        }
        let empty = post(&format!("/{lang}/record"), &[]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            !empty.has("Nothing was given yet"),
            "{lang}: told in English"
        );
    }
}

#[tokio::test]
async fn light_and_dark_turned_around_stay_so_while_the_record_travels() {
    let page = post(
        "/record",
        &[("example", None, b"fish"), ("theme", None, b"turned")],
    )
    .await;
    assert!(
        page.body
            .contains("name=\"theme\" value=\"turned\" form=\"kept\" checked")
    );
}

#[tokio::test]
async fn an_answer_settles_its_question_and_goes_along() {
    let report = case("reports/positive-3plus.txt");
    let open = post(
        "/record/clinician",
        &[("file", Some("report.txt"), &report)],
    )
    .await;
    let answered = carry(
        &open,
        "/record/clinician",
        &[("answer.setting", "metastatic"), ("answer.line", "first")],
    )
    .await;
    assert_eq!(answered.status, StatusCode::OK);
    assert!(answered.has("Answers given"));
    assert!(
        answered
            .body
            .contains("<option value=\"metastatic\" selected>")
    );
    assert_ne!(open.words(), answered.words());
    // On the page for the patient it is carried, and not shown.
    let patient = carry(&answered, "/record", &[("answer.setting", "metastatic")]).await;
    assert!(
        patient
            .body
            .contains("name=\"answer.setting\" value=\"metastatic\"")
    );
}

#[tokio::test]
async fn an_answer_that_cannot_be_read_is_told_beside_its_question() {
    let report = case("reports/positive-3plus.txt");
    let page = post(
        "/record/clinician",
        &[
            ("file", Some("report.txt"), &report),
            ("answer.weight", None, b"seventy"),
        ],
    )
    .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.body.contains("href=\"#part-questions\""));
    assert!(page.has("this answer could not be read"));
    assert!(page.body.contains("value=\"seventy\""));
}

#[tokio::test]
async fn the_calendar_asks_for_what_is_not_in_the_record() {
    let report = case("reports/positive-3plus.txt");
    let given = ("file", Some("report.txt"), &report[..]);
    let medicine = her2_knowledge_name();
    let page = post("/record/calendar", &[given]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.has("Choose at least one medicine first"));
    let page = post(
        "/record/calendar",
        &[given, ("medicine", None, medicine.as_bytes())],
    )
    .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.has("Give the day of the first dose first"));
    let fields = [
        given,
        ("medicine", None, medicine.as_bytes()),
        ("start", None, b"2026-12-01"),
    ];
    let calendar = post("/record/calendar", &fields).await;
    assert_eq!(calendar.status, StatusCode::OK);
    assert_eq!(
        calendar.header("content-type"),
        "text/calendar; charset=utf-8"
    );
    assert!(calendar.body.starts_with("BEGIN:VCALENDAR") && calendar.body.contains("BEGIN:VEVENT"));
}

/// A medicine that the form offers.
fn her2_knowledge_name() -> String {
    let form = her2::site::visit(&her2::site::Visit {
        path: "/record/clinician",
        root: "/",
        fields: vec![("example".to_owned(), "positive".to_owned())],
        given: Vec::new(),
        today: jiff::civil::date(2026, 11, 22),
        shown: her2::site::Shown::Server,
    });
    let (_, rest) = form.body.split_once("name=\"medicine\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn measured_values_are_answered_in_the_view_for_clinicians() {
    let report = case("reports/positive-3plus.txt");
    let medicine = her2_knowledge_name();
    let fields = [
        ("file", Some("report.txt"), &report[..]),
        ("medicine", None, medicine.as_bytes()),
        ("start", None, b"2026-06-01"),
        ("lvef-date", None, b"2026-05-20"),
        ("lvef-percent", None, b"62"),
        ("lvef-date", None, b"2026-09-01"),
        ("lvef-percent", None, b"44"),
        ("lvef-date", None, b""),
        ("lvef-percent", None, b""),
    ];
    let page = post("/record/clinician", &fields).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.has("44"), "{}", page.words());
    assert_eq!(
        page.body
            .matches("name=\"lvef-date\" value=\"2026-09-01\"")
            .count(),
        1
    );
    let wrong = [
        ("file", Some("report.txt"), &report[..]),
        ("lvef-date", None, b"2026-09-01"),
        ("lvef-percent", None, b"144"),
    ];
    assert!(
        post("/record/clinician", &wrong)
            .await
            .has("should be a number from 0 to 100")
    );
}

#[tokio::test]
async fn numbers_typed_in_are_read_exactly() {
    let fields: [super::Field<'_>; 7] = [
        ("invasive", None, b"yes"),
        ("ihc", None, b"2+"),
        ("percent", None, b"30"),
        ("ratio", None, b"1.4"),
        ("her2", None, b"3.1"),
        ("cep17", None, b"2.2"),
        ("cells", None, b"50"),
    ];
    let page = post("/numbers", &fields).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.has("Your HER2 result in plain words"),
        "{}",
        page.words()
    );
    for words in ["2+", "1.4", "3.1", "50"] {
        assert!(page.has(words), "{words}");
    }
    let page = post(
        "/numbers",
        &[("ratio", None, b"1,400"), ("date", None, b"yesterday")],
    )
    .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        page.has("HER2/CEP17 ratio: this should be a number")
            && page.body.contains("href=\"#n-ratio\"")
    );
    assert!(page.body.contains("value=\"1,400\""));
    // A decimal comma is a point.
    let page = post(
        "/numbers",
        &[("ratio", None, b"1,4"), ("her2", None, b"3,1")],
    )
    .await;
    assert!(page.has("1.4") && page.has("3.1"), "{}", page.words());
    let page = post("/numbers", &[("er", None, b"positive")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.has("Fill in at least one result of HER2"));
}
