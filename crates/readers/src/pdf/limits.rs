//! What a PDF may cost to read. Whoever meets a limit says so.

/// Bytes that one stream may hold when it is decompressed.
pub(super) const STREAM: usize = 32_000_000;
/// Bytes that everything compressed in a file may hold together while it is opened.
pub(super) const OPENED: usize = 256_000_000;
/// Streams of one file.
pub(super) const STREAMS: usize = 20_000;
/// Pages that are read.
pub(super) const PAGES: usize = 1_000;
/// Nodes of the tree of pages.
pub(super) const NODES: usize = 20_000;
/// Forms within forms.
pub(super) const DEPTH: usize = 12;
/// Operators that are followed, of all pages together.
pub(super) const OPERATORS: usize = 10_000_000;
/// Bytes of content that are followed, of all pages and forms together.
pub(super) const CONTENT: usize = 128_000_000;
/// Letters that are placed, of all pages together.
pub(super) const GLYPHS: usize = 1_000_000;
/// Letters of one page that are placed.
pub(super) const PAGE_GLYPHS: usize = 100_000;

/// What is left of them, and whether one was met.
pub(super) struct Budget {
    pub(super) operators: usize,
    pub(super) content: usize,
    pub(super) glyphs: usize,
    pub(super) met: bool,
}

impl Budget {
    pub(super) fn new() -> Self {
        Self {
            operators: OPERATORS,
            content: CONTENT,
            glyphs: GLYPHS,
            met: false,
        }
    }

    /// Takes some of what is left; if there is too little, that is remembered.
    pub(super) fn take(&mut self, what: impl Fn(&mut Self) -> &mut usize, amount: usize) -> bool {
        let left = what(self);
        let enough = *left >= amount;
        *left = left.saturating_sub(amount);
        self.met |= !enough;
        enough
    }
}
