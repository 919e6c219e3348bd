//! From the engine's verdict to the sentence a person reads: which of UX.md H4b's causes it is.

use crate::{Office, OfficeError, SignatureProblem};
use domain::confirmation::{SignatureRefused, failing_codes};
use domain::iin::Iin;
use eds::{Outcome, Policy, Verdict};
use jiff::Timestamp;

/// A CMS of one signer over a file of ours, without that file: what is larger is not that.
pub const CMS_BYTES_MAX: usize = 256 * 1024;

/// The instants of a check.
#[derive(Clone, Copy, Debug)]
pub struct Instants {
    /// When the signature is known to have existed: now, or the moment our journal says it was received.
    pub existed_at: Timestamp,
    /// The time of the check.
    pub now: Timestamp,
}

/// Lets the engine look at `cms` over `content`, detached or attached, under `policy`. Runs on a blocking thread.
pub async fn verdict(
    office: &Office,
    cms: &[u8],
    content: Vec<u8>,
    policy: Policy,
    at: Instants,
) -> Result<(Verdict, Vec<u8>), OfficeError> {
    if cms.is_empty() {
        return Err(OfficeError::Signature(SignatureProblem::plain("no-signer")));
    }
    // The file may be inside, and all of it in base64.
    if cms.len() > CMS_BYTES_MAX.saturating_add(content.len().saturating_mul(2)) {
        return Err(OfficeError::Signature(SignatureProblem::plain("unreadable")));
    }
    let trust = office.parts().trust.snapshot();
    let cms = cms.to_vec();
    tokio::task::spawn_blocking(move || {
        let Instants { existed_at, now } = at;
        let (list, evidence) = (&trust.list, &trust.evidence);
        let verdict = eds::verify_existing(&cms, Some(&content), list, evidence, &policy, existed_at, now);
        (verdict, content)
    })
    .await
    .map_err(|error| crate::Fault::Broken(format!("signature engine: {error}")).into())
}

impl Instants {
    /// A signature that is seen now for the first time.
    pub fn first_seen(now: Timestamp) -> Instants {
        Instants { existed_at: now, now }
    }
}

/// The cause, for a verdict that was not accepted.
pub fn problem(verdict: &Verdict, refused: &SignatureRefused) -> SignatureProblem {
    let codes: Vec<String> = failing_codes(verdict);
    let signer = verdict.signers.first();
    let certificate = signer.and_then(|signer| signer.certificate.as_ref());
    let has = |code: &str| codes.iter().any(|own| own == code);
    let (kind, date) = match refused {
        SignatureRefused::Signers(0) if !codes.is_empty() && !has("no_signers") => ("unreadable", None),
        SignatureRefused::Signers(_) => ("no-signer", None),
        SignatureRefused::AnotherPerson { .. } => ("another-person", None),
        SignatureRefused::NoIin => ("company-key", None),
        SignatureRefused::OtherContent if codes.is_empty() => ("tampered", None),
        SignatureRefused::OtherContent => (cause(&has), None),
        SignatureRefused::Verdict { .. } => match cause(&has) {
            "expired" => ("expired", certificate.map(|own| own.not_after)),
            "not-yet-valid" => ("not-yet-valid", certificate.map(|own| own.not_before)),
            other => (other, None),
        },
    };
    let name = match refused {
        SignatureRefused::AnotherPerson { name } => name.clone(),
        _ => signer.and_then(|signer| signer.name.clone()).unwrap_or_default(),
    };
    SignatureProblem { kind, name, date, codes }
}

/// The same cause as an official is told it: under their policy the wrong role is the personal key.
pub fn for_official(mut problem: SignatureProblem) -> SignatureProblem {
    if problem.kind == "company-key" {
        problem.kind = "official-key";
    }
    problem
}

/// Is the IIN of a signer that passed `policy` usable, and whose is it?
pub fn signer_iin(office: &Office, verdict: &Verdict) -> Result<Iin, SignatureProblem> {
    let refused = match (verdict.signers.as_slice(), verdict.outcome) {
        ([signer], Outcome::Valid) => {
            let iin = signer.iin.as_deref().and_then(|iin| Iin::parse(iin, office.iin_rules()).ok());
            return iin.ok_or_else(|| problem(verdict, &SignatureRefused::NoIin));
        }
        ([_], _) => SignatureRefused::Verdict { codes: failing_codes(verdict) },
        (signers, _) => SignatureRefused::Signers(signers.len()),
    };
    let mut found = problem(verdict, &refused);
    if verdict.waits_for_nca() {
        found.kind = "unchecked";
    }
    Err(found)
}

/// Codes of the engine (lib/eds `Code::as_str`) by cause, the most telling first.
fn cause(has: &dyn Fn(&str) -> bool) -> &'static str {
    const CAUSES: [(&str, &[&str]); 9] = [
        (
            "unreadable",
            &["malformed", "trailing_bytes", "input_empty", "input_unknown", "not_signed_data", "limit_exceeded"],
        ),
        ("tampered", &["digest_mismatch", "signature_wrong", "content_differs", "certificate_signature_wrong"]),
        ("revoked", &["certificate_revoked", "issuer_revoked"]),
        ("expired", &["certificate_expired", "issuer_expired"]),
        ("not-yet-valid", &["certificate_not_yet_valid", "issuer_not_yet_valid"]),
        ("company-key", &["role_not_admitted", "iin_missing"]),
        ("auth-key", &["non_repudiation_missing", "purpose_not_admitted"]),
        ("unknown-issuer", &["issuer_unknown", "issuer_not_ca", "signer_certificate_missing"]),
        ("no-signer", &["no_signers"]),
    ];
    CAUSES.iter().find(|(_, codes)| codes.iter().any(|code| has(code))).map_or("other", |(kind, _)| kind)
}
