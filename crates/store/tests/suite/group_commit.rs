//! Writes: one failure harms nobody else, and nobody is told "done" before the COMMIT.

use crate::database::{Database, on_both};
use crate::samples::account;
use store::{StoreError, WriteError};
use tokio::sync::oneshot;

on_both!(a_hundred_at_once_of_which_some_say_no, |db| {
    #[derive(Debug)]
    enum No {
        Ten,
        Store,
    }
    impl From<StoreError> for No {
        fn from(_: StoreError) -> No {
            No::Store
        }
    }
    let writers = (1..=100_u128).map(|n| {
        let (store, url, postgres) = (db.store.clone(), db.url.clone(), db.is_postgres());
        tokio::spawn(async move {
            let outcome = store
                .write(move |tx| {
                    Box::pin(async move {
                        store::account::insert(tx, &account(n)).await?;
                        if n % 25 == 0 {
                            // A statement that fails inside: the same telephone again.
                            store::account::insert(tx, &account(n)).await?;
                        }
                        if n % 10 == 0 { Err(No::Ten) } else { Ok(n) }
                    })
                })
                .await;
            let there = !postgres && row_is_there(&url, n).await;
            (n, outcome, there || postgres)
        })
    });
    for done in writers.collect::<Vec<_>>() {
        let (n, outcome, there) = done.await.unwrap();
        match outcome {
            Ok(value) => assert!(value == n && n % 10 != 0 && n % 25 != 0 && there, "{n}"),
            Err(WriteError::Refused(No::Ten)) => assert!(n % 10 == 0 && n % 25 != 0, "{n}"),
            Err(WriteError::Refused(No::Store)) => assert!(n % 25 == 0, "{n}"),
            Err(WriteError::Store(error)) => panic!("{n}: {error}"),
        }
    }
    assert_eq!(db.count("SELECT count(*) FROM account").await, 88, "100 less 10 tens less 25 and 75");
});

/// Looked up on a connection of its own right after the answer: only what is committed is seen.
async fn row_is_there(url: &str, n: u128) -> bool {
    use sqlx::Connection;
    let mut connection = sqlx::SqliteConnection::connect(url).await.unwrap();
    let found: i64 = sqlx::query_scalar("SELECT count(*) FROM account WHERE id = $1")
        .bind(crate::samples::id(n))
        .fetch_one(&mut connection)
        .await
        .unwrap();
    found == 1
}

on_both!(a_panic_is_rolled_back_and_the_store_goes_on, |db| {
    let outcome: Result<(), WriteError<StoreError>> = db
        .store
        .write(|tx| {
            Box::pin(async move {
                store::account::insert(tx, &account(1)).await?;
                panic!("on purpose")
            })
        })
        .await;
    assert!(matches!(outcome, Err(WriteError::Store(StoreError::Panicked))), "{outcome:?}");
    db.store.write(|tx| Box::pin(async move { store::account::insert(tx, &account(2)).await })).await.unwrap();
    assert_eq!(db.count("SELECT count(*) FROM account").await, 1);
});

on_both!(work_that_meets_a_conflict_may_look_and_go_on, |db| {
    let outcome: Result<bool, WriteError<StoreError>> = db
        .store
        .write(|tx| {
            Box::pin(async move {
                store::account::insert(tx, &account(1)).await?;
                let again = store::account::insert(tx, &account(1)).await;
                assert!(matches!(again, Err(StoreError::Conflict(_))));
                Ok(store::account::get(tx, account(1).id).await?.is_some())
            })
        })
        .await;
    assert!(outcome.unwrap());
    assert_eq!(db.count("SELECT count(*) FROM account").await, 1);
});

on_both!(work_that_swallows_an_error_is_never_told_what_is_not_so, |db| {
    let outcome: Result<(), WriteError<StoreError>> = db
        .store
        .write(|tx| {
            Box::pin(async move {
                store::account::insert(tx, &account(1)).await?;
                // No such account: a foreign key fails.
                assert!(store::draft::insert(tx, &crate::samples::draft(1, 77)).await.is_err());
                Ok(())
            })
        })
        .await;
    let there = db.count("SELECT count(*) FROM account").await == 1;
    match outcome {
        Ok(()) => assert!(there),
        Err(WriteError::Store(StoreError::NotCommitted(_))) => assert!(!there),
        Err(other) => panic!("{other}"),
    }
});

/// First and last wait for a gate inside one group. The first has done its work, yet it is not answered and its row is not
/// seen while the last still holds the group open.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nobody_is_answered_before_the_commit() {
    let db = Database::sqlite().await;
    let (open_first, first_gate) = oneshot::channel::<()>();
    let (open_last, last_gate) = oneshot::channel::<()>();
    let (say_begun, first_begun) = oneshot::channel::<()>();
    let (say_reached, last_reached) = oneshot::channel::<()>();
    let work = |n: u128, begun: oneshot::Sender<()>, gate: oneshot::Receiver<()>| {
        let store = db.store.clone();
        tokio::spawn(async move {
            store
                .write(move |tx| {
                    Box::pin(async move {
                        begun.send(()).unwrap();
                        gate.await.unwrap();
                        store::account::insert(tx, &account(n)).await
                    })
                })
                .await
        })
    };
    let first = work(1, say_begun, first_gate);
    first_begun.await.unwrap();
    let last = work(2, say_reached, last_gate);
    // The last is in the queue before the first may end: it joins the same group.
    while !last.is_finished() && db.store.queued() == 0 {
        tokio::task::yield_now().await;
    }
    open_first.send(()).unwrap();
    last_reached.await.unwrap();
    assert!(!first.is_finished(), "answered before COMMIT");
    assert!(!row_is_there(&db.url, 1).await, "seen before COMMIT");
    open_last.send(()).unwrap();
    first.await.unwrap().unwrap();
    last.await.unwrap().unwrap();
    assert!(row_is_there(&db.url, 1).await && row_is_there(&db.url, 2).await);
}

/// The caller goes away in the middle: its work stands.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_caller_that_goes_away_does_not_take_its_work_along() {
    let db = Database::sqlite().await;
    let (open, gate) = oneshot::channel::<()>();
    let (say_begun, begun) = oneshot::channel::<()>();
    let store = db.store.clone();
    let caller = tokio::spawn(async move {
        store
            .write(move |tx| {
                Box::pin(async move {
                    say_begun.send(()).unwrap();
                    gate.await.unwrap();
                    store::account::insert(tx, &account(1)).await
                })
            })
            .await
    });
    begun.await.unwrap();
    caller.abort();
    open.send(()).unwrap();
    db.store.close().await;
    assert_eq!(db.count("SELECT count(*) FROM account").await, 1);
}
