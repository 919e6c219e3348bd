//! X.509 certificates (RFC 5280) as the NCA RK issues them, read from DER with the signed octets kept.
//! Here because every other format carries them. It must never judge trust or time: that is `chain` and `signer`.

use std::borrow::Cow;
use std::ops::Range;

use jiff::Timestamp;

use crate::algorithm::{AlgorithmIdentifier, PublicKey, Refusal, signed_shell};
use crate::der::{self, Element, Error, Reader, Rules};
use crate::digest::DigestAlgorithm;
use crate::name::Name;
use crate::time::timestamp;

mod addresses;
mod extensions;
mod outline;

pub use addresses::Addresses;
pub use extensions::{EXTENSIONS_MAX, ExtensionReader, Extensions, KeyUsage};

/// Octets of one certificate; more is refused.
pub const CERTIFICATE_BYTES_MAX: usize = 64 * 1024;

/// A certificate that could be read. Reading proves nothing.
#[derive(Clone, Debug)]
pub struct Certificate {
    der: Vec<u8>,
    tbs: Range<usize>,
    algorithm: Range<usize>,
    key_bits: Range<usize>,
    signature: Vec<u8>,
    serial: Vec<u8>,
    issuer: Name,
    subject: Name,
    not_before: Timestamp,
    not_after: Timestamp,
    key: Result<PublicKey, Refusal>,
    extensions: Extensions,
}

impl Certificate {
    /// Reads one certificate that fills `der`. RFC 5280 4.1.
    pub fn from_der(der: &[u8]) -> Result<Self, Error> {
        if der.len() > CERTIFICATE_BYTES_MAX {
            return Err(Error::Limit);
        }
        let mut outer = der::single(der, Rules::Der)?.must_be(der::SEQUENCE)?.enter()?;
        let algorithm_start = outer.clone();
        let (tbs, algorithm, signature) = signed_shell(&mut outer)?;
        outer.finish()?;
        let mut fields = tbs.enter()?;
        version(&mut fields)?;
        let serial = fields.must_be(der::INTEGER)?.content.to_vec();
        // The two copies must agree (RFC 5280 4.1.1.2), or the unsigned one could be changed at will.
        if !AlgorithmIdentifier::parse(&fields.read()?)?.matches(&algorithm) {
            return Err(Error::Value);
        }
        let issuer = Name::parse(&fields.read()?)?;
        let mut validity = fields.must_be(der::SEQUENCE)?.enter()?;
        let not_before = timestamp(&validity.read()?)?;
        let not_after = timestamp(&validity.read()?)?;
        validity.finish()?;
        let subject = Name::parse(&fields.read()?)?;
        let spki = fields.must_be(der::SEQUENCE)?;
        let key = PublicKey::parse(&spki)?;
        fields.optional(der::context(1))?;
        fields.optional(der::context(2))?;
        let extensions = match fields.optional(der::context_constructed(3))? {
            Some(wrapper) => Extensions::parse(&wrapper)?,
            None => Extensions::default(),
        };
        fields.finish()?;
        Ok(Self {
            der: der.to_vec(),
            tbs: tbs.range(),
            algorithm: second_range(algorithm_start)?,
            key_bits: key_bits(&spki)?,
            signature: signature.to_vec(),
            serial,
            issuer,
            subject,
            not_before,
            not_after,
            key,
            extensions,
        })
    }

    #[must_use]
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// Content octets of serialNumber.
    #[must_use]
    pub fn serial(&self) -> &[u8] {
        &self.serial
    }

    /// Serial number in lower-case hexadecimal, as the NCA prints it.
    #[must_use]
    pub fn serial_text(&self) -> String {
        self.serial.iter().map(|octet| format!("{octet:02x}")).collect()
    }

    #[must_use]
    pub fn issuer(&self) -> &Name {
        &self.issuer
    }

    #[must_use]
    pub fn subject(&self) -> &Name {
        &self.subject
    }

    #[must_use]
    pub fn not_before(&self) -> Timestamp {
        self.not_before
    }

    #[must_use]
    pub fn not_after(&self) -> Timestamp {
        self.not_after
    }

    pub fn key(&self) -> Result<&PublicKey, Refusal> {
        self.key.as_ref().map_err(|refusal| *refusal)
    }

    /// Prepares the key of an authority that will verify many certificates.
    pub(crate) fn precompute(&mut self) {
        if let Ok(key) = &mut self.key {
            key.precompute();
        }
    }

    /// Content of the subjectPublicKey BIT STRING, which OCSP hashes. RFC 6960 4.1.1.
    #[must_use]
    pub fn key_octets(&self) -> &[u8] {
        self.der.get(self.key_bits.clone()).unwrap_or_default()
    }

    /// subjectKeyIdentifier; where there is none, what RFC 5280 4.2.1.2 (1) would make of the key.
    #[must_use]
    pub fn key_identifier(&self) -> Cow<'_, [u8]> {
        match &self.extensions.subject_key_identifier {
            Some(identifier) => Cow::Borrowed(identifier),
            None => Cow::Owned(DigestAlgorithm::Sha1.digest(&[self.key_octets()])),
        }
    }

    #[must_use]
    pub fn extensions(&self) -> &Extensions {
        &self.extensions
    }

    /// Issuer and subject are the same name. Whether it signed itself is for `verify_issued_by`.
    #[must_use]
    pub fn is_self_issued(&self) -> bool {
        self.issuer.matches(&self.subject)
    }

    /// Same issuer name and serial number.
    #[must_use]
    pub fn is_identified_by(&self, issuer: &Name, serial: &[u8]) -> bool {
        der::without_leading_zeros(&self.serial) == der::without_leading_zeros(serial) && self.issuer.matches(issuer)
    }

    /// Checks this certificate's signature with `issuer`'s key; names are the caller's to compare.
    pub fn verify_issued_by(&self, issuer: &Self) -> Result<(), Refusal> {
        let octets = self.der.get(self.algorithm.clone()).unwrap_or_default();
        let element = der::single(octets, Rules::Der).map_err(|_| Refusal::Unknown)?;
        let algorithm = AlgorithmIdentifier::parse(&element).map_err(|_| Refusal::Unknown)?;
        let message = self.der.get(self.tbs.clone()).unwrap_or_default();
        issuer.key()?.verify_signed(&algorithm, message, &self.signature)
    }
}

/// Version [0] EXPLICIT DEFAULT v1; v1 to v3 exist.
fn version(fields: &mut Reader<'_>) -> Result<(), Error> {
    if let Some(wrapper) = fields.optional(der::context_constructed(0))? {
        let mut inner = wrapper.enter()?;
        if inner.must_be(der::INTEGER)?.small()? > 2 {
            return Err(Error::Value);
        }
        inner.finish()?;
    }
    Ok(())
}

fn second_range(mut reader: Reader<'_>) -> Result<Range<usize>, Error> {
    reader.read()?;
    Ok(reader.read()?.range())
}

fn key_bits(spki: &Element<'_>) -> Result<Range<usize>, Error> {
    let mut reader = spki.enter()?;
    reader.read()?;
    let bits = reader.must_be(der::BIT_STRING)?;
    let end = bits.range().end;
    Ok(end - bits.whole_bits()?.len()..end)
}
