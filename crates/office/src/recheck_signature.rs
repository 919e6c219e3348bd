//! Asks again about an EDS whose revocation data was missing when the request was sent. What the NCA says then decides; while it
//! says nothing, the application waits and nobody has to do anything.

use crate::desk_act::{self, Doing};
use crate::signature::Instants;
use crate::{Office, OfficeError, signature, submit_signed};
use domain::actor::Actor;
use domain::application::{Act, StateKind};
use domain::ids::ApplicationId;
use domain::moment::Moment;
use eds::{Outcome, Policy};
use serde_json::json;

/// Rechecks one application; true when it moved.
///
/// # Errors
/// Faults; `NotOpen` when it is no longer waiting.
pub async fn recheck_signature(office: &Office, id: ApplicationId, moment: &Moment) -> Result<bool, OfficeError> {
    let case = office.read(move |tx| Box::pin(async move { desk_act::load(tx, &Actor::System, id).await })).await?;
    if case.state.kind() != StateKind::SignatureCheckPending {
        return Err(OfficeError::NotOpen(domain::application::NotOpen::Act));
    }
    let cms = office.store().blobs().get(&case.proof).await?;
    let file = office.store().blobs().get(&case.file).await?;
    // The journal is the witness that the signature existed when the request was sent: the key is judged at that instant, and
    // what the NCA has published since counts. Revoked afterwards was valid when the person signed.
    let at = Instants { existed_at: case.sent_at, now: moment.now };
    let (verdict, _) = signature::verdict(office, &cms, file, Policy::applicant(), at).await?;
    let act = match verdict.outcome {
        Outcome::Valid => Act::ConfirmSignature,
        // Not proven either way: a certificate missing from the trust list is the operator's to mend, nobody's application ends.
        Outcome::Indeterminate => return Ok(false),
        Outcome::Invalid => {
            Act::RejectSignature { remedy: office.texts().s(case.language, "remedy-signature-invalid") }
        }
    };
    let detail = submit_signed::detail(&verdict, moment);
    let (inner, moment) = (office.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut case = desk_act::load(tx, &Actor::System, id).await?;
                let doing = Doing { actor: &Actor::System, moment: &moment, seen_version: case.version };
                let evidence = [("verdict", detail.clone())];
                desk_act::perform(&inner, tx, &mut case, act, &doing, &evidence).await?;
                store::application::save_proof_detail(tx, id, &json!(detail)).await?;
                Ok(true)
            })
        })
        .await
}
