//! Where an item's id stands in the table of ids. The build looks for a seed by which no two ids share a place.

/// How many places there are.
pub const PLACES: usize = 1 << BITS;
const BITS: u32 = 11;

/// The place of an id, by its length and its first and last eight bytes.
#[inline]
pub fn place(id: &[u8], seed: u64) -> usize {
    let ends = match (id.first_chunk::<8>(), id.last_chunk::<8>()) {
        (Some(first), Some(last)) => {
            u64::from_le_bytes(*first).rotate_left(29) ^ u64::from_le_bytes(*last)
        }
        _ => id
            .iter()
            .fold(0, |sum: u64, byte| sum << 8 | u64::from(*byte)),
    };
    let mixed = (ends ^ id.len() as u64).wrapping_mul(seed);
    // The upper bits are the well mixed ones.
    (mixed >> (u64::BITS - BITS)) as usize
}
