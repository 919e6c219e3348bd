//! Four eyes: where a mission's policy says so, who registered a request does not sign its record or its refusal. An act of acceptance registers too.

use crate::{Office, OfficeError};
use domain::actor::Actor;
use domain::application::ActKind;
use domain::ids::MissionId;
use store::Tx;
use store::application::Application;
use store::journal::TimelineEntry;

/// Does the policy of this mission ask for two officials?
pub fn applies(office: &Office, mission: &MissionId) -> bool {
    office.catalogue().passport().asks_two_officials(mission)
}

/// Did `actor` register the case? As the journal tells, the last word on it: a case that was forwarded is registered anew.
pub(crate) fn is_by<'t>(actor: &Actor, timeline: impl DoubleEndedIterator<Item = &'t TimelineEntry>) -> bool {
    let mut registered = timeline.rev().filter(|line| line.act == ActKind::Register.as_str());
    registered.next().is_some_and(|line| line.actor == actor.journal_id())
}

/// Who decides must be another than who registered, where the policy says so.
///
/// # Errors
/// `SameHands`.
pub(crate) async fn must_be_another(
    office: &Office,
    tx: &mut Tx,
    actor: &Actor,
    case: &Application,
) -> Result<(), OfficeError> {
    if !applies(office, &case.mission) {
        return Ok(());
    }
    let timeline = store::journal::of_application(tx, case.id).await?;
    if is_by(actor, timeline.iter()) { Err(OfficeError::SameHands) } else { Ok(()) }
}
