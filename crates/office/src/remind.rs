//! Reminds applicants: of what a mission waits for (at half time and a working day before the end), and of an appointment (a working
//! day before). A job; each reminder is an act in the journal, and is sent once.

use crate::desk_act::{self, Doing};
use crate::{Office, OfficeError};
use domain::actor::Actor;
use domain::application::{Act, State, StateKind};
use domain::calendar::WorkingCalendar;
use domain::ids::ApplicationId;
use domain::moment::Moment;
use domain::slots::working_day_before;
use jiff::{SignedDuration, Timestamp};
use store::application::Standing;

/// Cases of one round.
const BATCH: i64 = 500;
/// No appointment is reminded of earlier than this before it: weekends and holidays together are shorter.
const AHEAD: SignedDuration = SignedDuration::from_hours(24 * 14);

/// One round; how many were reminded.
///
/// # Errors
/// Faults of the store. One case that fails does not stop the others: it is logged.
pub(crate) async fn remind_due(office: &Office, moment: &Moment) -> Result<usize, OfficeError> {
    let now = moment.now;
    let mut due: Vec<(ApplicationId, Act)> = vec![];
    let mut after = None;
    loop {
        let kind = StateKind::CorrectionRequested;
        let asked = office
            .read(move |tx| Box::pin(async move { Ok(store::application::standing_in(tx, kind, after, BATCH).await?) }))
            .await?;
        let Some(last) = asked.last() else { break };
        after = Some((last.due_at, last.id));
        due.extend(asked.into_iter().filter_map(|case| read_state(office, case)).filter_map(|case| {
            let due = correction_due(&case.state, case.calendar, now)?;
            Some((case.id, Act::RemindCorrection { due }))
        }));
    }
    let until = now.checked_add(AHEAD).unwrap_or(now);
    let booked = office
        .read(move |tx| {
            Box::pin(async move {
                let mut booked = vec![];
                for id in store::appointment::unreminded(tx, now, until, BATCH).await? {
                    booked.extend(store::application::standing(tx, id).await?);
                }
                Ok(booked)
            })
        })
        .await?;
    let booked = booked.into_iter().filter_map(|case| read_state(office, case));
    let booked = booked.filter(|case| collection_due(&case.state, case.calendar, now));
    due.extend(booked.map(|case| (case.id, Act::RemindCollection)));
    let mut done = 0;
    for (id, act) in due {
        match remind(office, id, act, moment).await {
            Ok(()) => done += 1,
            Err(OfficeError::NotOpen(_) | OfficeError::Stale) => {}
            Err(error) => tracing::error!(application = %id, %error, "no reminder could be written"),
        }
    }
    Ok(done)
}

/// A case of which a reminder may be due.
struct Waiting<'o> {
    id: ApplicationId,
    state: State,
    calendar: &'o WorkingCalendar,
}

/// `None`, and a line in the log, for a state that cannot be read: the others are reminded all the same.
fn read_state(office: &Office, case: Standing) -> Option<Waiting<'_>> {
    let calendar = office.catalogue().calendar(&case.mission)?;
    match case.state {
        Ok(state) => Some(Waiting { id: case.id, state, calendar }),
        Err(error) => {
            tracing::error!(application = %case.id, %error, "no reminder: the state cannot be read");
            None
        }
    }
}

/// How many reminders should have been sent by now, where one is missing.
fn correction_due(state: &State, calendar: &WorkingCalendar, now: Timestamp) -> Option<u8> {
    let correction = state.correction()?;
    let last = working_day_before(correction.answer_by, calendar).unwrap_or(correction.answer_by);
    Some(correction.reminders_due(last, now)).filter(|due| *due > correction.reminders)
}

fn collection_due(state: &State, calendar: &WorkingCalendar, now: Timestamp) -> bool {
    let State::Ready { collection, .. } = state else { return false };
    let from = working_day_before(collection.at, calendar);
    now < collection.at && from.is_ok_and(|from| from <= now)
}

async fn remind(office: &Office, id: ApplicationId, act: Act, moment: &Moment) -> Result<(), OfficeError> {
    let (inner, moment) = (office.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut case = desk_act::load(tx, &Actor::System, id).await?;
                if matches!(act, Act::RemindCollection) && !store::appointment::reminded(tx, id).await? {
                    return Err(OfficeError::Stale);
                }
                let doing = Doing { actor: &Actor::System, moment: &moment, seen_version: case.version };
                desk_act::perform(&inner, tx, &mut case, act, &doing, &[]).await
            })
        })
        .await
}
