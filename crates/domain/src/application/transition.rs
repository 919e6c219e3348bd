//! The state machine: one exhaustive match. What it does not allow is not open.

use super::act::{Act, ActKind, DeclineReason};
use super::event::{Event, LetterKind};
use super::state::{CertificateStage, Collection, State, StateKind};
use crate::actor::Role;
use jiff::Timestamp;

/// Why an act is not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotOpen {
    /// Not in this state, or not to this role. The two are not told apart, so that nothing is learnt by trying.
    #[error("this act is not open now")]
    Act,
    /// A refusal needs at least one ground of the law (Law on public services 19-1(2)).
    #[error("a refusal needs at least one ground")]
    NoGround,
    /// A refusal needs its reasons (APPC 80(1)); a declined registration needs what to do about it.
    #[error("reasons are missing")]
    NoReasons,
    /// The collection time lies in the past.
    #[error("the collection time is in the past")]
    CollectionInThePast,
    /// The originals were not seen at the handover.
    #[error("the originals were not seen")]
    OriginalsNotSeen,
}

/// Moves `state` by `act` of a person in `role` at `now`, or says why not.
///
/// # Errors
/// [`NotOpen`] when the act is not open to the role in the state, or lacks what the law wants of it.
pub fn transition(state: State, act: Act, role: Role, now: Timestamp) -> Result<(State, Vec<Event>), NotOpen> {
    if !is_open(state.kind(), act.kind(), role) {
        return Err(NotOpen::Act);
    }
    match (state, act) {
        (State::SignatureCheckPending, Act::ConfirmSignature) => Ok((State::Submitted, vec![])),
        (State::SignatureCheckPending, Act::RejectSignature { remedy }) => {
            declined(DeclineReason::SignatureInvalid, remedy, now)
        }
        (State::Submitted, Act::Register) => {
            Ok((State::InReview { registered_at: now }, vec![Event::Letter(LetterKind::Registered)]))
        }
        (State::Submitted, Act::DeclineRegistration { reason, remedy }) => declined(reason, remedy, now),
        (State::InReview { .. }, Act::Grant { record }) => Ok((
            State::Granted { record, certificate: CertificateStage::Awaited },
            vec![Event::Letter(LetterKind::Granted)],
        )),
        (State::InReview { .. }, Act::Refuse { grounds, reasons }) => {
            if grounds.is_empty() {
                return Err(NotOpen::NoGround);
            }
            let reasons = said(reasons)?;
            Ok((
                State::Refused { grounds, reasons, refused_at: now },
                vec![Event::TermMet, Event::Letter(LetterKind::Refused)],
            ))
        }
        (State::Granted { record, certificate: CertificateStage::Awaited }, Act::ReserveCertificate { number }) => {
            Ok((State::Granted { record, certificate: CertificateStage::Reserved { number } }, vec![]))
        }
        (
            State::Granted { record, certificate: CertificateStage::Reserved { number } },
            Act::IssueCertificate { paper_sha256 },
        ) => Ok((State::Granted { record, certificate: CertificateStage::Issued { number, paper_sha256 } }, vec![])),
        (
            State::Granted { record, certificate: CertificateStage::Issued { number, .. } },
            Act::SetCollection { at, note },
        ) => {
            if at <= now {
                return Err(NotOpen::CollectionInThePast);
            }
            let collection = Collection { at, note };
            Ok((State::Ready { record, number, collection }, vec![Event::TermMet, Event::Letter(LetterKind::Ready)]))
        }
        // Somebody could not come: another time, the certificate and the record stay.
        (State::Ready { record, number, .. }, Act::SetCollection { at, note }) => {
            if at <= now {
                return Err(NotOpen::CollectionInThePast);
            }
            let collection = Collection { at, note };
            Ok((State::Ready { record, number, collection }, vec![Event::Letter(LetterKind::Ready)]))
        }
        (State::Ready { record, number, .. }, Act::HandOver { handover }) => {
            if !handover.originals_seen {
                return Err(NotOpen::OriginalsNotSeen);
            }
            Ok((State::Collected { record, number, handover: *handover }, vec![Event::Letter(LetterKind::Collected)]))
        }
        (State::SignatureCheckPending | State::Submitted | State::InReview { .. }, Act::Withdraw { reason }) => {
            Ok((State::Withdrawn { reason, withdrawn_at: now }, vec![Event::Letter(LetterKind::Withdrawn)]))
        }
        _ => Err(NotOpen::Act),
    }
}

/// The table itself: is `act` open to `role` in `state`? Default: no.
pub fn is_open(state: StateKind, act: ActKind, role: Role) -> bool {
    use ActKind as A;
    use StateKind as S;
    let (from, by) = match act {
        A::SetCollection if state == S::Ready => (S::Ready, &[Role::Officer][..]),
        A::ConfirmSignature | A::RejectSignature => (S::SignatureCheckPending, &[Role::System][..]),
        A::Register | A::DeclineRegistration => (S::Submitted, &[Role::Officer][..]),
        A::Grant | A::Refuse => (S::InReview, &[Role::Officer][..]),
        A::ReserveCertificate => (S::Granted, &[Role::Officer, Role::System][..]),
        A::IssueCertificate => (S::CertificateReserved, &[Role::Officer, Role::System][..]),
        A::SetCollection => (S::CertificateIssued, &[Role::Officer][..]),
        A::HandOver => (S::Ready, &[Role::Officer][..]),
        // Before the decision, whatever the mission is doing.
        A::Withdraw => {
            let undecided = matches!(state, S::SignatureCheckPending | S::Submitted | S::InReview);
            return undecided && role == Role::Applicant;
        }
    };
    state == from && by.contains(&role)
}

/// The acts open to `role` in `state`, in the order of the path. `web` asks this and never decides by itself.
pub fn open_acts(state: StateKind, role: Role) -> Vec<ActKind> {
    ActKind::ALL.into_iter().filter(|act| is_open(state, *act, role)).collect()
}

fn declined(reason: DeclineReason, remedy: String, now: Timestamp) -> Result<(State, Vec<Event>), NotOpen> {
    let remedy = said(remedy)?;
    Ok((
        State::DeclinedRegistration { reason, remedy, declined_at: now },
        vec![Event::Letter(LetterKind::DeclinedRegistration)],
    ))
}

fn said(text: String) -> Result<String, NotOpen> {
    if text.trim().is_empty() { Err(NotOpen::NoReasons) } else { Ok(text) }
}
