//! The desk's door: who is kept out, who is not, and what a closed or changed account may still do.

use crate::fixture::{Desk, moment};
use domain::actor::{Actor, Role};
use domain::ids::MissionId;
use domain::lang::Trilingual;
use domain::paper::OfficerLine;
use office::officer_sign_in::{FAILED_MAX, Typed, officer_sign_in};
use office::staff::{self, NewStaff};
use office::{OfficeError, session};
use store::StoreError;
use totp_rs::{Algorithm, Builder, Secret};

const PASSWORD: &str = "a long password";
const SECRET: &[u8] = b"12345678901234567890";

async fn desk() -> Desk {
    let desk = Desk::open().await;
    let post = Trilingual { kk: "консул".into(), ru: "консул".into(), en: "consul".into() };
    let new = NewStaff {
        login: "consul".into(),
        password: PASSWORD.into(),
        role: Role::Officer,
        mission: Some(MissionId("berlin".into())),
        line: OfficerLine { name: "Сейітова А. Б.".into(), post },
        iin: None,
        totp_secret: Some(SECRET.to_vec()),
    };
    staff::add(&desk.office, new, &moment(-1)).await.unwrap();
    desk
}

fn code(secret: &[u8], second: i64) -> String {
    let totp = Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_step_duration(30)
        .with_secret(secret.to_vec())
        .build()
        .unwrap();
    totp.generate(u64::try_from(moment(second).now.as_second()).unwrap()).to_string()
}

async fn enter(desk: &Desk, second: i64, login: &str, password: &str, from: &str) -> Result<String, OfficeError> {
    {
        let code = code(SECRET, second);
        let typed = Typed { login, password, code: &code, own: "" };
        officer_sign_in(&desk.office, typed, from, &moment(second)).await
    }
}

#[tokio::test]
async fn a_stranger_s_failures_lock_the_stranger_and_not_the_consul() {
    let desk = desk().await;
    for n in 0..FAILED_MAX + 2 {
        let failed = enter(&desk, n, "consul", "wrong", "stranger").await;
        assert!(
            matches!(failed, Err(OfficeError::SignIn)),
            "nobody learns from outside that a login exists: {failed:?}"
        );
        assert!(matches!(enter(&desk, n, "nobody", "wrong", "stranger").await, Err(OfficeError::SignIn)));
    }
    let right = enter(&desk, 40, "consul", PASSWORD, "stranger").await;
    assert!(matches!(right, Err(OfficeError::SignInLocked { .. })), "{right:?}");
    enter(&desk, 40, "consul", PASSWORD, "embassy").await.unwrap();
    assert!(matches!(enter(&desk, 41, "consul", PASSWORD, "embassy").await, Err(OfficeError::SignIn)), "the same code");
    enter(&desk, 1000, "consul", PASSWORD, "stranger").await.unwrap();
}

#[tokio::test]
async fn two_requests_with_one_code_do_not_both_pass() {
    let desk = desk().await;
    let (one, other) =
        tokio::join!(enter(&desk, 0, "consul", PASSWORD, "embassy"), enter(&desk, 1, "consul", PASSWORD, "embassy"));
    assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
}

#[tokio::test]
async fn a_session_acts_as_what_the_person_is_now() {
    let desk = desk().await;
    let token = enter(&desk, 0, "consul", PASSWORD, "embassy").await.unwrap();
    let changed = desk.store.write(|tx| {
        Box::pin(async move {
            let mut person = store::officer::by_login(tx, "consul").await?.unwrap();
            person.role = Role::Auditor;
            person.mission = None;
            store::officer::save(tx, &person).await?;
            Ok::<_, StoreError>(())
        })
    });
    changed.await.unwrap();
    let view = session::open(&desk.office, &token, moment(5).now).await.unwrap().unwrap();
    assert!(matches!(view.actor, Actor::Staff { role: Role::Auditor, mission: None, .. }), "{:?}", view.actor);
}

#[tokio::test]
async fn a_closed_account_is_out_and_a_reset_one_has_new_secrets() {
    let desk = desk().await;
    let token = enter(&desk, 0, "consul", PASSWORD, "embassy").await.unwrap();
    assert_eq!(staff::close(&desk.office, "Consul ", &moment(60)).await.unwrap(), 1);
    assert!(session::open(&desk.office, &token, moment(5).now).await.unwrap().is_none());
    assert!(matches!(enter(&desk, 40, "consul", PASSWORD, "embassy").await, Err(OfficeError::SignIn)));
    let short = staff::reset(&desk.office, "consul", "short".into(), &moment(50)).await;
    assert!(matches!(short, Err(OfficeError::Findings(_))));
    let welcome = staff::reset(&desk.office, "consul", "another password".into(), &moment(50)).await.unwrap();
    assert!(matches!(enter(&desk, 70, "consul", PASSWORD, "embassy").await, Err(OfficeError::SignIn)));
    let secret = Secret::try_from_base32(&welcome.secret_base32).unwrap();
    let code = code(secret.as_ref(), 70);
    {
        let typed = Typed { login: "consul", password: "another password", code: &code, own: "" };
        officer_sign_in(&desk.office, typed, "embassy", &moment(70)).await.unwrap()
    };
    assert!(matches!(staff::close(&desk.office, "nobody", &moment(60)).await, Err(OfficeError::NotFound)));
}

#[tokio::test]
async fn a_form_is_kept_only_for_a_session_that_was() {
    let desk = desk().await;
    let token = enter(&desk, 0, "consul", PASSWORD, "embassy").await.unwrap();
    let keep = |token: String, second: i64| {
        let office = &desk.office;
        async move { session::keep_post(office, &token, "embassy", ("/en/desk", b"a=b"), &moment(second)).await.unwrap() }
    };
    assert_eq!(keep("made up".into(), 3000).await, None);
    let ticket = keep(token.clone(), 3001).await.unwrap();
    let taken = session::take_post(&desk.office, (&ticket, ""), moment(3002).now).await.unwrap();
    assert_eq!(taken, Some(("/en/desk".to_owned(), b"a=b".to_vec())));
    for n in 1..session::KEPT_POSTS_PER_HOUR_MAX {
        assert!(keep(token.clone(), 3001 + n).await.is_some());
    }
    assert_eq!(keep(token, 3500).await, None, "one address keeps so many an hour");
}

/// While the language is switched nobody needs a session; who keeps too much hears of it and loses nothing.
#[tokio::test]
async fn what_was_typed_is_kept_for_everybody_and_so_often_an_hour() {
    let desk = desk().await;
    let keep = async |second: i64| {
        session::keep_typed(&desk.office, ("hers", "a house"), ("/kk/sign-in/phone", b"phone=1"), &moment(second)).await
    };
    let ticket = keep(3000).await.unwrap();
    let sent_on = keep(3001).await.unwrap();
    assert_eq!(session::take_post(&desk.office, (&sent_on, "his"), moment(3001).now).await.unwrap(), None);
    let taken = session::take_post(&desk.office, (&ticket, "hers"), moment(3001).now).await.unwrap();
    assert_eq!(taken, Some(("/kk/sign-in/phone".to_owned(), b"phone=1".to_vec())));
    for n in 2..session::KEPT_POSTS_PER_HOUR_MAX {
        assert!(keep(3000 + n).await.is_ok());
    }
    assert!(matches!(keep(3100).await, Err(OfficeError::TooMany { .. })));
}
