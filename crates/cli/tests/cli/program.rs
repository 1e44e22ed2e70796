//! Runs the program.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// What a run gave.
pub struct Run {
    pub status: i32,
    pub out: String,
    pub err: String,
}

/// Runs `her2` with these arguments and nothing on stdin.
pub fn her2(args: &[&str]) -> Run {
    her2_with(args, b"")
}

/// Runs `her2` with these arguments and these bytes on stdin.
pub fn her2_with(args: &[&str], stdin: &[u8]) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_her2"))
        .args(args)
        .env("RUST_BACKTRACE", "1")
        .env_remove("NO_COLOR")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let bytes = stdin.to_vec();
    let writer = std::thread::spawn(move || {
        // The program may stop before it has read everything.
        let _ = pipe.write_all(&bytes);
    });
    let done = child.wait_with_output().unwrap();
    writer.join().unwrap();
    Run {
        status: done.status.code().expect("it ends by itself"),
        out: String::from_utf8(done.stdout).expect("what it prints is UTF-8"),
        err: String::from_utf8(done.stderr).expect("what it says is UTF-8"),
    }
}

/// The folder of the invented reports.
pub fn reports() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../cases/reports")
}

/// One of the invented reports.
pub fn report(name: &str) -> String {
    std::fs::read_to_string(reports().join(name)).unwrap()
}
