//! The applicant points out a slip of the pen in the certificate (APPC 82(1)). An officer looks at it within three working days (82(3)).

use crate::decline_registration::written;
use crate::motions::{self, New};
use crate::{Office, OfficeError, desk_act};
use domain::actor::{Actor, Role};
use domain::application::transition::is_open as act_is_open;
use domain::application::{ActKind, NotOpen, StateKind};
use domain::ids::ApplicationId;
use domain::moment::Moment;
use domain::motion::{Kind, WaitsFor, Word};
use domain::slip::SLIP_WORKING_DAYS_MAX;
use store::motion::{Said, waiting};

/// May it be pointed out? Where there is a certificate and nothing about one waits.
pub fn is_open(state: StateKind, said: &[Said]) -> bool {
    let waits = waiting(said).iter().any(|own| own.word.kind() == Kind::CorrectSlip);
    !waits && act_is_open(state, ActKind::CorrectCertificate, Role::Supervisor)
}

/// Points it out.
///
/// # Errors
/// Findings at `what`; `NotFound`; `NotOpen` without a certificate, or while one slip waits; `TooMany`.
pub async fn ask(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    what: String,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let what = written("what", what)?;
    let (inner, actor, moment) = (office.clone(), actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let case = desk_act::load_own(tx, &actor, id).await?;
                let before = store::motion::of(tx, id).await?;
                if !is_open(case.state.kind(), &before) {
                    return Err(OfficeError::NotOpen(NotOpen::Act));
                }
                motions::not_too_often(tx, &actor, moment.now).await?;
                let due = motions::end_of(&inner, &case.mission, SLIP_WORKING_DAYS_MAX, moment.now)?;
                let awaits = Some((WaitsFor::Officer, Some(due)));
                let new = New { word: Word::AskSlip { what }, about: None, awaits };
                motions::say(tx, &actor, &case, &before, new, &moment).await
            })
        })
        .await
}
