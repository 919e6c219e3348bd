//! Appointments: which times are free, the applicant's change of one, and the seat that goes with each.
//!
//! A seat moves in the transaction of the act; two people never get one seat, however fast they are.

use crate::desk_act::{self, Doing};
use crate::{Fault, Office, OfficeError, day};
use domain::actor::Actor;
use domain::application::{Act, NotOpen, State};
use domain::calendar::WorkingCalendar;
use domain::ids::{ApplicationId, MissionId};
use domain::moment::Moment;
use domain::slots::{self, SlotRules};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::Tx;
use store::application::Application;

/// Changes of one appointment in a day.
const CHANGES_PER_DAY_MAX: i64 = 10;
const DAY_SECONDS: i64 = 86_400;

/// What an applicant may choose.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Free times, day by day on the mission's calendar.
    pub days: BTreeMap<Date, Vec<Timestamp>>,
    /// Until when the present appointment may be changed; `None` where there is none.
    pub until: Option<Timestamp>,
}

/// The free times of the mission of a case.
///
/// # Errors
/// `NotFound` for another person's case; `NotOpen` where no time can be chosen, or it is too late to change.
pub async fn offer(office: &Office, actor: &Actor, id: ApplicationId, now: Timestamp) -> Result<Offer, OfficeError> {
    let (asking, inner) = (actor.clone(), office.clone());
    office
        .read(move |tx| {
            Box::pin(async move {
                let case = desk_act::load_own(tx, &asking, id).await?;
                let until = changeable(&inner, &case, now)?;
                Ok(Offer { days: free(&inner, tx, &case.mission, now).await?, until })
            })
        })
        .await
}

/// Chooses another time.
///
/// # Errors
/// Findings at `slot`: `missing` when it is not one of the offered, `taken`; `NotFound`, `NotOpen`, `Stale`; `TooMany` after
/// [`CHANGES_PER_DAY_MAX`].
pub async fn change(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    seen_version: i64,
    slot: Option<Timestamp>,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let (inner, actor, moment) = (office.clone(), actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut case = desk_act::load_own(tx, &actor, id).await?;
                changeable(&inner, &case, moment.now)?;
                // Each change sends letters, to a number that nobody may have proven.
                let key = format!("appointment:{id}");
                if store::limit::hit(tx, &key, DAY_SECONDS, moment.now).await? > CHANGES_PER_DAY_MAX {
                    return Err(OfficeError::TooMany { retry_at: store::limit::window_end(DAY_SECONDS, moment.now) });
                }
                let at = slot.ok_or_else(|| OfficeError::finding("slot", "missing"))?;
                let offered = slots::offered(moment.now, calendar(&inner, &case.mission)?, &rules(&inner));
                let offered = offered.map_err(|error| Fault::Registers(error.to_string()))?;
                if !offered.values().flatten().any(|one| *one == at) {
                    return Err(OfficeError::finding("slot", "missing"));
                }
                seat(&inner, tx, &case, at)
                    .await
                    .map_err(at_the_slot)?
                    .then_some(())
                    .ok_or_else(|| OfficeError::finding("slot", "taken"))?;
                let doing = Doing { actor: &actor, moment: &moment, seen_version };
                desk_act::perform(&inner, tx, &mut case, Act::ChangeCollection { at }, &doing, &[]).await
            })
        })
        .await
}

/// The applicant chose a slot, and no time.
fn at_the_slot(error: OfficeError) -> OfficeError {
    match error {
        OfficeError::Findings(_) => OfficeError::finding("slot", "missing"),
        other => other,
    }
}

/// Gives the case the seat of the officer's time, or says that it is taken.
pub(crate) async fn take(office: &Office, tx: &mut Tx, case: &Application, at: Timestamp) -> Result<(), OfficeError> {
    match seat(office, tx, case, at).await? {
        true => Ok(()),
        false => Err(OfficeError::finding("at", "taken")),
    }
}

/// Could the case have a seat for `at` now? Asks and gives none.
pub(crate) async fn has_seat(
    office: &Office,
    tx: &mut Tx,
    case: &Application,
    at: Timestamp,
) -> Result<bool, OfficeError> {
    let rules = rules(office);
    let Ok(Some(slot)) = slots::slot_of(at, calendar(office, &case.mission)?, &rules) else { return Ok(false) };
    let closures = store::closure::within(tx, &case.mission, slot.min(at), after(slot.max(at), &rules)).await?;
    if day::is_closed(&closures, slot.min(at), end(slot.max(at), &rules)) {
        return Ok(false);
    }
    let until = slot.checked_add(jiff::SignedDuration::from_secs(1)).unwrap_or(slot);
    let taken = store::appointment::taken(tx, &case.mission, slot, until).await?.len();
    Ok(taken < usize::try_from(rules.seats).unwrap_or(usize::MAX))
}

async fn seat(office: &Office, tx: &mut Tx, case: &Application, at: Timestamp) -> Result<bool, OfficeError> {
    let rules = rules(office);
    let slot = slots::slot_of(at, calendar(office, &case.mission)?, &rules);
    let Ok(Some(slot)) = slot else { return Err(OfficeError::finding("at", "not-reception-hours")) };
    // The officer's own time may lie in the middle of its slot.
    let closures = store::closure::within(tx, &case.mission, slot.min(at), after(slot.max(at), &rules)).await?;
    if day::is_closed(&closures, slot.min(at), end(slot.max(at), &rules)) {
        return Err(OfficeError::finding("at", "closed"));
    }
    Ok(store::appointment::take(tx, case.id, &case.mission, slot, rules.seats).await?)
}

/// Until when the applicant may change; an appointment that was missed has no such end.
fn changeable(office: &Office, case: &Application, now: Timestamp) -> Result<Option<Timestamp>, OfficeError> {
    match &case.state {
        State::Uncollected { .. } => Ok(None),
        State::Ready { collection, .. } => {
            let until = slots::changeable_until(collection.at, calendar(office, &case.mission)?, &rules(office));
            let until = until.map_err(|error| Fault::Registers(error.to_string()))?;
            if now > until { Err(OfficeError::NotOpen(NotOpen::Act)) } else { Ok(Some(until)) }
        }
        _ => Err(OfficeError::NotOpen(NotOpen::Act)),
    }
}

async fn free(
    office: &Office,
    tx: &mut Tx,
    mission: &MissionId,
    now: Timestamp,
) -> Result<BTreeMap<Date, Vec<Timestamp>>, OfficeError> {
    let rules = rules(office);
    let mut days =
        slots::offered(now, calendar(office, mission)?, &rules).map_err(|error| Fault::Registers(error.to_string()))?;
    let (first, last) = (days.values().flatten().next().copied(), days.values().flatten().last().copied());
    let (Some(first), Some(last)) = (first, last) else { return Ok(days) };
    let mut taken: BTreeMap<Timestamp, u32> = BTreeMap::new();
    let until = last.checked_add(jiff::SignedDuration::from_secs(1)).unwrap_or(last);
    for (slot, _) in store::appointment::taken(tx, mission, first, until).await? {
        *taken.entry(slot).or_default() += 1;
    }
    let closures = store::closure::within(tx, mission, first, after(last, &rules)).await?;
    for slots in days.values_mut() {
        slots.retain(|slot| taken.get(slot).copied().unwrap_or(0) < rules.seats);
        slots.retain(|slot| !day::is_closed(&closures, *slot, end(*slot, &rules)));
    }
    days.retain(|_, slots| !slots.is_empty());
    Ok(days)
}

/// The end of a slot.
fn after(slot: Timestamp, rules: &SlotRules) -> Timestamp {
    slot.checked_add(jiff::SignedDuration::from_mins(i64::from(rules.slot_minutes))).unwrap_or(slot)
}

/// Its last second.
pub(crate) fn end(slot: Timestamp, rules: &SlotRules) -> Timestamp {
    after(slot, rules).checked_sub(jiff::SignedDuration::from_secs(1)).unwrap_or(slot)
}

fn rules(office: &Office) -> SlotRules {
    office.catalogue().passport().slots()
}

fn calendar<'o>(office: &'o Office, mission: &MissionId) -> Result<&'o WorkingCalendar, OfficeError> {
    let found = office.catalogue().calendar(mission);
    found.ok_or_else(|| Fault::Registers(format!("mission {mission} has no calendar")).into())
}
