//! What an applicant asked for beside the decision, and what was answered. It only grows; the last word of a request counts.

use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use crate::ts::{Ts, maybe};
use domain::ids::{ApplicationId, MissionId, OfficerId};
use domain::motion::{Kind, WaitsFor, Word};
use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

const TABLE: &str = "motion";

/// A word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The case.
    pub application: ApplicationId,
    /// Which one, from 1.
    pub number: u32,
    /// The first word of the same request; its own number for that one.
    pub about: u32,
    /// What was said.
    pub word: Word,
    /// By whom of the desk; `None`: the applicant.
    pub said_by: Option<OfficerId>,
    /// When.
    pub said_at: Timestamp,
    /// Until when the awaited word is due.
    pub due_at: Option<Timestamp>,
    /// Whose word is awaited after this one.
    pub waits_for: Option<WaitsFor>,
}

impl Said {
    /// All that the row says, for the journal.
    pub(crate) fn facts(&self) -> Result<Value, StoreError> {
        let word = serde_json::to_value(&self.word).map_err(|error| row::bad(TABLE, error))?;
        Ok(json!({
            "about": self.about,
            "due_at": self.due_at.map(|at| Ts(at).text()),
            "number": self.number,
            "said_at": Ts(self.said_at).text(),
            "said_by": self.said_by.map(|own| own.to_string()),
            "waits_for": self.waits_for.map(WaitsFor::as_str),
            "word": word,
        }))
    }
}

/// The last word of each request, the first request first.
pub fn last_words(said: &[Said]) -> Vec<&Said> {
    let is_last = |own: &&Said| !said.iter().any(|later| later.about == own.about && later.number > own.number);
    let mut last: Vec<&Said> = said.iter().filter(is_last).collect();
    last.sort_by_key(|own| own.about);
    last
}

/// The last words that somebody's word is awaited after.
pub fn waiting(said: &[Said]) -> Vec<&Said> {
    last_words(said).into_iter().filter(|own| own.waits_for.is_some()).collect()
}

#[derive(sqlx::FromRow)]
struct Row {
    application: Uuid,
    number: i64,
    about: i64,
    kind: String,
    word: String,
    said_by: Option<Uuid>,
    said_at: Ts,
    due_at: Option<Ts>,
    waits_for: Option<String>,
}

impl TryFrom<Row> for Said {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Said, StoreError> {
        let word: Word = row::from_json(TABLE, &row.word)?;
        if word.kind().as_str() != row.kind {
            return Err(row::bad(TABLE, format_args!("{} is not of {:?}", word.act(), row.kind)));
        }
        let waits_for = match row.waits_for {
            Some(name) => {
                Some(WaitsFor::from_name(&name).ok_or_else(|| row::bad(TABLE, format_args!("waits for {name:?}")))?)
            }
            None => None,
        };
        Ok(Said {
            application: ApplicationId(row.application),
            number: row::small(TABLE, row.number)?,
            about: row::small(TABLE, row.about)?,
            word,
            said_by: row.said_by.map(OfficerId),
            said_at: row.said_at.0,
            due_at: row.due_at.map(|at| at.0),
            waits_for,
        })
    }
}

/// Adds a word.
///
/// # Errors
/// [`StoreError::Conflict`] when its number is taken: two at the same moment.
pub async fn insert(tx: &mut Tx, own: &Said) -> Result<(), StoreError> {
    let word = row::to_json(TABLE, &own.word)?;
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO motion (application, number, about, kind, word, said_by, said_at, due_at, waits_for)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING"
        )
        .bind(own.application.0)
        .bind(i64::from(own.number))
        .bind(i64::from(own.about))
        .bind(own.word.kind().as_str())
        .bind(&word)
        .bind(own.said_by.map(|by| by.0))
        .bind(Ts(own.said_at))
        .bind(maybe(own.due_at))
        .bind(own.waits_for.map(WaitsFor::as_str))
    )?;
    row::inserted(TABLE, rows)
}

/// What was said on a case, the first word first.
///
/// # Errors
/// Storage only.
pub async fn of(tx: &mut Tx, application: ApplicationId) -> Result<Vec<Said>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM motion WHERE application = $1 ORDER BY number")
        .bind(application.0)
        .fetch_all(c))?)
}

/// A request that somebody's word is awaited on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The case.
    pub application: ApplicationId,
    /// Its reference.
    pub reference: String,
    /// Its mission.
    pub mission: MissionId,
    /// What is asked for.
    pub kind: Kind,
    /// Until when.
    pub due_at: Option<Timestamp>,
}

type WaitingRow = (Uuid, String, String, String, Option<Ts>);

/// The requests on which a word of `whom` (for `None`: of anybody) is awaited, in cases of one mission or (for `None`) of all; what is due
/// first comes first.
///
/// # Errors
/// Storage only.
pub async fn waiting_for(
    tx: &mut Tx,
    whom: Option<WaitsFor>,
    mission: Option<&MissionId>,
) -> Result<Vec<Waiting>, StoreError> {
    let rows: Vec<WaitingRow> = on!(tx, |c| {
        sqlx::query_as(
        "SELECT p.id, p.reference, p.mission, m.kind, m.due_at FROM motion m JOIN application p ON p.id = m.application
         WHERE m.waits_for IS NOT NULL AND ($1 IS NULL OR m.waits_for = $1) AND ($2 IS NULL OR p.mission = $2)
           AND NOT EXISTS (SELECT 1 FROM motion n
                           WHERE n.application = m.application AND n.about = m.about AND n.number > m.number)
         ORDER BY m.due_at, p.id, m.number"
    )
    .bind(whom.map(WaitsFor::as_str))
    .bind(mission.map(|own| own.0.as_str()))
    .fetch_all(c)
    })?;
    rows.into_iter()
        .map(|(id, reference, mission, kind, due_at)| {
            let kind = Kind::from_name(&kind).ok_or_else(|| row::bad(TABLE, format_args!("kind {kind:?}")))?;
            let due_at = due_at.map(|at| at.0);
            Ok(Waiting { application: ApplicationId(id), reference, mission: MissionId(mission), kind, due_at })
        })
        .collect()
}
