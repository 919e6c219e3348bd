//! A transaction on either database, and the two macros that run one sqlx call on whichever it is.
//!
//! Only `Store` begins and ends one; the functions of this crate get it by reference and can neither commit nor keep it.

use sqlx::{Postgres, Sqlite, Transaction};

/// An open transaction.
pub struct Tx {
    pub(crate) link: Link,
    writes: bool,
}

/// The database underneath.
pub(crate) enum Link {
    Sqlite(Transaction<'static, Sqlite>),
    Pg(Transaction<'static, Postgres>),
}

/// Runs the same sqlx call on whichever database the transaction belongs to.
macro_rules! on {
    ($tx:expr, |$c:ident| $body:expr) => {
        match &mut $tx.link {
            $crate::transaction::Link::Sqlite(t) => {
                let $c = &mut **t;
                $body.await
            }
            $crate::transaction::Link::Pg(t) => {
                let $c = &mut **t;
                $body.await
            }
        }
    };
}

/// The same for a statement without rows: the number of rows it touched.
macro_rules! exec {
    ($tx:expr, $query:expr) => {
        match &mut $tx.link {
            $crate::transaction::Link::Sqlite(t) => $query.execute(&mut **t).await.map(|done| done.rows_affected()),
            $crate::transaction::Link::Pg(t) => $query.execute(&mut **t).await.map(|done| done.rows_affected()),
        }
    };
}

pub(crate) use {exec, on};

/// From now on, until it is said otherwise, what is deleted is also overwritten in the file of SQLite. PostgreSQL has no such word.
pub(crate) async fn secure(tx: &mut Tx, is_on: bool) -> Result<(), sqlx::Error> {
    let pragma = if is_on { "PRAGMA secure_delete = ON" } else { "PRAGMA secure_delete = OFF" };
    let sql = tx.sql("SELECT 1", pragma);
    exec!(tx, sqlx::query(sql)).map(drop)
}

impl Tx {
    pub(crate) fn sqlite(transaction: Transaction<'static, Sqlite>, writes: bool) -> Tx {
        Tx { link: Link::Sqlite(transaction), writes }
    }

    pub(crate) fn postgres(transaction: Transaction<'static, Postgres>, writes: bool) -> Tx {
        Tx { link: Link::Pg(transaction), writes }
    }

    /// The few places where the dialects differ name both texts side by side.
    pub(crate) fn sql(&self, postgres: &'static str, sqlite: &'static str) -> &'static str {
        match self.link {
            Link::Pg(_) => postgres,
            Link::Sqlite(_) => sqlite,
        }
    }

    /// `locking` where rows must be locked for the rest of the transaction: a write on PostgreSQL. SQLite has one writer at a time.
    pub(crate) fn sql_locking(&self, locking: &'static str, plain: &'static str) -> &'static str {
        if self.writes { self.sql(locking, plain) } else { plain }
    }

    pub(crate) async fn commit(self) -> Result<(), sqlx::Error> {
        match self.link {
            Link::Sqlite(transaction) => transaction.commit().await,
            Link::Pg(transaction) => transaction.commit().await,
        }
    }

    pub(crate) async fn rollback(self) -> Result<(), sqlx::Error> {
        match self.link {
            Link::Sqlite(transaction) => transaction.rollback().await,
            Link::Pg(transaction) => transaction.rollback().await,
        }
    }
}
