//! A finding, or an error, as a line.

use super::input::Refused;
use her2_case::{Flag, Her2Status, Term, TermSet};
use her2_pathway::testing::Her2Decision;
use std::io::Write;

/// Appends the finding as one line.
pub(super) fn finding(id: Option<&str>, decision: &Her2Decision, out: &mut Vec<u8>) {
    out.extend_from_slice(b"{\"id\":");
    out.extend_from_slice(id.unwrap_or("null").as_bytes());
    name("status", Some(decision.her2_status().name()), out);
    name("category", Some(decision.her2_category().name()), out);
    out.extend_from_slice(b",\"group\":");
    let group = decision.ish_group().map_or("null", Term::name);
    out.extend_from_slice(group.as_bytes());
    name("pending", decision.awaited().single().map(Term::name), out);
    names("actions", decision.actions(), out);
    names("comments", decision.comments(), out);
    list("flags", decision.flags().iter(), out, |flag, out| {
        out.extend_from_slice(flag.name().as_bytes());
        if let (Flag::RecountChangedGroup, Some((from, to))) = (flag, decision.recount_change()) {
            write!(out, "_{}_TO_{}", from.name(), to.name())
                .expect("a vector can always be written to");
        }
    });
    let open = Some(decision.possible()).filter(|possible| possible.len() > 1);
    names("answers", open.unwrap_or(TermSet::<Her2Status>::EMPTY), out);
    out.extend_from_slice(b",\"because\":[");
    for (at, row) in decision.rows().enumerate() {
        let comma = if at == 0 { "" } else { "," };
        let (page, anchor, cite) = (row.page(), row.anchor(), row.cite());
        write!(
            out,
            "{comma}{{\"page\":\"{page}\",\"row\":\"{anchor}\",\"cite\":\"{cite}\"}}"
        )
        .expect("a vector can always be written to");
    }
    out.extend_from_slice(b"]}\n");
}

/// Appends the error as one line.
pub(super) fn error(refused: &Refused, line: u64, out: &mut Vec<u8>) {
    let message = serde_json::to_string(&refused.message).expect("a string is always JSON");
    writeln!(
        out,
        "{{\"error\":{{\"line\":{line},\"message\":{message}}}}}"
    )
    .expect("a vector can always be written to");
}

fn name(key: &str, value: Option<&str>, out: &mut Vec<u8>) {
    let quote: &[u8] = if value.is_some() { b"\"" } else { b"" };
    for part in [b",\"", key.as_bytes(), b"\":", quote] {
        out.extend_from_slice(part);
    }
    out.extend_from_slice(value.unwrap_or("null").as_bytes());
    out.extend_from_slice(quote);
}

fn names<T: Term>(key: &str, terms: TermSet<T>, out: &mut Vec<u8>) {
    list(key, terms.iter(), out, |term, out| {
        out.extend_from_slice(term.name().as_bytes());
    });
}

fn list<T>(
    key: &str,
    items: impl Iterator<Item = T>,
    out: &mut Vec<u8>,
    write: impl Fn(T, &mut Vec<u8>),
) {
    for part in [b",\"", key.as_bytes(), b"\":["] {
        out.extend_from_slice(part);
    }
    for (at, item) in items.enumerate() {
        out.extend_from_slice(if at == 0 { b"\"" } else { b",\"" });
        write(item, out);
        out.push(b'"');
    }
    out.push(b']');
}
