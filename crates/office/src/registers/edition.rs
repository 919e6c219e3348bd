//! What of the service's data is in force, and what was before: shipped files with the approved changes over them, in their order.

use crate::{Fault, Office, OfficeError};
use jiff::Timestamp;
use service::catalogue::Files;
use service::{Catalogue, LoadError};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use store::Tx;
use store::register::Change;

/// The registers of one moment. A request and a round of the worker see one from beginning to end.
#[derive(Debug)]
pub struct Edition {
    pub(crate) catalogue: Arc<Catalogue>,
    pub(crate) files: Files,
    /// Numbers of the changes that it is made of.
    pub(crate) made_of: Vec<i64>,
    /// Earlier rules of the service, each in force until its moment, the oldest first.
    before: Vec<(Timestamp, Arc<Catalogue>)>,
}

impl Edition {
    /// As shipped.
    pub(crate) fn shipped(files: &Files) -> Result<Edition, LoadError> {
        let catalogue = Arc::new(Catalogue::load(files)?);
        Ok(Edition { catalogue, files: files.clone(), made_of: vec![], before: vec![] })
    }

    /// The number of the last change in it; 0 = as shipped.
    pub fn number(&self) -> i64 {
        self.made_of.last().copied().unwrap_or_default()
    }

    /// The service as its rules were at `at`.
    pub(crate) fn at(&self, at: Timestamp) -> &Catalogue {
        let earlier = self.before.iter().find(|(until, _)| at < *until);
        earlier.map_or(&self.catalogue, |(_, catalogue)| catalogue)
    }

    /// `change` over it, from `from` on.
    fn then(self, change: Laid, from: Timestamp) -> Result<Edition, LoadError> {
        let Edition { catalogue, mut files, mut made_of, mut before } = self;
        let rules = change.files.iter().any(|(path, _)| path.starts_with("services/"));
        files.extend(change.files);
        made_of.push(change.edition);
        let next = Arc::new(Catalogue::load(&files)?);
        if rules {
            before.push((from, catalogue));
        }
        Ok(Edition { catalogue: next, files, made_of, before })
    }
}

/// An approved change with its files.
pub(super) struct Laid {
    edition: i64,
    files: Vec<(String, Vec<u8>)>,
}

/// An approved change as it lies over the shipped files.
pub(super) async fn laid(tx: &mut Tx, own: &Change) -> Result<Laid, OfficeError> {
    let files = store::register::files(tx, own.id).await?;
    if let Some(other) = files.iter().find(|file| sha256(&file.content) != file.sha256) {
        let path = &other.path;
        return Err(Fault::Registers(format!("{path}: the content kept is not the one that was approved")).into());
    }
    let files = files.into_iter().map(|file| (file.path, file.content)).collect();
    Ok(Laid { edition: own.edition.unwrap_or_default(), files })
}

/// The shipped files with those approved changes over them that `when` takes.
pub(super) async fn composed(
    office: &Office,
    tx: &mut Tx,
    when: impl Fn(&Change) -> bool,
) -> Result<Edition, OfficeError> {
    let mut edition = Edition::shipped(&office.parts().files).map_err(unfit)?;
    for own in store::register::approved(tx).await?.into_iter().filter(when) {
        let from = own.from.unwrap_or(own.drafted_at);
        let laid = laid(tx, &own).await?;
        let what = own.edition.unwrap_or_default();
        let next = edition.then(laid, from);
        edition = next.map_err(|error| Fault::Registers(format!("change {what} of the registers: {error}")))?;
    }
    Ok(edition)
}

/// Files whose first approved change was made from another one than is shipped now: a release brought a newer file, and the change hides it.
///
/// # Errors
/// Storage only.
pub(super) async fn behind(office: &Office, tx: &mut Tx) -> Result<Vec<String>, OfficeError> {
    let mut first: std::collections::BTreeMap<String, String> = std::collections::BTreeMap::new();
    for own in store::register::approved(tx).await? {
        for file in store::register::files(tx, own.id).await? {
            first.entry(file.path).or_insert(file.base);
        }
    }
    let shipped = |path: &str| office.parts().files.get(path).map(|bytes| sha256(bytes)).unwrap_or_default();
    Ok(first.into_iter().filter(|(path, base)| shipped(path) != *base).map(|(path, _)| path).collect())
}

/// The same, for the log at the start.
///
/// # Errors
/// Storage only.
pub async fn hidden_by_changes(office: &Office) -> Result<Vec<String>, OfficeError> {
    let inner = office.clone();
    office.read(move |tx| Box::pin(async move { behind(&inner, tx).await })).await
}

/// Puts what is in force at `now` on the shelf. True when that is another edition than before.
///
/// # Errors
/// [`Fault::Registers`] where an approved change does not fit the shipped files any more; the edition before stays.
pub async fn refresh(office: &Office, now: Timestamp) -> Result<bool, OfficeError> {
    let before = office.current().edition().made_of.clone();
    let inner = office.clone();
    let found = office
        .read(move |tx| {
            Box::pin(async move {
                let in_force = |own: &Change| own.from.is_some_and(|from| from <= now);
                let approved = store::register::approved(tx).await?;
                let numbers: Vec<i64> =
                    approved.iter().filter(|own| in_force(own)).filter_map(|own| own.edition).collect();
                if numbers == before {
                    return Ok(None);
                }
                composed(&inner, tx, in_force).await.map(Some)
            })
        })
        .await?;
    let Some(edition) = found else { return Ok(false) };
    office.put_on_shelf(edition);
    Ok(true)
}

pub(super) fn unfit(error: LoadError) -> OfficeError {
    Fault::Registers(error.to_string()).into()
}

pub(super) fn sha256(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}
