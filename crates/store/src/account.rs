//! Accounts of applicants.
//!
//! A declared IIN blocks nobody; a proven one belongs to one account (DECISIONS.md, Identity). Accounts are never merged here.

use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on, secure};
use crate::ts::Ts;
use domain::ids::AccountId;
use domain::lang::Lang;
use domain::name::PersonName;
use domain::notices::NoticeWish;
use jiff::Timestamp;
use uuid::Uuid;

const TABLE: &str = "account";

/// An applicant's account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Id.
    pub id: AccountId,
    /// IIN, declared or proven.
    pub iin: Option<String>,
    /// An EDS with this IIN was used to sign in.
    pub iin_proven: bool,
    /// Name, as the certificate says or the person typed.
    pub name: Option<PersonName>,
    /// E.164; unique.
    pub phone: Option<String>,
    /// Where letters go.
    pub email: Option<String>,
    /// The language the person reads.
    pub lang: Lang,
    /// Which ways notices come; `None`: as each request says.
    pub notice_wish: Option<NoticeWish>,
    /// The language of notices; `None`: as each request says.
    pub notice_lang: Option<Lang>,
    /// When it was made.
    pub created_at: Timestamp,
}

impl Account {
    /// The language of letters that are about no request.
    pub fn reads(&self) -> Lang {
        self.notice_lang.unwrap_or(self.lang)
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    iin: Option<String>,
    iin_proven: bool,
    name: Option<String>,
    phone: Option<String>,
    email: Option<String>,
    lang: String,
    notice_channel: Option<String>,
    notice_lang: Option<String>,
    created_at: Ts,
}

impl TryFrom<Row> for Account {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Account, StoreError> {
        Ok(Account {
            id: AccountId(row.id),
            iin: row.iin,
            iin_proven: row.iin_proven,
            name: row.name.map(|json| row::from_json(TABLE, &json)).transpose()?,
            phone: row.phone,
            email: row.email,
            lang: row::lang(TABLE, &row.lang)?,
            notice_wish: row.notice_channel.as_deref().map(wish).transpose()?,
            notice_lang: row.notice_lang.as_deref().map(|tag| row::lang(TABLE, tag)).transpose()?,
            created_at: row.created_at.0,
        })
    }
}

fn wish(name: &str) -> Result<NoticeWish, StoreError> {
    NoticeWish::from_name(name).ok_or_else(|| row::bad(TABLE, format_args!("unknown way of notices {name:?}")))
}

fn name_json(account: &Account) -> Result<Option<String>, StoreError> {
    account.name.as_ref().map(|name| row::to_json(TABLE, name)).transpose()
}

/// Adds an account.
///
/// # Errors
/// [`StoreError::Conflict`] when the phone or the proven IIN has an account already.
pub async fn insert(tx: &mut Tx, account: &Account) -> Result<(), StoreError> {
    let name = name_json(account)?;
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO account (id, iin, iin_proven, name, phone, email, lang, notice_channel, notice_lang, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING"
        )
        .bind(account.id.0)
        .bind(&account.iin)
        .bind(account.iin_proven)
        .bind(&name)
        .bind(&account.phone)
        .bind(&account.email)
        .bind(account.lang.tag())
        .bind(account.notice_wish.map(NoticeWish::as_str))
        .bind(account.notice_lang.map(Lang::tag))
        .bind(Ts(account.created_at))
    )?;
    row::inserted(TABLE, rows)
}

/// The account of `id`.
///
/// # Errors
/// Storage only.
pub async fn get(tx: &mut Tx, id: AccountId) -> Result<Option<Account>, StoreError> {
    let sql = tx.sql_locking("SELECT * FROM account WHERE id = $1 FOR UPDATE", "SELECT * FROM account WHERE id = $1");
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as(sql).bind(id.0).fetch_optional(c))?)
}

/// The account whose IIN an EDS has proven.
///
/// # Errors
/// Storage only.
pub async fn by_proven_iin(tx: &mut Tx, iin: &str) -> Result<Option<Account>, StoreError> {
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM account WHERE iin = $1 AND iin_proven")
        .bind(iin)
        .fetch_optional(c))?)
}

/// Does any account state this IIN without a proof of it?
///
/// # Errors
/// Storage only.
pub async fn is_stated(tx: &mut Tx, iin: &str) -> Result<bool, StoreError> {
    let found: Option<i64> =
        on!(tx, |c| sqlx::query_scalar("SELECT 1 FROM account WHERE iin = $1 AND NOT iin_proven LIMIT 1")
            .bind(iin)
            .fetch_optional(c))?;
    Ok(found.is_some())
}

/// Accounts that state an IIN without a proof of it.
///
/// # Errors
/// Storage only.
pub async fn stating_iin(tx: &mut Tx, iin: &str) -> Result<Vec<Account>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as(
        "SELECT * FROM account WHERE iin = $1 AND NOT iin_proven ORDER BY id"
    )
    .bind(iin)
    .fetch_all(c))?)
}

/// The account of a telephone, E.164.
///
/// # Errors
/// Storage only.
pub async fn by_phone(tx: &mut Tx, phone: &str) -> Result<Option<Account>, StoreError> {
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM account WHERE phone = $1")
        .bind(phone)
        .fetch_optional(c))?)
}

/// True for an account that holds nothing but its telephone: no IIN, no mail address, no draft, no case and no question
/// to a mission.
///
/// # Errors
/// Storage only.
pub async fn holds_nothing(tx: &mut Tx, id: AccountId) -> Result<bool, StoreError> {
    let found: i64 = on!(tx, |c| sqlx::query_scalar(
        "SELECT COUNT(*) FROM account WHERE id = $1 AND iin IS NULL AND email IS NULL
           AND NOT EXISTS (SELECT 1 FROM draft WHERE draft.account = account.id)
           AND NOT EXISTS (SELECT 1 FROM application WHERE application.account = account.id)
           AND NOT EXISTS (SELECT 1 FROM enquiry WHERE enquiry.account = account.id)"
    )
    .bind(id.0)
    .fetch_one(c))?;
    Ok(found > 0)
}

/// Writes every field but `id` and `created_at`. False when there is no such account.
///
/// # Errors
/// [`StoreError::Conflict`] when the phone or the proven IIN belongs to another account.
pub async fn update(tx: &mut Tx, account: &Account) -> Result<bool, StoreError> {
    let name = name_json(account)?;
    let rows = exec!(
        tx,
        sqlx::query(
            "UPDATE account SET iin = $2, iin_proven = $3, name = $4, phone = $5, email = $6, lang = $7, notice_channel = $8,
               notice_lang = $9 WHERE id = $1"
        )
        .bind(account.id.0)
        .bind(&account.iin)
        .bind(account.iin_proven)
        .bind(&name)
        .bind(&account.phone)
        .bind(&account.email)
        .bind(account.lang.tag())
        .bind(account.notice_wish.map(NoticeWish::as_str))
        .bind(account.notice_lang.map(Lang::tag))
    )?;
    Ok(rows > 0)
}

/// Erases the account that was made for one draft typed at a desk, once that draft is gone: nobody ever entered it. One that somebody can enter, by a
/// telephone, a mailbox or a proven IIN, stays. False when something is of it.
///
/// # Errors
/// Storage only.
pub async fn erase_unused(tx: &mut Tx, id: AccountId) -> Result<bool, StoreError> {
    secure(tx, true).await?;
    let rows = exec!(
        tx,
        sqlx::query(
            "DELETE FROM account WHERE id = $1 AND phone IS NULL AND email IS NULL AND NOT iin_proven
               AND NOT EXISTS (SELECT 1 FROM draft WHERE account = $1)
               AND NOT EXISTS (SELECT 1 FROM application WHERE account = $1)
               AND NOT EXISTS (SELECT 1 FROM letter WHERE account = $1)
               AND NOT EXISTS (SELECT 1 FROM complaint WHERE account = $1)
               AND NOT EXISTS (SELECT 1 FROM upload WHERE account = $1)
               AND NOT EXISTS (SELECT 1 FROM device WHERE account = $1)
               AND NOT EXISTS (SELECT 1 FROM phone_change WHERE account = $1)
               AND NOT EXISTS (SELECT 1 FROM enquiry WHERE account = $1)"
        )
        .bind(id.0)
    )?;
    secure(tx, false).await?;
    Ok(rows > 0)
}
