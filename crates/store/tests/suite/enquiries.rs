//! Questions before applying: lists keep their order, an answer stands once, and nothing is left of one that was erased.

use crate::database::{Database, commit, on_both, view};
use crate::samples::{account, at, id, letter, officer};
use domain::enquiry::{Answer, Need, Verdict};
use domain::ids::{AccountId, EnquiryId, MissionId, OfficerId};
use domain::lang::Lang;
use store::enquiry::{self, Enquiry, File, FileLine, State};
use store::outbox::Channel;

const MARK: &[u8] = b"the photo of a paper that nobody may find again";

fn sample(n: u128, answer_by: i64) -> Enquiry {
    Enquiry {
        id: EnquiryId(id(n)),
        link_hash: vec![u8::try_from(n).unwrap(); 32],
        mission: MissionId("berlin".into()),
        account: None,
        lang: Lang::Kk,
        email: Some("a@example.org".into()),
        phone: None,
        country: "DE".into(),
        paper: "other".into(),
        question: "Осы құжат па?".into(),
        sent_at: at(0),
        answer_by: at(answer_by),
        state: State::Waiting,
        erase_at: at(1000),
    }
}

fn file(number: u32, content: Vec<u8>) -> File {
    let bytes = i64::try_from(content.len()).unwrap();
    let line = FileLine {
        number,
        name: "Фото.jpg".into(),
        media_type: "image/jpeg".into(),
        bytes,
        sha256_received: "00".into(),
    };
    File { line, content }
}

fn answer() -> Answer {
    Answer { verdict: Verdict::NotEnough, needs: vec![Need::Basis], words: "Ring us.".into() }
}

on_both!(an_answer_stands_once_and_erasing_leaves_nothing, |db| {
    commit!(db, |tx| store::officer::insert(tx, &officer(7)).await?);
    commit!(db, |tx| store::account::insert(tx, &account(1)).await?);
    let files = vec![file(1, MARK.to_vec()), file(2, b"second".to_vec())];
    commit!(db, |tx| enquiry::insert(tx, &sample(1, 20), &files).await?);
    commit!(db, |tx| enquiry::insert(tx, &sample(2, 10), &[]).await?);
    let elsewhere = Enquiry { mission: MissionId("ankara".into()), account: Some(AccountId(id(1))), ..sample(3, 5) };
    let own = elsewhere.clone();
    commit!(db, |tx| enquiry::insert(tx, &own, &[]).await?);
    let (first, second) = (EnquiryId(id(1)), EnquiryId(id(2)));

    assert_eq!(view!(db, |tx| enquiry::get(tx, first).await?), Some(sample(1, 20)));
    assert_eq!(view!(db, |tx| enquiry::by_link(tx, &[2; 32]).await?), Some(sample(2, 10)));
    assert_eq!(view!(db, |tx| enquiry::by_link(tx, &[9; 32]).await?), None);
    assert_eq!(view!(db, |tx| enquiry::of_account(tx, AccountId(id(1))).await?), [elsewhere]);
    let lines = view!(db, |tx| enquiry::files(tx, first).await?);
    assert_eq!(lines.iter().map(|own| (own.number, own.bytes)).collect::<Vec<_>>(), [(1, 47), (2, 6)]);
    assert_eq!(view!(db, |tx| enquiry::content(tx, first, 1).await?).as_deref(), Some(MARK));
    assert_eq!(view!(db, |tx| enquiry::content(tx, second, 1).await?), None);
    assert_eq!(view!(db, |tx| enquiry::bytes_kept(tx).await?), 53);

    let by = OfficerId(id(7));
    assert!(commit!(db, |tx| enquiry::note_reader(tx, second, by, at(1)).await?));
    assert!(!commit!(db, |tx| enquiry::note_reader(tx, second, by, at(2)).await?), "the first time only");
    assert!(view!(db, |tx| enquiry::was_read(tx, second, by).await?));
    let ids = |found: Vec<Enquiry>| found.into_iter().map(|own| own.id).collect::<Vec<_>>();
    let berlin = MissionId("berlin".into());
    let mission = berlin.clone();
    assert_eq!(ids(view!(db, |tx| enquiry::of_mission(tx, &mission, 10).await?)), [second, first], "the soonest first");
    assert!(commit!(db, |tx| enquiry::answer(tx, second, (&answer(), by), at(3), at(50)).await?));
    assert!(!commit!(db, |tx| enquiry::answer(tx, second, (&answer(), by), at(4), at(60)).await?), "once");
    let answered = view!(db, |tx| enquiry::get(tx, second).await?).unwrap();
    assert_eq!((answered.state, answered.erase_at), (State::Answered { answer: answer(), by, at: at(3) }, at(50)));
    assert_eq!(ids(view!(db, |tx| enquiry::of_mission(tx, &berlin, 10).await?)), [first, second], "who waits is first");

    commit!(db, |tx| enquiry::write_letter(tx, second, &letter(1, Channel::Email)).await?);
    commit!(db, |tx| store::outbox::insert(tx, &letter(2, Channel::Email)).await?);
    assert_eq!(view!(db, |tx| enquiry::over(tx, at(49), 10).await?), []);
    assert_eq!(view!(db, |tx| enquiry::over(tx, at(50), 10).await?), [second]);
    for own in [first, second] {
        assert!(commit!(db, |tx| enquiry::erase(tx, own).await?));
        assert!(!commit!(db, |tx| enquiry::erase(tx, own).await?));
    }
    assert_eq!(view!(db, |tx| enquiry::bytes_kept(tx).await?), 0);
    for table in ["enquiry_file", "enquiry_reader", "enquiry_letter"] {
        assert_eq!(db.count(&format!("SELECT count(*) FROM {table}")).await, 0, "{table}");
    }
    assert_eq!(db.count("SELECT count(*) FROM letter").await, 1, "its letter went, another stays");
});

/// SQLite keeps what it frees until it needs the room: a photo that was erased must not be found in the file.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_erased_photo_is_not_in_the_file_of_the_database() {
    let db = Database::sqlite().await;
    let path = db.url.trim_start_matches("sqlite:").to_owned();
    // Longer than a page: it lies in pages of its own.
    let content = MARK.repeat(4000);
    commit!(db, |tx| enquiry::insert(tx, &sample(1, 20), &[file(1, content)]).await?);
    let holds = |path: &str| std::fs::read(path).unwrap().windows(MARK.len()).any(|bytes| bytes == MARK);
    db.raw("PRAGMA wal_checkpoint(TRUNCATE)").await;
    assert!(holds(&path), "the measure sees it while it is there");
    assert!(commit!(db, |tx| enquiry::erase(tx, EnquiryId(id(1))).await?));
    db.raw("PRAGMA wal_checkpoint(TRUNCATE)").await;
    assert!(!holds(&path), "pages that were freed still hold the photo");
    db.remove().await;
}
