//! HL7 version 2: result messages.

use crate::piece::{Input, Piece, Pieces, whole};
use crate::{Read, unread};
use her2_case::RecordKind;

/// Divides an input into pieces.
pub(crate) fn pieces(input: Input) -> Pieces {
    whole(input)
}

/// Reads every patient of a piece.
pub(crate) fn read(piece: &Piece, each: &mut dyn FnMut(Read<'_>)) {
    each(unread(piece, RecordKind::Hl7v2));
}
