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
    /// Those whose term is nearly over, or passed, without being met: their staff were told of the last share.
    Near,
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
            Tab::Open | Tab::All | Tab::Near => $query,
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

/// A page's question. `is_open = TRUE` where the index has it as a column, `is_open` where the index has only open cases: SQLite knows an
/// index by these very words.
fn page_sql(tab: Tab, of_mission: bool) -> &'static str {
    // $1, $2, $3: place and limit. $4: the tab's own value. $5: the mission.
    match (tab, of_mission) {
        (Tab::Open, false) => page_sql!(" AND is_open"),
        (Tab::All, false) => page_sql!(""),
        (Tab::Work(_), false) => page_sql!(" AND work = $4"),
        (Tab::Of(_), false) => page_sql!(" AND assignee = $4 AND is_open"),
        (Tab::Near, false) => page_sql!(" AND is_open AND term_met_at IS NULL AND near = TRUE"),
        (Tab::Late { .. }, false) => page_sql!(" AND is_open AND term_met_at IS NULL AND due_at < $4"),
        (Tab::Open, true) => page_sql!(" AND is_open = TRUE AND mission = $4"),
        (Tab::All, true) => page_sql!(" AND mission = $4"),
        (Tab::Work(_), true) => page_sql!(" AND work = $4 AND mission = $5"),
        (Tab::Of(_), true) => page_sql!(" AND assignee = $4 AND is_open AND mission = $5"),
        (Tab::Near, true) => page_sql!(" AND is_open AND term_met_at IS NULL AND near = TRUE AND mission = $4"),
        (Tab::Late { .. }, true) => page_sql!(" AND is_open AND term_met_at IS NULL AND due_at < $4 AND mission = $5"),
    }
}

/// A count's question, by the same indexes.
fn count_sql(tab: Tab, of_mission: bool) -> &'static str {
    match (tab, of_mission) {
        // In an order, or SQLite walks the closed ones of another index.
        (Tab::Open, false) => count_sql!("is_open ORDER BY due_at, id"),
        (Tab::All, false) => count_sql!("due_at IS NOT NULL"),
        (Tab::Work(_), false) => count_sql!("work = $2"),
        (Tab::Of(_), false) => count_sql!("assignee = $2 AND is_open"),
        (Tab::Near, false) => count_sql!("is_open AND term_met_at IS NULL AND near = TRUE"),
        (Tab::Late { .. }, false) => count_sql!("is_open AND term_met_at IS NULL AND due_at < $2"),
        (Tab::Open, true) => count_sql!("is_open = TRUE AND mission = $2"),
        (Tab::All, true) => count_sql!("mission = $2"),
        (Tab::Work(_), true) => count_sql!("work = $2 AND mission = $3"),
        (Tab::Of(_), true) => count_sql!("assignee = $2 AND is_open AND mission = $3"),
        (Tab::Near, true) => count_sql!("is_open AND term_met_at IS NULL AND near = TRUE AND mission = $2"),
        (Tab::Late { .. }, true) => count_sql!("is_open AND term_met_at IS NULL AND due_at < $2 AND mission = $3"),
    }
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
    let sql = page_sql(tab, mission.is_some());
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
    let sql = count_sql(tab, mission.is_some());
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
         FROM application WHERE mission = $1 AND is_open = TRUE GROUP BY assignee ORDER BY assignee"
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::migration::{Dialect, migrator};
    use sqlx::{AssertSqlSafe, Connection, SqliteConnection};

    /// A page reads what it shows: the index has the tab's own cases and no others, in their order.
    #[tokio::test]
    async fn each_tab_has_its_index_on_sqlite() {
        let mut database = SqliteConnection::connect("sqlite::memory:").await.unwrap();
        migrator(Dialect::Sqlite).run(&mut database).await.unwrap();
        let tabs = [
            (Tab::Open, "application_mission_is_open (mission=? AND is_open=?", "application_open"),
            (Tab::All, "application_mission (mission=?", "application_due"),
            (Tab::Work(Work::New), "application_mission_work (mission=? AND work=?", "application_work (work=?"),
            (Tab::Of(OfficerId(Uuid::nil())), "application_assignee (assignee=?", "application_assignee (assignee=?"),
            (Tab::Near, "application_mission_near (mission=? AND near=?", "application_near (near=?"),
            (Tab::Late { now: Timestamp::UNIX_EPOCH }, "application_mission_late (mission=?", "application_late ("),
        ];
        for (tab, of_mission, of_all) in tabs {
            for (mission, index) in [(true, of_mission), (false, of_all)] {
                let plan = plan(&mut database, page_sql(tab, mission)).await;
                let right = plan.starts_with("SEARCH application USING INDEX") && plan.contains(index);
                assert!(right && !plan.contains("B-TREE"), "{tab:?} {mission}: {plan}");
            }
        }
        for (mission, index) in
            [(true, "application_mission_is_open (mission=? AND is_open=?)"), (false, "application_open")]
        {
            let plan = plan(&mut database, count_sql(Tab::Open, mission)).await;
            assert!(plan.contains(index) && !plan.contains("B-TREE"), "{mission}: {plan}");
        }
    }

    async fn plan(database: &mut SqliteConnection, sql: &str) -> String {
        let sql = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}"));
        let rows: Vec<(i64, i64, i64, String)> = sqlx::query_as(sql).fetch_all(database).await.unwrap();
        rows.into_iter().map(|(.., told)| told).collect::<Vec<_>>().join("; ")
    }
}
