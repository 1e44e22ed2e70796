//! TLS by files: a certificate and its key, read anew on SIGHUP.

use crate::config::{ServeError, TlsFiles};
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;
use std::sync::{Arc, RwLock};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

/// A file of certificates or keys is smaller.
const LARGEST: u64 = 1 << 20;

/// The certificate that connections are made with now.
pub(crate) struct Tls {
    files: TlsFiles,
    current: RwLock<TlsAcceptor>,
}

impl Tls {
    /// Reads the files.
    pub(crate) fn open(files: TlsFiles) -> Result<Self, ServeError> {
        let current = RwLock::new(acceptor(&files)?);
        Ok(Self { files, current })
    }

    /// What makes a connection.
    pub(crate) fn acceptor(&self) -> TlsAcceptor {
        let current = self.current.read();
        current.unwrap_or_else(|of| of.into_inner()).clone()
    }

    /// Reads the files again. If they cannot be used, what was read before stays.
    pub(crate) fn reload(&self) -> Result<(), ServeError> {
        let fresh = acceptor(&self.files)?;
        *self.current.write().unwrap_or_else(|of| of.into_inner()) = fresh;
        Ok(())
    }
}

fn acceptor(files: &TlsFiles) -> Result<TlsAcceptor, ServeError> {
    let wrong = |file: &Path, why: String| ServeError::Tls {
        file: file.to_owned(),
        why,
    };
    let open = |file: &Path, what: &str| {
        let opened = File::open(file).map(|open| BufReader::new(open.take(LARGEST)));
        opened.map_err(|why| wrong(file, format!("the {what} cannot be read: {why}")))
    };
    let certificates: Result<Vec<_>, _> =
        CertificateDer::pem_reader_iter(open(&files.cert, "certificate")?).collect();
    let certificates = certificates
        .ok()
        .filter(|read| !read.is_empty())
        .ok_or_else(|| wrong(&files.cert, "holds no certificate in PEM".to_owned()))?;
    let key = PrivateKeyDer::from_pem_reader(open(&files.key, "key")?)
        .map_err(|_| wrong(&files.key, "holds no private key in PEM".to_owned()))?;
    let provider = Arc::new(ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .and_then(|builder| {
            builder
                .with_no_client_auth()
                .with_single_cert(certificates, key)
        });
    let mut config =
        config.map_err(|why| wrong(&files.cert, format!("cannot be used with this key: {why}")))?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(TlsAcceptor::from(Arc::new(config)))
}

/// Why a handshake failed is told by its kind alone.
pub(crate) fn kind(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::InvalidData => "no TLS",
        io::ErrorKind::UnexpectedEof | io::ErrorKind::ConnectionReset => "went away",
        _ => "broken",
    }
}
