//! What is too much, too often, too slow or no HTTP is refused, and others are answered meanwhile.

use crate::client::{GAVE_UP, Reply, config, request, rest, start};
use her2_server::Config;
use std::io::Write;
use std::sync::atomic::Ordering;
use std::thread::sleep;
use std::time::{Duration, Instant};

const SECOND: Duration = Duration::from_secs(1);

#[test]
fn a_body_that_says_it_is_too_large_is_refused_before_it_comes() {
    let server = start(Config {
        max_body: 1_000,
        ..config()
    });
    let mut stream = server.connect();
    stream
        .write_all(b"POST /api/v1/read HTTP/1.1\r\nhost: a\r\ncontent-length: 999999999\r\n\r\n")
        .unwrap();
    Reply::of(&rest(&mut stream)).is_problem(413);
}

#[test]
fn a_body_that_grows_too_large_is_refused_whoever_reads_it() {
    let server = start(Config {
        max_body: 1_000,
        ..config()
    });
    let mut chunked = b"POST /api/v1/read HTTP/1.1\r\nhost: a\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n".to_vec();
    for _ in 0..20 {
        chunked.extend_from_slice(format!("64\r\n{}\r\n", "x".repeat(100)).as_bytes());
    }
    chunked.extend_from_slice(b"0\r\n\r\n");
    Reply::of(&server.raw(&chunked)).is_problem(413);
    let as_form = String::from_utf8(chunked).unwrap().replace(
        "host: a",
        "host: a\r\ncontent-type: multipart/form-data; boundary=xxxxxxxx",
    );
    Reply::of(&server.raw(as_form.as_bytes())).is_problem(413);
    assert_eq!(server.post("/api/v1/read", &[b'x'; 1_000]).status, 200);
}

#[test]
fn an_address_and_a_head_have_bounds() {
    let server = start(config());
    let path = format!("/api/v1/learn?lang={}", "x".repeat(9_000));
    server.get(&path).is_problem(414);
    let many: Vec<String> = (0..100).map(|n| format!("x-{n}: y")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(server.ask("GET /healthz", &many, b"").status, 431);
    let long = format!("x: {}", "y".repeat(40_000));
    assert_eq!(server.ask("GET /healthz", &[&long], b"").status, 431);
}

#[test]
fn a_body_compressed_in_transit_is_not_unpacked() {
    let server = start(config());
    let packed = ["content-encoding: gzip"];
    server
        .ask("POST /api/v1/read", &packed, b"\x1f\x8b")
        .is_problem(415);
}

#[test]
fn a_head_that_comes_slowly_is_not_waited_for() {
    let server = start(Config {
        timeout: SECOND,
        ..config()
    });
    let mut stream = server.connect();
    let begun = Instant::now();
    stream
        .write_all(b"GET /healthz HTTP/1.1\r\nhost: ")
        .unwrap();
    for _ in 0..40 {
        sleep(Duration::from_millis(100));
        if stream.write_all(b"a").is_err() {
            break;
        }
    }
    rest(&mut stream);
    assert!(begun.elapsed() < 8 * SECOND, "{:?}", begun.elapsed());
    assert_eq!(server.get("/healthz").status, 200);
}

#[test]
fn a_connection_that_says_nothing_is_closed() {
    let server = start(Config {
        timeout: SECOND,
        ..config()
    });
    let mut stream = server.connect();
    let begun = Instant::now();
    rest(&mut stream);
    assert!(begun.elapsed() < 8 * SECOND, "{:?}", begun.elapsed());
}

#[test]
fn a_body_that_comes_slowly_is_told_so() {
    let server = start(Config {
        timeout: SECOND,
        ..config()
    });
    let mut stream = server.connect();
    stream
        .write_all(b"POST /api/v1/read HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: 1000\r\n\r\n")
        .unwrap();
    let begun = Instant::now();
    for _ in 0..15 {
        sleep(Duration::from_millis(100));
        let _ = stream.write_all(b"x");
    }
    Reply::of(&rest(&mut stream)).is_problem(408);
    assert!(begun.elapsed() < 8 * SECOND);
}

#[test]
fn work_that_takes_too_long_is_given_up_and_told_to_stop() {
    let server = start(Config {
        timeout: SECOND,
        ..config()
    });
    server.get("/test/work").is_problem(503);
    let begun = Instant::now();
    while !GAVE_UP.load(Ordering::SeqCst) {
        assert!(begun.elapsed() < 5 * SECOND, "the work goes on");
        sleep(Duration::from_millis(10));
    }
}

#[test]
fn what_comes_beyond_the_concurrency_is_refused_at_once_and_the_health_check_answers() {
    let server = start(Config {
        concurrency: 2,
        ..config()
    });
    let waiting: Vec<_> = (0..2)
        .map(|_| {
            let mut stream = server.connect();
            let asked = request("GET /test/wait", &[], b"");
            stream.write_all(&asked).unwrap();
            stream
        })
        .collect();
    sleep(Duration::from_millis(200));
    let begun = Instant::now();
    let busy = server.get("/api/v1/editions");
    busy.is_problem(503);
    assert_eq!(busy.header("retry-after"), Some("1"));
    assert_eq!(server.get("/healthz").status, 200);
    assert_eq!(server.get("/metrics").status, 200);
    assert!(begun.elapsed() < SECOND, "nobody queues");
    for mut stream in waiting {
        assert_eq!(Reply::of(&rest(&mut stream)).status, 200);
    }
    assert_eq!(server.get("/api/v1/editions").status, 200);
}

#[test]
fn one_address_may_not_ask_faster_than_its_rate() {
    let server = start(Config {
        rate: Some(5),
        ..config()
    });
    let asked: Vec<u16> = (0..40)
        .map(|_| server.get("/api/v1/editions").status)
        .collect();
    assert!(asked[..10].iter().all(|status| *status == 200), "{asked:?}");
    assert!(asked.contains(&429), "{asked:?}");
    let refused = server.get("/api/v1/editions");
    refused.is_problem(429);
    assert_eq!(refused.header("retry-after"), Some("1"));
    assert_eq!(server.get("/healthz").status, 200);
}

#[test]
fn behind_a_trusted_proxy_each_address_has_a_rate_of_its_own() {
    let refused = |trusted: &[&str], name: &str| {
        let server = start(Config {
            rate: Some(1),
            trusted_proxies: trusted.iter().map(|of| of.parse().unwrap()).collect(),
            ..config()
        });
        let statuses = (1..=12).map(|n| {
            let line = format!("{name}203.0.113.250, 192.0.2.{n}");
            server.ask("GET /api/v1/editions", &[&line], b"").status
        });
        statuses.filter(|status| *status == 429).count()
    };
    let (common, standard) = ("x-forwarded-for: ", "forwarded: for=203.0.113.9, for=");
    assert!(
        refused(&["127.0.0.0/8"], common) <= 1,
        "places are shared seldom"
    );
    assert!(refused(&["127.0.0.1"], "x-forwarded-for: unknown, ") <= 1);
    // From others these lines are not read: all of it is one address.
    assert!(refused(&[], common) >= 8);
    assert!(refused(&["10.0.0.0/8"], common) >= 8);
    assert!(refused(&["127.0.0.1", "192.0.2.0/24"], common) >= 8);
    assert!(refused(&["10.0.0.0/8"], standard) >= 8);
}

#[test]
fn what_is_no_http_gets_a_refusal_or_nothing_and_others_are_answered() {
    let server = start(config());
    let broken: [&[u8]; 12] = [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\nhost\r\n\r\n",
        b"GET / HTTP/1.1\r\n: a\r\n\r\n",
        b"GET / HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello!",
        b"POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
        b"POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: gzip\r\n\r\n",
        b"GET /\x00 HTTP/1.1\r\nhost: a\r\n\r\n",
        b"GET / HTTP/1.1\r\nhost: a\r\nx: \x00\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ];
    for bytes in broken {
        let told = Reply::of(&server.raw(bytes));
        let what = String::from_utf8_lossy(bytes);
        assert!(
            (400..=505).contains(&told.status) || told.status == 0,
            "{what}: {}",
            told.status
        );
    }
    assert_eq!(server.get("/healthz").status, 200);
}

#[test]
fn no_path_leads_to_a_file() {
    let server = start(config());
    let paths = [
        "/assets/../../etc/passwd",
        "/assets/..%2f..%2fetc%2fpasswd",
        "/assets/%2e%2e/%2e%2e/etc/passwd",
        "/assets/....//....//etc/passwd",
        "/assets/%252e%252e%252fetc%252fpasswd",
        "/assets/..\\..\\etc\\passwd",
        "/assets/..%5c..%5cetc%5cpasswd",
        "/assets/%c0%ae%c0%ae/etc/passwd",
        "//etc/passwd",
        "/../../../../etc/passwd",
        "/api/schemas/..%2f..%2fCargo.toml",
        "/api/v1/learn/..%2f..%2f..%2fetc%2fpasswd",
        "/api/v1/drugs/..%2f..%2fetc%2fpasswd",
        "/assets/page.css%00.html",
        "file:///etc/passwd",
    ];
    for path in paths {
        let told = Reply::of(&server.raw(&request(&format!("GET {path}"), &[], b"")));
        assert!((400..500).contains(&told.status), "{path}: {}", told.status);
        assert!(!told.body.contains("root:"), "{path}");
    }
}

#[test]
fn many_connections_that_say_nothing_do_not_keep_others_out() {
    let server = start(config());
    let idle: Vec<_> = (0..200).map(|_| server.connect()).collect();
    assert_eq!(server.get("/healthz").status, 200);
    assert_eq!(server.get("/api/v1/editions").status, 200);
    drop(idle);
}
