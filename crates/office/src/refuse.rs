//! Refuses with at least one ground of the law and the officer's reasons (Law on public services 19-1(2), APPC 80). The motivated
//! refusal is set before the transaction and stored in it, so that the letter and the paper tell the same.

use crate::decline_registration::written;
use crate::desk_act::{self, Doing};
use crate::{Fault, Office, OfficeError, letters, prepare_request};
use domain::actor::Actor;
use domain::application::transition::is_open;
use domain::application::{Act, ActKind, NotOpen};
use domain::ids::ApplicationId;
use domain::moment::Moment;
use domain::paper::{OfficerLine, PrintedGround, RefusalPaper};
use domain::refusal::Ground;
use serde_json::json;
use store::application::Application;

/// Refuses.
///
/// # Errors
/// Findings at `grounds` and `reasons`; `NotFound`, `NotOpen`, `Stale`.
pub async fn refuse(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    seen_version: i64,
    grounds: Vec<Ground>,
    reasons: String,
    moment: &Moment,
) -> Result<(), OfficeError> {
    if grounds.is_empty() {
        return Err(OfficeError::finding("grounds", "missing"));
    }
    let mut grounds = grounds;
    grounds.sort();
    grounds.dedup();
    let reasons = written("reasons", reasons)?;
    let Actor::Staff { officer, .. } = actor else { return Err(OfficeError::NotAllowed) };
    let (officer, asking) = (*officer, actor.clone());
    let (case, person) = office
        .read(move |tx| {
            Box::pin(async move {
                let case = desk_act::load(tx, &asking, id).await?;
                let person = store::officer::get(tx, officer).await?.ok_or(OfficeError::NotFound)?;
                Ok((case, person))
            })
        })
        .await?;
    if !is_open(case.state.kind(), ActKind::Refuse, actor.role()) {
        return Err(OfficeError::NotOpen(NotOpen::Act));
    }
    let pdf = set(office, case, person.line, grounds.clone(), reasons.clone(), moment).await?;
    let file = office.store().blobs().put(pdf).await?;
    let (inner, actor, moment) = (office.clone(), actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut case = desk_act::load(tx, &actor, id).await?;
                let doing = Doing { actor: &actor, moment: &moment, seen_version };
                let act = Act::Refuse { grounds, reasons };
                desk_act::perform(&inner, tx, &mut case, act, &doing, &[("file", json!(file.0))]).await?;
                let kind = "refusal".to_owned();
                let paper = store::paper::Paper { application: id, kind, number: None, file, created_at: moment.now };
                Ok(store::paper::insert(tx, &paper).await?)
            })
        })
        .await
}

async fn set(
    office: &Office,
    case: Application,
    officer: OfficerLine,
    grounds: Vec<Ground>,
    reasons: String,
    moment: &Moment,
) -> Result<Vec<u8>, OfficeError> {
    let zone = letters::mission_of(office, &case)?.zone.clone();
    let date = moment.now.in_tz(&zone).map_err(|error| Fault::Registers(error.to_string()))?.date();
    let names = prepare_request::printed_names(office, &case.request)?;
    let rules = office.catalogue_of(&case);
    let refusals = rules.refusals();
    let printed: Option<Vec<PrintedGround>> = grounds.iter().map(|ground| refusals.ground(*ground)).collect();
    let printed = printed.ok_or_else(|| Fault::Registers("a ground has no text".to_owned()))?;
    let complaint = &rules.passport().complaint;
    let (higher_body, complaint_months) = (complaint.higher_body.clone(), complaint.file_months);
    let press = office.parts().press.clone();
    let set = tokio::task::spawn_blocking(move || {
        press.refusal(&RefusalPaper {
            reference: &case.reference,
            request: &case.request,
            grounds: &printed,
            reasons: &reasons,
            date,
            officer: &officer,
            language: case.language,
            names: &names,
            mission: &case.mission,
            higher_body: &higher_body,
            complaint_months,
        })
    });
    let pdf = set.await.map_err(|error| Fault::Broken(format!("press: {error}")))?;
    Ok(pdf.map_err(Fault::Press)?)
}
