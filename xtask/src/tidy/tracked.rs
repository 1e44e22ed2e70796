//! T4: nothing generated is tracked.

use std::path::Path;
use std::process::Command;

const GENERATED: [&str; 9] = [
    "target/",
    "site/",
    ".snap.new",
    ".html",
    ".svg",
    ".sarif",
    ".1",
    ".profraw",
    ".orig",
];

/// Tracked files that a command makes. Outside a checkout there is nothing to ask.
pub fn complaints(root: &Path) -> Vec<String> {
    let Ok(listed) = Command::new("git")
        .args(["ls-files", "-z"])
        .current_dir(root)
        .output()
    else {
        return Vec::new();
    };
    String::from_utf8_lossy(&listed.stdout)
        .split('\0')
        .filter(|path| is_generated(path))
        .map(|path| format!("T4: {path} is made by a command and must not be tracked"))
        .collect()
}

fn is_generated(path: &str) -> bool {
    GENERATED.iter().any(|pattern| {
        if pattern.ends_with('/') {
            path.starts_with(pattern)
        } else {
            path.ends_with(pattern)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn t4_nothing_generated_is_tracked() {
        assert_eq!(complaints(&crate::root()), Vec::<String>::new());
    }

    #[test]
    fn generated_files_are_known_by_their_names() {
        assert!(is_generated("target/debug/x") && is_generated("a/page.html"));
        assert!(!is_generated("crates/case/src/lib.rs") && !is_generated("cases/target/x.md"));
    }
}
