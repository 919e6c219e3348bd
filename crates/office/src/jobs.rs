//! What the worker does when nobody asks: deliver letters, finish certificates that a crash left, ask again about signatures,
//! seal the journal. Each is idempotent: doing it twice changes nothing.

use crate::{Office, OfficeError, grant, issue_certificate, journal, outbox, recheck_signature};
use domain::actor::Actor;
use domain::application::StateKind;
use domain::moment::Moment;

const BATCH: i64 = 50;

/// What was done in one round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct JobReport {
    /// Letters that left.
    pub letters: usize,
    /// Certificates that were finished.
    pub certificates: usize,
    /// Signatures that got an answer.
    pub signatures: usize,
}

/// One round. `moment` gives each job bytes of its own by label.
///
/// # Errors
/// Faults of the store. One application that fails does not stop the others: it is logged.
pub async fn run_due(office: &Office, moment: &Moment) -> Result<JobReport, OfficeError> {
    let mut report = JobReport { letters: outbox::deliver_due(office, moment).await?, ..JobReport::default() };
    for kind in [StateKind::Granted, StateKind::CertificateReserved] {
        for id in waiting(office, kind).await? {
            let done = match kind {
                StateKind::Granted => grant::finish(office, &Actor::System, id, moment).await,
                _ => issue_certificate::issue_certificate(office, &Actor::System, id, moment).await,
            };
            match done {
                Ok(()) => report.certificates += 1,
                Err(OfficeError::NotOpen(_) | OfficeError::Stale) => {}
                Err(error) => tracing::error!(application = %id, %error, "certificate could not be finished"),
            }
        }
    }
    for id in waiting(office, StateKind::SignatureCheckPending).await? {
        match recheck_signature::recheck_signature(office, id, moment).await {
            Ok(true) => report.signatures += 1,
            Ok(false) | Err(OfficeError::NotOpen(_) | OfficeError::Stale) => {}
            Err(error) => tracing::error!(application = %id, %error, "signature could not be rechecked"),
        }
    }
    journal::seal(office, moment).await?;
    Ok(report)
}

async fn waiting(office: &Office, kind: StateKind) -> Result<Vec<domain::ids::ApplicationId>, OfficeError> {
    office
        .read(move |tx| {
            Box::pin(async move {
                let cases = store::application::in_state(tx, kind, BATCH).await?;
                Ok(cases.into_iter().map(|case| case.id).collect())
            })
        })
        .await
}
