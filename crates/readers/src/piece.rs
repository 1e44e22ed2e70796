//! Pieces of an input that can be read on their own, so that any number of patients is read with bounded memory and on every core.

use crate::format::{Format, SNIFFED, is_gzip, sniff};
use crate::options::Options;
use crate::{Read, fhir, hl7v2, naaccr, pdf, report, table};
use flate2::read::MultiGzDecoder;
use her2_case::History;
use std::borrow::Cow;
use std::fmt;
use std::io::{self, BufRead, BufReader, Read as _};
use std::sync::Arc;

/// Why the rest of an input cannot be read. Never holds text of the input.
#[derive(Debug, thiserror::Error)]
pub enum InputError {
    /// The source of the bytes failed, or what is compressed is broken.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// One record is larger than what is allowed.
    #[error("a record is larger than {megabytes} MB")]
    TooLarge {
        /// The limit.
        megabytes: u64,
    },
}

/// A part of an input that can be read on its own: whole patients, never half of one.
///
/// `Debug` shows its format and length only.
pub struct Piece {
    /// The name of the input.
    pub(crate) name: Arc<str>,
    /// The format.
    pub(crate) format: Format,
    /// What stands before the first record of the input and is needed to read every piece: the header of a table, the root of an XML.
    pub(crate) head: Arc<[u8]>,
    /// The piece.
    pub(crate) bytes: Vec<u8>,
    /// The number of its first record in the input, from 1, if the input may hold several patients.
    pub(crate) first: Option<u64>,
    /// How to read it.
    pub(crate) options: Arc<Options>,
}

impl Piece {
    /// A whole input in memory.
    pub fn whole(name: &str, bytes: Vec<u8>, options: &Arc<Options>) -> Self {
        Self {
            name: name.into(),
            format: format_of(&bytes, options),
            head: Arc::default(),
            bytes,
            first: None,
            options: Arc::clone(options),
        }
    }

    /// The name of the input.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The format.
    pub fn format(&self) -> Format {
        self.format
    }

    /// The bytes, decompressed.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The name of one record of it: that of the input, with the record's number if it may hold several.
    pub(crate) fn name_of(&self, after_first: u64) -> String {
        match self.first {
            Some(first) => format!("{}#{}", self.name, first + after_first),
            None => self.name.to_string(),
        }
    }

    /// Reads every patient of it, in order. Never fails: what is odd is among the problems of the records.
    pub fn each(&self, each: &mut dyn FnMut(Read<'_>)) {
        match self.format {
            Format::Report | Format::Json => each(Read {
                history: History::of(report::read(&self.name, &self.bytes)),
                text: Cow::Borrowed(&self.bytes),
            }),
            Format::Pdf => pdf::read(self, each),
            Format::FhirJson | Format::FhirNdjson => fhir::read(self, each),
            Format::Hl7v2 => hl7v2::read(self, each),
            Format::NaaccrXml => naaccr::read(self, each),
            Format::Table { .. } | Format::JsonLines => table::read(self, each),
        }
    }
}

impl fmt::Debug for Piece {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Piece({:?}, {} bytes)", self.format, self.bytes.len())
    }
}

/// The pieces of an input, one after the other.
pub type Pieces = Box<dyn Iterator<Item = Result<Piece, InputError>> + Send>;

/// An input whose format is known, on its way to pieces.
pub(crate) struct Input {
    pub(crate) name: Arc<str>,
    pub(crate) format: Format,
    pub(crate) bytes: Box<dyn BufRead + Send>,
    pub(crate) options: Arc<Options>,
}

/// Divides an input into pieces while it is read. Compressed input is decompressed.
pub fn pieces(
    name: &str,
    bytes: impl io::Read + Send + 'static,
    options: &Arc<Options>,
) -> Result<Pieces, InputError> {
    let mut bytes = BufReader::with_capacity(SNIFFED, bytes);
    let (head, mut bytes) = {
        let head = take_head(&mut bytes)?;
        if is_gzip(&head) {
            let whole = io::Cursor::new(head).chain(bytes);
            let mut inner: Box<dyn io::Read + Send> = Box::new(MultiGzDecoder::new(whole));
            (take_head(&mut inner)?, inner)
        } else {
            (head, Box::new(bytes) as Box<dyn io::Read + Send>)
        }
    };
    let format = format_of(&head, options);
    // What fits into the head is the whole input most of the time.
    let bytes: Box<dyn BufRead + Send> = if head.len() < SNIFFED {
        Box::new(io::Cursor::new(head))
    } else {
        let mut rest = Vec::new();
        bytes.by_ref().take(1).read_to_end(&mut rest)?;
        let whole = io::Cursor::new(head)
            .chain(io::Cursor::new(rest))
            .chain(bytes);
        Box::new(BufReader::with_capacity(1 << 18, whole))
    };
    let input = Input {
        name: name.into(),
        format,
        bytes,
        options: Arc::clone(options),
    };
    Ok(match format {
        Format::FhirNdjson => fhir::pieces(input),
        Format::NaaccrXml => naaccr::pieces(input),
        Format::Table { .. } | Format::JsonLines => table::pieces(input),
        Format::Hl7v2 => hl7v2::pieces(input),
        Format::Report | Format::Pdf | Format::FhirJson | Format::Json => whole(input),
    })
}

/// The format by the first bytes, unless the person says that it is a table.
fn format_of(head: &[u8], options: &Options) -> Format {
    match sniff(head) {
        Format::Report if options.columns.is_some() => Format::Table {
            delimiter: table::likeliest_delimiter(head),
        },
        Format::Json if options.columns.is_some() => Format::JsonLines,
        format => format,
    }
}

fn take_head(bytes: &mut impl io::Read) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    let most = u64::try_from(SNIFFED).unwrap_or(u64::MAX);
    bytes.take(most).read_to_end(&mut head)?;
    Ok(head)
}

/// The whole input as one piece.
pub(crate) fn whole(input: Input) -> Pieces {
    Box::new(std::iter::once_with(move || {
        let limit = input.options.max_record;
        let mut bytes = Vec::new();
        let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
        input.bytes.take(most).read_to_end(&mut bytes)?;
        if bytes.len() > limit {
            return Err(input.options.too_large());
        }
        Ok(Piece {
            name: input.name,
            format: input.format,
            head: Arc::default(),
            bytes,
            first: None,
            options: input.options,
        })
    }))
}
