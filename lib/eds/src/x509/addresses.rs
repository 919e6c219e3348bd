//! The addresses a certificate names: where its lists, its responder and its issuer's certificate would be.
//! Here for people and tools that look at a certificate. It must never be followed by a verdict: addresses in certificates are
//! hints, some of them junk (EDS.md 4); what is fetched is the operator's configuration.

use super::{Certificate, ExtensionReader};
use crate::der::{self, Element, Error, Rules};
use crate::oid::{self, Oid};

/// Distribution points, access descriptions and names in one of them; more is refused.
const ITEMS_MAX: usize = 16;

/// Addresses by what they are for. Empty where there is no extension, or none that can be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addresses {
    pub crl: Vec<String>,
    pub delta_crl: Vec<String>,
    pub ocsp: Vec<String>,
    pub issuer: Vec<String>,
}

impl Certificate {
    #[must_use]
    pub fn addresses(&self) -> Addresses {
        let points = |kind: &Oid| self.extension(kind).and_then(|body| points(body).ok()).unwrap_or_default();
        let access = self.extension(&oid::AUTHORITY_INFORMATION_ACCESS);
        let access = |method: &Oid| access.and_then(|body| descriptions(body, method).ok()).unwrap_or_default();
        Addresses {
            crl: points(&oid::CRL_DISTRIBUTION_POINTS),
            delta_crl: points(&oid::FRESHEST_CRL),
            ocsp: access(&oid::ACCESS_OCSP),
            issuer: access(&oid::ACCESS_CA_ISSUERS),
        }
    }

    /// Body of an extension.
    #[must_use]
    pub fn extension(&self, kind: &Oid) -> Option<&[u8]> {
        let tbs = self.der.get(self.tbs.clone())?;
        let fields = der::single(tbs, Rules::Der).ok()?.enter().ok()?.rest(ITEMS_MAX).ok()?;
        let wrapper = fields.iter().find(|field| field.tag == der::context_constructed(3))?;
        let all = ExtensionReader::read(wrapper).ok()?;
        all.into_iter().find(|extension| kind.is(extension.oid)).map(|extension| extension.body)
    }
}

/// CRLDistributionPoints. RFC 5280 4.2.1.13.
fn points(body: &[u8]) -> Result<Vec<String>, Error> {
    let mut found = Vec::new();
    for point in der::single(body, Rules::Der)?.must_be(der::SEQUENCE)?.enter()?.rest(ITEMS_MAX)? {
        let Some(name) = point.enter()?.optional(der::context_constructed(0))? else { continue };
        if let Some(full) = name.enter()?.optional(der::context_constructed(0))? {
            found.extend(full.enter()?.rest(ITEMS_MAX)?.iter().filter_map(address));
        }
    }
    Ok(found)
}

/// AuthorityInfoAccessSyntax. RFC 5280 4.2.2.1.
fn descriptions(body: &[u8], method: &Oid) -> Result<Vec<String>, Error> {
    let mut found = Vec::new();
    for description in der::single(body, Rules::Der)?.must_be(der::SEQUENCE)?.enter()?.rest(ITEMS_MAX)? {
        let mut pair = description.enter()?;
        if method.is(pair.must_be(der::OBJECT_IDENTIFIER)?.content) {
            found.extend(address(&pair.read()?));
        }
    }
    Ok(found)
}

/// uniformResourceIdentifier of a GeneralName.
fn address(name: &Element<'_>) -> Option<String> {
    (name.tag == der::context(6)).then(|| String::from_utf8_lossy(name.content).into_owned())
}
