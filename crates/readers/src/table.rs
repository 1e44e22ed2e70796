//! Tables: a row a patient or a sample.

use crate::piece::{Input, Piece, Pieces, whole};
use crate::{Read, unread};
use her2_case::RecordKind;

/// Divides an input into pieces.
pub(crate) fn pieces(input: Input) -> Pieces {
    whole(input)
}

/// Reads every patient of a piece.
pub(crate) fn read(piece: &Piece, each: &mut dyn FnMut(Read<'_>)) {
    each(unread(piece, RecordKind::Table));
}

/// Which columns of a table hold what.
#[derive(Clone, Debug)]
pub struct ColumnMap {}

/// The byte between cells, if the first lines are the header of a table that a compiled map knows.
pub(crate) fn delimiter(_head: &[u8]) -> Option<u8> {
    None
}

/// The byte that most likely stands between cells, for what is said to be a table.
pub(crate) fn likeliest_delimiter(_head: &[u8]) -> u8 {
    b','
}
