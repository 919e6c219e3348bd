//! Officers come back as they were, and a login is unique.

use crate::database::{commit, on_both, refused, view};
use crate::samples::{at, officer};
use domain::actor::Role;
use store::StoreError;

on_both!(kept_found_and_saved, |db| {
    for n in [2, 1] {
        commit!(db, |tx| store::officer::insert(tx, &officer(n)).await?);
    }
    assert_eq!(view!(db, |tx| store::officer::list(tx).await?), vec![officer(1), officer(2)]);
    let mut one = view!(db, |tx| store::officer::by_login(tx, "consul-1").await?).unwrap();
    one.totp_last_step = 59_000_000;
    one.failed = 3;
    one.locked_until = Some(at(60));
    one.role = Role::Auditor;
    one.mission = None;
    one.active = false;
    let expected = one.clone();
    assert!(commit!(db, |tx| store::officer::save(tx, &one).await?));
    assert_eq!(view!(db, |tx| store::officer::get(tx, officer(1).id).await?), Some(expected));
    assert!(!commit!(db, |tx| store::officer::save(tx, &officer(9)).await?));
});

on_both!(a_login_is_unique, |db| {
    commit!(db, |tx| store::officer::insert(tx, &officer(1)).await?);
    let mut second = officer(2);
    second.login = officer(1).login;
    let outcome = db.store.write(move |tx| Box::pin(async move { store::officer::insert(tx, &second).await })).await;
    assert!(matches!(refused(outcome), StoreError::Conflict(_)));
});

on_both!(two_sign_ins_with_one_code_do_not_both_pass, |db| {
    commit!(db, |tx| store::officer::insert(tx, &officer(1)).await?);
    let tries = (0..8).map(|_| {
        let store = db.store.clone();
        tokio::spawn(async move {
            store
                .write(|tx| {
                    Box::pin(async move {
                        let mut officer = store::officer::by_login(tx, "consul-1").await?.unwrap();
                        let fresh = officer.totp_last_step < 100;
                        officer.totp_last_step = 100;
                        store::officer::save(tx, &officer).await?;
                        Ok::<_, StoreError>(fresh)
                    })
                })
                .await
                .unwrap()
        })
    });
    let mut passed = 0;
    for done in tries.collect::<Vec<_>>() {
        passed += usize::from(done.await.unwrap());
    }
    assert_eq!(passed, 1);
});

on_both!(an_unknown_role_is_a_bad_row, |db| {
    commit!(db, |tx| store::officer::insert(tx, &officer(1)).await?);
    db.raw("UPDATE officer SET role = 'king'").await;
    let outcome = db.store.read(|tx| Box::pin(async move { store::officer::list(tx).await })).await;
    assert!(matches!(outcome, Err(StoreError::BadRow { table: "officer", .. })), "{outcome:?}");
});
