//! Second half of issuing: build, check and set the paper outside any transaction, then store it. A job repeats it after a crash
//! with the same number.

use crate::desk_act::{self, Doing};
use crate::{Fault, Office, OfficeError, letters, prepare_request, slips};
use domain::actor::Actor;
use domain::application::{Act, CertificateStage, State};
use domain::blank::BlankNumber;
use domain::certificate::{ActRecord, CertificateNumber};
use domain::ids::ApplicationId;
use domain::moment::Moment;
use domain::paper::{CertificatePaper, OfficerLine};
use domain::request::CanonicalRequest;
use serde_json::json;
use store::application::Application;
use store::certificate::Certificate;

/// Issues the certificate whose number is reserved.
///
/// # Errors
/// `NotOpen` when no number is reserved; `Fault::Broken` when the request is not the one that was sent. Faults leave the
/// reservation for the job.
pub async fn issue_certificate(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let asking = actor.clone();
    let (case, reserved, officer) = office
        .read(move |tx| {
            Box::pin(async move {
                let mut case = desk_act::load(tx, &asking, id).await?;
                as_sent(&case, store::journal::request_standing(tx, id).await?)?;
                case.request = slips::as_certified(tx, &case).await?;
                let reserved = store::certificate::get(tx, id).await?;
                let reserved = reserved.ok_or(OfficeError::NotOpen(domain::application::NotOpen::Act))?;
                let officer = store::officer::get(tx, reserved.officer).await?.ok_or(OfficeError::NotFound)?;
                Ok((case, reserved, officer))
            })
        })
        .await?;
    let (record, number) = reserved_numbers(&case, &reserved)?;
    let numbers = (record, number.clone());
    let pdf = set(office, &case, numbers, officer.line, &reserved, None).await?;
    let file = office.store().keep(pdf).await?;
    let (inner, actor, moment) = (office.clone(), actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut case = desk_act::load(tx, &actor, id).await?;
                let doing = Doing { actor: &actor, moment: &moment, seen_version: case.version };
                let act = Act::IssueCertificate { paper_sha256: file.0.clone() };
                desk_act::perform(&inner, tx, &mut case, act, &doing, &[("file", json!(file.0))]).await?;
                store::certificate::mark_issued(tx, id, &file, moment.now).await?;
                let paper = store::paper::Paper {
                    application: id,
                    kind: "certificate".to_owned(),
                    number: Some(number.0.clone()),
                    file,
                    created_at: moment.now,
                };
                Ok(store::paper::insert(tx, &paper).await?)
            })
        })
        .await
}

/// What is printed is what was signed: the request has the hash that the journal committed to at sending.
pub(crate) fn as_sent(case: &Application, sent: Option<String>) -> Result<(), Fault> {
    let now = CanonicalRequest::of(&case.request).map_err(|error| Fault::Broken(format!("canonical JSON: {error}")))?;
    match sent {
        Some(sent) if sent == now.sha256() => Ok(()),
        _ => Err(Fault::Broken(format!("application {}: the request is not the one that was sent", case.id))),
    }
}

fn reserved_numbers(case: &Application, reserved: &Certificate) -> Result<(ActRecord, CertificateNumber), OfficeError> {
    match &case.state {
        State::Granted { record, certificate: CertificateStage::Reserved { number } }
        | State::Replaced { record, certificate: CertificateStage::Reserved { number }, .. }
            if *number == reserved.number =>
        {
            Ok((record.clone(), number.clone()))
        }
        _ => Err(OfficeError::NotOpen(domain::application::NotOpen::Act)),
    }
}

/// The checked paper; `blank` is the form of strict accounting on which it will be printed.
pub(crate) async fn set(
    office: &Office,
    case: &Application,
    (record, number): (ActRecord, CertificateNumber),
    officer: OfficerLine,
    reserved: &Certificate,
    blank: Option<BlankNumber>,
) -> Result<Vec<u8>, OfficeError> {
    let zone = letters::mission_of(office, case)?.zone.clone();
    let issued_on = reserved.reserved_at.in_tz(&zone).map_err(|error| Fault::Registers(error.to_string()))?.date();
    let names = prepare_request::printed_names(office, &case.request)?;
    let (request, press) = (case.request.clone(), office.parts().press.clone());
    let set = tokio::task::spawn_blocking(move || {
        press.certificate(&CertificatePaper {
            language: request.certificate_language,
            request: &request,
            record: &record,
            number: &number,
            blank: blank.as_ref(),
            issued_on,
            officer: &officer,
            names: &names,
        })
    });
    let pdf = set.await.map_err(|error| Fault::Broken(format!("press: {error}")))?.map_err(Fault::Press)?;
    check(&pdf)?;
    Ok(pdf)
}

/// The lint before storing: a PDF with a page and an end.
fn check(pdf: &[u8]) -> Result<(), Fault> {
    let document = lopdf::Document::load_mem(pdf).map_err(|error| Fault::Broken(format!("certificate: {error}")))?;
    match document.get_pages().len() {
        0 => Err(Fault::Broken("certificate without a page".to_owned())),
        _ => Ok(()),
    }
}
