//! Posting past the pages: every address of the table of routes that takes a form, with a body that would be right at its place.

use super::case::Sent;
use super::clock::eventually;
use super::officer::Officer;
use super::page::Page;
use super::person::Person;
use super::request::Draft;
use super::server::Server;
use std::collections::BTreeMap;
use web::routes::{Body, Route};

/// An address that takes a form.
pub struct Door {
    /// Its pattern in the table.
    pub pattern: &'static str,
    /// With the values of a case and a draft that exist.
    pub address: String,
    /// Anybody may use it for themselves: signing in and out, beginning a request.
    pub is_everybodys: bool,
}

/// Who of the staff is who.
pub struct Desk<'d> {
    /// The officer of the case's mission.
    pub officer: &'d Person,
    /// The head of that mission.
    pub supervisor: &'d Person,
    /// Who keeps people and registers.
    pub administrator: &'d Person,
    /// Further people who see a queue: another mission's officer, the auditor.
    pub readers: &'d [&'d Person],
}

impl Desk<'_> {
    /// Who may post `body` to the list of cases: who sees it searches, an officer takes up and lays down, the head gives and lays down.
    fn may_post(&self, person: &Person, body: &str) -> bool {
        let is = |other: &Person| std::ptr::eq(person, other);
        let act = body.split('&').find_map(|pair| pair.strip_prefix("act="));
        match act {
            Some("take") => is(self.officer),
            Some("release") => is(self.officer) || is(self.supervisor),
            Some("give") => is(self.supervisor),
            _ => is(self.officer) || is(self.supervisor) || self.readers.iter().any(|other| is(other)),
        }
    }
}

impl Door {
    /// True for those who may do what the body is for: everybody for themselves, the owner, the mission's officer.
    pub fn is_for(&self, person: &Person, body: &str, sent: &Sent, desk: &Desk<'_>) -> bool {
        if self.pattern == "/{lang}/desk/queue" {
            return desk.may_post(person, body);
        }
        // Notes of the desk are the supervisor's to write, too.
        let notes = ["/notes", "/conflict"].iter().any(|noun| self.pattern.ends_with(noun))
            && std::ptr::eq(person, desk.supervisor);
        if self.pattern == "/{lang}/desk/blanks" || self.pattern.ends_with("/sample") {
            return std::ptr::eq(person, desk.supervisor);
        }
        if self.pattern == "/{lang}/desk/me" {
            // Where each of them is written to is theirs alone to say.
            return [desk.officer, desk.supervisor, desk.readers[0]].iter().any(|other| std::ptr::eq(person, *other));
        }
        if self.pattern == "/{lang}/desk/leaves" {
            return [desk.supervisor, desk.administrator].iter().any(|other| std::ptr::eq(person, *other));
        }
        if ["/desk/people", "/desk/registers"].iter().any(|room| self.pattern.contains(room)) {
            return std::ptr::eq(person, desk.administrator);
        }
        let owner = if self.pattern.contains("/desk/") { desk.officer } else { &sent.person };
        self.is_everybodys || notes || std::ptr::eq(person, owner)
    }
}

/// The values that addresses name.
pub struct Doors {
    values: BTreeMap<&'static str, String>,
}

impl Doors {
    /// A case that was sent and a draft that is not, both of one person.
    pub fn of(sent: &Sent, draft: &Draft, officer: &Officer) -> Doors {
        let files = sent.person.get(&draft.page("files")).ok();
        let last = |address: &str| address.rsplit('/').next().unwrap().to_owned();
        let file = files.links().into_iter().find(|link| link.contains("/en/files/")).unwrap();
        let values = BTreeMap::from([
            ("{lang}", "en".to_owned()),
            ("{answers}", "DE--DE--berlin--medical--DE--de--child".to_owned()),
            ("{draft}", last(&draft.path)),
            ("{section}", "you".to_owned()),
            ("{kind}", "medical".to_owned()),
            ("{file}", last(&file)),
            // No complaint was filed: the address is of none.
            ("{complaint}", last(&draft.path)),
            // No other case looks like it.
            ("{other}", last(&draft.path)),
            // Nobody has this id, and nothing was prepared to be signed.
            ("{officer}", last(&draft.path)),
            ("{decision}", last(&draft.path)),
            // No question was put.
            ("{enquiry}", last(&draft.path)),
            ("{letter}", "submitted".to_owned()),
            ("{register}", "closures".to_owned()),
            ("{row}", "new".to_owned()),
            // No change of the registers was drafted.
            ("{change}", last(&draft.path)),
            ("{application}", last(&officer.opens(&sent.reference).path)),
        ]);
        Doors { values }
    }

    /// The forms of the list of cases: a search, and each way to move the case; `give` to somebody who is no officer.
    fn of_the_queue(&self) -> Vec<String> {
        let case = &self.values["{application}"];
        let moves = ["take", "release", "give"].map(|act| format!("act={act}&case={case}&officer={case}"));
        let stays = format!("act=take&case={case}&stay=yes");
        ["".to_owned(), "search=%D0%90".to_owned(), stays].into_iter().chain(moves).collect()
    }

    /// Every address of the table that takes a form.
    pub fn all(&self) -> Vec<Door> {
        let is_form = |route: &&'static Route| route.methods.contains(&"POST") && route.body != Body::Machine;
        let posts = web::routes::all().filter(is_form);
        posts.map(|route| self.door(route)).collect()
    }

    fn door(&self, route: &'static Route) -> Door {
        let mut address = route.path.to_owned();
        for (name, value) in &self.values {
            address = address.replace(name, value);
        }
        assert!(!address.contains('{'), "no value for {}", route.path);
        let own = [
            "sign-in",
            "sign-out",
            "/session",
            "/identity",
            "/request/new",
            "/request/checked",
            "/verify-signature",
            "/check/mail",
            "/check/enquiry",
            "/account",
            "/dev/phone",
        ];
        Door { pattern: route.path, address, is_everybodys: own.iter().any(|part| route.path.contains(part)) }
    }
}

/// Bodies for an address: an empty form, and those that would have their effect if the right person posted them at the right time.
///
/// # Panics
/// For an address of the table that this list does not know yet.
pub fn by_its_body(door: &Door, doors: &Doors) -> Vec<String> {
    if door.pattern == "/{lang}/desk/queue" {
        return doors.of_the_queue();
    }
    let right = match door.pattern.trim_start_matches("/{lang}") {
        "/sign-in" => "way=phone",
        "/sign-in/eds" | "/desk/sign-in/eds" | "/request/{draft}/signature" => "cms=AAAA&ticket=00.00",
        "/dev/phone" => "code=mobileSign:x&key=applicant1",
        "/sign-in/mobile" | "/request/{draft}/mobile" | "/complaints/{complaint}/mobile" => "act=begin",
        "/sign-in/phone" => "phone=%2B4915123456780",
        "/sign-in/code" => "phone=%2B4915123456780&code=123456",
        "/sign-out" | "/session" => "",
        "/verify-signature" => "signature=x",
        "/check/mail" => "email=eve%40example.org",
        "/check/enquiry" => "question=x&email=eve%40example.org",
        "/enquiry" | "/enquiries/{enquiry}" => "",
        "/identity" => "identity-surname=A&identity-given=B&identity-iin=850417400014",
        "/request/new" => "country=DE&step=mission&mission=berlin",
        "/request/{draft}/{section}" => "version=1&relation=spouse&act=leave",
        "/request/{draft}/{section}/advice" => "version=1",
        "/request/{draft}/files/{kind}" => "file=x",
        "/request/{draft}/files/{kind}/{file}/removal" | "/request/{draft}/files/{kind}/{file}/turn" => "",
        "/request/{draft}/files/{kind}/earlier" => "from=01a207a2-4334-7aab-85fb-6a02403964e1",
        "/request/{draft}/files/{kind}/{file}/check" => "readable=yes",
        "/request/{draft}/files/{kind}/more" => "another=no",
        "/request/{draft}/code" => "act=send",
        "/request/{draft}/paper" | "/request/{draft}/deletion" => "",
        "/services/{application}/new-request" | "/services/{application}/supplement" | "/request/checked/{answers}" => {
            ""
        }
        "/services/{application}/complaint" => "subject=action&circumstances=x&wishes=explain&residence=Berlin",
        "/services/{application}/correct-slip" => "what=The+name+is+misspelled",
        "/services/{application}/hearing" => "version=2&way=written&words=x",
        "/services/{application}/see-file" => "way=portal",
        "/services/{application}/recusal" => {
            "official=01a207a2-4334-7aab-85fb-6a02403964e1&ground=relative&reason=My+aunt"
        }
        "/complaints/{complaint}/signature" => "cms=AAAA",
        "/complaints/{complaint}/code" => "act=send",
        "/account/sessions" => "",
        "/account/phone" => "phone=%2B4915123456780",
        "/account/phone/code" => "phone=%2B4915123456780&code=123456",
        "/account/phone/objection" => "",
        "/account/notices" => "channel=sms&language=ru",
        "/account/email" => "email=a%40example.org",
        "/services/{application}/appointment" => "version=1&slot=2026-11-27T08:00:00Z",
        "/services/{application}/withdrawal" => "version=1&reason=",
        desk if desk.starts_with("/desk/") => desk_body(desk),
        other => panic!("{other} takes a form and has no body here: add one"),
    };
    vec![String::new(), right.to_owned()]
}

fn desk_body(pattern: &str) -> &'static str {
    match pattern.rsplit('/').next().unwrap() {
        "sign-in" => "login=officer.berlin&password=wrong&code=000000",
        "{draft}" => "identity_document=passport&identity_number=N1&signature_seen=yes",
        "{enquiry}" => "step=send&verdict=counts",
        _ if pattern == "/desk/paper/new" => {
            "identity-surname=A&identity-given=B&identity-iin=850417400014&language=kk&country=DE"
        }
        noun => desk_bodies().get(noun).unwrap_or_else(|| panic!("{pattern} has no body here: add one")),
    }
}

/// The last word of each act of the desk.
pub fn desk_bodies() -> BTreeMap<&'static str, &'static str> {
    BTreeMap::from([
        ("{change}", "step=approve"),
        ("registers", "reason=To+try"),
        ("sample", "outcome=found&reason=Page+2+was+not+read&seen_number=1"),
        ("me", "email=eve%40example.org&language=en"),
        ("leaves", "end=01a207a2-4334-7aab-85fb-6a02403964e1"),
        ("consent", "version=2&source=a+letter&verified=yes&reason=To+try"),
        ("{letter}", "step=release&reason=To+try"),
        ("{row}", "step=row&date=30.12.2026&mission=berlin&verified=yes&source=the+embassy&reason=To+try"),
        ("key", "iin=850615400016"),
        ("{decision}", "cms=AAAA"),
        ("people", "close=01a207a2-4334-7aab-85fb-6a02403964e1"),
        ("new", "login=eve&name=E&post_kk=a&post_ru=b&post_en=c&role=officer&mission=berlin"),
        ("day", "from=09%3A00&until=10%3A00&reason=Fire+drill"),
        ("queue", "search=%D0%90"),
        ("registration", "step=send"),
        ("declined-registration", "step=send&reason=incomplete_documents&remedy=Enclose+all+pages"),
        ("record", "step=send"),
        (
            "refusal",
            "step=send&grounds=unreliable_documents&reasons=The+medical+document+names+another+person+than+the+passport",
        ),
        ("return", "step=send&reasons=Page+2+is+missing"),
        (
            "preliminary-refusal",
            "step=send&grounds=no_consent&reasons=The+medical+document+names+another+person+than+the+passport&remedy=x&day=2026-11-27",
        ),
        ("hearing", "step=send&at-day=25&at-month=11&at-year=2026&time=10%3A30&place=Room+3"),
        ("hearing-protocol", "step=send&from=10%3A00&to=10%3A30&secretary=A&present=B&said=C"),
        ("hearing-remarks", "step=send&answer=accepted&reason=Right"),
        ("resumed-review", "step=send"),
        ("correction", "step=send&item-you=Check+the+house+number&working_days=3"),
        ("removal", "step=discard"),
        ("no-show", "step=send"),
        ("transfer", "step=send&mission=frankfurt&reason=She+lives+in+its+district"),
        ("comparison", "seen_number=0&found-death-place=not-on-paper"),
        ("conflict", "act=declare&own_reason=My+aunt"),
        (
            "telephone",
            "act=record&phone=%2B4915123456780&iin=850417400014&identity_document=passport&identity_number=N1&code=123456",
        ),
        ("correct-slip", "step=agree&seen_version=1&seen_number=1"),
        ("see-file", "items=journal&withheld=Nothing&visit="),
        ("recusal", "step=grant&seen_number=1&reason=A+relative"),
        ("annulment", "step=annul&seen_version=1&seen_number=1"),
        ("extension", "ground=information&days=5&reasons=x&seen_version=1"),
        ("blank", "act=print&number=AB+0000101"),
        (
            "blanks",
            "series=AB&first=0000101&last=0000150&received-day=20&received-month=11&received-year=2026&document=Act+12",
        ),
        ("notes", "note=Called+the+hospital"),
        ("{other}", "same=no&reason=Twins"),
        ("answer", "step=send&answer=forward&seen_version=2"),
        ("collection", "step=send&at-day=25&at-month=11&at-year=2026&time=10%3A30&note="),
        (
            "handover",
            "step=send&receiver=close_relative&receiver_name=A&identity_document=passport&identity_number=N1&originals_seen=yes&surrendered=",
        ),
    ])
}

/// What would change if somebody had an effect: the case, the draft, the journal, the letters.
#[derive(Debug, PartialEq, Eq)]
pub struct Effects {
    case: String,
    desk: String,
    draft: Vec<String>,
    journal: String,
    texts: usize,
}

impl Effects {
    /// As the owner, the officer and the administrator see it.
    pub fn seen(server: &Server, sent: &Sent, draft: &Draft, officer: &Officer) -> Effects {
        let answers = |name: &str| {
            let page = sent.person.get(&draft.page(name)).ok();
            page.forms()
                .into_iter()
                .flat_map(|form| form.pairs)
                .map(|(name, value)| format!("{name}={value}"))
                .collect()
        };
        let mut pages: Vec<String> =
            ["you", "person", "death"].into_iter().flat_map(|name| -> Vec<String> { answers(name) }).collect();
        pages.push(sent.person.get(&draft.page("files")).ok().text());
        let told = |words: String| {
            words.lines().next().unwrap_or_default().split("  seals").next().unwrap_or_default().to_owned()
        };
        // Letters on their way leave by themselves: both sides are looked at when they have left.
        let desk = eventually("the letters to leave", || {
            let desk = officer.opens(&sent.reference).page().text();
            (!desk.contains("waiting to be sent")).then_some(desk)
        });
        Effects {
            case: sent.case().text(),
            desk,
            draft: pages,
            journal: told(server.journal_is_whole(&[])),
            texts: sent.person.get("/dev/letters").ok().text().matches("UTC").count(),
        }
    }
}

impl Person {
    /// The hidden field of this person's forms.
    pub fn csrf(&self) -> String {
        let pages = ["/services", "/desk/queue", "/sign-in"];
        let page = pages.iter().map(|path| self.open(path)).find(|page| page.status == 200);
        page.map(|page| page.value("csrf")).unwrap_or_default().split(' ').next().unwrap_or_default().to_owned()
    }

    /// Posts a body with a hidden field.
    pub fn posts(&self, address: &str, body: &str, csrf: &str) -> Page {
        let form = format!("csrf={csrf}&{body}");
        let request = self.post(address).header("content-type", "application/x-www-form-urlencoded").body(form);
        self.answer_to(request)
    }
}
