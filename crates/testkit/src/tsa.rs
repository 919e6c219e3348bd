//! A time-stamping authority (RFC 3161): request octets in, response octets out, right and in every wrong way.
//!
//! No network, so that any HTTP server of a test can stand before it. Must never: check a token.

use jiff::{SignedDuration, Timestamp};

use crate::cms::{Attribute, Encoding, Message, Signer};
use crate::digest::Digest;
use crate::holder::Holder;
use crate::{Algorithm, der, oids};

mod request;

pub use request::{Request, request};

/// PKIStatus (RFC 3161 2.4.2).
pub const GRANTED: u64 = 0;
pub const REJECTION: u64 = 2;
/// PKIFailureInfo: the number of the bit.
pub const BAD_ALGORITHM: u8 = 0;
pub const BAD_REQUEST: u8 = 2;
pub const BAD_DATA_FORMAT: u8 = 5;
pub const SYSTEM_FAILURE: u8 = 25;

/// What becomes of the nonce of a request.
pub use crate::ocsp::Nonce;

/// One TSA. Its public fields are the ways of going wrong.
#[derive(Clone)]
pub struct Tsa {
    pub signer: Holder,
    /// Dotted OID of its policy.
    pub policy: &'static str,
    pub nonce: Nonce,
    /// Added to the time of answering.
    pub skew: SignedDuration,
    /// The certificate goes into the token even where it was not asked for.
    pub embed_certificate: bool,
    /// Names another imprint than the one asked.
    pub other_imprint: bool,
    /// Flips a bit of the token's signature.
    pub broken: bool,
    /// The token in BER of indefinite lengths.
    pub encoding: Encoding,
    /// Rejects every request for this reason (PKIFailureInfo).
    pub refusal: Option<u8>,
}

impl Tsa {
    /// A well-behaved one.
    pub fn new(signer: Holder) -> Self {
        let policy = match signer.algorithm() {
            Algorithm::Rsa => oids::TSA_POLICY_RSA,
            Algorithm::Gost2004 => oids::TSA_POLICY_GOST2004,
            Algorithm::Gost512 | Algorithm::Gost256 => oids::TSA_POLICY_GOST512,
        };
        Self {
            signer,
            policy,
            nonce: Nonce::Echo,
            skew: SignedDuration::ZERO,
            embed_certificate: true,
            other_imprint: false,
            broken: false,
            encoding: Encoding::Der,
            refusal: None,
        }
    }

    /// Answers a TimeStampReq at a moment.
    pub fn respond(&self, request: &[u8], at: Timestamp) -> Vec<u8> {
        if let Some(reason) = self.refusal {
            return rejection(reason, "refused as told");
        }
        let Some(request) = Request::parse(request) else { return rejection(BAD_DATA_FORMAT, "no TimeStampReq") };
        let status = der::sequence(&[der::small_integer(GRANTED)]);
        der::sequence(&[status, self.stamp(&request, at)])
    }

    /// A token over a message, without a request: the signature value of a CMS, for one.
    pub fn token(&self, digest: Digest, message: &[u8], at: Timestamp) -> Vec<u8> {
        let imprint = der::sequence(&[digest.identifier(), der::octet_string(&digest.of(message))]);
        self.stamp(&Request { imprint, nonce: None, certificate: true }, at)
    }

    /// The token for what was asked.
    pub fn stamp(&self, request: &Request, at: Timestamp) -> Vec<u8> {
        let at = at + self.skew;
        let mut imprint = request.imprint.clone();
        if self.other_imprint {
            *imprint.last_mut().unwrap() ^= 1;
        }
        let mut fields = vec![
            der::small_integer(1),
            der::oid(self.policy),
            imprint,
            // Different for different seconds and imprints, the same for the same: no state is kept.
            der::integer(&Digest::Sha1.of(&[&request.imprint[..], &at.as_second().to_be_bytes()].concat())),
            der::generalized_time(at),
        ];
        if let Some(nonce) = &request.nonce {
            let mut nonce = nonce.clone();
            if self.nonce == Nonce::Change {
                *nonce.last_mut().unwrap() ^= 1;
            }
            fields.extend((self.nonce != Nonce::Leave).then_some(nonce));
        }
        let signer = Signer {
            embed: self.embed_certificate && request.certificate,
            broken: self.broken,
            ..Signer::new(self.signer.clone(), at)
        };
        let signers = vec![signer.and(Attribute::SigningCertificate(Digest::Sha256))];
        let content = der::sequence(&fields);
        Message { content_type: oids::TST_INFO, encoding: self.encoding, ..Message::new(&content, signers) }.encode()
    }
}

/// TimeStampResp without a token; `reason` is the number of a bit of PKIFailureInfo.
pub fn rejection(reason: u8, text: &str) -> Vec<u8> {
    let mut bits = vec![0; usize::from(reason / 8) + 1];
    *bits.last_mut().unwrap() = 0x80 >> (reason % 8);
    let status = [der::small_integer(REJECTION), der::sequence(&[der::utf8(text)]), der::bits(7 - reason % 8, &bits)];
    der::sequence(&[der::sequence(&status)])
}
