//! What can go wrong in the office, told by whose fault it is. `web` turns each into a page; internals never reach a person.

use domain::application::NotOpen;
use jiff::Timestamp;
use service::Finding;
use store::StoreError;

/// Why a verb was not done.
#[derive(Debug, thiserror::Error)]
pub enum OfficeError {
    /// Does not exist, or is not this person's to know of. The two are never told apart.
    #[error("not found")]
    NotFound,
    /// The role may not do this at all.
    #[error("not allowed")]
    NotAllowed,
    /// The act is not open in this state.
    #[error(transparent)]
    NotOpen(#[from] NotOpen),
    /// The case is this officer's own or a close relative's (Family Code 179(4)).
    #[error("the case concerns this officer")]
    Barred,
    /// This person registered the case; at their mission another one decides it.
    #[error("who registered a case does not decide it here")]
    SameHands,
    /// The virus scanner found something in the file: it is not handed to the desk.
    #[error("the file is harmful")]
    Harmful,
    /// Someone else changed it first.
    #[error("changed by someone else meanwhile")]
    Stale,
    /// What was typed does not meet the form's rules; all findings at once.
    #[error("{} findings", .0.len())]
    Findings(Vec<Finding>),
    /// The file cannot be taken.
    #[error("file: {0:?}")]
    File(FileProblem),
    /// The signature cannot be taken.
    #[error("signature: {}", .0.kind)]
    Signature(SignatureProblem),
    /// The one-time password cannot be taken or sent.
    #[error("one-time password: {0:?}")]
    Otp(OtpProblem),
    /// Login, password or code of an officer is wrong; never which.
    #[error("sign-in failed")]
    SignIn,
    /// Too many failed sign-ins of an officer.
    #[error("sign-in locked until {until}")]
    SignInLocked {
        /// When it opens again.
        until: Timestamp,
    },
    /// Too many requests.
    #[error("too many requests until {retry_at}")]
    TooMany {
        /// When to try again.
        retry_at: Timestamp,
    },
    /// Our fault.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<StoreError> for OfficeError {
    fn from(error: StoreError) -> OfficeError {
        OfficeError::Fault(Fault::Store(error))
    }
}

impl OfficeError {
    /// One finding at one field.
    pub(crate) fn finding(field: &str, code: &'static str) -> OfficeError {
        OfficeError::Findings(vec![Finding::new(field, code)])
    }
}

/// A fault of the installation.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// Database or folder.
    #[error("store: {0}")]
    Store(#[from] StoreError),
    /// A paper could not be set.
    #[error(transparent)]
    Press(#[from] domain::paper::PressError),
    /// The seal could not be made.
    #[error("seal: {0}")]
    Seal(String),
    /// The registers cannot answer, for example a year without holidays.
    #[error("registers: {0}")]
    Registers(String),
    /// Something that the types should exclude.
    #[error("broken: {0}")]
    Broken(String),
}

/// Why a file is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// Nothing was chosen.
    Missing,
    /// No bytes.
    Empty,
    /// Larger than the limit.
    TooBig {
        /// The limit, bytes.
        bytes_max: u64,
    },
    /// Not a PDF, JPEG or PNG, told by content.
    WrongType,
    /// A photo in the iPhone's own format, which other programs cannot show.
    Heic,
    /// A PDF or picture that cannot be read to its end.
    Damaged,
    /// A PDF of more pages than anybody looks through.
    TooManyPages {
        /// The limit.
        pages_max: usize,
    },
    /// A PDF with a password.
    Encrypted,
    /// A PDF with scripts, launch actions or files inside.
    Active,
    /// All files of the request together would be larger than the limit.
    Full {
        /// The limit, bytes.
        bytes_max: u64,
        /// What the files already there take, bytes.
        used: u64,
    },
    /// The picture cannot be turned.
    NotTurned,
    /// Not all of its bytes have arrived.
    Stopped,
    /// The document has its full number of files.
    TooMany {
        /// The limit.
        files_max: usize,
    },
}

impl FileProblem {
    /// Key of the sentence in `errors.ftl`.
    pub fn key(&self) -> &'static str {
        match self {
            FileProblem::Missing => "file-error-missing",
            FileProblem::Empty => "file-error-empty",
            FileProblem::TooBig { .. } => "file-error-too-big",
            FileProblem::WrongType => "file-error-wrong-type",
            FileProblem::Heic => "file-error-heic",
            FileProblem::Damaged => "file-error-damaged",
            FileProblem::TooManyPages { .. } => "file-error-too-many-pages",
            FileProblem::Encrypted => "file-error-encrypted",
            FileProblem::Active => "file-error-active",
            FileProblem::Full { .. } => "file-error-full",
            FileProblem::NotTurned => "file-error-not-turned",
            FileProblem::Stopped => "file-error-stopped",
            FileProblem::TooMany { .. } => "file-error-too-many",
        }
    }
}

/// Why a signature is not taken (UX.md H4b).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureProblem {
    /// Stable name: the sentence is `signature-error-<kind>`.
    pub kind: &'static str,
    /// Name in the certificate, where the sentence says it.
    pub name: String,
    /// A date of the certificate, where the sentence says it.
    pub date: Option<Timestamp>,
    /// Codes of the engine's findings, for "Technical details".
    pub codes: Vec<String>,
}

impl SignatureProblem {
    /// Every kind, for tests that render each sentence.
    pub const KINDS: [&'static str; 15] = [
        "expired",
        "not-yet-valid",
        "revoked",
        "another-person",
        "company-key",
        "auth-key",
        "tampered",
        "unknown-issuer",
        "unreadable",
        "no-signer",
        "unchecked",
        "used",
        "too-young",
        "changed",
        "other",
    ];

    /// Key of the sentence in `errors.ftl`.
    pub fn key(&self) -> String {
        format!("signature-error-{}", self.kind)
    }

    pub(crate) fn plain(kind: &'static str) -> SignatureProblem {
        SignatureProblem { kind, name: String::new(), date: None, codes: vec![] }
    }
}

/// Why a one-time password is not taken or not sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OtpProblem {
    /// Not six digits.
    NotSixDigits,
    /// Wrong; so many tries are left.
    Wrong {
        /// Tries left over all codes.
        tries_left: i64,
    },
    /// Older than 15 minutes, replaced, used or never sent.
    Expired,
    /// Five wrong tries.
    Locked {
        /// When it opens again.
        until: Timestamp,
    },
    /// Asked again too soon.
    TooSoon {
        /// When a new code can be asked for.
        at: Timestamp,
    },
    /// Not a telephone number.
    BadPhone,
    /// A mission recorded the number for an account; it signs in later.
    Waits {
        /// From when.
        until: Timestamp,
    },
}

impl OtpProblem {
    /// Key of the sentence in `errors.ftl`.
    pub fn key(&self) -> &'static str {
        match self {
            OtpProblem::NotSixDigits => "otp-error-not-six-digits",
            OtpProblem::Wrong { .. } => "otp-error-wrong",
            OtpProblem::Expired => "otp-error-expired",
            OtpProblem::Locked { .. } => "otp-error-locked",
            OtpProblem::TooSoon { .. } => "otp-error-too-soon",
            OtpProblem::BadPhone => "otp-error-bad-phone",
            OtpProblem::Waits { .. } => "otp-error-waits",
        }
    }
}

/// A refused or failed write as one error.
pub(crate) fn flat(error: store::WriteError<OfficeError>) -> OfficeError {
    match error {
        store::WriteError::Refused(error) => error,
        store::WriteError::Store(error) => error.into(),
    }
}
