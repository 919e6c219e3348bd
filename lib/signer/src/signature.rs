//! Who signs, when, and why a signature could not be made: what CMS and XML share.
//! Here so that a key never signs under a certificate that is not its own. It must never judge a certificate's validity:
//! tests need signatures of expired and revoked ones.

use eds::Certificate;
use jiff::Timestamp;

use crate::key::PrivateKey;

/// Why there is no signature.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignError {
    /// The keystore has no certificate of this key.
    #[error("there is no certificate that belongs to the key")]
    NoCertificate,
    /// Key and certificate are of two pairs.
    #[error("the certificate does not belong to the key")]
    KeyDiffers,
    /// The key's numbers do not add up.
    #[error("the key is inconsistent")]
    Key,
    #[error("nobody was named to sign")]
    NoSigner,
    /// What is to be signed again, or stamped, is no CMS that can be read.
    #[error("the existing signature cannot be read ({0})")]
    Unreadable(&'static str),
    /// A detached signature is signed again without its document.
    #[error("the document is needed: it is not inside the existing signature")]
    ContentMissing,
    /// The document given is not the one inside.
    #[error("the document is another one than that inside the existing signature")]
    ContentDiffers,
    /// There is no signer of this number, or more would stand in it than a reader takes.
    #[error("the number of signers does not allow it")]
    Signers,
    /// The token stands over something else.
    #[error("the timestamp is not over this signature")]
    TokenDiffers,
    /// The document is not XML of the accepted form.
    #[error("the XML document cannot be signed ({0})")]
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
