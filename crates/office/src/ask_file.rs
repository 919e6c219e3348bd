//! The applicant asks to see the file of the case (APPC 75(1)): during it and after it, within three working days. What is the person's own is there
//! at once; an officer opens the rest.

use crate::motions::{self, New};
use crate::{Office, OfficeError, desk_act};
use domain::actor::Actor;
use domain::application::NotOpen;
use domain::ids::ApplicationId;
use domain::moment::Moment;
use domain::motion::{FileWay, Kind, SEE_FILE_WORKING_DAYS_MAX, WaitsFor, Word};
use store::motion::{Said, waiting};

/// May it be asked for? Always, but for while an answer is awaited.
pub fn is_open(said: &[Said]) -> bool {
    !waiting(said).iter().any(|own| own.word.kind() == Kind::SeeFile)
}

/// Asks for it.
///
/// # Errors
/// A finding at `way`; `NotFound`; `NotOpen` while an answer is awaited; `TooMany`.
pub async fn ask(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    way: Option<FileWay>,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let way = way.ok_or_else(|| OfficeError::finding("way", "missing"))?;
    let (inner, actor, moment) = (office.clone(), actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let case = desk_act::load_own(tx, &actor, id).await?;
                let before = store::motion::of(tx, id).await?;
                if !is_open(&before) {
                    return Err(OfficeError::NotOpen(NotOpen::Act));
                }
                motions::not_too_often(tx, &actor, moment.now).await?;
                let due = motions::end_of(&inner, &case.mission, SEE_FILE_WORKING_DAYS_MAX, moment.now)?;
                let awaits = Some((WaitsFor::Officer, Some(due)));
                let new = New { word: Word::AskFile { way }, about: None, awaits };
                motions::say(tx, &actor, &case, &before, new, &moment).await
            })
        })
        .await
}
