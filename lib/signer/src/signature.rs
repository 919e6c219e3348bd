//! Who signs, when, and why a signature could not be made: what CMS and XML share.
//! Here so that a key never signs under a certificate that is not its own. It must never judge a certificate's validity:
//! tests need signatures of expired and revoked ones.

use eds::Certificate;
use jiff::Timestamp;

use crate::key::PrivateKey;

/// Why there is no signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignError {
    /// The keystore has no certificate of this key.
    NoCertificate,
    /// Key and certificate are of two pairs.
    KeyDiffers,
    /// The key's numbers do not add up.
    Key,
    /// Nobody was named.
    NoSigner,
    /// What is to be signed again, or stamped, is no CMS that can be read.
    Unreadable(&'static str),
    /// A detached signature is signed again without its document.
    ContentMissing,
    /// The document given is not the one inside.
    ContentDiffers,
    /// There is no signer of this number, or more would stand in it than a reader takes.
    Signers,
    /// The token stands over something else.
    TokenDiffers,
    /// The document is not XML of the accepted form.
    Xml(&'static str),
}

/// A key together with its certificate.
#[derive(Clone, Copy, Debug)]
pub struct Signer<'a> {
    key: &'a PrivateKey,
    certificate: &'a Certificate,
}

impl<'a> Signer<'a> {
    /// # Errors
    /// [`SignError::KeyDiffers`] where the certificate's public key is another one.
    pub fn new(key: &'a PrivateKey, certificate: &'a Certificate) -> Result<Self, SignError> {
        let public = key.public_octets().ok_or(SignError::Key)?;
        let same = certificate.key().is_ok_and(|of| of.algorithm() == key.algorithm());
        if same && certificate.key_octets() == public {
            Ok(Self { key, certificate })
        } else {
            Err(SignError::KeyDiffers)
        }
    }

    #[must_use]
    pub fn certificate(&self) -> &'a Certificate {
        self.certificate
    }

    #[must_use]
    pub fn key(&self) -> &'a PrivateKey {
        self.key
    }
}

/// When, and with which randomness.
#[derive(Clone, Copy, Debug)]
pub struct Signing {
    /// signingTime; as the signer states it.
    pub at: Timestamp,
    /// 32 random octets, for nonces and blinding. The same give the same signature.
    pub added: [u8; 32],
}
