//! First half of issuing: the number and the intent are stored in one transaction, so that a crash leaves a trace, never a hole
//! or a double (Boulder's cycle, DECISIONS.md).

use crate::desk_act::{self, Doing};
use crate::{Fault, Office, OfficeError, letters};
use domain::actor::Actor;
use domain::application::Act;
use domain::certificate::{CertificateNumber, certificate_number};
use domain::ids::ApplicationId;
use domain::moment::Moment;
use store::Tx;

/// Reserves the next number for a granted application.
///
/// # Errors
/// `NotFound`, `NotOpen`.
pub async fn reserve_certificate(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    moment: &Moment,
) -> Result<CertificateNumber, OfficeError> {
    let (inner, actor, moment) = (office.clone(), actor.clone(), moment.clone());
    office.write(move |tx| Box::pin(async move { reserve(&inner, tx, &actor, id, &moment).await })).await
}

async fn reserve(
    office: &Office,
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    moment: &Moment,
) -> Result<CertificateNumber, OfficeError> {
    let mut case = desk_act::load(tx, actor, id).await?;
    let Some(officer) = case.state.record().map(|record| record.made_by) else {
        return Err(OfficeError::NotOpen(domain::application::NotOpen::Act));
    };
    let zone = letters::mission_of(office, &case)?.zone.clone();
    let today = moment.now.in_tz(&zone).map_err(|error| Fault::Registers(error.to_string()))?.date();
    // The state is asked before a number is drawn, and a refused closure is rolled back with its number.
    let counter = store::numbers::next(tx, &format!("certificate {}", today.year())).await?;
    let number = certificate_number(today.year(), counter);
    let doing = Doing { actor, moment, seen_version: case.version };
    desk_act::perform(office, tx, &mut case, Act::ReserveCertificate { number: number.clone() }, &doing, &[]).await?;
    store::certificate::reserve(tx, id, &number, officer, moment.now).await?;
    Ok(number)
}
