//! Does not accept a request on paper, for a reason of the law (Law on public services 19), and gives a slip that says why, what to do
//! and how to complain. The answers stay with the person, who can print them again.

use crate::accept_paper::official;
use crate::decline_registration::written;
use crate::paper_intake::{self, Loaded};
use crate::{Fault, Office, OfficeError, permission, prepare_request};
use domain::actor::Actor;
use domain::application::DeclineReason;
use domain::ids::DraftId;
use domain::moment::Moment;
use domain::paper::{OfficerLine, SlipAnswer, SlipPaper};
use serde_json::json;
use std::collections::BTreeMap;
use store::paper_form::Slip;
use uuid::Uuid;

/// The act's name in the journal.
pub const ACT: &str = "refuse_paper";

/// Gives the slip; its id. `slips_seen`: how many the officer saw that were given before, so that two presses give one.
///
/// # Errors
/// `NotFound` for another mission's form; findings at `reason` and `remedy`; `Stale` when it was changed, accepted or turned away meanwhile.
pub async fn refuse_paper(
    office: &Office,
    actor: &Actor,
    id: DraftId,
    reason: DeclineReason,
    remedy: String,
    slips_seen: usize,
    moment: &Moment,
) -> Result<Uuid, OfficeError> {
    let (officer, mission) = permission::intake(actor)?;
    if !DeclineReason::ON_PAPER.contains(&reason) {
        return Err(OfficeError::finding("reason", "missing"));
    }
    let remedy = written("remedy", remedy)?;
    let asking = actor.clone();
    let loaded = office.read(move |tx| Box::pin(async move { paper_intake::waiting(tx, &asking, id).await })).await?;
    let number = loaded.form.number.clone();
    let pdf = set(office, loaded, official(office, officer).await?, reason, remedy.clone(), moment).await?;
    let slip = Slip {
        id: moment.uuid("slip"),
        draft: id,
        mission: mission.clone(),
        officer,
        reason,
        remedy,
        file: office.store().keep(pdf).await?,
        given_at: moment.now,
    };
    let (id_given, by, at) = (slip.id, actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let form = paper_intake::waiting(tx, &by, id).await?.form;
                let given = store::paper_form::slips_of(tx, id).await?.len();
                if form.number != number || given != slips_seen {
                    return Err(OfficeError::Stale);
                }
                store::paper_form::insert_slip(tx, &slip).await?;
                let commitments = BTreeMap::from([
                    ("file".to_owned(), json!(slip.file.0)),
                    ("form".to_owned(), json!(form.number)),
                    ("reason".to_owned(), json!(slip.reason.as_str())),
                ]);
                let entry = store::journal::Entry { application: None, act: ACT, actor: &by, at: at.now, commitments };
                store::journal::append(tx, &entry, &at).await?;
                Ok(id_given)
            })
        })
        .await
}

async fn set(
    office: &Office,
    loaded: Loaded,
    officer: OfficerLine,
    reason: DeclineReason,
    remedy: String,
    moment: &Moment,
) -> Result<Vec<u8>, OfficeError> {
    let request = loaded.request;
    let mission = office.catalogue().mission(&request.mission);
    let mission = mission.ok_or_else(|| Fault::Registers(format!("mission {} is not there", request.mission)))?;
    let zone = moment.now.in_tz(&mission.zone).map_err(|error| Fault::Registers(error.to_string()))?;
    let names = prepare_request::printed_names(office, &request)?;
    let complaint = &office.catalogue().passport().complaint;
    let (higher_body, complaint_months) = (complaint.higher_body.clone(), complaint.file_months);
    let press = office.parts().press.clone();
    let set = tokio::task::spawn_blocking(move || {
        press.slip(&SlipPaper {
            request: &request,
            form_number: &loaded.form.number,
            at: zone.datetime(),
            officer: &officer,
            language: request.language,
            names: &names,
            answer: SlipAnswer::NotAccepted { reason, remedy: &remedy, higher_body: &higher_body, complaint_months },
        })
    });
    let pdf = set.await.map_err(|error| Fault::Broken(format!("press: {error}")))?;
    Ok(pdf.map_err(Fault::Press)?)
}
