//! Applications: one for one draft, the queue by due time, and states saved against the version seen.

use crate::database::{Database, commit, on_both, refused, view};
use crate::samples::{application, at, id, officer, store_application};
use domain::application::{State, StateKind, Work};
use domain::ids::{AccountId, ApplicationId, DraftId, MissionId, OfficerId};
use store::StoreError;
use store::queue::Tab;

on_both!(kept_and_found, |db| {
    store_application(&db.store, application(1, 1, "berlin", 60)).await.unwrap();
    let by_id = view!(db, |tx| store::application::get(tx, ApplicationId(id(1))).await?).unwrap();
    let by_reference = view!(db, |tx| store::application::by_reference(tx, "DR-26-000001-A").await?).unwrap();
    let of_account = view!(db, |tx| store::application::of_account(tx, AccountId(id(1))).await?);
    let expected = format!("{:?}", application(1, 1, "berlin", 60));
    for found in [&by_id, &by_reference, &of_account[0]] {
        assert_eq!(format!("{found:?}"), expected);
    }
    let canonical = domain::request::CanonicalRequest::of(&crate::samples::request()).unwrap();
    let bytes = db.count("SELECT CAST(length(request) AS BIGINT) FROM application").await;
    assert_eq!(usize::try_from(bytes).unwrap(), canonical.bytes().len());
});

on_both!(a_double_click_makes_one_application, |db| {
    store_application(&db.store, application(1, 1, "berlin", 60)).await.unwrap();
    let mut second = application(2, 1, "berlin", 60);
    second.draft = DraftId(id(1));
    assert!(matches!(refused(store_application(&db.store, second).await), StoreError::Conflict(_)));
    assert_eq!(db.count("SELECT count(*) FROM application").await, 1);
});

on_both!(of_two_officers_one_saves, |db| {
    store_application(&db.store, application(1, 1, "berlin", 60)).await.unwrap();
    let tries = (0..8).map(|n| {
        let store = db.store.clone();
        tokio::spawn(async move {
            let state = State::InReview { registered_at: at(n) };
            store
                .write(move |tx| {
                    Box::pin(async move {
                        store::application::save_state(tx, ApplicationId(id(1)), 1, &state, Some(at(n))).await
                    })
                })
                .await
                .unwrap()
                .then_some(n)
        })
    });
    let mut saved = Vec::new();
    for done in tries.collect::<Vec<_>>() {
        saved.extend(done.await.unwrap());
    }
    let [winner] = saved[..] else { panic!("{saved:?} were told that they saved") };
    let now = view!(db, |tx| store::application::get(tx, ApplicationId(id(1))).await?).unwrap();
    assert_eq!(now.state, State::InReview { registered_at: at(winner) });
    assert_eq!((now.version, now.term_met_at), (2, Some(at(winner))));
});

async fn queue(db: &Database, mission: Option<&str>, tab: Tab, limit: i64, after: Option<(i64, u128)>) -> Vec<u128> {
    let mission = mission.map(|name| MissionId(name.into()));
    let after = after.map(|(due, n)| (at(due), ApplicationId(id(n))));
    let found = view!(db, |tx| store::queue::page(tx, mission.as_ref(), tab, limit, after).await?);
    found.iter().map(|application| application.id.0.as_u128()).collect()
}

on_both!(the_queue_is_by_due_time_and_pages_by_place, |db| {
    for (n, mission, due) in
        [(1, "berlin", 300), (2, "berlin", 100), (3, "paris", 50), (4, "berlin", 100), (5, "berlin", 200)]
    {
        store_application(&db.store, application(n, 1, mission, due)).await.unwrap();
    }
    let refused = State::Refused { grounds: Vec::new(), reasons: "—".into(), refused_at: at(1) };
    commit!(db, |tx| store::application::save_state(tx, ApplicationId(id(5)), 1, &refused, Some(at(1))).await?);

    assert_eq!(queue(db, Some("berlin"), Tab::Open, 9, None).await, [2, 4, 1]);
    assert_eq!(queue(db, Some("berlin"), Tab::All, 9, None).await, [2, 4, 5, 1]);
    assert_eq!(queue(db, None, Tab::Open, 9, None).await, [3, 2, 4, 1]);
    assert_eq!(queue(db, None, Tab::All, 2, None).await, [3, 2]);
    assert_eq!(queue(db, None, Tab::All, 2, Some((100, 2))).await, [4, 5]);
    assert_eq!(queue(db, Some("berlin"), Tab::Open, 9, Some((100, 4))).await, [1]);

    // Each tab is a question of its own; what is counted is what is shown.
    commit!(db, |tx| store::officer::insert(tx, &officer(1)).await?);
    commit!(db, |tx| store::application::assign(tx, ApplicationId(id(4)), Some(OfficerId(id(1)))).await?);
    let mine = Tab::Of(OfficerId(id(1)));
    let late = Tab::Late { now: at(150) };
    for (tab, berlin, all) in [
        (Tab::Work(Work::New), vec![2, 4, 1], vec![3, 2, 4, 1]),
        (Tab::Work(Work::Done), vec![5], vec![5]),
        (Tab::Work(Work::Check), vec![], vec![]),
        (mine, vec![4], vec![4]),
        (late, vec![2, 4], vec![3, 2, 4]),
    ] {
        for (mission, expected) in [(Some("berlin"), berlin), (None, all)] {
            assert_eq!(queue(db, mission, tab, 9, None).await, expected, "{tab:?} {mission:?}");
            let own = mission.map(|name| MissionId(name.into()));
            let count = view!(db, |tx| store::queue::count(tx, own.as_ref(), tab, 2).await?);
            assert_eq!(count, i64::try_from(expected.len().min(2)).unwrap(), "{tab:?} {mission:?}");
        }
    }
    assert_eq!(queue(db, Some("berlin"), Tab::Work(Work::New), 9, Some((100, 2))).await, [4, 1]);

    let submitted = view!(db, |tx| store::application::ids_in_state(tx, StateKind::Submitted).await?);
    assert_eq!(submitted.iter().map(|found| found.0.as_u128()).collect::<Vec<_>>(), [3, 2, 4, 1]);
    let newest = view!(db, |tx| store::application::of_account(tx, AccountId(id(1))).await?);
    assert_eq!(newest.iter().map(|found| found.id.0.as_u128()).collect::<Vec<_>>(), [5, 4, 3, 2, 1]);
});

on_both!(a_state_that_cannot_be_read_keeps_no_other_waiting, |db| {
    for (n, due) in [(1, 300), (2, 100), (3, 200)] {
        store_application(&db.store, application(n, 1, "berlin", due)).await.unwrap();
    }
    db.raw("UPDATE application SET state = '{}' WHERE due_at = (SELECT min(due_at) FROM application)").await;
    let page = |after| async move {
        let found = view!(db, |tx| store::application::standing_in(tx, StateKind::Submitted, after, 2).await?);
        found.into_iter().map(|case| (case.id.0.as_u128(), case.state.is_ok())).collect::<Vec<_>>()
    };
    assert_eq!(page(None).await, [(2, false), (3, true)]);
    assert_eq!(page(Some((at(200), ApplicationId(id(3))))).await, [(1, true)]);
    let one = view!(db, |tx| store::application::standing(tx, ApplicationId(id(2))).await?);
    assert!(one.is_some_and(|case| case.state.is_err() && case.mission.0 == "berlin"));
});

on_both!(a_state_that_is_not_its_kind_is_a_bad_row, |db| {
    store_application(&db.store, application(1, 1, "berlin", 60)).await.unwrap();
    db.raw("UPDATE application SET state_kind = 'ready'").await;
    let outcome =
        db.store.read(|tx| Box::pin(async move { store::application::get(tx, ApplicationId(id(1))).await })).await;
    assert!(matches!(outcome, Err(StoreError::BadRow { table: "application", .. })), "{outcome:?}");
});
