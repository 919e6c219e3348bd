//! Answers that contradict each other are asked about once, in the person's language; nothing changes that the person did not choose.

use crate::harness::{Answers, Server, Words};

#[test]
fn contradictions() {
    let server = Server::start();
    let answers = Answers::of_a_daughter();
    for lang in ["kk", "ru", "en"] {
        let person = server.person(lang);
        let words = Words::of(lang);
        let _ = person.signs_in_with(server.signer("applicant1"), server.now()).ok();
        let draft = person.begins("DE", "berlin");
        let mut typed = answers.section("person");
        typed.retain(|(name, _)| !["deceased-iin", "deceased-iin-unknown", "deceased-given"].contains(name));
        typed.extend([("deceased-iin", "991231200007"), ("deceased-given", "Қайpат")]);
        let open = person.get(&draft.page("person")).ok();
        let asked = person.send_by(&open, &typed, "continue").ok();
        assert!(asked.path.ends_with("/person/advice"), "{}", asked.path);
        asked.must_say(&words.s("advice-title"));
        asked.must_say("Қайрат");

        // Going on without an answer is a sentence at each question, and nothing is lost.
        let wrong = person.send(&asked, &[("right-deceased-given", "meant")]).must_be(422);
        assert_eq!(wrong.errors().len(), 2, "{lang}: {:?}", wrong.errors());
        wrong.must_say(&words.s("advice-error"));
        assert_eq!(wrong.value("right-deceased-given"), "meant");

        // The letter was a slip, the date of birth in the IIN is right, the sex in it is not.
        let chosen =
            [("right-deceased-given", "meant"), ("right-deceased-born", "meant"), ("right-deceased-sex", "typed")];
        let next = person.send(&wrong, &chosen).ok();
        assert!(next.path.ends_with("/death"), "{}", next.path);
        let saved = person.get(&draft.page("person")).ok();
        assert_eq!(saved.value("deceased-given"), "Қайрат");
        let (day, year) = (saved.value("deceased-born-day"), saved.value("deceased-born-year"));
        assert_eq!((day.as_str(), year.as_str()), ("31", "1899"), "{lang}");
        let sex = typed.iter().find(|(name, _)| *name == "deceased-sex").unwrap().1;
        assert_eq!(saved.value("deceased-sex"), sex);

        // Who opens the address later is asked about what still disagrees; without a contradiction there is no such page.
        person.get(&draft.page("person/advice")).ok().must_not_say("Қайpат");
        let death = person.get(&draft.page("death/advice")).ok();
        assert!(!death.path.ends_with("/advice"), "{}", death.path);
    }
}

#[test]
fn a_mail_address_that_looks_mistyped() {
    let server = Server::start();
    let person = server.person("en");
    let _ = person.signs_in_with(server.signer("applicant1"), server.now()).ok();
    let draft = person.begins("DE", "berlin");
    let answers = Answers::of_a_daughter();
    let mut typed = answers.section("you");
    typed.retain(|(name, _)| *name != "email");
    typed.push(("email", "sara@gmial.com"));
    let asked = person.send_by(&person.get(&draft.page("you")).ok(), &typed, "continue").ok();
    asked.must_say("sara@gmail.com");
    let _ = person.send(&asked, &[("right-email", "typed")]).ok();
    assert_eq!(person.get(&draft.page("you")).ok().value("email"), "sara@gmial.com");
}
