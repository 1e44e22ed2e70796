//! The transcripts of the README are what the program prints.

use std::path::PathBuf;
use std::process::Command;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Each transcript: its command, and the lines shown. A line `…` stands for lines left out, at the end of a line for its rest.
fn transcripts() -> Vec<(String, Vec<String>)> {
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    readme
        .split("```\n")
        .filter_map(|block| block.strip_prefix("$ "))
        .map(|block| {
            let mut lines = block.lines().map(str::to_owned);
            (lines.next().unwrap(), lines.collect())
        })
        .collect()
}

fn is_shown(shown: &str, printed: &str) -> bool {
    match shown.strip_suffix('…') {
        Some(start) => printed.starts_with(start),
        None => printed.trim_end() == shown,
    }
}

#[cfg(unix)]
#[test]
fn the_transcripts_of_the_readme_are_what_the_program_prints() {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_her2"));
    let folder = program.parent().unwrap().to_owned();
    let path = std::env::var("PATH").unwrap();
    let transcripts = transcripts();
    assert!(transcripts.len() >= 3);
    for (command, shown) in transcripts {
        let done = Command::new("sh")
            .args(["-c", &command])
            .env("PATH", format!("{}:{path}", folder.display()))
            .current_dir(root())
            .output()
            .unwrap();
        let out = String::from_utf8(done.stdout).unwrap();
        let mut printed = out.lines();
        for line in shown.iter().filter(|line| *line != "…") {
            assert!(
                printed.any(|printed| is_shown(line, printed)),
                "`{command}` does not print, in this order: {line}\n{out}"
            );
        }
    }
}
