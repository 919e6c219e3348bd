//! Signed CMS (RFC 5652) in exactly NCALayer's shape, and every way of getting it wrong that a verifier must notice.
//!
//! SignedData version 1, DER, NULL parameters, issuer and serial, contentType + signingTime + messageDigest signed,
//! only the leaf certificate embedded. Must never: verify.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;

use crate::Person;

mod attribute;
mod encoding;
mod message;

pub use attribute::{Attribute, signing_certificate};
pub use encoding::Encoding;
pub use message::{Message, Signer};

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

/// How to build; a [`Message`] says more. [`Options::detached`] and [`Options::attached`] are what NCALayer does.
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
    let message = Message {
        attached: options.attached,
        encoding: if options.indefinite { Encoding::IndefiniteOuter } else { Encoding::Der },
        ..Message::new(content, signers.iter().map(|person| signer(person, content, options)).collect())
    };
    message.encode()
}

fn signer<'a>(person: &Person, content: &[u8], options: &Options) -> Signer<'a> {
    let algorithm = person.algorithm();
    let mut digest = if options.digested { content.to_vec() } else { algorithm.digest(content) };
    if options.message_digest == MessageDigest::Wrong {
        digest[0] ^= 1;
    }
    let copies = match options.message_digest {
        MessageDigest::Right | MessageDigest::Wrong => 1,
        MessageDigest::Missing => 0,
        MessageDigest::Doubled => 2,
    };
    let mut attributes = vec![Attribute::ContentType, Attribute::SigningTime(options.at)];
    attributes.extend(vec![Attribute::MessageDigest; copies]);
    Signer {
        name: options.signer_name,
        embed: options.embed_certificates,
        attributes: options.signed_attributes.then_some(attributes),
        message_digest: Some(digest),
        broken: options.break_signature,
        ..Signer::new(person, options.at)
    }
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
