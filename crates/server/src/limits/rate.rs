//! Requests a second from one address, in memory that does not grow.
//!
//! Addresses share a table of fixed size by a keyed hash, so nobody can choose whom to share a place with. Each place holds the moment up
//! to which it has been used up (the generic cell rate algorithm); two seconds' worth may come at once.

use std::hash::{BuildHasher, RandomState};
use std::net::IpAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

const PLACES: usize = 1 << 14;
const SECOND: u64 = 1_000_000_000;
const AT_ONCE: u64 = 2 * SECOND;

/// How often each address may ask.
pub(crate) struct Rate {
    /// Nanoseconds a request uses up.
    each: u64,
    places: Box<[AtomicU64]>,
    keyed: RandomState,
    since: Instant,
}

impl Rate {
    /// So many requests a second; at least one.
    pub(crate) fn a_second(requests: u32) -> Self {
        Self {
            each: SECOND / u64::from(requests.max(1)),
            places: (0..PLACES).map(|_| AtomicU64::new(0)).collect(),
            keyed: RandomState::new(),
            since: Instant::now(),
        }
    }

    /// Whether this address may ask now; if so, it has.
    pub(crate) fn allows(&self, peer: IpAddr) -> bool {
        let now = u64::try_from(self.since.elapsed().as_nanos()).unwrap_or(u64::MAX);
        self.allows_at(peer, now)
    }

    fn allows_at(&self, peer: IpAddr, now: u64) -> bool {
        let hash = self.keyed.hash_one(network(peer));
        let place = &self.places[usize::try_from(hash % PLACES as u64).unwrap_or(0)];
        let used = |until: u64| {
            let until = until.max(now).saturating_add(self.each);
            (until - now <= AT_ONCE).then_some(until)
        };
        place
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, used)
            .is_ok()
    }
}

/// What counts as one address: of IPv6 the network, which one person has as a whole.
fn network(peer: IpAddr) -> u128 {
    match peer.to_canonical() {
        IpAddr::V4(peer) => u128::from(u32::from(peer)),
        IpAddr::V6(peer) => u128::from(peer) >> 64 << 64,
    }
}

#[cfg(test)]
mod tests {
    use super::{PLACES, Rate, SECOND};
    use std::net::IpAddr;

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn two_seconds_worth_comes_at_once_and_then_the_rate() {
        let rate = Rate::a_second(10);
        let peer = address("192.0.2.7");
        assert!((0..20).all(|_| rate.allows_at(peer, 0)));
        assert!(!rate.allows_at(peer, 0));
        assert!(!rate.allows_at(peer, SECOND / 10 - 1));
        assert!(rate.allows_at(peer, SECOND / 10));
        assert!(!rate.allows_at(peer, SECOND / 10));
        assert!((0..20).all(|_| rate.allows_at(peer, 9 * SECOND)));
    }

    #[test]
    fn others_are_not_held_back_and_the_table_does_not_grow() {
        let rate = Rate::a_second(1);
        let greedy = address("192.0.2.7");
        while rate.allows_at(greedy, 0) {}
        let others = (0..200_u32).map(|n| IpAddr::from((0xC633_6400 + n).to_be_bytes()));
        let held_back = others.filter(|peer| !rate.allows_at(*peer, 0)).count();
        assert!(held_back <= 2, "{held_back} of 200 share a place");
        assert_eq!(rate.places.len(), PLACES);
    }

    #[test]
    fn one_network_of_ipv6_is_one_address() {
        let rate = Rate::a_second(1);
        assert!(rate.allows_at(address("2001:db8:1:2::1"), 0));
        assert!(rate.allows_at(address("2001:db8:1:2::2"), 0));
        assert!(!rate.allows_at(address("2001:db8:1:2:ffff::3"), 0));
    }
}
