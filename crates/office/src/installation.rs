//! What the administrator sees of the installation: the seal's certificate, where letters go, proof of time.

use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use store::outbox::Health;

/// A letter that waits longer is late.
const LATE: SignedDuration = SignedDuration::from_hours(1);
/// Letters given up are told of so long.
const LATELY: SignedDuration = SignedDuration::from_hours(7 * 24);

/// The installation.
#[derive(Clone, Debug)]
pub struct Installation {
    /// The institution's certificate, DER.
    pub seal_certificate: Vec<u8>,
    /// Its SHA-256, hex.
    pub seal_sha256: String,
    /// Where letters go, in the gateway's own words.
    pub post: String,
    /// How they are.
    pub letters: Health,
    /// Address of the time-stamping authority, if there is one.
    pub time: Option<String>,
    /// Signatures that wait for their timestamp.
    pub time_waiting: i64,
    /// What the authority said the last time it gave none to one of them.
    pub time_failure: Option<String>,
}

/// Shows it.
///
/// # Errors
/// `NotAllowed` for everybody but administrators of the whole installation.
pub async fn installation(office: &Office, actor: &Actor, now: Timestamp) -> Result<Installation, OfficeError> {
    permission::reads_installation(actor)?;
    let ((time_waiting, time_failure), letters) = office
        .read(move |tx| {
            Box::pin(async move {
                let letters = store::outbox::health(tx, now - LATE, now - LATELY).await?;
                Ok((store::proof_time::waiting(tx).await?, letters))
            })
        })
        .await?;
    let seal_certificate = office.parts().sealer.certificate().to_vec();
    Ok(Installation {
        seal_sha256: hex::encode(Sha256::digest(&seal_certificate)),
        seal_certificate,
        post: office.parts().post.describe(),
        letters,
        time: office.parts().time.address(),
        time_waiting,
        time_failure,
    })
}
