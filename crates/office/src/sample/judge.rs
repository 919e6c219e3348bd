//! A head who did not decide says what the second look came to. It changes nothing of the case; what was found is told to who decided.

use crate::decline_registration::written;
use crate::{Office, OfficeError, declare_conflict, permission};
use domain::actor::Actor;
use domain::application::NotOpen;
use domain::ids::ApplicationId;
use domain::moment::Moment;
use domain::sample::Outcome;
use serde_json::json;
use service::Finding;
use store::Tx;
use store::application::Application;
use store::journal::Entry;
use store::sample::Sample;

/// Says it, of the decision that waits.
///
/// # Errors
/// Findings at `outcome` (`missing`) and `reason`; `NotFound`; `NotAllowed` for who is no head or decided it; `Barred`; `NotOpen` where nothing
/// waits; `Stale` for another decision than was seen.
pub async fn judge(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    seen_number: u32,
    (outcome, reason): (Option<Outcome>, String),
    moment: &Moment,
) -> Result<(), OfficeError> {
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let (_, own) = open(tx, &actor, id).await?;
                let (outcome, reason) = read(outcome, reason)?;
                if own.number != seen_number {
                    return Err(OfficeError::Stale);
                }
                let me = permission::staff(&actor)?;
                if !store::sample::judge(tx, &own, (outcome, &reason), me, moment.now).await? {
                    return Err(OfficeError::Stale);
                }
                let facts = json!({ "number": own.number, "outcome": outcome.as_str(), "reason": reason });
                let (act, commitments) = (store::journal::JUDGE_SAMPLE, [("judged".to_owned(), facts)].into());
                let entry = Entry { application: Some(id), act, actor: &actor, at: moment.now, commitments };
                store::journal::append(tx, &entry, &moment).await?;
                Ok(())
            })
        })
        .await
}

fn read(outcome: Option<Outcome>, reason: String) -> Result<(Outcome, String), OfficeError> {
    let missing = outcome.is_none().then(|| Finding::new("outcome", "missing"));
    match (outcome, written("reason", reason)) {
        (Some(outcome), Ok(reason)) => Ok((outcome, reason)),
        (_, Err(OfficeError::Findings(found))) => {
            Err(OfficeError::Findings(missing.into_iter().chain(found).collect()))
        }
        (_, Err(other)) => Err(other),
        (None, Ok(_)) => Err(OfficeError::finding("outcome", "missing")),
    }
}

/// The decision that waits, for a head of its mission who may look at it.
pub(super) async fn open(tx: &mut Tx, actor: &Actor, id: ApplicationId) -> Result<(Application, Sample), OfficeError> {
    // First: others do not learn whether there is such a case.
    permission::supervisor(actor)?;
    let case = store::application::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
    permission::read_case(actor, &case)?;
    declare_conflict::must_not_concern(tx, actor, id).await?;
    let own = store::sample::waiting_of(tx, id).await?.ok_or(OfficeError::NotOpen(NotOpen::Act))?;
    if own.officer == permission::staff(actor)? {
        return Err(OfficeError::NotAllowed);
    }
    Ok((case, own))
}
