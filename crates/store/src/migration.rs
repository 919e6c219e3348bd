//! Brings the schema up to date. One text for both databases; the words in braces are the only dialect in it.

use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{AssertSqlSafe, SqlSafeStr};
use std::borrow::Cow;

/// Version, name and text, oldest first. A text that was released never changes.
const FILES: [(i64, &str, &str); 42] = [
    (1, "init", include_str!("../migrations/0001_init.sql")),
    (3, "delivery", include_str!("../migrations/0003_delivery.sql")),
    (6, "proof_time", include_str!("../migrations/0006_proof_time.sql")),
    (8, "after_sending", include_str!("../migrations/0008_after_sending.sql")),
    (9, "complaint", include_str!("../migrations/0009_complaint.sql")),
    (11, "documents", include_str!("../migrations/0011_documents.sql")),
    (12, "complaint_proof", include_str!("../migrations/0012_complaint_proof.sql")),
    (13, "queue", include_str!("../migrations/0013_queue.sql")),
    (14, "search", include_str!("../migrations/0014_search.sql")),
    (15, "viewer", include_str!("../migrations/0015_viewer.sql")),
    (16, "mobile_signing", include_str!("../migrations/0016_mobile_signing.sql")),
    (17, "paper", include_str!("../migrations/0017_paper.sql")),
    (18, "open_queue", include_str!("../migrations/0018_open_queue.sql")),
    (19, "reading", include_str!("../migrations/0019_reading.sql")),
    (21, "blanks", include_str!("../migrations/0021_blanks.sql")),
    (25, "outgoing", include_str!("../migrations/0025_outgoing.sql")),
    (27, "likeness", include_str!("../migrations/0027_likeness.sql")),
    (28, "statistics", include_str!("../migrations/0028_statistics.sql")),
    (29, "conflict", include_str!("../migrations/0029_conflict.sql")),
    (30, "closure", include_str!("../migrations/0030_closure.sql")),
    (31, "overdue", include_str!("../migrations/0031_overdue.sql")),
    (35, "register_change", include_str!("../migrations/0035_register_change.sql")),
    (38, "annulment", include_str!("../migrations/0038_annulment.sql")),
    (40, "device", include_str!("../migrations/0040_device.sql")),
    (41, "scan", include_str!("../migrations/0041_scan.sql")),
    (42, "account", include_str!("../migrations/0042_account.sql")),
    (43, "enquiry", include_str!("../migrations/0043_enquiry.sql")),
    (44, "kept_filter", include_str!("../migrations/0044_kept_filter.sql")),
    (45, "decision", include_str!("../migrations/0045_decision.sql")),
    (46, "given", include_str!("../migrations/0046_given.sql")),
    (47, "complaint_terms", include_str!("../migrations/0047_complaint_terms.sql")),
    (48, "blank_fate", include_str!("../migrations/0048_blank_fate.sql")),
    (49, "motion", include_str!("../migrations/0049_motion.sql")),
    (50, "certificate_before", include_str!("../migrations/0050_certificate_before.sql")),
    (52, "leave", include_str!("../migrations/0052_leave.sql")),
    (53, "warning", include_str!("../migrations/0053_warning.sql")),
    (54, "sample", include_str!("../migrations/0054_sample.sql")),
    (58, "typed", include_str!("../migrations/0058_typed.sql")),
    (59, "hearing", include_str!("../migrations/0059_hearing.sql")),
    (63, "draft_term", include_str!("../migrations/0063_draft_term.sql")),
    (64, "waste", include_str!("../migrations/0064_waste.sql")),
    (66, "check_override", include_str!("../migrations/0066_check_override.sql")),
];

/// Which database a text is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    Sqlite,
    Postgres,
}

/// The migrations in `dialect`.
pub(crate) fn migrator(dialect: Dialect) -> Migrator {
    let migration = |(version, name, text): (i64, &'static str, &str)| {
        let sql = AssertSqlSafe(translate(text, dialect)).into_sql_str();
        Migration::new(version, Cow::Borrowed(name), MigrationType::Simple, sql, false)
    };
    Migrator::with_migrations(FILES.into_iter().map(migration).collect())
}

/// Replaces the dialect words and writes the triggers of every `{append_only TABLE}` line.
fn translate(text: &str, dialect: Dialect) -> String {
    let words: &[(&str, &str)] = match dialect {
        Dialect::Sqlite => &[
            ("{uuid}", "BLOB"),
            ("{bytes}", "BLOB"),
            ("{bool}", "INTEGER"),
            ("{ts}", "TEXT"),
            ("{int}", "INTEGER"),
            ("{serial}", "INTEGER PRIMARY KEY AUTOINCREMENT"),
            ("{strict}", " STRICT"),
            ("{binary}", ""),
            ("{append_only_function}", ""),
            ("{death_country}", "json_extract(CAST(request AS TEXT), '$.death.country')"),
        ],
        Dialect::Postgres => &[
            ("{uuid}", "UUID"),
            ("{bytes}", "BYTEA"),
            ("{bool}", "BOOLEAN"),
            ("{ts}", "TIMESTAMPTZ"),
            ("{int}", "BIGINT"),
            ("{serial}", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"),
            ("{strict}", ""),
            // By code point, as SQLite compares: what begins with a word lies beside it.
            ("{binary}", " COLLATE \"C\""),
            ("{append_only_function}", APPEND_ONLY_FUNCTION),
            ("{death_country}", "convert_from(request, 'UTF8')::json -> 'death' ->> 'country'"),
        ],
    };
    let mut sql = String::with_capacity(text.len());
    for line in text.lines() {
        match line.strip_prefix("{append_only ").and_then(|rest| rest.strip_suffix('}')) {
            Some(table) => sql.push_str(&append_only(table, dialect)),
            None => sql.push_str(&words.iter().fold(line.to_owned(), |line, (word, is)| line.replace(word, is))),
        }
        sql.push('\n');
    }
    sql
}

const APPEND_ONLY_FUNCTION: &str = "CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS \
     $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;";

/// Triggers that refuse UPDATE and DELETE (on PostgreSQL also TRUNCATE) on `table`.
fn append_only(table: &str, dialect: Dialect) -> String {
    match dialect {
        Dialect::Sqlite => ["update", "delete"]
            .map(|act| {
                format!(
                    "CREATE TRIGGER {table}_no_{act} BEFORE {act} ON {table} \
                     BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;\n"
                )
            })
            .concat(),
        Dialect::Postgres => format!(
            "CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION append_only();\n\
             CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION append_only();\n"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_dialect_word_is_left() {
        for dialect in [Dialect::Sqlite, Dialect::Postgres] {
            for (_, name, text) in FILES {
                let sql = translate(text, dialect);
                assert!(!sql.contains('{'), "{name}, {dialect:?}: {sql}");
            }
        }
    }
}
