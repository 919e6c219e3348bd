//! The applicant takes the request back before the decision, by a written statement (APPC 64(9)); the person may apply again.
//!
//! The statement is made in the person's own session; whether it must also be signed is not said by the article (unverified).

use crate::desk_act::{self, Doing};
use crate::{Office, OfficeError};
use domain::actor::Actor;
use domain::application::Act;
use domain::ids::ApplicationId;
use domain::moment::Moment;

/// Longest reason.
pub const REASON_CHARS_MAX: usize = 1000;

/// Takes it back. `reason` may be empty.
///
/// # Errors
/// `NotFound` for another person's case; a finding at `reason`; `NotOpen` once it is decided; `Stale`.
pub async fn withdraw(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    seen_version: i64,
    reason: &str,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let reason: String = reason.trim().chars().filter(|letter| !letter.is_control() || *letter == '\n').collect();
    if reason.chars().count() > REASON_CHARS_MAX {
        return Err(OfficeError::finding("reason", "too-long"));
    }
    let (inner, actor, moment) = (office.clone(), actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut case = desk_act::load_own(tx, &actor, id).await?;
                let doing = Doing { actor: &actor, moment: &moment, seen_version };
                desk_act::perform(&inner, tx, &mut case, Act::Withdraw { reason }, &doing, &[]).await
            })
        })
        .await
}
