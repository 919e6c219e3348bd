//! A decision of an official as a statement: signed with the official's EDS, or sealed by the institution with the official's second factor
//! (issue 5.5; APPC 80). A seal is never called a signature (Digital Code 47(4)).

use crate::annulment::Annulment;
use crate::complaint::{Answer, Decision};
use crate::ids::{ApplicationId, MissionId, OfficerId};
use crate::refusal::Ground;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum Decided {
    /// The record of the act is made (Family Code 272).
    Grant {
        /// Checks of the machine that do not agree, and why it is made nevertheless.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        despite: Option<Despite>,
    },
    /// Refused (Law on public services 19-1(2)).
    Refuse {
        /// The grounds, in the law's order.
        grounds: Vec<Ground>,
        /// The official's reasons.
        reasons: String,
    },
    /// A complaint is answered in substance (APPC 91(4), 100(1)).
    AnswerComplaint {
        /// Which.
        complaint: Uuid,
        /// Version of the complaint that the official saw.
        seen: i64,
        /// Which of the six; none where the mission satisfies it in full.
        decision: Option<Decision>,
        /// The reasons with the norms of the law (101(1)6)).
        reasons: String,
    },
    /// The record is annulled (Family Code 185): the second word.
    Annul {
        /// Number of the proposal that the head saw.
        proposal: u32,
        /// On what and why.
        annulment: Annulment,
    },
}

/// Checks of the machine that do not agree, and why an official decides otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Despite {
    /// Stable names of the checks, by their numbers.
    pub checks: Vec<String>,
    /// The official's reason.
    pub reason: String,
}

impl Decided {
    /// What a complaint is answered; `None` for every other decision.
    pub fn answer(&self) -> Option<Answer> {
        let Decided::AnswerComplaint { decision, reasons, .. } = self else { return None };
        let reasons = reasons.clone();
        Some(match decision {
            Some(decision) => Answer::Decide { decision: *decision, reasons },
            None => Answer::Satisfy { reasons },
        })
    }
}

/// What a statement is for: none of one purpose can be taken for another's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// A decision on an application.
    #[default]
    Decision,
}

/// Who decides what, of which case, on which request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Always a decision.
    pub purpose: Purpose,
    /// The case.
    pub application: ApplicationId,
    /// Its reference.
    pub reference: String,
    /// Version of the case that the official saw.
    pub version: i64,
    /// SHA-256 of the canonical request, hex.
    pub request_sha256: String,
    /// The mission that decides.
    pub mission: MissionId,
    /// The official.
    pub officer: OfficerId,
    /// When the statement was made.
    pub prepared_at: Timestamp,
    /// What.
    pub decided: Decided,
    /// SHA-256 of the refusal, or of the decision on a complaint, that the applicant gets, hex.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paper_sha256: Option<String>,
    /// When the official's second factor was last proven; of a sealed one only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second_factor_at: Option<Timestamp>,
}

impl Statement {
    /// Canonical JSON (RFC 8785).
    ///
    /// # Errors
    /// When a value cannot be represented in JSON; the types leave no such value.
    pub fn bytes(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json_canonicalizer::to_vec(self)
    }
}

/// How a decision was confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The official's EDS over the file.
    Eds,
    /// The institution's seal over the statement.
    Seal,
}

impl Way {
    /// Stable name in data and in locales (`decision-way-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            Way::Eds => "eds",
            Way::Seal => "seal",
        }
    }

    /// The way of a stable name.
    pub fn from_name(name: &str) -> Option<Way> {
        [Way::Eds, Way::Seal].into_iter().find(|way| way.as_str() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grant_that_no_check_spoke_against_reads_as_it_always_did() {
        let plain = Decided::Grant { despite: None };
        assert_eq!(serde_json::to_string(&plain).unwrap(), r#"{"act":"grant"}"#);
        assert_eq!(serde_json::from_str::<Decided>(r#"{"act":"grant"}"#).unwrap(), plain);
        let despite = Despite { checks: vec!["iin".into()], reason: "The passport shows the other day".into() };
        let said = Decided::Grant { despite: Some(despite) };
        assert_eq!(serde_json::from_str::<Decided>(&serde_json::to_string(&said).unwrap()).unwrap(), said);
    }
}
