//! Asks again about the EDS over a complaint whose revocation data was missing when it was filed. Nothing is decided by it: the complaint
//! was taken, and whoever answers it sees what the engine says.

use crate::signature::{self, Instants};
use crate::{Office, OfficeError, submit_signed};
use domain::actor::Actor;
use domain::moment::Moment;
use uuid::Uuid;

/// Rechecks one complaint; true when it got its answer.
///
/// # Errors
/// Faults.
pub(crate) async fn recheck_complaint(office: &Office, id: Uuid, moment: &Moment) -> Result<bool, OfficeError> {
    let own = office.read(move |tx| Box::pin(async move { Ok(store::complaint::get(tx, id).await?) })).await?;
    let mut own = own.ok_or(OfficeError::NotFound)?;
    let (Some(mut proof), Some(terms)) = (own.proof.take(), own.terms) else { return Ok(false) };
    let cms = office.store().blobs().get(&proof.file).await?;
    let file = office.store().blobs().get(&own.file).await?;
    let at = Instants { existed_at: terms.filed_at, now: moment.now };
    let (verdict, _) = signature::verdict(office, &cms, file, eds::Policy::applicant(), at).await?;
    if verdict.outcome == eds::Outcome::Indeterminate {
        return Ok(false);
    }
    proof.detail = submit_signed::detail(&verdict, moment);
    let moment = moment.clone();
    office
        .write(move |tx| {
            Box::pin(async move {
                if !store::complaint::judged(tx, own.id, &proof.detail).await? {
                    return Ok(false);
                }
                let own = store::complaint::get(tx, own.id).await?.ok_or(OfficeError::NotFound)?;
                let entry = store::journal::Entry {
                    application: Some(own.application),
                    act: store::journal::RECHECK_COMPLAINT,
                    actor: &Actor::System,
                    at: moment.now,
                    commitments: store::journal::complaining(&own)?,
                };
                store::journal::append(tx, &entry, &moment).await?;
                Ok(true)
            })
        })
        .await
}
