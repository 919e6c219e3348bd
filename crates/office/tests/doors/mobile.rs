//! Signing in by the phone app: the code gives nobody a session, only the browser that asked gets one, once, in time, for a person's key.

use crate::fixture::{Desk, moment};
use domain::lang::Lang;
use domain::moment::Moment;
use office::mobile_signing::describe::{Described, describe};
use office::mobile_signing::fetch::fetch;
use office::mobile_signing::take::take;
use office::mobile_signing::view::{Stage, View, view};
use office::mobile_signing::{Browser, NotServed, Place, VALID, begin, enter};
use office::sign_in_otp::SignedIn;
use office::{Office, OfficeError, session};
use testkit::{Algorithm, Person, PersonSpec, Role};

const PHONE: &str = "198.51.100.7";
const HOME: &str = "203.0.113.7";

fn hers() -> Browser {
    Browser::anonymous("her form cookie")
}

fn another() -> Browser {
    Browser::anonymous("another's form cookie")
}

async fn seen(office: &Office, browser: Browser, at: &Moment) -> Option<View> {
    view(office, browser, Place::SignIn, at.now).await.unwrap()
}

async fn stage(office: &Office, browser: Browser, at: &Moment) -> Option<Stage> {
    seen(office, browser, at).await.map(|view| view.stage)
}

/// The browser begins and the phone reads its code.
async fn read(office: &Office, at: &Moment) -> (View, Described) {
    begin::sign_in(office, hers(), HOME, at).await.unwrap();
    let view = seen(office, hers(), at).await.unwrap();
    let described = describe(office, view.id, &view.tag, PHONE, at).await.unwrap();
    assert_eq!(described.number, view.number);
    (view, described)
}

/// The phone fetches, signs and brings back.
async fn signs(office: &Office, view: &View, token: &str, person: &Person, at: &Moment) -> Result<(), NotServed> {
    let fetched = fetch(office, view.id, token, PHONE, at).await?;
    take(office, view.id, token, &person.sign_detached(&fetched.content, at.now), PHONE, at).await
}

fn kind(outcome: Result<(), NotServed>) -> &'static str {
    match outcome.unwrap_err() {
        NotServed::Refused(problem) => problem.kind,
        other => panic!("{other:?}"),
    }
}

async fn enters(office: &Office, browser: Browser, at: &Moment) -> Result<SignedIn, OfficeError> {
    enter::enter(office, browser, Lang::Kk, at).await
}

#[tokio::test]
async fn only_the_browser_that_asked_is_signed_in_and_only_once() {
    let desk = Desk::open_with_mobile().await;
    let office = &desk.office;
    let (view, asked) = read(office, &moment(0)).await;
    assert_eq!(view.stage, Stage::Waiting);
    assert!(matches!(enters(office, hers(), &moment(1)).await, Err(OfficeError::Stale)), "nothing is signed yet");
    signs(office, &view, &asked.token, &desk.person, &moment(2)).await.unwrap();
    assert!(
        matches!(stage(office, hers(), &moment(3)).await, Some(Stage::Signed { signer }) if signer.contains("СЫНАҚОВА"))
    );
    // Another browser sees nothing and gets nothing, whatever it knows of the code.
    assert_eq!(stage(office, another(), &moment(3)).await, None);
    assert!(matches!(enters(office, another(), &moment(3)).await, Err(OfficeError::Stale)));
    let entered = enters(office, hers(), &moment(4)).await.unwrap();
    let opened = session::open(office, &entered.token, moment(5).now).await.unwrap().unwrap();
    assert_eq!(opened.account.unwrap().iin.as_deref(), desk.person.iin());
    // Once: not again, nor from another window with the same cookie.
    assert!(matches!(enters(office, hers(), &moment(6)).await, Err(OfficeError::Stale)));
    assert_eq!(stage(office, hers(), &moment(6)).await, None);
}

#[tokio::test]
async fn a_repeated_call_gets_the_same_answer_and_a_second_signature_changes_nothing() {
    let desk = Desk::open_with_mobile().await;
    let office = &desk.office;
    let (view, asked) = read(office, &moment(0)).await;
    signs(office, &view, &asked.token, &desk.person, &moment(1)).await.unwrap();
    take(office, view.id, &asked.token, b"something else", PHONE, &moment(2)).await.unwrap();
    assert!(matches!(stage(office, hers(), &moment(2)).await, Some(Stage::Signed { .. })));
    assert!(matches!(fetch(office, view.id, &asked.token, PHONE, &moment(3)).await, Err(NotServed::Over)));
    let again = describe(office, view.id, &view.tag, PHONE, &moment(3)).await;
    assert!(matches!(again, Err(NotServed::Over)), "the code has served");
}

#[tokio::test]
async fn a_wrong_address_or_token_opens_nothing() {
    let desk = Desk::open_with_mobile().await;
    let office = &desk.office;
    let (view, asked) = read(office, &moment(0)).await;
    let cut = &view.tag[1..];
    for tag in ["", cut, "00000000000000000000000000000000", asked.token.as_str()] {
        let answer = describe(office, view.id, tag, PHONE, &moment(1)).await;
        assert!(matches!(answer, Err(NotServed::Office(OfficeError::NotFound))), "{tag}: {answer:?}");
    }
    // The token of another signing is no right to this one.
    begin::sign_in(office, another(), HOME, &moment(1)).await.unwrap();
    let theirs = seen(office, another(), &moment(1)).await.unwrap();
    let their_token = describe(office, theirs.id, &theirs.tag, PHONE, &moment(1)).await.unwrap().token;
    for token in ["", view.tag.as_str(), their_token.as_str()] {
        assert!(matches!(fetch(office, view.id, token, PHONE, &moment(2)).await, Err(NotServed::Token)));
        assert!(matches!(take(office, view.id, token, b"x", PHONE, &moment(2)).await, Err(NotServed::Token)));
    }
    assert_eq!(stage(office, hers(), &moment(3)).await, Some(Stage::Waiting), "nothing has happened");
}

#[tokio::test]
async fn a_company_key_and_a_signature_over_something_else_are_refused_in_words() {
    let desk = Desk::open_with_mobile().await;
    let office = &desk.office;
    let head = PersonSpec {
        role: Role::FirstHead { bin: "120340000014".into(), organization: "ТОО «СЫНАҚ»".into() },
        ..PersonSpec::individual("head", Algorithm::Gost512)
    };
    let head = desk.nca.person(&head);
    let (view, asked) = read(office, &moment(0)).await;
    assert_eq!(kind(signs(office, &view, &asked.token, &head, &moment(1)).await), "company-key");
    assert!(
        matches!(stage(office, hers(), &moment(2)).await, Some(Stage::Refused(problem)) if problem.kind == "company-key")
    );
    assert!(matches!(enters(office, hers(), &moment(2)).await, Err(OfficeError::Stale)));
    // What was refused stays so, whatever comes after it.
    let good = desk.person.sign_detached(b"x", moment(3).now);
    assert_eq!(kind(take(office, view.id, &asked.token, &good, PHONE, &moment(3)).await), "company-key");

    for (second, cms, expected) in [
        (10, desk.person.sign_detached(b"another text", moment(11).now), "tampered"),
        (20, desk.person.sign_attached(b"another text", moment(21).now), "tampered"),
        (30, b"no signature".to_vec(), "unreadable"),
        (40, vec![], "no-signer"),
    ] {
        let (view, asked) = read(office, &moment(second)).await;
        let outcome = take(office, view.id, &asked.token, &cms, PHONE, &moment(second + 1)).await;
        assert_eq!(kind(outcome), expected);
    }
    // With exactly our bytes inside it is as good as without them.
    let (view, asked) = read(office, &moment(50)).await;
    let content = fetch(office, view.id, &asked.token, PHONE, &moment(51)).await.unwrap().content;
    let inside = desk.person.sign_attached(&content, moment(52).now);
    take(office, view.id, &asked.token, &inside, PHONE, &moment(52)).await.unwrap();
    enters(office, hers(), &moment(53)).await.unwrap();
}

#[tokio::test]
async fn a_code_ends_after_ten_minutes_and_when_another_is_shown() {
    let desk = Desk::open_with_mobile().await;
    let office = &desk.office;
    let late = VALID.as_secs() + 1;
    let (view, asked) = read(office, &moment(0)).await;
    let content = fetch(office, view.id, &asked.token, PHONE, &moment(1)).await.unwrap().content;
    let signature = desk.person.sign_detached(&content, moment(2).now);
    let outcome = take(office, view.id, &asked.token, &signature, PHONE, &moment(late)).await;
    assert!(matches!(outcome, Err(NotServed::Over)), "{outcome:?}");
    assert_eq!(stage(office, hers(), &moment(late)).await, Some(Stage::Expired));
    // Signed in time, but nobody pressed "Continue" in time.
    let (view, asked) = read(office, &moment(late + 1)).await;
    signs(office, &view, &asked.token, &desk.person, &moment(late + 2)).await.unwrap();
    let too_late = moment(2 * late + 2);
    assert_eq!(stage(office, hers(), &too_late).await, Some(Stage::Expired));
    assert!(matches!(enters(office, hers(), &too_late).await, Err(OfficeError::Stale)));
    // A new code: the old one is over.
    let (old, old_asked) = read(office, &moment(2000)).await;
    let _ = read(office, &moment(2001)).await;
    let outcome = signs(office, &old, &old_asked.token, &desk.person, &moment(2002)).await;
    assert!(matches!(outcome, Err(NotServed::Over)), "{outcome:?}");
    // And the worker forgets it.
    let job = office::jobs::run_due(office, &moment(2000 + late + 3700)).await;
    assert!(job.is_ok(), "{job:?}");
    assert_eq!(stage(office, hers(), &moment(2000 + late + 3701)).await, None);
}

#[tokio::test]
async fn beginning_and_calling_are_limited() {
    let desk = Desk::open_with_mobile().await;
    let office = &desk.office;
    let (view, _) = read(office, &moment(0)).await;
    let mut outcome = Ok(());
    for second in 1..60 {
        outcome = describe(office, view.id, "00", PHONE, &moment(second)).await.map(|_| ());
        if !matches!(outcome, Err(NotServed::Office(OfficeError::NotFound))) {
            break;
        }
    }
    assert!(matches!(outcome, Err(NotServed::Office(OfficeError::TooMany { .. }))), "{outcome:?}");
    let mut begun = Ok(());
    for second in 1..60 {
        begun = begin::sign_in(office, another(), HOME, &moment(second)).await;
        if begun.is_err() {
            break;
        }
    }
    assert!(matches!(begun, Err(OfficeError::TooMany { .. })), "{begun:?}");
}

#[tokio::test]
async fn outside_a_demonstration_there_is_no_such_way() {
    let desk = Desk::open().await;
    let office = &desk.office;
    let begun = begin::sign_in(office, hers(), HOME, &moment(0)).await;
    assert!(matches!(begun, Err(OfficeError::NotFound)), "{begun:?}");
    let id = domain::ids::MobileSigningId(moment(0).uuid("any"));
    let answer = describe(office, id, "00", PHONE, &moment(0)).await;
    assert!(matches!(answer, Err(NotServed::Office(OfficeError::NotFound))));
    assert!(matches!(enters(office, hers(), &moment(0)).await, Err(OfficeError::NotFound)));
}
