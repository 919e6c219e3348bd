//! Seats: one slot has so many, and two hundred people at once get no more.

use crate::database::{Database, commit, on_both, view};
use crate::samples::{application, at, id, insert_application};
use domain::ids::{ApplicationId, MissionId};
use store::{StoreError, WriteError};

/// Why a transaction that got no seat is undone.
const FULL: StoreError = StoreError::Closed;

async fn cases(db: &Database, number: u128) {
    commit!(db, |tx| {
        for n in 1..=number {
            insert_application(tx, &application(n, 1, "berlin", 60)).await?;
        }
    });
}

/// Tries to give case `n` a seat; undone where none is free, as the office does.
async fn takes(store: store::Store, n: u128, second: i64, seats: u32) -> bool {
    let outcome = store.write(move |tx| {
        Box::pin(async move {
            let berlin = MissionId("berlin".into());
            let taken = store::appointment::take(tx, ApplicationId(id(n)), &berlin, at(second), seats).await?;
            if taken { Ok(()) } else { Err(FULL) }
        })
    });
    match outcome.await {
        Ok(()) => true,
        Err(WriteError::Refused(StoreError::Closed)) => false,
        Err(other) => panic!("{other:?}"),
    }
}

on_both!(two_hundred_at_once_get_the_seats_there_are_and_nobody_two, |db| {
    cases(db, 200).await;
    let tries: Vec<_> = (1..=200).map(|n| tokio::spawn(takes(db.store.clone(), n, 600, 3))).collect();
    let mut seated = 0;
    for done in tries {
        seated += usize::from(done.await.unwrap());
    }
    assert_eq!(seated, 3);
    let berlin = MissionId("berlin".into());
    let taken = view!(db, |tx| store::appointment::taken(tx, &berlin, at(0), at(700)).await?);
    assert_eq!(taken.len(), 3);
    assert!(taken.iter().all(|(slot, _)| *slot == at(600)));
});

on_both!(who_moves_gives_the_old_seat_up_and_keeps_it_where_the_new_one_is_taken, |db| {
    cases(db, 2).await;
    assert!(takes(db.store.clone(), 1, 600, 1).await);
    assert!(takes(db.store.clone(), 2, 1200, 1).await);
    assert!(!takes(db.store.clone(), 2, 600, 1).await, "somebody has it");
    let slots = |taken: Vec<(jiff::Timestamp, ApplicationId)>| taken.into_iter().map(|(at, _)| at).collect::<Vec<_>>();
    let berlin = MissionId("berlin".into());
    let mission = berlin.clone();
    let taken = view!(db, |tx| store::appointment::taken(tx, &mission, at(0), at(9000)).await?);
    assert_eq!(slots(taken), [at(600), at(1200)], "the transaction was undone: the old seat is kept");
    assert!(takes(db.store.clone(), 1, 1800, 1).await);
    assert!(takes(db.store.clone(), 2, 600, 1).await, "free again");
    let taken = view!(db, |tx| store::appointment::taken(tx, &berlin, at(0), at(9000)).await?);
    assert_eq!(slots(taken), [at(600), at(1800)]);
});

on_both!(a_reminder_is_noted_once_and_a_new_time_has_its_own, |db| {
    cases(db, 1).await;
    let case = ApplicationId(id(1));
    assert!(takes(db.store.clone(), 1, 600, 1).await);
    assert_eq!(view!(db, |tx| store::appointment::unreminded(tx, at(0), at(601), 10).await?), [case]);
    assert!(commit!(db, |tx| store::appointment::reminded(tx, case).await?));
    assert!(!commit!(db, |tx| store::appointment::reminded(tx, case).await?));
    assert!(view!(db, |tx| store::appointment::unreminded(tx, at(0), at(601), 10).await?).is_empty());
    assert!(takes(db.store.clone(), 1, 300, 1).await);
    assert_eq!(view!(db, |tx| store::appointment::unreminded(tx, at(0), at(601), 10).await?), [case]);
    commit!(db, |tx| store::appointment::free(tx, case).await?);
    assert!(view!(db, |tx| store::appointment::unreminded(tx, at(0), at(601), 10).await?).is_empty());
});
