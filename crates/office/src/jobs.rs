//! What the worker does when nobody asks: deliver letters, finish certificates that a crash left, ask again about signatures, remind,
//! seal the journal. Each is idempotent: doing it twice changes nothing.

use crate::{Office, OfficeError, grant, issue_certificate, journal, outbox, recheck_signature, remind, supplement};
use domain::actor::Actor;
use domain::application::StateKind;
use domain::moment::Moment;
use jiff::SignedDuration;

const BATCH: i64 = 50;
/// One-time codes are kept so long after their end, for questions about them.
const CODES_KEPT: SignedDuration = SignedDuration::from_hours(24);
/// Ended sessions are known so long.
const SESSIONS_KEPT: SignedDuration = SignedDuration::from_hours(12);

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
    report.signatures += supplement::recheck(office, moment).await?;
    remind::remind_due(office, moment).await?;
    journal::seal(office, moment).await?;
    purge(office, moment).await?;
    Ok(report)
}

/// Removes what has served: ended sessions, used codes, kept forms, old counters, uploads that were given up.
async fn purge(office: &Office, moment: &Moment) -> Result<(), OfficeError> {
    let (now, demo) = (moment.now, office.settings().demo);
    office
        .write(move |tx| {
            Box::pin(async move {
                if demo {
                    outbox::blank_expired(tx, now).await?;
                }
                // A session that has ended is known a little longer: a form posted with it is kept (session::keep_post).
                store::session::purge(tx, now - SESSIONS_KEPT).await?;
                store::kept::purge(tx, now).await?;
                store::limit::purge(tx, now).await?;
                store::upload::purge(tx, now).await?;
                store::otp::purge(tx, now - CODES_KEPT).await?;
                Ok(())
            })
        })
        .await
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
