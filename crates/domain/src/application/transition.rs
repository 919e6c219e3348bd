//! The state machine: one exhaustive match. What it does not allow is not open.

use super::act::{Act, ActKind, DeclineReason};
use super::correction::Correction;
use super::event::{Event, LetterKind};
use super::hearing;
use super::state::{CertificateStage, Collection, State, StateKind};
use crate::actor::Role;
use crate::annulment::Annulment;
use crate::refusal::Ground;
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
    /// A correction request that asks for nothing.
    #[error("nothing is asked")]
    NothingAsked,
    /// A correction request that leaves no time to answer.
    #[error("there is no time to answer")]
    NoTimeToAnswer,
    /// The time to answer has not passed: a refusal and a return wait for it.
    #[error("an answer of the applicant is awaited")]
    AnswerAwaited,
    /// A refusal rests on what the person was not heard about (APPC 73(1)).
    #[error("the person was not heard about this ground")]
    GroundNotHeard,
    /// The time to ask for it has passed (APPC 73(3)).
    #[error("the time to ask for it has passed")]
    TooLate,
    /// The time of the hearing lies in the past.
    #[error("the hearing is in the past")]
    HearingInThePast,
    /// The appointment has not passed: nobody can have missed it.
    #[error("the appointment is still ahead")]
    CollectionStillAhead,
    /// The originals were not seen at the handover.
    #[error("the originals were not seen")]
    OriginalsNotSeen,
}

/// Moves `state` by `act` of a person in `role` at `now`, or says why not.
///
/// # Errors
/// [`NotOpen`] when the act is not open to the role in the state, or lacks what the law wants of it.
pub fn transition(state: State, act: Act, role: Role, now: Timestamp) -> Moved {
    if !is_open(state.kind(), act.kind(), role) {
        return Err(NotOpen::Act);
    }
    match act {
        Act::ReserveCertificate { .. }
        | Act::IssueCertificate { .. }
        | Act::SetCollection { .. }
        | Act::ChangeCollection { .. }
        | Act::RemindCollection
        | Act::ReportNoShow
        | Act::HandOver { .. } => collecting(state, act, now),
        act if act.kind().is_of_hearing() || state.hearing().is_some() && act.kind() == ActKind::Refuse => {
            heard(state, act, now)
        }
        Act::Annul { .. } | Act::Restore { .. } | Act::CorrectCertificate { .. } => undoing(state, act, now),
        _ => deciding(state, act, now),
    }
}

/// The new state with what follows from it.
pub type Moved = Result<(State, Vec<Event>), NotOpen>;

/// From sending to the decision, and what a complaint opens again.
fn deciding(state: State, act: Act, now: Timestamp) -> Moved {
    match (state, act) {
        (State::SignatureCheckPending, Act::ConfirmSignature) => Ok((State::Submitted, vec![])),
        (State::SignatureCheckPending, Act::RejectSignature { remedy }) => {
            declined(DeclineReason::SignatureInvalid, remedy, now)
        }
        (State::Submitted | State::Transferred { .. } | State::InReview { .. }, Act::Transfer { from, to, reason }) => {
            let reason = said(reason)?;
            let moved = State::Transferred { from, to, reason, transferred_at: now };
            Ok((moved, vec![Event::Letter(LetterKind::Transferred)]))
        }
        (State::Submitted | State::Transferred { .. }, Act::Register) => {
            Ok((State::InReview { registered_at: now }, vec![Event::Letter(LetterKind::Registered)]))
        }
        (State::Submitted | State::Transferred { .. }, Act::DeclineRegistration { reason, remedy }) => {
            declined(reason, remedy, now)
        }
        (State::InReview { registered_at }, Act::RequestCorrection { items, answer_by }) => {
            let correction = Correction::ask(items, answer_by, now)?;
            let asked = Event::Letter(LetterKind::CorrectionRequested);
            Ok((State::CorrectionRequested { registered_at, correction }, vec![asked]))
        }
        (State::CorrectionRequested { registered_at, mut correction }, Act::RemindCorrection { due }) => {
            // Each is sent once, whoever counts; after a pause one stands for both.
            if due <= correction.reminders {
                return Err(NotOpen::Act);
            }
            correction.reminders = due;
            let reminded = Event::Letter(LetterKind::CorrectionReminder);
            Ok((State::CorrectionRequested { registered_at, correction }, vec![reminded]))
        }
        // Late answers count as long as nothing is decided.
        (State::CorrectionRequested { registered_at, .. }, Act::Supplement) => {
            Ok((State::InReview { registered_at }, vec![Event::Letter(LetterKind::Supplemented)]))
        }
        (State::CorrectionRequested { correction, .. }, Act::Refuse { .. } | Act::ReturnRequest { .. })
            if correction.is_awaited(now) =>
        {
            Err(NotOpen::AnswerAwaited)
        }
        // No [`Event::TermMet`]: nothing was decided.
        (State::CorrectionRequested { correction: asked, .. }, Act::ReturnRequest { reasons }) => {
            let reasons = said(reasons)?;
            Ok((State::Returned { asked, reasons, returned_at: now }, vec![Event::Letter(LetterKind::Returned)]))
        }
        (State::InReview { .. } | State::CorrectionRequested { .. }, Act::Grant { record }) => Ok((
            State::Granted { record, certificate: CertificateStage::Awaited },
            vec![Event::DeathRegistered, Event::Letter(LetterKind::Granted)],
        )),
        (State::InReview { .. } | State::CorrectionRequested { .. }, Act::Refuse { grounds, reasons }) => {
            refused(grounds, reasons, now)
        }
        (State::Refused { .. } | State::Returned { .. }, Act::Reopen) => {
            Ok((State::InReview { registered_at: now }, vec![Event::TermBegins]))
        }
        // Also one that was declined for its signature: checked again by itself, it would be declined again, over the head of the
        // higher body. The officer reads what the engine says of the signature, and decides.
        (State::DeclinedRegistration { .. }, Act::Reopen) => Ok((State::Submitted, vec![Event::TermBegins])),
        (
            State::SignatureCheckPending
            | State::Submitted
            | State::Transferred { .. }
            | State::InReview { .. }
            | State::CorrectionRequested { .. }
            | State::PreliminaryRefusal { .. },
            Act::Withdraw { reason },
        ) => Ok((State::Withdrawn { reason, withdrawn_at: now }, vec![Event::Letter(LetterKind::Withdrawn)])),
        _ => Err(NotOpen::Act),
    }
}

/// The hearing before a refusal.
fn heard(state: State, act: Act, now: Timestamp) -> Moved {
    match (state, act) {
        (State::CorrectionRequested { correction, .. }, Act::PlanRefusal { .. }) if now <= correction.answer_by => {
            Err(NotOpen::AnswerAwaited)
        }
        (
            State::InReview { registered_at } | State::CorrectionRequested { registered_at, .. },
            Act::PlanRefusal { hearing },
        ) => hearing::plan(registered_at, *hearing, now),
        (State::PreliminaryRefusal { hearing, .. }, Act::Refuse { grounds, reasons }) => {
            if !hearing.allows(ActKind::Refuse, now) {
                return Err(NotOpen::AnswerAwaited);
            }
            if !hearing.covers(&grounds) {
                return Err(NotOpen::GroundNotHeard);
            }
            refused(grounds, reasons, now)
        }
        (State::PreliminaryRefusal { registered_at, hearing }, act) => {
            hearing::hearing(registered_at, hearing, act, now)
        }
        _ => Err(NotOpen::Act),
    }
}

/// From the record to the handover.
fn collecting(state: State, act: Act, now: Timestamp) -> Moved {
    match (state, act) {
        (State::Granted { record, certificate: CertificateStage::Awaited }, Act::ReserveCertificate { number }) => {
            Ok((State::Granted { record, certificate: CertificateStage::Reserved { number } }, vec![]))
        }
        (
            State::Granted { record, certificate: CertificateStage::Reserved { number } },
            Act::IssueCertificate { paper_sha256 },
        ) => Ok((State::Granted { record, certificate: CertificateStage::Issued { number, paper_sha256 } }, vec![])),
        (
            State::Replaced { record, certificate: CertificateStage::Reserved { number }, corrected_at },
            Act::IssueCertificate { paper_sha256 },
        ) => {
            let certificate = CertificateStage::Issued { number, paper_sha256 };
            Ok((State::Replaced { record, certificate, corrected_at }, vec![]))
        }
        (
            State::Granted { record, certificate: CertificateStage::Issued { number, .. } }
            | State::Replaced { record, certificate: CertificateStage::Issued { number, .. }, .. },
            Act::SetCollection { at, note },
        ) => {
            let collection = collection(at, note, now)?;
            Ok((State::Ready { record, number, collection }, vec![Event::TermMet, Event::Letter(LetterKind::Ready)]))
        }
        // The mission had to move it, or the person could not come: the certificate and the record stay.
        (
            State::Ready { record, number, .. } | State::Uncollected { record, number, .. },
            Act::SetCollection { at, note },
        ) => {
            let collection = collection(at, note, now)?;
            Ok((State::Ready { record, number, collection }, vec![Event::Letter(LetterKind::CollectionChanged)]))
        }
        (State::Ready { record, number, collection: before }, Act::ChangeCollection { at }) => {
            let collection = collection(at, before.note, now)?;
            Ok((State::Ready { record, number, collection }, vec![Event::Letter(LetterKind::CollectionChanged)]))
        }
        (State::Uncollected { record, number, .. }, Act::ChangeCollection { at }) => {
            let collection = collection(at, String::new(), now)?;
            Ok((State::Ready { record, number, collection }, vec![Event::Letter(LetterKind::CollectionChanged)]))
        }
        (ready @ State::Ready { .. }, Act::RemindCollection) => {
            Ok((ready, vec![Event::Letter(LetterKind::CollectionReminder)]))
        }
        (State::Ready { record, number, collection }, Act::ReportNoShow) => {
            if now < collection.at {
                return Err(NotOpen::CollectionStillAhead);
            }
            let missed = collection.at;
            Ok((State::Uncollected { record, number, missed }, vec![Event::Letter(LetterKind::NoShow)]))
        }
        (
            State::Ready { record, number, .. }
            | State::Uncollected { record, number, .. }
            | State::Replaced { record, certificate: CertificateStage::Issued { number, .. }, .. },
            Act::HandOver { handover },
        ) => {
            if !handover.originals_seen {
                return Err(NotOpen::OriginalsNotSeen);
            }
            Ok((State::Collected { record, number, handover: *handover }, vec![Event::Letter(LetterKind::Collected)]))
        }
        _ => Err(NotOpen::Act),
    }
}

fn annulled(before: State, annulment: Annulment, now: Timestamp) -> Moved {
    let (State::Granted { record, certificate: CertificateStage::Issued { number, .. } }
    | State::Ready { record, number, .. }
    | State::Uncollected { record, number, .. }
    | State::Replaced { record, certificate: CertificateStage::Issued { number, .. }, .. }
    | State::Collected { record, number, .. }) = &before
    else {
        return Err(NotOpen::Act);
    };
    let (record, number) = (record.clone(), number.clone());
    let annulment = Annulment { document: said(annulment.document)?, reason: said(annulment.reason)?, ..annulment };
    let annulled = State::Annulled { record, number, annulment, annulled_at: now, before: Some(Box::new(before)) };
    Ok((annulled, vec![Event::RecordAnnulled, Event::Letter(LetterKind::Annulled)]))
}

/// What the case was before its record was annulled. Where the appointment passed meanwhile, or somebody else has its seat, the certificate is
/// `issued` and waits for another time.
fn restored(before: Option<Box<State>>, issued: State, has_seat: bool, now: Timestamp) -> (State, Vec<Event>) {
    let state = match before.map(|own| *own) {
        Some(State::Ready { collection, .. }) if collection.at <= now || !has_seat => issued,
        Some(before) => before,
        None => issued,
    };
    let mut events = vec![Event::RecordReinstated];
    // What the mission still owes has a term of its own again.
    if state.kind().term_runs() {
        events.push(Event::TermBegins);
    }
    events.push(Event::Letter(LetterKind::Reinstated));
    (state, events)
}

/// What follows after a certificate was made: it is annulled with its record, or a corrected one takes its place.
fn undoing(state: State, act: Act, now: Timestamp) -> Moved {
    match (state, act) {
        (state, Act::Annul { annulment }) => annulled(state, annulment, now),
        (State::Annulled { record, number, before, .. }, Act::Restore { paper_sha256, has_seat }) => {
            let issued = CertificateStage::Issued { number, paper_sha256 };
            Ok(restored(before, State::Granted { record, certificate: issued }, has_seat, now))
        }
        // Nobody was told of it yet: the term goes on until they are.
        (
            State::Granted { record, certificate: CertificateStage::Issued { .. } },
            Act::CorrectCertificate { number },
        ) => {
            let certificate = CertificateStage::Reserved { number };
            Ok((State::Granted { record, certificate }, vec![Event::CertificateCorrected]))
        }
        (
            State::Ready { record, .. }
            | State::Uncollected { record, .. }
            | State::Collected { record, .. }
            | State::Replaced { record, certificate: CertificateStage::Issued { .. }, .. },
            Act::CorrectCertificate { number },
        ) => {
            let certificate = CertificateStage::Reserved { number };
            Ok((State::Replaced { record, certificate, corrected_at: now }, vec![Event::CertificateCorrected]))
        }
        _ => Err(NotOpen::Act),
    }
}

/// The table itself: is `act` open to `role` in `state`? Default: no.
pub fn is_open(state: StateKind, act: ActKind, role: Role) -> bool {
    use ActKind as A;
    use StateKind as S;
    let (from, by) = match act {
        A::SetCollection | A::HandOver if matches!(state, S::Ready | S::Uncollected | S::CertificateReplaced) => {
            (state, &[Role::Officer][..])
        }
        A::ChangeCollection if state == S::Uncollected => (S::Uncollected, &[Role::Applicant][..]),
        A::ChangeCollection => (S::Ready, &[Role::Applicant][..]),
        A::RemindCollection => (S::Ready, &[Role::System][..]),
        A::ReportNoShow => (S::Ready, &[Role::Officer][..]),
        A::ConfirmSignature | A::RejectSignature => (S::SignatureCheckPending, &[Role::System][..]),
        A::Register | A::DeclineRegistration | A::Transfer if state == S::Transferred => (state, &[Role::Officer][..]),
        A::Transfer if state == S::InReview => (state, &[Role::Officer][..]),
        A::Register | A::DeclineRegistration | A::Transfer => (S::Submitted, &[Role::Officer][..]),
        A::Refuse if matches!(state, S::PreliminaryRefusal | S::PositionStated | S::HearingHeld) => {
            (state, &[Role::Officer][..])
        }
        A::PlanRefusal if state == S::CorrectionRequested => (state, &[Role::Officer][..]),
        A::PlanRefusal => (S::InReview, &[Role::Officer][..]),
        A::StatePosition | A::AskHearing if state == S::PositionStated => (state, &[Role::Applicant][..]),
        A::StatePosition | A::WaiveHearing if matches!(state, S::HearingAsked | S::HearingSet) => {
            (state, &[Role::Applicant][..])
        }
        A::StatePosition | A::WaiveHearing | A::AskHearing => (S::PreliminaryRefusal, &[Role::Applicant][..]),
        A::SetHearing if state == S::HearingSet => (state, &[Role::Officer][..]),
        A::SetHearing => (S::HearingAsked, &[Role::Officer][..]),
        A::RecordHearing => (S::HearingSet, &[Role::Officer][..]),
        A::RemarkProtocol => (S::HearingHeld, &[Role::Applicant][..]),
        A::AnswerRemarks => (S::HearingHeld, &[Role::Officer][..]),
        A::ResumeReview => return state.is_heard() && role == Role::Officer,
        A::Grant | A::Refuse if state == S::CorrectionRequested => (S::CorrectionRequested, &[Role::Officer][..]),
        A::Grant | A::Refuse | A::RequestCorrection => (S::InReview, &[Role::Officer][..]),
        A::RemindCorrection => (S::CorrectionRequested, &[Role::System][..]),
        A::Supplement => (S::CorrectionRequested, &[Role::Applicant][..]),
        A::ReturnRequest => (S::CorrectionRequested, &[Role::Officer][..]),
        A::ReserveCertificate => (S::Granted, &[Role::Officer, Role::System][..]),
        A::IssueCertificate if state == S::CertificateReplacing => (state, &[Role::Officer, Role::System][..]),
        A::IssueCertificate => (S::CertificateReserved, &[Role::Officer, Role::System][..]),
        A::SetCollection => (S::CertificateIssued, &[Role::Officer][..]),
        A::HandOver => (S::Ready, &[Role::Officer][..]),
        A::Reopen if matches!(state, S::DeclinedRegistration | S::Returned) => (state, &[Role::System][..]),
        A::Reopen => (S::Refused, &[Role::System][..]),
        A::Restore => (S::Annulled, &[Role::System][..]),
        // Whatever became of the certificate.
        A::Annul | A::CorrectCertificate => {
            use S::{CertificateIssued, CertificateReplaced, Collected, Ready, Uncollected};
            let recorded = [CertificateIssued, Ready, Uncollected, Collected, CertificateReplaced].contains(&state);
            return recorded && role == Role::Supervisor;
        }
        // Before the decision, whatever the mission is doing.
        A::Withdraw => {
            let undecided = matches!(
                state,
                S::SignatureCheckPending | S::Submitted | S::Transferred | S::InReview | S::CorrectionRequested
            );
            return (undecided || state.is_heard()) && role == Role::Applicant;
        }
    };
    state == from && by.contains(&role)
}

/// The acts open to `role` in `state`, in the order of the path. `web` asks this and never decides by itself.
pub fn open_acts(state: StateKind, role: Role) -> Vec<ActKind> {
    ActKind::ALL.into_iter().filter(|act| is_open(state, *act, role)).collect()
}

fn collection(at: Timestamp, note: String, now: Timestamp) -> Result<Collection, NotOpen> {
    if at <= now {
        return Err(NotOpen::CollectionInThePast);
    }
    Ok(Collection { at, note })
}

fn refused(grounds: Vec<Ground>, reasons: String, now: Timestamp) -> Moved {
    if grounds.is_empty() {
        return Err(NotOpen::NoGround);
    }
    let reasons = said(reasons)?;
    Ok((State::Refused { grounds, reasons, refused_at: now }, vec![Event::TermMet, Event::Letter(LetterKind::Refused)]))
}

fn declined(reason: DeclineReason, remedy: String, now: Timestamp) -> Moved {
    let remedy = said(remedy)?;
    Ok((
        State::DeclinedRegistration { reason, remedy, declined_at: now },
        vec![Event::Letter(LetterKind::DeclinedRegistration)],
    ))
}

pub(super) fn said(text: String) -> Result<String, NotOpen> {
    if text.trim().is_empty() { Err(NotOpen::NoReasons) } else { Ok(text) }
}
