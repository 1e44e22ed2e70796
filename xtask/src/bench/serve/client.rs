//! A client that keeps connections busy: each asks again as soon as it is answered.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

/// One request, as it goes over the line.
pub struct Load {
    pub what: &'static str,
    bytes: Vec<u8>,
}

impl Load {
    pub fn get(what: &'static str, path: &str) -> Self {
        let head = format!("GET {path} HTTP/1.1\r\nhost: bench\r\n\r\n");
        Self {
            what,
            bytes: head.into_bytes(),
        }
    }

    pub fn post(what: &'static str, path: &str, kind: &str, body: Vec<u8>) -> Self {
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: bench\r\ncontent-type: {kind}\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        Self {
            what,
            bytes: [head.into_bytes(), body].concat(),
        }
    }
}

impl Load {
    /// Asks once; what is answered.
    pub fn once(&self, address: SocketAddr) -> Result<String, String> {
        let stream = TcpStream::connect(address).map_err(|error| error.to_string())?;
        let told = answer(&mut BufReader::new(stream), &self.bytes);
        let (status, body) = told.map_err(|error| error.to_string())?;
        Ok(format!("{status} {}", String::from_utf8_lossy(&body)))
    }
}

/// What came of it.
pub struct Done {
    /// Microseconds of each answer, sorted.
    micros: Vec<u64>,
    /// Answers that were refusals.
    pub failed: u64,
    took: Duration,
    /// Bytes of the last answer.
    pub bytes: usize,
}

impl Done {
    /// One line of the table.
    pub fn row(&self, what: &str) -> String {
        let rate = self.micros.len() as f64 / self.took.as_secs_f64();
        let at = |percent: usize| {
            let index =
                (self.micros.len() * percent / 100).min(self.micros.len().saturating_sub(1));
            self.micros
                .get(index)
                .map_or(0.0, |micros| *micros as f64 / 1000.0)
        };
        format!(
            "{what:<42}{:>8}{rate:>12.0}{:>10.2}{:>10.2}{:>9}",
            self.bytes,
            at(50),
            at(99),
            self.failed
        )
    }
}

/// Asks on so many connections for so long.
pub fn drive(
    address: SocketAddr,
    load: &Load,
    connections: usize,
    time: Duration,
) -> Result<Done, String> {
    let begun = Instant::now();
    let each: Vec<Result<Done, String>> = thread::scope(|scope| {
        let threads: Vec<_> = (0..connections)
            .map(|_| scope.spawn(|| one(address, load, time)))
            .collect();
        let joined = threads.into_iter().map(|thread| {
            let done = thread.join();
            done.unwrap_or_else(|_| Err("the client has a fault".to_owned()))
        });
        joined.collect()
    });
    let mut all = Done {
        micros: Vec::new(),
        failed: 0,
        took: Duration::ZERO,
        bytes: 0,
    };
    for done in each {
        let done = done?;
        all.micros.extend(done.micros);
        all.failed += done.failed;
        all.bytes = done.bytes;
    }
    all.took = begun.elapsed();
    all.micros.sort_unstable();
    Ok(all)
}

fn one(address: SocketAddr, load: &Load, time: Duration) -> Result<Done, String> {
    let stream = TcpStream::connect(address).map_err(|error| error.to_string())?;
    stream
        .set_nodelay(true)
        .map_err(|error| error.to_string())?;
    let mut done = Done {
        micros: Vec::new(),
        failed: 0,
        took: time,
        bytes: 0,
    };
    let mut answers = BufReader::with_capacity(64 * 1024, stream);
    let begun = Instant::now();
    while begun.elapsed() < time {
        let asked = Instant::now();
        let (status, bytes) =
            ask(&mut answers, &load.bytes).map_err(|error| format!("{}: {error}", load.what))?;
        let micros = u64::try_from(asked.elapsed().as_micros()).unwrap_or(u64::MAX);
        done.micros.push(micros);
        done.failed += u64::from(status != 200);
        done.bytes = bytes;
    }
    Ok(done)
}

/// Asks once; the status, and the bytes of the answer.
pub fn ask(stream: &mut BufReader<TcpStream>, bytes: &[u8]) -> std::io::Result<(u16, usize)> {
    let (status, body) = answer(stream, bytes)?;
    Ok((status, body.len()))
}

/// Asks once; the status, and the answer.
pub fn answer(stream: &mut BufReader<TcpStream>, bytes: &[u8]) -> std::io::Result<(u16, Vec<u8>)> {
    stream.get_mut().write_all(bytes)?;
    let (mut status, mut length) = (0, 0);
    let mut line = String::new();
    loop {
        line.clear();
        if stream.read_line(&mut line)? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        if let Some(rest) = line.strip_prefix("HTTP/1.1 ") {
            status = rest
                .get(..3)
                .and_then(|code| code.parse().ok())
                .unwrap_or(0);
        }
        let head = line.split_once(':');
        let named = head.filter(|(name, _)| name.eq_ignore_ascii_case("content-length"));
        if let Some((_, value)) = named {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body)?;
    Ok((status, body))
}
