use super::{Body, Config, Request, StatusCode, config, form, post, send, send_to};

#[tokio::test]
async fn nothing_given_is_told_with_what_to_do() {
    for fields in [
        &[("text", None, &b""[..])][..],
        &[("text", None, &b"  \r\n"[..]), ("file", Some(""), &b""[..])],
        &[],
    ] {
        let page = post("/record", fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.has("Nothing was given yet"));
        assert!(page.body.contains("href=\"#report\"") && page.body.contains("id=\"report\""));
    }
}

#[tokio::test]
async fn what_is_no_report_is_told_and_what_was_typed_stays() {
    let spanish = "INFORME DE ANATOMIA PATOLOGICA. Diagnostico: carcinoma ductal infiltrante de mama izquierda, con receptores de estrogeno positivos y sobreexpresion de la proteina en las celulas del tumor.";
    for (text, words) in [
        (
            "The weather was fine and we walked along the river until the evening came.",
            "does not read like a pathology report",
        ),
        (spanish, "does not seem to be in English"),
        (
            "<!doctype html><html><body>HER2</body></html>",
            "a web page or a formatted document",
        ),
        ("{\"setting\":\"early\"}", "not a health record"),
    ] {
        let page = post("/record", &[("text", None, text.as_bytes())]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
        assert!(page.has(words), "{words}: {}", page.words());
        assert!(
            page.has(&text[..15.min(text.len())]) || text.starts_with('<'),
            "{words}: what was typed is gone"
        );
    }
    let page = post(
        "/record",
        &[(
            "file",
            Some("picture.png"),
            &[0x89, b'P', b'N', b'G', 0, 0, 0, 1, 2, 3, 0xff, 0],
        )],
    )
    .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        page.has("This kind of file cannot be read"),
        "{}",
        page.words()
    );
}

#[tokio::test]
async fn another_organ_is_told_on_the_page_and_nothing_is_read_from_it() {
    let text = "SURGICAL PATHOLOGY REPORT\nSpecimen: stomach, biopsy\nDiagnosis: Stomach, antrum, biopsy: adenocarcinoma of the stomach.\nHER2 IHC: positive (3+)";
    let page = post("/record", &[("text", None, text.as_bytes())]).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.has("another part of the body"), "{}", page.words());
    assert!(!page.has("HER2-positive breast cancer"));
}

#[tokio::test]
async fn too_much_is_413_on_a_page_that_says_so() {
    let small = Config {
        max_body: 64 * 1024,
        ..config()
    };
    let large = vec![b'x'; 80 * 1024];
    let page = send_to(
        small,
        form("/record", &[("file", Some("large.txt"), &large)]),
    )
    .await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.has("It is too large"));
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
}

#[tokio::test]
async fn other_bodies_than_a_form_are_refused() {
    for (kind, body) in [
        ("application/json", "{}"),
        ("text/plain", "HER2"),
        ("application/x-www-form-urlencoded", "text=HER2"),
        ("multipart/form-data", "no boundary is named"),
    ] {
        let request = Request::post("/record").header("content-type", kind);
        let page = send(request.body(Body::from(body)).unwrap()).await;
        assert_eq!(page.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{kind}");
        assert!(page.has("asked in a way it does not know"), "{kind}");
    }
    for body in [
        "",
        "--b",
        "--b\r\n",
        "--b\r\ncontent-disposition: form-data; name=\"text\"\r\n\r\nHER2 breaks off",
    ] {
        let request =
            Request::post("/record").header("content-type", "multipart/form-data; boundary=b");
        let page = send(request.body(Body::from(body)).unwrap()).await;
        assert!(page.status.is_client_error(), "{body}: {}", page.status);
    }
}

#[tokio::test]
async fn what_nobody_packed_is_passed_over() {
    for value in ["", ".", "!!.!!", "YQ==", "YQ==.%%%"] {
        let page = post("/record", &[("kept", None, value.as_bytes())]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{value}");
    }
}
