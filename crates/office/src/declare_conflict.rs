//! An officer says that a case is their own, their spouse's or a close relative's: they decide nothing of it from then on (Family Code 179(4)).
//! Only the head of the section may lift that, with a reason. Must never be undone by the person it is about.

use crate::decline_registration::written;
use crate::{Office, OfficeError, decide_recusal, permission};
use domain::actor::Actor;
use domain::application::NotOpen;
use domain::ids::{ApplicationId, OfficerId};
use domain::moment::Moment;
use store::Tx;
use store::application::Application;
use store::conflict::{Said, bars};
use store::journal::Entry;

/// An officer, a head or a reviewer says it of themselves. A case that they have taken up is laid down.
///
/// # Errors
/// Findings at `reason`; `NotFound`, `NotAllowed` for who decides no case; `Stale` when it was said before.
pub async fn declare(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    reason: String,
    moment: &Moment,
) -> Result<(), OfficeError> {
    // Who decides no case is told so, and not what their form lacks.
    let officer = permission::may_be_barred(actor)?;
    let reason = written("reason", reason)?;
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let case = store::application::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
                permission::read_whole(tx, &actor, &case).await?;
                say(tx, &actor, &case, (officer, true, reason), &moment).await
            })
        })
        .await
}

/// May this person have a conflict of interest at all?
pub fn may_declare(actor: &Actor) -> bool {
    permission::may_be_barred(actor).is_ok()
}

/// The head of the section says that there is no conflict.
///
/// # Errors
/// Findings at `reason`; `NotFound`, `NotAllowed` for everybody else; `NotOpen` where the applicant's request was granted, for that is final
/// (APPC 67(10)); `Stale` when nothing bars the officer.
pub async fn lift(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    officer: OfficerId,
    reason: String,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let reason = written("reason", reason)?;
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let case = store::application::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
                permission::read_case(&actor, &case)?;
                permission::supervisor(&actor)?;
                must_not_concern(tx, &actor, id).await?;
                if decide_recusal::is_recused(tx, id, officer).await? {
                    return Err(OfficeError::NotOpen(NotOpen::Act));
                }
                say(tx, &actor, &case, (officer, false, reason), &moment).await
            })
        })
        .await
}

/// Says it, with its entry; a case that the person has taken up is laid down.
pub(crate) async fn say(
    tx: &mut Tx,
    actor: &Actor,
    case: &Application,
    (officer, does_bar, reason): (OfficerId, bool, String),
    moment: &Moment,
) -> Result<(), OfficeError> {
    let Actor::Staff { officer: said_by, .. } = actor else { return Err(OfficeError::NotAllowed) };
    let before = store::conflict::of(tx, case.id).await?;
    if bars(&before, officer) == does_bar {
        return Err(OfficeError::Stale);
    }
    let number = before.last().map_or(0, |own| own.number) + 1;
    let said_by = *said_by;
    let own = Said { application: case.id, number, officer, said_by, said_at: moment.now, bars: does_bar, reason };
    store::conflict::insert(tx, &own).await?;
    let mut commitments = store::journal::conflicting(&own)?;
    if does_bar && case.assignee == Some(officer) {
        store::application::assign(tx, case.id, None).await?;
        commitments.extend(store::journal::assigning(None));
    }
    let (application, at) = (Some(case.id), moment.now);
    let entry = Entry { application, act: store::journal::CONFLICT, actor, at, commitments };
    store::journal::append(tx, &entry, moment).await?;
    Ok(())
}

/// Nobody decides what is their own or a close relative's (Family Code 179(4)).
///
/// # Errors
/// `Barred`.
pub(crate) async fn must_not_concern(tx: &mut Tx, actor: &Actor, id: ApplicationId) -> Result<(), OfficeError> {
    let Actor::Staff { officer, .. } = actor else { return Ok(()) };
    if is_barred(tx, id, *officer).await? { Err(OfficeError::Barred) } else { Ok(()) }
}

/// May this officer not act on the case?
pub(crate) async fn is_barred(tx: &mut Tx, id: ApplicationId, officer: OfficerId) -> Result<bool, OfficeError> {
    Ok(bars(&store::conflict::of(tx, id).await?, officer))
}
