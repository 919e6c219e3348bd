//! Counts over cases, by one index: no case is read, no name comes near. What may be shown of them is `domain::statistics`'.

use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, on};
use crate::ts::Ts;
use domain::application::{Correction, State};
use domain::ids::MissionId;
use domain::refusal::Ground;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;

const TABLE: &str = "application";

/// Which cases are counted.
#[derive(Clone, Debug)]
pub struct Scope {
    /// Registered on this day or later.
    pub from: Date,
    /// Registered before this day.
    pub until: Date,
    /// Of one mission; `None`: of all.
    pub mission: Option<MissionId>,
}

/// By what they are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// `2026-11`: month of registration.
    Month,
    /// Mission.
    Mission,
    /// Portal or paper.
    Channel,
    /// Country of death.
    Country,
    /// Where they stand.
    State,
}

impl By {
    fn column(self) -> &'static str {
        match self {
            By::Month => "substr(registration_date, 1, 7)",
            By::Mission => "mission",
            By::Channel => "channel",
            By::Country => "coalesce(death_country, '')",
            By::State => "state_kind",
        }
    }
}

/// What every count asks: `$1` from, `$2` until, `$3` the mission or nothing.
const OF_SCOPE: &str = "registration_date >= $1 AND registration_date < $2 AND ($3 = '' OR mission = $3)";

impl Scope {
    fn texts(&self) -> [String; 3] {
        let mission = self.mission.as_ref().map(|own| own.0.clone()).unwrap_or_default();
        [self.from.to_string(), self.until.to_string(), mission]
    }
}

/// How many cases there are of each.
///
/// # Errors
/// Storage only.
pub async fn count(tx: &mut Tx, by: By, scope: &Scope) -> Result<Vec<(String, u64)>, StoreError> {
    let [from, until, mission] = scope.texts();
    let sql =
        format!("SELECT {} AS name, count(*) FROM application WHERE {OF_SCOPE} GROUP BY 1 ORDER BY 1", by.column());
    // Only names of columns were put into the text.
    let rows: Vec<(String, i64)> =
        on!(tx, |c| sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(from).bind(until).bind(mission).fetch_all(c))?;
    Ok(rows.into_iter().map(|(name, count)| (name, natural(count))).collect())
}

/// How a mission keeps its terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The mission.
    pub mission: MissionId,
    /// Cases whose term has ended, and that neither the applicant took back nor the mission declined to register or returned.
    pub ended: u64,
    /// Of them those that were answered in time.
    pub in_time: u64,
}

/// How the terms that ended before `now` were kept, mission by mission.
///
/// # Errors
/// Storage only.
pub async fn terms(tx: &mut Tx, scope: &Scope, now: Timestamp) -> Result<Vec<Kept>, StoreError> {
    let [from, until, mission] = scope.texts();
    let sql = format!(
        "SELECT mission, count(*), count(CASE WHEN term_met_at <= due_at THEN 1 END) FROM application
         WHERE {OF_SCOPE} AND due_at < $4 AND state_kind NOT IN ('withdrawn', 'declined_registration', 'returned')
         GROUP BY mission ORDER BY mission"
    );
    let rows: Vec<(String, i64, i64)> = on!(tx, |c| sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(from)
        .bind(until)
        .bind(mission)
        .bind(Ts(now))
        .fetch_all(c))?;
    let kept = |(mission, ended, in_time)| Kept {
        mission: MissionId(mission),
        ended: natural(ended),
        in_time: natural(in_time),
    };
    Ok(rows.into_iter().map(kept).collect())
}

/// On which grounds cases were refused; one case may have several.
///
/// # Errors
/// [`StoreError::BadRow`] for a state that is none.
pub async fn grounds(tx: &mut Tx, scope: &Scope) -> Result<BTreeMap<Ground, u64>, StoreError> {
    let [from, until, mission] = scope.texts();
    let sql = format!("SELECT state FROM application WHERE {OF_SCOPE} AND state_kind = 'refused'");
    let states: Vec<String> =
        on!(tx, |c| sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).bind(from).bind(until).bind(mission).fetch_all(c))?;
    let mut found = BTreeMap::new();
    for state in states {
        if let State::Refused { grounds, .. } = row::from_json::<State>(TABLE, &state)? {
            for ground in grounds {
                *found.entry(ground).or_default() += 1;
            }
        }
    }
    Ok(found)
}

/// About which sections of the form applicants were asked and answered.
///
/// # Errors
/// [`StoreError::BadRow`] for a question that is none.
pub async fn asked(tx: &mut Tx, scope: &Scope) -> Result<BTreeMap<String, u64>, StoreError> {
    let [from, until, mission] = scope.texts();
    let sql = format!(
        "SELECT asked FROM supplement JOIN application ON application.id = supplement.application WHERE {OF_SCOPE}"
    );
    let rows: Vec<String> =
        on!(tx, |c| sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).bind(from).bind(until).bind(mission).fetch_all(c))?;
    let mut found = BTreeMap::new();
    for asked in rows {
        for item in row::from_json::<Correction>("supplement", &asked)?.items {
            *found.entry(item.section).or_default() += 1;
        }
    }
    Ok(found)
}

/// Notices of a kind that applicants of these cases have got: one for each time it happened.
///
/// # Errors
/// Storage only.
pub async fn notices(tx: &mut Tx, scope: &Scope, kind: &str) -> Result<u64, StoreError> {
    let [from, until, mission] = scope.texts();
    let sql = format!(
        "SELECT count(*) FROM application JOIN letter ON letter.application = application.id
         WHERE {OF_SCOPE} AND letter.kind = $4 AND letter.channel = 'portal'"
    );
    let count: i64 = on!(tx, |c| sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
        .bind(from)
        .bind(until)
        .bind(mission)
        .bind(kind)
        .fetch_one(c))?;
    Ok(natural(count))
}

/// From one notice to a later one of the same case, hours, each case once.
///
/// # Errors
/// Storage only.
pub async fn hours(tx: &mut Tx, scope: &Scope, first: &str, last: &str) -> Result<Vec<i64>, StoreError> {
    let [from, until, mission] = scope.texts();
    let sql = format!(
        "SELECT min(a.created_at), max(b.created_at) FROM application
         JOIN letter AS a ON a.application = application.id AND a.kind = $4 AND a.channel = 'portal'
         JOIN letter AS b ON b.application = application.id AND b.kind = $5 AND b.channel = 'portal'
         WHERE {OF_SCOPE} GROUP BY application.id"
    );
    let rows: Vec<(Ts, Ts)> = on!(tx, |c| sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(from)
        .bind(until)
        .bind(mission)
        .bind(first)
        .bind(last)
        .fetch_all(c))?;
    Ok(rows.into_iter().map(|(begin, end)| end.0.duration_since(begin.0).as_hours()).collect())
}

fn natural(count: i64) -> u64 {
    u64::try_from(count).unwrap_or(0)
}
