//! A SignedData put together part by part, where [`Options`](super::Options) is too narrow: several kinds of signers,
//! tokens, embedded lists and answers, other content types, BER.
//!
//! Must never: verify.

use jiff::Timestamp;

use super::SignerName;
use super::attribute::Attribute;
use super::encoding::Encoding;
use crate::digest::Digest;
use crate::holder::Holder;
use crate::scheme::Scheme;
use crate::{der, oids};

/// ContentInfo with SignedData before it is encoded.
pub struct Message<'a> {
    /// Dotted OID.
    pub content_type: &'a str,
    pub content: Vec<u8>,
    pub attached: bool,
    pub signers: Vec<Signer<'a>>,
    /// Certificates beside those of the signers.
    pub certificates: Vec<Vec<u8>>,
    pub crls: Vec<Vec<u8>>,
    /// OCSP responses (RFC 5940).
    pub ocsp: Vec<Vec<u8>>,
    pub encoding: Encoding,
    /// SignedData version; `None`: what RFC 5652 5.1 asks for.
    pub version: Option<u64>,
}

type Tokens<'a> = Box<dyn Fn(&[u8]) -> Vec<Vec<u8>> + 'a>;

/// One SignerInfo.
pub struct Signer<'a> {
    pub holder: Holder,
    pub name: SignerName,
    /// The certificate goes into the message.
    pub embed: bool,
    pub scheme: Scheme,
    /// AlgorithmIdentifier written as digestAlgorithm; `None`: that of the scheme's digest.
    pub digest_identifier: Option<Vec<u8>>,
    /// `None`: no signedAttrs, the signature is over the content itself.
    pub attributes: Option<Vec<Attribute>>,
    /// The value of messageDigest; `None`: the content's.
    pub message_digest: Option<Vec<u8>>,
    /// Timestamp tokens, made over the signature.
    pub tokens: Option<Tokens<'a>>,
    /// Flips a bit of the signature.
    pub broken: bool,
}

impl<'a> Message<'a> {
    /// Attached data, DER.
    pub fn new(content: &[u8], signers: Vec<Signer<'a>>) -> Self {
        Self {
            content_type: oids::DATA,
            content: content.to_vec(),
            attached: true,
            signers,
            certificates: Vec::new(),
            crls: Vec::new(),
            ocsp: Vec::new(),
            encoding: Encoding::Der,
            version: None,
        }
    }

    pub fn encode(&self) -> Vec<u8> {
        let encoding = self.encoding;
        let inner = |tag: u8, content: &[u8]| encoding.inner(tag, content);
        let mut encapsulated = der::oid(self.content_type);
        if self.attached {
            encapsulated.extend(inner(0xa0, &encoding.octets(&self.content)));
        }
        let mut digests: Vec<_> = self.signers.iter().map(Signer::digest_identifier).collect();
        digests.sort();
        digests.dedup();
        let mut fields = vec![
            der::small_integer(self.version.unwrap_or_else(|| self.version_of_rfc())),
            inner(der::SET, &der::sorted(&digests)),
            inner(der::SEQUENCE, &encapsulated),
        ];
        let embedded = self.signers.iter().filter(|signer| signer.embed).map(|signer| &signer.holder.certificate.der);
        let mut certificates: Vec<_> = embedded.chain(&self.certificates).cloned().collect();
        certificates.dedup();
        if !certificates.is_empty() {
            fields.push(inner(0xa0, &der::sorted(&certificates)));
        }
        let other =
            |response: &Vec<u8>| der::explicit(1, &[der::oid(oids::OTHER_REVOCATION_OCSP), response.clone()].concat());
        let revocations: Vec<_> = self.crls.iter().cloned().chain(self.ocsp.iter().map(other)).collect();
        if !revocations.is_empty() {
            fields.push(inner(0xa1, &der::sorted(&revocations)));
        }
        let infos: Vec<_> = self.signers.iter().map(|signer| signer.info(self)).collect();
        fields.push(inner(der::SET, &der::sorted(&infos)));
        let signed_data = encoding.outer(der::SEQUENCE, &fields.concat());
        encoding.outer(der::SEQUENCE, &[der::oid(oids::SIGNED_DATA), encoding.outer(0xa0, &signed_data)].concat())
    }

    fn version_of_rfc(&self) -> u64 {
        let by_key = self.signers.iter().any(|signer| signer.name == SignerName::KeyIdentifier);
        match (self.ocsp.is_empty(), by_key || self.content_type != oids::DATA) {
            (false, _) => 5,
            (true, true) => 3,
            (true, false) => 1,
        }
    }
}

impl<'a> Signer<'a> {
    /// As NCALayer does it.
    pub fn new(holder: impl Into<Holder>, at: Timestamp) -> Self {
        let holder = holder.into();
        Self {
            scheme: Scheme::of(holder.algorithm()),
            holder,
            name: SignerName::IssuerAndSerial,
            embed: true,
            digest_identifier: None,
            attributes: Some(vec![Attribute::ContentType, Attribute::SigningTime(at), Attribute::MessageDigest]),
            message_digest: None,
            tokens: None,
            broken: false,
        }
    }

    /// With one more signed attribute.
    #[must_use]
    pub fn and(mut self, attribute: Attribute) -> Self {
        self.attributes.get_or_insert_default().push(attribute);
        self
    }

    /// With the tokens that `make` gives for the signature.
    #[must_use]
    pub fn stamped(mut self, make: impl Fn(&[u8]) -> Vec<Vec<u8>> + 'a) -> Self {
        self.tokens = Some(Box::new(make));
        self
    }

    fn digest_identifier(&self) -> Vec<u8> {
        self.digest_identifier.clone().unwrap_or_else(|| self.scheme.digest.identifier())
    }

    fn info(&self, message: &Message<'_>) -> Vec<u8> {
        let certificate = &self.holder.certificate;
        let (version, name) = match self.name {
            SignerName::IssuerAndSerial => {
                (1, der::sequence(&[certificate.issuer.clone(), certificate.serial.clone()]))
            }
            SignerName::KeyIdentifier => (3, der::implicit(0, &certificate.subject_key_identifier)),
        };
        let inner = |tag: u8, content: &[u8]| message.encoding.inner(tag, content);
        let mut fields = vec![der::small_integer(version), name, self.digest_identifier()];
        let mut signature = match &self.attributes {
            None => self.scheme.sign(&self.holder.key, &message.content),
            Some(attributes) => {
                let encoded: Vec<_> = attributes.iter().map(|attribute| self.attribute(attribute, message)).collect();
                // signedAttrs are DER whatever the message is (RFC 5652 5.3).
                let content = der::sorted(&encoded);
                fields.push(der::explicit(0, &content));
                self.scheme.sign(&self.holder.key, &der::element(der::SET, &content))
            }
        };
        if self.broken {
            signature[7] ^= 1;
        }
        fields.push(self.scheme.identifier.clone());
        fields.push(message.encoding.octets(&signature));
        let tokens = self.tokens.as_ref().map(|make| make(&signature)).unwrap_or_default();
        if !tokens.is_empty() {
            let token = |token: Vec<u8>| Attribute::Other(oids::TIMESTAMP_TOKEN, vec![token]).encode();
            let unsigned: Vec<_> = tokens.into_iter().map(token).collect();
            fields.push(inner(0xa1, &der::sorted(&unsigned)));
        }
        inner(der::SEQUENCE, &fields.concat())
    }

    fn attribute(&self, attribute: &Attribute, message: &Message<'_>) -> Vec<u8> {
        let digest = |digest: Digest| digest.of(&message.content);
        match attribute {
            Attribute::ContentType => {
                Attribute::Other(oids::CONTENT_TYPE, vec![der::oid(message.content_type)]).encode()
            }
            Attribute::MessageDigest => {
                let value = self.message_digest.clone().unwrap_or_else(|| digest(self.scheme.digest));
                Attribute::Other(oids::MESSAGE_DIGEST, vec![der::octet_string(&value)]).encode()
            }
            Attribute::SigningCertificate(digest) => {
                super::attribute::signing_certificate(*digest, &self.holder.certificate)
            }
            other => other.encode(),
        }
    }
}
