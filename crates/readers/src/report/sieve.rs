//! Which words can be one letter from a word of the vocabulary: asked before any of them is looked up.
//!
//! The sum of a word's letters, each times a power of an odd number, is known for every word with one letter left out as soon as the
//! sums of its beginnings are. A field of bits then says which sums occur at all, so that nearly every ordinary word costs one
//! addition and one look a letter.

/// The odd number whose powers weigh the letters.
const BASE: u64 = 0x9E37_79B9_7F4A_7C15;
/// Its inverse among the numbers of 64 bits.
const INVERSE: u64 = inverse(BASE);
/// The longest word summed.
const LONGEST: usize = 32;
/// Two to this power are the bits of a sieve.
const BITS: u32 = 18;

/// By Newton's way: each step doubles the bits that are right, and an odd number is its own inverse in three.
const fn inverse(odd: u64) -> u64 {
    let mut inverse = odd;
    let mut step = 0;
    while step < 5 {
        inverse = inverse.wrapping_mul(2u64.wrapping_sub(odd.wrapping_mul(inverse)));
        step += 1;
    }
    inverse
}

/// The sums of a word's beginnings.
pub struct Sums {
    sums: [u64; LONGEST + 1],
    length: usize,
}

impl Sums {
    /// Sums a word; letters beyond the longest are left out.
    pub fn of(letters: &[u8]) -> Self {
        let length = letters.len().min(LONGEST);
        let mut sums = [0u64; LONGEST + 1];
        let mut power = 1u64;
        for (at, letter) in letters[..length].iter().enumerate() {
            sums[at + 1] = sums[at].wrapping_add(u64::from(*letter).wrapping_mul(power));
            power = power.wrapping_mul(BASE);
        }
        Self { sums, length }
    }

    /// The sum of the whole word.
    pub fn whole(&self) -> u64 {
        self.sums[self.length]
    }

    /// The sum of the word with the letter at a place left out.
    pub fn without(&self, place: usize) -> u64 {
        let behind = self.whole().wrapping_sub(self.sums[place + 1]);
        self.sums[place].wrapping_add(behind.wrapping_mul(INVERSE))
    }
}

/// The sums that occur.
pub struct Sieve {
    bits: Vec<u64>,
}

impl Sieve {
    /// A sieve that holds nothing yet.
    pub fn new() -> Self {
        Self {
            bits: vec![0; 1 << (BITS - 6)],
        }
    }

    /// Adds a word.
    pub fn insert(&mut self, letters: &[u8]) {
        let (slot, bit) = place(Sums::of(letters).whole());
        self.bits[slot] |= bit;
    }

    /// Whether a word of this sum may have been added; never `false` for one that was.
    pub fn may_hold(&self, sum: u64) -> bool {
        let (slot, bit) = place(sum);
        self.bits[slot] & bit != 0
    }
}

/// Where a sum stands among the bits.
fn place(sum: u64) -> (usize, u64) {
    let mixed = sum.wrapping_mul(0xD6E8_FEB8_6659_FD93) >> (64 - BITS);
    ((mixed >> 6) as usize, 1 << (mixed & 63))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_without_a_letter_has_the_sum_of_the_shorter_word() {
        let word = b"amplification";
        let sums = Sums::of(word);
        for place in 0..word.len() {
            let mut shorter = word.to_vec();
            shorter.remove(place);
            assert_eq!(sums.without(place), Sums::of(&shorter).whole(), "{place}");
        }
    }

    #[test]
    fn a_sieve_holds_what_was_put_in() {
        let mut sieve = Sieve::new();
        sieve.insert(b"progesterone");
        assert!(sieve.may_hold(Sums::of(b"progesterone").whole()));
        assert!(!sieve.may_hold(Sums::of(b"progesteron").whole()));
    }
}
