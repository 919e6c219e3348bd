//! Writes a blank off: the one with this case's certificate on it, or, while none is, the next one of the stock (damaged, missing). It
//! never comes back; the next blank takes its place.

use crate::decline_registration::plain;
use crate::print_on_blank::{is_open, taken, taking};
use crate::{Office, OfficeError};
use domain::actor::Actor;
use domain::application::NotOpen;
use domain::ids::ApplicationId;
use domain::moment::Moment;
use store::Tx;
use store::blank::{Spoiled, Used};
use store::journal::Entry;

/// Longest reason, characters.
pub const REASON_CHARS_MAX: usize = 300;

/// Writes off the blank that the person saw, `seen`.
///
/// # Errors
/// `NotFound`; `NotOpen` in every other state and where there is no blank; `Stale` when another blank is current now; at `reason`:
/// `missing`, `too-long`.
pub async fn spoil_blank(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    (seen, reason): (&str, &str),
    moment: &Moment,
) -> Result<(), OfficeError> {
    let (reason, seen) = (plain(reason), seen.to_owned());
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let (mut own, is_new) = blank(tx, &actor, id, &moment).await?;
                if !own.blank.is_typed(&seen) {
                    return Err(OfficeError::Stale);
                }
                match reason.chars().count() {
                    0 => return Err(OfficeError::finding("reason", "missing")),
                    1..=REASON_CHARS_MAX => {}
                    _ => return Err(OfficeError::finding("reason", "too-long")),
                }
                let Actor::Staff { officer, .. } = &actor else { return Err(OfficeError::NotAllowed) };
                let spoiled = Spoiled { reason, officer: *officer, at: moment.now };
                own.spoiled = Some(spoiled.clone());
                let mut commitments = store::journal::spoiling(&own)?;
                if is_new {
                    commitments.extend(store::journal::taking(&own)?);
                    taken(store::blank::take(tx, &own).await)?;
                } else {
                    taken(store::blank::spoil(tx, &own.blank, &spoiled).await)?;
                }
                let (act, at) = (store::journal::SPOIL_BLANK, moment.now);
                let entry = Entry { application: Some(id), act, actor: &actor, at, commitments };
                store::journal::append(tx, &entry, &moment).await?;
                Ok(())
            })
        })
        .await
}

/// The blank that is written off, and whether no row took it yet.
async fn blank(tx: &mut Tx, actor: &Actor, id: ApplicationId, moment: &Moment) -> Result<(Used, bool), OfficeError> {
    let case = store::application::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
    let officer = is_open(tx, actor, &case).await?;
    let used = store::blank::of_case(tx, id).await?;
    if let Some(own) = used.last().filter(|own| own.spoiled.is_none()) {
        return Ok((own.clone(), false));
    }
    let next = store::blank::next_free(tx, &case.mission).await?.ok_or(OfficeError::NotOpen(NotOpen::Act))?;
    Ok((taking(&case, next, officer, used.len(), moment.now), true))
}
