//! Running numbers: no hole and no double, with rollbacks and at once.

use crate::database::{commit, on_both};
use store::{StoreError, WriteError};

on_both!(no_holes_and_no_doubles, |db| {
    let takers = (0..60).map(|n| {
        let store = db.store.clone();
        tokio::spawn(async move {
            store
                .write(move |tx| {
                    Box::pin(async move {
                        let number = store::numbers::next(tx, "certificate").await?;
                        if n % 3 == 0 { Err(StoreError::Closed) } else { Ok(number) }
                    })
                })
                .await
        })
    });
    let mut taken = Vec::new();
    for done in takers.collect::<Vec<_>>() {
        match done.await.unwrap() {
            Ok(number) => taken.push(number),
            Err(WriteError::Refused(StoreError::Closed)) => {}
            Err(other) => panic!("{other}"),
        }
    }
    taken.sort_unstable();
    assert_eq!(taken, (1..=40).collect::<Vec<i64>>());
    assert_eq!(commit!(db, |tx| store::numbers::next(tx, "record").await?), 1, "series do not share");
});
