//! What a timestamp token and a request for one say, for people and tools that look at them.
//! Here so that a token can be told to be over a signature before it is attached. Reading proves nothing: it must never be taken
//! for `timestamp::verify`.

use jiff::Timestamp;

use super::{TstInfo, tst_info};
use crate::algorithm::AlgorithmIdentifier;
use crate::cms;
use crate::der::{self, Error, Rules};
use crate::digest::DigestAlgorithm;
use crate::oid;

/// A digest that a token is over, or is asked to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imprint {
    /// Dotted OID.
    pub oid: String,
    /// `None` = not known here.
    pub algorithm: Option<DigestAlgorithm>,
    pub octets: Vec<u8>,
}

impl Imprint {
    fn of(oid: &[u8], octets: &[u8]) -> Self {
        Self { oid: oid::dotted(oid), algorithm: DigestAlgorithm::from_oid(oid), octets: octets.to_vec() }
    }

    /// Is this the digest of `octets`?
    #[must_use]
    pub fn is_over(&self, octets: &[u8]) -> bool {
        self.algorithm.is_some_and(|algorithm| algorithm.digest(&[octets]) == self.octets)
    }
}

/// TSTInfo of a token. RFC 3161 2.4.2.
#[derive(Clone, Debug)]
pub struct TokenInfo {
    /// genTime, UTC.
    pub at: Timestamp,
    /// Dotted OID.
    pub policy: String,
    pub imprint: Imprint,
    /// Lower-case hexadecimal.
    pub serial: String,
    pub nonce: Option<Vec<u8>>,
}

impl TokenInfo {
    /// Reads a token: a CMS with TSTInfo inside.
    pub fn read(token: &[u8]) -> Result<Self, Error> {
        let message = cms::parse(token).map_err(|_| Error::Value)?;
        if !oid::TST_INFO.is(message.content_type) {
            return Err(Error::Value);
        }
        let octets = message.content.ok_or(Error::Value)?.concat();
        let TstInfo { policy, imprint_algorithm, imprint, serial, at, nonce } = tst_info(&octets)?;
        Ok(Self {
            at,
            policy: oid::dotted(policy),
            imprint: Imprint::of(imprint_algorithm, imprint),
            serial: serial.iter().map(|octet| format!("{octet:02x}")).collect(),
            nonce: nonce.map(<[u8]>::to_vec),
        })
    }
}

/// TimeStampReq. RFC 3161 2.4.1.
#[derive(Clone, Debug)]
pub struct RequestInfo {
    pub imprint: Imprint,
    /// Dotted OID.
    pub policy: Option<String>,
    pub nonce: Option<Vec<u8>>,
    /// The authority's certificate is asked for.
    pub certificate: bool,
}

impl RequestInfo {
    pub fn read(request: &[u8]) -> Result<Self, Error> {
        let mut fields = der::single(request, Rules::Der)?.must_be(der::SEQUENCE)?.enter()?;
        if fields.must_be(der::INTEGER)?.small()? != 1 {
            return Err(Error::Value);
        }
        let mut imprint = fields.must_be(der::SEQUENCE)?.enter()?;
        let algorithm = AlgorithmIdentifier::parse(&imprint.read()?)?.oid;
        let octets = imprint.must_be(der::OCTET_STRING)?.content;
        imprint.finish()?;
        let policy = fields.optional(der::OBJECT_IDENTIFIER)?.map(|policy| oid::dotted(policy.content));
        let nonce = fields.optional(der::INTEGER)?.map(|nonce| nonce.content.to_vec());
        let certificate = fields.optional(der::BOOLEAN)?.map_or(Ok(false), |flag| flag.boolean())?;
        fields.optional(der::context_constructed(0))?;
        fields.finish()?;
        Ok(Self { imprint: Imprint::of(algorithm, octets), policy, nonce, certificate })
    }
}
