//! The states of an application. Each carries exactly what is known in it.

use crate::annulment::Annulment;
use crate::blank::BlankNumber;
use crate::certificate::{ActRecord, CertificateNumber};
use crate::hearing::{Hearing, Stage};
use crate::ids::MissionId;
use crate::refusal::Ground;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::act::DeclineReason;
use super::correction::Correction;

/// Where an application stands. Stored as JSON; the tag is [`StateKind::as_str`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum State {
    /// Sent with an EDS whose revocation data the NCA has not given yet. Nothing is lost, the clock runs.
    SignatureCheckPending,
    /// Sent; waits for registration by the mission.
    Submitted,
    /// Forwarded to the competent mission, which registers it now (APPC 65(1)). The term goes on.
    Transferred {
        /// The mission that forwarded it.
        from: MissionId,
        /// The mission that decides now.
        to: MissionId,
        /// Why, in the officer's words.
        reason: String,
        /// When.
        transferred_at: Timestamp,
    },
    /// Not registered (Law on public services 19; service page). Final: the person may send again.
    DeclinedRegistration {
        /// Why.
        reason: DeclineReason,
        /// What the person can do about it, in the officer's words.
        remedy: String,
        /// When.
        declined_at: Timestamp,
    },
    /// Registered; an officer checks it.
    InReview {
        /// When an officer registered it. The date of registration in law is computed from the moment of sending.
        registered_at: Timestamp,
    },
    /// The applicant was asked for something; the term goes on (DECISIONS.md, The clock).
    CorrectionRequested {
        /// When an officer registered it.
        registered_at: Timestamp,
        /// What is asked.
        correction: Correction,
    },
    /// What was asked was not answered in its time, and the request was returned (APPC 64(7)). Final, and no refusal: nothing was decided about
    /// the death. The person may complain, and may apply again.
    Returned {
        /// What was asked, and until when.
        asked: Correction,
        /// What is missing still, in the officer's words.
        reasons: String,
        /// When.
        returned_at: Timestamp,
    },
    /// The mission plans to refuse and hears the applicant first (APPC 73).
    PreliminaryRefusal {
        /// When an officer registered it.
        registered_at: Timestamp,
        /// What is planned, and how far the hearing is.
        hearing: Box<Hearing>,
    },
    /// The record of the act is made; the certificate is on its way.
    Granted {
        /// The record.
        record: ActRecord,
        /// How far the certificate is.
        certificate: CertificateStage,
    },
    /// The certificate is issued and the collection day and time are set and sent: the term is met.
    Ready {
        /// The record.
        record: ActRecord,
        /// The certificate's number.
        number: CertificateNumber,
        /// When and where to collect.
        collection: Collection,
    },
    /// Nobody came at the appointment. The certificate is kept, a new time can be chosen, and who comes is served.
    Uncollected {
        /// The record.
        record: ActRecord,
        /// The certificate's number.
        number: CertificateNumber,
        /// The appointment that passed.
        missed: Timestamp,
    },
    /// Handed over. Final.
    Collected {
        /// The record.
        record: ActRecord,
        /// The certificate's number.
        number: CertificateNumber,
        /// Who received it and what was seen.
        handover: Handover,
    },
    /// A slip of the pen was put right after the family had been told of the certificate, or had it: another one takes its place and is to be
    /// handed over (APPC 82). The term was met before.
    Replaced {
        /// The record.
        record: ActRecord,
        /// How far the corrected certificate is; never [`CertificateStage::Awaited`].
        certificate: CertificateStage,
        /// When.
        corrected_at: Timestamp,
    },
    /// Refused with at least one ground of the law. Final here; the complaint is a path of its own.
    Refused {
        /// At least one.
        grounds: Vec<Ground>,
        /// The officer's reasons (APPC 80(1)).
        reasons: String,
        /// When.
        refused_at: Timestamp,
    },
    /// The record was annulled, and the certificate with it (Family Code 185). Final: the person may complain, and may apply again.
    Annulled {
        /// The record.
        record: ActRecord,
        /// The certificate's number.
        number: CertificateNumber,
        /// On what and why.
        annulment: Annulment,
        /// When.
        annulled_at: Timestamp,
        /// What the case was before: a complaint can undo the annulment. `None` only in a row that was written before this was kept.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<Box<State>>,
    },
    /// Taken back by the applicant before the decision (APPC 64(9)). Final: the person may apply again.
    Withdrawn {
        /// Why, in the person's words; may be empty.
        reason: String,
        /// When.
        withdrawn_at: Timestamp,
    },
}

/// How far the certificate of a granted application is: Boulder's cycle, two verbs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum CertificateStage {
    /// No number yet.
    Awaited,
    /// The number and the intent are stored; a job finishes it after a crash.
    Reserved {
        /// The number.
        number: CertificateNumber,
    },
    /// The checked paper is stored.
    Issued {
        /// The number.
        number: CertificateNumber,
        /// SHA-256 of the PDF, hex.
        paper_sha256: String,
    },
}

/// When the applicant collects the certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Collection {
    /// The instant of the appointment.
    pub at: Timestamp,
    /// What the officer adds: which entrance, what to bring.
    pub note: String,
}

/// The handover at the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handover {
    /// When.
    pub at: Timestamp,
    /// Who received it.
    pub receiver: crate::receiver::Receiver,
    /// Kind of the identity document that was shown.
    pub identity_document: String,
    /// Its number.
    pub identity_number: String,
    /// The originals of the enclosed documents were seen and agree.
    pub originals_seen: bool,
    /// Papers of the person who died that were surrendered (Family Code 270(4)).
    pub surrendered: String,
    /// The blank on which the certificate is printed, as the officer read it off; `None` where the mission keeps no stock of blanks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blank: Option<BlankNumber>,
}

/// A state without its data: for tables, queries and questions like "which acts are open".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StateKind {
    /// See [`State::SignatureCheckPending`].
    SignatureCheckPending,
    /// See [`State::Submitted`].
    Submitted,
    /// See [`State::Transferred`].
    Transferred,
    /// See [`State::DeclinedRegistration`].
    DeclinedRegistration,
    /// See [`State::InReview`].
    InReview,
    /// See [`State::CorrectionRequested`].
    CorrectionRequested,
    /// See [`State::Returned`].
    Returned,
    /// See [`State::PreliminaryRefusal`], the person's word is awaited.
    PreliminaryRefusal,
    /// See [`State::PreliminaryRefusal`], the person answered in writing, or asked that there is no hearing.
    PositionStated,
    /// See [`State::PreliminaryRefusal`], the person asked to be heard.
    HearingAsked,
    /// See [`State::PreliminaryRefusal`], the time is set.
    HearingSet,
    /// See [`State::PreliminaryRefusal`], there is a protocol.
    HearingHeld,
    /// See [`State::Granted`], certificate awaited.
    Granted,
    /// See [`State::Granted`], number reserved.
    CertificateReserved,
    /// See [`State::Granted`], paper stored.
    CertificateIssued,
    /// See [`State::Ready`].
    Ready,
    /// See [`State::Uncollected`].
    Uncollected,
    /// See [`State::Collected`].
    Collected,
    /// See [`State::Replaced`], number reserved.
    CertificateReplacing,
    /// See [`State::Replaced`], paper stored.
    CertificateReplaced,
    /// See [`State::Refused`].
    Refused,
    /// See [`State::Withdrawn`].
    Withdrawn,
    /// See [`State::Annulled`].
    Annulled,
}

impl StateKind {
    /// Every state, in the order of the path.
    pub const ALL: [StateKind; 23] = [
        StateKind::SignatureCheckPending,
        StateKind::Submitted,
        StateKind::Transferred,
        StateKind::DeclinedRegistration,
        StateKind::InReview,
        StateKind::CorrectionRequested,
        StateKind::Returned,
        StateKind::PreliminaryRefusal,
        StateKind::PositionStated,
        StateKind::HearingAsked,
        StateKind::HearingSet,
        StateKind::HearingHeld,
        StateKind::Granted,
        StateKind::CertificateReserved,
        StateKind::CertificateIssued,
        StateKind::Ready,
        StateKind::Uncollected,
        StateKind::Collected,
        StateKind::CertificateReplacing,
        StateKind::CertificateReplaced,
        StateKind::Refused,
        StateKind::Withdrawn,
        StateKind::Annulled,
    ];

    /// Stable name in the database, in locales (`state-…`) and in the workflow table.
    pub fn as_str(self) -> &'static str {
        match self {
            StateKind::SignatureCheckPending => "signature_check_pending",
            StateKind::Submitted => "submitted",
            StateKind::Transferred => "transferred",
            StateKind::DeclinedRegistration => "declined_registration",
            StateKind::InReview => "in_review",
            StateKind::CorrectionRequested => "correction_requested",
            StateKind::Returned => "returned",
            StateKind::PreliminaryRefusal => "preliminary_refusal",
            StateKind::PositionStated => "position_stated",
            StateKind::HearingAsked => "hearing_asked",
            StateKind::HearingSet => "hearing_set",
            StateKind::HearingHeld => "hearing_held",
            StateKind::Granted => "granted",
            StateKind::CertificateReserved => "certificate_reserved",
            StateKind::CertificateIssued => "certificate_issued",
            StateKind::Ready => "ready",
            StateKind::Uncollected => "uncollected",
            StateKind::Collected => "collected",
            StateKind::CertificateReplacing => "certificate_replacing",
            StateKind::CertificateReplaced => "certificate_replaced",
            StateKind::Refused => "refused",
            StateKind::Withdrawn => "withdrawn",
            StateKind::Annulled => "annulled",
        }
    }

    /// True when no act can follow, but for [`super::ActKind::Reopen`] and [`super::ActKind::Restore`] after a complaint,
    /// [`super::ActKind::Annul`] of a record and [`super::ActKind::CorrectCertificate`].
    pub fn is_final(self) -> bool {
        matches!(
            self,
            StateKind::DeclinedRegistration
                | StateKind::Returned
                | StateKind::Collected
                | StateKind::Refused
                | StateKind::Withdrawn
                | StateKind::Annulled
        )
    }

    /// True while a planned refusal is heard.
    pub fn is_heard(self) -> bool {
        matches!(
            self,
            StateKind::PreliminaryRefusal
                | StateKind::PositionStated
                | StateKind::HearingAsked
                | StateKind::HearingSet
                | StateKind::HearingHeld
        )
    }

    /// True while the mission's term runs: met only by the refusal or the notice with the collection time (DECISIONS.md, The clock).
    pub fn term_runs(self) -> bool {
        let met =
            [StateKind::Ready, StateKind::Uncollected, StateKind::CertificateReplacing, StateKind::CertificateReplaced];
        !self.is_final() && !met.contains(&self)
    }
}

impl State {
    /// The state without its data.
    pub fn kind(&self) -> StateKind {
        match self {
            State::SignatureCheckPending => StateKind::SignatureCheckPending,
            State::Submitted => StateKind::Submitted,
            State::Transferred { .. } => StateKind::Transferred,
            State::DeclinedRegistration { .. } => StateKind::DeclinedRegistration,
            State::InReview { .. } => StateKind::InReview,
            State::CorrectionRequested { .. } => StateKind::CorrectionRequested,
            State::Returned { .. } => StateKind::Returned,
            State::PreliminaryRefusal { hearing, .. } => match hearing.stage {
                Stage::Awaited => StateKind::PreliminaryRefusal,
                Stage::Stated { .. } | Stage::Waived { .. } => StateKind::PositionStated,
                Stage::Asked { .. } => StateKind::HearingAsked,
                Stage::Set { .. } => StateKind::HearingSet,
                Stage::Held { .. } => StateKind::HearingHeld,
            },
            State::Granted { certificate: CertificateStage::Awaited, .. } => StateKind::Granted,
            State::Granted { certificate: CertificateStage::Reserved { .. }, .. } => StateKind::CertificateReserved,
            State::Granted { certificate: CertificateStage::Issued { .. }, .. } => StateKind::CertificateIssued,
            State::Ready { .. } => StateKind::Ready,
            State::Uncollected { .. } => StateKind::Uncollected,
            State::Collected { .. } => StateKind::Collected,
            State::Replaced { certificate: CertificateStage::Issued { .. }, .. } => StateKind::CertificateReplaced,
            State::Replaced { .. } => StateKind::CertificateReplacing,
            State::Refused { .. } => StateKind::Refused,
            State::Withdrawn { .. } => StateKind::Withdrawn,
            State::Annulled { .. } => StateKind::Annulled,
        }
    }

    /// What is asked of the applicant now.
    pub fn correction(&self) -> Option<&Correction> {
        match self {
            State::CorrectionRequested { correction, .. } => Some(correction),
            _ => None,
        }
    }

    /// The hearing that goes on.
    pub fn hearing(&self) -> Option<&Hearing> {
        match self {
            State::PreliminaryRefusal { hearing, .. } => Some(hearing),
            _ => None,
        }
    }

    /// The certificate's number, in every state that has one.
    pub fn certificate(&self) -> Option<&CertificateNumber> {
        match self {
            State::Granted { certificate, .. } => match certificate {
                CertificateStage::Awaited => None,
                CertificateStage::Reserved { number } | CertificateStage::Issued { number, .. } => Some(number),
            },
            State::Ready { number, .. }
            | State::Uncollected { number, .. }
            | State::Collected { number, .. }
            | State::Annulled { number, .. } => Some(number),
            _ => None,
        }
    }

    /// The record of the act, in every state that has one.
    pub fn record(&self) -> Option<&ActRecord> {
        match self {
            State::Granted { record, .. }
            | State::Ready { record, .. }
            | State::Uncollected { record, .. }
            | State::Collected { record, .. }
            | State::Replaced { record, .. }
            | State::Annulled { record, .. } => Some(record),
            _ => None,
        }
    }

    /// The number of the certificate, in every state that has one.
    pub fn number(&self) -> Option<&CertificateNumber> {
        match self {
            State::Granted { certificate, .. } | State::Replaced { certificate, .. } => match certificate {
                CertificateStage::Awaited => None,
                CertificateStage::Reserved { number } | CertificateStage::Issued { number, .. } => Some(number),
            },
            State::Ready { number, .. }
            | State::Uncollected { number, .. }
            | State::Collected { number, .. }
            | State::Annulled { number, .. } => Some(number),
            _ => None,
        }
    }
}

/// Derived, never stored: the clock passed and the term was not met (APPC 91(2): silence counts as refusal).
pub fn is_overdue(state: StateKind, due_at: Timestamp, now: Timestamp) -> bool {
    state.term_runs() && now > due_at
}
