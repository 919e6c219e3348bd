//! Whose act a complaint is about: the official is named in it (APPC 93(2)) and decides nothing about it (97(2)).

use crate::OfficeError;
use domain::actor::Actor;
use domain::complaint::Subject;
use domain::ids::OfficerId;
use domain::paper::OfficerLine;
use store::Tx;
use store::journal::TimelineEntry;

/// Did `actor` do what a complaint of `subject` is about? Where it may be about anything: did they act on the case at all.
pub(crate) fn is_by(actor: &Actor, timeline: &[TimelineEntry], subject: Subject) -> bool {
    let me = actor.journal_id();
    let act = subject.act();
    timeline.iter().any(|line| line.actor == me && act.is_none_or(|act| act.as_str() == line.act))
}

/// Name and post of the one who did, last, what the complaint is about; nobody where it may be about anything.
///
/// # Errors
/// Storage only.
pub(crate) async fn official(
    tx: &mut Tx,
    timeline: &[TimelineEntry],
    subject: Option<Subject>,
) -> Result<Option<OfficerLine>, OfficeError> {
    let Some(act) = subject.and_then(Subject::act) else { return Ok(None) };
    let last = timeline.iter().rev().find(|line| line.act == act.as_str());
    let id = last.and_then(|line| line.actor.strip_prefix("officer:")).and_then(|id| id.parse::<OfficerId>().ok());
    let Some(id) = id else { return Ok(None) };
    Ok(store::officer::get(tx, id).await?.map(|person| person.line))
}
