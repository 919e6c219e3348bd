//! People of the missions, auditors and administrators: how they sign in and what papers print about them.

use crate::error::StoreError;
use crate::row::{self, bad};
use crate::transaction::{Tx, exec, on};
use crate::ts::{Ts, maybe};
use domain::actor::Role;
use domain::ids::{MissionId, OfficerId};
use domain::paper::OfficerLine;
use jiff::Timestamp;
use uuid::Uuid;

const TABLE: &str = "officer";

/// Who gave a person their password and code secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The administrator.
    pub by: OfficerId,
    /// When.
    pub at: Timestamp,
    /// The password is worth nothing after this; `None` since the person has set one of their own.
    pub until: Option<Timestamp>,
}

/// A member of the staff.
#[derive(Clone, PartialEq, Eq)]
pub struct Officer {
    /// Id.
    pub id: OfficerId,
    /// What they sign in with; unique.
    pub login: String,
    /// Argon2 in PHC form.
    pub password_hash: String,
    /// Secret of the second factor, encrypted by the caller.
    pub totp_secret: Vec<u8>,
    /// The last time step that was accepted: no code is accepted twice.
    pub totp_last_step: i64,
    /// As what they act.
    pub role: Role,
    /// Whose cases they see; `None` only for auditors and administrators of the whole system.
    pub mission: Option<MissionId>,
    /// Name and post on papers.
    pub line: OfficerLine,
    /// Failed sign-ins since the last good one.
    pub failed: i64,
    /// No sign-in before.
    pub locked_until: Option<Timestamp>,
    /// False when the account is closed.
    pub active: bool,
    /// Whose EDS signs in and decides as this person; unique.
    pub iin: Option<String>,
    /// Who gave the credentials; `None`: the command line.
    pub given: Option<Given>,
    /// When it was made.
    pub created_at: Timestamp,
}

impl std::fmt::Debug for Officer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Officer({}, {})", self.id, self.role.as_str())
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    login: String,
    password_hash: String,
    totp_secret: Vec<u8>,
    totp_last_step: i64,
    role: String,
    mission: Option<String>,
    line: String,
    failed: i64,
    locked_until: Option<Ts>,
    active: bool,
    iin: Option<String>,
    given_by: Option<Uuid>,
    given_at: Option<Ts>,
    given_until: Option<Ts>,
    created_at: Ts,
}

impl TryFrom<Row> for Officer {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Officer, StoreError> {
        let role = Role::from_name(&row.role).ok_or_else(|| bad(TABLE, format_args!("unknown role {:?}", row.role)))?;
        Ok(Officer {
            id: OfficerId(row.id),
            login: row.login,
            password_hash: row.password_hash,
            totp_secret: row.totp_secret,
            totp_last_step: row.totp_last_step,
            role,
            mission: row.mission.map(MissionId),
            line: row::from_json(TABLE, &row.line)?,
            failed: row.failed,
            locked_until: row.locked_until.map(|at| at.0),
            active: row.active,
            iin: row.iin,
            given: row.given_by.zip(row.given_at).map(|(by, at)| Given {
                by: OfficerId(by),
                at: at.0,
                until: row.given_until.map(|at| at.0),
            }),
            created_at: row.created_at.0,
        })
    }
}

/// Adds a member of the staff.
///
/// # Errors
/// [`StoreError::Conflict`] when the login is taken.
pub async fn insert(tx: &mut Tx, officer: &Officer) -> Result<(), StoreError> {
    let line = row::to_json(TABLE, &officer.line)?;
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO officer (id, login, password_hash, totp_secret, totp_last_step, role, mission, line, failed,
                                  locked_until, active, created_at, iin, given_by, given_at, given_until)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) ON CONFLICT DO NOTHING"
        )
        .bind(officer.id.0)
        .bind(&officer.login)
        .bind(&officer.password_hash)
        .bind(&officer.totp_secret)
        .bind(officer.totp_last_step)
        .bind(officer.role.as_str())
        .bind(officer.mission.as_ref().map(|mission| mission.0.as_str()))
        .bind(&line)
        .bind(officer.failed)
        .bind(maybe(officer.locked_until))
        .bind(officer.active)
        .bind(Ts(officer.created_at))
        .bind(&officer.iin)
        .bind(officer.given.as_ref().map(|own| own.by.0))
        .bind(maybe(officer.given.as_ref().map(|own| own.at)))
        .bind(maybe(officer.given.as_ref().and_then(|own| own.until)))
    )?;
    row::inserted(TABLE, rows)
}

/// The officer of a login. Inside `write` the row is locked: two sign-ins with one code do not both pass.
///
/// # Errors
/// Storage only.
pub async fn by_login(tx: &mut Tx, login: &str) -> Result<Option<Officer>, StoreError> {
    let sql =
        tx.sql_locking("SELECT * FROM officer WHERE login = $1 FOR UPDATE", "SELECT * FROM officer WHERE login = $1");
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as(sql).bind(login).fetch_optional(c))?)
}

/// The officer whose EDS carries this IIN.
///
/// # Errors
/// Storage only.
pub async fn by_iin(tx: &mut Tx, iin: &str) -> Result<Option<Officer>, StoreError> {
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM officer WHERE iin = $1").bind(iin).fetch_optional(c))?)
}

/// The officer of `id`.
///
/// # Errors
/// Storage only.
pub async fn get(tx: &mut Tx, id: OfficerId) -> Result<Option<Officer>, StoreError> {
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM officer WHERE id = $1").bind(id.0).fetch_optional(c))?)
}

/// Everybody, by login.
///
/// # Errors
/// Storage only.
pub async fn list(tx: &mut Tx) -> Result<Vec<Officer>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM officer ORDER BY login").fetch_all(c))?)
}

/// Writes every field but `id`, `login` and `created_at`. False when there is no such officer.
///
/// # Errors
/// Storage only.
pub async fn save(tx: &mut Tx, officer: &Officer) -> Result<bool, StoreError> {
    let line = row::to_json(TABLE, &officer.line)?;
    let rows = exec!(
        tx,
        sqlx::query(
            "UPDATE officer SET password_hash = $2, totp_secret = $3, totp_last_step = $4, role = $5, mission = $6,
               line = $7, failed = $8, locked_until = $9, active = $10, iin = $11,
               given_by = $12, given_at = $13, given_until = $14 WHERE id = $1"
        )
        .bind(officer.id.0)
        .bind(&officer.password_hash)
        .bind(&officer.totp_secret)
        .bind(officer.totp_last_step)
        .bind(officer.role.as_str())
        .bind(officer.mission.as_ref().map(|mission| mission.0.as_str()))
        .bind(&line)
        .bind(officer.failed)
        .bind(maybe(officer.locked_until))
        .bind(officer.active)
        .bind(&officer.iin)
        .bind(officer.given.as_ref().map(|own| own.by.0))
        .bind(maybe(officer.given.as_ref().map(|own| own.at)))
        .bind(maybe(officer.given.as_ref().and_then(|own| own.until)))
    )?;
    Ok(rows > 0)
}
