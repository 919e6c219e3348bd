//! The desk beside the papers: comparisons and notes are read back, only grow, and whoever changes one behind the journal is found.

use crate::database::{Database, commit, on_both, view};
use crate::journal::{send, verify};
use crate::samples::{at, id, moment, officer, staff};
use domain::actor::Role;
use domain::comparison::{Line, PaperPage, Verdict, answer_hash};
use domain::ids::{ApplicationId, AttachmentId, OfficerId};
use store::comparison::Comparison;
use store::journal::{Defect, Entry};
use store::note::Note;

fn case() -> ApplicationId {
    ApplicationId(id(1))
}

fn comparison(number: u32, seen: &str) -> Comparison {
    let at_page = PaperPage { file: AttachmentId(id(7)), page: 2 };
    let lines = vec![
        Line {
            field: "deceased-born".into(),
            answer: answer_hash("1950-03-08"),
            verdict: Verdict::Differs { at: at_page, seen: seen.into() },
        },
        Line { field: "death-place".into(), answer: answer_hash("Berlin"), verdict: Verdict::NotOnPaper },
    ];
    Comparison { application: case(), number, officer: OfficerId(id(1)), saved_at: at(i64::from(number)), lines }
}

fn note(number: u32, text: &str) -> Note {
    Note {
        application: case(),
        number,
        officer: OfficerId(id(1)),
        written_at: at(10 + i64::from(number)),
        text: text.into(),
    }
}

async fn entry(
    tx: &mut store::Tx,
    act: &str,
    seconds: u8,
    commitments: std::collections::BTreeMap<String, serde_json::Value>,
) -> Result<(), store::StoreError> {
    let actor = staff(1, Role::Officer);
    let entry = Entry { application: Some(case()), act, actor: &actor, at: at(seconds.into()), commitments };
    store::journal::append(tx, &entry, &moment(seconds)).await.map(drop)
}

/// Case 1 with two comparisons and two notes, as the office writes them.
async fn compared(db: &Database) {
    commit!(db, |tx| store::officer::insert(tx, &officer(1)).await?);
    commit!(db, |tx| send(tx, 1).await?);
    commit!(db, |tx| {
        for number in [1, 2] {
            let own = comparison(number, &format!("195{number}"));
            store::comparison::insert(tx, &own).await?;
            entry(tx, store::journal::COMPARE, 20 + u8::try_from(number).unwrap(), store::journal::comparing(&own)?)
                .await?;
            let own = note(number, &format!("Called the hospital, {number}"));
            store::note::insert(tx, &own).await?;
            entry(tx, store::journal::NOTE, 30 + u8::try_from(number).unwrap(), store::journal::noting(&own)?).await?;
        }
    });
}

on_both!(the_last_save_counts_and_those_before_stay, |db| {
    compared(db).await;
    assert_eq!(view!(db, |tx| store::comparison::last(tx, case()).await?), Some(comparison(2, "1952")));
    let all = view!(db, |tx| store::comparison::of(tx, case()).await?);
    assert_eq!(all, [comparison(1, "1951"), comparison(2, "1952")]);
    let notes = view!(db, |tx| store::note::of(tx, case()).await?);
    assert_eq!(notes, [note(1, "Called the hospital, 1"), note(2, "Called the hospital, 2")]);
    assert_eq!(verify(db, None).await.fault, None);
    let again = db
        .store
        .write(move |tx| Box::pin(async move { store::comparison::insert(tx, &comparison(2, "1953")).await }))
        .await;
    assert!(again.is_err(), "two saves over the same one");
});

on_both!(the_journal_holds_none_of_the_words, |db| {
    compared(db).await;
    for words in ["hospital", "1951", "deceased-born"] {
        let value = if db.is_postgres() { "convert_from(value, 'UTF8')" } else { "CAST(value AS TEXT)" };
        let sql = format!(
            "SELECT count(*) FROM journal_secret s JOIN journal_entry e ON e.id = s.entry
             WHERE e.act IN ('note', 'compare_papers') AND {value} LIKE '%{words}%'"
        );
        assert_eq!(db.count(&sql).await, 0, "{words}");
    }
});

on_both!(nothing_is_changed_or_taken_away, |db| {
    compared(db).await;
    for table in ["comparison", "note"] {
        for sql in [format!("UPDATE {table} SET number = 9"), format!("DELETE FROM {table}")] {
            let said = db.raw_refused(&sql).await;
            assert!(said.contains(&format!("{table} is append-only")), "{said}");
        }
    }
});

/// The triggers are gone.
async fn forge(db: &Database, table: &str, sql: &str) {
    let off = if db.is_postgres() {
        format!("ALTER TABLE {table} DISABLE TRIGGER ALL;")
    } else {
        format!("DROP TRIGGER IF EXISTS {table}_no_update; DROP TRIGGER IF EXISTS {table}_no_delete;")
    };
    db.raw(&format!("{off}{sql}")).await;
}

on_both!(whoever_changes_a_comparison_is_found, |db| {
    compared(db).await;
    forge(db, "comparison", "UPDATE comparison SET lines = replace(lines, '1952', '1950')").await;
    assert_eq!(verify(db, None).await.fault.map(|fault| fault.what), Some(Defect::ComparisonDiffers));
    forge(db, "comparison", "UPDATE comparison SET lines = replace(lines, '1950', '1952') WHERE number = 2").await;
    forge(db, "comparison", "UPDATE comparison SET lines = '{'  WHERE number = 1").await;
    assert_eq!(verify(db, None).await.fault.map(|fault| fault.what), Some(Defect::ComparisonDiffers));
});

on_both!(whoever_takes_a_note_away_is_found, |db| {
    compared(db).await;
    forge(db, "note", "DELETE FROM note WHERE number = 2").await;
    assert_eq!(verify(db, None).await.fault.map(|fault| fault.what), Some(Defect::NoteDiffers));
    commit!(db, |tx| store::note::insert(tx, &note(2, "Called the hospital, 2")).await?);
    assert_eq!(verify(db, None).await.fault, None);
    forge(db, "note", "UPDATE note SET text = 'Nothing' WHERE number = 1").await;
    assert_eq!(verify(db, None).await.fault.map(|fault| fault.what), Some(Defect::NoteDiffers));
});
