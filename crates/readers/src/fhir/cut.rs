//! Where the resources of a text stand, without parsing what does not matter.
//!
//! Within JSON the bytes `"resourceType"` without a backslash before them are a whole string: every quote within a string is escaped. So each
//! resource of a bundle is found by looking for them, and what it is stands after them. Where that name is not the first of its object the
//! whole text is parsed instead.

use super::shape::{Bundle, Head};
use super::token::offset;
use memchr::memmem;

/// A resource of a text.
#[derive(Clone, Copy)]
pub(super) struct Found<'a> {
    /// Its type.
    pub(super) kind: &'a str,
    /// Its first byte.
    pub(super) start: usize,
    /// A byte after its last one, perhaps far after it.
    pub(super) before: usize,
    /// What it is called by in references from the same bundle.
    pub(super) url: Option<&'a str>,
}

impl Found<'_> {
    /// The same in a text that has so much before it.
    pub(super) fn moved(self, by: usize) -> Self {
        Self {
            start: self.start + by,
            before: self.before + by,
            ..self
        }
    }
}

/// The resources of a text, or why there are none.
pub(super) fn resources(text: &str) -> Result<Vec<Found<'_>>, &'static str> {
    let mut found = Vec::new();
    if in_order(text, &mut found) {
        if found.is_empty() {
            return Err("no-type");
        }
        found.retain(|of| of.kind != "Bundle" && of.kind != "Parameters");
        return Ok(found);
    }
    found.clear();
    parsed(text, text, None, 4, &mut found)?;
    Ok(found)
}

/// Looks for the resources by their type. Whether the type was the first name of each.
fn in_order<'a>(text: &'a str, found: &mut Vec<Found<'a>>) -> bool {
    let bytes = text.as_bytes();
    let name = b"\"resourceType\"";
    for at in memmem::find_iter(bytes, name) {
        if at > 0 && bytes[at - 1] == b'\\' {
            continue;
        }
        let Some(kind) = value_after(text, at + name.len()) else {
            continue;
        };
        let Some(start) = before(bytes, at).filter(|start| bytes[*start] == b'{') else {
            return false;
        };
        let url = match before(bytes, start) {
            None => None,
            Some(..=2) if text.starts_with('\u{feff}') => None,
            Some(colon) if bytes[colon] == b':' => match resource_at(text, colon) {
                Some(url) => url,
                None => continue,
            },
            // In a list: contained in another, and read with it.
            _ => continue,
        };
        if let Some(last) = found.last_mut() {
            last.before = start;
        }
        let before = bytes.len();
        found.push(Found {
            kind,
            start,
            before,
            url,
        });
    }
    true
}

/// The place of the last byte before this one that is no space.
fn before(bytes: &[u8], at: usize) -> Option<usize> {
    let mut at = at;
    while at > 0 {
        at -= 1;
        if !bytes[at].is_ascii_whitespace() {
            return Some(at);
        }
    }
    None
}

/// The string after a colon.
fn value_after(text: &str, at: usize) -> Option<&str> {
    let rest = text.get(at..)?.trim_ascii_start().strip_prefix(':')?;
    let rest = rest.trim_ascii_start().strip_prefix('"')?;
    let end = memchr::memchr(b'"', rest.as_bytes().get(..65.min(rest.len()))?)?;
    rest.get(..end)
}

/// Whether the name before this colon is `resource`; the `fullUrl` before it, if there is one.
fn resource_at(text: &str, colon: usize) -> Option<Option<&str>> {
    let ahead = text.get(..colon)?.trim_ascii_end();
    let ahead = ahead.strip_suffix("\"resource\"")?;
    let url = || {
        let ahead = ahead.trim_ascii_end().strip_suffix(',')?.trim_ascii_end();
        let ahead = ahead.strip_suffix('"')?;
        let start = memchr::memrchr(b'"', ahead.as_bytes())?;
        let name = ahead[..start].trim_ascii_end().strip_suffix(':')?;
        name.trim_ascii_end()
            .ends_with("\"fullUrl\"")
            .then(|| &ahead[start + 1..])
    };
    Some(url())
}

/// Parses a resource as far as to find those in it.
fn parsed<'a>(
    text: &'a str,
    of: &'a str,
    url: Option<&'a str>,
    depth: u8,
    found: &mut Vec<Found<'a>>,
) -> Result<(), &'static str> {
    let head: Head<'a> = serde_json::from_str(of).map_err(|_| "not-json")?;
    let kind = head.resource_type.and_then(|of| of.plain());
    let Some(kind) = kind else {
        return Err("no-type");
    };
    if kind != "Bundle" {
        let start = offset(of.trim_ascii_start(), text);
        found.push(Found {
            kind,
            start,
            before: start + of.trim_ascii().len(),
            url,
        });
        return Ok(());
    }
    if depth == 0 {
        return Err("too-deep");
    }
    let bundle: Bundle<'a> = serde_json::from_str(of).map_err(|_| "not-json")?;
    for entry in bundle.entry.0 {
        if let Some(resource) = entry.resource {
            let url = entry.full_url.and_then(|url| url.plain());
            // One broken entry does not take the others with it.
            let _ = parsed(text, resource.get(), url, depth - 1, found);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(&str, Option<&str>)> {
        let found = resources(text).expect("it is a bundle");
        found.iter().map(|of| (of.kind, of.url)).collect()
    }

    #[test]
    fn resources_are_found_in_either_order_of_names() {
        let first = r#"{"resourceType":"Bundle","entry":[{"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","contained":[{"resourceType":"X"}]}},
            { "resource" : { "resourceType" : "Observation", "note": "a \"resourceType\" in words" } } ]}"#;
        let last = r#"{"entry":[{"fullUrl":"urn:uuid:1","resource":{"id":"a","resourceType":"Patient"}},{"resource":{"id":"b","resourceType":"Observation"}}],"resourceType":"Bundle"}"#;
        for text in [first, last] {
            assert_eq!(
                kinds(text),
                [("Patient", Some("urn:uuid:1")), ("Observation", None)]
            );
        }
    }

    #[test]
    fn a_resource_by_itself_is_one() {
        assert_eq!(
            kinds(r#" {"resourceType":"Observation","contained":[{"resourceType":"Specimen"}]}"#),
            [("Observation", None)]
        );
    }
}
