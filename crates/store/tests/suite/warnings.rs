//! Warnings to the staff: what is due is found once, and a term that begins anew, or a case of another mission, is planned anew.

use crate::database::{commit, on_both, view};
use crate::samples::{application, at, id, store_application};
use domain::ids::{ApplicationId, MissionId};
use store::warning::{Told, due, note, of_mission, told, unplanned};

on_both!(what_is_due_is_found_once_and_planned_anew_with_the_term, |db| {
    let case = ApplicationId(id(1));
    store_application(&db.store, application(1, 1, "berlin", 60)).await.unwrap();
    assert_eq!(view!(db, |tx| unplanned(tx, 10).await?), [case]);
    let plan = Told { percent: 0, next: Some(at(30)), near: false };
    commit!(db, |tx| note(tx, case, Some(plan)).await?);
    assert!(view!(db, |tx| unplanned(tx, 10).await?).is_empty());
    assert!(view!(db, |tx| due(tx, at(29), 10).await?).is_empty());
    assert_eq!(view!(db, |tx| due(tx, at(30), 10).await?), [(MissionId("berlin".into()), case)]);

    let last = Told { percent: 80, next: None, near: true };
    commit!(db, |tx| note(tx, case, Some(last)).await?);
    assert!(view!(db, |tx| due(tx, at(90), 10).await?).is_empty());
    assert_eq!(view!(db, |tx| told(tx, case).await?), Some(last));
    assert_eq!(view!(db, |tx| of_mission(tx, &MissionId("berlin".into()), 10).await?.len()), 1);

    commit!(db, |tx| store::application::begin_term(tx, case, at(600)).await?);
    assert_eq!(view!(db, |tx| told(tx, case).await?), None);
    assert_eq!(view!(db, |tx| unplanned(tx, 10).await?), [case]);
    commit!(db, |tx| note(tx, case, Some(last)).await?);
    commit!(db, |tx| store::application::transfer(tx, case, &MissionId("ankara".into())).await?);
    assert_eq!(view!(db, |tx| unplanned(tx, 10).await?), [case]);
    assert_eq!(view!(db, |tx| of_mission(tx, &MissionId("ankara".into()), 10).await?.len()), 0);
});
