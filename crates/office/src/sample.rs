//! The second look: of all decisions a share is drawn, and a head who did not decide says whether it was in order.
//!
//! Drawing: each month has a secret of its own, made at its first decision. Its SHA-256 is in the journal before anything is drawn by it; what a
//! decision's tag under the secret says, nobody can foresee who does not know it; when the month is over, the secret is shown to auditors, who
//! compute every draw of it again. The tag is over the decision's own name, which nobody can choose.

mod draw;
pub mod judge;
pub mod read;
pub mod view;

pub(crate) use draw::draw;

use crate::keys::Keys;
use crate::{Fault, Office};
use domain::sample::{is_drawn, name};
use store::sample::{Sample, Secret};

/// Purpose of the tag under a month's secret, and of the box that it is kept in.
const PURPOSE: &str = "sample";

/// The secret as it was kept.
fn opened(office: &Office, own: &Secret) -> Result<[u8; 32], Fault> {
    let plain = office.parts().keys.open(PURPOSE, &own.sealed);
    let plain = plain.and_then(|plain| <[u8; 32]>::try_from(plain).ok());
    plain.ok_or_else(|| Fault::Broken(format!("the secret of {} does not open", own.period)))
}

/// What the secret says of a decision.
fn says(secret: [u8; 32], own: &Sample) -> bool {
    is_drawn(&Keys::new(secret).tag(PURPOSE, name(own.application, own.number).as_bytes()), own.percent)
}
