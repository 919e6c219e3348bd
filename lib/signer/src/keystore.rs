//! Keystores of the NCA (PKCS#12, RFC 7292): BER of indefinite length, 3DES around the keys, RC2 of 40 bits around the
//! certificates, a SHA-1 MAC; and what OpenSSL 3 makes of them (PBES2, SHA-256). Those old ciphers are broken; they stand here
//! only because the keystores use them. It must never panic, take long, or believe a file whose MAC it has not checked.

use eds::Certificate;
use eds::der::{self, Element, Error, Reader, Rules};
use eds::oid::{self, Oid};
use zeroize::Zeroizing;

use crate::key::{KeyRefused, PrivateKey};
use crate::signature::{SignError, Signer};

mod bags;
mod cipher;
mod derive;

use derive::{Budget, Password};

/// Octets of one keystore; more is refused. The NCA's have 4 KiB.
pub const KEYSTORE_BYTES_MAX: usize = 1024 * 1024;
/// Octets of a password.
pub const PASSWORD_BYTES_MAX: usize = 1024;
/// Rounds of one key derivation; more is refused. The NCA's have 1,024.
pub const ROUNDS_MAX: u32 = 1_000_000;
/// Rounds of all derivations of one keystore together; more is refused. One with three derivations of the most rounds passes.
pub const ROUNDS_TOTAL_MAX: u32 = 8 * ROUNDS_MAX;
/// Containers, bags and attributes of one list; more is refused.
const ITEMS_MAX: usize = 64;

const CONTENT_DATA: Oid = oid::DATA;

/// Why a keystore does not open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeystoreError {
    /// Something else: a certificate, a CMS, a text.
    NotKeystore,
    /// The MAC does not agree.
    WrongPassword,
    /// Unreadable; where the reader stood is named.
    Damaged(&'static str),
    /// Dotted OID, or a name, of what is not known here.
    UnknownAlgorithm(String),
    /// Larger, or with more derivation rounds or items, than any honest keystore.
    Limit(&'static str),
    /// Readable, but without a private key.
    NoKey,
}

/// One key and what belongs to it.
#[derive(Debug)]
pub struct Entry {
    /// friendlyName.
    pub alias: Option<String>,
    /// The certificate of this key, proven by the public key; of several the one with the same localKeyId.
    pub certificate: Option<Certificate>,
    pub key: PrivateKey,
}

impl Entry {
    /// The key with its certificate.
    ///
    /// # Errors
    /// [`SignError::NoCertificate`] where the keystore has none of this key.
    pub fn signer(&self) -> Result<Signer<'_>, SignError> {
        Signer::new(&self.key, self.certificate.as_ref().ok_or(SignError::NoCertificate)?)
    }
}

/// An opened keystore.
#[derive(Debug)]
pub struct Keystore {
    entries: Vec<Entry>,
    others: Vec<Certificate>,
}

impl Keystore {
    /// Does the file begin like a keystore? For telling kinds of files apart; no password is needed.
    #[must_use]
    pub fn is_one(octets: &[u8]) -> bool {
        Pfx::read(octets).is_ok()
    }

    /// Opens a keystore: checks its MAC, decrypts it, and puts each key together with its certificate.
    ///
    /// # Errors
    /// [`KeystoreError`]; a wrong password is told apart from damage and from algorithms that are not known.
    pub fn open(octets: &[u8], password: &str) -> Result<Self, KeystoreError> {
        if octets.len() > KEYSTORE_BYTES_MAX {
            return Err(KeystoreError::Limit("size"));
        }
        // It is hashed with every block, so its length is paid by every bag.
        if password.len() > PASSWORD_BYTES_MAX {
            return Err(KeystoreError::Limit("password"));
        }
        let pfx = Pfx::read(octets)?;
        let password = Password::new(password);
        let mut budget = Budget::default();
        pfx.check_mac(&password, &mut budget)?;
        let found = bags::read(&pfx.content, &password, &mut budget)?;
        Self::joined(found)
    }

    /// All keys, in the order of the file.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Certificates of no key here: the authorities, where the keystore brings them. They create no trust.
    #[must_use]
    pub fn other_certificates(&self) -> &[Certificate] {
        &self.others
    }

    /// The entry of this alias; without one, the only entry.
    #[must_use]
    pub fn entry(&self, alias: Option<&str>) -> Option<&Entry> {
        match (alias, self.entries.as_slice()) {
            (None, [only]) => Some(only),
            (None, _) => None,
            (Some(alias), entries) => entries.iter().find(|entry| entry.alias.as_deref() == Some(alias)),
        }
    }

    fn joined(found: bags::Found) -> Result<Self, KeystoreError> {
        let mut certificates = found.certificates;
        let mut entries = Vec::new();
        for key in found.keys {
            let public = key.value.public_octets().ok_or(KeystoreError::Damaged("key"))?;
            let of_key = |item: &bags::Item<Certificate>| item.value.key_octets() == public;
            let same = |item: &bags::Item<Certificate>| of_key(item) && item.local_id == key.local_id;
            let at = certificates.iter().position(same).or_else(|| certificates.iter().position(of_key));
            let certificate = at.map(|at| certificates.remove(at));
            let alias = key.alias.or_else(|| certificate.as_ref()?.alias.clone());
            entries.push(Entry { alias, certificate: certificate.map(|item| item.value), key: key.value });
        }
        if entries.is_empty() {
            return Err(KeystoreError::NoKey);
        }
        Ok(Self { entries, others: certificates.into_iter().map(|item| item.value).collect() })
    }
}

/// PFX ::= SEQUENCE { version, authSafe, macData }. RFC 7292 4.
struct Pfx<'a> {
    /// Octets of AuthenticatedSafe, over which the MAC is.
    content: Vec<u8>,
    mac: Option<Element<'a>>,
}

impl<'a> Pfx<'a> {
    fn read(octets: &'a [u8]) -> Result<Self, KeystoreError> {
        // Octets after the keystore are left aside, as other readers do: nothing is signed here.
        let outer = Reader::new(octets, Rules::Ber).read().and_then(|outer| outer.must_be(der::SEQUENCE));
        let mut fields = outer.and_then(|outer| outer.enter()).map_err(|_| KeystoreError::NotKeystore)?;
        let version = fields.must_be(der::INTEGER).and_then(|version| version.small());
        if version != Ok(3) {
            return Err(KeystoreError::NotKeystore);
        }
        let safe = fields.must_be(der::SEQUENCE).and_then(|safe| safe.enter());
        let mut safe = safe.map_err(|_| KeystoreError::NotKeystore)?;
        let kind = safe.must_be(der::OBJECT_IDENTIFIER).map_err(|_| KeystoreError::NotKeystore)?;
        if !CONTENT_DATA.is(kind.content) {
            // Integrity by a signature (RFC 7292 3.1) is not used by anyone here.
            return Err(KeystoreError::UnknownAlgorithm(oid::dotted(kind.content)));
        }
        let content = explicit_octets(&mut safe).map_err(|_| KeystoreError::Damaged("authSafe"))?;
        let mac = fields.next().map_err(|_| KeystoreError::Damaged("macData"))?;
        Ok(Self { content, mac })
    }

    fn check_mac(&self, password: &Password, budget: &mut Budget) -> Result<(), KeystoreError> {
        let damaged = |_| KeystoreError::Damaged("macData");
        let mac = self.mac.ok_or(KeystoreError::UnknownAlgorithm("no MAC".to_owned()))?;
        let mut fields = mac.must_be(der::SEQUENCE).and_then(|mac| mac.enter()).map_err(damaged)?;
        let mut digest = fields.must_be(der::SEQUENCE).and_then(|info| info.enter()).map_err(damaged)?;
        let kind = digest.must_be(der::SEQUENCE).and_then(|kind| kind.enter()?.must_be(der::OBJECT_IDENTIFIER));
        let kind = derive::Hash::from_oid(kind.map_err(damaged)?.content)?;
        let expected = octets(&mut digest).map_err(damaged)?;
        let salt = octets(&mut fields).map_err(damaged)?;
        let rounds = fields.optional(der::INTEGER).map_err(damaged)?;
        let rounds = rounds.map_or(Ok(1), |rounds| rounds.small()).map_err(damaged)?;
        kind.check(password, &salt, budget.rounds(rounds)?, &self.content, &expected, budget)
    }
}

/// An OCTET STRING, in one piece whatever its encoding.
fn octets(reader: &mut Reader<'_>) -> Result<Vec<u8>, Error> {
    Ok(reader.read()?.octet_segments(der::OCTET_STRING)?.concat())
}

/// `[0] EXPLICIT OCTET STRING`.
fn explicit_octets(reader: &mut Reader<'_>) -> Result<Vec<u8>, Error> {
    octets(&mut reader.must_be(der::context_constructed(0))?.enter()?)
}

fn key(info: &Zeroizing<Vec<u8>>) -> Result<PrivateKey, KeystoreError> {
    PrivateKey::from_pkcs8(info).map_err(|refused| match refused {
        KeyRefused::Damaged(_) => KeystoreError::Damaged("key"),
        KeyRefused::Unknown(oid) => KeystoreError::UnknownAlgorithm(oid),
        KeyRefused::Length(bits) => KeystoreError::UnknownAlgorithm(format!("RSA-{bits}")),
    })
}
