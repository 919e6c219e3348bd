//! The answer to a complaint: the mission satisfies it in full or forwards it with the file (APPC 91(4)); the higher body decides it
//! (100(1)). What is answered for the person opens the application again in the same transaction.

use crate::attach_file::File;
use crate::decline_registration::written;
use crate::desk_act::{self, Doing};
use crate::{Office, OfficeError, complain, permission};
use domain::actor::{Actor, Role};
use domain::application::transition::is_open;
use domain::application::{Act, ActKind, LetterKind, NotOpen, State};
use domain::complaint::{Answer, AnswerNotOpen, ComplaintState, answer};
use domain::ids::MissionId;
use domain::moment::Moment;
use store::Tx;
use store::complaint::Filed;
use uuid::Uuid;

/// Complaints of one list.
const LIST_MAX: i64 = 200;

/// The complaints that wait for this person: a mission's officer sees those filed there, a reviewer those that were forwarded.
///
/// # Errors
/// `NotAllowed` for everybody else.
pub async fn waiting(office: &Office, actor: &Actor) -> Result<Vec<Filed>, OfficeError> {
    let (kind, mission): (&'static str, Option<MissionId>) = match actor {
        Actor::Staff { role: Role::Officer, mission: Some(mission), .. } => ("received", Some(mission.clone())),
        Actor::Staff { role: Role::Reviewer, .. } => ("forwarded", None),
        _ => return Err(OfficeError::NotAllowed),
    };
    office
        .read(move |tx| {
            Box::pin(async move { Ok(store::complaint::in_state(tx, kind, mission.as_ref(), LIST_MAX).await?) })
        })
        .await
}

/// One complaint as staff may read it; true beside it when the reader made the act it is about.
///
/// # Errors
/// `NotFound` for another mission's, and for one that was not forwarded to a reviewer.
pub async fn get(office: &Office, actor: &Actor, id: Uuid) -> Result<(Filed, bool), OfficeError> {
    let actor = actor.clone();
    office.read(move |tx| Box::pin(async move { load(tx, &actor, id).await })).await
}

/// The file of a complaint.
///
/// # Errors
/// As [`get`].
pub async fn file(office: &Office, actor: &Actor, id: Uuid) -> Result<File, OfficeError> {
    let (own, _) = get(office, actor, id).await?;
    let bytes = office.store().blobs().get(&own.file).await?;
    let name = format!("{}-complaint.pdf", own.body.reference);
    Ok(File { name, media_type: "application/pdf".to_owned(), bytes })
}

async fn load(tx: &mut Tx, actor: &Actor, id: Uuid) -> Result<(Filed, bool), OfficeError> {
    let own = store::complaint::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
    if own.state == ComplaintState::Draft {
        return Err(OfficeError::NotFound);
    }
    let case = store::application::get(tx, own.application).await?.ok_or(OfficeError::NotFound)?;
    permission::read_complaint(actor, &own, &case)?;
    let own_act = made_the_act(tx, actor, &own).await?;
    Ok((own, own_act))
}

/// Did this person refuse, or decline to register, what the complaint is about (APPC 97(2))? For other subjects: did they act on the case.
async fn made_the_act(tx: &mut Tx, actor: &Actor, own: &Filed) -> Result<bool, OfficeError> {
    use domain::complaint::Subject;
    let acts: &[ActKind] = match own.body.subject {
        Subject::Refusal => &[ActKind::Refuse],
        Subject::NotRegistered => &[ActKind::DeclineRegistration],
        Subject::DeadlineMissed | Subject::Action => &[ActKind::Register, ActKind::RequestCorrection],
    };
    let me = actor.journal_id();
    let timeline = store::journal::of_application(tx, own.application).await?;
    Ok(timeline.iter().any(|line| line.actor == me && acts.iter().any(|act| act.as_str() == line.act)))
}

/// Answers.
///
/// # Errors
/// A finding at `reasons`; `NotAllowed` for the official complained of; `NotOpen`, `NotFound`, `Stale`.
pub async fn answer_complaint(
    office: &Office,
    actor: &Actor,
    id: Uuid,
    seen_version: i64,
    wanted: Answer,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let wanted = match wanted {
        Answer::Satisfy { reasons } => Answer::Satisfy { reasons: written("reasons", reasons)? },
        Answer::Decide { decision, reasons } => Answer::Decide { decision, reasons: written("reasons", reasons)? },
        Answer::Forward => Answer::Forward,
    };
    let (inner, actor, moment) = (office.clone(), actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let (mut own, own_act) = load(tx, &actor, id).await?;
                if own.version != seen_version {
                    return Err(OfficeError::Stale);
                }
                let act = wanted.act();
                own.state = answer(&own.state, wanted, actor.role(), own_act, moment.now).map_err(refused)?;
                let letter = match own.state {
                    ComplaintState::Forwarded { .. } => LetterKind::ComplaintForwarded,
                    _ => LetterKind::ComplaintDecided,
                };
                let (application, reopens) = (own.application, own.state.reopens());
                complain::keep(&inner, tx, own, (act, letter), &actor, &moment).await?;
                if reopens {
                    reopen(&inner, tx, application, &moment).await?;
                }
                Ok(())
            })
        })
        .await
}

fn refused(why: AnswerNotOpen) -> OfficeError {
    match why {
        AnswerNotOpen::OwnAct => OfficeError::NotAllowed,
        AnswerNotOpen::NoReasons => OfficeError::finding("reasons", "missing"),
        AnswerNotOpen::Answer => OfficeError::NotOpen(NotOpen::Act),
    }
}

/// The act that the complaint was about no longer stands. A case that was not ended simply goes on.
async fn reopen(
    office: &Office,
    tx: &mut Tx,
    id: domain::ids::ApplicationId,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let mut case = store::application::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
    if !is_open(case.state.kind(), ActKind::Reopen, Role::System) {
        return Ok(());
    }
    let refused = matches!(case.state, State::Refused { .. });
    let doing = Doing { actor: &Actor::System, moment, seen_version: case.version };
    desk_act::perform(office, tx, &mut case, Act::Reopen, &doing, &[]).await?;
    if refused {
        store::paper::set_aside(tx, id, "refusal").await?;
    }
    Ok(())
}
