//! A refusal: at least one ground of the law and reasons in words; the person gets both, with the paper that says how to complain.

use crate::harness::files::pdf_text;
use crate::harness::words::tidy;
use crate::harness::{Officer, Sent, Server, Words};

const REASONS: &str = "Медициналық құжатта көрсетілген аты-жөні төлқұжаттағы аты-жөніне сәйкес келмейді.";

#[test]
fn refused() {
    let server = Server::start();
    let sent = Sent::signed(&server, "kk");
    let words = Words::of("kk");
    let consul = Officer::signs_in(&server, "officer.berlin");
    let case = consul.opens(&sent.reference);
    case.does("registration");

    // Without a ground of the law there is no refusal, and what was written stays.
    let page = consul.person.send_by(&case.act("refusal").ok(), &[("reasons", REASONS)], "preview").must_be(422);
    assert!(!page.errors().is_empty(), "{}", page.text());
    assert_eq!(page.value("reasons"), REASONS);

    case.fills_in("refusal", &[("grounds", "unreliable_documents does_not_meet_rules"), ("reasons", REASONS)]);

    // The applicant reads the grounds, the reasons and what can be done.
    let own = sent.case();
    own.must_say(&words.s("ground-unreliable-documents")).must_say(&words.s("ground-does-not-meet-rules"));
    own.must_say(REASONS).must_say(&words.s("timeline-refuse")).must_say(&words.s("state-refused-applicant"));
    server.letter("eml", &["aigerim@example.org", &sent.reference]);

    // The paper is in her language, names the grounds, and says how to complain (APPC 80(5), 91, 92, 93).
    let paper = tidy(&pdf_text(&sent.person.follow(&own, "/papers/refusal").ok().bytes));
    assert!(paper.contains(&words.s("paper-complaint-heading")), "{paper}");
    let piece = words.piece("paper-complaint-order", &["mission"]);
    let beginning: String = piece.split(' ').take(4).collect::<Vec<_>>().join(" ");
    assert!(paper.contains(&beginning), "{beginning:?} in {paper}");
    assert!(paper.contains("аты-жөні"), "{paper}");

    // A refusal is final: no other act is open, on the page or past it.
    for noun in ["registration", "record", "refusal", "collection", "handover"] {
        assert_eq!(case.act(noun).status, 409, "{noun}");
    }
    server.journal_is_whole(&[]);
}
