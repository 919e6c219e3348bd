//! Leaves: who is away from day to day, and who stands in. The cases stay whose they are; on those days the substitute sees them among their own
//! and acts in their own name, and afterwards nothing has to be given back. Who may act is not widened: a substitute has the same role.

pub mod end;
pub mod enter;

use crate::{Fault, Office, OfficeError, permission};
use domain::actor::{Actor, Role};
use domain::calendar::WorkingCalendar;
use domain::ids::{MissionId, OfficerId};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::Tx;
use store::leave::Leave;
use store::officer::Officer;
use uuid::Uuid;

/// A leave as it is listed.
#[derive(Clone, Debug)]
pub struct Line {
    /// Id.
    pub id: Uuid,
    /// Who is away.
    pub officer: String,
    /// Who stands in.
    pub substitute: String,
    /// The mission.
    pub mission: MissionId,
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// It is in force now.
    pub is_now: bool,
}

/// A person who may be away or stand in.
#[derive(Clone, Debug)]
pub struct Person {
    /// Who.
    pub id: OfficerId,
    /// Their name.
    pub name: String,
    /// As what.
    pub role: Role,
    /// Where.
    pub mission: MissionId,
}

/// What the reader keeps.
#[derive(Clone, Debug)]
pub struct Board {
    /// Leaves that are not over, the first one first.
    pub lines: Vec<Line>,
    /// People who may be chosen, by mission and name.
    pub people: Vec<Person>,
}

/// Leaves of the people whose leaves the reader keeps.
///
/// # Errors
/// `NotAllowed` for everybody but heads and administrators.
pub async fn board(office: &Office, actor: &Actor, now: Timestamp) -> Result<Board, OfficeError> {
    let (_, mission) = permission::keeps_leaves(actor)?;
    let mission = mission.cloned();
    office
        .read(move |tx| {
            Box::pin(async move {
                let leaves = store::leave::to_come(tx, mission.as_ref(), now).await?;
                let all = store::officer::list(tx).await?;
                let names: BTreeMap<OfficerId, &str> = all.iter().map(|own| (own.id, own.line.name.as_str())).collect();
                let name = |id: OfficerId| names.get(&id).copied().unwrap_or_default().to_owned();
                let line = |own: Leave| Line {
                    id: own.id,
                    officer: name(own.officer),
                    substitute: name(own.substitute),
                    is_now: own.is_in_force(now),
                    mission: own.mission,
                    first: own.first,
                    last: own.last,
                };
                let lines = leaves.into_iter().map(line).collect();
                let mut people: Vec<Person> =
                    all.iter().filter_map(person).filter(|own| is_kept(mission.as_ref(), &own.mission)).collect();
                people.sort_by(|one, other| (&one.mission, &one.name).cmp(&(&other.mission, &other.name)));
                Ok(Board { lines, people })
            })
        })
        .await
}

/// Who may be away with a substitute: to whom cases are given, and the heads.
fn person(own: &Officer) -> Option<Person> {
    let mission = own.mission.clone().filter(|_| own.active && matches!(own.role, Role::Officer | Role::Supervisor))?;
    Some(Person { id: own.id, name: own.line.name.clone(), role: own.role, mission })
}

fn is_kept(own: Option<&MissionId>, mission: &MissionId) -> bool {
    own.is_none_or(|own| own == mission)
}

/// A leave at a moment, with the names of both.
#[derive(Clone, Debug)]
pub struct Away {
    /// Who stands in.
    pub substitute: OfficerId,
    /// Their name.
    pub name: String,
    /// The last day.
    pub last: Date,
}

/// The leave of `officer` at `now` that counts for cases of `mission`.
pub(crate) async fn away(
    tx: &mut Tx,
    officer: OfficerId,
    mission: &MissionId,
    now: Timestamp,
) -> Result<Option<Away>, OfficeError> {
    let Some(leave) = store::leave::of(tx, officer, now).await?.filter(|own| own.mission == *mission) else {
        return Ok(None);
    };
    // Whoever left stands in for nobody.
    let Some(person) = store::officer::get(tx, leave.substitute).await?.filter(|own| own.active) else {
        return Ok(None);
    };
    Ok(Some(Away { substitute: leave.substitute, name: person.line.name, last: leave.last }))
}

/// Who does the work of the one who has a case and is away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StandIn {
    /// The reader.
    Me,
    /// Somebody else, by name.
    Other(String),
}

/// Who stands in for `officer` in cases of `mission`, as the reader sees it.
pub(crate) async fn stand_in(
    tx: &mut Tx,
    reader: &Actor,
    officer: OfficerId,
    mission: &MissionId,
    now: Timestamp,
) -> Result<Option<StandIn>, OfficeError> {
    let away = away(tx, officer, mission, now).await?;
    Ok(away.map(|own| match reader {
        Actor::Staff { officer, .. } if *officer == own.substitute => StandIn::Me,
        _ => StandIn::Other(own.name),
    }))
}

/// Whose cases the reader has beside their own at `now`.
pub(crate) async fn taken_over(tx: &mut Tx, actor: &Actor, now: Timestamp) -> Result<Vec<OfficerId>, OfficeError> {
    let Actor::Staff { officer, mission: Some(mission), .. } = actor else { return Ok(vec![]) };
    let leaves = store::leave::stood_in_by(tx, *officer, now).await?;
    Ok(leaves.into_iter().filter(|own| own.mission == *mission).map(|own| own.officer).collect())
}

fn calendar<'o>(office: &'o Office, mission: &MissionId) -> Result<&'o WorkingCalendar, OfficeError> {
    let found = office.catalogue().calendar(mission);
    found.ok_or_else(|| Fault::Registers(format!("mission {mission} has no calendar")).into())
}
