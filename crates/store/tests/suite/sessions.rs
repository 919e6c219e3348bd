//! Sessions and forms kept across them.

use crate::database::{commit, on_both, view};
use crate::samples::{at, id, staff};
use domain::actor::{Actor, Role};
use domain::ids::AccountId;
use store::kept::KeptPost;
use store::session::Session;

fn session(n: u8, actor: Actor) -> Session {
    Session { token_hash: [n; 32], actor, created_at: at(0), seen_at: at(0), expires_at: at(60) }
}

on_both!(every_actor_comes_back_as_it_was, |db| {
    let unbound = Actor::Staff { officer: domain::ids::OfficerId(id(3)), role: Role::Auditor, mission: None };
    let actors = [Actor::Applicant(AccountId(id(1))), staff(2, Role::Officer), unbound, Actor::System];
    for (n, actor) in (1_u8..).zip(actors) {
        let stored = session(n, actor);
        let expected = stored.clone();
        commit!(db, |tx| store::session::insert(tx, &stored).await?);
        assert_eq!(view!(db, |tx| store::session::find(tx, &[n; 32]).await?), Some(expected));
    }
    assert_eq!(view!(db, |tx| store::session::find(tx, &[9; 32]).await?), None);
});

on_both!(touched_removed_and_purged, |db| {
    let applicant = Actor::Applicant(AccountId(id(1)));
    for n in 1..=4 {
        let actor = if n == 4 { staff(2, Role::Officer) } else { applicant.clone() };
        let mut stored = session(n, actor);
        stored.expires_at = at(60 * i64::from(n));
        commit!(db, |tx| store::session::insert(tx, &stored).await?);
    }
    commit!(db, |tx| store::session::touch(tx, &[1; 32], at(5)).await?);
    assert_eq!(view!(db, |tx| store::session::find(tx, &[1; 32]).await?).unwrap().seen_at, at(5));
    commit!(db, |tx| store::session::remove(tx, &[1; 32]).await?);
    assert_eq!(view!(db, |tx| store::session::find(tx, &[1; 32]).await?), None);
    assert_eq!(commit!(db, |tx| store::session::purge(tx, at(120)).await?), 1);
    assert_eq!(commit!(db, |tx| store::session::remove_of(tx, &applicant).await?), 1);
    assert!(view!(db, |tx| store::session::find(tx, &[4; 32]).await?).is_some(), "another person stays");
});

on_both!(a_kept_form_is_given_once, |db| {
    let post = KeptPost { id: [7; 32], path: "/kk/draft".into(), body: vec![0, 255, 39], expires_at: at(60) };
    let late = KeptPost { id: [8; 32], expires_at: at(10), ..post.clone() };
    let expected = post.clone();
    commit!(db, |tx| {
        store::kept::insert(tx, &post).await?;
        store::kept::insert(tx, &late).await?;
    });
    assert_eq!(commit!(db, |tx| store::kept::purge(tx, at(10)).await?), 1);
    assert_eq!(commit!(db, |tx| store::kept::take(tx, &[7; 32]).await?), Some(expected));
    assert_eq!(commit!(db, |tx| store::kept::take(tx, &[7; 32]).await?), None);
});
