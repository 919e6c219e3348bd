//! What becomes of a draft: its maker puts it forward or takes it back, another administrator says yes or no. The yes is looked at whole
//! again, over everything that was approved meanwhile.

use super::draft::{Misfit, fits};
use super::{TEXT_CHARS_MAX, edition};
use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use domain::application::NotOpen;
use domain::moment::Moment;
use jiff::Timestamp;
use serde_json::json;
use store::Tx;
use store::journal::Entry;
use store::register::{Change, NewFile, Stage};
use uuid::Uuid;

/// Counts the approved changes; whoever takes a number waits for the one before.
const SERIES: &str = "edition of the registers";

/// Puts a draft before another administrator, to be in force from `from` (`None` = as soon as it is approved).
///
/// # Errors
/// `NotFound`, `NotOpen` for what is no draft of this person; a finding at `from` (`past`).
pub async fn propose(
    office: &Office,
    actor: &Actor,
    id: Uuid,
    from: Option<Timestamp>,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let me = permission::keeps_registers(actor)?;
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut own = store::register::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
                if own.stage != Stage::Draft || own.drafted_by != me {
                    return Err(OfficeError::NotOpen(NotOpen::Act));
                }
                if from.is_some_and(|from| from <= moment.now) {
                    return Err(OfficeError::finding("from", "past"));
                }
                (own.stage, own.from) = (Stage::Proposed, from);
                store::register::save(tx, &own).await?;
                note(tx, store::journal::PROPOSE_REGISTERS, &actor, &own, &moment).await
            })
        })
        .await
}

/// Takes a draft, or what was put forward, back.
///
/// # Errors
/// `NotFound`, `NotOpen` for what is decided or another's.
pub async fn withdraw(office: &Office, actor: &Actor, id: Uuid, moment: &Moment) -> Result<(), OfficeError> {
    let me = permission::keeps_registers(actor)?;
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut own = store::register::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
                if !matches!(own.stage, Stage::Draft | Stage::Proposed) || own.drafted_by != me {
                    return Err(OfficeError::NotOpen(NotOpen::Act));
                }
                own.stage = Stage::Withdrawn;
                store::register::save(tx, &own).await?;
                note(tx, store::journal::WITHDRAW_REGISTERS, &actor, &own, &moment).await
            })
        })
        .await
}

/// Says no.
///
/// # Errors
/// As [`approve`]; a finding at `word` (`missing`, `too-long`).
pub async fn reject(
    office: &Office,
    actor: &Actor,
    id: Uuid,
    word: String,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let me = permission::keeps_registers(actor)?;
    let word = word.trim().to_owned();
    match word.chars().count() {
        0 => return Err(OfficeError::finding("word", "missing")),
        count if count > TEXT_CHARS_MAX => return Err(OfficeError::finding("word", "too-long")),
        _ => {}
    }
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut own = of_another(tx, &actor, id).await?;
                (own.stage, own.word) = (Stage::Rejected, word);
                (own.decided_by, own.decided_at) = (Some(me), Some(moment.now));
                store::register::save(tx, &own).await?;
                note(tx, store::journal::REJECT_REGISTERS, &actor, &own, &moment).await
            })
        })
        .await
}

/// Says yes, and puts it on the shelf where its moment has come.
///
/// # Errors
/// `NotFound`; `NotOpen` for one's own, and for what is not put forward; a finding at `approve`: `changed-meanwhile` where a file was changed
/// since, `before-earlier` where it would be in force before a change it was made from; [`Misfit::Data`] as the inner answer.
pub async fn approve(
    office: &Office,
    actor: &Actor,
    id: Uuid,
    moment: &Moment,
) -> Result<Result<(), Misfit>, OfficeError> {
    let me = permission::keeps_registers(actor)?;
    let (inner, person, when) = (office.clone(), actor.clone(), moment.clone());
    let done = office
        .write(move |tx| {
            Box::pin(async move {
                let edition = store::numbers::next(tx, SERIES).await?;
                let mut own = of_another(tx, &person, id).await?;
                let files = store::register::files(tx, id).await?;
                let from = own.from.filter(|from| *from > when.now).unwrap_or(when.now);
                let base = edition::composed(&inner, tx, |_| true).await?;
                let unchanged = |file: &NewFile| {
                    base.files.get(&file.path).map(|bytes| edition::sha256(bytes)).as_ref() == Some(&file.base)
                };
                if !files.iter().all(unchanged) {
                    return Err(OfficeError::finding("approve", "changed-meanwhile"));
                }
                if latest(tx, &files).await?.is_some_and(|before| from < before) {
                    return Err(OfficeError::finding("approve", "before-earlier"));
                }
                // With all that is agreed, and with what is in force on its first day.
                let first_day = edition::composed(&inner, tx, |own| own.from.is_some_and(|own| own <= from)).await?;
                for under in [&base, &first_day] {
                    if let Err(misfit) = fits(&under.files, &under.catalogue, &files, &when) {
                        return Ok(Err(misfit));
                    }
                }
                (own.stage, own.from, own.edition) = (Stage::Approved, Some(from), Some(edition));
                (own.decided_by, own.decided_at) = (Some(me), Some(when.now));
                store::register::save(tx, &own).await?;
                note(tx, store::journal::APPROVE_REGISTERS, &person, &own, &when).await?;
                Ok(Ok(()))
            })
        })
        .await?;
    if done.is_ok() {
        edition::refresh(office, moment.now).await?;
    }
    Ok(done)
}

/// A change that somebody else put forward.
async fn of_another(tx: &mut Tx, actor: &Actor, id: Uuid) -> Result<Change, OfficeError> {
    let me = permission::keeps_registers(actor)?;
    let own = store::register::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
    if own.stage != Stage::Proposed || own.drafted_by == me {
        return Err(OfficeError::NotOpen(NotOpen::Act));
    }
    Ok(own)
}

/// From when the newest approved change of one of these files is in force.
async fn latest(tx: &mut Tx, files: &[NewFile]) -> Result<Option<Timestamp>, OfficeError> {
    let mut latest = None;
    for own in store::register::approved(tx).await? {
        let theirs = store::register::files(tx, own.id).await?;
        if theirs.iter().any(|file| files.iter().any(|mine| mine.path == file.path)) {
            latest = latest.max(own.from);
        }
    }
    Ok(latest)
}

async fn note(tx: &mut Tx, act: &str, actor: &Actor, own: &Change, moment: &Moment) -> Result<(), OfficeError> {
    let files = store::register::files(tx, own.id).await?;
    let hashes: Vec<_> = files.iter().map(|file| json!([file.path, file.sha256])).collect();
    let facts = json!({ "change": own.id, "files": hashes, "from": own.from, "edition": own.edition });
    let entry =
        Entry { application: None, act, actor, at: moment.now, commitments: [("registers".to_owned(), facts)].into() };
    store::journal::append(tx, &entry, moment).await?;
    Ok(())
}
