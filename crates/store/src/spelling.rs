//! Names and IINs of cases under one spelling (`domain::name::spelling`), and the search over them.
//!
//! A word is kept once, with the keys by which it is found although letters are wrong; a case points to its words. The request itself
//! stays the only truth: everything here can be made again from it.

use crate::application::Application;
use crate::error::StoreError;
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::ids::{ApplicationId, MissionId};
use domain::name::PersonName;
use domain::name::spelling::{also_begins, is_near, keys, words};
use domain::request::{Deceased, Request};
use uuid::Uuid;

/// Words of the register that one word of a search may stand for.
const WORDS_MAX: usize = 200;
/// Cases of one word are counted up to this many.
const COUNTED_MAX: i64 = 1_000;
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

/// Up to `limit` cases that were there before names were noted, after the case `after`.
///
/// # Errors
/// Storage only.
pub async fn missing(tx: &mut Tx, after: ApplicationId, limit: i64) -> Result<Vec<ApplicationId>, StoreError> {
    let ids: Vec<Uuid> = on!(tx, |c| sqlx::query_scalar(
        "SELECT id FROM application WHERE spelled IS NULL AND id > $1 ORDER BY id LIMIT $2"
    )
    .bind(after.0)
    .bind(limit)
    .fetch_all(c))?;
    Ok(ids.into_iter().map(ApplicationId).collect())
}

/// Words of the register that `typed` can stand for: itself and what begins with it; `also_near` adds those within a slip or two.
async fn meant(tx: &mut Tx, mission: Option<&MissionId>, typed: &str, also_near: bool) -> Result<Vec<i64>, StoreError> {
    let mut begins = vec![];
    for begun in std::iter::once(typed.to_owned()).chain(also_begins(typed)) {
        begins.extend(begun_with(tx, mission, &begun).await?);
    }
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

/// The first words that begin with `begun` and that a case of the mission has: of many words, another mission's take no place.
async fn begun_with(tx: &mut Tx, mission: Option<&MissionId>, begun: &str) -> Result<Vec<i64>, StoreError> {
    let sql = match mission {
        None => "SELECT id FROM spelling WHERE word >= $1 AND word < $2 ORDER BY word LIMIT $3",
        Some(_) => {
            "SELECT id FROM (SELECT id, word FROM spelling WHERE word >= $1 AND word < $2 ORDER BY word LIMIT $4) AS begun
             WHERE EXISTS (SELECT 1 FROM spelled WHERE spelled.word = begun.id AND spelled.mission = $5)
             ORDER BY word LIMIT $3"
        }
    };
    let most = i64::try_from(WORDS_MAX).unwrap_or(i64::MAX);
    Ok(on!(tx, |c| {
        let query = sqlx::query_scalar(sql).bind(begun).bind(format!("{begun}{}", char::MAX)).bind(most);
        match mission {
            Some(mission) => query.bind(CANDIDATES_MAX).bind(&mission.0),
            None => query,
        }
        .fetch_all(c)
    })?)
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
            meanings.push(meant(tx, mission, word, also_near).await?);
        }
        for id in having(tx, mission, &meanings, limit).await? {
            if found.len() < limit && !found.contains(&id) {
                found.push(id);
            }
        }
    }
    Ok(found)
}

/// The newest cases that have one word of each list. The rarest list is walked, word by word and the newest first, until the page is
/// full; the others are asked of each case that comes by. So a common name costs no more than a rare one, as long as few words are
/// common together and never meet.
async fn having(
    tx: &mut Tx,
    mission: Option<&MissionId>,
    meanings: &[Vec<i64>],
    limit: usize,
) -> Result<Vec<ApplicationId>, StoreError> {
    let mut others = meanings.to_vec();
    let Some(rarest) = rarest(tx, mission, &others).await? else { return Ok(vec![]) };
    let walked = others.swap_remove(rarest);
    let sql = walk_sql(tx, mission.is_some(), others.len());
    let lists: Vec<String> = others.iter().map(|ids| serde_json::json!(ids).to_string()).collect();
    let most = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut found: Vec<(Ts, Uuid)> = vec![];
    for word in walked {
        // Only numbers of parameters were put into the text.
        let sql = sqlx::AssertSqlSafe(sql.clone());
        let rows: Vec<(Ts, Uuid)> = on!(tx, |c| {
            let query = sqlx::query_as(sql).bind(word).bind(most);
            let query = lists.iter().fold(query, |query, list| query.bind(list));
            match mission {
                Some(mission) => query.bind(&mission.0),
                None => query,
            }
            .fetch_all(c)
        })?;
        found.extend(rows);
    }
    found.sort_by_key(|(at, id)| std::cmp::Reverse((at.0, *id)));
    let mut ids: Vec<ApplicationId> = vec![];
    for (_, id) in found {
        let id = ApplicationId(id);
        if ids.len() < limit && !ids.contains(&id) {
            ids.push(id);
        }
    }
    Ok(ids)
}

/// `$1` the word, `$2` how many, then a list each, the mission last.
fn walk_sql(tx: &Tx, of_mission: bool, others: usize) -> String {
    let (among, end) = (
        tx.sql("SELECT value::bigint FROM json_array_elements_text(", "SELECT value FROM json_each("),
        tx.sql("::json)", ")"),
    );
    let mut sql = "SELECT sent_at, application FROM spelled AS own WHERE word = $1".to_owned();
    for other in 0..others {
        sql.push_str(&format!(
            " AND EXISTS (SELECT 1 FROM spelled AS other WHERE other.application = own.application \
             AND other.word IN ({among}${}{end}))",
            other + 3
        ));
    }
    if of_mission {
        sql.push_str(&format!(" AND mission = ${}", others + 3));
    }
    sql + " ORDER BY sent_at DESC, application DESC LIMIT $2"
}

/// Which list the fewest cases have; `None` where one has no word at all. Counted up to [`COUNTED_MAX`]: beyond it all are common.
async fn rarest(tx: &mut Tx, mission: Option<&MissionId>, lists: &[Vec<i64>]) -> Result<Option<usize>, StoreError> {
    let among = tx.sql(
        "word IN (SELECT value::bigint FROM json_array_elements_text($1::json))",
        "word IN (SELECT value FROM json_each($1))",
    );
    let own = if mission.is_some() { " AND mission = $3" } else { "" };
    let sql = format!("SELECT count(*) FROM (SELECT 1 FROM spelled WHERE {among}{own} LIMIT $2) AS found");
    let mut best: Option<(i64, usize)> = None;
    for (place, list) in lists.iter().enumerate() {
        if list.is_empty() {
            return Ok(None);
        }
        let json = serde_json::json!(list).to_string();
        let sql = sqlx::AssertSqlSafe(sql.clone());
        let count: i64 = on!(tx, |c| {
            let query = sqlx::query_scalar(sql).bind(json).bind(COUNTED_MAX);
            match mission {
                Some(mission) => query.bind(&mission.0),
                None => query,
            }
            .fetch_one(c)
        })?;
        if best.is_none_or(|(fewest, _)| count < fewest) {
            best = Some((count, place));
        }
    }
    Ok(best.map(|(_, place)| place))
}
