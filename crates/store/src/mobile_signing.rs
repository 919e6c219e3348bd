//! What a browser asked to have signed by the phone app, and what became of it. One at a time in one place of one browser.
//!
//! The secrets of the protocol (address, token) are not here: the office derives them from the id. Never says who may go on.

use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::ids::{AccountId, DraftId, MobileSigningId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

const TABLE: &str = "mobile_signing";

/// One signing by the phone app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MobileSigning {
    /// Id.
    pub id: MobileSigningId,
    /// SHA-256 of what only the browser that began it holds.
    pub browser: [u8; 32],
    /// What is to be signed; also says where in that browser ([`Subject::place`]).
    pub subject: Subject,
    /// How far it is.
    pub state: State,
    /// When it was begun.
    pub begun_at: Timestamp,
    /// Worth nothing from here on; the caller compares.
    pub expires_at: Timestamp,
}

/// What is to be signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A challenge, to sign in.
    SignIn {
        /// The ticket that carries the challenge.
        ticket: String,
    },
    /// The prepared file of a request or an addendum.
    Request {
        /// Whose.
        account: AccountId,
        /// Of which draft.
        draft: DraftId,
        /// SHA-256 of the file, hex.
        file: String,
    },
    /// A complaint that was written and not filed yet.
    Complaint {
        /// Whose.
        account: AccountId,
        /// Which.
        complaint: Uuid,
        /// SHA-256 of its file, hex.
        file: String,
    },
}

impl Subject {
    /// Where the browser meets it: one signing at a time stands there.
    pub fn place(&self) -> String {
        match self {
            Subject::SignIn { .. } => SIGN_IN_PLACE.to_owned(),
            Subject::Request { draft, .. } => request_place(*draft),
            Subject::Complaint { complaint, .. } => complaint_place(*complaint),
        }
    }
}

/// The place of signing in.
pub const SIGN_IN_PLACE: &str = "sign-in";

/// The place of a draft's signature.
pub fn request_place(draft: DraftId) -> String {
    format!("request {draft}")
}

/// The place of a complaint's signature.
pub fn complaint_place(complaint: Uuid) -> String {
    format!("complaint {complaint}")
}

/// How far a signing is. That it expired is the caller's to see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The code is shown.
    Waiting,
    /// The app has what is to be signed.
    Fetched,
    /// A challenge was signed and waits for the browser that asked for it.
    Signed {
        /// Name in the certificate.
        signer: String,
        /// The signature, hex.
        cms: String,
    },
    /// The request was signed and sent.
    Sent,
    /// The signature was not taken.
    Refused {
        /// Stable name of the cause.
        kind: String,
        /// Name in the certificate, where the sentence says it.
        name: String,
        /// A date of the certificate, where the sentence says it.
        date: Option<Timestamp>,
    },
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    browser: Vec<u8>,
    subject: String,
    state: String,
    begun_at: Ts,
    expires_at: Ts,
}

impl TryFrom<Row> for MobileSigning {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<MobileSigning, StoreError> {
        Ok(MobileSigning {
            id: MobileSigningId(row.id),
            browser: row::fixed(TABLE, &row.browser)?,
            subject: row::from_json(TABLE, &row.subject)?,
            state: row::from_json(TABLE, &row.state)?,
            begun_at: row.begun_at.0,
            expires_at: row.expires_at.0,
        })
    }
}

/// Begins one, in place of an earlier one of the same browser at the same place.
///
/// # Errors
/// Storage only.
pub async fn begin(tx: &mut Tx, signing: &MobileSigning) -> Result<(), StoreError> {
    let (subject, state) = (row::to_json(TABLE, &signing.subject)?, row::to_json(TABLE, &signing.state)?);
    exec!(
        tx,
        sqlx::query(
            "INSERT INTO mobile_signing (id, browser, place, subject, state, begun_at, expires_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (browser, place) DO UPDATE SET id = excluded.id, subject = excluded.subject,
               state = excluded.state, begun_at = excluded.begun_at, expires_at = excluded.expires_at"
        )
        .bind(signing.id.0)
        .bind(signing.browser.as_slice())
        .bind(signing.subject.place())
        .bind(&subject)
        .bind(&state)
        .bind(Ts(signing.begun_at))
        .bind(Ts(signing.expires_at))
    )?;
    Ok(())
}

/// One by its id, locked in a write until the transaction ends.
///
/// # Errors
/// Storage only.
pub async fn get(tx: &mut Tx, id: MobileSigningId) -> Result<Option<MobileSigning>, StoreError> {
    let sql = tx.sql_locking(
        "SELECT * FROM mobile_signing WHERE id = $1 FOR UPDATE",
        "SELECT * FROM mobile_signing WHERE id = $1",
    );
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as(sql).bind(id.0).fetch_optional(c))?)
}

/// The one at a place of a browser, locked in a write until the transaction ends.
///
/// # Errors
/// Storage only.
pub async fn at(tx: &mut Tx, browser: &[u8; 32], place: &str) -> Result<Option<MobileSigning>, StoreError> {
    let sql = tx.sql_locking(
        "SELECT * FROM mobile_signing WHERE browser = $1 AND place = $2 FOR UPDATE",
        "SELECT * FROM mobile_signing WHERE browser = $1 AND place = $2",
    );
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as(sql).bind(browser.as_slice()).bind(place).fetch_optional(c))?)
}

/// Writes how far it is; false when another was begun in its place meanwhile.
///
/// # Errors
/// Storage only.
pub async fn save(tx: &mut Tx, id: MobileSigningId, state: &State) -> Result<bool, StoreError> {
    let state = row::to_json(TABLE, state)?;
    let rows = exec!(tx, sqlx::query("UPDATE mobile_signing SET state = $2 WHERE id = $1").bind(id.0).bind(&state))?;
    Ok(rows > 0)
}

/// Removes one; false when it was gone: of two that take it one gets true.
///
/// # Errors
/// Storage only.
pub async fn remove(tx: &mut Tx, id: MobileSigningId) -> Result<bool, StoreError> {
    Ok(exec!(tx, sqlx::query("DELETE FROM mobile_signing WHERE id = $1").bind(id.0))? > 0)
}

/// Removes those that expired before `before`.
///
/// # Errors
/// Storage only.
pub async fn purge(tx: &mut Tx, before: Timestamp) -> Result<u64, StoreError> {
    Ok(exec!(tx, sqlx::query("DELETE FROM mobile_signing WHERE expires_at <= $1").bind(Ts(before)))?)
}
