//! Throws away what was begun at the desk for somebody who came in person and was never accepted: the answers, the files, the printed form, and the
//! account that was made for it, with the name and the IIN. The journal keeps that it was done, and nothing of whom.
//!
//! Must never touch what was accepted, what a person began themselves, or what another mission typed. A slip of the time when the paper was turned
//! away stays: it was given out.

use crate::type_request::Begun;
use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use domain::ids::DraftId;
use domain::moment::Moment;
use serde_json::json;
use store::Tx;
use store::draft::Draft;

/// What would be thrown away.
///
/// # Errors
/// `NotAllowed` for who accepts no paper; `NotFound` for everything but a draft that was typed at the actor's mission and is not accepted.
pub async fn look(office: &Office, actor: &Actor, id: DraftId) -> Result<Begun, OfficeError> {
    let actor = actor.clone();
    office
        .read(move |tx| {
            Box::pin(async move {
                let draft = load(tx, &actor, id).await?;
                let person = store::account::get(tx, draft.account).await?.and_then(|own| own.name);
                let name = person.map(|own| own.official()).unwrap_or_default();
                Ok(Begun { draft: draft.id, name, mission: draft.mission, updated_at: draft.updated_at })
            })
        })
        .await
}

/// Throws it away.
///
/// # Errors
/// As [`look`]; so the second of two presses finds nothing.
pub async fn discard_typed(office: &Office, actor: &Actor, id: DraftId, moment: &Moment) -> Result<(), OfficeError> {
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                // The row is locked: who accepts the paper at the same time comes first or finds nothing.
                let draft = load(tx, &actor, id).await?;
                if !store::draft::erase(tx, draft.id, moment.now).await? {
                    return Err(OfficeError::NotFound);
                }
                store::account::erase_unused(tx, draft.account).await?;
                let entry = store::journal::Entry {
                    application: None,
                    act: store::journal::DISCARD_TYPED,
                    actor: &actor,
                    at: moment.now,
                    commitments: [("draft".to_owned(), json!(draft.id))].into(),
                };
                store::journal::append(tx, &entry, &moment).await?;
                Ok(())
            })
        })
        .await
}

async fn load(tx: &mut Tx, actor: &Actor, id: DraftId) -> Result<Draft, OfficeError> {
    let mission = permission::intake(actor)?.1;
    let draft = store::draft::get(tx, id).await?.filter(|own| own.sent_as.is_none());
    let here = draft.filter(|own| own.typed.as_ref().is_some_and(|typed| typed.mission == *mission));
    here.ok_or(OfficeError::NotFound)
}
