//! Requests that are being filled in: the answers as typed, page by page.
//!
//! A draft is saved against the version that was seen, so that two tabs do not overwrite each other unnoticed.

use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on, secure};
use crate::ts::Ts;
use crate::waste;
use domain::ids::{AccountId, ApplicationId, DraftId, MissionId, OfficerId};
use domain::lang::Lang;
use domain::request::MissionBasis;
use jiff::Timestamp;
use std::collections::BTreeMap;
use uuid::Uuid;

const TABLE: &str = "draft";

/// A request being filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Id.
    pub id: DraftId,
    /// Whose.
    pub account: AccountId,
    /// Which service.
    pub service: String,
    /// Revision of the service's form.
    pub revision: u32,
    /// Language of the request.
    pub language: Lang,
    /// The mission addressed, once it is known.
    pub mission: Option<MissionId>,
    /// How it was found.
    pub mission_basis: Option<MissionBasis>,
    /// Field -> text as typed.
    pub answers: BTreeMap<String, String>,
    /// Counts the saves; the store adds one at each.
    pub version: i64,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it was last saved.
    pub updated_at: Timestamp,
    /// The application that it became, or amended.
    pub sent_as: Option<ApplicationId>,
    /// The application that it answers for: an addendum, not a new request.
    pub amends: Option<ApplicationId>,
    /// Who typed it at the desk, for somebody who came in person.
    pub typed: Option<Typed>,
}

/// Where a draft was typed for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// Who began it.
    pub officer: OfficerId,
    /// At which mission: its people go on with it.
    pub mission: MissionId,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    account: Uuid,
    service: String,
    revision: i64,
    lang: String,
    mission: Option<String>,
    mission_basis: Option<String>,
    answers: String,
    version: i64,
    created_at: Ts,
    updated_at: Ts,
    sent_as: Option<Uuid>,
    amends: Option<Uuid>,
    typed_by: Option<Uuid>,
    typed_at: Option<String>,
}

impl TryFrom<Row> for Draft {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Draft, StoreError> {
        Ok(Draft {
            id: DraftId(row.id),
            account: AccountId(row.account),
            service: row.service,
            revision: row::small(TABLE, row.revision)?,
            language: row::lang(TABLE, &row.lang)?,
            mission: row.mission.map(MissionId),
            mission_basis: row.mission_basis.map(|name| row::from_name(TABLE, &name)).transpose()?,
            answers: row::from_json(TABLE, &row.answers)?,
            version: row.version,
            created_at: row.created_at.0,
            updated_at: row.updated_at.0,
            sent_as: row.sent_as.map(ApplicationId),
            amends: row.amends.map(ApplicationId),
            typed: row
                .typed_by
                .zip(row.typed_at)
                .map(|(officer, mission)| Typed { officer: OfficerId(officer), mission: MissionId(mission) }),
        })
    }
}

/// The columns that are not a column's own type.
fn columns(draft: &Draft) -> Result<(Option<&str>, Option<String>, String), StoreError> {
    let basis = draft.mission_basis.as_ref().map(|basis| row::to_name(TABLE, basis)).transpose()?;
    Ok((draft.mission.as_ref().map(|mission| mission.0.as_str()), basis, row::to_json(TABLE, &draft.answers)?))
}

/// Adds a draft.
///
/// # Errors
/// [`StoreError::Conflict`] when the id exists.
pub async fn insert(tx: &mut Tx, draft: &Draft) -> Result<(), StoreError> {
    let (mission, basis, answers) = columns(draft)?;
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO draft (id, account, service, revision, lang, mission, mission_basis, answers, version,
                                created_at, updated_at, sent_as, amends, typed_by, typed_at, kept_from, told)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $11, 0) ON CONFLICT DO NOTHING"
        )
        .bind(draft.id.0)
        .bind(draft.account.0)
        .bind(&draft.service)
        .bind(i64::from(draft.revision))
        .bind(draft.language.tag())
        .bind(mission)
        .bind(&basis)
        .bind(&answers)
        .bind(draft.version)
        .bind(Ts(draft.created_at))
        .bind(Ts(draft.updated_at))
        .bind(draft.sent_as.map(|id| id.0))
        .bind(draft.amends.map(|id| id.0))
        .bind(draft.typed.as_ref().map(|own| own.officer.0))
        .bind(draft.typed.as_ref().map(|own| own.mission.0.as_str()))
    )?;
    row::inserted(TABLE, rows)
}

/// The draft of `id`, sent or not. Inside `write` the row is locked: of two sendings at once the second sees the first.
///
/// # Errors
/// Storage only.
pub async fn get(tx: &mut Tx, id: DraftId) -> Result<Option<Draft>, StoreError> {
    let sql = tx.sql_locking("SELECT * FROM draft WHERE id = $1 FOR UPDATE", "SELECT * FROM draft WHERE id = $1");
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as(sql).bind(id.0).fetch_optional(c))?)
}

/// The unsent answer to what a mission asked about `application`, and whether it is there.
///
/// # Errors
/// Storage only.
pub async fn amending(tx: &mut Tx, application: ApplicationId) -> Result<Option<Draft>, StoreError> {
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM draft WHERE amends = $1 AND sent_as IS NULL")
        .bind(application.0)
        .fetch_optional(c))?)
}

/// The new requests of an account that were not sent, last saved first. Answers to a mission's question are found by their case.
///
/// # Errors
/// Storage only.
pub async fn of_account(tx: &mut Tx, account: AccountId) -> Result<Vec<Draft>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| {
        sqlx::query_as(
        "SELECT * FROM draft WHERE account = $1 AND sent_as IS NULL AND amends IS NULL ORDER BY updated_at DESC, id DESC"
    )
    .bind(account.0)
    .fetch_all(c)
    })?)
}

/// Drafts that were typed at a mission and not sent, the newest first.
///
/// # Errors
/// Storage only.
pub async fn typed_at(tx: &mut Tx, mission: &MissionId, max: i64) -> Result<Vec<Draft>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| {
        sqlx::query_as(
            "SELECT * FROM draft WHERE typed_at = $1 AND sent_as IS NULL ORDER BY updated_at DESC, id DESC LIMIT $2",
        )
        .bind(&mission.0)
        .bind(max)
        .fetch_all(c)
    })?)
}

/// Gives a draft with its files to another account: what was typed for a person is theirs once they are known.
///
/// # Errors
/// Storage only.
pub async fn give(tx: &mut Tx, id: DraftId, to: AccountId) -> Result<(), StoreError> {
    exec!(tx, sqlx::query("UPDATE draft SET account = $2 WHERE id = $1").bind(id.0).bind(to.0))?;
    Ok(())
}

/// Writes what a person can change and `sent_as`. True when the stored version was `seen_version`; it is one more then. A later `updated_at`
/// begins its term anew ([`crate::draft_term`]).
///
/// # Errors
/// Storage only.
pub async fn save(tx: &mut Tx, draft: &Draft, seen_version: i64) -> Result<bool, StoreError> {
    let (mission, basis, answers) = columns(draft)?;
    let rows = exec!(
        tx,
        sqlx::query(
            "UPDATE draft SET revision = $3, lang = $4, mission = $5, mission_basis = $6, answers = $7, updated_at = $8,
               sent_as = $9, version = version + 1,
               kept_from = CASE WHEN kept_from < $8 THEN $8 ELSE kept_from END,
               told = CASE WHEN kept_from < $8 THEN 0 ELSE told END,
               warned_at = CASE WHEN kept_from < $8 THEN NULL ELSE warned_at END
             WHERE id = $1 AND version = $2"
        )
        .bind(draft.id.0)
        .bind(seen_version)
        .bind(i64::from(draft.revision))
        .bind(draft.language.tag())
        .bind(mission)
        .bind(&basis)
        .bind(&answers)
        .bind(Ts(draft.updated_at))
        .bind(draft.sent_as.map(|id| id.0))
    )?;
    Ok(rows > 0)
}

/// Erases an unsent draft: its answers, the rows of its files, its prepared file, its printed form, its unfinished uploads and the letters about it.
/// The files themselves become [`waste`]. False when there is none, or it was sent: nothing is touched then.
///
/// # Errors
/// Storage only.
pub async fn erase(tx: &mut Tx, id: DraftId, now: Timestamp) -> Result<bool, StoreError> {
    if get(tx, id).await?.is_none_or(|draft| draft.sent_as.is_some()) {
        return Ok(false);
    }
    waste::of_draft(tx, id, now).await?;
    secure(tx, true).await?;
    for sql in [
        "DELETE FROM letter WHERE id IN (SELECT letter FROM draft_letter WHERE draft = $1)",
        "DELETE FROM draft_letter WHERE draft = $1",
        "DELETE FROM upload_piece WHERE upload IN (SELECT id FROM upload WHERE draft = $1)",
        "DELETE FROM upload WHERE draft = $1",
        "DELETE FROM prepared WHERE draft = $1",
        "DELETE FROM paper_form WHERE draft = $1",
        "DELETE FROM attachment WHERE draft = $1",
        "DELETE FROM draft WHERE id = $1",
    ] {
        exec!(tx, sqlx::query(sql).bind(id.0))?;
    }
    secure(tx, false).await?;
    Ok(true)
}
