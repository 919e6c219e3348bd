//! Certificates by two verbs, and papers.

use crate::database::{Database, commit, on_both, refused, view};
use crate::samples::{application, at, id, officer, store_application};
use domain::certificate::CertificateNumber;
use domain::ids::{ApplicationId, OfficerId};
use store::certificate::Issued;
use store::paper::Paper;
use store::{BlobKey, StoreError};

async fn with_applications(db: &Database) {
    commit!(db, |tx| store::officer::insert(tx, &officer(1)).await?);
    for n in [1, 2] {
        store_application(&db.store, application(n, 1, "berlin", 60)).await.unwrap();
    }
}

async fn reserve(db: &Database, n: u128, number: &str) -> Result<(), StoreError> {
    let number = CertificateNumber(number.into());
    db.store
        .write(move |tx| {
            Box::pin(async move {
                store::certificate::reserve(tx, ApplicationId(id(n)), &number, OfficerId(id(1)), at(3)).await
            })
        })
        .await
        .map_err(store::WriteError::flatten)
}

on_both!(a_number_is_reserved_then_issued, |db| {
    with_applications(db).await;
    reserve(db, 1, "DA-26-0000001").await.unwrap();
    let waiting = view!(db, |tx| store::certificate::unissued(tx).await?);
    assert_eq!(waiting.len(), 1);
    assert_eq!((waiting[0].number.0.as_str(), &waiting[0].issued), ("DA-26-0000001", &None));

    let file = BlobKey::of(b"certificate");
    let (first, second) = (file.clone(), BlobKey::of(b"another"));
    let case = ApplicationId(id(1));
    assert!(commit!(db, |tx| store::certificate::mark_issued(tx, case, &first, at(4)).await?));
    assert!(!commit!(db, |tx| store::certificate::mark_issued(tx, case, &second, at(5)).await?), "never replaced");
    let now = view!(db, |tx| store::certificate::get(tx, ApplicationId(id(1))).await?).unwrap();
    assert_eq!(now.issued, Some(Issued { file, at: at(4) }));
    assert!(view!(db, |tx| store::certificate::unissued(tx).await?).is_empty());
});

on_both!(one_number_for_one_case, |db| {
    with_applications(db).await;
    reserve(db, 1, "DA-26-0000001").await.unwrap();
    assert!(matches!(reserve(db, 1, "DA-26-0000002").await, Err(StoreError::Conflict(_))), "a second number");
    assert!(matches!(reserve(db, 2, "DA-26-0000001").await, Err(StoreError::Conflict(_))), "a second case");
    assert!(reserve(db, 3, "DA-26-0000003").await.is_err(), "no such case");
});

on_both!(one_paper_of_a_kind, |db| {
    with_applications(db).await;
    let paper = |kind: &str, bytes: &[u8]| Paper {
        application: ApplicationId(id(1)),
        kind: kind.into(),
        number: None,
        file: BlobKey::of(bytes),
        created_at: at(0),
    };
    for kind in ["certificate", "application"] {
        let paper = paper(kind, b"1");
        commit!(db, |tx| store::paper::insert(tx, &paper).await?);
    }
    let second = paper("certificate", b"2");
    let outcome = db.store.write(move |tx| Box::pin(async move { store::paper::insert(tx, &second).await })).await;
    assert!(matches!(refused(outcome), StoreError::Conflict(_)));
    let found = view!(db, |tx| store::paper::get(tx, ApplicationId(id(1)), "certificate").await?);
    assert_eq!(found, Some(paper("certificate", b"1")));
    let all = view!(db, |tx| store::paper::of(tx, ApplicationId(id(1))).await?);
    assert_eq!(all.iter().map(|paper| paper.kind.as_str()).collect::<Vec<_>>(), ["application", "certificate"]);
});
