//! The mission does not refuse: the request is checked again, and may be granted. Needs no hearing to have ended (APPC 73(2)1)).

use crate::{Office, OfficeError, desk_act};
use domain::actor::Actor;
use domain::application::Act;
use domain::ids::ApplicationId;
use domain::moment::Moment;

/// Resumes it.
///
/// # Errors
/// `NotFound`, `NotOpen`, `Stale`.
pub async fn resume_review(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    seen_version: i64,
    moment: &Moment,
) -> Result<(), OfficeError> {
    desk_act::simple(office, actor, id, seen_version, Act::ResumeReview, moment).await
}
