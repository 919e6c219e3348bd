//! OCSPRequest (RFC 6960 4.1): read from octets of the program under test, and made for tests without one.
//!
//! Must never: panic on a request; a malformed one gets an answer that says so.

use crate::ber::{self, Element};
use crate::certificate::Certificate;
use crate::digest::Digest;
use crate::nca::extensions::extension;
use crate::{der, oids};

/// CertID.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertId {
    pub digest: Digest,
    name_hash: Vec<u8>,
    key_hash: Vec<u8>,
    /// INTEGER, as encoded.
    pub serial: Vec<u8>,
}

impl CertId {
    pub fn new(digest: Digest, issuer: &Certificate, serial: &[u8]) -> Self {
        Self {
            digest,
            name_hash: digest.of(&issuer.subject_name),
            key_hash: digest.of(&issuer.key_octets),
            serial: serial.to_vec(),
        }
    }

    /// The key of this issuer. Its name is not compared: what an authority issued may write it in another order, and
    /// RFC 6960 hashes it as written there.
    pub fn is_under(&self, issuer: &Certificate) -> bool {
        self.key_hash == self.digest.of(&issuer.key_octets)
    }

    pub fn encode(&self) -> Vec<u8> {
        der::sequence(&[
            self.digest.identifier(),
            der::octet_string(&self.name_hash),
            der::octet_string(&self.key_hash),
            self.serial.clone(),
        ])
    }

    fn read(element: &Element<'_>) -> Option<Self> {
        let fields = element.items()?;
        let [algorithm, name, key, serial] = fields.as_slice() else { return None };
        let algorithm = algorithm.items()?;
        let digest = algorithm.first().filter(|oid| oid.tag == 0x06 && !oid.content.is_empty())?.oid();
        Some(Self {
            digest: Digest::by_oid(&digest)?,
            name_hash: name.content.to_vec(),
            key_hash: key.content.to_vec(),
            serial: serial.whole.to_vec(),
        })
    }
}

/// What was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub ids: Vec<CertId>,
    /// Body of the nonce extension.
    pub nonce: Option<Vec<u8>>,
}

impl Request {
    /// `None`: not an OCSPRequest, or of a digest that nobody knows.
    pub fn parse(octets: &[u8]) -> Option<Self> {
        let (outer, rest) = ber::parse(octets)?;
        if outer.tag != der::SEQUENCE || !rest.is_empty() {
            return None;
        }
        let tbs = outer.items()?.first()?.items()?;
        let list = tbs.iter().find(|field| field.tag == der::SEQUENCE)?;
        let ids: Option<Vec<_>> = list.items()?.iter().map(|one| CertId::read(one.items()?.first()?)).collect();
        let mut nonce = None;
        if let Some(wrapper) = tbs.iter().find(|field| field.tag == 0xa2) {
            for extension in wrapper.items()?.first()?.items()? {
                let parts = extension.items()?;
                let is_nonce = parts.first().is_some_and(|oid| oid.whole == der::oid(oids::OCSP_NONCE));
                nonce = if is_nonce { Some(parts.last()?.content.to_vec()) } else { nonce };
            }
        }
        Some(Self { ids: ids.filter(|ids| !ids.is_empty())?, nonce })
    }
}

/// A request about certificates of one issuer; `nonce` goes into an OCTET STRING (RFC 9654 2.1).
pub fn request(digest: Digest, issuer: &Certificate, serials: &[&[u8]], nonce: Option<&[u8]>) -> Vec<u8> {
    let one = |serial: &&[u8]| der::sequence(&[CertId::new(digest, issuer, serial).encode()]);
    let mut tbs = vec![der::sequence(&serials.iter().map(one).collect::<Vec<_>>())];
    if let Some(nonce) = nonce {
        let nonce = extension(oids::OCSP_NONCE, &der::octet_string(nonce));
        tbs.push(der::explicit(2, &der::sequence(&[nonce])));
    }
    der::sequence(&[der::sequence(&tbs)])
}
