//! The bags of a keystore: keys and certificates with their friendlyName and localKeyId (RFC 7292 4.1, 4.2).
//! Here apart so that it can be fed octets that no MAC protects. It must never keep a decrypted octet.

use eds::Certificate;
use eds::der::{self, Element, Error, Reader, Rules};
use eds::oid::{self, Oid, oid};
use zeroize::Zeroizing;

use super::derive::{Budget, Password};
use super::{ITEMS_MAX, KeystoreError, cipher, explicit_octets, key};
use crate::key::PrivateKey;

const ENCRYPTED_DATA: Oid = oid(&[1, 2, 840, 113549, 1, 7, 6]);
const KEY_BAG: Oid = oid(&[1, 2, 840, 113549, 1, 12, 10, 1, 1]);
const SHROUDED_KEY_BAG: Oid = oid(&[1, 2, 840, 113549, 1, 12, 10, 1, 2]);
const CERTIFICATE_BAG: Oid = oid(&[1, 2, 840, 113549, 1, 12, 10, 1, 3]);
const X509_CERTIFICATE: Oid = oid(&[1, 2, 840, 113549, 1, 9, 22, 1]);
const FRIENDLY_NAME: Oid = oid(&[1, 2, 840, 113549, 1, 9, 20]);
const LOCAL_KEY_ID: Oid = oid(&[1, 2, 840, 113549, 1, 9, 21]);

/// What a bag holds, with its attributes.
pub struct Item<T> {
    pub value: T,
    pub alias: Option<String>,
    pub local_id: Option<Vec<u8>>,
}

/// Everything of a keystore that this library uses.
#[derive(Default)]
pub struct Found {
    pub keys: Vec<Item<PrivateKey>>,
    pub certificates: Vec<Item<Certificate>>,
}

/// Reads AuthenticatedSafe.
pub fn read(safe: &[u8], password: &Password, budget: &mut Budget) -> Result<Found, KeystoreError> {
    let mut found = Found::default();
    for info in list(safe).map_err(|_| KeystoreError::Damaged("AuthenticatedSafe"))? {
        let contents = contents(&info, password, budget)?;
        for bag in list(&contents).map_err(|_| KeystoreError::Damaged("SafeContents"))? {
            take(&bag, &mut found, password, budget)?;
        }
    }
    Ok(found)
}

fn list(octets: &[u8]) -> Result<Vec<Element<'_>>, Error> {
    der::single(octets, Rules::Ber)?.must_be(der::SEQUENCE)?.enter()?.rest(ITEMS_MAX)
}

/// SafeContents of one ContentInfo, plain or encrypted.
fn contents(info: &Element<'_>, password: &Password, budget: &mut Budget) -> Result<Zeroizing<Vec<u8>>, KeystoreError> {
    let damaged = |_| KeystoreError::Damaged("ContentInfo");
    let mut fields = info.must_be(der::SEQUENCE).and_then(|info| info.enter()).map_err(damaged)?;
    let kind = fields.must_be(der::OBJECT_IDENTIFIER).map_err(damaged)?;
    if oid::DATA.is(kind.content) {
        return explicit_octets(&mut fields).map(Zeroizing::new).map_err(damaged);
    }
    if !ENCRYPTED_DATA.is(kind.content) {
        return Err(KeystoreError::UnknownAlgorithm(oid::dotted(kind.content)));
    }
    let (algorithm, octets) = encrypted(&mut fields).map_err(|_| KeystoreError::Damaged("EncryptedData"))?;
    cipher::decrypt(&algorithm, &octets, password, budget)
}

/// EncryptedData (RFC 5652 8): the algorithm and the octets.
fn encrypted<'a>(fields: &mut Reader<'a>) -> Result<(Element<'a>, Vec<u8>), Error> {
    let mut data = fields.must_be(der::context_constructed(0))?.enter()?.must_be(der::SEQUENCE)?.enter()?;
    data.must_be(der::INTEGER)?;
    let mut content = data.must_be(der::SEQUENCE)?.enter()?;
    content.must_be(der::OBJECT_IDENTIFIER)?;
    let algorithm = content.must_be(der::SEQUENCE)?;
    Ok((algorithm, content.read()?.octet_segments(der::context(0))?.concat()))
}

fn take(bag: &Element<'_>, found: &mut Found, password: &Password, budget: &mut Budget) -> Result<(), KeystoreError> {
    let damaged = |_| KeystoreError::Damaged("SafeBag");
    let mut fields = bag.must_be(der::SEQUENCE).and_then(|bag| bag.enter()).map_err(damaged)?;
    let kind = fields.must_be(der::OBJECT_IDENTIFIER).map_err(damaged)?.content;
    let wrapper = fields.must_be(der::context_constructed(0)).map_err(damaged)?;
    let value = wrapper.enter().and_then(|mut inner| inner.must_be(der::SEQUENCE)).map_err(damaged);
    let (alias, local_id) = attributes(&mut fields).map_err(damaged)?;
    if KEY_BAG.is(kind) {
        let key = key(&Zeroizing::new(value?.raw.to_vec()))?;
        found.keys.push(Item { value: key, alias, local_id });
    } else if SHROUDED_KEY_BAG.is(kind) {
        let (algorithm, octets) = shrouded(&value?).map_err(|_| KeystoreError::Damaged("key"))?;
        let key = key(&cipher::decrypt(&algorithm, &octets, password, budget)?)?;
        found.keys.push(Item { value: key, alias, local_id });
    } else if CERTIFICATE_BAG.is(kind) {
        let octets = certificate(&value?).map_err(|_| KeystoreError::Damaged("certificate"))?;
        // One of a kind that this profile does not know is of no use, and no reason to refuse the keys.
        if let Some(value) = octets.and_then(|octets| Certificate::from_der(&octets).ok()) {
            found.certificates.push(Item { value, alias, local_id });
        }
    }
    Ok(())
}

/// EncryptedPrivateKeyInfo (RFC 5208 6).
fn shrouded<'a>(value: &Element<'a>) -> Result<(Element<'a>, Vec<u8>), Error> {
    let mut fields = value.enter()?;
    let algorithm = fields.must_be(der::SEQUENCE)?;
    Ok((algorithm, super::octets(&mut fields)?))
}

/// CertBag; `None` = not X.509.
fn certificate(value: &Element<'_>) -> Result<Option<Vec<u8>>, Error> {
    let mut fields = value.enter()?;
    let kind = fields.must_be(der::OBJECT_IDENTIFIER)?;
    let octets = explicit_octets(&mut fields)?;
    Ok(X509_CERTIFICATE.is(kind.content).then_some(octets))
}

type Named = (Option<String>, Option<Vec<u8>>);

/// friendlyName and localKeyId, where they stand.
fn attributes(fields: &mut Reader<'_>) -> Result<Named, Error> {
    let mut named = (None, None);
    let Some(set) = fields.optional(der::SET)? else { return Ok(named) };
    for item in set.enter()?.rest(ITEMS_MAX)? {
        let mut pair = item.must_be(der::SEQUENCE)?.enter()?;
        let kind = pair.must_be(der::OBJECT_IDENTIFIER)?.content;
        let Some(value) = pair.must_be(der::SET)?.enter()?.next()? else { continue };
        if FRIENDLY_NAME.is(kind) && value.tag == der::BMP_STRING {
            let units: Vec<u16> = value.content.chunks_exact(2).map(unit).collect();
            named.0 = Some(String::from_utf16_lossy(&units));
        } else if LOCAL_KEY_ID.is(kind) {
            named.1 = Some(value.content.to_vec());
        }
    }
    Ok(named)
}

fn unit(pair: &[u8]) -> u16 {
    pair.iter().fold(0, |unit, octet| (unit << 8) | u16::from(*octet))
}
