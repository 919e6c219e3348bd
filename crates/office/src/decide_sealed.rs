//! Decides without an EDS: the official's second factor is proven, and the institution seals the statement (issue 5.5). A seal is never called
//! a signature; the paper is signed by hand.

use crate::decide::{self, Proven};
use crate::{Fault, Office, OfficeError, second_factor};
use domain::actor::Actor;
use domain::decision::{Decided, Statement, Way};
use domain::ids::ApplicationId;
use domain::moment::Moment;
use serde_json::json;

/// Decides. `code` is the code of the moment; it may be empty while the second factor was proven lately.
///
/// # Errors
/// Findings at `grounds`, `reasons`, `code` (`missing`, `wrong`); `NotFound`, `NotAllowed`, `Barred`, `NotOpen`, `Stale`, `TooMany`. A certificate
/// that could not be set yet is no error here: the record stands.
pub async fn decide(
    office: &Office,
    actor: &Actor,
    seen: (ApplicationId, i64),
    decided: Decided,
    code: &str,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let prepared = decide::prepare(office, actor, seen, decided, Way::Seal, moment).await?;
    let second_factor_at = Some(second_factor::prove(office, actor, code, moment).await?);
    let statement = Statement { second_factor_at, ..prepared.statement };
    let bytes = statement.bytes().map_err(|error| Fault::Broken(format!("statement: {error}")))?;
    let seal = office.parts().sealer.seal(&bytes, moment.now, &moment.bytes("seal")).map_err(Fault::Seal)?;
    let file = office.store().keep(bytes).await?;
    let proof = office.store().keep(seal).await?;
    decide::record(office, actor, Proven { statement, file, way: Way::Seal, proof, detail: json!({}) }, moment).await
}
