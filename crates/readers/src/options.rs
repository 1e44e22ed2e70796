//! What a person may say about how to read.

use crate::piece::InputError;
use crate::table::ColumnMap;
use std::sync::Arc;

/// How to read. The default reads records of up to 20 MB and knows the tables whose column maps are compiled in.
#[derive(Clone, Debug)]
pub struct Options {
    /// Bytes of the largest record that is read, after decompression.
    pub max_record: usize,
    /// Which columns of a table hold what. Without it the header has to be one that a compiled map knows.
    pub columns: Option<Arc<ColumnMap>>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            max_record: 20_000_000,
            columns: None,
        }
    }
}

impl Options {
    pub(crate) fn too_large(&self) -> InputError {
        InputError::TooLarge {
            megabytes: u64::try_from(self.max_record / 1_000_000).unwrap_or(u64::MAX),
        }
    }
}
