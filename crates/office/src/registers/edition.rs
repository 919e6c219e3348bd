//! What of the service's data is in force, and what was before: shipped files with the approved changes over them, in their order.

use crate::{Fault, Office, OfficeError};
use jiff::Timestamp;
use service::catalogue::{Files, is_rules};
use service::letters::FOLDER;
use service::{Catalogue, LoadError, Texts};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::Tx;
use store::register::{Change, FileLine};
use uuid::Uuid;

/// The registers of one moment. A request and a round of the worker see one from beginning to end.
#[derive(Debug)]
pub struct Edition {
    pub(crate) catalogue: Arc<Catalogue>,
    pub(crate) files: Files,
    /// The sentences, with the changed words of letters in the place of the release's.
    pub(crate) texts: Texts,
    /// Files of letters that this release does not bear any more; its own words are used.
    pub(crate) unfit: Vec<String>,
    /// Numbers of the changes that it is made of.
    pub(crate) made_of: Vec<i64>,
    /// Earlier rules of the service, each in force until its moment, the oldest first.
    before: Vec<(Timestamp, Arc<Catalogue>)>,
}

impl Edition {
    /// As shipped.
    pub(crate) fn shipped(files: &Files, texts: &Texts) -> Result<Edition, LoadError> {
        let catalogue = Arc::new(Catalogue::load(files)?);
        let (files, texts) = (files.clone(), texts.release());
        Ok(Edition { catalogue, files, texts, unfit: vec![], made_of: vec![], before: vec![] })
    }

    /// The number of the last change in it; 0 = as shipped.
    pub fn number(&self) -> i64 {
        self.made_of.last().copied().unwrap_or_default()
    }

    /// Files of changed letters that this release does not bear; its own words are used.
    pub fn unfit_letters(&self) -> &[String] {
        &self.unfit
    }

    /// The service as its rules were at `at`.
    pub(crate) fn at(&self, at: Timestamp) -> &Catalogue {
        let earlier = self.before.iter().find(|(until, _)| at < *until);
        earlier.map_or(&self.catalogue, |(_, catalogue)| catalogue)
    }
}

/// Of each path the newest file, with the number of its change.
type Heads = BTreeMap<String, (i64, FileLine)>;

/// The shipped files with those approved changes over them that `when` takes. Of every file only the newest is read, and what stood at each
/// change of the rules: however many changes there were, no more.
pub(super) async fn composed(
    office: &Office,
    tx: &mut Tx,
    when: impl Fn(&Change) -> bool,
) -> Result<Edition, OfficeError> {
    let mut lines = BTreeMap::<Uuid, Vec<FileLine>>::new();
    for line in store::register::approved_files(tx).await? {
        lines.entry(line.change).or_default().push(line);
    }
    let mut heads = Heads::new();
    let (mut made_of, mut before) = (vec![], vec![]);
    for own in store::register::approved(tx).await?.into_iter().filter(when) {
        let (number, from) = (own.edition.unwrap_or_default(), own.from.unwrap_or(own.drafted_at));
        let mine = lines.remove(&own.id).unwrap_or_default();
        if mine.iter().any(|line| is_rules(&line.path)) {
            before.push((from, Arc::new(loaded(&laid(office, tx, &heads).await?, &heads)?)));
        }
        heads.extend(mine.into_iter().map(|line| (line.path.clone(), (number, line))));
        made_of.push(number);
    }
    let files = laid(office, tx, &heads).await?;
    let catalogue = Arc::new(loaded(&files, &heads)?);
    let changed = files.iter().filter(|(path, _)| path.starts_with(FOLDER) && heads.contains_key(*path));
    let changed: Files = changed.map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
    let (texts, unfit) = service::letters::laid_over(&office.parts().texts, &changed);
    Ok(Edition { catalogue, files, texts, unfit, made_of, before })
}

/// The shipped files with `heads` over them.
async fn laid(office: &Office, tx: &mut Tx, heads: &Heads) -> Result<Files, OfficeError> {
    let mut files = office.parts().files.clone();
    for (path, (_, line)) in heads {
        let content = store::register::content(tx, line.change, path).await?.unwrap_or_default();
        if sha256(&content) != line.sha256 {
            return Err(Fault::Registers(format!("{path}: the content kept is not the one that was approved")).into());
        }
        let content = resolved(office, path, content);
        files.insert(path.clone(), content);
    }
    Ok(files)
}

/// A letter's file that is empty stands for the words of the release.
pub(super) fn resolved(office: &Office, path: &str, content: Vec<u8>) -> Vec<u8> {
    let is_release = content.is_empty() && path.starts_with(FOLDER);
    let shipped = office.parts().files.get(path).filter(|_| is_release).cloned();
    shipped.unwrap_or(content)
}

fn loaded(files: &Files, heads: &Heads) -> Result<Catalogue, Fault> {
    Catalogue::load(files).map_err(|error| match heads.get(&error.file) {
        Some((number, _)) => Fault::Registers(format!("change {number} of the registers: {error}")),
        None => Fault::Registers(error.to_string()),
    })
}

/// Files whose first approved change was made from another one than is shipped now: a release brought a newer file, and the change hides it.
///
/// # Errors
/// Storage only.
pub(super) async fn behind(office: &Office, tx: &mut Tx) -> Result<Vec<String>, OfficeError> {
    let mut first: BTreeMap<String, String> = BTreeMap::new();
    for line in store::register::approved_files(tx).await? {
        // With the words of the release the line begins anew.
        if line.path.starts_with(FOLDER) && line.sha256 == sha256(&[]) {
            first.remove(&line.path);
        } else {
            first.entry(line.path).or_insert(line.base);
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

pub(super) fn sha256(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}
