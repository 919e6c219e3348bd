//! Letters on their way: the job hands them to the gateways; a demonstration shows the newest ones on a developer page.

use crate::{Fault, Office, OfficeError, letter_report, letters, one_time_code};
use domain::moment::Moment;
use gateways::{NotDelivered, Parcel};
use jiff::{SignedDuration, Timestamp};
use store::Tx;
use store::outbox::{Channel, Letter};

const LEASE_SECONDS: i64 = 60;
const BATCH: i64 = 50;
const WAIT_MAX: SignedDuration = SignedDuration::from_hours(6);
/// A letter that is older and still cannot be handed over is given up (RFC 5321 4.5.4.1: four to five days).
const GIVE_UP: SignedDuration = SignedDuration::from_hours(5 * 24);

/// The newest letters, for the developer page, codes readable until they expire. Empty outside a demonstration.
///
/// # Errors
/// Faults only.
pub async fn recent(office: &Office, limit: i64) -> Result<Vec<Letter>, OfficeError> {
    if !office.settings().demo {
        return Ok(vec![]);
    }
    let mut found = office.read(move |tx| Box::pin(async move { Ok(store::outbox::recent(tx, limit).await?) })).await?;
    for letter in &mut found {
        letter.body = letters::readable(office, letter).unwrap_or_default();
    }
    Ok(found)
}

/// Hands over what is due; the number of letters that left. A code never leaves after its end: its letter is dropped.
///
/// # Errors
/// Faults of the store; a gateway's failure is written on the letter and tried again later.
pub async fn deliver_due(office: &Office, moment: &Moment) -> Result<usize, OfficeError> {
    let now = moment.now;
    let (dropped, due) = office
        .write(move |tx| {
            Box::pin(async move {
                let dropped = store::outbox::drop_unsent(tx, letters::OTP, now - one_time_code::VALID).await?;
                Ok((dropped, store::outbox::claim(tx, now, LEASE_SECONDS, BATCH).await?))
            })
        })
        .await?;
    if dropped > 0 {
        tracing::warn!(dropped, "codes expired before they could be sent");
    }
    let mut left = 0;
    for letter in due {
        match deliver(office, &letter).await {
            Ok(()) => {
                left += 1;
                // A demonstration shows its codes on the developer page until they expire.
                let blank = letter.kind == letters::OTP && !office.settings().demo;
                office.write(move |tx| Box::pin(note_sent(tx, letter, now, blank))).await?;
            }
            Err(error) if error.for_good || now.duration_since(letter.created_at) > GIVE_UP => {
                let id = letter.id;
                tracing::error!(letter = %id, kind = letter.kind, %error, "letter given up");
                office
                    .write(move |tx| {
                        Box::pin(async move { Ok(store::outbox::give_up(tx, id, now, &error.why).await?) })
                    })
                    .await?;
            }
            Err(error) => {
                let (id, next) = (letter.id, now + wait(letter.attempts));
                tracing::warn!(letter = %id, kind = letter.kind, %error, "letter not delivered, will be tried again");
                office
                    .write(move |tx| {
                        Box::pin(async move { Ok(store::outbox::failed(tx, id, next, &error.why).await?) })
                    })
                    .await?;
            }
        }
    }
    Ok(left)
}

async fn deliver(office: &Office, letter: &Letter) -> Result<(), NotDelivered> {
    let parcel = parcel(office, letter).await.map_err(|fault| NotDelivered::now(fault.to_string()))?;
    office.parts().post.deliver(parcel).await
}

async fn note_sent(tx: &mut Tx, letter: Letter, now: Timestamp, blank: bool) -> Result<(), OfficeError> {
    store::outbox::sent(tx, letter.id, now).await?;
    if blank {
        store::outbox::blank(tx, letter.id).await?;
    }
    Ok(())
}

/// Blanks the codes that a demonstration still shows, once they have expired.
pub(crate) async fn blank_expired(tx: &mut Tx, now: Timestamp) -> Result<(), OfficeError> {
    store::outbox::blank_before(tx, letters::OTP, now - one_time_code::VALID).await?;
    Ok(())
}

async fn parcel(office: &Office, letter: &Letter) -> Result<Parcel, Fault> {
    let mut attachments = vec![];
    for (name, key) in &letter.attachments {
        attachments.push((name.clone(), office.store().blobs().get(key).await?));
    }
    let body = letters::readable(office, letter);
    Ok(Parcel {
        id: letter.id.to_string(),
        by_mail: letter.channel == Channel::Email,
        to: letter.to.clone(),
        subject: letter.subject.clone(),
        body: body.ok_or_else(|| Fault::Broken(format!("letter {} cannot be opened", letter.id)))?,
        lang: letter.lang.tag().to_owned(),
        at: letter.created_at,
        report_to: (letter.channel == Channel::Sms).then(|| letter_report::address(office, letter.id)),
        attachments,
    })
}

/// 1, 2, 4 ... minutes, at most six hours.
fn wait(attempts: i64) -> SignedDuration {
    let doublings = u32::try_from(attempts.clamp(0, 10)).unwrap_or(0);
    SignedDuration::from_mins(1_i64 << doublings).min(WAIT_MAX)
}
