//! What the administrator sees of the installation: the seal's certificate and where letters go.

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
}

/// Shows it.
///
/// # Errors
/// `NotAllowed` for everybody but administrators.
pub fn installation(office: &Office, actor: &Actor) -> Result<Installation, OfficeError> {
    permission::administrator(actor)?;
    let seal_certificate = office.parts().sealer.certificate().to_vec();
    Ok(Installation {
        seal_sha256: hex::encode(Sha256::digest(&seal_certificate)),
        seal_certificate,
        post: office.parts().post.describe(),
    })
}
