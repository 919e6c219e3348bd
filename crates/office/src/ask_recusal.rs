//! The applicant asks that an official does not handle the case, on a ground of APPC 67(1). The head of the section decides; of the head, the
//! higher body (67(6)). The term of the case goes on: the law does not stop it.

use crate::decline_registration::written;
use crate::motions::{self, New};
use crate::{Office, OfficeError, declare_conflict, desk_act};
use domain::actor::{Actor, Role};
use domain::application::{NotOpen, StateKind};
use domain::ids::{ApplicationId, MissionId, OfficerId};
use domain::moment::Moment;
use domain::motion::{Ground, RECUSAL_WORKING_DAYS_MAX, WaitsFor, Word};
use domain::paper::OfficerLine;
use service::Finding;
use store::Tx;
use store::application::Application;
use store::motion::{Said, waiting};
use store::officer::Officer;

/// What a person typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// Which official.
    pub official: Option<OfficerId>,
    /// On what ground.
    pub ground: Option<Ground>,
    /// The circumstances.
    pub reason: String,
}

/// May it be asked for in this state? Not where nobody handles the case any more.
pub fn is_open(state: StateKind) -> bool {
    !matches!(state, StateKind::Withdrawn | StateKind::Annulled)
}

/// The officials of the mission who can be named: who may not handle the case already, or is asked about, is not among them.
///
/// # Errors
/// `NotFound` for another person's case; `NotOpen`.
pub async fn officials(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
) -> Result<Vec<(OfficerId, OfficerLine)>, OfficeError> {
    let actor = actor.clone();
    office
        .read(move |tx| {
            Box::pin(async move {
                let case = desk_act::load_own(tx, &actor, id).await?;
                if !is_open(case.state.kind()) {
                    return Err(OfficeError::NotOpen(NotOpen::Act));
                }
                let said = store::motion::of(tx, id).await?;
                let named = named(tx, &case, &said).await?;
                Ok(named.into_iter().map(|own| (own.id, own.line)).collect())
            })
        })
        .await
}

/// Asks for it.
///
/// # Errors
/// Findings at `official`, `ground`, `reason` (`again`: the same was answered before, 67(9)); `NotFound`; `NotOpen`; `TooMany`.
pub async fn ask(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    typed: Typed,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let word = read(typed)?;
    let (inner, actor, moment) = (office.clone(), actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let case = desk_act::load_own(tx, &actor, id).await?;
                if !is_open(case.state.kind()) {
                    return Err(OfficeError::NotOpen(NotOpen::Act));
                }
                motions::not_too_often(tx, &actor, moment.now).await?;
                let before = store::motion::of(tx, id).await?;
                let named = named(tx, &case, &before).await?;
                let Some(own) = named.iter().find(|own| official_of(&word) == Some(own.id)) else {
                    return Err(OfficeError::finding("official", "missing"));
                };
                // On the circumstances that were stated before it may not be asked again (67(9)).
                if before.iter().any(|own| own.word == word) {
                    return Err(OfficeError::finding("reason", "again"));
                }
                let due = motions::end_of(&inner, &case.mission, RECUSAL_WORKING_DAYS_MAX, moment.now)?;
                let whom = decides(tx, &case, own).await?;
                let new = New { word, about: None, awaits: Some((whom, Some(due))) };
                motions::say(tx, &actor, &case, &before, new, &moment).await
            })
        })
        .await
}

fn read(typed: Typed) -> Result<Word, OfficeError> {
    let mut found = vec![];
    if typed.official.is_none() {
        found.push(Finding::new("official", "missing"));
    }
    if typed.ground.is_none() {
        found.push(Finding::new("ground", "missing"));
    }
    let reason = match written("reason", typed.reason) {
        Ok(reason) => reason,
        Err(OfficeError::Findings(own)) => {
            found.extend(own);
            String::new()
        }
        Err(other) => return Err(other),
    };
    match (typed.official, typed.ground) {
        (Some(official), Some(ground)) if found.is_empty() => Ok(Word::AskRecusal { official, ground, reason }),
        _ => Err(OfficeError::Findings(found)),
    }
}

/// Who can be named, by name.
async fn named(tx: &mut Tx, case: &Application, said: &[Said]) -> Result<Vec<Officer>, OfficeError> {
    let conflicts = store::conflict::of(tx, case.id).await?;
    let asked: Vec<OfficerId> = waiting(said).into_iter().filter_map(|own| official_of(&own.word)).collect();
    let mut named: Vec<Officer> = store::officer::list(tx).await?;
    named.retain(|own| handles(own, &case.mission) && !asked.contains(&own.id));
    named.retain(|own| !store::conflict::bars(&conflicts, own.id));
    named.sort_by(|one, other| one.line.name.cmp(&other.line.name));
    Ok(named)
}

/// The official whom a request names.
pub(crate) fn official_of(word: &Word) -> Option<OfficerId> {
    match word {
        Word::AskRecusal { official, .. } => Some(*official),
        _ => None,
    }
}

/// Does this person handle cases of the mission, or give them out?
fn handles(own: &Officer, mission: &MissionId) -> bool {
    own.active && own.mission.as_ref() == Some(mission) && matches!(own.role, Role::Officer | Role::Supervisor)
}

/// Who decides about `own`: the head of the mission's section (67(4)); where it is the head, or the mission has none who may, the higher
/// body (67(6)).
async fn decides(tx: &mut Tx, case: &Application, own: &Officer) -> Result<WaitsFor, OfficeError> {
    if own.role == Role::Supervisor {
        return Ok(WaitsFor::HigherBody);
    }
    let people = store::officer::list(tx).await?;
    for head in people.iter().filter(|own| own.role == Role::Supervisor && handles(own, &case.mission)) {
        if !declare_conflict::is_barred(tx, case.id, head.id).await? {
            return Ok(WaitsFor::Head);
        }
    }
    Ok(WaitsFor::HigherBody)
}
