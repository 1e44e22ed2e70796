//! Who may ask. Keys are made here, for each run.

use crate::patients::{patient, view};
use crate::send::{Answer, FHIR, JSON, config, get, post};
use axum::Router;
use axum::http::StatusCode;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use her2_server::{Config, IssuerKeys};
use ring::rand::SystemRandom;
use ring::signature::{
    ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, KeyPair, RSA_PKCS1_SHA256, RSA_PKCS1_SHA384,
    RsaKeyPair,
};
use rsa::pkcs1::EncodeRsaPrivateKey;
use rsa::traits::PublicKeyParts;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

const URL: &str = "https://her2.example";
const ISSUER: &str = "https://ehr.example";
const PATH: &str = "/cds-services/her2-testing";

static RSA: LazyLock<(RsaKeyPair, Value)> = LazyLock::new(|| {
    let key = rsa::RsaPrivateKey::new(&mut rand::thread_rng(), 2048).expect("a key");
    let der = key.to_pkcs1_der().expect("a key");
    let jwk = json!({"kty": "RSA", "kid": "rsa", "use": "sig", "alg": "RS384",
        "n": base64(&key.n().to_bytes_be()), "e": base64(&key.e().to_bytes_be())});
    (RsaKeyPair::from_der(der.as_bytes()).expect("a key"), jwk)
});
static CURVE: LazyLock<(EcdsaKeyPair, Value)> = LazyLock::new(|| curve("ec"));

fn curve(kid: &str) -> (EcdsaKeyPair, Value) {
    let random = SystemRandom::new();
    let algorithm = &ECDSA_P384_SHA384_FIXED_SIGNING;
    let made = EcdsaKeyPair::generate_pkcs8(algorithm, &random).expect("a key");
    let key = EcdsaKeyPair::from_pkcs8(algorithm, made.as_ref(), &random).expect("a key");
    let point = key.public_key().as_ref()[1..].to_vec();
    let jwk = json!({"kty": "EC", "crv": "P-384", "kid": kid, "use": "sig", "alg": "ES384",
        "x": base64(&point[..48]), "y": base64(&point[48..])});
    (key, jwk)
}

fn base64(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .expect("after 1970")
        .as_secs()
}

fn jti() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("token-Zzyzxmarked-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

fn claims() -> Value {
    json!({"iss": ISSUER, "aud": format!("{URL}{PATH}"), "iat": now(), "exp": now() + 300, "jti": jti()})
}

fn claims_with(key: &str, value: Value) -> Value {
    let mut claims = claims();
    match value {
        Value::Null => drop(claims.as_object_mut().expect("an object").remove(key)),
        value => claims[key] = value,
    }
    claims
}

fn unsigned(header: &Value, claims: &Value) -> String {
    format!(
        "{}.{}",
        base64(header.to_string().as_bytes()),
        base64(claims.to_string().as_bytes())
    )
}

fn with_curve(key: &EcdsaKeyPair, header: &Value, claims: &Value) -> String {
    let text = unsigned(header, claims);
    let signed = key
        .sign(&SystemRandom::new(), text.as_bytes())
        .expect("it signs");
    format!("{text}.{}", base64(signed.as_ref()))
}

fn es384(claims: &Value) -> String {
    with_curve(
        &CURVE.0,
        &json!({"alg": "ES384", "typ": "JWT", "kid": "ec"}),
        claims,
    )
}

fn rsa_with(
    header: &Value,
    claims: &Value,
    algorithm: &'static dyn ring::signature::RsaEncoding,
) -> String {
    let text = unsigned(header, claims);
    let mut signed = vec![0; RSA.0.public().modulus_len()];
    RSA.0
        .sign(
            algorithm,
            &SystemRandom::new(),
            text.as_bytes(),
            &mut signed,
        )
        .expect("it signs");
    format!("{text}.{}", base64(&signed))
}

fn rs384(claims: &Value) -> String {
    rsa_with(
        &json!({"alg": "RS384", "typ": "JWT", "kid": "rsa"}),
        claims,
        &RSA_PKCS1_SHA384,
    )
}

fn hs(alg: &str, secret: &[u8], claims: &Value) -> String {
    let algorithm = match alg {
        "HS256" => ring::hmac::HMAC_SHA256,
        _ => ring::hmac::HMAC_SHA384,
    };
    let text = unsigned(&json!({"alg": alg, "typ": "JWT", "kid": "rsa"}), claims);
    let tag = ring::hmac::sign(&ring::hmac::Key::new(algorithm, secret), text.as_bytes());
    format!("{text}.{}", base64(tag.as_ref()))
}

fn keys(jwks: &Value, file: PathBuf) -> IssuerKeys {
    IssuerKeys {
        issuer: ISSUER.to_owned(),
        file,
        jwks: jwks.to_string(),
    }
}

fn kept() -> Config {
    let jwks = json!({"keys": [RSA.1, CURVE.1]});
    Config {
        public_url: Some(URL.to_owned()),
        cds_keys: vec![keys(&jwks, PathBuf::from("/nowhere/keys.json"))],
        ..config()
    }
}

async fn asked(app: &Router, authorization: Option<&str>) -> Answer {
    let mut headers = vec![JSON];
    headers.extend(authorization.map(|of| ("authorization", of)));
    post(app, PATH, &headers, view(&[patient()]).to_string()).await
}

async fn with_token(app: &Router, token: &str) -> Answer {
    asked(app, Some(&format!("Bearer {token}"))).await
}

#[tokio::test]
async fn tokens_of_both_algorithms_are_taken_once() {
    let app = her2_server::router(kept());
    for token in [es384(&claims()), rs384(&claims())] {
        assert_eq!(with_token(&app, &token).await.status, StatusCode::OK);
        assert_eq!(
            with_token(&app, &token).await.status,
            StatusCode::UNAUTHORIZED,
            "used before"
        );
    }
    let several = claims_with(
        "aud",
        json!(["https://other.example", format!("{URL}{PATH}")]),
    );
    assert_eq!(
        with_token(&app, &es384(&several)).await.status,
        StatusCode::OK
    );
}

#[tokio::test]
async fn every_refusal_is_the_same_bare_401() {
    let app = her2_server::router(kept());
    let good = es384(&claims());
    let used = es384(&claims());
    assert_eq!(with_token(&app, &used).await.status, StatusCode::OK);
    let (other, _) = curve("ec");
    let mut broken = good.clone();
    broken.pop();
    let (head, rest) = good.split_once('.').expect("three parts");
    let signature = rest.split_once('.').expect("three parts").1;
    let swapped = format!(
        "{head}.{}.{signature}",
        base64(claims().to_string().as_bytes())
    );
    let public = RSA.1.to_string();
    let modulus = RSA.1["n"].as_str().expect("a number").as_bytes();
    let es = |header: Value| with_curve(&CURVE.0, &header, &claims());
    let tokens = [
        (
            "none",
            format!("{}.", unsigned(&json!({"alg": "none"}), &claims())),
        ),
        (
            "none with a key",
            format!(
                "{}.",
                unsigned(&json!({"alg": "none", "kid": "ec"}), &claims())
            ),
        ),
        (
            "None",
            format!(
                "{}.{signature}",
                unsigned(&json!({"alg": "None", "kid": "ec"}), &claims())
            ),
        ),
        (
            "HS256 with the public key",
            hs("HS256", public.as_bytes(), &claims()),
        ),
        ("HS384 with the modulus", hs("HS384", modulus, &claims())),
        ("HS384 with nothing", hs("HS384", b"", &claims())),
        (
            "RS256",
            rsa_with(
                &json!({"alg": "RS256", "kid": "rsa"}),
                &claims(),
                &RSA_PKCS1_SHA256,
            ),
        ),
        (
            "RS384 said, RS256 signed",
            rsa_with(
                &json!({"alg": "RS384", "kid": "rsa"}),
                &claims(),
                &RSA_PKCS1_SHA256,
            ),
        ),
        (
            "ES384 said, key of RSA",
            rsa_with(
                &json!({"alg": "ES384", "kid": "ec"}),
                &claims(),
                &RSA_PKCS1_SHA384,
            ),
        ),
        (
            "RS384 said, key of a curve",
            es(json!({"alg": "RS384", "kid": "ec"})),
        ),
        (
            "ES384 with the kid of RSA",
            es(json!({"alg": "ES384", "kid": "rsa"})),
        ),
        (
            "unknown kid",
            es(json!({"alg": "ES384", "kid": "Zzyzxmarked"})),
        ),
        ("no kid", es(json!({"alg": "ES384"}))),
        (
            "a key of its own in the head",
            with_curve(
                &other,
                &json!({"alg": "ES384", "kid": "ec", "jwk": curve("ec").1}),
                &claims(),
            ),
        ),
        (
            "an address of keys",
            with_curve(
                &other,
                &json!({"alg": "ES384", "kid": "new", "jku": "https://evil.example/Zzyzxmarked"}),
                &claims(),
            ),
        ),
        (
            "an extension",
            es(json!({"alg": "ES384", "kid": "ec", "crit": ["exp"]})),
        ),
        (
            "another key",
            with_curve(&other, &json!({"alg": "ES384", "kid": "ec"}), &claims()),
        ),
        (
            "wrong audience",
            es384(&claims_with(
                "aud",
                json!("https://her2.example/cds-services/her2-monitoring"),
            )),
        ),
        (
            "audience of the whole server",
            es384(&claims_with("aud", json!(URL))),
        ),
        ("no audience", es384(&claims_with("aud", Value::Null))),
        (
            "unknown issuer",
            es384(&claims_with("iss", json!("https://Zzyzxmarked.example"))),
        ),
        ("no issuer", es384(&claims_with("iss", Value::Null))),
        ("expired", es384(&claims_with("exp", json!(now() - 120)))),
        ("no exp", es384(&claims_with("exp", Value::Null))),
        (
            "exp far ahead",
            es384(&claims_with("exp", json!(now() + 86_400))),
        ),
        (
            "issued tomorrow",
            es384(&claims_with("iat", json!(now() + 3_000))),
        ),
        ("no iat", es384(&claims_with("iat", Value::Null))),
        ("not yet", es384(&claims_with("nbf", json!(now() + 200)))),
        ("no jti", es384(&claims_with("jti", Value::Null))),
        ("empty jti", es384(&claims_with("jti", json!("")))),
        ("jti is a number", es384(&claims_with("jti", json!(7)))),
        ("used before", used),
        ("cut short", broken),
        ("other claims under the signature", swapped),
        ("too long", format!("{good}{}", "A".repeat(9_000))),
        ("no token", String::new()),
        ("no parts", "Zzyzxmarked".to_owned()),
        ("four parts", format!("{good}.Zzyzxmarked")),
    ];
    let first = asked(&app, None).await;
    let bare = |answer: &Answer| {
        let mut headers = answer.headers.clone();
        // The number of a request tells nothing of it.
        headers.remove("x-request-id");
        (answer.status, headers, answer.body.clone())
    };
    assert_eq!(first.status, StatusCode::UNAUTHORIZED);
    assert!(first.body.is_empty(), "{}", first.text());
    for (why, token) in tokens {
        let answer = with_token(&app, &token).await;
        assert_eq!(bare(&answer), bare(&first), "{why}");
    }
    for authorization in [format!("Basic {good}"), good.clone(), "Bearer".to_owned()] {
        let answer = asked(&app, Some(&authorization)).await;
        assert_eq!(bare(&answer), bare(&first));
    }
    let twice = [
        JSON,
        ("authorization", "Bearer a"),
        ("authorization", "Bearer b"),
    ];
    let answer = post(&app, PATH, &twice, "{}").await;
    assert_eq!(bare(&answer), bare(&first));
    assert_eq!(
        with_token(&app, &good).await.status,
        StatusCode::OK,
        "a good one still is"
    );
}

#[tokio::test]
async fn all_that_takes_records_is_kept_and_nothing_else() {
    let app = her2_server::router(kept());
    for path in [
        "/cds-services/her2-testing",
        "/cds-services/her2-monitoring",
        "/cds-services/her2-testing/feedback",
        "/fhir/$her2-status",
        "/fhir/$her2-plan",
        "/fhir/$her2-check",
        "/fhir/%24her2-status",
        "/api/v1/read",
        "/api/v1/decide",
        "/api/v1/explain",
        "/api/v1/check",
        "/api/v1/convert?to=csv",
        "/api/v1/plan",
        "/api/v1/monitor",
    ] {
        let answer = post(&app, path, &[FHIR], "{}").await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path}");
        assert!(answer.body.is_empty(), "{path}");
    }
    for path in ["/api/v1/drugs", "/api/v1/learn/tests"] {
        let answer = get(&app, path, &[]).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path}");
        assert!(answer.body.is_empty(), "{path}");
    }
    for path in [
        "/cds-services",
        "/fhir/metadata",
        "/healthz",
        "/api/openapi.json",
        "/api/schemas",
        "/",
    ] {
        assert_eq!(get(&app, path, &[]).await.status, StatusCode::OK, "{path}");
    }
    let openapi = get(&app, "/api/openapi.json", &[]).await.json();
    let read = &openapi["paths"]["/api/v1/read"]["post"];
    assert!(read["responses"]["401"].is_object() && read["security"].is_array());
    for audience in [
        "https://her2.example/api/v1",
        "https://her2.example/api/v1/editions",
    ] {
        let token = format!("Bearer {}", es384(&claims_with("aud", json!(audience))));
        let headers = [("authorization", token.as_str())];
        let answer = get(&app, "/api/v1/editions", &headers).await;
        assert_eq!(answer.status, StatusCode::OK, "{audience}");
        let answer = get(&app, "/api/v1/editions", &headers).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "used twice");
    }
    let elsewhere = es384(&claims_with("aud", json!("https://her2.example/fhir")));
    let headers = [("authorization", &*format!("Bearer {elsewhere}"))];
    let answer = get(&app, "/api/v1/editions", &headers).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    let bundle = r#"{"resourceType":"Bundle","type":"collection","entry":[]}"#;
    for audience in [
        "https://her2.example/fhir",
        "https://her2.example/fhir/$her2-status",
    ] {
        let token = format!("Bearer {}", es384(&claims_with("aud", json!(audience))));
        let answer = post(
            &app,
            "/fhir/$her2-status",
            &[FHIR, ("authorization", &token)],
            bundle,
        )
        .await;
        assert_ne!(answer.status, StatusCode::UNAUTHORIZED, "{audience}");
    }
}

#[tokio::test]
async fn without_keys_no_token_is_asked_for() {
    assert_eq!(
        asked(&her2_server::router(config()), None).await.status,
        StatusCode::OK
    );
}

#[tokio::test]
async fn keys_change_with_their_file() {
    let folder = std::env::temp_dir().join(format!("her2-keys-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("keys.json");
    let write = |jwks: &Value, seconds: u64| {
        std::fs::write(&file, jwks.to_string()).expect("it is written");
        let opened = std::fs::File::options()
            .write(true)
            .open(&file)
            .expect("it opens");
        let at = SystemTime::now() + Duration::from_secs(seconds);
        opened.set_modified(at).expect("its time is set");
    };
    let old = json!({"keys": [CURVE.1]});
    write(&old, 0);
    let config = Config {
        cds_keys: vec![keys(&old, file.clone())],
        ..kept()
    };
    let app = her2_server::router(config);
    assert_eq!(
        with_token(&app, &es384(&claims())).await.status,
        StatusCode::OK
    );
    let (key, jwk) = curve("new");
    let new = || with_curve(&key, &json!({"alg": "ES384", "kid": "new"}), &claims());
    assert_eq!(
        with_token(&app, &new()).await.status,
        StatusCode::UNAUTHORIZED
    );
    write(&json!({"keys": [jwk]}), 5);
    std::thread::sleep(Duration::from_millis(1_100));
    assert_eq!(with_token(&app, &new()).await.status, StatusCode::OK);
    assert_eq!(
        with_token(&app, &es384(&claims())).await.status,
        StatusCode::UNAUTHORIZED,
        "the old key is gone"
    );
    std::fs::write(&file, "{").expect("it is written");
    std::thread::sleep(Duration::from_millis(1_100));
    assert_eq!(
        with_token(&app, &new()).await.status,
        StatusCode::OK,
        "half a file changes nothing"
    );
    std::fs::remove_dir_all(&folder).expect("the folder goes");
    std::thread::sleep(Duration::from_millis(1_100));
    assert_eq!(
        with_token(&app, &new()).await.status,
        StatusCode::UNAUTHORIZED,
        "keys that are taken away are gone"
    );
}
