//! The check before signing in: what a person needs, in one plain list, carried into the request. The trap of the local certificate has
//! its own page with a letter to print; a country of the conventions, of the apostille and of neither each get their sentence.

use crate::harness::{Person, Server, Words};

/// Answers in order, as the address holds them.
const GERMANY: [(&str, &str); 8] = [
    ("died", "DE"),
    ("citizen", "yes"),
    ("lives", "DE"),
    ("mission", "berlin"),
    ("paper", "medical"),
    ("issued", "DE"),
    ("language", "de"),
    ("relation", "child"),
];

fn address(answers: &[(&str, &str)]) -> String {
    let pairs: Vec<String> =
        answers.iter().map(|(name, value)| format!("{name}={}", value.replace('+', "%2B"))).collect();
    format!("/check?{}", pairs.join("&"))
}

fn with(name: &str, value: &'static str) -> Vec<(&'static str, &'static str)> {
    GERMANY.iter().map(|(own, old)| (*own, if *own == name { value } else { *old })).collect()
}

/// "This looks wrong" (UX.md PC5): another mission with a reason, both from the start page and from the check; the officer there reads why.
#[test]
fn another_mission_is_named_with_a_reason() {
    let server = Server::start();
    let words = Words::of("en");
    let person = server.person("en");
    let key = server.signer("applicant1");
    let _ = person.signs_in_with(key, server.now()).ok();
    let one = person.open("/request/new?country=AT").ok();
    let page = person.follow(&one, "other=yes").ok();
    let why = "I live in Bregenz, and the embassy in Bern told me to write to Berlin";
    let long = "a".repeat(1_001);
    for (mission, reason, said) in [
        ("", why, "new-other-error-mission-missing"),
        ("berlin", " ", "new-other-error-mission-reason-missing"),
        ("berlin", long.as_str(), "new-other-error-mission-reason-too-long"),
    ] {
        let told = person.send(&page, &[("mission", mission), ("mission-reason", reason)]).must_be(422);
        told.must_say(&words.piece(said, &["max"]));
    }
    let nowhere = "country=AT&step=mission&other=yes&mission=atlantis&mission-reason=Because";
    let told = person.posts("/en/request/new", nowhere, &page.value("csrf")).must_be(422);
    told.must_say(&words.s("new-other-error-mission-not-offered"));
    // Past the page, without a reason: the register's word stands.
    let past = "country=AT&step=mission&mission=berlin";
    assert_eq!(person.posts("/en/request/new", past, &page.value("csrf")).status, 422);

    // From the check, with its answers.
    let door = person.open("/request/checked/DE--AT--vienna--medical--DE--de--child").ok();
    let page = person.follow(&door, "other=yes").ok();
    person
        .send(&page, &[("mission", "berlin")])
        .must_be(422)
        .must_say(&words.s("new-other-error-mission-reason-missing"));
    let list = person.send(&page, &[("mission", "berlin"), ("mission-reason", why)]).ok();
    let draft = crate::harness::Draft { path: list.path.split('?').next().unwrap().to_owned() };
    person.completes(&draft, &crate::harness::Answers::of_a_daughter());
    let sent = person.signs(&draft, key, server.now()).ok();
    let reference = crate::harness::request::reference(&sent);
    let consul = crate::harness::Officer::signs_in(&server, "officer.berlin");
    let case = consul.opens(&reference).page();
    case.must_say(why).must_say(&words.s("flag-mission-objected"));
    server.journal_is_whole(&[]);
}

/// The list by mail: with its sentences and its address, three times a day to one mailbox, and nothing for a list that is not whole.
#[test]
fn the_list_comes_by_mail() {
    let server = Server::start();
    let words = Words::of("ru");
    let person = server.person("ru");
    let list = person.open(&address(&GERMANY)).ok();
    let page = person.follow(&list, "/check/mail?").ok();
    for (email, said) in [("", "missing"), ("aigerim", "format"), ("a b@example.org", "format")] {
        person.send(&page, &[("email", email)]).must_be(422).must_say(&words.s(&format!("check-mail-error-{said}")));
    }
    person.send(&page, &[("email", "aigerim@example.org")]).ok().must_say(&words.s("check-mail-sent-title"));
    let letter = server.letter("eml", &["aigerim@example.org", "Это список, который вы просили"]);
    for part in [words.s("check-thing-translation"), words.s("legalization-apostille"), "died=DE".to_owned()] {
        assert!(letter.contains(&part), "{part}: {letter}");
    }
    for _ in 0..2 {
        person.send(&page, &[("email", "Aigerim@example.org")]).ok();
    }
    assert_eq!(person.send(&page, &[("email", "aigerim@example.org")]).status, 429, "a mailbox is not flooded");
    let mail = |answers: &[(&str, &str)]| address(answers).replacen("/check?", "/check/mail?", 1);
    assert_eq!(person.open(&mail(&GERMANY[..5])).status, 404, "there is no list yet");
}

#[test]
fn a_question_a_page_leads_to_the_list_and_into_the_request() {
    let server = Server::start();
    for lang in ["kk", "ru", "en"] {
        let words = Words::of(lang);
        let person = server.person(lang);
        let mut page = person.follow(&person.open("/").ok(), "/check").ok();
        for (name, value) in GERMANY {
            // Nothing chosen: the same page with its sentence.
            let missed = person.open(&format!("{}&asked={name}", address(&GERMANY[..at(name)]).replace("?&", "?")));
            assert_eq!(missed.status, 422, "{name}: {}", missed.text());
            missed.must_say(&words.s(&format!("check-{name}-error")));
            page = person.send(&page, &[(name, value)]).ok();
        }
        page.must_say(&words.s("check-list-title")).must_say(&words.s("legalization-apostille"));
        page.must_say(&words.s("check-thing-translation")).must_say(&words.s("check-thing-has-medical"));
        page.must_say(&words.s("check-thing-kinship-if-names-differ"));
        if lang != "en" {
            continue;
        }
        // It begins the request; signing in comes between, and nothing is asked twice.
        let door = person.follow(&page, "/request/checked/").ok();
        assert!(door.path.contains("/sign-in"), "{}", door.path);
        let panel = person.send(&door, &[("way", "eds")]).ok();
        let begin = person.answers_challenge(&panel, server.signer("applicant1"), server.now()).ok();
        assert!(begin.path.contains("/request/checked/DE--DE--berlin--medical--DE--de--child"), "{}", begin.path);
        let form = begin.forms().into_iter().find(|form| form.action.contains("/request/checked/")).unwrap();
        let list = person.submit(&begin, &form).ok();
        let draft = list.path.clone();
        for (section, chosen) in [("you", "child"), ("death", "medical"), ("documents", "de")] {
            let page = person.get(&format!("{draft}/{section}")).ok();
            let kept = String::from_utf8(page.bytes.clone()).unwrap();
            let marked = |mark: &str| {
                kept.contains(&format!("value=\"{chosen}\" {mark}"))
                    || kept.contains(&format!("value=\"{chosen}\"{mark}"))
            };
            assert!(
                marked("checked") || marked(" checked") || marked("selected") || marked(" selected"),
                "{section}: {chosen}"
            );
        }
        person.open("/services").ok();
    }
}

fn at(name: &str) -> usize {
    GERMANY.iter().position(|(own, _)| *own == name).unwrap()
}

fn list(person: &Person, answers: &[(&str, &str)]) -> crate::harness::Page {
    person.open(&address(answers)).ok()
}

#[test]
fn each_kind_of_country_has_its_sentence() {
    let server = Server::start();
    for lang in ["kk", "ru", "en"] {
        let (person, words) = (server.person(lang), Words::of(lang));
        let apostille = list(&person, &GERMANY);
        apostille.must_say(&words.s("check-thing-stamp-apostille")).must_say(&words.s("legalization-apostille"));
        let exempt = list(&person, &with("issued", "KG"));
        exempt
            .must_say(&words.s("check-thing-stamp-none"))
            .must_say(&words.piece("legalization-none-treaty", &["country", "treaty", "date"]));
        assert!(!exempt.says(&words.s("legalization-apostille")));
        let legalization = list(&person, &with("issued", "TH"));
        legalization
            .must_say(&words.s("check-thing-stamp-legalization"))
            .must_say(&words.s("legalization-legalization"));
        list(&person, &with("issued", "KZ")).must_say(&words.s("legalization-none-own-paper"));
        list(&person, &with("language", "kk+ru")).must_say(&words.s("check-thing-no-translation"));
        list(&person, &with("relation", "representative")).must_say(&words.s("check-thing-power-of-attorney"));
        list(&person, &with("relation", "sibling")).must_say(&words.s("check-thing-kinship"));
        list(&person, &with("citizen", "unsure")).must_say(&words.s("check-thing-citizenship"));
    }
}

#[test]
fn a_local_certificate_alone_is_a_trap_with_a_letter_to_print() {
    let server = Server::start();
    for lang in ["kk", "ru", "en"] {
        let (person, words) = (server.person(lang), Words::of(lang));
        let trap = person.open(&address(&with("paper", "local_death_certificate"))).ok();
        trap.must_say(&words.s("check-trap-local-title")).must_say(&words.s("check-trap-local-1"));
        let letter = person.follow(&trap, "/check/letter").ok();
        letter.must_say(&words.s("check-letter-ask")).must_say(&Words::of("en").s("check-letter-ask"));
        // With the paper in hand after all, the list is whole; without it, getting it is the first thing.
        let whole = person.follow(&trap, "paper=medical").ok();
        whole.must_say(&words.s("check-thing-has-medical"));
        person.follow(&trap, "gather=yes").ok().must_say(&words.s("check-thing-get-medical"));
        person.open(&address(&with("paper", "none"))).ok().must_say(&words.s("check-trap-none-title"));
        person.open(&address(&with("paper", "other"))).ok().must_say(&words.s("check-trap-other-title"));
    }
}

#[test]
fn whom_the_service_is_not_for_and_who_types_nonsense() {
    let server = Server::start();
    for lang in ["kk", "ru", "en"] {
        let (person, words) = (server.person(lang), Words::of(lang));
        for (answers, exit) in [
            (vec![("died", "KZ")], "kazakhstan"),
            (vec![("died", "DE"), ("citizen", "no")], "citizen"),
            (vec![("died", "DE"), ("citizen", "yes"), ("lives", "KZ")], "lives"),
        ] {
            let page = person.open(&address(&answers)).ok();
            page.must_say(&words.s(&format!("check-exit-{exit}-title")));
            assert!(page.links().iter().any(|link| link.contains("/check")), "a way back");
        }
        // What is no choice counts as not answered; a mission of another country is none.
        for nonsense in ["/check?died=<script>", "/check?died=XX", "/check?died=DE&citizen=perhaps", "/check?%ff=%00"] {
            let page = person.open(nonsense).ok();
            assert!(!page.says("<script>"), "{nonsense}");
        }
        let foreign = person.open(&address(&with("mission", "paris"))).ok();
        foreign.must_say(&words.s("check-mission-label"));
        for path in
            ["/request/checked/DE--DE--paris--medical--DE--de--child", "/request/checked/x", "/request/checked/----"]
        {
            let page = person.open(path);
            assert!(page.status == 404 || page.path.contains("/sign-in"), "{path}: {}", page.status);
        }
    }
}
