//! `her2 decide`: structured cases in, findings out, one JSON object a line.

use super::by;
use crate::args::DecideArgs;
use crate::failure::Failure;
use crate::pipeline::{Tally, in_order, threads};
use crate::progress::Progress;
use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;

/// Lines are worked on in blocks of about this size.
const BLOCK: usize = 256 * 1024;
/// A longer line is no case: it is cut here, which makes it one that is refused.
const LONGEST_LINE: usize = 1024 * 1024;

/// Decides every line.
pub fn run(args: &DecideArgs) -> Result<Tally, Failure> {
    let (as_of, edition) = by(&args.by)?;
    let decider = her2::LineDecider::new(as_of, edition);
    let source: Box<dyn Read + Send> = match args.path.as_deref() {
        None => Box::new(io::stdin()),
        Some(path) if path.as_os_str() == "-" => Box::new(io::stdin()),
        Some(path) => Box::new(open(path)?),
    };
    let work = |block: io::Result<Block>| {
        block.map(|block| {
            let mut out = Vec::with_capacity(block.bytes.len() * 2);
            let failed = decider.block(&block.bytes, block.first_line, &mut out);
            (out, block.lines, failed)
        })
    };
    let mut stdout = BufWriter::new(io::stdout().lock());
    let mut tally = Tally::default();
    let mut progress = Progress::new("lines");
    let mut broken = None;
    in_order(Blocks::new(source), threads(args.threads), work, |done| {
        match done {
            Ok((out, lines, failed)) => {
                tally.read += lines;
                tally.found += failed;
                progress.step(lines);
                stdout.write_all(&out)?;
                stdout.flush()?;
            }
            Err(error) => broken = Some(error),
        }
        Ok(())
    })?;
    drop(progress);
    match broken {
        Some(error) => Err(Failure::Usage(format!(
            "the cases cannot be read to their end: {error}"
        ))),
        None => Ok(tally),
    }
}

fn open(path: &Path) -> Result<File, Failure> {
    let refused = |error: io::Error| {
        Failure::Usage(format!(
            "{}: the file cannot be read: {error}. Look at the spelling and the permissions",
            path.display()
        ))
    };
    let file = File::open(path).map_err(refused)?;
    if file.metadata().map_err(refused)?.is_dir() {
        return Err(Failure::Usage(format!(
            "{}: is a folder; give a file of JSON lines",
            path.display()
        )));
    }
    Ok(file)
}

/// Whole lines, and the number of the first.
struct Block {
    bytes: Vec<u8>,
    first_line: u64,
    lines: u64,
}

/// Cuts a stream into blocks at ends of lines.
struct Blocks<R> {
    source: R,
    rest: Vec<u8>,
    next_line: u64,
    over: bool,
}

impl<R: Read> Blocks<R> {
    fn new(source: R) -> Self {
        Self {
            source,
            rest: Vec::new(),
            next_line: 1,
            over: false,
        }
    }

    /// Adds what the source has by now to the rest, so that a program that waits for each answer gets it; false at its end.
    fn fill(&mut self) -> io::Result<bool> {
        let before = self.rest.len();
        self.rest.resize(before + BLOCK, 0);
        let read = loop {
            match self.source.read(&mut self.rest[before..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        self.rest
            .truncate(before + read.as_ref().copied().unwrap_or(0));
        read.map(|read| read > 0)
    }

    fn cut(&mut self, end: usize) -> Block {
        let rest = self.rest.split_off(end);
        let bytes = std::mem::replace(&mut self.rest, rest);
        let ends = bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
        let lines = ends + u64::from(bytes.last() != Some(&b'\n'));
        let first_line = self.next_line;
        self.next_line += lines;
        Block {
            bytes,
            first_line,
            lines,
        }
    }
}

impl<R: Read> Iterator for Blocks<R> {
    type Item = io::Result<Block>;

    fn next(&mut self) -> Option<Self::Item> {
        // Whether a line that is too long is being passed over.
        let mut cut_line = false;
        while !self.over {
            match self.fill() {
                Ok(more) => self.over = !more,
                Err(error) => {
                    self.over = true;
                    return Some(Err(error));
                }
            }
            if let Some(last) = self.rest.iter().rposition(|byte| *byte == b'\n') {
                if cut_line {
                    let first = self.rest[LONGEST_LINE..]
                        .iter()
                        .position(|byte| *byte == b'\n');
                    if let Some(first) = first {
                        self.rest.drain(LONGEST_LINE..LONGEST_LINE + first);
                        return Some(Ok(self.cut(LONGEST_LINE + 1)));
                    }
                }
                return Some(Ok(self.cut(last + 1)));
            }
            if self.rest.len() > LONGEST_LINE {
                cut_line = true;
                self.rest.truncate(LONGEST_LINE);
            }
        }
        (!self.rest.is_empty()).then(|| Ok(self.cut(self.rest.len())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &[u8]) -> Vec<Block> {
        Blocks::new(text).map(Result::unwrap).collect()
    }

    #[test]
    fn blocks_hold_whole_lines_and_number_them() {
        let line = format!("{}\n", "x".repeat(999));
        let text = line.repeat(1000) + "last";
        let cut = blocks(text.as_bytes());
        assert!(cut.len() > 2);
        let joined: Vec<u8> = cut.iter().flat_map(|block| block.bytes.clone()).collect();
        assert_eq!(joined, text.as_bytes());
        let mut next = 1;
        for block in &cut {
            assert_eq!(block.first_line, next);
            next += block.lines;
        }
        assert_eq!(next, 1002);
    }

    #[test]
    fn a_line_without_end_does_not_fill_the_memory() {
        let mut text = vec![b'x'; 5 * LONGEST_LINE];
        text.extend_from_slice(b"\nnext\nlast");
        let cut = blocks(&text);
        assert!(
            cut.iter()
                .all(|block| block.bytes.len() <= LONGEST_LINE + BLOCK)
        );
        let lines: u64 = cut.iter().map(|block| block.lines).sum();
        assert_eq!(lines, 3);
        let joined: Vec<u8> = cut.iter().flat_map(|block| block.bytes.clone()).collect();
        assert!(joined.ends_with(b"x\nnext\nlast"));
    }
}
