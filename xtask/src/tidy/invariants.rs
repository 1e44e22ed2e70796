//! T6: every invariant in ARCHITECTURE.md names the test that holds it, and that test exists.

use super::tree::Tree;

/// The invariants of the design.
const ALL: [&str; 23] = [
    "K1", "K2", "K3", "K4", "K5", "K6", "K7", "K8", "P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8",
    "P9", "T1", "T2", "T3", "T4", "T5", "T6",
];
const OPEN: &str = "not yet touched";

/// Invariants without a row, rows without a test, tests that do not exist.
pub fn complaints(tree: &Tree) -> Vec<String> {
    let Some(page) = tree.file("ARCHITECTURE.md") else {
        return vec!["T6: ARCHITECTURE.md is missing".to_owned()];
    };
    let mut complaints = Vec::new();
    for id in ALL {
        let start = format!("| {id} |");
        let Some(row) = page.text.lines().find(|line| line.starts_with(&start)) else {
            complaints.push(format!("T6: ARCHITECTURE.md has no row for {id}"));
            continue;
        };
        let held_by = row
            .trim_end_matches(['|', ' '])
            .rsplit('|')
            .next()
            .unwrap_or("");
        let tests: Vec<&str> = held_by.split('`').skip(1).step_by(2).collect();
        if tests.is_empty() && !held_by.contains(OPEN) {
            complaints.push(format!(
                "T6: {id} names no test and does not say \"{OPEN}\""
            ));
        }
        for test in tests {
            if !exists(tree, test) {
                complaints.push(format!(
                    "T6: {id} names the test `{test}`, which does not exist"
                ));
            }
        }
    }
    complaints
}

fn exists(tree: &Tree, test: &str) -> bool {
    let definition = format!("fn {test}(");
    tree.ending(".rs").any(|file| {
        file.text.match_indices(&definition).any(|(at, _)| {
            let before = &file.text[at.saturating_sub(200)..at];
            before.contains("#[test]")
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn t6_every_invariant_names_an_existing_test() {
        let tree = Tree::read(&crate::root());
        assert_eq!(complaints(&tree), Vec::<String>::new());
    }

    #[test]
    fn a_test_that_does_not_exist_is_told() {
        let tree = Tree::read(&crate::root());
        assert!(exists(&tree, "t6_every_invariant_names_an_existing_test"));
        assert!(!exists(&tree, "exists"));
    }
}
