//! The keys of issuers, read again when their file changes.

use crate::IssuerKeys;
use jsonwebtoken::jwk::{
    AlgorithmParameters, EllipticCurve, Jwk, JwkSet, KeyAlgorithm, PublicKeyUse,
};
use jsonwebtoken::{Algorithm, DecodingKey, DecodingKeyKind};
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Instant, SystemTime};

/// A file is looked at no more often than this, in milliseconds.
const LOOK: u64 = 1_000;
/// A larger file is none of keys.
const LARGEST: u64 = 1 << 20;
/// The shortest modulus of RSA, in bytes.
const SHORTEST: usize = 256;

/// A key with the one algorithm it is used with.
#[derive(Clone)]
pub(super) struct Key {
    pub(super) algorithm: Algorithm,
    pub(super) key: DecodingKey,
}

/// The keys of every issuer.
pub(super) struct KeyRing {
    issuers: Vec<Issuer>,
    began: Instant,
    looked: AtomicU64,
}

struct Issuer {
    name: String,
    file: PathBuf,
    keys: RwLock<Arc<Vec<(String, Key)>>>,
    /// When the file was last changed, as it was last seen.
    changed: Mutex<Option<SystemTime>>,
}

impl KeyRing {
    pub(super) fn new(issuers: &[IssuerKeys]) -> Self {
        let issuers = issuers.iter().map(|of| {
            let changed = std::fs::metadata(&of.file).and_then(|meta| meta.modified());
            Issuer {
                name: of.issuer.clone(),
                file: of.file.clone(),
                keys: RwLock::new(Arc::new(parse(&of.jwks).unwrap_or_default())),
                changed: Mutex::new(changed.ok()),
            }
        });
        Self {
            issuers: issuers.collect(),
            began: Instant::now(),
            looked: AtomicU64::new(0),
        }
    }

    /// Whether a token is asked for at all.
    pub(super) fn is_asked(&self) -> bool {
        !self.issuers.is_empty()
    }

    /// The key of that issuer and name.
    pub(super) fn find(&self, issuer: &str, kid: &str) -> Option<Key> {
        self.look();
        // One issuer may have several files.
        let mut of_issuer = self.issuers.iter().filter(|of| of.name == issuer);
        of_issuer.find_map(|of| {
            let keys = of.keys.read().unwrap_or_else(PoisonError::into_inner);
            let found = keys.iter().find(|(name, _)| name == kid);
            found.map(|(_, key)| key.clone())
        })
    }

    /// Reads every file again.
    pub(super) fn reload(&self) {
        for issuer in &self.issuers {
            issuer.read();
        }
    }

    /// Reads the files that have changed, where nobody has looked for a while.
    fn look(&self) {
        let now = u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX);
        let last = self.looked.load(Ordering::Relaxed);
        if now < last + LOOK {
            return;
        }
        let order = Ordering::Relaxed;
        if self
            .looked
            .compare_exchange(last, now, order, order)
            .is_err()
        {
            return;
        }
        for issuer in &self.issuers {
            issuer.look();
        }
    }
}

impl Issuer {
    fn look(&self) {
        let changed = std::fs::metadata(&self.file).and_then(|meta| meta.modified());
        let mut seen = self.changed.lock().unwrap_or_else(PoisonError::into_inner);
        if changed.as_ref().ok() != seen.as_ref() {
            *seen = changed.ok();
            drop(seen);
            self.read();
        }
    }

    /// What cannot be understood, perhaps since it is being written, leaves the keys as they are; a file that is gone takes them with it.
    fn read(&self) {
        let large = std::fs::metadata(&self.file).is_ok_and(|meta| meta.len() > LARGEST);
        let keys = match std::fs::read_to_string(&self.file) {
            _ if large => None,
            Ok(text) => parse(&text),
            Err(error) if error.kind() == ErrorKind::NotFound => Some(Vec::new()),
            Err(_) => None,
        };
        let file = self.file.display();
        match keys {
            Some(keys) => {
                tracing::info!(target: "her2_server", %file, keys = keys.len(), "keys read");
                *self.keys.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(keys);
            }
            None => {
                tracing::warn!(target: "her2_server", %file, "no set of keys: those read before stay");
            }
        }
    }
}

/// The keys of a set that can be used here; nothing if it is no set. Others in it are passed over.
pub(super) fn parse(text: &str) -> Option<Vec<(String, Key)>> {
    let set: JwkSet = serde_json::from_str(text).ok()?;
    Some(set.keys.iter().filter_map(key).collect())
}

fn key(jwk: &Jwk) -> Option<(String, Key)> {
    let (algorithm, named) = match &jwk.algorithm {
        AlgorithmParameters::RSA(_) => (Algorithm::RS384, KeyAlgorithm::RS384),
        AlgorithmParameters::EllipticCurve(of) if of.curve == EllipticCurve::P384 => {
            (Algorithm::ES384, KeyAlgorithm::ES384)
        }
        _ => return None,
    };
    let common = &jwk.common;
    let fits = common.key_algorithm.is_none_or(|of| of == named)
        && common
            .public_key_use
            .as_ref()
            .is_none_or(|of| *of == PublicKeyUse::Signature);
    let kid = common.key_id.clone().filter(|_| fits)?;
    let key = DecodingKey::from_jwk(jwk).ok()?;
    let long_enough = match key.kind() {
        DecodingKeyKind::RsaModulusExponent { n, .. } => n.len() >= SHORTEST,
        DecodingKeyKind::SecretOrDer(_) => true,
    };
    long_enough.then_some((kid, Key { algorithm, key }))
}
