//! Enters a delivery of blanks: the head of the mission, or the administrator. A range that would put one number on two blanks is refused.

use crate::decline_registration::plain;
use crate::{Fault, Office, OfficeError, permission};
use domain::actor::Actor;
use domain::blank::BlankRange;
use domain::ids::MissionId;
use domain::moment::Moment;
use jiff::civil::Date;
use service::Finding;
use store::blank::Delivery;
use store::journal::Entry;

/// Longest name of the paper that came with the blanks, characters.
pub const DOCUMENT_CHARS_MAX: usize = 200;
/// Whoever takes this number waits until the other has ended: two deliveries are never checked past each other.
const NUMBERS: &str = "blank delivery";

/// What came.
#[derive(Clone, Debug)]
pub struct Received {
    /// For which mission.
    pub mission: MissionId,
    /// Which blanks.
    pub range: BlankRange,
    /// When.
    pub received_on: Date,
    /// With which paper.
    pub document: String,
}

/// Enters it.
///
/// # Errors
/// `NotAllowed`; findings: `mission` `missing`, `received` `ahead`, `document` `missing` or `too-long`, `first` `overlap`.
pub async fn receive_blanks(office: &Office, actor: &Actor, own: Received, moment: &Moment) -> Result<(), OfficeError> {
    let (officer, bound) = permission::receive_blanks(actor)?;
    let document = plain(&own.document);
    let mut found = vec![];
    let mission = office.catalogue().mission(&own.mission).filter(|one| bound.is_none_or(|mission| *mission == one.id));
    match mission.map(|mission| moment.now.in_tz(&mission.zone)) {
        None => found.push(Finding::new("mission", "missing")),
        Some(Err(error)) => return Err(Fault::Registers(error.to_string()).into()),
        Some(Ok(today)) if own.received_on > today.date() => found.push(Finding::new("received", "ahead")),
        Some(Ok(_)) => {}
    }
    match document.chars().count() {
        0 => found.push(Finding::new("document", "missing")),
        1..=DOCUMENT_CHARS_MAX => {}
        _ => found.push(Finding::new("document", "too-long")),
    }
    if !found.is_empty() {
        return Err(OfficeError::Findings(found));
    }
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let number = store::numbers::next(tx, NUMBERS).await?;
                if store::blank::deliveries(tx).await?.iter().any(|other| other.range.overlaps(&own.range)) {
                    return Err(OfficeError::finding("first", "overlap"));
                }
                let delivery = Delivery {
                    number,
                    mission: own.mission,
                    range: own.range,
                    received_on: own.received_on,
                    document,
                    officer,
                    entered_at: moment.now,
                };
                store::blank::receive(tx, &delivery).await?;
                let entry = Entry {
                    application: None,
                    act: store::journal::RECEIVE_BLANKS,
                    actor: &actor,
                    at: moment.now,
                    commitments: store::journal::receiving(&delivery)?,
                };
                store::journal::append(tx, &entry, &moment).await?;
                Ok(())
            })
        })
        .await
}
