//! Questions to missions before applying, with their photos. All of a question stands in rows of its own, the files too: blobs are never
//! deleted, and a question is, with everything it holds.

use crate::error::StoreError;
use crate::outbox::Letter;
use crate::row::{self, bad};
use crate::transaction::{Tx, exec, on, secure};
use crate::ts::Ts;
use domain::enquiry::Answer;
use domain::ids::{AccountId, EnquiryId, MissionId, OfficerId};
use domain::lang::Lang;
use jiff::Timestamp;
use uuid::Uuid;

const TABLE: &str = "enquiry";

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enquiry {
    /// Id.
    pub id: EnquiryId,
    /// SHA-256 of the secret of its private link.
    pub link_hash: Vec<u8>,
    /// Whom it is put to.
    pub mission: MissionId,
    /// Who put it, where they were signed in.
    pub account: Option<AccountId>,
    /// The language they read.
    pub lang: Lang,
    /// Where the answer goes.
    pub email: Option<String>,
    /// Where the answer goes, E.164.
    pub phone: Option<String>,
    /// Where the person died, as the check tool has it.
    pub country: String,
    /// Which paper they have, as the check tool has it.
    pub paper: String,
    /// In their words; may be empty.
    pub question: String,
    /// When.
    pub sent_at: Timestamp,
    /// Until when an answer was promised.
    pub answer_by: Timestamp,
    /// Whether it waits.
    pub state: State,
    /// When it goes.
    pub erase_at: Timestamp,
}

/// Where a question stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody has answered.
    Waiting,
    /// It is answered.
    Answered {
        /// What.
        answer: Answer,
        /// Who.
        by: OfficerId,
        /// When.
        at: Timestamp,
    },
}

/// A file as it is put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// What is known of it.
    pub line: FileLine,
    /// The bytes kept.
    pub content: Vec<u8>,
}

/// A file without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileLine {
    /// Which one, from 1.
    pub number: u32,
    /// Its name on the person's device.
    pub name: String,
    /// Media type, told by content.
    pub media_type: String,
    /// Size of what is kept, bytes.
    pub bytes: i64,
    /// SHA-256 (hex) of the bytes as received.
    pub sha256_received: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    link_hash: Vec<u8>,
    mission: String,
    account: Option<Uuid>,
    lang: String,
    email: Option<String>,
    phone: Option<String>,
    country: String,
    paper: String,
    question: String,
    sent_at: Ts,
    answer_by: Ts,
    answer: Option<String>,
    answered_by: Option<Uuid>,
    answered_at: Option<Ts>,
    erase_at: Ts,
}

impl TryFrom<Row> for Enquiry {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Enquiry, StoreError> {
        let state = match (row.answer, row.answered_by, row.answered_at) {
            (None, None, None) => State::Waiting,
            (Some(json), Some(by), Some(at)) => {
                State::Answered { answer: row::from_json(TABLE, &json)?, by: OfficerId(by), at: at.0 }
            }
            _ => return Err(bad(TABLE, "half an answer")),
        };
        Ok(Enquiry {
            id: EnquiryId(row.id),
            link_hash: row.link_hash,
            mission: MissionId(row.mission),
            account: row.account.map(AccountId),
            lang: row::lang(TABLE, &row.lang)?,
            email: row.email,
            phone: row.phone,
            country: row.country,
            paper: row.paper,
            question: row.question,
            sent_at: row.sent_at.0,
            answer_by: row.answer_by.0,
            state,
            erase_at: row.erase_at.0,
        })
    }
}

#[derive(sqlx::FromRow)]
struct FileRow {
    number: i64,
    name: String,
    media_type: String,
    bytes: i64,
    sha256_received: String,
}

impl TryFrom<FileRow> for FileLine {
    type Error = StoreError;
    fn try_from(row: FileRow) -> Result<FileLine, StoreError> {
        Ok(FileLine {
            number: row::small("enquiry_file", row.number)?,
            name: row.name,
            media_type: row.media_type,
            bytes: row.bytes,
            sha256_received: row.sha256_received,
        })
    }
}

/// Puts a question in, with its files. It waits, whatever its state says.
///
/// # Errors
/// [`StoreError::Conflict`] when the id exists.
pub async fn insert(tx: &mut Tx, own: &Enquiry, files: &[File]) -> Result<(), StoreError> {
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO enquiry (id, link_hash, mission, account, lang, email, phone, country, paper, question, sent_at,
                                  answer_by, erase_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING"
        )
        .bind(own.id.0)
        .bind(&own.link_hash)
        .bind(&own.mission.0)
        .bind(own.account.map(|id| id.0))
        .bind(own.lang.tag())
        .bind(&own.email)
        .bind(&own.phone)
        .bind(&own.country)
        .bind(&own.paper)
        .bind(&own.question)
        .bind(Ts(own.sent_at))
        .bind(Ts(own.answer_by))
        .bind(Ts(own.erase_at))
    )?;
    row::inserted(TABLE, rows)?;
    for file in files {
        let rows = exec!(
            tx,
            sqlx::query(
                "INSERT INTO enquiry_file (enquiry, number, name, media_type, bytes, sha256_received, content)
                 VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"
            )
            .bind(own.id.0)
            .bind(i64::from(file.line.number))
            .bind(&file.line.name)
            .bind(&file.line.media_type)
            .bind(file.line.bytes)
            .bind(&file.line.sha256_received)
            .bind(&file.content)
        )?;
        row::inserted("enquiry_file", rows)?;
    }
    Ok(())
}

/// Adds a letter about a question to the outbox: it is erased with the question.
///
/// # Errors
/// [`StoreError::Conflict`] when the letter exists.
pub async fn write_letter(tx: &mut Tx, id: EnquiryId, letter: &Letter) -> Result<(), StoreError> {
    crate::outbox::insert(tx, letter).await?;
    let rows = exec!(
        tx,
        sqlx::query("INSERT INTO enquiry_letter (letter, enquiry) VALUES ($1, $2) ON CONFLICT DO NOTHING")
            .bind(letter.id)
            .bind(id.0)
    )?;
    row::inserted("enquiry_letter", rows)
}

/// The question of `id`.
///
/// # Errors
/// Storage only.
pub async fn get(tx: &mut Tx, id: EnquiryId) -> Result<Option<Enquiry>, StoreError> {
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM enquiry WHERE id = $1").bind(id.0).fetch_optional(c))?)
}

/// The question of a private link.
///
/// # Errors
/// Storage only.
pub async fn by_link(tx: &mut Tx, hash: &[u8]) -> Result<Option<Enquiry>, StoreError> {
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM enquiry WHERE link_hash = $1")
        .bind(hash)
        .fetch_optional(c))?)
}

/// Questions of a mission: those that wait, by the promised day, and then those answered, the latest first; up to `max` of each.
///
/// # Errors
/// Storage only.
pub async fn of_mission(tx: &mut Tx, mission: &MissionId, max: i64) -> Result<Vec<Enquiry>, StoreError> {
    let mut all: Vec<Enquiry> = row::all::<Row, _>(on!(tx, |c| sqlx::query_as(
        "SELECT * FROM enquiry WHERE mission = $1 AND answered_at IS NULL ORDER BY answer_by, id LIMIT $2"
    )
    .bind(&mission.0)
    .bind(max)
    .fetch_all(c))?)?;
    all.extend(row::all::<Row, _>(on!(tx, |c| {
        sqlx::query_as(
        "SELECT * FROM enquiry WHERE mission = $1 AND answered_at IS NOT NULL ORDER BY answered_at DESC, id LIMIT $2"
    )
    .bind(&mission.0)
    .bind(max)
    .fetch_all(c)
    })?)?);
    Ok(all)
}

/// Questions of an account, the latest first.
///
/// # Errors
/// Storage only.
pub async fn of_account(tx: &mut Tx, account: AccountId) -> Result<Vec<Enquiry>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as(
        "SELECT * FROM enquiry WHERE account = $1 ORDER BY sent_at DESC, id"
    )
    .bind(account.0)
    .fetch_all(c))?)
}

/// The files of a question, without their bytes.
///
/// # Errors
/// Storage only.
pub async fn files(tx: &mut Tx, id: EnquiryId) -> Result<Vec<FileLine>, StoreError> {
    row::all::<FileRow, _>(on!(tx, |c| sqlx::query_as(
        "SELECT number, name, media_type, bytes, sha256_received FROM enquiry_file WHERE enquiry = $1 ORDER BY number"
    )
    .bind(id.0)
    .fetch_all(c))?)
}

/// The bytes of a file.
///
/// # Errors
/// Storage only.
pub async fn content(tx: &mut Tx, id: EnquiryId, number: u32) -> Result<Option<Vec<u8>>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar("SELECT content FROM enquiry_file WHERE enquiry = $1 AND number = $2")
        .bind(id.0)
        .bind(i64::from(number))
        .fetch_optional(c))?)
}

/// What the files of all questions take, bytes.
///
/// # Errors
/// Storage only.
pub async fn bytes_kept(tx: &mut Tx) -> Result<i64, StoreError> {
    // PostgreSQL sums BIGINT as NUMERIC.
    Ok(on!(tx, |c| sqlx::query_scalar("SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) FROM enquiry_file")
        .fetch_one(c))?)
}

/// Answers a question. False when it is answered already, or gone.
///
/// # Errors
/// Storage only.
pub async fn answer(
    tx: &mut Tx,
    id: EnquiryId,
    (answer, by): (&Answer, OfficerId),
    at: Timestamp,
    erase_at: Timestamp,
) -> Result<bool, StoreError> {
    let json = row::to_json(TABLE, answer)?;
    let rows = exec!(
        tx,
        sqlx::query(
            "UPDATE enquiry SET answer = $2, answered_by = $3, answered_at = $4, erase_at = $5
             WHERE id = $1 AND answered_at IS NULL"
        )
        .bind(id.0)
        .bind(&json)
        .bind(by.0)
        .bind(Ts(at))
        .bind(Ts(erase_at))
    )?;
    Ok(rows > 0)
}

/// Notes that an officer opens a question. True for the first time.
///
/// # Errors
/// Storage only.
pub async fn note_reader(tx: &mut Tx, id: EnquiryId, officer: OfficerId, at: Timestamp) -> Result<bool, StoreError> {
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO enquiry_reader (enquiry, officer, first_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"
        )
        .bind(id.0)
        .bind(officer.0)
        .bind(Ts(at))
    )?;
    Ok(rows > 0)
}

/// True when an officer has opened it before.
///
/// # Errors
/// Storage only.
pub async fn was_read(tx: &mut Tx, id: EnquiryId, officer: OfficerId) -> Result<bool, StoreError> {
    let found: i64 =
        on!(tx, |c| sqlx::query_scalar("SELECT COUNT(*) FROM enquiry_reader WHERE enquiry = $1 AND officer = $2")
            .bind(id.0)
            .bind(officer.0)
            .fetch_one(c))?;
    Ok(found > 0)
}

/// Questions whose time is over, up to `max`.
///
/// # Errors
/// Storage only.
pub async fn over(tx: &mut Tx, now: Timestamp, max: i64) -> Result<Vec<EnquiryId>, StoreError> {
    let ids: Vec<Uuid> =
        on!(tx, |c| sqlx::query_scalar("SELECT id FROM enquiry WHERE erase_at <= $1 ORDER BY erase_at, id LIMIT $2")
            .bind(Ts(now))
            .bind(max)
            .fetch_all(c))?;
    Ok(ids.into_iter().map(EnquiryId).collect())
}

/// Erases a question with its files, its readers and the letters about it. False when there is none. SQLite writes zeros over what it
/// frees meanwhile; PostgreSQL gives the room away at its next vacuum.
///
/// # Errors
/// Storage only.
pub async fn erase(tx: &mut Tx, id: EnquiryId) -> Result<bool, StoreError> {
    secure(tx, true).await?;
    for sql in [
        "DELETE FROM letter WHERE id IN (SELECT letter FROM enquiry_letter WHERE enquiry = $1)",
        "DELETE FROM enquiry_letter WHERE enquiry = $1",
        "DELETE FROM enquiry_reader WHERE enquiry = $1",
        "DELETE FROM enquiry_file WHERE enquiry = $1",
    ] {
        exec!(tx, sqlx::query(sql).bind(id.0))?;
    }
    let rows = exec!(tx, sqlx::query("DELETE FROM enquiry WHERE id = $1").bind(id.0))?;
    secure(tx, false).await?;
    Ok(rows > 0)
}
