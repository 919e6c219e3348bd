//! Declines to register a request, with a reason of the law and what the person can do (Law on public services 19, APPC 64(6)).

use crate::{Office, OfficeError, desk_act};
use domain::actor::Actor;
use domain::application::{Act, DeclineReason};
use domain::ids::ApplicationId;
use domain::moment::Moment;

/// Longest text of an officer, characters.
pub const TEXT_CHARS_MAX: usize = 5000;

/// Declines. The answers are kept, so that the person can send again.
///
/// # Errors
/// Findings at `remedy`; `NotFound`, `NotOpen`, `Stale`.
pub async fn decline_registration(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    seen_version: i64,
    reason: DeclineReason,
    remedy: String,
    moment: &Moment,
) -> Result<(), OfficeError> {
    if !DeclineReason::OFFICERS.contains(&reason) {
        return Err(OfficeError::finding("reason", "missing"));
    }
    let remedy = written("remedy", remedy)?;
    desk_act::simple(office, actor, id, seen_version, Act::DeclineRegistration { reason, remedy }, moment).await
}

/// Without control characters (PostgreSQL refuses NUL, papers and letters have no use for the others) but with its lines.
pub(crate) fn plain(text: &str) -> String {
    text.chars().filter(|c| *c == '\n' || !c.is_control()).collect::<String>().trim().to_owned()
}

/// A text of an officer: not empty, not endless.
pub(crate) fn written(field: &str, text: String) -> Result<String, OfficeError> {
    let text = plain(&text);
    match text.chars().count() {
        0 => Err(OfficeError::finding(field, "missing")),
        count if count > TEXT_CHARS_MAX => Err(OfficeError::finding(field, "too-long")),
        _ => Ok(text),
    }
}
