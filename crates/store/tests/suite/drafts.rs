//! Drafts with their files and the file to be signed.

use crate::database::{commit, on_both, view};
use crate::samples::{account, at, draft, id};
use domain::draft_term::{Kept, Told};
use domain::ids::{AccountId, ApplicationId, AttachmentId, DraftId, MissionId};
use domain::request::MissionBasis;
use store::BlobKey;
use store::attachment::Attachment;
use store::draft::Draft;
use store::prepared::Prepared;

async fn with_drafts(db: &crate::database::Database, drafts: u128) {
    commit!(db, |tx| store::account::insert(tx, &account(1)).await?);
    for n in 1..=drafts {
        commit!(db, |tx| store::draft::insert(tx, &draft(n, 1)).await?);
    }
}

on_both!(a_draft_is_saved_against_the_version_seen, |db| {
    with_drafts(db, 1).await;
    let mut mine = view!(db, |tx| store::draft::get(tx, DraftId(id(1))).await?).unwrap();
    assert_eq!(mine, draft(1, 1));
    mine.answers.insert("death-place".into(), "Потсдам".into());
    mine.mission = Some(MissionId("berlin".into()));
    mine.mission_basis = Some(MissionBasis::Chosen);
    mine.updated_at = at(9);
    let (first, second) = (mine.clone(), mine.clone());
    assert!(commit!(db, |tx| store::draft::save(tx, &first, 1).await?));
    assert!(!commit!(db, |tx| store::draft::save(tx, &second, 1).await?), "the other tab");
    mine.version = 2;
    assert_eq!(view!(db, |tx| store::draft::get(tx, DraftId(id(1))).await?), Some(mine));
});

on_both!(sent_drafts_are_not_offered_again, |db| {
    with_drafts(db, 3).await;
    let mut sent = draft(2, 1);
    sent.sent_as = Some(ApplicationId(id(2)));
    let mut touched = draft(1, 1);
    touched.updated_at = at(5);
    commit!(db, |tx| {
        store::draft::save(tx, &sent, 1).await?;
        store::draft::save(tx, &touched, 1).await?
    });
    let offered = view!(db, |tx| store::draft::of_account(tx, AccountId(id(1))).await?);
    assert_eq!(offered.iter().map(|draft| draft.id.0.as_u128()).collect::<Vec<_>>(), [1, 3]);
});

fn attachment(n: u128, position: i64) -> Attachment {
    Attachment {
        id: AttachmentId(id(n)),
        draft: DraftId(id(1)),
        document: "medical".into(),
        name: "анықтама 1.pdf".into(),
        media_type: "application/pdf".into(),
        bytes: 5_000_000_000,
        blob: BlobKey::of(b"kept"),
        sha256_received: BlobKey::of(b"received").0,
        position,
        created_at: at(0),
        pages: Some(2),
    }
}

on_both!(files_are_kept_in_page_order, |db| {
    with_drafts(db, 1).await;
    for (n, position) in [(1, 1), (2, 0)] {
        commit!(db, |tx| store::attachment::insert(tx, &attachment(n, position)).await?);
    }
    let files = view!(db, |tx| store::attachment::of_draft(tx, DraftId(id(1))).await?);
    assert_eq!(files, [attachment(2, 0), attachment(1, 1)]);
    assert!(commit!(db, |tx| store::attachment::remove(tx, AttachmentId(id(2)), at(1)).await?));
    assert!(!commit!(db, |tx| store::attachment::remove(tx, AttachmentId(id(2)), at(1)).await?));
    assert_eq!(view!(db, |tx| store::attachment::get(tx, AttachmentId(id(2))).await?), None);
});

on_both!(a_page_is_turned_against_the_bytes_seen, |db| {
    with_drafts(db, 1).await;
    let seen = attachment(1, 1);
    let row = seen.clone();
    commit!(db, |tx| store::attachment::insert(tx, &row).await?);
    let row = seen.clone();
    assert!(commit!(db, |tx| store::attachment::turn(tx, &row, &BlobKey::of(b"turned"), 6, at(1)).await?));
    let row = seen.clone();
    assert!(
        !commit!(db, |tx| store::attachment::turn(tx, &row, &BlobKey::of(b"twice"), 5, at(1)).await?),
        "the other tab"
    );
    let now = view!(db, |tx| store::attachment::get(tx, AttachmentId(id(1))).await?);
    assert_eq!(now, Some(Attachment { blob: BlobKey::of(b"turned"), bytes: 6, ..seen }));
});

on_both!(a_new_file_to_sign_takes_the_place_of_the_old, |db| {
    with_drafts(db, 1).await;
    let prepared = |version: i64| Prepared {
        draft: DraftId(id(1)),
        draft_version: version,
        file: BlobKey::of(&[u8::try_from(version).unwrap()]),
        request_json: b"{\"a\":\"\xd3\x98\"}".to_vec(),
        prepared_at: at(version),
    };
    for version in [1, 2] {
        let file = prepared(version);
        commit!(db, |tx| store::prepared::put(tx, &file).await?);
    }
    assert_eq!(view!(db, |tx| store::prepared::get(tx, DraftId(id(1))).await?), Some(prepared(2)));
    assert_eq!(view!(db, |tx| store::prepared::get(tx, DraftId(id(2))).await?), None);
});

on_both!(an_erased_draft_leaves_nothing_and_its_files_go_when_nothing_names_them, |db| {
    with_drafts(db, 2).await;
    let blobs = db.store.blobs().clone();
    let [own, shared] =
        [db.store.keep(b"own".to_vec()).await.unwrap(), db.store.keep(b"shared".to_vec()).await.unwrap()];
    let mut rows = vec![];
    for (n, draft, blob) in [(1, 1, &own), (2, 1, &shared), (3, 2, &shared)] {
        rows.push(Attachment { draft: DraftId(id(draft)), blob: blob.clone(), ..attachment(n, 0) });
    }
    commit!(db, |tx| {
        for row in &rows {
            store::attachment::insert(tx, row).await?;
        }
    });
    assert!(commit!(db, |tx| store::draft::erase(tx, DraftId(id(1)), at(5)).await?));
    assert!(!commit!(db, |tx| store::draft::erase(tx, DraftId(id(1)), at(5)).await?), "once");
    assert_eq!(view!(db, |tx| store::draft::get(tx, DraftId(id(1))).await?), None);
    assert_eq!(view!(db, |tx| store::attachment::of_draft(tx, DraftId(id(1))).await?), []);
    assert_eq!(view!(db, |tx| store::waste::lying(tx, at(4), 9).await?), [], "not so long");

    let lying = view!(db, |tx| store::waste::lying(tx, at(5), 9).await?);
    assert_eq!(lying.len(), 2);
    // Brought again, it is waste no more, whatever comes first.
    let again = db.store.keep(b"own".to_vec()).await.unwrap();
    assert!(!commit!(db, |tx| store::waste::take(tx, &again).await?));
    assert!(!commit!(db, |tx| store::waste::take(tx, &shared).await?), "another draft has it");
    assert_eq!(view!(db, |tx| store::waste::lying(tx, at(9), 9).await?), []);

    assert!(commit!(db, |tx| store::draft::erase(tx, DraftId(id(2)), at(6)).await?));
    let last = view!(db, |tx| store::waste::lying(tx, at(6), 9).await?);
    assert_eq!(last, [BlobKey::of(b"shared")]);
    assert!(commit!(db, |tx| store::waste::take(tx, &BlobKey::of(b"shared")).await?));
    for _ in 0..2 {
        blobs.remove(&last[0]).await.unwrap();
    }
    assert!(blobs.get(&last[0]).await.is_err() && blobs.get(&own).await.is_ok());
});

on_both!(a_draft_that_was_sent_is_never_erased, |db| {
    with_drafts(db, 1).await;
    let mut sent = draft(1, 1);
    sent.sent_as = Some(ApplicationId(id(9)));
    commit!(db, |tx| {
        store::attachment::insert(tx, &attachment(1, 0)).await?;
        store::draft::save(tx, &sent, 1).await?
    });
    assert!(!commit!(db, |tx| store::draft::erase(tx, DraftId(id(1)), at(5)).await?));
    assert_eq!(view!(db, |tx| store::attachment::of_draft(tx, DraftId(id(1))).await?).len(), 1);
});

on_both!(work_on_a_draft_begins_its_term_anew, |db| {
    with_drafts(db, 1).await;
    let first = DraftId(id(1));
    let kept = |from, told| Some(Kept { from: at(from), told });
    assert_eq!(view!(db, |tx| store::draft_term::kept(tx, first).await?), kept(0, Told::Reminders(0)));
    assert_eq!(view!(db, |tx| store::draft_term::waiting(tx, (0, 0), at(0), 9).await?), [first]);
    commit!(db, |tx| store::draft_term::told(tx, first, Told::Reminders(1)).await?);
    assert_eq!(view!(db, |tx| store::draft_term::waiting(tx, (0, 0), at(9), 9).await?), []);
    commit!(db, |tx| store::draft_term::told(tx, first, Told::Warned(at(3))).await?);
    assert_eq!(view!(db, |tx| store::draft_term::waiting(tx, (0, 9), at(9), 9).await?), []);
    assert_eq!(view!(db, |tx| store::draft_term::warned_before(tx, at(0), at(2), 9).await?), []);
    assert_eq!(view!(db, |tx| store::draft_term::warned_before(tx, at(0), at(3), 9).await?), [first]);
    // Saved without a change of its own (the account's name): the term goes on.
    assert!(commit!(db, |tx| store::draft::save(tx, &draft(1, 1), 1).await?));
    assert_eq!(view!(db, |tx| store::draft_term::kept(tx, first).await?), kept(0, Told::Warned(at(3))));
    let changed = Draft { updated_at: at(4), ..draft(1, 1) };
    assert!(commit!(db, |tx| store::draft::save(tx, &changed, 2).await?));
    assert_eq!(view!(db, |tx| store::draft_term::kept(tx, first).await?), kept(4, Told::Reminders(0)));
});
