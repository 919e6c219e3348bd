//! What becomes of a draft: its maker puts it forward or takes it back, another administrator says yes or no. The yes is looked at whole
//! again, over everything that was approved meanwhile.

use super::draft::{Misfit, fits};
use super::{TEXT_CHARS_MAX, edition};
use crate::decline_registration::plain;
use crate::{Fault, Office, OfficeError, permission};
use domain::actor::Actor;
use domain::application::NotOpen;
use domain::ids::OfficerId;
use domain::moment::Moment;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use store::Tx;
use store::journal::Entry;
use store::register::{Change, NewFile, Stage};
use uuid::Uuid;

/// Whoever gave an administrator their password does not have their changes approved by them before this time has passed.
const ONE_HAND: SignedDuration = SignedDuration::from_hours(30 * 24);
/// The last day that a change can wait for.
pub const AHEAD_MAX: SignedDuration = SignedDuration::from_hours(400 * 24);
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
                if from.is_some_and(|from| from > moment.now + AHEAD_MAX) {
                    return Err(OfficeError::finding("from", "too-far"));
                }
                (own.stage, own.from) = (Stage::Proposed, from);
                store::register::save(tx, &own).await?;
                note(tx, store::journal::PROPOSE_REGISTERS, &actor, &own, &moment).await
            })
        })
        .await
}

/// Takes a draft, or what was put forward, back; and, for every administrator of the whole, what was approved but is not in force yet and no later
/// change was made from: nothing that is in force changes by it.
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
                // In one line with the approvals.
                store::numbers::next(tx, SERIES).await?;
                if !may_withdraw(tx, &own, me, moment.now).await? {
                    return Err(OfficeError::NotOpen(NotOpen::Act));
                }
                own.stage = Stage::Withdrawn;
                store::register::save(tx, &own).await?;
                note(tx, store::journal::WITHDRAW_REGISTERS, &actor, &own, &moment).await
            })
        })
        .await
}

/// May `me` take it back now?
pub(super) async fn may_withdraw(
    tx: &mut Tx,
    own: &Change,
    me: OfficerId,
    now: Timestamp,
) -> Result<bool, OfficeError> {
    match own.stage {
        Stage::Draft | Stage::Proposed => Ok(own.drafted_by == me),
        Stage::Approved if own.from.is_some_and(|from| from > now) => {
            let mine = store::register::files(tx, own.id).await?;
            let later = store::register::approved(tx).await?;
            let later: Vec<Uuid> =
                later.iter().filter(|other| other.edition > own.edition).map(|other| other.id).collect();
            let theirs = store::register::approved_files(tx).await?;
            let is_hidden = |line: &store::register::FileLine| {
                later.contains(&line.change) && mine.iter().any(|mine| mine.path == line.path)
            };
            Ok(!theirs.iter().any(is_hidden))
        }
        Stage::Approved | Stage::Rejected | Stage::Withdrawn => Ok(false),
    }
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
    let word = plain(&word);
    match word.chars().count() {
        0 => return Err(OfficeError::finding("word", "missing")),
        count if count > TEXT_CHARS_MAX => return Err(OfficeError::finding("word", "too-long")),
        _ => {}
    }
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut own = of_another(tx, &actor, id, moment.now).await?;
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
                let mut own = of_another(tx, &person, id, when.now).await?;
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
                    if let Err(misfit) = fits(&inner, under, &files, from, &when) {
                        return Ok(Err(misfit));
                    }
                }
                (own.stage, own.from, own.edition) = (Stage::Approved, Some(from), Some(edition));
                (own.decided_by, own.decided_at) = (Some(me), Some(when.now));
                store::register::save(tx, &own).await?;
                // In the order in which it will be laid from now on: what does not load here would stop every later start.
                if let Err(error) = edition::composed(&inner, tx, |_| true).await {
                    return Err(OfficeError::Fault(Fault::Registers(error.to_string())));
                }
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
async fn of_another(tx: &mut Tx, actor: &Actor, id: Uuid, now: Timestamp) -> Result<Change, OfficeError> {
    let me = permission::keeps_registers(actor)?;
    let own = store::register::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
    if own.stage != Stage::Proposed || own.drafted_by == me {
        return Err(OfficeError::NotOpen(NotOpen::Act));
    }
    // Whoever gave a colleague their password could be both.
    let decider = store::officer::get(tx, me).await?.ok_or(OfficeError::NotFound)?;
    let one_hand =
        |given: &store::officer::Given| given.by == own.drafted_by && now.duration_since(given.at) < ONE_HAND;
    if decider.given.as_ref().is_some_and(one_hand) {
        return Err(OfficeError::finding("approve", "one-hand"));
    }
    Ok(own)
}

/// From when the newest approved change of one of these files is in force.
async fn latest(tx: &mut Tx, files: &[NewFile]) -> Result<Option<Timestamp>, OfficeError> {
    let lines = store::register::approved_files(tx).await?;
    let mine = |line: &&store::register::FileLine| files.iter().any(|mine| mine.path == line.path);
    let theirs: Vec<Uuid> = lines.iter().filter(mine).map(|line| line.change).collect();
    let approved = store::register::approved(tx).await?;
    Ok(approved.into_iter().filter(|own| theirs.contains(&own.id)).filter_map(|own| own.from).max())
}

async fn note(tx: &mut Tx, act: &str, actor: &Actor, own: &Change, moment: &Moment) -> Result<(), OfficeError> {
    let files = store::register::files(tx, own.id).await?;
    let hashes: Vec<_> = files.iter().map(|file| json!([file.path, file.sha256])).collect();
    let facts = json!({ "change": own.id, "files": hashes, "from": own.from, "edition": own.edition, "reason": own.reason, "word": own.word });
    let entry =
        Entry { application: None, act, actor, at: moment.now, commitments: [("registers".to_owned(), facts)].into() };
    store::journal::append(tx, &entry, moment).await?;
    Ok(())
}
