//! The server beside a bare handler of the same framework, driven by the same client in the same run.

mod client;
mod request;

use axum::Router;
use axum::body::Bytes;
use axum::routing::post;
use client::{Load, drive};
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tokio::net::TcpListener;

/// How long each thing is driven.
const ROUND: Duration = Duration::from_secs(10);
/// Connections that ask at the same time.
const CONNECTIONS: usize = 16;

/// The program as it runs, ended when this is dropped.
struct Serving {
    child: Child,
    address: SocketAddr,
}

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Measures with this build of the program, and prints each line as soon as it is known.
pub fn run(program: &Path, minutes: u64) -> Result<(), String> {
    let serving = start(program)?;
    let report = std::fs::read(crate::root().join("cases/reports/narrative-2plus-fish.txt"))
        .map_err(|error| error.to_string())?;
    let mut asked = vec![
        Load::post(
            "read a report",
            "/api/v1/read",
            "text/plain",
            report.clone(),
        ),
        Load::post(
            "explain a report to a clinician",
            "/api/v1/explain?for=clinician",
            "text/plain",
            report.clone(),
        ),
    ];
    match request::hooks(serving.address) {
        Ok(hooks) => asked.push(hooks),
        Err(why) => println!("CDS Hooks are not measured: {why}"),
    }
    asked.push(request::page(&report));
    asked.push(Load::get("health", "/healthz"));
    println!(
        "{CONNECTIONS} connections, {} s each; client and server share the cores\n",
        ROUND.as_secs()
    );
    println!(
        "{:<42}{:>8}{:>12}{:>10}{:>10}{:>9}",
        "", "bytes", "requests/s", "p50 ms", "p99 ms", "failed"
    );
    for load in &asked {
        let once = drive(
            serving.address,
            load,
            CONNECTIONS,
            Duration::from_millis(500),
        )?;
        if once.failed > 0 {
            println!("{:<42}{}", load.what, load.once(serving.address)?);
            continue;
        }
        let done = drive(serving.address, load, CONNECTIONS, ROUND)?;
        println!("{}", done.row(load.what));
        let bare = bare(once.bytes)?;
        let done = drive(bare, load, CONNECTIONS, ROUND)?;
        println!("{}", done.row("  a bare handler of as many bytes"));
    }
    memory(&serving, &asked, minutes)
}

fn start(program: &Path) -> Result<Serving, String> {
    let mut child = Command::new(program)
        .args(["serve", "--bind", "127.0.0.1:0", "--log", "human/warn"])
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{}: {error}", program.display()))?;
    let stderr = child.stderr.take().ok_or("the program has no stderr")?;
    let mut lines = BufReader::new(stderr);
    let mut first = String::new();
    let read = lines.read_line(&mut first);
    // Whatever else it says is not waited for, and must not stop it.
    std::thread::spawn(move || lines.lines().for_each(drop));
    let address = first
        .split_once("http://")
        .and_then(|(_, rest)| rest.split_whitespace().next())
        .and_then(|address| address.parse().ok());
    match (read, address) {
        (Ok(_), Some(address)) => Ok(Serving { child, address }),
        _ => {
            let _ = child.kill();
            let _ = child.wait();
            Err(format!(
                "the program does not say where it listens: {first}"
            ))
        }
    }
}

/// A handler that reads the body and answers as many bytes, in a server of the same framework without anything around it.
fn bare(bytes: usize) -> Result<SocketAddr, String> {
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .expect("a runtime can be built where the server has one");
        let answer = Bytes::from(vec![b' '; bytes]);
        let handler = move |_: Bytes| async move { answer };
        let app = Router::new()
            .fallback(handler.clone())
            .route("/bare", post(handler));
        runtime.block_on(async {
            let listener = TcpListener::bind("127.0.0.1:0").await?;
            let _ = tell.send(listener.local_addr()?);
            axum::serve(listener, app).await
        })
    });
    told.recv()
        .map_err(|_| "the bare handler does not listen".to_owned())
}

/// The memory of the program while everything is asked in turn.
fn memory(serving: &Serving, asked: &[Load], minutes: u64) -> Result<(), String> {
    let Some(before) = resident(serving.child.id()) else {
        return Ok(());
    };
    println!("\nmemory after the rounds above: {before} MB");
    for minute in 1..=minutes {
        let each = Duration::from_secs(60) / u32::try_from(asked.len()).unwrap_or(1);
        for load in asked {
            drive(serving.address, load, CONNECTIONS, each)?;
        }
        if let Some(now) = resident(serving.child.id()) {
            println!("memory after {minute} min: {now} MB");
        }
    }
    Ok(())
}

/// Megabytes in memory, as Linux tells.
fn resident(process: u32) -> Option<u64> {
    let told = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = told.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: u64 = line.trim().strip_suffix(" kB")?.trim().parse().ok()?;
    Some(kilobytes / 1024)
}
