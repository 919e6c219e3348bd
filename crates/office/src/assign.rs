//! Taking cases up and laying them down. It decides nothing: everybody of the mission may still act, and sees who is at it.

use crate::{Office, OfficeError, desk_act};
use domain::actor::{Actor, Role};
use domain::application::NotOpen;
use domain::ids::{ApplicationId, OfficerId};
use domain::moment::Moment;
use store::Tx;

/// Cases of one form.
pub const CASES_MAX: usize = 50;

/// What is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The reader takes them up.
    Take,
    /// The reader lays them down.
    Release,
}

/// What became of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Assigned {
    /// Cases that changed hands.
    pub done: usize,
    /// Cases that another officer has, or that are ended: they stay as they are.
    pub left: usize,
}

/// Takes up or lays down up to [`CASES_MAX`] cases; all in one transaction.
///
/// # Errors
/// A finding at `case`: `missing`, `too-many`; `NotAllowed` for who decides nothing; `NotFound` when one is another mission's.
pub async fn assign(
    office: &Office,
    actor: &Actor,
    cases: Vec<ApplicationId>,
    wanted: Wanted,
    moment: &Moment,
) -> Result<Assigned, OfficeError> {
    let Actor::Staff { officer, role: Role::Officer, .. } = actor else { return Err(OfficeError::NotAllowed) };
    match cases.len() {
        0 => return Err(OfficeError::finding("case", "missing")),
        count if count > CASES_MAX => return Err(OfficeError::finding("case", "too-many")),
        _ => {}
    }
    let (me, actor, moment) = (*officer, actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut all = Assigned::default();
                // In one order: two forms at once wait for each other.
                let mut cases = cases;
                cases.sort_unstable();
                cases.dedup();
                for id in cases {
                    match one(tx, &actor, me, id, wanted, &moment).await {
                        Ok(true) => all.done += 1,
                        Ok(false) => {}
                        Err(OfficeError::NotOpen(_)) => all.left += 1,
                        Err(other) => return Err(other),
                    }
                }
                Ok(all)
            })
        })
        .await
}

/// True when it changed hands; false when it was so before.
async fn one(
    tx: &mut Tx,
    actor: &Actor,
    me: OfficerId,
    id: ApplicationId,
    wanted: Wanted,
    moment: &Moment,
) -> Result<bool, OfficeError> {
    let case = desk_act::load(tx, actor, id).await?;
    if case.state.kind().is_final() || case.assignee.is_some_and(|other| other != me) {
        return Err(OfficeError::NotOpen(NotOpen::Act));
    }
    let to = (wanted == Wanted::Take).then_some(me);
    if case.assignee == to {
        return Ok(false);
    }
    store::application::assign(tx, id, to).await?;
    let entry = store::journal::Entry {
        application: Some(id),
        act: store::journal::ASSIGN,
        actor,
        at: moment.now,
        commitments: store::journal::assigning(to),
    };
    store::journal::append(tx, &entry, moment).await?;
    Ok(true)
}
