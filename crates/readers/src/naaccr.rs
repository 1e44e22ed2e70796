//! Cancer registry abstracts in XML: each patient is a history, and each tumour of the breast a record.

mod cut;
mod her2;
mod items;
mod odd;
mod patient;
mod plain;
mod root;
mod scan;
mod stage;
mod told;
mod tumor;

use crate::Read;
use crate::piece::{Input, Piece, Pieces};
use her2_case::{History, Problem, Record, RecordKind, Severity};
use memchr::memmem;
use root::Root;
use std::borrow::Cow;
use std::sync::Arc;

/// Divides an input into pieces of whole patients.
pub(crate) fn pieces(input: Input) -> Pieces {
    Box::new(cut::Cutter::new(input))
}

/// Reads every patient of a piece.
pub(crate) fn read(piece: &Piece, each: &mut dyn FnMut(Read<'_>)) {
    let bytes = &piece.bytes;
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        let why = "the file is in UTF-16, and registries exchange XML in UTF-8; convert it, then read it again";
        each(unread(piece, "encoding-not-read", why));
        return;
    }
    // Codes are ASCII in every encoding that is read; a byte that is not UTF-8 stands in a text that nobody reads here.
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(ascii(bytes)),
    };
    let is_whole = piece.head.is_empty();
    let root = if is_whole {
        Root::of(&text)
    } else {
        Root::of(&ascii(&piece.head))
    };
    let Some(root) = root else {
        let why = "the file names a registry's root element and has none that can be read";
        each(unread(piece, "xml-broken", why));
        return;
    };
    let begin = format!("<{}Patient", root.prefix);
    let several = !is_whole || memmem::find_iter(bytes, &begin).nth(1).is_some();
    let first = piece.first.or(several.then_some(1));
    let mut at = 0;
    let from = if is_whole { root.inside } else { 0 };
    scan::patients(&text, from, &root.prefix, &mut |read| {
        let name = first.map(|first| format!("{}#{}", piece.name, first + at));
        let name = name.unwrap_or_else(|| piece.name.to_string());
        let range = if several {
            read.range.clone()
        } else {
            0..bytes.len()
        };
        let mut history = patient::history(&read, name, range.start);
        if at == 0 && first.is_none_or(|first| first == 1) {
            tell_first(&mut history, &root, matches!(text, Cow::Owned(_)));
        }
        at += 1;
        each(Read {
            history,
            text: Cow::Borrowed(&bytes[range]),
        });
    });
    if at == 0 {
        each(unread(
            piece,
            "no-patient",
            "the file holds no patient that can be read",
        ));
    }
}

/// What is odd about the input as a whole is told with its first patient.
fn tell_first(history: &mut History, root: &Root, is_masked: bool) {
    let record = &mut history.records[0];
    for (code, severity, message) in &root.odd {
        record.problems.push(Problem {
            code,
            severity: *severity,
            message: (*message).to_owned(),
            origin: None,
        });
    }
    if is_masked {
        record.problems.push(Problem {
            code: "encoding-odd",
            severity: Severity::Note,
            message: "some bytes are not UTF-8; codes are ASCII and were read, other text was not"
                .to_owned(),
            origin: None,
        });
    }
}

/// The bytes as ASCII, each other one replaced by one character, so that places stay what they are.
fn ascii(bytes: &[u8]) -> String {
    let of = |byte: &u8| {
        if byte.is_ascii() {
            char::from(*byte)
        } else {
            '?'
        }
    };
    bytes.iter().map(of).collect()
}

/// A piece of which nothing was read.
fn unread<'a>(piece: &'a Piece, code: &'static str, message: &str) -> Read<'a> {
    let mut record = Record::empty(piece.name_of(0), RecordKind::Naaccr);
    record.problems.push(Problem {
        code,
        severity: Severity::Error,
        message: message.to_owned(),
        origin: None,
    });
    Read {
        history: History::of(record),
        text: Cow::Borrowed(&piece.bytes),
    }
}

/// The name of an item in a tumour, made once.
fn path_of(tumor: usize, item: her2_knowledge::RegistryItem) -> Arc<str> {
    use std::sync::LazyLock;
    const KEPT: usize = 4;
    static PATHS: LazyLock<Vec<Arc<str>>> = LazyLock::new(|| {
        let tumors = 1..=KEPT;
        let all = her2_knowledge::RegistryItem::ALL;
        tumors
            .flat_map(|tumor| all.iter().map(move |item| written(tumor, *item)))
            .collect()
    });
    fn written(tumor: usize, item: her2_knowledge::RegistryItem) -> Arc<str> {
        format!("Tumor {tumor}, {}", item.id()).into()
    }
    let all = her2_knowledge::RegistryItem::ALL.len();
    match tumor.checked_sub(1).filter(|at| *at < KEPT) {
        Some(at) => Arc::clone(&PATHS[at * all + item as usize]),
        None => written(tumor, item),
    }
}
