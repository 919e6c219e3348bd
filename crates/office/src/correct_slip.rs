//! The head of the section agrees that a slip of the pen is put right (APPC 82): the certificate with it is not valid any more and is kept
//! beside, a corrected one is made under a number of its own, its blank is written off, other bodies and the family are told. Or does not.

use crate::annul::as_head;
use crate::decline_registration::written;
use crate::desk_act::{self, Doing};
use crate::motions::{self, New};
use crate::{Fault, Office, OfficeError, issue_certificate, letters, permission};
use domain::actor::Actor;
use domain::application::{Act, LetterKind, NotOpen};
use domain::certificate::{CertificateNumber, certificate_number};
use domain::ids::ApplicationId;
use domain::lang::Lang;
use domain::moment::Moment;
use domain::motion::{Kind, WaitsFor, Word};
use domain::slip::Slip;
use serde_json::Value;
use store::Tx;
use store::application::Application;
use store::blank::Spoiled;
use store::motion::{Said, waiting};

/// The head agrees to what was said last.
///
/// # Errors
/// `NotFound`; `NotAllowed` for who is no head; `Barred`; `NotOpen` where nothing waits; `Stale` when the case or the word is not the one that was
/// seen.
pub async fn agree(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    (seen_version, seen_number): (i64, u32),
    moment: &Moment,
) -> Result<(), OfficeError> {
    let (inner, head, at) = (office.clone(), actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move { put_right(&inner, tx, &head, id, (seen_version, seen_number), &at).await })
        })
        .await?;
    // The paper is set outside the transaction, under the number that is kept. The word is said: what fails here is the job's to finish.
    if let Err(error) = issue_certificate::issue_certificate(office, &Actor::System, id, moment).await {
        tracing::warn!(application = %id, %error, "corrected certificate not issued yet, a job goes on");
    }
    Ok(())
}

/// The head does not agree: what the applicant pointed out waits for the officer again, what an officer noticed ends.
///
/// # Errors
/// Findings at `reason`; as [`agree`].
pub async fn decline(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    seen_number: u32,
    reason: String,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let reason = written("reason", reason)?;
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let case = as_head(tx, &actor, id).await?;
                let before = store::motion::of(tx, id).await?;
                let proposed = proposed(&before, seen_number)?;
                let by_applicant = before.iter().any(|own| own.number == proposed.about && own.said_by.is_none());
                let awaits = by_applicant.then_some((WaitsFor::Officer, proposed.due_at));
                let new = New { word: Word::DeclineSlip { reason }, about: Some(proposed.about), awaits };
                motions::say(tx, &actor, &case, &before, new, &moment).await
            })
        })
        .await
}

/// What waits for the head's word.
pub fn for_head(said: &[Said]) -> Option<&Said> {
    let mut waits = waiting(said).into_iter();
    waits.find(|own| own.word.kind() == Kind::CorrectSlip && own.waits_for == Some(WaitsFor::Head))
}

fn proposed(said: &[Said], seen_number: u32) -> Result<&Said, OfficeError> {
    let waits = for_head(said).ok_or(OfficeError::NotOpen(NotOpen::Act))?;
    if waits.number == seen_number { Ok(waits) } else { Err(OfficeError::Stale) }
}

async fn put_right(
    office: &Office,
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    (seen_version, seen_number): (i64, u32),
    moment: &Moment,
) -> Result<(), OfficeError> {
    let mut case = as_head(tx, actor, id).await?;
    let before = store::motion::of(tx, id).await?;
    let waits = proposed(&before, seen_number)?;
    let Word::ProposeSlip { slips, basis } = waits.word.clone() else { return Err(OfficeError::NotOpen(NotOpen::Act)) };
    if waits.said_by == permission::staff(actor).ok() {
        return Err(OfficeError::NotAllowed);
    }
    let gone = || OfficeError::NotOpen(NotOpen::Act);
    let replaced = case.state.number().cloned().ok_or_else(gone)?;
    let made_by = case.state.record().map(|record| record.made_by).ok_or_else(gone)?;
    let number = next(office, tx, &case, moment).await?;
    let word = Word::CorrectCertificate { slips: slips.clone(), basis: basis.clone(), replaced: replaced.clone() };
    let row = motions::row(actor, &case, &before, New { word, about: Some(waits.about), awaits: None }, moment);
    store::motion::insert(tx, &row).await?;
    let mut evidence: Vec<(String, Value)> = vec![store::journal::asking(&row)?];
    evidence.extend(write_off(office, tx, actor, id, moment).await?);
    if !store::certificate::set_aside(tx, id, moment.now).await? {
        return Err(gone());
    }
    store::paper::set_aside(tx, id, "certificate").await?;
    let evidence: Vec<(&str, Value)> = evidence.iter().map(|(what, value)| (what.as_str(), value.clone())).collect();
    let doing = Doing { actor, moment, seen_version };
    let act = Act::CorrectCertificate { number: number.clone() };
    desk_act::perform(office, tx, &mut case, act, &doing, &evidence).await?;
    store::certificate::reserve(tx, id, &number, made_by, moment.now).await?;
    tell(office, tx, &case, (slips, basis, replaced, number), moment).await
}

async fn next(
    office: &Office,
    tx: &mut Tx,
    case: &Application,
    moment: &Moment,
) -> Result<CertificateNumber, OfficeError> {
    let zone = letters::mission_of(office, case)?.zone.clone();
    let year = moment.now.in_tz(&zone).map_err(|error| Fault::Registers(error.to_string()))?.year();
    let counter = store::numbers::next(tx, &format!("certificate {year}")).await?;
    Ok(certificate_number(year, counter))
}

/// The blank on which the certificate with the slip is printed is never valid again.
async fn write_off(
    office: &Office,
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    moment: &Moment,
) -> Result<Vec<(String, Value)>, OfficeError> {
    let used = store::blank::of_case(tx, id).await?;
    let Some(mut own) = used.last().filter(|own| own.spoiled.is_none()).cloned() else { return Ok(vec![]) };
    let reason = office.texts().s(Lang::Kk, "slip-blank-reason");
    let spoiled = Spoiled { reason, officer: permission::staff(actor)?, at: moment.now };
    store::blank::spoil(tx, &own.blank, &spoiled).await?;
    own.spoiled = Some(spoiled);
    Ok(store::journal::spoiling(&own)?.into_iter().collect())
}

/// The family: what was put right, and that the earlier certificate is to be brought back (82(5)).
async fn tell(
    office: &Office,
    tx: &mut Tx,
    case: &Application,
    (slips, basis, replaced, number): (Vec<Slip>, String, CertificateNumber, CertificateNumber),
    moment: &Moment,
) -> Result<(), OfficeError> {
    let says = |lang: Lang| {
        vec![
            ("items", told(office, &slips, lang)),
            ("document", basis.clone()),
            ("certificate", replaced.0.clone()),
            ("number", number.0.clone()),
        ]
    };
    letters::motion::write(office, tx, LetterKind::CertificateCorrected, case, &says, moment).await
}

/// Each slip in words, a line each.
pub fn told(office: &Office, slips: &[Slip], lang: Lang) -> String {
    let line = |own: &Slip| {
        let field = office.texts().s(lang, &format!("slip-field-{}", own.field.as_str().replace('_', "-")));
        format!(
            "– {field}: {} → {}",
            if own.was.is_empty() { "—" } else { &own.was },
            if own.right.is_empty() { "—" } else { &own.right }
        )
    };
    slips.iter().map(line).collect::<Vec<_>>().join("\n")
}
