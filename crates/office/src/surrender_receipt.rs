//! The receipt of the papers of the person who died that were surrendered at the handover (Family Code 270(4)): which papers, who handed
//! them in, when, and the official who took them. Made once, kept, and the same for everybody who asks later.

use crate::{Fault, Office, OfficeError, permission, prepare_request, receipt};
use domain::actor::Actor;
use domain::application::{Handover, State};
use domain::ids::{ApplicationId, OfficerId};
use domain::moment::Moment;
use domain::paper::{OfficerLine, SlipAnswer, SlipPaper};
use store::Tx;
use store::application::Application;
use store::paper::Paper;

/// Kind of the paper.
pub const SURRENDER_RECEIPT: &str = "surrender-receipt";
/// The act that makes it in the journal.
const ACT: &str = "surrender_receipt";
/// The act at which the papers were taken.
const HAND_OVER: &str = "hand_over";

/// The handover of a case at which something was surrendered.
pub(crate) fn handover(case: &Application) -> Option<&Handover> {
    match &case.state {
        State::Collected { handover, .. } if !handover.surrendered.is_empty() => Some(handover),
        _ => None,
    }
}

/// Makes the receipt of a case unless it is there.
///
/// # Errors
/// `NotFound` for a case that is not to be seen, or at which nothing was surrendered.
pub async fn surrender_receipt(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let asking = actor.clone();
    let found = office
        .read(move |tx| {
            Box::pin(async move {
                let case = store::application::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
                permission::read_whole(tx, &asking, &case).await?;
                if store::paper::get(tx, id, SURRENDER_RECEIPT).await?.is_some() {
                    return Ok(None);
                }
                let official = official(tx, id).await?;
                Ok(Some((case, official)))
            })
        })
        .await?;
    let Some((case, official)) = found else { return Ok(()) };
    let created_at = handover(&case).ok_or(OfficeError::NotFound)?.at;
    let pdf = set(office, case, official).await?;
    let file = office.store().keep(pdf).await?;
    let paper = Paper { application: id, kind: SURRENDER_RECEIPT.to_owned(), number: None, file, created_at };
    receipt::keep(office, paper, ACT, moment).await
}

/// Who handed the certificate over and took the papers.
async fn official(tx: &mut Tx, id: ApplicationId) -> Result<OfficerLine, OfficeError> {
    let lines = store::journal::of_application(tx, id).await?;
    let own = lines.iter().rev().find(|line| line.act == HAND_OVER).ok_or(OfficeError::NotFound)?;
    let who = own.actor.strip_prefix("officer:").and_then(|id| id.parse::<OfficerId>().ok());
    let officer = match who {
        Some(officer) => store::officer::get(tx, officer).await?,
        None => None,
    };
    Ok(officer.ok_or(OfficeError::NotFound)?.line)
}

async fn set(office: &Office, case: Application, official: OfficerLine) -> Result<Vec<u8>, OfficeError> {
    let own = handover(&case).cloned().ok_or(OfficeError::NotFound)?;
    let at = receipt::local(office, &case, own.at)?;
    let names = prepare_request::printed_names(office, &case.request)?;
    let press = office.parts().press.clone();
    let set = tokio::task::spawn_blocking(move || {
        press.slip(&SlipPaper {
            request: &case.request,
            form_number: "",
            at,
            officer: &official,
            language: case.language,
            names: &names,
            answer: SlipAnswer::Surrendered {
                reference: &case.reference,
                by: own.receiver.name(),
                papers: &own.surrendered,
            },
        })
    });
    let pdf = set.await.map_err(|error| Fault::Broken(format!("press: {error}")))?;
    Ok(pdf.map_err(Fault::Press)?)
}
