//! Signs with keystores that a program sends: for other people's tests, where the trust list is one of test keys and nowhere
//! else. Nothing is kept. It must never sign under a list of real keys, nor with a key of this installation.

use crate::verify_file::seated;
use crate::{Office, OfficeError};
use domain::moment::Moment;
use eds::Certificate;
use signer::cms::{Options, sign};
use signer::{Keystore, Signer, Signing};
use std::sync::Arc;

/// A keystore as it was sent.
pub struct KeyFile {
    /// PKCS#12.
    pub octets: Vec<u8>,
    /// Its password.
    pub password: String,
    /// Which key; `None` = the only one.
    pub alias: Option<String>,
}

/// What a keystore holds.
pub struct KeyFacts {
    /// Names of its keys.
    pub aliases: Vec<String>,
    /// The certificate of the key that was asked for.
    pub certificate: Option<Arc<Certificate>>,
}

/// A CMS over `content` by all these keys, or a sentence that says why not.
///
/// # Errors
/// `NotFound` under a list of real keys.
pub async fn sign_cms(
    office: &Office,
    content: Vec<u8>,
    keys: Vec<KeyFile>,
    detached: bool,
    moment: &Moment,
) -> Result<Result<Vec<u8>, String>, OfficeError> {
    only_for_tests(office)?;
    let signing = Signing { at: moment.now, added: moment.bytes("signature") };
    seated(office, move || {
        let stores = keys.iter().map(open).collect::<Result<Vec<_>, _>>()?;
        let mut signers: Vec<Signer<'_>> = Vec::new();
        for (store, key) in stores.iter().zip(&keys) {
            signers.push(signer_of(store, key)?);
        }
        sign(&content, &signers, &Options { detached, signing }).map_err(|error| error.to_string())
    })
    .await
}

/// What keystores hold, or a sentence that says why one does not open.
///
/// # Errors
/// `NotFound` under a list of real keys.
pub async fn look_into(office: &Office, keys: Vec<KeyFile>) -> Result<Result<Vec<KeyFacts>, String>, OfficeError> {
    only_for_tests(office)?;
    seated(office, move || {
        let facts = |key: &KeyFile| {
            let store = open(key)?;
            let entry = store.entry(key.alias.as_deref()).or(store.entries().first());
            let certificate = entry.and_then(|entry| entry.certificate.clone()).map(Arc::new);
            let aliases = store.entries().iter().filter_map(|entry| entry.alias.clone()).collect();
            Ok(KeyFacts { aliases, certificate })
        };
        keys.iter().map(facts).collect()
    })
    .await
}

fn only_for_tests(office: &Office) -> Result<(), OfficeError> {
    if office.is_test() { Ok(()) } else { Err(OfficeError::NotFound) }
}

fn open(key: &KeyFile) -> Result<Keystore, String> {
    Keystore::open(&key.octets, &key.password).map_err(|error| error.to_string())
}

fn signer_of<'k>(store: &'k Keystore, key: &KeyFile) -> Result<Signer<'k>, String> {
    let entry = store.entry(key.alias.as_deref()).ok_or("there is no key of this alias in the keystore")?;
    entry.signer().map_err(|error| error.to_string())
}
