//! Nobody came at the appointment: the certificate is kept, and the person is asked to choose another time. Never a cancellation.

use crate::desk_act::{self, Doing};
use crate::{Office, OfficeError};
use domain::actor::Actor;
use domain::application::Act;
use domain::ids::ApplicationId;
use domain::moment::Moment;

/// Reports it; the seat is free again.
///
/// # Errors
/// `NotFound`, `NotOpen` before the time of the appointment, `Stale`.
pub async fn report_no_show(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    seen_version: i64,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let (inner, actor, moment) = (office.clone(), actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut case = desk_act::load(tx, &actor, id).await?;
                let doing = Doing { actor: &actor, moment: &moment, seen_version };
                desk_act::perform(&inner, tx, &mut case, Act::ReportNoShow, &doing, &[]).await?;
                Ok(store::appointment::free(tx, id).await?)
            })
        })
        .await
}
