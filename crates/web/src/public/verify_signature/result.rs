//! A verdict in words: who signed, what, when, whether it holds, why not, and what to do.
//! It must never judge: every sentence follows from the engine's outcome and codes.

use crate::api::ask::engine_lang;
use crate::forms::Part;
use crate::portal::sign_panel;
use crate::texts::T;
use eds::{Code, Finding, Outcome, Severity, SignerVerdict, Verdict};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};

/// Digits of an IIN that are shown.
const IIN_SHOWN: usize = 4;

/// A file as it was shown to us.
#[derive(Clone, Debug)]
pub struct FileFacts {
    name: String,
    bytes: usize,
    sha256: String,
}

/// Both files.
#[derive(Clone, Debug)]
pub struct Shown {
    signature: FileFacts,
    document: Option<FileFacts>,
}

/// A fact: label and value.
pub type Row = (String, String);

/// What the page says.
#[derive(Clone, Debug)]
pub struct View {
    /// The verdict in one sentence.
    pub headline: String,
    /// About the files.
    pub files: Vec<Row>,
    /// What is wrong with the file as a whole.
    pub reasons: Vec<String>,
    /// Worth knowing about the file.
    pub notes: Vec<String>,
    /// What to do.
    pub advice: Vec<String>,
    /// Each signature.
    pub signers: Vec<SignerView>,
}

/// One signature.
#[derive(Clone, Debug)]
pub struct SignerView {
    /// Who, as a heading.
    pub title: String,
    /// The verdict over it in one sentence.
    pub verdict: String,
    /// Who and when.
    pub rows: Vec<Row>,
    /// Why it does not hold.
    pub reasons: Vec<String>,
    /// Worth knowing.
    pub notes: Vec<String>,
}

impl Shown {
    /// Of what was uploaded.
    pub fn of(signature: &Part, document: Option<&Part>) -> Shown {
        Shown { signature: FileFacts::of(signature), document: document.map(FileFacts::of) }
    }
}

impl FileFacts {
    fn of(part: &Part) -> FileFacts {
        let sha256 = hex::encode(Sha256::digest(&part.bytes));
        FileFacts { name: part.name.clone(), bytes: part.bytes.len(), sha256 }
    }

    fn rows(&self, t: &T, label: &str) -> [Row; 2] {
        let file =
            t.all("verify-file-facts", &[("name", self.name.clone()), ("size", sign_panel::size(t, self.bytes))]);
        [(t.s(label), file), (t.s("verify-sha256"), self.sha256.clone())]
    }
}

impl View {
    /// Of a verdict; `at` - when it was given.
    pub fn new(t: &T, shown: &Shown, verdict: &Verdict, at: Timestamp) -> View {
        let mut files = shown.signature.rows(t, "verify-file-row").to_vec();
        match &shown.document {
            Some(document) => files.extend(document.rows(t, "verify-document-row")),
            None => files.extend(inner(t, verdict)),
        }
        files.push((t.s("verify-checked-at"), moment(t, at)));
        let (reasons, notes) = told(t, &verdict.findings);
        let several = if verdict.signers.len() > 1 { "-several" } else { "" };
        View {
            headline: t.s(&format!("verify-{}{several}", verdict.outcome.as_str())),
            files,
            reasons,
            notes,
            advice: advice(t, verdict),
            signers: verdict.signers.iter().map(|signer| SignerView::of(t, signer)).collect(),
        }
    }
}

/// The document inside the signature, by its digest.
fn inner(t: &T, verdict: &Verdict) -> Option<Row> {
    let sha256 = verdict.content_sha256.filter(|_| verdict.attached)?;
    Some((t.s("verify-inner-sha256"), hex::encode(sha256)))
}

impl SignerView {
    fn of(t: &T, signer: &SignerVerdict) -> SignerView {
        let (reasons, notes) = told(t, &signer.findings);
        let summary = signer.certificate.as_ref();
        let organization = summary.and_then(|summary| summary.organization.clone());
        let rows = [
            ("verify-role", signer.role.map(|role| role.title(engine_lang(t.lang)).to_owned())),
            ("verify-organization", organization),
            ("verify-iin", signer.iin.as_deref().map(masked)),
            ("verify-bin", signer.bin.clone()),
            ("verify-proven", Some(proven(t, signer))),
            ("verify-stated", signer.signing_time.map(|at| t.f("verify-stated-at", "at", moment(t, at)))),
            ("verify-issuer", summary.map(|summary| issuer(&summary.issuer))),
            ("verify-algorithm", signer.algorithm.map(|algorithm| t.s(&format!("verify-{}", algorithm.as_str())))),
        ];
        SignerView {
            title: signer.name.clone().unwrap_or_else(|| t.s("verify-nameless")),
            verdict: t.s(&format!("verify-signer-{}", signer.outcome.as_str())),
            rows: rows.into_iter().filter_map(|(key, value)| Some((t.s(key), value?))).collect(),
            reasons,
            notes,
        }
    }
}

/// Reasons and remarks, in the engine's sentences.
fn told(t: &T, findings: &[Finding]) -> (Vec<String>, Vec<String>) {
    let (notes, reasons): (Vec<&Finding>, Vec<&Finding>) =
        findings.iter().partition(|finding| finding.severity() == Severity::Warning);
    let say = |some: Vec<&Finding>| {
        some.into_iter().map(|finding| readable(t, finding).sentence(engine_lang(t.lang))).collect()
    };
    (say(reasons), say(notes))
}

/// The finding with an instant in its detail written as a person writes one.
fn readable(t: &T, finding: &Finding) -> Finding {
    let at = finding.detail.as_deref().and_then(|detail| detail.parse().ok());
    let detail = at.map(|at| moment(t, at)).or_else(|| finding.detail.clone());
    Finding { detail, ..finding.clone() }
}

/// What to do, by what was found.
fn advice(t: &T, verdict: &Verdict) -> Vec<String> {
    const BY_CODE: [(Code, &str); 7] = [
        (Code::ContentMissing, "verify-do-document"),
        (Code::RevocationMissing, "verify-do-later"),
        (Code::RevocationStale, "verify-do-later"),
        (Code::IssuerUnknown, "verify-do-issuer"),
        (Code::CertificateExpired, "verify-do-timestamp"),
        (Code::DigestMismatch, "verify-do-original"),
        (Code::InputUnknown, "verify-do-signature"),
    ];
    let has = |code: Code| verdict.all_findings().any(|finding| finding.code == code);
    let mut keys: Vec<&str> = BY_CODE.iter().filter(|(code, _)| has(*code)).map(|(_, key)| *key).collect();
    keys.dedup();
    if keys.is_empty() && verdict.outcome != Outcome::Valid {
        keys.push("verify-do-ask");
    }
    keys.into_iter().map(|key| t.s(key)).collect()
}

/// `••••••••0014`.
fn masked(iin: &str) -> String {
    let hidden = iin.chars().count().saturating_sub(IIN_SHOWN);
    "•".repeat(hidden).chars().chain(iin.chars().skip(hidden)).collect()
}

fn proven(t: &T, signer: &SignerVerdict) -> String {
    match &signer.timestamp {
        Some(timestamp) => t.f("verify-proven-at", "at", moment(t, timestamp.at)),
        None => t.s("verify-proven-not"),
    }
}

/// Universal time: where the signer sat is unknown.
fn moment(t: &T, at: Timestamp) -> String {
    let zoned = at.to_zoned(TimeZone::UTC);
    t.f2("time-utc", "date", t.date(zoned.date()), "time", zoned.strftime("%H:%M"))
}

/// The issuer's common name, or all of the name where it has none.
fn issuer(name: &str) -> String {
    let common = name.split(", ").find_map(|part| part.strip_prefix("CN="));
    common.unwrap_or(name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_iin_is_shown_to_its_last_four() {
        assert_eq!(masked("850417400014"), "••••••••0014");
        assert_eq!(masked("12"), "12");
    }

    #[test]
    fn the_issuer_is_called_by_its_common_name() {
        assert_eq!(issuer("C=KZ, CN=NCA (GOST) 2022"), "NCA (GOST) 2022");
        assert_eq!(issuer("C=KZ"), "C=KZ");
    }
}
