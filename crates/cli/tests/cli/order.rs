//! Many records: in the order of the input, whatever the threads; folders; pipes.

use crate::program::{her2, her2_with, report, reports};
use std::fs;
use std::io::Read;
use std::process::{Command, Stdio};

#[test]
fn p4_many_records_come_in_the_order_of_the_input_with_any_number_of_threads() {
    let folder = tempfile::tempdir().unwrap();
    let (long, short) = (report("prior-and-amended.txt"), report("pending.txt"));
    for number in 0..120 {
        let text = if number % 10 == 0 {
            long.repeat(8)
        } else {
            short.clone()
        };
        fs::write(folder.path().join(format!("{number:03}.txt")), text).unwrap();
    }
    let path = folder.path().to_str().unwrap();
    let run = |threads| her2(&["read", "--format", "json", "--threads", threads, path]);
    let one = run("1");
    assert_eq!(one.out.lines().count(), 120);
    for (number, line) in one.out.lines().enumerate() {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(
            record["record"]
                .as_str()
                .unwrap()
                .ends_with(&format!("{number:03}.txt"))
        );
    }
    for threads in ["2", "3", "8"] {
        assert!(run(threads).out == one.out, "{threads} threads");
    }
    let single = her2(&["read", "--format", "json", &format!("{path}/007.txt")]);
    assert_eq!(one.out.lines().nth(7), Some(single.out.trim_end()));
}

#[test]
fn structured_cases_come_in_the_order_of_the_lines_with_any_number_of_threads() {
    let lines: String = (0..20_000)
        .map(|number| {
            format!(
                "{{\"id\":\"{number}\",\"ihc\":{{\"score\":\"{}+\"}}}}\n",
                1 + number % 3
            )
        })
        .collect();
    let run = |threads| her2_with(&["decide", "--threads", threads], lines.as_bytes());
    let one = run("1");
    assert_eq!((one.status, one.err.as_str()), (0, ""));
    assert_eq!(one.out.lines().count(), 20_000);
    assert!(one.out.lines().nth(19_999).unwrap().contains("\"19999\""));
    assert!(run("5").out == one.out);
}

#[test]
fn folders_leave_out_what_is_hidden_and_what_is_not_read_and_say_so() {
    let folder = tempfile::tempdir().unwrap();
    let text = report("pending.txt");
    for name in [
        "b.txt",
        "a",
        "sub/c.TXT",
        ".hidden.txt",
        ".git/d.txt",
        "slide.svs",
        "x.docx",
    ] {
        let file = folder.path().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, &text).unwrap();
    }
    let path = folder.path().to_str().unwrap();
    let run = her2(&["read", "--format", "json", path]);
    let names: Vec<String> = run
        .out
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["record"].to_string())
        .collect();
    assert_eq!(names.len(), 3, "{names:?}");
    assert!(names[0].contains("/a") && names[1].contains("/b.txt") && names[2].contains("c.TXT"));
    assert!(run.err.contains("left out 2 files"), "{}", run.err);
    assert!(run.err.contains("1 .svs"));
    let named = her2(&["read", "--format", "json", &format!("{path}/slide.svs")]);
    assert_eq!(named.out.lines().count(), 1);
}

#[test]
fn a_file_a_folder_and_stdin_can_stand_together() {
    let folder = reports();
    let file = folder.join("pending.txt");
    let run = her2_with(
        &[
            "read",
            "--format",
            "json",
            file.to_str().unwrap(),
            "-",
            folder.to_str().unwrap(),
        ],
        report("positive-3plus.txt").as_bytes(),
    );
    assert_eq!(run.status, 0, "{}", run.err);
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(lines.len(), 10);
    assert!(lines[0].contains("pending.txt") && lines[1].starts_with("{\"record\":\"-\""));
}

#[test]
fn a_reader_that_stops_early_is_no_fault() {
    let folder = reports();
    let paths = vec![folder.to_str().unwrap(); 200];
    let mut child = Command::new(env!("CARGO_BIN_EXE_her2"))
        .args(["read", "--format", "json"])
        .args(paths)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut some = [0; 100];
    child.stdout.take().unwrap().read_exact(&mut some).unwrap();
    let done = child.wait_with_output().unwrap();
    assert_eq!(done.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&done.stderr), "");
}

#[test]
fn a_program_that_waits_for_each_answer_gets_it() {
    use std::io::{BufRead, BufReader, Write};
    use std::sync::mpsc::channel;
    use std::time::Duration;
    let mut child = Command::new(env!("CARGO_BIN_EXE_her2"))
        .arg("decide")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut questions = child.stdin.take().unwrap();
    let (answered, answers) = channel();
    let printed = BufReader::new(child.stdout.take().unwrap());
    std::thread::spawn(move || {
        printed
            .lines()
            .try_for_each(|line| answered.send(line.unwrap()))
    });
    for id in ["first", "second"] {
        writeln!(
            questions,
            "{{\"id\":\"{id}\",\"ihc\":{{\"score\":\"3+\"}}}}"
        )
        .unwrap();
        let answer = answers.recv_timeout(Duration::from_secs(30)).unwrap();
        assert!(
            answer.contains(id) && answer.contains("POSITIVE"),
            "{answer}"
        );
    }
    drop(questions);
    assert!(child.wait().unwrap().success());
}
