//! Values for the tests: whole, valid and small. Times are fixed; nothing here reads a clock.

use domain::actor::{Actor, Role};
use domain::application::State;
use domain::confirmation::ConfirmationKind;
use domain::ids::{AccountId, ApplicationId, DraftId, MissionId, OfficerId};
use domain::lang::{Lang, Trilingual};
use domain::moment::Moment;
use domain::paper::OfficerLine;
use domain::request::Request;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use store::account::Account;
use store::application::Application;
use store::draft::Draft;
use store::officer::Officer;
use store::outbox::{Channel, Fate, Letter};
use store::{BlobKey, Store, StoreError, Tx};
use uuid::Uuid;

/// An instant, `seconds` after the beginning of the tests.
pub fn at(seconds: i64) -> Timestamp {
    let begin: Timestamp = "2026-11-22T09:00:00.123456Z".parse().unwrap();
    begin + SignedDuration::from_secs(seconds)
}

/// A moment whose randomness is told apart by `seed`.
pub fn moment(seed: u8) -> Moment {
    Moment::new(at(0), [seed; 32])
}

/// The id number `n`, in order.
pub fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

pub fn account(n: u128) -> Account {
    Account {
        id: AccountId(id(n)),
        iin: None,
        iin_proven: false,
        name: None,
        phone: Some(format!("+7701{n:07}")),
        email: None,
        lang: Lang::Kk,
        notice_wish: None,
        notice_lang: None,
        created_at: at(0),
    }
}

pub fn draft(n: u128, account: u128) -> Draft {
    Draft {
        id: DraftId(id(n)),
        account: AccountId(id(account)),
        service: "death-abroad".into(),
        revision: 1,
        language: Lang::Ru,
        mission: None,
        mission_basis: None,
        answers: BTreeMap::from([("deceased-surname".into(), "ӘБДІҒАЛИЕВ \u{0} '\"".into())]),
        version: 1,
        created_at: at(0),
        updated_at: at(0),
        sent_as: None,
        amends: None,
        typed: None,
    }
}

pub fn request() -> Request {
    let name = serde_json::json!({"surname": "Әбдіғалиева", "given": "Ұлжан", "patronymic": null, "latin": null});
    serde_json::from_value(serde_json::json!({
        "service": "death-abroad", "revision": 1, "language": "ru", "mission": "berlin", "mission_basis": "only_mission",
        "applicant": {
            "name": name, "iin": "880101300008", "iin_proven": true,
            "address": {"country": "DE", "line1": "Allee 1", "line2": "", "city": "Berlin", "postal_code": "10117"},
            "phone": {"e164": "+4930123456", "typed": "030 123456", "takes_texts": true}, "email": null,
            "relation": {"kind": "child"}, "principal": null
        },
        "deceased": {"kind": "unidentified", "description": "—", "sex": null},
        "death": {"date": "2026-11", "country": "DE", "place": "Potsdam"},
        "basis": {"kind": "medical", "issued_by": "Klinikum", "number": "7", "issued_on": "2026-11-20"},
        "cause": {"kind": "copy_from_paper"}, "certificate_language": "kk",
        "surrendered": {"identity_document": "", "identity_document_missing": "lost", "military_id": false},
        "collector": {"kind": "applicant"}, "documents": [],
        "consent": {"text_version": "1"}, "date": "2026-11-22"
    }))
    .unwrap()
}

/// The application number `n` of mission `mission`, due `due` seconds after the beginning; its draft is `n` too.
pub fn application(n: u128, account: u128, mission: &str, due: i64) -> Application {
    Application {
        id: ApplicationId(id(n)),
        reference: format!("DR-26-{n:06}-A"),
        account: AccountId(id(account)),
        draft: DraftId(id(n)),
        mission: MissionId(mission.into()),
        channel: domain::deadline::Channel::Portal,
        state: State::Submitted,
        version: 1,
        sent_at: at(i64::try_from(n).unwrap()),
        registration_date: jiff::civil::date(2026, 11, 23),
        due_at: at(due),
        term_met_at: None,
        assignee: None,
        request: request(),
        file: BlobKey::of(b"file"),
        confirmation: ConfirmationKind::Eds,
        proof: BlobKey::of(b"proof"),
        proof_detail: serde_json::json!({"outcome": "valid"}),
        language: Lang::Ru,
    }
}

/// Stores account 1 and an application with its draft.
pub async fn store_application(store: &Store, application: Application) -> Result<(), store::WriteError<StoreError>> {
    store.write(move |tx| Box::pin(async move { insert_application(tx, &application).await })).await
}

/// The same inside a transaction.
pub async fn insert_application(tx: &mut Tx, application: &Application) -> Result<(), StoreError> {
    if store::account::get(tx, application.account).await?.is_none() {
        store::account::insert(tx, &account(application.account.0.as_u128())).await?;
    }
    if store::draft::get(tx, application.draft).await?.is_none() {
        store::draft::insert(tx, &draft(application.draft.0.as_u128(), application.account.0.as_u128())).await?;
    }
    store::application::insert(tx, application).await
}

pub fn officer(n: u128) -> Officer {
    let post = |text: &str| text.to_owned();
    Officer {
        id: OfficerId(id(n)),
        login: format!("consul-{n}"),
        password_hash: "$argon2id$v=19$m=8,t=1,p=1$c2FsdA$aGFzaA".into(),
        totp_secret: vec![0, 1, 2, 255],
        totp_last_step: 0,
        role: Role::Officer,
        mission: Some(MissionId("berlin".into())),
        line: OfficerLine {
            name: "Серікова А.".into(),
            post: Trilingual { kk: post("консул"), ru: post("консул"), en: post("consul") },
        },
        failed: 0,
        locked_until: None,
        given: None,
        iin: None,
        active: true,
        created_at: at(0),
    }
}

pub fn letter(n: u128, channel: Channel) -> Letter {
    Letter {
        id: id(n),
        application: None,
        account: None,
        kind: "submitted".into(),
        channel,
        to: "a@example.org".into(),
        lang: Lang::En,
        subject: "Sent".into(),
        body: "Your request was sent.".into(),
        attachments: vec![("application.pdf".into(), BlobKey::of(b"file"))],
        created_at: at(0),
        attempts: 0,
        next_at: at(0),
        sent_at: None,
        last_error: None,
        fate: Fate::Unknown,
    }
}

pub fn staff(n: u128, role: Role) -> Actor {
    Actor::Staff { officer: OfficerId(id(n)), role, mission: Some(MissionId("berlin".into())) }
}
