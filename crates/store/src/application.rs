//! Applications: the registered cases and the optimistic change of a state.
//!
//! A state is stored whole as JSON beside its kind, which queries use. Which state may follow is `domain`'s to say.

use crate::blob::BlobKey;
use crate::error::StoreError;
use crate::row::{self, bad};
use crate::transaction::{Tx, exec, on};
use crate::ts::{Ts, maybe};
use domain::application::{State, StateKind, Work};
use domain::confirmation::ConfirmationKind;
use domain::deadline::Channel;
use domain::ids::{AccountId, ApplicationId, DraftId, MissionId, OfficerId};
use domain::lang::Lang;
use domain::request::Request;
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

const TABLE: &str = "application";

/// A case.
#[derive(Clone, Debug)]
pub struct Application {
    /// Id.
    pub id: ApplicationId,
    /// The number that people say; unique.
    pub reference: String,
    /// Whose.
    pub account: AccountId,
    /// The draft it was; unique, so that a double click makes one application.
    pub draft: DraftId,
    /// The mission that decides.
    pub mission: MissionId,
    /// The way it came: the term depends on it.
    pub channel: Channel,
    /// Where it stands.
    pub state: State,
    /// Counts the changes of the state; the store adds one at each.
    pub version: i64,
    /// The moment of sending.
    pub sent_at: Timestamp,
    /// The day of registration in law (APPC 64(3)), in the mission's zone.
    pub registration_date: Date,
    /// The end of the term (APPC 76).
    pub due_at: Timestamp,
    /// When the term was met.
    pub term_met_at: Option<Timestamp>,
    /// What was requested; stored as its canonical JSON (RFC 8785).
    pub request: Request,
    /// The file that was signed or confirmed.
    pub file: BlobKey,
    /// How.
    pub confirmation: ConfirmationKind,
    /// The CMS or the seal.
    pub proof: BlobKey,
    /// The verdict or the statement of the one-time password.
    pub proof_detail: serde_json::Value,
    /// Language of the applicant.
    pub language: Lang,
    /// The officer who has taken it up.
    pub assignee: Option<OfficerId>,
}

#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    id: Uuid,
    reference: String,
    account: Uuid,
    draft: Uuid,
    mission: String,
    channel: String,
    state: String,
    state_kind: String,
    version: i64,
    sent_at: Ts,
    registration_date: String,
    due_at: Ts,
    term_met_at: Option<Ts>,
    request: Vec<u8>,
    file: String,
    confirmation: String,
    proof: String,
    proof_detail: String,
    lang: String,
    assignee: Option<Uuid>,
}

impl TryFrom<Row> for Application {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Application, StoreError> {
        let state: State = row::from_json(TABLE, &row.state)?;
        if state.kind().as_str() != row.state_kind {
            return Err(bad(TABLE, format_args!("{}: the state is not {:?}", row.id, row.state_kind)));
        }
        Ok(Application {
            id: ApplicationId(row.id),
            reference: row.reference,
            account: AccountId(row.account),
            draft: DraftId(row.draft),
            mission: MissionId(row.mission),
            channel: Channel::from_name(&row.channel)
                .ok_or_else(|| bad(TABLE, format_args!("no channel {:?}", row.channel)))?,
            state,
            version: row.version,
            sent_at: row.sent_at.0,
            registration_date: row::date(TABLE, &row.registration_date)?,
            due_at: row.due_at.0,
            term_met_at: row.term_met_at.map(|at| at.0),
            request: serde_json::from_slice(&row.request).map_err(|error| bad(TABLE, error))?,
            file: row::blob(TABLE, row.file)?,
            confirmation: row::from_name(TABLE, &row.confirmation)?,
            proof: row::blob(TABLE, row.proof)?,
            proof_detail: row::from_json(TABLE, &row.proof_detail)?,
            language: row::lang(TABLE, &row.lang)?,
            assignee: row.assignee.map(OfficerId),
        })
    }
}

/// Adds a case.
///
/// # Errors
/// [`StoreError::Conflict`] when the draft was sent before, or the reference is taken.
pub async fn insert(tx: &mut Tx, application: &Application) -> Result<(), StoreError> {
    let request = serde_json_canonicalizer::to_vec(&application.request).map_err(|error| bad(TABLE, error))?;
    let kind = application.state.kind();
    let state = row::to_json(TABLE, &application.state)?;
    let confirmation = row::to_name(TABLE, &application.confirmation)?;
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO application
               (id, reference, account, draft, mission, channel, state, state_kind, is_open, version, sent_at,
                registration_date, due_at, term_met_at, request, file, confirmation, proof, proof_detail, lang, work, assignee,
                spelled, death_country, overdue_told)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
                     $24, $25)
             ON CONFLICT DO NOTHING"
        )
        .bind(application.id.0)
        .bind(&application.reference)
        .bind(application.account.0)
        .bind(application.draft.0)
        .bind(&application.mission.0)
        .bind(application.channel.as_str())
        .bind(&state)
        .bind(kind.as_str())
        .bind(!kind.is_final())
        .bind(application.version)
        .bind(Ts(application.sent_at))
        .bind(application.registration_date.to_string())
        .bind(Ts(application.due_at))
        .bind(maybe(application.term_met_at))
        .bind(&request)
        .bind(&application.file.0)
        .bind(&confirmation)
        .bind(&application.proof.0)
        .bind(application.proof_detail.to_string())
        .bind(application.language.tag())
        .bind(Work::of(kind).as_str())
        .bind(application.assignee.map(|officer| officer.0))
        .bind(true)
        .bind(application.request.death.country.to_string())
        .bind(false)
    )?;
    row::inserted(TABLE, rows)?;
    crate::spelling::put(tx, application).await
}

/// The case of `id`; for a write, nobody else changes it before the transaction ends.
///
/// # Errors
/// Storage only.
pub async fn get(tx: &mut Tx, id: ApplicationId) -> Result<Option<Application>, StoreError> {
    let sql =
        tx.sql_locking("SELECT * FROM application WHERE id = $1 FOR UPDATE", "SELECT * FROM application WHERE id = $1");
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as(sql).bind(id.0).fetch_optional(c))?)
}

/// The cases of `ids` that there are, in one question; the newest first.
///
/// # Errors
/// Storage only.
pub async fn all_of(tx: &mut Tx, ids: &[ApplicationId]) -> Result<Vec<Application>, StoreError> {
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let places: Vec<String> = (1..=ids.len()).map(|place| format!("${place}")).collect();
    let sql = format!("SELECT * FROM application WHERE id IN ({}) ORDER BY sent_at DESC, id DESC", places.join(", "));
    // Only numbers of parameters were put into the text.
    let sql = sqlx::AssertSqlSafe(sql);
    row::all::<Row, _>(on!(tx, |c| {
        let query = sqlx::query_as(sql);
        ids.iter().fold(query, |query, id| query.bind(id.0)).fetch_all(c)
    })?)
}

/// The case of a reference.
///
/// # Errors
/// Storage only.
pub async fn by_reference(tx: &mut Tx, reference: &str) -> Result<Option<Application>, StoreError> {
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM application WHERE reference = $1")
        .bind(reference)
        .fetch_optional(c))?)
}

/// The cases of an account, newest first.
///
/// # Errors
/// Storage only.
pub async fn of_account(tx: &mut Tx, account: AccountId) -> Result<Vec<Application>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as(
        "SELECT * FROM application WHERE account = $1 ORDER BY sent_at DESC, id DESC"
    )
    .bind(account.0)
    .fetch_all(c))?)
}

/// Every case in a state that passes, the most urgent first: for jobs. Not for states in which cases stay.
///
/// # Errors
/// Storage only.
pub async fn ids_in_state(tx: &mut Tx, kind: StateKind) -> Result<Vec<ApplicationId>, StoreError> {
    let ids: Vec<Uuid> =
        on!(tx, |c| sqlx::query_scalar("SELECT id FROM application WHERE state_kind = $1 ORDER BY due_at, id")
            .bind(kind.as_str())
            .fetch_all(c))?;
    Ok(ids.into_iter().map(ApplicationId).collect())
}

/// Where a case stands, without the rest of it: for jobs that look at many.
#[derive(Debug)]
pub struct Standing {
    /// The case.
    pub id: ApplicationId,
    /// Its mission.
    pub mission: MissionId,
    /// End of its term.
    pub due_at: Timestamp,
    /// Its state; a row that cannot be read keeps no other waiting.
    pub state: Result<State, StoreError>,
}

type StandingRow = (Uuid, String, Ts, String);

fn standing_of((id, mission, due_at, state): StandingRow) -> Standing {
    let state = row::from_json(TABLE, &state);
    Standing { id: ApplicationId(id), mission: MissionId(mission), due_at: due_at.0, state }
}

/// Where up to `limit` cases in a state stand, by due time, after the place `after`.
///
/// # Errors
/// Storage only.
pub async fn standing_in(
    tx: &mut Tx,
    kind: StateKind,
    after: Option<(Timestamp, ApplicationId)>,
    limit: i64,
) -> Result<Vec<Standing>, StoreError> {
    let (due, id) = after.map_or((Timestamp::UNIX_EPOCH, Uuid::nil()), |(due, id)| (due, id.0));
    let rows: Vec<StandingRow> = on!(tx, |c| sqlx::query_as(
        "SELECT id, mission, due_at, state FROM application WHERE state_kind = $1 AND (due_at, id) > ($2, $3)
         ORDER BY due_at, id LIMIT $4"
    )
    .bind(kind.as_str())
    .bind(Ts(due))
    .bind(id)
    .bind(limit)
    .fetch_all(c))?;
    Ok(rows.into_iter().map(standing_of).collect())
}

/// Where a case stands.
///
/// # Errors
/// Storage only.
pub async fn standing(tx: &mut Tx, id: ApplicationId) -> Result<Option<Standing>, StoreError> {
    let row: Option<StandingRow> =
        on!(tx, |c| sqlx::query_as("SELECT id, mission, due_at, state FROM application WHERE id = $1")
            .bind(id.0)
            .fetch_optional(c))?;
    Ok(row.map(standing_of))
}

/// Replaces the stored request by that of `case`, which an addendum amended. The sending's stays provable: its file holds it.
///
/// # Errors
/// Storage only.
pub async fn save_request(tx: &mut Tx, case: &Application) -> Result<(), StoreError> {
    let json = serde_json_canonicalizer::to_vec(&case.request).map_err(|error| bad(TABLE, error))?;
    exec!(
        tx,
        sqlx::query("UPDATE application SET request = $2, death_country = $3 WHERE id = $1")
            .bind(case.id.0)
            .bind(&json)
            .bind(case.request.death.country.to_string())
    )?;
    crate::spelling::put(tx, case).await
}

/// Gives the case to another mission: nobody there has taken it up, and its names are found there.
///
/// # Errors
/// Storage only.
pub async fn transfer(tx: &mut Tx, id: ApplicationId, to: &MissionId) -> Result<(), StoreError> {
    exec!(
        tx,
        sqlx::query("UPDATE application SET mission = $2, assignee = NULL WHERE id = $1").bind(id.0).bind(&to.0)
    )?;
    exec!(tx, sqlx::query("UPDATE spelled SET mission = $2 WHERE application = $1").bind(id.0).bind(&to.0))?;
    // Its staff were told of nothing yet, and their calendar is another.
    crate::warning::note(tx, id, None).await
}

/// Replaces what is known about the proof, after the engine looked again.
///
/// # Errors
/// Storage only.
pub async fn save_proof_detail(tx: &mut Tx, id: ApplicationId, detail: &serde_json::Value) -> Result<(), StoreError> {
    let json = row::to_json(TABLE, detail)?;
    exec!(tx, sqlx::query("UPDATE application SET proof_detail = $2 WHERE id = $1").bind(id.0).bind(&json))?;
    Ok(())
}

/// Moves a case to `state`. True when its version was `seen_version`; it is one more then. False: somebody was faster.
///
/// # Errors
/// Storage only.
pub async fn save_state(
    tx: &mut Tx,
    id: ApplicationId,
    seen_version: i64,
    state: &State,
    term_met_at: Option<Timestamp>,
) -> Result<bool, StoreError> {
    let json = row::to_json(TABLE, state)?;
    let kind = state.kind();
    let rows = exec!(
        tx,
        sqlx::query(
            "UPDATE application SET state = $3, state_kind = $4, is_open = $5, term_met_at = $6, work = $7, version = version + 1
             WHERE id = $1 AND version = $2"
        )
        .bind(id.0)
        .bind(seen_version)
        .bind(&json)
        .bind(kind.as_str())
        .bind(!kind.is_final())
        .bind(maybe(term_met_at))
        .bind(Work::of(kind).as_str())
    )?;
    Ok(rows > 0)
}

/// Who has taken the case up; `None`: nobody.
///
/// # Errors
/// Storage only.
pub async fn assign(tx: &mut Tx, id: ApplicationId, assignee: Option<OfficerId>) -> Result<(), StoreError> {
    let assignee = assignee.map(|officer| officer.0);
    exec!(tx, sqlx::query("UPDATE application SET assignee = $2 WHERE id = $1").bind(id.0).bind(assignee))?;
    Ok(())
}

/// The term begins again, or waits, and ends at `due_at`.
///
/// # Errors
/// Storage only.
pub async fn begin_term(tx: &mut Tx, id: ApplicationId, due_at: Timestamp) -> Result<(), StoreError> {
    exec!(tx, sqlx::query("UPDATE application SET due_at = $2 WHERE id = $1").bind(id.0).bind(Ts(due_at)))?;
    crate::warning::note(tx, id, None).await?;
    note_overdue(tx, id, false).await
}

/// Notes whether the applicant was told that the term has passed.
///
/// # Errors
/// Storage only.
pub async fn note_overdue(tx: &mut Tx, id: ApplicationId, told: bool) -> Result<(), StoreError> {
    exec!(tx, sqlx::query("UPDATE application SET overdue_told = $2 WHERE id = $1").bind(id.0).bind(told))?;
    Ok(())
}

/// Up to `limit` cases whose term has passed unmet before `now`, and whose applicants were not told, the oldest first.
///
/// # Errors
/// Storage only.
pub async fn overdue_untold(tx: &mut Tx, now: Timestamp, limit: i64) -> Result<Vec<ApplicationId>, StoreError> {
    let ids: Vec<Uuid> = on!(tx, |c| sqlx::query_scalar(
        "SELECT id FROM application
         WHERE is_open AND term_met_at IS NULL AND NOT overdue_told AND due_at < $1 ORDER BY due_at, id LIMIT $2"
    )
    .bind(Ts(now))
    .bind(limit)
    .fetch_all(c))?;
    Ok(ids.into_iter().map(ApplicationId).collect())
}

/// Notes in the state what changes nothing for those who are looking at the case, a reminder: its kind and version stay. True when the
/// version is still `seen_version`.
///
/// # Errors
/// Storage only.
pub async fn note_state(tx: &mut Tx, id: ApplicationId, seen_version: i64, state: &State) -> Result<bool, StoreError> {
    let json = row::to_json(TABLE, state)?;
    let rows = exec!(
        tx,
        sqlx::query("UPDATE application SET state = $3 WHERE id = $1 AND version = $2 AND state_kind = $4")
            .bind(id.0)
            .bind(seen_version)
            .bind(&json)
            .bind(state.kind().as_str())
    )?;
    Ok(rows > 0)
}
