//! The acts that can be done to an application, each with what it needs.

use crate::annulment::Annulment;
use crate::certificate::{ActRecord, CertificateNumber};
use crate::hearing::{Answer, Hearing, Meeting, OralWay, Protocol};
use crate::ids::MissionId;
use crate::refusal::Ground;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::correction::CorrectionItem;
use super::hearing::Decide;
use super::state::Handover;

/// Why a request was not registered (service page "reasons why an application may not be registered", as read on the
/// sister page 3971; Law on public services 19). Unverified as a list: see `services/death-abroad/refusals.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeclineReason {
    /// The residence lies in another mission's district.
    WrongMission,
    /// Fields are filled in wrongly.
    FieldsFilledInWrongly,
    /// The set of documents is not complete (PS 19).
    IncompleteDocuments,
    /// A document has expired (PS 19).
    ExpiredDocuments,
    /// The EDS proved to be invalid when the NCA answered (only the system's job uses it).
    SignatureInvalid,
}

impl DeclineReason {
    /// Those an officer may choose.
    pub const OFFICERS: [DeclineReason; 4] = [
        DeclineReason::WrongMission,
        DeclineReason::FieldsFilledInWrongly,
        DeclineReason::IncompleteDocuments,
        DeclineReason::ExpiredDocuments,
    ];

    /// Those for which a request on paper is not accepted (PS 19). One to another mission is forwarded (APPC 65), and wrong fields get
    /// a term to be mended (APPC 64(6)).
    pub const ON_PAPER: [DeclineReason; 2] = [DeclineReason::IncompleteDocuments, DeclineReason::ExpiredDocuments];

    /// Stable name in forms, data and locales (`decline-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            DeclineReason::WrongMission => "wrong_mission",
            DeclineReason::FieldsFilledInWrongly => "fields_filled_in_wrongly",
            DeclineReason::IncompleteDocuments => "incomplete_documents",
            DeclineReason::ExpiredDocuments => "expired_documents",
            DeclineReason::SignatureInvalid => "signature_invalid",
        }
    }

    /// The reason of a stable name, among those an officer may choose.
    pub fn for_officer(name: &str) -> Option<DeclineReason> {
        DeclineReason::OFFICERS.into_iter().find(|reason| reason.as_str() == name)
    }
}

/// An act with its data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// The NCA answered: the EDS is valid.
    ConfirmSignature,
    /// The NCA answered: the EDS is not valid.
    RejectSignature {
        /// What the person can do.
        remedy: String,
    },
    /// Register the request as an application.
    Register,
    /// Decline to register it.
    DeclineRegistration {
        /// Why.
        reason: DeclineReason,
        /// What the person can do.
        remedy: String,
    },
    /// Forward to the competent mission (APPC 65(1)). That both exist and differ is the office's to check.
    Transfer {
        /// The mission that has it.
        from: MissionId,
        /// The mission that decides from now on.
        to: MissionId,
        /// Why.
        reason: String,
    },
    /// Ask the applicant for something before deciding (APPC 64(6)).
    RequestCorrection {
        /// At least one.
        items: Vec<CorrectionItem>,
        /// Until when an answer is awaited.
        answer_by: Timestamp,
    },
    /// Remind the applicant of it.
    RemindCorrection {
        /// Reminders that should have been sent by now.
        due: u8,
    },
    /// The applicant answers with a signed addendum.
    Supplement,
    /// Return the request that was not mended in its time (APPC 64(7)).
    ReturnRequest {
        /// What is missing still, in the officer's words.
        reasons: String,
    },
    /// Make the record of the act.
    Grant {
        /// Its number and date.
        record: ActRecord,
    },
    /// Tell the applicant that a refusal is planned, and why: the preliminary decision (APPC 73(1)).
    PlanRefusal {
        /// What is planned; its stage and the moment of telling are set by the act.
        hearing: Box<Hearing>,
    },
    /// The applicant answers it in writing (APPC 73(3)).
    StatePosition {
        /// In the person's words.
        position: String,
    },
    /// The applicant asks that there is no hearing (APPC 73(2)5)).
    WaiveHearing,
    /// The applicant asks to be heard (APPC 73(3)).
    AskHearing {
        /// How.
        way: OralWay,
        /// What is to be known; may be empty.
        said: String,
    },
    /// Set the time of the hearing.
    SetHearing {
        /// When and where.
        meeting: Meeting,
        /// From when and until when the decision is planned after it.
        decide: Decide,
    },
    /// Write down what was said (APPC 74).
    RecordHearing {
        /// The protocol.
        protocol: Box<Protocol>,
        /// From when and until when the decision is planned after it.
        decide: Decide,
    },
    /// The applicant says what is wrong with the protocol, or that nothing is (APPC 74(6)).
    RemarkProtocol {
        /// In the person's words; empty: nothing is.
        said: String,
    },
    /// Who presided answers the remarks (APPC 74(6)).
    AnswerRemarks {
        /// How.
        answer: Answer,
        /// Why.
        reason: String,
    },
    /// No refusal: the request is checked again.
    ResumeReview,
    /// Refuse.
    Refuse {
        /// At least one; an empty list is [`super::NotOpen::NoGround`].
        grounds: Vec<Ground>,
        /// The officer's reasons.
        reasons: String,
    },
    /// Store the certificate's number and the intent to issue it.
    ReserveCertificate {
        /// The number.
        number: CertificateNumber,
    },
    /// Store the checked paper.
    IssueCertificate {
        /// SHA-256 of the PDF, hex.
        paper_sha256: String,
    },
    /// Set the collection day and time and tell the applicant.
    SetCollection {
        /// The instant.
        at: Timestamp,
        /// The officer's note.
        note: String,
    },
    /// The applicant chooses another time; how late that may be is the office's to check (`service::passport`).
    ChangeCollection {
        /// The instant.
        at: Timestamp,
    },
    /// Remind the applicant of the appointment.
    RemindCollection,
    /// Nobody came: the certificate is kept, another time is to be chosen.
    ReportNoShow,
    /// Hand the certificate over.
    HandOver {
        /// Who received it and what was seen.
        handover: Box<Handover>,
    },
    /// Annul the record of the act (Family Code 185): the second word, after an officer proposed it.
    Annul {
        /// On what and why.
        annulment: Annulment,
    },
    /// Put a slip of the pen in the certificate right (APPC 82): the second word, after an officer said what is right. Another certificate takes
    /// its place.
    CorrectCertificate {
        /// The number of the corrected one.
        number: CertificateNumber,
    },
    /// A complaint was decided for the person: the request is decided anew. Only its consequence, never an act by itself.
    Reopen,
    /// A complaint about the annulment was decided for the person: the record and its certificate are valid again. As [`Act::Reopen`].
    Restore {
        /// SHA-256 of the certificate's PDF, hex.
        paper_sha256: String,
        /// The seat of the appointment that was still to come could be taken again.
        has_seat: bool,
    },
    /// The applicant takes the request back, by a written statement before the decision (APPC 64(9)).
    Withdraw {
        /// Why, in the person's words; may be empty.
        reason: String,
    },
}

/// An act without its data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActKind {
    /// See [`Act::ConfirmSignature`].
    ConfirmSignature,
    /// See [`Act::RejectSignature`].
    RejectSignature,
    /// See [`Act::Register`].
    Register,
    /// See [`Act::DeclineRegistration`].
    DeclineRegistration,
    /// See [`Act::Transfer`].
    Transfer,
    /// See [`Act::RequestCorrection`].
    RequestCorrection,
    /// See [`Act::RemindCorrection`].
    RemindCorrection,
    /// See [`Act::Supplement`].
    Supplement,
    /// See [`Act::ReturnRequest`].
    ReturnRequest,
    /// See [`Act::Grant`].
    Grant,
    /// See [`Act::PlanRefusal`].
    PlanRefusal,
    /// See [`Act::StatePosition`].
    StatePosition,
    /// See [`Act::WaiveHearing`].
    WaiveHearing,
    /// See [`Act::AskHearing`].
    AskHearing,
    /// See [`Act::SetHearing`].
    SetHearing,
    /// See [`Act::RecordHearing`].
    RecordHearing,
    /// See [`Act::RemarkProtocol`].
    RemarkProtocol,
    /// See [`Act::AnswerRemarks`].
    AnswerRemarks,
    /// See [`Act::ResumeReview`].
    ResumeReview,
    /// See [`Act::Refuse`].
    Refuse,
    /// See [`Act::ReserveCertificate`].
    ReserveCertificate,
    /// See [`Act::IssueCertificate`].
    IssueCertificate,
    /// See [`Act::SetCollection`].
    SetCollection,
    /// See [`Act::ChangeCollection`].
    ChangeCollection,
    /// See [`Act::RemindCollection`].
    RemindCollection,
    /// See [`Act::ReportNoShow`].
    ReportNoShow,
    /// See [`Act::HandOver`].
    HandOver,
    /// See [`Act::Annul`].
    Annul,
    /// See [`Act::CorrectCertificate`].
    CorrectCertificate,
    /// See [`Act::Reopen`].
    Reopen,
    /// See [`Act::Restore`].
    Restore,
    /// See [`Act::Withdraw`].
    Withdraw,
}

impl ActKind {
    /// Every act, in the order of the path.
    pub const ALL: [ActKind; 32] = [
        ActKind::ConfirmSignature,
        ActKind::RejectSignature,
        ActKind::Register,
        ActKind::DeclineRegistration,
        ActKind::Transfer,
        ActKind::RequestCorrection,
        ActKind::RemindCorrection,
        ActKind::Supplement,
        ActKind::ReturnRequest,
        ActKind::Grant,
        ActKind::PlanRefusal,
        ActKind::StatePosition,
        ActKind::WaiveHearing,
        ActKind::AskHearing,
        ActKind::SetHearing,
        ActKind::RecordHearing,
        ActKind::RemarkProtocol,
        ActKind::AnswerRemarks,
        ActKind::ResumeReview,
        ActKind::Refuse,
        ActKind::ReserveCertificate,
        ActKind::IssueCertificate,
        ActKind::SetCollection,
        ActKind::ChangeCollection,
        ActKind::RemindCollection,
        ActKind::ReportNoShow,
        ActKind::HandOver,
        ActKind::Annul,
        ActKind::CorrectCertificate,
        ActKind::Reopen,
        ActKind::Restore,
        ActKind::Withdraw,
    ];

    /// Of the hearing before a refusal: there only where the service hears (APPC 73).
    pub fn is_of_hearing(self) -> bool {
        matches!(
            self,
            ActKind::PlanRefusal
                | ActKind::StatePosition
                | ActKind::WaiveHearing
                | ActKind::AskHearing
                | ActKind::SetHearing
                | ActKind::RecordHearing
                | ActKind::RemarkProtocol
                | ActKind::AnswerRemarks
                | ActKind::ResumeReview
        )
    }

    /// Stable name in the journal, in addresses, in locales (`act-…`) and in the workflow table.
    pub fn as_str(self) -> &'static str {
        match self {
            ActKind::ConfirmSignature => "confirm_signature",
            ActKind::RejectSignature => "reject_signature",
            ActKind::Register => "register",
            ActKind::DeclineRegistration => "decline_registration",
            ActKind::Transfer => "transfer",
            ActKind::RequestCorrection => "request_correction",
            ActKind::RemindCorrection => "remind_correction",
            ActKind::Supplement => "supplement",
            ActKind::ReturnRequest => "return_request",
            ActKind::Grant => "grant",
            ActKind::PlanRefusal => "plan_refusal",
            ActKind::StatePosition => "state_position",
            ActKind::WaiveHearing => "waive_hearing",
            ActKind::AskHearing => "ask_hearing",
            ActKind::SetHearing => "set_hearing",
            ActKind::RecordHearing => "record_hearing",
            ActKind::RemarkProtocol => "remark_protocol",
            ActKind::AnswerRemarks => "answer_remarks",
            ActKind::ResumeReview => "resume_review",
            ActKind::Refuse => "refuse",
            ActKind::ReserveCertificate => "reserve_certificate",
            ActKind::IssueCertificate => "issue_certificate",
            ActKind::SetCollection => "set_collection",
            ActKind::ChangeCollection => "change_collection",
            ActKind::RemindCollection => "remind_collection",
            ActKind::ReportNoShow => "report_no_show",
            ActKind::HandOver => "hand_over",
            ActKind::Annul => "annul",
            ActKind::CorrectCertificate => "correct_certificate",
            ActKind::Reopen => "reopen",
            ActKind::Restore => "restore",
            ActKind::Withdraw => "withdraw",
        }
    }
}

impl Act {
    /// The act without its data.
    pub fn kind(&self) -> ActKind {
        match self {
            Act::ConfirmSignature => ActKind::ConfirmSignature,
            Act::RejectSignature { .. } => ActKind::RejectSignature,
            Act::Register => ActKind::Register,
            Act::DeclineRegistration { .. } => ActKind::DeclineRegistration,
            Act::Transfer { .. } => ActKind::Transfer,
            Act::RequestCorrection { .. } => ActKind::RequestCorrection,
            Act::RemindCorrection { .. } => ActKind::RemindCorrection,
            Act::Supplement => ActKind::Supplement,
            Act::ReturnRequest { .. } => ActKind::ReturnRequest,
            Act::Grant { .. } => ActKind::Grant,
            Act::PlanRefusal { .. } => ActKind::PlanRefusal,
            Act::StatePosition { .. } => ActKind::StatePosition,
            Act::WaiveHearing => ActKind::WaiveHearing,
            Act::AskHearing { .. } => ActKind::AskHearing,
            Act::SetHearing { .. } => ActKind::SetHearing,
            Act::RecordHearing { .. } => ActKind::RecordHearing,
            Act::RemarkProtocol { .. } => ActKind::RemarkProtocol,
            Act::AnswerRemarks { .. } => ActKind::AnswerRemarks,
            Act::ResumeReview => ActKind::ResumeReview,
            Act::Refuse { .. } => ActKind::Refuse,
            Act::ReserveCertificate { .. } => ActKind::ReserveCertificate,
            Act::IssueCertificate { .. } => ActKind::IssueCertificate,
            Act::SetCollection { .. } => ActKind::SetCollection,
            Act::ChangeCollection { .. } => ActKind::ChangeCollection,
            Act::RemindCollection => ActKind::RemindCollection,
            Act::ReportNoShow => ActKind::ReportNoShow,
            Act::HandOver { .. } => ActKind::HandOver,
            Act::Annul { .. } => ActKind::Annul,
            Act::CorrectCertificate { .. } => ActKind::CorrectCertificate,
            Act::Reopen => ActKind::Reopen,
            Act::Restore { .. } => ActKind::Restore,
            Act::Withdraw { .. } => ActKind::Withdraw,
        }
    }
}
