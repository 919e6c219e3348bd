//! Signed CMS (RFC 5652) in exactly NCALayer's shape, and every way of getting it wrong that a verifier must notice.
//!
//! SignedData version 1, DER, NULL parameters, issuer and serial, contentType + signingTime + messageDigest signed,
//! only the leaf certificate embedded. Must never: verify.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;

use crate::{Algorithm, Person, der, oids};

/// Characters of a line of PEM.
const PEM_LINE: usize = 64;

/// What becomes of the messageDigest attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageDigest {
    Right,
    Wrong,
    Missing,
    Doubled,
}

/// How the signer is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignerName {
    IssuerAndSerial,
    /// [0] subjectKeyIdentifier; SignerInfo version 3.
    KeyIdentifier,
}

/// How to build; [`Options::detached`] and [`Options::attached`] are what NCALayer does.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    pub attached: bool,
    pub at: Timestamp,
    pub message_digest: MessageDigest,
    pub signer_name: SignerName,
    pub embed_certificates: bool,
    /// `false`: no signed attributes, the signature is over the content itself.
    pub signed_attributes: bool,
    /// The content given is its own digest already (NCALayer's `digested`).
    pub digested: bool,
    /// Flips a bit of each signature value.
    pub break_signature: bool,
    /// The outer three levels in indefinite-length BER.
    pub indefinite: bool,
}

impl Options {
    pub fn detached(at: Timestamp) -> Self {
        Self {
            attached: false,
            at,
            message_digest: MessageDigest::Right,
            signer_name: SignerName::IssuerAndSerial,
            embed_certificates: true,
            signed_attributes: true,
            digested: false,
            break_signature: false,
            indefinite: false,
        }
    }

    pub fn attached(at: Timestamp) -> Self {
        Self { attached: true, ..Self::detached(at) }
    }
}

/// ContentInfo with SignedData; no signers give a well-formed CMS that proves nothing.
pub fn sign(signers: &[&Person], content: &[u8], options: &Options) -> Vec<u8> {
    let mut algorithms: Vec<Algorithm> = signers.iter().map(|person| person.algorithm()).collect();
    algorithms.dedup();
    let digests: Vec<_> = algorithms.iter().map(|algorithm| algorithm.digest_identifier()).collect();
    let mut encapsulated = vec![der::oid(oids::DATA)];
    if options.attached {
        encapsulated.push(der::explicit(0, &der::octet_string(content)));
    }
    let mut fields = vec![
        der::small_integer(match options.signer_name {
            SignerName::IssuerAndSerial => 1,
            SignerName::KeyIdentifier => 3,
        }),
        der::set_of(&digests),
        der::sequence(&encapsulated),
    ];
    if options.embed_certificates {
        let certificates: Vec<_> = signers.iter().map(|person| person.certificate.der.clone()).collect();
        fields.push(der::explicit(0, &der::sorted(&certificates)));
    }
    fields.push(der::set_of(&signers.iter().map(|person| signer_info(person, content, options)).collect::<Vec<_>>()));
    let constructed = |tag: u8, content: &[u8]| {
        if options.indefinite { [&[tag, 0x80], content, &[0, 0]].concat() } else { der::element(tag, content) }
    };
    let signed_data = constructed(der::SEQUENCE, &fields.concat());
    constructed(der::SEQUENCE, &[der::oid(oids::SIGNED_DATA), constructed(0xa0, &signed_data)].concat())
}

/// NCALayer's armour of a CMS.
pub fn pem(cms: &[u8]) -> String {
    let mut out = String::from("-----BEGIN CMS-----\n");
    let text = STANDARD.encode(cms);
    for line in text.as_bytes().chunks(PEM_LINE) {
        out.push_str(std::str::from_utf8(line).unwrap());
        out.push('\n');
    }
    out.push_str("-----END CMS-----\n");
    out
}

fn signer_info(person: &Person, content: &[u8], options: &Options) -> Vec<u8> {
    let algorithm = person.algorithm();
    let (version, name) = match options.signer_name {
        SignerName::IssuerAndSerial => {
            (1, der::sequence(&[person.certificate.issuer.clone(), person.certificate.serial.clone()]))
        }
        SignerName::KeyIdentifier => (3, der::implicit(0, &person.certificate.subject_key_identifier)),
    };
    let mut fields = vec![der::small_integer(version), name, algorithm.digest_identifier()];
    let attributes = signed_attributes(algorithm, content, options);
    let mut signature = if options.signed_attributes {
        fields.push(der::explicit(0, &attributes));
        person.key.sign(&der::element(der::SET, &attributes))
    } else {
        person.key.sign(content)
    };
    if options.break_signature {
        signature[7] ^= 1;
    }
    fields.push(algorithm.signature_identifier());
    fields.push(der::octet_string(&signature));
    der::sequence(&fields)
}

/// The sorted content of SET OF Attribute.
fn signed_attributes(algorithm: Algorithm, content: &[u8], options: &Options) -> Vec<u8> {
    let attribute = |identifier, value| der::sequence(&[der::oid(identifier), der::set_of(&[value])]);
    let mut digest = if options.digested { content.to_vec() } else { algorithm.digest(content) };
    if options.message_digest == MessageDigest::Wrong {
        digest[0] ^= 1;
    }
    let copies = match options.message_digest {
        MessageDigest::Right | MessageDigest::Wrong => 1,
        MessageDigest::Missing => 0,
        MessageDigest::Doubled => 2,
    };
    let mut attributes =
        vec![attribute(oids::CONTENT_TYPE, der::oid(oids::DATA)), attribute(oids::SIGNING_TIME, der::time(options.at))];
    attributes.extend(vec![attribute(oids::MESSAGE_DIGEST, der::octet_string(&digest)); copies]);
    der::sorted(&attributes)
}
