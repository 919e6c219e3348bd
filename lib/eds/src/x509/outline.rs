//! The outer parts of a certificate as they stand in it: signature, its algorithm, the whole SubjectPublicKeyInfo.
//! Here for programs that show a certificate to other programs (the NCANode face). It must never judge any of them.

use super::{Certificate, version};
use crate::algorithm::AlgorithmIdentifier;
use crate::der::{self, Element, Error, Reader, Rules};

impl Certificate {
    /// Octets of signatureValue.
    #[must_use]
    pub fn signature(&self) -> &[u8] {
        &self.signature
    }

    /// Content octets of the OID of signatureAlgorithm; empty where it cannot be read.
    #[must_use]
    pub fn signature_algorithm(&self) -> &[u8] {
        let octets = self.der.get(self.algorithm.clone()).unwrap_or_default();
        let identifier = der::single(octets, Rules::Der).and_then(|element| AlgorithmIdentifier::parse(&element));
        identifier.map_or(&[], |identifier| identifier.oid)
    }

    /// SubjectPublicKeyInfo, DER. RFC 5280 4.1.2.7.
    #[must_use]
    pub fn public_key_info(&self) -> &[u8] {
        self.find_public_key_info().map_or(&[], |element| element.raw)
    }

    fn find_public_key_info(&self) -> Result<Element<'_>, Error> {
        let tbs = self.der.get(self.tbs.clone()).unwrap_or_default();
        let mut fields: Reader<'_> = der::single(tbs, Rules::Der)?.must_be(der::SEQUENCE)?.enter()?;
        version(&mut fields)?;
        // serialNumber, signature, issuer, validity, subject.
        for _ in 0..5 {
            fields.read()?;
        }
        fields.must_be(der::SEQUENCE)
    }
}
