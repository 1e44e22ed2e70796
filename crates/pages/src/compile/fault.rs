//! Faults: what is wrong with a page, and where.

use std::fmt;

/// Something that keeps a page from being compiled.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The path of the page.
    pub page: String,
    /// The line, from 1.
    pub line: u32,
    /// What is wrong, and with which combination.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.page, self.line, self.message)
    }
}

/// The faults of one page, as they are found.
#[derive(Clone, Debug)]
pub struct Faults {
    page: String,
    found: Vec<Fault>,
}

impl Faults {
    /// None yet, of the page at this path.
    pub fn of(page: &str) -> Self {
        Self {
            page: page.to_owned(),
            found: Vec::new(),
        }
    }

    /// One more.
    pub fn add(&mut self, line: u32, message: impl Into<String>) {
        let message = message.into();
        let page = self.page.clone();
        self.found.push(Fault {
            page,
            line,
            message,
        });
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All of them, in the order of the lines.
    pub fn into_vec(mut self) -> Vec<Fault> {
        self.found.sort();
        self.found.dedup();
        self.found
    }
}
