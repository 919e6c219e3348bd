//! Refuses with at least one ground of the law and the officer's reasons (Law on public services 19-1(2), APPC 80). The motivated
//! refusal is set before the transaction and stored in it, so that the letter and the paper tell the same.

use crate::{Fault, Office, OfficeError, decide_sealed, grant, prepare_request};
use domain::actor::Actor;
use domain::decision::{Decided, Way};
use domain::ids::ApplicationId;
use domain::moment::Moment;
use domain::paper::{OfficerLine, PrintedGround, RefusalPaper};
use domain::refusal::Ground;
use store::application::Application;

/// What is refused, as the officer wrote it.
#[derive(Clone, Debug)]
pub struct Written {
    /// Grounds of the law.
    pub grounds: Vec<Ground>,
    /// Reasons in words.
    pub reasons: String,
}

impl From<Written> for Decided {
    fn from(own: Written) -> Decided {
        Decided::Refuse { grounds: own.grounds, reasons: own.reasons }
    }
}

/// Refuses; sealed with the official's second factor.
///
/// # Errors
/// As `decide_sealed::decide`.
pub async fn refuse(
    office: &Office,
    actor: &Actor,
    seen: (ApplicationId, i64),
    written: Written,
    code: &str,
    moment: &Moment,
) -> Result<(), OfficeError> {
    decide_sealed::decide(office, actor, seen, written.into(), code, moment).await
}

/// The motivated refusal; `way` says on it how it is signed.
pub(crate) async fn set(
    office: &Office,
    case: Application,
    (officer, way): (OfficerLine, Way),
    grounds: Vec<Ground>,
    reasons: String,
    moment: &Moment,
) -> Result<Vec<u8>, OfficeError> {
    let date = grant::local_date(office, &case, moment.now)?;
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
            is_signed: way == Way::Eds,
        })
    });
    let pdf = set.await.map_err(|error| Fault::Broken(format!("press: {error}")))?;
    Ok(pdf.map_err(Fault::Press)?)
}
