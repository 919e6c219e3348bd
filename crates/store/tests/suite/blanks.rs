//! The register of blanks: no blank is used twice whoever asks at once, a spoiled one never comes back, and whoever changes a row behind
//! the journal is found.

use crate::database::{Database, commit, on_both, view};
use crate::journal::{send, verify};
use crate::samples::{application, at, id, moment, officer, staff, store_application};
use domain::actor::Role;
use domain::blank::{BlankNumber, BlankRange};
use domain::ids::{ApplicationId, MissionId, OfficerId};
use jiff::civil::date;
use store::blank::{Delivery, Spoiled, Used, Withdrawn};
use store::journal::{Defect, Entry};
use store::{StoreError, Tx};

/// Officers who take a blank at the same moment.
const TAKERS: u128 = 12;

fn berlin() -> MissionId {
    MissionId("berlin".into())
}

fn delivery(number: i64, first: u32, last: u32) -> Delivery {
    Delivery {
        number,
        mission: berlin(),
        range: BlankRange { series: "AB".into(), first, last, figures: 7 },
        received_on: date(2026, 11, 20),
        document: "Act 12".into(),
        officer: OfficerId(id(1)),
        entered_at: at(1),
    }
}

fn used(case: u128, attempt: u32, (delivery, blank): (i64, BlankNumber)) -> Used {
    Used {
        blank,
        delivery,
        mission: berlin(),
        application: ApplicationId(id(case)),
        attempt,
        officer: OfficerId(id(1)),
        taken_at: at(5),
        spoiled: None,
        unreturned: None,
    }
}

fn torn() -> Spoiled {
    Spoiled { reason: "torn".into(), officer: OfficerId(id(1)), at: at(6) }
}

async fn stocked(db: &Database, deliveries: Vec<Delivery>) {
    commit!(db, |tx| store::officer::insert(tx, &officer(1)).await?);
    commit!(db, |tx| {
        for own in &deliveries {
            store::blank::receive(tx, own).await?;
        }
    });
}

async fn take_next(tx: &mut Tx, case: u128, attempt: u32) -> Result<BlankNumber, StoreError> {
    let next = store::blank::next_free(tx, &berlin()).await?.ok_or(StoreError::Closed)?;
    let own = used(case, attempt, next);
    store::blank::take(tx, &own).await?;
    Ok(own.blank)
}

on_both!(at_once_every_blank_goes_to_one_case, |db| {
    stocked(db, vec![delivery(1, 1, 3), delivery(2, 10, 30)]).await;
    for n in 1..=TAKERS {
        store_application(&db.store, application(n, 1, "berlin", 60)).await.unwrap();
    }
    let takers = (1..=TAKERS).map(|n| {
        let store = db.store.clone();
        tokio::spawn(async move {
            // As an officer does: somebody was first, so the next one is asked for.
            loop {
                let done = store.write(move |tx| Box::pin(async move { take_next(tx, n, 1).await })).await;
                match done.map_err(store::WriteError::flatten) {
                    Err(StoreError::Conflict(_)) => {}
                    other => return other.unwrap().number,
                }
            }
        })
    });
    let mut taken = vec![];
    for taker in takers.collect::<Vec<_>>() {
        taken.push(taker.await.unwrap());
    }
    taken.sort_unstable();
    let due: Vec<u32> = (1..=3).chain(10..=18).collect();
    assert_eq!(taken, due, "no double, no hole, the older delivery first");
});

on_both!(one_blank_is_offered_to_two_and_one_gets_it, |db| {
    stocked(db, vec![delivery(1, 1, 9)]).await;
    for n in [1, 2] {
        store_application(&db.store, application(n, 1, "berlin", 60)).await.unwrap();
    }
    let both = view!(db, |tx| store::blank::next_free(tx, &berlin()).await?).unwrap();
    let takers = [1, 2].map(|case| {
        let (store, both) = (db.store.clone(), both.clone());
        tokio::spawn(async move {
            let own = used(case, 1, both);
            store.write(move |tx| Box::pin(async move { store::blank::take(tx, &own).await })).await.is_ok()
        })
    });
    let mut got = 0;
    for taker in takers {
        got += usize::from(taker.await.unwrap());
    }
    assert_eq!(got, 1);
});

on_both!(a_spoiled_blank_never_comes_back, |db| {
    stocked(db, vec![delivery(1, 1, 2)]).await;
    store_application(&db.store, application(1, 1, "berlin", 60)).await.unwrap();
    let first = commit!(db, |tx| take_next(tx, 1, 1).await?);
    let blank = first.clone();
    commit!(db, |tx| store::blank::spoil(tx, &blank, &torn()).await?);
    let second = commit!(db, |tx| take_next(tx, 1, 2).await?);
    assert_eq!((first.number, second.number), (1, 2));
    assert_eq!(view!(db, |tx| store::blank::next_free(tx, &berlin()).await?), None);
    let of_case = view!(db, |tx| store::blank::of_case(tx, ApplicationId(id(1))).await?);
    assert_eq!(of_case.iter().map(|own| own.spoiled.clone()).collect::<Vec<_>>(), [Some(torn()), None]);
    let blank = first.clone();
    let again = db.store.write(move |tx| Box::pin(async move { store::blank::spoil(tx, &blank, &torn()).await })).await;
    assert!(again.is_err(), "written off once");
    for table in ["blank", "blank_spoiled", "blank_delivery"] {
        let refused = db.raw_refused(&format!("DELETE FROM {table}")).await;
        assert!(refused.contains("append-only"), "{table}: {refused}");
    }
    assert!(!view!(db, |tx| store::blank::has_stock(tx, &MissionId("ankara".into())).await?));
});

on_both!(used_blanks_are_read_in_pages_and_counted_by_the_database, |db| {
    stocked(db, vec![delivery(1, 1, 3), delivery(2, 10, 12)]).await;
    for n in 1..=4 {
        store_application(&db.store, application(n, 1, "berlin", 60)).await.unwrap();
        commit!(db, |tx| take_next(tx, n, 1).await?);
    }
    let mut numbers = vec![];
    let mut after = None;
    loop {
        let page = view!(db, |tx| store::blank::used(tx, Some(&berlin()), after, 3).await?);
        after = page.last().map(|own| (own.taken_at, own.application, own.attempt));
        numbers.extend(page.iter().map(|own| own.blank.number));
        if page.len() < 3 {
            break;
        }
    }
    assert_eq!(numbers, [10, 3, 2, 1], "each once, the newest first");
    assert_eq!(view!(db, |tx| store::blank::used(tx, None, None, 100).await?).len(), 4);
    assert!(view!(db, |tx| store::blank::used(tx, Some(&MissionId("ankara".into())), None, 9).await?).is_empty());
    let blank = BlankNumber { series: "AB".into(), number: 1, figures: 7 };
    commit!(db, |tx| store::blank::spoil(tx, &blank, &torn()).await?);
    let counted = view!(db, |tx| store::blank::counted(tx, Some(&berlin()), 9).await?);
    let counts: Vec<_> = counted.iter().map(|own| (own.delivery.number, own.taken, own.spoiled)).collect();
    assert_eq!(counts, [(2, 1, 0), (1, 3, 1)]);
    assert_eq!(view!(db, |tx| store::blank::free(tx, None).await?), [(berlin(), 2)]);
});

on_both!(a_withdrawn_delivery_gives_no_blank_whoever_is_first, |db| {
    stocked(db, vec![delivery(1, 1, 9)]).await;
    store_application(&db.store, application(1, 1, "berlin", 60)).await.unwrap();
    let next = view!(db, |tx| store::blank::next_free(tx, &berlin()).await?).unwrap();
    let gone = Withdrawn { delivery: 1, reason: "the series is AC".into(), officer: OfficerId(id(1)), at: at(9) };
    commit!(db, |tx| store::blank::withdraw(tx, &gone).await?);
    assert!(!view!(db, |tx| store::blank::has_stock(tx, &berlin()).await?));
    assert!(view!(db, |tx| store::blank::deliveries(tx).await?).is_empty());
    assert_eq!(view!(db, |tx| store::blank::delivery(tx, 1).await?), None);
    assert_eq!(view!(db, |tx| store::blank::next_free(tx, &berlin()).await?), None);
    // Who was shown a blank of it before comes too late.
    let late = used(1, 1, next);
    let done = db.store.write(move |tx| Box::pin(async move { store::blank::take(tx, &late).await })).await;
    assert!(done.is_err(), "its delivery is withdrawn");
    // The numbers are free to be entered again.
    commit!(db, |tx| store::blank::receive(tx, &delivery(2, 1, 9)).await?);
    let again = commit!(db, |tx| take_next(tx, 1, 1).await?);
    assert_eq!(again.number, 1);
    assert!(view!(db, |tx| store::blank::is_used(tx, 2).await?));
    let refused = db.raw_refused("DELETE FROM blank_withdrawn").await;
    assert!(refused.contains("append-only"), "{refused}");
});

/// Case 1 with a spoiled blank and one that counts, as the office writes them.
async fn printed(db: &Database) {
    stocked(db, vec![delivery(1, 1, 9)]).await;
    commit!(db, |tx| send(tx, 1).await?);
    commit!(db, |tx| {
        let actor = staff(1, Role::Officer);
        for attempt in [1_u8, 2] {
            let next = store::blank::next_free(tx, &berlin()).await?.unwrap();
            let mut own = used(1, attempt.into(), next);
            own.spoiled = (attempt == 1).then(torn);
            store::blank::take(tx, &own).await?;
            let mut commitments = store::journal::taking(&own)?;
            commitments.extend(store::journal::spoiling(&own)?);
            let act = if attempt == 1 { store::journal::SPOIL_BLANK } else { store::journal::TAKE_BLANK };
            let application = Some(ApplicationId(id(1)));
            let entry = Entry { application, act, actor: &actor, at: at(20 + i64::from(attempt)), commitments };
            store::journal::append(tx, &entry, &moment(20 + attempt)).await?;
        }
    });
}

on_both!(who_changes_a_blank_behind_the_journal_is_found, |db| {
    printed(db).await;
    assert_eq!(verify(db, None).await.fault, None);
    let no_triggers = |table: &str| match db.is_postgres() {
        true => format!("ALTER TABLE {table} DISABLE TRIGGER USER;"),
        false => format!("DROP TRIGGER {table}_no_update; DROP TRIGGER {table}_no_delete;"),
    };
    db.raw(&format!("{} UPDATE blank_spoiled SET reason = 'lost'", no_triggers("blank_spoiled"))).await;
    assert_eq!(verify(db, None).await.fault.map(|fault| fault.what), Some(Defect::BlankDiffers));
    db.raw("UPDATE blank_spoiled SET reason = 'torn'").await;
    assert_eq!(verify(db, None).await.fault, None);
    db.raw(&format!("{} UPDATE blank SET number = 7 WHERE attempt = 2", no_triggers("blank"))).await;
    assert_eq!(verify(db, None).await.fault.map(|fault| fault.what), Some(Defect::BlankDiffers));
});
