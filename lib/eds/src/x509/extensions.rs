//! Certificate extensions the verdict reads, and the rule for those it does not know.
//! Here because an unknown critical extension must refuse the certificate (RFC 5280 4.2) while an unknown or empty
//! ordinary one must not (EDS.md 3.3: id-pkix-ocsp-nocheck with an empty body). It must never skip a doubled one.

use crate::der::{self, Element, Error, Rules};
use crate::oid;

/// Extensions in one certificate or CRL; more is refused.
pub const EXTENSIONS_MAX: usize = 64;
/// Purposes in one extKeyUsage; more is refused.
const PURPOSES_MAX: usize = 64;

/// KeyUsage bits. RFC 5280 4.2.1.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyUsage(u8);

impl KeyUsage {
    #[must_use]
    pub fn digital_signature(self) -> bool {
        self.0 & 0x80 != 0
    }

    #[must_use]
    pub fn non_repudiation(self) -> bool {
        self.0 & 0x40 != 0
    }

    #[must_use]
    pub fn key_encipherment(self) -> bool {
        self.0 & 0x20 != 0
    }

    #[must_use]
    pub fn key_cert_sign(self) -> bool {
        self.0 & 0x04 != 0
    }

    #[must_use]
    pub fn crl_sign(self) -> bool {
        self.0 & 0x02 != 0
    }

    /// The names RFC 5280 gives the bits that are set.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        const NAMES: [&str; 8] = [
            "digitalSignature",
            "nonRepudiation",
            "keyEncipherment",
            "dataEncipherment",
            "keyAgreement",
            "keyCertSign",
            "cRLSign",
            "encipherOnly",
        ];
        NAMES.into_iter().enumerate().filter(move |(bit, _)| self.0 & (0x80 >> bit) != 0).map(|(_, name)| name)
    }
}

/// What a certificate says about its key.
#[derive(Clone, Debug, Default)]
pub struct Extensions {
    /// basicConstraints cA; absent = false.
    pub ca: bool,
    pub path_len: Option<u64>,
    pub key_usage: Option<KeyUsage>,
    /// OIDs (content octets) of extKeyUsage; absent = any purpose.
    pub extended_key_usage: Option<Vec<Vec<u8>>>,
    pub subject_key_identifier: Option<Vec<u8>>,
    pub authority_key_identifier: Option<Vec<u8>>,
    /// OIDs (content octets) of certificatePolicies; empty where there is none, or none that can be read.
    pub certificate_policies: Vec<Vec<u8>>,
    /// Body of cRLDistributionPoints, to find which list a certificate points to.
    pub crl_distribution_points: Option<Vec<u8>>,
    /// Dotted OID of the first critical extension this library does not process.
    pub unknown_critical: Option<String>,
}

impl Extensions {
    pub(super) fn parse(wrapper: &Element<'_>) -> Result<Self, Error> {
        let mut all = Self::default();
        for extension in ExtensionReader::read(wrapper)? {
            all.take(&extension)?;
        }
        Ok(all)
    }

    fn take(&mut self, extension: &ExtensionReader<'_>) -> Result<(), Error> {
        let body = extension.body;
        if oid::BASIC_CONSTRAINTS.is(extension.oid) {
            let mut reader = der::single(body, Rules::Der)?.must_be(der::SEQUENCE)?.enter()?;
            self.ca = reader.optional(der::BOOLEAN)?.map_or(Ok(false), |flag| flag.boolean())?;
            self.path_len = reader.optional(der::INTEGER)?.map(|length| length.small()).transpose()?;
            reader.finish()?;
        } else if oid::KEY_USAGE.is(extension.oid) {
            let bits = der::single(body, Rules::Der)?.must_be(der::BIT_STRING)?.named_bits()?;
            self.key_usage = Some(KeyUsage(bits.first().copied().unwrap_or(0)));
        } else if oid::EXTENDED_KEY_USAGE.is(extension.oid) {
            let mut purposes = Vec::new();
            for purpose in der::single(body, Rules::Der)?.must_be(der::SEQUENCE)?.enter()?.rest(PURPOSES_MAX)? {
                purposes.push(purpose.must_be(der::OBJECT_IDENTIFIER)?.content.to_vec());
            }
            self.extended_key_usage = Some(purposes);
        } else if oid::SUBJECT_KEY_IDENTIFIER.is(extension.oid) {
            // Key identifiers are hints: an unreadable one is no identifier.
            self.subject_key_identifier = subject_key_identifier(body).ok();
        } else if oid::AUTHORITY_KEY_IDENTIFIER.is(extension.oid) {
            self.authority_key_identifier = authority_key_identifier(body).ok().flatten();
        } else if oid::CERTIFICATE_POLICIES.is(extension.oid) {
            self.certificate_policies = certificate_policies(body).unwrap_or_default();
        } else if oid::CRL_DISTRIBUTION_POINTS.is(extension.oid) {
            self.crl_distribution_points = Some(body.to_vec());
        } else if extension.critical && !is_harmless(extension.oid) {
            self.unknown_critical.get_or_insert_with(|| oid::dotted(extension.oid));
        }
        Ok(())
    }

    #[must_use]
    pub fn has_purpose(&self, purpose: &oid::Oid) -> bool {
        self.extended_key_usage.as_ref().is_some_and(|all| all.iter().any(|one| purpose.is(one)))
    }

    #[must_use]
    pub fn has_policy(&self, policy: &oid::Oid) -> bool {
        self.certificate_policies.iter().any(|one| policy.is(one))
    }
}

/// Processed by not needing it: it only names.
fn is_harmless(content: &[u8]) -> bool {
    oid::SUBJECT_ALT_NAME.is(content)
}

/// Policies are asked for by a service's policy only, so an unreadable body is none.
fn certificate_policies(body: &[u8]) -> Result<Vec<Vec<u8>>, Error> {
    let list = der::single(body, Rules::Der)?.must_be(der::SEQUENCE)?.enter()?.rest(PURPOSES_MAX)?;
    list.iter().map(|one| Ok(one.enter()?.must_be(der::OBJECT_IDENTIFIER)?.content.to_vec())).collect()
}

fn subject_key_identifier(body: &[u8]) -> Result<Vec<u8>, Error> {
    Ok(der::single(body, Rules::Der)?.must_be(der::OCTET_STRING)?.content.to_vec())
}

fn authority_key_identifier(body: &[u8]) -> Result<Option<Vec<u8>>, Error> {
    let mut reader = der::single(body, Rules::Der)?.must_be(der::SEQUENCE)?.enter()?;
    Ok(reader.optional(der::context(0))?.map(|identifier| identifier.content.to_vec()))
}

/// One Extension: type, criticality, body.
#[derive(Clone, Copy, Debug)]
pub struct ExtensionReader<'a> {
    pub oid: &'a [u8],
    pub critical: bool,
    pub body: &'a [u8],
}

impl<'a> ExtensionReader<'a> {
    /// All extensions inside `[n] EXPLICIT Extensions`; a doubled one is refused. RFC 5280 4.2.
    pub fn read(wrapper: &Element<'a>) -> Result<Vec<Self>, Error> {
        let mut inner = wrapper.enter()?;
        let list = inner.must_be(der::SEQUENCE)?;
        inner.finish()?;
        Self::read_list(&list)
    }

    /// All extensions of a SEQUENCE OF Extension, whatever its (implicit) tag.
    pub fn read_list(list: &Element<'a>) -> Result<Vec<Self>, Error> {
        let mut all: Vec<Self> = Vec::new();
        for item in list.enter()?.rest(EXTENSIONS_MAX)? {
            let mut fields = item.must_be(der::SEQUENCE)?.enter()?;
            let oid = fields.must_be(der::OBJECT_IDENTIFIER)?.content;
            let critical = fields.optional(der::BOOLEAN)?.map_or(Ok(false), |flag| flag.boolean())?;
            let body = fields.must_be(der::OCTET_STRING)?.content;
            fields.finish()?;
            if all.iter().any(|other| other.oid == oid) {
                return Err(Error::Value);
            }
            all.push(Self { oid, critical, body });
        }
        Ok(all)
    }
}
