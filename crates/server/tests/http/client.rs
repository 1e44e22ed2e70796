//! A server of its own for each test, and a client that says exactly what is to be said.

use axum::Router;
use axum::extract::State;
use axum::routing::{get, post};
use her2_server::{Config, HttpProblem, LogFormat, LogLevel, LogSettings, Server, Shared, Stop};
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Mutex, Once};
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::sync::oneshot;

/// A server that runs until it is dropped.
pub struct Running {
    pub address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// What everything in these tests is decided for.
pub fn config() -> Config {
    Config {
        bind: "127.0.0.1:0".parse().unwrap(),
        as_of: Some(jiff::civil::date(2026, 11, 22)),
        ..Config::default()
    }
}

/// Whether work that was given up has noticed.
pub static GAVE_UP: AtomicBool = AtomicBool::new(false);

/// Routes that only tests need: one that waits, one that works until it is told to stop, one that panics over what it was sent.
fn further() -> Router<Shared> {
    let wait = async || {
        tokio::time::sleep(Duration::from_millis(600)).await;
        "done"
    };
    let work = async |State(shared): State<Shared>| {
        let until_told = |stop: &Stop| {
            while !stop.asked() {
                std::thread::sleep(Duration::from_millis(5));
            }
            GAVE_UP.store(true, Ordering::SeqCst);
        };
        shared.compute(until_told).await.map(|()| "done")
    };
    let panic = async |body: String| -> &'static str { panic!("over {body}") };
    let panic_at_work = async |State(shared): State<Shared>, body: String| {
        let done: Result<(), HttpProblem> = shared.compute(move |_| panic!("over {body}")).await;
        done.map(|()| "done")
    };
    Router::new()
        .route("/test/wait", get(wait))
        .route("/test/work", get(work))
        .route("/test/panic", post(panic))
        .route("/test/panic-at-work", post(panic_at_work))
}

/// Starts a server.
pub fn start(config: Config) -> Running {
    listen_to_log();
    let (tell, told) = channel();
    let (stop, stopped) = oneshot::channel();
    let thread = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let server = Server::listen_with(config, further()).await.unwrap();
            tell.send(server.address()).unwrap();
            let asked = async {
                let _ = stopped.await;
            };
            server.until(asked).await;
        });
        runtime.shutdown_background();
    });
    Running {
        address: told.recv().unwrap(),
        stop: Some(stop),
        thread: Some(thread),
    }
}

impl Running {
    /// Asks it to stop.
    pub fn stop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
    }

    /// Waits until it has stopped.
    pub fn join(&mut self) {
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        let patience = Some(Duration::from_secs(60));
        stream.set_read_timeout(patience).unwrap();
        stream
    }

    /// Sends these bytes and reads whatever comes until the end.
    pub fn raw(&self, bytes: &[u8]) -> Vec<u8> {
        let mut stream = self.connect();
        // A server may refuse and close before everything was sent.
        let _ = stream.write_all(bytes);
        rest(&mut stream)
    }

    /// Asks, with these lines in the head.
    pub fn ask(&self, line: &str, head: &[&str], body: &[u8]) -> Reply {
        let mut stream = self.connect();
        let _ = stream.write_all(&request(line, head, body));
        Reply::of(&rest(&mut stream))
    }

    pub fn get(&self, path: &str) -> Reply {
        self.ask(&format!("GET {path}"), &[], b"")
    }

    pub fn post(&self, path: &str, body: &[u8]) -> Reply {
        self.ask(&format!("POST {path}"), &[], body)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop();
    }
}

/// A request as it goes over the line.
pub fn request(line: &str, head: &[&str], body: &[u8]) -> Vec<u8> {
    let mut bytes = format!("{line} HTTP/1.1\r\nhost: a.example\r\nconnection: close\r\n");
    for line in head {
        bytes.push_str(line);
        bytes.push_str("\r\n");
    }
    bytes.push_str(&format!("content-length: {}\r\n\r\n", body.len()));
    [bytes.as_bytes(), body].concat()
}

pub fn rest(stream: &mut TcpStream) -> Vec<u8> {
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    bytes
}

/// An answer.
pub struct Reply {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Reply {
    pub fn of(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&*text, ""));
        let status = head
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok());
        Self {
            status: status.unwrap_or(0),
            head: head.to_lowercase(),
            body: body.to_owned(),
        }
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().skip(1);
        lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }

    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        assert_eq!(self.status, 200, "{}", self.body);
        serde_json::from_str(&self.body).unwrap()
    }

    /// Whether it is a refusal as RFC 9457 has it, with this status.
    #[track_caller]
    pub fn is_problem(&self, status: u16) {
        assert_eq!(self.status, status, "{}\n{}", self.head, self.body);
        assert_eq!(
            self.header("content-type"),
            Some("application/problem+json")
        );
        let problem: serde_json::Value = serde_json::from_str(&self.body).unwrap();
        assert_eq!(problem["status"], status);
        assert!(problem["title"].is_string() && problem["detail"].is_string());
    }
}

/// Several files and fields as a form.
pub fn form(files: &[(&str, &[u8])], fields: &[(&str, &str)]) -> (String, Vec<u8>) {
    const CUT: &str = "her2-cut-7d1f";
    let mut body = Vec::new();
    for (name, value) in fields {
        let part = format!(
            "--{CUT}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        );
        body.extend_from_slice(part.as_bytes());
    }
    for (name, bytes) in files {
        let head = format!(
            "--{CUT}\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\ncontent-type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{CUT}--\r\n").as_bytes());
    (
        format!("content-type: multipart/form-data; boundary={CUT}"),
        body,
    )
}

/// A folder or file of the worked cases.
pub fn cases(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../cases")
        .join(path)
}

pub fn report(name: &str) -> Vec<u8> {
    std::fs::read(cases("reports").join(name)).unwrap()
}

/// Every line of the log of this process.
static LOG: Mutex<Vec<u8>> = Mutex::new(Vec::new());

struct ToLog;

impl Write for ToLog {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        LOG.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Keeps the log, at its highest level, from here on.
fn listen_to_log() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let settings = LogSettings {
            format: LogFormat::Json,
            level: LogLevel::Debug,
        };
        her2_server::log::start(settings, || ToLog);
        let of_tests = std::panic::take_hook();
        her2_server::log::keep_panics_quiet();
        let of_server = std::panic::take_hook();
        // The threads of tests are called after them, those of the server are not.
        std::panic::set_hook(Box::new(move |info| {
            let thread = std::thread::current();
            if thread.name().is_some_and(|name| name.contains("::")) {
                of_tests(info);
            } else {
                of_server(info);
            }
        }));
    });
}

/// What the log says so far.
pub fn log() -> String {
    String::from_utf8(LOG.lock().unwrap().clone()).unwrap()
}
