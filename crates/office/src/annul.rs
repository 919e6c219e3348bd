//! Annulment of a record of the act (Family Code 185): an officer proposes it on the law's basis with a paper, the head of the section says the
//! second word. Before the yes nothing changes for anybody; after it the record, the certificate and what other bodies were told are void.

use crate::decline_registration::written;
use crate::desk_act::{self, Doing};
use crate::{Office, OfficeError, declare_conflict, permission};
use domain::actor::{Actor, Role};
use domain::annulment::{Annulment, Basis};
use domain::application::transition::is_open;
use domain::application::{Act, ActKind, NotOpen};
use domain::ids::ApplicationId;
use domain::moment::Moment;
use service::Finding;
use store::Tx;
use store::annulment::{Said, Step, waiting};
use store::application::Application;
use store::journal::Entry;

/// What an officer proposes, as typed.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// On what.
    pub basis: Option<Basis>,
    /// The paper that shows it.
    pub document: String,
    /// Why.
    pub reason: String,
}

/// An officer proposes it.
///
/// # Errors
/// Findings at `basis`, `document`, `reason`; `NotFound`; `NotAllowed` for who decides no case; `Barred`; `NotOpen` without a record, or where a
/// proposal waits.
pub async fn propose(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    wanted: Wanted,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let annulment = read(wanted)?;
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let case = desk_act::load(tx, &actor, id).await?;
                let before = store::annulment::of(tx, id).await?;
                if waiting(&before).is_some() || !is_open(case.state.kind(), ActKind::Annul, Role::Supervisor) {
                    return Err(OfficeError::NotOpen(NotOpen::Act));
                }
                let said = word(&actor, &case, &before, (Step::Proposed, annulment), &moment)?;
                say(tx, &actor, &said, store::journal::PROPOSE_ANNULMENT, &moment).await
            })
        })
        .await
}

/// The head says no; the case stays as it is.
///
/// # Errors
/// Findings at `reason`; `NotFound`; `NotAllowed` for who is no head; `NotOpen` where nothing waits; `Stale` for another proposal than was seen.
pub async fn decline(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    seen_number: u32,
    reason: String,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let reason = written("reason", reason)?;
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let case = as_head(tx, &actor, id).await?;
                let before = store::annulment::of(tx, id).await?;
                let proposed = of_another(&actor, &before, seen_number)?;
                let annulment = Annulment { reason, ..proposed.annulment.clone() };
                let said = word(&actor, &case, &before, (Step::Declined, annulment), &moment)?;
                say(tx, &actor, &said, store::journal::DECLINE_ANNULMENT, &moment).await
            })
        })
        .await
}

/// The head says yes to what was proposed.
///
/// # Errors
/// As [`decline`]; `Stale` when the case or the proposal is not the one that was seen.
pub async fn annul(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    (seen_version, seen_number): (i64, u32),
    moment: &Moment,
) -> Result<(), OfficeError> {
    let (inner, actor, moment) = (office.clone(), actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut case = as_head(tx, &actor, id).await?;
                let before = store::annulment::of(tx, id).await?;
                let proposed = of_another(&actor, &before, seen_number)?;
                let annulment = proposed.annulment.clone();
                let said = word(&actor, &case, &before, (Step::Agreed, annulment.clone()), &moment)?;
                store::annulment::insert(tx, &said).await?;
                let evidence = store::journal::annulling(&said)?;
                let evidence = [(evidence.0.as_str(), evidence.1)];
                let doing = Doing { actor: &actor, moment: &moment, seen_version };
                desk_act::perform(&inner, tx, &mut case, Act::Annul { annulment }, &doing, &evidence).await
            })
        })
        .await
}

/// Cases of the head's mission with a proposal that waits: id and reference.
///
/// # Errors
/// `NotAllowed` for who is no head.
pub async fn waiting_of(office: &Office, actor: &Actor) -> Result<Vec<(ApplicationId, String)>, OfficeError> {
    let mission = permission::supervisor(actor)?.clone();
    office.read(move |tx| Box::pin(async move { Ok(store::annulment::waiting_of(tx, &mission).await?) })).await
}

/// The case, for the head of its mission's section; nobody decides their own or a relative's.
pub(crate) async fn as_head(tx: &mut Tx, actor: &Actor, id: ApplicationId) -> Result<Application, OfficeError> {
    let case = store::application::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
    permission::read_case(actor, &case)?;
    permission::supervisor(actor)?;
    if declare_conflict::is_barred(tx, id, permission::staff(actor)?).await? {
        return Err(OfficeError::Barred);
    }
    Ok(case)
}

/// The proposal that was seen, made by somebody else.
fn of_another<'s>(actor: &Actor, said: &'s [Said], seen_number: u32) -> Result<&'s Said, OfficeError> {
    let proposed = waiting(said).ok_or(OfficeError::NotOpen(NotOpen::Act))?;
    if proposed.number != seen_number {
        return Err(OfficeError::Stale);
    }
    if proposed.said_by == permission::staff(actor)? {
        return Err(OfficeError::NotAllowed);
    }
    Ok(proposed)
}

fn read(wanted: Wanted) -> Result<Annulment, OfficeError> {
    let mut found = vec![];
    if wanted.basis.is_none() {
        found.push(Finding::new("basis", "missing"));
    }
    let mut text = |field: &str, typed: String| match written(field, typed) {
        Ok(text) => text,
        Err(OfficeError::Findings(own)) => {
            found.extend(own);
            String::new()
        }
        Err(_) => String::new(),
    };
    let (document, reason) = (text("document", wanted.document), text("reason", wanted.reason));
    match wanted.basis {
        Some(basis) if found.is_empty() => Ok(Annulment { basis, document, reason }),
        _ => Err(OfficeError::Findings(found)),
    }
}

fn word(
    actor: &Actor,
    case: &Application,
    before: &[Said],
    (step, annulment): (Step, Annulment),
    moment: &Moment,
) -> Result<Said, OfficeError> {
    let number = before.last().map_or(0, |own| own.number) + 1;
    Ok(Said { application: case.id, number, step, said_by: permission::staff(actor)?, said_at: moment.now, annulment })
}

async fn say(tx: &mut Tx, actor: &Actor, said: &Said, act: &str, moment: &Moment) -> Result<(), OfficeError> {
    store::annulment::insert(tx, said).await?;
    let commitments = [store::journal::annulling(said)?].into();
    let entry = Entry { application: Some(said.application), act, actor, at: moment.now, commitments };
    store::journal::append(tx, &entry, moment).await?;
    Ok(())
}
