//! Taking cases up, laying them down, and giving them to somebody. It decides nothing: everybody of the mission may still act, and sees
//! who is at it.

use crate::workload::takes_cases_of;
use crate::{Office, OfficeError, declare_conflict, leave, permission};
use domain::actor::{Actor, Role};
use domain::application::NotOpen;
use domain::ids::{ApplicationId, OfficerId};
use domain::moment::Moment;
use jiff::Timestamp;
use store::Tx;
use store::application::Application;
use store::officer::Officer;

/// Cases of one form.
pub const CASES_MAX: usize = 50;

/// What is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The reader takes them up.
    Take,
    /// The reader lays them down; a supervisor takes them from whoever has them.
    Release,
    /// A supervisor gives them to an officer of the mission.
    Give(OfficerId),
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
/// A finding at `case`: `missing`, `too-many`; at `officer`: `missing` for who is no officer of the mission, `away` for who is on leave (also who takes cases up themselves); `NotAllowed` for everybody else; `NotFound` when one is another mission's.
pub async fn assign(
    office: &Office,
    actor: &Actor,
    cases: Vec<ApplicationId>,
    wanted: Wanted,
    moment: &Moment,
) -> Result<Assigned, OfficeError> {
    let who = Who::of(actor, wanted)?;
    match cases.len() {
        0 => return Err(OfficeError::finding("case", "missing")),
        count if count > CASES_MAX => return Err(OfficeError::finding("case", "too-many")),
        _ => {}
    }
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                if let Who::Supervisor { to: Some(officer) } = who {
                    named(tx, &actor, officer).await?;
                }
                if let Who::Supervisor { to: Some(to) } | Who::Officer { me: to, takes: true } = who {
                    must_be_there(tx, &actor, to, moment.now).await?;
                }
                let mut all = Assigned::default();
                // In one order: two forms at once wait for each other.
                let mut cases = cases;
                cases.sort_unstable();
                cases.dedup();
                for id in cases {
                    match one(tx, &actor, id, who, &moment).await {
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

/// Who moves cases, and to whom.
#[derive(Clone, Copy, Debug)]
enum Who {
    /// An officer, who takes free ones and lays down their own.
    Officer { me: OfficerId, takes: bool },
    /// A supervisor, who may move all.
    Supervisor { to: Option<OfficerId> },
}

impl Who {
    fn of(actor: &Actor, wanted: Wanted) -> Result<Who, OfficeError> {
        match (actor, wanted) {
            (Actor::Staff { officer, role: Role::Officer, .. }, Wanted::Take | Wanted::Release) => {
                Ok(Who::Officer { me: *officer, takes: wanted == Wanted::Take })
            }
            (_, Wanted::Release) => permission::supervisor(actor).map(|_| Who::Supervisor { to: None }),
            (_, Wanted::Give(officer)) => permission::supervisor(actor).map(|_| Who::Supervisor { to: Some(officer) }),
            _ => Err(OfficeError::NotAllowed),
        }
    }
}

/// The officer of the supervisor's own mission that cases are given to.
async fn named(tx: &mut Tx, actor: &Actor, officer: OfficerId) -> Result<Officer, OfficeError> {
    let mission = permission::supervisor(actor)?;
    let found = store::officer::get(tx, officer).await?;
    found.filter(|own| takes_cases_of(own, mission)).ok_or_else(|| OfficeError::finding("officer", "missing"))
}

/// On the days of a leave no new cases are given to who is away.
async fn must_be_there(tx: &mut Tx, actor: &Actor, to: OfficerId, now: Timestamp) -> Result<(), OfficeError> {
    let Actor::Staff { mission: Some(mission), .. } = actor else { return Err(OfficeError::NotAllowed) };
    match leave::away(tx, to, mission, now).await? {
        Some(_) => Err(OfficeError::finding("officer", "away")),
        None => Ok(()),
    }
}

/// True where somebody else has the case. Who is no officer of the mission any more has none: any officer takes their cases over.
async fn is_others(tx: &mut Tx, case: &Application, me: OfficerId, takes: bool) -> Result<bool, OfficeError> {
    let Some(other) = case.assignee.filter(|other| *other != me) else { return Ok(false) };
    let other = store::officer::get(tx, other).await?;
    Ok(!takes || other.is_some_and(|own| takes_cases_of(&own, &case.mission)))
}

/// True when it changed hands; false when it was so before.
async fn one(tx: &mut Tx, actor: &Actor, id: ApplicationId, who: Who, moment: &Moment) -> Result<bool, OfficeError> {
    let case = store::application::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
    permission::read_case(actor, &case)?;
    let to = match who {
        Who::Officer { me, takes } if is_others(tx, &case, me, takes).await? => {
            return Err(OfficeError::NotOpen(NotOpen::Act));
        }
        Who::Officer { me, takes } => takes.then_some(me),
        Who::Supervisor { to } => to,
    };
    if case.state.kind().is_final() {
        return Err(OfficeError::NotOpen(NotOpen::Act));
    }
    // Family Code 179(4): neither taken up nor given.
    if let Some(officer) = to
        && declare_conflict::is_barred(tx, id, officer).await?
    {
        return Err(OfficeError::NotOpen(NotOpen::Act));
    }
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
