//! Scans: told to be such, and recognised by another program only if the person asks.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// A PDF of one page that is a grey picture.
fn scan() -> Vec<u8> {
    let (width, height) = (500, 500);
    let content = "q 612 0 0 792 0 0 cm /I Do Q";
    let mut bytes = format!(
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n\
         3 0 obj\n<< /Type /Page /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>\nendobj\n\
         4 0 obj\n<< /Length {} >>\nstream\n{content}\nendstream\nendobj\n\
         5 0 obj\n<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Length {} >>\nstream\n",
        content.len(),
        width * height
    )
    .into_bytes();
    bytes.extend(vec![b'w'; width * height]);
    bytes.extend(b"\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 6 >>\n%%EOF\n");
    bytes
}

/// A program of this name that does this.
fn program(folder: &Path, name: &str, script: &str) {
    let path = folder.join(name);
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
}

/// Runs `her2` on the scan with only these programs; the folder for temporary files must be empty in the end.
fn run(command: &str, ocr: bool, programs: &[(&str, &str)]) -> (i32, String, String) {
    let (files, path, temporary) = (
        TempDir::new().unwrap(),
        TempDir::new().unwrap(),
        TempDir::new().unwrap(),
    );
    let given = files.path().join("scan.pdf");
    fs::write(&given, scan()).unwrap();
    for (name, script) in programs {
        program(path.path(), name, script);
    }
    let mut her2 = Command::new(env!("CARGO_BIN_EXE_her2"));
    her2.arg(command)
        .arg(&given)
        .env("PATH", path.path())
        .env("TMPDIR", temporary.path());
    if ocr {
        her2.arg("--ocr");
    }
    let done = her2.output().unwrap();
    assert_eq!(
        fs::read_dir(temporary.path()).unwrap().count(),
        0,
        "temporary files are left"
    );
    (
        done.status.code().unwrap(),
        String::from_utf8(done.stdout).unwrap(),
        String::from_utf8(done.stderr).unwrap(),
    )
}

const TELLS: &str = "case \"$1\" in *.pgm) ;; *) exit 3 ;; esac
printf 'SURGICAL PATHOLOGY\\nLeft breast, core biopsy: invasive ductal carcinoma.\\nHER2 by IHC: Positive (3+)\\n' > \"$2.txt\"";

#[test]
fn a_scan_is_told_to_be_one() {
    for command in ["read", "explain", "check", "plan"] {
        let (status, _, err) = run(command, false, &[("tesseract", TELLS)]);
        assert!(
            status == 1 && err.contains("scan-without-text") && err.contains("--ocr"),
            "{command}: {status} {err}"
        );
    }
}

#[test]
fn a_scan_is_recognised_if_the_person_asks() {
    let (status, out, err) = run("read", true, &[("tesseract", TELLS)]);
    assert!(out.contains("3+"), "{status} {out} {err}");
    assert!(
        out.contains("text-recognised") || err.contains("text-recognised"),
        "{out} {err}"
    );
    for command in ["explain", "check", "plan"] {
        let (_, out, err) = run(command, true, &[("tesseract", TELLS)]);
        assert!(
            !out.is_empty() && !err.contains("scan-without-text"),
            "{command}: {out} {err}"
        );
    }
}

#[test]
fn pictures_are_drawn_by_a_program_for_it_where_there_is_one() {
    let draws = "for last; do :; done\nprintf 'P5 1 1 255\\nx' > \"$last-1.pgm\"";
    let only_drawn = "case \"$1\" in */page-1.pgm) ;; *) exit 3 ;; esac\nprintf 'Left breast, core biopsy: HER2 IHC 1+\\n' > \"$2.txt\"";
    let (_, out, err) = run(
        "read",
        true,
        &[("tesseract", only_drawn), ("pdftoppm", draws)],
    );
    assert!(out.contains("1+"), "{out} {err}");
}

#[test]
fn what_is_missing_or_fails_is_told() {
    let (status, _, err) = run("read", true, &[]);
    assert!(
        status == 1 && err.contains("tesseract") && err.contains("install"),
        "{status} {err}"
    );
    let (status, _, err) = run("read", true, &[("tesseract", "exit 1")]);
    assert!(
        status == 1 && err.contains("did not recognise"),
        "{status} {err}"
    );
    let (status, _, err) = run("read", true, &[("tesseract", "printf ' \\n' > \"$2.txt\"")]);
    assert!(
        status == 1 && err.contains("no text was recognised"),
        "{status} {err}"
    );
}
