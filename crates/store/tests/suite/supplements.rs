//! Addenda: the case has the amended request, the journal knows both, and who changes either behind it is found.

use crate::database::{Database, commit, on_both, view};
use crate::journal::{act, paper, send, verify};
use crate::samples::{application, at, draft, id, request};
use crate::tampering::swapped;
use domain::application::{Correction, CorrectionItem, State};
use domain::confirmation::ConfirmationKind;
use domain::ids::{ApplicationId, DraftId};
use domain::request::{CanonicalRequest, Request};
use store::BlobKey;
use store::journal::Defect;
use store::supplement::Supplement;

fn amended() -> Request {
    let mut request = request();
    request.applicant.address.city = "Potsdam".into();
    request
}

fn supplement() -> Supplement {
    let item = CorrectionItem { section: "you".into(), said: "the town".into() };
    Supplement {
        application: ApplicationId(id(1)),
        number: 1,
        draft: DraftId(id(9)),
        asked: Correction { items: vec![item], asked_at: at(1), answer_by: at(50), reminders: 0 },
        was: request(),
        file: BlobKey::of(b"addendum"),
        confirmation: ConfirmationKind::Eds,
        proof: BlobKey::of(b"addendum proof"),
        proof_detail: serde_json::json!({"outcome": "indeterminate"}),
        sent_at: at(2),
    }
}

/// Case 1 has the amended request.
async fn amend(tx: &mut store::Tx) -> Result<(), store::StoreError> {
    let mut case = store::application::get(tx, ApplicationId(id(1))).await?.expect("case 1");
    case.request = amended();
    store::application::save_request(tx, &case).await
}

/// Case 1 with an addendum, as the office writes it.
async fn supplemented(db: &Database) {
    commit!(db, |tx| send(tx, 1).await?);
    commit!(db, |tx| {
        let own = supplement();
        let mut answer = draft(9, 1);
        answer.amends = Some(own.application);
        store::draft::insert(tx, &answer).await?;
        amend(tx).await?;
        store::supplement::insert(tx, &own, true).await?;
        store::paper::insert(tx, &paper(1, "supplement-1", None, own.file.clone())).await?;
        let committed = store::journal::supplementing(&own, &amended())?;
        act(tx, 1, 1, "supplement", &State::InReview { registered_at: at(1) }, &committed).await?;
    });
}

on_both!(an_addendum_is_read_back_and_found_whole, |db| {
    supplemented(db).await;
    let case = ApplicationId(id(1));
    let found = view!(db, |tx| store::supplement::of(tx, case).await?);
    assert_eq!((found.len(), found[0].asked.clone(), found[0].was.clone()), (1, supplement().asked, request()));
    assert_eq!(view!(db, |tx| store::application::get(tx, case).await?).unwrap().request, amended());
    let standing = view!(db, |tx| store::journal::request_standing(tx, case).await?);
    assert_eq!(standing, Some(CanonicalRequest::of(&amended()).unwrap().sha256()));
    assert_eq!(verify(db, None).await.fault, None);
});

on_both!(one_answer_at_a_time_and_none_among_the_new_requests, |db| {
    commit!(db, |tx| send(tx, 1).await?);
    let case = ApplicationId(id(1));
    let answer = move |n| {
        let mut answer = draft(n, 1);
        answer.amends = Some(case);
        answer
    };
    commit!(db, |tx| store::draft::insert(tx, &answer(9)).await?);
    let second = answer(10);
    let outcome = db.store.write(move |tx| Box::pin(async move { store::draft::insert(tx, &second).await })).await;
    assert!(outcome.is_err(), "{outcome:?}");
    assert_eq!(view!(db, |tx| store::draft::amending(tx, case).await?).unwrap().id, DraftId(id(9)));
    let account = application(1, 1, "berlin", 60).account;
    let unsent = view!(db, |tx| store::draft::of_account(tx, account).await?);
    assert!(unsent.iter().all(|draft| draft.amends.is_none()), "{unsent:?}");
});

on_both!(the_nca_answers_once_and_the_journal_says_so, |db| {
    supplemented(db).await;
    let waiting = view!(db, |tx| store::supplement::awaiting(tx).await?);
    assert_eq!(waiting, [(ApplicationId(id(1)), 1)]);
    let detail = serde_json::json!({"outcome": "valid"});
    for first in [true, false] {
        let detail = detail.clone();
        let case = ApplicationId(id(1));
        assert_eq!(commit!(db, |tx| store::supplement::judged(tx, case, 1, &detail).await?), first);
    }
    assert_eq!(verify(db, None).await.fault.unwrap().what, Defect::SupplementDiffers, "changed without an entry");
    commit!(db, |tx| {
        let entry = store::journal::Entry {
            application: Some(ApplicationId(id(1))),
            act: store::journal::RECHECK,
            actor: &domain::actor::Actor::System,
            at: at(3),
            commitments: store::journal::rechecking(1, serde_json::json!({"outcome": "valid"})),
        };
        store::journal::append(tx, &entry, &crate::samples::moment(3)).await?;
    });
    assert_eq!(verify(db, None).await.fault, None);
});

on_both!(whoever_changes_an_addendum_or_what_was_before_is_found, |db| {
    supplemented(db).await;
    for (forged, defect) in [
        (format!("UPDATE application SET {}", swapped(db, "request", "Potsdam", "Gdańsk!")), Defect::RequestDiffers),
        (format!("UPDATE supplement SET {}", swapped(db, "was", "Berlin", "Bergen")), Defect::SupplementDiffers),
        ("UPDATE supplement SET file = proof".to_owned(), Defect::SupplementDiffers),
        ("UPDATE supplement SET proof = file".to_owned(), Defect::SupplementDiffers),
        ("UPDATE supplement SET proof_detail = '{}'".to_owned(), Defect::SupplementDiffers),
        (
            "UPDATE paper SET file = 'x' WHERE kind = 'supplement-1'".to_owned(),
            Defect::PaperDiffers("supplement-1".into()),
        ),
    ] {
        let before = verify(db, None).await;
        assert_eq!(before.fault, None, "before {forged}");
        db.raw(&forged).await;
        assert_eq!(verify(db, None).await.fault.map(|fault| fault.what), Some(defect), "{forged}");
        db.raw("DELETE FROM supplement").await;
        db.raw("DELETE FROM paper WHERE kind = 'supplement-1'").await;
        commit!(db, |tx| {
            amend(tx).await?;
            store::supplement::insert(tx, &supplement(), true).await?;
            store::paper::insert(tx, &paper(1, "supplement-1", None, supplement().file)).await?;
        });
    }
    db.raw("DELETE FROM supplement").await;
    assert_eq!(verify(db, None).await.fault.unwrap().what, Defect::SupplementDiffers, "taken away");
});
