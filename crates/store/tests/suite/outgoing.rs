//! Notices to other bodies: claimed one at a time, free again when the worker dies, left alone together when the receiver is down, and
//! found by the journal when somebody changes what was told.

use crate::database::{Database, commit, on_both, view};
use crate::journal::{send, verify};
use crate::samples::{at, id, moment, staff};
use domain::actor::Role;
use domain::ids::ApplicationId;
use domain::outgoing::Outgoing;
use jiff::SignedDuration;
use store::journal::{Defect, Entry};
use store::outgoing::{Health, Notice};

const LEASE: SignedDuration = SignedDuration::from_secs(30);

fn notice(n: u128, kind: Outgoing) -> Notice {
    Notice {
        id: id(100 + n),
        application: ApplicationId(id(n)),
        kind,
        body: format!("{{\"n\":{n}}}").into_bytes(),
        created_at: at(10),
        attempts: 0,
        next_at: at(10),
        taken_at: None,
        last_error: None,
    }
}

/// Case `n` with a notice, as an act of the office writes it.
async fn told(db: &Database, n: u8, kind: Outgoing) {
    commit!(db, |tx| send(tx, n.into()).await?);
    commit!(db, |tx| {
        let own = notice(n.into(), kind);
        store::outgoing::insert(tx, &own).await?;
        let actor = staff(1, Role::Officer);
        let commitments = [store::journal::notifying(&[own])].into();
        let entry = Entry {
            application: Some(ApplicationId(id(n.into()))),
            act: "grant",
            actor: &actor,
            at: at(10),
            commitments,
        };
        store::journal::append(tx, &entry, &moment(40 + n)).await?;
    });
}

async fn claim(db: &Database, kind: Outgoing, second: i64) -> Option<Notice> {
    commit!(db, |tx| store::outgoing::claim(tx, kind, at(second), LEASE).await?)
}

on_both!(a_notice_is_claimed_once_and_free_again_after_the_lease, |db| {
    told(db, 1, Outgoing::KeyRevocation).await;
    assert_eq!(claim(db, Outgoing::RegisterCopy, 10).await, None, "another kind");
    let first = claim(db, Outgoing::KeyRevocation, 10).await.unwrap();
    assert_eq!((first.attempts, first.body.as_slice()), (1, b"{\"n\":1}".as_slice()));
    assert_eq!(claim(db, Outgoing::KeyRevocation, 39).await, None, "the lease holds");
    assert_eq!(claim(db, Outgoing::KeyRevocation, 40).await.unwrap().attempts, 2);
    assert!(commit!(db, |tx| store::outgoing::taken(tx, id(101), at(41)).await?));
    assert!(!commit!(db, |tx| store::outgoing::taken(tx, id(101), at(42)).await?), "noted once");
    assert_eq!(claim(db, Outgoing::KeyRevocation, 1000).await, None);
    assert_eq!(view!(db, |tx| store::outgoing::health(tx, Outgoing::KeyRevocation).await?), Health::default());
});

on_both!(a_receiver_that_is_down_is_left_alone, |db| {
    told(db, 1, Outgoing::KeyRevocation).await;
    told(db, 2, Outgoing::KeyRevocation).await;
    let first = claim(db, Outgoing::KeyRevocation, 10).await.unwrap();
    commit!(db, |tx| {
        store::outgoing::failed(tx, first.id, at(70), "nobody").await?;
        store::outgoing::rest(tx, Outgoing::KeyRevocation, at(70)).await?;
    });
    assert_eq!(claim(db, Outgoing::KeyRevocation, 69).await, None);
    let health = view!(db, |tx| store::outgoing::health(tx, Outgoing::KeyRevocation).await?);
    assert_eq!(health, Health { waiting: 2, last_error: Some("nobody".to_owned()) });
    assert!(
        claim(db, Outgoing::KeyRevocation, 70).await.is_some()
            && claim(db, Outgoing::KeyRevocation, 70).await.is_some()
    );
});

on_both!(what_annuls_a_record_waits_until_the_receiver_has_the_record, |db| {
    told(db, 1, Outgoing::KeyRevocation).await;
    let later = Notice { id: id(900), created_at: at(20), next_at: at(20), ..notice(1, Outgoing::KeyRevocation) };
    let elsewhere = Notice { id: id(901), kind: Outgoing::RegisterCopy, ..later.clone() };
    commit!(db, |tx| {
        store::outgoing::insert(tx, &later).await?;
        store::outgoing::insert(tx, &elsewhere).await?;
    });
    // The first one was refused and waits long; the second is due, and does not overtake it.
    let first = claim(db, Outgoing::KeyRevocation, 20).await.unwrap();
    assert_eq!(first.id, id(101));
    commit!(db, |tx| store::outgoing::failed(tx, first.id, at(3600), "422").await?);
    assert_eq!(claim(db, Outgoing::KeyRevocation, 30).await, None);
    assert_eq!(
        claim(db, Outgoing::RegisterCopy, 30).await.map(|own| own.id),
        Some(id(901)),
        "another body waits for nobody"
    );
    assert_eq!(claim(db, Outgoing::KeyRevocation, 3600).await.map(|own| own.id), Some(id(101)));
    assert!(commit!(db, |tx| store::outgoing::taken(tx, id(101), at(3601)).await?));
    assert_eq!(claim(db, Outgoing::KeyRevocation, 3602).await.map(|own| own.id), Some(id(900)));
});

on_both!(whoever_changes_what_was_told_is_found, |db| {
    told(db, 1, Outgoing::RegisterCopy).await;
    assert_eq!(verify(db, None).await.fault, None);
    claim(db, Outgoing::RegisterCopy, 10).await.unwrap();
    commit!(db, |tx| store::outgoing::taken(tx, id(101), at(11)).await?);
    assert_eq!(verify(db, None).await.fault, None, "how far it is stands in no entry");
    for sql in ["UPDATE outgoing SET body = kind", "UPDATE outgoing SET kind = 'passport'", "DELETE FROM outgoing"] {
        let sql = if db.is_postgres() {
            sql.replace("= kind", "= convert_to(kind, 'UTF8')")
        } else {
            sql.replace("= kind", "= CAST(kind AS BLOB)")
        };
        db.raw(&sql).await;
        assert_eq!(verify(db, None).await.fault.map(|fault| fault.what), Some(Defect::OutgoingDiffers), "{sql}");
    }
});
