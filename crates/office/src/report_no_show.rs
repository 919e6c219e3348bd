//! Nobody came at the appointment: the certificate is kept, and the person is asked to choose another time. Never a cancellation.

use crate::{Office, OfficeError, desk_act};
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
    desk_act::simple(office, actor, id, seen_version, Act::ReportNoShow, moment).await
}
