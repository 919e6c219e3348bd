//! What is drawn and waits, what was found, and the months with their proof.

use super::{judge, opened, says};
use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use domain::ids::{ApplicationId, MissionId};
use domain::sample::period;
use jiff::Timestamp;
use store::Tx;
use store::sample::Sample;

/// Decisions of one list.
const ROWS_MAX: i64 = 100;

/// A decision of a list.
#[derive(Clone, Debug)]
pub struct Line {
    /// The case.
    pub application: ApplicationId,
    /// Its reference.
    pub reference: String,
    /// The mission that decided.
    pub mission: MissionId,
    /// Which of its decisions.
    pub number: u32,
    /// Who decided.
    pub officer: String,
    /// When.
    pub decided_at: Timestamp,
    /// Why something was found; empty: nobody said so.
    pub reason: String,
}

/// A month of draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    /// The month.
    pub period: String,
    /// SHA-256 of its secret, hex.
    pub commitment: String,
    /// The secret, hex, once the month is over.
    pub secret: Option<String>,
    /// Decisions, and how many of them were drawn.
    pub counts: [usize; 2],
    /// Every draw is what the secret says; known once the month is over.
    pub agrees: Option<bool>,
}

/// Drawn decisions that wait for the reader, the oldest first.
///
/// # Errors
/// `NotAllowed` for who is no head.
pub async fn waiting(office: &Office, actor: &Actor) -> Result<Vec<Line>, OfficeError> {
    let mission = permission::supervisor(actor)?.clone();
    let me = permission::staff(actor)?;
    office
        .read(move |tx| {
            Box::pin(async move {
                let all = store::sample::waiting(tx, &mission, ROWS_MAX).await?;
                lines(tx, all.into_iter().filter(|own| own.officer != me).collect()).await
            })
        })
        .await
}

/// The decision of a case that waits for the reader's second look.
///
/// # Errors
/// As [`judge::judge`], without findings.
pub async fn one(office: &Office, actor: &Actor, id: ApplicationId) -> Result<Line, OfficeError> {
    let actor = actor.clone();
    office
        .read(move |tx| {
            Box::pin(async move {
                let (_, own) = judge::open(tx, &actor, id).await?;
                let line = lines(tx, vec![own]).await?.pop();
                line.ok_or(OfficeError::NotFound)
            })
        })
        .await
}

/// What was found in decisions of the reader and they have not read.
///
/// # Errors
/// Faults only; nothing for who decides no case.
pub async fn found(office: &Office, actor: &Actor) -> Result<Vec<Line>, OfficeError> {
    let Ok((officer, _)) = permission::is_warned(actor) else { return Ok(vec![]) };
    office
        .read(move |tx| {
            Box::pin(async move {
                let all = store::sample::unread(tx, officer).await?;
                lines(tx, all).await
            })
        })
        .await
}

/// Decisions of the head's mission: drawn, waiting, in order, with a finding.
///
/// # Errors
/// `NotAllowed` for who is no head.
pub async fn counts(office: &Office, actor: &Actor) -> Result<[i64; 4], OfficeError> {
    let mission = permission::supervisor(actor)?.clone();
    office.read(move |tx| Box::pin(async move { Ok(store::sample::counts(tx, &mission).await?) })).await
}

/// Every month with its proof, the latest first.
///
/// # Errors
/// `NotAllowed` for who is no auditor of all missions.
pub async fn months(office: &Office, actor: &Actor, now: Timestamp) -> Result<Vec<Month>, OfficeError> {
    permission::audits_all(actor)?;
    let inner = office.clone();
    office
        .read(move |tx| {
            Box::pin(async move {
                let mut months = vec![];
                for own in store::sample::secrets(tx).await? {
                    let all = store::sample::of_period(tx, &own.period).await?;
                    // Who knows a secret knows what will be drawn: it is shown when nothing is drawn by it any more.
                    let secret = if own.period < period(now) { Some(opened(&inner, &own)?) } else { None };
                    months.push(Month {
                        counts: [all.len(), all.iter().filter(|one| one.drawn).count()],
                        agrees: secret.map(|secret| all.iter().all(|one| says(secret, one) == one.drawn)),
                        secret: secret.map(hex::encode),
                        period: own.period,
                        commitment: own.commitment,
                    });
                }
                Ok(months)
            })
        })
        .await
}

async fn lines(tx: &mut Tx, all: Vec<Sample>) -> Result<Vec<Line>, OfficeError> {
    let mut lines = vec![];
    for own in all {
        let Some(case) = store::application::get(tx, own.application).await? else { continue };
        let person = store::officer::get(tx, own.officer).await?;
        lines.push(Line {
            application: own.application,
            reference: case.reference,
            mission: own.mission,
            number: own.number,
            officer: person.map(|person| person.line.name).unwrap_or_default(),
            decided_at: own.decided_at,
            reason: own.judged.map(|(_, reason)| reason).unwrap_or_default(),
        });
    }
    Ok(lines)
}
