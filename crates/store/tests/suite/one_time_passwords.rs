//! One-time passwords: the latest counts, a code is used once, and five tries stay five when they come at once.

use crate::database::{commit, on_both, view};
use crate::samples::{at, id};
use store::otp::{OtpCode, OtpGuard};

fn code(n: u128, purpose: &str) -> OtpCode {
    OtpCode {
        id: id(n),
        subject: "+77010000001".into(),
        purpose: purpose.into(),
        code_hash: [u8::try_from(n).unwrap(); 32],
        salt: [9; 16],
        context: Some("ab".into()),
        sent_to: "+77010000001".into(),
        created_at: at(i64::try_from(n).unwrap()),
        expires_at: at(900),
        used_at: None,
    }
}

on_both!(only_the_latest_code_counts, |db| {
    for (n, purpose) in [(1, "sign_in"), (2, "sign_in"), (3, "confirm")] {
        commit!(db, |tx| store::otp::insert(tx, &code(n, purpose)).await?);
    }
    let latest = view!(db, |tx| store::otp::latest(tx, "+77010000001", "sign_in").await?);
    assert_eq!(latest, Some(code(2, "sign_in")));
    assert_eq!(view!(db, |tx| store::otp::latest(tx, "+77010000001", "confirm").await?), Some(code(3, "confirm")));
    assert!(!commit!(db, |tx| store::otp::mark_used(tx, id(1), at(4)).await?), "the older one is gone");
});

on_both!(a_code_is_used_once, |db| {
    commit!(db, |tx| store::otp::insert(tx, &code(1, "sign_in")).await?);
    let tries = (0..8).map(|_| {
        let store = db.store.clone();
        tokio::spawn(async move {
            store.write(|tx| Box::pin(async move { store::otp::mark_used(tx, id(1), at(5)).await })).await.unwrap()
        })
    });
    let mut used = 0;
    for done in tries.collect::<Vec<_>>() {
        used += usize::from(done.await.unwrap());
    }
    assert_eq!(used, 1);
    let latest = view!(db, |tx| store::otp::latest(tx, "+77010000001", "sign_in").await?).unwrap();
    assert_eq!(latest.used_at, Some(at(5)));
});

on_both!(codes_that_went_to_an_old_number_are_forgotten, |db| {
    for (n, purpose) in [(1, "sign_in"), (2, "confirm"), (3, "new-phone")] {
        commit!(db, |tx| store::otp::insert(tx, &code(n, purpose)).await?);
    }
    assert!(commit!(db, |tx| store::otp::mark_used(tx, id(3), at(4)).await?));
    assert_eq!(commit!(db, |tx| store::otp::forget(tx, "somebody else").await?), 0);
    assert_eq!(commit!(db, |tx| store::otp::forget(tx, "+77010000001").await?), 2);
    assert!(view!(db, |tx| store::otp::latest(tx, "+77010000001", "confirm").await?).is_none());
    assert!(view!(db, |tx| store::otp::latest(tx, "+77010000001", "new-phone").await?).is_some(), "a used one is kept");
});

on_both!(tries_at_once_are_all_counted, |db| {
    let tries = (0..20).map(|_| {
        let store = db.store.clone();
        tokio::spawn(async move {
            store
                .write(|tx| {
                    Box::pin(async move {
                        let guard = store::otp::guard(tx, "somebody").await?;
                        let guard = OtpGuard { tries: guard.tries + 1, locked_until: Some(at(1)), ..guard };
                        store::otp::save_guard(tx, &guard).await
                    })
                })
                .await
                .unwrap();
        })
    });
    for done in tries.collect::<Vec<_>>() {
        done.await.unwrap();
    }
    let guard = commit!(db, |tx| store::otp::guard(tx, "somebody").await?);
    let expected = OtpGuard { subject: "somebody".into(), tries: 20, locked_until: Some(at(1)), last_sent_at: None };
    assert_eq!(guard, expected);
});
