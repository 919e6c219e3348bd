//! The applicant asks to be heard, within two working days of the preliminary decision (APPC 73(3)).

use crate::decline_registration::{TEXT_CHARS_MAX, plain};
use crate::{Office, OfficeError, hearing};
use domain::actor::Actor;
use domain::application::{Act, NotOpen};
use domain::hearing::OralWay;
use domain::ids::ApplicationId;
use domain::moment::Moment;

/// Asks for it. `said` may be empty.
///
/// # Errors
/// Findings at `words` (`too-long`) and `way` (`late`: the time to ask has passed); `NotFound`, `NotOpen`, `Stale`.
pub async fn ask_hearing(
    office: &Office,
    actor: &Actor,
    seen: (ApplicationId, i64),
    (way, said): (OralWay, &str),
    moment: &Moment,
) -> Result<(), OfficeError> {
    let said = plain(said);
    if said.chars().count() > TEXT_CHARS_MAX {
        return Err(OfficeError::finding("words", "too-long"));
    }
    let asked = hearing::by_applicant(office, actor, seen, Act::AskHearing { way, said }, moment).await;
    match asked {
        Err(OfficeError::NotOpen(NotOpen::TooLate)) => Err(OfficeError::finding("way", "late")),
        other => other,
    }
}
