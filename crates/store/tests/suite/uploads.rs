//! Uploads in pieces: an offset counts once, nothing grows past its length, what is given up goes with its pieces.

use crate::database::{commit, on_both, view};
use crate::samples::{account, at, draft, id};
use domain::ids::{AccountId, DraftId, UploadId};
use store::upload::{self, Upload};

fn sample(n: u128, expires: i64) -> Upload {
    Upload {
        id: UploadId(id(n)),
        account: AccountId(id(1)),
        draft: DraftId(id(1)),
        document: "medical".into(),
        name: "Фото.jpg".into(),
        bytes: 6,
        received: 0,
        expires_at: at(expires),
    }
}

on_both!(pieces_follow_each_other_and_go_together, |db| {
    commit!(db, |tx| store::account::insert(tx, &account(1)).await?);
    commit!(db, |tx| store::draft::insert(tx, &draft(1, 1)).await?);
    for (n, expires) in [(1, 20), (2, 10)] {
        commit!(db, |tx| upload::insert(tx, &sample(n, expires)).await?);
    }
    let (first, second) = (UploadId(id(1)), UploadId(id(2)));
    assert!(commit!(db, |tx| upload::append(tx, first, 0, b"abcd").await?));
    assert!(!commit!(db, |tx| upload::append(tx, first, 0, b"abcd").await?), "the same piece twice");
    assert!(!commit!(db, |tx| upload::append(tx, first, 5, b"f").await?), "a hole");
    assert!(!commit!(db, |tx| upload::append(tx, first, 4, b"efg").await?), "longer than it is");
    assert!(commit!(db, |tx| upload::append(tx, first, 4, b"ef").await?));
    assert!(commit!(db, |tx| upload::append(tx, second, 0, b"x").await?));
    assert_eq!(view!(db, |tx| upload::content(tx, first).await?), b"abcdef");
    assert_eq!(view!(db, |tx| upload::get(tx, first).await?), Some(Upload { received: 6, ..sample(1, 20) }));
    let all = view!(db, |tx| upload::of_account(tx, AccountId(id(1))).await?);
    assert_eq!(all.iter().map(|one| one.id).collect::<Vec<_>>(), [second, first]);

    assert_eq!(commit!(db, |tx| upload::purge(tx, at(10)).await?), 1);
    assert_eq!(view!(db, |tx| upload::get(tx, second).await?), None);
    assert_eq!(view!(db, |tx| upload::content(tx, second).await?), b"");
    assert!(commit!(db, |tx| upload::remove(tx, first).await?));
    assert!(!commit!(db, |tx| upload::remove(tx, first).await?));
    assert_eq!(view!(db, |tx| upload::content(tx, first).await?), b"");
});
