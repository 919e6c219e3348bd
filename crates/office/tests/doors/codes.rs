//! One-time codes: what the database shows of them, how many go to one number, and that a confirmed file is sent.

use crate::fixture::{Desk, at, moment};
use domain::actor::Actor;
use domain::ids::{AccountId, DraftId};
use domain::lang::Lang;
use office::submit_confirmed::{send_code, submit_confirmed};
use office::{Fault, OfficeError, OtpProblem, outbox, sign_in_otp};
use std::sync::atomic::Ordering;
use store::StoreError;
use store::account::Account;
use store::draft::Draft;
use store::outbox::Letter;
use store::prepared::Prepared;

const NUMBER: &str = "+493012345678";

async fn ask(desk: &Desk, second: i64, remote: &str) -> Result<sign_in_otp::CodeSent, OfficeError> {
    sign_in_otp::send(&desk.office, NUMBER, None, Lang::En, remote, &moment(second)).await
}

async fn letters(desk: &Desk) -> Vec<Letter> {
    desk.store.read(|tx| Box::pin(async move { store::outbox::recent(tx, 9).await })).await.unwrap()
}

#[tokio::test]
async fn the_database_never_shows_a_code_and_forgets_it_once_sent() {
    let desk = Desk::open().await;
    ask(&desk, 0, "a").await.unwrap();
    let waiting = letters(&desk).await;
    assert_eq!(outbox::deliver_due(&desk.office, &moment(1)).await.unwrap(), 1);
    let code = desk.last_code();
    assert!(code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()), "{code}");
    let readable = hex::decode(&waiting[0].body).unwrap();
    assert!(!readable.windows(6).any(|six| six == code.as_bytes()) && !waiting[0].body.is_empty());
    assert_eq!(letters(&desk).await[0].body, "");
    let signed_in = sign_in_otp::answer(&desk.office, NUMBER, &code, Lang::En, &moment(2)).await.unwrap();
    assert!(signed_in.first_time);
    let again = sign_in_otp::answer(&desk.office, NUMBER, &code, Lang::En, &moment(3)).await;
    assert!(matches!(again, Err(OfficeError::Otp(OtpProblem::Expired))), "a code opens one session");
}

#[tokio::test]
async fn a_code_never_leaves_after_its_end() {
    let desk = Desk::open().await;
    ask(&desk, 0, "a").await.unwrap();
    assert_eq!(outbox::deliver_due(&desk.office, &moment(15 * 60)).await.unwrap(), 0);
    assert!(letters(&desk).await.is_empty() && desk.outside.delivered.lock().unwrap().is_empty());
}

#[tokio::test]
async fn one_number_gets_five_codes_an_hour_and_ten_a_day_whoever_asks() {
    let desk = Desk::open().await;
    for n in 0..5 {
        ask(&desk, n * 61, &format!("house {n}")).await.unwrap();
    }
    let sixth = ask(&desk, 400, "house 9").await;
    assert!(matches!(sixth, Err(OfficeError::TooMany { retry_at }) if retry_at == at(3600)), "{sixth:?}");
    for n in 0..5 {
        ask(&desk, 3600 + n * 61, "house 9").await.unwrap();
    }
    let eleventh = ask(&desk, 7200, "house 9").await;
    assert!(matches!(eleventh, Err(OfficeError::TooMany { retry_at }) if retry_at == at(15 * 3600)), "{eleventh:?}");
}

fn person() -> Account {
    Account {
        id: AccountId(moment(0).uuid("account")),
        iin: None,
        iin_proven: false,
        name: None,
        phone: Some(NUMBER.into()),
        email: None,
        lang: Lang::Ru,
        notice_wish: None,
        notice_lang: None,
        created_at: at(0),
    }
}

fn draft() -> Draft {
    Draft {
        id: DraftId(moment(0).uuid("draft")),
        account: person().id,
        service: "death-abroad".into(),
        revision: 1,
        language: Lang::Ru,
        mission: None,
        mission_basis: None,
        answers: std::collections::BTreeMap::new(),
        version: 1,
        created_at: at(0),
        updated_at: at(0),
        sent_as: None,
        amends: None,
        typed: None,
    }
}

fn request_json(consent: &str) -> Vec<u8> {
    let name = serde_json::json!({"surname": "Әбдіғалиева", "given": "Ұлжан", "patronymic": null, "latin": null});
    serde_json::to_vec(&serde_json::json!({
        "service": "death-abroad", "revision": 1, "language": "ru", "mission": "berlin", "mission_basis": "only_mission",
        "applicant": {
            "name": name, "iin": "880101300008", "iin_proven": false,
            "address": {"country": "DE", "line1": "Allee 1", "line2": "", "city": "Berlin", "postal_code": "10117"},
            "phone": {"e164": NUMBER, "typed": NUMBER, "takes_texts": false}, "email": null,
            "relation": {"kind": "child"}, "principal": null
        },
        "deceased": {"kind": "unidentified", "description": "—", "sex": null},
        "death": {"date": "2026-11", "country": "DE", "place": "Potsdam"},
        "basis": {"kind": "medical", "issued_by": "Klinikum", "number": "7", "issued_on": "2026-11-20"},
        "cause": {"kind": "copy_from_paper"}, "certificate_language": "kk",
        "surrendered": {"identity_document": "", "identity_document_missing": "lost", "military_id": false},
        "collector": {"kind": "applicant"}, "documents": [],
        "consent": {"text_version": consent}, "date": "2026-11-22"
    }))
    .unwrap()
}

/// A draft with its file, ready to be confirmed.
async fn prepared(desk: &Desk) -> (Actor, DraftId) {
    let file = desk.store.blobs().put(b"%PDF- the file".to_vec()).await.unwrap();
    let request_json = request_json(&desk.office.catalogue().consents().newest().version);
    let row = Prepared { draft: draft().id, draft_version: 1, file, request_json, prepared_at: at(0) };
    let put = desk.store.write(move |tx| {
        Box::pin(async move {
            store::account::insert(tx, &person()).await?;
            store::draft::insert(tx, &draft()).await?;
            store::prepared::put(tx, &row).await?;
            Ok::<_, StoreError>(())
        })
    });
    put.await.unwrap();
    (Actor::Applicant(person().id), draft().id)
}

#[tokio::test]
async fn a_code_survives_a_failure_between_the_check_and_the_sending() {
    let desk = Desk::open().await;
    let (actor, id) = prepared(&desk).await;
    send_code(&desk.office, &actor, id, "a", &moment(1)).await.unwrap();
    outbox::deliver_due(&desk.office, &moment(2)).await.unwrap();
    let code = desk.last_code();
    let confirm = |second: i64, code: String| {
        let (office, actor) = (&desk.office, &actor);
        async move { submit_confirmed(office, actor, id, &code, &moment(second)).await }
    };
    desk.outside.is_seal_broken.store(true, Ordering::SeqCst);
    assert!(matches!(confirm(3, code.clone()).await, Err(OfficeError::Fault(Fault::Seal(_)))));
    desk.outside.is_seal_broken.store(false, Ordering::SeqCst);
    let wrong = if code == "000000" { "000001" } else { "000000" };
    let refused = confirm(4, wrong.into()).await;
    assert!(matches!(refused, Err(OfficeError::Otp(OtpProblem::Wrong { tries_left: 4 }))), "{refused:?}");
    let late = confirm(15 * 60 + 2, code.clone()).await;
    assert!(matches!(late, Err(OfficeError::Otp(OtpProblem::Expired))), "{late:?}");
    let sent = confirm(5, code.clone()).await.unwrap();
    assert_eq!(confirm(6, code).await.unwrap(), sent, "a double click");
}

#[tokio::test]
async fn two_clicks_at_once_send_one_application() {
    let desk = Desk::open().await;
    let (actor, id) = prepared(&desk).await;
    send_code(&desk.office, &actor, id, "a", &moment(1)).await.unwrap();
    outbox::deliver_due(&desk.office, &moment(2)).await.unwrap();
    let code = desk.last_code();
    let (first, second) = (moment(3), moment(4));
    let (one, other) = tokio::join!(
        submit_confirmed(&desk.office, &actor, id, &code, &first),
        submit_confirmed(&desk.office, &actor, id, &code, &second),
    );
    assert_eq!(one.unwrap(), other.unwrap());
}
