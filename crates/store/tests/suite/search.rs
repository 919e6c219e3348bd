//! Finding a case by name, in any of its spellings and with slips, and by IIN.

use crate::database::{Database, commit, on_both, view};
use crate::samples::{application, id, store_application};
use domain::ids::{ApplicationId, MissionId};
use domain::name::{LatinName, PersonName};

async fn named(db: &Database, n: u128, mission: &str, surname: &str, given: &str, latin: Option<(&str, &str)>) {
    let mut case = application(n, 1, mission, 60);
    case.request.applicant.name = PersonName {
        surname: surname.into(),
        given: given.into(),
        patronymic: None,
        latin: latin.map(|(surname, given)| LatinName { surname: surname.into(), given: given.into() }),
    };
    store_application(&db.store, case).await.unwrap();
}

async fn found(db: &Database, mission: Option<&str>, text: &str) -> Vec<u128> {
    let (mission, text) = (mission.map(|name| MissionId(name.into())), text.to_owned());
    let ids = view!(db, |tx| store::spelling::search(tx, mission.as_ref(), &text, 50).await?);
    ids.into_iter().map(|id| id.0.as_u128()).collect()
}

on_both!(a_name_is_found_in_every_spelling_and_with_slips, |db| {
    named(db, 1, "berlin", "Жұмабаева", "Әйгерім", None).await;
    named(db, 2, "berlin", "Жұмабаев", "Серік", Some(("Jumabayev", "Serik"))).await;
    named(db, 3, "paris", "Жумабаева", "Айгерим", None).await;
    named(db, 4, "berlin", "Ахметов", "Ержан", None).await;
    for spelled in ["Жұмабаева Әйгерім", "айгерим жумабаева", "Zhumabayeva Aigerim", "ZHUMABAEVA", "Жумабаеав айгерм"]
    {
        let mine = found(db, Some("berlin"), spelled).await;
        assert_eq!(mine.first(), Some(&1), "{spelled}: {mine:?}");
        assert!(!mine.contains(&3) && !mine.contains(&4), "{spelled}: {mine:?}");
    }
    assert_eq!(found(db, None, "Zhumabayeva Aigerim").await, [3, 1]);
    assert_eq!(found(db, Some("berlin"), "ахм").await, [4], "the beginning of a word");
    assert_eq!(found(db, Some("berlin"), "Akhmeton Yerzhan").await, [4], "a slip");
    named(db, 5, "paris", "Алиев", "Мария", None).await;
    for begun in ["али", "мари", "Ali Mari", "Алие"] {
        assert_eq!(found(db, Some("paris"), begun).await, [5], "the vowels of {begun} met others");
    }
    assert_eq!(found(db, Some("berlin"), "Ахметов Айгерим").await, Vec::<u128>::new(), "every word is meant");
    // Words of other missions take no place among the first ones.
    let others: Vec<String> = (0..300).map(|n| format!("('ahma{n}')")).collect();
    db.raw(&format!("INSERT INTO spelling (word) VALUES {}", others.join(", "))).await;
    assert_eq!(found(db, Some("berlin"), "ахм").await, [4], "behind three hundred words of nobody here");
    for nothing in ["", "  –  ", "Смагулов", "%", "'; DROP TABLE spelled"] {
        assert_eq!(found(db, None, nothing).await, Vec::<u128>::new(), "{nothing}");
    }
});

on_both!(an_iin_is_found_whole_and_an_amended_name_in_place_of_the_first, |db| {
    named(db, 1, "berlin", "Ахметов", "Ержан", None).await;
    named(db, 2, "paris", "Оспанов", "Ержан", None).await;
    assert_eq!(found(db, None, "880101300008").await, [2, 1]);
    assert_eq!(found(db, Some("paris"), "880101300008").await, [2]);
    assert_eq!(found(db, None, "880101300009").await, Vec::<u128>::new());
    let rename = |case: &mut store::application::Application| case.request.applicant.name.surname = "Смағұлов".into();
    commit!(db, |tx| {
        let mut case = store::application::get(tx, ApplicationId(id(1))).await?.expect("case 1");
        rename(&mut case);
        store::application::save_request(tx, &case).await?;
    });
    assert_eq!(found(db, None, "Смагулов").await, [1]);
    assert_eq!(found(db, None, "Ахметов").await, Vec::<u128>::new());
});

on_both!(cases_from_before_are_noted_later, |db| {
    named(db, 1, "berlin", "Ахметов", "Ержан", None).await;
    db.raw("DELETE FROM spelled").await;
    db.raw("UPDATE application SET spelled = NULL").await;
    let (first, case) = (ApplicationId(id(0)), ApplicationId(id(1)));
    assert_eq!(view!(db, |tx| store::spelling::missing(tx, first, 10).await?), [case]);
    assert!(view!(db, |tx| store::spelling::missing(tx, case, 10).await?).is_empty());
    commit!(db, |tx| {
        let case = store::application::get(tx, case).await?.expect("case 1");
        store::spelling::put(tx, &case).await?;
    });
    assert_eq!(found(db, None, "ахметов").await, [1]);
    assert!(view!(db, |tx| store::spelling::missing(tx, first, 10).await?).is_empty());
});
