//! What a gateway reports of a text message that it took: delivered to the phone, or not.
//!
//! The address of a report is made of the letter's id and a tag by our key, so nobody else can make one. Must never tell whether a
//! letter exists.

use crate::{Office, OfficeError};
use domain::moment::Moment;
use uuid::Uuid;

const PURPOSE: &str = "delivery report";
/// Kannel's kinds of report (`%d`): 1 delivered to the phone, 2 not delivered to the phone, 16 refused by the centre.
const DELIVERED: &str = "1";
const UNDELIVERED: [&str; 2] = ["2", "16"];

/// The address that a gateway calls about this letter.
pub(crate) fn address(office: &Office, letter: Uuid) -> String {
    let tag = hex::encode(office.parts().keys.tag(PURPOSE, letter.as_bytes()));
    format!("{}/deliveries/{letter}/{tag}", office.settings().host)
}

/// Takes a report. A kind that says nothing final is heard and forgotten.
///
/// # Errors
/// `NotFound` when the address is not one of ours.
pub async fn take(office: &Office, letter: &str, tag: &str, status: &str, moment: &Moment) -> Result<(), OfficeError> {
    let letter: Uuid = letter.parse().map_err(|_| OfficeError::NotFound)?;
    let tag = hex::decode(tag).map_err(|_| OfficeError::NotFound)?;
    if !office.parts().keys.tag_matches(PURPOSE, letter.as_bytes(), &tag) {
        return Err(OfficeError::NotFound);
    }
    let delivered = match status {
        DELIVERED => true,
        other if UNDELIVERED.contains(&other) => false,
        _ => return Ok(()),
    };
    let now = moment.now;
    office
        .write(move |tx| {
            Box::pin(async move {
                store::outbox::reported(tx, letter, delivered, now).await?;
                Ok(())
            })
        })
        .await
}
