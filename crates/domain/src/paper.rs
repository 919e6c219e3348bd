//! The papers of the path and the trait that turns them into PDF. `papers` implements it with Typst; only the binary links that.

use crate::application::DeclineReason;
use crate::blank::BlankNumber;
use crate::certificate::{ActRecord, CertificateNumber};
use crate::complaint::{Complaint, Decision};
use crate::consent::ConsentText;
use crate::ids::MissionId;
use crate::lang::{CertificateLang, Lang, Trilingual};
use crate::request::{CanonicalRequest, Request};
use jiff::civil::{Date, DateTime};
use std::collections::BTreeMap;

/// Names that a paper prints and the request holds only as codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedNames {
    /// The mission's full name and city.
    pub mission: Trilingual,
    /// Every country code that the request mentions, with its name.
    pub countries: BTreeMap<String, Trilingual>,
    /// True when the trust list is one of test keys: every page bears a banner.
    pub test: bool,
}

/// The file that is signed (DECISIONS.md "What is signed, sealed, kept").
#[derive(Clone, Debug)]
pub struct ApplicationPaper<'a> {
    /// The request.
    pub request: &'a Request,
    /// Its canonical JSON, attached to the PDF as `request.json`.
    pub canonical: &'a CanonicalRequest,
    /// Names for codes.
    pub names: &'a PrintedNames,
    /// The words that were agreed to: of the version that the request names.
    pub consent: &'a ConsentText,
    /// For an addendum: the request before it, so that the paper prints what changed.
    pub before: Option<&'a Request>,
    /// For a request that is signed by hand: the number of the form, at the foot of every page.
    pub form_number: Option<&'a str>,
}

/// What a person gets who brought a request on paper: the receipt (APPC 64(2)), or why it was not accepted.
#[derive(Clone, Debug)]
pub struct SlipPaper<'a> {
    /// The request.
    pub request: &'a Request,
    /// Number of the printed form; empty where there was none.
    pub form_number: &'a str,
    /// The moment, on the mission's clock.
    pub at: DateTime,
    /// The officer.
    pub officer: &'a OfficerLine,
    /// Language of the applicant.
    pub language: Lang,
    /// Names for codes.
    pub names: &'a PrintedNames,
    /// What became of it.
    pub answer: SlipAnswer<'a>,
}

/// What the desk answers.
#[derive(Clone, Copy, Debug)]
pub enum SlipAnswer<'a> {
    /// Papers of the person who died were surrendered (Family Code 270(4)).
    Surrendered {
        /// Reference of the application.
        reference: &'a str,
        /// Who handed them in.
        by: &'a str,
        /// The papers, one a line, in the officer's words.
        papers: &'a str,
    },
    /// Accepted.
    Accepted {
        /// Reference of the application.
        reference: &'a str,
        /// Date of registration in law.
        registered_on: Date,
        /// End of the term, on the mission's clock.
        due: DateTime,
    },
    /// Not accepted, for a reason of the law (Law on public services 19).
    NotAccepted {
        /// The reason.
        reason: DeclineReason,
        /// What the person can do, in the officer's words.
        remedy: &'a str,
        /// The body that considers a complaint.
        higher_body: &'a Trilingual,
        /// Term of the complaint in months.
        complaint_months: u32,
    },
}

/// The certificate (Family Code 274).
#[derive(Clone, Debug)]
pub struct CertificatePaper<'a> {
    /// The request that was granted.
    pub request: &'a Request,
    /// The record.
    pub record: &'a ActRecord,
    /// Series and number.
    pub number: &'a CertificateNumber,
    /// Series and number of the blank on which it is printed, where the mission prints on blanks.
    pub blank: Option<&'a BlankNumber>,
    /// Kazakh or Russian, as the applicant chose.
    pub language: CertificateLang,
    /// Date of issue, in the mission's zone.
    pub issued_on: Date,
    /// The officer who decided: name and post, with a place for signature and stamp.
    pub officer: &'a OfficerLine,
    /// Names for codes.
    pub names: &'a PrintedNames,
}

/// The motivated refusal (APPC 80).
#[derive(Clone, Debug)]
pub struct RefusalPaper<'a> {
    /// Reference of the application.
    pub reference: &'a str,
    /// The request that was refused.
    pub request: &'a Request,
    /// The grounds in the three languages with their articles.
    pub grounds: &'a [PrintedGround],
    /// The officer's reasons.
    pub reasons: &'a str,
    /// Date, in the mission's zone.
    pub date: Date,
    /// The officer who decided.
    pub officer: &'a OfficerLine,
    /// Language of the applicant; Kazakh or Russian stands beside English.
    pub language: Lang,
    /// Names for codes.
    pub names: &'a PrintedNames,
    /// The mission that decided.
    pub mission: &'a MissionId,
    /// The body that considers a complaint (APPC 80(5)).
    pub higher_body: &'a Trilingual,
    /// Terms of the complaint in months (APPC 92(1)) for the paragraph.
    pub complaint_months: u32,
    /// The officer signs it with an EDS, not by hand.
    pub is_signed: bool,
}

/// A complaint (APPC 93).
#[derive(Clone, Debug)]
pub struct ComplaintPaper<'a> {
    /// The complaint.
    pub complaint: &'a Complaint,
    /// Its canonical JSON, attached to the PDF as `complaint.json`.
    pub canonical: &'a [u8],
    /// Stands beside English.
    pub beside: CertificateLang,
    /// Names for codes.
    pub names: &'a PrintedNames,
}

/// The decision on a complaint (APPC 101).
#[derive(Clone, Debug)]
pub struct ComplaintDecisionPaper<'a> {
    /// The complaint.
    pub complaint: &'a Complaint,
    /// When it was filed, in the mission's zone.
    pub filed_on: Date,
    /// What it is about, in short (101(1)4)).
    pub brief: &'a Trilingual,
    /// Which of the six; none where the mission satisfies it in full.
    pub decision: Option<Decision>,
    /// The official's reasons.
    pub reasons: &'a str,
    /// What follows by itself.
    pub follows: &'a Trilingual,
    /// The day of the decision, in the mission's zone.
    pub date: Date,
    /// Who decided.
    pub officer: &'a OfficerLine,
    /// Stands beside English.
    pub beside: CertificateLang,
    /// Names for codes.
    pub names: &'a PrintedNames,
    /// The official signs this file with their EDS.
    pub is_signed: bool,
}

/// A ground as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedGround {
    /// The law's words.
    pub text: Trilingual,
    /// Its article.
    pub article: String,
}

/// Name and post of an officer on a paper.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct OfficerLine {
    /// Surname and initials as the officer signs.
    pub name: String,
    /// Post in the three languages.
    pub post: Trilingual,
}

/// Turns papers into PDF/A bytes. The same paper gives the same bytes.
pub trait Press: Send + Sync {
    /// The application, PDF/A-3a and PDF/UA-1 with `request.json` attached.
    ///
    /// # Errors
    /// [`PressError`] when the template or a font fails; never because of what the request says.
    fn application(&self, paper: &ApplicationPaper<'_>) -> Result<Vec<u8>, PressError>;
    /// The certificate.
    ///
    /// # Errors
    /// As above.
    fn certificate(&self, paper: &CertificatePaper<'_>) -> Result<Vec<u8>, PressError>;
    /// The refusal.
    ///
    /// # Errors
    /// As above.
    fn refusal(&self, paper: &RefusalPaper<'_>) -> Result<Vec<u8>, PressError>;
    /// A complaint, PDF/A-3a and PDF/UA-1 with `complaint.json` attached.
    ///
    /// # Errors
    /// As above.
    fn complaint(&self, paper: &ComplaintPaper<'_>) -> Result<Vec<u8>, PressError>;
    /// The decision on a complaint.
    ///
    /// # Errors
    /// As [`Press::application`].
    fn complaint_decision(&self, paper: &ComplaintDecisionPaper<'_>) -> Result<Vec<u8>, PressError>;
    /// The receipt of a paper request, or why it was not accepted.
    ///
    /// # Errors
    /// As [`Press::application`].
    fn slip(&self, paper: &SlipPaper<'_>) -> Result<Vec<u8>, PressError>;
}

/// A paper could not be set: a fault of the installation, not of the person.
#[derive(Debug, thiserror::Error)]
#[error("the paper could not be set: {0}")]
pub struct PressError(pub String);
