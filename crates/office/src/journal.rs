//! Reading the journal's proof.

use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use domain::moment::Moment;
use store::journal::Report;

/// Recomputes every hash and names the first broken entry, for an auditor's page.
///
/// # Errors
/// `NotAllowed`, faults.
pub async fn verify(office: &Office, actor: &Actor, expect: Option<&str>) -> Result<Report, OfficeError> {
    permission::journal(actor)?;
    Ok(store::journal::verify(office.store(), expect).await?)
}

/// Batches of one round: what waits longer waits for the next round.
const SEALS_MAX: usize = 100;

/// Seals what is not sealed yet into the global sequence, batch by batch.
///
/// # Errors
/// Faults only.
pub async fn seal(office: &Office, moment: &Moment) -> Result<(), OfficeError> {
    let now = moment.now;
    for _ in 0..SEALS_MAX {
        let sealed =
            office.write(move |tx| Box::pin(async move { Ok(store::journal::seal(tx, now).await?.is_some()) })).await?;
        if !sealed {
            break;
        }
    }
    Ok(())
}
