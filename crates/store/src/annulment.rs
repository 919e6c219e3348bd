//! What was said of annulling a record (Family Code 185): proposed, declined, agreed, cancelled after a complaint. It only grows; the last word counts.

use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::annulment::{Annulment, Basis};
use domain::ids::{ApplicationId, MissionId, OfficerId};
use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

const TABLE: &str = "annulment";

/// What a word does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// An officer proposes it.
    Proposed,
    /// The head says no.
    Declined,
    /// The head says yes: the record is annulled.
    Agreed,
    /// Who decided a complaint about it undid it: the record is valid again.
    Cancelled,
}

impl Step {
    const ALL: [Step; 4] = [Step::Proposed, Step::Declined, Step::Agreed, Step::Cancelled];

    /// Stable name in the table and in locales (`annulment-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            Step::Proposed => "proposed",
            Step::Declined => "declined",
            Step::Agreed => "agreed",
            Step::Cancelled => "cancelled",
        }
    }
}

/// A word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The case.
    pub application: ApplicationId,
    /// Which one, from 1.
    pub number: u32,
    /// What it does.
    pub step: Step,
    /// By whom.
    pub said_by: OfficerId,
    /// When.
    pub said_at: Timestamp,
    /// On what and why; of a no, why not.
    pub annulment: Annulment,
}

impl Said {
    /// All that the row says, for the journal.
    pub(crate) fn facts(&self) -> Value {
        let mut facts = json!({
            "basis": self.annulment.basis.as_str(),
            "document": self.annulment.document,
            "number": self.number,
            "reason": self.annulment.reason,
            "said_at": Ts(self.said_at).text(),
            "said_by": self.said_by.to_string(),
            "step": self.step.as_str(),
        });
        // Left out where there is none, as in rows from before it was asked.
        if let (Some(facts), false) = (facts.as_object_mut(), self.annulment.not_suspended.is_empty()) {
            facts.insert("not_suspended".to_owned(), json!(self.annulment.not_suspended));
        }
        facts
    }
}

/// The proposal that waits for the head's word.
pub fn waiting(said: &[Said]) -> Option<&Said> {
    said.last().filter(|own| own.step == Step::Proposed)
}

#[derive(sqlx::FromRow)]
struct Row {
    application: Uuid,
    number: i64,
    step: String,
    said_by: Uuid,
    said_at: Ts,
    basis: String,
    document: String,
    reason: String,
    not_suspended: Option<String>,
}

impl TryFrom<Row> for Said {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Said, StoreError> {
        let step = Step::ALL.into_iter().find(|step| step.as_str() == row.step);
        let basis = Basis::from_name(&row.basis).ok_or_else(|| row::bad(TABLE, format!("basis {:?}", row.basis)))?;
        Ok(Said {
            application: ApplicationId(row.application),
            number: row::small(TABLE, row.number)?,
            step: step.ok_or_else(|| row::bad(TABLE, format!("step {:?}", row.step)))?,
            said_by: OfficerId(row.said_by),
            said_at: row.said_at.0,
            annulment: Annulment {
                basis,
                document: row.document,
                reason: row.reason,
                not_suspended: row.not_suspended.unwrap_or_default(),
            },
        })
    }
}

/// Adds a word.
///
/// # Errors
/// [`StoreError::Conflict`] when its number is taken: two at the same moment.
pub async fn insert(tx: &mut Tx, own: &Said) -> Result<(), StoreError> {
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO annulment (application, number, step, said_by, said_at, basis, document, reason, not_suspended)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING"
        )
        .bind(own.application.0)
        .bind(i64::from(own.number))
        .bind(own.step.as_str())
        .bind(own.said_by.0)
        .bind(Ts(own.said_at))
        .bind(own.annulment.basis.as_str())
        .bind(&own.annulment.document)
        .bind(&own.annulment.reason)
        .bind(Some(&own.annulment.not_suspended).filter(|why| !why.is_empty()))
    )?;
    row::inserted(TABLE, rows)
}

/// What was said on a case, the first word first.
///
/// # Errors
/// Storage only.
pub async fn of(tx: &mut Tx, application: ApplicationId) -> Result<Vec<Said>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM annulment WHERE application = $1 ORDER BY number")
        .bind(application.0)
        .fetch_all(c))?)
}

/// Cases of a mission with a proposal that waits: id and reference, the oldest first.
///
/// # Errors
/// Storage only.
pub async fn waiting_of(tx: &mut Tx, mission: &MissionId) -> Result<Vec<(ApplicationId, String)>, StoreError> {
    let rows: Vec<(Uuid, String)> = on!(tx, |c| sqlx::query_as(
        "SELECT p.id, p.reference FROM annulment a JOIN application p ON p.id = a.application
         WHERE a.step = 'proposed' AND p.mission = $1
           AND NOT EXISTS (SELECT 1 FROM annulment b WHERE b.application = a.application AND b.number > a.number)
         ORDER BY a.said_at, p.id"
    )
    .bind(&mission.0)
    .fetch_all(c))?;
    Ok(rows.into_iter().map(|(id, reference)| (ApplicationId(id), reference)).collect())
}
