//! The register of blanks: deliveries, blanks taken for a case, blanks spoiled. Three tables that only grow.
//!
//! That no blank is used twice is the primary key's to hold, whoever asks at the same time; what is free is what no row took.

mod stock;

pub use stock::{Counted, Withdrawn, counted, delivery, free, is_used, withdraw};

use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::blank::{BlankNumber, BlankRange};
use domain::ids::{ApplicationId, MissionId, OfficerId};
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Value, json};
use uuid::Uuid;

const TABLE: &str = "blank";
const DELIVERIES: &str = "blank_delivery";
const SPOILED: &str = "blank_spoiled";

/// Blanks that a mission received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// Which one of all missions, from 1.
    pub number: i64,
    /// Whose.
    pub mission: MissionId,
    /// Which blanks.
    pub range: BlankRange,
    /// When they came.
    pub received_on: Date,
    /// The paper that came with them.
    pub document: String,
    /// Who entered it.
    pub officer: OfficerId,
    /// When it was entered.
    pub entered_at: Timestamp,
}

impl Delivery {
    /// All that the row says, for the journal.
    pub(crate) fn facts(&self) -> Value {
        json!({
            "number": self.number, "mission": self.mission.0, "range": self.range, "received_on": self.received_on.to_string(),
            "document": self.document, "officer": self.officer.to_string(), "entered_at": Ts(self.entered_at).text(),
        })
    }
}

/// A blank that a case took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Used {
    /// Series and number.
    pub blank: BlankNumber,
    /// From which delivery.
    pub delivery: i64,
    /// Of which mission.
    pub mission: MissionId,
    /// For which case.
    pub application: ApplicationId,
    /// Which blank of the case, from 1.
    pub attempt: u32,
    /// Who took it.
    pub officer: OfficerId,
    /// When.
    pub taken_at: Timestamp,
    /// How it was spoiled.
    pub spoiled: Option<Spoiled>,
    /// Its certificate was annulled and nobody brought it back, at that time: what was said.
    pub unreturned: Option<Spoiled>,
}

/// Why a blank was written off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoiled {
    /// In the officer's words.
    pub reason: String,
    /// Who.
    pub officer: OfficerId,
    /// When.
    pub at: Timestamp,
}

impl Used {
    /// What the row of the taking says, for the journal.
    pub(crate) fn facts(&self) -> Value {
        json!({
            "blank": self.blank, "delivery": self.delivery, "mission": self.mission.0, "attempt": self.attempt,
            "officer": self.officer.to_string(), "taken_at": Ts(self.taken_at).text(),
        })
    }

    /// What the row of the writing off says, for the journal.
    pub(crate) fn spoiled_facts(&self) -> Option<Value> {
        let own = self.spoiled.as_ref()?;
        let (officer, at) = (own.officer.to_string(), Ts(own.at).text());
        Some(json!({ "blank": self.blank, "reason": own.reason, "officer": officer, "spoiled_at": at }))
    }
}

impl Used {
    /// What the row says of one that was not brought back, for the journal.
    pub(crate) fn unreturned_facts(&self) -> Option<Value> {
        let own = self.unreturned.as_ref()?;
        let (officer, at) = (own.officer.to_string(), Ts(own.at).text());
        Some(json!({ "blank": self.blank, "reason": own.reason, "officer": officer, "said_at": at }))
    }
}

/// Where a page of used blanks goes on: the last one that was shown.
pub type Cursor = (Timestamp, ApplicationId, u32);

/// Kind of the paper that was printed on the blank number `attempt` of a case.
pub fn paper_kind(attempt: impl std::fmt::Display) -> String {
    format!("certificate-blank-{attempt}")
}

#[derive(sqlx::FromRow)]
struct DeliveryRow {
    number: i64,
    mission: String,
    series: String,
    first_number: i64,
    last_number: i64,
    figures: i64,
    received_on: String,
    document: String,
    officer: Uuid,
    entered_at: Ts,
}

impl TryFrom<DeliveryRow> for Delivery {
    type Error = StoreError;
    fn try_from(own: DeliveryRow) -> Result<Delivery, StoreError> {
        Ok(Delivery {
            number: own.number,
            mission: MissionId(own.mission),
            range: BlankRange {
                series: own.series,
                first: row::small(DELIVERIES, own.first_number)?,
                last: row::small(DELIVERIES, own.last_number)?,
                figures: figures(own.figures)?,
            },
            received_on: row::date(DELIVERIES, &own.received_on)?,
            document: own.document,
            officer: OfficerId(own.officer),
            entered_at: own.entered_at.0,
        })
    }
}

#[derive(sqlx::FromRow)]
struct UsedRow {
    series: String,
    number: i64,
    figures: i64,
    delivery: i64,
    mission: String,
    application: Uuid,
    attempt: i64,
    officer: Uuid,
    taken_at: Ts,
    reason: Option<String>,
    spoiled_by: Option<Uuid>,
    spoiled_at: Option<Ts>,
    unreturned: Option<String>,
    unreturned_by: Option<Uuid>,
    unreturned_at: Option<Ts>,
}

impl TryFrom<UsedRow> for Used {
    type Error = StoreError;
    fn try_from(own: UsedRow) -> Result<Used, StoreError> {
        let said = |reason: Option<String>, officer: Option<Uuid>, at: Option<Ts>| {
            Some(Spoiled { reason: reason?, officer: OfficerId(officer?), at: at?.0 })
        };
        let spoiled = said(own.reason, own.spoiled_by, own.spoiled_at);
        let unreturned = said(own.unreturned, own.unreturned_by, own.unreturned_at);
        Ok(Used {
            blank: BlankNumber {
                series: own.series,
                number: row::small(TABLE, own.number)?,
                figures: figures(own.figures)?,
            },
            delivery: own.delivery,
            mission: MissionId(own.mission),
            application: ApplicationId(own.application),
            attempt: row::small(TABLE, own.attempt)?,
            officer: OfficerId(own.officer),
            taken_at: own.taken_at.0,
            spoiled,
            unreturned,
        })
    }
}

fn figures(number: i64) -> Result<u8, StoreError> {
    u8::try_from(number).map_err(|error| row::bad(DELIVERIES, error))
}

/// Enters a delivery.
///
/// # Errors
/// [`StoreError::Conflict`] when its number is taken.
pub async fn receive(tx: &mut Tx, own: &Delivery) -> Result<(), StoreError> {
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO blank_delivery
             (number, mission, series, first_number, last_number, figures, received_on, document, officer, entered_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING"
        )
        .bind(own.number)
        .bind(&own.mission.0)
        .bind(&own.range.series)
        .bind(i64::from(own.range.first))
        .bind(i64::from(own.range.last))
        .bind(i64::from(own.range.figures))
        .bind(own.received_on.to_string())
        .bind(&own.document)
        .bind(own.officer.0)
        .bind(Ts(own.entered_at))
    )?;
    row::inserted(DELIVERIES, rows)
}

/// Every delivery that was not withdrawn, of all missions, in the order of their entry.
///
/// # Errors
/// Storage only.
pub async fn deliveries(tx: &mut Tx) -> Result<Vec<Delivery>, StoreError> {
    row::all::<DeliveryRow, _>(on!(tx, |c| sqlx::query_as(
        "SELECT d.* FROM blank_delivery d
         WHERE NOT EXISTS (SELECT 1 FROM blank_withdrawn w WHERE w.delivery = d.number) ORDER BY d.number"
    )
    .fetch_all(c))?)
}

/// True when the mission keeps a stock: a delivery was ever entered for it, and not withdrawn.
///
/// # Errors
/// Storage only.
pub async fn has_stock(tx: &mut Tx, mission: &MissionId) -> Result<bool, StoreError> {
    let found: Option<i64> = on!(tx, |c| sqlx::query_scalar(
        "SELECT d.number FROM blank_delivery d WHERE d.mission = $1
           AND NOT EXISTS (SELECT 1 FROM blank_withdrawn w WHERE w.delivery = d.number) ORDER BY d.number LIMIT 1"
    )
    .bind(&mission.0)
    .fetch_optional(c))?;
    Ok(found.is_some())
}

/// The next free blank of a mission with its delivery: deliveries in their order, numbers upwards.
///
/// # Errors
/// Storage only.
pub async fn next_free(tx: &mut Tx, mission: &MissionId) -> Result<Option<(i64, BlankNumber)>, StoreError> {
    let found: Option<(i64, String, i64, i64)> = on!(tx, |c| {
        sqlx::query_as(
            "SELECT d.number, d.series, d.figures, MIN(c.number)
         FROM blank_delivery d
         JOIN (SELECT number AS delivery, first_number AS number FROM blank_delivery
               UNION ALL SELECT delivery, number + 1 FROM blank) c ON c.delivery = d.number
         WHERE d.mission = $1 AND c.number <= d.last_number
           AND NOT EXISTS (SELECT 1 FROM blank_withdrawn w WHERE w.delivery = d.number)
           AND NOT EXISTS (SELECT 1 FROM blank b WHERE b.series = d.series AND b.number = c.number)
         GROUP BY d.number, d.series, d.figures ORDER BY d.number LIMIT 1",
        )
        .bind(&mission.0)
        .fetch_optional(c)
    })?;
    let Some((delivery, series, printed, number)) = found else { return Ok(None) };
    let number = row::small(TABLE, number)?;
    Ok(Some((delivery, BlankNumber { series, number, figures: figures(printed)? })))
}

/// Takes a blank for a case; with it, should it be spoiled already, the reason.
///
/// # Errors
/// [`StoreError::Conflict`] when somebody took the blank, or the case has this attempt: two at the same moment.
pub async fn take(tx: &mut Tx, own: &Used) -> Result<(), StoreError> {
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO blank (series, number, delivery, mission, application, attempt, officer, taken_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING"
        )
        .bind(&own.blank.series)
        .bind(i64::from(own.blank.number))
        .bind(own.delivery)
        .bind(&own.mission.0)
        .bind(own.application.0)
        .bind(i64::from(own.attempt))
        .bind(own.officer.0)
        .bind(Ts(own.taken_at))
    )?;
    row::inserted(TABLE, rows)?;
    // The row holds its delivery now: who withdrew it first is seen here, who comes later sees the blank.
    if stock::delivery_is_withdrawn(tx, own.delivery).await? {
        return Err(StoreError::Conflict(TABLE.to_owned()));
    }
    match &own.spoiled {
        Some(spoiled) => spoil(tx, &own.blank, spoiled).await,
        None => Ok(()),
    }
}

/// Notes that a blank was not brought back.
///
/// # Errors
/// [`StoreError::Conflict`] when that was said already.
pub async fn not_returned(tx: &mut Tx, blank: &BlankNumber, own: &Spoiled) -> Result<(), StoreError> {
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO blank_unreturned (series, number, reason, officer, said_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT DO NOTHING"
        )
        .bind(&blank.series)
        .bind(i64::from(blank.number))
        .bind(&own.reason)
        .bind(own.officer.0)
        .bind(Ts(own.at))
    )?;
    row::inserted("blank_unreturned", rows)
}

/// Writes a taken blank off.
///
/// # Errors
/// [`StoreError::Conflict`] when it is written off already.
pub async fn spoil(tx: &mut Tx, blank: &BlankNumber, own: &Spoiled) -> Result<(), StoreError> {
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO blank_spoiled (series, number, reason, officer, spoiled_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT DO NOTHING"
        )
        .bind(&blank.series)
        .bind(i64::from(blank.number))
        .bind(&own.reason)
        .bind(own.officer.0)
        .bind(Ts(own.at))
    )?;
    row::inserted(SPOILED, rows)
}

macro_rules! used_sql {
    ($end:literal) => {
        concat!(
            "SELECT b.series, b.number, d.figures, b.delivery, b.mission, b.application, b.attempt, b.officer, b.taken_at,
                s.reason, s.officer AS spoiled_by, s.spoiled_at,
                r.reason AS unreturned, r.officer AS unreturned_by, r.said_at AS unreturned_at
             FROM blank b JOIN blank_delivery d ON d.number = b.delivery
             LEFT JOIN blank_spoiled s ON s.series = b.series AND s.number = b.number
             LEFT JOIN blank_unreturned r ON r.series = b.series AND r.number = b.number ",
            $end
        )
    };
}

/// The blanks that a case took, the first one first.
///
/// # Errors
/// Storage only.
pub async fn of_case(tx: &mut Tx, application: ApplicationId) -> Result<Vec<Used>, StoreError> {
    row::all::<UsedRow, _>(on!(tx, |c| sqlx::query_as(used_sql!("WHERE b.application = $1 ORDER BY b.attempt"))
        .bind(application.0)
        .fetch_all(c))?)
}

/// Up to `limit` blanks that were taken, of a mission or of all, the newest first; those after `after` on the list.
///
/// # Errors
/// Storage only.
pub async fn used(
    tx: &mut Tx,
    mission: Option<&MissionId>,
    after: Option<Cursor>,
    limit: i64,
) -> Result<Vec<Used>, StoreError> {
    // The end of time stands before every row.
    let (at, application, attempt) = after.unwrap_or((Timestamp::MAX, ApplicationId(Uuid::max()), u32::MAX));
    let rows: Vec<UsedRow> = match mission {
        Some(mission) => on!(tx, |c| sqlx::query_as(used_sql!(
            "WHERE b.mission = $5 AND (b.taken_at, b.application, b.attempt) < ($1, $2, $3)
             ORDER BY b.taken_at DESC, b.application DESC, b.attempt DESC LIMIT $4"
        ))
        .bind(Ts(at))
        .bind(application.0)
        .bind(i64::from(attempt))
        .bind(limit)
        .bind(&mission.0)
        .fetch_all(c))?,
        None => on!(tx, |c| sqlx::query_as(used_sql!(
            "WHERE (b.taken_at, b.application, b.attempt) < ($1, $2, $3)
             ORDER BY b.taken_at DESC, b.application DESC, b.attempt DESC LIMIT $4"
        ))
        .bind(Ts(at))
        .bind(application.0)
        .bind(i64::from(attempt))
        .bind(limit)
        .fetch_all(c))?,
    };
    row::all(rows)
}
