//! Signing by the phone app: one at a time in one place of one browser, and every state comes back as it was.

use crate::database::{commit, on_both, view};
use crate::samples::{at, id};
use domain::ids::{AccountId, DraftId, MobileSigningId};
use store::mobile_signing::{self, MobileSigning, SIGN_IN_PLACE, State, Subject};

fn sign_in(n: u128, browser: u8) -> MobileSigning {
    MobileSigning {
        id: MobileSigningId(id(n)),
        browser: [browser; 32],
        subject: Subject::SignIn { ticket: "Мәтін '\" \u{1}".into() },
        state: State::Waiting,
        begun_at: at(0),
        expires_at: at(60),
    }
}

fn request(n: u128, browser: u8, draft: u128) -> MobileSigning {
    let (account, draft) = (AccountId(id(7)), DraftId(id(draft)));
    MobileSigning { subject: Subject::Request { account, draft, file: "00".repeat(32) }, ..sign_in(n, browser) }
}

on_both!(every_state_comes_back_as_it_was, |db| {
    let states = [
        State::Waiting,
        State::Fetched,
        State::Signed { signer: "ӘЙГЕРІМ \u{0} '".into(), cms: "30ff".into() },
        State::Sent,
        State::Refused { kind: "expired".into(), name: String::new(), date: Some(at(-5)) },
        State::Refused { kind: "another-person".into(), name: "Ә".into(), date: None },
    ];
    commit!(db, |tx| mobile_signing::begin(tx, &request(1, 1, 9)).await?);
    for state in states {
        let expected = MobileSigning { state: state.clone(), ..request(1, 1, 9) };
        assert!(commit!(db, |tx| mobile_signing::save(tx, MobileSigningId(id(1)), &state).await?));
        assert_eq!(view!(db, |tx| mobile_signing::get(tx, MobileSigningId(id(1))).await?), Some(expected));
    }
    assert!(!commit!(db, |tx| mobile_signing::save(tx, MobileSigningId(id(2)), &State::Sent).await?));
});

on_both!(one_at_a_time_in_one_place_of_one_browser, |db| {
    for signing in [sign_in(1, 1), sign_in(2, 2), request(3, 1, 9), request(4, 1, 10)] {
        commit!(db, |tx| mobile_signing::begin(tx, &signing).await?);
    }
    // Begun again: what the first one was is gone, the other browser and the other places stay.
    commit!(db, |tx| mobile_signing::begin(tx, &sign_in(5, 1)).await?);
    let own = view!(db, |tx| mobile_signing::at(tx, &[1; 32], SIGN_IN_PLACE).await?).unwrap();
    assert_eq!(own, sign_in(5, 1));
    assert_eq!(view!(db, |tx| mobile_signing::get(tx, MobileSigningId(id(1))).await?), None);
    let other = view!(db, |tx| mobile_signing::at(tx, &[2; 32], SIGN_IN_PLACE).await?).unwrap();
    assert_eq!(other.id.0, id(2));
    for (browser, expected) in [(1, Some(request(3, 1, 9))), (2, None)] {
        let place = mobile_signing::request_place(DraftId(id(9)));
        assert_eq!(view!(db, |tx| mobile_signing::at(tx, &[browser; 32], &place).await?), expected);
    }
});

on_both!(taken_once_and_purged, |db| {
    let late = MobileSigning { expires_at: at(120), ..sign_in(2, 2) };
    commit!(db, |tx| {
        mobile_signing::begin(tx, &sign_in(1, 1)).await?;
        mobile_signing::begin(tx, &late).await?;
    });
    assert_eq!(commit!(db, |tx| mobile_signing::purge(tx, at(60)).await?), 1);
    assert!(!commit!(db, |tx| mobile_signing::remove(tx, MobileSigningId(id(1))).await?));
    assert!(commit!(db, |tx| mobile_signing::remove(tx, MobileSigningId(id(2))).await?));
    assert!(!commit!(db, |tx| mobile_signing::remove(tx, MobileSigningId(id(2))).await?));
});
