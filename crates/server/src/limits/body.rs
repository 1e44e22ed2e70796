//! Bodies on their way in and out.

use axum::body::{Body, Bytes};
use axum::extract::Request;
use http_body::{Body as HttpBody, Frame, SizeHint};
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::task::{Context, Poll, ready};
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

/// A body that is counted while it arrives, and breaks off when more comes than may.
pub(super) struct Arriving {
    body: Body,
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
        let request = request.map(|body| {
            Body::new(Self {
                body,
                left: most,
                arrival: arrival.clone(),
            })
        });
        (request, arrival)
    }

    fn set(&self, state: u8) {
        self.arrival.0.store(state, Ordering::Relaxed);
    }
}

impl HttpBody for Arriving {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let this = self.get_mut();
        let frame = ready!(Pin::new(&mut this.body).poll_frame(context));
        let Some(Ok(frame)) = frame else {
            if frame.is_none() {
                this.set(OVER);
            }
            return Poll::Ready(frame);
        };
        let length = frame.data_ref().map_or(0, Bytes::len) as u64;
        match this.left.checked_sub(length) {
            Some(left) => this.left = left,
            None => {
                this.set(TOO_LARGE);
                let broken = io::Error::other("the body is too large");
                return Poll::Ready(Some(Err(axum::Error::new(broken))));
            }
        }
        if this.body.is_end_stream() {
            this.set(OVER);
        }
        Poll::Ready(Some(Ok(frame)))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// An answer that keeps its place among those at work until it is sent or given up.
pub(super) struct Holding {
    body: Body,
    _place: OwnedSemaphorePermit,
}

impl Holding {
    pub(super) fn new(body: Body, place: OwnedSemaphorePermit) -> Self {
        Self {
            body,
            _place: place,
        }
    }
}

impl HttpBody for Holding {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.get_mut().body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
