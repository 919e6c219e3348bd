//! Cases after somebody with the database's password changed them and left the journal alone: what the desk reads and the
//! papers print is compared with what was committed, column by column.

use crate::database::{Database, commit, on_both, view};
use crate::journal::{act, paper, send, verify};
use crate::samples::{application, at, id, insert_application, officer};
use crate::tampering::{found, swapped, tamper};
use domain::application::{CertificateStage, Collection, State};
use domain::certificate::CertificateNumber;
use domain::ids::{ApplicationId, OfficerId};
use domain::request::CanonicalRequest;
use store::journal::Defect;
use store::{BlobKey, StoreError};

/// `set` on application 2 of three refused ones is found as `defect`, at the end of its chain.
async fn changed(db: &Database, set: &str, defect: Defect) {
    let sentence = defect.to_string();
    assert!(sentence.split(' ').count() > 4, "a sentence: {sentence}");
    found(db, &format!("UPDATE application SET {set} WHERE reference = 'DR-26-000002-A'"), 3, defect).await;
}

on_both!(another_name_in_the_request, |db| {
    changed(db, &swapped(db, "request", "Ұлжан", "Гүлжан"), Defect::RequestDiffers).await;
});

on_both!(another_mission, |db| {
    changed(db, "mission = 'paris'", Defect::MissionDiffers).await;
});

on_both!(another_account, |db| {
    changed(db, "account = draft", Defect::AccountDiffers).await;
});

on_both!(another_file, |db| {
    changed(db, "file = proof", Defect::FileDiffers).await;
});

on_both!(another_proof, |db| {
    changed(db, "proof = file", Defect::ProofDiffers).await;
});

on_both!(another_detail_of_the_proof, |db| {
    changed(db, "proof_detail = '{\"outcome\":\"invalid\"}'", Defect::ProofDetailDiffers).await;
});

on_both!(a_detail_of_the_proof_that_is_no_json, |db| {
    changed(db, "proof_detail = '{'", Defect::ProofDetailDiffers).await;
});

on_both!(another_reference, |db| {
    changed(db, "reference = 'DR-26-000009-A'", Defect::ReferenceDiffers).await;
});

on_both!(another_end_of_the_term, |db| {
    changed(db, "due_at = sent_at", Defect::DueDiffers).await;
});

on_both!(another_time_at_which_the_term_was_met, |db| {
    changed(db, "term_met_at = due_at", Defect::TermMetDiffers).await;
});

on_both!(a_term_that_was_never_met, |db| {
    changed(db, "term_met_at = NULL", Defect::TermMetDiffers).await;
});

on_both!(another_moment_of_sending, |db| {
    changed(db, "sent_at = due_at", Defect::SendingDiffers("sent_at")).await;
});

on_both!(another_day_of_registration, |db| {
    changed(db, "registration_date = '2026-11-24'", Defect::SendingDiffers("registration_date")).await;
});

on_both!(another_confirmation, |db| {
    changed(db, "confirmation = 'otp'", Defect::SendingDiffers("confirmation")).await;
});

on_both!(another_language_or_channel, |db| {
    changed(db, "lang = 'en'", Defect::SendingDiffers("lang")).await;
    db.raw("UPDATE application SET lang = 'ru', channel = 'paper' WHERE reference = 'DR-26-000002-A'").await;
    assert_eq!(verify(db, None).await.fault.unwrap().what, Defect::SendingDiffers("channel"));
});

// The enclosed files hang on the draft.
on_both!(another_draft, |db| {
    let place = "(SELECT id FROM draft WHERE id NOT IN (SELECT draft FROM application))";
    commit!(db, |tx| {
        send(tx, 1).await?;
        store::draft::insert(tx, &crate::samples::draft(7, 1)).await?;
    });
    db.raw(&format!("UPDATE application SET draft = {place}")).await;
    assert_eq!(verify(db, None).await.fault.unwrap().what, Defect::SendingDiffers("draft"));
});

fn paper_of_2(what: &str) -> String {
    format!("{what} WHERE application = (SELECT id FROM application WHERE reference = 'DR-26-000002-A')")
}

on_both!(another_refusal, |db| {
    let sql = paper_of_2("UPDATE paper SET file = (SELECT max(proof) FROM application)") + " AND kind = 'refusal'";
    found(db, &sql, 3, Defect::PaperDiffers("refusal".into())).await;
});

on_both!(a_refusal_taken_away, |db| {
    let sql = paper_of_2("DELETE FROM paper") + " AND kind = 'refusal'";
    found(db, &sql, 3, Defect::PaperDiffers("refusal".into())).await;
});

on_both!(a_refusal_shown_as_a_certificate, |db| {
    let sql = paper_of_2("UPDATE paper SET kind = 'certificate', number = 'DA-26-0000001'") + " AND kind = 'refusal'";
    found(db, &sql, 3, Defect::PaperDiffers("certificate".into())).await;
});

on_both!(another_application_paper, |db| {
    let sql = paper_of_2("UPDATE paper SET file = (SELECT max(proof) FROM application)") + " AND kind = 'application'";
    found(db, &sql, 3, Defect::PaperDiffers("application".into())).await;
});

on_both!(a_case_whose_chain_begins_with_another_act, |db| {
    commit!(db, |tx| {
        insert_application(tx, &application(1, 1, "berlin", 60)).await?;
        act(tx, 1, 0, "note", &State::Submitted, &[]).await?;
    });
    assert_eq!(verify(db, None).await.fault.unwrap().what, Defect::SendingMissing("request"));
});

on_both!(a_later_verdict_replaces_the_detail_of_the_proof, |db| {
    commit!(db, |tx| send(tx, 1).await?);
    let detail = serde_json::json!({"outcome": "valid", "checked_at": "2026-11-22T09:10:00Z", "findings": []});
    commit!(db, |tx| {
        let case = ApplicationId(id(1));
        act(tx, 1, 1, "confirm_signature", &State::Submitted, &[("verdict", detail.clone())]).await?;
        store::application::save_proof_detail(tx, case, &detail).await?;
    });
    assert_eq!(verify(db, None).await.fault, None);
    db.raw("UPDATE application SET proof_detail = '{\"outcome\":\"valid\"}'").await;
    assert_eq!(
        verify(db, None).await.fault.unwrap().what,
        Defect::ProofDetailDiffers,
        "the first detail is superseded"
    );
});

/// Application 1 all the way to a certificate that waits to be collected; whole at every step.
async fn certified(db: &Database) {
    let number = CertificateNumber("DA-26-0000001".into());
    let record = serde_json::json!({"number": "berlin-26-1", "date": "2026-11-22", "made_by": OfficerId(id(1))});
    let record: domain::certificate::ActRecord = serde_json::from_value(record).unwrap();
    let granted = |certificate| State::Granted { record: record.clone(), certificate };
    commit!(db, |tx| {
        store::officer::insert(tx, &officer(1)).await?;
        store::officer::insert(tx, &officer(2)).await?;
        send(tx, 1).await?;
    });
    commit!(db, |tx| act(tx, 1, 1, "register", &State::InReview { registered_at: at(1) }, &[]).await?);
    let state = granted(CertificateStage::Awaited);
    commit!(db, |tx| act(tx, 1, 2, "grant", &state, &[]).await?);
    let (state, reserved) = (granted(CertificateStage::Reserved { number: number.clone() }), number.clone());
    commit!(db, |tx| {
        act(tx, 1, 3, "reserve_certificate", &state, &[]).await?;
        store::certificate::reserve(tx, ApplicationId(id(1)), &reserved, OfficerId(id(1)), at(3)).await?;
    });
    assert_eq!(verify(db, None).await.fault, None, "reserved");
    let file = BlobKey::of(b"certificate");
    let stage = CertificateStage::Issued { number: number.clone(), paper_sha256: file.0.clone() };
    let state = granted(stage);
    commit!(db, |tx| {
        act(tx, 1, 4, "issue_certificate", &state, &[("file", file.0.clone().into())]).await?;
        assert!(store::certificate::mark_issued(tx, ApplicationId(id(1)), &file, at(4)).await?);
        store::paper::insert(tx, &paper(1, "certificate", Some("DA-26-0000001"), file)).await?;
    });
    assert_eq!(verify(db, None).await.fault, None, "issued");
    let ready = State::Ready { record, number, collection: Collection { at: at(600), note: String::new() } };
    commit!(db, |tx| act(tx, 1, 5, "set_collection", &ready, &[]).await?);
    assert_eq!(verify(db, None).await.fault, None, "ready");
}

on_both!(another_certificate, |db| {
    certified(db).await;
    let original = "number = 'DA-26-0000001', reserved_at = (SELECT at FROM journal_entry WHERE seq = 4),
                    issued_at = (SELECT at FROM journal_entry WHERE seq = 5), file = (SELECT file FROM paper WHERE kind = 'certificate'),
                    officer = (SELECT id FROM officer WHERE login = 'consul-1')";
    for forged in [
        "number = 'DA-26-0000009'",
        "officer = (SELECT id FROM officer WHERE login = 'consul-2')",
        "reserved_at = (SELECT due_at FROM application)",
        "issued_at = (SELECT due_at FROM application)",
        "file = (SELECT proof FROM application)",
        "file = NULL, issued_at = NULL",
    ] {
        db.raw(&format!("UPDATE certificate SET {forged}")).await;
        let fault = verify(db, None).await.fault.expect(forged);
        assert_eq!((fault.what, fault.seq), (Defect::CertificateDiffers, Some(6)), "{forged}");
        db.raw(&format!("UPDATE certificate SET {original}")).await;
        assert_eq!(verify(db, None).await.fault, None, "mended after {forged}");
    }
    db.raw("UPDATE paper SET number = 'DA-26-0000009' WHERE kind = 'certificate'").await;
    assert_eq!(verify(db, None).await.fault.unwrap().what, Defect::PaperDiffers("certificate".into()));
});

on_both!(a_certificate_taken_away, |db| {
    certified(db).await;
    db.raw("DELETE FROM certificate").await;
    assert_eq!(verify(db, None).await.fault.unwrap().what, Defect::CertificateDiffers);
});

on_both!(the_hash_of_the_request_is_opened_for_the_press, |db| {
    commit!(db, |tx| send(tx, 1).await?);
    let case = ApplicationId(id(1));
    let sent = view!(db, |tx| store::journal::request_standing(tx, case).await?);
    assert_eq!(sent, Some(CanonicalRequest::of(&crate::samples::request()).unwrap().sha256()));
    assert_eq!(view!(db, |tx| store::journal::request_standing(tx, ApplicationId(id(2))).await?), None);
    // The hash of a forged request is written into the opened value: it does not fit what the entry committed to.
    let change = swapped(db, "value", &sent.unwrap(), &"0".repeat(64));
    tamper(db, &format!("UPDATE journal_secret SET {change} WHERE what = 'request'")).await;
    let outcome =
        db.store.read(move |tx| Box::pin(async move { store::journal::request_standing(tx, case).await })).await;
    assert!(matches!(outcome, Err(StoreError::BadRow { table: "journal_entry", .. })), "{outcome:?}");
});
