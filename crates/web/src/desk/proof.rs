//! The proof of a case in words: an EDS with the engine's verdict and findings, or a one-time code, which is never called a signature.

use super::clock::Clock;
use super::{Row, key};
use crate::visit::Visit;
use domain::ids::MissionId;
use office::cases::ProofView;

/// The panel.
#[derive(Clone, Debug)]
pub struct Panel {
    /// What was found, in one sentence.
    pub sentence: String,
    /// Needs an officer's eye.
    pub attention: bool,
    /// Facts.
    pub rows: Vec<Row>,
    /// Findings of the engine, each in a sentence with its code.
    pub findings: Vec<Row>,
}

/// The panel of a proof over the file with the SHA-256 `file_sha256`, on the clock of `mission`.
pub fn panel(visit: &Visit, mission: &MissionId, proof: &ProofView, file_sha256: &str) -> Panel {
    let mut panel = match proof {
        ProofView::Eds { outcome, signer, iin_masked, algorithm, findings, checked_at, timestamp } => {
            let clock = Clock::of(visit, mission);
            let rows = vec![
                ("desk-proof-signer", signer.clone()),
                ("desk-proof-iin", iin_masked.clone()),
                ("desk-proof-algorithm", algorithm_name(algorithm).to_owned()),
                ("desk-proof-checked", checked_at.map(|at| clock.full(at)).unwrap_or_default()),
                (
                    "desk-proof-timestamp",
                    timestamp.as_ref().map(|(at, by)| format!("{} · {by}", clock.full(*at))).unwrap_or_default(),
                ),
            ];
            let t = visit.t();
            Panel {
                sentence: t.s(outcome_key(outcome)),
                attention: outcome != "valid",
                rows: named(visit, rows),
                findings: findings.iter().map(|(code, text)| Row::new(code, t.of(text))).collect(),
            }
        }
        ProofView::Otp { masked_number, confirmed_at } => {
            let clock = Clock::of(visit, mission);
            let rows = vec![
                ("desk-proof-number", masked_number.clone()),
                ("desk-proof-confirmed", confirmed_at.map(|at| clock.full(at)).unwrap_or_default()),
            ];
            Panel {
                sentence: visit.t().s("desk-proof-otp"),
                attention: false,
                rows: named(visit, rows),
                findings: vec![],
            }
        }
        ProofView::Paper { form_number, official, accepted_at, identity_document, identity_number } => {
            let t = visit.t();
            let document = format!("{}, {identity_number}", t.s(&key("desk-handover-document-", identity_document)));
            let rows = vec![
                ("on-paper-number", form_number.clone()),
                ("desk-proof-official", official.clone()),
                ("desk-proof-accepted", accepted_at.map(|at| Clock::of(visit, mission).full(at)).unwrap_or_default()),
                ("intake-identity-document", document),
            ];
            Panel { sentence: t.s("desk-proof-paper"), attention: false, rows: named(visit, rows), findings: vec![] }
        }
    };
    panel.rows.push(Row::new(visit.t().s("desk-proof-file"), file_sha256));
    panel
}

fn named(visit: &Visit, rows: Vec<(&str, String)>) -> Vec<Row> {
    let t = visit.t();
    rows.into_iter().filter(|(_, value)| !value.is_empty()).map(|(key, value)| Row::new(t.s(key), value)).collect()
}

fn outcome_key(outcome: &str) -> &'static str {
    match outcome {
        "valid" => "desk-proof-valid",
        "invalid" => "desk-proof-invalid",
        _ => "desk-proof-indeterminate",
    }
}

/// The name that the standards give.
pub fn algorithm_name(algorithm: &str) -> &str {
    match algorithm {
        "rsa" => "RSA-2048, SHA-256",
        "gost2004" => "ГОСТ 34.310-2004",
        "gost512" => "ГОСТ Р 34.10-2012 (512)",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outcome_that_is_not_known_is_never_shown_as_valid() {
        assert_eq!(outcome_key("valid"), "desk-proof-valid");
        assert_eq!(outcome_key("invalid"), "desk-proof-invalid");
        for other in ["indeterminate", "", "VALID"] {
            assert_eq!(outcome_key(other), "desk-proof-indeterminate", "{other}");
        }
    }
}
