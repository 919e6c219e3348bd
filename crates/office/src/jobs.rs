//! What the worker does when nobody asks: deliver letters, finish certificates that a crash left, ask again about signatures, remind,
//! seal the journal. Each is idempotent: doing it twice changes nothing.

use crate::{
    Office, OfficeError, enquiry, erase_draft, grant, issue_certificate, journal, mail_list, mobile_signing,
    new_device, outbox, recheck_complaint, recheck_signature, remind, replace_phone, supplement, tell_draft,
    tell_overdue, tell_silence, tell_staff, waste,
};
use domain::actor::Actor;
use domain::application::StateKind;
use domain::ids::ApplicationId;
use domain::moment::Moment;
use jiff::SignedDuration;
use uuid::Uuid;

/// Names are noted for so many cases in one transaction: they are locked meanwhile.
const SPELLED_AT_ONCE: usize = 20;
/// Cases without noted names are looked up so many at a time.
const SPELLED_OF_A_PAGE: i64 = 200;
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
/// The first fault of the store, after every job had its turn. One application that fails does not stop the others: it is logged.
pub async fn run_due(office: &Office, moment: &Moment) -> Result<JobReport, OfficeError> {
    let letters = outbox::deliver_due(office, moment).await;
    let certificates = finish_certificates(office, moment).await;
    let signatures = recheck(office, moment).await;
    let rest = [
        remind::remind_due(office, moment).await.map(|_| ()),
        tell_overdue::tell_due(office, moment).await.map(|_| ()),
        tell_silence::tell_due(office, moment).await.map(|_| ()),
        tell_staff::tell_due(office, moment).await.map(|_| ()),
        replace_phone::apply_due(office, moment).await.map(|_| ()),
        journal::seal(office, moment).await,
        purge(office, moment).await,
        enquiry::erase::erase_due(office, moment).await,
        tell_draft::tell_due(office, moment).await.map(|_| ()),
        erase_draft::erase_due(office, moment).await.map(|_| ()),
        waste::take_out(office, moment).await.map(|_| ()),
        spell(office).await,
    ];
    let report = JobReport { letters: letters?, certificates: certificates?, signatures: signatures? };
    rest.into_iter().collect::<Result<(), OfficeError>>()?;
    Ok(report)
}

async fn finish_certificates(office: &Office, moment: &Moment) -> Result<usize, OfficeError> {
    let mut finished = 0;
    for kind in [StateKind::Granted, StateKind::CertificateReserved, StateKind::CertificateReplacing] {
        for case in in_state(office, kind).await? {
            let done = match kind {
                StateKind::Granted => grant::finish(office, &Actor::System, case, moment).await,
                _ => issue_certificate::issue_certificate(office, &Actor::System, case, moment).await,
            };
            finished += usize::from(went(done.map(|()| true), case, "certificate could not be finished"));
        }
    }
    Ok(finished)
}

/// Asks again about every EDS that the NCA had not answered for: of requests, addenda and complaints.
async fn recheck(office: &Office, moment: &Moment) -> Result<usize, OfficeError> {
    let mut answered = 0;
    for case in in_state(office, StateKind::SignatureCheckPending).await? {
        let done = recheck_signature::recheck_signature(office, case, moment).await;
        answered += usize::from(went(done, case, "signature could not be rechecked"));
    }
    let waiting = office.read(move |tx| Box::pin(async move { Ok(store::supplement::awaiting(tx).await?) })).await?;
    for (case, number) in waiting {
        let done = supplement::recheck(office, case, number, moment).await;
        answered += usize::from(went(done, case, "signature of an addendum could not be rechecked"));
    }
    let waiting = office.read(move |tx| Box::pin(async move { Ok(store::complaint::awaiting(tx).await?) })).await?;
    for (own, case) in waiting {
        let done = recheck_complaint::recheck_complaint(office, own, moment).await;
        answered += usize::from(went(done, case, "signature of a complaint could not be rechecked"));
    }
    Ok(answered)
}

/// True when something moved. What fails is logged and tried again in the next round.
fn went(done: Result<bool, OfficeError>, application: ApplicationId, told: &'static str) -> bool {
    match done {
        Ok(moved) => moved,
        Err(OfficeError::NotOpen(_) | OfficeError::Stale) => false,
        Err(error) => {
            tracing::error!(%application, %error, "{told}");
            false
        }
    }
}

/// Every case in a state: one that never moves keeps nobody waiting.
async fn in_state(office: &Office, kind: StateKind) -> Result<Vec<ApplicationId>, OfficeError> {
    office.read(move |tx| Box::pin(async move { Ok(store::application::ids_in_state(tx, kind).await?) })).await
}

/// Notes the names of cases that were there before names were noted.
async fn spell(office: &Office) -> Result<(), OfficeError> {
    let mut after = ApplicationId(Uuid::nil());
    loop {
        let waiting = office
            .read(move |tx| Box::pin(async move { Ok(store::spelling::missing(tx, after, SPELLED_OF_A_PAGE).await?) }))
            .await?;
        let Some(last) = waiting.last() else { return Ok(()) };
        after = *last;
        for few in waiting.chunks(SPELLED_AT_ONCE) {
            if note_names(office, few.to_vec()).await.is_ok() {
                continue;
            }
            // One of them cannot be read: the others need not wait for it.
            for case in few {
                let done = note_names(office, vec![*case]).await;
                went(done.map(|()| true), *case, "names could not be noted");
            }
        }
    }
}

/// Each case is read in the transaction that notes it, and nobody amends it before the end.
async fn note_names(office: &Office, cases: Vec<ApplicationId>) -> Result<(), OfficeError> {
    office
        .write(move |tx| {
            Box::pin(async move {
                for id in cases {
                    if let Some(case) = store::application::get(tx, id).await? {
                        store::spelling::put(tx, &case).await?;
                    }
                }
                Ok(())
            })
        })
        .await
}

/// Removes what has served: ended sessions, used codes, kept forms, old counters, uploads that were given up, signings by phone that ended.
async fn purge(office: &Office, moment: &Moment) -> Result<(), OfficeError> {
    let (now, demo) = (moment.now, office.settings().demo);
    office
        .write(move |tx| {
            Box::pin(async move {
                if demo {
                    outbox::blank_expired(tx, now).await?;
                }
                // A session that has ended is known a little longer: a form posted with it is kept (session::keep_post).
                store::outbox::forget_check_lists(tx, now - mail_list::KEPT).await?;
                store::device::purge(tx, now - new_device::KEPT).await?;
                store::session::purge(tx, now - SESSIONS_KEPT).await?;
                store::kept::purge(tx, now).await?;
                store::limit::purge(tx, now).await?;
                store::upload::purge(tx, now).await?;
                store::otp::purge(tx, now - CODES_KEPT).await?;
                store::mobile_signing::purge(tx, now - mobile_signing::KEPT).await?;
                Ok(())
            })
        })
        .await
}
