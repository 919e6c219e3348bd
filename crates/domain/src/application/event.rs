//! What follows from an act. A transition only names it; `office` writes it in the same transaction, and nothing is sent from here.

/// A consequence of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A letter and an in-portal notice to the applicant.
    Letter(LetterKind),
    /// The mission's term is met.
    TermMet,
    /// The term waits for the day of the decision that the hearing leads to, where it would end before.
    TermWaits,
    /// The request is decided anew: the term begins again, and is not met.
    TermBegins,
    /// The death is registered: other bodies must learn of it.
    DeathRegistered,
    /// The record is annulled: those bodies must learn of that.
    RecordAnnulled,
    /// The annulment was cancelled: those bodies must learn of that too.
    RecordReinstated,
    /// A slip was put right: those bodies must learn what is right.
    CertificateCorrected,
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
    /// N22: forwarded to the competent mission.
    Transferred,
    /// N18: the term has passed without an answer.
    TermPassed,
    /// N06.
    CorrectionRequested,
    /// N07.
    CorrectionReminder,
    /// N08.
    Supplemented,
    /// N28: the request was returned (APPC 64(7)).
    Returned,
    /// N15: a refusal is planned, and the person may speak (APPC 73).
    PreliminaryRefusal,
    /// N16: when and where the person is heard.
    HearingSet,
    /// N16: the protocol is there (APPC 74(5)).
    HearingRecorded,
    /// N16: what became of remarks on the protocol (APPC 74(6)).
    RemarksAnswered,
    /// No refusal: the request is checked again.
    ReviewResumed,
    /// N09.
    Granted,
    /// N10.
    Ready,
    /// N11.
    CollectionChanged,
    /// N12.
    CollectionReminder,
    /// N13.
    NoShow,
    /// N14.
    Collected,
    /// N17.
    Refused,
    /// The applicant took the request back.
    Withdrawn,
    /// N23: the record was annulled.
    Annulled,
    /// N24: its annulment was cancelled.
    Reinstated,
    /// N19: a complaint was received.
    ComplaintReceived,
    /// N20: it was forwarded with the file.
    ComplaintForwarded,
    /// N21: it was decided, or satisfied by the mission.
    ComplaintDecided,
    /// N25: the term to decide it was extended.
    ComplaintExtended,
    /// N26: the term passed without a decision.
    ComplaintSilence,
    /// N24: whether the official goes on handling the case (APPC 67(11)).
    RecusalDecided,
    /// N27: the file was opened (APPC 75).
    FileOpened,
    /// N25: a slip in the certificate was put right (APPC 82(5)).
    CertificateCorrected,
    /// N26: what was pointed out is not put right.
    SlipRefused,
}

impl LetterKind {
    /// Every letter, for tests that render all of them.
    pub const ALL: [LetterKind; 34] = [
        LetterKind::Submitted,
        LetterKind::SignatureDelayed,
        LetterKind::Registered,
        LetterKind::DeclinedRegistration,
        LetterKind::Transferred,
        LetterKind::TermPassed,
        LetterKind::CorrectionRequested,
        LetterKind::CorrectionReminder,
        LetterKind::Supplemented,
        LetterKind::Returned,
        LetterKind::PreliminaryRefusal,
        LetterKind::HearingSet,
        LetterKind::HearingRecorded,
        LetterKind::RemarksAnswered,
        LetterKind::ReviewResumed,
        LetterKind::Granted,
        LetterKind::Ready,
        LetterKind::CollectionChanged,
        LetterKind::CollectionReminder,
        LetterKind::NoShow,
        LetterKind::Collected,
        LetterKind::Refused,
        LetterKind::Withdrawn,
        LetterKind::Annulled,
        LetterKind::Reinstated,
        LetterKind::ComplaintReceived,
        LetterKind::ComplaintForwarded,
        LetterKind::ComplaintDecided,
        LetterKind::ComplaintExtended,
        LetterKind::ComplaintSilence,
        LetterKind::RecusalDecided,
        LetterKind::FileOpened,
        LetterKind::CertificateCorrected,
        LetterKind::SlipRefused,
    ];

    /// Stable name in the outbox and in locales (`letter-…-subject`, `letter-…-body`, `letter-…-sms`).
    pub fn as_str(self) -> &'static str {
        match self {
            LetterKind::Submitted => "submitted",
            LetterKind::SignatureDelayed => "signature_delayed",
            LetterKind::Registered => "registered",
            LetterKind::DeclinedRegistration => "declined_registration",
            LetterKind::Transferred => "transferred",
            LetterKind::TermPassed => "term_passed",
            LetterKind::CorrectionRequested => "correction_requested",
            LetterKind::CorrectionReminder => "correction_reminder",
            LetterKind::Supplemented => "supplemented",
            LetterKind::Returned => "returned",
            LetterKind::PreliminaryRefusal => "preliminary_refusal",
            LetterKind::HearingSet => "hearing_set",
            LetterKind::HearingRecorded => "hearing_recorded",
            LetterKind::RemarksAnswered => "remarks_answered",
            LetterKind::ReviewResumed => "review_resumed",
            LetterKind::Granted => "granted",
            LetterKind::Ready => "ready",
            LetterKind::CollectionChanged => "collection_changed",
            LetterKind::CollectionReminder => "collection_reminder",
            LetterKind::NoShow => "no_show",
            LetterKind::Collected => "collected",
            LetterKind::Refused => "refused",
            LetterKind::Withdrawn => "withdrawn",
            LetterKind::Annulled => "annulled",
            LetterKind::Reinstated => "reinstated",
            LetterKind::ComplaintReceived => "complaint_received",
            LetterKind::ComplaintForwarded => "complaint_forwarded",
            LetterKind::ComplaintDecided => "complaint_decided",
            LetterKind::ComplaintExtended => "complaint_extended",
            LetterKind::ComplaintSilence => "complaint_silence",
            LetterKind::RecusalDecided => "recusal_decided",
            LetterKind::FileOpened => "file_opened",
            LetterKind::CertificateCorrected => "certificate_corrected",
            LetterKind::SlipRefused => "slip_refused",
        }
    }

    /// The law requires that this is told: a decision, what is asked for, where a request went, the day of collection. The rest is service.
    pub fn is_required(self) -> bool {
        matches!(
            self,
            LetterKind::DeclinedRegistration
                | LetterKind::Transferred
                | LetterKind::CorrectionRequested
                | LetterKind::Returned
                | LetterKind::PreliminaryRefusal
                | LetterKind::HearingSet
                | LetterKind::HearingRecorded
                | LetterKind::Granted
                | LetterKind::Ready
                | LetterKind::CollectionChanged
                | LetterKind::Refused
                | LetterKind::Annulled
                | LetterKind::Reinstated
                | LetterKind::ComplaintForwarded
                | LetterKind::ComplaintDecided
                | LetterKind::ComplaintExtended
                | LetterKind::ComplaintSilence
                | LetterKind::RecusalDecided
                | LetterKind::FileOpened
                | LetterKind::CertificateCorrected
                | LetterKind::SlipRefused
        )
    }

    /// The letter of a stable name.
    pub fn from_name(name: &str) -> Option<LetterKind> {
        LetterKind::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}
