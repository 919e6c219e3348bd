//! The applicant asks that there is no hearing (APPC 73(2)5)): the mission need not wait for the day that it named.

use crate::{Office, OfficeError, hearing};
use domain::actor::Actor;
use domain::application::Act;
use domain::ids::ApplicationId;
use domain::moment::Moment;

/// Asks for it.
///
/// # Errors
/// `NotFound`, `NotOpen`, `Stale`.
pub async fn waive_hearing(
    office: &Office,
    actor: &Actor,
    seen: (ApplicationId, i64),
    moment: &Moment,
) -> Result<(), OfficeError> {
    hearing::by_applicant(office, actor, seen, Act::WaiveHearing, moment).await
}
