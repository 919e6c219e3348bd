//! Returns a request that was not mended in its time, with the reasons (APPC 64(7)). The answers are kept, so that the person can send again.
//!
//! No refusal: it names no ground of the law and decides nothing about the death. Who may still answer is never sent away.

use crate::decline_registration::written;
use crate::{Office, OfficeError, desk_act, letters};
use domain::actor::Actor;
use domain::application::Act;
use domain::ids::ApplicationId;
use domain::lang::Lang;
use domain::moment::Moment;
use domain::return_of_request;
use jiff::Timestamp;
use store::application::Application;

/// Returns it.
///
/// # Errors
/// Findings at `reasons` (`missing`, `too-long`); `NotFound`; `NotOpen` while an answer is awaited, and where nothing was asked; `Stale`.
pub async fn return_request(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    seen_version: i64,
    reasons: String,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let reasons = written("reasons", reasons)?;
    desk_act::simple(office, actor, id, seen_version, Act::ReturnRequest { reasons }, moment).await
}

/// The reasons as the form begins with them: what was asked and not answered, in the language of the letters.
pub fn reasons(office: &Office, asked: &domain::application::Correction, lang: Lang) -> String {
    letters::items_text(office, asked, lang)
}

/// Until when the law wants the case returned; `None` where nothing was asked, while an answer is awaited, and where the registers do not tell.
pub(crate) fn return_by(office: &Office, case: &Application, now: Timestamp) -> Option<Timestamp> {
    let asked = case.state.correction()?;
    let calendar = office.catalogue().calendar(&case.mission)?;
    let days = office.catalogue_of(case).passport().correction.return_working_days;
    return_of_request::return_by(asked, days, calendar, now).ok().flatten()
}
