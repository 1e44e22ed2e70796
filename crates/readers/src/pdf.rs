//! Text laid out in a PDF.

use crate::piece::Piece;
use crate::{Read, unread};
use her2_case::RecordKind;

/// Reads every patient of a piece.
pub(crate) fn read(piece: &Piece, each: &mut dyn FnMut(Read<'_>)) {
    each(unread(piece, RecordKind::Pdf));
}
