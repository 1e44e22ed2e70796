//! Tokens that were used, until they expire.

use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;

/// The most tokens that are remembered. Beyond them a new one is refused: what is forgotten could be used twice.
const MOST: usize = 200_000;
/// Expired ones are forgotten at most so often, in seconds.
const SWEEP: u64 = 10;

/// Tokens that were used, by two hashes with keys of this process: none of their words are kept.
#[derive(Default)]
pub(super) struct Replay {
    hashers: [RandomState; 2],
    until: HashMap<(u64, u64), u64>,
    swept: u64,
}

impl Replay {
    /// Whether the token of that name is used for the first time; it is remembered until it has expired.
    pub(super) fn first(&mut self, issuer: &str, jti: &str, until: u64, now: u64) -> bool {
        if self.swept + SWEEP <= now || self.until.len() >= MOST {
            self.until.retain(|_, until| *until >= now);
            self.swept = now;
        }
        let [one, two] = &self.hashers;
        let named = (issuer, jti);
        let key = (one.hash_one(named), two.hash_one(named));
        if self.until.len() >= MOST || self.until.contains_key(&key) {
            return false;
        }
        self.until.insert(key, until);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_used_once_by_each_issuer_and_forgotten_when_it_has_expired() {
        let mut used = Replay::default();
        assert!(used.first("a", "1", 100, 50));
        assert!(!used.first("a", "1", 100, 51));
        assert!(used.first("b", "1", 100, 51), "of another issuer");
        assert!(used.first("a", "2", 100, 51));
        assert!(!used.first("a", "1", 100, 100), "in its last second");
        assert!(used.first("c", "1", 300, 150));
        assert_eq!(used.until.len(), 1, "those that have expired are forgotten");
    }

    #[test]
    fn memory_is_bounded() {
        let mut used = Replay::default();
        for number in 0..MOST {
            assert!(used.first("a", &number.to_string(), 100, 1));
        }
        assert!(!used.first("a", "one more", 100, 2));
        assert!(
            used.first("a", "one more", 300, 101),
            "the others have expired"
        );
    }
}
