//! Counts: what ended without an answer being owed is left out of the terms kept, and is a row of its own among where cases stand.

use crate::database::{commit, on_both, view};
use crate::samples::{application, at, id, store_application};
use domain::application::{Correction, CorrectionItem, DeclineReason, State};
use domain::ids::ApplicationId;
use jiff::Timestamp;
use jiff::civil::date;
use store::statistics::{By, Scope};

on_both!(a_return_keeps_no_term_and_breaks_none, |db| {
    let item = CorrectionItem { section: "documents".into(), said: "2-бет".into() };
    let asked = Correction::ask(vec![item], at(5), at(1)).unwrap();
    let remedy = "қайта жіберіңіз".to_owned();
    let ends: [(u128, State, Option<Timestamp>); 4] = [
        (1, State::Refused { grounds: Vec::new(), reasons: "жоқ".into(), refused_at: at(8) }, Some(at(8))),
        (2, State::Returned { asked, reasons: "2-бет".into(), returned_at: at(20) }, None),
        (3, State::Withdrawn { reason: String::new(), withdrawn_at: at(2) }, None),
        (4, State::DeclinedRegistration { reason: DeclineReason::WrongMission, remedy, declined_at: at(2) }, None),
    ];
    for (n, state, met) in ends {
        store_application(&db.store, application(n, 1, "berlin", 10)).await.unwrap();
        commit!(db, |tx| store::application::save_state(tx, ApplicationId(id(n)), 1, &state, met).await?);
    }
    store_application(&db.store, application(5, 1, "berlin", 10)).await.unwrap();
    let scope = || Scope { from: date(2026, 11, 1), until: date(2026, 12, 1), mission: None };
    let kept = view!(db, |tx| store::statistics::terms(tx, &scope(), at(30)).await?);
    let [berlin] = &kept[..] else { panic!("{kept:?}") };
    assert_eq!((berlin.ended, berlin.in_time), (2, 1), "the refusal in time, and the one that nobody answered");
    let stands = view!(db, |tx| store::statistics::count(tx, By::State, &scope()).await?);
    assert!(stands.contains(&("returned".to_owned(), 1)), "{stands:?}");
    assert_eq!(stands.iter().map(|(_, count)| count).sum::<u64>(), 5);
});
