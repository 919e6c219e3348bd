//! Accounts: a declared IIN blocks nobody, a proven one and a telephone belong to one account.

use crate::database::{commit, on_both, refused, view};
use crate::samples::account;
use domain::ids::AccountId;
use store::StoreError;

on_both!(kept_and_found, |db| {
    let mut one = account(1);
    one.name = Some(crate::samples::request().applicant.name);
    one.iin = Some("880101300008".into());
    let stored = one.clone();
    commit!(db, |tx| store::account::insert(tx, &stored).await?);
    assert_eq!(view!(db, |tx| store::account::get(tx, AccountId(crate::samples::id(1))).await?), Some(one.clone()));
    assert_eq!(view!(db, |tx| store::account::by_phone(tx, "+77010000001").await?), Some(one.clone()));
    assert_eq!(view!(db, |tx| store::account::by_proven_iin(tx, "880101300008").await?), None, "declared only");

    one.iin_proven = true;
    one.email = Some("ұлжан@example.org".into());
    one.notice_wish = Some(domain::notices::NoticeWish::Texts);
    one.notice_lang = Some(domain::lang::Lang::En);
    let changed = one.clone();
    assert!(commit!(db, |tx| store::account::update(tx, &changed).await?));
    assert_eq!(view!(db, |tx| store::account::by_proven_iin(tx, "880101300008").await?), Some(one));
    assert!(!commit!(db, |tx| store::account::update(tx, &account(9)).await?), "no such account");
});

on_both!(one_account_per_proven_iin_and_per_telephone, |db| {
    let with = |n: u128, proven: bool| {
        let mut account = account(n);
        account.iin = Some("880101300008".into());
        account.iin_proven = proven;
        account
    };
    for (n, proven) in [(1, false), (2, false), (3, true)] {
        let account = with(n, proven);
        commit!(db, |tx| store::account::insert(tx, &account).await?);
    }
    for mut second in [with(4, true), account(5)] {
        if second.iin.is_none() {
            second.phone = account(1).phone;
        }
        let outcome =
            db.store.write(move |tx| Box::pin(async move { store::account::insert(tx, &second).await })).await;
        assert!(matches!(refused(outcome), StoreError::Conflict(_)));
    }
});

on_both!(only_an_account_that_nobody_can_enter_and_that_holds_nothing_is_forgotten, |db| {
    let [mut made, mut drafting, called, mut proven] = [1, 2, 3, 4].map(account);
    for own in [&mut made, &mut drafting, &mut proven] {
        (own.phone, own.iin) = (None, Some("880101300008".into()));
    }
    proven.iin_proven = true;
    for one in [made, drafting, called, proven] {
        commit!(db, |tx| store::account::insert(tx, &one).await?);
    }
    commit!(db, |tx| store::draft::insert(tx, &crate::samples::draft(1, 2)).await?);
    for n in 1..=4 {
        let own = AccountId(crate::samples::id(n));
        commit!(db, |tx| _ = store::account::erase_unused(tx, own).await?);
        assert_eq!(view!(db, |tx| store::account::get(tx, own).await?).is_some(), n > 1, "{n}");
    }
});

on_both!(what_holds_nothing_but_its_telephone, |db| {
    let [mut named, mut reached, drafting, empty] = [1, 2, 3, 4].map(account);
    named.iin = Some("880101300008".into());
    reached.email = Some("a@example.org".into());
    for one in [named, reached, drafting, empty] {
        commit!(db, |tx| store::account::insert(tx, &one).await?);
    }
    commit!(db, |tx| store::draft::insert(tx, &crate::samples::draft(1, 3)).await?);
    for (n, nothing) in [(1, false), (2, false), (3, false), (4, true), (9, false)] {
        let found = view!(db, |tx| store::account::holds_nothing(tx, AccountId(crate::samples::id(n))).await?);
        assert_eq!(found, nothing, "{n}");
    }
});

on_both!(a_row_that_breaks_the_rules_is_an_error, |db| {
    commit!(db, |tx| store::account::insert(tx, &account(1)).await?);
    db.raw("UPDATE account SET lang = 'de'").await;
    let outcome = db
        .store
        .read(|tx| Box::pin(async move { store::account::get(tx, AccountId(crate::samples::id(1))).await }))
        .await;
    assert!(matches!(outcome, Err(StoreError::BadRow { table: "account", .. })), "{outcome:?}");
});

on_both!(a_reader_cannot_write, |db| {
    let outcome: Result<(), StoreError> =
        db.store.read(|tx| Box::pin(async move { store::account::insert(tx, &account(1)).await })).await;
    assert!(outcome.is_err());
    assert_eq!(db.count("SELECT count(*) FROM account").await, 0);
});
