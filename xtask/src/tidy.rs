//! The rules of the tree. Each returns complaints; none is the only acceptable answer.

mod arrows;
mod invariants;
mod links;
mod names;
mod sizes;
mod tracked;
pub mod tree;

use std::path::Path;

/// Every complaint about the tree under `root`.
pub fn complaints(root: &Path) -> Vec<String> {
    let tree = tree::Tree::read(root);
    [
        arrows::complaints(root),
        names::complaints(&tree),
        sizes::complaints(&tree),
        tracked::complaints(root),
        invariants::complaints(&tree),
        links::complaints(&tree),
    ]
    .concat()
}
