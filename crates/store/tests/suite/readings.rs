//! Who opened a case: noted once an hour, listed with what was done, and never changed.

use crate::database::{commit, on_both, view};
use crate::journal::send;
use crate::samples::{at, id};
use domain::ids::{ApplicationId, MissionId, OfficerId};
use store::reading::{self, Filter, Reading, What};
use store::{StoreError, Tx};

const HOUR: i64 = 3600;

async fn count(tx: &mut Tx, filter: Filter) -> Result<usize, StoreError> {
    Ok(reading::list(tx, &filter, 50).await?.0.len())
}

fn opened(case: u128, officer: u128, seconds: i64) -> Reading {
    Reading { application: ApplicationId(id(case)), officer: OfficerId(id(officer)), at: at(seconds) }
}

on_both!(an_opening_is_noted_once_an_hour_and_listed_with_what_was_done, |db| {
    commit!(db, |tx| send(tx, 1).await?);
    commit!(db, |tx| send(tx, 2).await?);
    commit!(db, |tx| {
        for reading in
            [opened(1, 7, 60), opened(1, 7, 120), opened(1, 7, HOUR + 60), opened(1, 8, 90), opened(2, 7, 30)]
        {
            reading::note(tx, &reading, What::Case).await?;
        }
        reading::note(tx, &opened(1, 7, 70), What::Paper).await?;
    });
    view!(db, |tx| {
        assert!(reading::is_noted(tx, &opened(1, 7, 200), What::Case).await?);
        assert!(!reading::is_noted(tx, &opened(1, 7, 200), What::File).await?);
        // Who opened it, the latest first, a line a person.
        let readers = reading::of_application(tx, ApplicationId(id(1)), 10).await?;
        assert_eq!(readers, [opened(1, 7, HOUR + 60), opened(1, 8, 90)]);
        // Everything, of one person, and of what is older.
        let all = reading::list(tx, &Filter::default(), 50).await?.0;
        assert_eq!(all.len(), 2 + 5, "{all:?}");
        assert!(all.is_sorted_by(|a, b| a.at >= b.at));
        assert_eq!(all.iter().filter(|line| line.what == "send").count(), 2);
        let own = Filter { officer: Some(OfficerId(id(8))), ..Filter::default() };
        let own = reading::list(tx, &own, 50).await?.0;
        assert_eq!(own.iter().map(|line| (line.what.as_str(), line.at)).collect::<Vec<_>>(), [("read-case", at(90))]);
        let reference = all.iter().find(|line| line.what == "read-paper").and_then(|line| line.reference.clone());
        let of_case = Filter { reference, before: Some(at(90)), ..Filter::default() };
        let of_case = reading::list(tx, &of_case, 50).await?.0;
        let seen: Vec<&str> = of_case.iter().map(|line| line.what.as_str()).collect();
        assert_eq!(seen, ["read-paper", "read-case", "send"]);
        // Acts alone, openings alone, one act, from a moment on, and of one mission's cases.
        let all_of = Filter::default;
        assert_eq!(count(tx, Filter { opened: Some(false), ..all_of() }).await?, 2);
        assert_eq!(count(tx, Filter { opened: Some(true), ..all_of() }).await?, 5);
        let what = |act: &str| Filter { what: Some(act.into()), opened: Some(false), ..all_of() };
        assert_eq!(count(tx, what("send")).await?, 2);
        assert_eq!(count(tx, what("grant")).await?, 0);
        assert_eq!(count(tx, Filter { from: Some(at(HOUR)), ..all_of() }).await?, 1);
        let of_mission = |own: &str| Filter { mission: Some(MissionId(own.into())), ..all_of() };
        assert_eq!(count(tx, of_mission("berlin")).await?, 7);
        assert_eq!(count(tx, of_mission("elsewhere")).await?, 0);
    });
});

on_both!(what_happened_in_one_instant_is_on_one_page, |db| {
    commit!(db, |tx| send(tx, 1).await?);
    commit!(db, |tx| {
        for officer in 10..16 {
            reading::note(tx, &opened(1, officer, 100), What::Case).await?;
        }
        reading::note(tx, &opened(1, 7, 200), What::Case).await?;
        reading::note(tx, &opened(1, 7, 50), What::File).await?;
    });
    view!(db, |tx| {
        let (mut seen, mut filter) = (vec![], Filter::default());
        loop {
            let (lines, more) = reading::list(tx, &filter, 3).await?;
            filter.before = lines.last().map(|line| line.at);
            seen.extend(lines);
            if !more {
                break;
            }
        }
        assert_eq!(seen, reading::list(tx, &Filter::default(), 50).await?.0);
        assert_eq!(seen.len(), 6 + 2 + 1, "every line once: {seen:?}");
    });
});
