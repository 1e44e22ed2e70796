//! A stopwatch that gives medians.

use std::hint::black_box;
use std::thread;
use std::time::{Duration, Instant};

/// How often each thing is measured.
pub const ROUNDS: usize = 9;
/// A round lasts at least this long.
const ROUND: Duration = Duration::from_millis(150);

/// How much of the wall time this thread was on a core, in percent; nothing where the system does not tell.
///
/// Well below 100, somebody else is working on the machine, and every figure is too low by about as much.
pub struct Share {
    since: Instant,
    before: Option<u64>,
}

impl Share {
    /// From now on.
    pub fn start() -> Self {
        Self {
            since: Instant::now(),
            before: on_core(),
        }
    }

    /// Until now.
    pub fn percent(&self) -> Option<u64> {
        let busy = Duration::from_nanos(on_core()?.saturating_sub(self.before?));
        let share = 100.0 * busy.as_secs_f64() / self.since.elapsed().as_secs_f64();
        Some(share as u64)
    }
}

/// Nanoseconds that this thread has spent on a core, as Linux tells.
fn on_core() -> Option<u64> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok()
}

/// Items a second.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub struct Rate {
    /// How many.
    pub per_second: f64,
}

/// The median rate of this work on these items, on this many cores at once.
pub fn median_rate<I: Sync, A: AsRef<[I]>, O>(
    cores: usize,
    items: &A,
    work: impl Fn(&I) -> O + Sync,
) -> Rate {
    let items = items.as_ref();
    let mut rates: Vec<f64> = (0..=ROUNDS)
        .map(|_| round(cores, items, &work))
        // The first round only warms up.
        .skip(1)
        .collect();
    rates.sort_by(f64::total_cmp);
    Rate {
        per_second: rates[ROUNDS / 2],
    }
}

fn round<I: Sync, O>(cores: usize, items: &[I], work: &(impl Fn(&I) -> O + Sync)) -> f64 {
    let one = || {
        let since = Instant::now();
        let mut done = 0_usize;
        while since.elapsed() < ROUND {
            for item in items {
                black_box(work(black_box(item)));
            }
            done += items.len();
        }
        done as f64 / since.elapsed().as_secs_f64()
    };
    if cores == 1 {
        return one();
    }
    thread::scope(|scope| {
        let all: Vec<_> = (0..cores).map(|_| scope.spawn(one)).collect();
        all.into_iter()
            .map(|one| one.join().expect("the work does not panic"))
            .sum()
    })
}
