//! A record that is made although a check of the machine does not agree: the official says why, the statement that they sign or that is sealed
//! holds it, and the head of the mission has a list. Must never keep anybody from deciding: a reason is all that is asked for.

use crate::decline_registration::written;
use crate::{Office, OfficeError, cases, checks, duplicates, permission};
use domain::actor::Actor;
use domain::decision::{Decided, Despite};
use domain::ids::ApplicationId;
use domain::paper::OfficerLine;
use jiff::Timestamp;
use service::checks::{Check, Outcome};
use std::collections::BTreeMap;
use store::Tx;
use store::application::Application;
use store::check_override::CheckOverride;
use store::decision::Decision;

/// Where a mistake in the reason is told.
pub const REASON: &str = "despite";
/// The newest ones are listed.
pub const LISTED_MAX: i64 = 50;

/// A record that was made so, as the head of the mission reads it.
#[derive(Clone, Debug)]
pub struct Line {
    /// The case.
    pub id: ApplicationId,
    /// Its reference.
    pub reference: String,
    /// Who decided.
    pub official: Option<OfficerLine>,
    /// Which checks, and why.
    pub despite: Despite,
    /// When.
    pub decided_at: Timestamp,
}

/// The decision to make the record, with what was said of checks; nothing was: an empty text.
pub fn grant(reason: String) -> Decided {
    let said = (!reason.is_empty()).then(|| Despite { checks: vec![], reason });
    Decided::Grant { despite: said }
}

/// The checks of a case that do not agree now.
///
/// # Errors
/// `NotFound` for who does not read the case.
pub async fn of_case(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    now: Timestamp,
) -> Result<Vec<Check>, OfficeError> {
    let (inner, actor) = (office.clone(), actor.clone());
    office.read(move |tx| Box::pin(async move { failing(&inner, tx, &actor, id, now).await })).await
}

/// The decision with the checks that do not agree now; of every other decision the same.
///
/// # Errors
/// A finding at [`REASON`] where there are such checks and no reason.
pub(crate) async fn explained(
    office: &Office,
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    decided: Decided,
    now: Timestamp,
) -> Result<Decided, OfficeError> {
    let despite = match decided {
        Decided::Grant { despite } => despite,
        other => return Ok(other),
    };
    let checks = names(&failing(office, tx, actor, id, now).await?);
    if checks.is_empty() {
        return Ok(Decided::Grant { despite: None });
    }
    let reason = written(REASON, despite.map(|own| own.reason).unwrap_or_default())?;
    Ok(Decided::Grant { despite: Some(Despite { checks, reason }) })
}

/// Keeps what was said beside a decision to make the record.
///
/// # Errors
/// `Stale` where by now a check does not agree that the reason was not given for.
pub(crate) async fn keep(
    office: &Office,
    tx: &mut Tx,
    actor: &Actor,
    case: &Application,
    own: &Decision,
) -> Result<(), OfficeError> {
    let Decided::Grant { despite } = &own.statement.decided else { return Ok(()) };
    let said = despite.as_ref().map(|own| own.checks.as_slice()).unwrap_or_default();
    let checks = names(&failing(office, tx, actor, case.id, own.decided_at).await?);
    if checks.iter().any(|check| !said.contains(check)) {
        return Err(OfficeError::Stale);
    }
    let Some(despite) = despite.clone() else { return Ok(()) };
    let kept = CheckOverride {
        application: case.id,
        number: own.number,
        mission: case.mission.clone(),
        officer: own.officer,
        despite,
        decided_at: own.decided_at,
    };
    Ok(store::check_override::insert(tx, &kept).await?)
}

/// The newest records of the head's mission that were made so.
///
/// # Errors
/// `NotAllowed` for who is no supervisor.
pub async fn of_mission(office: &Office, actor: &Actor) -> Result<Vec<Line>, OfficeError> {
    let mission = permission::supervisor(actor)?.clone();
    office
        .read(move |tx| {
            Box::pin(async move {
                let kept = store::check_override::of_mission(tx, &mission, LISTED_MAX).await?;
                let ids: Vec<ApplicationId> = kept.iter().map(|own| own.application).collect();
                let cases = store::application::all_of(tx, &ids).await?;
                let references: BTreeMap<ApplicationId, String> =
                    cases.into_iter().map(|case| (case.id, case.reference)).collect();
                let mut lines = vec![];
                for own in kept {
                    let official = store::officer::get(tx, own.officer).await?.map(|person| person.line);
                    let reference = references.get(&own.application).cloned().ok_or(OfficeError::NotFound)?;
                    let CheckOverride { application: id, despite, decided_at, .. } = own;
                    lines.push(Line { id, reference, official, despite, decided_at });
                }
                Ok(lines)
            })
        })
        .await
}

async fn failing(
    office: &Office,
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    now: Timestamp,
) -> Result<Vec<Check>, OfficeError> {
    let view = cases::within(office, tx, actor, id, now).await?;
    let found = duplicates::found(office, tx, actor, id, now).await?;
    let mut made = checks::of_case(office, &view, Some(checks::counted(&found)), now);
    made.retain(|own| own.outcome == Outcome::Fail);
    Ok(made)
}

fn names(checks: &[Check]) -> Vec<String> {
    checks.iter().map(|own| own.kind.as_str().to_owned()).collect()
}
