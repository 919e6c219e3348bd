//! Decisions of officials: kept beside their case, never changed, drafts gone with them; whoever changes one behind the journal is found.

use crate::database::{Database, commit, on_both, view};
use crate::journal::{send, verify};
use crate::samples::{at, id, moment, officer, staff};
use domain::actor::Role;
use domain::decision::{Decided, Despite, Purpose, Statement, Way};
use domain::ids::{ApplicationId, MissionId, OfficerId};
use store::BlobKey;
use store::check_override::CheckOverride;
use store::decision::{Decision, Draft};
use store::journal::{Defect, Entry};

fn case() -> ApplicationId {
    ApplicationId(id(1))
}

fn statement(version: i64) -> Statement {
    Statement {
        purpose: Purpose::Decision,
        application: case(),
        reference: "DR-26-000001-A".into(),
        version,
        request_sha256: BlobKey::of(b"request").0,
        mission: MissionId("berlin".into()),
        officer: OfficerId(id(1)),
        prepared_at: at(10),
        decided: Decided::Grant { despite: None },
        paper_sha256: None,
        second_factor_at: None,
    }
}

fn draft(n: u128, version: i64) -> Draft {
    Draft {
        id: id(n),
        application: case(),
        officer: OfficerId(id(1)),
        statement: statement(version),
        file: BlobKey::of(b"statement"),
        prepared_at: at(10),
    }
}

fn decision(number: u32) -> Decision {
    Decision {
        application: case(),
        number,
        officer: OfficerId(id(1)),
        statement: statement(1),
        file: BlobKey::of(b"statement"),
        way: Way::Eds,
        proof: BlobKey::of(b"cms"),
        detail: serde_json::json!({ "outcome": "valid" }),
        decided_at: at(20),
    }
}

/// Case 1 with a decision, as the office writes it.
async fn decided(db: &Database) {
    commit!(db, |tx| store::officer::insert(tx, &officer(1)).await?);
    commit!(db, |tx| send(tx, 1).await?);
    commit!(db, |tx| {
        store::decision::insert(tx, &decision(1)).await?;
        let actor = staff(1, Role::Officer);
        let commitments = [store::journal::deciding(&decision(1))?].into();
        let entry = Entry { application: Some(case()), act: "decide", actor: &actor, at: at(20), commitments };
        store::journal::append(tx, &entry, &moment(20)).await?;
    });
}

on_both!(a_second_draft_takes_the_place_of_the_first_and_a_decision_of_both, |db| {
    commit!(db, |tx| store::officer::insert(tx, &officer(1)).await?);
    commit!(db, |tx| send(tx, 1).await?);
    commit!(db, |tx| store::decision::keep_draft(tx, &draft(5, 1)).await?);
    commit!(db, |tx| store::decision::keep_draft(tx, &draft(6, 2)).await?);
    assert_eq!(view!(db, |tx| store::decision::draft(tx, id(5)).await?), None);
    assert_eq!(view!(db, |tx| store::decision::draft(tx, id(6)).await?), Some(draft(6, 2)));
    commit!(db, |tx| store::decision::insert(tx, &decision(1)).await?);
    assert_eq!(view!(db, |tx| store::decision::draft(tx, id(6)).await?), None);
    assert_eq!(view!(db, |tx| store::decision::of(tx, case()).await?), [decision(1)]);
    let again = db.store.write(|tx| Box::pin(async move { store::decision::insert(tx, &decision(1)).await })).await;
    assert!(again.is_err(), "its number is taken");
});

on_both!(who_changes_a_decision_behind_the_journal_is_found, |db| {
    decided(db).await;
    assert_eq!(verify(db, None).await.fault, None);
    let refused = db.raw_refused("DELETE FROM decision").await;
    assert!(refused.contains("append-only"), "{refused}");
    db.raw(match db.is_postgres() {
        true => "ALTER TABLE decision DISABLE TRIGGER USER",
        false => "DROP TRIGGER decision_no_update; DROP TRIGGER decision_no_delete;",
    })
    .await;
    let changes = ["way = 'seal'", "number = 2", "detail = '{\"outcome\":\"invalid\"}'"];
    let back = ["way = 'eds'", "number = 1", "detail = '{\"outcome\":\"valid\"}'"];
    for (change, back) in changes.iter().zip(back) {
        db.raw(&format!("UPDATE decision SET {change}")).await;
        assert_eq!(verify(db, None).await.fault.map(|fault| fault.what), Some(Defect::DecisionDiffers), "{change}");
        db.raw(&format!("UPDATE decision SET {back}")).await;
        assert_eq!(verify(db, None).await.fault, None, "{back}");
    }
    db.raw("DELETE FROM decision").await;
    assert_eq!(verify(db, None).await.fault.map(|fault| fault.what), Some(Defect::DecisionDiffers));
});

on_both!(a_record_made_although_a_check_did_not_agree_is_found_by_mission_the_newest_first, |db| {
    decided(db).await;
    commit!(db, |tx| send(tx, 2).await?);
    let own = |case: u128, second: i64| CheckOverride {
        application: ApplicationId(id(case)),
        number: 1,
        mission: MissionId("berlin".into()),
        officer: OfficerId(id(1)),
        despite: Despite {
            checks: vec!["iin".into(), "papers".into()],
            reason: "The passport shows the other day".into(),
        },
        decided_at: at(second),
    };
    for (case, second) in [(1, 20), (2, 30)] {
        commit!(db, |tx| store::check_override::insert(tx, &own(case, second)).await?);
    }
    let listed = view!(db, |tx| store::check_override::of_mission(tx, &MissionId("berlin".into()), 50).await?);
    assert_eq!(listed, [own(2, 30), own(1, 20)]);
    assert_eq!(
        view!(db, |tx| store::check_override::of_mission(tx, &MissionId("berlin".into()), 1).await?),
        [own(2, 30)]
    );
    assert_eq!(view!(db, |tx| store::check_override::of_mission(tx, &MissionId("ankara".into()), 50).await?), []);
    let refused = db.raw_refused("UPDATE check_override SET reason = ''").await;
    assert!(refused.contains("append-only"), "{refused}");
});
