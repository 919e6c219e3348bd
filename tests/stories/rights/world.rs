//! Everybody who may ask, each with a session of their own, and one of everything that an address can name.

use super::table::Row;
use crate::harness::page::select;
use crate::harness::{Draft, Officer, Page, Person, Sent, Server};
use std::collections::BTreeMap;

/// Who asks: the columns of the table, in order.
pub const EVERYBODY: [&str; 16] = [
    "nobody",
    "owner",
    "another applicant",
    "clerk",
    "clerk elsewhere",
    "officer",
    "officer elsewhere",
    "head",
    "head elsewhere",
    "reviewer",
    "auditor of the mission",
    "auditor elsewhere",
    "auditor",
    "administrator of the mission",
    "administrator elsewhere",
    "administrator",
];
/// Where an address needs an id, one that belongs to nothing.
const NOTHING: &str = "01a207a2-4334-7aab-85fb-6a02403964e1";
/// Placeholders that name one thing of somebody's.
pub const IDS: [&str; 14] = [
    "{application}",
    "{attachment}",
    "{change}",
    "{complaint}",
    "{decision}",
    "{draft}",
    "{earlier}",
    "{enquiry}",
    "{file}",
    "{filter}",
    "{officer}",
    "{other}",
    "{slip}",
    "{upload}",
];

/// One who asks.
pub struct Visitor {
    /// With a browser.
    pub person: Person,
    /// The hidden field of their forms.
    pub csrf: String,
}

/// People and things.
pub struct World {
    /// The server.
    pub server: Server,
    /// In the order of [`EVERYBODY`].
    pub everybody: Vec<Visitor>,
    /// A signature of somebody else over something else.
    pub cms: Vec<u8>,
    /// The heading of the page that says "not allowed".
    pub not_allowed: String,
    values: BTreeMap<(&'static str, &'static str), String>,
}

/// People of the desk who make the things.
struct Makers<'m> {
    officer: &'m Officer,
    head: &'m Officer,
    reviewer: &'m Officer,
    admin: &'m Officer,
}

impl World {
    /// All of it.
    pub fn made() -> World {
        let server = Server::start();
        let cases: Vec<Sent> = (0..4).map(|_| Sent::signed(&server, "en")).collect();
        let owner = server.person("en");
        let _ = owner.signs_in_with(server.signer("applicant1"), server.now()).ok();
        let other = server.person("en");
        let _ = other.signs_in_with(server.signer("applicant2"), server.now()).ok();
        let mut staff = staff(&server);
        let [officer, head, reviewer, admin] =
            ["officer", "head", "reviewer", "administrator"].map(|name| staff.remove(name).unwrap());
        let makers = Makers { officer: &officer, head: &head, reviewer: &reviewer, admin: &admin };
        let mut values = BTreeMap::new();
        values.extend(of_cases(&server, &cases, &makers));
        values.extend(of_drafts(&owner, &makers));
        values.extend(of_the_house(&server, &makers));
        staff.extend([("officer", officer), ("head", head), ("reviewer", reviewer), ("administrator", admin)]);
        let mut people: BTreeMap<&str, Person> = staff.into_iter().map(|(name, own)| (name, own.person)).collect();
        people.extend([("nobody", server.person("en")), ("owner", owner), ("another applicant", other)]);
        let everybody = EVERYBODY.map(|name| {
            let person = people.remove(name).unwrap();
            Visitor { csrf: person.csrf(), person }
        });
        let not_allowed = crate::harness::Words::of("en").s("problem-not-allowed-title");
        let cms = server.signer("applicant2").sign_detached(b"something", server.now());
        World { server, everybody: everybody.into(), cms, not_allowed, values }
    }

    /// An address or a body of this row, with the values of what it is about.
    pub fn filled(&self, row: &Row, pattern: &str) -> String {
        self.replaced(row, pattern, |_, value| value.to_owned())
    }

    /// The same, naming what does not exist.
    pub fn of_nothing(&self, row: &Row, pattern: &str) -> String {
        self.replaced(row, pattern, |name, value| if IDS.contains(&name) { NOTHING } else { value }.to_owned())
    }

    /// A page without the ids of what this row is about.
    pub fn without_ids(&self, row: &Row, page: &str) -> String {
        let ids = self
            .values
            .iter()
            .filter(|((about, name), _)| [row.about.as_str(), ""].contains(about) && IDS.contains(name));
        ids.fold(page.to_owned(), |page, (_, id)| page.replace(id, NOTHING))
    }

    fn replaced(&self, row: &Row, pattern: &str, own: impl Fn(&str, &str) -> String) -> String {
        let kind = match pattern {
            paper if paper.contains("/papers/") => "application",
            entry if entry.contains("/calendar/") => "collection",
            _ if row.about == "photo" => "translation",
            _ => "medical",
        };
        let mut text = pattern.replace("{kind}", kind);
        for about in [row.about.as_str(), ""] {
            for ((own_about, name), value) in &self.values {
                if *own_about == about {
                    text = text.replace(name, &own(name, value));
                }
            }
        }
        assert!(!text.contains('{'), "tests/stories/rights/world.rs makes no value for {text} ({})", row.about);
        text
    }
}

/// One person for each role, of the case's mission (Berlin), of another, and of all.
fn staff(server: &Server) -> BTreeMap<&'static str, Officer> {
    let shown = [
        ("clerk", "clerk.berlin"),
        ("officer", "officer.berlin"),
        ("officer elsewhere", "officer.ankara"),
        ("head", "supervisor.berlin"),
        ("reviewer", "reviewer"),
        ("auditor", "auditor"),
        ("administrator", "admin"),
    ];
    let added = [
        ("clerk elsewhere", "clerk", "ankara"),
        ("head elsewhere", "supervisor", "ankara"),
        ("auditor of the mission", "auditor", "berlin"),
        ("auditor elsewhere", "auditor", "ankara"),
        ("administrator of the mission", "administrator", "berlin"),
        ("administrator elsewhere", "administrator", "ankara"),
    ];
    let mut staff: BTreeMap<&str, Officer> =
        shown.into_iter().map(|(name, login)| (name, Officer::signs_in(server, login))).collect();
    staff.extend(added.into_iter().map(|(name, role, mission)| {
        let login = format!("{role}.{mission}.2");
        (name, Officer::is_added_as(server, role, Some(mission), &login, name))
    }));
    staff
}

type Values = Vec<((&'static str, &'static str), String)>;

/// Cases in four states: new with a complaint at the mission, in review, asked for something with a complaint not yet filed, and ready with a
/// complaint before the higher body and blanks in stock; of the one that is asked, the officer has said that it concerns them.
fn of_cases(server: &Server, cases: &[Sent], makers: &Makers<'_>) -> Values {
    let [new, review, asked, ready] = cases else { panic!("four cases") };
    let officer = makers.officer;
    for own in [review, asked, ready] {
        officer.opens(&own.reference).does("registration");
    }
    let case = officer.opens(&ready.reference);
    case.does("record");
    let _ = crate::harness::eventually("the certificate", || {
        Some(case.paper("certificate")).filter(|paper| paper.status == 200)
    });
    let at = [("at-day", "27"), ("at-month", "11"), ("at-year", "2026"), ("time", "10:30"), ("note", "")];
    case.fills_in("collection", &at);
    crate::supplement::asks(officer, &asked.reference);
    let forwarded = last(&crate::complaint::files(server, ready).path);
    // The only one that waits at the mission: it is the one that is answered.
    crate::complaint::answers(officer, &ready.reference, &[("answer", "forward")]);
    let filed = last(&crate::complaint::files(server, new).path);
    let written = last(&crate::complaint::writes(asked, &[]).path);
    let series = "series=AB&first=0000101&last=0000150&received-day=20&received-month=11&received-year=2026";
    sends(makers.head, "/en/desk/blanks", &format!("{series}&document=Act+11"));
    let concerned = officer.opens(&asked.reference).path;
    sends(officer, &format!("{concerned}/conflict"), "act=declare&own_reason=My+aunt");
    let complaints = [("new", filed), ("asked", written), ("ready", forwarded)];
    let mut values: Values = complaints.map(|(about, id)| ((about, "{complaint}"), id)).into();
    for (about, own, act) in
        [("new", new, "registration"), ("review", review, "record"), ("asked", asked, ""), ("ready", ready, "handover")]
    {
        let case = officer.opens(&own.reference);
        values.push(((about, "{application}"), last(&case.path)));
        values.push(((about, "{attachment}"), last(&case.page().link("/desk/files/"))));
        if !act.is_empty() {
            values.push(((about, "{version}"), case.act(act).ok().value("seen_version")));
        }
        values.push(((about, "{draft}"), last(&own.draft.path)));
    }
    let other = officer.opens(&review.reference);
    values.push((("new", "{other}"), last(&other.path)));
    values.push((("", "{earlier}"), last(&officer.opens(&new.reference).path)));
    let prepared = officer.person.press(&other.act("record").ok(), "sign").ok();
    values.push((("review", "{decision}"), last(&prepared.path)));
    for (about, staff) in [("new", officer), ("ready", makers.reviewer)] {
        let complaint = &values.iter().find(|(key, _)| *key == (about, "{complaint}")).unwrap().1;
        let answer = staff.person.get(&format!("/en/desk/complaints/{complaint}/answer")).ok();
        values.push(((about, "{complaint-version}"), answer.value("seen_version")));
    }
    values
}

/// A draft that can be sent with an upload begun, one that was printed and turned away, and a question with a photo.
fn of_drafts(owner: &Person, makers: &Makers<'_>) -> Values {
    let draft = owner.composes();
    let files: Vec<String> = owner.get(&draft.page("files")).ok().links();
    let files: Vec<&String> = files.iter().filter(|link| link.contains("/en/files/")).collect();
    let paper = owner.composes();
    let slip = crate::on_paper::turned_away(owner, &paper, makers.officer);
    let begun = super::walk::uploads(owner, &owner.csrf(), &draft.page("uploads"), reqwest::Method::POST);
    let upload = begun.headers()["location"].to_str().unwrap().to_owned();
    vec![
        (("", "{draft}"), last(&draft.path)),
        (("", "{file}"), last(files[0])),
        (("photo", "{file}"), last(files[2])),
        (("", "{draft-version}"), version(owner, &draft)),
        (("", "{upload}"), last(&upload)),
        (("", "{application}"), NOTHING.to_owned()),
        (("paper", "{draft}"), last(&paper.path)),
        (("paper", "{file}"), last(&owner.get(&paper.page("files")).ok().link("/en/files/"))),
        (("paper", "{slip}"), last(&slip)),
        (("typed", "{draft}"), last(&crate::typed::begun(makers.officer).path)),
        (("", "{enquiry}"), last(&crate::enquiry::asks_signed_in(owner).path)),
        (("", "{number}"), "1".to_owned()),
    ]
}

/// People, closed hours, a kept filter, a change of the registers.
fn of_the_house(server: &Server, makers: &Makers<'_>) -> Values {
    let _ = Officer::is_added_as(server, "clerk", Some("berlin"), "leaver", "Leaver");
    let people = makers.admin.person.open("/desk/people").ok();
    let html = people.html();
    let of = |login: &str| {
        let rows = select("tbody tr");
        let row = html.select(&rows).find(|row| row.text().any(|text| text.trim() == login)).unwrap();
        let close = select("button[name=close]");
        row.select(&close).next().unwrap().attr("value").unwrap().to_owned()
    };
    let day = sends(makers.head, "/en/desk/day?date=2026-11-24", "from=13%3A00&until=13%3A30&reason=Fire+drill");
    let kept = sends(makers.officer, "/en/desk/queue", "act=keep&kept_tab=open&kept_name=Every+day");
    let second = Officer::is_added_as(server, "administrator", None, "second", "Second");
    let changes = [(); 2].map(|()| crate::registers::proposed(&second));
    let draft = crate::registers::drafted(makers.admin).path;
    let page = makers.officer.person.open("/check").ok();
    let page = page.html();
    let style = page.select(&select("link[rel=stylesheet]")).next().unwrap();
    vec![
        (("", "{lang}"), "en".to_owned()),
        (("", "{section}"), "you".to_owned()),
        (("", "{answers}"), "DE--DE--berlin--medical--DE--de--child".to_owned()),
        (("", "{page}"), "1".to_owned()),
        (("", "{mission}"), "berlin".to_owned()),
        (("", "{name}"), "closures.csv".to_owned()),
        (("", "{change}"), last(&changes[0])),
        (("again", "{change}"), last(&changes[1])),
        (("draft", "{change}"), last(&draft)),
        (("", "{officer}"), of("officer.berlin")),
        (("leaver", "{officer}"), of("leaver")),
        (("", "{somebody}"), of("leaver")),
        (("", "{closure}"), button(&day, "open")),
        (("", "{filter}"), button(&kept, "forget")),
        (("", "{*path}"), style.attr("href").unwrap().split_once("/assets/").unwrap().1.to_owned()),
        (("", "{letter}"), NOTHING.to_owned()),
        (("words", "{letter}"), "submitted".to_owned()),
        (("", "{register}"), "closures".to_owned()),
        (("", "{row}"), crate::register_rows::first_of_closures(makers.admin)),
        (("", "{tag}"), "00".to_owned()),
        (("", "{signing}"), NOTHING.to_owned()),
    ]
}

fn sends(staff: &Officer, address: &str, body: &str) -> Page {
    staff.person.posts(address, body, &staff.person.csrf()).ok()
}

/// The value of the first button of this name.
fn button(page: &Page, name: &str) -> String {
    let mut buttons = page.forms().into_iter().flat_map(|form| form.buttons);
    buttons.find(|(own, _)| own == name).unwrap_or_else(|| panic!("no button {name}: {}", page.text())).1
}

fn version(owner: &Person, draft: &Draft) -> String {
    owner.get(&draft.page("you")).ok().value("version")
}

fn last(address: &str) -> String {
    address.split('?').next().unwrap().rsplit('/').next().unwrap().to_owned()
}
