//! Of several versions of one resource the newest counts.

use super::{Held, Key, Passed};
use crate::fhir::shape::Meta;
use crate::fhir::token::Text;
use her2_knowledge::codes::CodeSystem;
use rustc_hash::FxHashMap;

/// Leaves the newest of those that have the same id.
pub(super) fn keep_newest<'a, T>(
    all: &mut Vec<Held<'a, T>>,
    passed: &mut Passed,
    meta: impl Fn(&T) -> Option<&Meta<'a>>,
) {
    let version = |held: &Held<'a, T>| {
        let meta = meta(&held.it);
        let number = meta.and_then(|of| of.version_id?.plain()?.parse::<u64>().ok());
        let day = meta.and_then(|of| of.last_updated?.plain());
        (number, day)
    };
    let mut newest: FxHashMap<Key<'a>, usize> = FxHashMap::default();
    let mut old = Vec::new();
    for (at, held) in all.iter().enumerate() {
        let Some(id) = held.id else { continue };
        let key = Key {
            scope: held.scope,
            kind: held.kind,
            id,
        };
        match newest.get(&key).copied() {
            Some(other) if version(&all[other]) > version(held) => old.push(at),
            Some(other) => {
                old.push(other);
                newest.insert(key, at);
            }
            None => {
                newest.insert(key, at);
            }
        }
    }
    if old.is_empty() {
        return;
    }
    old.sort_unstable();
    let mut at = 0;
    all.retain(|held| {
        let keep = old.binary_search(&at).is_err();
        if !keep {
            passed.add(held.kind, "older version");
        }
        at += 1;
        keep
    });
}

/// What this program concluded and wrote is tagged: it follows from evidence and is none itself.
pub(super) fn drop_conclusions<'a, T>(
    all: &mut Vec<Held<'a, T>>,
    passed: &mut Passed,
    meta: impl Fn(&T) -> Option<&Meta<'a>>,
) {
    let ours = CodeSystem::Own.uri();
    let is = |text: Option<Text<'a>>, wanted: &str| text.and_then(Text::plain) == Some(wanted);
    all.retain(|held| {
        let mut tags = meta(&held.it).into_iter().flat_map(|meta| meta.tag.iter());
        let is_conclusion = tags.any(|tag| is(tag.system, ours) && is(tag.code, "derived"));
        if is_conclusion {
            passed.add(held.kind, "conclusion of this program");
        }
        !is_conclusion
    });
}
