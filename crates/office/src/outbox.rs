//! Letters on their way: the job hands them to the gateways; a demonstration shows the newest ones on a developer page.

use crate::{Fault, Office, OfficeError};
use domain::moment::Moment;
use gateways::Parcel;
use jiff::{SignedDuration, Timestamp};
use store::outbox::{Channel, Letter};

const LEASE_SECONDS: i64 = 60;
const BATCH: i64 = 50;
const WAIT_MAX: SignedDuration = SignedDuration::from_hours(6);

/// The newest letters, for the developer page. Empty outside a demonstration.
///
/// # Errors
/// Faults only.
pub async fn recent(office: &Office, limit: i64) -> Result<Vec<Letter>, OfficeError> {
    if !office.settings().demo {
        return Ok(vec![]);
    }
    office.read(move |tx| Box::pin(async move { Ok(store::outbox::recent(tx, limit).await?) })).await
}

/// Hands over what is due; the number of letters that left.
///
/// # Errors
/// Faults of the store; a gateway's failure is written on the letter and tried again later.
pub async fn deliver_due(office: &Office, moment: &Moment) -> Result<usize, OfficeError> {
    let now = moment.now;
    let due = office
        .write(move |tx| Box::pin(async move { Ok(store::outbox::claim(tx, now, LEASE_SECONDS, BATCH).await?) }))
        .await?;
    let mut left = 0;
    for letter in due {
        let parcel = parcel(office, &letter).await?;
        let outcome = office.parts().post.deliver(parcel).await;
        let id = letter.id;
        match outcome {
            Ok(()) => {
                left += 1;
                office.write(move |tx| Box::pin(async move { Ok(store::outbox::sent(tx, id, now).await?) })).await?;
            }
            Err(error) => {
                let next = now + wait(letter.attempts);
                tracing::warn!(letter = %id, kind = letter.kind, %error, "letter not delivered, will be tried again");
                let error = error.to_string();
                office
                    .write(move |tx| Box::pin(async move { Ok(store::outbox::failed(tx, id, next, &error).await?) }))
                    .await?;
            }
        }
    }
    Ok(left)
}

async fn parcel(office: &Office, letter: &Letter) -> Result<Parcel, Fault> {
    let mut attachments = vec![];
    for (name, key) in &letter.attachments {
        attachments.push((name.clone(), office.store().blobs().get(key).await?));
    }
    Ok(Parcel {
        id: letter.id.to_string(),
        by_mail: letter.channel == Channel::Email,
        to: letter.to.clone(),
        subject: letter.subject.clone(),
        body: letter.body.clone(),
        lang: letter.lang.tag().to_owned(),
        at: letter.created_at,
        attachments,
    })
}

/// 1, 2, 4 ... minutes, at most six hours.
fn wait(attempts: i64) -> SignedDuration {
    let doublings = u32::try_from(attempts.clamp(0, 10)).unwrap_or(0);
    SignedDuration::from_mins(1_i64 << doublings).min(WAIT_MAX)
}

/// When a letter of this age counts as late, for the administrator's page.
pub fn is_late(letter: &Letter, now: Timestamp) -> bool {
    letter.sent_at.is_none() && now.duration_since(letter.created_at) > SignedDuration::from_hours(1)
}
