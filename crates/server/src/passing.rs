//! Bodies that are watched on their way.

use axum::body::{Body, Bytes};
use http_body::{Body as HttpBody, Frame, SizeHint};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// Somebody who watches a body pass; it lives as long as the body.
pub(crate) trait Watch: Unpin {
    /// Data of this length have passed; `last` if nothing comes after them. An error breaks the body off.
    fn passed(&mut self, length: u64, last: bool) -> Result<(), axum::Error>;

    /// The body has come to its end.
    fn ended(&mut self);
}

/// A body that is watched.
pub(crate) struct Passing<W> {
    body: Body,
    watch: W,
}

impl<W: Watch + Send + 'static> Passing<W> {
    /// The same body, watched.
    pub(crate) fn watched(body: Body, watch: W) -> Body {
        Body::new(Self { body, watch })
    }
}

impl<W: Watch> HttpBody for Passing<W> {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let this = self.get_mut();
        let frame = ready!(Pin::new(&mut this.body).poll_frame(context));
        Poll::Ready(match frame {
            Some(Ok(frame)) => {
                let length = frame.data_ref().map_or(0, Bytes::len) as u64;
                let passed = this.watch.passed(length, this.body.is_end_stream());
                Some(passed.map(|()| frame))
            }
            Some(Err(error)) => Some(Err(error)),
            None => {
                this.watch.ended();
                None
            }
        })
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
