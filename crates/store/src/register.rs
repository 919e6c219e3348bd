//! Changes of the registers: drafted, put forward, decided by somebody else, in force from a moment. A change holds whole files, each with
//! the hash of what it was made from.

use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use crate::ts::{Ts, maybe};
use domain::ids::OfficerId;
use jiff::Timestamp;
use uuid::Uuid;

const TABLE: &str = "register_change";

/// How far a change is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Its maker looks at the difference.
    Draft,
    /// Waits for the word of another person.
    Proposed,
    /// In force from its moment on.
    Approved,
    /// The other person said no.
    Rejected,
    /// Its maker took it back.
    Withdrawn,
}

impl Stage {
    /// Every stage.
    pub const ALL: [Stage; 5] = [Stage::Draft, Stage::Proposed, Stage::Approved, Stage::Rejected, Stage::Withdrawn];

    /// Stable name in the table and in locales (`registers-stage-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            Stage::Draft => "draft",
            Stage::Proposed => "proposed",
            Stage::Approved => "approved",
            Stage::Rejected => "rejected",
            Stage::Withdrawn => "withdrawn",
        }
    }
}

/// A change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Id.
    pub id: Uuid,
    /// Why.
    pub reason: String,
    /// How far.
    pub stage: Stage,
    /// Who made it.
    pub drafted_by: OfficerId,
    /// When.
    pub drafted_at: Timestamp,
    /// In force from then on; `None` = as soon as it is approved.
    pub from: Option<Timestamp>,
    /// Who decided.
    pub decided_by: Option<OfficerId>,
    /// When.
    pub decided_at: Option<Timestamp>,
    /// What the decider said.
    pub word: String,
    /// The number of the edition that it made; `None` until it is approved.
    pub edition: Option<i64>,
}

/// A file of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Path, for example `registers/missions.csv`.
    pub path: String,
    /// SHA-256 of the file it was made from, hex.
    pub base: String,
    /// SHA-256 of its bytes, hex.
    pub sha256: String,
    /// Its bytes.
    pub content: Vec<u8>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    reason: String,
    state: String,
    drafted_by: Uuid,
    drafted_at: Ts,
    from_at: Option<Ts>,
    decided_by: Option<Uuid>,
    decided_at: Option<Ts>,
    word: String,
    edition: Option<i64>,
}

impl TryFrom<Row> for Change {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Change, StoreError> {
        let stage = Stage::ALL.into_iter().find(|stage| stage.as_str() == row.state);
        Ok(Change {
            id: row.id,
            reason: row.reason,
            stage: stage.ok_or_else(|| row::bad(TABLE, format!("state {:?}", row.state)))?,
            drafted_by: OfficerId(row.drafted_by),
            drafted_at: row.drafted_at.0,
            from: row.from_at.map(|at| at.0),
            decided_by: row.decided_by.map(OfficerId),
            decided_at: row.decided_at.map(|at| at.0),
            word: row.word,
            edition: row.edition,
        })
    }
}

#[derive(sqlx::FromRow)]
struct FileRow {
    path: String,
    base: String,
    sha256: String,
    content: Vec<u8>,
}

impl TryFrom<FileRow> for NewFile {
    type Error = StoreError;
    fn try_from(row: FileRow) -> Result<NewFile, StoreError> {
        Ok(NewFile { path: row.path, base: row.base, sha256: row.sha256, content: row.content })
    }
}

/// Adds a change with its files.
///
/// # Errors
/// [`StoreError::Conflict`] when the id exists.
pub async fn insert(tx: &mut Tx, own: &Change, files: &[NewFile]) -> Result<(), StoreError> {
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO register_change (id, reason, state, drafted_by, drafted_at, from_at, word)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"
        )
        .bind(own.id)
        .bind(&own.reason)
        .bind(own.stage.as_str())
        .bind(own.drafted_by.0)
        .bind(Ts(own.drafted_at))
        .bind(maybe(own.from))
        .bind(&own.word)
    )?;
    row::inserted(TABLE, rows)?;
    for file in files {
        let rows = exec!(
            tx,
            sqlx::query(
                "INSERT INTO register_file (change, path, base, sha256, content) VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT DO NOTHING"
            )
            .bind(own.id)
            .bind(&file.path)
            .bind(&file.base)
            .bind(&file.sha256)
            .bind(&file.content)
        )?;
        row::inserted(TABLE, rows)?;
    }
    Ok(())
}

/// Puts a file of a draft in the place of the one it had there, and writes its reason.
///
/// # Errors
/// Storage only.
pub async fn rewrite(tx: &mut Tx, own: &Change, file: &NewFile) -> Result<(), StoreError> {
    let sql = "UPDATE register_file SET sha256 = $3, content = $4 WHERE change = $1 AND path = $2";
    exec!(tx, sqlx::query(sql).bind(own.id).bind(&file.path).bind(&file.sha256).bind(&file.content))?;
    exec!(tx, sqlx::query("UPDATE register_change SET reason = $2 WHERE id = $1").bind(own.id).bind(&own.reason))?;
    Ok(())
}

/// The change of `id`. Inside `write` the row is locked.
///
/// # Errors
/// Storage only.
pub async fn get(tx: &mut Tx, id: Uuid) -> Result<Option<Change>, StoreError> {
    let sql = tx.sql_locking(
        "SELECT * FROM register_change WHERE id = $1 FOR UPDATE",
        "SELECT * FROM register_change WHERE id = $1",
    );
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as(sql).bind(id).fetch_optional(c))?)
}

/// Writes how far a change is, its moment and who decided.
///
/// # Errors
/// Storage only.
pub async fn save(tx: &mut Tx, own: &Change) -> Result<(), StoreError> {
    exec!(
        tx,
        sqlx::query(
            "UPDATE register_change SET state = $2, from_at = $3, decided_by = $4, decided_at = $5, word = $6, edition = $7
             WHERE id = $1"
        )
        .bind(own.id)
        .bind(own.stage.as_str())
        .bind(maybe(own.from))
        .bind(own.decided_by.map(|who| who.0))
        .bind(maybe(own.decided_at))
        .bind(&own.word)
        .bind(own.edition)
    )?;
    Ok(())
}

/// The files of a change, by path.
///
/// # Errors
/// Storage only.
pub async fn files(tx: &mut Tx, id: Uuid) -> Result<Vec<NewFile>, StoreError> {
    row::all::<FileRow, _>(on!(tx, |c| sqlx::query_as(
        "SELECT path, base, sha256, content FROM register_file WHERE change = $1 ORDER BY path"
    )
    .bind(id)
    .fetch_all(c))?)
}

/// A file of an approved change, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct FileLine {
    /// The change.
    pub change: Uuid,
    /// Path.
    pub path: String,
    /// SHA-256 of the file it was made from, hex.
    pub base: String,
    /// SHA-256 of its bytes, hex.
    pub sha256: String,
}

/// The files of every approved change, in the order of [`approved`].
///
/// # Errors
/// Storage only.
pub async fn approved_files(tx: &mut Tx) -> Result<Vec<FileLine>, StoreError> {
    let sql = "SELECT own.change, own.path, own.base, own.sha256 FROM register_file own
               JOIN register_change whole ON whole.id = own.change
               WHERE whole.state = 'approved' ORDER BY whole.from_at, whole.edition, own.path";
    Ok(on!(tx, |c| sqlx::query_as::<_, FileLine>(sql).fetch_all(c))?)
}

/// The bytes of a file of a change.
///
/// # Errors
/// Storage only.
pub async fn content(tx: &mut Tx, change: Uuid, path: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let sql = "SELECT content FROM register_file WHERE change = $1 AND path = $2";
    Ok(on!(tx, |c| sqlx::query_scalar::<_, Vec<u8>>(sql).bind(change).bind(path).fetch_optional(c))?)
}

/// The newest changes, whatever became of them.
///
/// # Errors
/// Storage only.
pub async fn newest(tx: &mut Tx, limit: i64) -> Result<Vec<Change>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as(
        "SELECT * FROM register_change ORDER BY drafted_at DESC, id LIMIT $1"
    )
    .bind(limit)
    .fetch_all(c))?)
}

/// Every approved change in the order in which they come into force; of two of one moment the later edition wins.
///
/// # Errors
/// Storage only.
pub async fn approved(tx: &mut Tx) -> Result<Vec<Change>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as(
        "SELECT * FROM register_change WHERE state = 'approved' ORDER BY from_at, edition"
    )
    .fetch_all(c))?)
}
