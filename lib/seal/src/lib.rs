//! The institution's seal: a GOST R 34.10-2015 (512) key, its self-signed certificate and attached CMS (RFC 5652) over statements.
//!
//! Apart from `eds` because this room holds a secret key and that one never does. It knows nothing of what is sealed, reads no
//! clock and no randomness: both come in. It must never verify: a seal is checked by `eds`, like any other signature.

mod certificate;

use eds::Certificate;
use gost3410::{Curve, SigningKey};
use jiff::Timestamp;
use signer::{PrivateKey, Signer, Signing, cms};

/// Octets of a secret key.
pub const KEY_BYTES: usize = 64;

/// Why there is no seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// The octets are no key of the curve: zero, or not below its order.
    #[error("not a key of GOST R 34.10-2015, 512 bits")]
    Key,
    /// The certificate is not one that this library made.
    #[error("the certificate does not belong to this key")]
    Certificate,
}

/// The key and certificate of an institution.
pub struct Institution {
    key: PrivateKey,
    certificate: Certificate,
}

impl Institution {
    /// Makes a certificate for `secret` (64 random octets, little-endian), valid for ten years from `now`.
    /// `name` is the common name; `serial` 16 random octets.
    ///
    /// # Errors
    /// [`SealError::Key`]: draw other octets.
    pub fn create(
        name: &str,
        secret: &[u8; KEY_BYTES],
        serial: &[u8; 16],
        now: Timestamp,
    ) -> Result<Institution, SealError> {
        let key = SigningKey::from_le_bytes(Curve::Tc26Gost512A, secret).map_err(|_| SealError::Key)?;
        let certificate = certificate::self_signed(name, &key, serial, now);
        Institution::of(key, &certificate)
    }

    /// Opens a kept key with its certificate (DER).
    ///
    /// # Errors
    /// [`SealError`] when the two do not belong together.
    pub fn open(secret: &[u8; KEY_BYTES], certificate: &[u8]) -> Result<Institution, SealError> {
        let key = SigningKey::from_le_bytes(Curve::Tc26Gost512A, secret).map_err(|_| SealError::Key)?;
        Institution::of(key, certificate)
    }

    fn of(key: SigningKey, certificate: &[u8]) -> Result<Institution, SealError> {
        let key = PrivateKey::gost(key);
        let certificate = Certificate::from_der(certificate).map_err(|_| SealError::Certificate)?;
        match Signer::new(&key, &certificate) {
            Ok(_) => Ok(Institution { key, certificate }),
            Err(_) => Err(SealError::Certificate),
        }
    }

    /// The certificate, DER.
    pub fn certificate(&self) -> &[u8] {
        self.certificate.der()
    }

    /// An attached CMS over `content`: contentType, signingTime and messageDigest signed. `added`: randomness for the nonce.
    ///
    /// # Errors
    /// [`SealError::Key`], which an opened institution does not meet.
    pub fn seal(&self, content: &[u8], at: Timestamp, added: &[u8; 32]) -> Result<Vec<u8>, SealError> {
        let signer = Signer::new(&self.key, &self.certificate).map_err(|_| SealError::Certificate)?;
        let options = cms::Options { detached: false, signing: Signing { at, added: *added } };
        cms::sign(content, &[signer], &options).map_err(|_| SealError::Key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use eds::{Evidence, Outcome, Policy, TrustList};

    fn now() -> Timestamp {
        "2026-11-22T09:00:00Z".parse().unwrap()
    }

    #[test]
    fn eds_reads_the_seal_and_finds_every_change() {
        let own = Institution::create("Elshi demo", &[5; KEY_BYTES], &[1; 16], now()).unwrap();
        let cms = own.seal(b"{\"file\":\"abc\"}", now(), &[9; 32]).unwrap();
        let (trust, problems) = TrustList::from_certificates([own.certificate()].into_iter());
        assert!(problems.is_empty(), "{problems:?}");
        let check = |cms: &[u8]| eds::verify(cms, None, &trust, &Evidence::default(), &Policy::any(), now());
        let verdict = check(&cms);
        assert_eq!(verdict.outcome, Outcome::Valid, "{:?}", verdict.findings);
        for at in [60, cms.len() / 2, cms.len() - 3] {
            let mut changed = cms.clone();
            changed[at] ^= 1;
            assert_ne!(check(&changed).outcome, Outcome::Valid, "byte {at}");
        }
        let other = Institution::create("Other", &[6; KEY_BYTES], &[2; 16], now()).unwrap();
        assert_ne!(check(&other.seal(b"x", now(), &[9; 32]).unwrap()).outcome, Outcome::Valid);
    }

    #[test]
    fn a_kept_key_opens_only_with_its_own_certificate() {
        let own = Institution::create("Elshi demo", &[5; KEY_BYTES], &[1; 16], now()).unwrap();
        assert!(Institution::open(&[5; KEY_BYTES], own.certificate()).is_ok());
        assert_eq!(Institution::open(&[6; KEY_BYTES], own.certificate()).err(), Some(SealError::Certificate));
        assert_eq!(Institution::create("x", &[0; KEY_BYTES], &[1; 16], now()).err(), Some(SealError::Key));
    }
}
