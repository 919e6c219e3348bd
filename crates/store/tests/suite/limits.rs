//! Rate limits: fixed windows, counted whoever asks.

use crate::database::{commit, on_both};
use crate::samples::at;

on_both!(hits_are_counted_in_their_window, |db| {
    // The tests begin at a whole hour: second 0 opens a window of 60 seconds.
    for (second, expected) in [(0, 1), (1, 2), (59, 3), (60, 1), (61, 2)] {
        assert_eq!(commit!(db, |tx| store::limit::hit(tx, "otp:1", 60, at(second)).await?), expected, "{second}");
    }
    assert_eq!(commit!(db, |tx| store::limit::hit(tx, "otp:2", 60, at(61)).await?), 1);
    assert_eq!(commit!(db, |tx| store::limit::purge(tx, at(500)).await?), 2);
});

on_both!(hits_at_once_are_all_counted, |db| {
    let hits = (0..30).map(|_| {
        let store = db.store.clone();
        tokio::spawn(async move {
            store.write(|tx| Box::pin(async move { store::limit::hit(tx, "k", 60, at(0)).await })).await.unwrap()
        })
    });
    let mut seen = Vec::new();
    for done in hits.collect::<Vec<_>>() {
        seen.push(done.await.unwrap());
    }
    seen.sort_unstable();
    assert_eq!(seen, (1..=30).collect::<Vec<i64>>());
});

on_both!(hits_are_read_without_counting_and_can_be_forgotten, |db| {
    commit!(db, |tx| store::limit::hit(tx, "k", 60, at(30)).await?);
    for _ in 0..2 {
        assert_eq!(commit!(db, |tx| store::limit::hits(tx, "k", 60, at(59)).await?), 1);
    }
    assert_eq!(commit!(db, |tx| store::limit::hits(tx, "k", 60, at(60)).await?), 0, "the next window");
    assert_eq!(store::limit::window_end(60, at(30)).as_second(), at(60).as_second());
    assert_eq!(store::limit::window_end(60, at(60)).as_second(), at(120).as_second());
    commit!(db, |tx| store::limit::forget(tx, "k").await?);
    assert_eq!(commit!(db, |tx| store::limit::hits(tx, "k", 60, at(59)).await?), 0);
});
