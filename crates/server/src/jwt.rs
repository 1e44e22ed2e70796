//! Who may ask: tokens as CDS Hooks 2.0 has them, where keys are configured.
//!
//! A token is a JSON Web Token signed with RS384 or ES384 by a key of an issuer that is known here. Every refusal is the same: status 401, no
//! body, nothing that tells why. Tokens are never written to the log.

mod keys;
mod replay;
mod verify;

use crate::{IssuerKeys, Shared};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use jsonwebtoken::{Validation, decode, decode_header};
use keys::KeyRing;
use replay::Replay;
use serde::Deserialize;
use std::fmt;
use std::sync::{Mutex, PoisonError};

/// A longer token is none.
const LONGEST: usize = 8 * 1024;
/// How far clocks may differ, in seconds.
const LEEWAY: u64 = 30;
/// How far ahead a token may expire, in seconds. What may be kept for longer would have to be remembered for longer.
const LONGEST_LIFE: u64 = 60 * 60;

/// Whether a text is a set of keys with one that can be used here: RSA of at least 2048 bits, or the curve P-384, each with a `kid`.
pub(crate) fn holds_a_key(jwks: &str) -> bool {
    keys::parse(jwks).is_some_and(|keys| !keys.is_empty())
}

/// The keys of those who may ask, and the tokens that were used.
pub(crate) struct Gate {
    keys: KeyRing,
    used: Mutex<Replay>,
    /// The address under which others reach the server, without a slash at its end.
    url: String,
}

/// What is looked at in a token. Nothing else of it is read.
#[derive(Deserialize)]
struct Claims {
    iss: String,
    exp: u64,
    iat: u64,
    jti: String,
}

impl Gate {
    /// For the keys of these issuers; without any, everybody may ask.
    pub(crate) fn new(issuers: &[IssuerKeys], url: &str) -> Self {
        if !issuers.is_empty() {
            verify::install();
        }
        Self {
            keys: KeyRing::new(issuers),
            used: Mutex::new(Replay::default()),
            url: url.trim_end_matches('/').to_owned(),
        }
    }

    /// Reads every file of keys again.
    pub(crate) fn reload(&self) {
        self.keys.reload();
    }

    /// Whether a request with these headers may ask at this path.
    fn admits(&self, headers: &HeaderMap, path: &str) -> bool {
        !self.keys.is_asked() || self.holds(headers, path).is_some()
    }

    /// Something if the token holds.
    fn holds(&self, headers: &HeaderMap, path: &str) -> Option<()> {
        let mut all = headers.get_all(header::AUTHORIZATION).iter();
        let given = all.next()?.to_str().ok()?;
        if all.next().is_some() {
            return None;
        }
        let (scheme, token) = given.split_once(' ')?;
        let token = token.trim();
        if !scheme.eq_ignore_ascii_case("bearer") || token.len() > LONGEST {
            return None;
        }
        let head = decode_header(token).ok()?;
        // An extension that has to be understood is not.
        if head.crit.is_some() {
            return None;
        }
        let kid = head.kid.as_deref()?;
        let issuer = verify::issuer(token)?;
        let key = self.keys.find(&issuer, kid)?;
        if head.alg != key.algorithm {
            return None;
        }
        let mut asked = Validation::new(key.algorithm);
        asked.set_required_spec_claims(&["exp", "iss", "aud"]);
        asked.set_audience(&self.audiences(path));
        asked.set_issuer(&[&issuer]);
        asked.leeway = LEEWAY;
        asked.validate_nbf = true;
        let claims = decode::<Claims>(token, &key.key, &asked).ok()?.claims;
        let now = jsonwebtoken::get_current_timestamp();
        let in_time = claims.iat <= now + LEEWAY
            && claims.iat <= claims.exp
            && claims.exp <= now + LONGEST_LIFE + LEEWAY;
        if !in_time || claims.jti.is_empty() || claims.iss != issuer {
            return None;
        }
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        used.first(&issuer, &claims.jti, claims.exp + LEEWAY, now)
            .then_some(())
    }

    /// What a token for this path may name as its audience: the address that is asked, or the base of the FHIR operations or of the JSON API.
    fn audiences(&self, path: &str) -> Vec<String> {
        let path = path.replace("%24", "$");
        let mut all = vec![format!("{}{path}", self.url)];
        for base in ["/fhir", "/api/v1"] {
            let under = path.strip_prefix(base);
            if under.is_some_and(|rest| rest.starts_with('/')) {
                all.push(format!("{}{base}", self.url));
            }
        }
        all
    }
}

impl fmt::Debug for Gate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Gate")
    }
}

/// Lets a request through that may ask.
pub(crate) async fn keep(
    State(shared): State<Shared>,
    uri: Uri,
    request: Request,
    next: Next,
) -> Response {
    if shared.gate().admits(request.headers(), uri.path()) {
        return next.run(request).await;
    }
    let scheme = [(header::WWW_AUTHENTICATE, "Bearer")];
    (StatusCode::UNAUTHORIZED, scheme).into_response()
}
