//! Who has how much: the open cases of a mission by officer, for its supervisor.

use crate::leave::{self, Away};
use crate::{Fault, Office, OfficeError, permission};
use domain::actor::{Actor, Role};
use domain::ids::{MissionId, OfficerId};
use jiff::Timestamp;
use std::collections::BTreeMap;
use store::officer::Officer;
use store::queue::Load;

/// A line of the board.
#[derive(Clone, Debug)]
pub struct Line {
    /// The officer; `None`: nobody has taken the cases up.
    pub officer: Option<(OfficerId, String)>,
    /// Their open cases.
    pub load: Load,
    /// They are away, and who stands in.
    pub away: Option<Away>,
}

/// The board: cases that nobody has come first, then every officer by name, those without a case too.
///
/// # Errors
/// `NotAllowed` for who is no supervisor.
pub async fn board(office: &Office, actor: &Actor, now: Timestamp) -> Result<Vec<Line>, OfficeError> {
    let mission = permission::supervisor(actor)?.clone();
    let calendar = office.catalogue().calendar(&mission);
    let calendar = calendar.ok_or_else(|| Fault::Registers(format!("mission {mission} has no calendar")))?;
    let tomorrow = calendar.date(now).tomorrow().map_err(|error| Fault::Broken(error.to_string()))?;
    let day_end = calendar.instant(tomorrow.at(0, 0, 0, 0)).unwrap_or(now);
    let (loads, people, mut aways) = office
        .read(move |tx| {
            Box::pin(async move {
                let loads = store::queue::load(tx, &mission, now, day_end).await?;
                let people = of_mission(store::officer::list(tx).await?, &mission);
                let mut aways = BTreeMap::new();
                for own in &people {
                    aways.extend(leave::away(tx, own.id, &mission, now).await?.map(|away| (own.id, away)));
                }
                Ok((loads, people, aways))
            })
        })
        .await?;
    let of =
        |id: Option<OfficerId>| loads.iter().find(|(own, _)| *own == id).map(|(_, load)| *load).unwrap_or_default();
    let mut board = vec![Line { officer: None, load: of(None), away: None }];
    board.extend(people.iter().map(|own| Line {
        officer: Some((own.id, own.line.name.clone())),
        load: of(Some(own.id)),
        away: aways.remove(&own.id),
    }));
    // Who is no officer of the mission any more, and still has cases.
    for (id, load) in &loads {
        if let Some(id) = id.filter(|id| !people.iter().any(|own| own.id == *id)) {
            board.push(Line { officer: Some((id, String::new())), load: *load, away: None });
        }
    }
    Ok(board)
}

/// The officers that a supervisor gives cases to now, by name: none who is away.
///
/// # Errors
/// `NotAllowed` for who is no supervisor.
pub async fn officers(office: &Office, actor: &Actor, now: Timestamp) -> Result<Vec<(OfficerId, String)>, OfficeError> {
    let board = board(office, actor, now).await?;
    let here = |line: Line| line.officer.filter(|(_, name)| line.away.is_none() && !name.is_empty());
    Ok(board.into_iter().filter_map(here).collect())
}

/// May a supervisor of the mission give cases to this person?
pub(crate) fn takes_cases_of(own: &Officer, mission: &MissionId) -> bool {
    own.active && own.role == Role::Officer && own.mission.as_ref() == Some(mission)
}

fn of_mission(people: Vec<Officer>, mission: &MissionId) -> Vec<Officer> {
    let mut people: Vec<Officer> = people.into_iter().filter(|own| takes_cases_of(own, mission)).collect();
    people.sort_by(|one, other| one.line.name.cmp(&other.line.name));
    people
}
