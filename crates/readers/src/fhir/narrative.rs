//! What a report or a document says in words: conclusions, narratives and attached text, read as a report in text is.

use super::about::row;
use super::attached::{base64, plain};
use super::held::{Common, Held};
use super::merge::{self, Told};
use super::shape::{Attachment, Concept, Document, Report};
use super::token::Text;
use crate::report;
use her2_case::{Context, Problem, Record, Severity, Span, Specimen};
use her2_knowledge::codes::{Item, cancer_stems};
use std::collections::BTreeSet;

/// Text that was taken out of its wrapping, and the record read from it.
pub(super) struct InWords {
    /// The record; its places are ranges of the words.
    pub(super) record: Record,
    /// The words.
    pub(super) words: String,
    /// Which part of them stands where.
    parts: Vec<(Span, String)>,
}

/// A document of which nothing was read.
pub(super) struct Lost {
    /// Where it stands.
    pub(super) path: String,
    /// What it is.
    pub(super) why: &'static str,
    /// Whether it is a picture, which beside words mostly shows something else than words.
    pub(super) picture: bool,
}

/// Words on their way to the report reader.
#[derive(Default)]
pub(super) struct Words {
    words: String,
    parts: Vec<(Span, String)>,
    /// What could not be read.
    pub(super) unread: Vec<&'static str>,
    /// The same, each with its place.
    pub(super) lost: Vec<Lost>,
    pub(super) problems: Vec<Problem>,
}

/// Whether concepts name a pathology report; nothing if there are none.
pub(super) fn is_pathology<'c, 'a: 'c>(
    concepts: impl Iterator<Item = &'c Concept<'a>>,
) -> Option<bool> {
    let mut named = None;
    for concept in concepts {
        let coded = concept.coding.iter().any(|coding| {
            let by_code = row(coding).is_some_and(|row| {
                matches!(row.meaning, her2_knowledge::codes::Meaning::Item(item) if is_narrative(item))
            });
            // The sections of diagnostic services.
            let code = coding.code.and_then(Text::plain).unwrap_or_default();
            by_code || matches!(code, "PAT" | "SP" | "CP" | "LP7839-6")
        });
        let displays = concept.coding.iter().filter_map(|coding| coding.display);
        let worded = concept.text.into_iter().chain(displays).any(|text| {
            let text = text.value().to_lowercase();
            let stems = cancer_stems().iter().filter(|stem| {
                stem.ends_with("log")
                    || stem.starts_with("biops")
                    || stem.starts_with("her")
                    || **stem == "synoptic"
            });
            stems.into_iter().any(|stem| text.contains(stem))
        });
        named = Some(named.unwrap_or(false) || coded || worded);
    }
    named
}

/// Whether an item is a narrative.
pub(super) fn is_narrative(item: Item) -> bool {
    matches!(
        item,
        Item::PathologyReport
            | Item::ReportDiagnosis
            | Item::ReportComment
            | Item::ReportMicroscopy
            | Item::ReportGross
            | Item::ReportHistory
    )
}

impl Words {
    /// Adds words, unless they are there already.
    pub(super) fn add(&mut self, words: &str, path: String) {
        let words = words.trim();
        if words.is_empty() || self.words.contains(words) {
            return;
        }
        if !self.words.is_empty() {
            self.words.push_str("\n\n");
        }
        let start = self.words.len();
        self.words.push_str(words);
        self.parts.push((Span::new(start, self.words.len()), path));
    }

    /// Adds what a report says in words. What was generated from its results is left out where those are read.
    pub(super) fn report<'a>(
        &mut self,
        held: &Held<'a, Report<'a>>,
        results: bool,
        common: &Common<'a>,
        seen: &mut BTreeSet<u64>,
    ) {
        let path = held.path();
        for (at, form) in held.it.presented_form.iter().enumerate() {
            self.attachment(
                held,
                form,
                common,
                &format!("{path}.presentedForm[{at}]"),
                seen,
            );
        }
        if let Some(text) = &held.it.text
            && let Some(div) = text.div
        {
            let generated = text.status.is_some_and(|of| of.value() == "generated");
            if !(generated && results) {
                self.add(&plain(&div.value()), format!("{path}.text"));
            }
        }
        if let Some(conclusion) = held.it.conclusion {
            self.add(&conclusion.value(), format!("{path}.conclusion"));
        }
    }

    /// Adds the content of a document.
    pub(super) fn document<'a>(
        &mut self,
        held: &Held<'a, Document<'a>>,
        common: &Common<'a>,
        seen: &mut BTreeSet<u64>,
    ) {
        let path = held.path();
        for (at, content) in held.it.content.iter().enumerate() {
            if let Some(attachment) = &content.attachment {
                self.attachment(
                    held,
                    attachment,
                    common,
                    &format!("{path}.content[{at}].attachment"),
                    seen,
                );
            }
        }
    }

    fn attachment<'a, T>(
        &mut self,
        held: &Held<'a, T>,
        of: &Attachment<'a>,
        common: &Common<'a>,
        path: &str,
        seen: &mut BTreeSet<u64>,
    ) {
        let own = of.content_type;
        let (data, kind) = match of.data {
            Some(data) => (data, own),
            None => {
                let Some(binary) = of.url.and_then(|url| common.binary(held, url)) else {
                    self.lose(
                        path,
                        "that is not in the text",
                        "a document that was not sent",
                    );
                    return;
                };
                let Some(data) = binary.it.data.or(binary.it.content) else {
                    self.lose(path, "that is empty", "a document without content");
                    return;
                };
                (data, own.or(binary.it.content_type))
            }
        };
        let data = data.value();
        // The same document hangs on a report and beside it as often as not.
        if !seen.insert(print(data.as_bytes())) {
            return;
        }
        let Some(bytes) = base64(&data) else {
            self.problems.push(Problem {
                code: "attachment-not-understood",
                severity: Severity::Warning,
                message: format!("{path}: it is no base64, or too large; nothing was read from it"),
                origin: None,
            });
            return;
        };
        let kind = kind
            .map(|kind| kind.value().to_ascii_lowercase())
            .unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default().trim();
        if bytes.starts_with(b"%PDF-") {
            self.pdf(&bytes, path);
            return;
        }
        match kind {
            "text/html" | "application/xhtml+xml" => {
                let decoded = crate::decode(&bytes);
                self.add(&plain(&decoded.text), path.to_owned());
            }
            "text/plain" | "text" | "" | "text/markdown" => {
                let decoded = crate::decode(&bytes);
                if decoded.binary {
                    self.lose(path, "that is no text", "a document that is no text");
                } else {
                    self.add(&decoded.text, path.to_owned());
                }
            }
            kind => {
                let picture = kind.starts_with("image/");
                self.lose(
                    path,
                    "of another kind",
                    "a document of a kind that is not read",
                );
                if let Some(lost) = self.lost.last_mut() {
                    lost.picture = picture;
                }
            }
        }
    }

    /// A document that is not read: counted, and named with its place.
    fn lose(&mut self, path: &str, counted: &'static str, why: &'static str) {
        self.unread.push(counted);
        self.lost.push(Lost {
            path: path.to_owned(),
            why,
            picture: false,
        });
    }

    fn pdf(&mut self, bytes: &[u8], path: &str) {
        let told = crate::pdf::text(bytes);
        if told.text.trim().is_empty() {
            self.lose(
                path,
                "as PDF without text",
                "a PDF without text that can be read",
            );
            self.problems.extend(told.problems);
        } else {
            self.add(&told.text, path.to_owned());
        }
    }

    /// What the report reader reads in the words; nothing if there are none, or it is no report of breast pathology.
    pub(super) fn read(self) -> Option<InWords> {
        if self.words.is_empty() {
            return None;
        }
        let record = report::read("", self.words.as_bytes());
        let other = [
            "empty",
            "binary",
            "too-large",
            "not-a-pathology-report",
            "not-english",
        ];
        let unreadable = record
            .problems
            .iter()
            .any(|problem| other.contains(&problem.code));
        let says = !merge::is_bare(&record)
            || record.tumor.t.is_some()
            || record.tumor.grade.is_some()
            || record.tumor.size_mm.is_some();
        (!unreadable && says).then_some(InWords {
            record,
            words: self.words,
            parts: self.parts,
        })
    }
}

/// A number for some bytes, to know them again.
fn print(bytes: &[u8]) -> u64 {
    use std::hash::{DefaultHasher, Hasher};
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}

impl InWords {
    /// Joins what the words say to a record. What the results of the record say already is not counted twice.
    pub(super) fn join(self, into: &mut Record, start: usize) {
        let mut told = self.record;
        told.relocate(|span| Span::new(span.range().start + start, span.range().end + start));
        for (span, path) in self.parts {
            let moved = Span::new(span.range().start + start, span.range().end + start);
            into.paths.add(moved, path);
        }
        if merge::is_bare(into) {
            take_specimens(into, std::mem::take(&mut told.specimens));
        } else {
            for specimen in std::mem::take(&mut told.specimens) {
                join_specimen(into, specimen);
            }
        }
        merge::tumor(&mut into.tumor, told.tumor);
        into.site = into.site.or(told.site);
        into.date = into.date.or(told.date);
        into.stated_edition = into.stated_edition.or(told.stated_edition);
        into.remarks.extend(told.remarks);
        let (here, there) = (&mut into.preanalytics, told.preanalytics);
        here.fixation_hours = here.fixation_hours.or(there.fixation_hours);
        here.ischaemia_minutes = here.ischaemia_minutes.or(there.ischaemia_minutes);
        here.formalin = here.formalin.or(there.formalin);
        here.decalcified = here.decalcified.or(there.decalcified);
        into.problems.extend(told.problems);
    }
}

/// The specimens of the words, with what the structure knows of the one it names.
fn take_specimens(into: &mut Record, mut told: Vec<Specimen>) {
    let mut known = std::mem::take(&mut into.specimens).into_iter();
    let current = told.iter_mut().find(|of| {
        of.her2
            .iter()
            .all(|result| result.context == Context::Current)
    });
    if let (Some(current), Some(known)) = (current, known.next()) {
        current.identifier = known.identifier.or(current.identifier.take());
        current.tumor = known.tumor.or(current.tumor.take());
        current.point = known.point.or(current.point);
        current.side = known.side.or(current.side);
        current.procedure = known.procedure.or(current.procedure);
        current.date = known.date.or(current.date);
    }
    into.specimens = told;
    into.specimens.extend(known);
}

/// The results of a specimen of the words beside those that are held.
fn join_specimen(into: &mut Record, told: Specimen) {
    let Some(first) = into.specimens.first_mut() else {
        into.specimens.push(told);
        return;
    };
    let mut earlier = Specimen {
        her2: Vec::new(),
        receptors: Vec::new(),
        ..told
    };
    for result in told.her2 {
        if result.context == Context::Prior {
            earlier.her2.push(result);
            continue;
        }
        match merge::told_already(&first.her2, &result) {
            Told::Same(at) => merge::more(&mut first.her2[at], result),
            Told::Not if !result.superseded => first.her2.push(result),
            Told::Not => {}
            Told::Differs => {
                into.problems.push(Problem {
                    code: "narrative-disagrees",
                    severity: Severity::Warning,
                    message: "the words of the report and its coded results say different things about HER2: both are kept".to_owned(),
                    origin: Some(result.origin),
                });
                first.her2.push(result);
            }
        }
    }
    for result in told.receptors {
        if result.context == Context::Prior {
            earlier.receptors.push(result);
            continue;
        }
        merge::receptor(&mut first.receptors, result);
    }
    first.ki67 = first.ki67.or(earlier.ki67.take());
    first.side = first.side.or(earlier.side);
    first.procedure = first.procedure.or(earlier.procedure);
    if !earlier.her2.is_empty() || !earlier.receptors.is_empty() {
        into.specimens.push(earlier);
    }
}
