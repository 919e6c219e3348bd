//! What testkit needs to know of a certificate: serial, issuer, names, extended key usages.
//!
//! A reader of its own certificates and the NCA's test ones; it checks nothing. Must never: be used to trust.

use crate::ber::{self, Element};
use crate::oids;

/// Fields of a certificate, read without any check.
#[derive(Clone, Debug)]
pub struct Certificate {
    pub der: Vec<u8>,
    /// INTEGER, as encoded.
    pub serial: Vec<u8>,
    /// Name, as encoded.
    pub issuer: Vec<u8>,
    /// Name, as encoded.
    pub subject_name: Vec<u8>,
    /// Octets of the BIT STRING subjectPublicKey, which OCSP hashes.
    pub key_octets: Vec<u8>,
    pub subject_key_identifier: Vec<u8>,
    pub extended_key_usages: Vec<String>,
    /// (attribute type, value) in the order written.
    subject: Vec<(String, String)>,
}

impl Certificate {
    pub fn read(der: &[u8]) -> Self {
        let mut fields = ber::read(der).0.child(0).children();
        // Version 1 is not written.
        if fields[0].tag == 0xa0 {
            fields.remove(0);
        }
        let extensions = fields.get(6).map(|wrapper| wrapper.child(0).children()).unwrap_or_default();
        let value = |identifier: &str| -> Option<Vec<u8>> {
            let extension = extensions.iter().map(Element::children).find(|parts| parts[0].oid() == identifier)?;
            Some(extension.last().unwrap().octets())
        };
        let usages = value(oids::EXTENDED_KEY_USAGE)
            .map(|usages| ber::read(&usages).0.children().iter().map(Element::oid).collect())
            .unwrap_or_default();
        let subject_key_identifier = value(oids::SUBJECT_KEY_IDENTIFIER)
            .and_then(|value| Some(ber::parse(&value)?.0.octets()))
            .unwrap_or_default();
        Self {
            der: der.to_vec(),
            serial: fields[0].whole.to_vec(),
            issuer: fields[2].whole.to_vec(),
            subject_name: fields[4].whole.to_vec(),
            key_octets: fields[5].child(1).content[1..].to_vec(),
            subject_key_identifier,
            extended_key_usages: usages,
            subject: attributes(&fields[4]),
        }
    }

    /// A subject attribute by its type.
    pub fn subject(&self, identifier: &str) -> Option<&str> {
        self.subject.iter().find(|(kind, _)| kind == identifier).map(|(_, value)| value.as_str())
    }

    pub fn common_name(&self) -> &str {
        self.subject(oids::COMMON_NAME).unwrap_or_default()
    }

    /// Twelve digits, where the certificate names a person.
    pub fn iin(&self) -> Option<&str> {
        self.subject(oids::SERIAL_NUMBER)?.strip_prefix("IIN")
    }

    /// Twelve digits, where the certificate names a legal entity.
    pub fn bin(&self) -> Option<&str> {
        self.subject(oids::ORGANIZATIONAL_UNIT)?.strip_prefix("BIN")
    }
}

fn attributes(name: &Element<'_>) -> Vec<(String, String)> {
    let pairs = name.children().into_iter().flat_map(|set| set.children());
    pairs.map(|pair| (pair.child(0).oid(), String::from_utf8_lossy(pair.child(1).content).into_owned())).collect()
}
