//! Editions of the registers against a real database: content behind the approval's back is refused, a release with newer files is told of, and
//! changed words that a release does not bear are left out.

use crate::fixture::{Desk, at, moment};
use domain::actor::{Actor, Role};
use domain::ids::OfficerId;
use domain::lang::{Lang, Trilingual};
use domain::paper::OfficerLine;
use office::registers::{self, File};
use office::staff::{self, NewStaff};
use office::{Fault, OfficeError};
use sha2::{Digest, Sha256};
use store::register::{Change, NewFile, Stage};

const CLOSURES: &str = "registers/closures.csv";

/// An administrator of everything.
async fn administrator(desk: &Desk, login: &str, second: i64) -> Actor {
    let post =
        Trilingual { kk: "әкімші".into(), ru: "администратор".into(), en: "administrator".into() };
    let new = NewStaff {
        login: login.into(),
        password: "a long password".into(),
        role: Role::Administrator,
        mission: None,
        line: OfficerLine { name: login.into(), post },
        iin: None,
        totp_secret: None,
    };
    let when = moment(second);
    staff::add(&desk.office, new, &when).await.unwrap();
    Actor::Staff { officer: OfficerId(when.uuid("officer")), role: Role::Administrator, mission: None }
}

fn sha256(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

fn closures(day: &str) -> File {
    let text = format!("date,mission,verified,source,note\n{day},berlin,yes,the embassy,\n");
    File { name: "closures.csv".into(), bytes: text.into_bytes() }
}

#[tokio::test]
async fn content_that_was_changed_behind_the_approval_is_refused() {
    let desk = Desk::open().await;
    let (one, other) = (administrator(&desk, "one", -2).await, administrator(&desk, "other", -1).await);
    let office = &desk.office;
    let first = registers::draft(office, &one, vec![closures("2026-12-30")], "A day".into(), &moment(1)).await;
    let id = first.unwrap().unwrap();
    registers::propose(office, &one, id, None, &moment(2)).await.unwrap();
    assert!(matches!(registers::approve(office, &one, id, &moment(3)).await, Err(OfficeError::NotOpen(_))));
    registers::approve(office, &other, id, &moment(3)).await.unwrap().unwrap();
    let now = String::from_utf8(registers::current_file(&office.current(), &one, "closures.csv").unwrap()).unwrap();
    assert!(now.contains("2026-12-30"), "{now}");

    let changed = desk.store.write(move |tx| {
        Box::pin(async move {
            let own = store::register::get(tx, id).await?.unwrap();
            let mut file = store::register::files(tx, id).await?.remove(0);
            file.content = closures("2026-12-31").bytes;
            store::register::rewrite(tx, &own, &file).await
        })
    });
    changed.await.unwrap();
    match registers::draft(office, &one, vec![closures("2026-12-29")], "A day".into(), &moment(4)).await {
        Err(OfficeError::Fault(Fault::Registers(why))) => {
            assert!(why.contains("not the one that was approved"), "{why}")
        }
        done => panic!("{done:?}"),
    }
}

/// What an earlier release was changed to: made from other files than those of this one.
async fn agreed_under_an_earlier_release(desk: &Desk, maker: &Actor, files: Vec<(&'static str, Vec<u8>)>) {
    let Actor::Staff { officer, .. } = *maker else { return };
    let made = files.into_iter().map(|(path, content)| NewFile {
        path: path.into(),
        base: sha256(b"of an earlier release"),
        sha256: sha256(&content),
        content,
    });
    let made: Vec<NewFile> = made.collect();
    let own = Change {
        id: moment(9).uuid("change"),
        reason: "Earlier".into(),
        stage: Stage::Approved,
        drafted_by: officer,
        drafted_at: at(-9),
        from: Some(at(-9)),
        decided_by: Some(officer),
        decided_at: Some(at(-9)),
        word: String::new(),
        edition: Some(1),
    };
    let kept = desk.store.write(move |tx| {
        Box::pin(async move {
            store::register::insert(tx, &own, &made).await?;
            store::register::save(tx, &own).await
        })
    });
    kept.await.unwrap();
}

#[tokio::test]
async fn a_newer_file_of_a_release_is_told_of_and_words_that_it_does_not_bear_are_left_out() {
    let desk = Desk::open().await;
    let one = administrator(&desk, "one", -2).await;
    let words =
        b"letter-granted-subject =\n    { $gone }\n\nletter-granted-body =\n    x\n\nletter-granted-sms =\n    x\n";
    let files = vec![("letters/granted.en.ftl", words.to_vec()), (CLOSURES, closures("2026-12-30").bytes)];
    agreed_under_an_earlier_release(&desk, &one, files).await;
    assert!(registers::refresh(&desk.office, at(0)).await.unwrap());
    assert!(!registers::refresh(&desk.office, at(0)).await.unwrap(), "nothing is new");

    let office = desk.office.current();
    let hidden = registers::hidden_by_changes(&office).await.unwrap();
    assert_eq!(hidden, ["letters/granted.en.ftl", CLOSURES]);
    let left_out = office.edition().unfit_letters();
    assert!(left_out.contains(&"letters/granted.en.ftl".to_owned()), "{left_out:?}");
    let subject = office.texts().f(Lang::En, "letter-granted-subject", &[("reference", "DR-26-X".into())]);
    assert!(subject.contains("DR-26-X") && !subject.contains('⟦'), "the release's words: {subject}");
    let list = registers::letters::list(&office, &one).await.unwrap();
    assert!(list.iter().any(|own| own.name == "granted" && own.is_unfit && own.is_behind));
}
