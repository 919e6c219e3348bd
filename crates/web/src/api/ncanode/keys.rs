//! Keystores as NCANode's requests carry them. Their addresses exist only under a trust list of test keys.

use crate::api::ask::decode;
use crate::api::problem::Refused;
use office::sign_cms::KeyFile;
use serde::Deserialize;

/// Keystores of one request; more is refused.
const KEYS_MAX: usize = 20;

/// A keystore. Its password is never shown, so there is no `Debug`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Key {
    key: Option<String>,
    password: Option<String>,
    key_alias: Option<String>,
}

/// The keystores of a field.
///
/// # Errors
/// When there is none, or one is not base64.
pub fn files(keys: Option<Vec<Key>>, field: &'static str) -> Result<Vec<KeyFile>, Refused> {
    let keys = keys.filter(|keys| !keys.is_empty() && keys.len() <= KEYS_MAX).ok_or(Refused::Field { field })?;
    let file = |key: Key| {
        let octets = key.key.as_deref().and_then(decode).ok_or(Refused::Field { field })?;
        let alias = key.key_alias.filter(|alias| !alias.is_empty());
        Ok(KeyFile { octets, password: key.password.unwrap_or_default(), alias })
    };
    keys.into_iter().map(file).collect()
}
