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
use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::{Validation, decode, decode_header};
use keys::KeyRing;
use replay::Replay;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
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
    aud: Audience,
    #[serde(deserialize_with = "seconds")]
    exp: u64,
    #[serde(deserialize_with = "seconds")]
    iat: u64,
    jti: String,
}

/// Why a token does not hold. It is counted, and nobody who asks is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    Missing,
    Unreadable,
    Key,
    Signature,
    Time,
    Audience,
    Claims,
    Used,
}

impl Fault {
    pub(crate) const ALL: [Self; 8] = [
        Self::Missing,
        Self::Unreadable,
        Self::Key,
        Self::Signature,
        Self::Time,
        Self::Audience,
        Self::Claims,
        Self::Used,
    ];

    /// Its name in counters.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Unreadable => "unreadable",
            Self::Key => "key",
            Self::Signature => "signature",
            Self::Time => "time",
            Self::Audience => "audience",
            Self::Claims => "claims",
            Self::Used => "used",
        }
    }

    fn of(error: &ErrorKind) -> Self {
        match error {
            ErrorKind::InvalidSignature => Self::Signature,
            ErrorKind::ExpiredSignature | ErrorKind::ImmatureSignature => Self::Time,
            _ => Self::Claims,
        }
    }
}

/// Whom a token is for.
#[derive(Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Several(Vec<String>),
}

/// A `NumericDate` of RFC 7519, which may have a fraction: whole seconds are enough here.
fn seconds<'de, D: Deserializer<'de>>(from: D) -> Result<u64, D::Error> {
    let number = serde_json::Number::deserialize(from)?;
    let written = number.to_string();
    let whole = written.split('.').next().unwrap_or_default();
    whole.parse().map_err(|_| D::Error::custom("no time"))
}

/// An address as RFC 3986 compares them: scheme and host in small letters, and no port that is the scheme's own.
fn compared(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://") else {
        return address.to_owned();
    };
    let end = rest.find('/').unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    let (scheme, host) = (scheme.to_ascii_lowercase(), host.to_ascii_lowercase());
    let own = match scheme.as_str() {
        "https" => ":443",
        _ => ":80",
    };
    let host = host.strip_suffix(own).unwrap_or(&host);
    format!("{scheme}://{host}{path}")
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

    /// Whether a request with these headers may ask at this path; if not, why.
    fn admits(&self, headers: &HeaderMap, path: &str) -> Result<(), Fault> {
        match self.keys.is_asked() {
            true => self.holds(headers, path),
            false => Ok(()),
        }
    }

    /// Whether the token holds.
    fn holds(&self, headers: &HeaderMap, path: &str) -> Result<(), Fault> {
        let mut all = headers.get_all(header::AUTHORIZATION).iter();
        let given = all.next().ok_or(Fault::Missing)?;
        let given = given.to_str().map_err(|_| Fault::Unreadable)?;
        if all.next().is_some() {
            return Err(Fault::Unreadable);
        }
        let (scheme, token) = given.split_once(' ').ok_or(Fault::Unreadable)?;
        let token = token.trim();
        if !scheme.eq_ignore_ascii_case("bearer") || token.len() > LONGEST {
            return Err(Fault::Unreadable);
        }
        let head = decode_header(token).map_err(|_| Fault::Unreadable)?;
        // An extension that has to be understood is not.
        if head.crit.is_some() {
            return Err(Fault::Unreadable);
        }
        let kid = head.kid.as_deref().ok_or(Fault::Unreadable)?;
        let issuer = verify::issuer(token).ok_or(Fault::Unreadable)?;
        let key = self.keys.find(&issuer, kid).ok_or(Fault::Key)?;
        if head.alg != key.algorithm {
            return Err(Fault::Key);
        }
        let mut asked = Validation::new(key.algorithm);
        asked.set_required_spec_claims(&["exp", "iss", "aud"]);
        // Compared below, as addresses are.
        asked.validate_aud = false;
        asked.set_issuer(&[&issuer]);
        asked.leeway = LEEWAY;
        asked.validate_nbf = true;
        let claims = decode::<Claims>(token, &key.key, &asked);
        let claims = claims.map_err(|error| Fault::of(error.kind()))?.claims;
        let now = jsonwebtoken::get_current_timestamp();
        let named = match &claims.aud {
            Audience::One(one) => std::slice::from_ref(one),
            Audience::Several(all) => all,
        };
        let known = self.audiences(path);
        let is_ours = |of: &String| known.contains(&compared(of));
        if !named.iter().any(is_ours) {
            return Err(Fault::Audience);
        }
        let in_time = claims.iat <= now + LEEWAY
            && claims.iat <= claims.exp
            && claims.exp <= now + LONGEST_LIFE + LEEWAY;
        if !in_time {
            return Err(Fault::Time);
        }
        if claims.jti.is_empty() || claims.iss != issuer {
            return Err(Fault::Claims);
        }
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        match used.first(&issuer, &claims.jti, claims.exp + LEEWAY, now) {
            true => Ok(()),
            false => Err(Fault::Used),
        }
    }

    /// What a token for this path may name as its audience: the address that is asked, or the base of the FHIR operations or of the JSON API.
    fn audiences(&self, path: &str) -> Vec<String> {
        let path = path.replace("%24", "$");
        let mut all = vec![format!("{}{path}", self.url)];
        // What becomes of a card is told to the service that gave it.
        if let Some(service) = path.strip_suffix("/feedback") {
            all.push(format!("{}{service}", self.url));
        }
        for base in ["/fhir", "/api/v1"] {
            let under = path.strip_prefix(base);
            if under.is_some_and(|rest| rest.starts_with('/')) {
                all.push(format!("{}{base}", self.url));
            }
        }
        all.iter().map(|of| compared(of)).collect()
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
    match shared.gate().admits(request.headers(), uri.path()) {
        Ok(()) => return next.run(request).await,
        Err(fault) => shared.metrics().refused_token(fault),
    }
    let scheme = [(header::WWW_AUTHENTICATE, "Bearer")];
    (StatusCode::UNAUTHORIZED, scheme).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_may_have_a_fraction() {
        let of = |exp: &str| {
            let text = format!(r#"{{"iss":"i","aud":["a"],"exp":{exp},"iat":1,"jti":"j"}}"#);
            serde_json::from_str::<Claims>(&text).ok().map(|of| of.exp)
        };
        assert_eq!(of("1767225600"), Some(1_767_225_600));
        assert_eq!(of("1767225600.75"), Some(1_767_225_600));
        for wrong in ["\"1767225600\"", "-1", "-0.5", "null"] {
            assert_eq!(of(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn addresses_are_compared_as_addresses() {
        let gate = Gate::new(&[], "https://her2.example/");
        let known = gate.audiences("/cds-services/x/feedback");
        for audience in [
            "https://her2.example/cds-services/x/feedback",
            "https://her2.example/cds-services/x",
            "HTTPS://HER2.example:443/cds-services/x",
        ] {
            assert!(known.contains(&compared(audience)), "{audience}");
        }
        for audience in [
            "https://her2.example/cds-services/X",
            "https://her2.example/cds-services/y",
            "https://her2.example:8443/cds-services/x",
            "http://her2.example/cds-services/x",
            "https://her2.example",
        ] {
            assert!(!known.contains(&compared(audience)), "{audience}");
        }
    }
}
