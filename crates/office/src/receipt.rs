//! The receipt of a request on paper: unique number, date, time, name and post of the one who accepted it (APPC 64(2)). Made once, kept.

use crate::{Fault, Office, OfficeError, letters, permission, prepare_request};
use domain::actor::Actor;
use domain::confirmation::{ConfirmationKind, PaperStatement};
use domain::ids::ApplicationId;
use domain::moment::Moment;
use domain::paper::{SlipAnswer, SlipPaper};
use jiff::Timestamp;
use jiff::civil::DateTime;
use serde_json::json;
use std::collections::BTreeMap;
use store::StoreError;
use store::application::Application;
use store::paper::Paper;

/// Kind of the paper, and the act that makes it in the journal.
pub const RECEIPT: &str = "receipt";

/// Makes the receipt of a case unless it is there.
///
/// # Errors
/// `NotFound` for a case that is not to be seen, or was not brought on paper.
pub async fn receipt(office: &Office, actor: &Actor, id: ApplicationId, moment: &Moment) -> Result<(), OfficeError> {
    let asking = actor.clone();
    let found = office
        .read(move |tx| {
            Box::pin(async move {
                let case = store::application::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
                permission::read_whole(tx, &asking, &case).await?;
                let there = store::paper::get(tx, id, RECEIPT).await?.is_some();
                Ok((!there).then_some(case))
            })
        })
        .await?;
    let Some(case) = found else { return Ok(()) };
    if case.confirmation != ConfirmationKind::Paper {
        return Err(OfficeError::NotFound);
    }
    let statement = statement(&case)?;
    let created_at = statement.accepted_at;
    let pdf = set(office, case, statement).await?;
    let file = office.store().keep(pdf).await?;
    keep(office, Paper { application: id, kind: RECEIPT.to_owned(), number: None, file, created_at }, RECEIPT, moment)
        .await
}

/// Keeps a receipt, once: with it goes the entry of the journal under `act`.
pub(crate) async fn keep(office: &Office, paper: Paper, act: &'static str, moment: &Moment) -> Result<(), OfficeError> {
    let moment = moment.clone();
    office
        .write(move |tx| {
            Box::pin(async move {
                match store::paper::insert(tx, &paper).await {
                    Ok(()) => {}
                    // Somebody else's request for it was quicker.
                    Err(StoreError::Conflict(_)) => return Ok(()),
                    Err(error) => return Err(error.into()),
                }
                let entry = store::journal::Entry {
                    application: Some(paper.application),
                    act,
                    actor: &Actor::System,
                    at: moment.now,
                    commitments: BTreeMap::from([("file".to_owned(), json!(paper.file.0))]),
                };
                store::journal::append(tx, &entry, &moment).await?;
                Ok(())
            })
        })
        .await
}

/// A moment on the clock of the case's mission.
pub(crate) fn local(office: &Office, case: &Application, at: Timestamp) -> Result<DateTime, OfficeError> {
    let zone = letters::mission_of(office, case)?.zone.clone();
    Ok(at.in_tz(&zone).map_err(|error| Fault::Registers(error.to_string()))?.datetime())
}

fn statement(case: &Application) -> Result<PaperStatement, OfficeError> {
    let statement = case.proof_detail.get("statement").cloned().unwrap_or_default();
    serde_json::from_value(statement).map_err(|error| Fault::Broken(format!("statement: {error}")).into())
}

async fn set(office: &Office, case: Application, statement: PaperStatement) -> Result<Vec<u8>, OfficeError> {
    let (at, due) = (local(office, &case, statement.accepted_at)?, local(office, &case, case.due_at)?);
    let names = prepare_request::printed_names(office, &case.request)?;
    let press = office.parts().press.clone();
    let set = tokio::task::spawn_blocking(move || {
        press.slip(&SlipPaper {
            request: &case.request,
            form_number: &statement.form_number,
            at,
            officer: &statement.official,
            language: case.language,
            names: &names,
            answer: SlipAnswer::Accepted { reference: &case.reference, registered_on: case.registration_date, due },
        })
    });
    let pdf = set.await.map_err(|error| Fault::Broken(format!("press: {error}")))?;
    Ok(pdf.map_err(Fault::Press)?)
}
