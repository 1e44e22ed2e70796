//! From the start to the end: who may listen where, how it stops, TLS, headers, other origins.

use crate::client::{Reply, config, request, rest, start};
use her2_server::{Config, IssuerKeys, ServeError, Server, TlsFiles};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

fn listens(config: Config) -> Result<(), ServeError> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(Server::listen(config)).map(drop)
}

#[test]
fn beyond_loopback_it_listens_with_keys_or_if_somebody_says_so() {
    let open = Config {
        bind: "0.0.0.0:0".parse().unwrap(),
        ..config()
    };
    let refused = listens(open.clone()).unwrap_err();
    assert!(matches!(refused, ServeError::Open(_)));
    let told = refused.to_string();
    assert!(
        told.contains("--cds-keys") && told.contains("--i-know"),
        "{told}"
    );
    let ipv6 = Config {
        bind: "[::]:0".parse().unwrap(),
        ..open.clone()
    };
    assert!(matches!(listens(ipv6), Err(ServeError::Open(_))));
    let known = Config {
        i_know: true,
        ..open.clone()
    };
    assert!(listens(known).is_ok());
    let keys = IssuerKeys {
        issuer: "https://ehr.example".to_owned(),
        file: "keys.json".into(),
        jwks: "{\"keys\":[]}".to_owned(),
    };
    let with_keys = Config {
        cds_keys: vec![keys],
        ..open
    };
    assert!(!matches!(listens(with_keys), Err(ServeError::Open(_))));
}

#[test]
fn an_address_that_is_taken_is_told() {
    let server = start(config());
    let same = Config {
        bind: server.address,
        ..config()
    };
    assert!(matches!(listens(same), Err(ServeError::Bind(_))));
}

#[test]
fn what_is_being_answered_is_finished_before_it_stops() {
    let mut server = start(config());
    let mut stream = server.connect();
    stream
        .write_all(&request("GET /test/wait", &[], b""))
        .unwrap();
    sleep(Duration::from_millis(200));
    server.stop();
    let told = Reply::of(&rest(&mut stream));
    assert_eq!((told.status, told.body.as_str()), (200, "done"));
    server.join();
    assert!(
        TcpStream::connect(server.address).is_err(),
        "it listens still"
    );
}

#[test]
fn a_connection_that_waits_for_nothing_does_not_hold_the_end_up() {
    let mut server = start(config());
    let idle = server.connect();
    sleep(Duration::from_millis(100));
    let begun = Instant::now();
    server.stop();
    server.join();
    assert!(
        begun.elapsed() < Duration::from_secs(12),
        "{:?}",
        begun.elapsed()
    );
    drop(idle);
}

#[test]
fn every_answer_carries_the_headers() {
    let server = start(config());
    let answers = [
        server.get("/healthz"),
        server.get("/nothing"),
        server.ask("DELETE /healthz", &[], b""),
        server.post(
            "/api/v1/read",
            b"Left breast, core biopsy: invasive carcinoma. HER2 IHC 2+.",
        ),
        server.post("/test/panic", b"x"),
    ];
    for answer in answers {
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
        let policy = answer.header("content-security-policy").unwrap();
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"));
        assert!(answer.header("set-cookie").is_none() && answer.header("server").is_none());
        assert!(answer.header("x-request-id").is_some());
    }
}

#[test]
fn only_known_origins_may_ask_from_a_browser() {
    let server = start(Config {
        allow_origin: vec!["https://ehr.example".to_owned()],
        ..config()
    });
    let asked = |origin: &str| {
        let origin = format!("origin: {origin}");
        let head = [
            origin.as_str(),
            "access-control-request-method: POST",
            "access-control-request-headers: content-type,authorization",
        ];
        server.ask("OPTIONS /api/v1/read", &head, b"")
    };
    let known = asked("https://ehr.example");
    assert_eq!(
        known.header("access-control-allow-origin"),
        Some("https://ehr.example")
    );
    assert!(
        known
            .header("access-control-allow-headers")
            .unwrap()
            .contains("authorization")
    );
    for other in [
        "https://evil.example",
        "null",
        "https://ehr.example.evil.example",
    ] {
        assert_eq!(
            asked(other).header("access-control-allow-origin"),
            None,
            "{other}"
        );
    }
    let plain = start(config());
    let told = plain.ask(
        "GET /api/v1/editions",
        &["origin: https://ehr.example"],
        b"",
    );
    assert_eq!(told.header("access-control-allow-origin"), None);
}

/// An invented authority for this run; its certificate, and the files of the server.
fn certificate(folder: &Path) -> (CertificateDer<'static>, TlsFiles) {
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    let files = TlsFiles {
        cert: folder.join("cert.pem"),
        key: folder.join("key.pem"),
    };
    std::fs::write(&files.cert, made.cert.pem()).unwrap();
    std::fs::write(&files.key, made.signing_key.serialize_pem()).unwrap();
    (made.cert.der().clone(), files)
}

#[test]
fn it_speaks_tls_by_files() {
    let folder = tempfile::tempdir().unwrap();
    let (root, files) = certificate(folder.path());
    let server = start(Config {
        tls: Some(files),
        ..config()
    });
    let mut roots = RootCertStore::empty();
    roots.add(root).unwrap();
    let client = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from("localhost").unwrap();
    let client = ClientConnection::new(Arc::new(client), name).unwrap();
    let mut stream = StreamOwned::new(client, server.connect());
    let asked = request("GET /healthz", &[], b"");
    stream.write_all(&asked).unwrap();
    let mut told = Vec::new();
    let _ = stream.read_to_end(&mut told);
    let told = Reply::of(&told);
    assert_eq!(told.status, 200);
    assert_ne!(server.get("/healthz").status, 200, "it answers without TLS");
}

#[test]
fn a_certificate_that_cannot_be_used_is_told_with_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let (_, files) = certificate(folder.path());
    std::fs::write(&files.key, "no key").unwrap();
    let refused = listens(Config {
        tls: Some(files.clone()),
        ..config()
    });
    assert!(refused.unwrap_err().to_string().contains("key.pem"));
    std::fs::remove_file(&files.cert).unwrap();
    let refused = listens(Config {
        tls: Some(files),
        ..config()
    });
    assert!(refused.unwrap_err().to_string().contains("cert.pem"));
}
