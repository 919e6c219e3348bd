//! The applicant asks that an official does not handle the case (APPC 67): the head of the section decides, of the head the higher body, never
//! the official; granted, the official can do nothing on the case any more, and nobody of the mission undoes that.

use crate::harness::{Officer, Page, Sent, Server, Setup, Words, page::select};

const REASON: &str = "The consul is my former husband's sister";

#[test]
fn appc_67_recusal() {
    recusal(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn recusal_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("recusal") else { return };
    recusal(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn recusal(setup: Setup) {
    let server = Server::start_with(setup);
    let words = Words::of("en");
    let sent = Sent::signed(&server, "en");
    let consul = Officer::signs_in(&server, "officer.berlin");
    let head = Officer::signs_in(&server, "supervisor.berlin");
    let case = consul.opens(&sent.reference);
    assert_eq!(case.act("recusal").status, 404, "nothing was asked");
    let taken = format!("act=take&case={}&stay=yes", case.path.rsplit('/').next().unwrap());
    let _ = consul.person.posts("/en/desk/queue", &taken, &consul.person.csrf()).ok();

    asks(&sent, &words);
    let own = format!("{}/recusal", case.path);
    waits(&server, (&consul, &head), &sent, &own, &words);

    // The head says no with a reason, the applicant is told; the same is not asked twice, something new is.
    let page = head.person.get(&head.person.open("/desk/workload").ok().link("/recusal")).ok();
    head.person
        .send_by(&page, &[("reason", " ")], "refuse")
        .must_be(422)
        .must_say(&words.s("recusal-error-decision-missing"));
    let _ = head.person.send_by(&page, &[("reason", "They divorced in 1999")], "refuse").ok();
    server.letter("eml", &[&sent.reference, &words.s("recusal-decision-refused"), "They divorced in 1999", "Сейітова"]);
    server.letter("sms", &[&sent.reference, "was decided"]);
    sent.case().must_say(&words.s("motion-refuse-recusal")).must_say("They divorced in 1999");
    assert_eq!(head.person.posts(&own, "step=grant&seen_number=1&reason=x", &head.person.csrf()).status, 409, "once");
    let form = sent.person.get(&sent.case().link("/recusal")).ok();
    let again = says(&sent, &form, "Сейітова", REASON).must_be(422);
    again.must_say(&words.s("recusal-error-reason-again"));
    let _ = says(&sent, &again, "Сейітова", "They married again last month").ok();
    case.page().must_not_say(&words.s("desk-case-no-acts"));
    let page = head.person.get(&own).ok();
    page.must_say(&words.s("recusal-nobody-else"));
    let _ = head.person.send_by(&page, &[("reason", "A relative by marriage")], "grant").ok();

    kept_away(&server, (&consul, &head), &sent, &own, &words);
    of_the_head(&server, &head, &sent, &own, &words);
    server.journal_is_whole(&[]);
}

/// What is left out is told; then the request is made, and its term is on the mission's calendar.
fn asks(sent: &Sent, words: &Words) {
    let form = sent.person.get(&sent.case().link("/recusal")).ok();
    form.must_say("3 working days")
        .must_say("Сейітова")
        .must_say("Әбенов")
        .must_not_say("Жұмабаев")
        .must_not_say("Дәулетова");
    let wrong = sent.person.send(&form, &[("reason", " ")]).must_be(422);
    for key in ["official", "ground", "reason"] {
        wrong.must_say(&words.s(&format!("recusal-error-{key}-missing")));
    }
    let case = says(sent, &wrong, "Сейітова", REASON).ok();
    case.must_say("It was asked that Сейітова А. Б. does not handle the application");
    // Sent on Monday: three working days of the mission.
    case.must_say("To be answered by").must_say("26 November 2026").must_say(&words.s("timeline-ask-recusal"));
    let form = sent.person.get(&case.link("/recusal")).ok();
    form.must_say("Әбенов").must_not_say("Сейітова");
}

/// Posts the form about the official whose name begins so.
fn says(sent: &Sent, form: &Page, name: &str, reason: &str) -> Page {
    let html = form.html();
    let label = html.select(&select("label")).find(|own| own.text().collect::<String>().contains(name)).expect(name);
    let id = label.value().attr("for").unwrap().to_owned();
    let official =
        html.select(&select("input[name=official]")).find(|own| own.attr("id") == Some(id.as_str())).unwrap();
    let official = official.attr("value").unwrap().to_owned();
    let fields = [("official", official.as_str()), ("ground", "relative"), ("reason", reason)];
    sent.person.send(form, &fields)
}

/// The mission sees it; the official, a colleague abroad and the higher body do not decide it.
fn waits(server: &Server, (consul, head): (&Officer, &Officer), sent: &Sent, own: &str, words: &Words) {
    consul.person.open("/desk/queue").ok().must_say(&words.s("flag-motion-recusal"));
    consul.opens(&sent.reference).page().must_say(&words.s("flag-motion-recusal"));
    let read = consul.person.get(own).ok();
    read.must_say(REASON).must_say(&words.s("recusal-only-read")).must_not_say(&words.s("recusal-grant"));
    let body = "step=grant&seen_number=1&reason=Of+course+not";
    assert_eq!(consul.person.posts(own, body, &consul.person.csrf()).status, 403, "of oneself");
    for login in ["officer.ankara", "reviewer"] {
        let other = Officer::signs_in(server, login).person;
        assert_eq!(other.posts(own, body, &other.csrf()).status, 404, "{login}");
    }
    head.person.open("/desk/workload").ok().must_say(&words.s("motion-waiting")).must_say("26");
    // The case goes on meanwhile.
    consul.opens(&sent.reference).page().must_not_say(&words.s("desk-case-no-acts"));
}

/// The official does nothing on the case any more, nobody has it, and the head does not lift that.
fn kept_away(server: &Server, (consul, head): (&Officer, &Officer), sent: &Sent, own: &str, words: &Words) {
    let case = consul.opens(&sent.reference);
    case.page().must_say(&words.s("desk-case-no-acts"));
    let register = format!("{}/registration", case.path);
    assert_eq!(consul.person.posts(&register, "step=send&seen_version=1", &consul.person.csrf()).status, 409);
    assert!(!consul.person.open("/desk/queue?tab=mine").ok().says(&sent.reference));
    assert!(!consul.person.open("/desk/queue").ok().says(&words.s("flag-motion-recusal")));
    server.letter("eml", &[&sent.reference, &words.s("recusal-decision-granted"), "A relative by marriage"]);
    sent.case().must_say(&words.s("motion-grant-recusal"));
    let conflict = own.replace("/recusal", "/conflict");
    let page = head.person.get(&conflict).ok();
    page.must_say("A relative by marriage");
    assert!(page.html().select(&select("input[name=officer]")).next().is_none(), "the head is not asked to lift it");
    let people = head.person.open("/desk/queue").ok();
    let html = people.html();
    let officer =
        html.select(&select("option")).find(|own| own.text().collect::<String>().contains("Сейітова")).unwrap();
    let lift = format!("act=lift&officer={}&reason=No", officer.attr("value").unwrap());
    assert_eq!(head.person.posts(&conflict, &lift, &head.person.csrf()).status, 409, "it is final");
}

/// About the head the higher body decides, and reads no more than it needs.
fn of_the_head(server: &Server, head: &Officer, sent: &Sent, own: &str, words: &Words) {
    let form = sent.person.get(&sent.case().link("/recusal")).ok();
    let _ = says(sent, &form, "Әбенов", "He owes my brother money").ok();
    let reviewer = Officer::is_added_as(server, "reviewer", None, "reviewer.2", "Нұр А.").person;
    let list = reviewer.open("/desk/complaints").ok();
    list.must_say(&words.s("motion-waiting"));
    let page = reviewer.get(&list.link("/recusal")).ok();
    page.must_say("He owes my brother money").must_say("Әбенов").must_not_say(&words.s("recusal-case"));
    assert_eq!(reviewer.get(&own.replace("/recusal", "")).status, 404, "not the case");
    let number = page.value("seen_number");
    let body = format!("step=refuse&seen_number={number}&reason=No");
    assert_eq!(head.person.posts(own, &body, &head.person.csrf()).status, 403, "of oneself");
    let _ = reviewer.send_by(&page, &[("reason", "There is a debt")], "grant").ok();
    server.letter("eml", &[&sent.reference, "There is a debt", "Әбенов"]);
    head.person.get(&own.replace("/recusal", "/conflict")).ok().must_say("There is a debt");
}
