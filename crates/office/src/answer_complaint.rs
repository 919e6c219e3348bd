//! The answer to a complaint: the mission satisfies it in full or forwards it with the file (APPC 91(4)); the higher body decides it
//! (100(1)). What is answered for the person opens the application again in the same transaction.

use crate::attach_file::File;
use crate::cases::{self, ProofView};
use crate::decline_registration::written;
use crate::desk_act::{self, Doing};
use crate::{Office, OfficeError, complain, complained_of, declare_conflict, permission, readings};
use domain::actor::{Actor, Role};
use domain::application::transition::is_open;
use domain::application::{Act, ActKind, NotOpen, State};
use domain::complaint::{Answer, AnswerNotOpen, ComplaintState, Subject, answer};
use domain::moment::Moment;
use jiff::Timestamp;
use store::Tx;
use store::complaint::Filed;
use store::reading::What;
use uuid::Uuid;

/// Complaints of one list.
const LIST_MAX: i64 = 200;

/// The complaints that wait for this person: a mission's officer sees those filed there, a reviewer those that were forwarded.
///
/// # Errors
/// `NotAllowed` for everybody else.
pub async fn waiting(office: &Office, actor: &Actor) -> Result<Vec<Filed>, OfficeError> {
    let mission = permission::complaints(actor)?.cloned();
    let kind = if mission.is_some() { "received" } else { "forwarded" };
    office
        .read(move |tx| {
            Box::pin(async move { Ok(store::complaint::in_state(tx, kind, mission.as_ref(), LIST_MAX).await?) })
        })
        .await
}

/// A complaint as staff reads it.
#[derive(Clone, Debug)]
pub struct AtDesk {
    /// The complaint.
    pub filed: Filed,
    /// The reader did what it is about.
    pub own_act: bool,
    /// How it was confirmed.
    pub proof: Option<ProofView>,
}

/// One complaint as staff may read it.
///
/// # Errors
/// `NotFound` for another mission's, and for one that was not forwarded to a reviewer.
pub async fn get(office: &Office, actor: &Actor, id: Uuid, now: Timestamp) -> Result<AtDesk, OfficeError> {
    let asking = actor.clone();
    let found = office
        .read(move |tx| {
            Box::pin(async move {
                let (filed, own_act) = load(tx, &asking, id).await?;
                let Some(own) = &filed.proof else { return Ok(AtDesk { filed, own_act, proof: None }) };
                let time = store::proof_time::get(tx, &own.file).await?.and_then(|time| time.token);
                let proof = cases::proof(&filed.body.iin, own.confirmation, &own.detail, time);
                Ok(AtDesk { filed, own_act, proof: Some(proof) })
            })
        })
        .await?;
    readings::note(office, actor, found.filed.application, What::Case, now).await?;
    Ok(found)
}

/// The file of a complaint.
///
/// # Errors
/// As [`get`].
pub async fn file(office: &Office, actor: &Actor, id: Uuid, now: Timestamp) -> Result<File, OfficeError> {
    complain::paper(office, &get(office, actor, id, now).await?.filed).await
}

/// The CMS or the seal over the file.
///
/// # Errors
/// As [`get`].
pub async fn proof_file(office: &Office, actor: &Actor, id: Uuid, now: Timestamp) -> Result<File, OfficeError> {
    complain::proof_paper(office, &get(office, actor, id, now).await?.filed).await
}

async fn load(tx: &mut Tx, actor: &Actor, id: Uuid) -> Result<(Filed, bool), OfficeError> {
    let own = store::complaint::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
    if own.state == ComplaintState::Draft {
        return Err(OfficeError::NotFound);
    }
    let case = store::application::get(tx, own.application).await?.ok_or(OfficeError::NotFound)?;
    permission::read_complaint(actor, &own, &case)?;
    let timeline = store::journal::of_application(tx, own.application).await?;
    let concerns = match actor {
        Actor::Staff { officer, .. } => declare_conflict::is_barred(tx, case.id, *officer).await?,
        _ => false,
    };
    let own_act = concerns || complained_of::is_by(actor, &timeline, own.body.subject, case.assignee);
    Ok((own, own_act))
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
                own.state =
                    answer(&own.state, wanted, own.body.subject, actor.role(), own_act, moment.now).map_err(refused)?;
                let (application, reopens) =
                    (own.application, own.state.reopens(own.body.subject).then_some(own.body.subject));
                complain::keep(&inner, tx, own, act, &actor, &moment).await?;
                if let Some(subject) = reopens {
                    reopen(&inner, tx, application, subject, &moment).await?;
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

/// The act that the complaint was about no longer stands.
async fn reopen(
    office: &Office,
    tx: &mut Tx,
    id: domain::ids::ApplicationId,
    subject: Subject,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let mut case = store::application::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
    if !subject.undoes(case.state.kind()) || !is_open(case.state.kind(), ActKind::Reopen, Role::System) {
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
