use super::{Answer, case, get, post};

const HOSTILE: &str = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><b>";

async fn every_kind() -> Vec<Answer> {
    let report = case("reports/narrative-2plus-fish.txt");
    let mut pages = Vec::new();
    for path in [
        "/",
        "/numbers",
        "/learn",
        "/learn/heart",
        "/medicines",
        "/about",
    ] {
        pages.push(get(path).await);
    }
    for path in ["/record", "/record/clinician", "/record/packet"] {
        pages.push(post(path, &[("file", Some("report.txt"), &report)]).await);
    }
    pages.push(post("/record", &[("text", None, b"")]).await);
    pages.push(
        post(
            "/record",
            &[("file", Some("people.csv"), &case("records/table/her2.csv"))],
        )
        .await,
    );
    pages
}

#[tokio::test]
async fn every_answer_has_the_headers_that_keep_it_private() {
    for page in every_kind().await {
        assert_eq!(page.header("cache-control"), "no-store");
        let policy = page.header("content-security-policy");
        assert!(
            policy.contains("default-src 'none'")
                && policy.contains("script-src 'self'")
                && policy.contains("style-src 'self'")
        );
        assert!(!policy.contains("unsafe"));
        assert_eq!(page.header("referrer-policy"), "no-referrer");
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        assert!(!page.headers.contains_key("set-cookie"));
    }
}

#[tokio::test]
async fn nothing_comes_from_elsewhere_and_nothing_stands_in_the_page_that_the_policy_forbids() {
    for page in every_kind().await {
        let body = &page.body;
        for (at, _) in body
            .match_indices("http://")
            .chain(body.match_indices("https://"))
        {
            let before = &body[..at];
            // Only as the address of a link to a source.
            assert!(
                before.ends_with("<a href=\"") || !before.ends_with('"'),
                "{}",
                &body[at.saturating_sub(40)..at + 40]
            );
        }
        for forbidden in [
            " style=\"",
            "<style",
            "javascript:",
            " onclick=",
            " onload=",
            "<iframe",
            "<object",
            "<base",
            "src=\"http",
            "//cdn",
        ] {
            assert!(!body.contains(forbidden), "{forbidden}");
        }
        assert_eq!(body.matches("<script").count(), 1);
        assert!(body.contains("<script src=\"/assets/page.js\" defer></script>"));
    }
}

#[tokio::test]
async fn markup_in_a_record_or_in_a_name_is_words() {
    let report = format!(
        "SURGICAL PATHOLOGY REPORT\n{HOSTILE}\nDiagnosis: Left breast, core biopsy: invasive ductal carcinoma {HOSTILE}\nHER2 by IHC: positive (score 3+) {HOSTILE}\n"
    );
    let name = "<script>alert(3)<script>.txt";
    for path in ["/record", "/record/clinician"] {
        let fields = [
            ("file", Some(name), report.as_bytes()),
            ("file", Some("<img src=y>.txt"), report.as_bytes()),
        ];
        let page = post(path, &fields).await;
        assert!(page.body.contains("&lt;script&gt;"), "{path}");
        for raw in ["<script>", "<img", "<b>\n"] {
            assert!(!page.body.contains(raw), "{path}: {raw}");
        }
        assert_eq!(page.body.matches("<script").count(), 1, "{path}");
    }
    let page = post(
        "/record",
        &[("text", None, format!("{HOSTILE}</textarea>").as_bytes())],
    )
    .await;
    assert!(!page.body.contains("<script>") && page.body.matches("</textarea>").count() == 1);
}

#[tokio::test]
async fn markup_in_a_field_is_words() {
    let report = case("reports/positive-3plus.txt");
    let fields = [
        ("file", Some("report.txt"), &report[..]),
        ("start", None, b"\"><script>1</script>"),
        ("medicine", None, b"\"><script>2</script>"),
        ("answer.line", None, b"\"><script>3</script>"),
        ("answer.\"><script>", None, b"x"),
        ("lvef-date", None, b"\"><script>4</script>"),
        ("lvef-percent", None, b"\"><script>5</script>"),
        ("only", None, b"\"><script>6</script>"),
    ];
    for path in ["/record", "/record/clinician", "/record/calendar"] {
        let page = post(path, &fields).await;
        assert!(!page.body.contains("<script>"), "{path}");
    }
    let page = post(
        "/numbers",
        &[
            ("ratio", None, b"\"><script>7</script>"),
            ("ihc", None, b"<script>"),
        ],
    )
    .await;
    assert!(!page.body.contains("<script>"));
}

#[tokio::test]
async fn no_word_of_a_record_is_in_an_address() {
    let report = case("reports/narrative-2plus-fish.txt");
    for path in ["/record", "/record/clinician"] {
        let page = post(path, &[("file", Some("Rosalind.txt"), &report)]).await;
        for kind in ["href=\"", "action=\""] {
            for part in page.body.split(kind).skip(1) {
                let address = part.split('"').next().unwrap();
                let own = address.starts_with('/')
                    || address.starts_with('#')
                    // The picture in the tab, the same on every page.
                    || address.starts_with("data:image/svg+xml,")
                    || address.starts_with("https://");
                assert!(own, "{address}");
                assert!(
                    !address.contains('?') || address.starts_with("https://"),
                    "{address}"
                );
                assert!(
                    !address.contains("Rosalind") && !address.contains("Sample"),
                    "{address}"
                );
            }
        }
    }
}

#[tokio::test]
async fn no_anchor_stands_twice_and_every_link_within_a_page_leads_somewhere() {
    for page in every_kind().await {
        let mut ids: Vec<&str> = page
            .body
            .split(" id=\"")
            .skip(1)
            .map(|part| part.split('"').next().unwrap())
            .collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(
            ids.len(),
            count,
            "an anchor stands twice: {}",
            &page.body[..400]
        );
        for part in page.body.split("href=\"#").skip(1) {
            let name = part.split('"').next().unwrap();
            assert!(ids.binary_search(&name).is_ok(), "#{name} leads nowhere");
        }
        for part in page.body.split("<label for=\"").skip(1) {
            let name = part.split('"').next().unwrap();
            assert!(
                ids.binary_search(&name).is_ok(),
                "the label of {name} is of no field"
            );
        }
        assert!(!page.body.contains('\u{27e8}'), "words are missing");
    }
}
