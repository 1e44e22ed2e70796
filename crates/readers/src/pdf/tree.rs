//! The pages of a document in order, with what they take over from the nodes above them.

use super::font::{number, resolved};
use super::limits::{Budget, NODES, PAGES};
use lopdf::{Dictionary, Document, Object, ObjectId};
use rustc_hash::FxHashSet;

/// A page.
pub(super) struct Page<'a> {
    pub(super) dictionary: &'a Dictionary,
    pub(super) resources: Option<&'a Dictionary>,
    /// Left, bottom, right, top.
    pub(super) area: [f32; 4],
    /// Quarter turns clockwise.
    pub(super) turns: u8,
}

/// The pages, by a walk that visits each node once and needs no stack of its own depth.
pub(super) fn pages<'a>(document: &'a Document, budget: &mut Budget) -> Vec<Page<'a>> {
    let mut pages = Vec::new();
    let Ok(catalog) = document.catalog() else {
        return pages;
    };
    let mut seen: FxHashSet<ObjectId> = FxHashSet::default();
    let above = Above {
        resources: None,
        area: [0.0, 0.0, 612.0, 792.0],
        turns: 0,
    };
    let mut open: Vec<(&Object, Above<'a>)> = Vec::new();
    if let Ok(root) = catalog.get(b"Pages") {
        open.push((root, above));
    }
    while let Some((node, above)) = open.pop() {
        if let Ok(id) = node.as_reference()
            && !seen.insert(id)
        {
            continue;
        }
        if seen.len() > NODES || pages.len() >= PAGES {
            budget.met = true;
            break;
        }
        let Ok(dictionary) = resolved(document, node).as_dict() else {
            continue;
        };
        let here = above.with(document, dictionary);
        match dictionary.get_deref(b"Kids", document) {
            Ok(Object::Array(kids)) => {
                // Only references can lead back up; what stands in the node itself cannot.
                open.extend(kids.iter().rev().take(NODES).map(|kid| (kid, here)));
            }
            _ => pages.push(Page {
                dictionary,
                resources: here.resources,
                area: here.area,
                turns: here.turns,
            }),
        }
    }
    pages
}

#[derive(Clone, Copy)]
struct Above<'a> {
    resources: Option<&'a Dictionary>,
    area: [f32; 4],
    turns: u8,
}

impl<'a> Above<'a> {
    fn with(mut self, document: &'a Document, node: &'a Dictionary) -> Self {
        if let Ok(resources) = node
            .get_deref(b"Resources", document)
            .and_then(Object::as_dict)
        {
            self.resources = Some(resources);
        }
        for key in [&b"MediaBox"[..], b"CropBox"] {
            if let Ok(Object::Array(corners)) = node.get_deref(key, document)
                && let [a, b, c, d] = &corners[..]
            {
                let [a, b, c, d] = [a, b, c, d].map(|corner| number(resolved(document, corner)));
                let area = [a.min(c), b.min(d), a.max(c), b.max(d)];
                if area[2] - area[0] > 1.0 && area[3] - area[1] > 1.0 {
                    self.area = area;
                }
            }
        }
        if let Ok(degrees) = node.get_deref(b"Rotate", document).and_then(Object::as_i64) {
            self.turns = u8::try_from(degrees.rem_euclid(360) / 90).unwrap_or(0);
        }
        self
    }
}
