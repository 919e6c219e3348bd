//! The applicant answers a planned refusal in writing (APPC 73(3)). After the two working days it is still taken, as long as nothing is decided: the
//! mission may not refuse to look at what a person brings (72(5)).

use crate::decline_registration::written;
use crate::{Office, OfficeError, hearing};
use domain::actor::Actor;
use domain::application::Act;
use domain::ids::ApplicationId;
use domain::moment::Moment;

/// Answers.
///
/// # Errors
/// A finding at `words` (`missing`, `too-long`); `NotFound`, `NotOpen`, `Stale`.
pub async fn state_position(
    office: &Office,
    actor: &Actor,
    seen: (ApplicationId, i64),
    position: String,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let position = written("words", position)?;
    hearing::by_applicant(office, actor, seen, Act::StatePosition { position }, moment).await
}
