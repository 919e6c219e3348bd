//! Starts a new request with the answers and files of one that was not registered, was returned, was refused or was taken back: after the
//! reason is removed the person may apply again (Law on public services 19-1(3)), and nothing is typed twice.

use crate::{Office, OfficeError, desk_act, drafts, permission, start_draft};
use domain::actor::Actor;
use domain::application::{NotOpen, StateKind};
use domain::ids::{ApplicationId, AttachmentId, DraftId};
use domain::moment::Moment;
use store::draft::Draft;

/// True where a person may start again from a case.
pub fn is_open(state: StateKind) -> bool {
    use StateKind::{Annulled, DeclinedRegistration, Refused, Returned, Withdrawn};
    matches!(state, DeclinedRegistration | Returned | Refused | Withdrawn | Annulled)
}

/// Opens the new draft.
///
/// # Errors
/// `NotFound` for another person's case, `NotOpen` while the case is alive, the finding of too many drafts.
pub async fn start_again(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    moment: &Moment,
) -> Result<DraftId, OfficeError> {
    let account = permission::applicant(actor)?;
    let (actor, moment) = (actor.clone(), moment.clone());
    let revision = office.catalogue().passport().revision;
    office
        .write(move |tx| {
            Box::pin(async move {
                let case = desk_act::load_own(tx, &actor, id).await?;
                if !is_open(case.state.kind()) {
                    return Err(OfficeError::NotOpen(NotOpen::Act));
                }
                if store::draft::of_account(tx, account).await?.len() >= start_draft::DRAFTS_MAX {
                    return Err(OfficeError::finding("draft", "too-many"));
                }
                let (sent, _) = drafts::last_sent(tx, &case).await?;
                let from = sent.id;
                let draft = Draft {
                    id: DraftId(moment.uuid("draft again")),
                    revision,
                    version: 1,
                    created_at: moment.now,
                    updated_at: moment.now,
                    sent_as: None,
                    amends: None,
                    typed: None,
                    ..sent
                };
                store::draft::insert(tx, &draft).await?;
                for mut file in store::attachment::of_draft(tx, from).await? {
                    // The bytes are kept once; the new row names them again.
                    file.id = AttachmentId(moment.uuid(&format!("attachment again {}", file.id)));
                    file.draft = draft.id;
                    file.created_at = moment.now;
                    store::attachment::insert(tx, &file).await?;
                }
                Ok(draft.id)
            })
        })
        .await
}
