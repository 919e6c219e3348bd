//! Is a signature on any file good, now, by the trust list of this installation? A query: nothing is stored, nothing decided.
//!
//! Open to everybody (Digital Code 61(4)), so it is bounded: so many requests a minute of one address, so many
//! verifications at once. It must never say another verdict than the engine's, nor keep what was shown to it.

use crate::{Fault, Office, OfficeError};
use domain::moment::Moment;
use eds::{Certificate, CertificateVerdict, Finding, Policy, Verdict};
use jiff::Timestamp;
use std::sync::Arc;

const MINUTE_SECONDS: i64 = 60;

/// A signature to look at.
pub struct SignedFile {
    /// CMS or XML, in any armour.
    pub signature: Vec<u8>,
    /// The document, where it is not inside the signature.
    pub content: Option<Vec<u8>>,
}

/// Counts a request of `remote`.
///
/// # Errors
/// `TooMany` above the limit of the settings.
pub async fn admit(office: &Office, remote: &str, moment: &Moment) -> Result<(), OfficeError> {
    let Some(most) = office.settings().verify_per_minute_max else { return Ok(()) };
    let (key, now) = (format!("verify {remote}"), moment.now);
    office
        .write(move |tx| {
            Box::pin(async move {
                let hits = store::limit::hit(tx, &key, MINUTE_SECONDS, now).await?;
                let retry_at = store::limit::window_end(MINUTE_SECONDS, now);
                if hits > i64::from(most) { Err(OfficeError::TooMany { retry_at }) } else { Ok(()) }
            })
        })
        .await
}

/// The engine's verdict at `at`. Any bytes get one.
///
/// # Errors
/// Ours only.
pub async fn verify_file(
    office: &Office,
    file: SignedFile,
    policy: Policy,
    at: Timestamp,
) -> Result<Verdict, OfficeError> {
    let trust = office.parts().trust.snapshot();
    seated(office, move || {
        eds::verify(&file.signature, file.content.as_deref(), &trust.list, &trust.evidence, &policy, at)
    })
    .await
}

/// The engine's verdict over certificates, each of which may complete the chain of another.
///
/// # Errors
/// Ours only.
pub async fn verify_certificates(
    office: &Office,
    certificates: Vec<Arc<Certificate>>,
    policy: Policy,
    at: Timestamp,
) -> Result<Vec<CertificateVerdict>, OfficeError> {
    let trust = office.parts().trust.snapshot();
    seated(office, move || {
        let judge = |one| eds::verify_certificate(one, &certificates, &trust.list, &trust.evidence, &policy, at);
        certificates.iter().map(judge).collect()
    })
    .await
}

/// The document inside a CMS, unverified; or why there is none.
///
/// # Errors
/// Ours only.
pub async fn extract(office: &Office, signature: Vec<u8>) -> Result<Result<Vec<u8>, Finding>, OfficeError> {
    seated(office, move || eds::extract(&signature)).await
}

/// Heavy work on a blocking thread, when one of the seats is free: one a processor.
///
/// # Errors
/// Ours only.
pub async fn seated<T: Send + 'static>(
    office: &Office,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, OfficeError> {
    let broken = |error: &dyn std::fmt::Display| OfficeError::Fault(Fault::Broken(format!("verification: {error}")));
    let seat = office.seats().acquire_owned().await.map_err(|error| broken(&error))?;
    let done = tokio::task::spawn_blocking(move || {
        let done = work();
        drop(seat);
        done
    });
    done.await.map_err(|error| broken(&error))
}
