//! The journal as it should be: chained per application, sealed in one sequence, silent about names, and append-only.

use crate::database::{Database, commit, on_both, view};
use crate::samples::{application, at, id, insert_application, moment, staff};
use domain::actor::{Actor, Role};
use domain::application::State;
use domain::ids::{AccountId, ApplicationId};
use serde_json::Value;
use std::collections::BTreeMap;
use store::journal::{Defect, Entry, Report};
use store::paper::Paper;
use store::{BlobKey, StoreError, Tx};

/// Sends application `n` with its paper and its entry, as the office does.
pub async fn send(tx: &mut Tx, n: u128) -> Result<(), StoreError> {
    let case = application(n, 1, "berlin", 60);
    insert_application(tx, &case).await?;
    store::paper::insert(tx, &paper(n, "application", None, case.file.clone())).await?;
    append(tx, n, 0, store::journal::SEND, store::journal::sending(&case)?).await
}

pub fn paper(n: u128, kind: &str, number: Option<&str>, file: BlobKey) -> Paper {
    let (kind, number) = (kind.to_owned(), number.map(str::to_owned));
    Paper { application: ApplicationId(id(n)), kind, number, file, created_at: at(2) }
}

/// Moves application `n` to `state` with its entry, as a verb of the office does. `more` is committed, too.
pub async fn act(
    tx: &mut Tx,
    n: u128,
    version: i64,
    act: &str,
    state: &State,
    more: &[(&str, Value)],
) -> Result<(), StoreError> {
    let mut commitments = BTreeMap::from([
        ("state".to_owned(), serde_json::to_value(state).unwrap()),
        ("reasons".to_owned(), serde_json::json!({"text": "Әбдіғалиева Ұлжан", "n": 1.5})),
    ]);
    commitments.extend(more.iter().map(|(what, value)| ((*what).to_owned(), value.clone())));
    if version > 0 {
        let met = matches!(state, State::Refused { .. } | State::Ready { .. }).then(|| at(version));
        assert!(store::application::save_state(tx, ApplicationId(id(n)), version, state, met).await?);
    }
    append(tx, n, version, act, commitments).await
}

async fn append(
    tx: &mut Tx,
    n: u128,
    version: i64,
    act: &str,
    commitments: BTreeMap<String, Value>,
) -> Result<(), StoreError> {
    let actor = staff(1, Role::Officer);
    let entry = Entry { application: Some(ApplicationId(id(n))), act, actor: &actor, at: at(version), commitments };
    store::journal::append(tx, &entry, &moment(u8::try_from(n).unwrap())).await?;
    Ok(())
}

/// Applications 1..=`applications`, each with three entries, and one entry in the chain `system`.
pub async fn written(db: &Database, applications: u128) {
    for n in 1..=applications {
        commit!(db, |tx| send(tx, n).await?);
        commit!(db, |tx| act(tx, n, 1, "register", &State::InReview { registered_at: at(1) }, &[]).await?);
        let refused = State::Refused { grounds: Vec::new(), reasons: "жоқ".into(), refused_at: at(2) };
        let file = BlobKey::of(b"refusal");
        commit!(db, |tx| {
            act(tx, n, 2, "refuse", &refused, &[("file", file.0.clone().into())]).await?;
            store::paper::insert(tx, &paper(n, "refusal", None, file)).await?;
        });
    }
    commit!(db, |tx| {
        let commitments = BTreeMap::new();
        let entry = Entry { application: None, act: "start", actor: &Actor::System, at: at(0), commitments };
        store::journal::append(tx, &entry, &moment(0)).await?;
    });
}

/// Seals all that waits; the global head.
pub async fn sealed(db: &Database) -> String {
    let mut head = String::new();
    while let Some(seal) = commit!(db, |tx| store::journal::seal(tx, at(10)).await?) {
        head = seal.hash;
    }
    head
}

pub async fn verify(db: &Database, expect: Option<&str>) -> Report {
    store::journal::verify(&db.store, expect).await.unwrap()
}

on_both!(a_whole_journal_is_found_whole, |db| {
    assert_eq!(verify(db, None).await, Report::default(), "an empty one too");
    written(db, 3).await;
    let unsealed = verify(db, None).await;
    assert_eq!((unsealed.fault, unsealed.unsealed, unsealed.head), (None, 10, None));
    let head = sealed(db).await;
    let report = verify(db, Some(&head)).await;
    let expected = Report { entries: 10, chains: 4, seals: 1, unsealed: 0, head: Some(head.clone()), fault: None };
    assert_eq!(report, expected);
    assert_eq!(verify(db, Some(&format!(" {} ", head.to_uppercase()))).await.fault, None, "as a person pastes it");

    written_again(db).await;
    let later = sealed(db).await;
    assert_ne!(later, head);
    assert_eq!(verify(db, Some(&head)).await.fault, None, "an earlier head is still in it");
});

async fn written_again(db: &Database) {
    commit!(db, |tx| {
        let actor = Actor::Applicant(AccountId(id(1)));
        let entry = Entry { application: None, act: "sign_in", actor: &actor, at: at(3), commitments: BTreeMap::new() };
        store::journal::append(tx, &entry, &moment(0)).await?;
    });
}

on_both!(more_entries_than_a_page_and_a_seal_hold, |db| {
    commit!(db, |tx| {
        for _ in 0..600 {
            let commitments = BTreeMap::from([("what".to_owned(), Value::Null)]);
            let entry = Entry { application: None, act: "tick", actor: &Actor::System, at: at(0), commitments };
            store::journal::append(tx, &entry, &moment(0)).await?;
        }
    });
    let head = sealed(db).await;
    let report = verify(db, Some(&head)).await;
    assert_eq!((report.entries, report.seals, report.unsealed, report.fault), (600, 3, 0, None));
});

on_both!(an_entry_holds_no_names_and_its_hash_is_over_the_stored_bytes, |db| {
    written(db, 1).await;
    let text = if db.is_postgres() { "convert_from(bytes, 'UTF8')" } else { "CAST(bytes AS TEXT)" };
    for word in ["Ұлжан", "жоқ", "reasons\":\"{", "registered_at"] {
        let found = db.count(&format!("SELECT count(*) FROM journal_entry WHERE {text} LIKE '%{word}%'")).await;
        assert_eq!(found, 0, "{word}");
    }
    let canonical = format!(
        "SELECT count(*) FROM journal_entry WHERE {text} LIKE '{{\"act\":\"send\",\"actor\":\"officer:{}\",\
         \"application\":\"{}\",\"at\":\"2026-11-22T09:00:00.123456Z\",\"commitments\":{{\"account\":\"%\",\"state\":\"%\"}},\
         \"prev\":\"{}\",\"seq\":1}}'",
        id(1),
        id(1),
        "0".repeat(64)
    );
    assert_eq!(db.count(&canonical).await, 1);
    assert_eq!(db.count("SELECT count(DISTINCT salt) FROM journal_secret").await, 20, "a salt for every value");
});

on_both!(the_timeline_is_in_order, |db| {
    written(db, 2).await;
    let timeline = view!(db, |tx| store::journal::of_application(tx, ApplicationId(id(2))).await?);
    let acts: Vec<(i64, &str)> = timeline.iter().map(|entry| (entry.seq, entry.act.as_str())).collect();
    assert_eq!(acts, [(1, "send"), (2, "register"), (3, "refuse")]);
    assert_eq!((timeline[2].at, timeline[0].actor.clone()), (at(2), format!("officer:{}", id(1))));
});

on_both!(appending_at_once_leaves_one_chain, |db| {
    commit!(db, |tx| send(tx, 1).await?);
    let writers = (0..20_u8).map(|n| {
        let store = db.store.clone();
        tokio::spawn(async move {
            let outcome = store
                .write(move |tx| {
                    Box::pin(async move {
                        act(tx, 1, 0, "remark", &State::Submitted, &[]).await?;
                        if n % 4 == 0 { Err(StoreError::Closed) } else { Ok(()) }
                    })
                })
                .await;
            usize::from(outcome.is_ok())
        })
    });
    let mut kept = 1;
    for done in writers.collect::<Vec<_>>() {
        kept += done.await.unwrap();
    }
    assert_eq!(kept, 16);
    let sealers = (0..4).map(|_| {
        let store = db.store.clone();
        tokio::spawn(async move {
            store.write(|tx| Box::pin(async move { store::journal::seal(tx, at(10)).await })).await.unwrap()
        })
    });
    let mut seals = 0;
    for done in sealers.collect::<Vec<_>>() {
        seals += usize::from(done.await.unwrap().is_some());
    }
    let report = verify(db, None).await;
    assert_eq!((report.entries, report.seals, report.fault), (16, 1, None));
    assert_eq!(seals, 1, "one sealer found work");
});

on_both!(the_database_itself_refuses_to_change_the_journal, |db| {
    written(db, 1).await;
    sealed(db).await;
    for table in ["journal_entry", "journal_secret", "journal_position", "journal_seal"] {
        let column = match table {
            "journal_entry" => "act = 'x'",
            "journal_secret" => "what = 'x'",
            "journal_position" => "entry = 9",
            _ => "last_position = 9",
        };
        for sql in [format!("UPDATE {table} SET {column}"), format!("DELETE FROM {table}")] {
            let words = db.raw_refused(&sql).await;
            assert!(words.contains("append-only"), "{sql}: {words}");
        }
    }
    assert_eq!(verify(db, None).await.fault, None);
});

on_both!(an_application_without_entries_is_a_fault, |db| {
    written(db, 1).await;
    commit!(db, |tx| insert_application(tx, &application(7, 1, "berlin", 60)).await?);
    let fault = verify(db, None).await.fault.unwrap();
    assert_eq!((fault.what.clone(), fault.chain.clone()), (Defect::EntriesMissing, Some(id(7).to_string())));
    assert!(fault.to_string().contains(&id(7).to_string()), "{fault}");
});
