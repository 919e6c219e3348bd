//! An administrator puts files forward; what cannot be read, or would leave the service without what it needs, is refused with its place.

use super::edition::{self, Edition};
use super::{FILE_BYTES_MAX, FILE_LINES_MAX, TEXT_CHARS_MAX, path_of};
use crate::decline_registration::plain;
use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use domain::application::NotOpen;
use domain::moment::Moment;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use service::catalogue::{Files, is_rules};
use service::{Catalogue, Finding, consent, letters};
use store::register::{Change, NewFile, Stage};
use uuid::Uuid;

/// Years ahead that a change must go on to serve, where they were served.
const YEARS_AHEAD: i16 = 5;

/// A file as the person gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name on their device.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Why files cannot become a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// Something a form can say.
    Findings(Vec<Finding>),
    /// The data does not hold together: file, line and reason.
    Data(String),
}

/// Keeps a draft of `files`.
///
/// # Errors
/// `NotAllowed` for who does not keep the registers.
pub async fn draft(
    office: &Office,
    actor: &Actor,
    files: Vec<File>,
    reason: String,
    moment: &Moment,
) -> Result<Result<Uuid, Misfit>, OfficeError> {
    let me = permission::keeps_registers(actor)?;
    let reason = plain(&reason);
    let named = match named(files, &reason) {
        Ok(named) => named,
        Err(found) => return Ok(Err(Misfit::Findings(found))),
    };
    let (inner, moment) = (office.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                // Over everything that is approved, also what is in force later: nothing that was agreed is lost by this.
                let base = edition::composed(&inner, tx, |_| true).await?;
                let made = match against(&base.files, named) {
                    Ok(made) => made,
                    Err(found) => return Ok(Err(Misfit::Findings(vec![found]))),
                };
                if let Err(misfit) = fits(&inner, &base, &made, moment.now, &moment) {
                    return Ok(Err(misfit));
                }
                let own = Change {
                    id: moment.uuid("change of the registers"),
                    reason,
                    stage: Stage::Draft,
                    drafted_by: me,
                    drafted_at: moment.now,
                    from: None,
                    decided_by: None,
                    decided_at: None,
                    word: String::new(),
                    edition: None,
                };
                store::register::insert(tx, &own, &made).await?;
                Ok(Ok(own.id))
            })
        })
        .await
}

/// Puts another edition of a file into one's own draft of it, which was made from the file that is the newest still.
///
/// # Errors
/// As [`draft`]; `NotOpen` for what is no draft of this person, or does not have the file.
pub(super) async fn redraft(
    office: &Office,
    actor: &Actor,
    id: Uuid,
    file: File,
    reason: String,
    moment: &Moment,
) -> Result<Result<Uuid, Misfit>, OfficeError> {
    let me = permission::keeps_registers(actor)?;
    let reason = plain(&reason);
    let named = match named(vec![file], &reason) {
        Ok(named) => named,
        Err(found) => return Ok(Err(Misfit::Findings(found))),
    };
    let (inner, moment) = (office.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut own = store::register::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
                if own.stage != Stage::Draft || own.drafted_by != me {
                    return Err(OfficeError::NotOpen(NotOpen::Act));
                }
                let base = edition::composed(&inner, tx, |_| true).await?;
                let made = match against(&base.files, named) {
                    Ok(made) => made,
                    Err(found) => return Ok(Err(Misfit::Findings(vec![found]))),
                };
                let mut files = store::register::files(tx, id).await?;
                for file in &made {
                    let of_draft = files.iter_mut().find(|own| own.path == file.path && own.base == file.base);
                    *of_draft.ok_or(OfficeError::NotOpen(NotOpen::Act))? = file.clone();
                }
                if let Err(misfit) = fits(&inner, &base, &files, moment.now, &moment) {
                    return Ok(Err(misfit));
                }
                let both = format!("{}; {reason}", own.reason);
                if own.reason != reason && both.chars().count() <= TEXT_CHARS_MAX {
                    own.reason = both;
                }
                for file in &made {
                    store::register::rewrite(tx, &own, file).await?;
                }
                Ok(Ok(id))
            })
        })
        .await
}

/// The files by their paths, or all that is wrong with the form.
fn named(files: Vec<File>, reason: &str) -> Result<Vec<(String, Vec<u8>)>, Vec<Finding>> {
    let mut found = vec![];
    let mut named: Vec<(String, Vec<u8>)> = vec![];
    if files.is_empty() {
        found.push(Finding::new("files", "missing"));
    }
    for file in files {
        match path_of(&file.name) {
            None => found.push(Finding::new("files", "unknown")),
            Some(_) if file.bytes.len() > FILE_BYTES_MAX => found.push(Finding::new("files", "too-big")),
            // A difference of endless lines would keep everybody waiting who opens it.
            Some(_) if file.bytes.iter().filter(|own| **own == b'\n').count() > FILE_LINES_MAX => {
                found.push(Finding::new("files", "too-long"));
            }
            Some(path) if named.iter().any(|own| own.0 == path) => found.push(Finding::new("files", "twice")),
            Some(path) => named.push((path, file.bytes)),
        }
    }
    match reason.chars().count() {
        0 => found.push(Finding::new("reason", "missing")),
        count if count > TEXT_CHARS_MAX => found.push(Finding::new("reason", "too-long")),
        _ => {}
    }
    found.dedup();
    if found.is_empty() { Ok(named) } else { Err(found) }
}

/// Those that differ from the newest, each with the hash of what it was made from.
fn against(base: &Files, named: Vec<(String, Vec<u8>)>) -> Result<Vec<NewFile>, Finding> {
    // A letter of no release has no file to be made from.
    if named.iter().any(|(path, _)| !base.contains_key(path)) {
        return Err(Finding::new("files", "unknown"));
    }
    let made = named.into_iter().filter_map(|(path, content)| {
        let before = base.get(&path).map(|bytes| edition::sha256(bytes)).unwrap_or_default();
        let sha256 = edition::sha256(&content);
        (sha256 != before).then_some(NewFile { path, base: before, sha256, content })
    });
    let made: Vec<NewFile> = made.collect();
    if made.is_empty() { Err(Finding::new("files", "same")) } else { Ok(made) }
}

/// Does the service still work with `made` over `base`? The same question is asked again at the decision.
pub(super) fn fits(
    office: &Office,
    under: &Edition,
    made: &[NewFile],
    until: Timestamp,
    moment: &Moment,
) -> Result<(), Misfit> {
    let before = &under.catalogue;
    let mut files = under.files.clone();
    files.extend(made.iter().map(|file| (file.path.clone(), file.content.clone())));
    letters_fit(office, &files, made)?;
    let after = Catalogue::load(&files).map_err(|error| Misfit::Data(error.to_string()))?;
    let year = |at: Timestamp| at.to_zoned(TimeZone::UTC).year();
    let (first, last) = (year(moment.now), year(until.max(moment.now)));
    // The years until it is in force, and those after that were served before: a year is added, never taken away.
    let served = (last.saturating_add(1)..=last.saturating_add(YEARS_AHEAD))
        .take_while(|own| before.check(*own..=*own).is_empty());
    for year in (first..=last).chain(served) {
        if let Some(lacking) = after.check(year..=year).first() {
            return Err(Misfit::Data(lacking.to_string()));
        }
    }
    // Cases, people and letters name missions: one that closes stays in the register.
    if let Some(gone) = before.missions().iter().find(|own| after.mission(&own.id).is_none()) {
        return Err(Misfit::Data(format!("registers/missions.csv: the mission {} is gone; cases name it", gone.id)));
    }
    // People agreed to these words, and requests name them.
    if let Err(why) = after.consents().keeps(before.consents()) {
        return Err(Misfit::Data(format!("{}: {why}", consent::FILE)));
    }
    let (old, new) = (before.passport(), after.passport());
    if old.id != new.id {
        return Err(Misfit::Data(format!("services/death-abroad/passport.toml: the id must stay {:?}", old.id)));
    }
    let rules = made.iter().any(|file| is_rules(&file.path));
    if rules && new.revision <= old.revision {
        let least = old.revision.saturating_add(1);
        return Err(Misfit::Data(format!("services/death-abroad/passport.toml: the revision must be {least} or more")));
    }
    Ok(())
}

/// Every letter of which a language is changed, looked at in all three.
fn letters_fit(office: &Office, files: &Files, made: &[NewFile]) -> Result<(), Misfit> {
    let texts = &office.parts().texts;
    for file in made {
        let Some((name, _)) = letters::place(&file.path) else { continue };
        let unknown = || Misfit::Data(format!("{}: there is no such letter", file.path));
        let own = letters::letter(texts, name).ok_or_else(unknown)?;
        if let Some(flaw) = letters::check(texts, &own, files).first() {
            return Err(Misfit::Data(format!("{}: {flaw}", own.path(flaw.lang))));
        }
    }
    Ok(())
}
