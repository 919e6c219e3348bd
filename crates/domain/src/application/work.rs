//! Which work a case asks for: the tabs of the queue (UX.md 3.2).

use super::StateKind;

/// A kind of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Work {
    /// To be registered, or declined.
    New,
    /// To be checked and decided.
    Check,
    /// Waits for the applicant.
    Waiting,
    /// Granted: the certificate and the time to collect it are to be made ready.
    Prepare,
    /// To be handed over.
    HandOver,
    /// Nothing any more.
    Done,
}

impl Work {
    /// Every kind, in the order of the path.
    pub const ALL: [Work; 6] = [Work::New, Work::Check, Work::Waiting, Work::Prepare, Work::HandOver, Work::Done];

    /// Stable name in the database, in addresses and in locales (`desk-tab-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            Work::New => "new",
            Work::Check => "check",
            Work::Waiting => "waiting",
            Work::Prepare => "prepare",
            Work::HandOver => "hand_over",
            Work::Done => "done",
        }
    }

    /// The work that a case in this state asks for.
    pub fn of(state: StateKind) -> Work {
        match state {
            StateKind::SignatureCheckPending | StateKind::Submitted | StateKind::Transferred => Work::New,
            StateKind::InReview
            | StateKind::PositionStated
            | StateKind::HearingAsked
            | StateKind::HearingSet
            | StateKind::HearingHeld => Work::Check,
            StateKind::CorrectionRequested | StateKind::PreliminaryRefusal => Work::Waiting,
            StateKind::Granted
            | StateKind::CertificateReserved
            | StateKind::CertificateIssued
            | StateKind::CertificateReplacing
            | StateKind::CertificateReplaced => Work::Prepare,
            StateKind::Ready | StateKind::Uncollected => Work::HandOver,
            StateKind::DeclinedRegistration
            | StateKind::Returned
            | StateKind::Collected
            | StateKind::Refused
            | StateKind::Withdrawn
            | StateKind::Annulled => Work::Done,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_ended_asks_for_nothing_and_everything_else_for_something() {
        for state in StateKind::ALL {
            assert_eq!(Work::of(state) == Work::Done, state.is_final(), "{}", state.as_str());
        }
    }
}
