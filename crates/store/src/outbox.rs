//! Letters that wait to be sent, written in the transaction of the act that they tell of.
//!
//! A worker claims letters for a time; when it dies they are free again, so a letter is sent at least once. Nothing is sent
//! from here.

use crate::blob::BlobKey;
use crate::error::StoreError;
use crate::row::{self, bad};
use crate::transaction::{Tx, exec, on};
use crate::ts::{Ts, maybe};
use domain::ids::{AccountId, ApplicationId};
use domain::lang::Lang;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

const TABLE: &str = "letter";

/// The way a letter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Channel {
    /// Electronic mail.
    Email,
    /// Text message.
    Sms,
    /// A notice in the portal: there as soon as it is stored.
    Portal,
}

impl Channel {
    /// Stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            Channel::Email => "email",
            Channel::Sms => "sms",
            Channel::Portal => "portal",
        }
    }

    fn from_name(name: &str) -> Option<Channel> {
        [Channel::Email, Channel::Sms, Channel::Portal].into_iter().find(|channel| channel.as_str() == name)
    }
}

/// A letter, text message or notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Id.
    pub id: Uuid,
    /// The case it is about.
    pub application: Option<ApplicationId>,
    /// The account that reads it in the portal.
    pub account: Option<AccountId>,
    /// `LetterKind::as_str` or another stable name.
    pub kind: String,
    /// The way it goes.
    pub channel: Channel,
    /// Address or number.
    pub to: String,
    /// Its language.
    pub lang: Lang,
    /// Subject; empty for a text message.
    pub subject: String,
    /// Plain text.
    pub body: String,
    /// File names and blobs.
    pub attachments: Vec<(String, BlobKey)>,
    /// When it was written.
    pub created_at: Timestamp,
    /// How often a worker has claimed it.
    pub attempts: i64,
    /// Not claimed before.
    pub next_at: Timestamp,
    /// When it was sent; a notice in the portal is born sent.
    pub sent_at: Option<Timestamp>,
    /// What went wrong last time.
    pub last_error: Option<String>,
    /// What the gateway reported later.
    pub fate: Fate,
}

/// What became of a letter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fate {
    /// Nothing was reported.
    #[default]
    Unknown,
    /// It reached the phone.
    Delivered(Timestamp),
    /// The network could not deliver it.
    Undelivered(Timestamp),
    /// It could not be handed over, and no later try will help.
    Failed(Timestamp),
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    application: Option<Uuid>,
    account: Option<Uuid>,
    kind: String,
    channel: String,
    recipient: String,
    lang: String,
    subject: String,
    body: String,
    attachments: String,
    created_at: Ts,
    attempts: i64,
    next_at: Ts,
    sent_at: Option<Ts>,
    last_error: Option<String>,
    delivered_at: Option<Ts>,
    undelivered_at: Option<Ts>,
    failed_at: Option<Ts>,
}

impl Row {
    fn fate(&self) -> Fate {
        match (&self.delivered_at, &self.undelivered_at, &self.failed_at) {
            (Some(at), _, _) => Fate::Delivered(at.0),
            (None, Some(at), _) => Fate::Undelivered(at.0),
            (None, None, Some(at)) => Fate::Failed(at.0),
            (None, None, None) => Fate::Unknown,
        }
    }
}

impl Letter {
    /// A letter that leaves as soon as it can: about no case, to no account, with nothing enclosed; the caller names those it has.
    pub fn to_leave(
        id: Uuid,
        kind: &str,
        (channel, to): (Channel, &str),
        lang: Lang,
        (subject, body): (String, String),
        now: Timestamp,
    ) -> Letter {
        Letter {
            id,
            application: None,
            account: None,
            kind: kind.to_owned(),
            channel,
            to: to.to_owned(),
            lang,
            subject,
            body,
            attachments: vec![],
            created_at: now,
            attempts: 0,
            next_at: now,
            sent_at: None,
            last_error: None,
            fate: Fate::Unknown,
        }
    }
}

impl TryFrom<Row> for Letter {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Letter, StoreError> {
        let channel = Channel::from_name(&row.channel)
            .ok_or_else(|| bad(TABLE, format_args!("unknown channel {:?}", row.channel)))?;
        let fate = row.fate();
        Ok(Letter {
            fate,
            id: row.id,
            application: row.application.map(ApplicationId),
            account: row.account.map(AccountId),
            kind: row.kind,
            channel,
            to: row.recipient,
            lang: row::lang(TABLE, &row.lang)?,
            subject: row.subject,
            body: row.body,
            attachments: row::from_json(TABLE, &row.attachments)?,
            created_at: row.created_at.0,
            attempts: row.attempts,
            next_at: row.next_at.0,
            sent_at: row.sent_at.map(|at| at.0),
            last_error: row.last_error,
        })
    }
}

/// Adds a letter. A notice in the portal is stored as sent at `created_at`, whatever `sent_at` says.
///
/// # Errors
/// [`StoreError::Conflict`] when the id exists.
pub async fn insert(tx: &mut Tx, letter: &Letter) -> Result<(), StoreError> {
    let attachments = row::to_json(TABLE, &letter.attachments)?;
    let sent_at = if letter.channel == Channel::Portal { Some(letter.created_at) } else { letter.sent_at };
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO letter (id, application, account, kind, channel, recipient, lang, subject, body, attachments,
                                 created_at, attempts, next_at, sent_at, last_error)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT DO NOTHING"
        )
        .bind(letter.id)
        .bind(letter.application.map(|id| id.0))
        .bind(letter.account.map(|id| id.0))
        .bind(&letter.kind)
        .bind(letter.channel.as_str())
        .bind(&letter.to)
        .bind(letter.lang.tag())
        .bind(&letter.subject)
        .bind(&letter.body)
        .bind(&attachments)
        .bind(Ts(letter.created_at))
        .bind(letter.attempts)
        .bind(Ts(letter.next_at))
        .bind(maybe(sent_at))
        .bind(&letter.last_error)
    )?;
    row::inserted(TABLE, rows)
}

macro_rules! claim_sql {
    ($lock:literal) => {
        concat!(
            "UPDATE letter SET next_at = $2, attempts = attempts + 1 WHERE id IN (
               SELECT id FROM letter WHERE sent_at IS NULL AND failed_at IS NULL AND next_at <= $1 ORDER BY next_at LIMIT $3",
            $lock,
            ") RETURNING *"
        )
    };
}

/// Takes up to `n` letters that are due, for `lease_seconds`: nobody else gets them before that. Oldest first.
///
/// # Errors
/// Storage only.
pub async fn claim(tx: &mut Tx, now: Timestamp, lease_seconds: i64, n: i64) -> Result<Vec<Letter>, StoreError> {
    let until = now.checked_add(SignedDuration::from_secs(lease_seconds)).unwrap_or(Timestamp::MAX);
    // SQLite: there is one writer at a time.
    let sql = tx.sql(claim_sql!(" FOR UPDATE SKIP LOCKED"), claim_sql!(""));
    let rows: Vec<Row> = on!(tx, |c| sqlx::query_as(sql).bind(Ts(now)).bind(Ts(until)).bind(n).fetch_all(c))?;
    let mut letters: Vec<Letter> = row::all(rows)?;
    letters.sort_by_key(|letter| (letter.created_at, letter.id));
    Ok(letters)
}

/// Notes that a letter has gone. False when that was noted before.
///
/// # Errors
/// Storage only.
pub async fn sent(tx: &mut Tx, id: Uuid, at: Timestamp) -> Result<bool, StoreError> {
    let rows = exec!(
        tx,
        sqlx::query("UPDATE letter SET sent_at = $2, last_error = NULL WHERE id = $1 AND sent_at IS NULL")
            .bind(id)
            .bind(Ts(at))
    )?;
    Ok(rows > 0)
}

/// Notes that a letter did not go and when to try again.
///
/// # Errors
/// Storage only.
pub async fn failed(tx: &mut Tx, id: Uuid, next_at: Timestamp, error: &str) -> Result<(), StoreError> {
    exec!(
        tx,
        sqlx::query("UPDATE letter SET next_at = $2, last_error = $3 WHERE id = $1 AND sent_at IS NULL")
            .bind(id)
            .bind(Ts(next_at))
            .bind(error)
    )?;
    Ok(())
}

/// Notes that a letter will never go, and why. It is not claimed again.
///
/// # Errors
/// Storage only.
pub async fn give_up(tx: &mut Tx, id: Uuid, at: Timestamp, error: &str) -> Result<(), StoreError> {
    exec!(
        tx,
        sqlx::query("UPDATE letter SET failed_at = $2, last_error = $3 WHERE id = $1 AND sent_at IS NULL")
            .bind(id)
            .bind(Ts(at))
            .bind(error)
    )?;
    Ok(())
}

/// Notes what the gateway reported of a letter that has left: the first report of each kind stays.
///
/// # Errors
/// Storage only.
pub async fn reported(tx: &mut Tx, id: Uuid, delivered: bool, at: Timestamp) -> Result<bool, StoreError> {
    let sql = if delivered {
        "UPDATE letter SET delivered_at = $2 WHERE id = $1 AND delivered_at IS NULL"
    } else {
        "UPDATE letter SET undelivered_at = $2 WHERE id = $1 AND undelivered_at IS NULL AND delivered_at IS NULL"
    };
    Ok(exec!(tx, sqlx::query(sql).bind(id).bind(Ts(at)))? > 0)
}

/// How the post is: letters that wait longer than since `late`, letters given up since `recent`, and what went wrong last.
///
/// # Errors
/// Storage only.
pub async fn health(tx: &mut Tx, late: Timestamp, recent: Timestamp) -> Result<Health, StoreError> {
    let late: i64 = on!(tx, |c| sqlx::query_scalar(
        "SELECT COUNT(*) FROM letter WHERE sent_at IS NULL AND failed_at IS NULL AND created_at < $1"
    )
    .bind(Ts(late))
    .fetch_one(c))?;
    let failed: i64 = on!(tx, |c| sqlx::query_scalar("SELECT COUNT(*) FROM letter WHERE failed_at >= $1")
        .bind(Ts(recent))
        .fetch_one(c))?;
    let last_error: Option<Option<String>> = on!(tx, |c| {
        sqlx::query_scalar(
        "SELECT last_error FROM letter WHERE sent_at IS NULL AND last_error IS NOT NULL ORDER BY created_at DESC LIMIT 1"
    )
    .fetch_optional(c)
    })?;
    Ok(Health { late, failed, last_error: last_error.flatten() })
}

/// See [`health`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// Wait for longer than they should.
    pub late: i64,
    /// Given up lately.
    pub failed: i64,
    /// Of the newest letter that has not left.
    pub last_error: Option<String>,
}

/// Empties the text of a letter that nobody needs to read again.
///
/// # Errors
/// Storage only.
pub async fn blank(tx: &mut Tx, id: Uuid) -> Result<(), StoreError> {
    exec!(tx, sqlx::query("UPDATE letter SET body = '' WHERE id = $1").bind(id))?;
    Ok(())
}

/// Empties the texts of all letters of a kind written until `until`; how many there were.
///
/// # Errors
/// Storage only.
pub async fn blank_before(tx: &mut Tx, kind: &str, until: Timestamp) -> Result<u64, StoreError> {
    Ok(exec!(
        tx,
        sqlx::query("UPDATE letter SET body = '' WHERE kind = $1 AND created_at <= $2 AND body <> ''")
            .bind(kind)
            .bind(Ts(until))
    )?)
}

/// Removes the letters of a kind written until `until` that never went; how many there were.
///
/// # Errors
/// Storage only.
pub async fn drop_unsent(tx: &mut Tx, kind: &str, until: Timestamp) -> Result<u64, StoreError> {
    Ok(exec!(
        tx,
        sqlx::query("DELETE FROM letter WHERE sent_at IS NULL AND kind = $1 AND created_at <= $2")
            .bind(kind)
            .bind(Ts(until))
    )?)
}

/// The kind stands in the text: so it fits the index, which holds check lists only.
const FORGET_CHECK_LISTS: &str = "DELETE FROM letter WHERE kind = 'check_list' AND created_at <= $1
   AND (sent_at IS NOT NULL OR failed_at IS NOT NULL)";

/// Forgets check lists that were written before `before` and are not waiting any more, sent or given up, with their addresses.
///
/// # Errors
/// Storage only.
pub async fn forget_check_lists(tx: &mut Tx, before: Timestamp) -> Result<u64, StoreError> {
    Ok(exec!(tx, sqlx::query(FORGET_CHECK_LISTS).bind(Ts(before)))?)
}

/// Letters about a case, oldest first.
///
/// # Errors
/// Storage only.
pub async fn of_application(tx: &mut Tx, application: ApplicationId) -> Result<Vec<Letter>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as(
        "SELECT * FROM letter WHERE application = $1 ORDER BY created_at, id"
    )
    .bind(application.0)
    .fetch_all(c))?)
}

/// The newest letters of everybody: a demonstration shows them on its developer page.
///
/// # Errors
/// Storage only.
pub async fn recent(tx: &mut Tx, limit: i64) -> Result<Vec<Letter>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM letter ORDER BY created_at DESC, id LIMIT $1")
        .bind(limit)
        .fetch_all(c))?)
}

/// Letters of an account, oldest first.
///
/// # Errors
/// Storage only.
pub async fn of_account(tx: &mut Tx, account: AccountId) -> Result<Vec<Letter>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM letter WHERE account = $1 ORDER BY created_at, id")
        .bind(account.0)
        .fetch_all(c))?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::migration::{Dialect, migrator};
    use sqlx::{AssertSqlSafe, Connection, SqliteConnection};

    /// It runs every second, beside the letters of a million cases.
    #[tokio::test]
    async fn forgetting_check_lists_reads_no_other_letter_on_sqlite() {
        let mut database = SqliteConnection::connect("sqlite::memory:").await.unwrap();
        migrator(Dialect::Sqlite).run(&mut database).await.unwrap();
        let sql = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {FORGET_CHECK_LISTS}"));
        let rows: Vec<(i64, i64, i64, String)> = sqlx::query_as(sql).fetch_all(&mut database).await.unwrap();
        let plan: Vec<&str> = rows.iter().map(|(.., told)| told.as_str()).collect();
        assert!(plan.concat().contains("USING INDEX letter_check_list (created_at<?)"), "{plan:?}");
    }
}
