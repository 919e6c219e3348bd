//! Makes the record of the act of death (Family Code 272). The certificate follows by its own two verbs: if they do not come to
//! their end now, the job finishes them with the same number.

use crate::{Fault, Office, OfficeError, decide_sealed, despite, issue_certificate, letters, reserve_certificate};
use domain::actor::Actor;
use domain::certificate::{ActRecord, record_number};
use domain::ids::{ApplicationId, OfficerId};
use domain::moment::Moment;
use jiff::Timestamp;
use jiff::civil::Date;
use store::Tx;
use store::application::Application;

/// Grants; sealed with the official's second factor. `reason`: why, where a check of the machine does not agree; else it is let go.
///
/// # Errors
/// As `decide_sealed::decide`; a finding at `despite` where a reason is asked for.
pub async fn grant(
    office: &Office,
    actor: &Actor,
    seen: (ApplicationId, i64),
    reason: String,
    code: &str,
    moment: &Moment,
) -> Result<(), OfficeError> {
    decide_sealed::decide(office, actor, seen, despite::grant(reason), code, moment).await
}

/// The record that comes next in its mission's year.
pub(crate) async fn next_record(
    office: &Office,
    tx: &mut Tx,
    case: &Application,
    made_by: OfficerId,
    moment: &Moment,
) -> Result<ActRecord, OfficeError> {
    let date = local_date(office, case, moment.now)?;
    let series = format!("record {} {}", case.mission, date.year());
    let counter = store::numbers::next(tx, &series).await?;
    Ok(ActRecord { number: record_number(&case.mission, date.year(), counter), date, made_by })
}

/// The date at the mission.
pub(crate) fn local_date(office: &Office, case: &Application, at: Timestamp) -> Result<Date, OfficeError> {
    let zone = letters::mission_of(office, case)?.zone.clone();
    Ok(at.in_tz(&zone).map_err(|error| Fault::Registers(error.to_string()))?.date())
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
