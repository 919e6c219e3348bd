//! Sessions, by the hash of their token. The token itself is never stored.

use crate::error::StoreError;
use crate::row::{self, bad};
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::actor::{Actor, Role};
use domain::ids::{MissionId, OfficerId};
use jiff::Timestamp;

const TABLE: &str = "session";

/// A signed-in person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// SHA-256 of the token in the cookie.
    pub token_hash: [u8; 32],
    /// Who.
    pub actor: Actor,
    /// When they signed in.
    pub created_at: Timestamp,
    /// The last request.
    pub seen_at: Timestamp,
    /// The session is worth nothing from here on; the caller compares.
    pub expires_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    token_hash: Vec<u8>,
    actor: String,
    role: String,
    mission: Option<String>,
    created_at: Ts,
    seen_at: Ts,
    expires_at: Ts,
}

impl TryFrom<Row> for Session {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Session, StoreError> {
        Ok(Session {
            token_hash: row::fixed(TABLE, &row.token_hash)?,
            actor: actor(&row.actor, &row.role, row.mission)?,
            created_at: row.created_at.0,
            seen_at: row.seen_at.0,
            expires_at: row.expires_at.0,
        })
    }
}

/// The actor of [`Actor::journal_id`], a role and a mission.
fn actor(id: &str, role: &str, mission: Option<String>) -> Result<Actor, StoreError> {
    let unknown = || bad(TABLE, format_args!("unknown actor {id:?} as {role:?}"));
    match (id.split_once(':'), Role::from_name(role).ok_or_else(unknown)?) {
        (Some(("account", id)), Role::Applicant) => Ok(Actor::Applicant(id.parse().map_err(|_| unknown())?)),
        (
            Some(("officer", id)),
            role @ (Role::Clerk
            | Role::Officer
            | Role::Supervisor
            | Role::Reviewer
            | Role::Auditor
            | Role::Administrator),
        ) => {
            let officer: OfficerId = id.parse().map_err(|_| unknown())?;
            Ok(Actor::Staff { officer, role, mission: mission.map(MissionId) })
        }
        (None, Role::System) if id == "system" => Ok(Actor::System),
        _ => Err(unknown()),
    }
}

/// Adds a session.
///
/// # Errors
/// [`StoreError::Conflict`] when the token exists.
pub async fn insert(tx: &mut Tx, session: &Session) -> Result<(), StoreError> {
    let mission = match &session.actor {
        Actor::Staff { mission, .. } => mission.as_ref().map(|mission| mission.0.as_str()),
        Actor::Applicant(_) | Actor::System => None,
    };
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO session (token_hash, actor, role, mission, created_at, seen_at, expires_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"
        )
        .bind(session.token_hash.as_slice())
        .bind(session.actor.journal_id())
        .bind(session.actor.role().as_str())
        .bind(mission)
        .bind(Ts(session.created_at))
        .bind(Ts(session.seen_at))
        .bind(Ts(session.expires_at))
    )?;
    row::inserted(TABLE, rows)
}

/// The session of a token's hash, expired or not.
///
/// # Errors
/// Storage only.
pub async fn find(tx: &mut Tx, token_hash: &[u8; 32]) -> Result<Option<Session>, StoreError> {
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM session WHERE token_hash = $1")
        .bind(token_hash.as_slice())
        .fetch_optional(c))?)
}

/// Notes that the person was here.
///
/// # Errors
/// Storage only.
pub async fn touch(tx: &mut Tx, token_hash: &[u8; 32], seen_at: Timestamp) -> Result<(), StoreError> {
    exec!(
        tx,
        sqlx::query("UPDATE session SET seen_at = $2 WHERE token_hash = $1")
            .bind(token_hash.as_slice())
            .bind(Ts(seen_at))
    )?;
    Ok(())
}

/// Signs out one session.
///
/// # Errors
/// Storage only.
pub async fn remove(tx: &mut Tx, token_hash: &[u8; 32]) -> Result<(), StoreError> {
    exec!(tx, sqlx::query("DELETE FROM session WHERE token_hash = $1").bind(token_hash.as_slice()))?;
    Ok(())
}

/// Signs a person out everywhere; the number of sessions ended.
///
/// # Errors
/// Storage only.
pub async fn remove_of(tx: &mut Tx, actor: &Actor) -> Result<u64, StoreError> {
    Ok(exec!(tx, sqlx::query("DELETE FROM session WHERE actor = $1").bind(actor.journal_id()))?)
}

/// The sessions of a person that have not reached their end, the newest first. One that was idle too long is among them.
///
/// # Errors
/// Storage only.
pub async fn of(tx: &mut Tx, actor: &Actor, now: Timestamp) -> Result<Vec<Session>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as(
        "SELECT * FROM session WHERE actor = $1 AND expires_at > $2 ORDER BY created_at DESC"
    )
    .bind(actor.journal_id())
    .bind(Ts(now))
    .fetch_all(c))?)
}

/// Signs a person out everywhere but in one session; the number of sessions ended.
///
/// # Errors
/// Storage only.
pub async fn remove_others(tx: &mut Tx, actor: &Actor, kept: &[u8; 32]) -> Result<u64, StoreError> {
    Ok(exec!(
        tx,
        sqlx::query("DELETE FROM session WHERE actor = $1 AND token_hash <> $2")
            .bind(actor.journal_id())
            .bind(kept.as_slice())
    )?)
}

/// Removes what has expired.
///
/// # Errors
/// Storage only.
pub async fn purge(tx: &mut Tx, now: Timestamp) -> Result<u64, StoreError> {
    Ok(exec!(tx, sqlx::query("DELETE FROM session WHERE expires_at <= $1").bind(Ts(now)))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_actor_never_gains_a_role_that_its_id_does_not_fit() {
        let account = format!("account:{}", uuid::Uuid::nil());
        assert!(actor(&account, "applicant", None).is_ok());
        assert!(actor(&account, "officer", None).is_err());
        assert!(actor("officer:nobody", "officer", None).is_err());
        assert!(actor("system", "administrator", None).is_err());
    }
}
