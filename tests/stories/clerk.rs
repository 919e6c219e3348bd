//! The intake clerk: takes requests on paper in, sees the queue and the case that each became, hands out the receipt. Decides nothing, and reads
//! nothing that the desk writes for itself.

use crate::harness::files::{self, pdf_text};
use crate::harness::words::tidy;
use crate::harness::{Chosen, Officer, Page, Sent, Server, Words};

const NOTE: &str = "Rang the ward: the paper is theirs.";

#[test]
fn paper_is_taken_in_and_decided_by_others() {
    let server = Server::start();
    let words = Words::of("en");
    let sent = Sent::signed(&server, "en");
    let (person, draft) = (&sent.person, sent.person.composes());
    let clerk = Officer::signs_in(&server, "clerk.berlin");
    let desk = clerk.person.open("/desk/sign-in").ok();
    assert!(desk.path.ends_with("/desk/queue"), "{}", desk.path);
    desk.must_say(&words.s("desk-nav-paper")).must_not_say(&words.s("desk-nav-complaints"));

    // Found by its number, turned away with a slip, then accepted.
    let number = crate::on_paper::prints(person, &draft);
    let form = crate::on_paper::find(&clerk.person, &number).ok();
    let refusal = clerk.person.follow(&form, "/refusal").ok();
    let remedy = "Bring the page of the passport with the photo.";
    let form = clerk.person.send(&refusal, &[("reason", "incomplete_documents"), ("remedy", remedy)]).ok();
    let slip = tidy(&pdf_text(&clerk.person.follow(&form, "/desk/slips/").ok().bytes));
    assert!(slip.contains("Дәулетова Р. С."), "{slip}");
    let seen = [("identity_document", "passport"), ("identity_number", "N1"), ("signature_seen", "yes")];
    let scan = Chosen::new("scan.pdf", files::pdf("signed by hand"));
    let accepting = form.form(&["identity_document"]).fill_all(&seen).press("");
    let case = clerk.person.submit_with(&form, &accepting, &scan).ok();
    case.must_say(&words.s("intake-accepted")).must_say(&words.s("desk-case-read-only"));
    let receipt = tidy(&pdf_text(&clerk.person.follow(&case, "/papers/receipt").ok().bytes));
    assert!(receipt.contains(&number) && receipt.contains("Дәулетова Р. С."), "{receipt}");

    reads_and_does_nothing_else(&server, &clerk, &case, &sent, &words);
    server.journal_is_whole(&[]);
}

/// The other case of the mission, which came by EDS: seen, searched for, and nothing more.
fn reads_and_does_nothing_else(server: &Server, clerk: &Officer, accepted: &Page, sent: &Sent, words: &Words) {
    let officer = Officer::signs_in(server, "officer.berlin");
    let notes = officer.opens(&sent.reference).act("notes").ok();
    officer.person.send(&notes, &[("note", NOTE)]).ok().must_say(NOTE);
    let queue = clerk.person.open("/desk/queue").ok();
    queue.must_say(&sent.reference).must_not_say(&words.s("desk-assign-take-button"));
    let mine = clerk.person.get("/en/desk/queue?tab=mine");
    assert_eq!(mine.status, 404, "a clerk takes no case up");
    clerk.person.send(&queue, &[("search", &sent.reference)]).ok().must_say(&sent.reference);
    let path = clerk.opens(&sent.reference).path;
    let page = clerk.person.get(&path).ok();
    page.must_not_say(NOTE).must_not_say(&words.s("note-heading")).must_not_say(&words.s("compare-heading"));
    for act in ["registration", "record", "transfer", "refusal"] {
        assert_eq!(clerk.person.get(&format!("{path}/{act}")).status, 409, "{act}");
    }
    for desk in ["notes", "comparison", "conflict"] {
        assert_eq!(clerk.person.get(&format!("{path}/{desk}")).status, 404, "{desk}");
    }
    // The owner reads who looked at it; the officer decides what the clerk took in.
    sent.case().must_say("Дәулетова Р. С.");
    let number = crate::harness::request::reference(accepted);
    officer.opens(&number).page().must_say("Дәулетова Р. С.").must_say(&words.s("desk-proof-paper"));
    officer.opens(&number).does("record");
}

/// A clerk belongs to a mission.
#[test]
fn a_clerk_is_added_for_a_mission() {
    let server = Server::start();
    let words = Words::of("en");
    let admin = Officer::signs_in(&server, "admin");
    let page = admin.person.open("/desk/people/new").ok();
    page.must_say(&words.s("people-role-clerk-hint"));
    let with = |mission: &'static str| {
        [
            ("login", "clerk.ankara"),
            ("name", "Қ. А."),
            ("post_kk", "құжат қабылдаушы"),
            ("post_ru", "специалист"),
            ("post_en", "clerk"),
            ("role", "clerk"),
            ("mission", mission),
        ]
    };
    admin.person.send(&page, &with("all")).must_be(422).must_say(&words.s("people-error-mission-missing"));
    let (password, secret) = crate::people::told(&admin.person.send(&page, &with("ankara")).ok());
    let clerk = Officer::with_secret(&server, "clerk.ankara", &password, &secret);
    clerk.person.open("/desk/paper").ok().must_say(&words.s("intake-none"));
    admin.person.open("/desk/people").ok().must_say(&words.s("people-role-clerk"));
}
