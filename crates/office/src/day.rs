//! A day of a mission: who comes when, and the hours in which nobody is received. The head of the section closes hours and opens them again;
//! an appointment in closed hours is shown, and moved by an officer with a letter. Closed hours move no term: office hours are another calendar.

use crate::appointments::end;
use crate::decline_registration::written;
use crate::{Fault, Office, OfficeError, letters, permission};
use domain::actor::Actor;
use domain::application::State;
use domain::calendar::WorkingCalendar;
use domain::ids::{ApplicationId, MissionId};
use domain::moment::Moment;
use domain::request::Collector;
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use serde_json::json;
use store::closure::Closure;
use store::journal::Entry;
use uuid::Uuid;

/// Days ahead that may be closed.
const DAYS_AHEAD_MAX: i64 = 400;

/// A day.
#[derive(Clone, Debug)]
pub struct Day {
    /// Which, on the mission's calendar.
    pub date: Date,
    /// The mission.
    pub mission: MissionId,
    /// Who comes, by time.
    pub visits: Vec<Visit>,
    /// Closed hours.
    pub closures: Vec<Closure>,
    /// Nobody is received on such a day: no reception hours, or a day off.
    pub is_off: bool,
}

/// An appointment.
#[derive(Clone, Debug)]
pub struct Visit {
    /// When.
    pub at: Timestamp,
    /// The case.
    pub application: ApplicationId,
    /// Its reference.
    pub reference: String,
    /// Who collects.
    pub collector: String,
    /// The person who died.
    pub deceased: String,
    /// The certificate's number.
    pub certificate: String,
    /// Papers that will be surrendered.
    pub surrendered: String,
    /// Lies in closed hours: it must be moved.
    pub is_closed: bool,
}

/// What is closed.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The day.
    pub date: Date,
    /// From then on; `None`: from its begin.
    pub from: Option<Time>,
    /// Until then; `None`: until its end.
    pub until: Option<Time>,
    /// Why.
    pub reason: String,
}

/// The day of one's mission; `None` = today there.
///
/// # Errors
/// `NotAllowed` for who does not work at a mission's desk.
pub async fn get(office: &Office, actor: &Actor, date: Option<Date>, now: Timestamp) -> Result<Day, OfficeError> {
    let mission = permission::desk_of_mission(actor)?.clone();
    let calendar = calendar(office, &mission)?;
    let date = date.unwrap_or_else(|| calendar.date(now));
    let (from, until) = bounds(calendar, date)?;
    let is_off = calendar.holidays.contains(&date) || calendar.reception.of(date.weekday()).is_empty();
    let (inner, lang, rules) = (office.clone(), domain::lang::Lang::Kk, office.catalogue().passport().slots());
    office
        .read(move |tx| {
            Box::pin(async move {
                let closures = store::closure::within(tx, &mission, from, until).await?;
                let mut visits = vec![];
                for (slot, id) in store::appointment::taken(tx, &mission, from, until).await? {
                    let Some(case) = store::application::get(tx, id).await? else { continue };
                    let State::Ready { number, collection, .. } = &case.state else { continue };
                    let collector = match &case.request.collector {
                        Collector::Applicant => case.request.applicant.name.official(),
                        Collector::Other { name, .. } => name.clone(),
                    };
                    visits.push(Visit {
                        at: collection.at,
                        application: id,
                        reference: case.reference.clone(),
                        collector,
                        deceased: letters::deceased_name(&inner, &case.request, lang),
                        certificate: number.0.clone(),
                        surrendered: case.request.surrendered.identity_document.clone(),
                        is_closed: is_closed(&closures, slot.min(collection.at), end(slot.max(collection.at), &rules)),
                    });
                }
                visits.sort_by_key(|visit| visit.at);
                Ok(Day { date, mission, visits, closures, is_off })
            })
        })
        .await
}

/// Closes hours of a day.
///
/// # Errors
/// Findings at `date` (`past`, `too-far`), `until` (`order`) and `reason`; `NotAllowed` for who is not the head of a section.
pub async fn close(office: &Office, actor: &Actor, wanted: Wanted, moment: &Moment) -> Result<(), OfficeError> {
    let mission = permission::supervisor(actor)?.clone();
    let Actor::Staff { officer, .. } = actor else { return Err(OfficeError::NotAllowed) };
    let reason = written("reason", wanted.reason)?;
    let calendar = calendar(office, &mission)?;
    let (begin, end) = bounds(calendar, wanted.date)?;
    let at = |field: &str, time: Option<Time>, whole: Timestamp| match time {
        // An hour that the clock skips is no hour to close.
        Some(time) => {
            calendar.instant(wanted.date.to_datetime(time)).ok_or_else(|| OfficeError::finding(field, "unreal"))
        }
        None => Ok(whole),
    };
    let (from, until) = (at("from", wanted.from, begin)?, at("until", wanted.until, end)?);
    let today = calendar.date(moment.now);
    if wanted.date < today {
        return Err(OfficeError::finding("date", "past"));
    }
    if today.until(wanted.date).map_or(i64::MAX, |span| i64::from(span.get_days())) > DAYS_AHEAD_MAX {
        return Err(OfficeError::finding("date", "too-far"));
    }
    if until <= from {
        return Err(OfficeError::finding("until", "order"));
    }
    let (id, made_by, made_at) = (moment.uuid("closure"), *officer, moment.now);
    let own = Closure { id, mission, from, until, reason, made_by, made_at };
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                store::closure::insert(tx, &own).await?;
                let facts = json!({ "id": own.id, "mission": own.mission, "from": own.from, "until": own.until, "reason": own.reason });
                note(tx, store::journal::CLOSE_HOURS, &actor, facts, &moment).await
            })
        })
        .await
}

/// Opens closed hours again.
///
/// # Errors
/// `NotFound` for another mission's, or one that was opened before; `NotAllowed` for who is not the head of a section.
pub async fn open(office: &Office, actor: &Actor, id: Uuid, moment: &Moment) -> Result<(), OfficeError> {
    let mission = permission::supervisor(actor)?.clone();
    let Actor::Staff { officer, .. } = actor else { return Err(OfficeError::NotAllowed) };
    let (officer, actor, moment) = (*officer, actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                if !store::closure::lift(tx, &mission, id, officer, moment.now).await? {
                    return Err(OfficeError::NotFound);
                }
                note(tx, store::journal::OPEN_HOURS, &actor, json!({ "id": id }), &moment).await
            })
        })
        .await
}

async fn note(
    tx: &mut store::Tx,
    act: &str,
    actor: &Actor,
    facts: serde_json::Value,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let commitments = [("closure".to_owned(), facts)].into();
    let entry = Entry { application: None, act, actor, at: moment.now, commitments };
    store::journal::append(tx, &entry, moment).await?;
    Ok(())
}

/// Does any closure touch `[from, until]`?
pub(crate) fn is_closed(closures: &[Closure], from: Timestamp, until: Timestamp) -> bool {
    closures.iter().any(|own| own.from <= until && from < own.until)
}

fn bounds(calendar: &WorkingCalendar, date: Date) -> Result<(Timestamp, Timestamp), OfficeError> {
    let unreal = || OfficeError::finding("date", "unreal");
    let begin = calendar.instant(date.at(0, 0, 0, 0)).ok_or_else(unreal)?;
    let next = date.tomorrow().map_err(|_| unreal())?;
    Ok((begin, calendar.instant(next.at(0, 0, 0, 0)).ok_or_else(unreal)?))
}

fn calendar<'o>(office: &'o Office, mission: &MissionId) -> Result<&'o WorkingCalendar, OfficeError> {
    let found = office.catalogue().calendar(mission);
    found.ok_or_else(|| Fault::Registers(format!("mission {mission} has no calendar")).into())
}
