//! Takes files out of the folder that a draft named and nothing names any more: of drafts that were erased, pages that were removed or turned.
//! A job.
//!
//! The file goes inside the transaction that takes it from the list: who brings the same bytes at that moment waits for it and puts them anew
//! (`Store::keep`). Must never touch a file that lies on the list for less than [`LIES`].

use crate::{Office, OfficeError};
use domain::moment::Moment;
use jiff::SignedDuration;

/// A file lies so long before it goes: longer than anything takes from putting a file to naming it.
pub const LIES: SignedDuration = SignedDuration::from_hours(1);
/// Files of one round.
const BATCH: i64 = 200;

/// One round; how many went. One that fails does not stop the others: it is logged, and stays on the list.
///
/// # Errors
/// Faults of the store.
pub(crate) async fn take_out(office: &Office, moment: &Moment) -> Result<usize, OfficeError> {
    let until = moment.now - LIES;
    let lying =
        office.read(move |tx| Box::pin(async move { Ok(store::waste::lying(tx, until, BATCH).await?) })).await?;
    let mut out = 0;
    for key in lying {
        let (blobs, own) = (office.store().blobs().clone(), key.clone());
        let taken = office.write(move |tx| {
            Box::pin(async move {
                let goes = store::waste::take(tx, &own).await?;
                if goes {
                    blobs.remove(&own).await?;
                }
                Ok(goes)
            })
        });
        match taken.await {
            Ok(goes) => out += usize::from(goes),
            Err(error) => tracing::error!(file = %key.0, %error, "a file that nothing names could not be taken out"),
        }
    }
    Ok(out)
}
