//! Registers a request as an application (Law on public services 19). The date of registration in law was fixed by the moment
//! of sending (APPC 64(3)); this act only says that an officer has taken the case.

use crate::{Office, OfficeError, desk_act};
use domain::actor::Actor;
use domain::application::Act;
use domain::ids::ApplicationId;
use domain::moment::Moment;

/// Registers.
///
/// # Errors
/// `NotFound` for another mission's case, `NotOpen`, `Stale`.
pub async fn register(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    seen_version: i64,
    moment: &Moment,
) -> Result<(), OfficeError> {
    desk_act::simple(office, actor, id, seen_version, Act::Register, moment).await
}
