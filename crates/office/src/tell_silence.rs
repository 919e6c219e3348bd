//! Tells who complained that the term passed without a decision: by law the complaint counts as refused, and the way to court is open
//! (APPC 100(5), 100(6)). A job; once for each complaint. A late decision for the person stays open.

use crate::{Office, OfficeError, letters, outgoing};
use domain::actor::Actor;
use domain::application::LetterKind;
use domain::ids::ApplicationId;
use domain::moment::Moment;
use store::journal::Entry;
use uuid::Uuid;

/// Complaints of one round.
const BATCH: i64 = 100;

/// One round; how many were told.
///
/// # Errors
/// Faults of the store. One that fails does not stop the others: it is logged.
pub(crate) async fn tell_due(office: &Office, moment: &Moment) -> Result<usize, OfficeError> {
    let now = moment.now;
    let due =
        office.read(move |tx| Box::pin(async move { Ok(store::complaint::silent(tx, now, BATCH).await?) })).await?;
    let mut told = 0;
    for (id, application) in due {
        match tell(office, (id, application), moment).await {
            Ok(done) => told += usize::from(done),
            Err(error) => tracing::error!(complaint = %id, %error, "nobody could be told of the silence"),
        }
    }
    Ok(told)
}

async fn tell(office: &Office, (id, application): (Uuid, ApplicationId), moment: &Moment) -> Result<bool, OfficeError> {
    let (inner, moment) = (office.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let case = store::application::get(tx, application).await?.ok_or(OfficeError::NotFound)?;
                let own = store::complaint::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
                // Extended or answered since it was looked up.
                let is_due = own.terms.is_some_and(|terms| moment.now > terms.decide_by);
                if !is_due || !store::complaint::told_of_silence(tx, id).await? {
                    return Ok(false);
                }
                let kind = LetterKind::ComplaintSilence;
                for row in letters::complaint_rows(&inner, tx, kind, &case, &own, &moment).await? {
                    store::outbox::insert(tx, &row).await?;
                }
                let mut commitments = store::journal::complaining(&own)?;
                commitments.extend(outgoing::write_resumed(&inner, tx, &case, &own, &moment).await?);
                let (act, at) = (store::journal::TELL_SILENCE, moment.now);
                let entry = Entry { application: Some(application), act, actor: &Actor::System, at, commitments };
                store::journal::append(tx, &entry, &moment).await?;
                Ok(true)
            })
        })
        .await
}
