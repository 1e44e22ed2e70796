//! Threads that compute, as many at a time as there are cores.

use crate::problem::{self, HttpProblem};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

/// Threads that compute.
pub(crate) struct Compute(Arc<Semaphore>);

/// Tells work that nobody waits for it any more.
#[derive(Clone, Debug)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Whether the request has gone. Work on many records asks between them.
    pub fn asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Asks the work to stop when the request that waits for it goes away.
struct Waiting(Stop);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.0.store(true, Ordering::Relaxed);
    }
}

impl Compute {
    /// As many as there are cores.
    pub(crate) fn on_every_core() -> Self {
        Self(Arc::new(Semaphore::new(cores())))
    }

    /// Does it when a core is free. If the request goes before, it is not begun; its place is free again when the work has really ended.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Stop) -> T + Send + 'static,
    ) -> Result<T, HttpProblem> {
        let core = self.0.clone().acquire_owned().await;
        let core = core.map_err(|_| problem::internal())?;
        let stop = Stop(Arc::new(AtomicBool::new(false)));
        let waiting = Waiting(stop.clone());
        let done = spawn_blocking(move || {
            let _core = core;
            (!stop.asked()).then(|| work(&stop))
        });
        let done = done.await;
        drop(waiting);
        match done {
            Ok(Some(done)) => Ok(done),
            // It panicked, or the program is ending.
            Ok(None) | Err(_) => Err(problem::internal()),
        }
    }
}

pub(crate) fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}
