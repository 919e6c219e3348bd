//! Makes the record of the act of death (Family Code 272). The certificate follows by its own two verbs: if they do not come to
//! their end now, the job finishes them with the same number.

use crate::desk_act::{self, Doing};
use crate::{Fault, Office, OfficeError, issue_certificate, letters, reserve_certificate};
use domain::actor::Actor;
use domain::application::Act;
use domain::certificate::{ActRecord, record_number};
use domain::ids::ApplicationId;
use domain::moment::Moment;

/// Grants.
///
/// # Errors
/// `NotFound`, `NotOpen`, `Stale`. A certificate that could not be set yet is no error here: the record stands.
pub async fn grant(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    seen_version: i64,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let Actor::Staff { officer, .. } = actor else { return Err(OfficeError::NotAllowed) };
    let officer = *officer;
    let (inner, doer, now) = (office.clone(), actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut case = desk_act::load(tx, &doer, id).await?;
                let zone = letters::mission_of(&inner, &case)?.zone.clone();
                let local = now.now.in_tz(&zone).map_err(|error| Fault::Registers(error.to_string()))?;
                let series = format!("record {} {}", case.mission, local.year());
                let counter = store::numbers::next(tx, &series).await?;
                let number = record_number(&case.mission, local.year(), counter);
                let record = ActRecord { number, date: local.date(), made_by: officer };
                let doing = Doing { actor: &doer, moment: &now, seen_version };
                desk_act::perform(&inner, tx, &mut case, Act::Grant { record }, &doing, &[]).await
            })
        })
        .await?;
    if let Err(error) = finish(office, actor, id, moment).await {
        tracing::warn!(application = %id, %error, "the certificate waits for the job");
    }
    Ok(())
}

/// Reserves and issues: also what the job does after a crash.
pub(crate) async fn finish(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    moment: &Moment,
) -> Result<(), OfficeError> {
    reserve_certificate::reserve_certificate(office, actor, id, moment).await?;
    issue_certificate::issue_certificate(office, actor, id, moment).await
}
