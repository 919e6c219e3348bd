//! Files of the folder that a draft no longer names: first noted, then, when they have lain for a while, taken out.
//!
//! A file is named by its bytes, so another draft, a case or a paper may name the same one: it is taken out only when nothing does, and
//! `Store::keep` takes it from this list before it puts the same bytes again. Must never hold what is not looked up in all of [`NAMES`].

use crate::blob::BlobKey;
use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::ids::{AttachmentId, DraftId};
use jiff::Timestamp;

const TABLE: &str = "waste";

/// Every table and column that names a file. Letters enclose only what `paper` names; `scan` speaks of a file and goes with it.
pub const NAMES: [(&str, &str); 18] = [
    ("application", "file"),
    ("application", "proof"),
    ("attachment", "blob"),
    ("certificate", "file"),
    ("certificate_before", "file"),
    ("complaint", "file"),
    ("complaint", "proof"),
    ("decision", "file"),
    ("decision", "proof"),
    ("decision_draft", "file"),
    ("paper", "file"),
    ("paper_form", "file"),
    ("paper_slip", "file"),
    ("prepared", "file"),
    ("proof_time", "proof"),
    ("proof_time", "stamped"),
    ("supplement", "file"),
    ("supplement", "proof"),
];

/// The question whether anything of [`NAMES`] names a file.
const NAMED: &str = "SELECT COUNT(*) FROM (
   SELECT 1 AS one FROM application WHERE file = $1
   UNION ALL SELECT 1 FROM application WHERE proof = $1
   UNION ALL SELECT 1 FROM attachment WHERE blob = $1
   UNION ALL SELECT 1 FROM certificate WHERE file = $1
   UNION ALL SELECT 1 FROM certificate_before WHERE file = $1
   UNION ALL SELECT 1 FROM complaint WHERE file = $1
   UNION ALL SELECT 1 FROM complaint WHERE proof = $1
   UNION ALL SELECT 1 FROM decision WHERE file = $1
   UNION ALL SELECT 1 FROM decision WHERE proof = $1
   UNION ALL SELECT 1 FROM decision_draft WHERE file = $1
   UNION ALL SELECT 1 FROM paper WHERE file = $1
   UNION ALL SELECT 1 FROM paper_form WHERE file = $1
   UNION ALL SELECT 1 FROM paper_slip WHERE file = $1
   UNION ALL SELECT 1 FROM prepared WHERE file = $1
   UNION ALL SELECT 1 FROM proof_time WHERE proof = $1
   UNION ALL SELECT 1 FROM proof_time WHERE stamped = $1
   UNION ALL SELECT 1 FROM supplement WHERE file = $1
   UNION ALL SELECT 1 FROM supplement WHERE proof = $1) AS named";

/// Notes the files of some rows. The cast tells PostgreSQL the type of a value that only stands in a SELECT.
macro_rules! note {
    ($tx:expr, $column:literal, $rows:literal, $id:expr, $now:expr) => {{
        let sql = $tx.sql(
            concat!(
                "INSERT INTO waste (blob, since) SELECT DISTINCT ",
                $column,
                ", $2::timestamptz FROM ",
                $rows,
                " = $1 ON CONFLICT (blob) DO UPDATE SET since = excluded.since"
            ),
            concat!(
                "INSERT INTO waste (blob, since) SELECT DISTINCT ",
                $column,
                ", $2 FROM ",
                $rows,
                " = $1 ON CONFLICT (blob) DO UPDATE SET since = excluded.since"
            ),
        );
        exec!($tx, sqlx::query(sql).bind($id.0).bind(Ts($now)))?
    }};
}

/// The files of a draft that goes.
pub(crate) async fn of_draft(tx: &mut Tx, id: DraftId, now: Timestamp) -> Result<(), StoreError> {
    note!(tx, "blob", "attachment WHERE draft", id, now);
    of_prepared(tx, id, now).await?;
    of_form(tx, id, now).await
}

/// The bytes of an enclosed file that is removed, or gets others.
pub(crate) async fn of_file(tx: &mut Tx, id: AttachmentId, now: Timestamp) -> Result<(), StoreError> {
    note!(tx, "blob", "attachment WHERE id", id, now);
    Ok(())
}

/// The file that was made ready to be signed.
pub(crate) async fn of_prepared(tx: &mut Tx, id: DraftId, now: Timestamp) -> Result<(), StoreError> {
    note!(tx, "file", "prepared WHERE draft", id, now);
    Ok(())
}

/// The form that was printed.
pub(crate) async fn of_form(tx: &mut Tx, id: DraftId, now: Timestamp) -> Result<(), StoreError> {
    note!(tx, "file", "paper_form WHERE draft", id, now);
    Ok(())
}

/// Files that have lain here since `until` or longer, the oldest first.
///
/// # Errors
/// Storage only.
pub async fn lying(tx: &mut Tx, until: Timestamp, max: i64) -> Result<Vec<BlobKey>, StoreError> {
    let sql = "SELECT blob FROM waste WHERE since <= $1 ORDER BY since, blob LIMIT $2";
    let keys: Vec<String> = on!(tx, |c| sqlx::query_scalar(sql).bind(Ts(until)).bind(max).fetch_all(c))?;
    keys.into_iter().map(|key| row::blob(TABLE, key)).collect()
}

/// Takes a file from the list. True when nothing names it: it goes out of the folder in this very transaction, so that whoever puts the same
/// bytes again waits until that is done. What the virus scanner said of it goes, too.
///
/// # Errors
/// Storage only.
pub async fn take(tx: &mut Tx, key: &BlobKey) -> Result<bool, StoreError> {
    if !forget(tx, key).await? {
        return Ok(false);
    }
    let named: i64 = on!(tx, |c| sqlx::query_scalar(NAMED).bind(&key.0).fetch_one(c))?;
    if named > 0 {
        return Ok(false);
    }
    exec!(tx, sqlx::query("DELETE FROM scan WHERE blob = $1").bind(&key.0))?;
    Ok(true)
}

/// Does it lie here?
pub(crate) async fn lies(tx: &mut Tx, key: &BlobKey) -> Result<bool, StoreError> {
    let sql = "SELECT COUNT(*) FROM waste WHERE blob = $1";
    let found: i64 = on!(tx, |c| sqlx::query_scalar(sql).bind(&key.0).fetch_one(c))?;
    Ok(found > 0)
}

/// Takes it from the list: somebody brings it again. True when it lay here.
pub(crate) async fn forget(tx: &mut Tx, key: &BlobKey) -> Result<bool, StoreError> {
    Ok(exec!(tx, sqlx::query("DELETE FROM waste WHERE blob = $1").bind(&key.0))? > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_question_asks_every_name() {
        for (table, column) in NAMES {
            assert!(NAMED.contains(&format!("FROM {table} WHERE {column} = $1")), "{table}.{column}");
        }
        assert_eq!(NAMED.matches(" WHERE ").count(), NAMES.len());
    }
}
