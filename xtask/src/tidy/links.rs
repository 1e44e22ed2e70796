//! Links of the root documents resolve.

use super::tree::Tree;

/// Links in root documents and notes that lead nowhere.
pub fn complaints(tree: &Tree) -> Vec<String> {
    let documents = tree
        .ending(".md")
        .filter(|file| !file.path.contains('/') || file.path.starts_with("changes/"));
    documents
        .flat_map(|file| {
            let folder = tree.root.join(&file.path);
            let folder = folder.parent().map(ToOwned::to_owned).unwrap_or_default();
            targets(&file.text)
                .filter(|target| !target.contains("://") && !target.starts_with(['#', '<']))
                .filter(move |target| {
                    let path = target.split('#').next().unwrap_or(target);
                    !folder.join(path).exists()
                })
                .map(|target| format!("links: {} leads to {target}, which is not there", file.path))
                .collect::<Vec<_>>()
        })
        .collect()
}

fn targets(text: &str) -> impl Iterator<Item = &str> {
    text.split("](")
        .skip(1)
        .filter_map(|rest| rest.split_once(')').map(|(target, _)| target))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_of_the_root_documents_resolve() {
        let tree = Tree::read(&crate::root());
        assert_eq!(complaints(&tree), Vec::<String>::new());
    }

    #[test]
    fn targets_are_what_stands_in_round_brackets() {
        let found: Vec<&str> = targets("see [a](a.md#x) and [b](https://b) (not this)").collect();
        assert_eq!(found, ["a.md#x", "https://b"]);
    }
}
