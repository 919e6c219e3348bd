//! Who opens the pages of the table, and the drafts and cases that its addresses name. Made once; nothing in it is changed by wrong input.

use super::table::Sheet;
use crate::harness::files;
use crate::harness::page::select;
use crate::harness::{Answers, Draft, Officer, Person, Sent, Server};
use std::collections::BTreeMap;
use testkit::nca::demo::iin;

/// Number that the second person signs in with.
pub const PHONE: &str = "+4915123456701";
/// What the power of attorney and the paper of kinship say beside the medical document.
const PAPERS: [(&str, &str); 8] = [
    ("country", "DE"),
    ("issued-on-day", "2"),
    ("issued-on-month", "11"),
    ("issued-on-year", "2026"),
    ("language", "de"),
    ("stamped", "yes"),
    ("certified", "apostille"),
    ("translation", "yes"),
];

/// Everybody who types, and what there is to type on.
pub struct World {
    people: BTreeMap<&'static str, Person>,
    values: BTreeMap<&'static str, String>,
}

impl World {
    /// A daughter with a key, her draft and her cases; a person with a telephone and two drafts; the desk of Berlin.
    pub fn new(server: &Server) -> World {
        let mut world = World { people: BTreeMap::new(), values: BTreeMap::new() };
        world.people.insert("anybody", server.person("en"));
        world.daughter(server);
        world.caller(server);
        let right = iin("521104300", 1);
        let wrong = (right[11..].parse::<u8>().unwrap() + 1) % 10;
        world.values.insert("{iin-wrong}", format!("{}{wrong}", &right[..11]));
        world.values.insert("{own-phone}", PHONE.to_owned());
        world
    }

    /// Her draft, and her cases: sent, registered, with a certificate, refused, with a certificate on a blank.
    fn daughter(&mut self, server: &Server) {
        let sent = Sent::signed(server, "en");
        let officer = Officer::signs_in(server, "officer.berlin");
        self.values.insert("{open}", last(&officer.opens(&sent.reference).path));
        let mut another = |name: &'static str| {
            let case = officer.opens(&Sent::signed(server, "en").reference);
            self.values.insert(name, last(&case.path));
            case
        };
        another("{seen}").does("registration");
        let made = another("{made}");
        let _ = made.has_its_certificate();
        made.fills_in("collection", &friday_at("09:00"));
        let refused = another("{refused}");
        refused.does("registration");
        let reasons = "The medical document names another person than the passport does";
        refused.fills_in("refusal", &[("grounds", "unreliable_documents"), ("reasons", reasons)]);
        let ready = another("{ready}");
        let _ = ready.has_its_certificate();
        ready.fills_in("collection", &friday_at("10:30"));

        let draft = sent.person.composes();
        self.values.insert("{draft}", last(&draft.path));
        let check = sent.person.encloses(&draft, "medical", &files::medical()).ok();
        self.values.insert("{file}", check.path.split('/').rev().nth(1).unwrap().to_owned());
        self.values.insert("{iin-own}", iin("850417400", 1));
        self.desk(server, &officer);
        self.asks(&sent.person);
        self.people.insert("officer", officer.person);
        self.people.insert("owner", sent.person);
    }

    /// The head with a delivery of blanks, of which the officer takes one; an administrator.
    fn desk(&mut self, server: &Server, officer: &Officer) {
        self.people.insert("admin", Officer::signs_in(server, "admin").person);
        let head = Officer::signs_in(server, "supervisor.berlin").person;
        let html = head.open("/desk/leaves").ok().html();
        for (name, who) in [("{officer}", "Сейітова"), ("{head}", "Әбенов")] {
            let is_it = |own: &scraper::ElementRef<'_>| own.text().collect::<String>().contains(who);
            let option = html.select(&select("select[name=officer] option")).find(is_it);
            self.values.insert(name, option.and_then(|own| own.attr("value")).unwrap().to_owned());
        }
        let numbers = [("series", "AB"), ("first", "0000101"), ("last", "0000110"), ("document", "Act No 12")];
        let date = [("received-day", "20"), ("received-month", "11"), ("received-year", "2026")];
        let page = head.open("/desk/blanks").ok();
        let _ = head.send_by(&page, &[&numbers[..], &date[..]].concat(), "receive").ok();
        let blank = officer.person.get(&self.fill("/en/desk/cases/{ready}/blank")).ok();
        let _ = officer.person.send_by(&blank, &[("number", "AB 0000101")], "print").ok();
        self.people.insert("head", head);
    }

    /// What the desk is asked for beside the decision.
    fn asks(&self, owner: &Person) {
        let official = self.fill("{officer}");
        let recusal = [("official", official.as_str()), ("ground", "relative"), ("reason", "They are related")];
        for (address, fields) in [
            ("/en/services/{made}/see-file", &[("way", "at_mission")][..]),
            ("/en/services/{made}/correct-slip", &[("what", "The name is wrong")][..]),
            ("/en/services/{seen}/recusal", &recusal[..]),
        ] {
            let _ = owner.send(&owner.get(&self.fill(address)).ok(), fields).ok();
        }
    }

    /// Signed in by telephone: a nephew, and then somebody with a power of attorney.
    fn caller(&mut self, server: &Server) {
        let caller = server.person("en");
        let _ = caller.signs_in_by_phone(server, PHONE);
        let own = iin("820315300", 1);
        self.values.insert("{iin-caller}", own.clone());
        let stated = [("identity-surname", "Жақсыбеков"), ("identity-given", "Ержан"), ("identity-iin", own.as_str())];
        let _ = caller.send(&caller.open("/identity").ok(), &stated).ok();
        let answers = Answers::of_a_daughter();
        for (name, kind, you) in [
            ("{kin}", "kinship", [("relation", "other_relative"), ("relation-said", "nephew")]),
            ("{attorney}", "attorney", [("relation", "representative"), ("principal-given", "Айгерім")]),
        ] {
            let draft = caller.begins("DE", "berlin");
            says(&caller, &draft, "you", &answers, &you);
            says(&caller, &draft, "person", &answers, &[]);
            let court = if kind == "attorney" { COURT.to_vec() } else { vec![] };
            says(&caller, &draft, "death", &answers, &court);
            let mut papers: Vec<(String, &str)> =
                PAPERS.iter().map(|(field, value)| (format!("{kind}-{field}"), *value)).collect();
            if kind == "kinship" {
                papers.push(("kinship-enclosed".to_owned(), "yes"));
            }
            let papers: Vec<(&str, &str)> = papers.iter().map(|(field, value)| (field.as_str(), *value)).collect();
            says(&caller, &draft, "documents", &answers, &papers);
            says(&caller, &draft, "collecting", &answers, &[]);
            self.values.insert(name, last(&draft.path));
        }
        self.people.insert("caller", caller);
    }

    /// Who opens the page.
    pub fn who(&self, sheet: &Sheet) -> &Person {
        self.people.get(sheet.who.as_str()).unwrap_or_else(|| panic!("nobody is called {}", sheet.who))
    }

    /// A text of the table with its placeholders filled in; `{12}` is twelve letters.
    pub fn fill(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (name, value) in &self.values {
            text = text.replace(name, value);
        }
        if let Some((before, rest)) = text.split_once('{') {
            let (count, after) = rest.split_once('}').unwrap_or_else(|| panic!("{text}"));
            let count = count.parse().unwrap_or_else(|_| panic!("no such value: {text}"));
            return format!("{before}{}{after}", "ә".repeat(count));
        }
        text
    }
}

const COURT: [(&str, &str); 9] = [
    ("basis", "court_decision"),
    ("court-name", "Amtsgericht Berlin"),
    ("court-case-number", "7 F 1/26"),
    ("court-decided-on-day", "9"),
    ("court-decided-on-month", "11"),
    ("court-decided-on-year", "2026"),
    ("court-in-force-on-day", "20"),
    ("court-in-force-on-month", "11"),
    ("court-in-force-on-year", "2026"),
];

fn says(person: &Person, draft: &Draft, section: &str, answers: &Answers, more: &[(&str, &str)]) {
    let fields = [answers.section(section), more.to_vec()].concat();
    let _ = person.send_by(&person.get(&draft.page(section)).ok(), &fields, "continue").ok();
}

fn last(address: &str) -> String {
    address.rsplit('/').next().unwrap().to_owned()
}

fn friday_at(time: &str) -> [(&str, &str); 5] {
    [("at-day", "27"), ("at-month", "11"), ("at-year", "2026"), ("time", time), ("note", "")]
}
