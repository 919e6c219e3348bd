//! Writes an internal note on a case. It is for the desk alone: no page, letter or paper of the applicant reads it, and it stays.

use crate::decline_registration::plain;
use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use domain::ids::ApplicationId;
use domain::moment::Moment;
use store::journal::Entry;
use store::note::Note;

/// Longest note, characters.
pub const NOTE_CHARS_MAX: usize = 2000;

/// Writes it.
///
/// # Errors
/// Findings at `note`: `missing`, `too-long`; `NotFound` for who may not read the case, `NotAllowed` for who may only read it.
pub async fn write_note(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    text: &str,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let text = plain(text);
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let case = store::application::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
                let officer = permission::write_note(&actor, &case)?;
                match text.chars().count() {
                    0 => return Err(OfficeError::finding("note", "missing")),
                    1..=NOTE_CHARS_MAX => {}
                    _ => return Err(OfficeError::finding("note", "too-long")),
                }
                let last = store::note::of(tx, id).await?.last().map_or(0, |own| own.number);
                let note = Note { application: id, number: last + 1, officer, written_at: moment.now, text };
                store::note::insert(tx, &note).await?;
                let entry = Entry {
                    application: Some(id),
                    act: store::journal::NOTE,
                    actor: &actor,
                    at: moment.now,
                    commitments: store::journal::noting(&note)?,
                };
                store::journal::append(tx, &entry, &moment).await?;
                Ok(())
            })
        })
        .await
}
