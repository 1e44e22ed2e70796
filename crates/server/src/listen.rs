//! Connections: accepted, kept within bounds, and closed in good order at the end.

use crate::limits::Steady;
use crate::tls::{self, Tls};
use crate::{Config, Shared};
use axum::Router;
use axum::extract::{ConnectInfo, Request};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{sleep, timeout};
use tower::ServiceExt;

/// The head of a request has to be there by then, and the handshake of TLS.
const HEAD: Duration = Duration::from_secs(10);
/// An answer that nobody takes is given up after so long.
const PATIENCE: Duration = Duration::from_secs(15);
const HEADERS: usize = 64;
const HEAD_BYTES: usize = 32 * 1024;
/// Connections for each request that may be worked on at the same time.
const CONNECTIONS: usize = 8;

/// Everything one connection needs.
#[derive(Clone)]
struct Door {
    app: Router,
    shared: Shared,
    http: http1::Builder,
    tls: Option<Arc<Tls>>,
}

/// Answers until `stop`; then finishes what is being answered, for as long as a request may take.
pub(crate) async fn until(
    stop: impl Future<Output = ()>,
    listener: TcpListener,
    app: Router,
    shared: Shared,
    tls: Option<Arc<Tls>>,
) {
    let door = Door {
        app,
        http: http(shared.config()),
        shared: shared.clone(),
        tls,
    };
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(shared.config().concurrency * CONNECTIONS));
    let accepting = async {
        loop {
            let Ok(place) = places.clone().acquire_owned().await else {
                return;
            };
            match listener.accept().await {
                Ok((stream, peer)) => {
                    tokio::spawn(door.clone().open(stream, peer, graceful.watcher(), place));
                }
                // No more files, or a connection that was gone at once: others end meanwhile.
                Err(_) => sleep(Duration::from_millis(50)).await,
            }
        }
    };
    tokio::select! {
        () = accepting => {}
        () = stop => {}
    }
    drop(listener);
    tracing::info!(target: "her2_server", "stopping");
    let patience = shared.config().timeout;
    if timeout(patience, graceful.shutdown()).await.is_err() {
        tracing::warn!(target: "her2_server", "stopped before everything was answered");
    }
}

fn http(config: &Config) -> http1::Builder {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(HEAD.min(config.timeout))
        .max_headers(HEADERS)
        .max_header_size(HEAD_BYTES)
        .max_buf_size(HEAD_BYTES)
        .half_close(false);
    http
}

impl Door {
    async fn open(
        self,
        stream: TcpStream,
        peer: SocketAddr,
        watcher: Watcher,
        place: OwnedSemaphorePermit,
    ) {
        let _place = place;
        // An answer is written as a whole; there is nothing to wait for.
        let _ = stream.set_nodelay(true);
        let _open = Open::counted(&self.shared);
        match &self.tls {
            None => self.answer(stream, peer, watcher).await,
            Some(tls) => {
                let hands = timeout(HEAD, tls.acceptor().accept(stream)).await;
                match hands {
                    Ok(Ok(stream)) => self.answer(stream, peer, watcher).await,
                    Ok(Err(error)) => {
                        let kind = tls::kind(&error);
                        tracing::debug!(target: "her2_server", kind, "no handshake");
                    }
                    Err(_) => {
                        tracing::debug!(target: "her2_server", kind = "slow", "no handshake");
                    }
                }
            }
        }
    }

    async fn answer<S>(&self, stream: S, peer: SocketAddr, watcher: Watcher)
    where
        S: AsyncRead + AsyncWrite + Unpin + 'static,
    {
        let service = service_fn(|mut request: Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(peer));
            self.app.clone().oneshot(request)
        });
        let stream = TokioIo::new(Steady::new(stream, PATIENCE));
        let connection = self.http.serve_connection(stream, service);
        if let Err(error) = watcher.watch(connection).await {
            tracing::debug!(target: "her2_server", kind = kind(&error), "connection ended");
        }
    }
}

/// A connection that is counted as long as it is open.
struct Open(Shared);

impl Open {
    fn counted(shared: &Shared) -> Self {
        shared.metrics().connected();
        Self(shared.clone())
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.metrics().disconnected();
    }
}

/// Why a connection ended, without what was on it.
fn kind(error: &hyper::Error) -> &'static str {
    if error.is_timeout() {
        "slow"
    } else if error.is_parse() {
        "malformed"
    } else if error.is_incomplete_message() || error.is_canceled() {
        "went away"
    } else {
        "broken"
    }
}
