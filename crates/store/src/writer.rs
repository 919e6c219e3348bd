//! Group commit for SQLite: one task runs queued work in savepoints of one transaction and answers each after COMMIT.
//!
//! One fsync serves all the work that was waiting, and work that says no is rolled back to its savepoint without harm to the
//! rest. Nobody is ever told "done" before COMMIT has returned.

use crate::error::{StoreError, WriteError};
use crate::transaction::{Tx, exec};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use sqlx::SqlitePool;
use std::panic::AssertUnwindSafe;
use tokio::sync::{mpsc, oneshot};

/// Work that may wait for the writer; more waits at the door.
const QUEUE_WORK_MAX: usize = 1024;
/// Work in one transaction, so that the first in it does not wait long for its answer.
const GROUP_WORK_MAX: usize = 64;

/// Tells the caller how it ended: `Ok` after COMMIT, or why there was none.
type Answer = Box<dyn FnOnce(Result<(), StoreError>) + Send>;

/// What work came to: its answer, and whether its writes stay.
pub(crate) struct Done {
    keep: bool,
    answer: Answer,
}

/// Work without its types.
pub(crate) trait Queued: Send {
    fn run<'t>(self: Box<Self>, tx: &'t mut Tx) -> BoxFuture<'t, Done>;
    fn fail(self: Box<Self>, error: StoreError);
}

struct Job<T, E, F> {
    work: F,
    reply: oneshot::Sender<Result<T, WriteError<E>>>,
}

impl<T, E, F> Queued for Job<T, E, F>
where
    F: for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    fn run<'t>(self: Box<Self>, tx: &'t mut Tx) -> BoxFuture<'t, Done> {
        Box::pin(async move {
            let Job { work, reply } = *self;
            let outcome = run_caught(work, tx).await;
            let keep = outcome.is_ok();
            // A caller that went away has no one to tell; its work stands all the same.
            let answer: Answer = Box::new(move |ended| {
                let _ = reply.send(match ended {
                    Ok(()) => outcome,
                    Err(error) => Err(WriteError::Store(error)),
                });
            });
            Done { keep, answer }
        })
    }

    fn fail(self: Box<Self>, error: StoreError) {
        let _ = self.reply.send(Err(WriteError::Store(error)));
    }
}

/// Runs `work`; a panic in it is an error of this work alone.
pub(crate) async fn run_caught<T, E, F>(work: F, tx: &mut Tx) -> Result<T, WriteError<E>>
where
    F: for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Result<T, E>>,
{
    match AssertUnwindSafe(async move { work(tx).await }).catch_unwind().await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(refusal)) => Err(WriteError::Refused(refusal)),
        Err(_) => Err(WriteError::Store(StoreError::Panicked)),
    }
}

/// The door to the writer.
#[derive(Clone)]
pub(crate) struct Writer {
    queue: mpsc::Sender<Box<dyn Queued>>,
}

impl Writer {
    /// Starts the task. It ends when the last `Writer` is dropped.
    pub(crate) fn start(pool: SqlitePool) -> Writer {
        let (queue, mut waiting) = mpsc::channel(QUEUE_WORK_MAX);
        tokio::spawn(async move {
            while let Some(first) = waiting.recv().await {
                commit_group(&pool, first, &mut waiting).await;
            }
        });
        Writer { queue }
    }

    pub(crate) fn queued(&self) -> usize {
        self.queue.max_capacity() - self.queue.capacity()
    }

    pub(crate) async fn run<T, E, F>(&self, work: F) -> Result<T, WriteError<E>>
    where
        F: for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        self.queue.send(Box::new(Job { work, reply })).await.map_err(|_| WriteError::Store(StoreError::Closed))?;
        answer.await.unwrap_or(Err(WriteError::Store(StoreError::Closed)))
    }
}

async fn commit_group(pool: &SqlitePool, first: Box<dyn Queued>, waiting: &mut mpsc::Receiver<Box<dyn Queued>>) {
    // IMMEDIATE: the write lock is taken at once, so that nothing fails half-way when another process writes.
    let mut tx = match pool.begin_with("BEGIN IMMEDIATE").await {
        Ok(transaction) => Tx::sqlite(transaction, true),
        Err(error) => return first.fail(error.into()),
    };
    let mut kept: Vec<Answer> = Vec::new();
    let mut next = Some(first);
    let mut ran = 0;
    while let Some(work) = next {
        ran += 1;
        match run_in_savepoint(&mut tx, work).await {
            Ok(Some(answer)) => kept.push(answer),
            Ok(None) => {}
            Err(why) => {
                // SQLite gave up the whole transaction (disk full, I/O error): nobody in it is told otherwise.
                let _ = tx.rollback().await;
                return answer_all(kept, Some(&why));
            }
        }
        next = if ran < GROUP_WORK_MAX { waiting.try_recv().ok() } else { None };
    }
    let failed = tx.commit().await.err().map(|error| error.to_string());
    answer_all(kept, failed.as_deref());
}

/// The answer to give after COMMIT, `None` when it was given, or why the whole transaction is lost.
async fn run_in_savepoint(tx: &mut Tx, work: Box<dyn Queued>) -> Result<Option<Answer>, String> {
    if let Err(error) = exec!(tx, sqlx::query("SAVEPOINT work")) {
        let why = error.to_string();
        work.fail(error.into());
        return Err(why);
    }
    let Done { keep, answer } = work.run(tx).await;
    let ended = if keep {
        exec!(tx, sqlx::query("RELEASE work"))
    } else {
        match exec!(tx, sqlx::query("ROLLBACK TO work")) {
            Ok(_) => exec!(tx, sqlx::query("RELEASE work")),
            Err(error) => Err(error),
        }
    };
    match ended {
        Ok(_) if keep => Ok(Some(answer)),
        Ok(_) => {
            answer(Ok(()));
            Ok(None)
        }
        Err(error) => {
            let why = error.to_string();
            answer(Err(StoreError::NotCommitted(why.clone())));
            Err(why)
        }
    }
}

fn answer_all(answers: Vec<Answer>, failed: Option<&str>) {
    for answer in answers {
        answer(match failed {
            None => Ok(()),
            Some(why) => Err(StoreError::NotCommitted(why.to_owned())),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sqlx::sqlite::SqliteConnectOptions;

    async fn pool(place: &tempfile::TempDir) -> SqlitePool {
        let options = SqliteConnectOptions::new().filename(place.path().join("w.db")).create_if_missing(true);
        let pool = crate::db::sqlite_pool(1).connect_with(options).await.unwrap();
        sqlx::query("CREATE TABLE t (n INTEGER)").execute(&pool).await.unwrap();
        pool
    }

    type Reply = oneshot::Receiver<Result<(), WriteError<StoreError>>>;

    fn job(sql: &'static str) -> (Box<dyn Queued>, Reply) {
        let (reply, answer) = oneshot::channel();
        // Passed to a function at once: only there is the closure taken to work for every lifetime.
        let work = boxed(move |tx| Box::pin(async move { Ok(exec!(tx, sqlx::query(sql)).map(drop)?) }));
        (Box::new(Job { work, reply }), answer)
    }

    fn boxed<F>(work: F) -> F
    where
        F: for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Result<(), StoreError>> + Send + 'static,
    {
        work
    }

    /// SQLite ends a transaction by itself when the disk is full. Whoever was in it hears that, and the writer goes on.
    #[tokio::test]
    async fn a_transaction_that_ended_by_itself_is_told_to_all_in_it() {
        let place = tempfile::tempdir().unwrap();
        let pool = pool(&place).await;
        let (queue, mut waiting) = mpsc::channel(8);
        let (first, first_answer) = job("INSERT INTO t VALUES (1)");
        let (ender, ender_answer) = job("ROLLBACK");
        let (later, later_answer) = job("INSERT INTO t VALUES (3)");
        queue.send(ender).await.unwrap();
        queue.send(later).await.unwrap();
        commit_group(&pool, first, &mut waiting).await;
        assert!(matches!(first_answer.await.unwrap(), Err(WriteError::Store(StoreError::NotCommitted(_)))));
        assert!(matches!(ender_answer.await.unwrap(), Err(WriteError::Store(StoreError::NotCommitted(_)))));
        let next = waiting.recv().await.unwrap();
        commit_group(&pool, next, &mut waiting).await;
        later_answer.await.unwrap().unwrap();
        let rows: Vec<i64> = sqlx::query_scalar("SELECT n FROM t").fetch_all(&pool).await.unwrap();
        assert_eq!(rows, [3]);
    }
}
