use super::{Body, Request, StatusCode, get, send};

#[tokio::test]
async fn every_page_that_is_about_no_record_can_be_looked_at() {
    for (path, words) in [
        ("/", "Understand your HER2 result"),
        ("/numbers", "I have only the numbers"),
        ("/learn", "What you can learn here"),
        ("/learn/her2", "Sources"),
        ("/medicines", "Sources"),
        ("/about", "There are no cookies"),
    ] {
        let page = get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(page.has(words), "{path}");
        assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
        assert!(
            page.body.starts_with("<!DOCTYPE html><html lang=\"en\">"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn every_topic_and_every_medicine_has_its_page() {
    for topic in her2::topic_names() {
        let page = get(&format!("/learn/{topic}")).await;
        assert_eq!(page.status, StatusCode::OK, "{topic}");
        assert!(
            !page.words().contains("her2 learn"),
            "{topic}: words of the terminal"
        );
    }
    let list = get("/medicines").await;
    let links: Vec<&str> = list.body.split("href=\"/medicines/").skip(1).collect();
    assert!(links.len() > 15);
    for link in links {
        let name = link.split('"').next().unwrap();
        let page = get(&format!("/medicines/{name}")).await;
        assert_eq!(page.status, StatusCode::OK, "{name}");
    }
    let list = get("/learn").await;
    for topic in her2::topic_names() {
        assert!(
            list.body.contains(&format!("href=\"/learn/{topic}\"")),
            "{topic}"
        );
    }
}

#[tokio::test]
async fn a_path_that_is_no_page_is_404() {
    for path in [
        "/learn/nothing-of-this-name",
        "/medicines/nothing-of-this-name",
        "/nothing",
    ] {
        assert_eq!(get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn paths_lead_nowhere_else() {
    for path in [
        "/assets/../Cargo.toml",
        "/assets/%2e%2e/Cargo.toml",
        "/learn/..%2f..%2fabout",
        "//etc/passwd",
    ] {
        let page = get(path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert!(
            !page.body.contains("[package]") && !page.body.contains("root:"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_page_about_a_record_leads_home_when_it_is_asked_for_without_one() {
    for path in [
        "/record",
        "/record/clinician",
        "/record/calendar",
        "/record/json",
    ] {
        let page = get(path).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{path}");
        assert_eq!(page.header("location"), "/", "{path}");
    }
}

#[tokio::test]
async fn other_methods_are_refused_and_head_is_answered() {
    for path in ["/", "/about", "/record"] {
        for method in ["PUT", "DELETE", "PATCH"] {
            let request = Request::builder().method(method).uri(path);
            let page = send(request.body(Body::empty()).unwrap()).await;
            assert_eq!(
                page.status,
                StatusCode::METHOD_NOT_ALLOWED,
                "{method} {path}"
            );
        }
    }
    let page = send(Request::head("/").body(Body::empty()).unwrap()).await;
    assert_eq!((page.status, page.body.as_str()), (StatusCode::OK, ""));
    let page = send(Request::post("/about").body(Body::empty()).unwrap()).await;
    assert_eq!(page.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn the_style_sheet_and_the_script_may_be_kept_and_nothing_else() {
    for (path, kind) in [
        ("/assets/page.css", "text/css; charset=utf-8"),
        ("/assets/page.js", "text/javascript; charset=utf-8"),
    ] {
        let asset = get(path).await;
        assert_eq!(asset.status, StatusCode::OK);
        assert_eq!(asset.header("content-type"), kind);
        assert_eq!(asset.header("cache-control"), "public, max-age=3600");
        assert!(
            !asset.body.contains("http://") && !asset.body.contains("https://"),
            "{path}"
        );
    }
    assert_eq!(get("/").await.header("cache-control"), "no-store");
    for path in ["/assets", "/assets/", "/assets/other.js"] {
        assert_eq!(get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn every_language_has_every_page() {
    for lang in her2::languages().into_iter().filter(|lang| *lang != "en") {
        for path in [
            "/",
            "/numbers",
            "/learn",
            "/learn/her2",
            "/medicines",
            "/about",
        ] {
            let page = get(&format!("/{lang}{path}")).await;
            assert_eq!(page.status, StatusCode::OK, "{lang} {path}");
            assert!(
                page.body.contains(&format!("<html lang=\"{lang}\">")),
                "{lang} {path}"
            );
            assert!(
                !page.body.contains('\u{27e8}'),
                "{lang} {path}: words are missing"
            );
        }
        assert_eq!(
            get(&format!("/{lang}/nothing")).await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(
            get(&format!("/{lang}/record")).await.header("location"),
            format!("/{lang}/")
        );
    }
}
