//! Which format some bytes are, told by what they hold and never by a file's name.

use memchr::memmem;

/// A format that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Free text of one report.
    Report,
    /// A PDF of one report.
    Pdf,
    /// One FHIR resource or bundle in JSON.
    FhirJson,
    /// FHIR resources or bundles, one a line.
    FhirNdjson,
    /// Messages of HL7 version 2, with or without framing and batch segments.
    Hl7v2,
    /// A registry's XML.
    NaaccrXml,
    /// Rows with this byte between cells.
    Table {
        /// `,`, a tab, `;` or `|`.
        delimiter: u8,
    },
    /// Rows as JSON objects, one a line.
    JsonLines,
    /// JSON that is none of these, such as a case of care.
    Json,
}

/// How many bytes are looked at to tell the format.
pub const SNIFFED: usize = 64 * 1024;

/// The format of an input by its first bytes, of which 64 KB are enough. What is none of the others is a report.
///
/// Compressed input is told by its content: decompress first ([`is_gzip`]).
pub fn sniff(head: &[u8]) -> Format {
    let head = &head[..head.len().min(SNIFFED)];
    if memmem::find(&head[..head.len().min(1024)], b"%PDF-").is_some() {
        return Format::Pdf;
    }
    // The same letters in units of two bytes, in either order.
    if head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]) {
        let named = memmem::find(head, b"N\0a\0a\0c\0c\0r\0D\0a\0t\0a");
        return named.map_or(Format::Report, |_| Format::NaaccrXml);
    }
    let text = without_mark(head).trim_ascii_start();
    let unframed = text.strip_prefix(b"\x0b").unwrap_or(text);
    if [&b"MSH"[..], b"FHS", b"BHS"].iter().any(|segment| {
        unframed.starts_with(segment) && unframed.get(3).is_some_and(u8::is_ascii_punctuation)
    }) {
        return Format::Hl7v2;
    }
    match text.first() {
        Some(b'<') if memmem::find(text, b"NaaccrData").is_some() => Format::NaaccrXml,
        Some(b'{') if text.starts_with(b"{\\rtf") => Format::Report,
        Some(b'{') => json(text),
        _ => crate::table::delimiter(text)
            .map_or(Format::Report, |delimiter| Format::Table { delimiter }),
    }
}

/// One object, or one a line: in lines, another object begins after the end of the first line.
fn json(text: &[u8]) -> Format {
    let mut lines = text.splitn(3, |byte| *byte == b'\n');
    let first = lines.next().unwrap_or_default().trim_ascii();
    let second = lines.next().unwrap_or_default().trim_ascii_start();
    let whole_line = first.len() > 1 && first.ends_with(b"}");
    let is_resource = memmem::find(text, b"\"resourceType\"").is_some();
    let several = whole_line && second.starts_with(b"{");
    match (is_resource, several) {
        (true, true) => Format::FhirNdjson,
        (true, false) => Format::FhirJson,
        (false, true) => Format::JsonLines,
        (false, false) => Format::Json,
    }
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// Whether the bytes are compressed by gzip.
pub fn is_gzip(head: &[u8]) -> bool {
    head.starts_with(&[0x1f, 0x8b])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_by_what_they_hold() {
        for (bytes, format) in [
            (&b"%PDF-1.7\n"[..], Format::Pdf),
            (b"MSH|^~\\&|LAB", Format::Hl7v2),
            (b"\x0bMSH|^~\\&|LAB", Format::Hl7v2),
            (b"\xef\xbb\xbfMSH|^~\\&|LAB", Format::Hl7v2),
            (b"BHS|^~\\&|LAB", Format::Hl7v2),
            (b"<?xml version=\"1.0\"?>\n<NaaccrData>", Format::NaaccrXml),
            (b" {\n \"resourceType\": \"Bundle\"}", Format::FhirJson),
            (
                b"{\"resourceType\":\"Bundle\"}\n{\"resourceType\":\"Bundle\"}",
                Format::FhirNdjson,
            ),
            (b"{\"a\":1}\n{\"a\":2}\n", Format::JsonLines),
            (b"{\"setting\":\"early\"}", Format::Json),
            (b"SURGICAL PATHOLOGY\nHER2: 3+", Format::Report),
            (b"", Format::Report),
        ] {
            assert_eq!(sniff(bytes), format, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
