//! The outbox: a letter is claimed by one worker, comes back when that one dies, and is gone when it was sent.

use crate::database::{Database, commit, on_both, view};
use crate::samples::{at, id, letter};
use std::collections::BTreeSet;
use store::outbox::{Channel, Letter};

async fn claim(db: &Database, second: i64, n: i64) -> Vec<Letter> {
    commit!(db, |tx| store::outbox::claim(tx, at(second), 30, n).await?)
}

on_both!(eight_workers_claim_each_letter_once, |db| {
    const LETTERS: u128 = 120;
    commit!(db, |tx| {
        for n in 1..=LETTERS {
            store::outbox::insert(tx, &letter(n, Channel::Email)).await?;
        }
    });
    let workers = (0..8).map(|_| {
        let store = db.store.clone();
        tokio::spawn(async move {
            let mut mine = Vec::new();
            loop {
                let claimed = store
                    .write(|tx| Box::pin(async move { store::outbox::claim(tx, at(0), 30, 7).await }))
                    .await
                    .unwrap();
                if claimed.is_empty() {
                    return mine;
                }
                for letter in claimed {
                    mine.push(letter.id);
                    store
                        .write(move |tx| Box::pin(async move { store::outbox::sent(tx, letter.id, at(1)).await }))
                        .await
                        .unwrap();
                }
            }
        })
    });
    let mut claimed = Vec::new();
    for worker in workers.collect::<Vec<_>>() {
        claimed.extend(worker.await.unwrap());
    }
    assert_eq!(claimed.len() as u128, LETTERS);
    assert_eq!(claimed.into_iter().collect::<BTreeSet<_>>().len() as u128, LETTERS);
    assert_eq!(db.count("SELECT count(*) FROM letter WHERE sent_at IS NULL").await, 0);
});

on_both!(a_dead_worker_s_letter_is_free_again, |db| {
    commit!(db, |tx| store::outbox::insert(tx, &letter(1, Channel::Sms)).await?);
    let first = claim(db, 0, 9).await;
    assert_eq!((first.len(), first[0].attempts), (1, 1));
    assert!(claim(db, 29, 9).await.is_empty(), "the lease holds");
    assert_eq!(claim(db, 30, 9).await[0].attempts, 2);
});

on_both!(a_failure_waits_and_a_sent_letter_stays_sent, |db| {
    commit!(db, |tx| store::outbox::insert(tx, &letter(1, Channel::Email)).await?);
    claim(db, 0, 9).await;
    commit!(db, |tx| store::outbox::failed(tx, id(1), at(600), "450 later").await?);
    assert!(claim(db, 599, 9).await.is_empty());
    let again = claim(db, 600, 9).await;
    assert_eq!(again[0].last_error.as_deref(), Some("450 later"));
    assert!(commit!(db, |tx| store::outbox::sent(tx, id(1), at(601)).await?));
    assert!(!commit!(db, |tx| store::outbox::sent(tx, id(1), at(602)).await?));
    commit!(db, |tx| store::outbox::failed(tx, id(1), at(0), "late news").await?);
    assert!(claim(db, 9999, 9).await.is_empty());
});

on_both!(a_notice_in_the_portal_is_born_sent_and_shown, |db| {
    commit!(db, |tx| store::account::insert(tx, &crate::samples::account(1)).await?);
    let mut notice = letter(1, Channel::Portal);
    notice.account = Some(domain::ids::AccountId(id(1)));
    let stored = notice.clone();
    commit!(db, |tx| store::outbox::insert(tx, &stored).await?);
    assert!(claim(db, 0, 9).await.is_empty());
    notice.sent_at = Some(at(0));
    let shown = view!(db, |tx| store::outbox::of_account(tx, domain::ids::AccountId(id(1))).await?);
    assert_eq!(shown, [notice]);
    let about = view!(db, |tx| store::outbox::of_application(tx, domain::ids::ApplicationId(id(1))).await?);
    assert!(about.is_empty());
});

on_both!(expired_letters_of_a_kind_are_dropped_or_blanked, |db| {
    for n in 1..=3 {
        let mut code = letter(n, Channel::Sms);
        code.kind = if n == 3 { "submitted".into() } else { "otp".into() };
        commit!(db, |tx| store::outbox::insert(tx, &code).await?);
    }
    commit!(db, |tx| store::outbox::sent(tx, id(1), at(1)).await?);
    let before = at(-1);
    assert_eq!(commit!(db, |tx| store::outbox::drop_unsent(tx, "otp", before).await?), 0, "not yet");
    assert_eq!(commit!(db, |tx| store::outbox::drop_unsent(tx, "otp", at(0)).await?), 1);
    assert_eq!(commit!(db, |tx| store::outbox::blank_before(tx, "otp", at(0)).await?), 1);
    commit!(db, |tx| store::outbox::blank(tx, id(3)).await?);
    let bodies = view!(db, |tx| store::outbox::recent(tx, 9).await?).into_iter().map(|letter| letter.body);
    assert_eq!(bodies.collect::<Vec<_>>(), [String::new(), String::new()]);
});

on_both!(a_check_list_is_forgotten_once_it_went_or_was_given_up, |db| {
    let list = |n: u128| Letter { kind: "check_list".to_owned(), application: None, ..letter(n, Channel::Email) };
    commit!(db, |tx| {
        for n in 1..=3 {
            store::outbox::insert(tx, &list(n)).await?;
        }
        store::outbox::insert(tx, &letter(4, Channel::Email)).await?;
        for n in [1, 4] {
            store::outbox::sent(tx, letter(n, Channel::Email).id, at(1)).await?;
        }
        store::outbox::give_up(tx, list(2).id, at(1), "no such mailbox").await?;
    });
    assert_eq!(commit!(db, |tx| store::outbox::forget_check_lists(tx, at(-1)).await?), 0, "not yet");
    assert_eq!(commit!(db, |tx| store::outbox::forget_check_lists(tx, at(2)).await?), 2);
    // The one that waits stays, and so does every letter of a case.
    assert_eq!(db.count("SELECT count(*) FROM letter WHERE kind = 'check_list'").await, 1);
    assert_eq!(db.count("SELECT count(*) FROM letter").await, 2);
});
