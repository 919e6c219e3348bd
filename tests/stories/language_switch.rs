//! The language is switched in the middle of a page: the same page in the other language, with everything that was typed and not yet saved.

use crate::harness::page::select;
use crate::harness::{Answers, Officer, Page, Person, Sent, Server, Words};

/// Presses a language of the header, as a browser does: the page's form is posted to where the button says.
fn switches(person: &Person, page: &Page, tag: &str, typed: &[(&str, &str)], field: &str) -> Page {
    let pressed = page.html();
    let button = select(&format!("button[form=page][lang={tag}]"));
    let button = pressed.select(&button).next().unwrap_or_else(|| panic!("{} offers no {tag}", page.path));
    let mut form = page.form(&[field]).fill_all(typed);
    form.action = button.attr("formaction").unwrap().to_owned();
    person.submit(page, &form)
}

#[test]
fn language_switch() {
    let server = Server::start();
    let person = server.person("ru");
    let _ = person.signs_in_with(server.signer("applicant1"), server.now()).ok();
    let draft = person.begins("DE", "berlin");
    let open = person.get(&draft.page("person")).ok();
    let answers = Answers::of_a_daughter();
    let typed = answers.section("person");

    let kazakh = switches(&person, &open, "kk", &typed, "deceased-given").ok();
    assert!(kazakh.path.starts_with(&draft.page("person").replacen("/ru/", "/kk/", 1)), "{}", kazakh.path);
    for (name, value) in &typed {
        assert_eq!(kazakh.value(name), *value, "{name}");
    }
    kazakh.must_say(&Words::of("kk").s("section-person-title"));
    kazakh.must_not_say(&Words::of("kk").s("section-kept"));

    // Nothing was saved by it, and whoever has the address sees nothing a second time.
    let again = person.get(&kazakh.path).ok();
    assert_eq!(again.value("deceased-given"), "", "{}", again.path);

    // From language to language, and then saved with one press.
    let english = switches(&person, &kazakh, "en", &[], "deceased-given").ok();
    assert_eq!(english.value("deceased-given"), "Үлгі");
    let saved = person.press(&english, "continue").ok();
    assert!(saved.path.starts_with("/en/") && saved.path.ends_with("/death"), "{}", saved.path);
    assert_eq!(person.get(&draft.page("person")).ok().value("deceased-given"), "Үлгі");
}

/// Also before anybody is known; a form of another site changes and keeps nothing.
#[test]
fn before_signing_in() {
    let server = Server::start();
    let person = server.person("en");
    let open = person.get("/en/sign-in/phone").ok();
    let kazakh = switches(&person, &open, "kk", &[("phone", "+49 151 0000 0000")], "phone").ok();
    assert!(kazakh.path.starts_with("/kk/sign-in/phone"), "{}", kazakh.path);
    assert_eq!(kazakh.value("phone"), "+49 151 0000 0000");

    let foreign = person.post("/en/sign-in/phone?language=kk").form(&[("csrf", "00"), ("phone", "+49")]);
    assert_eq!(person.answer_to(foreign).status, 403);
}

/// An official who reads the letter before a refusal comes back to the form with the words; a link with them gives nothing to anybody else.
#[test]
fn at_the_desk() {
    let server = Server::start();
    let sent = Sent::signed(&server, "ru");
    let consul = Officer::signs_in(&server, "officer.berlin");
    let case = consul.opens(&sent.reference);
    case.does("registration");
    let reasons = "The medical document names another person than the passport.";
    let typed = [("grounds", "unreliable_documents"), ("reasons", reasons)];
    let letter = consul.person.send_by(&case.act("refusal").ok(), &typed, "preview").ok();
    letter.must_say(reasons);
    let kazakh = switches(&consul.person, &letter, "kk", &[], "reasons").ok();
    assert!(kazakh.path.starts_with(&case.path.replacen("/en/", "/kk/", 1)), "{}", kazakh.path);
    assert_eq!(kazakh.value("reasons"), reasons);

    // What a stranger typed for this page under their own name does not stand in the official's form.
    let form = format!("csrf={}&step=send&reasons=Written+by+a+stranger", sent.person.csrf());
    let stranger = sent.person.post(&format!("{}/refusal?language=kk", case.path));
    let answer = stranger.header("content-type", "application/x-www-form-urlencoded").body(form);
    assert_eq!(sent.person.answer_to(answer).status, 403);
}
