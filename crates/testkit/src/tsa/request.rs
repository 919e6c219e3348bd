//! TimeStampReq (RFC 3161 2.4.1): read from octets of the program under test, and made for tests without one.
//!
//! Must never: panic on a request; a malformed one gets a rejection.

use crate::digest::Digest;
use crate::{ber, der};

/// What was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// MessageImprint, as encoded.
    pub imprint: Vec<u8>,
    /// INTEGER, as encoded.
    pub nonce: Option<Vec<u8>>,
    /// certReq.
    pub certificate: bool,
}

impl Request {
    /// `None`: not a TimeStampReq of version 1.
    pub fn parse(octets: &[u8]) -> Option<Self> {
        let (outer, rest) = ber::parse(octets)?;
        let fields = outer.items()?;
        let [version, imprint, more @ ..] = fields.as_slice() else { return None };
        let parts = imprint.items()?;
        let whole = parts.len() == 2 && parts[0].tag == der::SEQUENCE && parts[1].tag == 0x04;
        if outer.tag != der::SEQUENCE || !rest.is_empty() || version.whole != der::small_integer(1) || !whole {
            return None;
        }
        let find = |tag: u8| more.iter().find(|field| field.tag == tag);
        Some(Self {
            imprint: imprint.whole.to_vec(),
            nonce: find(0x02).map(|nonce| nonce.whole.to_vec()),
            certificate: find(0x01).is_some_and(|flag| flag.content != [0]),
        })
    }
}

/// A request for a token over `message`.
pub fn request(digest: Digest, message: &[u8], nonce: Option<&[u8]>, certificate: bool) -> Vec<u8> {
    let imprint = der::sequence(&[digest.identifier(), der::octet_string(&digest.of(message))]);
    let mut fields = vec![der::small_integer(1), imprint];
    fields.extend(nonce.map(der::integer));
    if certificate {
        fields.push(der::boolean_true());
    }
    der::sequence(&fields)
}
