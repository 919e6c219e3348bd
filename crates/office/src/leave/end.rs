//! A head or an administrator ends a leave early, or cancels one that has not begun. The cases are where they were before, at once.

use super::is_kept;
use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use domain::moment::Moment;
use serde_json::json;
use store::journal::Entry;
use uuid::Uuid;

/// Ends it now; one that has not begun never begins.
///
/// # Errors
/// `NotFound` for another mission's, and for one that is over or was ended; `NotAllowed` for who keeps no leaves.
pub async fn end(office: &Office, actor: &Actor, id: Uuid, moment: &Moment) -> Result<(), OfficeError> {
    permission::keeps_leaves(actor)?;
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let (me, mission) = permission::keeps_leaves(&actor)?;
                let own = store::leave::get(tx, id).await?.filter(|own| is_kept(mission, &own.mission));
                let own = own.ok_or(OfficeError::NotFound)?;
                let until = moment.now.max(own.from);
                if !store::leave::end(tx, id, until, me, moment.now).await? {
                    return Err(OfficeError::NotFound);
                }
                let facts = json!({ "id": id, "until": until });
                let (act, commitments) = (store::journal::END_LEAVE, [("leave".to_owned(), facts)].into());
                let entry = Entry { application: None, act, actor: &actor, at: moment.now, commitments };
                store::journal::append(tx, &entry, &moment).await?;
                Ok(())
            })
        })
        .await
}
