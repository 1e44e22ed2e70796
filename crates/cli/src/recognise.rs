//! Text recognition of scans by programs that are installed, when the person asks for it: the only other programs that are ever started.

use her2::{Format, Piece, Reading};
use std::collections::hash_map::RandomState;
use std::fs::{self, DirBuilder};
use std::hash::{BuildHasher, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// What a scan is told by.
const SCANS: [&str; 2] = ["scan-without-text", "pdf-letters-unknown"];
/// How long one page may take, and how long the pages of one file together.
const PAGE: Duration = Duration::from_secs(120);
const FILE: Duration = Duration::from_secs(600);
/// Pages of one scan that are recognised.
const PAGES: usize = 50;
/// Bytes of text that one page can have.
const LONGEST: u64 = 2_000_000;

/// What was recognised in a piece, if that was asked for and it is a scan. Otherwise why nothing was, and what to do.
pub fn reading(piece: &Piece, asked: bool) -> Result<Option<Reading<'static>>, String> {
    if !asked || piece.format() != Format::Pdf {
        return Ok(None);
    }
    let pages = pages(piece)?;
    Ok(pages.map(|pages| her2::read_recognised(piece.name(), &pages)))
}

/// The recognised pages of a PDF; nothing if it has its text.
fn pages(piece: &Piece) -> Result<Option<Vec<String>>, String> {
    let mut is_scan = false;
    her2::read_piece(piece, &mut |reading| {
        is_scan |= reading
            .problems()
            .any(|(_, problem)| SCANS.contains(&problem.code));
    });
    if !is_scan {
        return Ok(None);
    }
    let folder =
        Folder::new().map_err(|error| format!("no place for the pictures of the scan: {error}"))?;
    let until = Instant::now() + FILE;
    let mut pages = Vec::new();
    for image in images(piece, &folder, until)? {
        pages.push(text(&image, &folder, until)?);
    }
    if pages.iter().all(|page| page.trim().is_empty()) {
        return Err(
            "no text was recognised in this scan; ask the laboratory for the report as text"
                .to_owned(),
        );
    }
    Ok(Some(pages))
}

/// The pictures of the pages, drawn by `pdftoppm` if it is installed, else taken out of the file.
fn images(piece: &Piece, folder: &Folder, until: Instant) -> Result<Vec<PathBuf>, String> {
    let given = folder.0.join("scan.pdf");
    fs::write(&given, piece.bytes())
        .map_err(|error| format!("the scan cannot be copied: {error}"))?;
    let mut draw = Command::new("pdftoppm");
    draw.args(["-r", "300", "-gray", "-l", &PAGES.to_string()])
        .arg(&given)
        .arg(folder.0.join("page"));
    let drawn =
        matches!(run(&mut draw, FILE.min(left(until))), Ok(Some(status)) if status.success());
    let mut images: Vec<PathBuf> = Vec::new();
    if drawn {
        let entries = fs::read_dir(&folder.0)
            .map_err(|error| format!("the pictures cannot be listed: {error}"))?;
        images = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|ending| ending == "pgm"))
            .collect();
        images.sort();
    }
    if images.is_empty() {
        for (at, image) in her2::page_images(piece.bytes())
            .into_iter()
            .take(PAGES)
            .enumerate()
        {
            let path = folder.0.join(format!("image-{at:04}.{}", image.ending));
            fs::write(&path, &image.bytes)
                .map_err(|error| format!("a picture cannot be written: {error}"))?;
            images.push(path);
        }
    }
    if images.is_empty() {
        return Err(
            "the pictures of this scan cannot be taken out; install pdftoppm (package poppler-utils), or ask for the report as text"
                .to_owned(),
        );
    }
    Ok(images)
}

/// The text of a picture.
fn text(image: &Path, folder: &Folder, until: Instant) -> Result<String, String> {
    let base = folder.0.join("text");
    let mut recognise = Command::new("tesseract");
    recognise
        .arg(image)
        .arg(&base)
        .args(["-c", "preserve_interword_spaces=1"]);
    match run(&mut recognise, PAGE.min(left(until))) {
        Ok(Some(status)) if status.success() => {}
        Ok(Some(_)) => {
            return Err("tesseract did not recognise a page of this scan; ask the laboratory for the report as text".to_owned());
        }
        Ok(None) => {
            return Err(format!(
                "recognising this scan took longer than {} seconds a page and was stopped; give fewer pages",
                PAGE.as_secs()
            ));
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(
                "--ocr needs the program tesseract, which is not installed; install it (package tesseract-ocr), or ask for the report as text"
                    .to_owned(),
            );
        }
        Err(error) => return Err(format!("tesseract cannot be started: {error}")),
    }
    let written = base.with_extension("txt");
    let length = fs::metadata(&written).map_or(0, |of| of.len());
    if length > LONGEST {
        return Err("tesseract gave more text than a page can have; ask the laboratory for the report as text".to_owned());
    }
    let bytes = fs::read(&written)
        .map_err(|error| format!("the recognised text cannot be read: {error}"))?;
    let _ = fs::remove_file(&written);
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn left(until: Instant) -> Duration {
    until.saturating_duration_since(Instant::now())
}

/// Runs a program to its end, or for as long as it may take; nothing if it was stopped.
fn run(command: &mut Command, most: Duration) -> io::Result<Option<ExitStatus>> {
    let silent = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut child = silent.spawn()?;
    let until = Instant::now() + most;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if Instant::now() >= until {
            // It may have ended by itself just now.
            let _ = child.kill();
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(Duration::from_millis(10));
    }
}

/// A folder that nobody else may look into, gone when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new() -> io::Result<Self> {
        let chance = RandomState::new().build_hasher().finish();
        let path = std::env::temp_dir().join(format!("her2-{}-{chance:016x}", std::process::id()));
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        // A folder that is there already belongs to somebody else: that is an error.
        builder.create(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
