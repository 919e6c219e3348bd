//! Sends a request that the applicant confirmed with a one-time password. The server seals a statement over the same file at
//! that moment: a detached proof of the institution's key, never a flag (DECISIONS.md; Digital Code 47(4)).

use crate::one_time_code::{self, CodePurpose, CodeSent};
use crate::send::{self, Standing};
use crate::{Fault, Office, OfficeError, OtpProblem, permission, prepare_request};
use domain::actor::Actor;
use domain::confirmation::{Confirmation, OtpConfirmation, OtpStatement, Purpose, SignedRequest};
use domain::ids::{AccountId, DraftId};
use domain::moment::Moment;
use serde_json::json;
use store::draft::Draft;
use store::otp::OtpCode;
use store::prepared::Prepared;

pub use crate::send::Sent;

/// Sends a code that confirms exactly the prepared file.
///
/// # Errors
/// Too soon, locked; `Stale` when there is no current file.
pub async fn send_code(
    office: &Office,
    actor: &Actor,
    id: DraftId,
    remote: &str,
    moment: &Moment,
) -> Result<CodeSent, OfficeError> {
    let account = permission::applicant(actor)?;
    let (draft, prepared, phone) = waiting(office, account, id).await?;
    one_time_code::send(office, purpose(account, &prepared), phone, draft.language, remote, moment).await
}

/// Checks the code, seals the statement and makes the application.
///
/// # Errors
/// The code's cause; `Stale` when the file is no longer what the draft says. Sending twice gives the same answer.
pub async fn submit_confirmed(
    office: &Office,
    actor: &Actor,
    id: DraftId,
    code: &str,
    moment: &Moment,
) -> Result<Sent, OfficeError> {
    let account = permission::applicant(actor)?;
    match confirm(office, account, id, code, moment).await {
        Ok(sent) => Ok(sent),
        // Another click may have sent it meanwhile; then this one has not failed.
        Err(error) => match office.read(move |tx| Box::pin(send::standing(tx, account, id))).await {
            Ok(Standing::Sent(sent)) => Ok(sent),
            _ => Err(error),
        },
    }
}

async fn confirm(
    office: &Office,
    account: AccountId,
    id: DraftId,
    code: &str,
    moment: &Moment,
) -> Result<Sent, OfficeError> {
    let (draft, prepared, _) = waiting(office, account, id).await?;
    let request = send::request_of(&prepared)?;
    prepare_request::dated_today(office, &request, moment.now)?;
    prepare_request::agrees_to_todays_text(office, &request)?;
    let used = match take_code(office, account, prepared.clone(), code, moment).await? {
        Ok(used) => used,
        Err(problem) => return Err(OfficeError::Otp(problem)),
    };
    let (statement, seal) = seal(office, &draft, &prepared, &used, moment)?;
    let proof = office.store().keep(seal.clone()).await?;
    let detail = json!({ "statement": statement, "code_id": used.id.to_string() });
    let signed =
        SignedRequest::new(request, &prepared.file.0, Confirmation::Otp(OtpConfirmation::sealed(statement, seal)))
            .map_err(|error| Fault::Broken(error.to_string()))?;
    let (inner, moment) = (office.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                match send::standing(tx, account, id).await? {
                    Standing::Sent(sent) => Ok(sent),
                    Standing::Waiting(now) if now.1.file == prepared.file => {
                        let (draft, prepared) = *now;
                        send::send(&inner, tx, draft, &prepared, &signed, (proof, detail), &moment).await
                    }
                    Standing::Waiting(_) => Err(OfficeError::Stale),
                }
            })
        })
        .await
}

async fn waiting(office: &Office, account: AccountId, id: DraftId) -> Result<(Draft, Prepared, String), OfficeError> {
    let standing = office.read(move |tx| Box::pin(send::standing(tx, account, id))).await?;
    let Standing::Waiting(waiting) = standing else { return Err(OfficeError::Stale) };
    let (draft, prepared) = *waiting;
    let person = office.read(move |tx| Box::pin(async move { Ok(store::account::get(tx, account).await?) })).await?;
    let person = person.ok_or(OfficeError::NotFound)?;
    let typed = send::request_of(&prepared)?.applicant.phone.e164;
    // The number that signed in is the one that was proven; an EDS account confirms with the number of the request.
    let phone = person.phone.unwrap_or(typed);
    if phone.is_empty() { Err(OfficeError::Otp(OtpProblem::BadPhone)) } else { Ok((draft, prepared, phone)) }
}

async fn take_code(
    office: &Office,
    account: AccountId,
    prepared: Prepared,
    code: &str,
    moment: &Moment,
) -> Result<Result<OtpCode, OtpProblem>, OfficeError> {
    let (inner, code, now) = (office.clone(), code.to_owned(), moment.now);
    office
        .write(move |tx| {
            Box::pin(async move { one_time_code::check(&inner, tx, &purpose(account, &prepared), &code, now).await })
        })
        .await
}

fn purpose(account: AccountId, prepared: &Prepared) -> CodePurpose {
    CodePurpose {
        subject: account.to_string(),
        purpose: one_time_code::CONFIRM,
        context: Some(prepared.file.0.clone()),
    }
}

fn seal(
    office: &Office,
    draft: &Draft,
    prepared: &Prepared,
    used: &OtpCode,
    moment: &Moment,
) -> Result<(OtpStatement, Vec<u8>), OfficeError> {
    let statement = OtpStatement {
        purpose: Purpose::Request,
        file_sha256: prepared.file.0.clone(),
        draft: draft.id,
        application: draft.amends.unwrap_or_else(|| send::application_id(moment)),
        confirmed_at: moment.now,
        masked_number: one_time_code::masked(&used.sent_to),
        code_id: used.id.to_string(),
    };
    let bytes = statement.bytes().map_err(|error| Fault::Broken(format!("statement: {error}")))?;
    let seal = office.parts().sealer.seal(&bytes, moment.now, &moment.bytes("seal")).map_err(Fault::Seal)?;
    Ok((statement, seal))
}
