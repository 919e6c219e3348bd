//! Sends a request that the applicant signed with an EDS: a detached CMS over exactly the prepared file.

use crate::send::{self, Standing};
use crate::signature::Instants;
use crate::{Fault, Office, OfficeError, SignatureProblem, permission, prepare_request, signature};
use domain::actor::Actor;
use domain::confirmation::{Confirmation, SignedRequest, VerifiedSignature};
use domain::ids::{AccountId, DraftId};
use domain::moment::Moment;
use domain::request::Request;
use domain::signing_age::may_sign;
use eds::{Lang, Policy};
use serde_json::{Value, json};
use store::BlobKey;

pub use crate::send::Sent;

/// Checks `cms` (DER, BER, PEM or base64) and makes the application.
///
/// # Errors
/// The signature's cause; `Stale` when the file is no longer what the draft says. Sending twice gives the same answer.
pub async fn submit_signed(
    office: &Office,
    actor: &Actor,
    id: DraftId,
    cms: &[u8],
    moment: &Moment,
) -> Result<Sent, OfficeError> {
    let account = permission::applicant(actor)?;
    let prepared = match office.read(move |tx| Box::pin(send::standing(tx, account, id))).await? {
        Standing::Sent(sent) => return Ok(sent),
        Standing::Waiting(waiting) => waiting.1,
    };
    let request = send::request_of(&prepared)?;
    prepare_request::dated_today(office, &request, moment.now)?;
    prepare_request::agrees_to_todays_text(office, &request)?;
    let file = office.store().blobs().get(&prepared.file).await?;
    let (verified, detail) = verify(office, cms, file, &request, moment).await?;
    let proof = office.store().keep(verified.cms().to_vec()).await?;
    let signed = SignedRequest::new(request, &prepared.file.0, Confirmation::Eds(verified))
        .map_err(|error| Fault::Broken(error.to_string()))?;
    record(office, account, id, prepared.file.clone(), signed, (proof, detail), moment).await
}

async fn verify(
    office: &Office,
    cms: &[u8],
    file: Vec<u8>,
    request: &Request,
    moment: &Moment,
) -> Result<(VerifiedSignature, Value), OfficeError> {
    let (verdict, file) =
        signature::verdict(office, cms, file, Policy::applicant(), Instants::first_seen(moment.now)).await?;
    let detail = detail(&verdict, moment);
    let expected = &request.applicant.iin;
    may_sign(expected, request.date).map_err(|_| OfficeError::Signature(SignatureProblem::plain("too-young")))?;
    VerifiedSignature::accept(cms.to_vec(), &file, &verdict, expected, office.iin_rules())
        .map(|verified| (verified, detail))
        .map_err(|refused| OfficeError::Signature(signature::problem(&verdict, &refused)))
}

/// What the case page shows of the verdict.
pub(crate) fn detail(verdict: &eds::Verdict, moment: &Moment) -> Value {
    let signer = verdict.signers.first();
    let findings: Vec<Value> = verdict
        .all_findings()
        .map(|finding| {
            json!({
                "code": finding.code.as_str(),
                "kk": finding.sentence(Lang::Kk),
                "ru": finding.sentence(Lang::Ru),
                "en": finding.sentence(Lang::En),
            })
        })
        .collect();
    json!({
        "outcome": verdict.outcome.as_str(),
        "signer": signer.and_then(|signer| signer.name.clone()),
        "algorithm": signer.and_then(|signer| signer.algorithm).map(|own| own.as_str()),
        "findings": findings,
        "checked_at": moment.now.to_string(),
    })
}

async fn record(
    office: &Office,
    account: AccountId,
    id: DraftId,
    file: BlobKey,
    signed: SignedRequest,
    proof: (BlobKey, Value),
    moment: &Moment,
) -> Result<Sent, OfficeError> {
    let (inner, moment) = (office.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                match send::standing(tx, account, id).await? {
                    Standing::Sent(sent) => Ok(sent),
                    Standing::Waiting(waiting) if waiting.1.file == file => {
                        let (draft, prepared) = *waiting;
                        send::send(&inner, tx, draft, &prepared, &signed, proof, &moment).await
                    }
                    Standing::Waiting(_) => Err(OfficeError::Stale),
                }
            })
        })
        .await
}
