//! Who of the staff opened which case, and what was done, for people to read. Rows are only added.
//!
//! Opening a case again within the hour adds nothing, so that reading stays cheap.

use crate::error::StoreError;
use crate::row::bad;
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::ids::{ApplicationId, MissionId, OfficerId};
use jiff::{Timestamp, Unit};
use uuid::Uuid;

const TABLE: &str = "reading";

/// What was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The page of the case.
    Case,
    /// An enclosed file.
    File,
    /// A paper of the case.
    Paper,
}

impl What {
    /// Stable name in data and locales (`reading-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            What::Case => "case",
            What::File => "file",
            What::Paper => "paper",
        }
    }
}

/// The first opening of an hour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The case.
    pub application: ApplicationId,
    /// Who.
    pub officer: OfficerId,
    /// When.
    pub at: Timestamp,
}

/// What somebody did or opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Reference of the case; none for what belongs to no case.
    pub reference: Option<String>,
    /// Who, as the journal has it.
    pub actor: String,
    /// The act of the journal, or `read-…`.
    pub what: String,
    /// When.
    pub at: Timestamp,
}

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this case only.
    pub reference: Option<String>,
    /// Of this member of the staff only.
    pub officer: Option<OfficerId>,
    /// Of the cases that this mission has only.
    pub mission: Option<MissionId>,
    /// This act only.
    pub what: Option<String>,
    /// Openings alone, or acts alone.
    pub opened: Option<bool>,
    /// Not older than this.
    pub from: Option<Timestamp>,
    /// Older than this only.
    pub before: Option<Timestamp>,
}

/// True when this opening is noted already.
///
/// # Errors
/// Storage only.
pub async fn is_noted(tx: &mut Tx, reading: &Reading, what: What) -> Result<bool, StoreError> {
    let found: Option<(String,)> = on!(tx, |c| sqlx::query_as(
        "SELECT what FROM reading WHERE application = $1 AND officer = $2 AND what = $3 AND hour = $4"
    )
    .bind(reading.application.0)
    .bind(reading.officer.0)
    .bind(what.as_str())
    .bind(Ts(hour(reading.at)?))
    .fetch_optional(c))?;
    Ok(found.is_some())
}

/// Notes an opening, once an hour.
///
/// # Errors
/// Storage only.
pub async fn note(tx: &mut Tx, reading: &Reading, what: What) -> Result<(), StoreError> {
    exec!(
        tx,
        sqlx::query(
            "INSERT INTO reading (application, officer, what, hour, first_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT DO NOTHING"
        )
        .bind(reading.application.0)
        .bind(reading.officer.0)
        .bind(what.as_str())
        .bind(Ts(hour(reading.at)?))
        .bind(Ts(reading.at))
    )?;
    Ok(())
}

fn hour(at: Timestamp) -> Result<Timestamp, StoreError> {
    let rounding = jiff::TimestampRound::new().smallest(Unit::Hour).mode(jiff::RoundMode::Trunc);
    at.round(rounding).map_err(|error| bad(TABLE, error))
}

/// Who opened a case and when last, the latest first: a line a person.
///
/// # Errors
/// Storage only.
pub async fn of_application(tx: &mut Tx, id: ApplicationId, max: i64) -> Result<Vec<Reading>, StoreError> {
    let rows: Vec<(Uuid, Ts)> = on!(tx, |c| {
        sqlx::query_as(
        "SELECT officer, MAX(first_at) AS at FROM reading WHERE application = $1 GROUP BY officer ORDER BY at DESC LIMIT $2"
    )
    .bind(id.0)
    .bind(max)
    .fetch_all(c)
    })?;
    Ok(rows
        .into_iter()
        .map(|(officer, at)| Reading { application: id, officer: OfficerId(officer), at: at.0 })
        .collect())
}

/// A page of what was done and opened, the newest first, and whether there are older ones. What happened in one instant is never
/// divided between two pages, which may be longer for it.
///
/// # Errors
/// Storage only.
pub async fn list(tx: &mut Tx, filter: &Filter, max: usize) -> Result<(Vec<Line>, bool), StoreError> {
    let limit = i64::try_from(max).unwrap_or(i64::MAX).saturating_add(1);
    let mut lines = between(tx, filter, filter.before, None, limit).await?;
    if lines.len() <= max {
        return Ok((lines, false));
    }
    let Some(last) = lines.get(max.saturating_sub(1)).map(|line| line.at) else { return Ok((vec![], false)) };
    lines.retain(|line| line.at > last);
    lines.extend(between(tx, filter, None, Some(last), INSTANT_MAX).await?);
    let older = between(tx, filter, Some(last), None, 1).await?;
    Ok((lines, !older.is_empty()))
}

/// Lines of one instant that are read; a round of reminders writes many at once.
const INSTANT_MAX: i64 = 2000;

/// Lines before an instant, or at one.
async fn between(
    tx: &mut Tx,
    filter: &Filter,
    before: Option<Timestamp>,
    exactly: Option<Timestamp>,
    max: i64,
) -> Result<Vec<Line>, StoreError> {
    let (before, exactly) = (Ts(before.unwrap_or(Timestamp::MAX)), exactly.map(Ts));
    let from = Ts(filter.from.unwrap_or(Timestamp::UNIX_EPOCH));
    let actor = filter.officer.map(actor_of);
    let mission = filter.mission.as_ref().map(|own| &own.0);
    let (no_acts, no_readings) = (filter.opened == Some(true), filter.opened == Some(false));
    let acts: Vec<(Option<String>, String, String, Ts)> = on!(tx, |c| {
        sqlx::query_as(
        "SELECT a.reference, e.actor, e.act, e.at FROM journal_entry e
         LEFT JOIN journal_head h ON h.chain = e.chain LEFT JOIN application a ON a.id = h.application
         WHERE e.at < $1 AND ($2 IS NULL OR a.reference = $2) AND ($3 IS NULL OR e.actor = $3) AND ($4 IS NULL OR e.at = $4)
           AND ($6 IS NULL OR a.mission = $6) AND ($7 IS NULL OR e.act = $7) AND e.at >= $8
         ORDER BY e.at DESC, e.id DESC LIMIT $5"
    )
    .bind(before)
    .bind(&filter.reference)
    .bind(&actor)
    .bind(exactly)
    .bind(if no_acts { 0 } else { max })
    .bind(mission)
    .bind(&filter.what)
    .bind(from)
    .fetch_all(c)
    })?;
    let readings: Vec<(String, Uuid, String, Ts)> = on!(tx, |c| {
        sqlx::query_as(
        "SELECT a.reference, r.officer, r.what, r.first_at FROM reading r JOIN application a ON a.id = r.application
         WHERE r.first_at < $1 AND ($2 IS NULL OR a.reference = $2) AND ($3 IS NULL OR r.officer = $3)
           AND ($4 IS NULL OR r.first_at = $4) AND ($6 IS NULL OR a.mission = $6) AND r.first_at >= $7
         ORDER BY r.first_at DESC, r.application, r.officer, r.what LIMIT $5"
    )
    .bind(before)
    .bind(&filter.reference)
    .bind(filter.officer.map(|officer| officer.0))
    .bind(exactly)
    .bind(if no_readings { 0 } else { max })
    .bind(mission)
    .bind(from)
    .fetch_all(c)
    })?;
    let acts = acts.into_iter().map(|(reference, actor, what, at)| Line { reference, actor, what, at: at.0 });
    let readings = readings.into_iter().map(|(reference, officer, what, at)| Line {
        reference: Some(reference),
        actor: actor_of(OfficerId(officer)),
        what: format!("read-{what}"),
        at: at.0,
    });
    let mut lines: Vec<Line> = acts.chain(readings).collect();
    lines.sort_by_key(|line| std::cmp::Reverse(line.at));
    lines.truncate(usize::try_from(max).unwrap_or_default());
    Ok(lines)
}

/// The person as the journal has them.
fn actor_of(officer: OfficerId) -> String {
    format!("officer:{officer}")
}
