//! What stands before the first patient: the declaration, and the root with the dictionary it names.

use her2_case::Severity;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// What is known before the first patient.
#[derive(Clone, Debug, Default)]
pub(super) struct Root {
    /// The letters before the names of its elements, colon included.
    pub(super) prefix: String,
    /// Where what stands in the root begins.
    pub(super) inside: usize,
    /// What is odd about the input as a whole.
    pub(super) odd: Vec<(&'static str, Severity, &'static str)>,
}

/// The versions of the dictionary whose items are known.
const VERSIONS: std::ops::RangeInclusive<u16> = 140..=260;

impl Root {
    /// Reads up to the start of the root; nothing if it is not in this text.
    pub(super) fn of(text: &str) -> Option<Self> {
        let mut reader = Reader::from_str(text);
        let mut root = Self::default();
        loop {
            match reader.read_event().ok()? {
                Event::DocType(_) => root.odd.push((
                    "doctype-ignored",
                    Severity::Warning,
                    "the file declares a document type; it is ignored, and no entity of it is expanded",
                )),
                Event::Start(start) | Event::Empty(start) => {
                    if start.local_name().as_ref() != "NaaccrData" {
                        return None;
                    }
                    let name = start.name();
                    let before = name.as_ref().len() - "NaaccrData".len();
                    root.prefix = name.as_ref()[..before].to_owned();
                    root.inside = usize::try_from(reader.buffer_position()).ok()?;
                    root.odd.extend(odd_version(&start));
                    return Some(root);
                }
                Event::Eof | Event::End(_) => return None,
                _ => {}
            }
        }
    }
}

/// The dictionary is named by a URI that ends in its version: `naaccr-dictionary-250.xml`.
fn odd_version(start: &BytesStart<'_>) -> Option<(&'static str, Severity, &'static str)> {
    let attribute = start.try_get_attribute("baseDictionaryUri").ok().flatten();
    let Some(attribute) = attribute else {
        return Some((
            "dictionary-not-named",
            Severity::Note,
            "the file names no dictionary; its items are read by those of the newest version that is known",
        ));
    };
    let version = attribute.value.rsplit('-').next();
    let version: Option<u16> = version.and_then(|end| end.strip_suffix(".xml")?.parse().ok());
    let known = version.is_some_and(|version| VERSIONS.contains(&version));
    (!known).then_some((
        "dictionary-not-known",
        Severity::Note,
        "the file names a dictionary that is not known here; its items are read by those of the newest version that is known",
    ))
}
