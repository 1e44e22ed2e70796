//! FHIR R4: resources and bundles in JSON.

use crate::piece::{Input, Piece, Pieces, whole};
use crate::{Read, unread};
use her2_case::RecordKind;

/// Divides an input into pieces.
pub(crate) fn pieces(input: Input) -> Pieces {
    whole(input)
}

/// Reads every patient of a piece.
pub(crate) fn read(piece: &Piece, each: &mut dyn FnMut(Read<'_>)) {
    each(unread(piece, RecordKind::Fhir));
}
