//! Bodies on their way in and out.

use crate::passing::{Passing, Watch};
use axum::body::Body;
use axum::extract::Request;
use http_body::Body as _;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use tokio::sync::OwnedSemaphorePermit;

const COMING: u8 = 0;
const OVER: u8 = 1;
const TOO_LARGE: u8 = 2;

/// How far the body of a request has come.
#[derive(Clone)]
pub(super) struct Arrival(Arc<AtomicU8>);

impl Arrival {
    /// Whether everything was there.
    pub(super) fn is_over(&self) -> bool {
        self.0.load(Ordering::Relaxed) == OVER
    }

    /// Whether more came than may.
    pub(super) fn was_too_large(&self) -> bool {
        self.0.load(Ordering::Relaxed) == TOO_LARGE
    }
}

/// Counts a body while it arrives, and breaks it off when more comes than may.
pub(super) struct Arriving {
    left: u64,
    arrival: Arrival,
}

impl Arriving {
    /// The same request with its body counted.
    pub(super) fn watch(request: Request, most: u64) -> (Request, Arrival) {
        let begun = if request.body().is_end_stream() {
            OVER
        } else {
            COMING
        };
        let arrival = Arrival(Arc::new(AtomicU8::new(begun)));
        let arriving = Self {
            left: most,
            arrival: arrival.clone(),
        };
        let request = request.map(|body| Passing::watched(body, arriving));
        (request, arrival)
    }

    fn set(&self, state: u8) {
        self.arrival.0.store(state, Ordering::Relaxed);
    }
}

impl Watch for Arriving {
    fn passed(&mut self, length: u64, last: bool) -> Result<(), axum::Error> {
        let Some(left) = self.left.checked_sub(length) else {
            self.set(TOO_LARGE);
            let broken = io::Error::other("the body is too large");
            return Err(axum::Error::new(broken));
        };
        self.left = left;
        if last {
            self.set(OVER);
        }
        Ok(())
    }

    fn ended(&mut self) {
        self.set(OVER);
    }
}

/// Keeps the place of an answer among those at work until it is sent or given up.
pub(super) struct Holding {
    _place: OwnedSemaphorePermit,
}

impl Holding {
    pub(super) fn place(body: Body, place: OwnedSemaphorePermit) -> Body {
        Passing::watched(body, Self { _place: place })
    }
}

impl Watch for Holding {
    fn passed(&mut self, _: u64, _: bool) -> Result<(), axum::Error> {
        Ok(())
    }

    fn ended(&mut self) {}
}
