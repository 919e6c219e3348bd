//! What the virus scanner says of files: the same bytes are looked at once, claimed one at a time, left alone together when nobody looks,
//! and judged once.

use crate::database::{Database, commit, on_both, view};
use crate::samples::{account, at, draft, id};
use domain::ids::{AttachmentId, DraftId};
use domain::scan::Scan;
use jiff::SignedDuration;
use store::BlobKey;
use store::attachment::Attachment;
use store::scan::{Claimed, Health};

const LEASE: SignedDuration = SignedDuration::from_secs(30);

fn blob(n: u8) -> BlobKey {
    BlobKey::of(&[n])
}

async fn enclosed(db: &Database, files: &'static [u8]) {
    commit!(db, |tx| {
        store::account::insert(tx, &account(1)).await?;
        store::draft::insert(tx, &draft(1, 1)).await?;
        for (at_place, n) in files.iter().enumerate() {
            let file = Attachment {
                id: AttachmentId(id(10 + u128::try_from(at_place).unwrap())),
                draft: DraftId(id(1)),
                document: "medical".into(),
                name: "page.png".into(),
                media_type: "image/png".into(),
                bytes: 1,
                blob: blob(*n),
                sha256_received: blob(*n).0,
                position: 0,
                created_at: at(0),
                pages: None,
            };
            store::attachment::insert(tx, &file).await?;
        }
    });
}

async fn claim(db: &Database, second: i64) -> Option<Claimed> {
    commit!(db, |tx| store::scan::claim(tx, at(second), LEASE).await?)
}

on_both!(the_same_bytes_are_looked_at_once, |db| {
    enclosed(db, &[1, 1, 2]).await;
    assert_eq!(view!(db, |tx| store::scan::get(tx, &blob(1)).await?), None, "nobody was asked");
    assert_eq!(commit!(db, |tx| store::scan::want_all(tx, at(1)).await?), 2);
    assert_eq!(commit!(db, |tx| store::scan::want_all(tx, at(2)).await?), 0);
    commit!(db, |tx| store::scan::want(tx, &blob(1), at(3)).await?);
    assert_eq!(claim(db, 0).await, None, "not due");
    let first = claim(db, 1).await.unwrap();
    let second = claim(db, 1).await.unwrap();
    assert_ne!(first.blob, second.blob);
    assert_eq!(claim(db, 30).await, None, "the lease holds");
    assert_eq!(claim(db, 31).await.unwrap().attempts, 2, "the worker died");
    let clean = Scan::Clean { at: at(40) };
    let infected = Scan::Infected { at: at(41), threat: "Eicar".into() };
    let (one, other) = (first.blob.clone(), clean.clone());
    assert!(commit!(db, |tx| store::scan::judge(tx, &one, &other).await?));
    let (one, other) = (first.blob.clone(), infected.clone());
    assert!(!commit!(db, |tx| store::scan::judge(tx, &one, &other).await?), "the first word stays");
    let (one, other) = (second.blob.clone(), infected.clone());
    assert!(commit!(db, |tx| store::scan::judge(tx, &one, &other).await?));
    let known = view!(db, |tx| store::scan::of_draft(tx, DraftId(id(1))).await?);
    assert_eq!((known.get(&first.blob), known.get(&second.blob), known.len()), (Some(&clean), Some(&infected), 2));
    assert_eq!(claim(db, 1000).await, None);
    assert_eq!(view!(db, |tx| store::scan::health(tx).await?), Health::default());
});

on_both!(while_nobody_looks_every_file_waits_and_no_try_counts, |db| {
    enclosed(db, &[1, 2]).await;
    commit!(db, |tx| store::scan::want_all(tx, at(1)).await?);
    let first = claim(db, 1).await.unwrap();
    let own = first.blob.clone();
    commit!(db, |tx| store::scan::rest(tx, &own, at(60), "no connection").await?);
    assert_eq!(claim(db, 59).await, None);
    let health = view!(db, |tx| store::scan::health(tx).await?);
    assert_eq!(health, Health { waiting: 2, last_error: Some("no connection".into()) });
    assert_eq!([claim(db, 60).await.unwrap().attempts, claim(db, 60).await.unwrap().attempts], [1, 1]);
    let own = first.blob.clone();
    commit!(db, |tx| store::scan::failed(tx, &own, at(70), "no answer in time").await?);
    assert_eq!(claim(db, 70).await.unwrap(), Claimed { blob: first.blob.clone(), attempts: 2 });
    let own = first.blob.clone();
    commit!(db, |tx| store::scan::judge(tx, &own, &Scan::NotPossible { at: at(71) }).await?);
    let known = view!(db, |tx| store::scan::get(tx, &first.blob).await?);
    assert_eq!(known, Some(Scan::NotPossible { at: at(71) }));
    assert_eq!(view!(db, |tx| store::scan::get(tx, &blob(7)).await?), None);
});
