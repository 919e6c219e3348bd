//! What an applicant asked for beside the decision: a word is added with its entry of the journal, and who has to answer sees what waits.

use crate::{Fault, Office, OfficeError, permission};
use domain::actor::{Actor, Role};
use domain::deadline;
use domain::ids::MissionId;
use domain::moment::Moment;
use domain::motion::{WaitsFor, Word};
use jiff::Timestamp;
use store::Tx;
use store::application::Application;
use store::journal::Entry;
use store::motion::{Said, Waiting};

/// Requests of one account in an hour.
const PER_HOUR_MAX: i64 = 20;
const HOUR_SECONDS: i64 = 3_600;

/// A word that is added: what it answers (`None`: it is a request of its own), and whose word is awaited after it, by when.
pub(crate) struct New {
    /// The word.
    pub(crate) word: Word,
    /// The first word of the request that it answers.
    pub(crate) about: Option<u32>,
    /// Who answers next, by when.
    pub(crate) awaits: Option<(WaitsFor, Option<Timestamp>)>,
}

/// The row of a word.
pub(crate) fn row(actor: &Actor, case: &Application, before: &[Said], new: New, moment: &Moment) -> Said {
    let number = before.last().map_or(0, |own| own.number) + 1;
    Said {
        application: case.id,
        number,
        about: new.about.unwrap_or(number),
        word: new.word,
        said_by: permission::staff(actor).ok(),
        said_at: moment.now,
        due_at: new.awaits.and_then(|(_, due)| due),
        waits_for: new.awaits.map(|(whom, _)| whom),
    }
}

/// Adds a word, with its entry.
pub(crate) async fn say(
    tx: &mut Tx,
    actor: &Actor,
    case: &Application,
    before: &[Said],
    new: New,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let own = row(actor, case, before, new, moment);
    store::motion::insert(tx, &own).await?;
    let commitments = [store::journal::asking(&own)?].into();
    let entry = Entry { application: Some(case.id), act: own.word.act(), actor, at: moment.now, commitments };
    store::journal::append(tx, &entry, moment).await?;
    Ok(())
}

/// The end of a term of `days` working days that begins with what was said at `now`, on the mission's calendar (APPC 64(3), 76).
pub(crate) fn end_of(
    office: &Office,
    mission: &MissionId,
    days: u32,
    now: Timestamp,
) -> Result<Timestamp, OfficeError> {
    let calendar = office.catalogue().calendar(mission);
    let calendar = calendar.ok_or_else(|| Fault::Registers(format!("mission {mission} has no calendar")))?;
    let end = deadline::registration_date(now, calendar)
        .and_then(|registered| deadline::end_of_term(registered, days, calendar));
    Ok(end.map_err(|error| Fault::Registers(error.to_string()))?)
}

/// Not endlessly often: each request costs somebody an answer.
pub(crate) async fn not_too_often(tx: &mut Tx, actor: &Actor, now: Timestamp) -> Result<(), OfficeError> {
    let key = format!("motion:{}", permission::applicant(actor)?);
    if store::limit::hit(tx, &key, HOUR_SECONDS, now).await? > PER_HOUR_MAX {
        return Err(OfficeError::TooMany { retry_at: store::limit::window_end(HOUR_SECONDS, now) });
    }
    Ok(())
}

/// What waits for a word of this person: of a head, of an officer, of the higher body.
///
/// # Errors
/// `NotAllowed` for everybody else.
pub async fn waiting_of(office: &Office, actor: &Actor) -> Result<Vec<Waiting>, OfficeError> {
    let (whom, mission) = match actor {
        Actor::Staff { role: Role::Reviewer, .. } => (WaitsFor::HigherBody, None),
        Actor::Staff { role: Role::Supervisor, .. } => (WaitsFor::Head, Some(permission::supervisor(actor)?.clone())),
        _ => (WaitsFor::Officer, Some(permission::desk_of_mission(actor)?.clone())),
    };
    let waiting = office.read(move |tx| {
        Box::pin(async move { Ok(store::motion::waiting_for(tx, Some(whom), mission.as_ref()).await?) })
    });
    waiting.await
}
