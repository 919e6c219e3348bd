//! The decisions on a case, and their files: what an official signed, or what the institution sealed for them.

use crate::{OfficeError, open_file};
use domain::actor::Actor;
use domain::decision::{Decided, Way};
use domain::ids::ApplicationId;
use domain::motion::FileItem;
use domain::paper::OfficerLine;
use jiff::Timestamp;
use serde_json::Value;
use store::{BlobKey, Tx};

/// Kind of paper: what was signed or sealed, with its number.
const DECISION: &str = "decision-";
/// Kind of paper: the signature or the seal.
const PROOF: &str = "decision-proof-";

/// A decision and how it was confirmed.
#[derive(Clone, Debug)]
pub struct DecisionView {
    /// Which one, from 1.
    pub number: u32,
    /// What was decided.
    pub decided: Decided,
    /// Who decided.
    pub official: OfficerLine,
    /// When.
    pub decided_at: Timestamp,
    /// SHA-256 of what was signed or sealed, hex.
    pub file_sha256: String,
    /// The EDS, or when the second factor was proven.
    pub proof: DecisionProof,
}

/// How a decision was confirmed.
#[derive(Clone, Debug)]
pub enum DecisionProof {
    /// The official's EDS.
    Eds {
        /// Name in the certificate.
        signer: String,
        /// `rsa`, `gost2004`, `gost512`.
        algorithm: String,
        /// Proof of time: genTime and the authority's name, once it is there.
        timestamp: Option<(Timestamp, String)>,
    },
    /// The institution's seal.
    Seal {
        /// When the official's code was last taken.
        second_factor_at: Option<Timestamp>,
    },
}

/// The decisions on a case, the first one first.
pub(super) async fn decisions(tx: &mut Tx, id: ApplicationId) -> Result<Vec<DecisionView>, OfficeError> {
    let mut shown = vec![];
    for own in store::decision::of(tx, id).await? {
        let person = store::officer::get(tx, own.officer).await?.ok_or(OfficeError::NotFound)?;
        let time = store::proof_time::get(tx, &own.proof).await?.and_then(|time| time.token);
        let text = |key: &str| own.detail.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let proof = match own.way {
            Way::Eds => DecisionProof::Eds {
                signer: text("signer"),
                algorithm: text("algorithm"),
                timestamp: time.map(|stamped| (stamped.at, stamped.authority)),
            },
            Way::Seal => DecisionProof::Seal { second_factor_at: own.statement.second_factor_at },
        };
        shown.push(DecisionView {
            number: own.number,
            decided: own.statement.decided,
            official: person.line,
            decided_at: own.decided_at,
            file_sha256: own.file.0,
            proof,
        });
    }
    Ok(shown)
}

/// Ending and type of what was signed or sealed: the refusal itself, or the statement.
pub(crate) fn file_type(bytes: &[u8]) -> (&'static str, &'static str) {
    match bytes.starts_with(b"%PDF") {
        true => ("pdf", "application/pdf"),
        false => ("json", "application/json"),
    }
}

/// The file of a decision that `kind` names; `None` for other kinds. The person has by themselves what is addressed to them: a refusal, and the
/// answer to a complaint. The rest is theirs once the file was opened with its decisions (APPC 75(2)).
pub(super) async fn file(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    kind: &str,
) -> Result<Option<BlobKey>, OfficeError> {
    let (number, is_proof) = match (kind.strip_prefix(PROOF), kind.strip_prefix(DECISION)) {
        (Some(number), _) => (number, true),
        (None, Some(number)) => (number, false),
        (None, None) => return Ok(None),
    };
    let mut all = store::decision::of(tx, id).await?.into_iter();
    let own = all.find(|own| own.number.to_string() == number).ok_or(OfficeError::NotFound)?;
    let is_addressed = matches!(own.statement.decided, Decided::Refuse { .. } | Decided::AnswerComplaint { .. });
    let is_theirs = is_addressed
        || (open_file::is_told(&own.statement.decided) && open_file::gives(tx, id, FileItem::Decisions).await?);
    if matches!(actor, Actor::Applicant(_)) && !is_theirs {
        return Err(OfficeError::NotFound);
    }
    Ok(Some(if is_proof { own.proof } else { own.file }))
}
