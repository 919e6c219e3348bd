//! Reading questions: by who asked, and by the officers of the mission that was asked. An officer's first opening is an entry of the journal.

use super::{link_hash, note, path};
use crate::attach_file::File;
use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use domain::ids::{EnquiryId, MissionId};
use domain::moment::Moment;
use domain::paper::OfficerLine;
use serde_json::json;
use store::Tx;
use store::enquiry::{Enquiry, FileLine, State};
use store::journal::READ_ENQUIRY;

/// Questions of a list: so many that wait, and so many that were answered.
pub const LISTED_MAX: i64 = 100;

/// A question whole.
#[derive(Clone, Debug)]
pub struct EnquiryView {
    /// The question.
    pub enquiry: Enquiry,
    /// Its files.
    pub files: Vec<FileLine>,
    /// Who answered, for the desk.
    pub answered_by: Option<OfficerLine>,
}

/// Those of the mission at whose desk this person works.
///
/// # Errors
/// `NotAllowed` for who works at none.
pub async fn of_desk(office: &Office, actor: &Actor) -> Result<(MissionId, Vec<Enquiry>), OfficeError> {
    let mission = permission::desk_of_mission(actor)?.clone();
    let own = mission.clone();
    let found = office
        .read(move |tx| Box::pin(async move { Ok(store::enquiry::of_mission(tx, &mission, LISTED_MAX).await?) }))
        .await?;
    Ok((own, found))
}

/// One of the person's mission, which notes that they opened it.
///
/// # Errors
/// `NotFound` for everybody else.
pub async fn at_desk(
    office: &Office,
    actor: &Actor,
    id: EnquiryId,
    moment: &Moment,
) -> Result<EnquiryView, OfficeError> {
    opened(office, actor, id, moment).await?;
    office
        .read(move |tx| {
            Box::pin(async move {
                let enquiry = store::enquiry::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
                let by = match &enquiry.state {
                    State::Answered { by, .. } => store::officer::get(tx, *by).await?,
                    State::Waiting => None,
                };
                let files = store::enquiry::files(tx, id).await?;
                Ok(EnquiryView { enquiry, files, answered_by: by.map(|own| own.line) })
            })
        })
        .await
}

/// A file of one.
///
/// # Errors
/// `NotFound` for everybody who may not read the question.
pub async fn file(
    office: &Office,
    actor: &Actor,
    id: EnquiryId,
    number: u32,
    moment: &Moment,
) -> Result<File, OfficeError> {
    opened(office, actor, id, moment).await?;
    office
        .read(move |tx| {
            Box::pin(async move {
                let line = store::enquiry::files(tx, id).await?.into_iter().find(|own| own.number == number);
                let line = line.ok_or(OfficeError::NotFound)?;
                let bytes = store::enquiry::content(tx, id, number).await?.ok_or(OfficeError::NotFound)?;
                Ok(File { name: line.name, media_type: line.media_type, bytes })
            })
        })
        .await
}

/// May they? Then that they did is noted, the first time.
async fn opened(office: &Office, actor: &Actor, id: EnquiryId, moment: &Moment) -> Result<(), OfficeError> {
    let asking = actor.clone();
    let (officer, seen) = office
        .read(move |tx| {
            Box::pin(async move {
                let own = store::enquiry::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
                let officer = permission::read_enquiry(&asking, &own)?;
                Ok((officer, store::enquiry::was_read(tx, id, officer).await?))
            })
        })
        .await?;
    if seen {
        return Ok(());
    }
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let own = store::enquiry::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
                if store::enquiry::note_reader(tx, id, officer, moment.now).await? {
                    note(tx, READ_ENQUIRY, &actor, id, json!({ "mission": own.mission }), &moment).await?;
                }
                Ok(())
            })
        })
        .await
}

/// The one of a private link, for who has it.
///
/// # Errors
/// `NotFound`.
pub async fn by_link(office: &Office, secret: &str) -> Result<EnquiryView, OfficeError> {
    let hash = link_hash(secret);
    office
        .read(move |tx| {
            Box::pin(async move {
                let own = store::enquiry::by_link(tx, &hash).await?.ok_or(OfficeError::NotFound)?;
                whole(tx, own).await
            })
        })
        .await
}

/// One's own, signed in.
///
/// # Errors
/// `NotFound`, also for another's.
pub async fn of_account(office: &Office, actor: &Actor, id: EnquiryId) -> Result<EnquiryView, OfficeError> {
    let actor = actor.clone();
    office
        .read(move |tx| {
            Box::pin(async move {
                let own = store::enquiry::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
                permission::own_enquiry(&actor, &own)?;
                whole(tx, own).await
            })
        })
        .await
}

async fn whole(tx: &mut Tx, enquiry: Enquiry) -> Result<EnquiryView, OfficeError> {
    let files = store::enquiry::files(tx, enquiry.id).await?;
    Ok(EnquiryView { enquiry, files, answered_by: None })
}

/// All of one's own, signed in, each with its address without the language.
///
/// # Errors
/// `NotAllowed` for who is no applicant.
pub async fn mine(office: &Office, actor: &Actor) -> Result<Vec<(String, Enquiry)>, OfficeError> {
    let account = permission::applicant(actor)?;
    let found =
        office.read(move |tx| Box::pin(async move { Ok(store::enquiry::of_account(tx, account).await?) })).await?;
    Ok(found.into_iter().map(|own| (path(office, &own), own)).collect())
}
