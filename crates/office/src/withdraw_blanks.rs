//! Withdraws a delivery that was typed wrongly, while none of its blanks has been taken: its numbers can then be entered again. It stays in its table
//! with the reason.

use crate::decline_registration::plain;
use crate::spoil_blank::REASON_CHARS_MAX;
use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use domain::moment::Moment;
use service::Finding;
use store::blank::Withdrawn;
use store::journal::Entry;

/// Withdraws it.
///
/// # Errors
/// `NotAllowed`; findings at `delivery` (`missing`, also for another mission's and for one that is gone; `used`) and `why` (`missing`,
/// `too-long`).
pub async fn withdraw_blanks(
    office: &Office,
    actor: &Actor,
    delivery: Option<i64>,
    why: &str,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let (officer, bound) = permission::receive_blanks(actor)?;
    let (bound, reason) = (bound.cloned(), plain(why));
    let mut found = vec![];
    if delivery.is_none() {
        found.push(Finding::new("delivery", "missing"));
    }
    match reason.chars().count() {
        0 => found.push(Finding::new("why", "missing")),
        1..=REASON_CHARS_MAX => {}
        _ => found.push(Finding::new("why", "too-long")),
    }
    let Some(delivery) = delivery.filter(|_| found.is_empty()) else { return Err(OfficeError::Findings(found)) };
    let (actor, moment) = (actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let own = store::blank::delivery(tx, delivery).await?;
                let own = own.filter(|own| bound.as_ref().is_none_or(|mission| *mission == own.mission));
                let own = own.ok_or_else(|| OfficeError::finding("delivery", "missing"))?;
                if store::blank::is_used(tx, own.number).await? {
                    return Err(OfficeError::finding("delivery", "used"));
                }
                let withdrawn = Withdrawn { delivery: own.number, reason, officer, at: moment.now };
                store::blank::withdraw(tx, &withdrawn).await?;
                let entry = Entry {
                    application: None,
                    act: store::journal::WITHDRAW_BLANKS,
                    actor: &actor,
                    at: moment.now,
                    commitments: store::journal::withdrawing(&withdrawn)?,
                };
                store::journal::append(tx, &entry, &moment).await?;
                Ok(())
            })
        })
        .await
}
