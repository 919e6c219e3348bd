//! A head or an administrator enters a leave with the substitute. Two leaves of a person do not overlap, and who stands in for somebody is there
//! themselves: no chain of substitutes.

use super::{calendar, is_kept, person};
use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use domain::ids::OfficerId;
use domain::moment::Moment;
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::json;
use service::Finding;
use store::Tx;
use store::journal::Entry;
use store::leave::Leave;
use store::officer::Officer;

/// Longest leave, days.
pub const DAYS_MAX: i32 = 366;

/// Who is away, from when to when, and who stands in; `None`: nothing that can be read was typed.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Who is away.
    pub officer: Option<OfficerId>,
    /// Who stands in.
    pub substitute: Option<OfficerId>,
    /// The first day.
    pub first: Option<Date>,
    /// The last day.
    pub last: Option<Date>,
}

/// Enters a leave; it is in force from the first day's begin to the last day's end, by the mission's clock.
///
/// # Errors
/// Findings at `officer` (`missing`, `stands-in`, `overlaps`), `substitute` (`missing`, `same`, `not-fit`, `away`), `first` (`missing`, `past`), `last`
/// (`missing`, `order`, `too-long`); `NotAllowed` for who keeps no leaves.
pub async fn enter(office: &Office, actor: &Actor, wanted: Wanted, moment: &Moment) -> Result<(), OfficeError> {
    permission::keeps_leaves(actor)?;
    let (officer, substitute, first, last) = whole(&wanted)?;
    let (inner, actor, moment) = (office.clone(), actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let (me, own) = permission::keeps_leaves(&actor)?;
                let [away, standing_in] = both(tx, officer, substitute).await?;
                let from_list = |one: &Option<Officer>| one.as_ref().and_then(person).filter(|own_| is_kept(own, &own_.mission));
                let away = from_list(&away).ok_or_else(|| OfficeError::finding("officer", "missing"))?;
                let standing_in =
                    from_list(&standing_in).ok_or_else(|| OfficeError::finding("substitute", "missing"))?;
                // A head decides no case and an officer gives none out: neither does the other's work.
                if standing_in.mission != away.mission || standing_in.role != away.role {
                    return Err(OfficeError::finding("substitute", "not-fit"));
                }
                let calendar = calendar(&inner, &away.mission)?;
                if first < calendar.date(moment.now) {
                    return Err(OfficeError::finding("first", "past"));
                }
                let bound = |date: Date| calendar.instant(date.at(0, 0, 0, 0));
                let end = last.tomorrow().ok().and_then(bound);
                let (Some(from), Some(until)) = (bound(first), end) else {
                    return Err(OfficeError::finding("first", "missing"));
                };
                // One that begins today begins now: it does not overlap one that was ended this morning.
                let from = from.max(moment.now);
                is_free(tx, officer, substitute, (from, until)).await?;
                let id = moment.uuid("leave");
                let (made_by, made_at, mission) = (me, moment.now, away.mission);
                let own = Leave { id, mission, officer, substitute, first, last, from, until, made_by, made_at, ended_at: None };
                store::leave::insert(tx, &own).await?;
                let facts = json!({
                    "id": id, "mission": own.mission, "officer": officer, "substitute": substitute, "first": first, "last": last,
                });
                let (act, commitments) = (store::journal::ENTER_LEAVE, [("leave".to_owned(), facts)].into());
                let entry = Entry { application: None, act, actor: &actor, at: moment.now, commitments };
                store::journal::append(tx, &entry, &moment).await?;
                Ok(())
            })
        })
        .await
}

/// What was typed, or all that is wrong with it by itself.
fn whole(wanted: &Wanted) -> Result<(OfficerId, OfficerId, Date, Date), OfficeError> {
    let mut found = vec![];
    let missing = |field: &str| Finding::new(field, "missing");
    let fields = [
        ("officer", wanted.officer.is_none()),
        ("substitute", wanted.substitute.is_none()),
        ("first", wanted.first.is_none()),
        ("last", wanted.last.is_none()),
    ];
    found.extend(fields.into_iter().filter(|(_, is_missing)| *is_missing).map(|(field, _)| missing(field)));
    if wanted.officer.is_some() && wanted.officer == wanted.substitute {
        found.push(Finding::new("substitute", "same"));
    }
    if let (Some(first), Some(last)) = (wanted.first, wanted.last) {
        match first.until(last).map_or(i32::MAX, |span| span.get_days()) {
            days if days < 0 => found.push(Finding::new("last", "order")),
            days if days >= DAYS_MAX => found.push(Finding::new("last", "too-long")),
            _ => {}
        }
    }
    match (wanted.officer, wanted.substitute, wanted.first, wanted.last) {
        (Some(officer), Some(substitute), Some(first), Some(last)) if found.is_empty() => {
            Ok((officer, substitute, first, last))
        }
        _ => Err(OfficeError::Findings(found)),
    }
}

/// Both people, locked in one order: of two leaves that are entered at once the second one sees the first.
async fn both(tx: &mut Tx, officer: OfficerId, substitute: OfficerId) -> Result<[Option<Officer>; 2], OfficeError> {
    let mut logins = vec![];
    for id in [officer, substitute] {
        logins.extend(store::officer::get(tx, id).await?.map(|own| own.login));
    }
    logins.sort();
    let mut people = vec![];
    for login in logins {
        people.extend(store::officer::by_login(tx, &login).await?);
    }
    Ok([officer, substitute].map(|id| people.iter().find(|own| own.id == id).cloned()))
}

async fn is_free(
    tx: &mut Tx,
    officer: OfficerId,
    substitute: OfficerId,
    (from, until): (Timestamp, Timestamp),
) -> Result<(), OfficeError> {
    let mut found = vec![];
    for own in store::leave::touching(tx, officer, from, until).await? {
        let code = if own.officer == officer { "overlaps" } else { "stands-in" };
        found.push(Finding::new("officer", code));
    }
    let theirs = store::leave::touching(tx, substitute, from, until).await?;
    if theirs.iter().any(|own| own.officer == substitute) {
        found.push(Finding::new("substitute", "away"));
    }
    found.dedup();
    if found.is_empty() { Ok(()) } else { Err(OfficeError::Findings(found)) }
}
