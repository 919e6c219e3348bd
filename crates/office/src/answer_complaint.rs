//! The answer to a complaint: the mission satisfies it in full or forwards it with the file (APPC 91(4)); the higher body decides it
//! (100(1)). What is answered for the person opens the application again in the same transaction.

use crate::attach_file::File;
use crate::cases::{self, ProofView};
use crate::desk_act::{self, Doing};
use crate::restore::{Annulled, annulled, restore};
use crate::{
    Office, OfficeError, complain, complained_of, decide_sealed, declare_conflict, outgoing, permission, readings,
};
use domain::actor::{Actor, Role};
use domain::application::transition::is_open;
use domain::application::{Act, ActKind, NotOpen, State};
use domain::complaint::{Answer, AnswerNotOpen, ComplaintState, Subject, answer};
use domain::decision::Decided;
use domain::ids::ApplicationId;
use domain::moment::Moment;
use jiff::Timestamp;
use serde_json::{Value, json};
use store::application::Application;
use store::complaint::Filed;
use store::reading::What;
use store::{BlobKey, Tx};
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
    /// Where it is about an annulment that stands: what undoing it means.
    pub annulled: Option<Annulled>,
}

/// One complaint as staff may read it.
///
/// # Errors
/// `NotFound` for another mission's, and for one that was not forwarded to a reviewer.
pub async fn get(office: &Office, actor: &Actor, id: Uuid, now: Timestamp) -> Result<AtDesk, OfficeError> {
    let (inner, asking) = (office.clone(), actor.clone());
    let found = office
        .read(move |tx| {
            Box::pin(async move {
                let (filed, own_act) = load(tx, &asking, id).await?;
                let case = store::application::get(tx, filed.application).await?.ok_or(OfficeError::NotFound)?;
                let annulled = match filed.body.subject {
                    Subject::Annulment => annulled(&inner, tx, &case, now).await?,
                    _ => None,
                };
                let Some(own) = &filed.proof else { return Ok(AtDesk { filed, own_act, proof: None, annulled }) };
                let time = store::proof_time::get(tx, &own.file).await?.and_then(|time| time.token);
                let proof = cases::proof(&filed.body.iin, own.confirmation, &own.detail, time);
                Ok(AtDesk { filed, own_act, proof: Some(proof), annulled })
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

/// The complaint, and whether the reader did what it is about.
pub(crate) async fn load(tx: &mut Tx, actor: &Actor, id: Uuid) -> Result<(Filed, bool), OfficeError> {
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

/// Answers: forwards, or decides in substance, sealed with the official's second factor. Signed with their EDS: `decide_signed`, of [`decided`].
///
/// # Errors
/// Findings at `reasons`, at `code`, and at `answer` (`record-stands`: another record of the death was made meanwhile); `NotAllowed` for the
/// official complained of; `NotOpen`, `NotFound`, `Stale`.
pub async fn answer_complaint(
    office: &Office,
    actor: &Actor,
    id: Uuid,
    seen: i64,
    wanted: Answer,
    code: &str,
    moment: &Moment,
) -> Result<(), OfficeError> {
    if wanted == Answer::Forward {
        return forward(office, actor, id, seen, moment).await;
    }
    let (about, decided) = decided(office, actor, id, seen, wanted).await?;
    decide_sealed::decide(office, actor, about, decided, code, moment).await
}

/// An answer in substance as it is confirmed, with the case and its version.
///
/// # Errors
/// `NotFound`; `NotOpen` for a forwarding, which is no decision.
pub async fn decided(
    office: &Office,
    actor: &Actor,
    id: Uuid,
    seen: i64,
    wanted: Answer,
) -> Result<((ApplicationId, i64), Decided), OfficeError> {
    let asking = actor.clone();
    let version = office
        .read(move |tx| {
            Box::pin(async move {
                let (own, _) = load(tx, &asking, id).await?;
                let case = store::application::get(tx, own.application).await?.ok_or(OfficeError::NotFound)?;
                Ok((case.id, case.version))
            })
        })
        .await?;
    let (decision, reasons) = match wanted {
        Answer::Satisfy { reasons } => (None, reasons),
        Answer::Decide { decision, reasons } => (Some(decision), reasons),
        Answer::Forward => return Err(OfficeError::NotOpen(NotOpen::Act)),
    };
    Ok((version, Decided::AnswerComplaint { complaint: id, seen, decision, reasons }))
}

async fn forward(office: &Office, actor: &Actor, id: Uuid, seen: i64, moment: &Moment) -> Result<(), OfficeError> {
    let (inner, actor, moment) = (office.clone(), actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let own = after(tx, &actor, id, (seen, Answer::Forward), moment.now).await?;
                complain::keep(&inner, tx, own, (Answer::Forward.act(), vec![]), &actor, &moment).await
            })
        })
        .await
}

/// The complaint as an answer leaves it.
async fn after(
    tx: &mut Tx,
    actor: &Actor,
    id: Uuid,
    (seen, wanted): (i64, Answer),
    now: Timestamp,
) -> Result<Filed, OfficeError> {
    let (mut own, own_act) = load(tx, actor, id).await?;
    if own.version != seen {
        return Err(OfficeError::Stale);
    }
    own.state = answer(&own.state, wanted, own.body.subject, actor.role(), own_act, now).map_err(refused)?;
    Ok(own)
}

/// The case that a complaint is about, for who may read the complaint.
pub(crate) async fn case_of(
    tx: &mut Tx,
    actor: &Actor,
    application: ApplicationId,
    id: Uuid,
) -> Result<Application, OfficeError> {
    let (own, _) = load(tx, actor, id).await?;
    if own.application != application {
        return Err(OfficeError::NotFound);
    }
    store::application::get(tx, application).await?.ok_or(OfficeError::NotFound)
}

/// The complaint as `decided` leaves it, where it may be decided so now; `None` for every other decision.
pub(crate) async fn answered(
    office: &Office,
    tx: &mut Tx,
    actor: &Actor,
    decided: &Decided,
    now: Timestamp,
) -> Result<Option<Filed>, OfficeError> {
    let (Decided::AnswerComplaint { complaint, seen, .. }, Some(wanted)) = (decided, decided.answer()) else {
        return Ok(None);
    };
    let own = after(tx, actor, *complaint, (*seen, wanted), now).await?;
    if own.body.subject == Subject::Annulment && own.state.reopens(Subject::Annulment) {
        let case = store::application::get(tx, own.application).await?.ok_or(OfficeError::NotFound)?;
        if annulled(office, tx, &case, now).await?.is_some_and(|own| own.standing.is_some()) {
            return Err(OfficeError::finding("answer", "record-stands"));
        }
    }
    Ok(Some(own))
}

/// Stores the answer with its paper, and undoes the act that the complaint was about where it says so. `deciding` is what the entry commits to
/// of the decision.
pub(crate) async fn carry_out(
    office: &Office,
    tx: &mut Tx,
    actor: &Actor,
    decided: &Decided,
    ((number, file), deciding): ((u32, BlobKey), (String, Value)),
    moment: &Moment,
) -> Result<(), OfficeError> {
    let (Decided::AnswerComplaint { complaint, seen, .. }, Some(wanted)) = (decided, decided.answer()) else {
        return Err(OfficeError::NotOpen(NotOpen::Act));
    };
    let act = wanted.act();
    let own = after(tx, actor, *complaint, (*seen, wanted), moment.now).await?;
    let (application, subject, reasons) = (own.application, own.body.subject, own.state.reasons());
    let undoes = own.state.reopens(subject);
    let mut evidence = vec![deciding, ("file".to_owned(), json!(file.0))];
    if !undoes {
        let case = store::application::get(tx, application).await?.ok_or(OfficeError::NotFound)?;
        evidence.extend(outgoing::write_resumed(office, tx, &case, &own, moment).await?);
    }
    complain::keep(office, tx, own, (act, evidence), actor, moment).await?;
    let kind = store::decision::complaint_paper(number);
    let paper = store::paper::Paper { application, kind, number: None, file, created_at: moment.now };
    store::paper::insert(tx, &paper).await?;
    match subject {
        _ if !undoes => Ok(()),
        Subject::Annulment => restore(office, tx, application, (actor, reasons), moment).await,
        _ => reopen(office, tx, application, subject, moment).await,
    }
}

pub(crate) fn refused(why: AnswerNotOpen) -> OfficeError {
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
    id: ApplicationId,
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
