//! The journal after somebody with the database's password was at it: every kind of change is found, and where.
//!
//! The tamperer drops the triggers first. What cannot be found without a head kept elsewhere is shown too.

use crate::database::{Database, on_both};
use crate::journal::{sealed, verify, written};
use crate::samples::id;
use store::journal::{Defect, Fault};

const TABLES: [&str; 4] = ["journal_entry", "journal_secret", "journal_position", "journal_seal"];

/// The triggers are gone (and on PostgreSQL the foreign keys are not looked at).
pub async fn tamper(db: &Database, sql: &str) {
    let mut script = String::new();
    for table in TABLES {
        if db.is_postgres() {
            script += &format!("ALTER TABLE {table} DISABLE TRIGGER ALL;");
        } else {
            script += &format!("DROP TRIGGER IF EXISTS {table}_no_update; DROP TRIGGER IF EXISTS {table}_no_delete;");
        }
    }
    if db.is_postgres() {
        script += "SET session_replication_role = replica;";
    }
    db.raw(&format!("{script}{sql}")).await;
}

/// The id of an entry, by chain and seq.
async fn entry(db: &Database, chain: u128, seq: i64) -> i64 {
    db.count(&format!("SELECT id FROM journal_entry WHERE chain = '{}' AND seq = {seq}", id(chain))).await
}

/// After `sql` the first fault is `defect` at seq `seq` of chain 2 of a sealed journal of three applications.
pub async fn found(db: &Database, sql: &str, seq: i64, defect: Defect) {
    written(db, 3).await;
    sealed(db).await;
    let place = (Some(entry(db, 2, seq).await), Some(id(2).to_string()), Some(seq));
    tamper(db, &sql.replace("{chain}", &id(2).to_string())).await;
    let fault = verify(db, None).await.fault.expect("nothing was found");
    assert_eq!(fault.what, defect, "{fault}");
    assert_eq!((fault.entry, fault.chain, fault.seq), place);
}

const SECOND: &str = "WHERE chain = '{chain}' AND seq = 2";

pub fn swapped(db: &Database, column: &str, from: &str, to: &str) -> String {
    if db.is_postgres() {
        format!("{column} = convert_to(replace(convert_from({column}, 'UTF8'), '{from}', '{to}'), 'UTF8')")
    } else {
        format!("{column} = CAST(replace(CAST({column} AS TEXT), '{from}', '{to}') AS BLOB)")
    }
}

on_both!(changed_bytes, |db| {
    let sql = format!("UPDATE journal_entry SET {} {SECOND}", swapped(db, "bytes", "register", "registes"));
    found(db, &sql, 2, Defect::BytesChanged).await;
});

on_both!(changed_bytes_with_a_new_hash_break_the_next_entry, |db| {
    written(db, 3).await;
    sealed(db).await;
    let next = entry(db, 2, 3).await;
    // The tamperer computes a right hash for the changed bytes of entry 2 and its columns.
    let change = swapped(db, "bytes", "register", "registes");
    tamper(db, &format!("UPDATE journal_entry SET act = 'registes', {change} WHERE chain = '{}' AND seq = 2", id(2)))
        .await;
    rehash(db, "journal_entry", &format!("chain = '{}' AND seq = 2", id(2))).await;
    let fault = verify(db, None).await.fault.unwrap();
    assert_eq!((fault.what, fault.entry), (Defect::WrongPrevious, Some(next)));
});

on_both!(a_rewritten_last_entry_breaks_its_head_and_then_its_seal, |db| {
    written(db, 3).await;
    sealed(db).await;
    let last = format!("chain = '{}' AND seq = 3", id(2));
    let change = swapped(db, "bytes", &format!("officer:{}", id(1)), "system");
    tamper(db, &format!("UPDATE journal_entry SET actor = 'system', {change} WHERE {last}")).await;
    rehash(db, "journal_entry", &last).await;
    assert_eq!(verify(db, None).await.fault.unwrap().what, Defect::HeadDiffers);
    // A more careful one mends the head too: the seal still covers the old hash.
    db.raw(&format!(
        "UPDATE journal_head SET hash = (SELECT hash FROM journal_entry WHERE {last}) WHERE chain = '{}'",
        id(2)
    ))
    .await;
    let fault = verify(db, None).await.fault.unwrap();
    assert_eq!((fault.what, fault.seal), (Defect::RootDiffers, Some(1)));
});

/// Puts the right SHA-256 of the bytes beside them.
async fn rehash(db: &Database, table: &str, which: &str) {
    use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection};
    let select = format!("SELECT bytes FROM {table} WHERE {which}");
    let update = format!("UPDATE {table} SET hash = $1 WHERE {which}");
    let hash = |bytes: Vec<u8>| hex::decode(store::BlobKey::of(&bytes).0).unwrap();
    if db.is_postgres() {
        let mut connection = PgConnection::connect(&db.url).await.unwrap();
        let bytes: Vec<u8> = sqlx::query_scalar(AssertSqlSafe(select)).fetch_one(&mut connection).await.unwrap();
        sqlx::query(AssertSqlSafe(update)).bind(hash(bytes)).execute(&mut connection).await.unwrap();
    } else {
        let mut connection = SqliteConnection::connect(&db.url).await.unwrap();
        let bytes: Vec<u8> = sqlx::query_scalar(AssertSqlSafe(select)).fetch_one(&mut connection).await.unwrap();
        sqlx::query(AssertSqlSafe(update)).bind(hash(bytes)).execute(&mut connection).await.unwrap();
    }
}

on_both!(a_changed_hash, |db| {
    let other = if db.is_postgres() { "sha256('x'::bytea)" } else { "randomblob(32)" };
    found(db, &format!("UPDATE journal_entry SET hash = {other} {SECOND}"), 2, Defect::BytesChanged).await;
});

on_both!(a_changed_actor_column, |db| {
    found(db, &format!("UPDATE journal_entry SET actor = 'system' {SECOND}"), 2, Defect::ColumnsChanged).await;
});

on_both!(a_changed_time_column, |db| {
    let sql = format!("UPDATE journal_entry SET at = '2026-11-22T09:00:00.000000Z' {SECOND}");
    found(db, &sql, 2, Defect::ColumnsChanged).await;
});

on_both!(a_removed_entry, |db| {
    let sql = format!(
        "DELETE FROM journal_position WHERE entry = (SELECT id FROM journal_entry {SECOND});
         DELETE FROM journal_secret WHERE entry = (SELECT id FROM journal_entry {SECOND});
         DELETE FROM journal_entry {SECOND}"
    );
    found(db, &sql, 3, Defect::EntryMissing(2)).await;
});

on_both!(a_changed_committed_value, |db| {
    let change = swapped(db, "value", "Ұ", "У");
    let sql = format!(
        "UPDATE journal_secret SET {change} WHERE what = 'reasons' AND entry = (SELECT id FROM journal_entry {SECOND})"
    );
    found(db, &sql, 2, Defect::CommitmentBroken("reasons".into())).await;
});

on_both!(a_removed_committed_value, |db| {
    let sql = format!("DELETE FROM journal_secret WHERE entry = (SELECT id FROM journal_entry {SECOND})");
    found(db, &sql, 2, Defect::CommitmentBroken("reasons".into())).await;
});

on_both!(a_state_changed_behind_the_journal, |db| {
    let sql = "UPDATE application SET state = '{\"state\":\"submitted\"}', state_kind = 'submitted'
               WHERE reference = 'DR-26-000002-A'";
    found(db, sql, 3, Defect::StateDiffers).await;
});

on_both!(a_removed_application, |db| {
    found(db, "DELETE FROM application WHERE reference = 'DR-26-000002-A'", 3, Defect::ApplicationMissing).await;
});

on_both!(the_last_entry_of_a_chain_cut_off, |db| {
    let last = "WHERE chain = '{chain}' AND seq = 3";
    let sql = format!(
        "DELETE FROM journal_secret WHERE entry = (SELECT id FROM journal_entry {last});
         DELETE FROM journal_position WHERE entry = (SELECT id FROM journal_entry {last});
         DELETE FROM journal_entry {last}"
    );
    found(db, &sql, 2, Defect::HeadDiffers).await;
});

async fn global(db: &Database, sql: &str) -> Fault {
    written(db, 2).await;
    sealed(db).await;
    written(db, 0).await;
    sealed(db).await;
    tamper(db, sql).await;
    verify(db, None).await.fault.expect("nothing was found")
}

on_both!(a_changed_seal, |db| {
    let change = swapped(db, "bytes", "2026", "2025");
    let fault = global(db, &format!("UPDATE journal_seal SET {change} WHERE n = 1")).await;
    assert_eq!((fault.what, fault.seal), (Defect::BytesChanged, Some(1)));
    rehash(db, "journal_seal", "n = 1").await;
    let fault = verify(db, None).await.fault.unwrap();
    assert_eq!((fault.what, fault.seal), (Defect::WrongPrevious, Some(2)));
});

on_both!(a_removed_seal, |db| {
    let fault = global(db, "DELETE FROM journal_seal WHERE n = 1").await;
    assert_eq!((fault.what, fault.seal), (Defect::SealMissing(1), Some(2)));
});

on_both!(a_removed_last_seal_leaves_positions_outside, |db| {
    let fault = global(db, "DELETE FROM journal_seal WHERE n = 2").await;
    assert_eq!(fault.what, Defect::PositionsChanged);
});

on_both!(entries_that_changed_places, |db| {
    let sql = "UPDATE journal_position SET position = -1 WHERE position = 2;
               UPDATE journal_position SET position = 2 WHERE position = 3;
               UPDATE journal_position SET position = 3 WHERE position = -1";
    let fault = global(db, sql).await;
    assert_eq!((fault.what, fault.seal), (Defect::RootDiffers, Some(1)));
});

on_both!(a_lost_place_in_the_sequence, |db| {
    let fault = global(db, "DELETE FROM journal_position WHERE position = 2").await;
    assert_eq!((fault.what, fault.seal), (Defect::PositionsChanged, Some(1)));
});

on_both!(an_entry_taken_out_of_the_queue, |db| {
    written(db, 1).await;
    db.raw("DELETE FROM journal_queue WHERE entry = (SELECT max(entry) FROM journal_queue)").await;
    assert_eq!(verify(db, None).await.fault.unwrap().what, Defect::PlaceLost);
});

// Cut so well that the rest is whole in itself: only a head that was kept elsewhere shows it.
on_both!(a_cut_tail_is_seen_by_the_head_that_was_kept, |db| {
    written(db, 2).await;
    let early = sealed(db).await;
    written(db, 0).await;
    let late = sealed(db).await;
    tamper(
        db,
        "DELETE FROM journal_position WHERE entry = (SELECT max(id) FROM journal_entry);
         DELETE FROM journal_seal WHERE n = 2;
         DELETE FROM journal_entry WHERE id = (SELECT max(id) FROM journal_entry);
         UPDATE journal_head SET seq = 1, hash = (SELECT hash FROM journal_entry WHERE chain = 'system')
           WHERE chain = 'system'",
    )
    .await;
    assert_eq!(verify(db, None).await.fault, None, "whole in itself");
    assert_eq!(verify(db, Some(&early)).await.fault, None);
    assert_eq!(verify(db, Some(&late)).await.fault.unwrap().what, Defect::ExpectedHeadMissing);
});
