//! The queue: cases by the end of their term, a page at a time, each question answered by one index. What a page costs does not depend
//! on how many cases there are.

use crate::application::{Application, Row};
use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, on};
use crate::ts::Ts;
use domain::application::Work;
use domain::ids::{ApplicationId, MissionId, OfficerId};
use jiff::Timestamp;
use uuid::Uuid;

/// Which cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// Those in a state that is not final.
    Open,
    /// All.
    All,
    /// Those that ask for one kind of work.
    Work(Work),
    /// Open ones that this officer has taken up.
    Of(OfficerId),
    /// Those whose term has passed without being met.
    Late {
        /// Now.
        now: Timestamp,
    },
}

macro_rules! page_sql {
    ($where:literal) => {
        concat!("SELECT * FROM application WHERE (due_at, id) > ($1, $2)", $where, " ORDER BY due_at, id LIMIT $3")
    };
}

macro_rules! count_sql {
    ($where:literal) => {
        concat!("SELECT count(*) FROM (SELECT 1 FROM application WHERE ", $where, " LIMIT $1) AS found")
    };
}

/// The tab's own value, then the mission.
macro_rules! bound {
    ($query:ident, $tab:ident, $mission:ident) => {{
        let query = match $tab {
            Tab::Open | Tab::All => $query,
            Tab::Work(work) => $query.bind(work.as_str()),
            Tab::Of(officer) => $query.bind(officer.0),
            Tab::Late { now } => $query.bind(Ts(now)),
        };
        match $mission {
            Some(mission) => query.bind(&mission.0),
            None => query,
        }
    }};
}

/// Up to `limit` cases by due time, those of one mission or (for `None`) of all, after the place `after` (due time and id of the last case
/// seen).
///
/// # Errors
/// Storage only.
pub async fn page(
    tx: &mut Tx,
    mission: Option<&MissionId>,
    tab: Tab,
    limit: i64,
    after: Option<(Timestamp, ApplicationId)>,
) -> Result<Vec<Application>, StoreError> {
    let (due, id) = after.map_or((Timestamp::UNIX_EPOCH, Uuid::nil()), |(due, id)| (due, id.0));
    // $1, $2, $3: place and limit. $4: the tab's own value. $5: the mission.
    let sql = match (tab, mission.is_some()) {
        (Tab::Open, false) => page_sql!(" AND is_open"),
        (Tab::All, false) => page_sql!(""),
        (Tab::Work(_), false) => page_sql!(" AND work = $4"),
        (Tab::Of(_), false) => page_sql!(" AND assignee = $4 AND is_open"),
        (Tab::Late { .. }, false) => page_sql!(" AND is_open AND term_met_at IS NULL AND due_at < $4"),
        (Tab::Open, true) => page_sql!(" AND is_open AND mission = $4"),
        (Tab::All, true) => page_sql!(" AND mission = $4"),
        (Tab::Work(_), true) => page_sql!(" AND work = $4 AND mission = $5"),
        (Tab::Of(_), true) => page_sql!(" AND assignee = $4 AND is_open AND mission = $5"),
        (Tab::Late { .. }, true) => page_sql!(" AND is_open AND term_met_at IS NULL AND due_at < $4 AND mission = $5"),
    };
    let rows: Vec<Row> = on!(tx, |c| {
        let query = sqlx::query_as(sql).bind(Ts(due)).bind(id).bind(limit);
        bound!(query, tab, mission).fetch_all(c)
    })?;
    row::all(rows)
}

/// How many cases, counted up to `most`.
///
/// # Errors
/// Storage only.
pub async fn count(tx: &mut Tx, mission: Option<&MissionId>, tab: Tab, most: i64) -> Result<i64, StoreError> {
    let sql = match (tab, mission.is_some()) {
        (Tab::Open, false) => count_sql!("is_open"),
        (Tab::All, false) => count_sql!("due_at IS NOT NULL"),
        (Tab::Work(_), false) => count_sql!("work = $2"),
        (Tab::Of(_), false) => count_sql!("assignee = $2 AND is_open"),
        (Tab::Late { .. }, false) => count_sql!("is_open AND term_met_at IS NULL AND due_at < $2"),
        (Tab::Open, true) => count_sql!("is_open AND mission = $2"),
        (Tab::All, true) => count_sql!("mission = $2"),
        (Tab::Work(_), true) => count_sql!("work = $2 AND mission = $3"),
        (Tab::Of(_), true) => count_sql!("assignee = $2 AND is_open AND mission = $3"),
        (Tab::Late { .. }, true) => count_sql!("is_open AND term_met_at IS NULL AND due_at < $2 AND mission = $3"),
    };
    Ok(on!(tx, |c| {
        let query = sqlx::query_scalar(sql).bind(most);
        bound!(query, tab, mission).fetch_one(c)
    })?)
}

/// Open cases of one officer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// All.
    pub open: i64,
    /// Whose term has passed without being met.
    pub late: i64,
    /// Whose term ends by the end of the day and has not passed.
    pub today: i64,
}

/// The open cases of a mission by who has taken them up; `None`: nobody.
///
/// # Errors
/// Storage only.
pub async fn load(
    tx: &mut Tx,
    mission: &MissionId,
    now: Timestamp,
    day_end: Timestamp,
) -> Result<Vec<(Option<OfficerId>, Load)>, StoreError> {
    let rows: Vec<(Option<Uuid>, i64, i64, i64)> = on!(tx, |c| sqlx::query_as(
        "SELECT assignee, count(*),
                count(CASE WHEN term_met_at IS NULL AND due_at < $2 THEN 1 END),
                count(CASE WHEN term_met_at IS NULL AND due_at >= $2 AND due_at < $3 THEN 1 END)
         FROM application WHERE mission = $1 AND is_open GROUP BY assignee ORDER BY assignee"
    )
    .bind(&mission.0)
    .bind(Ts(now))
    .bind(Ts(day_end))
    .fetch_all(c))?;
    let line = |(officer, open, late, today): (Option<Uuid>, i64, i64, i64)| {
        (officer.map(OfficerId), Load { open, late, today })
    };
    Ok(rows.into_iter().map(line).collect())
}
