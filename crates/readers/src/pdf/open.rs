//! Opening a PDF with limits.

use super::limits::{OPENED, STREAM, STREAMS};
use super::problem;
use her2_case::{Problem, Severity};
use lopdf::{Document, LoadOptions};
use memchr::memmem;

/// The document, or why there is none.
pub(super) fn open(bytes: &[u8]) -> Result<Document, Problem> {
    let streams = memmem::find_iter(bytes, b"endstream")
        .count()
        .max(memmem::find_iter(bytes, b"stream").count() / 2);
    if streams > STREAMS {
        return Err(too_large());
    }
    let options = LoadOptions {
        max_decompressed_size: Some((OPENED / (streams + 1)).min(STREAM)),
        ..LoadOptions::default()
    };
    match Document::load_mem_with_options(bytes, options) {
        // Where no password is needed to open it, the library has taken this entry away.
        Ok(document) if document.trailer.has(b"Encrypt") => Err(locked()),
        Ok(document) => Ok(document),
        Err(lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. })) => {
            Err(too_large())
        }
        Err(
            lopdf::Error::InvalidPassword
            | lopdf::Error::Decryption(_)
            | lopdf::Error::UnsupportedSecurityHandler(_),
        ) => Err(locked()),
        Err(_) if memmem::find(bytes, b"/Encrypt").is_some() => Err(locked()),
        Err(_) => Err(broken()),
    }
}

fn too_large() -> Problem {
    problem(
        "pdf-limit",
        Severity::Error,
        "this PDF unpacks to more than what is read, and nothing of it was; ask for the report alone, or for its text",
    )
}

fn locked() -> Problem {
    problem(
        "pdf-encrypted",
        Severity::Error,
        "this PDF is locked with a password; open it and save or print it without one, or ask for the text",
    )
}

pub(super) fn broken() -> Problem {
    problem(
        "pdf-broken",
        Severity::Error,
        "this PDF is broken or incomplete and cannot be opened; fetch it again, or ask for the text",
    )
}
