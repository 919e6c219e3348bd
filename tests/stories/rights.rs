//! Every role before every page of the table of routes: a page shows itself to those it is for, and nobody else learns that what it is
//! about exists: its address answers them as one that never was. Posting past the pages is `posted_directly`.

use crate::harness::{Officer, Person, Sent, Server};
use std::collections::{BTreeMap, BTreeSet};
use web::routes::Route;

/// Where an address needs a value, one that belongs to nothing.
const NOTHING: &str = "01a207a2-4334-7aab-85fb-6a02403964e1";
/// Pages of one's own that name nothing.
const FOR_EVERY_APPLICANT: [&str; 9] = [
    "/account",
    "/account/email",
    "/account/notices",
    "/account/phone",
    "/account/phone/code",
    "/identity",
    "/request/new",
    "/request/checked/{answers}",
    "/services",
];

/// Who may see a page, by the names below. `None`: a page of the desk that this list does not know yet.
fn readers(pattern: &str) -> Option<&'static [&'static str]> {
    let page = pattern.trim_start_matches("/{lang}");
    if !page.starts_with("/desk/") {
        return Some(if FOR_EVERY_APPLICANT.contains(&page) { &["owner", "other"] } else { &["owner"] });
    }
    let noun = page.rsplit('/').next().unwrap_or_default();
    match page {
        "/desk/queue" => Some(&["berlin", "ankara", "supervisor", "auditor"]),
        "/desk/paper" => Some(&["berlin", "ankara"]),
        "/desk/statistics" | "/desk/statistics/table" => Some(&["supervisor", "auditor", "admin"]),
        "/desk/day" => Some(&["berlin", "ankara", "supervisor"]),
        "/desk/blanks" | "/desk/blanks/list" => Some(&["berlin", "ankara", "supervisor", "auditor", "admin"]),
        "/desk/enquiries" => Some(&["berlin", "ankara", "supervisor"]),
        "/desk/enquiries/{enquiry}" | "/desk/enquiries/{enquiry}/files/{number}" => Some(&["berlin", "supervisor"]),
        "/desk/workload" => Some(&["supervisor"]),
        "/desk/complaints" => Some(&["berlin", "ankara", "reviewer"]),
        "/desk/readings" => Some(&["auditor"]),
        "/desk/journal" => Some(&["auditor", "admin"]),
        _ if page.starts_with("/desk/registers") => Some(&["auditor", "admin"]),
        "/desk/system" | "/desk/people" | "/desk/people/new" | "/desk/people/{officer}/key" => Some(&["admin"]),
        "/desk/cases/{application}"
        | "/desk/cases/{application}/papers/{kind}"
        | "/desk/cases/{application}/pages/{attachment}/{page}"
        | "/desk/cases/{application}/pages/{attachment}/{page}/picture"
        | "/desk/cases/{application}/comparison"
        | "/desk/cases/{application}/notes"
        | "/desk/cases/{application}/conflict"
        | "/desk/cases/{application}/annulment"
        | "/desk/cases/{application}/duplicates/{other}"
        | "/desk/files/{attachment}"
        | "/desk/complaints/{complaint}"
        | "/desk/complaints/{complaint}/file"
        | "/desk/complaints/{complaint}/proof" => Some(&["berlin", "supervisor", "auditor"]),
        _ if is_intake(page) => Some(&["berlin"]),
        _ if page.starts_with("/desk/cases/{application}/") || noun == "answer" => Some(&["berlin"]),
        _ => None,
    }
}

fn applicant(server: &Server, key: &str) -> Person {
    let person = server.person("en");
    let _ = person.signs_in_with(server.signer(key), server.now()).ok();
    person
}

/// The id of somebody whose key the administrator may name.
fn key_of_somebody(admin: &Officer) -> String {
    let page = link_of(&admin.person.open("/desk/people").ok(), "/key");
    page.rsplit('/').nth(1).unwrap().to_owned()
}

/// What names something of the registers.
fn of_registers(admin: &Officer) -> [(&'static str, String); 5] {
    let change = crate::registers::proposed(admin);
    [
        ("{name}", "missions.csv".to_owned()),
        ("{letter}", "submitted".to_owned()),
        ("{register}", "closures".to_owned()),
        ("{row}", crate::register_rows::first_of_closures(admin)),
        ("{change}", change.rsplit('/').next().unwrap().to_owned()),
    ]
}

/// Requests on paper: of their mission's officers alone, for there is no case yet.
fn is_intake(page: &str) -> bool {
    page.contains("/desk/paper/") || page.contains("/desk/slips/")
}

#[test]
fn every_role_before_every_page() {
    let server = Server::start();
    let (sent, alike) = (Sent::signed(&server, "en"), Sent::signed(&server, "en"));
    let draft = sent.person.composes();
    let complaint = crate::complaint::files(&server, &sent);
    let berlin = Officer::signs_in(&server, "officer.berlin");
    let staff = ["officer.ankara", "supervisor.berlin", "reviewer", "auditor", "admin"]
        .map(|login| Officer::signs_in(&server, login));
    let other = applicant(&server, "applicant2");
    let [ankara, supervisor, reviewer, auditor, admin] = &staff;
    let everybody: [(&str, &Person); 9] = [
        ("stranger", &server.person("en")),
        ("owner", &sent.person),
        ("other", &other),
        ("berlin", &berlin.person),
        ("ankara", &ankara.person),
        ("supervisor", &supervisor.person),
        ("reviewer", &reviewer.person),
        ("auditor", &auditor.person),
        ("admin", &admin.person),
    ];
    let last = |address: &str| address.rsplit('/').next().unwrap().to_owned();
    let case = berlin.opens(&sent.reference);
    let files = sent.person.get(&draft.page("files")).ok();
    let mut values = BTreeMap::from([
        ("{slip}", last(&crate::on_paper::turned_away(&sent.person, &draft, &berlin))),
        ("{answers}", "DE--DE--berlin--medical--DE--de--child".to_owned()),
        ("{draft}", last(&draft.path)),
        ("{section}", "you".to_owned()),
        ("{file}", last(&link_of(&files, "/en/files/"))),
        ("{complaint}", last(&complaint.path)),
        ("{application}", last(&case.path)),
        ("{other}", last(&berlin.opens(&alike.reference).path)),
        ("{attachment}", last(&link_of(&case.page(), "/desk/files/"))),
        ("{officer}", key_of_somebody(admin)),
        ("{decision}", last(&draft.path)),
        ("{page}", "1".to_owned()),
        ("{enquiry}", last(&crate::enquiry::asks_signed_in(&sent.person).path)),
        ("{number}", "1".to_owned()),
    ]);
    values.extend(of_registers(admin));
    let mut wrong = vec![];
    for route in web::routes::all().filter(|route| route.methods.contains(&"GET") && route.who.has_language()) {
        let readers = readers(route.path).unwrap_or_else(|| panic!("{}: say in this test who may see it", route.path));
        for (name, person) in everybody {
            let answer = person.get(&address(route, &values));
            // Who reads the case may know of it; no act is open to them.
            if ["supervisor", "auditor"].contains(&name) && readers == ["berlin"] && !is_intake(route.path) {
                assert_eq!(answer.status, 409, "{}: {}", route.path, answer.text());
                continue;
            }
            let signs_in = answer.path.contains("/sign-in");
            let shut = signs_in || [403, 404].contains(&answer.status);
            // What is not there yet, or not open now, is told to those who may know; the rest is the other stories' to say.
            if readers.contains(&name) == shut && !(readers.contains(&name) && is_empty_place(route.path)) {
                wrong.push(format!("{name} {} {} {}", route.path, answer.status, answer.path));
            }
            if name == "stranger" && !signs_in {
                wrong.push(format!("stranger {} {}", route.path, answer.status));
            }
            let nowhere = person.get(&address(route, &nothing(&values)));
            if !readers.contains(&name) && nowhere.status != answer.status {
                wrong.push(format!(
                    "{name} learns that {} exists: {} and {}",
                    route.path, answer.status, nowhere.status
                ));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    who_opened_it(&sent, &auditor.person);
    server.journal_is_whole(&[]);
}

/// The owner reads who of the staff opened the case, and nobody is named who was turned away; the auditor finds it by the reference.
fn who_opened_it(sent: &Sent, auditor: &Person) {
    let words = crate::harness::Words::of("en");
    let own = sent.case();
    own.must_say(&words.s("case-readers")).must_say("Сейітова А. Б.").must_not_say("Жұмабаев Н. Қ.");
    let list =
        auditor.send(&auditor.open("/desk/readings").ok(), &[("reference", &sent.reference.to_lowercase())]).ok();
    for key in ["reading-case", "reading-paper", "reading-file", "timeline-send"] {
        list.must_say(&words.s(key));
    }
    list.must_not_say("⟦");
    let mistyped = auditor.send(&list, &[("reference", "DR-26-X"), ("officer", "all")]).must_be(422);
    mistyped.must_say(&words.s("readings-reference-error"));
}

/// The page is about something that this story does not make: an appointment, a prepared file, a sent draft.
fn is_empty_place(pattern: &str) -> bool {
    let empty = [
        "/calendar/{kind}",
        "/request/{draft}/sent",
        "/request/{draft}/file",
        "/decisions/{decision}",
        "/decisions/{decision}/file",
        "/changes/{change}/files/{name}",
    ];
    empty.iter().any(|end| pattern.ends_with(end))
}

/// The same, of things that do not exist.
fn nothing(values: &BTreeMap<&'static str, String>) -> BTreeMap<&'static str, String> {
    let ids = BTreeSet::from([
        "{slip}",
        "{draft}",
        "{file}",
        "{complaint}",
        "{application}",
        "{other}",
        "{attachment}",
        "{change}",
        "{enquiry}",
    ]);
    values
        .iter()
        .map(|(name, value)| (*name, if ids.contains(name) { NOTHING.to_owned() } else { value.clone() }))
        .collect()
}

/// The first link of a page whose address has `part`.
fn link_of(page: &crate::harness::Page, part: &str) -> String {
    page.links().into_iter().find(|link| link.contains(part)).unwrap()
}

fn address(route: &Route, values: &BTreeMap<&'static str, String>) -> String {
    let kind = if route.path.contains("/papers/") { "application" } else { "medical" };
    let mut address = route.path.replace("{lang}", "en").replace("{kind}", kind);
    for (name, value) in values {
        address = address.replace(name, value);
    }
    assert!(!address.contains('{'), "no value for {}", route.path);
    address
}
