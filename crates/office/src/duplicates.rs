//! Cases that look like the same death: found by the machine, looked at and told apart by an officer. It advises; no act waits for it,
//! nothing is joined.
//!
//! Cases of other missions are not shown, nor said to exist. One thing is: a record of a death with this IIN that stands already, by its number;
//! it is in the State's register, and a second one would be void (Family Code 185).

use crate::cases::{CaseLine, line};
use crate::decline_registration::written;
use crate::{Office, OfficeError, declare_conflict, permission, readings};
use domain::actor::Actor;
use domain::application::State;
use domain::ids::{ApplicationId, MissionId};
use domain::likeness::{Likeness, likeness};
use domain::moment::Moment;
use domain::paper::OfficerLine;
use domain::request::{Deceased, Request};
use jiff::Timestamp;
use store::Tx;
use store::application::Application;
use store::journal::Entry;
use store::likeness::Judged;
use store::reading::What;

/// Cases of the same IIN, and of near names, that are held against the case.
const CANDIDATES_MAX: usize = 30;

/// A case that looks alike.
#[derive(Clone, Debug)]
pub struct Alike {
    /// The case.
    pub line: CaseLine,
    /// Why.
    pub likeness: Likeness,
    /// The last word on the two, and who said it.
    pub judged: Option<(Judged, Option<OfficerLine>)>,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Cases of the mission.
    pub alike: Vec<Alike>,
    /// Records of other missions, by number, that name the same IIN.
    pub records: Vec<String>,
}

/// A pair beside each other.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The case.
    pub one: Request,
    /// The other, with why.
    pub alike: Alike,
    /// Its request.
    pub other: Request,
    /// All that was said of the two, the first word first.
    pub judged: Vec<(Judged, Option<OfficerLine>)>,
}

/// Looks for cases that tell of the same death.
///
/// # Errors
/// `NotFound` for who does not read what the desk keeps beside the case.
pub async fn of_case(office: &Office, actor: &Actor, id: ApplicationId, now: Timestamp) -> Result<Found, OfficeError> {
    let (inner, actor) = (office.clone(), actor.clone());
    office.read(move |tx| Box::pin(async move { found(&inner, tx, &actor, id, now).await })).await
}

/// The same in a transaction that is open.
pub(crate) async fn found(
    office: &Office,
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    now: Timestamp,
) -> Result<Found, OfficeError> {
    let case = readable(tx, actor, id).await?;
    let of_iin = of_iin(tx, &case).await?;
    let mut found = Found { alike: vec![], records: records_elsewhere(&of_iin, &case) };
    let mut others: Vec<Application> = of_iin;
    others.retain(|other| !is_elsewhere(&other.mission, &case.mission));
    for other in of_name(tx, &case).await? {
        if !others.iter().any(|own| own.id == other.id) {
            others.push(other);
        }
    }
    for other in others.iter().filter(|other| other.id != case.id) {
        if let Some(own) = alike(office, tx, &case, other, now).await? {
            found.alike.push(own);
        }
    }
    Ok(found)
}

/// The case and another beside each other.
///
/// # Errors
/// `NotFound` when either is not to be seen, or the two are not alike.
pub async fn pair(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    other: ApplicationId,
    now: Timestamp,
) -> Result<Pair, OfficeError> {
    let (inner, asking) = (office.clone(), actor.clone());
    let pair = office
        .read(move |tx| {
            Box::pin(async move {
                let (case, other) = both(tx, &asking, id, other).await?;
                let alike = alike(&inner, tx, &case, &other, now).await?.ok_or(OfficeError::NotFound)?;
                let mut judged = vec![];
                for own in words(tx, id, other.id).await? {
                    judged.push(named(tx, own).await?);
                }
                Ok(Pair { one: case.request, alike, other: other.request, judged })
            })
        })
        .await?;
    // The whole of the other request was read: its applicant may know.
    readings::note(office, actor, other, What::Case, now).await?;
    Ok(pair)
}

/// Says of two cases that look alike whether they tell of the same death, and why.
///
/// # Errors
/// Findings at `same` and `reason`; `NotFound` as [`pair`], `NotAllowed` for who may only read.
pub async fn judge(
    office: &Office,
    actor: &Actor,
    (id, other): (ApplicationId, ApplicationId),
    is_same: Option<bool>,
    reason: String,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let (case, other) = both(tx, &actor, id, other).await?;
                let officer = permission::write_note(&actor, &case)?;
                declare_conflict::must_not_concern(tx, &actor, id).await?;
                declare_conflict::must_not_concern(tx, &actor, other.id).await?;
                likeness(&case.request, &other.request).ok_or(OfficeError::NotFound)?;
                let reason = written("reason", reason);
                let is_same = is_same.ok_or_else(|| OfficeError::finding("same", "missing"))?;
                let last = store::likeness::of(tx, id).await?.last().map_or(0, |own| own.number);
                let own = Judged {
                    application: id,
                    number: last + 1,
                    other: other.id,
                    officer,
                    judged_at: moment.now,
                    is_same,
                    reason: reason?,
                };
                store::likeness::insert(tx, &own).await?;
                let entry = Entry {
                    application: Some(id),
                    act: store::journal::JUDGE_LIKENESS,
                    actor: &actor,
                    at: moment.now,
                    commitments: store::journal::judging(&own)?,
                };
                store::journal::append(tx, &entry, &moment).await?;
                Ok(())
            })
        })
        .await
}

async fn readable(tx: &mut Tx, actor: &Actor, id: ApplicationId) -> Result<Application, OfficeError> {
    let case = store::application::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
    permission::read_desk(actor, &case)?;
    Ok(case)
}

/// Both readable, two, and of one mission: another mission's case is not said to exist, to an auditor of all neither.
async fn both(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    other: ApplicationId,
) -> Result<(Application, Application), OfficeError> {
    // Always in one order, so that two who look at the pair from its two ends do not wait for each other.
    let (case, other) = match id.0 <= other.0 {
        true => {
            let case = readable(tx, actor, id).await?;
            (case, readable(tx, actor, other).await?)
        }
        false => {
            let other = readable(tx, actor, other).await?;
            (readable(tx, actor, id).await?, other)
        }
    };
    if case.id == other.id || case.mission != other.mission {
        return Err(OfficeError::NotFound);
    }
    Ok((case, other))
}

/// The newest cases of any mission that name the IIN of the person who died.
async fn of_iin(tx: &mut Tx, case: &Application) -> Result<Vec<Application>, OfficeError> {
    let Deceased::Identified(person) = &case.request.deceased else { return Ok(vec![]) };
    let Some(iin) = &person.iin else { return Ok(vec![]) };
    let ids = store::spelling::search(tx, None, iin.as_str(), CANDIDATES_MAX).await?;
    Ok(store::application::all_of(tx, &ids).await?)
}

/// The newest cases of the mission that have a near name.
async fn of_name(tx: &mut Tx, case: &Application) -> Result<Vec<Application>, OfficeError> {
    let Deceased::Identified(person) = &case.request.deceased else { return Ok(vec![]) };
    let name = format!("{} {}", person.name.surname, person.name.given);
    let ids = store::spelling::search(tx, Some(&case.mission), &name, CANDIDATES_MAX).await?;
    Ok(store::application::all_of(tx, &ids).await?)
}

/// The number of another record that stands of the death this case tells of: by IIN, by an officer's word that the two are one, or in a
/// request that the same account sent with a near name.
pub(crate) async fn standing_record(tx: &mut Tx, case: &Application) -> Result<Option<String>, OfficeError> {
    let mut others = of_iin(tx, case).await?;
    others.extend(of_name(tx, case).await?);
    for other in others.iter().filter(|other| other.id != case.id) {
        let Some(number) = record(&other.state) else { continue };
        let Some(own) = likeness(&case.request, &other.request) else { continue };
        let last = words(tx, case.id, other.id).await?.pop();
        // Who said that they are two people has looked; an IIN is of one.
        let is_same = own.same_iin == Some(true)
            || last.map_or(own.same_iin.is_none() && other.account == case.account, |word| word.is_same);
        if is_same {
            return Ok(Some(number));
        }
    }
    Ok(None)
}

/// Numbers of records that another mission made of the death of a person with this IIN.
fn records_elsewhere(of_iin: &[Application], case: &Application) -> Vec<String> {
    let same = |other: &&Application| {
        is_elsewhere(&other.mission, &case.mission)
            && likeness(&case.request, &other.request).is_some_and(|own| own.same_iin == Some(true))
    };
    of_iin.iter().filter(same).filter_map(|other| record(&other.state)).collect()
}

fn is_elsewhere(one: &MissionId, other: &MissionId) -> bool {
    one != other
}

fn record(state: &State) -> Option<String> {
    match state {
        State::Granted { record, .. }
        | State::Ready { record, .. }
        | State::Uncollected { record, .. }
        | State::Replaced { record, .. }
        | State::Collected { record, .. } => Some(record.number.clone()),
        _ => None,
    }
}

async fn alike(
    office: &Office,
    tx: &mut Tx,
    case: &Application,
    other: &Application,
    now: Timestamp,
) -> Result<Option<Alike>, OfficeError> {
    let Some(likeness) = likeness(&case.request, &other.request) else { return Ok(None) };
    let judged = match words(tx, case.id, other.id).await?.pop() {
        Some(own) => Some(named(tx, own).await?),
        None => None,
    };
    Ok(Some(Alike { line: line(office, other, case.language, now), likeness, judged }))
}

/// What was said of the two, on either.
async fn words(tx: &mut Tx, one: ApplicationId, other: ApplicationId) -> Result<Vec<Judged>, OfficeError> {
    let mut said = store::likeness::about(tx, one).await?;
    said.retain(|own| own.other == other || own.application == other);
    Ok(said)
}

async fn named(tx: &mut Tx, own: Judged) -> Result<(Judged, Option<OfficerLine>), OfficeError> {
    let who = store::officer::get(tx, own.officer).await?;
    Ok((own, who.map(|person| person.line)))
}
