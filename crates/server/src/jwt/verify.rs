//! Signatures: RS384 and ES384, and nothing else, by the library that the TLS of this program uses.

use jsonwebtoken::crypto::{CryptoProvider, JwtVerifier, KeyUtils};
use jsonwebtoken::errors::{ErrorKind, Result};
use jsonwebtoken::signature::{Error, Verifier};
use jsonwebtoken::{Algorithm, DecodingKey, DecodingKeyKind};
use ring::signature::{
    ECDSA_P384_SHA384_FIXED, RSA_PKCS1_2048_8192_SHA384, RsaPublicKeyComponents, UnparsedPublicKey,
};
use serde::Deserialize;

static PROVIDER: CryptoProvider = CryptoProvider {
    signer_factory: |_, _| Err(ErrorKind::InvalidAlgorithm.into()),
    verifier_factory: verifier,
    key_utils: KeyUtils::new_unimplemented(),
};

/// Makes the library verify by these alone. The first call counts.
pub(super) fn install() {
    // That it is installed already is what is wanted.
    let _ = PROVIDER.install_default();
}

fn verifier(algorithm: &Algorithm, key: &DecodingKey) -> Result<Box<dyn JwtVerifier>> {
    match (algorithm, key.kind()) {
        (Algorithm::RS384, DecodingKeyKind::RsaModulusExponent { n, e }) => {
            Ok(Box::new(Rsa(RsaPublicKeyComponents {
                n: plain(n),
                e: plain(e),
            })))
        }
        (Algorithm::ES384, DecodingKeyKind::SecretOrDer(point)) => Ok(Box::new(Curve(
            UnparsedPublicKey::new(&ECDSA_P384_SHA384_FIXED, point.clone()),
        ))),
        _ => Err(ErrorKind::InvalidAlgorithm.into()),
    }
}

/// A number without zeros before it.
fn plain(number: &[u8]) -> Vec<u8> {
    let zeros = number.iter().take_while(|byte| **byte == 0).count();
    number[zeros..].to_vec()
}

struct Rsa(RsaPublicKeyComponents<Vec<u8>>);

struct Curve(UnparsedPublicKey<Vec<u8>>);

impl Verifier<Vec<u8>> for Rsa {
    fn verify(&self, message: &[u8], signature: &Vec<u8>) -> std::result::Result<(), Error> {
        let verified = self
            .0
            .verify(&RSA_PKCS1_2048_8192_SHA384, message, signature);
        verified.map_err(|_| Error::new())
    }
}

impl JwtVerifier for Rsa {
    fn algorithm(&self) -> Algorithm {
        Algorithm::RS384
    }
}

impl Verifier<Vec<u8>> for Curve {
    fn verify(&self, message: &[u8], signature: &Vec<u8>) -> std::result::Result<(), Error> {
        self.0.verify(message, signature).map_err(|_| Error::new())
    }
}

impl JwtVerifier for Curve {
    fn algorithm(&self) -> Algorithm {
        Algorithm::ES384
    }
}

/// Who the token says it is from. Nothing follows from it but whose keys are tried.
pub(super) fn issuer(token: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct From {
        iss: String,
    }
    let claims = jsonwebtoken::dangerous::insecure_decode_claims::<From>(token);
    Some(claims.ok()?.iss)
}
