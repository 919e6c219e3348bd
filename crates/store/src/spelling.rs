//! Names and IINs of cases under one spelling (`domain::name::spelling`), and the search over them.
//!
//! A word is kept once, with the keys by which it is found although letters are wrong; a case points to its words. The request itself
//! stays the only truth: everything here can be made again from it.

use crate::application::{Application, Row};
use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::ids::{ApplicationId, MissionId};
use domain::name::PersonName;
use domain::name::spelling::{is_near, keys, words};
use domain::request::{Deceased, Request};
use uuid::Uuid;

/// Words of the register that one word of a search may stand for.
const WORDS_MAX: usize = 200;
/// Words of the register that are compared with one word of a search.
const CANDIDATES_MAX: i64 = 5_000;

/// By what a case is found: both persons' names in every spelling given, and their IINs.
fn words_of(request: &Request) -> Vec<String> {
    let applicant = &request.applicant;
    let mut text = format!("{} {}", said(&applicant.name), applicant.iin.as_str());
    if let Deceased::Identified(person) = &request.deceased {
        text = format!("{} {} {text}", said(&person.name), person.iin.as_ref().map_or("", |iin| iin.as_str()));
    }
    // A search has few words; two people with five each have more.
    let mut all: Vec<String> = text.split_whitespace().flat_map(words).collect();
    // In one order, so that two sendings at once wait for each other and do not block each other.
    all.sort();
    all.dedup();
    all
}

fn said(name: &PersonName) -> String {
    let latin = name.latin.as_ref().map(|own| format!("{} {}", own.surname, own.given)).unwrap_or_default();
    format!("{} {} {} {latin}", name.surname, name.given, name.patronymic.as_deref().unwrap_or_default())
}

/// Notes the words of a case in place of those it had.
///
/// # Errors
/// Storage only.
pub async fn put(tx: &mut Tx, case: &Application) -> Result<(), StoreError> {
    exec!(tx, sqlx::query("DELETE FROM spelled WHERE application = $1").bind(case.id.0))?;
    for word in words_of(&case.request) {
        let [head, tail, ends] = match keys(&word) {
            Some(keys) => keys.map(Some),
            None => [None, None, None],
        };
        exec!(
            tx,
            sqlx::query(
                "INSERT INTO spelling (word, head, tail, ends) VALUES ($1, $2, $3, $4) ON CONFLICT (word) DO NOTHING"
            )
            .bind(&word)
            .bind(&head)
            .bind(&tail)
            .bind(&ends)
        )?;
        exec!(
            tx,
            sqlx::query(
                "INSERT INTO spelled (word, mission, application, sent_at)
                 SELECT id, $2, $3, $4 FROM spelling WHERE word = $1 ON CONFLICT DO NOTHING"
            )
            .bind(&word)
            .bind(&case.mission.0)
            .bind(case.id.0)
            .bind(Ts(case.sent_at))
        )?;
    }
    exec!(tx, sqlx::query("UPDATE application SET spelled = $2 WHERE id = $1").bind(case.id.0).bind(true))?;
    Ok(())
}

/// Up to `limit` cases that were there before names were noted.
///
/// # Errors
/// Storage only.
pub async fn missing(tx: &mut Tx, limit: i64) -> Result<Vec<Application>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as(
        "SELECT * FROM application WHERE spelled IS NULL ORDER BY id LIMIT $1"
    )
    .bind(limit)
    .fetch_all(c))?)
}

/// Words of the register that `typed` can stand for: itself and what begins with it; `also_near` adds those within a slip or two.
async fn meant(tx: &mut Tx, typed: &str, also_near: bool) -> Result<Vec<i64>, StoreError> {
    let begins: Vec<i64> = on!(tx, |c| sqlx::query_scalar(
        "SELECT id FROM spelling WHERE word >= $1 AND word < $2 ORDER BY word LIMIT $3"
    )
    .bind(typed)
    .bind(format!("{typed}{}", char::MAX))
    .bind(i64::try_from(WORDS_MAX).unwrap_or(i64::MAX))
    .fetch_all(c))?;
    let Some([head, tail, ends]) = keys(typed).filter(|_| also_near) else { return Ok(begins) };
    let candidates: Vec<(i64, String)> = on!(tx, |c| sqlx::query_as(
        "SELECT id, word FROM spelling WHERE head = $1
         UNION SELECT id, word FROM spelling WHERE tail = $2
         UNION SELECT id, word FROM spelling WHERE ends = $3 LIMIT $4"
    )
    .bind(head)
    .bind(tail)
    .bind(ends)
    .bind(CANDIDATES_MAX)
    .fetch_all(c))?;
    let near = candidates.into_iter().filter(|(_, word)| is_near(typed, word)).map(|(id, _)| id);
    let mut all: Vec<i64> = begins.into_iter().chain(near).take(WORDS_MAX).collect();
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

/// The newest cases that have every word of `text`, those of one mission or (for `None`) of all: first those that have the words as
/// typed, or begin with them, then those within a slip or two.
///
/// # Errors
/// Storage only.
pub async fn search(
    tx: &mut Tx,
    mission: Option<&MissionId>,
    text: &str,
    limit: usize,
) -> Result<Vec<ApplicationId>, StoreError> {
    let typed = words(text);
    let mut found: Vec<ApplicationId> = vec![];
    for also_near in [false, true] {
        if typed.is_empty() || found.len() >= limit {
            break;
        }
        let mut meanings = vec![];
        for word in &typed {
            meanings.push(meant(tx, word, also_near).await?);
        }
        for id in having(tx, mission, &meanings, limit).await? {
            if found.len() < limit && !found.contains(&id) {
                found.push(id);
            }
        }
    }
    Ok(found)
}

/// The newest cases that have one word of each list. The shortest list is looked up, the others are asked of what it gave.
async fn having(
    tx: &mut Tx,
    mission: Option<&MissionId>,
    meanings: &[Vec<i64>],
    limit: usize,
) -> Result<Vec<ApplicationId>, StoreError> {
    if meanings.iter().any(Vec::is_empty) {
        return Ok(vec![]);
    }
    let lists: Vec<String> = meanings.iter().map(|ids| serde_json::json!(ids).to_string()).collect();
    let among =
        tx.sql("word IN (SELECT value::bigint FROM json_array_elements_text(", "word IN (SELECT value FROM json_each(");
    let cast = tx.sql("::json))", "))");
    let mut sql = String::new();
    for n in 1..=lists.len() {
        let inside = if sql.is_empty() { String::new() } else { format!(" AND application IN ({sql})") };
        let own = if mission.is_some() { format!(" AND mission = ${}", lists.len() + 2) } else { String::new() };
        sql = match n == lists.len() {
            false => format!("SELECT application FROM spelled WHERE {among}${n}{cast}{own}{inside}"),
            true => format!(
                "SELECT application FROM spelled WHERE {among}${n}{cast}{own}{inside}
                 GROUP BY application ORDER BY max(sent_at) DESC, application DESC LIMIT ${}",
                n + 1
            ),
        };
    }
    // Only numbers of parameters were put into the text.
    let sql = sqlx::AssertSqlSafe(sql);
    let most = i64::try_from(limit).unwrap_or(i64::MAX);
    let ids: Vec<Uuid> = on!(tx, |c| {
        let query = lists.iter().fold(sqlx::query_scalar(sql), |query, list| query.bind(list)).bind(most);
        match mission {
            Some(mission) => query.bind(&mission.0),
            None => query,
        }
        .fetch_all(c)
    })?;
    Ok(ids.into_iter().map(ApplicationId).collect())
}
