//! The official has read what a second look at a decision of theirs found.

use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use domain::ids::ApplicationId;
use domain::moment::Moment;
use serde_json::json;
use store::journal::Entry;

/// Notes it; the message goes from their page.
///
/// # Errors
/// `NotFound` where there is nothing of theirs to read; `NotAllowed` for who is no person of the desk.
pub async fn read(office: &Office, actor: &Actor, id: ApplicationId, moment: &Moment) -> Result<(), OfficeError> {
    let officer = permission::staff(actor)?;
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                if !store::sample::note_read(tx, id, officer, moment.now).await? {
                    return Err(OfficeError::NotFound);
                }
                let commitments = [("officer".to_owned(), json!(officer))].into();
                let (application, act) = (Some(id), store::journal::READ_SAMPLE);
                let entry = Entry { application, act, actor: &actor, at: moment.now, commitments };
                store::journal::append(tx, &entry, &moment).await?;
                Ok(())
            })
        })
        .await
}
