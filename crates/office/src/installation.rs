//! What the administrator sees of the installation: the seal's certificate, where letters go, proof of time.

use crate::{Office, OfficeError, permission};
use domain::actor::Actor;
use sha2::{Digest, Sha256};

/// The installation.
#[derive(Clone, Debug)]
pub struct Installation {
    /// The institution's certificate, DER.
    pub seal_certificate: Vec<u8>,
    /// Its SHA-256, hex.
    pub seal_sha256: String,
    /// Where letters go, in the gateway's own words.
    pub post: String,
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
/// `NotAllowed` for everybody but administrators.
pub async fn installation(office: &Office, actor: &Actor) -> Result<Installation, OfficeError> {
    permission::administrator(actor)?;
    let (time_waiting, time_failure) =
        office.read(|tx| Box::pin(async move { Ok(store::proof_time::waiting(tx).await?) })).await?;
    let seal_certificate = office.parts().sealer.certificate().to_vec();
    Ok(Installation {
        seal_sha256: hex::encode(Sha256::digest(&seal_certificate)),
        seal_certificate,
        post: office.parts().post.describe(),
        time: office.parts().time.address(),
        time_waiting,
        time_failure,
    })
}
