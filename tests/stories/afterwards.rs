//! After sending, the person is led to what else may have to be done: with sources, with what nobody has confirmed said so, and whom to ask.

use crate::harness::{Sent, Server, Words};

#[test]
fn afterwards() {
    let server = Server::start();
    let sent = Sent::signed(&server, "en");
    let words = Words::of("en");
    let page = sent.person.get(&sent.case().link("/afterwards?country=DE")).ok();
    page.must_say("The identity papers of the person who died").must_say("Family Code, article 270(4)");
    page.must_say(&words.s("afterwards-unverified")).must_say("Embassy of the Republic of Kazakhstan in Berlin");

    // For everybody, without an account; an unknown country is none.
    let anybody = server.person("ru");
    anybody.open("/afterwards?country=IS").ok().must_not_say(&Words::of("ru").s("afterwards-mission"));
    anybody.open("/afterwards").ok().must_say("Кодекс о браке и семье, статья 270(4)").must_not_say("Family Code");
    anybody.open("/afterwards?country=%22%3Cb").ok().must_not_say("<b");
}
