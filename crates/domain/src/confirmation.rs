//! The proof that a person stands behind a request: an EDS that was verified, or a one-time password that the server sealed.
//!
//! The fields are private and each type has one constructor, so a `SignedRequest` cannot be had without the check
//! (STYLE.md 3). A one-time password confirms; it is never called a signature (Digital Code 47(4)).

use crate::iin::Iin;
use eds::{Outcome, Severity, Verdict};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// An EDS over exactly one file, checked by the engine under the applicant's policy.
#[derive(Clone, Debug)]
pub struct VerifiedSignature {
    cms: Vec<u8>,
    file_sha256: String,
    iin: Iin,
    revocation: Revocation,
}

/// Whether the NCA's word about the certificate was at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Revocation {
    /// The verdict is valid.
    Checked,
    /// Only revocation data is missing or stale: the application waits as `signature_check_pending`.
    AwaitsNca,
}

/// Why a signature was not accepted. Each has its own sentence on the page (UX.md H4b).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignatureRefused {
    /// Not exactly one signer.
    #[error("expected exactly one signer, found {0}")]
    Signers(usize),
    /// The key belongs to another person.
    #[error("the key belongs to another person")]
    AnotherPerson {
        /// Name in the certificate.
        name: String,
    },
    /// The certificate names no person (a company's or system's key).
    #[error("the certificate carries no usable IIN")]
    NoIin,
    /// The verdict is about other content than this file.
    #[error("the signature is over another file")]
    OtherContent,
    /// The verdict is not valid, for reasons that no later answer of the NCA can change; codes of the findings.
    #[error("the signature is not valid: {}", .codes.join(", "))]
    Verdict {
        /// Stable codes of the findings that are not warnings.
        codes: Vec<String>,
    },
}

impl VerifiedSignature {
    /// Accepts `cms` over `file` as the signature of the person `expected`, if `verdict` (made by the engine over the same
    /// bytes under the applicant's policy) allows it.
    ///
    /// # Errors
    /// [`SignatureRefused`] says whose fault it is.
    pub fn accept(
        cms: Vec<u8>,
        file: &[u8],
        verdict: &Verdict,
        expected: &Iin,
        rules: crate::iin::IinRules,
    ) -> Result<VerifiedSignature, SignatureRefused> {
        let [signer] = verdict.signers.as_slice() else {
            return Err(SignatureRefused::Signers(verdict.signers.len()));
        };
        let file_sha256: [u8; 32] = Sha256::digest(file).into();
        if verdict.content_sha256 != Some(file_sha256) {
            return Err(SignatureRefused::OtherContent);
        }
        let revocation = match verdict.outcome {
            Outcome::Valid => Revocation::Checked,
            _ if verdict.waits_for_nca() => Revocation::AwaitsNca,
            _ => return Err(SignatureRefused::Verdict { codes: failing_codes(verdict) }),
        };
        let iin = signer.iin.as_deref().and_then(|iin| Iin::parse(iin, rules).ok()).ok_or(SignatureRefused::NoIin)?;
        if &iin != expected {
            return Err(SignatureRefused::AnotherPerson { name: signer.name.clone().unwrap_or_default() });
        }
        Ok(VerifiedSignature { cms, file_sha256: hex::encode(file_sha256), iin, revocation })
    }

    /// The CMS as received.
    pub fn cms(&self) -> &[u8] {
        &self.cms
    }

    /// The signer.
    pub fn iin(&self) -> &Iin {
        &self.iin
    }

    /// Whether revocation was checked.
    pub fn revocation(&self) -> Revocation {
        self.revocation
    }
}

/// Codes of the findings that keep a verdict from being valid.
pub fn failing_codes(verdict: &Verdict) -> Vec<String> {
    let failing = verdict.all_findings().filter(|finding| finding.severity() != Severity::Warning);
    failing.map(|finding| finding.code.as_str().to_owned()).collect()
}

/// A one-time password entered for exactly one file, sealed by the server at that moment.
#[derive(Clone, Debug)]
pub struct OtpConfirmation {
    file_sha256: String,
    seal: Vec<u8>,
    statement: OtpStatement,
}

/// What a one-time password confirms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// A request or its addendum.
    #[default]
    Request,
    /// A complaint.
    Complaint,
}

/// What the server seals: never an HMAC, never a flag (DECISIONS.md).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtpStatement {
    /// What was confirmed. Seals that were made before it was named are over requests.
    #[serde(default)]
    pub purpose: Purpose,
    /// SHA-256 of the file, hex.
    pub file_sha256: String,
    /// The draft that becomes the application.
    pub draft: crate::ids::DraftId,
    /// The application that it becomes.
    pub application: crate::ids::ApplicationId,
    /// The moment of confirmation.
    pub confirmed_at: Timestamp,
    /// The number the code went to, masked to its last two digits.
    pub masked_number: String,
    /// Which code.
    pub code_id: String,
}

impl OtpConfirmation {
    /// Joins the statement with its seal (a CMS attached signature of the institution's key over the statement's canonical JSON).
    /// The caller is the one verb that has just compared the code; `sealed` is the sealer's output over [`OtpStatement::bytes`].
    pub fn sealed(statement: OtpStatement, sealed: Vec<u8>) -> OtpConfirmation {
        OtpConfirmation { file_sha256: statement.file_sha256.clone(), seal: sealed, statement }
    }

    /// The seal.
    pub fn seal(&self) -> &[u8] {
        &self.seal
    }

    /// What was sealed.
    pub fn statement(&self) -> &OtpStatement {
        &self.statement
    }
}

impl OtpStatement {
    /// Canonical JSON (RFC 8785): the signed content.
    ///
    /// # Errors
    /// When a value cannot be represented in JSON; the types leave no such value.
    pub fn bytes(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json_canonicalizer::to_vec(self)
    }
}

/// A request signed by hand on paper and accepted at the desk: the server seals what the officer saw, with the scan's hash.
#[derive(Clone, Debug)]
pub struct PaperConfirmation {
    file_sha256: String,
    statement: PaperStatement,
}

/// What the officer who accepted a paper request says (APPC 64(2)); the server seals it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperStatement {
    /// SHA-256 of the printed file, hex.
    pub file_sha256: String,
    /// Number of the printed form.
    pub form_number: String,
    /// SHA-256 of the scan of the signed paper, hex.
    pub scan_sha256: String,
    /// The draft that becomes the application.
    pub draft: crate::ids::DraftId,
    /// The application that it becomes.
    pub application: crate::ids::ApplicationId,
    /// When it was accepted.
    pub accepted_at: Timestamp,
    /// Who accepted it.
    pub officer: crate::ids::OfficerId,
    /// Name and post of the officer.
    pub official: crate::paper::OfficerLine,
    /// Kind of the identity document that was seen.
    pub identity_document: String,
    /// Its number.
    pub identity_number: String,
}

impl PaperConfirmation {
    /// The caller is the one verb that has just taken the paper and sealed `statement`.
    pub fn accepted(statement: PaperStatement) -> PaperConfirmation {
        PaperConfirmation { file_sha256: statement.file_sha256.clone(), statement }
    }

    /// What was sealed.
    pub fn statement(&self) -> &PaperStatement {
        &self.statement
    }
}

impl PaperStatement {
    /// Canonical JSON (RFC 8785): the sealed content.
    ///
    /// # Errors
    /// When a value cannot be represented in JSON; the types leave no such value.
    pub fn bytes(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json_canonicalizer::to_vec(self)
    }
}

/// How a request was confirmed.
#[derive(Clone, Debug)]
pub enum Confirmation {
    /// Signed with an EDS.
    Eds(VerifiedSignature),
    /// Confirmed with a one-time password.
    Otp(OtpConfirmation),
    /// Signed by hand on paper.
    Paper(PaperConfirmation),
}

/// Stable name of the way of confirmation, for data and locales.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConfirmationKind {
    /// Signed with an EDS.
    Eds,
    /// Confirmed with a one-time password.
    Otp,
    /// Signed by hand on paper.
    Paper,
}

/// A request together with the proof over its file.
#[derive(Clone, Debug)]
pub struct SignedRequest {
    request: crate::request::Request,
    confirmation: Confirmation,
}

/// The proof belongs to another file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the confirmation belongs to another file")]
pub struct OtherFile;

impl SignedRequest {
    /// Joins `request` with the proof over the file whose SHA-256 is `file_sha256` (hex).
    ///
    /// # Errors
    /// [`OtherFile`] when the proof was made over another file.
    pub fn new(
        request: crate::request::Request,
        file_sha256: &str,
        confirmation: Confirmation,
    ) -> Result<SignedRequest, OtherFile> {
        let proven = match &confirmation {
            Confirmation::Eds(signature) => &signature.file_sha256,
            Confirmation::Otp(otp) => &otp.file_sha256,
            Confirmation::Paper(paper) => &paper.file_sha256,
        };
        if proven != file_sha256 {
            return Err(OtherFile);
        }
        Ok(SignedRequest { request, confirmation })
    }

    /// The request.
    pub fn request(&self) -> &crate::request::Request {
        &self.request
    }

    /// The proof.
    pub fn confirmation(&self) -> &Confirmation {
        &self.confirmation
    }

    /// Which way it was confirmed.
    pub fn kind(&self) -> ConfirmationKind {
        match self.confirmation {
            Confirmation::Eds(_) => ConfirmationKind::Eds,
            Confirmation::Otp(_) => ConfirmationKind::Otp,
            Confirmation::Paper(_) => ConfirmationKind::Paper,
        }
    }
}
