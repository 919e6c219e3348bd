//! The applicant says what is wrong with the protocol of the hearing, or that nothing is (APPC 74(6)).

use crate::decline_registration::written;
use crate::{Office, OfficeError, hearing};
use domain::actor::Actor;
use domain::application::Act;
use domain::ids::ApplicationId;
use domain::moment::Moment;

/// Says it; `None`: the protocol is right.
///
/// # Errors
/// A finding at `words` (`missing`, `too-long`); `NotFound`, `NotOpen`, `Stale`.
pub async fn remark_protocol(
    office: &Office,
    actor: &Actor,
    seen: (ApplicationId, i64),
    remarks: Option<String>,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let said = match remarks {
        Some(said) => written("words", said)?,
        None => String::new(),
    };
    hearing::by_applicant(office, actor, seen, Act::RemarkProtocol { said }, moment).await
}
