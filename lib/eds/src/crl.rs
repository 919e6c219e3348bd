//! Certificate revocation lists, base and delta (RFC 5280 5), kept in their own octets with a sorted index.
//! Here because a list of a million entries has to be read once, shared and searched in microseconds.
//! It must never count as authentic by itself: `revocation` checks issuer, signature and freshness.

use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;

use crate::algorithm::{AlgorithmIdentifier, Refusal, signed_shell};
use crate::der::{self, Element, Error, Reader, Rules};
use crate::name::Name;
use crate::oid;
use crate::time::timestamp;
use crate::x509::{Certificate, ExtensionReader};

mod scope;

pub use scope::Scope;

/// reasonCode certificateHold. RFC 5280 5.3.1.
pub const REASON_HOLD: u64 = 6;
/// reasonCode removeFromCRL, delta lists only.
pub const REASON_REMOVE: u64 = 8;
/// Issuers whose check of one list is remembered.
const CHECKED_MAX: usize = 8;

/// One revoked certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revocation {
    pub at: Timestamp,
    /// reasonCode, where the entry has one.
    pub reason: Option<u64>,
}

impl Revocation {
    /// Timestamps made before the revocation fall with it: RFC 3161 4 lets them stand only where the reason is given and
    /// is unspecified, affiliationChanged, superseded or cessationOfOperation; a hold speaks of its own time only.
    #[must_use]
    pub fn undoes_earlier_stamps(&self) -> bool {
        !matches!(self.reason, Some(0 | 3 | 4 | 5 | REASON_HOLD))
    }
}

/// A list that could be read. Reading proves nothing.
#[derive(Debug)]
pub struct Crl {
    der: Vec<u8>,
    tbs: Range<usize>,
    algorithm: Range<usize>,
    signature: Vec<u8>,
    issuer: Name,
    this_update: Timestamp,
    next_update: Option<Timestamp>,
    number: Option<Vec<u8>>,
    /// BaseCRLNumber of a delta list.
    base_number: Option<Vec<u8>>,
    scope: Scope,
    unknown_critical: Option<String>,
    /// Offsets of entries in `der`, by serial number.
    index: Vec<u32>,
    /// Digest of an issuer's certificate -> does its key verify this list. A memo of a pure function.
    checked: Mutex<Vec<([u8; 32], bool)>>,
}

impl Crl {
    /// Reads one list that fills `der`.
    pub fn from_der(der: Vec<u8>) -> Result<Self, Error> {
        let mut outer = der::single(&der, Rules::Der)?.must_be(der::SEQUENCE)?.enter()?;
        let (tbs, algorithm, signature) = signed_shell(&mut outer)?;
        outer.finish()?;
        let mut fields = tbs.enter()?;
        if let Some(version) = fields.optional(der::INTEGER)?
            && version.small()? != 1
        {
            return Err(Error::Value);
        }
        if !AlgorithmIdentifier::parse(&fields.read()?)?.matches(&algorithm) {
            return Err(Error::Value);
        }
        let issuer = Name::parse(&fields.read()?)?;
        let this_update = timestamp(&fields.read()?)?;
        let next_update = match fields.peek() {
            Some(der::UTC_TIME | der::GENERALIZED_TIME) => Some(timestamp(&fields.read()?)?),
            _ => None,
        };
        let index = match fields.optional(der::SEQUENCE)? {
            Some(entries) => index(&der, &entries)?,
            None => Vec::new(),
        };
        let mut extensions = ListExtensions::default();
        if let Some(wrapper) = fields.optional(der::context_constructed(0))? {
            extensions = ListExtensions::parse(&wrapper)?;
        }
        fields.finish()?;
        let algorithm = tbs.range().end..tbs.range().end + algorithm.raw.len();
        let (tbs, signature) = (tbs.range(), signature.to_vec());
        Ok(Self {
            tbs,
            algorithm,
            signature,
            issuer,
            this_update,
            next_update,
            number: extensions.number,
            base_number: extensions.base_number,
            scope: extensions.scope,
            unknown_critical: extensions.unknown_critical,
            index,
            checked: Mutex::new(Vec::new()),
            der,
        })
    }

    #[must_use]
    pub fn issuer(&self) -> &Name {
        &self.issuer
    }

    #[must_use]
    pub fn this_update(&self) -> Timestamp {
        self.this_update
    }

    /// `None`: the list never says when it goes stale, so it can not be used (RFC 5280 5.1.2.5 requires it).
    #[must_use]
    pub fn next_update(&self) -> Option<Timestamp> {
        self.next_update
    }

    /// cRLNumber, big-endian octets. RFC 5280 5.2.3.
    #[must_use]
    pub fn number(&self) -> Option<&[u8]> {
        self.number.as_deref()
    }

    /// BaseCRLNumber of a delta list, big-endian octets. RFC 5280 5.2.4.
    #[must_use]
    pub fn base_number(&self) -> Option<&[u8]> {
        self.base_number.as_deref()
    }

    #[must_use]
    pub fn is_delta(&self) -> bool {
        self.base_number.is_some()
    }

    /// Dotted OID of a critical extension that changes what the list means and is not processed.
    #[must_use]
    pub fn unknown_critical(&self) -> Option<&str> {
        self.unknown_critical.as_deref()
    }

    #[must_use]
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// Number of entries.
    #[must_use]
    pub fn len(&self) -> usize {
        self.index.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.index.is_empty()
    }

    /// This delta was made for `base` or an earlier base, and is not older than it. RFC 5280 5.2.4. Condition (d)
    /// (the delta's number is the greater) is not asked: the NCA numbers its deltas apart (EDS.md 2: delta 5 on base 10).
    #[must_use]
    pub fn applies_to(&self, base: &Self) -> bool {
        match (&self.base_number, &base.number) {
            (Some(wanted), Some(number)) => {
                !base.is_delta()
                    && (wanted.len(), wanted) <= (number.len(), number)
                    && self.this_update >= base.this_update
            }
            _ => false,
        }
    }

    /// The entry for a serial number (content octets). An unreadable or unclear entry is an error, never "not listed".
    pub fn find(&self, serial: &[u8]) -> Result<Option<Revocation>, Error> {
        let wanted = der::without_leading_zeros(serial);
        let found = self.index.binary_search_by(|offset| {
            let listed = serial_at(&self.der, *offset);
            (listed.len(), listed).cmp(&(wanted.len(), wanted))
        });
        let Ok(at) = found else { return Ok(None) };
        let octets = self.index.get(at).and_then(|offset| self.der.get(*offset as usize..)).ok_or(Error::Value)?;
        entry(&Reader::new(octets, Rules::Der).read()?).map(Some)
    }

    /// Is the list signed by `issuer`'s key, and may that key sign lists? Remembered per issuer.
    pub fn is_signed_by(&self, issuer: &Certificate) -> bool {
        let digest = ring::digest::digest(&ring::digest::SHA256, issuer.der());
        let key: [u8; 32] = digest.as_ref().try_into().unwrap_or_default();
        let known = |memo: &Vec<([u8; 32], bool)>| memo.iter().find(|(other, _)| *other == key).map(|(_, good)| *good);
        if let Some(good) = known(&self.checked.lock().unwrap_or_else(PoisonError::into_inner)) {
            return good;
        }
        let may_sign = issuer.extensions().key_usage.is_none_or(|usage| usage.crl_sign());
        let good = may_sign && self.verify(issuer).is_ok();
        let mut memo = self.checked.lock().unwrap_or_else(PoisonError::into_inner);
        if memo.len() < CHECKED_MAX {
            memo.push((key, good));
        }
        good
    }

    fn verify(&self, issuer: &Certificate) -> Result<(), Refusal> {
        let octets = self.der.get(self.algorithm.clone()).unwrap_or_default();
        let element = der::single(octets, Rules::Der).map_err(|_| Refusal::Unknown)?;
        let algorithm = AlgorithmIdentifier::parse(&element).map_err(|_| Refusal::Unknown)?;
        let message = self.der.get(self.tbs.clone()).unwrap_or_default();
        issuer.key()?.verify_signed(&algorithm, message, &self.signature)
    }
}

#[derive(Default)]
struct ListExtensions {
    number: Option<Vec<u8>>,
    base_number: Option<Vec<u8>>,
    scope: Scope,
    unknown_critical: Option<String>,
}

impl ListExtensions {
    fn parse(wrapper: &Element<'_>) -> Result<Self, Error> {
        let mut all = Self::default();
        for extension in ExtensionReader::read(wrapper)? {
            let number = || Ok(der::single(extension.body, Rules::Der)?.must_be(der::INTEGER)?.unsigned()?.to_vec());
            if oid::CRL_NUMBER.is(extension.oid) {
                all.number = Some(number()?);
            } else if oid::DELTA_CRL_INDICATOR.is(extension.oid) {
                all.base_number = Some(number()?);
            } else if oid::ISSUING_DISTRIBUTION_POINT.is(extension.oid) {
                match Scope::parse(extension.body) {
                    Ok(scope) => all.scope = scope,
                    Err(_) => all.unknown_critical = Some(oid::dotted(extension.oid)),
                }
            } else if extension.critical {
                all.unknown_critical.get_or_insert_with(|| oid::dotted(extension.oid));
            }
        }
        Ok(all)
    }
}

/// Offsets of all entries, sorted by serial number. Each entry is read once here, so later reads hold.
fn index(der: &[u8], entries: &Element<'_>) -> Result<Vec<u32>, Error> {
    let mut offsets = Vec::new();
    let mut reader = entries.enter()?;
    while let Some(item) = reader.next()? {
        item.must_be(der::SEQUENCE)?.enter()?.must_be(der::INTEGER)?;
        offsets.push(u32::try_from(item.offset).map_err(|_| Error::Limit)?);
    }
    // In place: a million entries leave no second copy behind.
    offsets.sort_unstable_by(|one, other| {
        let (one, other) = (serial_at(der, *one), serial_at(der, *other));
        (one.len(), one).cmp(&(other.len(), other))
    });
    offsets.shrink_to_fit();
    Ok(offsets)
}

fn serial_at(der: &[u8], offset: u32) -> &[u8] {
    let read = || -> Result<&[u8], Error> {
        let octets = der.get(offset as usize..).ok_or(Error::Truncated)?;
        Ok(Reader::new(octets, Rules::Der).read()?.enter()?.read()?.content)
    };
    der::without_leading_zeros(read().unwrap_or_default())
}

fn entry(element: &Element<'_>) -> Result<Revocation, Error> {
    let mut fields = element.enter()?;
    fields.must_be(der::INTEGER)?;
    let at = timestamp(&fields.read()?)?;
    let mut reason = None;
    if let Some(list) = fields.optional(der::SEQUENCE)? {
        for extension in ExtensionReader::read_list(&list)? {
            if oid::REASON_CODE.is(extension.oid) {
                reason = Some(der::single(extension.body, Rules::Der)?.must_be(der::ENUMERATED)?.small()?);
            } else if extension.critical {
                return Err(Error::Value);
            }
        }
    }
    fields.finish()?;
    Ok(Revocation { at, reason })
}
