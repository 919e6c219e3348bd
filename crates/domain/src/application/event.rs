//! What follows from an act. A transition only names it; `office` writes it in the same transaction, and nothing is sent from here.

/// A consequence of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A letter and an in-portal notice to the applicant.
    Letter(LetterKind),
    /// The mission's term is met.
    TermMet,
}

/// Which letter (UX.md 2.13).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LetterKind {
    /// N03, written when the request is sent.
    Submitted,
    /// Sent; the check of the certificate is delayed by the NCA.
    SignatureDelayed,
    /// N04.
    Registered,
    /// N05.
    DeclinedRegistration,
    /// N09.
    Granted,
    /// N10.
    Ready,
    /// N14.
    Collected,
    /// N17.
    Refused,
    /// The applicant took the request back.
    Withdrawn,
}

impl LetterKind {
    /// Every letter, for tests that render all of them.
    pub const ALL: [LetterKind; 9] = [
        LetterKind::Submitted,
        LetterKind::SignatureDelayed,
        LetterKind::Registered,
        LetterKind::DeclinedRegistration,
        LetterKind::Granted,
        LetterKind::Ready,
        LetterKind::Collected,
        LetterKind::Refused,
        LetterKind::Withdrawn,
    ];

    /// Stable name in the outbox and in locales (`letter-…-subject`, `letter-…-body`, `letter-…-sms`).
    pub fn as_str(self) -> &'static str {
        match self {
            LetterKind::Submitted => "submitted",
            LetterKind::SignatureDelayed => "signature_delayed",
            LetterKind::Registered => "registered",
            LetterKind::DeclinedRegistration => "declined_registration",
            LetterKind::Granted => "granted",
            LetterKind::Ready => "ready",
            LetterKind::Collected => "collected",
            LetterKind::Refused => "refused",
            LetterKind::Withdrawn => "withdrawn",
        }
    }

    /// The letter of a stable name.
    pub fn from_name(name: &str) -> Option<LetterKind> {
        LetterKind::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}
