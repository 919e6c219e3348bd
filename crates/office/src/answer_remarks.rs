//! The remarks on the protocol are answered (APPC 74(6)): taken in, partly, or not, and why. The law wants it from who presided; that it is the
//! same official is not checked.

use crate::decline_registration::written;
use crate::{Office, OfficeError, desk_act};
use domain::actor::Actor;
use domain::application::Act;
use domain::hearing::Answer;
use domain::ids::ApplicationId;
use domain::moment::Moment;

/// Answers.
///
/// # Errors
/// Findings at `answer` (`missing`) and `reason`; `NotFound`, `NotOpen`, `Stale`.
pub async fn answer_remarks(
    office: &Office,
    actor: &Actor,
    (id, seen_version): (ApplicationId, i64),
    answered: (Option<Answer>, String),
    moment: &Moment,
) -> Result<(), OfficeError> {
    desk_act::simple(office, actor, id, seen_version, act(answered)?, moment).await
}

/// The act, for the preview of its letter and for doing it.
///
/// # Errors
/// As [`answer_remarks`].
pub fn act((answer, reason): (Option<Answer>, String)) -> Result<Act, OfficeError> {
    let answer = answer.ok_or_else(|| OfficeError::finding("answer", "missing"))?;
    Ok(Act::AnswerRemarks { answer, reason: written("reason", reason)? })
}
