//! Help, version, completions, manual page, and wrong usage.

use crate::program::{her2, report, reports};

const SUBCOMMANDS: [&str; 11] = [
    "read",
    "decide",
    "explain",
    "check",
    "plan",
    "drugs",
    "monitor",
    "learn",
    "serve",
    "completions",
    "man",
];

#[test]
fn help_tells_the_exit_statuses_and_gives_examples() {
    let help = her2(&["--help"]);
    assert_eq!(help.status, 0);
    assert!(help.out.contains("Exit status:"));
    for subcommand in SUBCOMMANDS {
        assert!(help.out.contains(subcommand));
        let of_it = her2(&[subcommand, "--help"]);
        assert_eq!(of_it.status, 0);
        assert!(
            of_it.out.contains("Example"),
            "{subcommand} shows how it is used"
        );
    }
}

#[test]
fn every_flag_has_help() {
    for subcommand in SUBCOMMANDS {
        let help = her2(&[subcommand, "-h"]).out;
        let (_, options) = help.split_once("Options:").unwrap();
        let (options, _) = options.split_once("\n\n").unwrap_or((options, ""));
        let mut lines = options
            .lines()
            .filter(|line| !line.trim().is_empty())
            .peekable();
        while let Some(line) = lines.next() {
            if line.trim_start().starts_with('-') {
                let words_follow = line.trim_start().contains("  ")
                    || lines
                        .peek()
                        .is_some_and(|next| !next.trim_start().starts_with('-'));
                assert!(words_follow, "{subcommand}: {line}");
            }
        }
    }
}

#[test]
fn the_version_is_that_of_the_program_and_of_the_knowledge() {
    let version = her2(&["--version"]);
    assert!(version.out.starts_with("her2 0."));
    assert!(version.out.contains("knowledge"));
}

#[test]
fn completions_and_manual_page_know_every_subcommand() {
    let man = her2(&["man"]).out;
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = her2(&["completions", shell]).out;
        for subcommand in SUBCOMMANDS {
            assert!(script.contains(subcommand), "{shell} {subcommand}");
        }
    }
    assert!(
        SUBCOMMANDS
            .iter()
            .all(|subcommand| man.contains(subcommand))
    );
    assert!(man.contains("as\\-of"));
}

#[test]
fn wrong_usage_is_status_2_and_says_what_to_do() {
    let file = reports().join("pending.txt");
    let file = file.to_str().unwrap();
    let wrong: [(&[&str], &str); 9] = [
        (&["read"], "FILE|DIR|-"),
        (&["reed", file], "read"),
        (&["read", "-", "-"], "once"),
        (&["explain", "--as-of", "yesterday", file], "YYYY-MM-DD"),
        (
            &["explain", "--edition", "asco-cap-1999", file],
            "asco-cap-2018",
        ),
        (&["explain", "--lang", "tlh", file], "en"),
        (
            &["explain", "--format", "html", file, file],
            "--html FOLDER",
        ),
        (&["check", "--explain", "no-such-code"], "--list"),
        (&["decide", "no-such-file.jsonl"], "no-such-file.jsonl"),
    ];
    for (args, told) in wrong {
        let run = her2(args);
        assert_eq!(run.status, 2, "{args:?}: {}", run.err);
        assert!(run.err.contains(told), "{args:?}: {}", run.err);
        assert_eq!(run.out, "", "{args:?}");
    }
}

#[test]
fn every_command_that_writes_words_refuses_a_language_it_has_none_of() {
    let file = reports().join("pending.txt");
    let file = file.to_str().unwrap();
    let commands: [&[&str]; 6] = [
        &["explain", file],
        &["plan", "--template"],
        &["plan", "--ask", "never", file],
        &["monitor", "--drugs", "trastuzumab"],
        &["drugs", "--as-of", "2026-11-01"],
        &["learn"],
    ];
    for command in commands {
        let named = |lang| [command, &["--lang", lang]].concat();
        let refused = her2(&named("tlh"));
        assert_eq!(refused.status, 2, "{command:?}: {}", refused.err);
        assert!(refused.err.contains("no language `tlh`"), "{command:?}");
        assert_eq!(refused.out, "", "{command:?}");
        let told = her2(&named("en"));
        assert!(told.status < 2, "{command:?}: {}", told.err);
        assert!(told.out.len() > 200, "{command:?}");
    }
}

#[test]
fn pages_are_written_where_they_are_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("page.html");
    let file = reports().join("pending.txt");
    let run = her2(&[
        "explain",
        "--html",
        page.to_str().unwrap(),
        file.to_str().unwrap(),
    ]);
    assert_eq!((run.status, run.out.as_str()), (0, ""), "{}", run.err);
    let html = std::fs::read_to_string(&page).unwrap();
    assert!(html.to_lowercase().starts_with("<!doctype html>"));
    let pages = folder.path().join("pages");
    let run = her2(&[
        "explain",
        "--html",
        pages.to_str().unwrap(),
        reports().to_str().unwrap(),
    ]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert_eq!(std::fs::read_dir(&pages).unwrap().count(), 8);
    let nowhere = folder.path().join("no/such/page.html");
    let run = her2(&[
        "explain",
        "--html",
        nowhere.to_str().unwrap(),
        file.to_str().unwrap(),
    ]);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("cannot be written"));
}

#[test]
fn color_is_only_where_it_is_wanted() {
    let file = reports().join("group-2-open.txt");
    let file = file.to_str().unwrap();
    assert!(!report("group-2-open.txt").contains('\u{1b}'));
    for subcommand in ["explain", "check", "read"] {
        assert!(
            !her2(&[subcommand, file]).out.contains('\u{1b}'),
            "{subcommand}"
        );
    }
}
