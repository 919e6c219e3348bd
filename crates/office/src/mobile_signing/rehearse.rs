//! The phone of a demonstration, for people without the app: does what the app does, with a test key. Must never do so elsewhere.

use super::describe::describe;
use super::fetch::fetch;
use super::take::take;
use super::{NotServed, must_be_offered};
use crate::sign_cms::{KeyFile, look_into, sign_cms};
use crate::{Office, OfficeError};
use domain::ids::MobileSigningId;
use domain::moment::Moment;

/// Names of the keys in a keystore of test keys.
///
/// # Errors
/// `NotFound` outside a demonstration.
pub async fn keys(office: &Office, keystore: KeyFile) -> Result<Vec<String>, OfficeError> {
    only_in_a_demonstration(office)?;
    let facts = look_into(office, vec![keystore]).await?.unwrap_or_default();
    Ok(facts.into_iter().flat_map(|facts| facts.aliases).collect())
}

/// Reads the code with this id and tag, fetches, signs with the key and brings back.
///
/// # Errors
/// See [`NotServed`]; `NotFound` outside a demonstration, and for a key that is not in the keystore.
pub async fn rehearse(
    office: &Office,
    (id, tag): (MobileSigningId, &str),
    key: KeyFile,
    remote: &str,
    moment: &Moment,
) -> Result<(), NotServed> {
    only_in_a_demonstration(office)?;
    let token = describe(office, id, tag, remote, moment).await?.token;
    let content = fetch(office, id, &token, remote, moment).await?.content;
    let cms = sign_cms(office, content, vec![key], true, moment).await?.map_err(|_| OfficeError::NotFound)?;
    take(office, id, &token, &cms, remote, moment).await
}

fn only_in_a_demonstration(office: &Office) -> Result<(), OfficeError> {
    must_be_offered(office)?;
    if office.settings().demo { Ok(()) } else { Err(OfficeError::NotFound) }
}
