//! Requests printed to be signed by hand, and the slips for those that were not accepted.

use crate::blob::BlobKey;
use crate::draft_term;
use crate::error::StoreError;
use crate::row::{self, bad};
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use crate::waste;
use domain::application::DeclineReason;
use domain::ids::{DraftId, MissionId, OfficerId};
use jiff::Timestamp;
use uuid::Uuid;

const TABLE: &str = "paper_form";
const SLIPS: &str = "paper_slip";

/// A printed form. One a draft: printing again after a change gives another number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperForm {
    /// The draft.
    pub draft: DraftId,
    /// What is printed on every page.
    pub number: String,
    /// The mission it is addressed to.
    pub mission: MissionId,
    /// The version of the draft that was printed.
    pub draft_version: i64,
    /// The printed file.
    pub file: BlobKey,
    /// The request in it, canonical JSON.
    pub request_json: Vec<u8>,
    /// When.
    pub printed_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    draft: Uuid,
    number: String,
    mission: String,
    draft_version: i64,
    file: String,
    request_json: Vec<u8>,
    printed_at: Ts,
}

impl TryFrom<Row> for PaperForm {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<PaperForm, StoreError> {
        Ok(PaperForm {
            draft: DraftId(row.draft),
            number: row.number,
            mission: MissionId(row.mission),
            draft_version: row.draft_version,
            file: row::blob(TABLE, row.file)?,
            request_json: row.request_json,
            printed_at: row.printed_at.0,
        })
    }
}

/// Stores the form of a draft, in the place of one that was printed before.
///
/// # Errors
/// [`StoreError::Conflict`] when another form has its number.
pub async fn put(tx: &mut Tx, form: &PaperForm) -> Result<(), StoreError> {
    remove(tx, form.draft, form.printed_at).await?;
    draft_term::used(tx, form.draft, form.printed_at).await?;
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO paper_form (draft, number, mission, draft_version, file, request_json, printed_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"
        )
        .bind(form.draft.0)
        .bind(&form.number)
        .bind(&form.mission.0)
        .bind(form.draft_version)
        .bind(&form.file.0)
        .bind(&form.request_json)
        .bind(Ts(form.printed_at))
    )?;
    row::inserted(TABLE, rows)
}

/// Removes the form of a draft, if there is one.
///
/// # Errors
/// Storage only.
pub async fn remove(tx: &mut Tx, draft: DraftId, now: Timestamp) -> Result<(), StoreError> {
    waste::of_form(tx, draft, now).await?;
    exec!(tx, sqlx::query("DELETE FROM paper_form WHERE draft = $1").bind(draft.0))?;
    Ok(())
}

/// The form of a draft.
///
/// # Errors
/// Storage only.
pub async fn get(tx: &mut Tx, draft: DraftId) -> Result<Option<PaperForm>, StoreError> {
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM paper_form WHERE draft = $1")
        .bind(draft.0)
        .fetch_optional(c))?)
}

/// The form with a number.
///
/// # Errors
/// Storage only.
pub async fn by_number(tx: &mut Tx, number: &str) -> Result<Option<PaperForm>, StoreError> {
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM paper_form WHERE number = $1")
        .bind(number)
        .fetch_optional(c))?)
}

/// Forms of a mission that nobody has brought yet and whose answers were not changed since, the newest first.
///
/// # Errors
/// Storage only.
pub async fn expected(tx: &mut Tx, mission: &MissionId, max: i64) -> Result<Vec<PaperForm>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| {
        sqlx::query_as(
        "SELECT f.* FROM paper_form f JOIN draft d ON d.id = f.draft AND d.sent_as IS NULL AND d.version = f.draft_version
         WHERE f.mission = $1 ORDER BY f.printed_at DESC, f.draft LIMIT $2"
    )
    .bind(&mission.0)
    .bind(max)
    .fetch_all(c)
    })?)
}

/// Why a paper request was not accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// Id.
    pub id: Uuid,
    /// The draft whose form was brought.
    pub draft: DraftId,
    /// The mission.
    pub mission: MissionId,
    /// Who gave it.
    pub officer: OfficerId,
    /// The reason of the law.
    pub reason: DeclineReason,
    /// What the person can do.
    pub remedy: String,
    /// The paper.
    pub file: BlobKey,
    /// When.
    pub given_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct SlipRow {
    id: Uuid,
    draft: Uuid,
    mission: String,
    officer: Uuid,
    reason: String,
    remedy: String,
    file: String,
    given_at: Ts,
}

impl TryFrom<SlipRow> for Slip {
    type Error = StoreError;
    fn try_from(row: SlipRow) -> Result<Slip, StoreError> {
        let reason = DeclineReason::for_officer(&row.reason);
        Ok(Slip {
            id: row.id,
            draft: DraftId(row.draft),
            mission: MissionId(row.mission),
            officer: OfficerId(row.officer),
            reason: reason.ok_or_else(|| bad(SLIPS, format_args!("no reason {:?}", row.reason)))?,
            remedy: row.remedy,
            file: row::blob(SLIPS, row.file)?,
            given_at: row.given_at.0,
        })
    }
}

/// Adds a slip.
///
/// # Errors
/// [`StoreError::Conflict`] when it is there.
pub async fn insert_slip(tx: &mut Tx, slip: &Slip) -> Result<(), StoreError> {
    draft_term::used(tx, slip.draft, slip.given_at).await?;
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO paper_slip (id, draft, mission, officer, reason, remedy, file, given_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING"
        )
        .bind(slip.id)
        .bind(slip.draft.0)
        .bind(&slip.mission.0)
        .bind(slip.officer.0)
        .bind(slip.reason.as_str())
        .bind(&slip.remedy)
        .bind(&slip.file.0)
        .bind(Ts(slip.given_at))
    )?;
    row::inserted(SLIPS, rows)
}

/// A slip.
///
/// # Errors
/// Storage only.
pub async fn slip(tx: &mut Tx, id: Uuid) -> Result<Option<Slip>, StoreError> {
    row::one::<SlipRow, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM paper_slip WHERE id = $1")
        .bind(id)
        .fetch_optional(c))?)
}

/// The slips of a draft, the newest first.
///
/// # Errors
/// Storage only.
pub async fn slips_of(tx: &mut Tx, draft: DraftId) -> Result<Vec<Slip>, StoreError> {
    row::all::<SlipRow, _>(on!(tx, |c| sqlx::query_as(
        "SELECT * FROM paper_slip WHERE draft = $1 ORDER BY given_at DESC, id"
    )
    .bind(draft.0)
    .fetch_all(c))?)
}
