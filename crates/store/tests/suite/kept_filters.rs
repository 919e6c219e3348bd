//! Kept filters: one's own in their order, no name and no place twice, gone one by one or all.

use crate::database::{commit, on_both, refused, view};
use crate::samples::{id, officer};
use store::StoreError;
use store::kept_filter::{self, Filter};

fn filter(n: u128, of: u128, place: i64, name: &str) -> Filter {
    let (tab, search) = ("late".to_owned(), if n == 2 { "Ахметов".to_owned() } else { String::new() });
    Filter { id: id(n), officer: officer(of).id, place, name: name.to_owned(), tab, search }
}

on_both!(kept_in_their_order_and_forgotten, |db| {
    for n in [1, 2] {
        commit!(db, |tx| store::officer::insert(tx, &officer(n)).await?);
    }
    for own in [filter(1, 1, 2, "b"), filter(2, 1, 1, "a"), filter(3, 2, 1, "a")] {
        commit!(db, |tx| kept_filter::insert(tx, &own).await?);
    }
    let of = view!(db, |tx| kept_filter::of(tx, officer(1).id).await?);
    assert_eq!(of, [filter(2, 1, 1, "a"), filter(1, 1, 2, "b")]);
    for twice in [filter(4, 1, 3, "a"), filter(5, 1, 2, "c")] {
        let outcome = db.store.write(move |tx| Box::pin(async move { kept_filter::insert(tx, &twice).await })).await;
        assert!(matches!(refused(outcome), StoreError::Conflict(_)));
    }
    assert!(!commit!(db, |tx| kept_filter::remove(tx, officer(1).id, id(3)).await?), "another's");
    assert!(commit!(db, |tx| kept_filter::remove(tx, officer(1).id, id(1)).await?));
    assert!(!commit!(db, |tx| kept_filter::remove(tx, officer(1).id, id(1)).await?), "gone");
    assert_eq!(commit!(db, |tx| kept_filter::remove_of(tx, officer(1).id).await?), 1);
    assert_eq!(view!(db, |tx| kept_filter::of(tx, officer(2).id).await?).len(), 1);
});
