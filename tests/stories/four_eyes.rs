//! A mission asks for two officials: who registers is told so before, and does not sign the record or the refusal, on the page or past it.

use crate::harness::{Officer, Sent, Server, Words, eventually};
use crate::sampled::{house, of};

#[test]
fn who_registers_does_not_decide() {
    let place = house("missions = []\n", "missions = [\"berlin\"]\n");
    let server = Server::start_with(of(&place, None));
    let words = Words::of("en");
    let sent = Sent::signed(&server, "en");
    let consul = Officer::signs_in(&server, "officer.berlin");
    let colleague = Officer::is_added(&server, "officer2.berlin", "Оспанов Д.");
    let case = consul.opens(&sent.reference);
    case.page().must_say(&words.s("four-eyes-on"));
    case.act("registration").ok().must_say(&words.s("four-eyes-before"));
    case.does("registration");

    // Said on the page, and the doors are shut; what is not the decision she may still do.
    let own = case.page();
    own.must_say(&words.s("four-eyes-mine")).must_not_say(&words.s("act-grant")).must_not_say(&words.s("act-refuse"));
    let (grounds, reasons) = ("unreliable_documents", "The+medical+document+names+another+person+than+the+passport");
    let body = format!("step=send&seen_version=2&grounds={grounds}&reasons={reasons}");
    for noun in ["record", "refusal"] {
        case.act(noun).must_be(409).must_say(&words.s("problem-same-hands-title"));
        let posted = consul.person.posts(&format!("{}/{noun}", case.path), &body, &consul.person.csrf());
        posted.must_be(409).must_say(&words.s("problem-same-hands-title"));
    }
    case.act("correction").ok();

    let theirs = colleague.opens(&sent.reference);
    theirs.does("record");
    eventually("the certificate", || Some(()).filter(|()| theirs.paper("certificate").status == 200));
    server.journal_is_whole(&[]);
}
