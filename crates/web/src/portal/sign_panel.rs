//! The panel of signing: the script's form for NCALayer and, for everybody, download and upload (UX.md H4b). Used to sign in and to sign a request.

use crate::forms::Control;
use crate::frame::ErrorLine;
use crate::texts::T;
use crate::visit::Visit;
use office::SignatureProblem;

/// Purposes NCALayer is asked for when signing in (DECISIONS.md, Signatures).
pub const OIDS_SIGN_IN: &str = "1.2.398.3.3.4.1.1";
/// Purposes for signing a request: signing and a natural person.
pub const OIDS_SIGN: &str = "1.3.6.1.5.5.7.3.4 1.2.398.3.3.4.1.1";
/// An official's key may be one of a legal entity or of a civil servant, which have no purpose in common: NCALayer shows all keys.
pub const OIDS_OFFICIAL: &str = "";
/// Endings of signature files.
pub const CMS_ACCEPT: &str = ".cms,.p7s,.sig,.pem,.txt,application/pkcs7-signature";
/// Name of the field with a signature file.
pub const CMS_FILE: &str = "cms-file";
/// Name of the field the script fills.
pub const CMS: &str = "cms";

/// The panel.
pub struct SignPanel {
    /// Address of both forms.
    pub action: String,
    /// Hidden field.
    pub csrf: String,
    /// Ticket of the challenge; empty when a request is signed.
    pub ticket: String,
    /// Where the script and the person fetch the exact bytes.
    pub content_url: String,
    /// Address of NCALayer.
    pub ncalayer: String,
    /// Purposes asked for.
    pub oids: &'static str,
    /// True under a trust list of test keys: NCALayer then offers keys of any issuer.
    pub any_chain: bool,
    /// The field for the signature file.
    pub file: Control,
    /// Codes of the engine's findings, for "Technical details".
    pub codes: Vec<String>,
    /// States of the script, their sentences, and whether the words of the program are shown below.
    pub messages: Vec<(&'static str, String, bool)>,
    /// Language NCALayer is asked to speak.
    pub locale: &'static str,
}

impl SignPanel {
    /// The panel of `visit`'s page; `problem` is why the last signature was not taken.
    pub fn new(
        visit: &Visit,
        action: String,
        content_url: String,
        oids: &'static str,
        problem: Option<&SignatureProblem>,
    ) -> SignPanel {
        let t = visit.t();
        let error = problem.map(|problem| sentence(&t, problem));
        SignPanel {
            file: Control::file(CMS_FILE, t.s("sign-file-label"), CMS_ACCEPT)
                .hint(Some(t.s("sign-file-hint")))
                .error(error, t.s("frame-error-word"))
                .plain()
                .drop_texts(drop_texts(&t)),
            action,
            csrf: visit.csrf.clone(),
            ticket: String::new(),
            content_url,
            ncalayer: visit.state.settings.ncalayer.clone(),
            oids,
            any_chain: visit.state.office.is_test(),
            codes: problem.map(|problem| problem.codes.clone()).unwrap_or_default(),
            messages: messages(&t),
            locale: t.lang.tag(),
        }
    }

    /// Lines of the error summary.
    pub fn errors(&self) -> Vec<ErrorLine> {
        crate::forms::error_lines(std::slice::from_ref(&self.file))
    }
}

/// States of the script with their sentences: `sign-message-<state>`.
pub fn messages(t: &T) -> Vec<(&'static str, String, bool)> {
    let details = |state| matches!(state, "wrong" | "failed");
    MESSAGES.into_iter().map(|state| (state, t.s(&format!("sign-message-{state}")), details(state))).collect()
}

/// States of `sign.js`.
const MESSAGES: [&str; 9] =
    ["busy", "checking", "not-found", "blocked", "cancelled", "closed", "wrong", "phone", "failed"];

/// Why a signature was not taken, in a sentence.
pub fn sentence(t: &T, problem: &SignatureProblem) -> String {
    let date = problem.date.map(|at| t.date(at.to_zoned(jiff::tz::TimeZone::UTC).date())).unwrap_or_default();
    t.all(&problem.key(), &[("name", problem.name.clone()), ("date", date)])
}

/// Texts of the drop zone, which the script would otherwise say in English.
pub fn drop_texts(t: &T) -> Vec<(&'static str, String)> {
    vec![
        ("data-i18n.choose-files-button", t.s("file-choose")),
        ("data-i18n.no-file-chosen", t.s("file-none")),
        ("data-i18n.drop-instruction", t.s("file-drop")),
        ("data-i18n.entered-drop-zone", t.s("file-drop-entered")),
        ("data-i18n.left-drop-zone", t.s("file-drop-left")),
    ]
}

/// `1.2 MB`, `34 kB`: a size in the page's language.
pub fn size(t: &T, bytes: usize) -> String {
    if bytes >= 1_000_000 {
        let (whole, tenth) = (bytes / 1_000_000, bytes % 1_000_000 / 100_000);
        t.f("size-megabytes", "count", if tenth == 0 { whole.to_string() } else { format!("{whole}.{tenth}") })
    } else {
        t.f("size-kilobytes", "count", bytes.div_ceil(1000))
    }
}
