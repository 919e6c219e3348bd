//! Erases a question with its photos, its answer and the letters about it: when its time is over, or when who asked wants it gone.

use super::{link_hash, note};
use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use domain::ids::EnquiryId;
use domain::moment::Moment;
use serde_json::json;
use store::journal::ERASE_ENQUIRY;

/// Questions of one round: each is a transaction of its own, so that nobody waits for many photos.
const BATCH: i64 = 100;

/// By who has its private link.
///
/// # Errors
/// `NotFound`.
pub async fn by_link(office: &Office, secret: &str, moment: &Moment) -> Result<(), OfficeError> {
    let (hash, moment) = (link_hash(secret), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let own = store::enquiry::by_link(tx, &hash).await?.ok_or(OfficeError::NotFound)?;
                gone(tx, &Actor::System, own.id, "wish", &moment).await
            })
        })
        .await
}

/// By who asked, signed in.
///
/// # Errors
/// `NotFound`, also for another's.
pub async fn by_account(office: &Office, actor: &Actor, id: EnquiryId, moment: &Moment) -> Result<(), OfficeError> {
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let own = store::enquiry::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
                permission::own_enquiry(&actor, &own)?;
                gone(tx, &actor, id, "wish", &moment).await
            })
        })
        .await
}

/// The job: all whose time is over.
///
/// # Errors
/// Faults of the store.
pub(crate) async fn erase_due(office: &Office, moment: &Moment) -> Result<(), OfficeError> {
    let now = moment.now;
    let over = office.read(move |tx| Box::pin(async move { Ok(store::enquiry::over(tx, now, BATCH).await?) })).await?;
    for id in over {
        let moment = moment.clone();
        let done = office.write(move |tx| Box::pin(async move { gone(tx, &Actor::System, id, "time", &moment).await }));
        match done.await {
            // Who asked was quicker, or another server.
            Ok(()) | Err(OfficeError::NotFound) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(())
}

async fn gone(tx: &mut store::Tx, actor: &Actor, id: EnquiryId, why: &str, moment: &Moment) -> Result<(), OfficeError> {
    if !store::enquiry::erase(tx, id).await? {
        return Err(OfficeError::NotFound);
    }
    note(tx, ERASE_ENQUIRY, actor, id, json!({ "why": why }), moment).await
}
