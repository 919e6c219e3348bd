//! What was said in a case against its chain: each word on what the applicant asked for is the one that its entry commits to, each step of a
//! hearing the one that the state of its act tells.

use super::report::Defect;
use super::sending::row_hash;
use crate::error::StoreError;
use crate::transaction::Tx;
use domain::application::{ActKind, State};
use domain::hearing::Hearing;
use domain::ids::ApplicationId;

/// True for the acts by which the day of a decision is planned: the term waits for it (docs/decisions/0057-the-hearing.md).
pub(super) fn moves_the_term(act: &str) -> bool {
    [ActKind::PlanRefusal, ActKind::SetHearing, ActKind::RecordHearing].iter().any(|own| own.as_str() == act)
}

/// SHA-256, hex, of the step that a state tells.
pub(super) fn step(state: &State) -> Option<String> {
    state.hearing().and_then(hash)
}

fn hash(own: &Hearing) -> Option<String> {
    serde_json::to_value(own).ok().and_then(|json| row_hash(&json).ok())
}

/// The hearing before a refusal.
pub(super) async fn hearings(
    tx: &mut Tx,
    id: ApplicationId,
    committed: &[String],
) -> Result<Option<Defect>, StoreError> {
    let steps: Vec<String> = match crate::hearing::steps(tx, id).await {
        Ok(steps) => steps.iter().filter_map(hash).collect(),
        // A row that cannot be read is not what was committed.
        Err(StoreError::BadRow { .. }) => return Ok(Some(Defect::HearingDiffers)),
        Err(other) => return Err(other),
    };
    Ok((steps != committed).then_some(Defect::HearingDiffers))
}

/// What the applicant asked for beside the decision, and what was answered.
pub(super) async fn motions(
    tx: &mut Tx,
    id: ApplicationId,
    committed: &[String],
) -> Result<Option<Defect>, StoreError> {
    let words = match crate::motion::of(tx, id).await {
        Ok(rows) => rows.iter().map(|own| row_hash(&own.facts()?)).collect::<Result<Vec<_>, _>>()?,
        // A row that cannot be read is not what was committed.
        Err(StoreError::BadRow { .. }) => return Ok(Some(Defect::MotionDiffers)),
        Err(other) => return Err(other),
    };
    Ok((words != committed).then_some(Defect::MotionDiffers))
}
