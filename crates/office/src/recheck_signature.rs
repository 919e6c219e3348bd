//! Asks again about an EDS whose revocation data was missing when the request was sent. What the NCA says then decides; while it
//! says nothing, the application waits and nobody has to do anything.

use crate::desk_act::{self, Doing};
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
    // The time of the check is the time of sending: what was revoked afterwards was valid when the person signed.
    let (mut verdict, file) = signature::verdict(office, &cms, file, Policy::applicant(), case.sent_at).await?;
    // A list published since does not prove that instant to the engine; a key that is good today was good then, too.
    if verdict.waits_for_nca() {
        let (today, _) = signature::verdict(office, &cms, file, Policy::applicant(), moment.now).await?;
        if today.outcome == Outcome::Valid {
            verdict = today;
        }
    }
    let act = match verdict.outcome {
        Outcome::Valid => Act::ConfirmSignature,
        _ if verdict.waits_for_nca() => return Ok(false),
        _ => Act::RejectSignature { remedy: office.texts().s(case.language, "remedy-signature-invalid") },
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
