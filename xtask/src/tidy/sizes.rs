//! T3: small files, named in the words of the field.

use super::tree::Tree;

const MOST_LINES: usize = 500;
const ENDINGS: [&str; 5] = [".rs", ".md", ".toml", ".ftl", ".txt"];
const NOT_OURS: [&str; 3] = ["Cargo.lock", "LICENSE-APACHE", "LICENSE-MIT"];
const DRAWERS: [&str; 6] = ["utils", "util", "helpers", "helper", "common", "misc"];

/// Files that are too long, and drawers for the rest.
pub fn complaints(tree: &Tree) -> Vec<String> {
    let mut complaints = Vec::new();
    for file in &tree.files {
        let lines = file.text.lines().count();
        let measured = ENDINGS.iter().any(|ending| file.path.ends_with(ending))
            && !NOT_OURS.contains(&file.path.as_str());
        if measured && lines >= MOST_LINES {
            complaints.push(format!(
                "T3: {} has {lines} lines; cut it by meaning",
                file.path
            ));
        }
        for part in file.path.split('/') {
            let stem = part.split('.').next().unwrap_or(part);
            if DRAWERS.contains(&stem) {
                complaints.push(format!(
                    "T3: {} is a drawer; name it by what it holds",
                    file.path
                ));
            }
            if part == "mod.rs" {
                complaints.push(format!(
                    "T3: {}: a module is name.rs beside name/",
                    file.path
                ));
            }
        }
    }
    complaints
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tree::File;

    #[test]
    fn t3_files_stay_small_and_there_is_no_drawer_for_the_rest() {
        let tree = Tree::read(&crate::root());
        assert_eq!(complaints(&tree), Vec::<String>::new());
    }

    #[test]
    fn a_long_file_and_a_drawer_are_told() {
        let file = |path: &str, lines| File {
            path: path.to_owned(),
            text: "x\n".repeat(lines),
        };
        let tree = Tree {
            root: crate::root(),
            files: vec![
                file("a/utils.rs", 1),
                file("b.rs", 500),
                file("c.rs", 499),
                file("d/mod.rs", 1),
            ],
        };
        assert_eq!(complaints(&tree).len(), 3);
    }
}
