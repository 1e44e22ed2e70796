//! The server from its start to its end.

use crate::tls::Tls;
use crate::{Config, ServeError, Shared, listen, log, whole};
use axum::Router;
use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::runtime::Builder;

/// A server that listens and does not answer yet.
pub struct Server {
    listener: TcpListener,
    app: Router,
    shared: Shared,
    tls: Option<Arc<Tls>>,
}

impl Server {
    /// Begins to listen.
    ///
    /// Errors: the address cannot be listened on, a certificate cannot be used, or others could reach a server that asks for no token.
    pub async fn listen(config: Config) -> Result<Self, ServeError> {
        Self::listen_with(config, Router::new()).await
    }

    /// Begins to listen, with further routes that stand within the same limits, headers and logs as ours.
    pub async fn listen_with(config: Config, further: Router<Shared>) -> Result<Self, ServeError> {
        config.check()?;
        let tls = config.tls.clone().map(Tls::open).transpose()?.map(Arc::new);
        let listener = TcpListener::bind(config.bind).await;
        let listener = listener.map_err(ServeError::Bind)?;
        let shared = Shared::new(Config {
            // Port 0 has become a port by now.
            bind: listener.local_addr().map_err(ServeError::Bind)?,
            ..config
        });
        Ok(Self {
            listener,
            app: whole(&shared, further),
            shared,
            tls,
        })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.shared.config().bind
    }

    /// Where others reach it.
    pub fn url(&self) -> String {
        self.shared.config().url()
    }

    /// Answers until `stop`; what is being answered then is finished first, for as long as one request may take.
    pub async fn until(self, stop: impl Future<Output = ()>) {
        if self.tls.is_some() || !self.shared.config().cds_keys.is_empty() {
            tokio::spawn(reloads(self.tls.clone(), self.shared.clone()));
        }
        listen::until(stop, self.listener, self.app, self.shared, self.tls).await;
    }
}

/// Serves until the system asks to stop. `listening` is told the address once there is one.
///
/// Errors: those of [`Server::listen`].
pub fn run(config: Config, listening: impl FnOnce(&str)) -> Result<(), ServeError> {
    log::start(config.log, std::io::stderr);
    let runtime = Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(ServeError::Start)?;
    runtime.block_on(async {
        let server = Server::listen(config).await?;
        let asked = asked_to_stop().map_err(ServeError::Start)?;
        listening(&server.url());
        tracing::info!(
            target: "her2_server",
            version = env!("CARGO_PKG_VERSION"),
            knowledge = her2::knowledge_version(),
            "serving"
        );
        server.until(asked).await;
        Ok::<(), ServeError>(())
    })?;
    // Work whose request was given up is not waited for.
    runtime.shutdown_background();
    Ok(())
}

/// Ends when SIGINT or SIGTERM comes.
#[cfg(unix)]
fn asked_to_stop() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Ends when Ctrl-C comes.
#[cfg(not(unix))]
fn asked_to_stop() -> std::io::Result<impl Future<Output = ()>> {
    Ok(async {
        // Without a handler the program ends as the system ends it.
        let _ = tokio::signal::ctrl_c().await;
    })
}

/// Reads the certificate and the keys of issuers anew whenever SIGHUP comes.
async fn reloads(tls: Option<Arc<Tls>>, shared: Shared) {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut hangup) = signal(SignalKind::hangup()) else {
            return;
        };
        while hangup.recv().await.is_some() {
            shared.reload_keys();
            let Some(tls) = &tls else { continue };
            match tls.reload() {
                Ok(()) => tracing::info!(target: "her2_server", "the certificate was read anew"),
                Err(why) => {
                    let why = why.to_string();
                    tracing::error!(target: "her2_server", why, "the certificate stays as it was");
                }
            }
        }
    }
    #[cfg(not(unix))]
    drop((tls, shared));
}
