//! `her2 serve`: it starts with no set-up, stops in good order, and leaves nothing behind.
#![cfg(unix)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// Invented words that stand nowhere else.
const MARKED: [&str; 4] = ["Zyxwilda", "Quonkmarker", "QX-44871", "violet heron"];

struct Serving {
    child: Child,
    address: String,
    told: Receiver<String>,
}

fn serve(folder: &Path, args: &[&str]) -> Serving {
    let mut child = Command::new(env!("CARGO_BIN_EXE_her2"))
        .args(["serve", "--bind", "127.0.0.1:0"])
        .args(args)
        .current_dir(folder)
        .env("TMPDIR", folder)
        .env("HOME", folder)
        .env("XDG_CACHE_HOME", folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap());
    let mut first = String::new();
    lines.read_line(&mut first).unwrap();
    let address = first.split("http://").nth(1).unwrap();
    let end = address.find(|of: char| !(of.is_ascii_digit() || of == '.' || of == ':'));
    let address = address[..end.unwrap_or(address.len())].to_owned();
    let (tell, told) = channel();
    std::thread::spawn(move || {
        let mut rest = first;
        let _ = lines.read_to_string(&mut rest);
        let _ = tell.send(rest);
    });
    Serving {
        child,
        address,
        told,
    }
}

impl Serving {
    fn ask(&self, line: &str, body: &[u8]) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let head = format!(
            "{line} HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        stream.write_all(&[head.as_bytes(), body].concat()).unwrap();
        let mut told = Vec::new();
        let _ = stream.read_to_end(&mut told);
        String::from_utf8_lossy(&told).into_owned()
    }

    /// Sends a signal and waits; the status, and everything that was said on stderr.
    fn end(mut self, signal: &str) -> (Option<i32>, String) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args([signal, &id]).status().unwrap();
        assert!(sent.success());
        let begun = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(begun.elapsed() < Duration::from_secs(20), "it does not end");
            std::thread::sleep(Duration::from_millis(20));
        };
        let mut out = String::new();
        self.child
            .stdout
            .take()
            .unwrap()
            .read_to_string(&mut out)
            .unwrap();
        assert_eq!(out, "", "stdout is for documents");
        (status.code(), self.told.recv().unwrap())
    }
}

#[test]
fn it_says_where_it_is_and_ends_with_status_0() {
    let folder = tempfile::tempdir().unwrap();
    for signal in ["-TERM", "-INT"] {
        let serving = serve(folder.path(), &[]);
        assert!(serving.ask("GET /healthz", b"").contains("\"ok\""));
        let (status, told) = serving.end(signal);
        assert_eq!(status, Some(0), "{told}");
        assert!(told.starts_with("her2: http://127.0.0.1:"), "{told}");
    }
}

#[test]
fn t5_it_writes_nothing_but_its_log_and_the_log_holds_no_word_of_a_record() {
    let folder = tempfile::tempdir().unwrap();
    let serving = serve(
        folder.path(),
        &["--log", "json/debug", "--as-of", "2026-11-22"],
    );
    let report = format!(
        "{}. Left breast, core biopsy: invasive carcinoma. HER2 IHC 2+.",
        MARKED.join(" ")
    );
    let packed = format!("\x1f\x08{report}");
    for route in [
        "read",
        "explain",
        "check",
        "plan",
        "monitor",
        "decide",
        "convert?to=fhir",
    ] {
        for body in [&report, &packed] {
            let told = serving.ask(&format!("POST /api/v1/{route}"), body.as_bytes());
            assert!(told.starts_with("HTTP/1.1 "), "{told}");
        }
    }
    serving.ask("POST /", report.as_bytes());
    serving.ask(&format!("GET /{}?{}", MARKED[0], MARKED[1]), b"");
    let (status, told) = serving.end("-TERM");
    assert_eq!(status, Some(0));
    for word in MARKED {
        assert!(!told.contains(word), "{told}");
    }
    for line in told.lines() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(line["message"].is_string());
    }
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn beyond_loopback_it_says_what_to_do() {
    let refused = crate::program::her2(&["serve", "--bind", "0.0.0.0:0"]);
    assert_eq!(refused.status, 2);
    assert!(refused.err.contains("--cds-keys") && refused.err.contains("--i-know"));
    let keys = crate::program::her2(&[
        "serve",
        "--bind",
        "0.0.0.0:0",
        "--cds-keys",
        "a=no-such-file",
    ]);
    assert_eq!(keys.status, 2);
    assert!(keys.err.contains("no-such-file"), "{}", keys.err);
    let half = crate::program::her2(&["serve", "--tls-cert", "a.pem"]);
    assert_eq!(half.status, 2);
}
