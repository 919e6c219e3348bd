//! The hearing before a refusal (APPC 73, 74): whether the service holds one, the days of it, and what it lets be decided. A policy of the
//! passport; where it is off, a refusal needs nothing before it (73(2)3)). Must never stop a favourable decision (73(2)1)).

use crate::desk_act::{self, Doing};
use crate::{Fault, Office, OfficeError};
use domain::actor::Actor;
use domain::application::{Act, ActKind, Event, NotOpen, State};
use domain::calendar::WorkingCalendar;
use domain::deadline;
use domain::decision::Decided;
use domain::ids::{ApplicationId, MissionId};
use domain::moment::Moment;
use jiff::Timestamp;
use jiff::civil::Date;
use service::passport::Hearing as Terms;
use store::application::Application;

/// Days of the decision that an officer chooses from.
pub const DAYS_OFFERED: usize = 10;

/// The terms of a hearing under the rules that a case sent at `sent_at` came under; `None`: none is held.
pub fn terms(office: &Office, sent_at: Timestamp) -> Option<&Terms> {
    office.edition().at(sent_at).passport().hearing()
}

/// Is a case that was sent then heard before it is refused?
pub fn applies(office: &Office, sent_at: Timestamp) -> bool {
    terms(office, sent_at).is_some()
}

/// Does the hearing let `act` be done to the case now? A case that is heard goes on, whatever the passport says later.
pub(crate) fn lets(office: &Office, case: &Application, act: ActKind, now: Timestamp) -> bool {
    match (case.state.hearing(), act) {
        (Some(hearing), act) => hearing.allows(act, now),
        (None, ActKind::Refuse) => !applies(office, case.sent_at),
        (None, ActKind::PlanRefusal) => applies(office, case.sent_at),
        (None, _) => true,
    }
}

/// Lets a refusal pass: heard where the service hears, not before its day, on nothing that the person was not heard about.
///
/// # Errors
/// `NotOpen`; a finding at `grounds` (`not-heard`).
pub(crate) fn lets_decide(
    office: &Office,
    case: &Application,
    decided: &Decided,
    now: Timestamp,
) -> Result<(), OfficeError> {
    let Decided::Refuse { grounds, .. } = decided else { return Ok(()) };
    if !lets(office, case, ActKind::Refuse, now) {
        return Err(OfficeError::NotOpen(NotOpen::AnswerAwaited));
    }
    match case.state.hearing() {
        Some(hearing) if !hearing.covers(grounds) => Err(OfficeError::finding("grounds", "not-heard")),
        _ => Ok(()),
    }
}

/// The new end of a term that waits for the day of the decision. What has passed is not taken back: silence counted as refusal (91(2)).
pub(crate) fn waits_until(due_at: Timestamp, state: &State, events: &[Event], now: Timestamp) -> Option<Timestamp> {
    let hearing = state.hearing().filter(|_| events.contains(&Event::TermWaits))?;
    (now <= due_at && hearing.decide_by > due_at).then_some(hearing.decide_by)
}

pub(crate) fn calendar<'o>(office: &'o Office, mission: &MissionId) -> Result<&'o WorkingCalendar, OfficeError> {
    let calendar = office.catalogue().calendar(mission);
    Ok(calendar.ok_or_else(|| Fault::Registers(format!("mission {mission} has no calendar")))?)
}

/// The last day on which a person can be heard: a term that waits does not wait for as long as somebody likes.
pub(crate) fn latest(calendar: &WorkingCalendar, now: Timestamp) -> Result<Date, OfficeError> {
    let mut day = calendar.date(now);
    for _ in 0..DAYS_OFFERED {
        day = calendar.next_working_day(day).map_err(|error| Fault::Registers(error.to_string()))?;
    }
    Ok(day)
}

/// The end of `days` whole working days after today.
pub(crate) fn end_of(calendar: &WorkingCalendar, days: u32, now: Timestamp) -> Result<Timestamp, OfficeError> {
    let end = deadline::end_of_term(calendar.date(now), days, calendar);
    Ok(end.map_err(|error| Fault::Registers(error.to_string()))?)
}

/// Days on which a refusal that is planned now may be decided: after the whole days of the notice.
///
/// # Errors
/// `NotFound` where no hearing is held.
pub fn days(
    office: &Office,
    mission: &MissionId,
    sent_at: Timestamp,
    now: Timestamp,
) -> Result<Vec<Date>, OfficeError> {
    let terms = terms(office, sent_at).ok_or(OfficeError::NotFound)?;
    let calendar = calendar(office, mission)?;
    let mut last = calendar.date(end_of(calendar, terms.notice_working_days, now)?);
    let mut days = vec![];
    while days.len() < DAYS_OFFERED {
        // A year without holiday data ends the list; the first day of it must be known.
        match calendar.next_working_day(last) {
            Ok(day) => last = day,
            Err(error) if days.is_empty() => return Err(Fault::Registers(error.to_string()).into()),
            Err(_) => break,
        }
        days.push(last);
    }
    Ok(days)
}

/// Beginning and end of office hours on a day of decision.
pub(crate) fn hours_of(calendar: &WorkingCalendar, day: Date) -> Result<(Timestamp, Timestamp), OfficeError> {
    let hours = calendar.office.of(day.weekday());
    let bound = |time: Option<jiff::civil::Time>| time.and_then(|time| calendar.instant(day.to_datetime(time)));
    let (from, to) = (bound(hours.first().map(|own| own.from)), bound(calendar.close(day)));
    match (from, to) {
        (Some(from), Some(to)) => Ok((from, to)),
        _ => Err(Fault::Registers(format!("{day} has no office hours")).into()),
    }
}

/// The working day after `at`, in which a decision can follow.
pub(crate) fn day_after(calendar: &WorkingCalendar, at: Timestamp) -> Result<(Timestamp, Timestamp), OfficeError> {
    let day = calendar.next_working_day(calendar.date(at)).map_err(|_| OfficeError::finding("at", "too-far"))?;
    hours_of(calendar, day)
}

/// Does an act of the applicant to a case that is heard. Of one that never was, nothing is known at this address.
///
/// # Errors
/// `NotFound`, `NotOpen`, `Stale`.
pub(crate) async fn by_applicant(
    office: &Office,
    actor: &Actor,
    (id, seen_version): (ApplicationId, i64),
    act: Act,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let (inner, actor, moment) = (office.clone(), actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut case = desk_act::load_own(tx, &actor, id).await?;
                if case.state.hearing().is_none() && store::hearing::of(tx, id).await?.is_empty() {
                    return Err(OfficeError::NotFound);
                }
                let doing = Doing { actor: &actor, moment: &moment, seen_version };
                desk_act::perform(&inner, tx, &mut case, act, &doing, &[]).await
            })
        })
        .await
}
