//! Undoes an annulment: the consequence of a complaint about it that was decided for the person, never an act by itself. The record and the
//! certificate are valid again, the case is what it was, and the bodies that were told of the annulment are told of this.
//!
//! One death has one record (Family Code 185). Where another was made of it meanwhile, the annulment is not undone over it: whoever decides
//! either has that one annulled first, or leaves the first one annulled.

use crate::desk_act::{self, Doing};
use crate::{Fault, Office, OfficeError, appointments, duplicates, permission};
use domain::actor::{Actor, Role};
use domain::annulment::{Annulment, Basis};
use domain::application::transition::is_open;
use domain::application::{Act, ActKind, State, transition};
use domain::ids::ApplicationId;
use domain::moment::Moment;
use jiff::Timestamp;
use store::Tx;
use store::annulment::{Said, Step};
use store::application::Application;

/// What who decides a complaint about an annulment is told first.
#[derive(Clone, Debug)]
pub struct Annulled {
    /// On what the record was annulled: a decision of a court in force binds (APPC 95(1)2)).
    pub basis: Basis,
    /// Number of another record of the same death that stands now.
    pub standing: Option<String>,
    /// The case as it would be.
    pub after: State,
}

/// The same of a case; `None` where its record is not annulled.
pub(crate) async fn annulled(
    office: &Office,
    tx: &mut Tx,
    case: &Application,
    now: Timestamp,
) -> Result<Option<Annulled>, OfficeError> {
    let State::Annulled { annulment, before, .. } = &case.state else { return Ok(None) };
    let has_seat = match before.as_deref() {
        Some(State::Ready { collection, .. }) => appointments::has_seat(office, tx, case, collection.at).await?,
        _ => true,
    };
    let act = Act::Restore { paper_sha256: String::new(), has_seat };
    let (after, _) = transition(case.state.clone(), act, Role::System, now)?;
    let standing = duplicates::standing_record(tx, case).await?;
    Ok(Some(Annulled { basis: annulment.basis, standing, after }))
}

/// Restores the case for `actor`, who answered the complaint with `reasons`.
///
/// # Errors
/// A finding at `answer`, `record-stands`.
pub(crate) async fn restore(
    office: &Office,
    tx: &mut Tx,
    id: ApplicationId,
    (actor, reasons): (&Actor, String),
    moment: &Moment,
) -> Result<(), OfficeError> {
    let mut case = store::application::get(tx, id).await?.ok_or(OfficeError::NotFound)?;
    let State::Annulled { annulment, before, .. } = case.state.clone() else { return Ok(()) };
    if !is_open(case.state.kind(), ActKind::Restore, Role::System) {
        return Ok(());
    }
    if duplicates::standing_record(tx, &case).await?.is_some() {
        return Err(OfficeError::finding("answer", "record-stands"));
    }
    let paper = store::paper::get(tx, id, "certificate").await?;
    let paper = paper.ok_or_else(|| Fault::Broken(format!("case {id}: annulled without a certificate")))?;
    let has_seat = match before.as_deref() {
        Some(State::Ready { collection, .. }) if collection.at > moment.now => {
            appointments::has_seat(office, tx, &case, collection.at).await?
                && appointments::take(office, tx, &case, collection.at).await.is_ok()
        }
        _ => true,
    };
    let said = word(tx, id, (actor, reasons), annulment, moment).await?;
    store::annulment::insert(tx, &said).await?;
    let evidence = store::journal::annulling(&said)?;
    let evidence = [(evidence.0.as_str(), evidence.1)];
    let doing = Doing { actor: &Actor::System, moment, seen_version: case.version };
    let act = Act::Restore { paper_sha256: paper.file.0, has_seat };
    desk_act::perform(office, tx, &mut case, act, &doing, &evidence).await
}

/// The last word on this annulment.
async fn word(
    tx: &mut Tx,
    id: ApplicationId,
    (actor, reason): (&Actor, String),
    annulment: Annulment,
    moment: &Moment,
) -> Result<Said, OfficeError> {
    let number = store::annulment::of(tx, id).await?.last().map_or(0, |own| own.number) + 1;
    Ok(Said {
        application: id,
        number,
        step: Step::Cancelled,
        said_by: permission::staff(actor)?,
        said_at: moment.now,
        annulment: Annulment { reason, ..annulment },
    })
}
